using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class ElapsedDaysOfPeriods
{
    [Theory]
    [InlineData("2026-03-31", 0, "0")]
    [InlineData("2026-04-01", 1, "3.3")]
    [InlineData("2026-04-11", 11, "36.7")]
    [InlineData("2026-04-12", 12, "40")]
    [InlineData("2026-04-29", 29, "96.7")]
    [InlineData("2026-04-30", 30, "100")]
    [InlineData("2026-05-01", 30, "100")]
    public void Eleven_days_of_thirty_are_eleven(string day, int days, string percent)
    {
        var month = FiscalCalendar.CalendarYear.ParsePeriod("2026-M04");
        var asOf = DateSpan.Parse(day + "/" + day).Start!.Value;

        Assert.Equal(days, month.ElapsedDays(asOf));
        Assert.Equal(Percentage.Parse(percent + "%"), month.ElapsedShare(asOf).Round(Rounding.ToDigits(1, RoundingMode.HalfAwayFromZero)));
        Assert.Equal(days, month.Span.ElapsedDays(asOf));
        Assert.Equal(month.ElapsedShare(asOf), month.Span.ElapsedShare(asOf));
    }

    [Property]
    public Property Days_elapsed_are_the_days_contained_up_to_the_day(DateSpan span, LocalDate asOf)
    {
        if (span.ElapsedDays(asOf) is not { } elapsed)
            return (span.Start is null).ToProperty();

        var upTo = span.Intersection(DateSpan.Until(asOf))?.Days ?? 0;
        return (elapsed == upTo && span.Start is not null).ToProperty();
    }

    [Property]
    public Property Each_day_of_a_period_adds_one_and_no_other_day_does() =>
        Prop.ForAll(FiscalSample.AnyPeriod, period =>
            Enumerable.Range(-3, period.Days + 6).Select(period.Start.PlusDays)
                .All(day => period.ElapsedDays(day) - period.ElapsedDays(day.PlusDays(-1)) == (period.Contains(day) ? 1 : 0)));

    [Property]
    public Property Days_elapsed_of_the_parts_sum_to_those_of_the_whole() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Choose(-40, 420).ToArbitrary(), (period, days) =>
        {
            var year = period.Calendar.Year(period.Year);
            var asOf = year.Start.PlusDays(days);
            return year.Parts(FiscalPeriodKind.TenDays).Sum(part => part.ElapsedDays(asOf)) == year.ElapsedDays(asOf);
        });

    [Property]
    public Property The_share_elapsed_rises_from_none_to_all() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Choose(-5, 380).ToArbitrary(), (period, days) =>
        {
            var asOf = period.Start.PlusDays(days);
            var share = period.ElapsedShare(asOf);
            return share == Percentage.Ratio(period.ElapsedDays(asOf), period.Days) && share >= period.ElapsedShare(asOf.PlusDays(-1))
                && share.IsZero == (asOf < period.Start) && (share == Percentage.OneHundred) == (asOf >= period.End);
        });

    [Property]
    public Property The_span_to_date_has_the_days_elapsed() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Choose(-5, 380).ToArbitrary(), (period, days) =>
        {
            var asOf = period.Start.PlusDays(days);
            return period.SpanToDate(asOf) is { } span
                ? span.Days == period.ElapsedDays(asOf) && span.Start == period.Start && period.Span.Contains(span) && asOf >= period.Start
                : asOf < period.Start;
        });

    [Fact]
    public void To_date_is_from_the_start_to_the_day_itself()
    {
        var asOf = new LocalDate(2026, 4, 11);
        var calendar = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).WithClosingDay(25, YearClosing.OnClosingDay);

        Assert.Equal("2026-03-26/2026-04-11", calendar.PeriodOf(asOf, FiscalPeriodKind.Year).SpanToDate(asOf).ToString());
        Assert.Equal("2026-01-01/2026-04-11", FiscalCalendar.CalendarYear.Year(2026).SpanToDate(asOf).ToString());
        Assert.Equal("2026-01-01/2026-03-31", FiscalCalendar.CalendarYear.ParsePeriod("2026-Q1").SpanToDate(asOf).ToString());
        Assert.Null(FiscalCalendar.CalendarYear.ParsePeriod("2026-M05").SpanToDate(asOf));
        Assert.Equal(
            "2026-05-01/2026-05-01", FiscalCalendar.CalendarYear.ParsePeriod("2026-M05").SpanToDate(new LocalDate(2026, 5, 1)).ToString());
    }

    [Fact]
    public void Without_a_start_nothing_can_be_counted_and_without_an_end_there_is_no_share()
    {
        var day = new LocalDate(2026, 4, 11);

        Assert.Null(DateSpan.Until(day).ElapsedDays(day));
        Assert.Null(DateSpan.Always.ElapsedDays(day));
        Assert.Null(DateSpan.Until(day).ElapsedShare(day));
        Assert.Null(DateSpan.Always.ElapsedShare(day));
        Assert.Equal(1, DateSpan.From(day).ElapsedDays(day));
        Assert.Equal(0, DateSpan.From(day).ElapsedDays(day.PlusDays(-1)));
        Assert.Null(DateSpan.From(day).ElapsedShare(day));
    }

    [Fact]
    public void A_day_of_another_calendar_is_refused()
    {
        var julian = new LocalDate(2026, 4, 11).WithCalendar(CalendarSystem.Julian);
        var month = FiscalCalendar.CalendarYear.ParsePeriod("2026-M04");

        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => month.ElapsedDays(julian)).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => month.ElapsedShare(julian)).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => DateSpan.Always.ElapsedDays(julian)).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => month.SpanToDate(julian)).ParamName);
        Assert.Equal("date", Assert.Throws<ArgumentException>(() => month.Contains(julian)).ParamName);
        Assert.Equal("date", Assert.Throws<ArgumentException>(() => month.Calendar.PeriodOf(julian, FiscalPeriodKind.Year)).ParamName);
    }

    [Property]
    public Property A_span_moved_keeps_its_days_and_comes_back() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Choose(-1000, 1000).ToArbitrary(), (period, days) =>
        {
            var moved = period.Span.PlusDays(days);
            return moved.Days == period.Days && moved.PlusDays(-days) == period.Span && moved.Start == period.Start.PlusDays(days);
        });

    [Fact]
    public void An_open_end_stays_open_when_a_span_is_moved()
    {
        var day = new LocalDate(2026, 4, 11);

        Assert.Equal(DateSpan.From(day), DateSpan.From(day.PlusDays(364)).PlusDays(-364));
        Assert.Equal(DateSpan.Until(day), DateSpan.Until(day.PlusDays(-1)).PlusDays(1));
        Assert.Equal(DateSpan.Always, DateSpan.Always.PlusDays(int.MaxValue));
        Assert.Throws<OverflowException>(() => DateSpan.From(LocalDate.MaxIsoValue).PlusDays(1));
    }
}
