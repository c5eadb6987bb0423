using System.Linq;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that fiscal calendars and work calendars answer, by their ids.</summary>
public sealed class CalendarCases
{
    // https://webhelp.planoncloud.com/en/Lease%20Accounting/c_445_calendar.html
    [Theory]
    [InlineData(2022, 364, new[] { 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5 })]
    [InlineData(2023, 371, new[] { 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6 })]
    public void CAL_003_The_53rd_week_joins_the_last_period(int year, int days, int[] weeks)
    {
        var calendar = FiscalCalendar.OfWeeks(
            WeekPattern.FourFourFive, IsoDayOfWeek.Saturday, 1, YearEndRule.NearestWeekday, FiscalYearName.ByStart);

        Assert.Equal(days, calendar.Year(year).Days);
        Assert.Equal(weeks, calendar.Year(year).Parts(FiscalPeriodKind.Month).Select(month => month.Parts(FiscalPeriodKind.Week).Count));
        Assert.Equal(weeks.Sum(), calendar.Count(FiscalPeriodKind.Week, year));
    }

    // https://github.com/moneymanagerex/moneymanagerex/issues/631
    [Fact]
    public void AR_17_Month_ends_are_those_of_the_months_and_not_of_the_clipped_day_before()
    {
        var start = new LocalDate(2015, 1, 31);
        var months = FiscalCalendar.CalendarYear.Periods(FiscalPeriodKind.Month, new DateSpan(start, start.PlusMonths(4 - 1)));

        Assert.Equal(
            [start, new LocalDate(2015, 2, 28), new LocalDate(2015, 3, 31), new LocalDate(2015, 4, 30)],
            months.Select(month => month.Span.End!.Value));
    }

    // https://docs.plecto.com/kb/guide/en/month-to-date-target-aVGhiYqb92/Steps/2276989
    [Theory]
    [InlineData(1, 4545.45)]
    [InlineData(2, 9090.91)]
    [InlineData(3, 13636.36)]
    [InlineData(30, 100000.00)]
    public void PACE_003_The_target_to_date_is_cumulated_and_not_added_up_from_rounded_days(int day, decimal toDate)
    {
        var (calendar, month) = (WorkCalendar.MondayToFriday, DateSpan.OfMonth(2021, 9));
        var target = Usd(100_000m);

        Assert.Equal(22, calendar.WorkingDays(month));
        Assert.Equal(
            Usd(toDate),
            (target * calendar.ElapsedWorkingDays(month, new LocalDate(2021, 9, day)) / calendar.WorkingDays(month)).ToCents());
    }

    // Nintex/Quickbase forum question "Formula to Prorate a Quota"
    [Fact]
    public void QUOTA_SEAS_001_A_quota_is_prorated_by_the_months_of_the_quarter()
    {
        var annualQuota = new Money(100_000m, Currency.USD);
        var weights = new[] { 20m, 20m, 20m, 40m }.Select(Percentage.FromPercent);
        var employed = DateSpan.Parse("2019-03-01/2019-12-31");

        var quarters = FiscalCalendar.CalendarYear.Year(2019).Parts(FiscalPeriodKind.Quarter);
        var quotas = quarters.Zip(weights, (quarter, weight) =>
        {
            var months = quarter.Parts(FiscalPeriodKind.Month);
            return annualQuota * weight * months.Count(month => employed.Contains(month.Span)) / months.Count;
        }).ToList();

        Assert.Equal(
            ["USD 6666.67", "USD 20000.00", "USD 20000.00", "USD 40000.00"],
            quotas.Select(quota => quota.Round(Rounding.Commercial).ToString()));
        Assert.Equal("USD 86666.67", Money.Sum(Currency.USD, quotas).Round(Rounding.Commercial).ToString());
    }
}
