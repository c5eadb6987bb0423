namespace SalesDomain.Rebates;

/// <summary>How what is accrued is estimated while a period runs.</summary>
public enum RebateEstimateMethod
{
    /// <summary>What is earned by the sales to date, as if the period ended today.</summary>
    CurrentTier,

    /// <summary>By how the period is expected to end: the most likely amount (IFRS 15, paragraph 53 b).</summary>
    Forecast,

    /// <summary>By all ways in which it may end, each by its probability: the expected value (IFRS 15, paragraph 53 a).</summary>
    ExpectedValue,
}
