using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>The facts of one deal as of a day, from which how far it has come is told of the deal and of each line of its order.</summary>
internal sealed partial class DealFacts
{
    private readonly DocumentId _order;
    private readonly DealReader _reader;
    private readonly LocalDate _on;
    private readonly HashSet<LineId>? _without;
    private readonly StageLines[] _stages;
    private readonly Dictionary<LineId, SalesLine> _booked = [];
    private readonly Currency _currency = null!;
    private readonly decimal _whole;
    private readonly decimal _wholeWithTax;
    private DealProgress? _progress;

    /// <summary>The facts of a deal of which something of worth is ordered.</summary>
    internal DealFacts(DocumentId order, DealLine[] lines, DealReader reader, LocalDate on, HashSet<LineId>? without)
    {
        (_order, _reader, _on, _without) = (order, reader, on, without);
        _stages = new StageLines[(int)Stage.Collected + 1];
        for (var stage = 0; stage < _stages.Length; stage++)
            _stages[stage] = new StageLines(Array.FindAll(lines, line => line.Line.Stage == (Stage)stage), Sum);

        foreach (var line in Of(Stage.Ordered).All)
        {
            if (!line.IsBooked)
                continue;

            _currency ??= line.Line.Currency;
            _booked.Add(line.Line.Id, line.Line);
            _whole += InCurrency(line.Line).NetAmount.Amount;
            _wholeWithTax += line.Line.GrossAmount.Amount;
        }
    }

    /// <summary>Whether something of worth is ordered by lines of one deal.</summary>
    internal static bool IsBegun(IEnumerable<DealLine> lines) => lines.Any(line => line.IsBooked && !line.Line.NetAmount.IsZero);

    /// <summary>How far the deal has come, or a line of its order where that has a price.</summary>
    internal DealProgress Progress(LineId? orderLine) =>
        Priced(orderLine) is { } line ? ProgressOf(line) : _progress ??= ProgressOf(null);

    /// <summary>
    /// The lines that take back and that a stage goes by: what stands is ordered, which what came back and what was credited lower, and
    /// what there is to pay is invoiced. Of a line of the order, where what the stage goes by is of the line.
    /// </summary>
    internal IEnumerable<SalesLine> TakingBack(Stage stage, LineId? orderLine)
    {
        Stage[] own = stage == Stage.Collected ? [Stage.Ordered, Stage.Invoiced, stage]
            : stage == Stage.Ordered ? [stage] : [Stage.Ordered, stage];
        Stage[] beside = stage == Stage.Collected ? [Stage.Delivered]
            : stage == Stage.Ordered ? [Stage.Delivered, Stage.Invoiced] : [];
        var of = Priced(orderLine) is { } line && Array.TrueForAll(own, each => Of(each).IsNamed)
            && Array.TrueForAll(beside, each => Of(each).IsNamed || !Array.Exists(Of(each).All, any => any.TakesBack))
                ? line.Id : default(LineId?);
        return own.Concat(beside).OrderBy(each => each).SelectMany(each => Of(each).Of(of)).Where(each => each.TakesBack)
            .Select(each => each.Line);
    }

    private SalesLine? Priced(LineId? orderLine) =>
        orderLine is { } id && _booked.TryGetValue(id, out var line) && line.NetAmount.IsPositive && line.GrossAmount.IsPositive
            ? line : null;

    private DealProgress ProgressOf(SalesLine? line)
    {
        var progress = WithStage(DealProgress.Unstated, Stage.Ordered, line);
        progress = WithStage(WithStage(progress, Stage.Delivered, line), Stage.Invoiced, line);
        return _reader.HasReceipts ? WithMoney(progress, line) : WithStage(progress, Stage.Collected, line);
    }

    private DealProgress WithStage(DealProgress progress, Stage stage, SalesLine? line)
    {
        var of = LineOf(stage, line);
        var (sum, whole) = (Of(stage).SumOf(of?.Id), of?.NetAmount.Amount ?? _whole);
        var (done, open) = stage switch
        {
            // Nothing is still to be ordered.
            Stage.Ordered => (Stands(of), 0m),
            Stage.Collected => (sum.Net, Open(of, whole, sum.Net)),
            _ => (sum.Net, Math.Max(0m, Ordered(of) - sum.Reached)),
        };
        return progress.With(stage, In(Measure.Revenue, done), In(Measure.Revenue, whole), open);
    }

    private decimal Open(SalesLine? of, decimal whole, decimal paid) => Math.Max(0m, Math.Min(ToPay(of), whole) - paid);

    /// <summary>What is ordered, less what was cancelled.</summary>
    private decimal Ordered(SalesLine? of) => Of(Stage.Ordered).SumOf(of?.Id).Net;

    /// <summary>
    /// What is ordered, less what was cancelled, came back or was credited. Goods that come back are credited as well, so the larger of
    /// both counts.
    /// </summary>
    private decimal Stands(SalesLine? of) => Ordered(of) - Math.Max(Undone(Stage.Delivered, of), Undone(Stage.Invoiced, of));

    // Where the lines of a stage do not say which line of the order they are of, each has its part of what is undone of the deal.
    private decimal Undone(Stage stage, SalesLine? of)
    {
        var line = LineOf(stage, of);
        var undone = Of(stage).SumOf(line?.Id).Undone(Ordered(line));
        return ReferenceEquals(line, of) || undone == 0m ? undone
            : Ordered(null) is var ordered && ordered > 0m ? undone * Ordered(of) / ordered : 0m;
    }

    /// <summary>
    /// What there is to pay in all, without tax: what is invoiced, less what was credited, and what is still to be invoiced.
    /// </summary>
    private decimal ToPay(SalesLine? of) =>
        ReferenceEquals(LineOf(Stage.Invoiced, of), of) ? Math.Max(Stands(of), Of(Stage.Invoiced).SumOf(of?.Id).Net) : Stands(of);

    /// <summary>The line of the order, where all lines of the stage say which line of the order they are of.</summary>
    private SalesLine? LineOf(Stage stage, SalesLine? line) => line is not null && Of(stage).IsNamed ? line : null;

    private StageLines Of(Stage stage) => _stages[(int)stage];

    private StageSum Sum(IEnumerable<DealLine> lines)
    {
        var (reached, back) = (0m, 0m);
        foreach (var line in lines)
        {
            var net = InCurrency(line.Line).NetAmount.Amount;
            if (line.TakesBack || line.Line.Original is not null)
                back -= net;
            else
                reached += net;
        }

        return new StageSum(reached, back);
    }

    private Measured In(Measure measure, decimal amount) => measure.Of(new Money(amount, _currency));

    private SalesLine InCurrency(SalesLine line) =>
        line.Currency == _currency ? line : throw _reader.OtherCurrency(_currency, line.Currency, line.Id, isReceipt: false);
}
