using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class QuotaTree<TNode>
{
    /// <summary>
    /// The quotas of the leaves as they were first set, in a ledger that takes every change from then on, each with its day, number and
    /// reason. <see cref="WithBalances"/> brings a state of it back into the tree.
    /// </summary>
    /// <param name="recorded">The day on which the quotas were recorded, say that of their publication.</param>
    /// <param name="period">The period they are for, with both ends.</param>
    /// <returns>The ledger, in which nothing has changed yet; its total is <see cref="LeafSum"/>.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end; or <paramref name="recorded"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException">The quota of a leaf is negative.</exception>
    public QuotaLedger<TNode> ToLedger(LocalDate recorded, DateSpan period)
    {
        (TNode Node, Measured Quota)[] quotas = [.. Tree.Leaves.Select(leaf => (leaf, QuotaOf(leaf)))];
        foreach (var (node, quota) in quotas)
        {
            if (quota.Amount < 0m)
            {
                throw new InvalidOperationException(
                    InvariantText.Any(node) + " has " + quota.Value + "; no quota of a ledger begins below zero.");
            }
        }

        return QuotaLedger<TNode>.Create(recorded, period, quotas);
    }

    /// <summary>
    /// The tree with the quotas of its leaves as a ledger has them on a day, as they were known on another. The nodes above, and the
    /// target, change by what the leaves below them changed by, and no hedge is put on it again.
    /// </summary>
    /// <param name="balances">
    /// The quotas of leaves of this tree, each once and all of one day: <c>ledger.Balances(on, knownOn)</c>. A leaf without a balance stays
    /// as it is.
    /// </param>
    /// <returns>
    /// The adjusted tree; a leaf that changed is among <see cref="Adjustments"/> and locked. The same tree where none did. Bounds and locks
    /// do not hold a change up: they are for what is shared out, and what is in a ledger is decided.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="balances"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner is no leaf of the tree (who joined later is one of the tree of that day: break it down anew, or sum it up by
    /// <see cref="QuotaTree.FromLeaves{TNode}"/>) or comes twice; balances are of several days; or they are of another measure, tax basis,
    /// unit or currency than the tree.
    /// </exception>
    public QuotaTree<TNode> WithBalances(IEnumerable<QuotaBalance<TNode>> balances)
    {
        QuotaBalance<TNode>[] copy = [.. Guard.Against.Null(balances)];
        Array.ForEach(copy, each => Guard.Against.Null(each, nameof(balances)));
        var changed = new Dictionary<int, QuotaAdjustment<TNode>>();
        var named = new HashSet<int>();
        foreach (var balance in copy)
        {
            var index = Tree.IndexOf(balance.Owner, nameof(balances));
            Measured.RequireSame(_zero, balance.Amount, nameof(balances));
            if (!Tree.Layout.IsLeaf(index))
                throw Guards.Invalid(nameof(balances), Tree.NameOf(index), "must be of leaves, whose changes the nodes above follow");
            if (!named.Add(index))
                throw Guards.Invalid(nameof(balances), Tree.NameOf(index), "must name each node once");
            if (balance.On != copy[0].On || balance.KnownOn != copy[0].KnownOn)
                throw Guards.Invalid(nameof(balances), balance.ToString(), "must be of one day, as known on one");
            if (balance.Amount != QuotaAt(index))
            {
                changed[index] = new QuotaAdjustment<TNode>(
                    balance.Owner, QuotaAt(index), balance.Amount, QuotaAdjustmentPolicy.Ancestors);
            }
        }

        if (changed.Count == 0)
            return this;

        var state = new QuotaState(_state, locked: changed.Keys, unlocked: []);
        foreach (var pair in changed)
        {
            Shift(state, pair.Key, pair.Value.Change.Amount, passUp: true, isHeldByLocks: false);
            state.Quotas[pair.Key] = pair.Value.After.Amount;
        }

        return With(state, [.. _adjustments, .. changed.Values]);
    }
}
