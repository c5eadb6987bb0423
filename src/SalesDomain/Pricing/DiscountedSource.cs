using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A line after its discounts as a schedule looks at it: each discount is a deduction on the invoice, under its name.</summary>
/// <remarks>
/// Of a document with tax in, what is left of the line is brought to without tax before the first discount and after each: what lies
/// between two such amounts is the discount, so that the parts add up to the cent whatever was rounded, and the last one is the net.
/// </remarks>
internal sealed class DiscountedSource : WaterfallSource
{
    internal const string FreeGoods = "free goods";
    internal const string NegotiatedPrice = "negotiated price";

    private const int NegotiatedPlace = 0;

    private readonly DiscountedLine _line;
    private readonly LineTax? _split;
    private readonly WaterfallCost _cost;

    // What is left at list, at the negotiated price where there is one, and after each discount; empty where prices are without tax.
    private readonly LineTax[] _left;

    internal DiscountedSource(WaterfallSchedule schedule, DiscountedLine line, LineTax? split, in WaterfallCost cost)
        : base(schedule)
    {
        (_line, _split, _cost) = (line, split, cost);
        _left = line.Owner.Document.TaxBasis == TaxBasis.WithTax ? Left(line, split!) : [];
        List = _left.Length == 0 ? line.ListAmount : _left[0].Net;
        Net = _left.Length == 0 ? line.Net : split!.Net;
    }

    internal override Money List { get; }

    internal override Money Net { get; }

    internal override Money? Gross => _split?.Gross;

    internal override Money? Cost => _cost.Amount;

    internal override Quantity Quantity => _line.Line.Quantity;

    internal override (string Name, Figure Value) Line => NameOf(_line);

    internal static (string Name, Figure Value) NameOf(DiscountedLine line) => ("line", (decimal)line.Line.Number);

    /// <summary>What stands between list amount and net; a discount that takes nothing off stands nowhere.</summary>
    internal List<WaterfallDeduction> OnInvoice()
    {
        var deductions = new List<WaterfallDeduction>();
        if (_line.Line.IsFree)
            Add(FreeGoods, List - Net, FreeGoodsPlace);
        if (IsNegotiated)
            Add(NegotiatedPrice, _left.Length == 0 ? _line.Negotiated : _left[0].Net - _left[1].Net, NegotiatedPlace);

        for (var i = 0; i < _line.Steps.Count; i++)
        {
            var staged = _line.Steps[i].Turn.Staged;
            Add(
                staged.Discount.Name,
                _left.Length == 0 ? _line.Owner.In(_line.Steps[i].Granted) : _left[Before(i)].Net - _left[After(i)].Net,
                PlaceOf(staged));
        }

        return deductions;

        void Add(string name, Money amount, int place)
        {
            if (!amount.IsZero)
                deductions.Add(WaterfallDeduction.Of(this, name, WaterfallStage.OnInvoice, amount, place));
        }
    }

    internal override bool Converts(UnitOfMeasure unit) => _line.Line.Converts(unit);

    internal override Money At(Money perUnit, UnitOfMeasure unit) => _line.Line.AtPrice(perUnit, unit);

    internal override Explanation ExplainQuantity(UnitOfMeasure unit) => _line.Line.ExplainQuantityIn(unit);

    internal override Explanation ExplainList() =>
        Node(
            "list", List, Operation.Sum,
            _left.Length == 0 ? _line.ExplainList() : _left[0].ExplainNet(_line.ExplainList(), ExplainRate()));

    internal override Explanation ExplainCost() => _cost.Explain();

    internal override Explanation ExplainOnInvoice(WaterfallDeduction deduction)
    {
        if (deduction.Place == FreeGoodsPlace)
            return Node(deduction.Name, deduction.Amount, Operation.Sum, ExplainList());

        if (deduction.Place == NegotiatedPlace)
            return Explain(deduction, _left.FirstOrDefault(), _left.ElementAtOrDefault(1), _line.ExplainNegotiated());

        var i = StepAt(deduction.Place);
        var given = _line.Deductions[i];
        return Explain(
            deduction, _left.ElementAtOrDefault(Before(i)), _left.ElementAtOrDefault(After(i)),
            given.IsShare ? Fact("share of " + deduction.Name, given.Amount) : given.Explain());
    }

    private Explanation Explain(WaterfallDeduction deduction, LineTax? left, LineTax? leftAfter, Explanation own)
    {
        if (left is null || leftAfter is null)
            return Node(deduction.Name, deduction.Amount, Operation.Sum, own);

        var before = Fact("left with tax", left.Amount);
        return Node(
            deduction.Name, deduction.Amount, Operation.Difference, left.ExplainNet(before, ExplainRate()),
            leftAfter.ExplainNet(
                Node("left with tax after it", leftAfter.Amount, Operation.Difference, before, own), ExplainRate()));
    }

    private static LineTax[] Left(DiscountedLine line, LineTax split)
    {
        if (line.Line.IsFree)
            return [LineTax.Of(split.Basis, line.ListAmount, split.Rate, split.Rounding), split];

        var left = new List<LineTax>(line.Steps.Count + 2);
        var running = line.ListAmount;
        if (line.Line.NegotiatedPrice is not null)
        {
            Add();
            running -= line.Negotiated;
        }

        for (var i = 0; i < line.Steps.Count; i++)
        {
            Add();
            running -= line.Owner.In(line.Steps[i].Granted);
        }

        left.Add(split);
        return [.. left];

        void Add() => left.Add(LineTax.Of(split.Basis, running, split.Rate, split.Rounding));
    }

    // Behind all discounts: those that are given lines have none.
    private int FreeGoodsPlace => _line.Owner.Schedule.Plan.Discounts.Length + 1;

    private bool IsNegotiated => _line.Line.NegotiatedPrice is not null;

    private Explanation ExplainRate() => Fact("tax rate", _split!.Rate);

    private int StepAt(int place)
    {
        var i = 0;
        while (PlaceOf(_line.Steps[i].Turn.Staged) != place)
            i++;

        return i;
    }

    // Behind the negotiated price, in their order.
    private static int PlaceOf(StagedDiscount staged) => staged.Index + 1;

    // Where that stands which is left before a discount.
    private int Before(int step) => IsNegotiated ? step + 1 : step;

    private int After(int step) => Before(step) + 1;
}
