using System;
using System.Collections.Generic;
using SalesDomain.Commissions;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_commissionPlans = new()
    {
        [typeof(CommissionComponent)] = () => [Component(), Component().WithCap(new Money(100m, Currency.USD)), DealByDeal()],
        [typeof(CommissionFigures)] = () => [Figures(1_000m), CommissionFigures.None, CommissionFigures.None.WithFigure("a", default)],
        [typeof(CommissionFiguresBuilder<string>)] = () => [CommissionPlanned().Figures<string>(FirstQuarter())],
        [typeof(CommissionFiguresBuilder<SalespersonId>)] = () => [CommissionPlanned().Figures<SalespersonId>(FirstQuarter())],
        [typeof(CommissionModifier)] = () =>
            [CommissionModifier.Factor("USD"), CommissionModifier.GateFrom("USD", default), CommissionModifier.GateUpTo("USD", default)],
        [typeof(CommissionPlan)] = () => 
            [CommissionPlanned(), CommissionPlanned().WithCap(new Money(100m, Currency.USD)), CommissionPlanned().WithVersion("2")],
        [typeof(CommissionRate)] = () => [FlatRate(3), FlatRate(4), CommissionRate.Individual, CommissionRate.Fixed(default)],
        [typeof(CommissionComparison)] = () =>
        [
            CommissionComparison.Of(CommissionEarned(1_000m), CommissionEarned(2_000m)),
            CommissionComparison.Of(CommissionEarned(2_000m), CommissionEarned(1_000m)),
        ],
        [typeof(CommissionCost<string>)] = () => [CostOf("USD", 1_000m), CostOf("USD", 2_000m), CostOf("a", 1_000m)],
        [typeof(CommissionCost<SalespersonId>)] = () =>
            [CostOf(new SalespersonId("S-1"), 1_000m), CostOf(new SalespersonId("S-2"), 1_000m)],
        [typeof(PayeeDifference<string>)] = () => [.. CostOf("USD", 1_000m).ComparedWith(CostOf("a", 2_000m))],
        [typeof(PayeeDifference<SalespersonId>)] = () =>
            [.. CostOf(new SalespersonId("S-1"), 1_000m).ComparedWith(CostOf(new SalespersonId("S-2"), 2_000m))],
        [typeof(CommissionPool<string>)] = () =>
        [
            CommissionPool.Of("USD", CommissionEarned(1_000m), ("USD", 1m), ("a", 2m)),
            CommissionPool.Of("USD", CommissionEarned(1_000m), ("USD", 2m)),
        ],
        [typeof(CommissionPool<SalespersonId>)] = () =>
        [
            CommissionPool.Of("USD", CommissionEarned(1_000m), (new SalespersonId("S-1"), 1m)),
            CommissionPool.Of("USD", CommissionEarned(2_000m), (new SalespersonId("S-1"), 1m)),
        ],
        [typeof(TargetPay)] = () =>
        [
            TargetPay.Of(new Money(1_000m, Currency.USD), Percentage.FromPercent(60), ("USD", Percentage.OneHundred)),
            TargetPay.Of(new Money(2_000m, Currency.USD), Percentage.FromPercent(60), ("USD", Percentage.OneHundred)),
        ],
        [typeof(WindfallReview)] = () =>
            [WindfallReview.None, WindfallReview.None.WithAttainment(Percentage.OneHundred)],
        [typeof(CommissionResult)] = () => [CommissionEarned(1_000m), CommissionEarned(2_000m)],
        [typeof(CommissionTerms)] = () => [CommissionTerms.None, CommissionTerms.None.WithRate("USD", Percentage.FromPercent(3))],
        [typeof(CommissionThreshold)] = () =>
        [
            CommissionThreshold.OfAttainment(Percentage.FromPercent(80), ThresholdPay.FromFirst),
            CommissionThreshold.OfAttainment(Percentage.FromPercent(80), ThresholdPay.AboveOnly),
        ],
        [typeof(ComponentResult)] = () => [.. CommissionEarned(1_000m).Components],
        [typeof(CreditCommission)] = () => [.. OfCredits().Of("USD").Credits],
        [typeof(DealCommission)] = () => [.. OfCredits().Of("a").Deals],
        [typeof(DealFigures)] = () => [OneDeal(1_000m), OneDeal(2_000m)],
        [typeof(StepMatrix<Percentage, Percentage, Percentage>)] = () =>
        [
            StepMatrix.From([Percentage.Zero], (Percentage.Zero, new[] { Percentage.OneHundred })),
            StepMatrix.From([Percentage.Zero], (Percentage.Zero, new[] { Percentage.Zero })),
        ],
        [typeof(StepSchedule<Percentage, Percentage>)] = () =>
        [
            StepSchedule.From((Percentage.Zero, Percentage.OneHundred)), StepSchedule.From((Percentage.Zero, Percentage.Zero)),
        ],
        [typeof(StepSchedule<Percentage, Money>)] = () =>
        [
            StepSchedule.From((Percentage.Zero, new Money(1m, Currency.USD))), StepSchedule.From((Percentage.Zero, default(Money))),
        ],
    };

    private static CommissionRate FlatRate(decimal percent) => CommissionRate.Flat(Percentage.FromPercent(percent));

    private static CommissionComponent Component() => CommissionComponent.Cumulative("USD", InvoicedRevenue(), FlatRate(3));

    private static CommissionComponent DealByDeal() => CommissionComponent.PerDeal("a", InvoicedRevenue(), FlatRate(1));

    private static CommissionPlan CommissionPlanned() =>
        CommissionPlan.Of("USD", Currency.USD, Rounding.Commercial, Component(), DealByDeal());

    private static CommissionFigures Figures(decimal revenue) =>
        CommissionFigures.None.With("USD", Measure.Revenue.Of(new Money(revenue, Currency.USD)));

    private static DealFigures OneDeal(decimal revenue)
    {
        var measured = Measure.Revenue.Of(new Money(revenue, Currency.USD));
        return new DealFigures(new DocumentId("SO-1"), s_date, measured, measured);
    }

    private static CommissionResult CommissionEarned(decimal revenue) =>
        CommissionPlanned().Evaluate(FirstQuarter(), CommissionTerms.None, Figures(revenue));

    private static CommissionCost<TPayee> CostOf<TPayee>(TPayee payee, decimal revenue)
        where TPayee : notnull =>
        CommissionCost.Of(new Money(10_000m, Currency.USD), new[] { (payee, CommissionEarned(revenue)) });

    private static CommissionResult OfCredits() =>
        CommissionPlanned().Evaluate(
            FirstQuarter(), CommissionTerms.None, CommissionPlanned().Sum(FirstQuarter(), [Credited(CreditKind.Direct)]));
}
