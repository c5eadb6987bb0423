using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What came in for a deal, by the invoices its lines are on.</summary>
internal sealed partial class DealFacts
{
    // What is paid for, with what it comes to without tax: of the deal, and of each line of its order.
    private List<(PaidDocument Paid, decimal Net)>? _paid;
    private Dictionary<LineId, List<(PaidDocument Paid, decimal Net)>>? _paidOfLines;
    private PaidDocument? _downPayment;

    private DealProgress WithMoney(DealProgress progress, SalesLine? line)
    {
        var of = LineOf(Stage.Invoiced, line);
        var portions = new List<CollectedPortion>();
        var (done, whole) = (Collected(of, portions), of?.NetAmount.Amount ?? _whole);
        portions.Sort(CollectedPortion.InOrder);
        return progress.With(
            Stage.Collected,
            new StageProgress(In(Measure.Revenue, done), In(Measure.Revenue, whole), Open(of, whole, done), [.. portions]));
    }

    private decimal Collected(SalesLine? of, List<CollectedPortion> portions)
    {
        if (_paid is null)
            ReadPaid();

        // A down payment is of the order as it was booked, with the tax that this states.
        var collected = _downPayment is null || _wholeWithTax <= 0m ? 0m
            : InTurn(_downPayment.Portions, amount => Part(amount, of?.NetAmount.Amount ?? _whole, _wholeWithTax), portions);

        // Of an invoice for several orders, or lines of one, each has its part of what is paid, to the last digit of a quotient.
        foreach (var (paid, net) in of is null ? _paid! : _paidOfLines!.TryGetValue(of.Id, out var ofLine) ? ofLine : [])
        {
            if (net > 0m)
            {
                collected += InTurn(
                    paid.Portions, amount => amount >= paid.Total ? net : amount <= 0m ? 0m : Part(amount, net, paid.Total), portions);
            }
        }

        return collected;
    }

    private void ReadPaid()
    {
        (_paid, _paidOfLines) = ([], []);
        var invoices = Of(Stage.Invoiced).All.ToLookup(line => line.Document);
        if (!invoices.Contains(_order) && _reader.DownPayment(_order, _on, _without) is { } downPayment)
            _downPayment = InCurrency(downPayment);

        foreach (var invoice in invoices.OrderBy(each => each.Key))
        {
            if (_reader.Paid(invoice.Key, _on, _without) is not { } found)
                continue;

            var paid = InCurrency(found);
            _paid.Add((paid, invoice.Sum(line => InCurrency(line.Line).NetAmount.Amount)));
            foreach (var line in invoice.Where(each => each.OrderLine is not null).GroupBy(each => each.OrderLine!.Value))
            {
                if (!_paidOfLines.TryGetValue(line.Key, out var ofLine))
                    _paidOfLines.Add(line.Key, ofLine = []);
                ofLine.Add((paid, line.Sum(each => each.Line.NetAmount.Amount)));
            }
        }
    }

    private PaidDocument InCurrency(PaidDocument paid)
    {
        foreach (var line in paid.Lines)
            InCurrency(line);

        foreach (var receipt in paid.Receipts)
        {
            if (receipt.Amount.Currency != _currency)
                throw _reader.OtherCurrency(_currency, receipt.Amount.Currency, receipt.Id, isReceipt: true);
        }

        return paid;
    }

    // What is for the deal of the running total; a portion is what it grows by, so that portions sum to it and the first are paid first.
    private static decimal InTurn(CollectedPortion[] paid, Func<decimal, decimal> ofDeal, List<CollectedPortion> portions)
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
}
