namespace SalesDomain;

/// <summary>Which calendar year a fiscal year is named after, when it lies in two.</summary>
public enum FiscalYearName
{
    /// <summary>
    /// The calendar year of its first month: April 2024 to March 2025 is 2024, as in Japan; February 2024 to January 2025 is 2024, as in
    /// American retail.
    /// </summary>
    ByStart,

    /// <summary>
    /// The calendar year of its last month: April 2024 to March 2025 is 2025, as in India; October 2024 to September 2025 is 2025, as in
    /// the United States government.
    /// </summary>
    ByEnd,
}
