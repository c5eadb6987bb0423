using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// Where the months of a fiscal calendar begin; every other period follows from it. A month is given by its index, 12 × fiscal year +
/// number − 1, and a day
/// by its <see cref="DayNumber"/>.
/// </summary>
internal abstract class FiscalMonths
{
    protected const int MonthsOfYear = 12;

    // From January of the calendar year that names a fiscal year to the first month of it.
    private readonly int _monthsToStart;

    protected FiscalMonths(int startMonth, FiscalYearName name)
    {
        // A year that begins in January lies in one calendar year, and both names are the same.
        Name = startMonth == 1 ? FiscalYearName.ByStart : name;
        StartMonth = startMonth;
        _monthsToStart = startMonth - 1 - (Name == FiscalYearName.ByEnd ? MonthsOfYear : 0);
    }

    /// <summary>The calendar month, 1 to 12, that the first fiscal month is in name.</summary>
    internal int StartMonth { get; }

    internal FiscalYearName Name { get; }

    /// <summary>Whether months consist of whole weeks.</summary>
    internal abstract bool AreOfWeeks { get; }

    /// <summary>Whether a fiscal year is a calendar year.</summary>
    internal abstract bool HasCalendarYears { get; }

    /// <summary>The first day of a month.</summary>
    internal abstract int First(int month);

    /// <summary>The month that a day is in.</summary>
    internal abstract int IndexOf(LocalDate date);

    /// <summary>The first day of week 1 of a year.</summary>
    internal abstract int FirstOfWeeks(int year);

    internal int WeeksOf(int year) => (FirstOfWeeks(year + 1) - FirstOfWeeks(year)) / 7;

    /// <summary>The first day of a ten-day period, 0 to 2 in its month.</summary>
    internal int FirstOfTenDays(int month, int tenDays) => First(month) + DaysBefore(month, tenDays);

    /// <summary>The ten-day period, 0 to 2, that a day of a month is in.</summary>
    internal int TenDaysOf(int month, int day)
    {
        var days = day - First(month);
        return days >= DaysBefore(month, 2) ? 2 : days >= DaysBefore(month, 1) ? 1 : 0;
    }

    internal static int YearOf(int month) => month >= 0 ? month / MonthsOfYear : ((month + 1) / MonthsOfYear) - 1;

    /// <summary>A month by name, in months since January of year 0, to the fiscal month of that name.</summary>
    protected int FromCalendar(int month) => month - _monthsToStart;

    protected int ToCalendar(int month) => month + _monthsToStart;

    /// <summary>How many days of the month come before a ten-day period of it.</summary>
    protected virtual int DaysBefore(int month, int tenDays) => 10 * tenDays;

    protected string TextOfName =>
        StartMonth == 1 ? "" : Name == FiscalYearName.ByStart ? " " + FiscalText.ByStart : " " + FiscalText.ByEnd;
}
