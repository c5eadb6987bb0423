using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The facts of one deal, found among others by what they name.</summary>
internal sealed partial class DealFacts
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

    internal DealProgress Progress() => WithStage(WithSales(), Stage.Collected);

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

    // What takes back a return leads to the same sale.
    private SalesLine Root(SalesLine line) =>
        Root(line, at => at.Original is { } id && _lines.TryGetValue((at.Stage, id), out var next) ? next : null, _lines.Count);

    // Facts that name each other in a circle take nothing back.
    private static TFact Root<TFact>(TFact fact, Func<TFact, TFact?> original, int most)
        where TFact : class
    {
        var at = fact;
        for (var steps = 0; original(at) is { } next; steps++)
        {
            if (steps > most)
                return fact;

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
}
