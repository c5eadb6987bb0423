namespace SalesDomain.Quotas;

/// <summary>Which figure of an <see cref="Attainment"/> is meant.</summary>
public enum AttainmentFigure
{
    /// <summary>Attainment (达成率): actual ÷ quota of the whole period.</summary>
    Rate,

    /// <summary>Attainment to date (进度达成率): actual ÷ quota phased to the day.</summary>
    RateToDate,

    /// <summary>Gap to elapsed time (进度差): attainment less the share of time elapsed, in percentage points.</summary>
    PointsAheadOfTime,

    /// <summary>Actual less quota of the whole period.</summary>
    Gap,

    /// <summary>Actual less quota phased to the day.</summary>
    GapToDate,
}
