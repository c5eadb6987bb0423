using System;
using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>
/// Values by key, in order, that never change: a tree with one entry more or fewer shares all but the way down to it, so that one after
/// another costs n log n and not n². The heights of two branches differ by one at most.
/// </summary>
internal sealed class BalancedTree<TKey, TValue>
    where TKey : notnull
{
    private readonly Comparison<TKey> _order;
    private readonly Node? _root;

    private BalancedTree(Comparison<TKey> order, Node? root)
    {
        _order = order;
        _root = root;
    }

    internal bool IsEmpty => _root is null;

    /// <summary>A tree of entries that are in order and have each key once.</summary>
    internal static BalancedTree<TKey, TValue> Of(Comparison<TKey> order, IReadOnlyList<KeyValuePair<TKey, TValue>> sorted) =>
        new(order, Built(sorted, 0, sorted.Count));

    internal bool TryFind(TKey key, out TValue value)
    {
        for (var node = _root; node is not null;)
        {
            var side = _order(key, node.Key);
            if (side == 0)
            {
                value = node.Value;
                return true;
            }

            node = side < 0 ? node.Left : node.Right;
        }

        value = default!;
        return false;
    }

    /// <summary>The tree with a value for a key, in place of the one it had.</summary>
    internal BalancedTree<TKey, TValue> With(TKey key, TValue value) => new(_order, With(_root, key, value));

    /// <summary>The tree without a key.</summary>
    internal BalancedTree<TKey, TValue> Without(TKey key) => new(_order, Without(_root, key));

    /// <summary>The entries in order.</summary>
    internal IEnumerable<KeyValuePair<TKey, TValue>> Entries()
    {
        var above = new Stack<Node>();
        for (var node = _root; node is not null || above.Count > 0;)
        {
            for (; node is not null; node = node.Left)
                above.Push(node);

            var next = above.Pop();
            yield return new KeyValuePair<TKey, TValue>(next.Key, next.Value);
            node = next.Right;
        }
    }

    private static Node? Built(IReadOnlyList<KeyValuePair<TKey, TValue>> sorted, int from, int to)
    {
        if (from == to)
            return null;

        var middle = from + ((to - from) / 2);
        return new Node(sorted[middle].Key, sorted[middle].Value, Built(sorted, from, middle), Built(sorted, middle + 1, to));
    }

    private Node With(Node? node, TKey key, TValue value)
    {
        if (node is null)
            return new Node(key, value, null, null);

        var side = _order(key, node.Key);
        return side == 0 ? new Node(node.Key, value, node.Left, node.Right)
            : side < 0 ? Balanced(node, With(node.Left, key, value), node.Right)
            : Balanced(node, node.Left, With(node.Right, key, value));
    }

    private Node? Without(Node? node, TKey key)
    {
        if (node is null)
            return null;

        var side = _order(key, node.Key);
        if (side < 0)
            return Balanced(node, Without(node.Left, key), node.Right);
        if (side > 0)
            return Balanced(node, node.Left, Without(node.Right, key));
        if (node.Left is null || node.Right is null)
            return node.Left ?? node.Right;

        var next = node.Right;
        while (next.Left is not null)
            next = next.Left;

        return Balanced(next, node.Left, Without(node.Right, next.Key));
    }

    /// <summary>The entry of a node over two branches whose heights differ by two at most.</summary>
    private static Node Balanced(Node entry, Node? left, Node? right)
    {
        if (left is not null && left.Height > Height(right) + 1)
        {
            return left.Right is not { } middle || Height(left.Left) >= middle.Height
                ? Over(left, left.Left, Over(entry, left.Right, right))
                : Over(middle, Over(left, left.Left, middle.Left), Over(entry, middle.Right, right));
        }

        if (right is not null && right.Height > Height(left) + 1)
        {
            return right.Left is not { } middle || Height(right.Right) >= middle.Height
                ? Over(right, Over(entry, left, right.Left), right.Right)
                : Over(middle, Over(entry, left, middle.Left), Over(right, middle.Right, right.Right));
        }

        return Over(entry, left, right);
    }

    private static Node Over(Node entry, Node? left, Node? right) => new(entry.Key, entry.Value, left, right);

    private static int Height(Node? node) => node?.Height ?? 0;

    private sealed class Node
    {
        internal Node(TKey key, TValue value, Node? left, Node? right)
        {
            Key = key;
            Value = value;
            Left = left;
            Right = right;
            Height = 1 + Math.Max(left?.Height ?? 0, right?.Height ?? 0);
        }

        internal TKey Key { get; }

        internal TValue Value { get; }

        internal Node? Left { get; }

        internal Node? Right { get; }

        internal int Height { get; }
    }
}
