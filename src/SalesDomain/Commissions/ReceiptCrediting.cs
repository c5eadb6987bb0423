namespace SalesDomain.Commissions;

/// <summary>To whom money that comes in is credited.</summary>
public enum ReceiptCrediting
{
    /// <summary>By what the receipt states, to whoever holds that on the day of the receipt: the successor collects.</summary>
    OfReceipt = 0,

    /// <summary>
    /// As the invoice it pays, to whoever is credited with the lines of it, in proportion to their amounts with tax: who has left is
    /// credited with what comes in later. The invoiced lines have to be given as well.
    /// </summary>
    OfSale = 1,
}
