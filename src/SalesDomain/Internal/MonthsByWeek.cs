using NodaTime;

namespace SalesDomain.Internal;

/// <summary>Months of four and five whole weeks, in years of 52 and 53.</summary>
internal sealed class MonthsByWeek : FiscalMonths
{
    private const int DaysOf52Weeks = 52 * 7;

    // In a year of 52 weeks: how many come before each month, and the month of each.
    private readonly int[] _weeksBefore = new int[MonthsOfYear + 1];
    private readonly int[] _monthOfWeek = new int[52];

    // An end may be this many days after the end of its calendar month.
    private readonly int _daysAfter;

    internal MonthsByWeek(
        WeekPattern pattern, IsoDayOfWeek lastDay, int endMonth, YearEndRule rule, FiscalYearName name, int extraWeekMonth)
        : base((endMonth % MonthsOfYear) + 1, name)
    {
        (Pattern, LastDay, EndMonth, Rule, ExtraWeekMonth) = (pattern, lastDay, endMonth, rule, extraWeekMonth);
        _daysAfter = rule == YearEndRule.NearestWeekday ? 3 : 0;
        for (var month = 0; month < MonthsOfYear; month++)
        {
            var weeks = month % 3 == LongMonth(pattern) ? 5 : 4;
            _weeksBefore[month + 1] = _weeksBefore[month] + weeks;
            for (var week = _weeksBefore[month]; week < _weeksBefore[month + 1]; week++)
                _monthOfWeek[week] = month;
        }
    }

    internal WeekPattern Pattern { get; }

    internal IsoDayOfWeek LastDay { get; }

    internal int EndMonth { get; }

    internal YearEndRule Rule { get; }

    internal int ExtraWeekMonth { get; }

    internal override bool AreOfWeeks => true;

    internal override bool HasCalendarYears => false;

    internal override int First(int month)
    {
        var year = YearOf(month);
        var inYear = month - (year * MonthsOfYear);
        var weeks = _weeksBefore[inYear];
        return FirstOfWeeks(year) + (7 * (inYear >= ExtraWeekMonth && WeeksOf(year) == 53 ? weeks + 1 : weeks));
    }

    internal override int IndexOf(LocalDate date)
    {
        // A year ends within a week of the end of its last month, so the month by name decides all but those days.
        var year = YearOf(FromCalendar((date.Year * MonthsOfYear) + date.Month - 1));
        var inYear = DayNumber.Of(date) - FirstOfWeeks(year);
        if (inYear < 0)
            inYear += 7 * WeeksOf(--year);
        else if (inYear >= DaysOf52Weeks && inYear >= 7 * WeeksOf(year))
            inYear -= 7 * WeeksOf(year++);

        var week = inYear / 7;
        if (week >= _weeksBefore[ExtraWeekMonth] && WeeksOf(year) == 53)
            week--;

        return (year * MonthsOfYear) + _monthOfWeek[week];
    }

    // The day after the year before has ended.
    internal override int FirstOfWeeks(int year)
    {
        var latestEnd = DayNumber.FirstOfMonth(ToCalendar(year * MonthsOfYear)) - 1 + _daysAfter;
        return latestEnd - DayNumber.Since(LastDay, latestEnd) + 1;
    }

    public override string ToString() =>
        FiscalText.Pattern(Pattern)
        + " " + (Rule == YearEndRule.LastWeekday ? FiscalText.Last : FiscalText.Nearest) + " " + FiscalText.Weekday(LastDay)
        + " " + FiscalText.EndMonth + InvariantText.Number(EndMonth) + TextOfName
        + (ExtraWeekMonth == MonthsOfYear ? "" : " " + FiscalText.ExtraWeek + InvariantText.Number(ExtraWeekMonth));

    private static int LongMonth(WeekPattern pattern) =>
        pattern switch { WeekPattern.FiveFourFour => 0, WeekPattern.FourFiveFour => 1, _ => 2 };
}
