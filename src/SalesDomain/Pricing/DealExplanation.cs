using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>Explains what a deal asks for, and what the pieces in it cost.</summary>
internal static class DealExplanation
{
    /// <summary>What a deal asks for, before it is rounded.</summary>
    internal static Explanation Exact(DiscountedDocument document, OrderSteps order)
    {
        var (pieces, definition) = (order.Deal!, order.Turn.Discount.Deal!);
        var exact = document.In(order.Exact);
        if (definition.Benefit == DealBenefit.Percent)
        {
            var given = Enumerable.Range(0, order.Lines.Length).Where(k => pieces.Given[k] > 0m).ToArray();
            return Node(
                "rate of what the pieces given cost", exact, Operation.Sum,
                [.. given.Select(k => Rated(document, order, k, k == given[given.Length - 1] ? Last(document, order, given) : null))]);
        }

        var isPrice = definition.Benefit == DealBenefit.Price;
        var stated = Node(
            isPrice ? "price × deals" : "amount × deals", document.In(pieces.Fixed), Operation.Product,
            Constant(isPrice ? "price of a deal" : "amount off a deal", definition.Amount!.Value), Times(document, order));
        return !isPrice ? stated
            : Node(
                "down to the price", exact, Operation.Difference,
                Node(
                    "what the pieces cost", document.In(pieces.Value), Operation.Sum,
                    [.. order.Lines.Select((_, k) => Value(document, order, k, isGiven: false))]),
                stated);
    }

    /// <summary>By what a line takes its share: what its pieces cost, all of them or those that are given.</summary>
    internal static Explanation Weight(DiscountedDocument document, OrderSteps order, int part) =>
        Value(document, order, part, !order.Turn.Discount.Deal!.IsSpread);

    /// <summary>How often the deal is given: in each group of pieces as often as they allow.</summary>
    internal static Explanation Times(DiscountedDocument document, OrderSteps order)
    {
        var (deal, definition) = (order.Deal!, order.Turn.Discount.Deal!);
        if (order.Turn.Discount.Counts == BreakBasis.MixGroup)
            return OfGroup(document, deal.Groups[0], definition, "deals", deal.Times);

        return Node(
            "deals", deal.Times, Operation.Sum,
            [
                .. deal.Groups.Select(
                    group => OfGroup(document, group, definition, "deals among " + document.NameOf(group.Line), group.Times)),
            ]);
    }

    private static Explanation Value(DiscountedDocument document, OrderSteps order, int part, bool isGiven)
    {
        var deal = order.Deal!;
        var name = document.NameOf(order.Lines[part]);
        var (count, product, value) = isGiven ? (deal.Given[part], deal.GivenProducts[part], deal.GivenValues[part])
            : (deal.Pieces[part], deal.Products[part], deal.Values[part]);
        return Node(
            InvariantText.Number(count) + " of " + name, document.In(value), Operation.Ratio,
            Node("left × pieces", document.In(product), Operation.Product, Open(document, order, part), Fact("pieces", count)),
            There(document, order, part));
    }

    /// <summary>The rate of what the pieces given of a line cost: multiplied first and divided last.</summary>
    private static Explanation Rated(DiscountedDocument document, OrderSteps order, int part, Explanation? given)
    {
        var deal = order.Deal!;
        var name = document.NameOf(order.Lines[part]);
        return Node(
            "rate of " + InvariantText.Number(deal.Given[part]) + " of " + name, document.In(deal.RatedValues[part]), Operation.Ratio,
            Node(
                "left × pieces × rate", document.In(deal.RatedProducts[part]), Operation.Product, Open(document, order, part),
                given ?? Fact("pieces given", deal.Given[part]), Constant("rate", order.Turn.Discount.Deal!.Rate!.Value)),
            There(document, order, part));
    }

    /// <summary>How many pieces there are of a line in no other deal, in the unit of the deal.</summary>
    private static Explanation There(DiscountedDocument document, OrderSteps order, int part)
    {
        var (deal, unit, line) = (order.Deal!, order.Turn.Discount.Deal!.Unit, order.Lines[part]);
        return document.Document.Lines[line].Quantity.Unit == unit ? Fact("pieces there are", deal.OpenPieces[part])
            : There(document, line, new Quantity(deal.OpenPieces[part], unit), new Quantity(deal.Taken[part], unit));
    }

