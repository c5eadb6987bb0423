using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Quotas;

/// <summary>
/// The shape of a tree in arrays, level by level: a parent stands before its children, and the children of a parent side by side. So a loop
/// forward hands down, a loop backward rolls up, and neither looks a node up.
/// </summary>
internal sealed class TreeLayout
{
    /// <summary>Numbers the nodes anew, level by level, from the parent of each (−1 of the root, which comes first).</summary>
    internal TreeLayout(int[] parents, out int[] order)
    {
        var next = new int[parents.Length + 1];
        for (var node = 1; node < parents.Length; node++)
            next[parents[node] + 1]++;

        for (var node = 1; node < next.Length; node++)
            next[node] += next[node - 1];

        var starts = (int[])next.Clone();
        var children = new int[parents.Length];
        for (var node = 1; node < parents.Length; node++)
            children[next[parents[node]]++] = node;

        order = new int[parents.Length];
        Parents = new int[parents.Length];
        Firsts = new int[parents.Length + 1];
        Levels = new int[parents.Length];
        Parents[0] = -1;
        var end = 1;
        var at = 0;
        for (; at < end; at++)
        {
            Firsts[at] = end;
            for (var child = starts[order[at]]; child < starts[order[at] + 1]; child++)
            {
                order[end] = children[child];
                Parents[end] = at;
                Levels[end] = Levels[at] + 1;
                end++;
            }
        }

        Firsts[at] = end;
        Reached = end;
    }

    /// <summary>How many nodes hang on the root; fewer than all where some are in a ring.</summary>
    internal int Reached { get; }

    internal int Count => Parents.Length;

    /// <summary>The parent of each node; −1 of the root.</summary>
    internal int[] Parents { get; }

    /// <summary>The first child of each node; those of node i end before the first of node i + 1.</summary>
    internal int[] Firsts { get; }

    /// <summary>0 for the root, 1 for its children.</summary>
    internal int[] Levels { get; }

    internal bool IsLeaf(int node) => Firsts[node] == Firsts[node + 1];

    internal IEnumerable<int> Children(int node) => Enumerable.Range(Firsts[node], Firsts[node + 1] - Firsts[node]);

    /// <summary>The leaves of a node from left to right; the node itself if it is one.</summary>
    internal IEnumerable<int> Leaves(int node)
    {
        var pending = new Stack<int>();
        pending.Push(node);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (IsLeaf(next))
                yield return next;

            for (var child = Firsts[next + 1] - 1; child >= Firsts[next]; child--)
                pending.Push(child);
        }
    }
}
