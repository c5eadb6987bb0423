using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

public sealed class ProposalsFromBelow
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of(
        "China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South"), ("Ma", "South"));

    private static readonly AllocationDriver<string> s_lastYear = AllocationDriver.Of(
        "last year", ("Li", Revenue(300m)), ("Wu", Revenue(200m)), ("He", Revenue(400m)), ("Ma", Revenue(100m)));

    private static readonly QuotaTree<string> s_quotas = QuotaTree.Allocate(Revenue(1_200m), s_tree, AllocationRule.By(s_lastYear));

    [Fact]
    public void The_gap_is_shown_at_every_node()
    {
        var comparison = s_quotas.Compare(
            [("Li", Revenue(380m)), ("Wu", Revenue(180m)), ("He", Revenue(470m)), ("Ma", Revenue(120m))], Percent(5));

        Assert.Equal(Revenue(560m), comparison["North"].Proposed);
        Assert.Equal(Revenue(-40m), comparison["North"].Gap);
        Assert.Equal(Revenue(1_150m), comparison["China"].Proposed);
        Assert.Equal(Percent(-25m), comparison["Wu"].GapRatio);
        Assert.Equal(["North", "Li", "Wu"], comparison.OutOfTolerance.Select(gap => gap.Node));
        Assert.Empty(comparison.Missing);
        Assert.All(comparison.Gaps, gap => Assert.Empty(gap.Explain().Verify()));
        Assert.Equal("China: CNY 1200.00, proposed CNY 1150.00", comparison.ToString());
    }

    // Absent is not zero: a region with one proposal missing has no sum.
    [Fact]
    public void A_missing_proposal_is_visible_and_is_not_zero()
    {
        var comparison = s_quotas.Compare([("Li", Revenue(360m)), ("He", Revenue(480m)), ("Ma", Revenue(120m))]);

        Assert.Equal(["Wu"], comparison.Missing);
        Assert.Null(comparison["North"].Proposed);
        Assert.Null(comparison["China"].Gap);
        Assert.Null(comparison["China"].IsWithinTolerance);
        Assert.Equal(Revenue(360m), comparison["North"].SoFar);
        Assert.Equal(1, comparison["China"].Missing);
        Assert.True(comparison["South"].IsWithinTolerance);
        Assert.Empty(comparison.OutOfTolerance);
        Assert.Equal(Figure.Absent, comparison["North"].Explain().Value);
    }

    [Fact]
    public void A_managers_own_proposal_stands_for_those_below_and_both_are_seen()
    {
        var comparison = s_quotas.Compare(
            [("North", Revenue(600m)), ("Li", Revenue(350m)), ("Wu", Revenue(200m)), ("South", Revenue(600m)), ("He", Revenue(100m))]);

        Assert.Equal(Revenue(550m), comparison["North"].FromBelow);
        Assert.Equal(Revenue(600m), comparison["North"].Proposed);
        Assert.Equal(Revenue(1_200m), comparison["China"].Proposed);
        Assert.Empty(comparison.Missing);
        Assert.Null(comparison["South"].FromBelow);
        Assert.Null(comparison["Ma"].Proposed);
        Assert.All(comparison.Gaps, gap => Assert.Empty(gap.Explain().Verify()));
    }

    [Theory]
    [InlineData(378, true)]
    [InlineData(378.01, false)]
    [InlineData(342, true)]
    [InlineData(341.99, false)]
    public void A_gap_of_the_tolerance_is_within_it(double proposed, bool isWithin) =>
        Assert.Equal(isWithin, s_quotas.Compare([("Li", Revenue((decimal)proposed))], Percent(5))["Li"].IsWithinTolerance);

    [Fact]
    public void Last_year_with_growth_is_set_beside_the_quotas()
    {
        var comparison = s_quotas.Compare(s_lastYear.GrownBy(Percent(10), ("Ma", Percent(50))), Percentage.Zero);

        Assert.Equal(Revenue(330m), comparison["Li"].Proposed);
        Assert.Equal(Revenue(-60m), comparison["China"].Gap);
        Assert.Equal(Revenue(30m), comparison["Ma"].Gap);
    }

    [Fact]
    public void A_tree_from_its_leaves_has_exactly_their_quotas()
    {
        var tree = QuotaTree.FromLeaves(
            s_tree, [("Li", Revenue(0.1m)), ("Wu", Revenue(333.333m)), ("He", Revenue(0m)), ("Ma", Revenue(12m))]);

        Assert.Equal(Revenue(345.433m), tree.Target);
        Assert.Equal(Revenue(333.433m), tree.QuotaOf("North"));
        Assert.Equal([0.1m, 333.333m, 0m, 12m], tree.Tree.Leaves.Select(leaf => tree.QuotaOf(leaf).Money.Amount));
        Assert.All(tree.Nodes, node => Assert.Empty(node.Explain().Verify()));
        Assert.Throws<ArgumentException>("quotas", () => QuotaTree.FromLeaves(s_tree, [("North", Revenue(1m))]));
        Assert.Throws<ArgumentException>("quotas", () => QuotaTree.FromLeaves(s_tree, [("Li", Revenue(1m)), ("Wu", Revenue(1m))]));
        Assert.Throws<ArgumentException>("quotas", () => QuotaTree.FromLeaves(s_tree, [("Li", Revenue(1m)), ("Li", Revenue(1m))]));
    }

    [Fact]
    public void A_proposal_of_a_stranger_twice_or_in_another_measure_is_refused()
    {
        Assert.Throws<ArgumentException>("proposals", () => s_quotas.Compare([("Xu", Revenue(1m))]));
        Assert.Throws<ArgumentException>("proposals", () => s_quotas.Compare([("Li", Revenue(1m)), ("Li", Revenue(1m))]));
        Assert.Throws<TaxBasisMismatchException>("proposals", () => s_quotas.Compare([("Li", Measure.GrossRevenue.Of(Cny(1m)))]));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => s_quotas.Compare([("Li", Revenue(1m))], Percent(-1)));
        Assert.Throws<ArgumentException>("history", () => s_quotas.Compare(AllocationDriver.Even<string>(), Percent(1)));
    }

    [Property(MaxTest = 100)]
    public Property Proposals_of_all_leaves_roll_up_to_their_sum() =>
        Prop.ForAll(
            (from tree in QuotaTreeSample.Trees(20) from amounts in Gen.Choose(0, 10_000).ArrayOf(tree.Leaves.Count) select (tree, amounts))
                .ToArbitrary(),
            pair =>
            {
                var (tree, amounts) = pair;
                var proposals = tree.Leaves.Select((leaf, i) => (leaf, Revenue(amounts[i] / 100m))).ToArray();
                var quotas = QuotaTree.FromLeaves(tree, proposals);
                return quotas.Target == Revenue(amounts.Sum() / 100m)
                    && quotas.Compare(proposals)
                        .Gaps.All(gap => gap.Gap!.Value.IsZero && gap.IsWithinTolerance == true && gap.Explain().Verify().Count == 0);
            });

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
