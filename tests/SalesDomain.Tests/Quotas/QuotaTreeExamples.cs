using System;
using System.Linq;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class QuotaTreeExamples
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of(
        "China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South"), ("Ma", "South"));

    private static readonly AllocationDriver<string> s_lastYear = AllocationDriver.Of(
        "last year", ("Li", Revenue(3_000_000m)), ("Wu", Revenue(2_000_000m)), ("He", Revenue(4_000_000m)), ("Ma", Revenue(1_000_000m)));

    // 12,000,000 by 50 % each, then 60:40 and 80:20.
    [Fact]
    public void A_target_goes_down_by_the_history_of_the_leaves()
    {
        var tree = Allocate(12_000_000m, AllocationRule.By(s_lastYear).InUnitsOf(1_000m));

        Assert.Equal([12_000_000m, 6_000_000m, 6_000_000m, 3_600_000m, 2_400_000m, 4_800_000m, 1_200_000m], Quotas(tree));
        Assert.Equal(Percent(60), tree["Li"].ShareOfParent);
        Assert.Equal(2, tree["Li"].Level);
        Assert.Equal(Revenue(6_000_000m), tree["North"].HandedOut);
        Assert.Null(tree["Li"].HandedOut);
        Assert.Null(tree["China"].ShareOfParent);
    }

    [Fact]
    public void An_even_split_is_even_among_siblings_and_not_among_leaves()
    {
        var tree = QuotaTree.Allocate(
            Revenue(900m), PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South")),
            AllocationRule.By(AllocationDriver.Even<string>()));

        Assert.Equal([900m, 450m, 450m, 225m, 225m, 450m], Quotas(tree));
    }

    [Fact]
    public void A_node_that_states_its_own_weight_hides_those_below_it()
    {
        var potential = AllocationDriver.Of("potential", ("North", 1m), ("Li", 30m), ("Wu", 10m), ("He", 2m), ("Ma", 1m));

        Assert.Equal([400m, 100m, 300m, 75m, 25m, 200m, 100m], Quotas(Allocate(400m, AllocationRule.By(potential))));
    }

    // 60 % last year, 40 % potential: North 0.6 × 5/10 + 0.4 × 3/4 = 60 %.
    [Fact]
    public void A_blend_adds_up_the_shares_of_its_drivers()
    {
        var potential = AllocationDriver.Of("potential", ("Li", 1m), ("Wu", 2m), ("He", 1m), ("Ma", 0m));
        var blend = AllocationDriver.Blend((s_lastYear, Percent(60)), (potential, Percent(40)));

        var tree = Allocate(1_000_000m, AllocationRule.By(blend));

        Assert.Equal(Revenue(600_000m), tree.QuotaOf("North"));
        Assert.Equal(Revenue(296_000m), tree.QuotaOf("Li"));
        Assert.Equal(Revenue(352_000m), tree.QuotaOf("He"));
        Assert.Equal("60% last year, 40% potential", blend.Name);
    }

    // A blend of thirds and sevenths has no exact decimal: 100 units go 30.95 to 69.05, and both halves of a rounded quotient would not
    // show it.
    [Fact]
    public void A_blend_takes_no_quotient()
    {
        var tree = PlanTree.Of("China", ("a", "China"), ("b", "China"), ("c", "China"));
        var thirds = AllocationDriver.Of("thirds", ("a", 1m), ("b", 1m), ("c", 1m));
        var sevenths = AllocationDriver.Of("sevenths", ("a", 2m), ("b", 2m), ("c", 3m));
        var rule = AllocationRule.By(AllocationDriver.Blend((thirds, Percent(50)), (sevenths, Percent(50))));

        // In units of a, b = 13 ÷ 42 and c = 16 ÷ 42, of 42 they are exact.
        Assert.Equal([42m, 13m, 13m, 16m], Quotas(QuotaTree.Allocate(Revenue(42m), tree, rule.InUnitsOf(1m))));
    }

    [Fact]
    public void Growth_changes_the_weights_of_some_and_not_their_total()
    {
        var grown = s_lastYear.GrownBy(Percentage.Zero, ("Ma", Percent(100)));

        var tree = Allocate(11_000_000m, AllocationRule.By(grown));

        Assert.Equal([11_000_000m, 5_000_000m, 6_000_000m, 3_000_000m, 2_000_000m, 4_000_000m, 2_000_000m], Quotas(tree));
        Assert.True(grown.TryWeightOf("Ma", out var weight));
        Assert.Equal(2_000_000m, weight);
    }

    // Said twice, it is twice the growth, and the name says so.
    [Fact]
    public void Growth_upon_growth_compounds()
    {
        var grown = s_lastYear.GrownBy(Percent(10)).GrownBy(Percent(10), ("Ma", Percent(-50)));

        Assert.True(grown.TryWeightOf("Li", out var weight) && weight == 3_630_000m);
        Assert.True(grown.TryWeightOf("Ma", out weight) && weight == 550_000m);
    }

    [Fact]
    public void Regions_can_share_by_another_driver_than_people()
    {
        var potential = AllocationDriver.Of("potential", ("North", 3m), ("South", 1m));

        var tree = Allocate(1_000m, AllocationRule.By(s_lastYear).WithDriverAtLevel(0, potential));

        Assert.Equal([1_000m, 750m, 250m, 450m, 300m, 200m, 50m], Quotas(tree));
    }

    // Pitfall: a territory without history gets a quota of 0 that nobody sees.
    [Fact]
    public void A_node_without_weight_gets_nothing_and_is_visible()
    {
        var tree = Allocate(100m, AllocationRule.By(AllocationDriver.Of("last year", ("Li", 1m), ("Wu", 0m), ("He", 0m), ("Ma", 0m))));

        Assert.Equal([100m, 100m, 0m, 100m, 0m, 0m, 0m], Quotas(tree));
        Assert.Equal(["South", "Wu", "He", "Ma"], tree.NodesWithoutWeight);
    }

    // Absent is not zero.
    [Fact]
    public void A_leaf_without_history_is_refused_unless_a_missing_one_counts_something()
    {
        var known = AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 1m), ("He", 4m));

        var refusal = Assert.Throws<ArgumentException>("rule", () => Allocate(100m, AllocationRule.By(known)));

        Assert.Contains("South", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([80m, 40m, 40m, 30m, 10m, 40m, 0m], Quotas(Allocate(80m, AllocationRule.By(known.WithMissing(0m)))));
        Assert.Equal([90m, 40m, 50m, 30m, 10m, 40m, 10m], Quotas(Allocate(90m, AllocationRule.By(known.WithMissing(1m)))));
    }

    // Practice, section 2, Quotas: 12,345,678 in thousands leaves 678.
    [Fact]
    public void The_rest_of_a_target_goes_to_a_named_node_or_is_refused()
    {
        var rule = AllocationRule.By(s_lastYear).InUnitsOf(1_000m);

        Assert.Throws<ArgumentException>("rule", () => Allocate(12_345_678m, rule));

        var tree = Allocate(12_345_678m, rule.WithRestTo("Wu"));
        Assert.Equal([12_345_678m, 6_173_678m, 6_172_000m, 3_704_000m, 2_469_678m, 4_938_000m, 1_234_000m], Quotas(tree));
        Assert.Equal(Quotas(Allocate(12_345_678m, rule.WithRestTo("Li"))), Quotas(Allocate(12_345_678m, rule.WithRestTo("North"))));
    }

    [Fact]
    public void Bounds_hold_and_the_siblings_share_the_rest()
    {
        var rule = AllocationRule.By(s_lastYear).WithMinimum("Ma", Revenue(2_000_000m)).WithMaximum("Li", Revenue(3_000_000m))
            .WithFixedQuota("North", Revenue(5_500_000m));

        var tree = Allocate(12_000_000m, rule);

        Assert.Equal([12_000_000m, 5_500_000m, 6_500_000m, 3_000_000m, 2_500_000m, 4_500_000m, 2_000_000m], Quotas(tree));
        Assert.Equal(
            [QuotaHold.Fixed, QuotaHold.Free, QuotaHold.AtMaximum, QuotaHold.Free, QuotaHold.Free, QuotaHold.AtMinimum],
            new[] { "North", "South", "Li", "Wu", "He", "Ma" }.Select(node => tree[node].Hold));
    }

    [Fact]
    public void Growth_is_held_between_bounds_on_last_year()
    {
        var potential = AllocationDriver.Of("potential", ("Li", 10m), ("Wu", 1m), ("He", 1m), ("Ma", 10m));
        var rule = AllocationRule.By(potential).WithDriverAtLevel(0, AllocationDriver.Even<string>())
            .WithGrowthBounds(s_lastYear, Percentage.Zero, Percent(30));

        var tree = Allocate(11_000_000m, rule);

        Assert.Equal(
            [11_000_000m, 5_500_000m, 5_500_000m, 3_500_000m, 2_000_000m, 4_200_000m, 1_300_000m], Quotas(tree));
    }

    [Fact]
    public void A_minimum_that_the_parent_cannot_carry_is_refused_with_names_and_figures()
    {
        var rule = AllocationRule.By(s_lastYear).WithMinimum("Li", Revenue(4_000_000m)).WithMinimum("Wu", Revenue(3_000_000m))
            .InUnitsOf(1_000m);

        var refusal = Assert.Throws<ArgumentException>("rule", () => Allocate(12_000_000m, rule));

        Assert.Contains("North", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("7000 units of 1000", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("6000000", refusal.Message, StringComparison.Ordinal);
    }

    // 5 % at two levels: 105 % of 105 %.
    [Fact]
    public void Hedges_cumulate_from_the_company_to_the_leaves()
    {
        var tree = Allocate(12_000_000m, AllocationRule.By(s_lastYear).InUnitsOf(1_000m).WithHedge(Percent(5)));

        Assert.Equal([12_000_000m, 6_300_000m, 6_300_000m, 3_969_000m, 2_646_000m, 5_292_000m, 1_323_000m], Quotas(tree));
        Assert.Equal(Revenue(12_600_000m), tree["China"].HandedOut);
        Assert.Equal(Percent(5), tree["North"].CumulatedHedge);
        Assert.Equal(Percent(10.25m), tree["Li"].CumulatedHedge);
        Assert.Equal(Revenue(13_230_000m), tree.LeafSum);
        Assert.Equal(Revenue(1_230_000m), tree.OverAssignment);
        Assert.Equal(Percent(10.25m), tree.OverAssignmentRatio);
        Assert.Equal(Revenue(6_615_000m), tree.LeafSumOf("South"));
    }

    [Fact]
    public void The_hedge_of_a_node_goes_before_that_of_its_level_and_that_before_the_general_one()
    {
        var tree = Allocate(
            1_000_000m,
            AllocationRule.By(AllocationDriver.Even<string>()).WithHedge(Percent(1)).WithHedgeAtLevel(1, Percent(2))
                .WithHedgeAt("South", Percentage.Zero));

        Assert.Equal(
            [Percent(1), Percent(2), Percentage.Zero, Percentage.Zero],
            new[] { "China", "North", "South", "Li" }.Select(node => tree[node].Hedge));
        Assert.Equal([1_000_000m, 505_000m, 505_000m, 257_550m, 257_550m, 252_500m, 252_500m], Quotas(tree));
    }

    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, 108)]
    [InlineData(RoundingMode.Up, 108)]
    [InlineData(RoundingMode.Down, 107)]
    [InlineData(RoundingMode.HalfEven, 108)]
    public void A_hand_out_with_hedge_is_rounded_to_the_unit_by_the_named_rounding(RoundingMode mode, int customers)
    {
        var tree = QuotaTree.Allocate(
            Measure.Count("new customers").Of(100m), PlanTree.Of("team", ("Li", "team")),
            AllocationRule.By(AllocationDriver.Even<string>()).WithHedge(Percent(7.5m)).WithHedgeRoundingMode(mode));

        Assert.Equal(customers, tree.QuotaOf("Li").Number);
    }

    [Fact]
    public void A_target_of_zero_gives_quotas_of_zero() =>
        Assert.All(Quotas(Allocate(0m, AllocationRule.By(s_lastYear).WithHedge(Percent(5)))), quota => Assert.Equal(0m, quota));

    [Fact]
    public void A_family_without_any_weight_is_refused_by_the_name_of_its_parent()
    {
        var rule = AllocationRule.By(AllocationDriver.Of("last year", ("North", 1m), ("Li", 0m), ("Wu", 0m), ("He", 1m), ("Ma", 1m)));

        var refusal = Assert.Throws<ArgumentException>("rule", () => Allocate(100m, rule));

        Assert.Contains("North", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("last year", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_of_decided_quotas_needs_no_weight()
    {
        var rule = AllocationRule.By(AllocationDriver.Of("last year", ("North", 1m), ("Li", 0m), ("Wu", 0m), ("He", 1m), ("Ma", 1m)));

        var tree = Allocate(90m, rule.WithFixedQuota("Li", Revenue(30m)).WithFixedQuota("Wu", Revenue(0m)));

        Assert.Equal([90m, 30m, 60m, 30m, 0m, 30m, 30m], Quotas(tree));
    }

    // A product keeps the decimals of its factors: handed on as they are, those of ten levels would be more than a decimal holds.
    [Fact]
    public void A_rest_goes_down_many_levels_with_hedges()
    {
        var tree = QuotaTree.Allocate(
            Revenue(100_000.50m), PlanTree.Of(0, Enumerable.Range(1, 12).SelectMany(node => new[] { (node, node - 1), (-node, node - 1) })),
            AllocationRule.By(AllocationDriver.Even<int>()).InUnitsOf(1m).WithHedge(Percent(12.345m)).WithHedgeAtLevel(0, Percent(0))
                .WithRestTo(12));

        Assert.Equal(Revenue(50_000.50m), tree.QuotaOf(1));
        Assert.Equal(Revenue(28_087m), tree.QuotaOf(2));
        Assert.All(tree.Nodes, node => Assert.True(node.Explain().IsVerified));
    }

    private static QuotaTree<string> Allocate(decimal target, AllocationRule<string> rule) =>
        QuotaTree.Allocate(Revenue(target), s_tree, rule);

    private static decimal[] Quotas(QuotaTree<string> tree) => [.. tree.Tree.Nodes.Select(node => tree.QuotaOf(node).Money.Amount)];

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
