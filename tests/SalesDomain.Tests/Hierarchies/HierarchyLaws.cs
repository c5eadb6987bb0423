using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace SalesDomain.Tests.Hierarchies;

public sealed class HierarchyLaws
{
    [Property(MaxTest = 300)]
    public Property A_change_is_refused_when_a_node_would_have_two_places_or_be_above_itself_and_at_no_other_time() =>
        Prop.ForAll(HierarchySample.Any, sample => sample.RefusalsWereRight);

    [Property(MaxTest = 200)]
    public Property After_any_changes_each_node_has_on_each_day_the_parent_it_was_given_last() =>
        OnEachDay((hierarchy, parents, day, node) =>
            hierarchy.TryParentOf(node, day, out var parent) == parents[node] >= 0 && (parents[node] < 0 || parent == parents[node]));

    [Property(MaxTest = 200)]
    public Property Nodes_stand_in_the_order_of_mention_and_a_node_that_no_link_speaks_of_is_forgotten() =>
        Prop.ForAll(HierarchySample.Any, sample =>
            sample.Hierarchy.Nodes.Distinct().Count() == sample.Hierarchy.Nodes.Count
            && Enumerable.Range(0, HierarchySample.Nodes).All(node =>
                sample.Hierarchy.Contains(node) == sample.Hierarchy.Nodes.Contains(node)
                && sample.Hierarchy.Contains(node) == HierarchySample.Days.Any(day => HierarchySample.IsIn(sample.Model[day], node))));

    [Property(MaxTest = 200)]
    public Property A_node_is_in_the_hierarchy_when_it_has_a_place_or_a_child() =>
        OnEachDay((hierarchy, parents, day, node) => hierarchy.Contains(node, day) == HierarchySample.IsIn(parents, node));

    [Property]
    public Property Ancestors_are_the_parents_of_parents_and_their_number_the_depth() =>
        OnEachDay((hierarchy, parents, day, node) =>
        {
            var upward = HierarchySample.Upward(parents, node);
            return hierarchy.AncestorsOf(node, day).SequenceEqual(upward)
                && hierarchy.DepthOf(node, day) == (HierarchySample.IsIn(parents, node) ? upward.Length : null);
        });

    [Property]
    public Property No_node_is_above_itself_on_any_day() =>
        OnEachDay((hierarchy, _, day, node) => !hierarchy.AncestorsOf(node, day).Contains(node));

    [Property]
    public Property Children_are_those_whose_parent_it_is_in_the_order_of_first_mention() =>
        OnEachDay((hierarchy, parents, day, node) =>
            hierarchy.ChildrenOf(node, day).SequenceEqual(hierarchy.Nodes.Where(each => parents[each] == node)));

    [Property]
    public Property A_node_is_among_the_descendants_of_its_ancestors_and_of_no_other() =>
        OnEachDay((hierarchy, parents, day, node) =>
        {
            var below = hierarchy.DescendantsOf(node, day);
            return below.Distinct().Count() == below.Count
                && Enumerable.Range(0, HierarchySample.Nodes).All(each =>
                    below.Contains(each) == HierarchySample.Upward(parents, each).Contains(node)
                    && hierarchy.IsWithin(each, node, day) == (
                        below.Contains(each) || (each == node && HierarchySample.IsIn(parents, node))));
        });

    [Property]
    public Property Every_node_of_a_day_is_listed_once_after_its_parent_and_next_to_those_below_it() =>
        Prop.ForAll(HierarchySample.Any, sample => HierarchySample.Days.All(day =>
        {
            var nodes = sample.Hierarchy.NodesOn(day);
            var expected = sample.Hierarchy.RootsOn(day).SelectMany(root => new[] { root }.Concat(Below(sample.Hierarchy, root, day)));
            return nodes.SequenceEqual(expected)
                && nodes.OrderBy(node => node).SequenceEqual(
                    Enumerable.Range(0, HierarchySample.Nodes).Where(node => HierarchySample.IsIn(sample.Model[day], node)));
        }));

    [Property]
    public Property Roots_are_the_nodes_of_the_day_without_a_parent() =>
        Prop.ForAll(HierarchySample.Any, sample => HierarchySample.Days.All(day =>
            sample.Hierarchy.RootsOn(day).SequenceEqual(sample.Hierarchy.Nodes
                .Where(node => HierarchySample.IsIn(sample.Model[day], node) && sample.Model[day][node] < 0))));

    [Property(MaxTest = 300)]
    public Property Links_at_once_are_refused_exactly_when_on_some_day_they_cross_or_make_a_circle() =>
        Prop.ForAll(HierarchySample.Links, links =>
        {
            var isWrong = HierarchySample.Days.Any(day =>
            {
                var parents = Enumerable.Repeat(HierarchySample.None, HierarchySample.Nodes).ToArray();
                var ofDay = links.Where(link => link.Span.Contains(day)).ToArray();
                foreach (var (child, parent, _) in ofDay)
                    parents[child] = parent;

                return ofDay.Select(link => link.Child).Distinct().Count() < ofDay.Length || HierarchySample.HasCircle(parents);
            });
            return IsRefused(links) == isWrong;
        });

    [Property]
    public Property The_order_of_links_does_not_matter() =>
        Prop.ForAll(HierarchySample.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var random = new Random(seed);
            var links = sample.LinksRead;
            var (one, other) = (Hierarchy.Of(links), Hierarchy.Of([.. links.OrderBy(_ => random.Next())]));
            return one == other && one.GetHashCode() == other.GetHashCode() && one.Equals((object)other)
                && HierarchySample.Days.All(day => Enumerable.Range(0, HierarchySample.Nodes).All(node =>
                    one.AncestorsOf(node, day).SequenceEqual(other.AncestorsOf(node, day))));
        });

    [Property]
    public Property One_link_more_or_less_is_another_hierarchy() =>
        Prop.ForAll(HierarchySample.Any, sample =>
        {
            var links = sample.LinksRead;
            return links.All(link => Hierarchy.Of(links) != Hierarchy.Of([.. links.Where(each => each != link)]));
        });

    private static IEnumerable<int> Below(Hierarchy<int> hierarchy, int node, LocalDate day) =>
        hierarchy.ChildrenOf(node, day).SelectMany(child => new[] { child }.Concat(Below(hierarchy, child, day)));

    private static Property OnEachDay(Func<Hierarchy<int>, int[], LocalDate, int, bool> law) =>
        Prop.ForAll(HierarchySample.Any, sample => HierarchySample.Days.All(day =>
            Enumerable.Range(0, HierarchySample.Nodes).All(node => law(sample.Hierarchy, sample.Model[day], day, node))));

    private static bool IsRefused((int, int, DateSpan)[] links)
    {
        try
        {
            _ = Hierarchy.Of(links);
            return false;
        }
        catch (ArgumentException e) when (e.ParamName == nameof(links))
        {
            return true;
        }
    }
}
