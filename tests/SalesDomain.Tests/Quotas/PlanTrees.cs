using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;

namespace SalesDomain.Tests.Quotas;

public sealed class PlanTrees
{
    [Fact]
    public void Nodes_stand_level_by_level_and_leaves_from_left_to_right()
    {
        var tree = PlanTree.Of("China", ("Wu", "North"), ("Li", "North"), ("South", "China"), ("North", "China"), ("Ma", "South"));

        Assert.Equal(["China", "South", "North", "Ma", "Wu", "Li"], tree.Nodes);
        Assert.Equal(["Ma", "Wu", "Li"], tree.Leaves);
        Assert.Equal(["Wu", "Li"], tree.ChildrenOf("North"));
        Assert.Equal(["Ma"], tree.LeavesOf("Ma"));
        Assert.Equal(3, tree.Depth);
        Assert.Equal(1, tree.LevelOf("South"));
        Assert.True(tree.TryParentOf("Wu", out var parent));
        Assert.Equal("North", parent);
        Assert.False(tree.TryParentOf("China", out _));
        Assert.Equal("6 nodes in 3 levels under China", tree.ToString());
    }

    [Fact]
    public void A_root_alone_is_a_leaf()
    {
        var tree = PlanTree.Of("China");

        Assert.Equal(["China"], tree.Leaves);
        Assert.Equal(1, tree.Depth);
        Assert.Empty(tree.ChildrenOf("China"));
    }

    [Fact]
    public void The_order_of_siblings_is_part_of_a_tree_and_that_of_the_other_links_is_not() =>
        TestHelper.TestEqualsClass(
            PlanTree.Of("a", ("b", "a"), ("c", "a"), ("d", "b")), PlanTree.Of("a", ("d", "b"), ("b", "a"), ("c", "a")),
            PlanTree.Of("a", ("c", "a"), ("b", "a"), ("d", "b")), PlanTree.Of("a", ("b", "a"), ("c", "a"), ("d", "c")));

    [Fact]
    public void The_tree_of_a_day_is_what_the_hierarchy_is_on_it()
    {
        var hierarchy = Hierarchy.Of(
            ("North", "China", DateSpan.Always), ("South", "China", DateSpan.Always),
            ("Li", "North", DateSpan.Until(new LocalDate(2026, 6, 30))),
            ("Li", "South", DateSpan.From(new LocalDate(2026, 7, 1))));

        Assert.Equal(["Li"], PlanTree.On("China", hierarchy, new LocalDate(2026, 6, 30)).ChildrenOf("North"));
        Assert.Equal(["Li"], PlanTree.On("China", hierarchy, new LocalDate(2026, 7, 1)).ChildrenOf("South"));
        Assert.Equal(["South", "Li"], PlanTree.On("South", hierarchy, new LocalDate(2026, 7, 1)).Nodes);
        Assert.Throws<ArgumentException>("root", () => PlanTree.On("Japan", hierarchy, new LocalDate(2026, 7, 1)));
    }

    [Property(MaxTest = 100)]
    public Property Parents_stand_before_children_and_every_node_once() =>
        Prop.ForAll(QuotaTreeSample.Trees(40).ToArbitrary(), tree =>
        {
            var places = tree.Nodes.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place);
            return places.Count == tree.Nodes.Count
                && tree.Nodes.All(node => !tree.TryParentOf(node, out var parent)
                    || (places[parent] < places[node] && tree.ChildrenOf(parent).Contains(node)
                            && tree.LevelOf(node) == tree.LevelOf(parent) + 1))
                && tree.Leaves.All(leaf => tree.ChildrenOf(leaf).Count == 0)
                && tree.Nodes.All(node => tree.ChildrenOf(node).Select(child => places[child]).SequenceEqual(
                    Enumerable.Range(
                        tree.ChildrenOf(node).Select(child => places[child]).DefaultIfEmpty(0).First(), tree.ChildrenOf(node).Count)));
        });
}
