using System.Runtime.InteropServices;

namespace SalesDomain.Internal;

/// <summary>A node under its parent over a span of days, or said to be a root; it is its own parent then.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct HierarchyLink<TNode>
    where TNode : notnull
{
    internal HierarchyLink(TNode node, TNode parent, DateSpan span)
    {
        Node = node;
        Parent = parent;
        Span = span;
    }

    internal HierarchyLink(TNode root, DateSpan span)
        : this(root, root, span) =>
        IsRoot = true;

    internal TNode Node { get; }

    internal TNode Parent { get; }

    internal DateSpan Span { get; }

    internal bool IsRoot { get; }

    public override string ToString() =>
        InvariantText.Any(Node) + (IsRoot ? " at the top: " : " under " + InvariantText.Any(Parent) + ": ") + Span;
}
