using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The changes of a ledger while more are recorded: which there are, which are undone, and why another is refused.</summary>
internal sealed class QuotaEntries<TOwner>
    where TOwner : notnull
{
    private readonly QuotaLedger<TOwner> _ledger;
    private readonly List<QuotaChange<TOwner>> _changes = [];
    private readonly Dictionary<DocumentId, QuotaChange<TOwner>> _byNumber = [];
    private readonly Dictionary<DocumentId, DocumentId> _undoneBy = [];
    private readonly HashSet<TOwner> _admitted = [];

    internal QuotaEntries(QuotaLedger<TOwner> ledger, IEnumerable<QuotaChange<TOwner>> changes)
    {
        _ledger = ledger;
        foreach (var change in changes)
            Add(change);
    }

    internal QuotaChange<TOwner>[] ToArray() => [.. _changes];

    /// <summary>Whether an equal change is recorded already, so that recording it again changes nothing.</summary>
    internal bool Has(QuotaChange<TOwner> change) => _byNumber.TryGetValue(change.Id, out var known) && known == change;

    internal void Add(QuotaChange<TOwner> change)
    {
        _changes.Add(change);
        _byNumber[change.Id] = change;
        if (change.Reverses is { } undone)
            _undoneBy[undone] = change.Id;
        if (change.Kind == QuotaChangeKind.Admission)
            _admitted.Add(change.Lines[0].Owner);
    }

    /// <summary>Why a change that is not recorded cannot be recorded after the others.</summary>
    internal List<Reason> ReasonsAgainst(QuotaChange<TOwner> change)
    {
        List<Reason> reasons = [];
        if (_byNumber.ContainsKey(change.Id))
            reasons.Add(new Reason("quota.number-taken", ("number", change.Id.Code)));

        var last = _changes.Count == 0 ? _ledger.Recorded : _changes[_changes.Count - 1].Recorded;
        if (change.Recorded < last)
            reasons.Add(new Reason("quota.before-last-entry", ("recorded", change.Recorded), ("last entry", last)));
        if (!_ledger.Period.Contains(change.Effective))
        {
            reasons.Add(new Reason(
                "quota.outside-period", ("effective", change.Effective),
                ("first day", _ledger.Period.Start!.Value), ("last day", _ledger.Period.End!.Value)));
        }

        reasons.AddRange(
            change.Kind == QuotaChangeKind.Admission
                ? change.Lines.Where(line => Has(line.Owner)).Select(line => KnownOwner(line.Owner))
                : change.Lines.Where(line => !Has(line.Owner))
                    .Select(line => new Reason("quota.unknown-owner", ("owner", InvariantText.Any(line.Owner)))));
        if (WhyNotUndone(change) is { } reason)
            reasons.Add(reason);
        if (!_ledger.AllowsNegative)
        {
            QuotaChange<TOwner>[] all = [.. _changes, change];
            reasons.AddRange(change.Lines.Where(line => line.Amount.Amount < 0m && Has(line.Owner))
                .SelectMany(line => Negatives(line.Owner, all)));
        }

        return reasons;
    }

    /// <summary>Why the changes of two ledgers are none of one: each is fitting, but not all are together.</summary>
    internal Reason? FirstReasonTogether()
    {
        var reversals = _changes.Where(change => change.Reverses is not null).GroupBy(change => change.Reverses!.Value);
        foreach (var same in reversals)
        {
            QuotaChange<TOwner>[] by = [.. same];
            if (by.Length > 1)
                return UndoneAlready(by[1], by[0].Id);
        }

        var joined = _changes.Where(change => change.Kind == QuotaChangeKind.Admission).SelectMany(change => change.Lines)
            .GroupBy(line => line.Owner).Where(same => same.Count() > 1 || _ledger.HasFirst(same.Key));
        foreach (var same in joined)
            return KnownOwner(same.Key);

        var losers = _changes.SelectMany(change => change.Lines)
            .Where(line => line.Amount.Amount < 0m).Select(line => line.Owner).Distinct();
        return _ledger.AllowsNegative ? null
            : losers.SelectMany(owner => Negatives(owner, ToArray())).Select(reason => (Reason?)reason).FirstOrDefault();
    }

    private static Reason KnownOwner(TOwner owner) => new("quota.known-owner", ("owner", InvariantText.Any(owner)));

    private static Reason UndoneAlready(QuotaChange<TOwner> reversal, DocumentId by) =>
        new("quota.undone-already", ("number", reversal.Reverses!.Value.Code), ("by", by.Code));

    private bool Has(TOwner owner) => _ledger.HasFirst(owner) || _admitted.Contains(owner);

    private Reason? WhyNotUndone(QuotaChange<TOwner> change) =>
        change.Reverses is not { } number ? null
            : _undoneBy.TryGetValue(number, out var by) ? UndoneAlready(change, by)
            : _byNumber.TryGetValue(number, out var known) && change == known.Reversed(change.Id, change.Recorded, change.Because) ? null
            : new Reason("quota.nothing-to-undo", ("number", number.Code));

    private IEnumerable<Reason> Negatives(TOwner owner, QuotaChange<TOwner>[] changes)
    {
        var own = Array.FindAll(changes, change => change.AmountFor(owner) is not null);
        foreach (var day in own.Select(change => change.Effective).Distinct().OrderBy(day => day))
        {
            var quota = own.Where(change => change.Effective <= day)
                .Aggregate(_ledger.FirstQuotaOf(owner), (sum, change) => sum + change.AmountFor(owner)!.Value);
            if (quota.Amount < 0m)
                yield return new Reason("quota.negative", ("owner", InvariantText.Any(owner)), ("on", day), ("quota", quota.Value));
        }
    }
}
