namespace SalesDomain.Commissions;

/// <summary>What of a receipt is for one invoiced line.</summary>
internal sealed record ReceiptPart(SalesLine Line, Money Amount);
