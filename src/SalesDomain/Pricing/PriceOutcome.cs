namespace SalesDomain.Pricing;

/// <summary>Where a price that was seen stands to a corridor.</summary>
public enum PriceOutcome
{
    /// <summary>No corridor can be asked about it; the reasons say why.</summary>
    NotJudged,

    /// <summary>Within the bounds; a bound itself is within.</summary>
    Within,

    /// <summary>Below the least.</summary>
    Below,

    /// <summary>Above the most.</summary>
    Above,
}
