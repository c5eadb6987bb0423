namespace SalesDomain.Quotas;

/// <summary>How several years of history become one season.</summary>
public enum SeasonPooling
{
    /// <summary>The sums of each period over all years: a year that sold more weighs more.</summary>
    Pooled,

    /// <summary>
    /// The average of the years' own shares: every year weighs alike, which keeps a growing business from looking like its last year.
    /// </summary>
    AverageOfShares,
}
