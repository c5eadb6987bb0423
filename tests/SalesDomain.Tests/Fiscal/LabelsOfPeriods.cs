using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class LabelsOfPeriods
{
    [Theory]
    [InlineData(FiscalPeriodKind.Year, "2026", "FY2025")]
    [InlineData(FiscalPeriodKind.Half, "2026-H1", "FY2025-H2")]
    [InlineData(FiscalPeriodKind.Quarter, "2026-Q1", "FY2025-Q4")]
    [InlineData(FiscalPeriodKind.Month, "2026-M02", "FY2025-M11")]
    [InlineData(FiscalPeriodKind.TenDays, "2026-M02-T2", "FY2025-M11-T2")]
    [InlineData(FiscalPeriodKind.Week, "2026-W07", "FY2025-W46")]
    public void A_label_names_year_and_number(FiscalPeriodKind kind, string ofCalendarYear, string fromApril)
    {
        var day = new LocalDate(2026, 2, 14);

        Assert.Equal(ofCalendarYear, FiscalCalendar.CalendarYear.PeriodOf(day, kind).Label);
        Assert.Equal(fromApril, FiscalCalendar.StartingIn(4, FiscalYearName.ByStart).PeriodOf(day, kind).Label);
        Cultures.Each(() => Assert.Equal(fromApril, FiscalCalendar.StartingIn(4, FiscalYearName.ByStart).PeriodOf(day, kind).ToString()));
    }

    [Property]
    public Property Labels_read_back_and_sort_as_their_periods_do() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Choose(1, 60).ToArbitrary(), (period, count) =>
        {
            var later = period.Plus(count);
            return period.Calendar.ParsePeriod(period.Label) == period && period.Calendar.TryParsePeriod(period.ToString(), out var read)
                && read == period
                && string.CompareOrdinal(period.Label, later.Label) < 0;
        });

    [Fact]
    public void The_label_of_an_early_year_has_four_digits()
    {
        Assert.Equal("0001-M01-T1", FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.TenDays, 1, 1).Label);
        Assert.Equal(
            FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.TenDays, 999, 36), FiscalCalendar.CalendarYear.ParsePeriod("0999-M12-T3"));
    }

    [Fact]
    public void Only_a_year_that_is_the_calendar_year_is_without_FY()
    {
        foreach (var calendar in new[]
        {
            FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay), FiscalCalendar.StartingIn(2, FiscalYearName.ByEnd),
            FiscalCalendar.OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Sunday, 12, YearEndRule.NearestWeekday, FiscalYearName.ByEnd),
        })
        {
            Assert.Equal("FY2026", calendar.Year(2026).Label);
            Assert.False(calendar.TryParsePeriod("2026", out var nothing));
            Assert.Equal(default, nothing);
        }

        Assert.Equal("2026-W07", FiscalCalendar.CalendarYear.WithWeeks(IsoDayOfWeek.Sunday).Period(FiscalPeriodKind.Week, 2026, 7).Label);
        Assert.Equal(
            "2026-M01",
            FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.AtMonthEnd).Period(FiscalPeriodKind.Month, 2026, 1).Label);
        Assert.Equal(
            "FY2026-M01",
            FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).WithClosingDay(25, YearClosing.AtMonthEnd)
                .Period(FiscalPeriodKind.Month, 2026, 1).Label);
        Assert.False(FiscalCalendar.CalendarYear.TryParsePeriod("FY2026", out _));
    }

    [Fact]
    public void Other_texts_are_refused()
    {
        TestHelper.TestBadTexts(
            FiscalCalendar.CalendarYear.ParsePeriod,
            "", "-", "26", "02026", "2026-", "2026-Q", "2026-Q0", "2026-Q5", "2026-Q01", "2026-q1", "2026Q1", "2026-H3", "2026-M1",
            "2026-M00", "2026-M13", "2026-M03-",
            "2026-M03-T0", "2026-M03-T4", "2026-M03-T", "2026-M03-X1", "2026-M13-T1", "2026-Q1-T1", "2026-W7", "2026-W00", "2026-W54",
            "2025-W53", "2026-M03-T1-1",
            "0000", "10000", "-2026", "2026-Q-1", "2026-Q+1", " 2026", "2026 ", "２０２６", "2026-Q１", "9999-W52", "FY2026", "2026-X1",
            "2026-M99999999999");
        TestHelper.TestBadTexts(FiscalCalendar.Nrf.ParsePeriod, "2026", "fy2026", "FY", "FYFY2026", "FY 2026", "FY2024-W53", "FY9999");
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => FiscalCalendar.CalendarYear.ParsePeriod(null!)).ParamName);
        Assert.False(FiscalCalendar.CalendarYear.TryParsePeriod(null, out _));
    }

    [Fact]
    public void Periods_are_equal_by_calendar_kind_year_and_number()
    {
        var calendar = FiscalCalendar.CalendarYear;
        TestHelper.TestEqualsStruct(
            calendar.ParsePeriod("2026-Q1"),
            FiscalCalendar.StartingIn(1, FiscalYearName.ByEnd).PeriodOf(new LocalDate(2026, 3, 31), FiscalPeriodKind.Quarter),
            [
                .. new[] { "2026-Q2", "2025-Q1", "2026-H1", "2026", "2026-M01" }.Select(calendar.ParsePeriod),
                FiscalCalendar.Nrf.ParsePeriod("FY2026-Q1"), default,
            ]);
        TestHelper.TestEqualsStruct(default, calendar.Year(1), calendar.Year(2), FiscalCalendar.Nrf.Year(1));
    }

    [Fact]
    public void The_default_is_the_calendar_year_1()
    {
        Assert.Equal(
            ("0001", "0001-01-01/0001-12-31", 365),
            (default(FiscalPeriod).Label, default(FiscalPeriod).Span.ToString(), default(FiscalPeriod).Days));
        Assert.Equal(FiscalCalendar.CalendarYear, default(FiscalPeriod).Calendar);
    }
}
