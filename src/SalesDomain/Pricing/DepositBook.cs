using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>Entries of a deposit while further ones are recorded.</summary>
internal sealed class DepositBook
{
    private readonly DepositLedger _ledger;
    private readonly Dictionary<DocumentId, DepositEntry> _byNumber = [];
    private readonly Dictionary<DocumentId, int> _reversals = [];
    private DepositEntry[] _inOrder = [];

    // Of each entry the lowest balance of a day from its own on.
    private Money[] _lowest = [];
    private Dictionary<DocumentId, int> _penalties = [];

    internal DepositBook(DepositLedger ledger, DepositEntry[] recorded)
    {
        _ledger = ledger;
        foreach (var entry in recorded)
            Add(entry);
    }

    internal bool Has(DepositEntry entry) => _byNumber.TryGetValue(entry.Id, out var known) && known == entry;

    /// <summary>Adds an entry, unless another has its number: then says so.</summary>
    internal Reason? Add(DepositEntry entry)
    {
        if (_byNumber.ContainsKey(entry.Id))
            return new Reason("channel.deposit-number-taken", ("entry", entry.Id.Code));

        _byNumber.Add(entry.Id, entry);
        if (entry.Reverses is { } undone)
            _reversals[undone] = CountOf(_reversals, undone) + 1;
        return null;
    }

    /// <summary>Puts the entries in order and sums them up, once all are known.</summary>
    internal void Close()
    {
        _inOrder = [.. _byNumber.Values];
        Array.Sort(_inOrder, ByDayAndNumber);
        _lowest = new Money[_inOrder.Length];
        _penalties = [];
        var balance = Money.Zero(_ledger.Required.Currency);
        for (var i = 0; i < _inOrder.Length; i++)
        {
            var entry = _inOrder[i];
            balance += entry.Change;
            _lowest[i] = balance;
            if (entry.Kind == DepositEntryKind.Penalty && CountOf(_reversals, entry.Id) == 0)
                _penalties[entry.Finding!.Value] = CountOf(_penalties, entry.Finding.Value) + 1;
        }

        for (var i = _inOrder.Length - 2; i >= 0; i--)
        {
            var isLastOfDay = _inOrder[i].Date != _inOrder[i + 1].Date;
            _lowest[i] = isLastOfDay ? Money.Min(_lowest[i], _lowest[i + 1]) : _lowest[i + 1];
        }
    }

    /// <summary>Why an entry that was added cannot stay.</summary>
    internal List<Reason> ReasonsAgainst(DepositEntry entry, bool isAccepted = false)
    {
        if (_inOrder.Length != _byNumber.Count)
            Close();

        var reasons = new List<Reason>();
        if (entry.Date < _ledger.Since)
            reasons.Add(new Reason("channel.deposit-before-start", ("on", entry.Date), ("since", _ledger.Since)));
        if (entry.Reverses is { } undone)
        {
            if (!_byNumber.TryGetValue(undone, out var known) || entry != known.ReversedLike(entry))
                reasons.Add(new Reason("channel.deposit-nothing-to-undo", ("entry", undone.Code)));
            if (CountOf(_reversals, undone) > 1)
                reasons.Add(new Reason("channel.deposit-undone-already", ("entry", undone.Code)));
        }

        if (entry.Kind == DepositEntryKind.Penalty && CountOf(_reversals, entry.Id) == 0 && CountOf(_penalties, entry.Finding!.Value) > 1)
            reasons.Add(new Reason("channel.deposit-case-taken", ("finding", entry.Finding.Value.Code)));
        if (!isAccepted && entry.Kind == DepositEntryKind.Refund && LowestFrom(entry) is var lowest && lowest.IsNegative)
        {
            reasons.Add(
                new Reason(
                    "channel.deposit-refund-over-balance", ("refund", entry.Amount),
                    ("balance", Money.Max(Money.Zero(lowest.Currency), lowest + entry.Amount))));
        }

        return reasons;
    }

    internal DepositEntry[] ToArray() => _inOrder;

    private static int CountOf(Dictionary<DocumentId, int> counts, DocumentId number) =>
        counts.TryGetValue(number, out var count) ? count : 0;

    // With the refund itself, and all that is known of its day and later.
    private Money LowestFrom(DepositEntry entry) =>
        _lowest[Array.BinarySearch(_inOrder, entry, Comparer<DepositEntry>.Create(ByDayAndNumber))];

    private static int ByDayAndNumber(DepositEntry left, DepositEntry right) =>
        left.Date.CompareTo(right.Date) is not 0 and var order ? order : left.Id.CompareTo(right.Id);
}
