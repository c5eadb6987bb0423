using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>Lays the paths of a <see cref="ScopeIndex"/>: one for each combination of an entry's codes.</summary>
internal sealed class ScopePaths
{
    // An entry with many codes in several sets would have a path for each combination: from so many on, a set is left to be checked.
    private const int ManyPaths = 64;

    private readonly Dictionary<ScopeDimensions, ScopeLevel> _levels = [];
    private readonly Dictionary<(int Node, int Number), int> _steps = [];
    private readonly bool[] _isPartial;

    /// <summary>Lays the paths of all entries.</summary>
    /// <param name="ranked">Strongest first.</param>
    internal ScopePaths(RankedScope[] ranked)
    {
        _isPartial = new bool[ranked.Length];
        for (var place = 0; place < ranked.Length; place++)
        {
            var path = PathTo(ranked[place].Scope);
            _isPartial[place] = path.Count < ranked[place].Scope.Conditions.Count;
            var dimensions = path.Aggregate(ScopeDimensions.None, (all, set) => all | set.Dimension);
            if (!_levels.TryGetValue(dimensions, out var level))
                _levels.Add(dimensions, level = new ScopeLevel([.. path.Select(set => set.Index)], NewNode(), place));

            Lay(path, 0, level.Root, place);
        }
    }

    /// <summary>By dimension, the numbers of the codes.</summary>
    internal Dictionary<string, int>[] Numbers { get; } =
        [.. Dimension.All.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    internal IReadOnlyCollection<KeyValuePair<(int Node, int Number), int>> Steps => _steps;

    /// <summary>By node, the places of the entries whose path ends there, rising.</summary>
    internal List<List<int>> Ends { get; } = [];

    /// <summary>In the order of their strongest entries.</summary>
    internal ScopeLevel[] Levels() => [.. _levels.Values.OrderBy(level => level.First)];

    /// <summary>Whether the path leaves something of the scope to be checked.</summary>
    internal bool IsPartial(int place) => _isPartial[place];

    private void Lay(List<ScopeCondition> path, int depth, int node, int place)
    {
        if (depth == path.Count)
        {
            Ends[node].Add(place);
            return;
        }

        var numbers = Numbers[path[depth].Index];
        foreach (var code in path[depth].Codes)
        {
            if (!numbers.TryGetValue(code, out var number))
                numbers.Add(code, number = numbers.Count);
            if (!_steps.TryGetValue((node, number), out var next))
                _steps.Add((node, number), next = NewNode());

            Lay(path, depth + 1, next, place);
        }
    }

    private int NewNode()
    {
        Ends.Add([]);
        return Ends.Count - 1;
    }

    /// <summary>One set of each dimension, groups last, short of the sets that would make too many combinations.</summary>
    private static List<ScopeCondition> PathTo(Scope scope)
    {
        var path = scope.Conditions.Where(condition => !condition.IsExclusion).GroupBy(condition => condition.Index)
            .Select(sets => sets.OrderBy(set => set.Codes.Count).First()).OrderBy(set => set.About.HasSeveral).ToList();
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
}
