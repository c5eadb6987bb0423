namespace SalesDomain.Pricing;

/// <summary>What a <see cref="Discount"/> takes off, and of what.</summary>
public enum DiscountKind
{
    /// <summary>A percentage of the base, line by line.</summary>
    Percent,

    /// <summary>An amount for each unit of the line.</summary>
    PerUnit,

    /// <summary>Whatever leads to a fixed unit price: the price is set anew.</summary>
    FixedPrice,

    /// <summary>A percentage of the lines in scope together, spread over them.</summary>
    PercentOfOrder,

    /// <summary>An amount off the lines in scope together, spread over them.</summary>
    AmountOfOrder,

    /// <summary>A deal over pieces of several lines; its place is among the discounts of lines.</summary>
    Deal,
}
