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
        return Create(_nodes, Links().Append(new HierarchyLink<TNode>(child, parent, span)), nameof(span), nameof(parent));
    }

    /// <summary>The hierarchy with a node at the top on every day, whether or not anything is below it.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node has a parent on some day, or is said to be a root already.</exception>
    public Hierarchy<TNode> WithRoot(TNode node)
    {
        Guard.Against.Null(node);
        return Create(_nodes, Links().Append(new HierarchyLink<TNode>(node, DateSpan.Always)), nameof(node), nameof(node));
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
        return Create(_nodes, Links().Append(new HierarchyLink<TNode>(node, span)), nameof(span), nameof(node));
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
        return Create(_nodes, LinksWithout(node, span), nameof(span), nameof(node));
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
        foreach (var link in LinksOf(child))
        {
            if (link.Span.Start > from)
            {
                throw Guards.Invalid(
                    nameof(from), InvariantText.Date(from) + " is before " + link, "must not be before a later link of the child begins");
            }
        }

        var span = DateSpan.From(from);
        return Create(_nodes, LinksWithout(child, span).Append(new HierarchyLink<TNode>(child, to, span)), nameof(from), nameof(to));
    }

    private IEnumerable<HierarchyLink<TNode>> Links() => _parents.SelectMany((parents, place) => LinksOf(place, parents));

    private IEnumerable<HierarchyLink<TNode>> LinksWithout(TNode node, DateSpan span)
    {
        var without = PlaceOf(node);
        return _parents.SelectMany((parents, place) => LinksOf(place, place == without ? parents.Without(span) : parents));
    }

    private IEnumerable<HierarchyLink<TNode>> LinksOf(TNode node)
    {
        var place = PlaceOf(node);
        return place < 0 ? [] : LinksOf(place, _parents[place]);
    }

    private IEnumerable<HierarchyLink<TNode>> LinksOf(int place, Timeline<int> parents) =>
        parents.Entries.Select(entry => entry.Value == HierarchyLinks.Top
            ? new HierarchyLink<TNode>(_nodes[place], entry.Span)
            : new HierarchyLink<TNode>(_nodes[place], _nodes[entry.Value], entry.Span));
}
