namespace SalesDomain;

/// <summary>On which day a year of whole weeks ends: on one weekday, near the end of one month.</summary>
/// <remarks>
/// Both give years of 52 or 53 weeks. <see cref="LastWeekday"/> never ends after the month, <see cref="NearestWeekday"/> up to three days
/// after it.
/// </remarks>
public enum YearEndRule
{
    /// <summary>The last such weekday in the month: the last Saturday of September.</summary>
    LastWeekday,

    /// <summary>The one nearest to the last day of the month, before it or after: the Saturday nearest to 31 January.</summary>
    NearestWeekday,
}
