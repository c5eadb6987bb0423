using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The deposit of a dealer (保证金): what was paid in, taken and given back, and what has to be there.</summary>
/// <remarks>
/// <para>
/// The balance is what was paid in − penalties − refunds, and never below zero: of a penalty, no more is taken than there is, and what
/// is left of it stays owed and is paid first by what comes in later. What is missing of the required amount has to be made up within some
/// days, after which credit stops by the contract; that is said, and done elsewhere.
/// </para>
/// <para>
/// <b>Running twice changes nothing.</b> An entry that is recorded already has no effect, and a finding has one penalty that stands. What a
/// day looked like does not depend on the order in which its entries, and those before it, were recorded. A reversal counts from its own
/// day on; from then, both entries are as if they had never been. Immutable. Equality is by dealer, terms and entries.
/// </para>
/// <para>
/// <b>What was accepted stays.</b> A refund is asked when it is new: it is refused when the balance of its day, or of a later one, would
/// not cover it with all that is recorded. Nothing is refused for a refund of before; what a penalty that comes late leaves over is owed,
/// and told.
/// </para>
/// <para>An entry more costs the logarithm of how many there are; they are put in order when they are read.</para>
/// </remarks>
public sealed partial class DepositLedger : IEquatable<DepositLedger>
{
    private const int MostDays = 3660;

    private readonly DepositBook _book;

    private DepositLedger(CustomerId dealer, LocalDate since, Money required, int topUpDays, DepositBook book)
    {
        Dealer = dealer;
        Since = since;
        Required = required;
        TopUpDays = topUpDays;
        _book = book;
    }

    /// <summary>The dealer.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The first day on which the deposit is required.</summary>
    public LocalDate Since { get; }

    /// <summary>The required amount.</summary>
    public Money Required { get; }

    /// <summary>The days after the one on which something is missing within which it has to be made up.</summary>
    public int TopUpDays { get; }

    /// <summary>The entries, by day and number.</summary>
    public IReadOnlyList<DepositEntry> Entries => Array.AsReadOnly(_book.Entries);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DepositLedger? left, DepositLedger? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DepositLedger? left, DepositLedger? right) => !(left == right);

    /// <summary>A ledger without an entry.</summary>
    /// <param name="dealer">The dealer.</param>
    /// <param name="since">The first day on which the deposit is required.</param>
    /// <param name="required">The required amount, zero or more.</param>
    /// <param name="topUpDays">
    /// The days, from 0 to 3660, within which something missing has to be made up: of 15, the fifteenth day after the one on which it went
    /// missing is in time.
    /// </param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="dealer"/> is the default value, or <paramref name="since"/> is of another calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="required"/> is negative, or <paramref name="topUpDays"/> is out of its range.
    /// </exception>
    public static DepositLedger Of(CustomerId dealer, LocalDate since, Money required, int topUpDays)
    {
        Identifier.Given(dealer);
        Guard.Against.OtherCalendar(since);
        if (required.IsNegative)
            throw Guards.OutOfRange(nameof(required), required.ToString(), "must not be negative");

        return new DepositLedger(dealer, since, required, Guard.Against.OutsideRange(0, MostDays, topUpDays), DepositBook.Empty);
    }

    /// <summary>How the deposit stands at the end of a day.</summary>
    /// <param name="date">The day, not before <see cref="Since"/>.</param>
    /// <returns>The balance, what is missing and until when.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is of another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is before <see cref="Since"/>.</exception>
    public DepositStanding On(LocalDate date)
    {
        Guard.Against.OtherCalendar(date);
        if (date < Since)
            throw Guards.OutOfRange(nameof(date), InvariantText.Date(date), "must not be before " + InvariantText.Date(Since));

        return new DepositStanding(this, date, DepositFold.Steps(this, Standing(date)));
    }

    /// <summary>Whether the other has the same dealer, terms and entries.</summary>
    /// <param name="other">The ledger to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DepositLedger? other) =>
        other is not null && Dealer == other.Dealer && Since == other.Since && Required == other.Required && TopUpDays == other.TopUpDays
        && _book.Count == other._book.Count && _book.Entries.SequenceEqual(other._book.Entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DepositLedger);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Dealer.GetHashCode(), Required.GetHashCode(), TopUpDays, _book.Count);

    /// <summary>Dealer, terms and entries.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Dealer + ": " + Required + " from " + InvariantText.Date(Since) + ", made up within " + InvariantText.Number(TopUpDays) + " days"
        + string.Concat(_book.Entries.Select(entry => "; " + entry));

    /// <summary>The penalties that no entry undoes, by finding.</summary>
    internal Dictionary<DocumentId, DepositEntry> StandingPenalties()
    {
        var standing = new Dictionary<DocumentId, DepositEntry>();
        foreach (var entry in Standing(LocalDate.MaxIsoValue))
        {
            if (entry.Kind == DepositEntryKind.Penalty)
                standing.Add(entry.Finding!.Value, entry);
        }

        return standing;
    }

    /// <summary>The balance of a day as if nothing had been taken for some findings.</summary>
    internal Money BalanceWithout(HashSet<DocumentId> findings, LocalDate on) =>
        DepositFold.Steps(this, Standing(on).FindAll(entry => entry.Finding is not { } finding || !findings.Contains(finding))).Balance;

    // The entries to the end of a day, in order, without those that are undone by then and what undoes them.
    private List<DepositEntry> Standing(LocalDate date)
    {
        var (entries, undone) = (_book.Entries, new HashSet<DocumentId>());
        var until = 0;
        for (; until < entries.Length && entries[until].Date <= date; until++)
        {
            if (entries[until].Reverses is { } reversed)
                undone.Add(reversed);
        }

        var standing = new List<DepositEntry>(until);
        for (var i = 0; i < until; i++)
        {
            if (entries[i].Reverses is null && !undone.Contains(entries[i].Id))
                standing.Add(entries[i]);
        }

        return standing;
    }
}
