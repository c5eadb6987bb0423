using System;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class NamesOfYears
{
    [Theory]
    [InlineData("2024-03-31", 2023, 2024)]
    [InlineData("2024-04-01", 2024, 2025)]
    [InlineData("2024-12-31", 2024, 2025)]
    [InlineData("2025-01-01", 2024, 2025)]
    [InlineData("2025-03-31", 2024, 2025)]
    [InlineData("2025-04-01", 2025, 2026)]
    public void A_year_from_April_is_named_by_its_start_in_Japan_and_by_its_end_in_India(string day, int japan, int india)
    {
        var date = DateSpan.Parse(day + "/" + day).Start!.Value;

        Assert.Equal(japan, FiscalCalendar.StartingIn(4, FiscalYearName.ByStart).PeriodOf(date, FiscalPeriodKind.Year).Year);
        Assert.Equal(india, FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).PeriodOf(date, FiscalPeriodKind.Year).Year);
    }

    [Fact]
    public void A_year_of_weeks_is_named_by_the_month_it_ends_in_by_rule_not_by_the_days_it_reaches_beyond()
    {
        // It ends on 3 January 2016, and is 2015 by either name.
        foreach (var name in new[] { FiscalYearName.ByStart, FiscalYearName.ByEnd })
        {
            var calendar = FiscalCalendar.OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Sunday, 12, YearEndRule.NearestWeekday, name);
            Assert.Equal(2015, calendar.PeriodOf(new LocalDate(2016, 1, 3), FiscalPeriodKind.Year).Year);
            Assert.Equal(2016, calendar.PeriodOf(new LocalDate(2016, 1, 4), FiscalPeriodKind.Year).Year);
        }

        var byEnd = FiscalCalendar.OfWeeks(
            WeekPattern.FourFiveFour, IsoDayOfWeek.Saturday, 1, YearEndRule.NearestWeekday, FiscalYearName.ByEnd);
        Assert.Equal(2024, byEnd.PeriodOf(new LocalDate(2024, 2, 3), FiscalPeriodKind.Year).Year);
        Assert.Equal(2023, FiscalCalendar.Nrf.PeriodOf(new LocalDate(2024, 2, 3), FiscalPeriodKind.Year).Year);
    }

    [Theory]
    [InlineData("2025-12-25", "FY2025-M12")]
    [InlineData("2025-12-26", "FY2026-M01")]
    [InlineData("2026-01-25", "FY2026-M01")]
    [InlineData("2026-01-26", "FY2026-M02")]
    [InlineData("2026-02-25", "FY2026-M02")]
    [InlineData("2026-02-26", "FY2026-M03")]
    [InlineData("2026-02-28", "FY2026-M03")]
    [InlineData("2026-12-25", "FY2026-M12")]
    public void Months_that_close_on_the_25th_are_named_by_the_month_they_close_in(string day, string label) =>
        Assert.Equal(label, MonthOf(FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay), day));

    [Theory]
    [InlineData("2023-02-28", "FY2023-M02")]
    [InlineData("2023-03-01", "FY2023-M03")]
    [InlineData("2024-02-28", "FY2024-M02")]
    [InlineData("2024-02-29", "FY2024-M03")]
    [InlineData("2024-03-28", "FY2024-M03")]
    [InlineData("2024-03-29", "FY2024-M04")]
    [InlineData("2023-12-28", "FY2023-M12")]
    [InlineData("2023-12-29", "FY2024-M01")]
    public void Closing_on_the_28th_February_closes_a_day_before_its_end_in_leap_years(string day, string label) =>
        Assert.Equal(label, MonthOf(FiscalCalendar.CalendarYear.WithClosingDay(28, YearClosing.OnClosingDay), day));

    [Theory]
    [InlineData("2025-11-25", "2025-M11")]
    [InlineData("2025-11-26", "2025-M12")]
    [InlineData("2025-12-25", "2025-M12")]
    [InlineData("2025-12-26", "2025-M12")]
    [InlineData("2025-12-28", "2025-M12")]
    [InlineData("2025-12-31", "2025-M12")]
    [InlineData("2026-01-01", "2026-M01")]
    [InlineData("2026-01-25", "2026-M01")]
    [InlineData("2026-01-26", "2026-M02")]
    [InlineData("2026-02-25", "2026-M02")]
    [InlineData("2026-02-26", "2026-M03")]
    public void Where_the_year_keeps_its_end_the_last_days_of_December_are_of_December(string day, string label) =>
        Assert.Equal(label, MonthOf(FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.AtMonthEnd), day));

    [Theory]
    [InlineData("2026-03-20", "FY2026-M12")]
    [InlineData("2026-03-31", "FY2026-M12")]
    [InlineData("2026-04-01", "FY2027-M01")]
    [InlineData("2026-04-20", "FY2027-M01")]
    [InlineData("2026-04-21", "FY2027-M02")]
    public void A_year_from_April_keeps_its_end_too(string day, string label) =>
        Assert.Equal(label, MonthOf(FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).WithClosingDay(20, YearClosing.AtMonthEnd), day));

    // The British tax year: month 1 is 6 April to 5 May.
    [Theory]
    [InlineData("2026-04-05", "FY2025-M12")]
    [InlineData("2026-04-06", "FY2026-M01")]
    [InlineData("2026-05-05", "FY2026-M01")]
    [InlineData("2026-05-06", "FY2026-M02")]
    public void A_tax_year_from_6_April_closes_its_months_on_the_5th(string day, string label) =>
        Assert.Equal(label, MonthOf(FiscalCalendar.StartingIn(5, FiscalYearName.ByStart).WithClosingDay(5, YearClosing.OnClosingDay), day));

    [Fact]
    public void What_no_calendar_has_is_refused()
    {
        Assert.Equal("month", Refused(() => FiscalCalendar.StartingIn(0, FiscalYearName.ByStart)));
        Assert.Equal("month", Refused(() => FiscalCalendar.StartingIn(13, FiscalYearName.ByStart)));
        Assert.Equal("name", Refused(() => FiscalCalendar.StartingIn(4, (FiscalYearName)2)));
        Assert.Equal("day", Refused(() => FiscalCalendar.CalendarYear.WithClosingDay(0, YearClosing.OnClosingDay)));
        Assert.Equal("day", Refused(() => FiscalCalendar.CalendarYear.WithClosingDay(29, YearClosing.OnClosingDay)));
        Assert.Equal("day", Refused(() => FiscalCalendar.CalendarYear.WithClosingDay(2, YearClosing.AtMonthEnd)));
        Assert.Equal("day", Refused(() => FiscalCalendar.CalendarYear.WithClosingDay(29, YearClosing.AtMonthEnd)));
        Assert.Equal("year", Refused(() => FiscalCalendar.CalendarYear.WithClosingDay(25, (YearClosing)2)));
        Assert.Equal("firstDay", Refused(() => FiscalCalendar.CalendarYear.WithWeeks(IsoDayOfWeek.None)));
        Assert.Equal("firstDay", Refused(() => FiscalCalendar.CalendarYear.WithWeeks((IsoDayOfWeek)8)));
        Assert.Equal("minDaysInFirstWeek", Refused(() => FiscalCalendar.CalendarYear.WithWeeks(IsoDayOfWeek.Sunday, 0)));
        Assert.Equal("minDaysInFirstWeek", Refused(() => FiscalCalendar.CalendarYear.WithWeeks(IsoDayOfWeek.Sunday, 8)));
        Assert.Equal("pattern", Refused(() => OfWeeks((WeekPattern)3, IsoDayOfWeek.Sunday, 1, YearEndRule.LastWeekday)));
        Assert.Equal("lastDay", Refused(() => OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.None, 1, YearEndRule.LastWeekday)));
        Assert.Equal("endMonth", Refused(() => OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Sunday, 0, YearEndRule.LastWeekday)));
        Assert.Equal("endMonth", Refused(() => OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Sunday, 13, YearEndRule.LastWeekday)));
        Assert.Equal("rule", Refused(() => OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Sunday, 1, (YearEndRule)2)));
        Assert.Equal("month", Refused(() => FiscalCalendar.Nrf.WithExtraWeekIn(0)));
        Assert.Equal("month", Refused(() => FiscalCalendar.Nrf.WithExtraWeekIn(13)));
        Assert.Equal("kind", Refused(() => FiscalCalendar.Nrf.PeriodOf(new LocalDate(2026, 1, 1), (FiscalPeriodKind)6)));
        Assert.Equal("kind", Refused(() => FiscalCalendar.Nrf.Period((FiscalPeriodKind)(-1), 2026, 1)));
        Assert.Equal("kind", Refused(() => FiscalCalendar.Nrf.Count((FiscalPeriodKind)6, 2026)));
    }

    [Fact]
    public void What_one_family_has_the_other_refuses()
    {
        Assert.Throws<InvalidOperationException>(() => FiscalCalendar.Nrf.WithClosingDay(25, YearClosing.OnClosingDay));
        Assert.Throws<InvalidOperationException>(() => FiscalCalendar.Nrf.WithWeeks(IsoDayOfWeek.Monday));
        Assert.Throws<InvalidOperationException>(() => FiscalCalendar.CalendarYear.WithExtraWeekIn(12));
    }

    private static string Refused(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).ParamName!;

    private static FiscalCalendar OfWeeks(WeekPattern pattern, IsoDayOfWeek lastDay, int endMonth, YearEndRule rule) =>
        FiscalCalendar.OfWeeks(pattern, lastDay, endMonth, rule, FiscalYearName.ByEnd);

    private static string MonthOf(FiscalCalendar calendar, string day) =>
        calendar.PeriodOf(DateSpan.Parse(day + "/" + day).Start!.Value, FiscalPeriodKind.Month).Label;
}
