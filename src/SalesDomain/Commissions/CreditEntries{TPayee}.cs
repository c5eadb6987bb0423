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
    private readonly bool _followsSale;
    private readonly CreditTally _tally = new();
    private readonly List<LineId> _withoutOriginal = [];
    private readonly Dictionary<DocumentId, InvoiceCredit<TPayee>?> _invoices = [];

    internal CreditEntries(CreditRules<TPayee> rules, CreditKnowledge known, CreditedFacts facts)
    {
        _run = new CreditRun<TPayee>(rules, known);
        _facts = facts;
        _followsSale = rules.Receipts == ReceiptCrediting.OfSale;
        var sales = facts.Lines.Select(Of);
        All = facts.Receipts.Length == 0 ? [.. sales]
            : [.. sales.Concat(facts.Receipts.Select(Of)).OrderBy(entry => entry.Fact.Date).ThenBy(IdOf)];
        _withoutOriginal.Sort();
        WithoutOriginal = [.. _withoutOriginal];
        Reasons = [.. _tally.Reasons(_run.StatusMissing, _run.DiscountMissing)];
    }

    internal CreditEntry<TPayee>[] All { get; }

    internal LineId[] WithoutOriginal { get; }

    internal Reason[] Reasons { get; }

    private static LineId IdOf(CreditEntry<TPayee> entry) => entry.Fact.Sale is { } sale ? sale.Id : entry.Fact.Receipt!.Id;

    private static UncreditedShare[] Uncredited(in CreditedFact fact, decimal open, decimal overAssigned)
    {
        var uncredited = new List<UncreditedShare>();
        if (open > 0m)
            uncredited.Add(new UncreditedShare(fact, Percentage.FromFraction(open), "credit.unassigned"));
        if (overAssigned > 0m)
            uncredited.Add(new UncreditedShare(fact, Percentage.FromFraction(overAssigned), "credit.over-assigned"));

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
        return new CreditEntry<TPayee>(fact, reference, credits, Uncredited(fact, set.Direct.Open, set.Direct.IsOverAssigned ? 1m : 0m));
    }

    private CreditEntry<TPayee> Of(CollectionLine receipt)
    {
        var original = _facts.OriginalOf(receipt, out var isKnown);
        MindOriginal(receipt.Id, isKnown);
        var (fact, reference) = (new CreditedFact(receipt), new CreditedFact(original));
        if (!_followsSale)
        {
            var set = _run.Of(reference);
            _tally.Count(set);
            return new CreditEntry<TPayee>(
                fact, reference, Credits(receipt, original, set.At(original.Date)),
                Uncredited(fact, set.Direct.Open, set.Direct.IsOverAssigned ? 1m : 0m));
        }

        if (InvoiceCreditOf(original) is not { } invoice)
        {
            _tally.WithoutSale++;
            return new CreditEntry<TPayee>(
                fact, reference, [], [new UncreditedShare(fact, Percentage.OneHundred, "credit.receipt-without-sale")]);
        }

        _tally.Count(invoice.Open > 0m, invoice.OverAssigned > 0m);
        return new CreditEntry<TPayee>(
            fact, reference, Credits(receipt, original, invoice.Shares), Uncredited(fact, invoice.Open, invoice.OverAssigned));
    }

    private InvoiceCredit<TPayee>? InvoiceCreditOf(CollectionLine receipt)
    {
        if (receipt.Invoice is not { } document)
            return null;
        if (!_invoices.TryGetValue(document, out var invoice))
            _invoices.Add(document, invoice = InvoiceCredit<TPayee>.Of(_facts.InvoiceOf(document), _facts, _run));

        return invoice;
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

    private static (TPayee Payee, SalesCredit Credit)[] Credits(
        CollectionLine receipt, CollectionLine original, PayeeShare<TPayee>[] shares) =>
        Array.ConvertAll(shares, share => (share.Payee, Credit(receipt, share, original)));

    private static SalesCredit Credit(CollectionLine receipt, PayeeShare<TPayee> share, CollectionLine original)
    {
        var credit = SalesCredit.Of(receipt, share.Share, share.Kind, share.Rule);
        return ReferenceEquals(original, receipt) ? credit : credit.Following(original);
    }
}
