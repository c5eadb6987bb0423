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
        [typeof(Attainments<PlanCell<string>>)] = () => [PlannedAndSold().Attainments],
        [typeof(PlanActuals<string>)] = () => [PlannedAndSold()],
        [typeof(PlanActuals<SalespersonId>)] = () =>
        [
            Planned(FirstPerson, SecondPerson).Against(
                ActualRule.OfSales(Measure.Margin, Currency.USD, Stage.Invoiced), CreditedPerson(), Array.Empty<SalesLine>()),
        ],
        [typeof(PlanBreakdown<string>)] = () =>
        [
            Broken("USD", "a"), Broken("USD", "a").WithHedge(Percentage.FromPercent(5), Rounding.Commercial),
            Broken("USD", "a").WithOverAssignment(Margin(1m)),
        ],
        [typeof(PlanBreakdown<SalespersonId>)] = () =>
            [Broken(FirstPerson, SecondPerson), Broken(SecondPerson, FirstPerson)],
        [typeof(PlanCell<string>)] = () => [Cell("USD"), Cell("a"), Cell("a").WithScope(Narrow())],
        [typeof(PlanCell<SalespersonId>)] = () => [Cell(FirstPerson), Cell(SecondPerson)],
        [typeof(PlanCheck<string>)] = () => [Planned("USD", "a").Check(), SalesPlan.Of<string>(DateSpan.OfYear(2026)).Check()],
        [typeof(PlanCheck<SalespersonId>)] = () => [Planned(FirstPerson, SecondPerson).Check()],
        [typeof(PlanSum<string>)] = () => [.. Planned("USD", "a").Check().Sums],
        [typeof(PlanSum<SalespersonId>)] = () => [.. Planned(FirstPerson, SecondPerson).Check().Sums],
        [typeof(SalesPlan<string>)] = () =>
            [Planned("USD", "a"), SalesPlan.Of<string>(DateSpan.OfYear(2026)), Planned("USD", "a").WithWeights(Weighted())],
        [typeof(SalesPlan<SalespersonId>)] = () =>
            [Planned(FirstPerson, SecondPerson), SalesPlan.Of<SalespersonId>(DateSpan.OfYear(2026))],
        [typeof(SalesTarget<string>)] = () =>
            [SalesTarget.Of("USD", Margin(2m), DateSpan.OfYear(2026)), SalesTarget.Of(Cell("USD"), Margin(2m)).WithScope(Narrow())],
        [typeof(SalesTarget<SalespersonId>)] = () =>
            [SalesTarget.Of(FirstPerson, Margin(2m), DateSpan.OfYear(2026)), SalesTarget.Of(Cell(FirstPerson), Margin(2m))],
        [typeof(TargetChange<string>)] = () =>
            [.. Planned("USD", "a").ChangesTo(SalesPlan.Of<string>(DateSpan.OfYear(2026))).Cast<object>()],
        [typeof(TargetChange<SalespersonId>)] = () =>
            [.. Planned(FirstPerson, SecondPerson).ChangesTo(SalesPlan.Of<SalespersonId>(DateSpan.OfYear(2026))).Cast<object>()],
        [typeof(WeightedMeasures)] = () => [Weighted(), WeightedMeasures.Of((Measure.Margin, Percentage.OneHundred))],
    };

    private static PlanActuals<string> PlannedAndSold() =>
        Planned("USD", "a").Against(ActualRule.OfSales(Measure.Margin, Currency.USD, Stage.Invoiced), Credited(), Array.Empty<SalesLine>());

    private static SalespersonId FirstPerson => new("S-1");

    private static SalespersonId SecondPerson => new("S-2");

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
