namespace SalesDomain.Quotas;

/// <summary>The figures of a pace that explain themselves.</summary>
public enum PaceFigure
{
    /// <summary>What each day left must bring.</summary>
    NeededPerDay,

    /// <summary>What even selling would have brought by now.</summary>
    EvenQuotaToDate,

    /// <summary>Where the period ends at the rate so far.</summary>
    RunRateProjection,

    /// <summary>Where the period ends if the rest of the season goes as this part has gone.</summary>
    SeasonalProjection,
}
