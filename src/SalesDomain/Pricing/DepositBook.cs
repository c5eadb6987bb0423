using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The entries of a deposit, with what further ones are asked about; one entry more is a few steps down a tree.</summary>
internal sealed class DepositBook
{
    private readonly BalancedTree<DocumentId, DepositEntry> _byNumber;
    private readonly BalancedTree<DocumentId, int> _reversals;

    // By finding, how many penalties stand.
    private readonly BalancedTree<DocumentId, int> _penalties;
    private readonly DayBalances _balances;
    private readonly Lazy<DepositEntry[]> _inOrder;

    private DepositBook(
        int count, BalancedTree<DocumentId, DepositEntry> byNumber, BalancedTree<DocumentId, int> reversals,
        BalancedTree<DocumentId, int> penalties, DayBalances balances)
    {
        Count = count;
        _byNumber = byNumber;
        _reversals = reversals;
        _penalties = penalties;
        _balances = balances;
        _inOrder = new Lazy<DepositEntry[]>(InOrder);
    }

    /// <summary>Without an entry.</summary>
    internal static DepositBook Empty { get; } = new(
        0, BalancedTree<DocumentId, DepositEntry>.Of(ByNumber, []), BalancedTree<DocumentId, int>.Of(ByNumber, []),
        BalancedTree<DocumentId, int>.Of(ByNumber, []), DayBalances.None);

    internal int Count { get; }

    /// <summary>The entries by day and number, put in order when they are first asked for.</summary>
    internal DepositEntry[] Entries => _inOrder.Value;

    internal bool Has(DepositEntry entry) => _byNumber.TryFind(entry.Id, out var known) && known == entry;

    internal bool HasNumber(DocumentId number) => _byNumber.TryFind(number, out _);

    /// <summary>With entries whose numbers are new, each once; all of them together, so that their order decides nothing.</summary>
    internal DepositBook With(IReadOnlyCollection<DepositEntry> added)
    {
        var (byNumber, reversals, penalties, balances) = (_byNumber, _reversals, _penalties, _balances);
        foreach (var entry in added)
        {
            byNumber = byNumber.With(entry.Id, entry);
            balances = balances.With(entry.Date, entry.Change.Amount);
            if (entry.Reverses is not { } undone)
                continue;

            var before = CountOf(reversals, undone);
            reversals = reversals.With(undone, before + 1);
            if (before == 0 && _byNumber.TryFind(undone, out var known) && known.Kind == DepositEntryKind.Penalty)
                penalties = penalties.With(known.Finding!.Value, CountOf(penalties, known.Finding.Value) - 1);
        }

        foreach (var entry in added.Where(entry => entry.Kind == DepositEntryKind.Penalty && CountOf(reversals, entry.Id) == 0))
            penalties = penalties.With(entry.Finding!.Value, CountOf(penalties, entry.Finding.Value) + 1);

        return new DepositBook(Count + added.Count, byNumber, reversals, penalties, balances);
    }

    /// <summary>Why an entry that is in the book cannot stay.</summary>
    internal List<Reason> ReasonsAgainst(DepositEntry entry, DepositLedger ledger, bool isAccepted = false)
    {
        var reasons = new List<Reason>();
        if (entry.Date < ledger.Since)
            reasons.Add(new Reason("channel.deposit-before-start", ("on", entry.Date), ("since", ledger.Since)));
        if (entry.Reverses is { } undone)
        {
            if (!_byNumber.TryFind(undone, out var known) || entry != known.ReversedLike(entry))
                reasons.Add(new Reason("channel.deposit-nothing-to-undo", ("entry", undone.Code)));
            if (CountOf(_reversals, undone) > 1)
                reasons.Add(new Reason("channel.deposit-undone-already", ("entry", undone.Code)));
        }

        if (entry.Kind == DepositEntryKind.Penalty && CountOf(_reversals, entry.Id) == 0 && CountOf(_penalties, entry.Finding!.Value) > 1)
            reasons.Add(new Reason("channel.deposit-case-taken", ("finding", entry.Finding.Value.Code)));

        // With the refund itself, and all that is known of its day and later.
        if (!isAccepted && entry.Kind == DepositEntryKind.Refund && _balances.LowestFrom(entry.Date) is { } lowest && lowest < 0m)
        {
            var currency = entry.Amount.Currency;
            reasons.Add(
                new Reason(
                    "channel.deposit-refund-over-balance", ("refund", entry.Amount),
                    ("balance", Money.Max(Money.Zero(currency), new Money(lowest, currency) + entry.Amount))));
        }

        return reasons;
    }

    private static int CountOf(BalancedTree<DocumentId, int> counts, DocumentId number) =>
        counts.TryFind(number, out var count) ? count : 0;

    private static int ByNumber(DocumentId left, DocumentId right) => left.CompareTo(right);

    private DepositEntry[] InOrder()
    {
        DepositEntry[] entries = [.. _byNumber.Entries().Select(each => each.Value)];
        Array.Sort(entries, (left, right) => left.Date.CompareTo(right.Date) is not 0 and var order ? order : left.Id.CompareTo(right.Id));
        return entries;
    }
}
