using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Every alert, open and closed: a state that entries are folded into.</summary>
/// <typeparam name="TOwner">The type of the owners.</typeparam>
/// <remarks>
/// <para>
/// <b>Running twice changes nothing.</b> An entry that is recorded already has no effect. While an alert about a subject is open, a further
/// <see cref="AlertEntryKind.Raised"/> is no second alert: it is recorded where it brings a later and different status, and has no effect
/// otherwise. After the alert is closed, one that is dated on or before the day of the closing has none either.
/// </para>
/// <para>
/// <b>No re-check without an action.</b> A re-check closes an alert only after an action was agreed. Without improvement the alert is
/// raised again, one level up, and asks for an action anew. While nobody has agreed one, <see cref="AlertEntryKind.Recovered"/> closes the
/// alert too, where the rule says so (<see cref="AlertRule.ClosingOnRecovery"/>); otherwise it has no effect.
/// </para>
/// <para>
/// Ledgers of different subjects can be kept apart and put together by <see cref="Merge"/>: the result is that of one ledger. Immutable:
/// <see cref="Record(AlertEntry{TOwner}[])"/> returns a changed copy, and copies the list of subjects, so that a run records its entries
/// at once. Equality is by alerts, whatever the order in which subjects were recorded.
/// </para>
/// </remarks>
public sealed class AlertLedger<TOwner> : IEquatable<AlertLedger<TOwner>>
    where TOwner : notnull
{
    // The alerts of a subject in order of time; only the last can be open.
    private readonly Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> _bySubject;

    // Made once, when it is first asked for.
    private readonly Lazy<ReadOnlyCollection<DeviationAlert<TOwner>>> _ordered;

    private AlertLedger(Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> bySubject)
    {
        _bySubject = bySubject;
        _ordered = new Lazy<ReadOnlyCollection<DeviationAlert<TOwner>>>(() => Ordered(bySubject));
    }

    /// <summary>Every alert, in order of the days on which they were raised, on one day by the texts of their subjects.</summary>
    public IReadOnlyList<DeviationAlert<TOwner>> Alerts => _ordered.Value;

    internal static AlertLedger<TOwner> Nothing { get; } = new([]);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AlertLedger<TOwner>? left, AlertLedger<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AlertLedger<TOwner>? left, AlertLedger<TOwner>? right) => !(left == right);

    /// <summary>Why an entry cannot be recorded.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>
    /// <c>alert.none-open</c>: an action or re-check without an open alert about its subject. <c>alert.before-raised</c>: dated before
    /// the alert was raised. <c>alert.no-action</c>: a re-check without an action. <c>alert.before-last-entry</c>: a re-check dated before
    /// the last entry. Empty where it can be recorded or has no effect.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    public IReadOnlyList<Reason> ReasonsAgainst(AlertEntry<TOwner> entry)
    {
        Guard.Against.Null(entry);
        var alerts = Of(_bySubject, entry.Subject);
        return Array.AsReadOnly(
            AlertFold<TOwner>.HasNoEffect(alerts, entry) ? [] : AlertFold<TOwner>.Reasons(alerts, entry).ToArray());
    }

    /// <summary>The ledger with further entries.</summary>
    /// <param name="entries">The entries in their order, possibly none. One that is recorded already has no effect.</param>
    /// <returns>The changed copy, or the same where no entry has an effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">An entry does not fit what is recorded: see <see cref="ReasonsAgainst"/>.</exception>
    public AlertLedger<TOwner> Record(params AlertEntry<TOwner>[] entries) => Record((IEnumerable<AlertEntry<TOwner>>)entries);

    /// <inheritdoc cref="Record(AlertEntry{TOwner}[])"/>
    public AlertLedger<TOwner> Record(IEnumerable<AlertEntry<TOwner>> entries)
    {
        Guard.Against.Null(entries);
        var fold = new AlertFold<TOwner>(Copy());
        foreach (var entry in entries)
            fold.Add(Guard.Against.Null(entry, nameof(entries)), nameof(entries));

        return fold.IsChanged ? new AlertLedger<TOwner>(fold.Done()) : this;
    }

    /// <summary>The alerts about a subject in order of time; only the last can be open.</summary>
    /// <param name="subject">What is watched.</param>
    /// <returns>The alerts, none where there never was one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public IReadOnlyList<DeviationAlert<TOwner>> AlertsOf(AlertSubject<TOwner> subject) =>
        Array.AsReadOnly(Of(_bySubject, Guard.Against.Null(subject)));

    /// <summary>The alerts that were open at the end of a day, answered or not.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The alerts, in the order of <see cref="Alerts"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<DeviationAlert<TOwner>> OpenOn(LocalDate date)
    {
        Guard.Against.OtherCalendar(date);
        return Where(alert => alert.StateOn(date) is AlertState.Open or AlertState.ActionPlanned or AlertState.RecheckDue);
    }

    /// <summary>
    /// The alerts that should have had an action by the end of a day and had none: raised more than so many working days before.
    /// </summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="within">The working days after the day of the alert within which an action is due, zero or more.</param>
    /// <param name="date">The day.</param>
    /// <returns>The alerts, in the order of <see cref="Alerts"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="within"/> is negative, or a day from an alert without an action to <paramref name="date"/> is not in the validity
    /// of the calendar.
    /// </exception>
    public IReadOnlyList<DeviationAlert<TOwner>> OverdueForAction(WorkCalendar calendar, int within, LocalDate date)
    {
        Guard.Against.Null(calendar);
        Guard.Against.OtherCalendar(date);
        Guard.Against.OutsideRange(0, int.MaxValue, within);
        var open = Where(alert => alert.StateOn(date) == AlertState.Open);
        if (open.FirstOrDefault(alert => !calendar.Validity.Contains(new DateSpan(alert.RaisedOn, date))) is { } unknown)
        {
            throw Guards.OutOfRange(
                nameof(date), InvariantText.Date(date),
                "must lie with the alert of " + InvariantText.Date(unknown.RaisedOn) + " in the validity of the calendar, "
                    + calendar.Validity);
        }

        return open.Where(alert => calendar.WorkingDaysBetween(alert.RaisedOn, date) > within).ToList().AsReadOnly();
    }

    /// <summary>The alerts whose re-check was due at the end of a day and not recorded.</summary>
    /// <param name="date">The day; the day of the re-check itself is due.</param>
    /// <returns>The alerts, in the order of <see cref="Alerts"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<DeviationAlert<TOwner>> DueForRecheck(LocalDate date)
    {
        Guard.Against.OtherCalendar(date);
        return Where(alert => alert.StateOn(date) == AlertState.RecheckDue);
    }

    /// <summary>This ledger and another of other subjects as one.</summary>
    /// <param name="other">A ledger without a subject of this one.</param>
    /// <returns>The ledger of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">Both hold alerts about the same subject, which only one ledger can have seen in
    /// full.</exception>
    public AlertLedger<TOwner> Merge(AlertLedger<TOwner> other)
    {
        Guard.Against.Null(other);
        var both = Copy();
        AddTo(both, other, nameof(other));
        return new AlertLedger<TOwner>(both);
    }

    /// <summary>Whether the other has the same alerts.</summary>
    /// <param name="other">The ledger to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AlertLedger<TOwner>? other) =>
        other is not null && _bySubject.Count == other._bySubject.Count
        && _bySubject.All(pair => other._bySubject.TryGetValue(pair.Key, out var alerts) && pair.Value.SequenceEqual(alerts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AlertLedger<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order of the subjects is no part of it.
        var hash = _bySubject.Count;
        foreach (var alerts in _bySubject.Values)
            hash = unchecked(hash + alerts[alerts.Length - 1].GetHashCode());

        return hash;
    }

    /// <summary>The entries of every alert, one a line.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("\n", Alerts.Select(alert => alert.ToString()));

    internal static AlertLedger<TOwner> MergeAll(IEnumerable<AlertLedger<TOwner>> ledgers)
    {
        Guard.Against.Null(ledgers);
        var all = new Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]>();
        foreach (var ledger in ledgers)
            AddTo(all, Guard.Against.Null(ledger, nameof(ledgers)), nameof(ledgers));

        return new AlertLedger<TOwner>(all);
    }

    private static void AddTo(
        Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> bySubject, AlertLedger<TOwner> ledger, string parameterName)
    {
        foreach (var pair in ledger._bySubject)
        {
            if (bySubject.ContainsKey(pair.Key))
                throw Guards.Invalid(parameterName, pair.Key.ToString(), "must hold no alerts about a subject of another ledger");

            bySubject.Add(pair.Key, pair.Value);
        }
    }

    private static DeviationAlert<TOwner>[] Of(
        Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> bySubject, AlertSubject<TOwner> subject) =>
        bySubject.TryGetValue(subject, out var alerts) ? alerts : [];

    private static ReadOnlyCollection<DeviationAlert<TOwner>> Ordered(
        Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> bySubject) =>
        bySubject.Values.SelectMany(alerts => alerts)
            .OrderBy(alert => alert.RaisedOn).ThenBy(alert => alert.Subject.ToString(), StringComparer.Ordinal).ThenBy(alert => alert.Level)
            .ToList().AsReadOnly();

    private Dictionary<AlertSubject<TOwner>, DeviationAlert<TOwner>[]> Copy() => new(_bySubject);

    private ReadOnlyCollection<DeviationAlert<TOwner>> Where(Func<DeviationAlert<TOwner>, bool> isWanted) =>
        Alerts.Where(isWanted).ToList().AsReadOnly();
}
