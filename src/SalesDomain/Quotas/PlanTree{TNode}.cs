using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// The tree that a target is broken down along: company, regions, territories, people, and below them products if the plan has them.
/// </summary>
/// <typeparam name="TNode">What a node is named by. A second dimension is another level: name its nodes by pairs.</typeparam>
/// <remarks>
/// <para>
/// A <see cref="Hierarchy{TNode}"/> says who is under whom from when to when; a plan tree is one day of it, numbered from one root down,
/// for a target to go along (<see cref="PlanTree.On"/>). The root is level 0. The order of siblings is part of the tree, because ties go
/// by it.
/// </para>
/// <para>Equality is by nodes, parents and the order of siblings.</para>
/// </remarks>
public sealed class PlanTree<TNode> : IEquatable<PlanTree<TNode>>
    where TNode : notnull
{
    private readonly TNode[] _nodes;
    private readonly Dictionary<TNode, int> _indices;

    internal PlanTree(TNode[] nodes, TreeLayout layout)
    {
        _nodes = nodes;
        Layout = layout;
        _indices = new Dictionary<TNode, int>(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
            _indices.Add(nodes[i], i);
    }

    /// <summary>The node that the target is set for.</summary>
    public TNode Root => _nodes[0];

    /// <summary>All nodes, level by level: parents before their children, siblings side by side.</summary>
    public IReadOnlyList<TNode> Nodes => Array.AsReadOnly(_nodes);

    /// <summary>The nodes without children, from left to right.</summary>
    public IReadOnlyList<TNode> Leaves => LeavesOf(Root);

    /// <summary>The number of levels: 1 for a root alone.</summary>
    public int Depth => Layout.Levels[_nodes.Length - 1] + 1;

    internal TreeLayout Layout { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A tree.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PlanTree<TNode>? left, PlanTree<TNode>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A tree.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PlanTree<TNode>? left, PlanTree<TNode>? right) => !(left == right);

    /// <summary>Whether the node is in the tree.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Whether it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public bool Contains(TNode node) => _indices.ContainsKey(Guard.Against.Null(node));

    /// <summary>The level of a node: 0 for the root, 1 for its children.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public int LevelOf(TNode node) => Layout.Levels[IndexOf(node)];

    /// <summary>The parent of a node.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="parent">The parent, or the default value for the root.</param>
    /// <returns>False for the root.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public bool TryParentOf(TNode node, [MaybeNullWhen(false)] out TNode parent)
    {
        var above = Layout.Parents[IndexOf(node)];
        parent = above >= 0 ? _nodes[above] : default;
        return above >= 0;
    }

    /// <summary>The children of a node, in order; none for a leaf.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The children.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public IReadOnlyList<TNode> ChildrenOf(TNode node)
    {
        var index = IndexOf(node);
        return Array.AsReadOnly(_nodes.Skip(Layout.Firsts[index]).Take(Layout.Firsts[index + 1] - Layout.Firsts[index]).ToArray());
    }

    /// <summary>The leaves below a node from left to right; the node itself if it is a leaf.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The leaves, at least one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public IReadOnlyList<TNode> LeavesOf(TNode node) =>
        Array.AsReadOnly(Layout.Leaves(IndexOf(node)).Select(leaf => _nodes[leaf]).ToArray());

    /// <summary>Whether the other has the same nodes with the same parents and the same order of siblings.</summary>
    /// <param name="other">The tree to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PlanTree<TNode>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _nodes.SequenceEqual(other._nodes) && Layout.Parents.SequenceEqual(other.Layout.Parents));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlanTree<TNode>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_nodes.Length, _nodes[0].GetHashCode(), _nodes[_nodes.Length - 1].GetHashCode());

    /// <summary>How many nodes and levels: <c>111 nodes in 3 levels under China</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(_nodes.Length) + " nodes in " + InvariantText.Number(Depth) + " levels under " + NameOf(0);

    internal Hierarchy<TNode> ToHierarchy() =>
        Hierarchy.Of([.. _nodes.Skip(1).Select((child, i) => (child, _nodes[Layout.Parents[i + 1]]))]);

    internal TNode NodeAt(int index) => _nodes[index];

    internal string NameOf(int index) => InvariantText.Any(_nodes[index]);

    internal bool TryIndexOf(TNode node, out int index) => _indices.TryGetValue(node, out index);

    internal int IndexOf(TNode node, string parameterName = "node")
    {
        Guard.Against.Null(node, parameterName);
        return _indices.TryGetValue(node, out var index) ? index
            : throw Guards.Invalid(parameterName, InvariantText.Any(node), "must be a node of the tree");
    }
}
