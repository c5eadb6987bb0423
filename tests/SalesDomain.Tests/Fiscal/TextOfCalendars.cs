using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class TextOfCalendars
{
    [Fact]
    public void The_text_states_the_rule_and_reads_back()
    {
        TestHelper.TestRoundTrip(FiscalCalendar.CalendarYear, "calendar-year");
        TestHelper.TestRoundTrip(FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd), "from-month:4 by-end");
        TestHelper.TestRoundTrip(
            FiscalCalendar.StartingIn(12, FiscalYearName.ByStart).WithClosingDay(25, YearClosing.OnClosingDay),
            "from-month:12 by-start closing:25");
        TestHelper.TestRoundTrip(
            FiscalCalendar.CalendarYear.WithClosingDay(28, YearClosing.OnClosingDay).WithWeeks(IsoDayOfWeek.Sunday, 1),
            "calendar-year closing:28 weeks:sunday/1");
        TestHelper.TestRoundTrip(
            FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.AtMonthEnd), "calendar-year closing:25 keeps-year");
        TestHelper.TestRoundTrip(
            FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).WithWeeks(IsoDayOfWeek.Sunday, 1).WithClosingDay(3, YearClosing.AtMonthEnd),
            "from-month:4 by-end closing:3 keeps-year weeks:sunday/1");
        TestHelper.TestRoundTrip(FiscalCalendar.CalendarYear.WithWeeks(IsoDayOfWeek.Saturday), "calendar-year weeks:saturday/4");
        TestHelper.TestRoundTrip(FiscalCalendar.CalendarYear.WithWeeks(IsoDayOfWeek.Monday, 7), "calendar-year weeks:monday/7");
        TestHelper.TestRoundTrip(FiscalCalendar.Nrf, "4-5-4 nearest saturday end-month:1 by-start");
        TestHelper.TestRoundTrip(
            FiscalCalendar.OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Saturday, 9, YearEndRule.LastWeekday, FiscalYearName.ByEnd)
                .WithExtraWeekIn(3),
            "4-4-5 last saturday end-month:9 by-end extra-week:3");
        TestHelper.TestRoundTrip(
            FiscalCalendar.OfWeeks(WeekPattern.FiveFourFour, IsoDayOfWeek.Sunday, 12, YearEndRule.NearestWeekday, FiscalYearName.ByEnd),
            "5-4-4 nearest sunday end-month:12");
    }

    [Property]
    public Property Every_text_reads_back() =>
        Prop.ForAll(FiscalSample.Any, sample => FiscalCalendar.Parse(sample.Calendar.ToString()) == sample.Calendar
            && FiscalCalendar.TryParse(sample.Calendar.ToString(), out var read) && read.ToString() == sample.Calendar.ToString());

    [Fact]
    public void Other_texts_are_refused()
    {
        TestHelper.TestBadTexts(
            FiscalCalendar.Parse,
            "", " ", "calendar-year ", " calendar-year", "Calendar-Year", "calendar-year by-start", "calendar-year weeks:monday/4",
            "calendar-year weeks:sunday",
            "calendar-year weeks:sunday/0", "calendar-year weeks:sunday/8", "calendar-year weeks:Sunday/1", "calendar-year weeks:/1",
            "calendar-year weeks:sunday/1/1",
            "calendar-year closing:0", "calendar-year closing:29", "calendar-year closing:025", "calendar-year closing:",
            "calendar-year extra-week:3",
            "calendar-year keeps-year", "calendar-year closing:2 keeps-year", "calendar-year keeps-year closing:25",
            "calendar-year closing:29 keeps-year", "4-4-5 last saturday end-month:12 keeps-year",
            "calendar-year weeks:sunday/1 closing:25", "from-month:1 by-end", "from-month:1", "from-month:4", "from-month:0 by-end",
            "from-month:13 by-end", "from-month:04 by-end",
            "from-month:4 by-end by-start", "from-month:４ by-end", "from-month:-4 by-end", "by-end", "4-4-5", "4-4-5 last",
            "4-4-5 last saturday", "4-4-5 last saturday end-month:9",
            "4-4-5 first saturday end-month:9 by-end", "4-4-5 last caturday end-month:9 by-end", "4-4-5 last  end-month:9 by-end",
            "4-4-6 last saturday end-month:9 by-end",
            "4-4-5 last saturday end-month:9 by-end extra-week:12", "4-4-5 last saturday end-month:9 by-end extra-week:0",
            "4-4-5 last saturday end-month:12 by-end",
            "4-4-5 last saturday end-month:9 by-end closing:25", "saturday last 4-4-5 end-month:9 by-end");
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => FiscalCalendar.Parse(null!)).ParamName);
    }

    [Fact]
    public void Calendars_are_equal_by_rule()
    {
        TestHelper.TestEqualsClass(
            FiscalCalendar.StartingIn(1, FiscalYearName.ByEnd), FiscalCalendar.StartingIn(1, FiscalYearName.ByStart),
            FiscalCalendar.StartingIn(2, FiscalYearName.ByEnd), FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay),
            FiscalCalendar.CalendarYear.WithWeeks(IsoDayOfWeek.Sunday));
        TestHelper.TestEqualsClass(
            FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay).WithClosingDay(25, YearClosing.AtMonthEnd),
            FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.AtMonthEnd).WithWeeks(IsoDayOfWeek.Monday),
            FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay), FiscalCalendar.CalendarYear);
        TestHelper.TestEqualsClass(
            FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd), FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd),
            FiscalCalendar.StartingIn(4, FiscalYearName.ByStart));
        TestHelper.TestEqualsClass(
            FiscalCalendar.Nrf.WithExtraWeekIn(1).WithExtraWeekIn(12), FiscalCalendar.Parse("4-5-4 nearest saturday end-month:1 by-start"),
            FiscalCalendar.Nrf.WithExtraWeekIn(1));
        Assert.Equal(
            FiscalCalendar.CalendarYear,
            FiscalCalendar.StartingIn(1, FiscalYearName.ByEnd).WithWeeks(IsoDayOfWeek.Sunday).WithWeeks(IsoDayOfWeek.Monday));
    }

    [Fact]
    public void A_changed_copy_leaves_the_original_as_it_was()
    {
        var original = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd);
        _ = original.WithClosingDay(25, YearClosing.OnClosingDay).WithWeeks(IsoDayOfWeek.Sunday);

        Assert.Equal("from-month:4 by-end", original.ToString());
        Assert.Equal(
            "from-month:4 by-end closing:25 weeks:sunday/4",
            original.WithWeeks(IsoDayOfWeek.Sunday).WithClosingDay(25, YearClosing.OnClosingDay).ToString());
    }
}
