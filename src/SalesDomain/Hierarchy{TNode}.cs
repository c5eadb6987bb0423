using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// Who is under whom, and from when to when: positions and their managers, territories and regions, customers and their head offices.
/// </summary>
/// <typeparam name="TNode">The type of the nodes: an identifier of the library or the caller's own.</typeparam>
/// <remarks>
/// <para>
/// Links from child to parent over spans of days, both end days included. On any day a node has one parent or none, and no node is above
/// itself: two parents and a circle are refused when the hierarchy is built, whatever the order the links come in.
/// </para>
/// <para>
/// A node is in the hierarchy on the days on which it has a parent, has a child or is said to be a root (<see cref="WithRoot(TNode)"/>). On
/// other days, and for a node
/// never heard of, the answers are empty: no parent, no children, within nothing; <see cref="Contains(TNode, LocalDate)"/> tells.
/// Nodes are listed in the order in which they were first mentioned, child before parent, so that the caller decides how a tree prints.
/// </para>
/// <para>
/// Immutable. A change makes the nodes anew that it touches and checks what is above them; the list of all is copied, so that many links
/// are better given at once. Equality is by nodes and links, in whatever order they were mentioned; two links that follow each other day
/// upon day are not one.
/// </para>
/// <para>
/// A parent is found in one look-up and by halving, without allocating; an ancestor in as many of these as it is levels up; children
/// without looking at any other node.
/// </para>
/// </remarks>
public sealed partial class Hierarchy<TNode> : IEquatable<Hierarchy<TNode>>
    where TNode : notnull
{
    // A node goes by its place in the order of first mention; HierarchyLinks.Top stands where a node is said to be a root.
    private readonly TNode[] _nodes;
    private readonly Dictionary<TNode, int> _places;
    private readonly Timeline<int>[] _parents;
    private readonly ParentTable _table;

    // Of each node those that are its children on any day.
    private readonly int[][] _children;

    private Hierarchy(TNode[] nodes, Dictionary<TNode, int> places, Timeline<int>[] parents, ParentTable table, int[][] children)
    {
        _nodes = nodes;
        _places = places;
        _parents = parents;
        _table = table;
        _children = children;
    }

    /// <summary>The nodes, on whatever days they are in the hierarchy, in the order of first mention.</summary>
    public IReadOnlyList<TNode> Nodes => Array.AsReadOnly(_nodes);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A hierarchy.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Hierarchy<TNode>? left, Hierarchy<TNode>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A hierarchy.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Hierarchy<TNode>? left, Hierarchy<TNode>? right) => !(left == right);

    /// <summary>Whether the other has the same nodes and links.</summary>
    /// <param name="other">The hierarchy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Hierarchy<TNode>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._nodes.Length != _nodes.Length)
            return false;

        for (var place = 0; place < _nodes.Length; place++)
        {
            if (!other._places.TryGetValue(_nodes[place], out var at) || !HasSameParents(place, other, at))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Hierarchy<TNode>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order of mention is no part of it.
        var hash = _nodes.Length;
        for (var place = 0; place < _nodes.Length; place++)
        {
            hash = unchecked(hash + _parents[place].Entries.Aggregate(
                _nodes[place].GetHashCode(),
                (each, entry) => Hash.Combine(each, entry.Span.GetHashCode(), entry.Value < 0 ? 0 : _nodes[entry.Value].GetHashCode())));
        }

        return hash;
    }

    /// <summary>The links, a line each: <c>Li under East: 2026-01-01/..</c>, and <c>East at the top: ../..</c> for a root that is said to
    /// be one.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(Links().Select(link => link + "\n"));

    internal static Hierarchy<TNode> Create(IEnumerable<TNode> known, IEnumerable<HierarchyLink<TNode>> links, string ofSpan, string ofNode)
    {
        var given = links.ToArray();
        RequireNodes(given, ofNode);
        var places = Places(known, given);
        var nodes = new TNode[places.Count];
        foreach (var pair in places)
            nodes[pair.Value] = pair.Key;

        var parents = Parents(given, places, ofSpan);
        RequireNoCircle(nodes, HierarchyLinks.FindCircle(parents, Enumerable.Range(0, parents.Length)), ofNode);
        return new Hierarchy<TNode>(nodes, places, parents, new ParentTable(parents), HierarchyLinks.ChildrenOf(parents));
    }

    private static void RequireNodes(HierarchyLink<TNode>[] links, string parameterName)
    {
        foreach (var link in links)
        {
            if (link.Node is null || link.Parent is null)
                throw new ArgumentNullException(parameterName);
        }
    }

    private static void RequireNoCircle(
        TNode[] nodes, (int[] Places, DateSpan Span)? circle, string parameterName)
    {
        if (circle is var (places, span))
        {
            throw Guards.Invalid(
                parameterName, string.Join(" under ", places.Select(place => InvariantText.Any(nodes[place]))) + ": " + span,
                "must not lead from a node back to itself");
        }
    }

    private bool HasSameParents(int place, Hierarchy<TNode> other, int at)
    {
        var entries = _parents[place].Entries;
        var others = other._parents[at].Entries;
        for (var i = 0; i < entries.Count; i++)
        {
            if (i >= others.Count || entries[i].Span != others[i].Span || !IsSameParent(entries[i].Value, other, others[i].Value))
                return false;
        }

        return entries.Count == others.Count;
    }

    private bool IsSameParent(int parent, Hierarchy<TNode> other, int at) =>
        parent < 0 || at < 0 ? parent == at : EqualityComparer<TNode>.Default.Equals(_nodes[parent], other._nodes[at]);

    /// <summary>Known nodes keep their order; those that no link speaks of any more are known no more.</summary>
    private static Dictionary<TNode, int> Places(IEnumerable<TNode> known, HierarchyLink<TNode>[] links)
    {
        var mentioned = links.SelectMany(link => new[] { link.Node, link.Parent }).ToArray();
        var isMentioned = new HashSet<TNode>(mentioned);
        var places = new Dictionary<TNode, int>();
        foreach (var node in known.Where(isMentioned.Contains).Concat(mentioned))
        {
            if (!places.ContainsKey(node))
                places.Add(node, places.Count);
        }

        return places;
    }

    private static Timeline<int>[] Parents(HierarchyLink<TNode>[] links, Dictionary<TNode, int> places, string ofSpan)
    {
        var linksOf = new List<HierarchyLink<TNode>>?[places.Count];
        foreach (var link in links)
            (linksOf[places[link.Node]] ??= []).Add(link);

        return Array.ConvertAll(linksOf, each => InTime(each ?? [], places, ofSpan));
    }

    private static Timeline<int> InTime(List<HierarchyLink<TNode>> links, Dictionary<TNode, int> places, string ofSpan)
    {
        links.Sort((left, right) => Nullable.Compare(left.Span.Start, right.Span.Start));
        for (var i = 1; i < links.Count; i++)
        {
            if (links[i - 1].Span.Overlaps(links[i].Span))
                throw Guards.Invalid(ofSpan, links[i - 1] + " and " + links[i], "must not give a node two places on one day");
        }

        return Timeline<int>.Create(links.Select(link => (link.Span, link.IsRoot ? HierarchyLinks.Top : places[link.Parent])));
    }
}
