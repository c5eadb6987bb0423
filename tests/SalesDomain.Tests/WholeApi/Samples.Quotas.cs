using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_quotas = new()
    {
        [typeof(PhasedQuota)] = () => [Quarterly(), Quarterly().WithTotal(Measure.Margin.Of(new Money(3m, Currency.USD)), new LocalDate(2026, 2, 1))],
        [typeof(Phasing)] = () => [Quarterly().Phasing, Phasing.ByWeights(Quarterly().Phasing.Periods, 1m, 2m, 3m).InWorkingDays(WorkCalendar.MondayToFriday)],
        [typeof(PlanPeriods)] = () => [Quarterly().Phasing.Periods, PlanPeriods.Of(DateSpan.OfMonth(2026, 3))],
    };

    private static PhasedQuota Quarterly() =>
        Phasing.Even(PlanPeriods.Of(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1), FiscalPeriodKind.Month))
            .Split(Measure.Margin.Of(new Money(2.5m, Currency.USD)), Rounding.Commercial);
        [typeof(AlertAction)] = () =>
            [new AlertAction("USD", "a", s_date, s_date), new AlertAction("USD", "a", s_date, s_date.PlusDays(1))],
        [typeof(AlertEntry<string>)] = () => [Raised("a"), AlertEntry.ActionPlanned(Watched("a"), s_date, new AlertAction("USD", "a", s_date, s_date))],
        [typeof(AlertEntry<SalespersonId>)] = () =>
            [Raised(new SalespersonId("S-1")), AlertEntry.Raised(Watched(new SalespersonId("S-1")), s_date, "red", new NamedFigure("gap", -8m))],
        [typeof(AlertLedger<string>)] = () => [AlertLedger.Empty<string>(), AlertLedger.Empty<string>().Apply(Raised("a"))],
        [typeof(AlertLedger<SalespersonId>)] = () =>
            [AlertLedger.Empty<SalespersonId>(), AlertLedger.Empty<SalespersonId>().Apply(Raised(new SalespersonId("S-1")))],
        [typeof(AlertRule)] = () => [AlertRule.OnEntering(Bands(), "a"), AlertRule.OnEntering(Bands(), "a", "USD")],
        [typeof(AlertSubject<string>)] = () => [Watched("a"), Watched("b")],
        [typeof(AlertSubject<SalespersonId>)] = () => [Watched(new SalespersonId("S-1")), Watched(new SalespersonId("S-2"))],
        [typeof(DeviationAlert<string>)] = () =>
            [.. AlertLedger.Empty<string>().Apply([Raised("a"), Raised("b")]).Alerts.Cast<object>()],
        [typeof(DeviationAlert<SalespersonId>)] = () =>
            [.. AlertLedger.Empty<SalespersonId>().Apply(Raised(new SalespersonId("S-1"))).Alerts.Cast<object>()],
        [typeof(Linearity)] = () => [Linear()],
        [typeof(LinearityPart)] = () => [.. Linear().Parts.Cast<object>()],
        [typeof(StatusBands)] = () => [Bands(), StatusBands.GreenAmberRed, StatusBands.GreenAmberRed.WithMargin(1m)],
        [typeof(StepSchedule<decimal, string>)] = () =>
            [StepSchedule.From((0m, "USD")).ThenBelow("a"), StepSchedule.UpTo((0m, "USD")).ThenAbove("a")],
        [typeof(StatusObservation)] = () =>
            [Bands().Observe(new LocalDate(2026, 3, 30), 1m), Bands().Observe(new LocalDate(2026, 3, 30), -1m).Then(s_date, 1m)],
    };

    private static StatusBands Bands() => StatusBands.HigherIsBetter(StepSchedule.From((0m, "USD")).ThenBelow("a"));

    private static AlertSubject<TOwner> Watched<TOwner>(TOwner owner)
        where TOwner : notnull =>
        AlertSubject.Of(owner, Measure.Revenue, DateSpan.OfQuarter(2026, 1));

    private static AlertEntry<TOwner> Raised<TOwner>(TOwner owner)
        where TOwner : notnull =>
        AlertEntry.Raised(Watched(owner), s_date, "red");

    private static Linearity Linear() =>
        Linearity.Of((DateSpan.OfMonth(2026, 1), Measure.Revenue.Of(new Money(1m, Currency.USD)), 1m),
            (DateSpan.OfMonth(2026, 2), Measure.Revenue.Of(new Money(2m, Currency.USD)), 1m));
        [typeof(AllocationDriver<string>)] = () => [LastYear("a", "b"), AllocationDriver.Even<string>(), LastYear("a", "b").WithMissing(1m)],
        [typeof(AllocationDriver<Money>)] = () => [LastYear(Dollars(1m), Dollars(2m)), AllocationDriver.Even<Money>()],
        [typeof(AllocationRule<string>)] = () =>
        [
            AllocationRule.By(LastYear("a", "b")), AllocationRule.By(LastYear("a", "b")).WithHedge(Percentage.FromPercent(5)),
            AllocationRule.By(LastYear("a", "b")).WithMinimum("a", Margin(0.5m)),
        ],
        [typeof(AllocationRule<Money>)] = () => [AllocationRule.By(LastYear(Dollars(1m), Dollars(2m))), AllocationRule.By(AllocationDriver.Even<Money>())],
        [typeof(PlanTree<string>)] = () => [Tree("USD", "a", "b"), PlanTree.Of("USD"), Tree("USD", "b", "a")],
        [typeof(PlanTree<Money>)] = () => [Tree(default(Money), Dollars(1m), Dollars(2m)), PlanTree.Of(default(Money))],
        [typeof(QuotaActuals<string>)] = () => [Reached("USD", "a", "b")],
        [typeof(QuotaActuals<Money>)] = () => [Reached(default(Money), Dollars(1m), Dollars(2m))],
        [typeof(QuotaComparison<string>)] = () => [Proposed("USD", "a", "b")],
        [typeof(QuotaComparison<Money>)] = () => [Proposed(default(Money), Dollars(1m), Dollars(2m))],
        [typeof(QuotaGap<string>)] = () => [.. Proposed("USD", "a", "b").Gaps],
        [typeof(QuotaGap<Money>)] = () => [.. Proposed(default(Money), Dollars(1m), Dollars(2m)).Gaps],
        [typeof(QuotaAdjustment<string>)] = () => [.. Adjusted("USD", "a", "b").Adjustments],
        [typeof(QuotaAdjustment<Money>)] = () => [.. Adjusted(default(Money), Dollars(1m), Dollars(2m)).Adjustments],
        [typeof(QuotaNode<string>)] = () => [.. Adjusted("USD", "a", "b").Nodes],
        [typeof(QuotaNode<Money>)] = () => [.. Adjusted(default(Money), Dollars(1m), Dollars(2m)).Nodes],
        [typeof(QuotaTree<string>)] = () => [Adjusted("USD", "a", "b")],
        [typeof(QuotaTree<Money>)] = () => [Adjusted(default(Money), Dollars(1m), Dollars(2m))],
    };

    private static Money Dollars(decimal amount) => new(amount, Currency.USD);

    private static Measured Margin(decimal amount) => Measure.Margin.Of(Dollars(amount));

    private static PlanTree<TNode> Tree<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        PlanTree.Of(root, (first, root), (second, root));

    private static AllocationDriver<TNode> LastYear<TNode>(TNode first, TNode second)
        where TNode : notnull =>
        AllocationDriver.Of("last year", (first, Margin(3m)), (second, Margin(1m)));

    private static QuotaTree<TNode> Adjusted<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        QuotaTree.Allocate(Margin(2m), Tree(root, first, second), AllocationRule.By(LastYear(first, second)).WithHedge(Percentage.FromPercent(10)))
            .WithQuota(first, Margin(1.5m), QuotaAdjustmentPolicy.Siblings)
            .WithQuota(root, Margin(2.5m), QuotaAdjustmentPolicy.Ancestors)
            .WithQuota(second, Margin(0.75m), QuotaAdjustmentPolicy.OverAssignment);

    private static QuotaActuals<TNode> Reached<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        Adjusted(root, first, second).RollUp(new[] { 1m, 0.5m }, amount => amount == 1m ? first : second, amount => Margin(amount));

    private static QuotaComparison<TNode> Proposed<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        Adjusted(root, first, second).Compare([(first, Margin(1m)), (second, Margin(1m))], Percentage.FromPercent(5));
}
