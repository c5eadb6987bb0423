using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class Hierarchy<TNode>
{
    /// <summary>Whether the node is in the hierarchy on any day.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Whether it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public bool Contains(TNode node) => _places.ContainsKey(Guard.Against.Null(node));

    /// <summary>Whether the node is in the hierarchy on a day: below or above another, or said to be a root.</summary>
    /// <param name="node">The node.</param>
    /// <param name="on">The day.</param>
    /// <returns>Whether it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public bool Contains(TNode node, LocalDate on)
    {
        var place = PlaceOf(node, on, out var day);
        return place >= 0 && IsInAt(place, day);
    }

    /// <summary>The node right above another on a day, if there is one.</summary>
    /// <param name="node">The node.</param>
    /// <param name="on">The day.</param>
    /// <param name="parent">Its parent, or the default of the type.</param>
    /// <returns>False for a root, and for a node that is not in the hierarchy on the day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <remarks>In a loop it walks up to the root without allocating.</remarks>
    public bool TryParentOf(TNode node, LocalDate on, [MaybeNullWhen(false)] out TNode parent)
    {
        var place = PlaceOf(node, on, out var day);
        var above = place >= 0 ? ParentAt(place, day) : HierarchyLinks.Top;
        parent = above >= 0 ? _nodes[above] : default;
        return above >= 0;
    }

    /// <summary>All parents of a node in the course of time.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Its parents by span; a gap where it has none. A node never heard of has none at all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Timeline<TNode> ParentsOf(TNode node) =>
        Timeline<TNode>.Create(LinksOf(Guard.Against.Null(node)).Where(link => !link.IsRoot).Select(link => (link.Span, link.Parent)));

    /// <summary>The nodes above another on a day, the nearest first.</summary>
    /// <param name="node">The node.</param>
    /// <param name="on">The day.</param>
    /// <returns>Its parent, the parent of that, and so on to a root; empty for a root itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<TNode> AncestorsOf(TNode node, LocalDate on)
    {
        var ancestors = new List<TNode>();
        for (var place = PlaceOf(node, on, out var day); place >= 0 && (place = ParentAt(place, day)) >= 0;)
            ancestors.Add(_nodes[place]);

        return ancestors.AsReadOnly();
    }

    /// <summary>The nodes right below another on a day.</summary>
    /// <param name="node">The node.</param>
    /// <param name="on">The day.</param>
    /// <returns>Its children, in the order of first mention.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<TNode> ChildrenOf(TNode node, LocalDate on)
    {
        var place = PlaceOf(node, on, out var day);
        return place < 0 ? [] : At(ChildrenAt(place, day));
    }

    /// <summary>All nodes below another on a day, each followed by those below it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="on">The day.</param>
    /// <returns>Children, grandchildren and so on, depth first, siblings in the order of first mention; the node itself is not among
    /// them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<TNode> DescendantsOf(TNode node, LocalDate on)
    {
        var place = PlaceOf(node, on, out var day);
        return place < 0 ? [] : At(FromAt(place, day).Skip(1));
    }

    /// <summary>The nodes without a parent on a day, of those that are in the hierarchy on it.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The roots, in the order of first mention.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<TNode> RootsOn(LocalDate on) => At(RootsAt(DayOf(on)));

    /// <summary>All nodes of a day, each followed by those below it.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The nodes that are in the hierarchy on the day, depth first, roots and siblings in the order of first mention.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<TNode> NodesOn(LocalDate on)
    {
        var day = DayOf(on);
        return At(RootsAt(day).SelectMany(root => FromAt(root, day)));
    }

    /// <summary>Whether a node belongs to another on a day: is it, or is below it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="ancestor">The node that may be above it. A node is within itself, so that a region's own figures are the
    /// region's.</param>
    /// <param name="on">The day.</param>
    /// <returns>Whether it is; false when the node is not in the hierarchy on the day.</returns>
    /// <exception cref="ArgumentNullException">A node is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public bool IsWithin(TNode node, TNode ancestor, LocalDate on)
    {
        var place = PlaceOf(node, on, out var day);
        var sought = PlaceOf(ancestor);
        if (place < 0 || sought < 0)
            return false;
        if (place == sought)
            return IsInAt(place, day);

        while (place >= 0 && place != sought)
            place = ParentAt(place, day);

        return place >= 0;
    }

    /// <summary>How many nodes are above another on a day.</summary>
    /// <param name="node">The node.</param>
    /// <param name="on">The day.</param>
    /// <returns>0 for a root, or null when the node is not in the hierarchy on the day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public int? DepthOf(TNode node, LocalDate on)
    {
        var place = PlaceOf(node, on, out var day);
        if (place < 0 || !IsInAt(place, day))
            return null;

        var depth = 0;
        while ((place = ParentAt(place, day)) >= 0)
            depth++;

        return depth;
    }

    /// <summary>Values by node summed up the hierarchy as it stands on a day.</summary>
    /// <param name="on">The day.</param>
    /// <param name="zero">Zero of what is measured, which a node without a value has:
    /// <c>Measure.Revenue.Of(Money.Zero(Currency.CNY))</c>.</param>
    /// <param name="values">Nodes with their values, in any order, a node as often as it has values.</param>
    /// <returns>The sums by node, and apart from them what belongs to no node of the day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="zero"/> is another value or measures nothing, a value is of another measure, tax basis, unit or currency, or
    /// <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException">A value is the default one, which measures nothing.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public RollUp<TNode> RollUp(LocalDate on, Measured zero, IEnumerable<(TNode Node, Measured Value)> values)
    {
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(values);
        if (zero == default)
            throw Guards.Invalid(nameof(zero), "it is the default Measured", "must measure something");

        // A node that is null is refused first, whatever else is wrong.
        var rollUp = new RollUp<TNode>(this, on, zero, values, nameof(values));
        return zero.IsZero ? rollUp : throw Guards.Invalid(nameof(zero), zero.ToString(), "must be zero");
    }

    internal TNode NodeAt(int place) => _nodes[place];

    /// <summary>The place of a node in the order of first mention, or −1 when it was never mentioned.</summary>
    internal int PlaceOf(TNode node, [CallerArgumentExpression(nameof(node))] string? parameterName = null) =>
        _places.TryGetValue(Guard.Against.Null(node, parameterName), out var place) ? place : HierarchyLinks.Top;

    /// <summary>The parents on all days; a day is given by its packed number here and below.</summary>
    internal ParentTable Table => _table;

    /// <summary>The place of the parent, or less than zero when there is none on the day.</summary>
    internal int ParentAt(int place, int day) => _table.At(place, day);

    internal bool IsInAt(int place, int day) => ParentAt(place, day) != HierarchyLinks.Nowhere || HasChildAt(place, day);

    internal IEnumerable<int> RootsAt(int day) =>
        Enumerable.Range(0, _nodes.Length).Where(place => ParentAt(place, day) < 0 && IsInAt(place, day));

    internal IEnumerable<int> ChildrenAt(int place, int day) => _children[place].Where(child => ParentAt(child, day) == place);

    /// <summary>A node and all below it, depth first: each parent before its children.</summary>
    internal IEnumerable<int> FromAt(int place, int day)
    {
        // A stack and no recursion: a chain of a hundred thousand nodes is as good as any other.
        var open = new Stack<int>([place]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            yield return next;
            var children = _children[next];
            for (var i = children.Length - 1; i >= 0; i--)
            {
                if (ParentAt(children[i], day) == next)
                    open.Push(children[i]);
            }
        }
    }

    private ReadOnlyCollection<TNode> At(IEnumerable<int> places) => Array.AsReadOnly(places.Select(place => _nodes[place]).ToArray());

    private static int DayOf(LocalDate on) => DayNumber.Packed(Guard.Against.OtherCalendar(on));

    private int PlaceOf(TNode node, LocalDate on, out int day)
    {
        day = DayOf(on);
        return PlaceOf(node);
    }

    private bool HasChildAt(int place, int day)
    {
        foreach (var child in _children[place])
        {
            if (ParentAt(child, day) == place)
                return true;
        }

        return false;
    }
}
