using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>Explains what concerns more than one line: a step reached together, and how a discount over several lines is spread.</summary>
internal static class OrderExplanation
{
    /// <summary>What a discount over several lines takes off one of them.</summary>
    internal static Explanation Share(DiscountedDocument document, OrderSteps order, int part, Money amount) =>
        Node(
            "share of " + order.Turn.Discount.Name, amount,
            Operation.Share(Apportionment.InUnitsOf(document.Run.Unit), part, DiscountRun.Bounds(order)),
            [
                Granted(document, order),
                .. order.Lines.Select((line, k) => order.Deal is not null ? DealExplanation.Weight(document, order, k)
                    : Fact("left of " + document.NameOf(line), document.In(order.Weights[k]))),
            ]);

    /// <summary>What it takes off all of its lines.</summary>
    internal static Explanation Granted(DiscountedDocument document, OrderSteps order) =>
        Node(
            order.Turn.Discount.Name, document.In(order.Granted), Operation.Min,
            [
                Asked(document, order),
                .. order.Budgets.Select(limit => Budget(document, limit)),
                Node(
                    "room above the floors", document.In(order.Room), Operation.Sum,
                    [.. order.Lines.Select((line, k) => Room(document, order, line, k))]),
            ]);

    /// <summary>The step that is reached by what counts for a line, or for the order at index 0.</summary>
    internal static Explanation Rate(
        DiscountedDocument document, DiscountTurn turn, Percentage rate, int index, Figure level, CountedOnce counted) =>
        Node(
            "rate", rate,
            turn.Discount.QuantitySteps is { } byQuantity ? Operation.LookUp(byQuantity) : Operation.LookUp(turn.Discount.AmountSteps!),
            counted.Explain(document, turn, index, level));

    /// <summary>The cap of a unit on a line, in whole units of the rounding.</summary>
    internal static Explanation UnitCap(DiscountedDocument document, Discount discount, Money room, Money cap, Explanation units) =>
        Node(
            "cap of a unit, in whole units", room, Operation.Round(DiscountRun.Cut(document.Run.Unit)),
            Node(
                "cap of a unit × units", cap, Operation.Product, Constant("cap of a unit", discount.Budget!.PerUnit!.Value),
                units));

    /// <summary>How many full ones count, where it is given for every full one.</summary>
    internal static Explanation Times(DiscountedDocument document, OrderSteps order)
    {
        var discount = order.Turn.Discount;
        var every = discount.EveryAmount ?? (Figure?)discount.EveryQuantity ?? Figure.Absent;
        return Node(
            "full times", order.Times, Operation.Round(Rounding.ToDigits(0, RoundingMode.Down)),
            Node("counted ÷ full", order.Portion, Operation.Ratio, OfAll(document, order), Constant("every full", every)));
    }

    /// <summary>What it asks for, before floors, caps and budgets.</summary>
    internal static Explanation Asked(DiscountedDocument document, OrderSteps order) =>
        Node(
            "discount before the floors", document.In(order.Asked), Operation.Round(document.Schedule.Rounding),
            order.Deal is null ? Exact(document, order) : DealExplanation.Exact(document, order));

    private static Explanation Exact(DiscountedDocument document, OrderSteps order)
    {
        var discount = order.Turn.Discount;
        var exact = document.In(order.Exact);
        if (discount.OffByAmount is { } byAmount)
            return Node("amount off", exact, Operation.LookUp(byAmount), OfAll(document, order));
        if (discount.OffByQuantity is { } byQuantity)
            return Node("amount off", exact, Operation.LookUp(byQuantity), OfAll(document, order));
        if (discount.EveryAmount is not null || discount.EveryQuantity is not null)
        {
            return Node(
                "amount × times", exact, Operation.Product, Constant("amount", discount.Amount!.Value), Times(document, order));
        }

        if (discount.Amount is { } amount)
            return Constant("amount", amount);

        var @base = Sum(
            discount.Base + " of the lines", document.In(order.Base),
            order.Lines.Select((line, k) => Fact(document.NameOf(line), document.In(order.Bases[k]))));
        return order.Graduated is { } graduated
            ? GraduatedExplanation.OfBase(document, order.Turn, graduated, exact, document.In(order.Product), @base, OfAll(document, order))
            : Node(
                "base × rate", exact, Operation.Product, @base,
                discount.Rate is { } rate ? Constant("rate", rate)
                    : Rate(document, order.Turn, Percentage.FromFraction(order.Rate), 0, document.LevelOf(order.Turn, order.Counted),
                        new CountedOnce()));
    }

