namespace SalesDomain.Rebates;

/// <summary>What accrued to date is brought to.</summary>
internal enum AccrualTarget
{
    /// <summary>To an estimate.</summary>
    Estimate,

    /// <summary>To what is earned, the period being over.</summary>
    Earned,

    /// <summary>To what is earned, where it is less.</summary>
    AtLeastEarned,
}
