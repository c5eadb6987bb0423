using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

/// <summary>What the samples of the sales plan are made of.</summary>
internal static partial class Samples
{
    private static Measured Margin(decimal amount) => Measure.Margin.Of(new Money(amount, Currency.USD));

    private static GrowthPlan Growth() => GrowthPlan.Of(Margin(10m), Margin(12m));

    private static WeightedMeasures Weighted() =>
        WeightedMeasures.Of((Measure.Margin, Percentage.FromPercent(60)), (Measure.Count("visits"), Percentage.FromPercent(40)));

    private static NewCustomerRule NewCustomers() => NewCustomerRule.Of(2, Measure.Revenue.Of(new Money(1m, Currency.USD)), 90, 24);

    private static NewCustomerCount NewCustomersOf(SalesLine line) => NewCustomers().WithStage(line.Stage).Evaluate([line], DateSpan.OfYear(2026), DateSpan.Until(s_date));

    private static PlanCell<TOwner> Cell<TOwner>(TOwner owner)
        where TOwner : notnull =>
        PlanCell.Of(owner, Measure.Margin, DateSpan.OfQuarter(2026, 1));

    private static PlanBreakdown<TOwner> Broken<TOwner>(TOwner above, TOwner below)
        where TOwner : notnull =>
        PlanBreakdown.Of("USD", Cell(above), Cell(below));

    private static SalesPlan<TOwner> Planned<TOwner>(TOwner above, TOwner below)
        where TOwner : notnull =>
        SalesPlan.Of(DateSpan.OfYear(2026), SalesTarget.Of(Cell(above), Margin(2m)), SalesTarget.Of(Cell(below), Margin(3m))).With(Broken(above, below));
}
