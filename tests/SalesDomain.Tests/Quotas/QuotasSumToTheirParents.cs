using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;

namespace SalesDomain.Tests.Quotas;

/// <summary>The sum law: Σ children = parent × (1 + hedge) at every level, for any tree, unit, weights and measure.</summary>
public sealed class QuotasSumToTheirParents
{
    [Property(MaxTest = 200)]
    public Property Without_a_hedge_every_parent_is_the_sum_of_its_children_and_of_its_leaves() =>
        Prop.ForAll(QuotaTreeSample.WithoutHedge, sample =>
        {
            var tree = sample.Allocate();
            return tree.Nodes.Where(node => !node.IsLeaf).All(node =>
                    node.HandedOut == node.Quota && Sum(tree, tree.Tree.ChildrenOf(node.Node)) == node.Quota
                        && tree.LeafSumOf(node.Node) == node.Quota)
                && tree.LeafSum == tree.Target && tree.OverAssignment.IsZero && tree.Target == sample.Target;
        });

    [Property(MaxTest = 200)]
    public Property With_a_hedge_the_children_are_the_parent_and_the_hedge_to_the_unit() =>
        Prop.ForAll(QuotaTreeSample.WithHedge, sample =>
        {
            var tree = sample.Allocate();
            var rounding = Rounding.ToStep(sample.Unit, tree.Rule.HedgeRoundingMode);
            return tree.Nodes.Where(node => !node.IsLeaf).All(node =>
            {
                var expected = rounding.Round(Number(node.Quota) * (1m + node.Hedge.Fraction));
                return Number(node.HandedOut!.Value) == expected && Number(Sum(tree, tree.Tree.ChildrenOf(node.Node))) == expected;
            }) && tree.OverAssignment == tree.LeafSum - tree.Target && tree.LeafSum == Sum(tree, tree.Tree.Leaves);
        });

    // Without a hedge nothing is rounded, and the rest goes down to the node that takes it.
    [Property(MaxTest = 300)]
    public Property Bounds_a_rest_and_a_driver_at_a_level_leave_the_sum_as_it_is() =>
        Prop.ForAll(QuotaTreeSample.WithBounds, sample =>
        {
            var tree = sample.Allocate();
            var rounding = Rounding.ToStep(sample.Unit, tree.Rule.HedgeRoundingMode);
            return tree.Nodes.Where(node => !node.IsLeaf).All(node =>
            {
                var quota = Number(node.Quota);
                var expected = node.Hedge.IsZero ? quota : rounding.Round(quota * (1m + node.Hedge.Fraction));
                return Number(node.HandedOut!.Value) == expected && Number(Sum(tree, tree.Tree.ChildrenOf(node.Node))) == expected;
            }) && tree.LeafSum == Sum(tree, tree.Tree.Leaves);
        });

    [Property(MaxTest = 200)]
    public Property Every_quota_is_a_multiple_of_the_unit_within_one_unit_of_its_exact_share() =>
        Prop.ForAll(QuotaTreeSample.WithHedge, sample =>
        {
            var tree = sample.Allocate();
            return tree.Nodes.Where(node => !node.IsLeaf).All(node => Oracle.Shares(tree, node.Node).All(share =>
            {
                var quota = Exact.Of(Number(tree.QuotaOf(share.Child)));
                return (quota / Exact.Of(sample.Unit)).IsWhole && (quota - share.Exact).Abs() < Exact.Of(sample.Unit);
            }));
        });

    [Property(MaxTest = 200)]
    public Property Every_family_is_what_a_plain_largest_remainder_gives() =>
        Prop.ForAll(QuotaTreeSample.WithHedge, sample =>
        {
            var tree = sample.Allocate();
            return tree.Nodes.Where(node => !node.IsLeaf).All(node =>
                Oracle.Split(tree, node.Node, sample.Unit)
                    .SequenceEqual(tree.Tree.ChildrenOf(node.Node).Select(child => Number(tree.QuotaOf(child)))));
        });

