using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// Finds the strongest entry that holds for a subject on a day, or all that hold. The codes of each entry's sets are the path to it, so
/// that a look-up costs a step for each dimension of each level, however many entries there are, and at its end the halving of the versions
/// of a record.
/// </summary>
internal sealed class ScopeIndex
{
    private const int None = -1;

    // By dimension, the numbers of the codes that occur on paths.
    private readonly Dictionary<string, int>[] _numbers;
    private readonly ScopeLevel[] _levels;

    // From a node and the number of a code to the next node.
    private readonly PathTable _paths;

    // The entries at the end of each path.
    private readonly ScopeRows _rows;
    private readonly int _count;

    internal ScopeIndex(RankedScope[] ranked)
    {
        var paths = new ScopePaths(ranked);
        _numbers = paths.Numbers;
        _levels = paths.Levels();
        _paths = new PathTable(paths.Steps);
        _rows = new ScopeRows(ranked, paths);
        _count = ranked.Length;
    }

    /// <summary>The place of the strongest entry, or -1.</summary>
    internal int Find(in ScopeSubject subject, LocalDate on) => FindAfter(None, subject, on);

    /// <summary>The place of the strongest entry behind a place, or -1: the one to go on to.</summary>
    internal int FindAfter(int place, in ScopeSubject subject, LocalDate on)
    {
        var best = _count;
        var known = default(CodeNumbers);
        foreach (var level in _levels)
        {
            // Levels are in the order of their strongest entries.
            if (level.First >= best)
                break;

            var node = Follow(level, subject, ref known, out var groups);
            if (groups is null)
            {
                best = Strongest(node, subject, on, place, best);
                continue;
            }

            foreach (var group in groups)
                best = Strongest(NextInGroup(node, group), subject, on, place, best);
        }

        return best < _count ? best : None;
    }

    /// <summary>The places of all entries that hold, rising: strongest first.</summary>
    internal int[] FindAll(in ScopeSubject subject, LocalDate on)
    {
        var places = new List<int>();
        FindAll(subject, on, places);
        return [.. places];
    }

    /// <summary>Puts the places of all entries that hold, rising, in place of what is in a list.</summary>
    internal void FindAll(in ScopeSubject subject, LocalDate on, List<int> places)
    {
        places.Clear();
        var known = default(CodeNumbers);
        foreach (var level in _levels)
        {
            var node = Follow(level, subject, ref known, out var groups);
            if (groups is null)
                AddHolding(places, node, subject, on);

            foreach (var group in groups ?? [])
                AddHolding(places, NextInGroup(node, group), subject, on);
        }

        if (places.Count < 2)
            return;

        // An entry of several groups is met once for each that the subject is in.
        places.Sort();
        var kept = 1;
        for (var i = 1; i < places.Count; i++)
        {
            if (places[i] != places[kept - 1])
                places[kept++] = places[i];
        }

        places.RemoveRange(kept, places.Count - kept);
    }

    /// <summary>
    /// The node at the end of a level's path, or -1; of a subject in several groups the node before them, and the groups: they come last
    /// on a path.
    /// </summary>
    private int Follow(ScopeLevel level, in ScopeSubject subject, ref CodeNumbers known, out string[]? groups)
    {
        groups = null;
        var node = level.Root;
        foreach (var dimension in level.Path)
        {
            if (dimension == Dimension.Groups && subject.Given(dimension) is string[] several)
            {
                groups = several;
                return node;
            }

            node = Next(node, NumberOf(dimension, subject, ref known));
            if (node < 0)
                return None;
        }

        return node;
    }

    private int NextInGroup(int node, string group) =>
        _numbers[Dimension.Groups].TryGetValue(group, out var number) ? Next(node, number) : None;

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

    private int Strongest(int node, in ScopeSubject subject, LocalDate on, int after, int best) =>
        node < 0 ? best : _rows.Strongest(node, subject, on, after, best);

    private void AddHolding(List<int> places, int node, in ScopeSubject subject, LocalDate on)
    {
        if (node >= 0)
            _rows.AddHolding(places, node, subject, on);
    }
}
