using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources on quotas in time, by their ids.</summary>
public sealed class PhasingCases
{
    private static readonly PlanPeriods s_months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);

    // https://docs.plecto.com/kb/guide/en/month-to-date-target-aVGhiYqb92/Steps/2276989
    [Theory]
    [InlineData(1, 4545.45)]
    [InlineData(2, 9090.91)]
    [InlineData(3, 13636.36)]
    [InlineData(30, 100000.00)]
    public void PACE_003_The_target_to_date_is_the_quota_phased_by_working_days(int day, decimal toDate)
    {
        var september = PlanPeriods.Of(DateSpan.OfMonth(2021, 9));
        var quota = Phasing.ByWorkingDays(september, WorkCalendar.MondayToFriday).Split(
            Measure.Revenue.Of(Usd(100_000m)), Rounding.Commercial);
        var date = new LocalDate(2021, 9, day);

        Assert.Equal(Usd(toDate), quota.QuotaToDate(date).Money.ToCents());
        Assert.True(quota.Explain(date).IsVerified);

        // What comes of rounding by day and adding: ten short.
        Assert.Equal(Usd(99_990m), Usd(4545m) * WorkCalendar.MondayToFriday.WorkingDays(DateSpan.OfMonth(2021, 9)));
    }

    // https://webhelp.planoncloud.com/en/Lease%20Accounting/c_445_calendar.html
    [Theory]
    [InlineData(2022, new[] { 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5 })]
    [InlineData(2023, new[] { 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6 })]
    public void CAL_003_A_quota_by_weeks_gives_the_53rd_week_its_part(int year, int[] weeks)
    {
        var calendar = FiscalCalendar.OfWeeks(
            WeekPattern.FourFourFive, IsoDayOfWeek.Saturday, 1, YearEndRule.NearestWeekday, FiscalYearName.ByStart);
        var phasing = Phasing.ByWeeks(PlanPeriods.Of(calendar.Year(year), FiscalPeriodKind.Month));
        var quota = phasing.Split(Measure.Revenue.Of(Usd(1000m * weeks.Sum())), Rounding.Commercial);

        Assert.Equal(weeks.Select(week => (decimal)week), phasing.Weights);
        Assert.Equal(weeks.Select(week => Usd(1000m * week)), quota.Parts.Select(part => part.Money));
    }

    // https://github.com/frappe/erpnext/pull/56820
    [Fact]
    public void QUOTA_SEAS_003_Even_percentages_are_apportioned_and_total_100()
    {
        var percentages = Phasing.Even(s_months).ToPercentages(Apportionment.InUnitsOf(0.01m));

        Assert.Equal([8.34m, 8.34m, 8.34m, 8.34m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m, 8.33m], percentages.Weights);
        Assert.Equal(100.00m, percentages.TotalWeight);
        Assert.Equal(percentages, Phasing.OfPercentages(s_months, percentages.Weights.Select(Percent)));
    }

    // https://docs.oracle.com/cd/G44591_01/trans/F77870-09/examples-of-calculating-attainment-by-grouped-transactions.html
    [Fact]
    public void QUOTA_SEAS_004_The_quota_of_an_interval_and_attainment_of_it()
    {
        var quota = Phasing.Even(s_months).Split(Measure.Revenue.Of(Usd(36_000m)), Rounding.Commercial);

        Assert.All(quota.Parts, part => Assert.Equal(Usd(3000m), part.Money));
        Assert.Equal(Percentage.OneHundred, Measured.Ratio(Measure.Revenue.Of(Usd(1000m) + Usd(1500m) + Usd(500m)), quota[0]));
        Assert.Equal(Percent(66.67m), Measured.Ratio(Measure.Revenue.Of(Usd(1500m) + Usd(500m)), quota[1]).To(2));
    }

    // Nintex/Quickbase forum, "Formula to Prorate a Quota"
    [Fact]
    public void QUOTA_SEAS_001_Proration_is_inside_the_seasonal_quarter_and_not_ten_twelfths_of_the_year()
    {
        var quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2019), FiscalPeriodKind.Quarter);
        var quota = Phasing.OfPercentages(quarters, Percent(20m), Percent(20m), Percent(20m), Percent(40m))
            .Split(Measure.Revenue.Of(Usd(100_000m)), Rounding.Commercial);
        var prorated = Proration.ByMonths(FiscalCalendar.CalendarYear, 1)
            .Of(quota, new DateSpan(new LocalDate(2019, 3, 1), new LocalDate(2019, 12, 31)), Rounding.Commercial);

        Assert.Equal([Usd(6666.67m), Usd(20_000m), Usd(20_000m), Usd(40_000m)], prorated.Parts.Select(part => part.Amount.Money));
        Assert.Equal(Usd(86_666.67m), prorated.Total.Money);
        Assert.Equal(Usd(13_333.33m), prorated.Relief.Money);
        Assert.True(prorated.Explain().IsVerified);
    }

    // practice: 滚动目标
    [Fact]
    public void R_3_What_is_missing_is_spread_over_the_rest_put_into_the_next_period_or_written_off_with_approval()
    {
        var quota = Phasing.Even(s_months).Split(Measure.Revenue.Of(Cny(12_000_000m)), Rounding.Commercial);
        var june = new LocalDate(2026, 6, 30);
        var actual = Measure.Revenue.Of(Cny(4_400_000m));

        var spread = ShortfallPolicy.SpreadEvenly.Evaluate(actual, quota, june, Rounding.Commercial);
        Assert.Equal(Cny(1_600_000m), spread.Shortfall.Money);
        Assert.All(spread.Parts.Skip(6), part => Assert.InRange(part.Money.Amount, 1_266_666.66m, 1_266_666.67m));
        Assert.Equal(Cny(12_000_000m) - Cny(4_400_000m), spread.Rest.Money);
        Assert.Equal(ShortfallPolicy.Spread.Evaluate(actual, quota, june, Rounding.Commercial).Parts, spread.Parts);

        var next = ShortfallPolicy.NextPeriod.Evaluate(actual, quota, june, Rounding.Commercial);
        Assert.Equal([Cny(2_600_000m), Cny(1_000_000m)], next.Parts.Skip(6).Take(2).Select(part => part.Money));

        var director = new RoleId("sales director");
        var authority = Authority.Over(ShortfallPolicy.ShortfallName).With(
            director, (ShortfallPolicy.ShortfallName, AuthorityLimit.AtMost(Cny(2_000_000m))));
        var written = ShortfallPolicy.WriteOff(authority).Evaluate(actual, quota, june, Rounding.Commercial, director);
        Assert.Equal((RollingOutcome.WrittenOff, Cny(6_000_000m)), (written.Outcome, written.Rest.Money));
    }
}
