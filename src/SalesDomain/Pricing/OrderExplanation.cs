using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>Explains what concerns more than one line: a step reached together, and how a discount of the order is spread.</summary>
internal static class OrderExplanation
{
    /// <summary>What a discount of the order takes off one of its lines.</summary>
    internal static Explanation Share(DiscountedDocument document, OrderSteps order, int part, Money amount) =>
        Node(
            "share of " + order.Turn.Discount.Name, amount,
            Operation.Share(Apportionment.InUnitsOf(document.Run.Unit), part, DiscountRun.Bounds(order)),
            [
                Granted(document, order),
                .. order.Lines.Select((line, k) => Fact("left of " + document.NameOf(line), document.In(order.Weights[k]))),
            ]);

    /// <summary>What a discount of the order takes off all of its lines.</summary>
    internal static Explanation Granted(DiscountedDocument document, OrderSteps order) =>
        Node(
            order.Turn.Discount.Name, document.In(order.Granted), Operation.Min, Asked(document, order),
            Node(
                "room above the floors", document.In(order.Room), Operation.Sum,
                [.. order.Lines.Select((line, k) => Room(document, order, line, k))]));

    /// <summary>The step that is reached by what counts for a line, or for the order at index 0.</summary>
    internal static Explanation Rate(
        DiscountedDocument document, DiscountTurn turn, Percentage rate, int index, Figure level)
    {
        var counted = Enumerable.Range(0, document.Lines.Count).Where(other => document.Run.CountsTogether(turn, index, other));
        return turn.Discount.QuantitySteps is { } byQuantity
            ? Node(
                "rate", rate, Operation.LookUp(byQuantity),
                Sum("quantity counted", level, counted.Select(other => Fact(document.NameOf(other), document.QuantityOf(other)))))
            : Node(
                "rate", rate, Operation.LookUp(turn.Discount.AmountSteps!),
                Sum(
                    "amount counted", level,
                    counted.Select(other => Fact(document.NameOf(other), document.In(turn.AmountsOfLines![other])))));
    }

    private static Explanation Asked(DiscountedDocument document, OrderSteps order)
    {
        var discount = order.Turn.Discount;
        return Node(
            "asked", document.In(order.Asked), Operation.Round(document.Schedule.Rounding),
            discount.Amount is { } amount ? Constant("amount", amount)
                : Node(
                    "base × rate", document.In(order.Exact), Operation.Product,
                    Sum(
                        discount.Base + " of the lines", document.In(order.Base),
                        order.Lines.Select((line, k) => Fact(document.NameOf(line), document.In(order.Bases[k])))),
                    discount.Rate is { } rate ? Constant("rate", rate)
                        : Rate(document, order.Turn, Percentage.FromFraction(order.Rate), 0,
                            document.LevelOf(order.Turn, order.Counted))));
    }

    private static Explanation Room(DiscountedDocument document, OrderSteps order, int line, int part) =>
        Node(
            "room of " + document.NameOf(line), document.In(order.Rooms[part]), Operation.Max,
            Node(
                "left above the floor", document.In(order.AboveFloor[part]), Operation.Difference,
                Fact("left of " + document.NameOf(line), document.In(order.Weights[part])), document.Lines[line].ExplainFloor()),
            Constant("nothing", document.In(0m)));

    private static Explanation Sum(string name, Figure value, IEnumerable<Explanation> parts)
    {
        Explanation[] all = [.. parts];
        return all.Length == 0 ? Constant(name, value) : Node(name, value, Operation.Sum, all);
    }
}
