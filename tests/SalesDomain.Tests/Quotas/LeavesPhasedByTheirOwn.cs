using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>A region has its season and a new hire a late start; the months of all above are the sums.</summary>
public sealed class LeavesPhasedByTheirOwn
{
    private static readonly PlanPeriods s_quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter);
    private static readonly Phasing s_winter = Phasing.ByWeights(s_quarters, 4m, 1m, 1m, 4m);
    private static readonly Phasing s_summer = Phasing.ByWeights(s_quarters, 1m, 4m, 4m, 1m);

    private static readonly QuotaTree<string> s_quotas = QuotaTree.Allocate(
        Revenue(1_000m),
        PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("He", "South"), ("Xu", "South")),
        AllocationRule.By(AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("He", 4m), ("Xu", 1m))));

    [Fact]
    public void A_node_has_the_phasing_that_its_leaves_share_or_none()
    {
        // Another object with the same weights is the same season.
        var phased = s_quotas.Phase(
            leaf => leaf == "Li" ? s_winter : leaf == "Wu" ? Phasing.ByWeights(s_quarters, 4m, 1m, 1m, 4m) : s_summer, Rounding.Commercial);

        Assert.Equal([s_winter, s_winter, s_winter], new[] { "Li", "Wu", "North" }.Select(phased.PhasingOf));
        Assert.Equal(s_summer, phased.PhasingOf("South"));
        Assert.Null(phased.PhasingOf("China"));
        Assert.Equal(s_winter.Split(Revenue(500m), Rounding.Commercial), phased.TopDown("North"));
        Assert.Null(phased.TopDown("China"));
        Assert.Null(phased.DifferenceFromTopDown("China", 0));
        Assert.Equal(Revenue(0m), phased.DifferenceFromTopDown("North", 0));
        Assert.Equal([250m, 250m, 250m, 250m], Enumerable.Range(0, 4).Select(quarter => phased.Part("China", quarter).Money.Amount));
        Assert.Equal([200m, 50m, 50m, 200m], Enumerable.Range(0, 4).Select(quarter => phased.Part("North", quarter).Money.Amount));
        Assert.Equal(s_quarters, phased.Periods);
    }

    [Fact]
    public void A_difference_of_one_leaf_reaches_every_node_above_it()
    {
        var phased = s_quotas.Phase(leaf => leaf == "Wu" ? Phasing.ByWeights(s_quarters, 0m, 1m, 1m, 4m) : s_winter, Rounding.Commercial);

        Assert.Null(phased.PhasingOf("North"));
        Assert.Equal(s_winter, phased.PhasingOf("South"));
        Assert.Null(phased.PhasingOf("China"));
        Assert.Equal(Revenue(0m), phased.Part("Wu", 0));
    }

    [Fact]
    public void What_could_not_be_added_is_refused_by_the_leaf()
    {
        Refused("Wu", leaf => leaf == "Wu" ? null! : s_winter);
        Refused("He", leaf => leaf == "He" ? Phasing.Even(PlanPeriods.Of(DateSpan.OfYear(2026))) : s_winter);
        Refused("Xu", leaf => leaf == "Xu" ? s_winter.InWorkingDays(WorkCalendar.MondayToFriday) : s_winter);

        static void Refused(string leaf, Func<string, Phasing> phasingOf) =>
            Assert.Contains(
                leaf, Assert.Throws<ArgumentException>(nameof(phasingOf), () => s_quotas.Phase(phasingOf, Rounding.Commercial)).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaf_is_asked_once_and_no_other_node()
    {
        var asked = new List<string>();

        s_quotas.Phase(
            leaf =>
            {
                asked.Add(leaf);
                return s_winter;
            },
            Rounding.Commercial);

        Assert.Equal(["He", "Li", "Wu", "Xu"], asked.OrderBy(leaf => leaf, StringComparer.Ordinal));
    }

    [Property(MaxTest = 100)]
    public Property Every_part_is_the_sum_of_leaves_and_explains_itself_to_the_day(PositiveInt choice) =>
        Prop.ForAll(
            (from sample in QuotaTreeSample.WithHedge.Generator
             from seasons in Gen.Choose(0, 20).ArrayOf(4).ArrayOf(3)
             select (sample, seasons)).ToArbitrary(),
            pair =>
            {
                var (sample, seasons) = pair;
                var quotas = sample.Allocate();
                var rounding = Rounding.ToStep(sample.Unit, RoundingMode.HalfAwayFromZero);
                var phasings = Array.ConvertAll(
                    seasons, season => Phasing.ByWeights(s_quarters, season.Select((weight, i) => weight + (i == 3 ? 1m : 0m))));
                var phased = quotas.Phase(leaf => phasings[leaf % phasings.Length], rounding);
                var zero = quotas.Target - quotas.Target;
                var day = s_quarters.Span.Start!.Value.PlusDays(choice.Get % 365);
                Tampering.IsNamed(phased.Explain(quotas.Tree.Leaves[0], choice.Get % 4), choice.Get);
                return quotas.Tree.Nodes.All(node => Enumerable.Range(0, 4).All(quarter =>
                    phased.Part(node, quarter) == (quotas[node].IsLeaf
                        ? phasings[node % phasings.Length].Split(quotas.QuotaOf(node), rounding)[quarter]
                        : quotas.Tree.ChildrenOf(node).Aggregate(zero, (sum, child) => sum + phased.Part(child, quarter)))
                    && phased.Explain(node, quarter).Verify().Count == 0
                    && phased.Explain(node, quarter).Value == phased.Part(node, quarter).Value)
                    && phased.Through(node, 3) == quotas.LeafSumOf(node)
                    && IsOwn(node, quotas.Tree.LeavesOf(node).Aggregate(zero, (sum, leaf) => sum + phased.TopDown(leaf)!.QuotaToDate(day)))
                    && phased.Explain(node, day) is var explained && explained.IsVerified
                    && explained.Value == Figure.OrAbsent(phased.QuotaToDate(node, day)?.Value));

                // A quotient of days is taken of the sum, and of each leaf; and the node's own is to its quota as theirs is to their sum.
                bool IsOwn(int node, Measured ofLeaves)
                {
                    var (quota, leaves) = (quotas.QuotaOf(node), quotas.LeafSumOf(node));
                    if (phased.QuotaToDate(node, day) is not { } own)
                        return leaves.IsZero && !quota.IsZero;
                    if (leaves.IsZero)
                        return own.IsZero || (own == quota && day == s_quarters.Span.End);

                    var (one, other) = (Exact.Of(Oracle.Number(own)) * Exact.Of(Oracle.Number(leaves)),
                        Exact.Of(Oracle.Number(ofLeaves)) * Exact.Of(Oracle.Number(quota)));
                    return (one - other).Abs() < Exact.Of(0.000001m) * (Exact.Of(1) + Exact.Of(Oracle.Number(leaves)).Abs());
                }
            });

    [Property(MaxTest = 50)]
    public Property One_for_all_is_the_same_in_both_ways() =>
        Prop.ForAll(QuotaTreeSample.WithHedge, sample =>
        {
            var quotas = sample.Allocate();
            var rounding = Rounding.ToStep(sample.Unit, RoundingMode.HalfEven);
            var (one, each) = (quotas.Phase(s_summer, rounding), quotas.Phase(_ => s_summer, rounding));
            return quotas.Tree.Nodes.All(node =>
                each.PhasingOf(node) == s_summer && one.PhasingOf(node) == s_summer && each.TopDown(node) == one.TopDown(node)
                && Enumerable.Range(0, 4).All(quarter => one.Part(node, quarter) == each.Part(node, quarter)));
        });

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
