using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The facts of one deal, found among others by what they name.</summary>
internal sealed class DealFacts
{
    private readonly DocumentId _order;
    private readonly Dictionary<(Stage Stage, LineId Id), SalesLine> _lines = [];
    private readonly Money _whole;
    private readonly Money _wholeWithTax;

    // The line of the order that is asked for, by itself; null where the whole deal is.
    private readonly SalesLine? _of;

    // The lines of the deal, and of the line that is asked for, by stage: asked for many times, and found once.
    private readonly SalesLine[]?[] _ofStage = new SalesLine[]?[(int)Stage.Collected + 1];
    private readonly SalesLine[]?[] _ofLine = new SalesLine[]?[(int)Stage.Collected + 1];

    /// <summary>The facts of all deals, of none in particular.</summary>
    internal DealFacts(IEnumerable<SalesLine> lines)
    {
        foreach (var line in lines)
        {
            if (line is null)
                throw new ArgumentNullException(nameof(lines));
            if (_lines.ContainsKey((line.Stage, line.Id)))
                throw Guards.Invalid(nameof(lines), line.Id.ToString(), "must have each document and line of a stage once");

            _lines[(line.Stage, line.Id)] = line;
        }
    }

    /// <summary>The facts of a deal, of one line of its order where that has a price.</summary>
    internal DealFacts(DocumentId order, IEnumerable<SalesLine> lines, LineId? of = null)
        : this(lines)
    {
        _order = order;
        _of = of is { } id && _lines.TryGetValue((Stage.Ordered, id), out var line) && IsBooked(line) && line.NetAmount.IsPositive
            && line.GrossAmount.IsPositive ? line : null;
        SalesLine[] booked = [.. Of(Stage.Ordered).Where(IsBooked)];
        if (booked.Length == 0)
            throw Guards.Invalid(nameof(order), order.ToString(), "must be the document of an ordered line");

        _whole = Sum(booked, line => line.NetAmount);
        _wholeWithTax = Sum(booked, line => line.GrossAmount);
        if (_whole.IsZero)
            throw Guards.Invalid(nameof(order), order.ToString(), "must be of something that has a price");
    }

    /// <summary>Each line with the sale it goes back to.</summary>
    internal IEnumerable<(SalesLine Line, SalesLine Root)> Rooted => _lines.Values.Select(line => (line, Root(line)));

    /// <summary>Whether something of worth is ordered by lines of one deal.</summary>
    internal static bool IsBegun(IEnumerable<SalesLine> lines) => lines.Any(line => IsBooked(line) && !line.NetAmount.IsZero);

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

    internal DealProgress Progress() => WithStage(WithSales(), Stage.Collected);

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

    private static bool IsBooked(SalesLine line) => line.Stage == Stage.Ordered && line.Original is null && !TakesBack(line);

    /// <summary>
    /// The lines that take back and that a stage goes by: what stands is ordered, and what there is to pay is invoiced. Of the line that is
    /// asked for, where the stage is of the line.
    /// </summary>
    internal IEnumerable<SalesLine> TakingBack(Stage stage, bool byDeal)
    {
        HashSet<Stage> stages = stage == Stage.Collected ? [Stage.Ordered, Stage.Invoiced, stage] : [Stage.Ordered, stage];
        var of = byDeal || stages.Any(each => LineOf(each) is null) ? null : _of;
        return stages.SelectMany(each => Of(each, of)).Where(TakesBack);
    }

    private static bool TakesBack(SalesLine line) => line.IsReturn || line.NetAmount.IsNegative;

    private DealProgress WithSales() =>
        WithStage(WithStage(WithStage(DealProgress.Unstated, Stage.Ordered), Stage.Delivered), Stage.Invoiced);

    private DealProgress WithStage(DealProgress progress, Stage stage)
    {
        var of = LineOf(stage);
        var (done, whole) = (Sum(Of(stage, of), line => line.NetAmount), of?.NetAmount ?? _whole);
        var open = stage == Stage.Collected ? Open(ToPay(of, line => line.NetAmount), whole, done)
            : Math.Max(0m, (Stands(of, line => line.NetAmount) - Reached(stage, of, line => line.NetAmount)).Amount);
        return progress.With(stage, Measure.Revenue.Of(done), Measure.Revenue.Of(whole), open);
    }

