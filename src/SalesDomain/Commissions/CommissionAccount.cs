using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The commission account of one payee in one currency: entries, and the balances they fold into.</summary>
/// <remarks>
/// <para>
/// <see cref="Settle"/> compares what is earned to date with what was entered before and writes the difference, down to the payment. It is
/// a function: the settlement that it returns holds the account as it would be, and this one stays as it is. A preview is a settlement
/// whose account nobody keeps.
/// </para>
/// <para>
/// An account that was stored is made again of its entries by <see cref="Apply"/>, in parts if need be, of its closings by
/// <see cref="Close"/>, of its disputes by <see cref="With"/>, and of the day of leaving by <see cref="Leave"/>.
/// </para>
/// <para>
/// Immutable; a longer copy shares what has not changed. Equality is by currency, entries, closings, disputes and the day of leaving.
/// </para>
/// </remarks>
public sealed class CommissionAccount : IEquatable<CommissionAccount>
{
    private readonly EntryLog _log;
    private readonly CommissionDispute[] _disputes;

    // Made once, when first asked for.
    private readonly Lazy<ReadOnlyCollection<CommissionEntry>> _entries;

    private CommissionAccount(AccountState state, EntryLog log, CommissionDispute[] disputes, LocalDate? leftOn)
    {
        State = state;
        _log = log;
        _disputes = disputes;
        LeftOn = leftOn;
        _entries = new Lazy<ReadOnlyCollection<CommissionEntry>>(() => Array.AsReadOnly(log.ToArray()));
    }

    /// <summary>The currency in which the payee is paid.</summary>
    public Currency Currency => State.Currency;

    /// <summary>The entries, in the order of record.</summary>
    public IReadOnlyList<CommissionEntry> Entries => _entries.Value;

    /// <summary>What the entries come to.</summary>
    public CommissionBalances Balances => new(Currency, State.Totals);

    /// <summary>The measurement periods that are closed, and since when, in the order of time.</summary>
    public IReadOnlyList<(DateSpan Period, LocalDate On)> Closings =>
        Array.AsReadOnly(
            State.Books.Values.Where(book => book.ClosedOn is not null).OrderBy(book => book.Period.Start).ThenBy(book => book.Period.End)
                .Select(book => (book.Period, book.ClosedOn!.Value)).ToArray());

    /// <summary>Every status of every dispute, in the order of days; on one day as they were recorded.</summary>
    public IReadOnlyList<CommissionDispute> Disputes => Array.AsReadOnly(_disputes);

    /// <summary>The last day of the payee; null while there is none.</summary>
    public LocalDate? LeftOn { get; }

    internal AccountState State { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An account.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionAccount? left, CommissionAccount? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An account.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionAccount? left, CommissionAccount? right) => !(left == right);

    /// <summary>An account without an entry.</summary>
    /// <param name="currency">The currency in which the payee is paid.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static CommissionAccount In(Currency currency) =>
        new(new AccountState(Guard.Against.Null(currency)), EntryLog.Empty, [], leftOn: null);

    /// <summary>What a run enters, and the account with it. Nothing is changed: this is the preview and the settlement both.</summary>
    /// <param name="earnedToDate">
    /// What is earned to date of the plans and measurement periods that are restated, all of it: a measurement period of a plan that one of
    /// them is of, or that the run names (<see cref="PayoutRun.Restated"/>), is restated as a whole, and what that plan entered of it
    /// before, in whatever version, and is not among them is earned no more. Other plans and other periods stay as they are entered, and
    /// so does all of a component of which it is not known what is earned (<see cref="CommissionEarning.Unknown"/>).
    /// </param>
    /// <param name="run">Payout period, day of record, and what happened.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>
    /// The settlement, with reasons for what was not entered: <c>commission.closed-period</c> for earnings of a closed measurement period
    /// that differ from what was entered, <c>commission.after-leaving</c> for such as the rules do not let a leaver earn,
    /// <c>commission.overlaps-closed-period</c> for such as overlap a closed measurement period with entries of their plan and component,
    /// <c>commission.taken-back-already</c> for a line whose number is that of an event that took something back,
    /// <c>commission.not-known</c>, followed by their own reasons, for those that are not known, and those of events.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument or an earning is null.</exception>
    /// <exception cref="CurrencyMismatchException">
    /// An amount of <paramref name="run"/> or <paramref name="rules"/> is in another currency than the account.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The payout period is before the one settled last, or overlaps it and is another; the day of record is before that of the last
    /// entry; or a holdback figure is outside the schedule.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// Two earnings have the same plan, component, period and line, or one of all lines that is not known stands beside one of a line; the
    /// measurement period of one overlaps another of the same plan and component, which is given too, or is entered, open and not
    /// restated; one is in another currency and the rules name no day of conversion, or there is no rate for it; an event has the number of
    /// another one; a holdback figure has no schedule; or a cap asks for fixed pay that is not stated.
    /// </exception>
    public CommissionSettlement Settle(IEnumerable<CommissionEarning> earnedToDate, PayoutRun run, PayoutRules rules)
    {
        Guard.Against.Null(earnedToDate);
        Guard.Against.Null(run);
        Guard.Against.Null(rules);
        return new SettlementEngine(this, run, rules).Settle(earnedToDate);
    }

