namespace SalesDomain.Pricing;

/// <summary>What a <see cref="Deal"/> gives.</summary>
public enum DealBenefit
{
    /// <summary>All its pieces together cost a fixed amount.</summary>
    Price,

    /// <summary>A percentage off the pieces that are given.</summary>
    Percent,

    /// <summary>An amount off all its pieces together.</summary>
    Amount,
}
