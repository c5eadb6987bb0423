using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>Minimum, maximum and a fixed quota of one node: whichever is said first, none takes another back in silence.</summary>
public sealed class BoundsOfARule
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));

    private static readonly AllocationDriver<string> s_lastYear = AllocationDriver.Of(
        "last year", ("North", Revenue(50m)), ("South", Revenue(25m)));

    private static readonly AllocationRule<string> s_rule = AllocationRule.By(s_lastYear);

    [Fact]
    public void A_fixed_quota_is_not_loosened_by_a_bound_that_keeps_it()
    {
        var fixedFirst = s_rule.WithFixedQuota("North", Revenue(30m)).WithMinimum("North", Revenue(20m)).WithMaximum("North", Revenue(80m));
        var fixedLast = s_rule.WithMaximum("North", Revenue(80m)).WithMinimum("North", Revenue(20m)).WithFixedQuota("North", Revenue(30m));

        Assert.Equal(fixedLast, fixedFirst);
        Assert.Equal((Revenue(30m), QuotaHold.Fixed), (North(fixedFirst).Quota, North(fixedFirst).Hold));
        Assert.Equal((Revenue(30m), QuotaHold.Fixed), (North(fixedLast).Quota, North(fixedLast).Hold));
    }

    [Theory]
    [InlineData(29.99, true)]
    [InlineData(30, true)]
    [InlineData(30.01, false)]
    public void A_minimum_above_a_fixed_quota_is_refused_in_either_order(double minimum, bool isPossible)
    {
        var least = Revenue((decimal)minimum);

        Refused(isPossible, "minimum", () => s_rule.WithFixedQuota("North", Revenue(30m)).WithMinimum("North", least));
        Refused(isPossible, "minimums", () => s_rule.WithFixedQuota("North", Revenue(30m)).WithMinimums([("North", least)]));
        Refused(isPossible, "quota", () => s_rule.WithMinimum("North", least).WithFixedQuota("North", Revenue(30m)));
        Refused(isPossible, "quotas", () => s_rule.WithMinimum("North", least).WithFixedQuotas([("North", Revenue(30m))]));
    }

    [Theory]
    [InlineData(29.99, false)]
    [InlineData(30, true)]
    [InlineData(30.01, true)]
    public void A_maximum_below_a_fixed_quota_is_refused_in_either_order(double maximum, bool isPossible)
    {
        var most = Revenue((decimal)maximum);

        Refused(isPossible, "maximum", () => s_rule.WithFixedQuota("North", Revenue(30m)).WithMaximum("North", most));
        Refused(isPossible, "maximums", () => s_rule.WithFixedQuota("North", Revenue(30m)).WithMaximums([("North", most)]));
        Refused(isPossible, "quota", () => s_rule.WithMaximum("North", most).WithFixedQuota("North", Revenue(30m)));
    }

    [Fact]
    public void A_bound_said_again_takes_the_place_of_that_before()
    {
        Assert.Equal(
            s_rule.WithMinimum("North", Revenue(20m)), s_rule.WithMinimum("North", Revenue(70m)).WithMinimum("North", Revenue(20m)));
        Assert.Equal(
            s_rule.WithFixedQuota("North", Revenue(20m)),
            s_rule.WithFixedQuota("North", Revenue(70m)).WithFixedQuota("North", Revenue(20m)));
    }

    [Fact]
    public void What_is_taken_back_by_name_is_gone()
    {
        var bounded = s_rule.WithFixedQuota("North", Revenue(30m)).WithMinimum("South", Revenue(1m)).WithMaximum("North", Revenue(80m));

        Assert.Equal(s_rule.WithMinimum("South", Revenue(1m)), bounded.WithoutBounds("North"));
        Assert.Equal(bounded, bounded.WithoutBounds("West"));
        Assert.Equal(Revenue(60m), North(bounded.WithoutBounds("North")).Quota);
    }

    // Said again with more room, the tighter bounds of before would stay, and nobody would see them.
    [Fact]
    public void Bounds_on_growth_are_said_once_for_a_history()
    {
        var again = s_rule.WithGrowthBounds(s_lastYear, Percent(0), Percent(5)).WithGrowthBounds(s_lastYear, null, Percent(50));
        Assert.Equal(s_rule.WithGrowthBounds(s_lastYear, null, Percent(50)), again);

        // Of another history they hold besides.
        var plan = AllocationDriver.Of("plan", ("North", Revenue(60m)));
        var both = again.WithGrowthBounds(plan, null, Percent(-10));
        Assert.Equal(Revenue(54m), North(both).Quota);
        Assert.NotEqual(again, both);
    }

    [Fact]
    public void Bounds_of_a_measure_that_cannot_be_compared_are_refused()
    {
        Assert.Throws<TaxBasisMismatchException>(
            "quota", () => s_rule.WithMinimum("North", Revenue(2m)).WithFixedQuota("North", Measure.GrossRevenue.Of(Cny(9m))));
        Assert.Throws<CurrencyMismatchException>(
            "maximums", () => s_rule.WithFixedQuota("North", Revenue(2m)).WithMaximums([("North", Measure.Revenue.Of(Usd(9m)))]));
        Assert.Throws<ArgumentException>("minimum", () => s_rule.WithMinimum("North", default));
        Assert.Throws<ArgumentException>("quotas", () => s_rule.WithFixedQuotas([("North", default)]));
    }

    // Bounds do not reach upward. Who has 100 could give North 60; that North has them is for the planner to say.
    [Fact]
    public void A_minimum_that_its_parent_cannot_carry_is_refused_with_the_way_out()
    {
        var tree = PlanTree.Of(
            "China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South"), ("Ma", "South"));
        var rule = AllocationRule.By(AllocationDriver.Even<string>()).WithMinimum("Li", Revenue(60m));

        Assert.Equal(
            "rule must suit the children of North, which get at least 6000 units of 0.01 together and cannot sum to the total (Li at least "
            + "60); give North more, by a minimum of its own, or them less: 50 of North.", Refusal(100m, rule));
        Assert.Equal(
            [100m, 60m, 40m, 60m, 0m, 20m, 20m], Quotas(QuotaTree.Allocate(Revenue(100m), tree, rule.WithMinimum("North", Revenue(60m)))));

        // The largest first, and not ten thousand of them.
        var many = AllocationRule.By(AllocationDriver.Even<string>()).WithMinimums([("North", Revenue(60m)), ("South", Revenue(70m))]);
        Assert.Contains(
            "(South at least 70, North at least 60); raise the target, or give them less: 100 of China.", Refusal(100m, many),
            StringComparison.Ordinal);

        // On the other side of the sum, and with a target that takes back.
        var most = AllocationRule.By(AllocationDriver.Even<string>()).WithMaximums([("Li", Revenue(20m)), ("Wu", Revenue(15m))]);
        Assert.Contains(
            "(Wu at most 15, Li at most 20); give North less, by a maximum of its own, or them more: 50 of North.", Refusal(100m, most),
            StringComparison.Ordinal);
        var back = AllocationRule.By(AllocationDriver.Even<string>()).WithMaximum("Li", Revenue(-60m));
        Assert.Contains("(Li at most -60); give North less, by a maximum of its own, or them more: -50 of North.", Refusal(-100m, back),
            StringComparison.Ordinal);
        Assert.Equal(
            [-100m, -60m, -40m, -60m, 0m, -20m, -20m],
            Quotas(QuotaTree.Allocate(Revenue(-100m), tree, back.WithMaximum("North", Revenue(-60m)))));

        // A quota set by hand is held at what it was set to.
        var locked = QuotaTree.Allocate(Revenue(100m), tree, AllocationRule.By(AllocationDriver.Even<string>())).WithLock("Wu");
        Assert.Contains(
            "(Li held at 30, Wu held at 25); give North more, by a minimum of its own, or them less: 50 of North.",
            Assert.Throws<ArgumentException>(
                "quota", () => locked.WithQuota("Li", Revenue(30m), QuotaAdjustmentPolicy.Siblings)).Message, StringComparison.Ordinal);

        string Refusal(decimal target, AllocationRule<string> bounded) =>
            Assert.Throws<ArgumentException>("rule", () => QuotaTree.Allocate(Revenue(target), tree, bounded)).Message
                .Replace(" (Parameter 'rule')", "").Split('\r', '\n')[0];
    }

    // Bounds around another allocation of the same total, which therefore can be kept; who has no weight gets no more than he must.
    [Property(MaxTest = 200)]
    public Property Every_node_is_within_its_bounds_and_its_family_sums_to_its_parent() =>
        Prop.ForAll(
            (from sample in QuotaTreeSample.WithHedge.Generator
             from less in Gen.Choose(0, 3).ArrayOf(25)
             from more in Gen.Choose(0, 3).ArrayOf(25)
             select (sample, less, more)).ToArbitrary(),
            triple =>
            {
                var (sample, less, more) = triple;
                var plain = sample.Allocate();
                if (sample.Tree.Depth == 1 || sample.Tree.ChildrenOf(0).Any(child => plain[child].HasNoWeight))
                    return true;

                var even = QuotaTree.Allocate(sample.Target, sample.Tree, sample.Rule.WithDriverAtLevel(0, AllocationDriver.Even<int>()));
                var unit = QuotaTreeSample.One(even) * sample.Unit;
                var bounds = sample.Tree.ChildrenOf(0)
                    .Select(
                        (node, i) =>
                            (Node: node, Least: even.QuotaOf(node) - (unit * less[i]), Most: even.QuotaOf(node) + (unit * more[i])))
                    .ToArray();
                var tree = QuotaTree.Allocate(
                    sample.Target, sample.Tree,
                    sample.Rule.WithMinimums(bounds.Select(each => (each.Node, each.Least)))
                        .WithMaximums(bounds.Select(each => (each.Node, each.Most))));
                return bounds.All(each => tree.QuotaOf(each.Node) >= each.Least && tree.QuotaOf(each.Node) <= each.Most)
                    && tree.Nodes.All(node => node.IsLeaf || node.HandedOut
                        == sample.Tree.ChildrenOf(node.Node)
                            .Aggregate(tree.Target - tree.Target, (sum, child) => sum + tree.QuotaOf(child)))
                    && tree.Nodes.All(node => node.Explain().IsVerified);
            });

    private static decimal[] Quotas(QuotaTree<string> tree) => [.. tree.Tree.Nodes.Select(node => tree.QuotaOf(node).Money.Amount)];

    private static QuotaNode<string> North(AllocationRule<string> rule) => QuotaTree.Allocate(Revenue(90m), s_tree, rule)["North"];

    private static void Refused(bool isPossible, string parameterName, Func<AllocationRule<string>> build)
    {
        if (isPossible)
            Assert.Equal(Revenue(30m), North(build()).Quota);
        else
            Assert.Contains("North", Assert.Throws<ArgumentOutOfRangeException>(parameterName, build).Message, StringComparison.Ordinal);
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
