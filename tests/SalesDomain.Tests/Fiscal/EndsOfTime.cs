using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class EndsOfTime
{
    private static readonly FiscalCalendar s_fromApril = FiscalCalendar.StartingIn(4, FiscalYearName.ByStart);

    [Fact]
    public void The_calendar_year_covers_its_first_day_and_its_last()
    {
        foreach (var kind in FiscalSample.Kinds)
        {
            Assert.Equal(
                FiscalCalendar.CalendarYear.Period(kind, 1, 1), FiscalCalendar.CalendarYear.PeriodOf(new LocalDate(1, 1, 1), kind));
            Assert.Throws<OverflowException>(() => FiscalCalendar.CalendarYear.Period(kind, 1, 1).Previous());
            if (kind == FiscalPeriodKind.Week)
                continue;

            var last = FiscalCalendar.CalendarYear.PeriodOf(LocalDate.MaxIsoValue, kind);
            Assert.Equal(FiscalCalendar.CalendarYear.Period(kind, 9999, FiscalCalendar.CalendarYear.Count(kind, 9999)), last);
            Assert.Equal(LocalDate.MaxIsoValue, last.End);
            Assert.Throws<OverflowException>(() => last.Next());
        }
    }

    // The last whole week ends on Sunday 26 December 9999.
    [Fact]
    public void A_week_that_would_end_after_the_last_day_is_refused()
    {
        var last = FiscalCalendar.CalendarYear.PeriodOf(new LocalDate(9999, 12, 26), FiscalPeriodKind.Week);

        Assert.Equal("9999-W51", last.Label);
        Assert.Throws<OverflowException>(() => last.Next());
        Assert.Equal("date", RefusedDate(FiscalCalendar.CalendarYear, new LocalDate(9999, 12, 27), FiscalPeriodKind.Week));
        Assert.Equal("date", RefusedDate(FiscalCalendar.CalendarYear, LocalDate.MaxIsoValue, FiscalPeriodKind.Week));
        Assert.Equal(
            "year",
            Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Week, 9999, 52))
                .ParamName);
        Assert.Equal(
            "span",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => FiscalCalendar.CalendarYear.Periods(FiscalPeriodKind.Week, DateSpan.OfYear(9999))).ParamName);
    }

    [Fact]
    public void A_year_that_would_end_after_the_last_day_is_refused_and_its_months_before_are_not()
    {
        Assert.Equal("9998-04-01/9999-03-31", s_fromApril.Year(9998).Span.ToString());
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => s_fromApril.Year(9999)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => s_fromApril.Year(9998).InYear(9999)).ParamName);
        Assert.Equal("date", RefusedDate(s_fromApril, LocalDate.MaxIsoValue, FiscalPeriodKind.Year));
        Assert.Equal("date", RefusedDate(s_fromApril, new LocalDate(9999, 4, 1), FiscalPeriodKind.Year));
        Assert.Equal(LocalDate.MaxIsoValue, s_fromApril.PeriodOf(LocalDate.MaxIsoValue, FiscalPeriodKind.Month).End);
        Assert.Equal("FY9999-Q3", s_fromApril.PeriodOf(LocalDate.MaxIsoValue, FiscalPeriodKind.Quarter).Label);
    }

    [Fact]
    public void A_year_before_the_first_is_refused()
    {
        Assert.Equal("date", RefusedDate(s_fromApril, new LocalDate(1, 3, 31), FiscalPeriodKind.Year));
        Assert.Equal(1, s_fromApril.PeriodOf(new LocalDate(1, 4, 1), FiscalPeriodKind.Year).Year);
        Assert.Equal("date", RefusedDate(FiscalCalendar.CalendarYear, new LocalDate(0, 12, 31), FiscalPeriodKind.Year));

        // A year 1 that is named by its end begins before, and is whole.
        var byEnd = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd);
        Assert.Equal("0000-04-01/0001-03-31", byEnd.Year(1).Span.ToString());
        Assert.Equal(byEnd.Year(1), byEnd.PeriodOf(new LocalDate(0, 4, 1), FiscalPeriodKind.Year));
        Assert.Equal("date", RefusedDate(byEnd, new LocalDate(0, 3, 31), FiscalPeriodKind.Year));

        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => byEnd.Year(0)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => byEnd.Year(10_000)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => byEnd.Year(1).InYear(0)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => byEnd.Count(FiscalPeriodKind.Week, 0)).ParamName);
    }

    [Property]
    public Property Every_calendar_covers_exactly_the_days_from_its_year_1_to_its_last_period() =>
        Prop.ForAll(FiscalSample.Any, Gen.Elements(FiscalSample.Kinds).ToArbitrary(), (sample, kind) =>
        {
            var first = sample.Calendar.Period(kind, 1, 1);
            var last = Last(sample.Calendar, kind);
            return sample.Calendar.PeriodOf(first.Start, kind) == first && sample.Calendar.PeriodOf(last.End, kind) == last
                && RefusedDate(sample.Calendar, first.Start.PlusDays(-1), kind) == "date"
                && (last.End == LocalDate.MaxIsoValue || RefusedDate(sample.Calendar, last.End.PlusDays(1), kind) == "date");
        });

    [Property]
    public Property No_day_fails_deep_inside() =>
        Prop.ForAll(
            FiscalSample.Any, Gen.Elements(FiscalSample.Kinds).ToArbitrary(), Gen.Choose(0, 800).ToArbitrary(), (sample, kind, days) =>
            DaysNearTheEnds(days).All(day =>
                RefusedDate(sample.Calendar, day, kind) is "date" or null));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(600_000)]
    public void Steps_out_of_time_overflow(int count)
    {
        foreach (var kind in FiscalSample.Kinds)
        {
            Assert.Throws<OverflowException>(() => FiscalCalendar.CalendarYear.PeriodOf(new LocalDate(2026, 1, 1), kind).Plus(count));
            Assert.Throws<OverflowException>(() => FiscalCalendar.Nrf.PeriodOf(new LocalDate(2026, 1, 1), kind).Plus(count));
        }
    }

    [Property]
    public Property The_try_form_finds_what_the_other_finds_and_says_false_where_it_refuses() =>
        Prop.ForAll(
            FiscalSample.Any, Gen.Elements(FiscalSample.Kinds).ToArbitrary(), Gen.Choose(0, 800).ToArbitrary(), (sample, kind, days) =>
            DaysNearTheEnds(days).All(day =>
                sample.Calendar.TryPeriodOf(day, kind, out var period)
                    ? period == sample.Calendar.PeriodOf(day, kind)
                    : period == default && RefusedDate(sample.Calendar, day, kind) == "date"));

    [Fact]
    public void The_try_form_refuses_what_is_no_day_or_kind()
    {
        var julian = new LocalDate(2026, 4, 11).WithCalendar(CalendarSystem.Julian);

        Assert.Equal(
            "date", Assert.Throws<ArgumentException>(() => s_fromApril.TryPeriodOf(julian, FiscalPeriodKind.Year, out _)).ParamName);
        Assert.Equal(
            "kind",
            Assert.Throws<ArgumentOutOfRangeException>(() => s_fromApril.TryPeriodOf(LocalDate.MinIsoValue, (FiscalPeriodKind)6, out _))
                .ParamName);
    }

    private static FiscalPeriod Last(FiscalCalendar calendar, FiscalPeriodKind kind)
    {
        var period = calendar.PeriodOf(new LocalDate(9990, 1, 1), kind);
        while (true)
        {
            try
            {
                period = period.Next();
            }
            catch (OverflowException)
            {
                return period;
            }
        }
    }

    private static LocalDate[] DaysNearTheEnds(int days) =>
        [LocalDate.MinIsoValue.PlusDays(days), LocalDate.MaxIsoValue.PlusDays(-days), new LocalDate(1, 1, 1).PlusDays(days - 400)];

    private static string? RefusedDate(FiscalCalendar calendar, LocalDate date, FiscalPeriodKind kind)
    {
        try
        {
            _ = calendar.PeriodOf(date, kind).Span;
            return null;
        }
        catch (ArgumentOutOfRangeException e)
        {
            return e.ParamName;
        }
    }
}
