namespace SalesDomain.Pricing;

/// <summary>What an indicator of diversion looks at.</summary>
public enum DiversionIndicatorKind
{
    /// <summary>More was sold to the dealer than its area sells on.</summary>
    SellThrough,

    /// <summary>The stock counted is not what comes and goes leave.</summary>
    StockGap,
}
