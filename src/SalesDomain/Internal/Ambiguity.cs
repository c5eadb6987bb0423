using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>Finds two entries that are equally strong and could both hold for one sale on one day.</summary>
internal static class Ambiguity
{
    // So few are compared in pairs at once; more are parted by the codes they share first.
    private const int Few = 16;

    /// <summary>The places of two such entries, or null.</summary>
    /// <param name="ranked">Strongest first, so that the equally strong are neighbours.</param>
    internal static (int First, int Second)? Find(RankedScope[] ranked)
    {
        var start = 0;
        for (var end = 1; end <= ranked.Length; end++)
        {
            if (end < ranked.Length && ranked[end].IsEquallyStrongAs(ranked[start]))
                continue;

            if (AmongEquals(ranked, [.. Enumerable.Range(start, end - start)]) is { } found)
                return found;
            start = end;
        }

        return null;
    }

    /// <summary>
    /// Entries about the same dimensions meet only where they share a code in each; those about others may meet anywhere.
    /// </summary>
    private static (int, int)? AmongEquals(RankedScope[] ranked, List<int> equals)
    {
        var alike = equals.GroupBy(i => ranked[i].Scope.Dimensions).Select(group => group.ToList()).ToList();
        foreach (var group in alike)
        {
            if (AmongAlike(ranked, group, 0) is { } found)
                return found;
        }

        return alike.Count == 1 ? null
            : InPairs(ranked, equals, (one, other) => one.Scope.Dimensions != other.Scope.Dimensions && one.CanMeet(other));
    }

    private static (int, int)? AmongAlike(RankedScope[] ranked, List<int> alike, int index)
    {
        if (alike.Count <= Few || index == Dimension.Count)
            return InPairs(ranked, alike, (one, other) => one.CanMeet(other));

        var dimension = Dimension.All[index];
        if (dimension.HasSeveral || (ranked[alike[0]].Scope.Dimensions & dimension.Flag) == ScopeDimensions.None)
            return AmongAlike(ranked, alike, index + 1);

        var byCode = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var i in alike)
        {
            foreach (var code in ranked[i].Scope.SetOf(index)!.Codes)
            {
                if (!byCode.TryGetValue(code, out var sharing))
                    byCode.Add(code, sharing = []);
                sharing.Add(i);
            }
        }

        foreach (var sharing in byCode.Values)
        {
            if (AmongAlike(ranked, sharing, index + 1) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>In order of their first days, so that versions of one record are compared with their neighbours alone.</summary>
    private static (int, int)? InPairs(RankedScope[] ranked, List<int> places, Func<RankedScope, RankedScope, bool> canMeet)
    {
        places.Sort((left, right) =>
            Nullable.Compare(ranked[left].Span.Start, ranked[right].Span.Start) is var order and not 0 ? order : left.CompareTo(right));
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = i + 1; j < places.Count && !(ranked[places[j]].Span.Start > ranked[places[i]].Span.End); j++)
            {
                if (canMeet(ranked[places[i]], ranked[places[j]]))
                    return (Math.Min(places[i], places[j]), Math.Max(places[i], places[j]));
            }
        }

        return null;
    }
}
