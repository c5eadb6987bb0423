namespace SalesDomain;

/// <summary>How many days a year has when interest by the year is charged by the day.</summary>
public enum DayCountBasis
{
    /// <summary>Actual days of a year of 360: bank loans and bills in China, and money markets elsewhere.</summary>
    Actual360,

    /// <summary>Actual days of a year of 365, leap years included.</summary>
    Actual365,

    /// <summary>Actual days of actual years: of 366 for the days that lie in a leap year, of 365 for the others.</summary>
    ActualActual,
}
