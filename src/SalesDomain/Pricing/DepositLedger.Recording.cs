using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>What is recorded, and what is not.</content>
public sealed partial class DepositLedger
{
    /// <summary>Why an entry cannot be recorded, all that speaks against it.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>
    /// <c>channel.deposit-number-taken</c> (entry): another entry has its number. <c>channel.deposit-before-start</c> (on, since): it is of
    /// a day before the deposit was required. <c>channel.deposit-nothing-to-undo</c> and <c>channel.deposit-undone-already</c> (entry): a
    /// reversal of what is not recorded, or is undone. <c>channel.deposit-case-taken</c> (finding): a penalty for the finding stands
    /// already. <c>channel.deposit-refund-over-balance</c> (refund, balance): more is given back than the lowest balance from its day on,
    /// what is recorded of later days counted. Empty where it can be recorded, or is recorded already.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="entry"/> is in another currency than the deposit.</exception>
    public IReadOnlyList<Reason> ReasonsAgainst(DepositEntry entry)
    {
        Guard.Against.Null(entry);
        RequireCurrency(entry, nameof(entry));
        return _book.Has(entry) ? Array.AsReadOnly<Reason>([])
            : Array.AsReadOnly(
                [.. _book.HasNumber(entry.Id) ? [NumberTaken(entry)] : _book.With([entry]).ReasonsAgainst(entry, this)]);
    }

    /// <summary>The ledger with further entries; one that is recorded already has no effect.</summary>
    /// <param name="entries">
    /// The entries, in any order, possibly none. A reversal may be among them with what it undoes. A refund that is new among them is asked
    /// whether the balance covers it; one that was recorded before never is again.
    /// </param>
    /// <returns>The longer copy, or the same where no entry has an effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">An entry is refused, and none is recorded then: see <see cref="ReasonsAgainst"/>.</exception>
    /// <exception cref="CurrencyMismatchException">An entry is in another currency than the deposit.</exception>
    public DepositLedger Record(params DepositEntry[] entries) => Record((IEnumerable<DepositEntry>)entries);

    /// <inheritdoc cref="Record(DepositEntry[])"/>
    public DepositLedger Record(IEnumerable<DepositEntry> entries) => Recorded(entries, areAccepted: false);

    /// <summary>
    /// The ledger with entries that were accepted once, so that it can be built again from its own <see cref="Entries"/>: no refund is
    /// asked again whether the balance covers it, since the money has left.
    /// </summary>
    /// <param name="entries">The entries, in any order, possibly none.</param>
    /// <returns>The longer copy, or the same where no entry has an effect.</returns>
    /// <remarks>
    /// A penalty of an earlier day that is recorded late leaves less than was refunded: that is owed, and <see cref="DepositStanding"/>
    /// says so.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">
    /// An entry is refused for another reason than the balance, and none is recorded then: see <see cref="ReasonsAgainst"/>.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An entry is in another currency than the deposit.</exception>
    public DepositLedger RecordAccepted(IEnumerable<DepositEntry> entries) => Recorded(entries, areAccepted: true);

    private DepositLedger Recorded(IEnumerable<DepositEntry> entries, bool areAccepted)
    {
        Guard.Against.Null(entries);
        var added = new Dictionary<DocumentId, DepositEntry>();
        foreach (var entry in entries)
        {
            Guard.Against.Null(entry, nameof(entries));
            RequireCurrency(entry, nameof(entries));
            if (_book.Has(entry) || (added.TryGetValue(entry.Id, out var same) && same == entry))
                continue;
            if (_book.HasNumber(entry.Id) || added.ContainsKey(entry.Id))
                throw Refused(entry, NumberTaken(entry));

            added.Add(entry.Id, entry);
        }

        if (added.Count == 0)
            return this;

        // Only when all are known, so that their order decides nothing.
        var book = _book.With(added.Values);
        foreach (var entry in added.Values)
        {
            if (book.ReasonsAgainst(entry, this, areAccepted) is { Count: > 0 } reasons)
                throw Refused(entry, reasons[0]);
        }

        return new DepositLedger(Dealer, Since, Required, TopUpDays, book);

        static ArgumentException Refused(DepositEntry entry, Reason why) =>
            Guards.Invalid(nameof(entries), entry.ToString(), "must fit what is recorded; " + why);
    }

    private static Reason NumberTaken(DepositEntry entry) => new("channel.deposit-number-taken", ("entry", entry.Id.Code));

    private void RequireCurrency(DepositEntry entry, string parameterName)
    {
        if (entry.Amount.Currency != Required.Currency)
            throw new CurrencyMismatchException(Required.Currency, entry.Amount.Currency, parameterName);
    }
}
