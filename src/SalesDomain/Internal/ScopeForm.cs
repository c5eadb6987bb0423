using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>
/// The shortest form of conditions that all have to be met. It is the same for any conditions that the same subjects meet.
/// </summary>
internal static class ScopeForm
{
    /// <summary>Null when no subject could meet all of them.</summary>
    internal static ScopeCondition[]? Shortest(IEnumerable<ScopeCondition> conditions)
    {
        var shortest = new List<ScopeCondition>();
        foreach (var dimension in conditions.GroupBy(condition => condition.Index).OrderBy(group => group.Key))
        {
            var excluded = Union(dimension.Where(condition => condition.IsExclusion));
            var sets = dimension.Where(condition => !condition.IsExclusion)
                .Select(condition => Array.FindAll([.. condition.Codes], code => !excluded.Contains(code))).ToList();
            if (!Dimension.All[dimension.Key].HasSeveral)
            {
                // One value has to be in every set; what is left out of it is said by the set alone.
                if (sets.Count > 0)
                    (sets, excluded) = ([Common(sets)], []);
            }

            if (sets.Exists(set => set.Length == 0))
                return null;

            shortest.AddRange(WithoutWider(sets).Select(set => new ScopeCondition(dimension.Key, false, set)));
            if (excluded.Count > 0)
                shortest.Add(new ScopeCondition(dimension.Key, true, ScopeCondition.Sorted(excluded)));
        }

        return [.. shortest];
    }

    private static HashSet<string> Union(IEnumerable<ScopeCondition> conditions) =>
        new(conditions.SelectMany(condition => condition.Codes), StringComparer.Ordinal);

    private static string[] Common(List<string[]> sets) =>
        ScopeCondition.Sorted(sets.Aggregate((IEnumerable<string>)sets[0], (common, set) => common.Intersect(set, StringComparer.Ordinal)));

    /// <summary>Who is in a set is in every wider one, which therefore says nothing more; of equal ones the first stays.</summary>
    private static List<string[]> WithoutWider(List<string[]> sets)
    {
        var narrow = sets.Where(
            (set, i) => !sets.Where((other, j) => i != j && IsWithin(other, set) && (other.Length < set.Length || j < i)).Any())
            .ToList();
        narrow.Sort(Compare);
        return narrow;
    }

    private static bool IsWithin(string[] part, string[] whole) =>
        part.Length <= whole.Length && !part.Except(whole, StringComparer.Ordinal).Any();

    private static int Compare(string[] left, string[] right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            var order = string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }
}
