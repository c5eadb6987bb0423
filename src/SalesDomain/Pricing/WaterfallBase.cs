namespace SalesDomain.Pricing;

/// <summary>What a percentage of the waterfall is a percentage of.</summary>
public enum WaterfallBase
{
    /// <summary>Quantity at list price, without tax.</summary>
    List,

    /// <summary>What is invoiced, without tax.</summary>
    InvoiceNet,

    /// <summary>What is invoiced, with tax: what a customer pays, or owes.</summary>
    InvoiceGross,
}
