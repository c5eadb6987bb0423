using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class Hierarchy<TNode>
{
    /// <summary>The hierarchy with one more link.</summary>
    /// <param name="child">The node below.</param>
    /// <param name="parent">The node above it.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">A node is null.</exception>
    /// <exception cref="ArgumentException">
    /// On some day of the span the child has a parent already or is said to be a root, or <paramref name="parent"/> is the child itself or
    /// below it.
    /// </exception>
    public Hierarchy<TNode> With(TNode child, TNode parent, DateSpan span)
    {
        Guard.Against.Null(child);
        Guard.Against.Null(parent);
        return Changed([], default, [new(child, parent, span)], nameof(span), nameof(parent));
    }

    /// <summary>The hierarchy with more links, all checked at once.</summary>
    /// <param name="links">Who is under whom and on which days, in any order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="links"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// On some day a child has a parent already or is said to be a root, or the links lead from a node back to itself.
    /// </exception>
    public Hierarchy<TNode> With(params (TNode Child, TNode Parent, DateSpan Span)[] links)
    {
        Guard.Against.Null(links);
        return Changed(
            [], default, Array.ConvertAll(links, link => new HierarchyLink<TNode>(link.Child, link.Parent, link.Span)), nameof(links),
            nameof(links));
    }

    /// <summary>The hierarchy with a node at the top on every day, whether or not anything is below it.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node has a parent on some day, or is said to be a root already.</exception>
    public Hierarchy<TNode> WithRoot(TNode node)
    {
        Guard.Against.Null(node);
        return Changed([], default, [new(node, DateSpan.Always)], nameof(node), nameof(node));
    }

    /// <summary>The hierarchy with a node at the top on some days, whether or not anything is below it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">On some day of the span the node has a parent, or is said to be a root already.</exception>
    public Hierarchy<TNode> WithRoot(TNode node, DateSpan span)
    {
        Guard.Against.Null(node);
        return Changed([], default, [new(node, span)], nameof(span), nameof(node));
    }

    /// <summary>The hierarchy without what places a node on some days: its parent, or that it is said to be a root.</summary>
    /// <param name="node">The node.</param>
    /// <param name="span">On which days.</param>
    /// <returns>
    /// The changed copy. On those days the node is a root where other nodes are below it, and not in the hierarchy where none are.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Hierarchy<TNode> Without(TNode node, DateSpan span)
    {
        Guard.Against.Null(node);
        return Changed([node], span, [], nameof(span), nameof(node));
    }

    /// <summary>The hierarchy in which a node comes under another parent from a day on, with all that is below it.</summary>
    /// <param name="child">The node that moves.</param>
    /// <param name="to">The node above it from then on.</param>
    /// <param name="from">The first day; until the day before, all is as it was.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">A node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A link of the child begins after <paramref name="from"/> and would be lost unsaid: take it away first; or <paramref name="to"/> is
    /// on
    /// some day from then on the child itself or below it; or the day is not of the ISO calendar.
    /// </exception>
    public Hierarchy<TNode> Move(TNode child, TNode to, LocalDate from)
    {
        Guard.Against.Null(child);
        Guard.Against.Null(to);
        Guard.Against.OtherCalendar(from);
        RequireNothingLater(child, from);
        var span = DateSpan.From(from);
        return Changed([child], span, [new(child, to, span)], nameof(from), nameof(to));
    }

    /// <summary>The hierarchy in which many nodes come each under another parent from a day on, with all that is below them: a
    /// reorganisation. All are moved or none, and only what they come to together is checked: two may change places.</summary>
    /// <param name="moves">Which node moves, and the node above it from then on; each node once.</param>
    /// <param name="from">The first day; until the day before, all is as it was.</param>
    /// <returns>The changed copy, made in one go: time in proportion to all there is, and not to that for each move.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="moves"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A node is moved twice; a link of one begins after <paramref name="from"/> and would be lost unsaid; on some day from then on the
    /// links lead from a node back to itself; or the day is not of the ISO calendar.
    /// </exception>
    public Hierarchy<TNode> Move(IEnumerable<(TNode Child, TNode To)> moves, LocalDate from)
    {
        Guard.Against.Null(moves);
        Guard.Against.OtherCalendar(from);
        var span = DateSpan.From(from);
        var children = new HashSet<TNode>();
        var links = new List<HierarchyLink<TNode>>();
        foreach (var (child, to) in moves)
        {
            links.Add(new(Guard.Against.Null(child, nameof(moves)), Guard.Against.Null(to, nameof(moves)), span));
            if (!children.Add(child))
                throw Guards.Invalid(nameof(moves), InvariantText.Any(child), "must move a node once");

            RequireNothingLater(child, from);
        }

        return Changed(children, span, [.. links], nameof(moves), nameof(moves));
    }

    /// <summary>
    /// A copy in which some nodes have no place on some days, and then more links hold. Only the timelines of these nodes are made anew,
    /// and circles sought among them and what is above them: a circle that was not there leads through a link that was not there.
    /// </summary>
    private Hierarchy<TNode> Changed(
        HashSet<TNode> cleared, DateSpan span, HierarchyLink<TNode>[] added, string ofSpan, string ofNode)
    {
        RequireNodes(added, ofNode);
        var (places, nodes) = PlacesWith(added);
        var parents = new Timeline<int>[nodes.Length];
        _parents.CopyTo(parents, 0);
        for (var place = _parents.Length; place < parents.Length; place++)
            parents[place] = Timeline.Empty<int>();

        var touched = new SortedSet<int>();
        foreach (var node in cleared)
        {
            if (!places.TryGetValue(node, out var place) || place >= _parents.Length)
                continue;

            touched.Add(place);
            parents[place] = parents[place].Without(span);
        }

        foreach (var links in added.GroupBy(link => places[link.Node]))
        {
            touched.Add(links.Key);
            var kept = parents[links.Key].Entries.Select(entry => LinkOf(nodes, links.Key, entry));
            parents[links.Key] = InTime([.. kept, .. links], places, ofSpan);
        }

        var children = HierarchyLinks.ChildrenOf(parents, _parents, _children, touched);

        // Nodes that no link speaks of any more are known no more, and the places of those after them are others.
        if (cleared.Count > 0 && IsAnyForgotten(parents, children, touched))
        {
            return Create(
                nodes, parents.SelectMany((each, place) => each.Entries.Select(entry => LinkOf(nodes, place, entry))), ofSpan, ofNode);
        }

        RequireNoCircle(nodes, HierarchyLinks.FindCircle(parents, HierarchyLinks.FromUp(parents, touched)), ofNode);
        return new Hierarchy<TNode>(nodes, places, parents, new ParentTable(parents, _table, touched), children);
    }

    private bool IsAnyForgotten(Timeline<int>[] parents, int[][] children, ISet<int> touched)
    {
        bool IsForgotten(int place) => parents[place].Entries.Count == 0 && children[place].Length == 0;

        foreach (var place in touched)
        {
            if (IsForgotten(place)
                || (place < _parents.Length && _parents[place].Entries.Any(entry => entry.Value >= 0 && IsForgotten(entry.Value))))
                return true;
        }

        return false;
    }

    /// <summary>The places with those of nodes never heard of, in the order of mention.</summary>
    private (Dictionary<TNode, int> Places, TNode[] Nodes) PlacesWith(HierarchyLink<TNode>[] added)
    {
        TNode[] more = [.. added.SelectMany(link => new[] { link.Node, link.Parent }).Where(node => !_places.ContainsKey(node)).Distinct()];
        if (more.Length == 0)
            return (_places, _nodes);

        var places = new Dictionary<TNode, int>(_places);
        foreach (var node in more)
            places.Add(node, places.Count);

        return (places, [.. _nodes, .. more]);
    }

    private void RequireNothingLater(TNode child, LocalDate from)
    {
        foreach (var link in LinksOf(child))
        {
            if (link.Span.Start > from)
            {
                throw Guards.Invalid(
                    nameof(from), InvariantText.Date(from) + " is before " + link, "must not be before a later link of the child begins");
            }
        }
    }

    private IEnumerable<HierarchyLink<TNode>> Links() => _parents.SelectMany((parents, place) => LinksOf(place, parents));

    private IEnumerable<HierarchyLink<TNode>> LinksOf(TNode node)
    {
        var place = PlaceOf(node);
        return place < 0 ? [] : LinksOf(place, _parents[place]);
    }

    private IEnumerable<HierarchyLink<TNode>> LinksOf(int place, Timeline<int> parents) =>
        parents.Entries.Select(entry => LinkOf(_nodes, place, entry));

    private static HierarchyLink<TNode> LinkOf(TNode[] nodes, int place, TimelineSlice<int> entry) =>
        entry.Value == HierarchyLinks.Top ? new(nodes[place], entry.Span) : new(nodes[place], nodes[entry.Value], entry.Span);
}
