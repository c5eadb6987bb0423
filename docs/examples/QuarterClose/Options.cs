using QuarterClose.Rules;

namespace QuarterClose;

/// <summary>
/// What the user asked for: the quarter 1998-Q1, its prices, the year 1997, the commissions of it or of one of its runs, or its rebates;
/// and how much of it.
/// </summary>
public sealed record Options(
    bool IsYear, string? Commissions, bool IsPrices, bool IsRebates, string? Explain, Detail Detail, bool Json, string DataFolder);
