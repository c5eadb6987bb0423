using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>The organisation leads, each leaf is phased, and what that differs from phasing the parent is shown.</summary>
public sealed class QuotaTreesInTime
{
    private static readonly PlanPeriods s_months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
    private static readonly Phasing s_even = Phasing.Even(s_months);

    private static readonly QuotaTree<string> s_quotas = QuotaTree.Allocate(
        Revenue(1_000_000m), PlanTree.Of("China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North")),
        AllocationRule.By(AllocationDriver.Of("last year", ("South", 5m), ("Li", 3m), ("Wu", 3m))).InUnitsOf(1_000m));

    // 273,000, 272,000 and 455,000 in thousands by twelve: three leaves round apart from the million.
    [Fact]
    public void A_month_of_a_node_is_the_sum_of_its_leaves_and_the_difference_from_top_down_is_shown()
    {
        var phased = s_quotas.Phase(s_even, InThousands());

        Assert.Equal(
            phased.Part("North", 0), phased.Part("Li", 0) + phased.Part("Wu", 0));
        Assert.Equal(Revenue(84_000m), phased.Part("China", 0));
        Assert.Equal(Revenue(83_000m), phased.TopDown("China")![0]);
        Assert.Equal(Revenue(1_000m), phased.DifferenceFromTopDown("China", 0));
        Assert.Equal(Revenue(1_000_000m), phased.Through("China", 11));
        Assert.Equal(Revenue(0m), Sum(12, month => phased.DifferenceFromTopDown("China", month)!.Value));
    }

    [Fact]
    public void Both_margins_are_kept_where_they_are_fixed()
    {
        var phased = s_quotas.PhaseControlled(s_even, InThousands());

        Assert.True(phased.IsControlled);
        Assert.All(Enumerable.Range(0, 12), month => Assert.True(phased.DifferenceFromTopDown("China", month)!.Value.IsZero));
        Assert.All(s_quotas.Tree.Leaves, leaf => Assert.Equal(s_quotas.QuotaOf(leaf), phased.Through(leaf, 11)));
    }

    [Fact]
    public void A_day_within_a_month_is_exact_and_sums_over_the_leaves()
    {
        var phased = s_quotas.Phase(s_even, InThousands());
        var day = new LocalDate(2026, 4, 15);

        Assert.Equal(
            phased.QuotaToDate("China", day),
            phased.QuotaToDate("Li", day) + phased.QuotaToDate("Wu", day) + phased.QuotaToDate("South", day));
        Assert.Equal(phased.TopDown("Li")!.QuotaToDate(day), phased.QuotaToDate("Li", day));
        Assert.Equal(phased.Through("China", 3), phased.QuotaToDate("China", new LocalDate(2026, 4, 30)));
        Assert.Equal(Revenue(0m), phased.QuotaToDate("China", new LocalDate(2025, 12, 31)));
        Assert.Equal(Revenue(1_000_000m), phased.QuotaToDate("China", new LocalDate(2027, 1, 1)));
    }

    [Fact]
    public void A_leaf_that_took_the_rest_needs_a_smaller_unit()
    {
        var quotas = QuotaTree.Allocate(Revenue(1_000_678m), s_quotas.Tree, s_quotas.Rule.WithRestTo("Wu"));

        var refusal = Assert.Throws<ArgumentException>("rounding", () => quotas.Phase(s_even, InThousands()));

        Assert.Contains("Wu", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Revenue(1_000_678m), quotas.Phase(s_even, Rounding.Commercial).Through("China", 11));
        Assert.Throws<ArgumentException>("rounding", () => quotas.Phase(s_even, Rounding.ToEnding(0.99m, 1m, RoundingMode.Up)));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => quotas.Phase(s_even, Rounding.Commercial).Part("Li", 12));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => quotas.Phase(s_even, Rounding.Commercial).Through("Li", -1));
    }

    [Property(MaxTest = 100)]
    public Property Parts_sum_over_leaves_and_over_time_and_explain_themselves() =>
        Prop.ForAll(
            (from sample in QuotaTreeSample.WithHedge.Generator
             from weights in Gen.Choose(0, 50).ArrayOf(12)
             from mode in Gen.Elements<RoundingMode>(Generators.Modes)
             select (sample, weights, mode)).ToArbitrary(),
            triple =>
            {
                var (sample, weights, mode) = triple;
                weights[3]++;
                var quotas = sample.Allocate();
                var phasing = Phasing.ByWeights(s_months, Array.ConvertAll(weights, weight => (decimal)weight));
                var rounding = Rounding.ToStep(sample.Unit, mode);
                var phased = quotas.Phase(phasing, rounding);
                var zero = quotas.Target - quotas.Target;
                return quotas.Tree.Nodes.All(node =>
                    phased.Through(node, 11) == quotas.LeafSumOf(node)
                    && Enumerable.Range(0, 12).Aggregate(zero, (sum, month) => sum + phased.Part(node, month)) == quotas.LeafSumOf(node)
                    && Enumerable.Range(0, 12).Aggregate(zero, (sum, month) => sum + phased.DifferenceFromTopDown(node, month)!.Value)
                        == quotas.LeafSumOf(node) - quotas.QuotaOf(node)
                    && (quotas[node].IsLeaf
                        ? phasing.Split(quotas.QuotaOf(node), rounding)
                            .Parts.SequenceEqual(Enumerable.Range(0, 12).Select(month => phased.Part(node, month)))
                        : Enumerable.Range(0, 12)
                            .All(month => phased.Part(node, month) == quotas.Tree.ChildrenOf(node)
                                .Aggregate(zero, (sum, child) => sum + phased.Part(child, month))))
                    && phased.Explain(node, 3).Verify().Count == 0 && phased.Explain(node, 3).Value == phased.Part(node, 3).Value);
            });

    [Property(MaxTest = 50)]
    public Property With_both_margins_fixed_the_leaves_keep_their_quotas_and_the_periods_those_of_the_sum() =>
        Prop.ForAll(
            (from sample in QuotaTreeSample.WithHedge.Generator from weights in Gen.Choose(0, 50).ArrayOf(12) select (sample, weights))
                .ToArbitrary(),
            pair =>
            {
                var (sample, weights) = pair;
                weights[0]++;
                var quotas = sample.Allocate();
                var phasing = Phasing.ByWeights(s_months, Array.ConvertAll(weights, weight => (decimal)weight));
                var rounding = Rounding.ToStep(sample.Unit, RoundingMode.HalfAwayFromZero);
                var phased = quotas.PhaseControlled(phasing, rounding);
                var months = phasing.Split(quotas.LeafSum, rounding);
                return quotas.Tree.Leaves.All(leaf => phased.Through(leaf, 11) == quotas.QuotaOf(leaf))
                    && Enumerable.Range(0, 12)
                        .All(month => phased.Part(0, month) == months[month] && phased.Explain(0, month).Verify().Count == 0);
            });

    private static Rounding InThousands() => Rounding.ToStep(1_000m, RoundingMode.HalfAwayFromZero);

    private static Measured Sum(int count, Func<int, Measured> part) =>
        Enumerable.Range(0, count).Aggregate(Revenue(0m), (sum, i) => sum + part(i));

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
