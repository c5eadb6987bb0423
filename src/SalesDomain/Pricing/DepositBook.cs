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
    private Money[] _balances = [];
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
        Array.Sort(
            _inOrder, (left, right) => left.Date.CompareTo(right.Date) is not 0 and var order ? order : left.Id.CompareTo(right.Id));
        _balances = new Money[_inOrder.Length];
        _penalties = [];
        var balance = Money.Zero(_ledger.Required.Currency);
        for (var i = 0; i < _inOrder.Length; i++)
        {
            var entry = _inOrder[i];
            balance += entry.Change;
            _balances[i] = balance;
            if (entry.Kind == DepositEntryKind.Penalty && CountOf(_reversals, entry.Id) == 0)
                _penalties[entry.Finding!.Value] = CountOf(_penalties, entry.Finding.Value) + 1;
        }
    }

    /// <summary>Why an entry that was added cannot stay.</summary>
    internal List<Reason> ReasonsAgainst(DepositEntry entry)
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
        if (entry.Kind == DepositEntryKind.Refund && BalanceOn(entry) is var after && after.IsNegative)
            reasons.Add(new Reason("channel.deposit-refund-over-balance", ("refund", entry.Amount), ("balance", after + entry.Amount)));
        return reasons;
    }

    internal DepositEntry[] ToArray() => _inOrder;

    private static int CountOf(Dictionary<DocumentId, int> counts, DocumentId number) =>
        counts.TryGetValue(number, out var count) ? count : 0;

    // Of the last entry of its day.
    private Money BalanceOn(DepositEntry entry)
    {
        var (low, high) = (0, _inOrder.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _inOrder[middle].Date <= entry.Date ? (middle, high) : (low, middle - 1);
        }

        return _balances[low];
    }
}
