using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>A tree that is broken down is a plan: its targets are not typed a second time, its sums are those of the tree.</summary>
public sealed class PlansOfATree
{
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);
    private static readonly PlanPeriods s_quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter);
    private static readonly Rounding s_thousands = Rounding.ToStep(1_000m, RoundingMode.HalfAwayFromZero);

    // Areas of the company, products of an area: each with the one who answers for it.
    private static readonly PlanTree<(string Area, string Product)> s_tree = PlanTree.Of(
        ("all", "all"),
        (("north", "all"), ("all", "all")), (("south", "all"), ("all", "all")),
        (("north", "juice"), ("north", "all")), (("north", "tea"), ("north", "all")),
        (("south", "juice"), ("south", "all")), (("south", "tea"), ("south", "all")));

    private static readonly QuotaTree<(string Area, string Product)> s_quotas = QuotaTree.Allocate(
        Revenue(12_000_000m), s_tree,
        AllocationRule.By(AllocationDriver.Of(
            "last year", (("north", "juice"), 3m), (("north", "tea"), 2m), (("south", "juice"), 4m), (("south", "tea"), 2m)))
                .InUnitsOf(1_000m));

    [Fact]
    public void A_target_stands_along_time_and_area_and_product_and_the_plan_is_whole()
    {
        var plan = s_quotas.Phase(Phasing.OfPercentages(s_quarters, Percent(20), Percent(23), Percent(25), Percent(32)), s_thousands)
            .ToPlan(OwnerOf, ScopeOf);

        var check = plan.Check();
        Assert.True(check.IsWhole);
        Assert.Equal(Percentage.OneHundred, check.Completeness);
        Assert.Equal(7 * 5, plan.Targets.Count);
        Assert.Equal(s_year, plan.Span);

        var tea = PlanCell.Of("head of north", Measure.Revenue, DateSpan.OfQuarter(2026, 4))
            .WithScope(Scope.Everything.Only(new TerritoryId("north")).Only(new ProductId("tea")));
        Assert.Equal(s_quotas.QuotaOf(("north", "tea")), plan.TargetOf(tea.WithSpan(s_year)).Amount);
        Assert.Equal("CNY 698000.00", plan.TargetOf(tea).Amount.Value.ToString());
        Assert.Equal(
            ["by node", "by period"], plan.Breakdowns.Where(each => each.Whole == plan.Targets[0].Cell)
                .Select(breakdown => breakdown.Name));

        // What is gone or changed afterwards is seen where it belongs.
        Assert.Equal([tea], plan.WithoutTargets(tea).Check().Missing);
        var raised = plan.WithRevisedTargets(plan.TargetOf(tea).WithAmount(Revenue(700_000m))).Check();
        Assert.Equal([Revenue(2_000m), Revenue(2_000m)], raised.Sums.Where(sum => !sum.Agrees).Select(sum => sum.Difference));
    }

    [Fact]
    public void A_node_may_be_a_customer()
    {
        var tree = PlanTree.Of("all", ("Dawei", "all"), ("East", "all"));
        var quotas = QuotaTree.Allocate(NewCustomerRule.Measure.Of(12m), tree, AllocationRule.By(AllocationDriver.Even<string>()));

        var plan = quotas.ToPlan(
            s_year, _ => new SalespersonId("Li"), node => node == "all" ? Scope.Everything : Scope.Everything.Only(new CustomerId(node)));

        Assert.True(plan.Check().IsWhole);
        Assert.Equal([12m, 6m, 6m], plan.Targets.Select(target => target.Amount.Number));
        Assert.All(plan.Targets, target => Assert.Equal(new SalespersonId("Li"), target.Owner));
    }

    [Fact]
    public void A_hedge_and_what_was_set_by_hand_are_declared_and_later_changes_are_seen_against_them()
    {
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));
        var quotas = QuotaTree.Allocate(
                Revenue(100m), tree, AllocationRule.By(AllocationDriver.Even<string>()).InUnitsOf(10m).WithHedge(Percent(5)))
            .WithQuota("South", Revenue(70m), QuotaAdjustmentPolicy.OverAssignment);

        var plan = quotas.ToPlan(s_year);

        // 105 is 110 in tens, of which South had 50.
        var breakdown = Assert.Single(plan.Breakdowns);
        Assert.Equal((Percent(5), Revenue(20m)), (breakdown.Hedge, breakdown.OverAssignment));
        Assert.True(plan.Check().IsWhole);
        Assert.Equal(
            """
            difference: CNY 0.00  [difference]
              sum of the parts: CNY 130.00  [sum]
                target of North; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 60.00  [fact]
                target of South; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 70.00  [fact]
              expected: CNY 130.00  [sum]
                by rate: CNY 110.00  [round step:10 half-away]
                  with hedge: CNY 105.00  [product]
                    target of China; revenue, without tax; 2026-01-01/2026-12-31; everything: CNY 100.00  [fact]
                    whole and hedge: 105%  [sum]
                      whole: 100%  [by the rule]
                      hedge: 5%  [by the rule]
                over-assignment: CNY 20.00  [by the rule]

            """.Replace("\r\n", "\n"),
            Assert.Single(plan.Check().Sums).Explain().ToString());
        Assert.Equal(
            Revenue(-10m), plan.WithRevisedTargets(SalesTarget.Of("South", Revenue(60m), s_year)).Check().Sums[0].Difference);
    }

    [Fact]
    public void A_root_alone_and_a_single_period_make_a_plan()
    {
        var alone = QuotaTree.Allocate(Revenue(100m), PlanTree.Of("Li"), AllocationRule.By(AllocationDriver.Even<string>()));
        Assert.Equal("1 of 1 targets, 0 reasons", alone.ToPlan(s_year).Check().ToString());

        var year = alone.Phase(Phasing.Even(PlanPeriods.Of(s_year)), Rounding.Commercial).ToPlan();
        Assert.Equal(alone.ToPlan(s_year), year);
    }

    [Fact]
    public void A_plan_of_several_measures_is_put_together()
    {
        var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));
        var rule = AllocationRule.By(AllocationDriver.Even<string>());
        var sales = QuotaTree.Allocate(Revenue(100m), tree, rule).ToPlan(s_year);
        var customers = QuotaTree.Allocate(NewCustomerRule.Measure.Of(7m), tree, rule).ToPlan(s_year);

        var plan = sales.WithTargets([.. customers.Targets]).WithBreakdowns([.. customers.Breakdowns])
            .WithWeights(WeightedMeasures.Of((Measure.Revenue, Percent(60)), (NewCustomerRule.Measure, Percent(40))));

        Assert.Equal("6 of 6 targets, 0 reasons", plan.Check().ToString());
    }

    [Fact]
    public void What_cannot_be_a_plan_is_refused()
    {
        Assert.Throws<ArgumentException>("span", () => s_quotas.ToPlan(DateSpan.Always));
        Assert.Contains("north", Refused("ownerOf", node => node.Area == "north" ? null! : "VP", ScopeOf), StringComparison.Ordinal);
        Assert.Contains(
            "tea", Refused("scopeOf", OwnerOf, node => node.Product == "tea" ? null! : ScopeOf(node)), StringComparison.Ordinal);

        // A part beyond the whole, two of one owner that one sale could count for, and two nodes that are one cell.
        Refused("scopeOf", OwnerOf, node => node.Product == "tea" ? Scope.Everything : ScopeOf(node));
        Refused("scopeOf", _ => "VP", node => node.Product == "all" ? ScopeOf(node) : ScopeOf((node.Area, "tea")));
        Refused("scopeOf", node => node.Product, _ => Scope.Everything);
    }

    [Property(MaxTest = 150)]
    public Property The_targets_are_the_quotas_and_their_sums_those_of_the_tree() =>
        Prop.ForAll(QuotaTreeSample.SetByHand, sample =>
        {
            var quotas = sample.Tree;
            var plan = quotas.ToPlan(s_year);
            var check = plan.Check();
            return check.IsWhole && check.RequiredCount == quotas.Tree.Nodes.Count && plan.Targets.Count == check.RequiredCount
                && plan.Targets.All(target => target.Amount == quotas.QuotaOf(target.Owner) && target.Span == s_year)
                && check.Sums.Count == quotas.Nodes.Count(node => !node.IsLeaf)
                && check.Sums.All(sum => sum.Stated == quotas[sum.Breakdown.Whole.Owner].HandedOut
                    && sum.Breakdown.Hedge == quotas[sum.Breakdown.Whole.Owner].Hedge && sum.Explain().IsVerified);
        });

    [Property(MaxTest = 100)]
    public Property Without_adjustments_the_hedge_alone_makes_the_difference() =>
        Prop.ForAll(QuotaTreeSample.WithHedge, sample =>
            sample.Allocate().ToPlan(s_year) is var plan && plan.Check().IsWhole
                && plan.Breakdowns.All(each => each.OverAssignment is null));

    [Property(MaxTest = 100)]
    public Property In_time_every_part_is_a_target_and_sums_along_the_tree_and_over_the_periods() =>
        Prop.ForAll(
            (from sample in QuotaTreeSample.SetByHand.Generator from weights in Gen.Choose(0, 50).ArrayOf(4) select (sample, weights))
                .ToArbitrary(),
            pair =>
            {
                var (sample, weights) = pair;
                weights[0]++;
                var phasing = Phasing.ByWeights(s_quarters, Array.ConvertAll(weights, weight => (decimal)weight));
                var phased = sample.Tree.Phase(phasing, Rounding.ToStep(sample.Grain, RoundingMode.HalfAwayFromZero));
                var plan = phased.ToPlan();
                var check = plan.Check();
                return check.IsWhole && check.RequiredCount == sample.Tree.Tree.Nodes.Count * 5
                    && plan.Targets.All(target => target.Amount == (target.Span == s_year
                        ? sample.Tree.QuotaOf(target.Owner) : phased.Part(target.Owner, s_quarters.IndexOf(target.Span.Start!.Value))))
                    && check.Sums.Where(sum => sum.Breakdown.Name == "by period")
                        .All(sum => sum.Stated == sample.Tree.LeafSumOf(sum.Breakdown.Whole.Owner))
                    && check.Sums.All(sum => sum.Explain().IsVerified);
            });

    private static string Refused(
        string parameterName, Func<(string Area, string Product), string> ownerOf, Func<(string Area, string Product), Scope> scopeOf) =>
        Assert.Throws<ArgumentException>(parameterName, () => s_quotas.ToPlan(s_year, ownerOf, scopeOf)).Message;

    private static string OwnerOf((string Area, string Product) node) => node.Area == "all" ? "VP" : "head of " + node.Area;

    private static Scope ScopeOf((string Area, string Product) node)
    {
        var area = node.Area == "all" ? Scope.Everything : Scope.Everything.Only(new TerritoryId(node.Area));
        return node.Product == "all" ? area : area.Only(new ProductId(node.Product));
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
