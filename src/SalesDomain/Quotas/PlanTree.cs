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

        // Numbered in the order of the links, so that siblings stand in it.
        var nodes = new TNode[copy.Length + 1];
        var numbers = new Dictionary<TNode, int>(nodes.Length) { [root] = 0 };
        nodes[0] = root;
        for (var i = 0; i < copy.Length; i++)
        {
            var child = copy[i].Child;
            if (numbers.TryGetValue(child, out var number))
            {
                throw Guards.Invalid(
                    nameof(links), InvariantText.Any(child),
                    number == 0 ? "must not give the root a parent" : "must give each node one parent");
            }

            numbers.Add(child, i + 1);
            nodes[i + 1] = child;
        }

        var parents = new int[nodes.Length];
        parents[0] = -1;
        for (var i = 0; i < copy.Length; i++)
            parents[i + 1] = numbers.TryGetValue(copy[i].Parent, out var parent) ? parent : throw Lost(copy[i].Parent);

        var layout = new TreeLayout(parents, out var order);
        return layout.Reached < nodes.Length ? throw Lost(nodes[FirstUnreached(order, layout.Reached)])
            : new PlanTree<TNode>(Array.ConvertAll(order, number => nodes[number]), layout);

        static ArgumentException Lost(TNode node) =>
            Guards.Invalid(nameof(links), InvariantText.Any(node), "must lead every node up to the root");
    }

    /// <summary>The tree that a hierarchy is on a day, from one node down.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="root">The node that the target is set for; what is not below it is not in the tree.</param>
    /// <param name="hierarchy">The hierarchy.</param>
    /// <param name="on">The day.</param>
    /// <returns>The tree, siblings in the order in which the hierarchy mentions them first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="root"/> or <paramref name="hierarchy"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="root"/> is not in the hierarchy on that day, or the day is not of the ISO calendar.
    /// </exception>
    public static PlanTree<TNode> On<TNode>(TNode root, Hierarchy<TNode> hierarchy, LocalDate on)
        where TNode : notnull
    {
        Guard.Against.Null(root);
        Guard.Against.Null(hierarchy);
        Guard.Against.OtherCalendar(on);
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
    private static int FirstUnreached(int[] order, int reached)
    {
        var met = new bool[order.Length];
        for (var i = 0; i < reached; i++)
            met[order[i]] = true;

        return Array.IndexOf(met, false);
    }
}
