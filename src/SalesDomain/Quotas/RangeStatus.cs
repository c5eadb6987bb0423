namespace SalesDomain.Quotas;

/// <summary>Where an actual share stands to the bounds of its target.</summary>
public enum RangeStatus
{
    /// <summary>There is no share: the total is zero or less, or a fact of it is of unknown value.</summary>
    Unknown,

    /// <summary>Less than the lower bound.</summary>
    Below,

    /// <summary>Between the bounds, or on one of them.</summary>
    Within,

    /// <summary>More than the upper bound.</summary>
    Above,
}
