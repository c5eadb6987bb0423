using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>Days from which on something may be otherwise than on the day before.</summary>
internal static class DaysOfChange
{
    /// <summary>The first day of a span and the day after its last, as far as there is a day before them and such a day.</summary>
    internal static void Add(DateSpan span, ISet<LocalDate> days)
    {
        if (span.Start is { } start && start > LocalDate.MinIsoValue)
            days.Add(start);
        if (span.End is { } end && end < LocalDate.MaxIsoValue)
            days.Add(end.PlusDays(1));
    }
}
