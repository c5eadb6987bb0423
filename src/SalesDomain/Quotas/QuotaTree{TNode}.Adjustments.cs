using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class QuotaTree<TNode>
{
    /// <summary>
    /// The tree with a quota set by hand. The node is locked at it, and what is below the node is split anew from it by the rule.
    /// </summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="quota">Its quota, of the target's measure. Where siblings give: a multiple of the unit.</param>
    /// <param name="policy">What gives. Of the root only <see cref="QuotaAdjustmentPolicy.Ancestors"/>: it has neither siblings nor a
    /// parent.</param>
    /// <returns>The adjusted tree, in which no locked node but this one has changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="node"/> is not in the tree; <paramref name="quota"/> is of another measure; or the siblings, or the families
    /// below, cannot
    /// share what there is within their bounds and locks; or a node above is locked and would have to give.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="policy"/> is not defined or not possible for the root; <paramref name="quota"/> is outside the bounds of the node,
    /// or takes a node
    /// above outside its own.
    /// </exception>
    public QuotaTree<TNode> WithQuota(TNode node, Measured quota, QuotaAdjustmentPolicy policy)
    {
        var index = Tree.IndexOf(node);
        Measured.RequireSame(Target, quota, nameof(quota));
        Guard.Against.Undefined(policy);
        if (index == 0 && policy != QuotaAdjustmentPolicy.Ancestors)
        {
            throw Guards.OutOfRange(
                nameof(policy), policy.ToString(), "must be Ancestors for the root, which has no siblings and no parent");
        }

        RequireWithin(index, quota.Amount, nameof(quota));
        var state = new QuotaState(_state);
        var split = new QuotaSplit(Tree.Layout, _compiled, state, Tree.NameOf, nameof(quota));
        var change = quota.Amount - _state.Quotas[index];
        state.Locks.Add(index);
        state.Quotas[index] = quota.Amount;
        if (change != 0m && policy == QuotaAdjustmentPolicy.Siblings)
        {
            split.Below(Tree.Layout.Parents[index], _state.Quotas);
        }
        else if (change != 0m)
        {
            Shift(state, index, change, policy == QuotaAdjustmentPolicy.Ancestors);
            split.Below(index, _state.Quotas);
        }

        return With(state, [.. _adjustments, new QuotaAdjustment<TNode>(node, QuotaAt(index), quota, policy)]);
    }

    /// <summary>The same tree with a node that later splits leave as it is.</summary>
    /// <param name="node">A node of the tree, not the root.</param>
    /// <returns>The tree, with the same quotas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public QuotaTree<TNode> WithLock(TNode node)
    {
        var index = Tree.IndexOf(node);
        var state = new QuotaState(_state);
        state.Locks.Add(index);
        return With(state, _adjustments);
    }

    /// <summary>The same tree with a node that later splits may change again.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The tree, with the same quotas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public QuotaTree<TNode> WithoutLock(TNode node)
    {
        var index = Tree.IndexOf(node);
        var state = new QuotaState(_state);
        state.Locks.Remove(index);
        return With(state, _adjustments);
    }

    private QuotaTree<TNode> With(QuotaState state, QuotaAdjustment<TNode>[] adjustments) =>
        new(Tree, Rule, _compiled, state, _declared, adjustments);

    /// <summary>Adds an adjustment on top of the shares; passed up, every node above has it and gives it down as it is.</summary>
    private void Shift(QuotaState state, int index, decimal change, bool passUp)
    {
        state.Shifts[index] = state.ShiftOf(index) + change;
        for (var above = Tree.Layout.Parents[index]; above >= 0; above = Tree.Layout.Parents[above])
        {
            state.HandedOut[above] += change;
            if (!passUp)
                return;
            if (state.Locks.Contains(above))
                throw Guards.Invalid("policy", Tree.NameOf(above), "must leave the locked nodes above as they are");

            state.Passed[above] = state.PassedTo(above) + change;
            state.Shifts[above] = state.ShiftOf(above) + change;
            state.Quotas[above] += change;
            RequireWithin(above, state.Quotas[above], "quota");
        }
    }

    private void RequireWithin(int index, decimal amount, string parameterName)
    {
        if (_compiled.Bounds is not { } bounds || !(amount < bounds.Least(index) || amount > bounds.Most(index)))
            return;

        throw Guards.OutOfRange(
            parameterName, InvariantText.Number(amount),
            "must leave " + Tree.NameOf(index) + " within its bounds"
            + Bound(", at least ", bounds.Least(index)) + Bound(", at most ", bounds.Most(index)));
    }

    private static string Bound(string words, decimal? bound) => bound is { } amount ? words + InvariantText.Number(amount) : "";
}
