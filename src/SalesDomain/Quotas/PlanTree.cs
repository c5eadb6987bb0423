using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes trees for a plan without naming the type of their nodes.</summary>
public static class PlanTree
{
    /// <summary>A tree from its links, in any order.</summary>
    /// <typeparam name="TNode">What a node is named by: a territory, a position, a person, a product, or a pair of these.</typeparam>
    /// <param name="root">The node that the target is set for: the company.</param>
    /// <param name="links">Each other node with its parent. Siblings stand in the order of their links, which decides ties.</param>
    /// <returns>The tree.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="root"/>, <paramref name="links"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A node has two parents, the root has one, or a node does not lead up to the root.
    /// </exception>
    public static PlanTree<TNode> Of<TNode>(TNode root, params (TNode Child, TNode Parent)[] links)
        where TNode : notnull =>
        Of(root, (IEnumerable<(TNode Child, TNode Parent)>)links);

    /// <inheritdoc cref="Of{TNode}(TNode, ValueTuple{TNode, TNode}[])"/>
    public static PlanTree<TNode> Of<TNode>(TNode root, IEnumerable<(TNode Child, TNode Parent)> links)
        where TNode : notnull
    {
        Guard.Against.Null(root);
        Guard.Against.Null(links);
        (TNode Child, TNode Parent)[] copy = [.. links];
        foreach (var (child, parent) in copy)
        {
            Guard.Against.Null(child, nameof(links));
            Guard.Against.Null(parent, nameof(links));
        }

        var nodes = new List<TNode> { root };
        var parents = new List<int> { -1 };
        var numbers = new Dictionary<TNode, int> { [root] = 0 };
        foreach (var (child, parent) in copy)
        {
            var above = Number(parent);
            var number = Number(child);
            if (number == 0)
                throw Guards.Invalid(nameof(links), InvariantText.Any(parent), "must not give the root a parent");
            if (parents[number] >= 0)
                throw Guards.Invalid(nameof(links), InvariantText.Any(child), "must give each node one parent");

            parents[number] = above;
        }

        var layout = new TreeLayout([.. parents], out var order);
        if (layout.Reached < nodes.Count)
        {
            throw Guards.Invalid(
                nameof(links), InvariantText.Any(nodes[Lost(order, layout.Reached)]), "must lead every node up to the root");
        }

        return new PlanTree<TNode>([.. Array.ConvertAll(order, number => nodes[number])], layout);

        int Number(TNode node)
        {
            if (numbers.TryGetValue(node, out var number))
                return number;

            numbers.Add(node, nodes.Count);
            nodes.Add(node);
            parents.Add(-1);
            return nodes.Count - 1;
        }
    }

    /// <summary>The tree that a hierarchy is on a day, from one node down.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="hierarchy">The hierarchy.</param>
    /// <param name="on">The day.</param>
    /// <param name="root">The node that the target is set for; what is not below it is not in the tree.</param>
    /// <returns>The tree, siblings in the order in which the hierarchy mentions them first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hierarchy"/> or <paramref name="root"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="root"/> is not in the hierarchy on that day, or the day is not of the ISO calendar.
    /// </exception>
    public static PlanTree<TNode> On<TNode>(Hierarchy<TNode> hierarchy, LocalDate on, TNode root)
        where TNode : notnull
    {
        Guard.Against.Null(hierarchy);
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(root);
        if (!hierarchy.IsWithin(root, root, on))
            throw Guards.Invalid(nameof(root), InvariantText.Any(root), "must be in the hierarchy on " + InvariantText.Date(on));

        return Of(root, Links());

        IEnumerable<(TNode Child, TNode Parent)> Links()
        {
            var pending = new Queue<TNode>();
            pending.Enqueue(root);
            while (pending.Count > 0)
            {
                var parent = pending.Dequeue();
                foreach (var child in hierarchy.ChildrenOf(parent, on))
                {
                    yield return (child, parent);
                    pending.Enqueue(child);
                }
            }
        }
    }

    // The first that the walk from the root did not meet.
    private static int Lost(int[] order, int reached)
    {
        var met = new bool[order.Length];
        for (var i = 0; i < reached; i++)
            met[order[i]] = true;

        return Array.IndexOf(met, false);
    }
}
