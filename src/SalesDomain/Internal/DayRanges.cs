using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>Sets of days as sorted ranges of day numbers that neither overlap nor touch; an open end is the least or the largest
/// int.</summary>
internal static class DayRanges
{
    internal static (int First, int Last) Of(DateSpan span) =>
        (span.Start is { } start ? DayNumber.Of(start) : int.MinValue, span.End is { } end ? DayNumber.Of(end) : int.MaxValue);

    internal static DateSpan ToSpan((int First, int Last) range) =>
        new(
            range.First == int.MinValue ? null : DayNumber.ToDate(range.First),
            range.Last == int.MaxValue ? null : DayNumber.ToDate(range.Last));

    /// <summary>All days of the spans, each once.</summary>
    internal static (int First, int Last)[] Union(IEnumerable<DateSpan> spans)
    {
        var union = new List<(int First, int Last)>();
        foreach (var next in spans.Select(Of).OrderBy(range => range.First))
        {
            var last = union.Count - 1;
            if (last >= 0 && (union[last].Last == int.MaxValue || next.First <= union[last].Last + 1))
                union[last] = (union[last].First, Math.Max(union[last].Last, next.Last));
            else
                union.Add(next);
        }

        return [.. union];
    }

    /// <summary>The days of the one that are not in the other.</summary>
    internal static IEnumerable<(int First, int Last)> Except((int First, int Last)[] days, (int First, int Last)[] others)
    {
        foreach (var range in days)
        {
            var first = range.First;
            var isLeft = true;
            foreach (var other in others.Where(other => other.First <= range.Last && other.Last >= range.First))
            {
                if (other.First > first)
                    yield return (first, other.First - 1);
                isLeft = other.Last < range.Last;
                if (!isLeft)
                    break;
                first = other.Last + 1;
            }

            if (isLeft)
                yield return (first, range.Last);
        }
    }

    /// <summary>How many of the days are in a closed range.</summary>
    internal static int Count((int First, int Last)[] days, (int First, int Last) within)
    {
        var count = 0;
        foreach (var (first, last) in days)
        {
            var (from, to) = (Math.Max(first, within.First), Math.Min(last, within.Last));
            if (from <= to)
                count += to - from + 1;
        }

        return count;
    }

    internal static bool Contains((int First, int Last)[] days, LocalDate date)
    {
        var day = DayNumber.Of(date);
        return Array.Exists(days, range => range.First <= day && day <= range.Last);
    }
}
