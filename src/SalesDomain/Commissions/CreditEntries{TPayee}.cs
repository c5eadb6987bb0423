using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>Credits every fact of a run and keeps the credits, in the order of the facts.</summary>
internal sealed class CreditEntries<TPayee>
    where TPayee : notnull
{
    private readonly CreditRun<TPayee> _run;
    private readonly CreditedFacts _facts;
    private readonly CreditTally _tally = new();
    private readonly List<LineId> _withoutOriginal = [];
    private readonly ReceiptParts? _parts;

    internal CreditEntries(CreditRules<TPayee> rules, CreditKnowledge known, CreditedFacts facts)
    {
        _run = new CreditRun<TPayee>(rules, known);
        _facts = facts;
        _parts = rules.Receipts == ReceiptCrediting.OfSale && facts.Receipts.Length > 0 ? new ReceiptParts(facts) : null;
        var sales = facts.Lines.Select(Of);
        All = facts.Receipts.Length == 0 ? [.. sales]
            : [.. sales.Concat(facts.Receipts.SelectMany(Of)).OrderBy(entry => entry.Fact.Date).ThenBy(IdOf)];
        _withoutOriginal.Sort();
        WithoutOriginal = [.. _withoutOriginal];
        Reasons = [.. _tally.Reasons(_run.StatusMissing, _run.DiscountMissing)];
    }

    internal CreditEntry<TPayee>[] All { get; }

    internal LineId[] WithoutOriginal { get; }

    internal Reason[] Reasons { get; }

    private static LineId IdOf(CreditEntry<TPayee> entry) => entry.Fact.Sale is { } sale ? sale.Id : entry.Fact.Receipt!.Id;

    private static UncreditedShare[] Uncredited(in CreditedFact fact, CreditHolders<TPayee> direct)
    {
        var uncredited = new List<UncreditedShare>();
        if (direct.Open > 0m)
            uncredited.Add(new UncreditedShare(fact, Percentage.FromFraction(direct.Open), "credit.unassigned"));
        if (direct.IsOverAssigned)
            uncredited.Add(new UncreditedShare(fact, Percentage.OneHundred, "credit.over-assigned", direct.HeldBy));

        return uncredited.Count == 0 ? [] : [.. uncredited];
    }

    private CreditEntry<TPayee> Of(SalesLine line)
    {
        var sale = _facts.OriginalOf(line, out var isKnown);
        MindOriginal(line.Id, isKnown);
        var reference = new CreditedFact(sale);
        var set = _run.Of(reference);
        _tally.Count(set);
        var credits = Array.ConvertAll(set.At(sale.Date), share => (share.Payee, Credit(line, share, sale)));
        var fact = new CreditedFact(line);
        return new CreditEntry<TPayee>(fact, reference, credits, Uncredited(fact, set.Direct));
    }

    private IEnumerable<CreditEntry<TPayee>> Of(CollectionLine receipt)
    {
        var original = _facts.OriginalOf(receipt, out var isKnown);
        MindOriginal(receipt.Id, isKnown);
        var (fact, reference) = (new CreditedFact(receipt), new CreditedFact(original));
        if (_parts is null)
            return [Of(fact, reference, reference, original)];
        if (_parts.Of(receipt) is { } parts)
        {
            return parts.Select(part => Of(
                new CreditedFact(receipt, part), new CreditedFact(original, part), new CreditedFact(part.Line), original));
        }

        _tally.WithoutSale++;
        return
        [
            new CreditEntry<TPayee>(
                fact, reference, [], [new UncreditedShare(fact, Percentage.OneHundred, "credit.receipt-without-sale")]),
        ];
    }

    /// <summary>Money credited in the way of a fact.</summary>
    private CreditEntry<TPayee> Of(CreditedFact fact, CreditedFact reference, CreditedFact way, CollectionLine original)
    {
        var set = _run.Of(way);
        _tally.Count(set);
        return new CreditEntry<TPayee>(
            fact, reference, Array.ConvertAll(set.At(way.Date), share => (share.Payee, Credit(fact, share, original))),
            Uncredited(fact, set.Direct));
    }

    private void MindOriginal(LineId id, bool isKnown)
    {
        if (isKnown)
            return;

        _tally.WithoutOriginal++;
        _withoutOriginal.Add(id);
    }

    private static SalesCredit Credit(SalesLine line, PayeeShare<TPayee> share, SalesLine sale)
    {
        var credit = SalesCredit.Of(line, share.Share, share.Kind, share.Rule);
        return ReferenceEquals(sale, line) ? credit : credit.Following(sale);
    }

    private static SalesCredit Credit(CreditedFact fact, PayeeShare<TPayee> share, CollectionLine original)
    {
        var credit = SalesCredit.Of(fact.Receipt!, share.Share, share.Kind, share.Rule);
        if (!ReferenceEquals(original, fact.Receipt))
            credit = credit.Following(original);

        return fact.Part is { } part ? credit.For(part) : credit;
    }
}
