using System;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Dates;

public sealed class SpansIncludeTheirEnds
{
    private static readonly LocalDate s_first = new(2024, 1, 1);
    private static readonly LocalDate s_last = new(2024, 2, 29);

    [Theory]
    [InlineData("2023-12-31", false, true, false, true)]
    [InlineData("2024-01-01", true, true, true, true)]
    [InlineData("2024-02-28", true, true, true, true)]
    [InlineData("2024-02-29", true, true, true, true)]
    [InlineData("2024-03-01", false, false, true, true)]
    public void Both_end_days_are_in_the_span(string day, bool closed, bool until, bool from, bool always)
    {
        var date = Day(day);

        Assert.Equal(closed, new DateSpan(s_first, s_last).Contains(date));
        Assert.Equal(until, DateSpan.Until(s_last).Contains(date));
        Assert.Equal(from, DateSpan.From(s_first).Contains(date));
        Assert.Equal(always, DateSpan.Always.Contains(date));
        Assert.Equal(date == s_last, DateSpan.On(s_last).Contains(date));
    }

    [Theory]
    [InlineData("2024-02-28", "2024-02-29", false)]
    [InlineData("2024-02-29", "2024-02-29", true)]
    [InlineData("2024-03-01", "2024-03-01", false)]
    public void Spans_overlap_only_when_they_share_a_day(string start, string end, bool withLeapDay)
    {
        var other = new DateSpan(Day(start), Day(end));
        var leapDay = DateSpan.On(s_last);

        Assert.Equal(Day(start) <= s_last && Day(end) >= s_last, leapDay.Overlaps(other));
        Assert.Equal(withLeapDay, leapDay.Contains(other));
    }

    [Fact]
    public void Spans_that_follow_each_other_day_upon_day_do_not_overlap()
    {
        var january = DateSpan.OfMonth(2024, 1);
        var february = DateSpan.OfMonth(2024, 2);

        Assert.False(january.Overlaps(february));
        Assert.Null(january.Intersection(february));
        Assert.False(DateSpan.Until(new LocalDate(2024, 1, 31)).Overlaps(DateSpan.From(new LocalDate(2024, 2, 1))));
        Assert.True(DateSpan.Until(new LocalDate(2024, 2, 1)).Overlaps(DateSpan.From(new LocalDate(2024, 2, 1))));
    }

    [Fact]
    public void Open_ends_meet_in_the_days_between()
    {
        Assert.Equal(new DateSpan(s_first, s_last), DateSpan.From(s_first).Intersection(DateSpan.Until(s_last)));
        Assert.Equal(DateSpan.From(s_last), DateSpan.From(s_first).Intersection(DateSpan.From(s_last)));
        Assert.Equal(DateSpan.Always, DateSpan.Always.Intersection(default));
        Assert.True(DateSpan.Always.Contains(DateSpan.From(s_first)));
        Assert.False(DateSpan.From(s_first).Contains(DateSpan.Always));
        Assert.False(DateSpan.From(s_first).Contains(DateSpan.Until(s_last)));
    }

    [Theory]
    [InlineData("2024-02-28/2024-03-01", 3)]
    [InlineData("2023-02-28/2023-03-01", 2)]
    [InlineData("2024-01-01/2024-12-31", 366)]
    [InlineData("1900-01-01/1900-12-31", 365)]
    [InlineData("2026-01-01/2026-01-01", 1)]
    [InlineData("2026-01-01/..", null)]
    [InlineData("../2026-01-01", null)]
    [InlineData("../..", null)]
    [InlineData("-9998-01-01/9999-12-31", 7_304_119)]
    public void Days_count_both_ends(string span, int? days) => Assert.Equal(days, DateSpan.Parse(span).Days);

    [Theory]
    [InlineData(2024, 2, "2024-02-01/2024-02-29")]
    [InlineData(2023, 2, "2023-02-01/2023-02-28")]
    [InlineData(1900, 2, "1900-02-01/1900-02-28")]
    [InlineData(2000, 2, "2000-02-01/2000-02-29")]
    [InlineData(2026, 12, "2026-12-01/2026-12-31")]
    [InlineData(2026, 4, "2026-04-01/2026-04-30")]
    [InlineData(9999, 12, "9999-12-01/9999-12-31")]
    public void A_month_runs_to_its_last_day(int year, int month, string span) =>
        Assert.Equal(span, DateSpan.OfMonth(year, month).ToString());

    [Theory]
    [InlineData(1, "2024-01-01/2024-03-31")]
    [InlineData(2, "2024-04-01/2024-06-30")]
    [InlineData(3, "2024-07-01/2024-09-30")]
    [InlineData(4, "2024-10-01/2024-12-31")]
    public void A_quarter_has_three_months(int quarter, string span) => Assert.Equal(span, DateSpan.OfQuarter(2024, quarter).ToString());

