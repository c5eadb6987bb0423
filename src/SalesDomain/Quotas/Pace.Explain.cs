using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <content>The figures of a pace as trees that can be recomputed.</content>
public sealed partial class Pace
{
    /// <summary>Why so much is needed a day.</summary>
    /// <returns>The tree of <see cref="NeededPerDay"/>; its figure is absent where that is null.</returns>
    public Explanation Explain() => Explain(PaceFigure.NeededPerDay);

    /// <summary>Where a figure of the pace comes from.</summary>
    /// <param name="figure">Which figure.</param>
    /// <returns>The tree; its figure is absent where the property is null.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="figure"/> is not defined.</exception>
    public Explanation Explain(PaceFigure figure) =>
        Guard.Against.Undefined(figure) switch
        {
            PaceFigure.NeededPerDay => ExplainNeeded(),
            PaceFigure.EvenQuotaToDate =>
                Explain(
                    "even quota to date", EvenQuotaToDate, "quota × days elapsed", Quota.With(_steps.QuotaTimesElapsed), ExplainQuota(),
                    ExplainElapsed(), ExplainDays()),
            PaceFigure.RunRateProjection => Explain(
                "run-rate projection", RunRateProjection, "actual × days", Quota.With(_steps.ActualTimesDays), ExplainActual(),
                ExplainDays(), ExplainElapsed()),
            _ => ExplainSeasonal(),
        };

    private static Figure Of(Measured? value) => Figure.OrAbsent(value?.Value);

    private static Explanation Explain(
        string name, Measured? quotient, string ofProduct, Measured product, Explanation amount, Explanation factor, Explanation divisor) =>
        Node(name, Of(quotient), Operation.Ratio, Node(ofProduct, product.Value, Operation.Product, amount, factor), divisor);

    private Explanation ExplainNeeded() =>
        Node(
            "needed per day", Of(NeededPerDay), Operation.Select,
            Node("there is no quota", State == PaceState.NoQuota, Operation.Compare(ComparisonKind.LessOrEqual), ExplainQuota(),
                ExplainNothing()),
            Constant("none", Figure.Absent),
            Node(
                "the quota is reached", _steps.CoversQuota, Operation.Compare(ComparisonKind.GreaterOrEqual), ExplainActual(),
                ExplainQuota()),
            ExplainNothing(),
            Node(
                "remaining ÷ days left", Of(Of(_steps.RemainingPerDay)), Operation.Ratio,
                Node("remaining", Remaining.Value, Operation.Difference, ExplainQuota(), ExplainActual()),
                Node("days left", (decimal)Elapsed.Remaining, Operation.Difference, ExplainDays(), ExplainElapsed())));

    private Explanation ExplainSeasonal() =>
        QuotaToDate is not { } toDate ? Fact("there is no phased quota", Figure.Absent)
            : _season.Factor is not { } factor ? Fact("there is no quota, or nothing of it is due", Figure.Absent)
            : Node(
                "seasonal projection", Of(SeasonalProjection), Operation.Product, ExplainActual(),
                Node("quota ÷ quota to date", factor, Operation.Ratio, ExplainQuota(), ExplainToDate(toDate)));

    private Explanation ExplainToDate(Measured toDate) => _phased?.Explain(Elapsed.AsOf) ?? Fact("quota to date", toDate.Value);

    private Explanation ExplainQuota() => Fact("quota", Quota.Value);

    private Explanation ExplainActual() => Fact("actual", Actual.Value);

    private Explanation ExplainDays() => Elapsed.ExplainTotal(Elapsed.Noun);

    private Explanation ExplainElapsed() => Elapsed.ExplainElapsed();

    private Explanation ExplainNothing() => Constant("nothing", Quota.With(0m).Value);
}
