using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What came in for a deal, by the invoices its lines are on.</summary>
internal sealed partial class DealFacts
{
    internal static Dictionary<LineId, CollectionLine> ById(IEnumerable<CollectionLine> receipts)
    {
        var byId = new Dictionary<LineId, CollectionLine>();
        foreach (var receipt in receipts)
        {
            if (receipt is null)
                throw new ArgumentNullException(nameof(receipts));
            if (byId.ContainsKey(receipt.Id))
                throw Guards.Invalid(nameof(receipts), receipt.Id.ToString(), "must have each document and line once");

            byId[receipt.Id] = receipt;
        }

        return byId;
    }

    internal DealProgress Progress(Dictionary<LineId, CollectionLine> receipts)
    {
        var of = LineOf(Stage.Invoiced);
        var portions = new List<CollectedPortion>();
        var (done, whole) = (Collected(receipts, portions), of?.GrossAmount ?? _wholeWithTax);
        portions.Sort(CollectedPortion.InOrder);
        return WithSales().With(
            Stage.Collected,
            new StageProgress(
                Measure.Collections.Of(done), Measure.Collections.Of(whole), Open(ToPay(of, line => line.GrossAmount), whole, done),
                [.. portions]));
    }

    private Money Collected(Dictionary<LineId, CollectionLine> receipts, List<CollectedPortion> portions)
    {
        var orderLine = LineOf(Stage.Invoiced);
        var paid = PaidByDocument(receipts);
        var invoices = _lines.Values.Where(line => line.Stage == Stage.Invoiced).ToLookup(line => Root(line).Id.Document);
        var collected = 0m;
        if (paid.TryGetValue(_order, out var downPayment) && !invoices.Contains(_order))
        {
            collected = InTurn(
                downPayment,
                amount => orderLine is null ? amount : Part(amount, orderLine.GrossAmount.Amount, _wholeWithTax.Amount), portions);
        }

        foreach (var invoice in invoices.OrderBy(each => each.Key))
        {
            if (paid.TryGetValue(invoice.Key, out var amounts))
                collected += PartOfDeal(invoice, orderLine, amounts, portions);
        }

        return new Money(collected, _whole.Currency);
    }

    // Of an invoice for several orders, or lines of one, each has its part of what is paid, to the last digit of a quotient.
    private decimal PartOfDeal(
        IEnumerable<SalesLine> invoice, SalesLine? orderLine, List<CollectedPortion> paid, List<CollectedPortion> portions)
    {
        SalesLine[] all = [.. invoice];
        var ofDeal = Sum(
            all.Where(line => DealOf(Root(line)) == _order && (orderLine is null || OrderLineOf(line) == orderLine.Id)),
            line => line.GrossAmount).Amount;
        if (ofDeal <= 0m)
            return 0m;

        var total = Sum(all, line => line.GrossAmount).Amount;
        return InTurn(paid, amount => amount >= total ? ofDeal : amount <= 0m ? 0m : Part(amount, ofDeal, total), portions);
    }

    // What is for the deal of the running total; a portion is what it grows by, so that portions sum to it and the first are paid first.
    private static decimal InTurn(List<CollectedPortion> paid, Func<decimal, decimal> ofDeal, List<CollectedPortion> portions)
    {
        var (running, before) = (0m, 0m);
        foreach (var each in paid)
        {
            running += each.Amount;
            var toDate = ofDeal(running);
            if (toDate != before)
                portions.Add(each.Of(toDate - before));
            before = toDate;
        }

        return before;
    }

    private static decimal Part(decimal amount, decimal part, decimal whole) =>
        part == whole ? amount : amount == whole ? part : amount * part / whole;

    // What takes a receipt back lowers it where it stands.
    private Dictionary<DocumentId, List<CollectedPortion>> PaidByDocument(Dictionary<LineId, CollectionLine> receipts)
    {
        var paid = new Dictionary<DocumentId, List<CollectedPortion>>();
        foreach (var receipt in receipts.Values)
        {
            if (InvoiceOf(receipt, receipts) is not { } invoice || !Concerns(invoice))
                continue;
            if (receipt.Amount.Currency != _whole.Currency)
                throw new CurrencyMismatchException(_whole.Currency, receipt.Amount.Currency, nameof(receipts));

            if (!paid.TryGetValue(invoice, out var portions))
                paid.Add(invoice, portions = []);
            var root = Root(receipt, receipts);
            var at = portions.FindIndex(each => each.Receipt == root.Id);
            if (at < 0)
                portions.Add(new CollectedPortion(root.Id, root.Date, root.DueDate, receipt.Amount.Amount));
            else
                portions[at] = portions[at].Of(portions[at].Amount + receipt.Amount.Amount);
        }

        foreach (var portions in paid.Values)
            portions.Sort(CollectedPortion.InOrder);
        return paid;
    }

    private bool Concerns(DocumentId invoice) =>
        invoice == _order || Of(Stage.Invoiced).Any(line => Root(line).Id.Document == invoice);

    // What takes back a returned cheque leads to the same receipt.
    private static CollectionLine Root(CollectionLine receipt, Dictionary<LineId, CollectionLine> byId) =>
        Root(receipt, at => at.Original is { } id && byId.TryGetValue(id, out var next) ? next : null, byId.Count);

    // A returned cheque pays back what its receipt paid, whether it says so or not.
    internal static DocumentId? InvoiceOf(CollectionLine receipt, Dictionary<LineId, CollectionLine> byId)
    {
        var at = receipt;
        for (var steps = 0; steps <= byId.Count && at.Invoice is null; steps++)
        {
            if (at.Original is not { } id || !byId.TryGetValue(id, out var next))
                return null;

            at = next;
        }

        return at.Invoice;
    }
}
