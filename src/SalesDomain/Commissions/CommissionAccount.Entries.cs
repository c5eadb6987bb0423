using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionAccount
{
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

        return TryEntry(dispute.Entry, out _)
            ? new CommissionAccount(State, _log, [.. _disputes.Append(dispute).OrderBy(each => each.On)], LeftOn)
            : throw Guards.OutOfRange(nameof(dispute), dispute.ToString(), "must be about an entry of the account");
    }

    /// <summary>How the dispute about an entry stands.</summary>
    /// <param name="entry">The number of the entry.</param>
    /// <returns>The last status, or null where the entry is not disputed.</returns>
    public CommissionDispute? DisputeOf(int entry) => Array.FindLast(_disputes, each => each.Entry == entry);

    /// <summary>The entry of a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="entry">The entry; null where there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryEntry(int number, [NotNullWhen(true)] out CommissionEntry? entry)
    {
        // Numbers rise, and are most often without a gap.
        var (entries, low, high) = (_entries.Value, 0, _entries.Value.Count - 1);
        while (low <= high)
        {
            var at = low + ((high - low) / 2);
            if (entries[at].Number == number)
            {
                entry = entries[at];
                return true;
            }

            if (entries[at].Number < number)
                low = at + 1;
            else
                high = at - 1;
        }

        entry = null;
        return false;
    }

    /// <summary>The entries of a payout period, in the order of record.</summary>
    /// <param name="payoutPeriod">The payout period.</param>
    /// <returns>The entries.</returns>
    public IReadOnlyList<CommissionEntry> EntriesOf(DateSpan payoutPeriod) =>
        Array.AsReadOnly(Entries.Where(entry => entry.PayoutPeriod == payoutPeriod).ToArray());

    /// <summary>
    /// All that was ever entered of a line, in the order of record: what it earned, in all plans and measurement periods, and what was
    /// taken back of it.
    /// </summary>
    /// <param name="line">Document and line.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="ArgumentException"><paramref name="line"/> is the default value.</exception>
    public IReadOnlyList<CommissionEntry> EntriesOf(LineId line)
    {
        Identifier.Given(line);
        return Array.AsReadOnly(Entries.Where(entry => entry.Line == line).ToArray());
    }

    /// <summary>
    /// What was earned and taken back of a measurement period by a plan, in whatever version, in the order of record.
    /// </summary>
    /// <param name="plan">The name of the plan.</param>
    /// <param name="period">The measurement period.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public IReadOnlyList<CommissionEntry> EntriesOf(string plan, DateSpan period)
    {
        Guard.Against.Null(plan);
        return Array.AsReadOnly(
            Entries.Where(entry => entry.Period == period && string.Equals(entry.Plan, plan, StringComparison.Ordinal)).ToArray());
    }

    /// <summary>What was earned, taken back and held back of a measurement period, by whatever plan, in the order of record.</summary>
    /// <param name="period">The measurement period; what a figure of a span released is among the entries of that span.</param>
    /// <returns>The entries.</returns>
    public IReadOnlyList<CommissionEntry> EntriesMeasuredOver(DateSpan period) =>
        Array.AsReadOnly(Entries.Where(entry => entry.Period == period).ToArray());

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
}
