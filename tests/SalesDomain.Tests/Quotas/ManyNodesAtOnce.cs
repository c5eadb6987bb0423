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

/// <summary>Bounds, hedges, locks and quotas of many nodes are said at once, in one copy, and mean what they mean one by one.</summary>
public sealed class ManyNodesAtOnce
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of(
        "China", ("North", "China"), ("South", "China"),
        ("Li", "North"), ("Wu", "North"), ("Xu", "North"), ("He", "South"), ("Ma", "South"));

    private static readonly AllocationRule<string> s_rule = AllocationRule.By(
        AllocationDriver.Of("last year", ("Li", 3m), ("Wu", 2m), ("Xu", 1m), ("He", 4m), ("Ma", 2m))).InUnitsOf(10m);

    private static readonly QuotaTree<string> s_quotas = QuotaTree.Allocate(Revenue(12_000m), s_tree, s_rule);

    [Fact]
    public void A_rule_of_many_is_that_of_each()
    {
        Assert.Equal(
            s_rule.WithMinimum("Li", Revenue(1m)).WithMinimum("Wu", Revenue(2m)),
            s_rule.WithMinimums([("Wu", Revenue(2m)), ("Li", Revenue(1m))]));
        Assert.Equal(
            s_rule.WithMaximum("Li", Revenue(1m)).WithMaximum("Wu", Revenue(2m)),
            s_rule.WithMaximums([("Wu", Revenue(2m)), ("Li", Revenue(1m))]));
        Assert.Equal(
            s_rule.WithFixedQuota("Li", Revenue(1m)).WithFixedQuota("Wu", Revenue(2m)),
            s_rule.WithFixedQuotas([("Wu", Revenue(2m)), ("Li", Revenue(1m))]));
        Assert.Equal(
            s_rule.WithHedgeAt("North", Percent(1)).WithHedgeAt("South", Percent(2)),
            s_rule.WithHedgesAt([("South", Percent(2)), ("North", Percent(1))]));

        // What is said of others, and of the same node besides, stays.
        var said = s_rule.WithMaximum("Li", Revenue(5m)).WithMinimum("Xu", Revenue(1m)).WithHedgeAt("North", Percent(1));
        Assert.Equal(said.WithMinimum("Li", Revenue(2m)), said.WithMinimums([("Li", Revenue(2m))]));
        Assert.Equal(said.WithHedgeAt("South", Percent(2)), said.WithHedgesAt([("South", Percent(2))]));
        Assert.Equal(said, said.WithFixedQuotas([]));
    }

    [Fact]
    public void A_node_that_comes_twice_is_refused()
    {
        Refused("minimums", () => s_rule.WithMinimums([("Li", Revenue(1m)), ("Li", Revenue(1m))]));
        Refused("maximums", () => s_rule.WithMaximums([("Li", Revenue(1m)), ("Li", Revenue(2m))]));
        Refused("quotas", () => s_rule.WithFixedQuotas([("Li", Revenue(1m)), ("Li", Revenue(1m))]));
        Refused("hedges", () => s_rule.WithHedgesAt([("Li", Percent(1)), ("Li", Percent(1))]));
        Refused("quotas", () => s_quotas.WithQuotas([("Li", Revenue(10m)), ("Li", Revenue(10m))], QuotaAdjustmentPolicy.Siblings));
        Assert.Throws<ArgumentOutOfRangeException>("hedges", () => s_rule.WithHedgesAt([("North", Percent(-1))]));
        Assert.Contains(
            "West", Assert.Throws<ArgumentException>("nodes", () => s_quotas.WithLocks(["Li", "West"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("nodes", () => s_quotas.WithoutLocks(["West"]));

        static void Refused(string parameterName, Func<object> act) =>
            Assert.Contains("Li", Assert.Throws<ArgumentException>(parameterName, act).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Locks_are_set_and_taken_back_together()
    {
        var locked = s_quotas.WithLocks(["Xu", "Wu", "Ma", "Xu"]);

        Assert.Equal(["Wu", "Xu", "Ma"], locked.Nodes.Where(node => node.IsLocked).Select(node => node.Node));
        Assert.Equal(["Ma"], locked.WithoutLocks(["Wu", "Xu", "Li"]).Nodes.Where(node => node.IsLocked).Select(node => node.Node));
    }

    [Fact]
    public void Siblings_share_what_all_that_are_set_leave()
    {
        var tree = s_quotas.WithQuotas(
            [("Wu", Revenue(2_500m)), ("Li", Revenue(3_200m)), ("Ma", Revenue(1_000m))], QuotaAdjustmentPolicy.Siblings);

        Assert.Equal([12_000m, 6_000m, 6_000m, 3_200m, 2_500m, 300m, 5_000m, 1_000m], Quotas(tree));
        Assert.Equal(["Wu", "Li", "Ma"], tree.Adjustments.Select(adjustment => adjustment.Node));
        Assert.Equal([500m, 200m, -1_000m], tree.Adjustments.Select(adjustment => adjustment.Change.Money.Amount));
    }

    // Li's 5,000 do not fit into North as it is, and do into North as it is to be.
    [Fact]
    public void What_is_possible_together_is_not_refused_for_what_lies_between()
    {
        var bounded = QuotaTree.Allocate(s_quotas.Target, s_tree, s_rule.WithMinimum("Wu", Revenue(1_500m)));
        Assert.Throws<ArgumentException>("quota", () => bounded.WithQuota("Li", Revenue(5_000m), QuotaAdjustmentPolicy.Siblings));

        var tree = bounded.WithQuotas([("Li", Revenue(5_000m)), ("North", Revenue(8_000m))], QuotaAdjustmentPolicy.Siblings);

        Assert.Equal([12_000m, 8_000m, 4_000m, 5_000m, 2_000m, 1_000m, 2_670m, 1_330m], Quotas(tree));
    }

    // A node and one above it: who is decided cannot carry the change of another.
    [Fact]
    public void What_is_passed_up_does_not_pass_a_node_that_is_set_itself()
    {
        Assert.Throws<ArgumentException>(
            "policy", () => s_quotas.WithQuotas([("Li", Revenue(3_100m)), ("North", Revenue(6_500m))], QuotaAdjustmentPolicy.Ancestors));

        var tree = s_quotas.WithQuotas([("Li", Revenue(3_100m)), ("North", Revenue(6_500m))], QuotaAdjustmentPolicy.OverAssignment);
        Assert.Equal([12_000m, 6_500m, 6_000m, 3_100m, 2_330m, 1_170m, 4_000m, 2_000m], Quotas(tree));
        Assert.Equal(Revenue(600m), tree.OverAssignment);
        Assert.All(tree.Nodes, node => Assert.Empty(node.Explain().Verify()));
    }

    // +2,000 and −2,000 under one region, whose maximum is met on the way and kept in the end.
    [Fact]
    public void A_bound_above_is_held_against_all_changes_together()
    {
        var bounded = QuotaTree.Allocate(s_quotas.Target, s_tree, s_rule.WithMaximum("North", Revenue(6_000m)));

        var tree = bounded.WithQuotas([("Li", Revenue(5_000m)), ("Wu", Revenue(0m))], QuotaAdjustmentPolicy.Ancestors);

        Assert.Equal([12_000m, 6_000m, 6_000m, 5_000m, 0m, 1_000m, 4_000m, 2_000m], Quotas(tree));
        Assert.Throws<ArgumentOutOfRangeException>(
            "quotas", () => bounded.WithQuotas([("Li", Revenue(5_000m)), ("Wu", Revenue(10m))], QuotaAdjustmentPolicy.Ancestors));
    }

    [Property(MaxTest = 200)]
    public Property The_order_does_not_matter_sums_hold_and_every_quota_is_explained() =>
        Prop.ForAll(Batches(), batch =>
        {
            var turned = batch with { Quotas = [.. batch.Quotas.Reverse()] };
            if (!batch.TryApply(out var tree))
                return !turned.TryApply(out _);

            return turned.TryApply(out var other)
                && tree.Tree.Nodes.All(node => tree.QuotaOf(node) == other.QuotaOf(node))
                && batch.Quotas.All(set => tree.QuotaOf(set.Node) == set.Quota && tree[set.Node].IsLocked)
                && tree.Nodes.All(node => node.IsLeaf || node.HandedOut == Sum(tree, tree.Tree.ChildrenOf(node.Node)))
                && tree.LeafSum == Sum(tree, tree.Tree.Leaves)
                && tree.Nodes.All(node => node.Explain() is var explained && explained.IsVerified && explained.Value == node.Quota.Value)
                && batch.Before.Nodes.All(node => !node.IsLocked || batch.IsSet(node.Node) || node.Quota == tree.QuotaOf(node.Node));
        });

    [Property(MaxTest = 200)]
    public Property A_figure_that_is_changed_is_named(PositiveInt choice) =>
        Prop.ForAll(Batches(), batch =>
        {
            batch.TryApply(out var tree);
            foreach (var node in tree.Nodes)
                Tampering.IsNamed(node.Explain(), choice.Get);
        });

    [Property(MaxTest = 200)]
    public Property Where_none_is_above_another_it_is_as_if_they_were_set_one_after_the_other() =>
        Prop.ForAll(Batches(), batch =>
        {
            if (batch.Quotas.Any(set => batch.Quotas.Any(other => other.Node != set.Node && batch.IsBelow(set.Node, other.Node))))
                return true;

            try
            {
                var fresh = batch with { Before = QuotaTree.Allocate(batch.Before.Target, batch.Before.Tree, batch.Before.Rule) };
                var oneByOne = fresh.Quotas.Aggregate(fresh.Before, (tree, set) => tree.WithQuota(set.Node, set.Quota, fresh.Policy));
                return fresh.TryApply(out var atOnce) && atOnce.Tree.Nodes.All(node => atOnce.QuotaOf(node) == oneByOne.QuotaOf(node));
            }
            catch (ArgumentException)
            {
                return true;
            }
        });

    // A form for one node copies what is said of all others, and 10,000 of them do it 10,000 times.
    [Fact]
    public void Ten_thousand_nodes_take_ten_times_the_work_of_a_thousand()
    {
        var thousand = LookUps(1_000);
        var tenThousand = LookUps(10_000);

        Assert.InRange(thousand, 1, 40 * 1_000);
        Assert.InRange(tenThousand, 1, (10 * thousand) + 100);
    }

    private static long LookUps(int count)
    {
        var tally = new Tally();
        var nodes = Enumerable.Range(0, count + 1).Select(number => new CountedNode(number, tally)).ToArray();
        var leaves = nodes.Skip(1).ToArray();
        var rule = AllocationRule.By(AllocationDriver.Even<CountedNode>())
            .WithMinimums(leaves.Select(leaf => (leaf, Revenue(1m)))).WithMaximums(leaves.Select(leaf => (leaf, Revenue(9m))))
            .WithFixedQuotas(leaves.Take(count / 2).Select(leaf => (leaf, Revenue(5m))))
            .WithHedgesAt(leaves.Select(leaf => (leaf, Percent(0))));
        Assert.Contains("within bounds", rule.ToString(), StringComparison.Ordinal);

        var tree = PlanTree.Of(nodes[0], leaves.Select(leaf => (leaf, nodes[0])));
        var quotas = QuotaTree.Allocate(Revenue(5m * count), tree, AllocationRule.By(AllocationDriver.Even<CountedNode>()));
        quotas.WithLocks(leaves).WithoutLocks(leaves)
            .WithQuotas(leaves.Take(count / 2).Select(leaf => (leaf, Revenue(4m))), QuotaAdjustmentPolicy.Siblings);
        return tally.Hashes;
    }

    private static Arbitrary<Batch> Batches() =>
        (from sample in QuotaTreeSample.SetByHand.Generator
         from sets in (from node in Gen.Choose(0, 100) from units in Gen.Choose(-20, 20) select (node, units)).ArrayOf(4)
         from policy in Gen.Elements(QuotaAdjustmentPolicy.Siblings, QuotaAdjustmentPolicy.Ancestors, QuotaAdjustmentPolicy.OverAssignment)
         select BatchOf(sample, sets, policy)).ToArbitrary();

    private static Batch BatchOf(QuotaTreeSample.Adjusted sample, (int At, int Units)[] sets, QuotaAdjustmentPolicy policy)
    {
        var (tree, nodes) = (sample.Tree, sample.Tree.Tree.Nodes);
        var unit = QuotaTreeSample.One(tree) * sample.Unit;
        var quotas = sets.ToLookup(set => nodes[set.At % nodes.Count], set => set.Units)
            .Select(set => (set.Key, tree.QuotaOf(set.Key) + (unit * set.First())));
        return new Batch(tree, [.. quotas], policy);
    }

    private static Measured Sum(QuotaTree<int> tree, IEnumerable<int> nodes) =>
        nodes.Aggregate(tree.Target - tree.Target, (sum, node) => sum + tree.QuotaOf(node));

    private static decimal[] Quotas(QuotaTree<string> tree) => [.. tree.Tree.Nodes.Select(node => tree.QuotaOf(node).Money.Amount)];

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));

    internal sealed record Batch(QuotaTree<int> Before, (int Node, Measured Quota)[] Quotas, QuotaAdjustmentPolicy Policy)
    {
        public override string ToString() =>
            Policy + " " + string.Join(", ", Quotas.Select(set => set.Node + " " + set.Quota.Value)) + " in "
            + new QuotaTreeSample.Adjusted(Before, 1m, 1m);

        internal bool TryApply(out QuotaTree<int> tree)
        {
            tree = Before;
            try
            {
                tree = Before.WithQuotas(Quotas, Policy);
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }

        internal bool IsSet(int node) => Quotas.Any(set => set.Node == node);

        internal bool IsBelow(int node, int above)
        {
            while (node != above && Before.Tree.TryParentOf(node, out var parent))
                node = parent;

            return node == above;
        }
    }

    private sealed class Tally
    {
        internal long Hashes { get; set; }
    }

    /// <summary>A node that counts how often it is looked up or copied by its hash.</summary>
    private sealed class CountedNode(int number, Tally tally) : IEquatable<CountedNode>
    {
        private readonly int _number = number;

        public bool Equals(CountedNode? other) => other?._number == _number;

        public override bool Equals(object? obj) => Equals(obj as CountedNode);

        public override int GetHashCode()
        {
            tally.Hashes++;
            return _number;
        }
    }
}
