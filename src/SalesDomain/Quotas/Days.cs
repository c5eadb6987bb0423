using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Days from which on something may be otherwise.</summary>
internal static class Days
{
    /// <summary>The first day of a span and the day after its last.</summary>
    internal static void AddEnds(DateSpan span, ISet<LocalDate> days)
    {
        if (span.Start is { } start)
            days.Add(start);
        if (span.End is { } end && end < LocalDate.MaxIsoValue)
            days.Add(end.PlusDays(1));
    }
}
