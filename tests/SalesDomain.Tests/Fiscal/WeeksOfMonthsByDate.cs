using NodaTime;
using NodaTime.Calendars;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class WeeksOfMonthsByDate
{
    [Fact]
    public void Weeks_of_the_calendar_year_are_those_of_ISO_8601()
    {
        for (var day = new LocalDate(1600, 1, 1); day.Year < 2400; day = day.PlusDays(1))
        {
            var week = FiscalCalendar.CalendarYear.PeriodOf(day, FiscalPeriodKind.Week);
            if (week.Year != WeekYearRules.Iso.GetWeekYear(day) || week.Number != WeekYearRules.Iso.GetWeekOfWeekYear(day))
                Assert.Fail(day + " is in " + week);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Other_weeks_are_those_of_NodaTime_by_first_day_and_days_in_the_first_week(int minDays)
    {
        for (var firstDay = IsoDayOfWeek.Monday; firstDay <= IsoDayOfWeek.Sunday; firstDay++)
        {
            var calendar = FiscalCalendar.CalendarYear.WithWeeks(firstDay, minDays);
            var rule = WeekYearRules.ForMinDaysInFirstWeek(minDays, firstDay);
            for (var day = new LocalDate(1995, 12, 1); day.Year < 2030; day = day.PlusDays(1))
            {
                var week = calendar.PeriodOf(day, FiscalPeriodKind.Week);
                if (week.Year != rule.GetWeekYear(day) || week.Number != rule.GetWeekOfWeekYear(day) || week.Start.DayOfWeek != firstDay)
                    Assert.Fail(day + " is in " + week + " of " + calendar);
            }
        }
    }

    // The year begins on Wednesday 1 April 2026: four days of the week from 30 March are in it, were it a day later three would be.
    [Theory]
    [InlineData(4, "2026-03-30")]
    [InlineData(5, "2026-03-30")]
    [InlineData(6, "2026-04-06")]
    public void A_week_belongs_to_the_fiscal_year_with_enough_of_its_days(int minDays, string firstDay)
    {
        var calendar = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).WithWeeks(IsoDayOfWeek.Monday, minDays);

        Assert.Equal(firstDay, DateSpan.On(calendar.ParsePeriod("FY2027-W01").Start).ToString().Split('/')[0]);
    }

    [Fact]
    public void A_day_may_be_in_a_week_of_another_year_than_its_own()
    {
        var calendar = FiscalCalendar.CalendarYear;

        Assert.Equal("2020-W53", calendar.PeriodOf(new LocalDate(2021, 1, 3), FiscalPeriodKind.Week).Label);
        Assert.Equal("2021-W01", calendar.PeriodOf(new LocalDate(2021, 1, 4), FiscalPeriodKind.Week).Label);
        Assert.Equal("2025-W01", calendar.PeriodOf(new LocalDate(2024, 12, 30), FiscalPeriodKind.Week).Label);
        Assert.Equal("2024-W52", calendar.PeriodOf(new LocalDate(2024, 12, 29), FiscalPeriodKind.Week).Label);
    }
}
