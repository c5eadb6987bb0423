using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class QuotaTree<TNode>
{
    /// <summary>Sets proposals from below beside the quotas, with no gap let pass.</summary>
    /// <param name="proposals">Proposals at leaves or at any node, of the measure of the quotas. One above stands for all below it.</param>
    /// <returns>Quota, proposal and gap for every node.</returns>
    /// <inheritdoc cref="Compare(IEnumerable{ValueTuple{TNode, Measured}}, Percentage)" path="/exception"/>
    public QuotaComparison<TNode> Compare(IEnumerable<(TNode Node, Measured Proposal)> proposals) => Compare(proposals, Percentage.Zero);

    /// <summary>Sets proposals from below (自下而上) beside the quotas from above.</summary>
    /// <param name="proposals">Proposals at leaves or at any node, of the measure of the quotas. One above stands for all below it.</param>
    /// <param name="tolerance">The gap that is let pass, as a share of the quota, zero or more.</param>
    /// <returns>Quota, proposal and gap for every node.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="proposals"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A node is not in the tree or comes twice, or a proposal is the default value, or of another measure, tax basis, unit or currency
    /// than the quotas.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public QuotaComparison<TNode> Compare(IEnumerable<(TNode Node, Measured Proposal)> proposals, Percentage tolerance)
    {
        (TNode Node, Measured Proposal)[] copy = [.. Guard.Against.Null(proposals)];
        Array.ForEach(copy, each => Guard.Against.Null(each.Node, nameof(proposals)));
        Array.ForEach(copy, each => MeasuredArgument.Given(each.Proposal, nameof(proposals)));
        if (tolerance < Percentage.Zero)
            throw Guards.OutOfRange(nameof(tolerance), tolerance.ToString(), "must not be negative");

        var own = new decimal?[Tree.Layout.Count];
        foreach (var (node, proposal) in copy)
        {
            var index = Tree.IndexOf(node, nameof(proposals));
            Measured.RequireSame(_zero, proposal, nameof(proposals));
            if (own[index].HasValue)
                throw Guards.Invalid(nameof(proposals), Tree.NameOf(index), "must name each node once");

            own[index] = proposal.Amount;
        }

        return new QuotaComparison<TNode>(this, new ProposalTotals(own, Tree.Layout), tolerance);
    }

    /// <summary>Sets last year with growth, or another history of the same measure, beside the quotas, as if it were proposed.</summary>
    /// <param name="history">Amounts of the measure of the quotas, grown or not, of nodes of the tree.</param>
    /// <param name="tolerance">The gap that is let pass, as a share of the quota, zero or more.</param>
    /// <returns>Quota, amount and gap for every node.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="history"/> holds no amounts, or amounts of another measure, or of a node that is not in the tree.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public QuotaComparison<TNode> Compare(AllocationDriver<TNode> history, Percentage tolerance)
    {
        Guard.Against.Null(history);
        if (tolerance < Percentage.Zero)
            throw Guards.OutOfRange(nameof(tolerance), tolerance.ToString(), "must not be negative");
        if (history.Template is not { } template)
            throw Guards.Invalid(nameof(history), history.Name, "must hold amounts of a measure");

        Measured.RequireSame(_zero, template, nameof(history));
        var own = new decimal?[Tree.Layout.Count];
        history.EachValue((node, value) => own[Tree.IndexOf(node, nameof(history))] = value);
        return new QuotaComparison<TNode>(this, new ProposalTotals(own, Tree.Layout), tolerance);
    }
}
