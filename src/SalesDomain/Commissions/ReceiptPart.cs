namespace SalesDomain.Commissions;

/// <summary>What of a receipt is for one invoiced line.</summary>
internal sealed record ReceiptPart
{
    internal ReceiptPart(SalesLine line, Money amount) => (Line, Amount) = (line, amount);

    internal SalesLine Line { get; }

    internal Money Amount { get; }
}
