namespace SalesDomain.Commissions;

/// <summary>To whom money that comes in is credited.</summary>
public enum ReceiptCrediting
{
    /// <summary>By what the receipt states, to whoever holds that on the day of the receipt: the successor collects.</summary>
    OfReceipt = 0,

    /// <summary>
    /// As the invoice it pays, to whoever is credited with the lines of it, in proportion to their amounts with tax: who has left is
    /// credited with what comes in later. The invoiced lines have to be given as well. Each line has a credit of its own, which keeps the
    /// line and what of the receipt is for it (<see cref="SalesCredit.InvoiceLine"/>, <see cref="SalesCredit.PartAmount"/>): whole minor
    /// units that total the receipt and run in totals over the receipts of the invoice by their days, so that a line is paid in full when
    /// the invoice is; what takes a receipt back takes back its parts.
    /// </summary>
    OfSale = 1,
}