    private static Explanation OfAll(DiscountedDocument document, OrderSteps order) =>
        new CountedOnce().Explain(document, order.Turn, 0, document.LevelOf(order.Turn, order.Counted));

    private static Explanation Budget(DiscountedDocument document, BudgetSteps limit)
    {
        var most = Constant("budget " + limit.Name, document.In(limit.Limit));
        return Node(
            "left of the budget " + limit.Name, document.In(limit.Left), Operation.Round(DiscountRun.Cut(document.Run.Unit)),
            limit.Before is not { } before ? most
                : Node(
                    "left, at least nothing", document.In(limit.Exact), Operation.Max,
                    Node(
                        "budget − granted before", document.In(limit.Open), Operation.Difference, most,
                        Fact("granted before", document.In(before))),
                    Constant("nothing", document.In(0m))));
    }

    private static Explanation Room(DiscountedDocument document, OrderSteps order, int line, int part)
    {
        var name = document.NameOf(line);
        var left = Fact("left of " + name, document.In(order.Lefts[part]));
        var above = document.Lines[line].LeastAmount == 0m ? left
            : Node(
                "left above the floor", document.In(order.AboveFloor[part]), Operation.Difference, left,
                document.Lines[line].ExplainFloor());
        var top = order.Tops[part] == order.AboveFloor[part] ? above
            : Node("room of " + name, document.In(order.Tops[part]), Operation.Max, above, Constant("nothing", document.In(0m)));
        if (order.Deal is null && order.UnitRooms is null)
            return top;

        var rooms = new List<Explanation> { top };
        if (order.PieceRooms is { } pieces)
        {
            rooms.Add(Node(
                "what its pieces cost, in whole units", document.In(pieces[part]), Operation.Round(DiscountRun.Grid(document.Run.Unit)),
                DealExplanation.Weight(document, order, part)));
        }

        if (order.UnitRooms is { } units)
        {
            rooms.Add(UnitCap(
                document, order.Turn.Discount, document.In(units[part]), document.In(order.UnitCaps![part]),
                Units(document, order, line, part)));
        }

        return Node("what may be taken off " + name, document.In(order.Rooms[part]), Operation.Min, [.. rooms]);
    }

    /// <summary>What a cap of a unit is for: the line, or the pieces of a deal, in its unit.</summary>
    private static Explanation Units(DiscountedDocument document, OrderSteps order, int line, int part)
    {
        var (priced, cap) = (document.Document.Lines[line], order.Turn.Discount.Budget!.Unit!);
        var unit = order.Turn.Discount.Deal?.Unit ?? priced.Quantity.Unit;
        return unit == cap || order.CappedUnits![part] == 0m ? Fact("units", order.CappedUnits![part])
            : Node(
                "units in " + cap, new Quantity(order.ConvertedUnits![part], cap), Operation.Convert(priced.Units!, cap),
                Fact("units", new Quantity(order.CappedUnits![part], unit)));
    }

    internal static Explanation Sum(string name, Figure value, IEnumerable<Explanation> parts)
    {
        Explanation[] all = [.. parts];
        return all.Length == 0 ? Constant(name, value) : Node(name, value, Operation.Sum, all);
    }
}
