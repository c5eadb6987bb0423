using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What a run over many people enters: the settlement of each, and what they come to together.</summary>
/// <typeparam name="TPayee">The type of those who are paid.</typeparam>
/// <remarks>
/// Made by <see cref="CommissionLedger{TPayee}.Settle"/>. Parts of it, settled by other people, merge to the whole. Immutable. Equality is
/// by the ledger before and the batch, from which all else follows.
/// </remarks>
public sealed class CommissionSettlements<TPayee> : IEquatable<CommissionSettlements<TPayee>>
    where TPayee : notnull
{
    private readonly Dictionary<TPayee, CommissionSettlement> _settled;
    private readonly decimal[] _totals = new decimal[Movements.Kinds];

    // Made once, when first asked for.
    private readonly Lazy<CommissionLedger<TPayee>> _ledger;
    private readonly Lazy<ReadOnlyCollection<TPayee>> _payees;
    private readonly Lazy<ReadOnlyCollection<TPayee>> _withoutEntries;
    private readonly Lazy<ReadOnlyCollection<(string Plan, string Component)>> _components;
    private readonly Lazy<ReadOnlyCollection<(TPayee Payee, Reason Reason)>> _reasons;
    private readonly Lazy<ReadOnlyCollection<CommissionEvent>> _unreached;

    internal CommissionSettlements(
        CommissionLedger<TPayee> before, PayoutBatch<TPayee> batch, Dictionary<TPayee, CommissionSettlement> settled)
    {
        Before = before;
        Batch = batch;
        _settled = settled;
        foreach (var entry in Entries)
            _totals[(int)entry.Kind] += entry.Amount.Amount;

        _ledger = new(() => Before.After(_settled.ToDictionary(pair => pair.Key, pair => pair.Value.Account)));
        _payees = Once(() => _settled.Keys);
        _withoutEntries = Once(() => _settled.Where(pair => pair.Value.Entries.Count == 0).Select(pair => pair.Key));
        _components = Once(
            () => Entries.Where(entry => entry.Plan is not null).Select(entry => (entry.Plan!, entry.Component!)).Distinct());
        _reasons = Once(() => _settled.SelectMany(pair => pair.Value.Reasons, (pair, reason) => (pair.Key, reason)));
        _unreached = Once(
            () =>
            {
                HashSet<CommissionEvent> reached = [.. _settled.Values.SelectMany(each => each.Run.Events)];
                return Batch.Run.Events.Where(each => !reached.Contains(each));
            });
    }

    /// <summary>The ledger before the run.</summary>
    public CommissionLedger<TPayee> Before { get; }

    /// <summary>What the run was told.</summary>
    public PayoutBatch<TPayee> Batch { get; }

    /// <summary>The ledger after the run, with an account of everybody settled.</summary>
    public CommissionLedger<TPayee> Ledger => _ledger.Value;

    /// <summary>Everybody settled: those of the ledger, then those of the batch alone.</summary>
    public IReadOnlyList<TPayee> Payees => _payees.Value;

    /// <summary>Those for whom nothing is entered.</summary>
    public IReadOnlyList<TPayee> WithoutEntries => _withoutEntries.Value;

    /// <summary>The plans and components that have entries, in the order of people and entries.</summary>
    public IReadOnlyList<(string Plan, string Component)> Components => _components.Value;

    /// <summary>What was not entered, of whom and why; see <see cref="CommissionAccount.Settle"/>.</summary>
    public IReadOnlyList<(TPayee Payee, Reason Reason)> Reasons => _reasons.Value;

    /// <summary>The events of the run of everybody that reached nobody: no account has the line, and no earning is of it.</summary>
    public IReadOnlyList<CommissionEvent> Unreached => _unreached.Value;

    /// <summary>Earned to date less entered before, of everybody.</summary>
    public Money Earned => Total(CommissionEntryKind.Earned);

    /// <summary>Paid to everybody.</summary>
    public Money Paid => Total(CommissionEntryKind.Paid);

    private IEnumerable<CommissionEntry> Entries => _settled.Values.SelectMany(each => each.Entries);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Settlements.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionSettlements<TPayee>? left, CommissionSettlements<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Settlements.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionSettlements<TPayee>? left, CommissionSettlements<TPayee>? right) => !(left == right);

    /// <summary>The settlement of a payee.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The settlement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    /// <exception cref="ArgumentException">The payee was not settled: neither the ledger nor the batch has one.</exception>
    public CommissionSettlement Of(TPayee payee) =>
        _settled.TryGetValue(Guard.Against.Null(payee), out var settled) ? settled
            : throw Guards.Invalid(nameof(payee), InvariantText.Any(payee), "must be in the ledger or the batch");

    /// <summary>What the entries of a kind come to, of everybody.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The sum, with the sign of the kind.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a value of its type.</exception>
    public Money Total(CommissionEntryKind kind) => new(_totals[(int)Guard.Against.Undefined(kind)], Before.Currency);

    /// <summary>What the entries of a kind come to, of everybody, of one component of a plan.</summary>
    /// <param name="kind">The kind: earned, or clawed back; others name no plan.</param>
    /// <param name="plan">The plan, as entries name it.</param>
    /// <param name="component">The component.</param>
    /// <returns>The sum; nothing where there is no entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a value of its type.</exception>
    public Money Total(CommissionEntryKind kind, string plan, string component)
    {
        Guard.Against.Undefined(kind);
        Guard.Against.Null(plan);
        Guard.Against.Null(component);
        var of = Entries.Where(
            entry => entry.Kind == kind && string.Equals(entry.Component, component, StringComparison.Ordinal)
                && string.Equals(entry.Plan, plan, StringComparison.Ordinal));
        return Money.Sum(Before.Currency, of.Select(entry => entry.Amount));
    }

    /// <summary>These settlements and those of other people as one.</summary>
    /// <param name="other">Settlements by the same run and rules of everybody.</param>
    /// <returns>The settlements of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentException">
    /// The other has another run or other rules of everybody, or somebody is in both.
    /// </exception>
    public CommissionSettlements<TPayee> Merge(CommissionSettlements<TPayee> other)
    {
        Guard.Against.Null(other);
        foreach (var payee in other._settled.Keys)
        {
            if (_settled.ContainsKey(payee))
                throw Guards.Invalid(nameof(other), InvariantText.Any(payee), "must be settled in one of the two");
        }

        var both = new Dictionary<TPayee, CommissionSettlement>(_settled);
        foreach (var pair in other._settled)
            both.Add(pair.Key, pair.Value);

        return new CommissionSettlements<TPayee>(Before.Merge(other.Before), Batch.Merge(other.Batch), both);
    }

    /// <summary>How what is paid to everybody came about, from the settlement of each for whom there are entries.</summary>
    /// <returns>The explanation, whose figure is <see cref="Paid"/>.</returns>
    public Explanation Explain()
    {
        Explanation[] people =
        [
            .. _settled.Where(pair => pair.Value.Entries.Count > 0)
                .Select(pair => Node(InvariantText.Any(pair.Key), pair.Value.Paid, Operation.Sum, pair.Value.Explain())),
        ];
        return people.Length == 0 ? FactSum("paid", Paid, 0) : Node("paid", Paid, Operation.Sum, people);
    }

    /// <summary>Whether the other has the same ledger before and batch.</summary>
    /// <param name="other">The settlements to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionSettlements<TPayee>? other) =>
        ReferenceEquals(this, other) || (other is not null && Batch == other.Batch && Before == other.Before);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionSettlements<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Batch.GetHashCode(), Before.GetHashCode());

    /// <summary>Payout period, how many people, what they earned and are paid.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Batch.Run.Period + ", " + InvariantText.Number(_settled.Count) + " people: earned " + Earned + ", paid " + Paid;

    private static Lazy<ReadOnlyCollection<T>> Once<T>(Func<IEnumerable<T>> all) => new(() => Array.AsReadOnly(all().ToArray()));
}
