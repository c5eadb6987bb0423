using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_quotaTrees = new()
    {
        [typeof(AllocationDriver<string>)] = () =>
            [LastYear("a", "b"), AllocationDriver.Even<string>(), LastYear("a", "b").WithMissing(1m),
            AllocationDriver.CountingNegativesAsZero("last year", ("a", InMargin(3m)), ("b", InMargin(-1m)))],
        [typeof(AllocationDriver<Money>)] = () => [LastYear(Dollars(1m), Dollars(2m)), AllocationDriver.Even<Money>()],
        [typeof(AllocationDriver<SalespersonId>)] = () =>
            [LastYear(new SalespersonId("S-2"), new SalespersonId("S-3")), AllocationDriver.Even<SalespersonId>()],
        [typeof(AllocationRule<SalespersonId>)] = () => [AllocationRule.By(AllocationDriver.Even<SalespersonId>())],
        [typeof(AllocationRule<string>)] = () =>
        [
            AllocationRule.By(LastYear("a", "b")), AllocationRule.By(LastYear("a", "b")).WithHedge(Percentage.FromPercent(5)),
            AllocationRule.By(LastYear("a", "b")).WithMinimum("a", InMargin(0.5m)),
        ],
        [typeof(AllocationRule<Money>)] = () =>
            [AllocationRule.By(LastYear(Dollars(1m), Dollars(2m))), AllocationRule.By(AllocationDriver.Even<Money>())],
        [typeof(PhasedQuotaTree<string>)] = () =>
            [Adjusted("USD", "a", "b").Phase(Quarterly().Phasing, Rounding.Commercial),
            Adjusted("USD", "a", "b").Phase(
                leaf => leaf == "a" ? Quarterly().Phasing : Phasing.Even(Quarterly().Phasing.Periods), Rounding.Commercial)],
        [typeof(PhasedQuotaTree<Money>)] = () =>
            [Adjusted(default(Money), Dollars(1m), Dollars(2m)).PhaseControlled(Quarterly().Phasing, Rounding.Commercial)],
        [typeof(PhasedQuotaTree<SalespersonId>)] = () => [AdjustedPeople().Phase(Quarterly().Phasing, Rounding.Commercial)],
        [typeof(PlanTree<SalespersonId>)] = () => [AdjustedPeople().Tree, PlanTree.Of(new SalespersonId("S-1"))],
        [typeof(PlanTree<string>)] = () => [Tree("USD", "a", "b"), PlanTree.Of("USD"), Tree("USD", "b", "a")],
        [typeof(PlanTree<Money>)] = () => [Tree(default(Money), Dollars(1m), Dollars(2m)), PlanTree.Of(default(Money))],
        [typeof(QuotaActuals<string>)] = () => [Reached("USD", "a", "b")],
        [typeof(QuotaActuals<Money>)] = () => [Reached(default(Money), Dollars(1m), Dollars(2m))],
        [typeof(QuotaAdjustment<string>)] = () => [.. Adjusted("USD", "a", "b").Adjustments],
        [typeof(QuotaAdjustment<Money>)] = () => [.. Adjusted(default(Money), Dollars(1m), Dollars(2m)).Adjustments],
        [typeof(QuotaComparison<string>)] = () => [Proposed("USD", "a", "b")],
        [typeof(QuotaComparison<Money>)] = () => [Proposed(default(Money), Dollars(1m), Dollars(2m))],
        [typeof(QuotaGap<string>)] = () => [.. Proposed("USD", "a", "b").Gaps],
        [typeof(QuotaGap<Money>)] = () => [.. Proposed(default(Money), Dollars(1m), Dollars(2m)).Gaps],
        [typeof(QuotaNode<string>)] = () => [.. Adjusted("USD", "a", "b").Nodes],
        [typeof(QuotaNode<Money>)] = () => [.. Adjusted(default(Money), Dollars(1m), Dollars(2m)).Nodes],
        [typeof(QuotaBalance<SalespersonId>)] = () =>
        [
            .. AdjustedPeople().ToLedger(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026))
                .Balances(new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 1)),
        ],
        [typeof(QuotaTree<SalespersonId>)] = () => [AdjustedPeople()],
        [typeof(QuotaTree<string>)] = () => [Adjusted("USD", "a", "b")],
        [typeof(QuotaTree<Money>)] = () => [Adjusted(default(Money), Dollars(1m), Dollars(2m))],
    };

    private static Money Dollars(decimal amount) => new(amount, Currency.USD);

    private static Measured InMargin(decimal amount) => Measure.Margin.Of(Dollars(amount));

    private static PlanTree<TNode> Tree<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        PlanTree.Of(root, (first, root), (second, root));

    private static AllocationDriver<TNode> LastYear<TNode>(TNode first, TNode second)
        where TNode : notnull =>
        AllocationDriver.Of("last year", (first, InMargin(3m)), (second, InMargin(1m)));

    private static QuotaTree<TNode> Adjusted<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        QuotaTree.Allocate(
            InMargin(2m), Tree(root, first, second), AllocationRule.By(LastYear(first, second)).WithHedge(Percentage.FromPercent(10)))
            .WithQuota(first, InMargin(1.5m), QuotaAdjustmentPolicy.Siblings)
            .WithQuota(root, InMargin(2.5m), QuotaAdjustmentPolicy.Ancestors)
            .WithQuota(second, InMargin(0.75m), QuotaAdjustmentPolicy.OverAssignment);

    private static QuotaTree<SalespersonId> AdjustedPeople() =>
        Adjusted(new SalespersonId("S-1"), new SalespersonId("S-2"), new SalespersonId("S-3"));

    private static QuotaActuals<TNode> Reached<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        Adjusted(root, first, second).RollUp(new[] { 1m, 0.5m }, amount => amount == 1m ? first : second, amount => InMargin(amount));

    private static QuotaComparison<TNode> Proposed<TNode>(TNode root, TNode first, TNode second)
        where TNode : notnull =>
        Adjusted(root, first, second).Compare([(first, InMargin(1m)), (second, InMargin(1m))], Percentage.FromPercent(5));
}
