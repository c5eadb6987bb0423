namespace SalesDomain;

/// <summary>
/// Which of a sale's dates and amounts a <see cref="SalesLine"/> states: one sale passes several stages, and every rule names the one it
/// counts.
/// </summary>
public enum Stage
{
    /// <summary>The order was accepted; the date is the order date.</summary>
    Ordered,

    /// <summary>The goods left (发货); the date is that of the goods issue.</summary>
    Delivered,

    /// <summary>The invoice was issued; the date is the invoice date.</summary>
    Invoiced,

    /// <summary>
    /// The money for the line came in; the date is the receipt date. For systems that know it line by line; where receipts are known as
    /// such, the fact is a <see cref="CollectionLine"/>, and a rule uses one or the other.
    /// </summary>
    Collected,
}
