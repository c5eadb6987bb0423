using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// The quotas of one period by owner, and every change of them, so that any past state can be asked for as it was known then.
/// </summary>
/// <typeparam name="TOwner">The type of the owners: salespeople, positions, territories.</typeparam>
/// <remarks>
/// <para>
/// A quota is the one first set + all changes that are effective by a day and were recorded by another. What was known on a day never
/// changes
/// when later days are recorded on; a mistake is undone by a reversal, which is a change of its own.
/// </para>
/// <para>
/// A transfer takes from one owner what it gives another, so that the sum over all owners is the same before and after, on every day and as
/// known on every day. No quota may fall below zero, unless the ledger is declared to allow it.
/// </para>
/// <para>
/// Immutable: <see cref="Record(QuotaChange{TOwner}[])"/> returns a longer copy. Equality is by period, quotas first set, changes in their
/// order, and whether quotas may be negative. It is meant for the hundreds of changes that the quotas of a period ever have: each record
/// copies
/// them.
/// </para>
/// </remarks>
public sealed class QuotaLedger<TOwner> : IEquatable<QuotaLedger<TOwner>>
    where TOwner : notnull
{
    private readonly (TOwner Owner, Measured Quota)[] _quotas;
    private readonly QuotaChange<TOwner>[] _changes;

    private QuotaLedger(
        LocalDate recorded, DateSpan period, (TOwner, Measured)[] quotas, QuotaChange<TOwner>[] changes, bool allowsNegative)
    {
        Recorded = recorded;
        Period = period;
        _quotas = quotas;
        _changes = changes;
        AllowsNegative = allowsNegative;
    }

    /// <summary>The day on which the quotas were first recorded.</summary>
    public LocalDate Recorded { get; }

    /// <summary>The period the quotas are for.</summary>
    public DateSpan Period { get; }

    /// <summary>The owners with the quotas first set, in the order given.</summary>
    public IReadOnlyList<(TOwner Owner, Measured Quota)> Quotas => Array.AsReadOnly(_quotas);

    /// <summary>The changes, in the order in which they were recorded.</summary>
    public IReadOnlyList<QuotaChange<TOwner>> Changes => Array.AsReadOnly(_changes);

    /// <summary>Whether a quota may fall below zero.</summary>
    public bool AllowsNegative { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(QuotaLedger<TOwner>? left, QuotaLedger<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(QuotaLedger<TOwner>? left, QuotaLedger<TOwner>? right) => !(left == right);

    /// <summary>The same ledger, in which quotas may fall below zero.</summary>
    /// <returns>The changed copy.</returns>
    public QuotaLedger<TOwner> AllowingNegative() => new(Recorded, Period, _quotas, _changes, allowsNegative: true);

    /// <summary>Why a change cannot be recorded: it would take more than is there.</summary>
    /// <param name="change">The change.</param>
    /// <returns>
    /// <c>quota.negative</c> for each owner and day on which the quota would fall below zero: owner, on, quota. Empty when it can be
    /// recorded.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner has no quota in this ledger, not even of 0; the number is taken; the effective day is outside the period; or measure, tax
    /// basis,
    /// unit or currency differ.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The day of record is before that of the last change.</exception>
    public IReadOnlyList<Reason> ReasonsAgainst(QuotaChange<TOwner> change)
    {
        RequireFit(change, nameof(change));
        if (AllowsNegative)
            return Array.AsReadOnly<Reason>([]);

        QuotaChange<TOwner>[] changes = [.. _changes, change];
        return change.Lines.Where(line => line.Amount.Amount < 0m).SelectMany(line => Negatives(line.Owner, changes)).ToList().AsReadOnly();
    }

    /// <summary>The ledger with further changes.</summary>
    /// <param name="changes">The changes, in the order of their days of record.</param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or a change is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner has no quota in this ledger, not even of 0; a number is taken; an effective day is outside the period; measure, tax basis,
    /// unit
    /// or currency differ; or a quota would fall below zero: see <see cref="ReasonsAgainst"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A day of record is before that of the change before.</exception>
    public QuotaLedger<TOwner> Record(params QuotaChange<TOwner>[] changes)
    {
        Guard.Against.Null(changes);
        Array.ForEach(changes, change => Guard.Against.Null(change, nameof(changes)));
        return changes.Aggregate(this, (ledger, change) =>
        {
            ledger.RequireFit(change, nameof(changes));
            return ledger.ReasonsAgainst(change) is { Count: > 0 } reasons
                ? throw Guards.Invalid(nameof(changes), change.ToString(), "must leave no quota below zero: " + reasons[0])
                : ledger.With(change);
        });
    }

    /// <summary>The ledger in which an earlier change is undone for all its days, by a change of its own.</summary>
    /// <param name="change">The number of the change to undo; a reversal can be undone too.</param>
    /// <param name="id">The number of the reversal.</param>
    /// <param name="recorded">The day on which it is recorded; what was known before that day stays as it was.</param>
    /// <param name="because">Why.</param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such change, or it is undone already; <paramref name="id"/> is taken; an identifier or <paramref name="because"/> is the
    /// default value; the day is not of the ISO calendar; or a quota would fall below zero.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recorded"/> is before the day of the last change.</exception>
    public QuotaLedger<TOwner> Reverse(DocumentId change, DocumentId id, LocalDate recorded, Reason because)
    {
        var known = Array.Find(_changes, each => each.Id == Identifier.Given(change))
            ?? throw Guards.Invalid(nameof(change), change.ToString(), "must be a change of this ledger");
        return Array.Find(_changes, each => each.Reverses == change) is { } earlier
            ? throw Guards.Invalid(nameof(change), change.ToString(), "must not be undone already, as it is by " + earlier.Id)
            : Record(known.Reversed(id, recorded, because));
    }

    /// <summary>The quota of an owner on a day, as it was known on another.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="on">The day by which changes are effective.</param>
    /// <param name="knownOn">The day by which they were recorded.</param>
    /// <returns>The quota for the whole period, with the changes that made it so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentException">The owner has no quota in this ledger, or a day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="on"/> is outside the period, or <paramref name="knownOn"/> is before the quotas were first recorded.
    /// </exception>
    public QuotaBalance<TOwner> BalanceOf(TOwner owner, LocalDate on, LocalDate knownOn)
    {
        var index = IndexOf(owner, nameof(owner));
        RequireKnown(on, knownOn);
        return BalanceAt(index, on, knownOn);
    }

    /// <summary>The quotas of all owners on a day, as they were known on another.</summary>
    /// <param name="on">The day by which changes are effective.</param>
    /// <param name="knownOn">The day by which they were recorded.</param>
    /// <returns>The quotas, in the order of the owners.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="on"/> is outside the period, or <paramref name="knownOn"/> is before the quotas were first recorded.
    /// </exception>
    public IReadOnlyList<QuotaBalance<TOwner>> Balances(LocalDate on, LocalDate knownOn)
    {
        RequireKnown(on, knownOn);
        return Array.AsReadOnly([.. _quotas.Select((_, index) => BalanceAt(index, on, knownOn))]);
    }

    /// <summary>The sum of all quotas on a day, as it was known on another. No transfer changes it.</summary>
    /// <param name="on">The day by which changes are effective.</param>
    /// <param name="knownOn">The day by which they were recorded.</param>
    /// <returns>The sum.</returns>
    /// <inheritdoc cref="Balances" path="/exception"/>
    public Measured Total(LocalDate on, LocalDate knownOn) =>
        Balances(on, knownOn).Aggregate(_quotas[0].Quota.With(0m), (sum, balance) => sum + balance.Amount);

    /// <summary>
    /// The quota of an owner through the period, with its history: effective and recorded, as any dated value of this library.
    /// </summary>
    /// <param name="owner">The owner.</param>
    /// <returns>The history; a change is an entry for each of the values it changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentException">The owner has no quota in this ledger.</exception>
    public Revisions<Measured> HistoryOf(TOwner owner)
    {
        var history = Revisions.Of(Recorded, Timeline.Of((Period, _quotas[IndexOf(owner, nameof(owner))].Quota)));
        foreach (var change in _changes)
        {
            if (change.AmountFor(owner) is not { } amount)
                continue;

            foreach (var slice in history.Current.Slices(new DateSpan(change.Effective, Period.End)))
                history = history.Record(change.Recorded, slice.Span, slice.Value + amount, change.Because);
        }

        return history;
    }

    /// <summary>Whether the other has the same period, quotas, changes and allowance.</summary>
    /// <param name="other">The ledger to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuotaLedger<TOwner>? other) =>
        other is not null && Recorded == other.Recorded && Period == other.Period && AllowsNegative == other.AllowsNegative
        && _quotas.SequenceEqual(other._quotas) && _changes.SequenceEqual(other._changes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QuotaLedger<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Period.GetHashCode(), _quotas.Length, _changes.Length, _quotas[0].GetHashCode());

    /// <summary>Period, quotas first set, and changes.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Period + ": " + string.Join(", ", _quotas.Select(each => InvariantText.Any(each.Owner) + " " + each.Quota.Value))
        + string.Concat(_changes.Select(change => "; " + change));

    internal static QuotaLedger<TOwner> Create(LocalDate recorded, DateSpan period, (TOwner Owner, Measured Quota)[] quotas)
    {
        var copy = Guard.Against.Nothing(quotas, "a ledger has at least one owner");
        var owners = new HashSet<TOwner>();
        foreach (var (owner, quota) in copy)
        {
            if (owner is null)
                throw new ArgumentNullException(nameof(quotas));

            _ = quota.Measure;
            Measured.RequireSame(copy[0].Quota, quota, nameof(quotas));
            if (quota.Amount < 0m)
                throw Guards.OutOfRange(nameof(quotas), quota.ToString(), "must not be negative and is for " + InvariantText.Any(owner));
            if (!owners.Add(owner))
                throw Guards.Invalid(nameof(quotas), InvariantText.Any(owner), "must have each owner once");
        }

        return period.Days is null ? throw Guards.Invalid(nameof(period), period.ToString(), "must have both ends")
            : new QuotaLedger<TOwner>(Guard.Against.OtherCalendar(recorded), period, copy, [], allowsNegative: false);
    }

    private static bool Same(TOwner left, TOwner right) => EqualityComparer<TOwner>.Default.Equals(left, right);

    private QuotaLedger<TOwner> With(QuotaChange<TOwner> change) => new(Recorded, Period, _quotas, [.. _changes, change], AllowsNegative);

    private int IndexOf(TOwner owner, string parameterName)
    {
        if (owner is null)
            throw new ArgumentNullException(parameterName);

        var index = Array.FindIndex(_quotas, each => Same(each.Owner, owner));
        return index >= 0 ? index
            : throw Guards.Invalid(
                parameterName, InvariantText.Any(owner), "must be an owner of this ledger; one without a quota yet has 0");
    }

    private void RequireFit(QuotaChange<TOwner> change, string parameterName)
    {
        Guard.Against.Null(change, parameterName);
        var last = _changes.Length == 0 ? Recorded : _changes[_changes.Length - 1].Recorded;
        if (change.Recorded < last)
        {
            throw Guards.OutOfRange(
                parameterName, InvariantText.Date(change.Recorded), "must not be recorded before " + InvariantText.Date(last));
        }

        if (!Period.Contains(change.Effective))
            throw Guards.Invalid(parameterName, InvariantText.Date(change.Effective), "must be effective on a day of " + Period);
        if (Array.Exists(_changes, each => each.Id == change.Id))
            throw Guards.Invalid(parameterName, change.Id.ToString(), "must have each number once");
        foreach (var (owner, amount) in change.Lines)
        {
            IndexOf(owner, parameterName);
            Measured.RequireSame(_quotas[0].Quota, amount, parameterName);
        }
    }

    private void RequireKnown(LocalDate on, LocalDate knownOn)
    {
        if (!Period.Contains(Guard.Against.OtherCalendar(on)))
            throw Guards.OutOfRange(nameof(on), InvariantText.Date(on), "must be a day of " + Period);
        if (Guard.Against.OtherCalendar(knownOn) < Recorded)
        {
            throw Guards.OutOfRange(
                nameof(knownOn), InvariantText.Date(knownOn),
                "must not be before the quotas were recorded, " + InvariantText.Date(Recorded));
        }
    }

    private QuotaBalance<TOwner> BalanceAt(int index, LocalDate on, LocalDate knownOn)
    {
        var (owner, quota) = _quotas[index];
        return new QuotaBalance<TOwner>(
            owner, on, knownOn, quota,
            Array.FindAll(_changes, change => change.Effective <= on && change.Recorded <= knownOn && change.AmountFor(owner) is not null));
    }

    private IEnumerable<Reason> Negatives(TOwner owner, QuotaChange<TOwner>[] changes)
    {
        var own = changes.Where(change => change.AmountFor(owner) is not null).ToArray();
        foreach (var day in own.Select(change => change.Effective).Distinct().OrderBy(day => day))
        {
            var quota = own.Where(change => change.Effective <= day)
                .Aggregate(_quotas[IndexOf(owner, nameof(owner))].Quota, (sum, change) => sum + change.AmountFor(owner)!.Value);
            if (quota.Amount < 0m)
                yield return new Reason("quota.negative", ("owner", InvariantText.Any(owner)), ("on", day), ("quota", quota.Value));
        }
    }
}
