using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

public sealed class RampsByMonth
{
    // Nothing in the first month (pitfall 15: a ramp makes a quota of 0 in month 1 every day of the year).
    private static readonly Ramp s_quarters = Ramp.Of(Percent(0), Percent(25), Percent(50), Percent(75), Percent(100));

    [Fact]
    public void Each_month_has_its_share_and_the_last_holds_on()
    {
        Assert.Equal([0m, 25m, 50m, 75m, 100m, 100m, 100m], Enumerable.Range(1, 7).Select(month => s_quarters.At(month).Percent));
        Assert.Equal(Percent(100), s_quarters.At(int.MaxValue));
        Assert.Equal(5, s_quarters.FullFromMonth);
        Assert.Equal(Percent(100), Ramp.None.At(1));
    }

    [Fact]
    public void A_ramp_by_steps_is_the_same_as_one_month_by_month()
    {
        var bySteps = Ramp.From((1, Percent(0)), (3, Percent(50)), (4, Percent(50)), (5, Percent(100)));
        TestHelper.TestEqualsClass(
            bySteps, Ramp.Of(Percent(0), Percent(0), Percent(50), Percent(50), Percent(100)),
            s_quarters, bySteps.ByMonthsOf(FiscalCalendar.CalendarYear, 15));
        TestHelper.TestEqualsClass(
            bySteps.ByMonthsOf(FiscalCalendar.CalendarYear, 15), bySteps.ByMonthsOf(FiscalCalendar.CalendarYear, 15),
            bySteps.ByMonthsOf(FiscalCalendar.CalendarYear, 16), bySteps.ByMonthsOf(FiscalCalendar.Nrf, 15));
        Assert.Equal("from 1: 0%, from 3: 50%, from 5: 100%, by months of tenure", bySteps.ToString());
        Assert.Equal(
            "from 1: 0%, from 3: 50%, from 5: 100%, by months of calendar-year, joined by day 15",
            bySteps.ByMonthsOf(FiscalCalendar.CalendarYear, 15).ToString());
    }

    [Theory]
    [InlineData("2026-01-31", "2026-02-27", 1)]
    [InlineData("2026-01-31", "2026-02-28", 2)]
    [InlineData("2026-01-31", "2026-03-30", 2)]
    [InlineData("2026-01-31", "2026-03-31", 3)]
    [InlineData("2026-01-31", "2026-04-29", 3)]
    [InlineData("2026-01-31", "2026-04-30", 4)]
    [InlineData("2024-02-29", "2025-02-27", 12)]
    [InlineData("2024-02-29", "2025-02-28", 13)]
    [InlineData("2026-04-15", "2026-04-15", 1)]
    [InlineData("2026-04-15", "2026-05-14", 1)]
    [InlineData("2026-04-15", "2026-05-15", 2)]
    public void Months_of_tenure_are_counted_from_the_start_and_do_not_drift(string start, string on, int month) =>
        Assert.Equal(month, s_quarters.MonthOf(Day(start), Day(on)));

    [Theory]
    [InlineData(15, "2026-04-15", "2026-04-30", 1)]
    [InlineData(15, "2026-04-15", "2026-05-01", 2)]
    [InlineData(15, "2026-04-16", "2026-04-30", 1)]
    [InlineData(15, "2026-04-16", "2026-05-01", 1)]
    [InlineData(15, "2026-04-16", "2026-05-31", 1)]
    [InlineData(15, "2026-04-16", "2026-06-01", 2)]
    [InlineData(1, "2026-04-01", "2026-05-01", 2)]
    [InlineData(1, "2026-04-02", "2026-05-31", 1)]
    [InlineData(31, "2026-05-31", "2026-06-01", 2)]
    public void By_months_of_a_calendar_the_day_of_joining_says_whether_its_month_counts(
        int joinedBy, string start, string on, int month) =>
        Assert.Equal(month, s_quarters.ByMonthsOf(FiscalCalendar.CalendarYear, joinedBy).MonthOf(Day(start), Day(on)));

    [Fact]
    public void Months_of_weeks_have_up_to_35_days_and_31_still_means_always()
    {
        var ramp = s_quarters.ByMonthsOf(FiscalCalendar.Nrf, 31);
        var march = FiscalCalendar.Nrf.Period(FiscalPeriodKind.Month, 2025, 2);
        Assert.Equal(35, march.Days);
        Assert.Equal(2, ramp.MonthOf(march.End, march.End.PlusDays(1)));
        Assert.Equal(1, s_quarters.ByMonthsOf(FiscalCalendar.Nrf, 30).MonthOf(march.End, march.End.PlusDays(1)));
    }

