namespace SalesDomain.Quotas;

/// <summary>What becomes of what was sold beyond the quota in the periods gone by.</summary>
public enum SurplusRule
{
    /// <summary>The seller keeps it: the periods to come stay as they are.</summary>
    Kept,

    /// <summary>It lowers the periods to come in proportion to their parts, at most to zero.</summary>
    LowersTheRest,
}
