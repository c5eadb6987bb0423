namespace SalesDomain.Pricing;

/// <summary>What is added up before a quantity or an amount chooses the step of a discount.</summary>
/// <remarks>
/// Only lines in the scope of the discount count, free goods never. What is sold and what comes back are counted apart, each without its
/// sign, so that a return reaches the step that the same goods would reach as a sale.
/// </remarks>
public enum BreakBasis
{
    /// <summary>The product over all lines of the document; a line that states no product counts by itself. The default.</summary>
    Product,

    /// <summary>Each line by itself.</summary>
    Line,

    /// <summary>All lines in the scope together, whatever the product: mix and match (组合数量).</summary>
    MixGroup,
}