    [Fact]
    public void A_year_runs_to_its_last_day()
    {
        Assert.Equal("2024-01-01/2024-12-31", DateSpan.OfYear(2024).ToString());
        Assert.Equal(LocalDate.MinIsoValue, DateSpan.OfYear(-9998).Start);
        Assert.Equal(LocalDate.MaxIsoValue, DateSpan.OfYear(9999).End);
    }

    [Fact]
    public void Months_and_quarters_that_do_not_exist_are_refused()
    {
        Assert.Equal("quarter", Assert.Throws<ArgumentOutOfRangeException>(() => DateSpan.OfQuarter(2024, 0)).ParamName);
        Assert.Equal("quarter", Assert.Throws<ArgumentOutOfRangeException>(() => DateSpan.OfQuarter(2024, 5)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => DateSpan.OfMonth(2024, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateSpan.OfMonth(2024, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateSpan.OfYear(10_000));
    }

    [Fact]
    public void An_end_before_the_start_is_refused()
    {
        Assert.Equal("end", Assert.Throws<ArgumentOutOfRangeException>(() => new DateSpan(s_last, s_last.PlusDays(-1))).ParamName);
        Assert.Equal(1, new DateSpan(s_last, s_last).Days);
    }

    [Fact]
    public void A_day_of_another_calendar_is_refused()
    {
        var julian = s_first.WithCalendar(CalendarSystem.Julian);

        Assert.Equal("start", Assert.Throws<ArgumentException>(() => DateSpan.From(julian)).ParamName);
        Assert.Equal("end", Assert.Throws<ArgumentException>(() => DateSpan.Until(julian)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentException>(() => DateSpan.On(julian)).ParamName);
        Assert.Equal("end", Assert.Throws<ArgumentException>(() => new DateSpan(s_first, julian)).ParamName);
    }

    [Fact]
    public void It_becomes_an_interval_of_NodaTime_and_comes_back()
    {
        var span = new DateSpan(s_first, s_last);
        var interval = span.ToDateInterval();

        Assert.Equal(new DateInterval(s_first, s_last), interval);
        Assert.Equal(interval.Length, span.Days);
        Assert.Equal(span, DateSpan.FromDateInterval(interval));
        Assert.Throws<InvalidOperationException>(() => DateSpan.From(s_first).ToDateInterval());
        Assert.Throws<InvalidOperationException>(() => DateSpan.Until(s_first).ToDateInterval());
        Assert.Equal("interval", Assert.Throws<ArgumentNullException>(() => DateSpan.FromDateInterval(null!)).ParamName);
    }

    [Fact]
    public void Spans_are_equal_by_their_ends_and_print_them()
    {
        TestHelper.TestEqualsStruct(
            new DateSpan(s_first, s_last), DateSpan.Parse("2024-01-01/2024-02-29"),
            new DateSpan(s_first, s_last.PlusDays(1)), new DateSpan(s_first.PlusDays(1), s_last), DateSpan.From(s_first),
            DateSpan.Until(s_last), default);
        TestHelper.TestEqualsStruct(DateSpan.Always, new DateSpan(null, null), DateSpan.On(s_first), DateSpan.From(LocalDate.MinIsoValue));
        TestHelper.TestRoundTrip(new DateSpan(s_first, s_last), "2024-01-01/2024-02-29");
        TestHelper.TestRoundTrip(DateSpan.From(s_first), "2024-01-01/..");
        TestHelper.TestRoundTrip(DateSpan.Until(s_last), "../2024-02-29");
        TestHelper.TestRoundTrip(DateSpan.Always, "../..");
        TestHelper.TestRoundTrip(new DateSpan(LocalDate.MinIsoValue, LocalDate.MaxIsoValue), "-9998-01-01/9999-12-31");
        TestHelper.TestBadTexts(
            DateSpan.Parse, "", "/", "2024-01-01", "2024-01-01/", "2024-02-29/2024-01-01", "2023-02-29/..", "2024-01-01/2024-02-29/..",
            "2024-1-1/..", "2024-01-01 / ..",
            "01.02.2024/..", "…/..", "2024-01-01--2024-02-29");
    }

    [Fact]
    public void A_null_text_is_refused_and_is_no_span()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => DateSpan.Parse(null!)).ParamName);
        Assert.False(DateSpan.TryParse(null, out var none));
        Assert.Equal(default, none);
    }

    private static LocalDate Day(string text) => DateSpan.Parse(text + "/..").Start!.Value;
}
