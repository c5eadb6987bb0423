using System;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>Months that close on the same day of each calendar month, with weeks that run across them.</summary>
internal sealed class MonthsByDate(
    int startMonth, FiscalYearName name, int? closingDay, bool keepsYear, IsoDayOfWeek firstDayOfWeek, int minDaysInFirstWeek)
    : FiscalMonths(startMonth, name)
{
    internal const int MostDays = 31;

    internal int? ClosingDay { get; } = closingDay;

    /// <summary>Whether the first month begins and the last ends with its calendar month, whatever the closing day.</summary>
    internal bool KeepsYear { get; } = keepsYear && closingDay is not null;

    internal IsoDayOfWeek FirstDayOfWeek { get; } = firstDayOfWeek;

    internal int MinDaysInFirstWeek { get; } = minDaysInFirstWeek;

    internal override bool AreOfWeeks => false;

    internal override bool HasCalendarYears => StartMonth == 1 && (ClosingDay is null || KeepsYear);

    // A month that closes on the 25th begins 25 days into the calendar month before; without closing day it begins where its calendar
    // month does.
    internal override int First(int month) =>
        ClosingDay is { } day && !(KeepsYear && IsFirst(month))
            ? DayNumber.FirstOfMonth(ToCalendar(month) - 1) + day : DayNumber.FirstOfMonth(ToCalendar(month));

    internal override int IndexOf(LocalDate date)
    {
        var calendarMonth = (date.Year * MonthsOfYear) + date.Month - 1;
        var month = FromCalendar(calendarMonth);
        return date.Day > (ClosingDay ?? MostDays) && !(KeepsYear && IsFirst(month + 1)) ? month + 1 : month;
    }

    // The first month of a year that keeps its start ends on the closing day already. One too short for three ten-day periods leaves a day
    // to each that would have none.
    protected override int DaysBefore(int month, int tenDays) =>
        KeepsYear && IsFirst(month) ? Math.Min(10 * tenDays, ClosingDay!.Value - 3 + tenDays) : 10 * tenDays;

    // Week 1 is the first with enough days in the year: the one that the fourth day is in, when four are enough.
    internal override int FirstOfWeeks(int year)
    {
        var decides = First(year * MonthsOfYear) + MinDaysInFirstWeek - 1;
        return decides - DayNumber.Since(FirstDayOfWeek, decides);
    }

    public override string ToString() =>
        (StartMonth == 1 ? FiscalText.CalendarYear : FiscalText.FromMonth + InvariantText.Number(StartMonth) + TextOfName)
        + (ClosingDay is { } day ? " " + FiscalText.Closing + InvariantText.Number(day) : "")
        + (KeepsYear ? " " + FiscalText.KeepsYear : "")
        + (FirstDayOfWeek == IsoDayOfWeek.Monday && MinDaysInFirstWeek == FiscalText.IsoDaysInFirstWeek ? ""
            : " " + FiscalText.Weeks + FiscalText.Weekday(FirstDayOfWeek) + "/" + InvariantText.Number(MinDaysInFirstWeek));

    private static bool IsFirst(int month) => month == YearOf(month) * MonthsOfYear;
}
