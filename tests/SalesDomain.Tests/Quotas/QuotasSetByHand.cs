using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>Adjustments: what gives is stated, locks hold, and after any of them every node is still the sum of its children.</summary>
public sealed class QuotasSetByHand
{
    private static readonly QuotaTree<string> s_tree = QuotaTree.Allocate(
        Revenue(12_000m),
        PlanTree.Of(
            "China", ("North", "China"), ("South", "China"), ("Li", "North"), ("Wu", "North"), ("Xu", "North"), ("He", "South"),
            ("Ma", "South")),
        AllocationRule.By(AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("Xu", 1m), ("He", 4m), ("Ma", 2m))).InUnitsOf(10m));

    [Fact]
    public void The_siblings_share_what_is_left_by_their_weights()
    {
        Assert.Equal([12_000m, 6_000m, 6_000m, 3_000m, 2_000m, 1_000m, 4_000m, 2_000m], Quotas(s_tree));

        var tree = s_tree.WithQuota("Li", Revenue(3_600m), QuotaAdjustmentPolicy.Siblings);

        Assert.Equal([12_000m, 6_000m, 6_000m, 3_600m, 1_600m, 800m, 4_000m, 2_000m], Quotas(tree));
        Assert.True(tree["Li"].IsLocked);
        Assert.Equal(QuotaHold.Fixed, tree["Li"].Hold);
    }

    [Fact]
    public void What_is_below_a_changed_sibling_is_split_anew()
    {
        var tree = s_tree.WithQuota("South", Revenue(9_000m), QuotaAdjustmentPolicy.Siblings);

        Assert.Equal([12_000m, 3_000m, 9_000m, 1_500m, 1_000m, 500m, 6_000m, 3_000m], Quotas(tree));
    }

    [Fact]
    public void The_nodes_above_and_the_target_carry_the_change()
    {
        var tree = s_tree.WithQuota("Li", Revenue(3_500m), QuotaAdjustmentPolicy.Ancestors);

        Assert.Equal([12_500m, 6_500m, 6_000m, 3_500m, 2_000m, 1_000m, 4_000m, 2_000m], Quotas(tree));
        Assert.Equal(Revenue(12_500m), tree.Target);
        Assert.True(tree.OverAssignment.IsZero);
    }

    [Fact]
    public void The_over_assignment_of_the_parent_gives_and_nothing_else()
    {
        var tree = s_tree.WithQuota("Li", Revenue(3_500m), QuotaAdjustmentPolicy.OverAssignment);

        Assert.Equal([12_000m, 6_000m, 6_000m, 3_500m, 2_000m, 1_000m, 4_000m, 2_000m], Quotas(tree));
        Assert.Equal(Revenue(6_500m), tree["North"].HandedOut);
        Assert.Equal(Revenue(500m), tree.OverAssignment);
    }

    // An adjustment passed up goes through a hedge as it is: the siblings do not move.
    [Fact]
    public void A_change_passed_up_is_not_hedged_again()
    {
        var hedged = QuotaTree.Allocate(s_tree.Target, s_tree.Tree, s_tree.Rule.WithHedge(Percent(10)));
        var tree = hedged.WithQuota("Li", hedged.QuotaOf("Li") + Revenue(100m), QuotaAdjustmentPolicy.Ancestors);

        Assert.Equal(hedged.Target + Revenue(100m), tree.Target);
        Assert.Equal(hedged.QuotaOf("North") + Revenue(100m), tree.QuotaOf("North"));
        Assert.All(new[] { "South", "Wu", "Xu", "He", "Ma" }, node => Assert.Equal(hedged.QuotaOf(node), tree.QuotaOf(node)));
        Assert.Equal(hedged.OverAssignment, tree.OverAssignment);
    }

    [Fact]
    public void A_locked_node_stays_and_an_unlocked_one_gives_again()
    {
        var tree = s_tree.WithLock("Xu").WithQuota("Li", Revenue(3_600m), QuotaAdjustmentPolicy.Siblings);
        Assert.Equal([3_600m, 1_400m, 1_000m], tree.Tree.ChildrenOf("North").Select(node => tree.QuotaOf(node).Money.Amount));

        var refusal = Assert.Throws<ArgumentException>(
            "quota", () => tree.WithQuota("Wu", Revenue(2_000m), QuotaAdjustmentPolicy.Siblings));
        Assert.Contains("North", refusal.Message, StringComparison.Ordinal);

        tree = tree.WithoutLock("Xu").WithQuota("Wu", Revenue(2_000m), QuotaAdjustmentPolicy.Siblings);
        Assert.Equal([3_600m, 2_000m, 400m], tree.Tree.ChildrenOf("North").Select(node => tree.QuotaOf(node).Money.Amount));
    }

    [Fact]
    public void A_lock_alone_changes_no_quota() =>
        Assert.Equal(
            Quotas(s_tree),
            Quotas(s_tree.WithLock("Li").WithLock("South").WithQuota("Wu", s_tree.QuotaOf("Wu"), QuotaAdjustmentPolicy.Siblings)));

    [Fact]
    public void A_locked_node_above_is_not_raised_from_below()
    {
        var refusal = Assert.Throws<ArgumentException>(
            "policy", () => s_tree.WithLock("North").WithQuota("Li", Revenue(3_100m), QuotaAdjustmentPolicy.Ancestors));

        Assert.Contains("North", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_hold_for_the_node_and_for_those_above_it()
    {
        var bounded = QuotaTree.Allocate(
            s_tree.Target, s_tree.Tree, s_tree.Rule.WithMaximum("Li", Revenue(3_200m)).WithMaximum("North", Revenue(6_100m))
                .WithMinimum("Xu", Revenue(900m)));

        Assert.Throws<ArgumentOutOfRangeException>("quota", () => bounded.WithQuota("Li", Revenue(3_210m), QuotaAdjustmentPolicy.Siblings));
        Assert.Throws<ArgumentOutOfRangeException>(
            "quota", () => bounded.WithQuota("Wu", Revenue(2_110m), QuotaAdjustmentPolicy.Ancestors));
        Assert.Throws<ArgumentException>(
            "quota", () =>
                bounded.WithQuota("Wu", Revenue(3_000m), QuotaAdjustmentPolicy.Siblings)
                    .WithQuota("Li", Revenue(2_200m), QuotaAdjustmentPolicy.Siblings));
        Assert.Equal(
            Revenue(900m), bounded.WithQuota("Wu", Revenue(2_100m), QuotaAdjustmentPolicy.Siblings)
                .WithQuota("Li", Revenue(3_000m), QuotaAdjustmentPolicy.Siblings).QuotaOf("Xu"));
    }

    [Fact]
    public void The_root_has_neither_siblings_nor_a_parent()
    {
        Assert.Throws<ArgumentOutOfRangeException>("policy", () => s_tree.WithQuota("China", Revenue(1m), QuotaAdjustmentPolicy.Siblings));
        Assert.Throws<ArgumentOutOfRangeException>(
            "policy", () => s_tree.WithQuota("China", Revenue(1m), QuotaAdjustmentPolicy.OverAssignment));
        Assert.Equal(
            [24_000m, 12_000m, 12_000m, 6_000m, 4_000m, 2_000m, 8_000m, 4_000m],
            Quotas(s_tree.WithQuota("China", Revenue(24_000m), QuotaAdjustmentPolicy.Ancestors)));
    }

    [Fact]
    public void What_was_decided_is_kept_in_order()
    {
        var tree = s_tree.WithQuota("Li", Revenue(3_600m), QuotaAdjustmentPolicy.Siblings)
            .WithQuota("He", Revenue(5_000m), QuotaAdjustmentPolicy.Ancestors);

        Assert.Equal(
            ["Li from CNY 3000.00 to CNY 3600.00, Siblings", "He from CNY 4000.00 to CNY 5000.00, Ancestors"],
            tree.Adjustments.Select(each => each.ToString()));
        Assert.Equal(Revenue(1_000m), tree.Adjustments[1].Change);
        Assert.Empty(s_tree.Adjustments);
    }

    [Property(MaxTest = 300)]
    public Property After_any_adjustments_every_node_hands_out_the_sum_of_its_children_and_explains_itself() =>
        Prop.ForAll(
            QuotaTreeSample.SetByHand,
            sample =>
            {
                var tree = sample.Tree;
                return tree.Nodes.All(node => node.IsLeaf || node.HandedOut == Sum(tree, node.Node))
                    && tree.Nodes.All(
                        node => node.Explain() is var explained && explained.IsVerified && explained.Value == node.Quota.Value)
                    && tree.LeafSum == tree.Tree.Leaves.Aggregate(tree.Target - tree.Target, (sum, leaf) => sum + tree.QuotaOf(leaf))
                    && tree.LeafSumOf(0) == tree.LeafSum && tree.OverAssignment == tree.LeafSum - tree.Target;
            });

    [Property(MaxTest = 100)]
    public Property Only_what_the_policy_names_changes() =>
        Prop.ForAll(
            (from sample in QuotaTreeSample.WithHedge.Generator
             where sample.Tree.Nodes.Count > 1
             from at in Gen.Choose(1, 100)
             from units in Gen.Choose(1, 20)
             select (sample, at, units)).ToArbitrary(),
            triple =>
            {
                var (sample, at, units) = triple;
                var before = sample.Allocate();
                var node = before.Tree.Nodes[1 + (at % (before.Tree.Nodes.Count - 1))];
                var changed = before.QuotaOf(node) + (QuotaTreeSample.One(before) * (units * sample.Unit));
                var ancestors = before.WithQuota(node, changed, QuotaAdjustmentPolicy.Ancestors);
                var hedge = before.WithQuota(node, changed, QuotaAdjustmentPolicy.OverAssignment);
                return before.Tree.Nodes.All(other =>
                    IsBelow(before.Tree, other, node)
                    || (hedge.QuotaOf(other) == before.QuotaOf(other)
                        && ancestors.QuotaOf(other) - before.QuotaOf(other)
                            == (IsBelow(before.Tree, node, other) ? changed - before.QuotaOf(node) : before.Target - before.Target)));
            });

    private static bool IsBelow(PlanTree<int> tree, int node, int above)
    {
        while (node != above && tree.TryParentOf(node, out var parent))
            node = parent;

        return node == above;
    }

    private static Measured Sum(QuotaTree<int> tree, int parent) =>
        tree.Tree.ChildrenOf(parent).Aggregate(tree.Target - tree.Target, (sum, child) => sum + tree.QuotaOf(child));

    private static decimal[] Quotas(QuotaTree<string> tree) => [.. tree.Tree.Nodes.Select(node => tree.QuotaOf(node).Money.Amount)];

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
