using System;
using System.Linq;
using NodaTime;
using SalesDomain.Tests.Organization;
using Xunit;

namespace SalesDomain.Tests.Hierarchies;

public sealed class ReportingLines
{
    private static readonly LocalDate s_reform = new(2026, 7, 1);
    private static readonly LocalDate s_before = new(2026, 6, 30);

    private static readonly Hierarchy<string> s_team = Hierarchy.Of(("Li", "East"), ("Wu", "East"), ("East", "Sales"), ("West", "Sales"));

    [Fact]
    public void Nodes_are_listed_as_they_were_mentioned_and_a_tree_depth_first()
    {
        Assert.Equal(["Li", "East", "Wu", "Sales", "West"], s_team.Nodes);
        Assert.Equal(["Sales", "East", "Li", "Wu", "West"], s_team.NodesOn(s_reform));
        Assert.Equal(["East", "Li", "Wu", "West"], s_team.DescendantsOf("Sales", s_reform));
        Assert.Equal(["East", "Sales"], s_team.AncestorsOf("Li", s_reform));
        Assert.Equal(["Sales"], s_team.RootsOn(s_reform));
    }

    [Fact]
    public void A_link_holds_on_both_its_end_days_and_on_no_other()
    {
        var team = Hierarchy.Of(("Li", "East", DateSpan.OfMonth(2026, 6)));

        Assert.False(team.TryParentOf("Li", new LocalDate(2026, 5, 31), out _));
        Assert.True(team.TryParentOf("Li", new LocalDate(2026, 6, 1), out _));
        Assert.True(team.TryParentOf("Li", s_before, out var parent));
        Assert.Equal("East", parent);
        Assert.False(team.TryParentOf("Li", s_reform, out _));
    }

    [Fact]
    public void A_node_that_moves_takes_along_all_below_it_and_not_a_day_is_missing()
    {
        var moved = s_team.With("Region", "Sales", DateSpan.Always).Move("East", "Region", s_reform);

        Assert.Equal(["East", "Sales"], moved.AncestorsOf("Li", s_before));
        Assert.Equal(["East", "Region", "Sales"], moved.AncestorsOf("Li", s_reform));
        Assert.Equal("../2026-06-30: Sales, 2026-07-01/..: Region", moved.ParentsOf("East").ToString());
    }

    [Fact]
    public void A_move_does_not_wipe_out_what_is_planned_for_later()
    {
        var planned = s_team.Without("Li", DateSpan.From(s_reform)).With("Li", "West", DateSpan.From(s_reform));

        Assert.Throws<ArgumentException>("from", () => planned.Move("Li", "Sales", s_before));
        Assert.Equal("../2026-06-30: East, 2026-07-01/..: Sales", planned.Move("Li", "Sales", s_reform).ParentsOf("Li").ToString());
        Assert.Equal("../2026-06-29: East, 2026-06-30/..: Sales",
            planned.Without("Li", DateSpan.From(s_reform)).Move("Li", "Sales", s_before).ParentsOf("Li").ToString());
    }

    [Fact]
    public void Many_links_and_many_moves_are_made_in_one_go_and_checked_for_what_they_come_to()
    {
        var grown = s_team.With(("He", "Wu", DateSpan.Always), ("Ma", "He", DateSpan.From(s_reform)));
        Assert.Equal(s_team.With("He", "Wu", DateSpan.Always).With("Ma", "He", DateSpan.From(s_reform)), grown);

        // He and Wu change places: one after the other, the first would stand under whom it leads.
        var moved = grown.Move([("Wu", "He"), ("He", "East")], s_reform);
        Assert.Equal(["He", "East", "Sales"], moved.AncestorsOf("Wu", s_reform));
        Assert.Equal(["Wu", "East", "Sales"], moved.AncestorsOf("He", s_before));
        Assert.Throws<ArgumentException>("to", () => grown.Move("Wu", "He", s_reform));

        Assert.Throws<ArgumentException>("moves", () => grown.Move([("Wu", "Ma")], s_reform));
        Assert.Throws<ArgumentException>("moves", () => grown.Move([("Wu", "West"), ("Wu", "East")], s_reform));
        Assert.Throws<ArgumentException>("from", () => grown.Move([("Li", "West"), ("Ma", "West")], s_before));
        Assert.Throws<ArgumentException>("links", () => s_team.With(("A", "B", DateSpan.Always), ("B", "A", DateSpan.On(s_reform))));
    }

