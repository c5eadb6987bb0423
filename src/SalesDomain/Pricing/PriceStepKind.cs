namespace SalesDomain.Pricing;

/// <summary>How the price of a level follows from that of the level before it.</summary>
public enum PriceStepKind
{
    /// <summary>It does not: the first level of a ladder, the maker's own price.</summary>
    First,

    /// <summary>By a margin on the level's own price (毛利率): price = cost ÷ (1 − margin).</summary>
    Margin,

    /// <summary>By a mark-up on its cost (加价率): price = cost × (1 + mark-up).</summary>
    Markup,

    /// <summary>By an amount a unit, without tax: price = cost + amount.</summary>
    Amount,
}
