namespace SalesDomain.Rebates;

/// <summary>What a step of a rebate gives.</summary>
public enum RebateBenefitKind
{
    /// <summary>A percentage of an amount of money.</summary>
    Percent,

    /// <summary>An amount for each unit of a quantity.</summary>
    PerUnit,

    /// <summary>An amount for each full portion of a quantity: 50 for every 100.</summary>
    PerPortion,

    /// <summary>One amount, whatever is sold beyond the step.</summary>
    LumpSum,

    /// <summary>Goods (货返), with what they are worth.</summary>
    Goods,

    /// <summary>Goods for each full portion of a quantity: 2 for every 100.</summary>
    GoodsPerPortion,

    /// <summary>Equipment: a freezer, a display, a van, with what it is worth.</summary>
    Equipment,
}
