namespace SalesDomain;

/// <summary>On which day a fiscal year ends when its months close on a day of the calendar month.</summary>
public enum YearClosing
{
    /// <summary>
    /// On the closing day, as every month does: with months that close on the 25th, 2026 is 26 December 2025 to 25 December 2026.
    /// </summary>
    OnClosingDay,

    /// <summary>
    /// At the end of its last calendar month, whatever the closing day: 2026 is 1 January to 31 December, as the accounting law of China
    /// has it (会计法, article 11); January is 1 to 25 January and December 26 November to 31 December.
    /// </summary>
    AtMonthEnd,
}