    /// <summary>The account with entries that were made before, say with those of a store.</summary>
    /// <param name="entries">The entries in any order; one that is there already has no effect.</param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="CurrencyMismatchException">An entry is in another currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// In the order of numbers, payout periods or days of record do not follow one another.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// Two entries that differ have one number, or an entry does not name what its kind needs: plan, component and measurement period of an
    /// earning, the period of a holdback.
    /// </exception>
    public CommissionAccount Apply(IEnumerable<CommissionEntry> entries)
    {
        Guard.Against.Null(entries);
        var given = new List<CommissionEntry>();
        foreach (var entry in entries)
            given.Add(Guard.Against.Null(entry, nameof(entries)));

        return Applied(given, nameof(entries));
    }

    /// <summary>This account and another part of the same as one: the entries, closings and disputes of both.</summary>
    /// <param name="other">An account in the same currency. What both hold is in the result once.</param>
    /// <returns>The account of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentException">
    /// Two entries that differ have one number, do not follow one another, or a closing or the day of leaving differs.
    /// </exception>
    public CommissionAccount Merge(CommissionAccount other)
    {
        Guard.Against.Null(other);
        if (other.Currency != Currency)
            throw new CurrencyMismatchException(Currency, other.Currency, nameof(other));
        if (LeftOn is { } left && other.LeftOn is { } otherLeft && left != otherLeft)
            throw Guards.Invalid(nameof(other), InvariantText.Date(otherLeft), "must have the day of leaving " + InvariantText.Date(left));

        var merged = Applied(other.Entries, nameof(other));
        foreach (var (period, on) in other.Closings)
            merged = merged.Closed(period, on, nameof(other));

        var disputes = _disputes.Concat(other._disputes.Where(each => Array.IndexOf(_disputes, each) < 0)).OrderBy(each => each.On);
        return new CommissionAccount(merged.State, merged._log, [.. disputes], LeftOn ?? other.LeftOn);
    }

    /// <summary>
    /// The account in which a measurement period is closed: from that day on its earnings are not restated, and what changes goes through
    /// claw-back.
    /// </summary>
    /// <param name="period">The measurement period, with both days.</param>
    /// <param name="on">The day from which it is closed.</param>
    /// <returns>The changed copy, or the same where it is closed from that day already.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end or is closed from another day, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public CommissionAccount Close(DateSpan period, LocalDate on) =>
        period.Days is null ? throw Guards.Invalid(nameof(period), period.ToString(), "must have a first and a last day")
            : Closed(period, Guard.Against.OtherCalendar(on), nameof(period));

    /// <summary>The account of a payee who leaves: runs of payout periods that hold the day or follow it go by the rules for it.</summary>
    /// <param name="on">The last day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public CommissionAccount Leave(LocalDate on) => new(State, _log, _disputes, Guard.Against.OtherCalendar(on));

    /// <summary>The account with a status of a dispute.</summary>
    /// <param name="dispute">The status; one that is recorded already has no effect.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dispute"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The account has no entry of that number.</exception>
    public CommissionAccount With(CommissionDispute dispute)
    {
        Guard.Against.Null(dispute);
        if (Array.IndexOf(_disputes, dispute) >= 0)
            return this;

        return Entries.Any(entry => entry.Number == dispute.Entry)
            ? new CommissionAccount(State, _log, [.. _disputes.Append(dispute).OrderBy(each => each.On)], LeftOn)
            : throw Guards.OutOfRange(nameof(dispute), dispute.ToString(), "must be about an entry of the account");
    }

    /// <summary>How the dispute about an entry stands.</summary>
    /// <param name="entry">The number of the entry.</param>
    /// <returns>The last status, or null where the entry is not disputed.</returns>
    public CommissionDispute? DisputeOf(int entry) => Array.FindLast(_disputes, each => each.Entry == entry);

