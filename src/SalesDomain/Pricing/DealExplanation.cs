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
            return Node(
                "given × rate", exact, Operation.Product,
                Node(
                    "what the pieces given cost", document.In(pieces.GivenValue), Operation.Sum,
                    [.. order.Lines.Select((_, k) => Value(document, order, k, isGiven: true))]),
                Constant("rate", definition.Rate!.Value));
        }

        var isPrice = definition.Benefit == DealBenefit.Price;
        var stated = Node(
            isPrice ? "price × deals" : "amount × deals", document.In(pieces.Fixed), Operation.Product,
            Constant(isPrice ? "price of a deal" : "amount off a deal", definition.Amount!.Value), Times(pieces, definition));
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

    private static Explanation Value(DiscountedDocument document, OrderSteps order, int part, bool isGiven)
    {
        var deal = order.Deal!;
        var name = document.NameOf(order.Lines[part]);
        var (count, product, value) = isGiven ? (deal.Given[part], deal.GivenProducts[part], deal.GivenValues[part])
            : (deal.Pieces[part], deal.Products[part], deal.Values[part]);
        var left = Fact("left of " + name, document.In(order.Lefts[part]));
        var open = deal.Dealt[part] == 0m ? left
            : Node(
                "left of pieces in no other deal", document.In(deal.OpenAmounts[part]), Operation.Difference, left,
                Fact("left of pieces in other deals", document.In(deal.Dealt[part])));
        return Node(
            InvariantText.Number(count) + " of " + name, document.In(value), Operation.Ratio,
            Node("left × pieces", document.In(product), Operation.Product, open, Fact("pieces", count)),
            Fact("pieces there are", deal.OpenPieces[part]));
    }

    private static Explanation Times(DealSteps deal, Deal definition)
    {
        var limits = new List<Explanation>();
        for (var p = 0; p < deal.Whole.Length; p++)
        {
            limits.Add(Node(
                "whole deals of " + definition.Parts[p], deal.Whole[p], Operation.Round(Rounding.ToDigits(0, RoundingMode.Down)),
                Node(
                    "pieces ÷ pieces of a deal", deal.Portions[p], Operation.Ratio, Fact("pieces there are", deal.Available[p]),
                    Constant("pieces of a deal", deal.PerDeal[p]))));
        }

        if (definition.MostTimes is { } most)
            limits.Add(Constant("most", (decimal)most));
        if (deal.Paying is { } paying)
            limits.Add(Fact("deals that cost more than the price", paying));
        return Node("deals", deal.Times, Operation.Min, [.. limits]);
    }
}
