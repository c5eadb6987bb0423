using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A target broken down a tree: a quota for every node, and how each came about.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// <para>
/// At every parent Σ children = <see cref="QuotaNode{TNode}.HandedOut"/>: its quota × (100 % + hedge) to the unit, and what adjustments
/// by hand added. With a hedge the leaves sum to more than the target; <see cref="OverAssignment"/> is by how much.
/// </para>
/// <para>It does not change; an adjustment makes another tree. Safe to read from several threads.</para>
/// </remarks>
public sealed partial class QuotaTree<TNode>
    where TNode : notnull
{
    private readonly CompiledRule _compiled;
    private readonly QuotaState _state;
    private readonly Measured _declared;
    private readonly Measured _zero;
    private readonly QuotaAdjustment<TNode>[] _adjustments;

    private QuotaTree(
        PlanTree<TNode> tree,
        AllocationRule<TNode> rule,
        CompiledRule compiled,
        QuotaState state,
        Measured declared,
        QuotaAdjustment<TNode>[] adjustments)
    {
        (Tree, Rule, _compiled, _state, _declared, _adjustments) = (tree, rule, compiled, state, declared, adjustments);
        _zero = declared.With(0m);
        LeafSum = _zero.With(SumOfLeaves(tree.Layout, 0));
    }

    /// <summary>The tree.</summary>
    public PlanTree<TNode> Tree { get; }

    /// <summary>The rule.</summary>
    public AllocationRule<TNode> Rule { get; }

    /// <summary>The quota of the root, adjustments included.</summary>
    public Measured Target => QuotaAt(0);

    /// <summary>The sum of the quotas of all leaves.</summary>
    public Measured LeafSum { get; }

    /// <summary>By how much the leaves are to reach more than the target: hedges, and what adjustments left to them.</summary>
    public Measured OverAssignment => LeafSum - Target;

    /// <summary>The same as a share of the target; null for a target of zero or less.</summary>
    public Percentage? OverAssignmentRatio => PositiveRatio.Of(OverAssignment, Target);

    /// <summary>Every node, level by level.</summary>
    public IEnumerable<QuotaNode<TNode>> Nodes => Enumerable.Range(0, Tree.Layout.Count).Select(index => new QuotaNode<TNode>(this, index));

    /// <summary>The nodes whose weight is zero and that got nothing for it: a territory without history, a mistyped name.</summary>
    public IReadOnlyList<TNode> NodesWithoutWeight =>
        Array.AsReadOnly(Nodes.Where(node => node.HasNoWeight && node.Quota.IsZero).Select(node => node.Node).ToArray());

    /// <summary>What was decided by hand, in order.</summary>
    public IReadOnlyList<QuotaAdjustment<TNode>> Adjustments => Array.AsReadOnly(_adjustments);

    internal Measured Zero => _zero;

    internal CompiledRule Compiled => _compiled;

    internal QuotaState State => _state;

    /// <summary>A node with its quota, what it hands out, its weight and its hedge.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public QuotaNode<TNode> this[TNode node] => new(this, Tree.IndexOf(node));

    /// <summary>The quota of a node. Where many are asked for it is the cheapest way to them.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The quota.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Measured QuotaOf(TNode node) => QuotaAt(Tree.IndexOf(node));

    /// <summary>The sum of the quotas of the leaves below a node; its own quota if it is a leaf.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The sum: above the quota by the hedges below, equal to it without.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Measured LeafSumOf(TNode node) => _zero.With(SumOfLeaves(Tree.Layout, Tree.IndexOf(node)));

    /// <summary>
    /// Target, leaves and over-assignment: <c>revenue, without tax: CNY 12000000.00 over 111 nodes, leaves CNY 12600000.00</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Target + " over " + InvariantText.Number(Tree.Layout.Count) + " nodes, leaves " + LeafSum.Value;

    internal static QuotaTree<TNode> Create(Measured target, PlanTree<TNode> tree, AllocationRule<TNode> rule, string parameterName)
    {
        var compiled = rule.Compile(tree, target, parameterName);
        var state = new QuotaState(tree.Layout.Count);
        state.Quotas[0] = target.Amount;
        new QuotaSplit(tree.Layout, compiled, state, tree.NameOf, parameterName).All();
        return new QuotaTree<TNode>(tree, rule, compiled, state, target, []);
    }

    internal Measured QuotaAt(int index) => _zero.With(_state.Quotas[index]);

    private decimal SumOfLeaves(TreeLayout layout, int node)
    {
        var sum = 0m;
        if (node > 0)
        {
            foreach (var leaf in layout.Leaves(node))
                sum += _state.Quotas[leaf];

            return sum;
        }

        for (var i = 0; i < layout.Count; i++)
        {
            if (layout.IsLeaf(i))
                sum += _state.Quotas[i];
        }

        return sum;
    }
}
