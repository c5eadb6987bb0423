using NodaTime;

namespace SalesDomain.Internal;

/// <summary>Months that close on the same day of each calendar month, with weeks that run across them.</summary>
internal sealed class MonthsByDate(
    int startMonth, FiscalYearName name, int? closingDay, IsoDayOfWeek firstDayOfWeek, int minDaysInFirstWeek)
    : FiscalMonths(startMonth, name)
{
    internal const int MostDays = 31;

    internal int? ClosingDay { get; } = closingDay;

    internal IsoDayOfWeek FirstDayOfWeek { get; } = firstDayOfWeek;

    internal int MinDaysInFirstWeek { get; } = minDaysInFirstWeek;

    internal override bool AreOfWeeks => false;

    internal override bool AreTheCalendars => StartMonth == 1 && ClosingDay is null;

    // A month that closes on the 25th begins 25 days into the calendar month before; without closing day it begins where its calendar
    // month does.
    internal override int First(int month) =>
        ClosingDay is { } day ? DayNumber.FirstOfMonth(ToCalendar(month) - 1) + day : DayNumber.FirstOfMonth(ToCalendar(month));

    internal override int IndexOf(LocalDate date)
    {
        var calendarMonth = (date.Year * MonthsOfYear) + date.Month - 1;
        return FromCalendar(date.Day > (ClosingDay ?? MostDays) ? calendarMonth + 1 : calendarMonth);
    }

    // Week 1 is the first with enough days in the year: the one that the fourth day is in, when four are enough.
    internal override int FirstOfWeeks(int year)
    {
        var decides = First(year * MonthsOfYear) + MinDaysInFirstWeek - 1;
        return decides - DayNumber.Since(FirstDayOfWeek, decides);
    }

    public override string ToString() =>
        (StartMonth == 1 ? FiscalText.CalendarYear : FiscalText.FromMonth + InvariantText.Number(StartMonth) + TextOfName)
        + (ClosingDay is { } day ? " " + FiscalText.Closing + InvariantText.Number(day) : "")
        + (FirstDayOfWeek == IsoDayOfWeek.Monday && MinDaysInFirstWeek == FiscalText.IsoDaysInFirstWeek ? ""
            : " " + FiscalText.Weeks + FiscalText.Weekday(FirstDayOfWeek) + "/" + InvariantText.Number(MinDaysInFirstWeek));
}
