using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The pieces of one line in the deals of a discount: how many, how many are given, and what is taken off them.</summary>
/// <remarks>Part of a <see cref="DiscountTotal"/>; equality is by reference.</remarks>
public sealed class DealtLine
{
    internal DealtLine(DiscountedDocument document, OrderSteps order, int part)
    {
        Number = document.Document.Lines[order.Lines[part]].Number;
        Unit = order.Turn.Discount.Deal!.Unit;
        Pieces = order.Deal!.Pieces[part];
        Given = order.Deal.Given[part];
        Value = document.In(order.Deal.Values[part]);
        Amount = document.In(order.Shares[part]);
    }

    /// <summary>The number of the line.</summary>
    public int Number { get; }

    /// <summary>In what pieces are counted: the unit of the deal, which may be another than that of the line.</summary>
    public UnitOfMeasure Unit { get; }

    /// <summary>How many of its pieces are in deals.</summary>
    public decimal Pieces { get; }

    /// <summary>How many of them the benefit is for: the free ones, or all.</summary>
    public decimal Given { get; }

    /// <summary>What the pieces cost before, not rounded.</summary>
    public Money Value { get; }

    /// <summary>What is taken off the line.</summary>
    public Money Amount { get; }

    /// <summary>Line, pieces and amount: <c>line 2: 3 pieces, 1 given, CNY 10.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "line " + InvariantText.Number(Number) + ": " + InvariantText.Number(Pieces) + Counted() + ", "
        + InvariantText.Number(Given) + " given, " + Amount;

    private string Counted() => Unit != UnitOfMeasure.Piece ? " " + Unit : Pieces == 1m ? " piece" : " pieces";
}
