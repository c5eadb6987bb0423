using System;
using System.Collections.Generic;
using System.Linq;
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
    /// <param name="policy">
    /// What gives. Of the root only <see cref="QuotaAdjustmentPolicy.Ancestors"/>: it has neither siblings nor a parent.
    /// </param>
    /// <returns>The adjusted tree, in which no locked node but this one has changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="node"/> is not in the tree; <paramref name="quota"/> is the default value or of another measure; or the siblings, or
    /// the families below, cannot share what there is within their bounds and locks; or a node above is locked and would have to give.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="policy"/> is not defined or not possible for the root; <paramref name="quota"/> is outside the bounds of the node,
    /// or takes a node above outside its own.
    /// </exception>
    public QuotaTree<TNode> WithQuota(TNode node, Measured quota, QuotaAdjustmentPolicy policy)
    {
        Guard.Against.Null(node);
        MeasuredArgument.Given(quota);
        _ = Tree.IndexOf(node);
        return WithQuotas([(node, quota)], policy, nameof(quota));
    }

    /// <summary>
    /// The tree with quotas of many nodes set by hand at once: all of them are locked first, and then every family that one of them changes
    /// is split anew, once. Their order does not matter.
    /// </summary>
    /// <param name="quotas">
    /// Nodes of the tree, each once, and the quota of each, of the target's measure. Where siblings give: multiples of the unit.
    /// </param>
    /// <param name="policy">What gives. Of the root only <see cref="QuotaAdjustmentPolicy.Ancestors"/>.</param>
    /// <returns>The adjusted tree, in which no locked node but these has changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A node is not in the tree or comes twice; a quota is the default value or of another measure; or siblings, or the families below,
    /// cannot share what there is within their bounds and locks; or a node above, one of these among them, is locked and would have to
    /// give.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="policy"/> is not defined or not possible for the root; a quota is outside the bounds of its node, or they take a
    /// node above outside its own.
    /// </exception>
    public QuotaTree<TNode> WithQuotas(IEnumerable<(TNode Node, Measured Quota)> quotas, QuotaAdjustmentPolicy policy) =>
        WithQuotas(Guard.Against.Null(quotas), policy, nameof(quotas));

    /// <summary>The same tree with a node that later splits leave as it is.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The tree, with the same quotas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public QuotaTree<TNode> WithLock(TNode node)
    {
        var index = Tree.IndexOf(node);
        return With(new QuotaState(_state, locked: [index], unlocked: []), _adjustments);
    }

    /// <summary>The same tree with many nodes that later splits leave as they are.</summary>
    /// <param name="nodes">Nodes of the tree.</param>
    /// <returns>The tree, with the same quotas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A node is not in the tree.</exception>
    public QuotaTree<TNode> WithLocks(IEnumerable<TNode> nodes) =>
        With(new QuotaState(_state, locked: IndicesOf(Guard.Against.Null(nodes), nameof(nodes)), unlocked: []), _adjustments);

    /// <summary>The same tree with a node that later splits may change again.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The tree, with the same quotas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public QuotaTree<TNode> WithoutLock(TNode node)
    {
        var index = Tree.IndexOf(node);
        return With(new QuotaState(_state, locked: [], unlocked: [index]), _adjustments);
    }

    /// <summary>The same tree with many nodes that later splits may change again.</summary>
    /// <param name="nodes">Nodes of the tree.</param>
    /// <returns>The tree, with the same quotas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A node is not in the tree.</exception>
    public QuotaTree<TNode> WithoutLocks(IEnumerable<TNode> nodes) =>
        With(new QuotaState(_state, locked: [], unlocked: IndicesOf(Guard.Against.Null(nodes), nameof(nodes))), _adjustments);

    private int[] IndicesOf(IEnumerable<TNode> nodes, string parameterName) =>
        [.. nodes.Select(node => Tree.IndexOf(node, parameterName))];

    private QuotaTree<TNode> With(QuotaState state, QuotaAdjustment<TNode>[] adjustments) =>
        new(Tree, Rule, _compiled, state, _declared, adjustments);

    private QuotaTree<TNode> WithQuotas(
        IEnumerable<(TNode Node, Measured Quota)> quotas, QuotaAdjustmentPolicy policy, string parameterName)
    {
        var set = new Dictionary<int, decimal>();
        var adjustments = new List<QuotaAdjustment<TNode>>(_adjustments);
        (TNode Node, Measured Quota)[] copy = [.. quotas];
        Array.ForEach(copy, each => Guard.Against.Null(each.Node, parameterName));
        Array.ForEach(copy, each => MeasuredArgument.Given(each.Quota, parameterName));
        foreach (var (node, quota) in copy)
        {
            var index = Tree.IndexOf(node, parameterName);
            Measured.RequireSame(Target, quota, parameterName);
            if (set.ContainsKey(index))
                throw Guards.Invalid(parameterName, Tree.NameOf(index), "must name each node once");

            set.Add(index, quota.Amount);
            RequireWithin(index, quota.Amount, parameterName);
            adjustments.Add(new QuotaAdjustment<TNode>(node, QuotaAt(index), quota, policy));
        }

        Guard.Against.Undefined(policy);
        if (set.ContainsKey(0) && policy != QuotaAdjustmentPolicy.Ancestors)
        {
            throw Guards.OutOfRange(
                nameof(policy), policy.ToString(), "must be Ancestors for the root, which has no siblings and no parent");
        }

        var state = new QuotaState(_state, locked: set.Keys, unlocked: []);
        var split = new QuotaSplit(Tree.Layout, _compiled, state, Tree.NameOf, parameterName);
        var isChanged = new bool[Tree.Layout.Count];
        foreach (var pair in set)
        {
            var change = pair.Value - _state.Quotas[pair.Key];
            if (change == 0m)
                continue;

            if (policy != QuotaAdjustmentPolicy.Siblings)
                Shift(state, pair.Key, change, policy == QuotaAdjustmentPolicy.Ancestors);
            else
                isChanged[Tree.Layout.Parents[pair.Key]] = true;

            state.Quotas[pair.Key] = pair.Value;
            isChanged[pair.Key] = true;
        }

        if (policy == QuotaAdjustmentPolicy.Ancestors)
            RequireWithinAbove(state, set.Keys, parameterName);

        split.Anew(isChanged, _state.Quotas);
        return With(state, [.. adjustments]);
    }

    /// <summary>Adds an adjustment on top of the shares; passed up, every node above has it and gives it down as it is.</summary>
    private void Shift(QuotaState state, int index, decimal change, bool passUp, bool isHeldByLocks = true)
    {
        state.Shifts[index] = state.ShiftOf(index) + change;
        for (var above = Tree.Layout.Parents[index]; above >= 0; above = Tree.Layout.Parents[above])
        {
            state.HandedOut[above] += change;
            if (!passUp)
                return;
            if (isHeldByLocks && state.Locks.Contains(above))
                throw Guards.Invalid("policy", Tree.NameOf(above), "must leave the locked nodes above as they are");

            state.Passed[above] = state.PassedTo(above) + change;
            state.Shifts[above] = state.ShiftOf(above) + change;
            state.Quotas[above] += change;
        }
    }

    // When all changes are passed up, because one may take back what another gave.
    private void RequireWithinAbove(QuotaState state, IEnumerable<int> nodes, string parameterName)
    {
        foreach (var node in nodes)
        {
            for (var above = Tree.Layout.Parents[node]; above >= 0; above = Tree.Layout.Parents[above])
                RequireWithin(above, state.Quotas[above], parameterName);
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
