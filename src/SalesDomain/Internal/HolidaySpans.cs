using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>A set of dates kept as spans with both ends, in order of time and none touching another.</summary>
internal static class HolidaySpans
{
    internal static DateSpan[] Joined(IEnumerable<DateSpan> spans)
    {
        var joined = new List<DateSpan>();
        foreach (var span in spans.OrderBy(span => DayNumber.Of(span.Start!.Value)))
        {
            var last = joined.Count - 1;
            if (last < 0 || DayNumber.Of(span.Start!.Value) > DayNumber.Of(joined[last].End!.Value) + 1)
                joined.Add(span);
            else if (span.End > joined[last].End)
                joined[last] = new DateSpan(joined[last].Start, span.End);
        }

        return [.. joined];
    }

    /// <summary>The dates that are not of a span, which may have open ends.</summary>
    internal static DateSpan[] Without(DateSpan[] joined, DateSpan span)
    {
        var kept = new List<DateSpan>(joined.Length + 1);
        foreach (var dates in joined)
        {
            if (dates.Intersection(span) is not { Start: { } first, End: { } last })
            {
                kept.Add(dates);
                continue;
            }

            if (dates.Start < first)
                kept.Add(new DateSpan(dates.Start, first.PlusDays(-1)));
            if (dates.End > last)
                kept.Add(new DateSpan(last.PlusDays(1), dates.End));
        }

        return [.. kept];
    }

    internal static bool Contain(DateSpan[] joined, LocalDate date)
    {
        var low = 0;
        var high = joined.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (joined[middle].Contains(date))
                return true;
            if (joined[middle].Start > date)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return false;
    }
}