    /// <summary>The entries of a payout period, in the order of record.</summary>
    /// <param name="payoutPeriod">The payout period.</param>
    /// <returns>The entries.</returns>
    public IReadOnlyList<CommissionEntry> EntriesOf(DateSpan payoutPeriod) =>
        Array.AsReadOnly(Entries.Where(entry => entry.PayoutPeriod == payoutPeriod).ToArray());

    /// <summary>What the payee is told of a payout period.</summary>
    /// <param name="payoutPeriod">The payout period, with both days; one without entries opens and closes alike.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="payoutPeriod"/> has an open end, or overlaps a payout period of the account and is another.
    /// </exception>
    public CommissionStatement Statement(DateSpan payoutPeriod) => CommissionStatement.Of(this, payoutPeriod);

    /// <summary>The balances before the first entry of a payout period that begins on a day or later.</summary>
    /// <param name="start">The first day of the payout period.</param>
    /// <returns>The balances with which it opens.</returns>
    /// <exception cref="ArgumentException"><paramref name="start"/> is not of the ISO calendar.</exception>
    public CommissionBalances BalancesBefore(LocalDate start)
    {
        Guard.Against.OtherCalendar(start);
        var totals = new decimal[Movements.Kinds];
        foreach (var entry in Entries.TakeWhile(entry => entry.PayoutPeriod.Start < start))
            totals[(int)entry.Kind] += entry.Amount.Amount;

        return new CommissionBalances(Currency, totals);
    }

    /// <summary>Whether the other has the same currency, entries, closings, disputes and day of leaving.</summary>
    /// <param name="other">The account to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionAccount? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Currency == other.Currency && _log.Count == other._log.Count && LeftOn == other.LeftOn
            && Entries.SequenceEqual(other.Entries) && Closings.SequenceEqual(other.Closings)
            && _disputes.SequenceEqual(other._disputes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionAccount);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Currency.GetHashCode(), _log.Count, _log.Last?.GetHashCode() ?? 0, LeftOn.GetHashCode());

    /// <summary>The balances.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Balances.ToString();

    internal CommissionAccount After(AccountState state, CommissionEntry[] entries) =>
        new(state, _log.With(entries), _disputes, LeftOn);

    private CommissionAccount Applied(IEnumerable<CommissionEntry> given, string parameterName)
    {
        var byNumber = new SortedDictionary<int, CommissionEntry>();
        foreach (var entry in given)
        {
            if (byNumber.TryGetValue(entry.Number, out var twice) && twice != entry)
                throw Guards.Invalid(parameterName, entry + " and " + twice, "must be one entry for a number");

            byNumber[entry.Number] = entry;
        }

        // What follows what is there is added to it; what comes between is folded anew.
        if (byNumber.Count > 0 && byNumber.First().Key > State.Number)
            return Folded(State.Copy(), byNumber.Values, parameterName, this);

        var known = Entries.ToDictionary(entry => entry.Number);
        foreach (var entry in byNumber.Values)
        {
            if (known.TryGetValue(entry.Number, out var there) && there != entry)
                throw Guards.Invalid(parameterName, entry + " and " + there, "must be one entry for a number");
        }

        foreach (var entry in known.Values)
            byNumber[entry.Number] = entry;
        if (byNumber.Count == known.Count)
            return this;

        var state = new AccountState(Currency);
        foreach (var (period, on) in Closings)
            state.Own(period).ClosedOn = on;

        return Folded(state, byNumber.Values, parameterName, new CommissionAccount(state, EntryLog.Empty, _disputes, LeftOn));
    }

    private static CommissionAccount Folded(
        AccountState state, IEnumerable<CommissionEntry> entries, string parameterName, CommissionAccount before)
    {
        CommissionEntry[] sorted = [.. entries];
        foreach (var entry in sorted)
            state.Post(entry, parameterName);

        return before.After(state, sorted);
    }

    private CommissionAccount Closed(DateSpan period, LocalDate on, string parameterName)
    {
        if (State.Books.TryGetValue(period, out var book) && book.ClosedOn is { } closedOn)
        {
            return closedOn == on ? this
                : throw Guards.Invalid(
                    parameterName, period.ToString(), "must not be closed already, and is from " + InvariantText.Date(closedOn) + " on");
        }

        var state = State.Copy();
        state.Own(period).ClosedOn = on;
        return new CommissionAccount(state, _log, _disputes, LeftOn);
    }
}
