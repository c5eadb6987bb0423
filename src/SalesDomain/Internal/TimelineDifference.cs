using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>Where two timelines differ.</summary>
internal static class TimelineDifference
{
    internal static IReadOnlyList<TimelineChange<T>> Of<T>(Timeline<T> before, Timeline<T> after)
        where T : notnull
    {
        var changes = new List<TimelineChange<T>>();
        var (left, right) = (before.Slices(DateSpan.Always), after.Slices(DateSpan.Always));
        var isAfterChange = false;

        // Both are cut without a missing day, so the pieces in step always have days in common and one of them ends with these.
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            var common = left[i].Span.Intersection(right[j].Span)!.Value;
            var (had, has) = (Over(common, left[i]), Over(common, right[j]));
            i += left[i].Span.End == common.End ? 1 : 0;
            j += right[j].Span.End == common.End ? 1 : 0;

            var isChange = had != has;
            if (isChange && isAfterChange && Joined(changes[changes.Count - 1], had, has) is { } joined)
                changes[changes.Count - 1] = joined;
            else if (isChange)
                changes.Add(new TimelineChange<T>(had, has));

            isAfterChange = isChange;
        }

        return changes.AsReadOnly();
    }

    /// <summary>The change made longer by the days after it, when the same changed there.</summary>
    private static TimelineChange<T>? Joined<T>(TimelineChange<T> last, TimelineSlice<T> had, TimelineSlice<T> has)
        where T : notnull
    {
        var whole = new DateSpan(last.Span.Start, had.Span.End);
        var joined = new TimelineChange<T>(Over(whole, had), Over(whole, has));
        return new TimelineChange<T>(Over(whole, last.Before), Over(whole, last.After)) == joined ? joined : null;
    }

    private static TimelineSlice<T> Over<T>(DateSpan span, TimelineSlice<T> slice)
        where T : notnull =>
        slice.HasValue ? new TimelineSlice<T>(span, slice.Value) : new TimelineSlice<T>(span);
}
