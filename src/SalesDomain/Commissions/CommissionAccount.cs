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
/// An account that was stored is made again of its entries by <see cref="Apply"/>, in parts if need be, of its closings and disputes by
/// <c>With</c>, and of the day of leaving by <see cref="Leave"/>.
/// </para>
/// <para>
/// Immutable; a longer copy shares what has not changed. Equality is by currency, entries, closings, disputes and the day of leaving.
/// </para>
/// </remarks>
public sealed partial class CommissionAccount : IEquatable<CommissionAccount>
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

    /// <summary>What was closed and opened again, in the order in which it counts: the last that holds a period decides.</summary>
    public IReadOnlyList<CommissionClosing> Closings => Array.AsReadOnly(State.Closings);

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
    /// <c>commission.leaving-within</c> for lines that are entered of the period of leaving, though a part of them can be later,
    /// <c>commission.overlaps-closed-period</c> for such as overlap a closed measurement period with entries of their plan and component,
    /// <c>commission.taken-back-already</c> for a line whose number is that of an event that took something back, and for what is less than
    /// was taken back of it and what follows it while it was closed: of a line that goes on by a schedule then in all its periods,
    /// <c>commission.release-kept</c> for a release that is worse than one before, <c>commission.held-together</c> where a release of one
    /// component finds what was held of all together,
    /// <c>commission.correction-undone</c> for a correction that went with entries of a period which is open again,
    /// <c>commission.restated-with-others</c> for what is undone because others of a batch have earnings of it and this payee has none, and
    /// <c>commission.beside</c> for a plan that begins to pay what another pays by a component of the same name: the same lines, or where
    /// one of the two keeps none;
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
    /// another one; a holdback figure has no schedule; or a cap asks for fixed pay, or the draw of a leaver for its part, that is
    /// not stated.
    /// </exception>
    public CommissionSettlement Settle(IEnumerable<CommissionEarning> earnedToDate, PayoutRun run, PayoutRules rules)
    {
        Guard.Against.Null(earnedToDate);
        Guard.Against.Null(run);
        Guard.Against.Null(rules);
        return new SettlementEngine(this, run, rules).Settle(earnedToDate);
    }

    /// <summary>The account of a payee who leaves: runs of payout periods that hold the day or follow it go by the rules for it.</summary>
    /// <param name="on">The last day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public CommissionAccount Leave(LocalDate on) => new(State, _log, _disputes, Guard.Against.OtherCalendar(on));

    /// <summary>
    /// The account of a payee who leaves no more: the resignation is withdrawn, or they were hired again. Runs go by the rules for those
    /// who stay.
    /// </summary>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// Nothing is undone: what was paid out, forfeited, forgiven or set off on leaving stays, but for the draw in the payout period settled
    /// last, which is computed for the period as a whole. What is held afterwards is held anew, of the same measurement period too. What
    /// was forfeited is given back by a stated release (<see cref="PayoutRun.WithHoldbackRelease"/>), whose part is one of all that is held
    /// of its span. Earnings dated in between are earned where they are given: the account does not keep
    /// when somebody was away.
    /// </remarks>
    public CommissionAccount Rejoin() => new(State, _log, _disputes, leftOn: null);

    /// <summary>Whether the other has the same currency, entries, closings, disputes and day of leaving.</summary>
    /// <param name="other">The account to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionAccount? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Currency == other.Currency && _log.Count == other._log.Count && LeftOn == other.LeftOn
            && Entries.SequenceEqual(other.Entries) && State.Closings.SequenceEqual(other.State.Closings)
            && _disputes.SequenceEqual(other._disputes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionAccount);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Currency.GetHashCode(), _log.Count, _log.Last?.GetHashCode() ?? 0, LeftOn.GetHashCode());

    /// <summary>The balances.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Balances.ToString();
}
