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
/// changes when later days are recorded on; a mistake is undone by a reversal, which is a change of its own.
/// </para>
/// <para>
/// A transfer takes from one owner what it gives another, so that the sum over all owners is the same before and after, on every day and as
/// known on every day. No quota may fall below zero, unless the ledger is declared to allow it.
/// </para>
/// <para>
/// Who joins in the course of the period is admitted by a change, with a quota of 0 or more. What was known before its day of record is
/// without him. A reversal of it takes back his quota and not him.
/// </para>
/// <para>
/// <b>Running twice changes nothing.</b> A change that is recorded already has no effect. <see cref="ReasonsAgainst"/> says why a change
/// cannot be recorded, and <see cref="Record(QuotaChange{TOwner}[])"/> refuses it. Ledgers kept apart are put together by
/// <see cref="Merge"/>: the result is that of one ledger.
/// </para>
/// <para>
/// Immutable. Equality is by day of the first record, period, quotas first set, changes, and whether quotas may be negative, whatever the
/// order of owners and of changes recorded on one day. It is meant for the hundreds of changes that the quotas of a period ever have:
/// each record copies them.
/// </para>
/// </remarks>
public sealed partial class QuotaLedger<TOwner> : IEquatable<QuotaLedger<TOwner>>
    where TOwner : notnull
{
    private readonly (TOwner Owner, Measured Quota)[] _quotas;
    private readonly Dictionary<TOwner, int> _places;
    private readonly QuotaChange<TOwner>[] _changes;

    // Those of owners who joined later, in the order of record.
    private readonly QuotaChange<TOwner>[] _admissions;

    private QuotaLedger(
        LocalDate recorded, DateSpan period, (TOwner Owner, Measured)[] quotas, Dictionary<TOwner, int> places,
        QuotaChange<TOwner>[] changes, bool allowsNegative)
    {
        Recorded = recorded;
        Period = period;
        _quotas = quotas;
        _places = places;
        _changes = changes;
        _admissions = Array.FindAll(changes, change => change.Kind == QuotaChangeKind.Admission);
        AllowsNegative = allowsNegative;
    }

    /// <summary>The day on which the quotas were first recorded.</summary>
    public LocalDate Recorded { get; }

    /// <summary>The period the quotas are for.</summary>
    public DateSpan Period { get; }

    /// <summary>The owners with the quotas first set, in the order given; who joined later is in a change.</summary>
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
    public QuotaLedger<TOwner> AllowingNegative() => new(Recorded, Period, _quotas, _places, _changes, allowsNegative: true);

    /// <summary>Why a change cannot be recorded, all that speaks against it.</summary>
    /// <param name="change">The change.</param>
    /// <returns>
    /// <c>quota.number-taken</c>: another change has its number. <c>quota.before-last-entry</c>: it was recorded before the last one.
    /// <c>quota.outside-period</c>: it is effective on no day of the period. <c>quota.unknown-owner</c>: an owner has no quota in this
    /// ledger, not even of 0. <c>quota.known-owner</c>: who is admitted has one already. <c>quota.nothing-to-undo</c> and
    /// <c>quota.undone-already</c>: a reversal of what is not recorded, or is undone. <c>quota.negative</c>: for each owner and day on
    /// which the quota would fall below zero. Empty where it can be recorded, or is recorded already.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="ArgumentException">Measure, tax basis, unit or currency differ.</exception>
    public IReadOnlyList<Reason> ReasonsAgainst(QuotaChange<TOwner> change)
    {
        Guard.Against.Null(change);
        RequireSame(change, nameof(change));
        var entries = Entries();
        return entries.Has(change) ? Array.AsReadOnly<Reason>([]) : entries.ReasonsAgainst(change).AsReadOnly();
    }

    /// <summary>The ledger with further changes; one that is recorded already has no effect.</summary>
    /// <param name="changes">The changes, in the order of their days of record; possibly none.</param>
    /// <returns>The longer copy, or the same where no change has an effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or a change is null.</exception>
    /// <exception cref="ArgumentException">
    /// A change is refused: see <see cref="ReasonsAgainst"/>; none is recorded then. Or measure, tax basis, unit or currency differ.
    /// </exception>
    public QuotaLedger<TOwner> Record(params QuotaChange<TOwner>[] changes) => Record((IEnumerable<QuotaChange<TOwner>>)changes);

    /// <inheritdoc cref="Record(QuotaChange{TOwner}[])"/>
    public QuotaLedger<TOwner> Record(IEnumerable<QuotaChange<TOwner>> changes)
    {
        Guard.Against.Null(changes);
        return WithChanges([.. changes], nameof(changes));
    }

    /// <summary>The ledger in which an earlier change is undone for all its days, by a change of its own.</summary>
    /// <param name="change">The number of the change to undo; a reversal can be undone too.</param>
    /// <param name="id">The number of the reversal.</param>
    /// <param name="recorded">The day on which it is recorded; what was known before that day stays as it was.</param>
    /// <param name="because">Why.</param>
    /// <returns>The longer copy, or the same where the change is undone by an equal reversal already.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such change; an identifier or <paramref name="because"/> is the default value; the day is not of the ISO calendar; or
    /// the reversal is refused: see <see cref="ReasonsAgainst"/>.
    /// </exception>
    public QuotaLedger<TOwner> Reverse(DocumentId change, DocumentId id, LocalDate recorded, Reason because)
    {
        var known = Array.Find(_changes, each => each.Id == Identifier.Given(change))
            ?? throw Guards.Invalid(nameof(change), change.ToString(), "must be a change of this ledger");
        return WithChanges([known.Reversed(id, recorded, because)], nameof(change));
    }

    /// <summary>This ledger and another of the same period as one: of other owners, or with other changes of the same owners.</summary>
    /// <param name="other">
    /// A ledger first recorded on the same day, for the same period and as strict about quotas below zero; an owner of both has the same
    /// quota first set, or was admitted by the same change.
    /// </param>
    /// <returns>
    /// The ledger of both, the changes in the order of their days of record. A change of both is in it once.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// Day, period, allowance or a quota first set differ; measure, tax basis, unit or currency do; two changes have one number; one
    /// change is undone in each of them by another, or an owner admitted; or together they leave a quota below zero.
    /// </exception>
    public QuotaLedger<TOwner> Merge(QuotaLedger<TOwner> other)
    {
        Guard.Against.Null(other);
        Measured.RequireSame(_quotas[0].Quota, other._quotas[0].Quota, nameof(other));
        if (Recorded != other.Recorded || Period != other.Period || AllowsNegative != other.AllowsNegative)
        {
            throw Guards.Invalid(
                nameof(other), InvariantText.Date(other.Recorded) + " for " + other.Period,
                "must be first recorded on " + InvariantText.Date(Recorded) + " for " + Period + ", and as strict about negative quotas");
        }

        if (Array.FindIndex(other._quotas, each => HasFirst(each.Owner) && FirstQuotaOf(each.Owner) != each.Quota) is >= 0 and var differs)
        {
            throw Guards.Invalid(
                nameof(other), InvariantText.Any(other._quotas[differs].Owner), "must have the same quota first set in both");
        }

        (TOwner Owner, Measured Quota)[] quotas = [.. _quotas, .. other._quotas.Where(each => !HasFirst(each.Owner))];
        var byNumber = _changes.ToDictionary(change => change.Id);
        foreach (var change in other._changes)
        {
            if (byNumber.TryGetValue(change.Id, out var known) && known != change)
                throw Guards.Invalid(nameof(other), change.Id.ToString(), "must be the number of one change in both");
        }

        var changes = _changes.Concat(other._changes.Where(change => !byNumber.ContainsKey(change.Id))).OrderBy(change => change.Recorded);
        var merged = new QuotaLedger<TOwner>(Recorded, Period, quotas, Places(quotas), [.. changes], AllowsNegative);
        return merged.Entries().FirstReasonTogether() is { } reason
            ? throw Guards.Invalid(nameof(other), other.Period.ToString(), "must fit this ledger; " + reason)
            : merged;
    }

    /// <summary>Whether the other has the same first day of record, period, quotas, changes and allowance.</summary>
    /// <param name="other">The ledger to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuotaLedger<TOwner>? other) =>
        other is not null && Recorded == other.Recorded && Period == other.Period && AllowsNegative == other.AllowsNegative
        && _quotas.Length == other._quotas.Length && _changes.Length == other._changes.Length
        && Array.TrueForAll(_quotas, each => other.HasFirst(each.Owner) && other.FirstQuotaOf(each.Owner) == each.Quota)
        && new HashSet<QuotaChange<TOwner>>(_changes).SetEquals(other._changes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QuotaLedger<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order of owners and of changes on one day is no part of it.
        var hash = Hash.Combine(Period.GetHashCode(), _quotas.Length);
        foreach (var change in _changes)
            hash = unchecked(hash + change.GetHashCode());

        return hash;
    }

    /// <summary>Period, quotas first set, and changes.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Period + ": " + string.Join(", ", _quotas.Select(each => InvariantText.Any(each.Owner) + " " + each.Quota.Value))
        + string.Concat(_changes.Select(change => "; " + change));

    internal static QuotaLedger<TOwner> Create(LocalDate recorded, DateSpan period, (TOwner Owner, Measured Quota)[] quotas)
    {
        var copy = Guard.Against.Nothing(quotas, "a ledger has at least one owner");
        foreach (var (owner, quota) in copy)
        {
            if (owner is null)
                throw new ArgumentNullException(nameof(quotas));

            MeasuredArgument.Given(quota, nameof(quotas));
            Measured.RequireSame(copy[0].Quota, quota, nameof(quotas));
            if (quota.Amount < 0m)
                throw Guards.OutOfRange(nameof(quotas), quota.ToString(), "must not be negative and is for " + InvariantText.Any(owner));
        }

        var places = Places(copy);
        if (places.Count < copy.Length)
        {
            var twice = copy.Where((each, i) => places[each.Owner] != i).First().Owner;
            throw Guards.Invalid(nameof(quotas), InvariantText.Any(twice), "must have each owner once");
        }

        return period.Days is null ? throw Guards.Invalid(nameof(period), period.ToString(), "must have both ends")
            : new QuotaLedger<TOwner>(Guard.Against.OtherCalendar(recorded), period, copy, places, [], allowsNegative: false);
    }

    /// <summary>Whether an owner has a quota here from the first.</summary>
    internal bool HasFirst(TOwner owner) => _places.ContainsKey(owner);

    /// <summary>The quota first set of an owner; 0 of who was admitted later.</summary>
    internal Measured FirstQuotaOf(TOwner owner) =>
        _places.TryGetValue(owner, out var index) ? _quotas[index].Quota : _quotas[0].Quota.With(0m);

    /// <summary>The first place of each owner.</summary>
    private static Dictionary<TOwner, int> Places((TOwner Owner, Measured)[] quotas)
    {
        var places = new Dictionary<TOwner, int>(quotas.Length);
        for (var i = quotas.Length - 1; i >= 0; i--)
            places[quotas[i].Owner] = i;

        return places;
    }

    private QuotaEntries<TOwner> Entries() => new(this, _changes);

    private QuotaLedger<TOwner> WithChanges(QuotaChange<TOwner>[] changes, string parameterName)
    {
        Array.ForEach(changes, change => Guard.Against.Null(change, parameterName));
        var entries = Entries();
        var isChanged = false;
        foreach (var change in changes)
        {
            RequireSame(change, parameterName);
            if (entries.Has(change))
                continue;
            if (entries.ReasonsAgainst(change) is { Count: > 0 } reasons)
                throw Guards.Invalid(parameterName, change.ToString(), "must fit what is recorded; " + reasons[0]);

            entries.Add(change);
            isChanged = true;
        }

        return isChanged ? new QuotaLedger<TOwner>(Recorded, Period, _quotas, _places, entries.ToArray(), AllowsNegative) : this;
    }

    private void RequireSame(QuotaChange<TOwner> change, string parameterName)
    {
        foreach (var (_, amount) in change.Lines)
            Measured.RequireSame(_quotas[0].Quota, amount, parameterName);
    }
}
