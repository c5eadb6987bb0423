using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class QuotasExplainThemselves
{
    [Property(MaxTest = 100)]
    public Property Every_explanation_verifies_and_states_the_quota() =>
        Prop.ForAll(QuotaTreeSample.WithBounds, sample =>
        {
            var tree = sample.Allocate();
            return tree.Nodes.All(
                node => node.Explain() is var explained && explained.Verify().Count == 0 && explained.Value == node.Quota.Value);
        });

    // An adjustment is not of the share: the share is explained within the bounds it was made within, whatever was added to it since.
    [Theory]
    [InlineData(QuotaAdjustmentPolicy.Ancestors)]
    [InlineData(QuotaAdjustmentPolicy.OverAssignment)]
    public void A_share_at_its_bound_is_explained_as_it_was_made_and_the_adjustment_added(QuotaAdjustmentPolicy policy)
    {
        var tree = QuotaTree.Allocate(
            Measure.Revenue.Of(Cny(300m)), PlanTree.Of("team", ("Li", "team"), ("Wu", "team"), ("He", "team")),
            AllocationRule.By(AllocationDriver.Even<string>()).InUnitsOf(1m).WithMaximum("Li", Measure.Revenue.Of(Cny(60m))))
            .WithQuota("Li", Measure.Revenue.Of(Cny(50m)), policy);

        Assert.All(tree.Nodes, node => Assert.Empty(node.Explain().Verify()));
        var explained = tree.Explain("Li").ToString();
        Assert.StartsWith("quota of Li: CNY 50.00  [sum]\n  share of Li: CNY 60.00  [share part 1", explained, StringComparison.Ordinal);
        Assert.Contains("even of Li (at most 60): 1 ", explained, StringComparison.Ordinal);
        Assert.EndsWith("  adjustments: CNY -10.00  [fact]\n", explained, StringComparison.Ordinal);

        // A sibling is explained by the same split, and one that is split anew by the bounds less the adjustment.
        var again = tree.WithQuota("He", Measure.Revenue.Of(Cny(100m)), QuotaAdjustmentPolicy.Siblings);
        Assert.All(again.Nodes, node => Assert.Empty(node.Explain().Verify()));
    }

    [Property(MaxTest = 200)]
    public Property A_figure_that_is_changed_is_named(PositiveInt choice) =>
        Prop.ForAll(QuotaTreeSample.SetByHand, sample =>
        {
            foreach (var node in sample.Tree.Nodes)
                Tampering.IsNamed(node.Explain(), choice.Get);
        });

    [Property(MaxTest = 100)]
    public Property A_figure_of_a_gap_or_of_a_part_in_time_that_is_changed_is_named(PositiveInt choice) =>
        Prop.ForAll(QuotaTreeSample.SetByHand, sample =>
        {
            var leaves = sample.Tree.Tree.Leaves;
            var comparison = sample.Tree.Compare(leaves.Select(leaf => (leaf, sample.Tree.QuotaOf(leaf) * 2m)));
            var quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter);
            var phased = sample.Tree.Phase(Phasing.Even(quarters), Rounding.ToStep(sample.Grain, RoundingMode.HalfAwayFromZero));
            foreach (var node in sample.Tree.Tree.Nodes)
            {
                Tampering.IsNamed(comparison[node].Explain(), choice.Get);
                Tampering.IsNamed(phased.Explain(node, choice.Get % 4), choice.Get);
            }
        });

    [Fact]
    public void A_quota_is_explained_back_to_the_target_with_hedge_rest_and_bounds()
    {
        var tree = QuotaTree.Allocate(
            Measure.Revenue.Of(Cny(12_345_678m)),
            PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North")),
            AllocationRule.By(AllocationDriver.Of(
                "last year", ("South", Measure.Revenue.Of(Cny(4m))), ("Li", Measure.Revenue.Of(Cny(3m))),
                ("Wu", Measure.Revenue.Of(Cny(2m)))))
                .InUnitsOf(1_000m).WithRestTo("South").WithHedgeAtLevel(1, Percent(10))
                    .WithMaximum("Wu", Measure.Revenue.Of(Cny(3_000_000m))));

        var explanation = tree.Explain("Li");

        Assert.Empty(explanation.Verify());
        Assert.Equal(
            """
            quota of Li: CNY 4544000.00  [share part 1, in units of 1000, ties to the first]
              handed out by North: CNY 7544000.00  [round step:1000 half-away]
                with hedge: CNY 7543800.00  [product]
                  quota of North: CNY 6858000.00  [share part 1, in units of 1000, ties to the first, rest to part 2]
                    quota of China: CNY 12345678.00  [fact]
                    last year of North: CNY 5.00  [sum of 2 facts]
                    last year of South: CNY 4.00  [fact]
                  100% + hedge: 110%  [by the rule]
              last year of Li: CNY 3.00  [fact]
              last year of Wu (at most 3000000): CNY 2.00  [fact]

            """.Replace("\r\n", "\n"), explanation.ToString());
    }

    [Fact]
    public void Growth_is_shown_where_the_weight_comes_from()
    {
        var tree = QuotaTree.Allocate(
            Measure.Count("new customers").Of(10m), PlanTree.Of("team", ("Li", "team"), ("Wu", "team")),
            AllocationRule.By(AllocationDriver.Of("last year", ("Li", 4m), ("Wu", 2m)).GrownBy(Percent(50), ("Wu", Percent(100))))
                .WithHedge(Percent(10)));

        Assert.Empty(tree.Explain("Wu").Verify());
        Assert.Contains(
            "last year of Wu: 4  [product]\n    last year: 2  [fact]\n    100% + growth: 2  [by the rule]", tree.Explain("Wu").ToString(),
            StringComparison.Ordinal);
    }

    // 100,000 leaves under one another: the explanation holds the families on the way, not the tree.
    [Fact]
    public void One_node_of_a_hundred_thousand_is_explained_without_the_others()
    {
        var nodes = Enumerable.Range(1, 111_110).Select(node => (node, (node - 1) / 10));
        var tree = QuotaTree.Allocate(
            Measure.Revenue.Of(Cny(12_000_000_000m)), PlanTree.Of(0, nodes), AllocationRule.By(AllocationDriver.Even<int>())
                .InUnitsOf(1_000m));

        var explanation = tree.Explain(111_110);

        Assert.Equal(100_000, tree.Tree.Leaves.Count);
        Assert.Equal(6, tree.Tree.Depth);
        Assert.Empty(explanation.Verify());
        Assert.Equal(1 + (5 * 11), Count(explanation));
    }

    private static int Count(Explanation node) => 1 + node.Children.Sum(Count);
}
