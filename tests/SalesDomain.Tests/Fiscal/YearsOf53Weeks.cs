using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class YearsOf53Weeks
{
    private static readonly FiscalCalendar s_lastSaturdayOfSeptember =
        FiscalCalendar.OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Saturday, 9, YearEndRule.LastWeekday, FiscalYearName.ByEnd);

    private static readonly FiscalCalendar s_sundayNearestToDecember31 =
        FiscalCalendar.OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Sunday, 12, YearEndRule.NearestWeekday, FiscalYearName.ByEnd);

    // https://nrf.com/resources/4-5-4-calendar
    [Theory]
    [InlineData(2006, "2007-02-03", 53)]
    [InlineData(2012, "2013-02-02", 53)]
    [InlineData(2016, "2017-01-28", 52)]
    [InlineData(2017, "2018-02-03", 53)]
    [InlineData(2018, "2019-02-02", 52)]
    [InlineData(2022, "2023-01-28", 52)]
    [InlineData(2023, "2024-02-03", 53)]
    [InlineData(2024, "2025-02-01", 52)]
    public void Retail_years_end_on_the_Saturday_nearest_to_the_end_of_January(int year, string end, int weeks) =>
        AssertYear(FiscalCalendar.Nrf, year, end, weeks);

    // Annual reports of Apple: fiscal years end on the last Saturday of September.
    [Theory]
    [InlineData(2022, "2022-09-24", 52)]
    [InlineData(2023, "2023-09-30", 53)]
    [InlineData(2024, "2024-09-28", 52)]
    public void A_year_ends_on_the_last_Saturday_of_September(int year, string end, int weeks) =>
        AssertYear(s_lastSaturdayOfSeptember, year, end, weeks);

    // Annual reports of Johnson & Johnson: fiscal years end on the Sunday nearest to the end of December.
    [Theory]
    [InlineData(2014, "2014-12-28", 52)]
    [InlineData(2015, "2016-01-03", 53)]
    [InlineData(2020, "2021-01-03", 53)]
    [InlineData(2021, "2022-01-02", 52)]
    public void A_year_ends_on_the_Sunday_nearest_to_the_end_of_December(int year, string end, int weeks) =>
        AssertYear(s_sundayNearestToDecember31, year, end, weeks);

    [Property]
    public Property A_year_has_53_weeks_where_its_end_and_the_one_before_are_371_days_apart() =>
        Prop.ForAll(FiscalSample.AnyByWeek, Gen.Choose(2, 9990).ToArbitrary(), (sample, year) =>
        {
            var days = Period.DaysBetween(sample.Calendar.Year(year - 1).End, sample.Calendar.Year(year).End);
            return days == 7 * sample.Calendar.Count(FiscalPeriodKind.Week, year) && days is 364 or 371
                && days == sample.Calendar.Year(year).Days;
        });

    [Property]
    public Property A_year_ends_on_its_weekday_near_the_end_of_its_month() =>
        Prop.ForAll(FiscalSample.AnyByWeek, Gen.Choose(1, 9990).ToArbitrary(), (sample, year) =>
        {
            var words = sample.Calendar.ToString().Split(' ');
            var end = sample.Calendar.Year(year).End;
            var endMonth = Number(words[3].Replace("end-month:", ""));
            return string.Equals(end.DayOfWeek.ToString(), words[2], StringComparison.OrdinalIgnoreCase)
                && (words[1] == "last" ? end.Month == endMonth && end.PlusDays(7).Month != endMonth
                    : end.PlusDays(-3).Month == endMonth && end.PlusDays(4).Month != endMonth);
        });

    [Theory]
    [InlineData(WeekPattern.FourFourFive, 12, "4 4 5 4 4 5 4 4 5 4 4 6")]
    [InlineData(WeekPattern.FourFiveFour, 12, "4 5 4 4 5 4 4 5 4 4 5 5")]
    [InlineData(WeekPattern.FiveFourFour, 12, "5 4 4 5 4 4 5 4 4 5 4 5")]
    [InlineData(WeekPattern.FourFourFive, 1, "5 4 5 4 4 5 4 4 5 4 4 5")]
    [InlineData(WeekPattern.FourFiveFour, 6, "4 5 4 4 5 5 4 5 4 4 5 4")]
    [InlineData(WeekPattern.FiveFourFour, 11, "5 4 4 5 4 4 5 4 4 5 5 4")]
    public void The_53rd_week_joins_the_month_it_is_given_to(WeekPattern pattern, int month, string weeks)
    {
        var calendar = FiscalCalendar.OfWeeks(pattern, IsoDayOfWeek.Saturday, 1, YearEndRule.NearestWeekday, FiscalYearName.ByStart)
            .WithExtraWeekIn(month);

        Assert.Equal(weeks, Weeks(calendar.Year(2023)));

        // In a year of 52 weeks it is nowhere.
        var pattern52 = Weeks(calendar.Year(2024));
        Assert.Equal(weeks.Split(' ').Sum(Number) - 1, pattern52.Split(' ').Sum(Number));
        Assert.Equal(4 * 13, pattern52.Split(' ').Sum(Number));
    }

    // https://github.com/omz/AppSales-Mobile/issues/192: October and December of fiscal 2012 have five weeks. The first quarter of fiscal
    // 2023 ended on 31 December 2022 and had 14 (annual report of Apple).
    [Fact]
    public void Apple_has_its_53rd_week_in_December()
    {
        var calendar = FiscalCalendar.OfWeeks(
            WeekPattern.FiveFourFour, IsoDayOfWeek.Saturday, 9, YearEndRule.LastWeekday, FiscalYearName.ByEnd).WithExtraWeekIn(3);

        Assert.Equal("5 4 5 5 4 4 5 4 4 5 4 4", Weeks(calendar.Year(2012)));
        Assert.Equal("2011-09-25/2012-09-29", calendar.Year(2012).Span.ToString());
        Assert.Equal("2022-09-25/2022-12-31", calendar.ParsePeriod("FY2023-Q1").Span.ToString());
        Assert.Equal("2022-12-31/2022-12-31", DateSpan.On(calendar.ParsePeriod("FY2023-W14").End).ToString());
        Assert.Equal("FY2023-M03", calendar.PeriodOf(new LocalDate(2022, 12, 31), FiscalPeriodKind.Month).Label);
        Assert.Equal("FY2023-M04", calendar.PeriodOf(new LocalDate(2023, 1, 1), FiscalPeriodKind.Month).Label);
    }

    // https://github.com/holonk/retail-calendar/issues/21: 4-4-5 with weeks from Monday; 1984 ends on 30 December, 1989 has 53 weeks with
    // the extra one in the 11th month, 1990 begins on 1 January.
    [Fact]
    public void An_accounting_year_has_its_53rd_week_in_the_11th_month()
    {
        var calendar = FiscalCalendar.OfWeeks(
            WeekPattern.FourFourFive, IsoDayOfWeek.Sunday, 12, YearEndRule.LastWeekday, FiscalYearName.ByEnd).WithExtraWeekIn(11);

        Assert.Equal(new LocalDate(1984, 12, 30), calendar.Year(1984).End);
        Assert.Equal([52, 52, 52, 52, 53], Enumerable.Range(1985, 5).Select(year => calendar.Count(FiscalPeriodKind.Week, year)));
        Assert.Equal("4 4 5 4 4 5 4 4 5 4 5 5", Weeks(calendar.Year(1989)));
        Assert.Equal(new LocalDate(1990, 1, 1), calendar.Year(1990).Start);
    }

    [Fact]
    public void The_53rd_week_is_in_a_month_a_quarter_and_a_half()
    {
        var week = FiscalCalendar.Nrf.ParsePeriod("FY2023-W53");

        Assert.Equal("2024-01-28/2024-02-03", week.Span.ToString());
        foreach (var label in new[] { "FY2023", "FY2023-H2", "FY2023-Q4", "FY2023-M12" })
            Assert.Equal([week], FiscalCalendar.Nrf.ParsePeriod(label).Parts(FiscalPeriodKind.Week).Skip(week.Number - FirstWeek(label)));
        Assert.Equal("FY2024-W01", week.Next().Label);
    }

    [Fact]
    public void In_a_year_of_52_weeks_there_is_no_53rd()
    {
        Assert.Equal(
            "number",
            Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.Nrf.Period(FiscalPeriodKind.Week, 2024, 53)).ParamName);
        Assert.Equal(
            "number",
            Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.Nrf.Period(FiscalPeriodKind.Week, 2023, 54)).ParamName);
        Assert.Equal(
            "number",
            Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.Nrf.Period(FiscalPeriodKind.Week, 2023, 0)).ParamName);
        Assert.False(FiscalCalendar.Nrf.TryParsePeriod("FY2024-W53", out _));
        Assert.Null(FiscalCalendar.Nrf.ParsePeriod("FY2023-W53").InYear(2024));
        Assert.Equal(53, FiscalCalendar.Nrf.Count(FiscalPeriodKind.Week, 2023));
        Assert.Equal(52, FiscalCalendar.Nrf.Count(FiscalPeriodKind.Week, 2024));
    }

    // After fiscal 2023 with its 53 weeks, week 1 of 2024 is compared with week 2 of 2023 in restated figures.
    [Fact]
    public void After_a_year_of_53_weeks_the_comparable_week_has_another_number()
    {
        var week = FiscalCalendar.Nrf.ParsePeriod("FY2024-W01");
        Assert.Equal("2024-02-04/2024-02-10", week.Span.ToString());

        Assert.Equal("2023-01-29/2023-02-04", week.InYear(2023)!.Value.Span.ToString());
        Assert.Equal("FY2023-W02", week.Plus(-52).Label);
        Assert.Equal("2023-02-05/2023-02-11", week.Plus(-52).Span.ToString());

        // The whole year against the 52 weeks that end with the 53rd.
        Assert.Equal("2023-02-05/2024-02-03", FiscalCalendar.Nrf.Year(2024).Span.PlusDays(-364).ToString());
        Assert.Equal("FY2022-W01", FiscalCalendar.Nrf.ParsePeriod("FY2023-W01").Plus(-52).Label);
        Assert.Equal("FY2023-W01", FiscalCalendar.Nrf.ParsePeriod("FY2023-W53").Plus(-52).Label);
    }

    private static void AssertYear(FiscalCalendar calendar, int year, string end, int weeks)
    {
        var period = calendar.Year(year);

        Assert.Equal(end, DateSpan.On(period.End).ToString().Split('/')[0]);
        Assert.Equal(weeks, calendar.Count(FiscalPeriodKind.Week, year));
        Assert.Equal(7 * weeks, period.Days);
        Assert.Equal(year, calendar.PeriodOf(period.End, FiscalPeriodKind.Year).Year);
        Assert.Equal(year + 1, calendar.PeriodOf(period.End.PlusDays(1), FiscalPeriodKind.Year).Year);
    }

    private static string Weeks(FiscalPeriod year) =>
        string.Join(" ", year.Parts(FiscalPeriodKind.Month).Select(month => month.Parts(FiscalPeriodKind.Week).Count));

    private static int FirstWeek(string label) => FiscalCalendar.Nrf.ParsePeriod(label).Parts(FiscalPeriodKind.Week)[0].Number;

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