    [Fact]
    public void Moving_half_of_all_costs_in_proportion_to_all_and_not_to_that_for_each_move()
    {
        // Counted and not timed: how often a node is hashed. A hierarchy made anew for each move would hash 4,000 nodes 2,000 times.
        var nodes = Enumerable.Range(0, 4_000).Select(i => new CountedKey(i)).ToArray();
        var tree = Hierarchy.Empty<CountedKey>().With([.. nodes.Skip(2).Select(node => (node, nodes[0], DateSpan.Always))])
            .With(nodes[1], nodes[0], DateSpan.Always);
        CountedKey.Reset();

        var moved = tree.Move(nodes.Skip(2).Where(node => node.Number % 2 == 0).Select(node => (node, nodes[1])), s_reform);

        Assert.InRange(CountedKey.Hashed, 1, 20 * 4_000);
        Assert.Equal(1_999, moved.ChildrenOf(nodes[1], s_reform).Count);
        Assert.Equal(2_000, moved.ChildrenOf(nodes[0], s_reform).Count);

        // One change asks for the nodes it touches and for no other.
        CountedKey.Reset();
        _ = moved.Move(nodes[2], nodes[0], s_reform.PlusDays(1));
        Assert.InRange(CountedKey.Hashed, 1, 20);
    }

    [Fact]
    public void Who_leaves_is_in_the_hierarchy_no_more_unless_somebody_is_below()
    {
        var left = s_team.Without("Li", DateSpan.From(s_reform)).Without("East", DateSpan.From(s_reform));

        Assert.True(left.Contains("Li", s_before));
        Assert.False(left.Contains("Li", s_reform));
        Assert.Null(left.DepthOf("Li", s_reform));
        Assert.Equal(["East", "Sales"], left.RootsOn(s_reform));
        Assert.Equal(["Wu"], left.ChildrenOf("East", s_reform));
    }

    [Fact]
    public void A_node_without_links_is_forgotten_and_its_name_free()
    {
        var without = s_team.Without("Li", DateSpan.Always);

        Assert.False(without.Contains("Li"));
        Assert.Equal(["East", "Wu", "Sales", "West"], without.Nodes);
        Assert.Equal(Hierarchy.Of(("Wu", "East"), ("East", "Sales"), ("West", "Sales")), without);
    }

    [Fact]
    public void A_lone_node_is_in_the_hierarchy_when_it_is_said_to_be_a_root()
    {
        var lone = Hierarchy.Empty<string>().WithRoot("North", DateSpan.From(s_reform)).WithRoot("South");

        Assert.Equal(["South"], lone.RootsOn(s_before));
        Assert.Equal(["North", "South"], lone.RootsOn(s_reform));
        Assert.True(lone.IsWithin("North", "North", s_reform));
        Assert.False(lone.IsWithin("North", "North", s_before));
        Assert.Equal(0, lone.DepthOf("North", s_reform));
        Assert.Empty(lone.ParentsOf("North").Entries);
    }

