using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// Finds the strongest entry that holds for a subject on a day. The codes of each entry's sets are the path to it, so that a look-up
/// costs a step for each dimension of each level, however many entries there are.
/// </summary>
internal sealed class ScopeIndex
{
    private const int None = -1;

    // Strongest first; the place of an entry is what the index finds.
    private readonly RankedScope[] _ranked;

    // By dimension, the numbers of the codes that occur on paths.
    private readonly Dictionary<string, int>[] _numbers;
    private readonly ScopeLevel[] _levels;

    // From a node and the number of a code to the next node.
    private readonly PathTable _paths;

    // The entries at the end of each path, strongest first, one node after the other.
    private readonly Candidate[] _candidates;
    private readonly int[] _starts;

    internal ScopeIndex(RankedScope[] ranked)
    {
        var paths = new ScopePaths(ranked);
        _ranked = ranked;
        _numbers = paths.Numbers;
        _levels = paths.Levels();
        _paths = new PathTable(paths.Steps);
        _candidates = [.. paths.Ends.SelectMany(end => end, (_, place) => new Candidate(place, ranked[place].Span, paths.IsPartial(place)))];
        _starts = new int[paths.Ends.Count + 1];
        for (var node = 0; node < paths.Ends.Count; node++)
            _starts[node + 1] = _starts[node] + paths.Ends[node].Count;
    }

    /// <summary>The place of the strongest entry, or -1.</summary>
    internal int Find(in ScopeSubject subject, LocalDate on)
    {
        var best = _ranked.Length;
        var known = default(CodeNumbers);
        foreach (var level in _levels)
        {
            // Levels are in the order of their strongest entries.
            if (level.First >= best)
                break;

            best = Follow(level, subject, ref known, on, best);
        }

        return best < _ranked.Length ? best : None;
    }

    private int Follow(ScopeLevel level, in ScopeSubject subject, ref CodeNumbers known, LocalDate on, int best)
    {
        // Groups, of which there may be several, come last on a path.
        var node = level.Root;
        foreach (var dimension in level.Path)
        {
            if (dimension == Dimension.Groups && subject.Given(dimension) is string[] several)
                return FollowEach(several, node, dimension, subject, on, best);

            node = Next(node, NumberOf(dimension, subject, ref known));
            if (node < 0)
                return best;
        }

        return Strongest(node, subject, on, best);
    }

    private int FollowEach(string[] codes, int node, int dimension, in ScopeSubject subject, LocalDate on, int best)
    {
        foreach (var code in codes)
        {
            var next = _numbers[dimension].TryGetValue(code, out var number) ? Next(node, number) : None;
            if (next >= 0)
                best = Strongest(next, subject, on, best);
        }

        return best;
    }

    private int Next(int node, int number) => number < 0 ? None : _paths.Find(node, number);

    /// <summary>The number of the subject's one code in a dimension, looked up once for all levels.</summary>
    private int NumberOf(int dimension, in ScopeSubject subject, ref CodeNumbers known)
    {
        var number = known[dimension];
        if (number == CodeNumbers.Unknown)
        {
            number = subject.Given(dimension) is string code && _numbers[dimension].TryGetValue(code, out var found) ? found : None;
            known[dimension] = number;
        }

        return number;
    }

    private int Strongest(int node, in ScopeSubject subject, LocalDate on, int best)
    {
        for (var i = _starts[node]; i < _starts[node + 1]; i++)
        {
            ref readonly var candidate = ref _candidates[i];
            if (candidate.Place >= best)
                break;
            if (candidate.Span.Contains(on) && (!candidate.IsPartial || _ranked[candidate.Place].Scope.Matches(subject)))
                return candidate.Place;
        }

        return best;
    }

    /// <summary>An entry at the end of its path, and whether something of its scope is left to be checked.</summary>
    private readonly struct Candidate(int place, DateSpan span, bool isPartial)
    {
        internal int Place { get; } = place;

        internal DateSpan Span { get; } = span;

        internal bool IsPartial { get; } = isPartial;
    }
}
