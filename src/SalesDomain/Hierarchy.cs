using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Makes hierarchies without naming the type of their nodes.</summary>
public static class Hierarchy
{
    /// <summary>The hierarchy without nodes.</summary>
    /// <typeparam name="TNode">The type of the nodes to come.</typeparam>
    /// <returns>The hierarchy.</returns>
    public static Hierarchy<TNode> Empty<TNode>()
        where TNode : notnull =>
        Hierarchy<TNode>.Create([], [], "links", "links");

    /// <summary>A hierarchy of links that hold on every day.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="links">Who is under whom, in any order; each child once.</param>
    /// <returns>The hierarchy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="links"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">A child has two parents, or the links lead from a node back to itself.</exception>
    public static Hierarchy<TNode> Of<TNode>(params (TNode Child, TNode Parent)[] links)
        where TNode : notnull
    {
        Guard.Against.Null(links);
        return Hierarchy<TNode>.Create(
            [], links.Select(link => new HierarchyLink<TNode>(link.Child, link.Parent, DateSpan.Always)), nameof(links), nameof(links));
    }

    /// <summary>A hierarchy of links that hold over spans of days.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="links">Who is under whom and on which days, in any order.</param>
    /// <returns>The hierarchy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="links"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">On some day a child has two parents, or the links lead from a node back to itself.</exception>
    public static Hierarchy<TNode> Of<TNode>(params (TNode Child, TNode Parent, DateSpan Span)[] links)
        where TNode : notnull
    {
        Guard.Against.Null(links);
        return Hierarchy<TNode>.Create(
            [], links.Select(link => new HierarchyLink<TNode>(link.Child, link.Parent, link.Span)), nameof(links), nameof(links));
    }
}