    [Fact]
    public void A_node_never_heard_of_is_within_nothing_and_not_within_itself()
    {
        Assert.False(s_team.Contains("Ma"));
        Assert.False(s_team.Contains("Ma", s_reform));
        Assert.False(s_team.TryParentOf("Ma", s_reform, out _));
        Assert.Empty(s_team.AncestorsOf("Ma", s_reform));
        Assert.Empty(s_team.ChildrenOf("Ma", s_reform));
        Assert.Empty(s_team.DescendantsOf("Ma", s_reform));
        Assert.Empty(s_team.ParentsOf("Ma").Entries);
        Assert.False(s_team.IsWithin("Ma", "Ma", s_reform));
        Assert.False(s_team.IsWithin("Ma", "Sales", s_reform));
        Assert.False(s_team.IsWithin("Sales", "Ma", s_reform));
        Assert.Equal(s_team, s_team.Without("Ma", DateSpan.Always));
    }

    [Fact]
    public void A_circle_is_refused_and_named_with_the_days_it_lasts()
    {
        var refused = Assert.Throws<ArgumentException>("links", () => Hierarchy.Of(
            ("A", "B", DateSpan.OfYear(2026)), ("B", "C", DateSpan.From(s_reform)), ("C", "A", DateSpan.Always),
            ("D", "A", DateSpan.Always)));

        Assert.Contains("A under B under C under A: 2026-07-01/2026-12-31", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_that_closes_as_another_link_ends_is_none()
    {
        var half = DateSpan.From(s_reform);
        var turned = Hierarchy.Of(("A", "B", DateSpan.Until(s_before)), ("B", "A", half));

        Assert.Equal(["B"], turned.RootsOn(s_before));
        Assert.Equal(["A"], turned.RootsOn(s_reform));
        Assert.Throws<ArgumentException>("links", () => Hierarchy.Of(("A", "B", DateSpan.Until(s_reform)), ("B", "A", half)));
    }

    [Fact]
    public void A_node_under_itself_is_refused() =>
        Assert.Throws<ArgumentException>("parent", () => s_team.With("Ma", "Ma", DateSpan.OfYear(2026)));

    [Fact]
    public void Two_parents_on_one_day_are_refused_and_named()
    {
        var refused = Assert.Throws<ArgumentException>("links", () => Hierarchy.Of(
            ("Li", "West", DateSpan.From(s_before)), ("Li", "East", DateSpan.Until(s_before))));

        Assert.Contains("Li under East: ../2026-06-30 and Li under West: 2026-06-30/..", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("span", () => s_team.With("Li", "West", DateSpan.On(s_reform)));
        Assert.Throws<ArgumentException>("node", () => s_team.WithRoot("Li"));
        Assert.Throws<ArgumentException>("span", () => s_team.WithRoot("Li", DateSpan.On(s_reform)));
    }

    [Fact]
    public void A_long_chain_is_walked_without_recursion()
    {
        const int Length = 100_000;
        var chain = Hierarchy.Of([.. Enumerable.Range(1, Length).Select(node => (node, node - 1))]);

        Assert.Equal(Length, chain.DescendantsOf(0, s_reform).Count);
        Assert.Equal(Length, chain.DepthOf(Length, s_reform));
        Assert.Throws<ArgumentException>("parent", () => chain.With(0, Length, DateSpan.On(s_reform)));
    }

    [Fact]
    public void A_day_of_another_calendar_is_refused()
    {
        var julian = s_reform.WithCalendar(CalendarSystem.Julian);

        Assert.Throws<ArgumentException>("on", () => s_team.TryParentOf("Li", julian, out _));
        Assert.Throws<ArgumentException>("on", () => s_team.AncestorsOf("Li", julian));
        Assert.Throws<ArgumentException>("on", () => s_team.RootsOn(julian));
        Assert.Throws<ArgumentException>("on", () => s_team.NodesOn(julian));
        Assert.Throws<ArgumentException>("on", () => s_team.IsWithin("Li", "East", julian));
        Assert.Throws<ArgumentException>("from", () => s_team.Move("Li", "West", julian));
    }

    [Fact]
    public void The_text_has_a_line_for_each_link() =>
        Assert.Equal(
            "Li under East: 2026-07-01/..\nSales at the top: ../..\n",
            Hierarchy.Of(("Li", "East", DateSpan.From(s_reform))).WithRoot("Sales").ToString());
}
