using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// The figures of a shortfall: what is due − what was achieved, of all periods, or of those since the last decision with what that left
/// open.
/// </summary>
internal sealed class RollingSteps
{
    private readonly LocalDate _asOf;
    private readonly Measured _actual;

    // Since the last decision, where there is one.
    private readonly Measured _due;
    private readonly Measured _actualSince;

    internal RollingSteps(RollingStart start, int closed, LocalDate asOf, Measured actual)
    {
        (Start, Closed, _asOf, _actual) = (start, closed, asOf, actual);
        if (start.Before is not { } before)
        {
            Shortfall = start.Original.Cumulative[closed - 1] - actual;
            return;
        }

        _due = before.Parts.Take(closed).Skip(before.Closed).Aggregate(before.Open, (sum, part) => sum + part);
        _actualSince = actual - before.Actual;
        Shortfall = _due - _actualSince;
    }

    internal RollingStart Start { get; }

    /// <summary>How many periods are gone by.</summary>
    internal int Closed { get; }

    internal Measured Shortfall { get; }

    internal Explanation Explain()
    {
        var actual = Fact("actual to " + InvariantText.Date(_asOf), _actual.Value);
        if (Start.Before is not { } before)
            return Node("shortfall", Shortfall.Value, Operation.Difference, Start.Original.Explain(_asOf), actual);

        var since = InvariantText.Date(before.AsOf);
        return Node(
            "shortfall", Shortfall.Value, Operation.Difference,
            Node(
                "due since " + since, _due.Value, Operation.Sum,
                [
                    before.ExplainOpen(),
                    .. Enumerable.Range(before.Closed, PeriodIndex.Since(before.Closed, Closed)).Select(before.Explain),
                ]),
            Node(
                "actual since " + since, _actualSince.Value, Operation.Difference, actual,
                Fact("actual to " + since, before.Actual.Value)));
    }
}
