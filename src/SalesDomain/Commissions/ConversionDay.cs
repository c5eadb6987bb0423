namespace SalesDomain.Commissions;

/// <summary>The day whose exchange rate converts what a run adds to an earning into the currency of the account.</summary>
public enum ConversionDay
{
    /// <summary>The last day of the payout period.</summary>
    EndOfPayoutPeriod = 0,

    /// <summary>
    /// The day of the credited line; where lines are not kept apart the last day of the payout period, or that of the measurement period
    /// where it is earlier.
    /// </summary>
    DayOfCredit = 1,

    /// <summary>The day on which the run is recorded.</summary>
    RecordedDay = 2,
}
