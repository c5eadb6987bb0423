using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class PartsOfPeriods
{
    [Property]
    public Property Parts_follow_each_other_and_have_exactly_the_days_of_the_whole() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Elements(FiscalSample.Kinds).ToArbitrary(), (whole, kind) =>
        {
            if (!Nests(whole, kind))
                return Refuses(whole, kind);

            var parts = whole.Parts(kind);
            return parts[0].Start == whole.Start && parts[parts.Count - 1].End == whole.End
                && parts.Zip(parts.Skip(1), (earlier, later) => earlier.End.PlusDays(1) == later.Start).All(holds => holds)
                && parts.All(part => part.Kind == kind && part.Year == whole.Year && part.Calendar == whole.Calendar);
        });

    [Theory]
    [InlineData("2026", FiscalPeriodKind.Half, "2026-H1 2026-H2")]
    [InlineData("2026-H2", FiscalPeriodKind.Quarter, "2026-Q3 2026-Q4")]
    [InlineData("2026-Q1", FiscalPeriodKind.Month, "2026-M01 2026-M02 2026-M03")]
    [InlineData("2026-M02", FiscalPeriodKind.TenDays, "2026-M02-T1 2026-M02-T2 2026-M02-T3")]
    [InlineData("2026-W07", FiscalPeriodKind.Week, "2026-W07")]
    [InlineData("2026-M02-T3", FiscalPeriodKind.TenDays, "2026-M02-T3")]
    public void Parts_of_the_calendar_year(string whole, FiscalPeriodKind kind, string parts) =>
        Assert.Equal(parts, string.Join(" ", FiscalCalendar.CalendarYear.ParsePeriod(whole).Parts(kind).Select(part => part.Label)));

    [Theory]
    [InlineData("2026-M02-T1", "2026-02-01/2026-02-10")]
    [InlineData("2026-M02-T2", "2026-02-11/2026-02-20")]
    [InlineData("2026-M02-T3", "2026-02-21/2026-02-28")]
    [InlineData("2024-M02-T3", "2024-02-21/2024-02-29")]
    [InlineData("2026-M04-T3", "2026-04-21/2026-04-30")]
    [InlineData("2026-M03-T3", "2026-03-21/2026-03-31")]
    public void Ten_day_periods_begin_on_the_1st_the_11th_and_the_21st(string label, string span) =>
        Assert.Equal(span, FiscalCalendar.CalendarYear.ParsePeriod(label).Span.ToString());

    // With months that close on the 25th they are days 1 to 10, 11 to 20 and 21 to the end of the fiscal month.
    [Theory]
    [InlineData("FY2026-M03-T1", "2026-02-26/2026-03-07")]
    [InlineData("FY2026-M03-T2", "2026-03-08/2026-03-17")]
    [InlineData("FY2026-M03-T3", "2026-03-18/2026-03-25")]
    public void Ten_day_periods_count_the_days_of_the_fiscal_month(string label, string span) =>
        Assert.Equal(span, FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay).ParsePeriod(label).Span.ToString());

    [Theory]
    [InlineData(25, "2026-M01", "2026-01-01/2026-01-10 2026-01-11/2026-01-20 2026-01-21/2026-01-25")]
    [InlineData(25, "2026-M02", "2026-01-26/2026-02-04 2026-02-05/2026-02-14 2026-02-15/2026-02-25")]
    [InlineData(25, "2026-M12", "2026-11-26/2026-12-05 2026-12-06/2026-12-15 2026-12-16/2026-12-31")]
    [InlineData(21, "2026-M01", "2026-01-01/2026-01-10 2026-01-11/2026-01-20 2026-01-21/2026-01-21")]
    [InlineData(20, "2026-M01", "2026-01-01/2026-01-10 2026-01-11/2026-01-19 2026-01-20/2026-01-20")]
    [InlineData(12, "2026-M01", "2026-01-01/2026-01-10 2026-01-11/2026-01-11 2026-01-12/2026-01-12")]
    [InlineData(3, "2026-M01", "2026-01-01/2026-01-01 2026-01-02/2026-01-02 2026-01-03/2026-01-03")]
    public void Where_the_year_keeps_its_end_the_first_month_is_short_and_the_last_is_long(int closingDay, string label, string spans) =>
        Assert.Equal(
            spans,
            string.Join(
                " ",
                FiscalCalendar.CalendarYear.WithClosingDay(closingDay, YearClosing.AtMonthEnd).ParsePeriod(label)
                    .Parts(FiscalPeriodKind.TenDays).Select(part => part.Span)));

    [Theory]
    [InlineData("FY2023-M01", 10, 10, 8)]
    [InlineData("FY2023-M02", 10, 10, 15)]
    [InlineData("FY2023-M12", 10, 10, 15)]
    public void Ten_day_periods_of_months_by_week_end_with_what_is_left(string month, params int[] days) =>
        Assert.Equal(days, FiscalCalendar.Nrf.ParsePeriod(month).Parts(FiscalPeriodKind.TenDays).Select(part => part.Days));

    [Fact]
    public void Weeks_that_run_across_months_are_no_parts_and_the_refusal_says_where_to_find_them()
    {
        var month = FiscalCalendar.CalendarYear.ParsePeriod("2026-M02");

        var refusal = Assert.Throws<ArgumentException>(() => month.Parts(FiscalPeriodKind.Week));

        Assert.Equal("kind", refusal.ParamName);
        Assert.Contains("Periods", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("2026-M02", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(5, month.Calendar.Periods(FiscalPeriodKind.Week, month.Span).Count);
    }

    [Fact]
    public void An_unknown_kind_is_refused() =>
        Assert.Equal(
            "kind", Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.Nrf.Year(2026).Parts((FiscalPeriodKind)6)).ParamName);

    private static bool Nests(FiscalPeriod whole, FiscalPeriodKind kind) =>
        kind == whole.Kind
        || (kind == FiscalPeriodKind.Week ? whole.Calendar.HasMonthsOfWeeks && whole.Kind != FiscalPeriodKind.TenDays : kind > whole.Kind);

    private static bool Refuses(FiscalPeriod whole, FiscalPeriodKind kind)
    {
        try
        {
            whole.Parts(kind);
            return false;
        }
        catch (ArgumentException e)
        {
            return e.ParamName == "kind";
        }
    }
}