    private static Explanation There(DiscountedDocument document, int line, Quantity there, Quantity taken)
    {
        var quantity = document.Document.Lines[line].ExplainQuantityIn(there.Unit);
        return taken.IsZero ? quantity
            : Node("pieces there are", there, Operation.Difference, quantity, Fact("pieces in other deals", taken));
    }

    /// <summary>The pieces given of the last line: those of all deals, less those of the lines before it.</summary>
    private static Explanation Last(DiscountedDocument document, OrderSteps order, int[] given)
    {
        var deal = order.Deal!;
        var all = Node(
            "pieces given", deal.GivenPieces, Operation.Product, Times(document, order), Constant("given of each deal", deal.GivenOfEach));
        return given.Length == 1 ? all
            : Node(
                "pieces given of the last", deal.Given[given[given.Length - 1]], Operation.Difference,
                [all, .. given.Take(given.Length - 1).Select(k => Fact("of " + document.NameOf(order.Lines[k]), deal.Given[k]))]);
    }

    private static Explanation Open(DiscountedDocument document, OrderSteps order, int part)
    {
        var deal = order.Deal!;
        var left = Fact("left of " + document.NameOf(order.Lines[part]), document.In(order.Lefts[part]));
        return deal.Dealt[part] == 0m ? left
            : Node(
                "left of pieces in no other deal", document.In(deal.OpenAmounts[part]), Operation.Difference, left,
                Fact("left of pieces in other deals", document.In(deal.Dealt[part])));
    }

    private static Explanation OfGroup(DiscountedDocument document, DealGroup group, Deal definition, string name, decimal times)
    {
        var limits = new List<Explanation>();
        for (var p = 0; p < group.Whole.Length; p++)
        {
            limits.Add(Node(
                "whole deals of " + definition.Parts[p], group.Whole[p], Operation.Round(Rounding.ToDigits(0, RoundingMode.Down)),
                Node(
                    "pieces ÷ pieces of a deal", group.Portions[p], Operation.Ratio,
                    OfPart(document, group.Parts[p], definition.Unit, group.Available[p]))));
        }

        if (group.Left is { } left)
        {
            var most = Constant("most", (decimal)definition.MostTimes!.Value);
            limits.Add(group.Before == 0m ? most
                : Node("left of the most", left, Operation.Difference, most, Fact("deals before", group.Before)));
        }

        if (group.Paying is { } paying)
            limits.Add(Fact("deals that cost more than the price", paying));
        return Node(name, times, Operation.Min, [.. limits]);
    }

    /// <summary>
    /// The pieces there are for a part, and those of one deal; of lines in other units, how they are counted in that of the deal.
    /// </summary>
    private static Explanation[] OfPart(DiscountedDocument document, PiecesOfPart part, UnitOfMeasure unit, decimal available)
    {
        const string There = "pieces there are";
        const string PerDeal = "pieces of a deal";
        if (part.Pieces.TrueForAll(piece => document.Document.Lines[piece.Line].Quantity.Unit == unit))
            return [Fact(There, available), Constant(PerDeal, part.PerDeal)];

        return
        [
            Node(
                There, new Quantity(available, unit), Operation.Sum,
                [.. part.Pieces.OrderBy(piece => piece.Line).Select(piece => Whole(document, piece, unit))]),
            Constant(PerDeal, new Quantity(part.PerDeal, unit)),
        ];
    }

    private static Explanation Whole(DiscountedDocument document, Piece piece, UnitOfMeasure unit)
    {
        var (name, whole) = ("whole pieces of " + document.NameOf(piece.Line), new Quantity(piece.Count, unit));
        return document.Document.Lines[piece.Line].Quantity.Unit == unit ? Fact(name, whole)
            : Node(
                name, whole, Operation.Round(Rounding.ToDigits(0, RoundingMode.Down)),
                There(document, piece.Line, new Quantity(piece.Open.Amount, unit), new Quantity(piece.Taken, unit)));
    }
}
