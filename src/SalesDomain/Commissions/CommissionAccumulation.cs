namespace SalesDomain.Commissions;

/// <summary>Over what the level that sets a rate is summed.</summary>
public enum CommissionAccumulation
{
    /// <summary>Over the measurement period to date: the order and the size of the deals do not matter.</summary>
    Cumulative = 0,

    /// <summary>Over each deal by itself.</summary>
    PerDeal = 1,
}
