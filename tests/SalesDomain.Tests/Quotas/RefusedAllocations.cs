using System;
using System.Linq;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class RefusedAllocations
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));
    private static readonly AllocationDriver<string> s_lastYear = AllocationDriver.Of("last year", ("North", 2m), ("South", 1m));
    private static readonly AllocationRule<string> s_rule = AllocationRule.By(s_lastYear);

    [Fact]
    public void A_tree_has_one_root_one_parent_a_node_and_no_ring()
    {
        Assert.Contains("a", Refused("links", () => PlanTree.Of("China", ("a", "China"), ("a", "b"))), StringComparison.Ordinal);
        Refused("links", () => PlanTree.Of("China", ("China", "a"), ("a", "China")));
        Assert.Contains("a", Refused("links", () => PlanTree.Of("China", ("a", "b"), ("b", "a"))), StringComparison.Ordinal);
        Assert.Contains("elsewhere", Refused("links", () => PlanTree.Of("China", ("a", "elsewhere"))), StringComparison.Ordinal);
        Refused("links", () => PlanTree.Of("China", ("China", "China")));
    }

    [Fact]
    public void What_the_rule_says_of_strangers_is_not_lost_in_silence()
    {
        Assert.Contains(
            "West", Refused("rule", () =>
                Allocate(AllocationRule.By(AllocationDriver.Of("last year", ("North", 1m), ("South", 1m), ("West", 1m))))),
                StringComparison.Ordinal);
        Assert.Contains("West", Refused("rule", () => Allocate(s_rule.WithMinimum("West", Revenue(1m)))), StringComparison.Ordinal);
        Assert.Contains("West", Refused("rule", () => Allocate(s_rule.WithRestTo("West"))), StringComparison.Ordinal);
        Assert.Contains("West", Refused("rule", () => Allocate(s_rule.WithHedgeAt("West", Percent(5)))), StringComparison.Ordinal);
        Assert.Contains("North", Refused("rule", () => Allocate(s_rule.WithHedgeAt("North", Percent(5)))), StringComparison.Ordinal);
        Refused("rule", () => Allocate(s_rule.WithHedgeAtLevel(1, Percent(5))));
        Refused("rule", () => Allocate(s_rule.WithDriverAtLevel(1, s_lastYear)));
        Refused("rule", () => Allocate(s_rule.WithFixedQuota("China", Revenue(5m))));
    }

    // Pitfall 9: rows of a team came twice when a document was copied (erpnext #38868).
    [Fact]
    public void Pitfall_9_A_node_that_comes_twice_is_refused()
    {
        var one = Measure.Count("new customers").Of(1m);

        Assert.Contains(
            "North", Refused("weights", () => AllocationDriver.Of("last year", ("North", 1m), ("North", 1m))), StringComparison.Ordinal);
        Refused("values", () => AllocationDriver.Of("last year", ("North", one), ("North", one)));
        Refused("own", () => s_lastYear.GrownBy(Percent(5), ("North", Percent(5)), ("North", Percent(5))));
        Refused("proposals", () => Allocate(s_rule).Compare([("North", Revenue(1m)), ("North", Revenue(1m))]));
    }

    [Fact]
    public void Drivers_are_refused_when_built()
    {
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => AllocationDriver.Of("last year", ("North", -1m)));
        var negative = Assert.Throws<ArgumentOutOfRangeException>(
            "values", () => AllocationDriver.Of("last year", ("South", Revenue(1m)), ("North", Revenue(-5m))));
        Assert.Contains(
            "'last year' is -5 for North; CountingNegativesAsZero counts it as zero", negative.Message, StringComparison.Ordinal);
        Assert.Throws<TaxBasisMismatchException>(
            "values", () => AllocationDriver.Of("last year", ("North", Revenue(1m)), ("South", Measure.GrossRevenue.Of(Cny(1m)))));
        Refused("name", () => AllocationDriver.Of(" ", ("North", 1m)));
        Assert.Throws<InvalidOperationException>(() => AllocationDriver.Even<string>().WithMissing(1m));
        Refused("own", () => s_lastYear.GrownBy(Percent(5), ("West", Percent(5))));
        Assert.Throws<ArgumentOutOfRangeException>("growth", () => s_lastYear.GrownBy(Percent(-100.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("own", () => s_lastYear.GrownBy(Percent(5), ("North", Percent(-101m))));
    }

    // Pitfall 7: a total of percentages is compared exactly, and 99.9999 is not 100 (erpnext #57802).
    [Fact]
    public void Pitfall_7_The_shares_of_a_blend_total_exactly_100_percent()
    {
        var other = AllocationDriver.Of("potential", ("North", 1m), ("South", 1m));
        var third = AllocationDriver.Of("outlets", ("North", 1m), ("South", 1m));

        Assert.Contains(
            "99.9999%",
            Refused("parts", () =>
                AllocationDriver.Blend((s_lastYear, Percent(33.3333m)), (other, Percent(33.3333m)), (third, Percent(33.3333m)))),
                StringComparison.Ordinal);
        Assert.Equal(
            3, AllocationDriver.Blend((s_lastYear, Percent(33.3333m)), (other, Percent(33.3333m)), (third, Percent(33.3334m))).Parts.Count);
        Refused("parts", () => AllocationDriver.Blend((s_lastYear, Percent(50)), (s_lastYear, Percent(50))));
        Refused("parts", () => AllocationDriver.Blend((AllocationDriver.Blend((s_lastYear, Percent(100))), Percent(100))));
        Assert.Throws<ArgumentOutOfRangeException>(
            "parts", () => AllocationDriver.Blend((s_lastYear, Percent(110)), (other, Percent(-10))));
    }

    [Fact]
    public void A_blend_with_an_empty_driver_is_refused_by_the_name_of_both()
    {
        var none = AllocationDriver.Of("potential", ("North", 0m), ("South", 0m));

        var message = Refused(
            "rule", () => Allocate(AllocationRule.By(AllocationDriver.Blend((s_lastYear, Percent(50)), (none, Percent(50))))));

        Assert.Contains("potential", message, StringComparison.Ordinal);
        Assert.Contains("China", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_refused_when_built()
    {
        Assert.Throws<ArgumentOutOfRangeException>("hedge", () => s_rule.WithHedge(Percent(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => s_rule.InUnitsOf(0m));
        Assert.Throws<ArgumentOutOfRangeException>(
            "minimum", () => s_rule.WithMaximum("North", Revenue(1m)).WithMinimum("North", Revenue(2m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "maximum", () => s_rule.WithMinimum("North", Revenue(2m)).WithMaximum("North", Revenue(1m)));
        Assert.Throws<TaxBasisMismatchException>(
            "maximum", () => s_rule.WithMinimum("North", Revenue(2m)).WithMaximum("North", Measure.GrossRevenue.Of(Cny(9m))));
        Refused("history", () => s_rule.WithGrowthBounds(s_lastYear, Percent(0), Percent(5)));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => s_rule.WithGrowthBounds(History(), Percent(5), Percent(4)));
        Assert.Throws<ArgumentOutOfRangeException>("least", () => s_rule.WithGrowthBounds(History(), Percent(-101), null));
    }

    [Fact]
    public void Bounds_that_leave_no_quota_are_refused_by_the_name_of_the_node()
    {
        Assert.Contains(
            "North",
            Refused("rule", () => Allocate(s_rule.WithGrowthBounds(History(), Percent(10), null).WithMaximum("North", Revenue(50m)))),
            StringComparison.Ordinal);
        Assert.Contains(
            "North",
            Refused("rule", () => Allocate(s_rule.InUnitsOf(10m).WithMinimum("North", Revenue(41m)).WithMaximum("North", Revenue(49m)))),
            StringComparison.Ordinal);
        Assert.Contains(
            "China", Refused("rule", () => Allocate(s_rule.WithMaximum("North", Revenue(20m)).WithMaximum("South", Revenue(20m)))),
            StringComparison.Ordinal);
        Assert.Throws<TaxBasisMismatchException>("rule", () => Allocate(s_rule.WithMinimum("North", Measure.GrossRevenue.Of(Cny(9m)))));
        Assert.Throws<ArgumentException>("minimum", () => s_rule.WithMinimum("North", default));
    }

    [Fact]
    public void Money_without_a_minor_unit_needs_a_unit()
    {
        var gold = Measure.OfMoney("gold", TaxBasis.WithoutTax).Of(new Money(100m, Currency.XAU));

        Assert.Throws<ArgumentException>("target", () => QuotaTree.Allocate(gold, s_tree, s_rule));
        Assert.Equal(67m, QuotaTree.Allocate(gold, s_tree, s_rule.InUnitsOf(1m)).QuotaOf("North").Money.Amount);
        Assert.Throws<ArgumentException>("target", () => QuotaTree.Allocate(default, s_tree, s_rule));
    }

    // Largest amounts: exact, or an overflow that says so.
    [Fact]
    public void Large_amounts_are_split_exactly_or_the_overflow_is_named()
    {
        var large = QuotaTree.Allocate(Measure.Count("points").Of(decimal.MaxValue), s_tree, s_rule);
        Assert.Equal(decimal.MaxValue, large.Tree.Leaves.Sum(leaf => large.QuotaOf(leaf).Number));
        Assert.All(large.Nodes, node => Assert.Empty(node.Explain().Verify()));

        Assert.Throws<OverflowException>(
            () => QuotaTree.Allocate(Measure.Count("points").Of(decimal.MaxValue), s_tree, s_rule.WithHedge(Percent(5))));
        Assert.Throws<OverflowException>(() => QuotaTree.Allocate(
            Revenue(1m), PlanTree.Of("a", ("b", "a"), ("c", "a"), ("d", "b"), ("e", "b")),
            AllocationRule.By(AllocationDriver.Of("last year", ("c", 1m), ("d", decimal.MaxValue), ("e", decimal.MaxValue)))));
    }

    [Fact]
    public void A_node_that_is_not_in_the_tree_is_an_argument_error()
    {
        var quotas = Allocate(s_rule);

        Refused("node", () => quotas.QuotaOf("West"));
        Refused("node", () => quotas["West"]);
        Refused("node", () => quotas.Explain("West"));
        Refused("node", () => quotas.LeafSumOf("West"));
        Refused("node", () => s_tree.ChildrenOf("West"));
        Assert.False(s_tree.Contains("West"));
    }

    private static QuotaTree<string> Allocate(AllocationRule<string> rule) => QuotaTree.Allocate(Revenue(90m), s_tree, rule);

    private static AllocationDriver<string> History() => AllocationDriver.Of("history", ("North", Revenue(50m)), ("South", Revenue(25m)));

    private static string Refused(string parameterName, Func<object?> act) => Assert.Throws<ArgumentException>(parameterName, act).Message;

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
