using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>Explains what graduated steps take off: each part at its own step.</summary>
internal static class GraduatedExplanation
{
    /// <summary>What a percentage of a base comes to: base × Σ part × rate ÷ what counts.</summary>
    internal static Explanation OfBase(
        DiscountedDocument document, DiscountTurn turn, GraduatedLevel level, Money exact, Money product, Explanation @base,
        Explanation counted)
    {
        var sum = Parts(document, turn, level);
        if (turn.Discount.AmountSteps is null)
        {
            return Node(
                "base × graduated ÷ counted", exact, Operation.Ratio,
                Node("base × graduated", product, Operation.Product, @base, sum), counted);
        }

        var one = Constant("one", document.In(1m));
        return Node(
            "base × graduated ÷ counted", exact, Operation.Ratio,
            Node(
                "base × graduated", product, Operation.Product, @base,
                Node("graduated, as a number", level.Sum, Operation.Ratio, sum, one)),
            Node("counted, as a number", level.Level, Operation.Ratio, counted, one));
    }

    /// <summary>What an amount of a unit comes to: Σ part × amount, of which a line has the part of its quantity.</summary>
    internal static Explanation OfUnits(
        DiscountedDocument document, DiscountTurn turn, GraduatedLevel level, Money exact, Money product, Explanation quantity,
        Explanation counted) =>
        Node(
            "graduated × quantity ÷ counted", exact, Operation.Ratio,
            Node("graduated × quantity", product, Operation.Product, Parts(document, turn, level), quantity), counted);

    private static Explanation Parts(DiscountedDocument document, DiscountTurn turn, GraduatedLevel level) =>
        Node(
            "graduated", Result(document, turn, level.Sum), Operation.Sum,
            [.. level.Parts.Select(part => Part(document, turn, part))]);

    private static Explanation Part(DiscountedDocument document, DiscountTurn turn, GraduatedPart part)
    {
        var lower = document.LevelOf(turn, part.Lower);
        return Node(
            "part above " + lower, Result(document, turn, part.Result), Operation.Product,
            turn.Discount.OffByQuantity is null ? Constant("rate", Percentage.FromFraction(part.Value))
                : Constant("amount of a unit", document.In(part.Value)),
            Node(
                "in the step", document.LevelOf(turn, part.Width), Operation.Difference,
                Fact("up to", document.LevelOf(turn, part.Upper)), Constant("from", lower)));
    }

    private static Figure Result(DiscountedDocument document, DiscountTurn turn, decimal result) =>
        turn.Discount.OffByQuantity is null ? document.LevelOf(turn, result) : document.In(result);
}
