namespace SalesDomain.Pricing;

/// <summary>Which discount of an <see cref="ExclusionGroup"/> is given, where several could be.</summary>
public enum ExclusionRule
{
    /// <summary>The one that takes off most: the best for the customer.</summary>
    Best,

    /// <summary>The one that takes off least: the least favourable for the customer.</summary>
    Least,

    /// <summary>The one with the lowest number, and no other.</summary>
    First,
}