    [Property(MaxTest = 100)]
    public Property The_order_of_siblings_decides_nothing_but_ties() =>
        Prop.ForAll(QuotaTreeSample.WithoutHedge, sample =>
        {
            var links = sample.Tree.Nodes.Skip(1).Select(node => (node, Parent(sample.Tree, node))).Reverse().ToArray();
            var turned = sample with { Tree = PlanTree.Of(0, links) };
            var (tree, other) = (sample.Allocate(), turned.Allocate());
            var isTied = tree.Nodes.Where(node => !node.IsLeaf).Any(node =>
                Oracle.Shares(tree, node.Node).GroupBy(share => share.Rest(sample.Unit)).Any(group => group.Count() > 1));
            return isTied || sample.Tree.Nodes.All(node => tree.QuotaOf(node) == other.QuotaOf(node));
        });

    [Property(MaxTest = 100)]
    public Property A_larger_weight_never_lowers_a_quota_of_the_same_total() =>
        Prop.ForAll(
            (from count in Gen.Choose(2, 8)
             from weights in Gen.Choose(0, 1_000).ArrayOf(count)
             from raise in Gen.Choose(1, 500)
             from units in Gen.Choose(0, 1_000)
             select (weights, raise, units)).ToArbitrary(),
            sample =>
            {
                var (weights, raise, units) = sample;
                var more = weights.ToArray();
                more[0] += raise;
                weights[1] += 1;
                more[1] += 1;
                return Flat(units, weights)[0] <= Flat(units, more)[0];
            });

    // Two engines behind one rule: machine words where products fit, numbers of any size elsewhere.
    [Property(MaxTest = 500)]
    public Property A_family_is_what_apportionment_gives_on_both_sides_of_a_machine_word() =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 12)
             from size in Gen.Elements(1m, 1_000m, 1_000_000m, 1_000_000_000m, 1_000_000_000_000m)
             from weights in Gen.Choose(0, 1_000).ArrayOf(count)
             from units in Gen.Frequency((1, Gen.Choose(0, 30)), (1, Gen.Choose(0, int.MaxValue)))
             from scale in Gen.Elements(1m, 1_000m, 4_294_967_296m)
             from sign in Gen.Elements(1m, -1m)
             from ties in Gen.Elements(TieBreak.First, TieBreak.Last, TieBreak.LargestWeight)
             select (weights.Select((weight, i) => (weight * size) + (i == 0 ? 1m : 0m)).ToArray(), sign * units * scale, ties))
                 .ToArbitrary(),
            sample =>
            {
                var (weights, total, ties) = sample;
                var nodes = Enumerable.Range(1, weights.Length).ToArray();
                var tree = QuotaTree.Allocate(
                    Measure.Count("points").Of(total), PlanTree.Of(0, nodes.Select(node => (node, 0))),
                    AllocationRule.By(AllocationDriver.Of("weight", nodes.Select(node => (node, weights[node - 1])))).WithTies(ties));
                return nodes.Select(node => tree.QuotaOf(node).Number)
                    .SequenceEqual(Apportionment.ToWhole.WithTies(ties).Split(total, weights));
            });

    // What is not true of the largest remainder: with one unit more to give, a part can get one less (the Alabama paradox).
    [Fact]
    public void One_unit_more_of_the_total_can_cost_a_node_one_unit()
    {
        Assert.Equal([4m, 4m, 2m], Flat(10, [6, 6, 2]));
        Assert.Equal([5m, 5m, 1m], Flat(11, [6, 6, 2]));
    }

    private static decimal[] Flat(int units, int[] weights)
    {
        var nodes = Enumerable.Range(1, weights.Length).ToArray();
        var tree = QuotaTree.Allocate(
            Measure.Count("new customers").Of(units), PlanTree.Of(0, nodes.Select(node => (node, 0))),
            AllocationRule.By(AllocationDriver.Of("weight", nodes.Select(node => (node, (decimal)weights[node - 1])))));
        return [.. nodes.Select(node => tree.QuotaOf(node).Number)];
    }

    private static int Parent(PlanTree<int> tree, int node) =>
        tree.TryParentOf(node, out var parent) ? parent : throw new InvalidOperationException();

    private static Measured Sum(QuotaTree<int> tree, IEnumerable<int> nodes) =>
        nodes.Aggregate(tree.Target - tree.Target, (sum, node) => sum + tree.QuotaOf(node));

    private static decimal Number(Measured measured) => Oracle.Number(measured);
}