    [Fact]
    public void Before_the_start_there_is_no_share_which_is_not_a_share_of_zero()
    {
        var start = new LocalDate(2026, 4, 15);
        Assert.False(s_quarters.TryAt(start, start.PlusDays(-1), out var none));
        Assert.True(s_quarters.TryAt(start, start, out var first));
        Assert.Equal((Percent(0), Percent(0)), (none, first));
        Assert.Equal("on", Assert.Throws<ArgumentOutOfRangeException>(() => s_quarters.At(start, start.PlusDays(-1))).ParamName);
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => s_quarters.At(0)).ParamName);
    }

    [Fact]
    public void What_is_no_ramp_is_refused()
    {
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => Ramp.Of()).ParamName);
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => Ramp.Of(Percent(-1), Percent(100))).ParamName);
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => Ramp.Of(Percent(50), Percent(49.99m), Percent(100))).ParamName);
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => Ramp.Of(Percent(50), Percent(99.99m))).ParamName);
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => Ramp.Of(Percent(50), Percent(100.01m))).ParamName);
        Assert.Equal("steps", Assert.Throws<ArgumentException>(() => Ramp.From((2, Percent(100)))).ParamName);
        Assert.Equal("steps", Assert.Throws<ArgumentException>(() => Ramp.From((1, Percent(0)), (1, Percent(100)))).ParamName);
        Assert.Equal("joinedBy", Assert.Throws<ArgumentOutOfRangeException>(() => Ramp.None.ByMonthsOf(FiscalCalendar.Nrf, 0)).ParamName);
        Assert.Equal("joinedBy", Assert.Throws<ArgumentOutOfRangeException>(() => Ramp.None.ByMonthsOf(FiscalCalendar.Nrf, 32)).ParamName);
        Assert.Equal(
            "span", Assert.Throws<ArgumentException>(() => Ramp.None.Capacity(new LocalDate(2026, 1, 1), DateSpan.Always)).ParamName);
        Assert.Equal("firstMonth", Assert.Throws<ArgumentOutOfRangeException>(() => Ramp.None.FullMonths(0, 1)).ParamName);
        Assert.Equal("lastMonth", Assert.Throws<ArgumentOutOfRangeException>(() => Ramp.None.FullMonths(2, 1)).ParamName);
    }

    [Fact]
    public void The_first_year_of_a_ramp_holds_nine_and_a_half_full_months()
    {
        Assert.Equal(9.5m, s_quarters.FullMonths(1, 12));
        Assert.Equal(0m, s_quarters.FullMonths(1, 1));
        Assert.Equal(1.25m, s_quarters.FullMonths(3, 4));
        Assert.Equal(int.MaxValue - 2.5m, s_quarters.FullMonths(1, int.MaxValue));
    }

    [Fact]
    public void The_capacity_of_a_quarter_is_counted_day_by_day()
    {
        var capacity = s_quarters.Capacity(new LocalDate(2026, 2, 1), DateSpan.OfQuarter(2026, 2));

        Assert.Equal((91, (30 * 0.5m) + (31 * 0.75m) + 30m), (capacity.Days, capacity.FullDays));
        Assert.Equal(Percentage.Ratio(68.25m, 91m), capacity.AverageShare);
        Assert.True(capacity.Explain().IsVerified);
        Assert.Equal(
            """
            average share: 75%  [ratio]
              full days: 68.25  [sum]
                2026-04-01/2026-04-30: 15  [product]
                  days: 30  [fact]
                  share: 0.5  [by the rule]
                2026-05-01/2026-05-31: 23.25  [product]
                  days: 31  [fact]
                  share: 0.75  [by the rule]
                2026-06-01/2026-06-30: 30  [product]
                  days: 30  [fact]
                  share: 1  [by the rule]
              days: 91  [fact]

            """.Replace("\r\n", "\n"),
            capacity.Explain().ToString());
    }

    [Fact]
    public void Working_days_count_alone_when_a_calendar_is_given()
    {
        var capacity = Ramp.Of(Percent(50), Percent(100)).Capacity(
            new LocalDate(2026, 4, 15), WorkCalendar.MondayToFriday, new DateSpan(new LocalDate(2026, 4, 13), new LocalDate(2026, 5, 20)));

        // Two working days before the start, 22 at one half, 4 in full.
        Assert.Equal((28, 11m + 4m), (capacity.Days, capacity.FullDays));
        Assert.Equal(3, capacity.Slices.Count);
        Assert.False(capacity.Slices[0].HasValue);
        Assert.True(capacity.Explain().IsVerified);

        var weekend = new DateSpan(new LocalDate(2026, 4, 18), new LocalDate(2026, 4, 19));
        Assert.Null(Ramp.None.Capacity(new LocalDate(2026, 4, 15), WorkCalendar.MondayToFriday, weekend).AverageShare);
        Assert.True(Ramp.None.Capacity(new LocalDate(2026, 4, 15), WorkCalendar.MondayToFriday, weekend).Explain().IsVerified);
    }

    [Property]
    public Property The_timeline_and_the_capacity_say_what_each_day_says() =>
        Prop.ForAll(Ramps().ToArbitrary(), Starts().ToArbitrary(), Gen.Choose(-40, 400).ToArbitrary(), (ramp, start, offset) =>
        {
            var shares = ramp.SharesFrom(start);
            var first = start.PlusDays(offset);
            var days = Enumerable.Range(0, 70).Select(first.PlusDays).ToArray();
            var sum = 0m;
            foreach (var day in days)
            {
                Assert.Equal(ramp.TryAt(start, day, out var share), shares.TryAt(day, out var same));
                Assert.Equal(share, same);
                sum += share.Fraction;
            }

            var capacity = ramp.Capacity(start, new DateSpan(days[0], days[days.Length - 1]));
            Assert.Equal(sum, capacity.FullDays);
            Assert.True(capacity.Explain().IsVerified);
            Assert.Equal(Figure.OrAbsent(capacity.AverageShare), capacity.Explain().Value);
        });

    [Property]
    public Property The_share_never_falls_from_day_to_day_and_months_follow_one_another() =>
        Prop.ForAll(Ramps().ToArbitrary(), Starts().ToArbitrary(), Gen.Choose(0, 800).ToArbitrary(), (ramp, start, offset) =>
        {
            var day = start.PlusDays(offset);
            var step = ramp.MonthOf(start, day.PlusDays(1)) - ramp.MonthOf(start, day);
            return step is 0 or 1 && ramp.At(start, day.PlusDays(1)) >= ramp.At(start, day) && ramp.MonthOf(start, start) == 1;
        });

    [Property]
    public Property Months_add_up_as_they_are_counted_one_by_one() =>
        Prop.ForAll(Ramps().ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (ramp, from, more) =>
            ramp.FullMonths(from, from + more) == Enumerable.Range(from, more + 1).Sum(month => ramp.At(month).Fraction));

    [Fact]
    public void A_ramp_at_the_end_of_all_days_stops_with_them()
    {
        var last = new LocalDate(9999, 12, 31);
        Assert.Single(s_quarters.SharesFrom(last).Entries);
        Assert.Equal(2, s_quarters.SharesFrom(new LocalDate(9999, 11, 30)).Entries.Count);
        Assert.Equal(2, s_quarters.ByMonthsOf(FiscalCalendar.CalendarYear, 31).SharesFrom(new LocalDate(9999, 11, 30)).Entries.Count);
        Assert.Single(Ramp.From((1, Percent(0)), (int.MaxValue, Percent(100))).SharesFrom(new LocalDate(2026, 1, 1)).Entries);
    }

    private static Gen<Ramp> Ramps() =>
        from shares in Gen.Choose(0, 100).ListOf(5)
        from months in Gen.Choose(1, 4).ListOf(6)
        from calendar in Gen.Elements<FiscalCalendar?>(null, FiscalCalendar.CalendarYear, FiscalCalendar.Nrf, null)
        from joinedBy in Gen.Choose(1, 31)
        let steps = shares.Append(100).OrderBy(share => share)
            .Select((share, i) => (1 + months.Take(i).Sum(), Percentage.FromPercent(share))).ToArray()
        select calendar is null ? Ramp.From(steps) : Ramp.From(steps).ByMonthsOf(calendar, joinedBy);

    private static Gen<LocalDate> Starts() => from day in Gen.Choose(0, 1500) select new LocalDate(2023, 1, 1).PlusDays(day);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
