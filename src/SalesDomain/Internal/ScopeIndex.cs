using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// Finds the strongest entry that holds for a subject on a day. The codes of each entry's sets are the path to it, so that a look-up costs a step for each
/// dimension of each level, however many entries there are.
/// </summary>
internal sealed class ScopeIndex
{
    // An entry with many codes in several sets would have a path for each combination: from so many on, a set is left to be checked.
    private const int ManyPaths = 64;

    // Strongest first; the place of an entry is what the index finds.
    private readonly RankedScope[] _ranked;

    // Whether the path leaves something of the scope to be checked.
    private readonly bool[] _isPartial;

    // By dimension, the numbers of the codes that occur on paths.
    private readonly Dictionary<string, int>[] _numbers = [.. Dimension.All.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly Level[] _levels;

    // From a node and the number of a code to the next node; at the end of a path the places of its entries, rising.
    private readonly Dictionary<long, int> _nodes = [];
    private readonly int[][] _ends;

    internal ScopeIndex(RankedScope[] ranked)
    {
        _ranked = ranked;
        _isPartial = new bool[ranked.Length];
        var levels = new Dictionary<ScopeDimensions, Level>();
        var ends = new List<List<int>>();
        for (var place = 0; place < ranked.Length; place++)
        {
            var path = PathTo(ranked[place].Scope);
            _isPartial[place] = path.Count < ranked[place].Scope.Conditions.Count;
            var key = path.Aggregate(ScopeDimensions.None, (all, set) => all | set.Dimension);
            if (!levels.TryGetValue(key, out var level))
                levels.Add(key, level = new Level([.. path.Select(set => set.Index)], NewNode(ends), place));

            Add(place, path, 0, level.Root, ends);
        }

        _levels = [.. levels.Values.OrderBy(level => level.First)];
        _ends = [.. ends.Select(places => places.ToArray())];
    }

    /// <summary>The place of the strongest entry, or -1.</summary>
    internal int Find(in ScopeSubject subject, LocalDate on)
    {
        var best = _ranked.Length;
        foreach (var level in _levels)
        {
            // Levels are in the order of their strongest entries.
            if (level.First >= best)
                break;

            best = Follow(level, 0, level.Root, subject, on, best);
        }

        return best < _ranked.Length ? best : -1;
    }

    private int Follow(Level level, int depth, int node, in ScopeSubject subject, LocalDate on, int best)
    {
        if (depth == level.Path.Length)
            return Strongest(_ends[node], subject, on, best);

        var given = subject.Given(level.Path[depth]);
        if (given is string code)
            return FollowCode(level, depth, node, code, subject, on, best);

        foreach (var one in (string[]?)given ?? [])
            best = FollowCode(level, depth, node, one, subject, on, best);

        return best;
    }

    private int FollowCode(Level level, int depth, int node, string code, in ScopeSubject subject, LocalDate on, int best) =>
        _numbers[level.Path[depth]].TryGetValue(code, out var number) && _nodes.TryGetValue(Key(node, number), out var next)
            ? Follow(level, depth + 1, next, subject, on, best)
            : best;

    private int Strongest(int[] places, in ScopeSubject subject, LocalDate on, int best)
    {
        foreach (var place in places)
        {
            if (place >= best)
                break;
            if (_ranked[place].Span.Contains(on) && (!_isPartial[place] || _ranked[place].Scope.Matches(subject)))
                return place;
        }

        return best;
    }

    private void Add(int place, List<ScopeCondition> path, int depth, int node, List<List<int>> ends)
    {
        if (depth == path.Count)
        {
            ends[node].Add(place);
            return;
        }

        var numbers = _numbers[path[depth].Index];
        foreach (var code in path[depth].Codes)
        {
            if (!numbers.TryGetValue(code, out var number))
                numbers.Add(code, number = numbers.Count);
            if (!_nodes.TryGetValue(Key(node, number), out var next))
                _nodes.Add(Key(node, number), next = NewNode(ends));

            Add(place, path, depth + 1, next, ends);
        }
    }

    /// <summary>One set of each dimension, short of those that would make too many combinations.</summary>
    private static List<ScopeCondition> PathTo(Scope scope)
    {
        var path = scope.Conditions.Where(condition => !condition.IsExclusion)
            .GroupBy(condition => condition.Index).Select(sets => sets.OrderBy(set => set.Codes.Count).First()).ToList();
        while (HasTooMany(path))
            path.Remove(path.Where(set => set.Codes.Count > 1).OrderBy(set => set.Codes.Count).First());

        return path;
    }

    private static bool HasTooMany(List<ScopeCondition> path)
    {
        var most = Math.Max(ManyPaths, 2L * path.Sum(set => set.Codes.Count));
        var combinations = 1L;
        foreach (var set in path)
        {
            combinations *= set.Codes.Count;
            if (combinations > most)
                return true;
        }

        return false;
    }

    private static int NewNode(List<List<int>> ends)
    {
        ends.Add([]);
        return ends.Count - 1;
    }

    private static long Key(int node, int number) => ((long)node << 32) | (uint)number;

    /// <summary>Entries about the same dimensions.</summary>
    private sealed class Level(int[] path, int root, int first)
    {
        internal int[] Path { get; } = path;

        internal int Root { get; } = root;

        internal int First { get; } = first;
    }
}
