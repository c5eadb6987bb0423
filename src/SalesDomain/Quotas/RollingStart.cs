using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

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

    /// <summary>What is due − what was achieved, of all periods, or of those since the last decision and with what that left open.</summary>
    internal Measured ShortfallAt(int closed, Measured actual) =>
        Before is null ? Original.Cumulative[closed - 1] - actual
            : Due(Before, closed) - Since(Before, actual);

    internal Explanation Explain(RollingQuota after, int closed)
    {
        var actual = Fact("actual to " + InvariantText.Date(after.AsOf), after.Actual.Value);
        if (Before is null)
            return Node("shortfall", after.Shortfall.Value, Operation.Difference, Original.Explain(after.AsOf), actual);

        var since = InvariantText.Date(Before.AsOf);
        return Node(
            "shortfall", after.Shortfall.Value, Operation.Difference,
            Node(
                "due since " + since, Due(Before, closed).Value, Operation.Sum,
                [Before.ExplainOpen(), .. Enumerable.Range(Before.Closed, PeriodIndex.Since(Before.Closed, closed)).Select(Before.Explain)]),
            Node(
                "actual since " + since, Since(Before, after.Actual).Value, Operation.Difference, actual,
                Fact("actual to " + since, Before.Actual.Value)));
    }

    private static Measured Since(RollingQuota before, Measured actual) => actual - before.Actual;

    private static Measured Due(RollingQuota before, int closed)
    {
        var due = before.Open;
        for (var i = before.Closed; i < closed; i++)
            due += before.Parts[i];

        return due;
    }
}
