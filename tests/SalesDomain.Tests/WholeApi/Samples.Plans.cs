using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of the sales plan.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_plans = new()
    {
        [typeof(GrowthBridge)] = () =>
            [Growth().Evaluate(), Growth().WithChurn(Percentage.FromPercent(8)).WithSource("new products", Margin(1m))
                .WithNewCustomers(Margin(2m), 3).Evaluate()],
        [typeof(GrowthPlan)] = () => [Growth(), Growth().WithSource("new products", Margin(1m)), Growth().WithNewCustomers(Margin(2m))],
        [typeof(GrowthTarget)] = () =>
            [GrowthTarget.Of(Margin(10m), Percentage.FromPercent(25), Rounding.Commercial),
            GrowthTarget.Of(Margin(10m), Percentage.Zero, Rounding.Commercial)],
        [typeof(NewCustomerCount)] = () => [NewCustomersOf(Line().Build())],
        [typeof(NewCustomerOutcome)] = () => [NewCustomersOf(Line().Build()).Outcomes[0]],
        [typeof(NewCustomerRule)] = () =>
            [NewCustomers(), NewCustomers().WithCountedOn(NewCustomerDate.BecameValid),
            NewCustomerRule.Of(1, Measure.Revenue.Of(new Money(1m, Currency.USD)), 0, 1),
            NewCustomers().WithRates(ExchangeRates.Of(), Rounding.Commercial)],
        [typeof(PlanBreakdown<string>)] = () =>
        [
            Broken("USD", "a"), Broken("USD", "a").WithHedge(Percentage.FromPercent(5), Rounding.Commercial),
            Broken("USD", "a").WithOverAssignment(Margin(1m)),
        ],
        [typeof(PlanBreakdown<Money>)] = () =>
            [Broken(default(Money), new Money(1m, Currency.USD)), Broken(new Money(1m, Currency.USD), default)],
        [typeof(PlanCell<string>)] = () => [Cell("USD"), Cell("a"), Cell("a").WithScope(Narrow())],
        [typeof(PlanCell<Money>)] = () => [Cell(default(Money)), Cell(new Money(1m, Currency.USD))],
        [typeof(PlanCheck<string>)] = () => [Planned("USD", "a").Check(), SalesPlan.Of<string>(DateSpan.OfYear(2026)).Check()],
        [typeof(PlanCheck<Money>)] = () => [Planned(default(Money), new Money(1m, Currency.USD)).Check()],
        [typeof(PlanSum<string>)] = () => [.. Planned("USD", "a").Check().Sums],
        [typeof(PlanSum<Money>)] = () => [.. Planned(default(Money), new Money(1m, Currency.USD)).Check().Sums],
        [typeof(SalesPlan<string>)] = () =>
            [Planned("USD", "a"), SalesPlan.Of<string>(DateSpan.OfYear(2026)), Planned("USD", "a").WithWeights(Weighted())],
        [typeof(SalesPlan<Money>)] = () =>
            [Planned(default(Money), new Money(1m, Currency.USD)), SalesPlan.Of<Money>(DateSpan.OfYear(2026))],
        [typeof(SalesTarget<string>)] = () =>
            [SalesTarget.Of("USD", Margin(2m), DateSpan.OfYear(2026)), SalesTarget.Of(Cell("USD"), Margin(2m)).WithScope(Narrow())],
        [typeof(SalesTarget<Money>)] = () =>
            [SalesTarget.Of(default(Money), Margin(2m), DateSpan.OfYear(2026)), SalesTarget.Of(Cell(default(Money)), Margin(2m))],
        [typeof(TargetChange<string>)] = () =>
            [.. Planned("USD", "a").ChangesTo(SalesPlan.Of<string>(DateSpan.OfYear(2026))).Cast<object>()],
        [typeof(TargetChange<Money>)] = () =>
            [.. Planned(default(Money), new Money(1m, Currency.USD)).ChangesTo(SalesPlan.Of<Money>(DateSpan.OfYear(2026))).Cast<object>()],
        [typeof(WeightedMeasures)] = () => [Weighted(), WeightedMeasures.Of((Measure.Margin, Percentage.OneHundred))],
    };

    private static Measured Margin(decimal amount) => Measure.Margin.Of(new Money(amount, Currency.USD));

    private static GrowthPlan Growth() => GrowthPlan.Of(Margin(10m), Margin(12m));

    private static WeightedMeasures Weighted() =>
        WeightedMeasures.Of((Measure.Margin, Percentage.FromPercent(60)), (Measure.Count("visits"), Percentage.FromPercent(40)));

    private static NewCustomerRule NewCustomers() => NewCustomerRule.Of(2, Measure.Revenue.Of(new Money(1m, Currency.USD)), 90, 24);

    private static NewCustomerCount NewCustomersOf(SalesLine line) =>
        NewCustomers().WithStage(line.Stage).Evaluate(DateSpan.OfYear(2026), DateSpan.Until(s_date), [line]);

    private static PlanCell<TOwner> Cell<TOwner>(TOwner owner)
        where TOwner : notnull =>
        PlanCell.Of(owner, Measure.Margin, DateSpan.OfQuarter(2026, 1));

    private static PlanBreakdown<TOwner> Broken<TOwner>(TOwner above, TOwner below)
        where TOwner : notnull =>
        PlanBreakdown.Of("USD", Cell(above), Cell(below));

    private static SalesPlan<TOwner> Planned<TOwner>(TOwner above, TOwner below)
        where TOwner : notnull =>
        SalesPlan.Of(DateSpan.OfYear(2026), SalesTarget.Of(Cell(above), Margin(2m)), SalesTarget.Of(Cell(below), Margin(3m)))
            .WithBreakdowns(Broken(above, below));
}
