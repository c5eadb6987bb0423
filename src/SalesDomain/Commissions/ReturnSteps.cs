namespace SalesDomain.Commissions;

/// <summary>How a line that takes back a sale comes to what it counts for: from what the sale counted.</summary>
internal struct ReturnSteps
{
    internal SaleSteps Sale;

    /// <summary>The sale at the price left after a credit for money alone; not used for goods.</summary>
    internal SaleSteps Left;

    internal decimal Exact;

    internal decimal Counted;
}
