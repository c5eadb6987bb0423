namespace SalesDomain;

/// <summary>
/// Whether an amount has the tax in it (含税) or not (不含税). What is no money has no tax basis, and a <see cref="Measure"/> says so by null.
/// </summary>
public enum TaxBasis
{
    /// <summary>Without tax: sales, quotas, margin, commission. What no tax is charged on (wages, interest) is without tax too.</summary>
    WithoutTax,

    /// <summary>With tax: invoices, receivables, credit limits, collections.</summary>
    WithTax,
}
