using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What a rolling quota goes on from: the original quota, or what came of an earlier period.</summary>
internal sealed class RollingStart
{
    internal RollingStart(PhasedQuota original) => Original = original;

    internal RollingStart(RollingQuota before)
    {
        Original = before.Original;
        Before = before;
    }

    internal PhasedQuota Original { get; }

    internal RollingQuota? Before { get; }

    /// <summary>The part of each period, with what was added or taken off so far.</summary>
    internal IReadOnlyList<Measured> Parts => Before is null ? Original.Parts : Before.Parts;

    /// <summary>How many periods are gone by at the end of a day.</summary>
    internal int PeriodsThrough(LocalDate asOf)
    {
        Guard.Against.OtherCalendar(asOf);
        if (!Original.Phasing.Periods.TryIndexOf(asOf, out var last) || Original.Phasing.Periods[last].End != asOf)
            throw Guards.Invalid(nameof(asOf), InvariantText.Date(asOf), "must be the last day of a period");

        return Before is null || asOf > Before.AsOf ? last + 1
            : throw Guards.Invalid(
                nameof(asOf), InvariantText.Date(asOf), "must be after " + InvariantText.Date(Before.AsOf) + ", which is decided");
    }
}
