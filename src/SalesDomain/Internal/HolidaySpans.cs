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
