using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Quotas;

/// <summary>Quotas from above beside proposals from below, for every node: the gap is what the planning is about.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// Proposals roll up as they are, without a hedge: at a parent they are set against its quota, not against what it hands out.
/// </remarks>
public sealed class QuotaComparison<TNode>
    where TNode : notnull
{
    internal QuotaComparison(QuotaTree<TNode> quotas, ProposalTotals proposals, Percentage tolerance) =>
        (Quotas, Proposals, Tolerance) = (quotas, proposals, tolerance);

    /// <summary>The quotas from above.</summary>
    public QuotaTree<TNode> Quotas { get; }

    /// <summary>The gap that is let pass, as a share of the quota.</summary>
    public Percentage Tolerance { get; }

    /// <summary>Every node, level by level.</summary>
    public IEnumerable<QuotaGap<TNode>> Gaps =>
        Enumerable.Range(0, Quotas.Tree.Layout.Count).Select(index => new QuotaGap<TNode>(this, index));

    /// <summary>The nodes whose gap is more than the tolerance, level by level. Nodes with proposals missing are not among them.</summary>
    public IReadOnlyList<QuotaGap<TNode>> OutOfTolerance => Array.AsReadOnly(Gaps.Where(gap => gap.IsWithinTolerance == false).ToArray());

    /// <summary>The leaves without a proposal, neither of their own nor of a node above them, from left to right.</summary>
    public IReadOnlyList<TNode> Missing
    {
        get
        {
            var layout = Quotas.Tree.Layout;
            return Array.AsReadOnly(layout.Leaves(0).Where(leaf => IsMissing(layout, leaf)).Select(Quotas.Tree.NodeAt).ToArray());
        }
    }

    internal ProposalTotals Proposals { get; }

    /// <summary>One node.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public QuotaGap<TNode> this[TNode node] => new(this, Quotas.Tree.IndexOf(node));

    /// <summary>The gap of the root: <c>China: CNY 12000000.00, proposed CNY 11500000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => new QuotaGap<TNode>(this, 0).ToString();

    internal Measured? GapAt(int index) =>
        Proposals.MissingAt(index) > 0 ? null : Quotas.Zero.With(Proposals.TotalAt(index)) - Quotas.QuotaAt(index);

    private bool IsMissing(TreeLayout layout, int leaf)
    {
        for (var node = leaf; node >= 0; node = layout.Parents[node])
        {
            if (Proposals.OwnAt(node) is not null)
                return false;
        }

        return true;
    }
}