    private static decimal Open(Money toPay, Money whole, Money paid) =>
        Math.Max(0m, Math.Min(toPay.Amount, whole.Amount) - paid.Amount);

    /// <summary>What is ordered, less what was cancelled.</summary>
    private Money Stands(SalesLine? of, Func<SalesLine, Money> amount) => Sum(Of(Stage.Ordered, of), amount);

    /// <summary>What has come to a stage, whether it came back or not.</summary>
    private Money Reached(Stage stage, SalesLine? of, Func<SalesLine, Money> amount) =>
        Sum(Of(stage, of).Where(line => !TakesBack(line)), amount);

    /// <summary>What there is to pay in all: what is invoiced, less what was credited, and what is still to be invoiced.</summary>
    private Money ToPay(SalesLine? of, Func<SalesLine, Money> amount)
    {
        if (LineOf(Stage.Invoiced) != of)
            return Stands(of, amount);

        // Whether all is invoiced is asked without tax, of which an invoice can have a cent more or less than the order.
        var invoiced = Sum(Of(Stage.Invoiced, of), amount);
        return Stands(of, line => line.NetAmount).Amount > Reached(Stage.Invoiced, of, line => line.NetAmount).Amount
            ? invoiced + Stands(of, amount) - Reached(Stage.Invoiced, of, amount) : invoiced;
    }

    private SalesLine[] Of(Stage stage) =>
        _ofStage[(int)stage] ??= [.. _lines.Values.Where(line => line.Stage == stage && DealOf(Root(line)) == _order)];

    private SalesLine[] Of(Stage stage, SalesLine? orderLine) =>
        orderLine is null ? Of(stage)
            : _ofLine[(int)stage] ??= Array.FindAll(Of(stage), line => OrderLineOf(line) == orderLine.Id);

    /// <summary>The line of the order that is asked for, where all lines of the stage say which line of the order they are of.</summary>
    private SalesLine? LineOf(Stage stage) =>
        _of is not null && Array.TrueForAll(Of(stage), line => OrderLineOf(line) is not null) ? _of : null;

    private LineId? OrderLineOf(SalesLine line)
    {
        var root = Root(line);
        return root.Stage == Stage.Ordered ? IsBooked(root) ? root.Id : null
            : root.OrderLine is { } id && _lines.TryGetValue((Stage.Ordered, id), out var order) && IsBooked(order) ? id : null;
    }

    private static DocumentId DealOf(SalesLine line) => SalesCredit.DealOf(line);

    // What takes back a return leads to the same sale. Lines that name each other in a circle take nothing back.
    private SalesLine Root(SalesLine line)
    {
        var at = line;
        for (var steps = 0; at.Original is { } id && _lines.TryGetValue((at.Stage, id), out var next); steps++)
        {
            if (steps > _lines.Count)
                return line;

            at = next;
        }

        return at;
    }

    private Money Sum(IEnumerable<SalesLine> lines, Func<SalesLine, Money> amount)
    {
        var sum = default(Money?);
        foreach (var line in lines)
        {
            var next = amount(line);
            if (_whole != default && next.Currency != _whole.Currency)
                throw new CurrencyMismatchException(_whole.Currency, next.Currency, nameof(lines));

            sum = sum is { } before ? before + next : next;
        }

        return sum ?? Money.Zero(_whole.Currency);
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

    // What takes back a returned cheque leads to the same receipt. Receipts that name each other in a circle take nothing back.
    private static CollectionLine Root(CollectionLine receipt, Dictionary<LineId, CollectionLine> byId)
    {
        var at = receipt;
        for (var steps = 0; at.Original is { } id && byId.TryGetValue(id, out var next); steps++)
        {
            if (steps > byId.Count)
                return receipt;

            at = next;
        }

        return at;
    }

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
