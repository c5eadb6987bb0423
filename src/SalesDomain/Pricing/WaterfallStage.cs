namespace SalesDomain.Pricing;

/// <summary>Where in the waterfall a deduction stands: on the invoice, or after it.</summary>
public enum WaterfallStage
{
    /// <summary>Between list price and invoice: the customer sees it on the invoice (discounts, special prices, free goods).</summary>
    OnInvoice,

    /// <summary>Between invoice and pocket: rebates, cash discounts, freight, promotion, the cost of credit.</summary>
    OffInvoice,
}
