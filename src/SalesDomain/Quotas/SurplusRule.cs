namespace SalesDomain.Quotas;

/// <summary>What becomes of what was sold beyond the quota in the periods gone by.</summary>
public enum SurplusRule
{
    /// <summary>
    /// The periods to come stay as they are, and the surplus is set off against what is missed in them: who is a million ahead in June may
    /// miss a million in July.
    /// </summary>
    SetOffLater,

    /// <summary>
    /// The seller keeps it: the periods to come stay as they are, and what is missed in them is missed, however much was ahead before.
    /// </summary>
    Kept,

    /// <summary>It lowers the periods to come in proportion to their parts, at most to zero; what is beyond is set off later.</summary>
    LowersTheRest,
}
