using System;
using System.Linq;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using Xunit;

namespace SalesDomain.Tests.Working;

public sealed class EndsOfTime
{
    private static readonly WorkCalendar s_always = WorkCalendar.Weekends().WithHours(WorkingHours.AllDay);
    private static readonly WorkCalendar s_desk = WorkCalendar.MondayToFriday.WithHours(WorkingHours.Parse("09:00-17:00"));
    private static readonly WorkCalendar s_2025 = s_desk.WithValidity(DateSpan.OfYear(2025));

    [Fact]
    public void All_days_can_be_counted()
    {
        var all = new DateSpan(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

        Assert.Equal(all.Days, WorkCalendar.Weekends().WorkingDays(all));
        Assert.Equal(0, WorkCalendar.Weekends().WithHolidays(all).WorkingDays(all));
        Assert.Equal(all.Days - 1, WorkCalendar.Weekends().WorkingDaysBetween(LocalDate.MinIsoValue, LocalDate.MaxIsoValue));
        Assert.Equal(LocalDate.MaxIsoValue, WorkCalendar.Weekends().AddWorkingDays(LocalDate.MinIsoValue, all.Days!.Value - 1));
        Assert.Equal(LocalDate.MinIsoValue, WorkCalendar.Weekends().AddWorkingDays(LocalDate.MaxIsoValue, 1 - all.Days!.Value));
    }

    [Fact]
    public void Beyond_the_last_day_is_refused()
    {
        var days = WorkCalendar.MondayToFriday;
        var never = days.WithHolidays(new DateSpan(LocalDate.MinIsoValue, LocalDate.MaxIsoValue));

        foreach (var count in new[] { int.MinValue, -8_000_000, 8_000_000, int.MaxValue })
        {
            Assert.Equal(
                "days", Assert.Throws<ArgumentOutOfRangeException>(() => days.AddWorkingDays(new LocalDate(2025, 1, 1), count)).ParamName);
        }

        foreach (var count in new[] { -1, 1 })
        {
            Assert.Equal(
                "days", Assert.Throws<ArgumentOutOfRangeException>(() => never.AddWorkingDays(new LocalDate(2025, 1, 1), count)).ParamName);
        }

        Assert.Equal("date", Assert.Throws<ArgumentOutOfRangeException>(() => never.OnOrAfter(new LocalDate(2025, 1, 1))).ParamName);
        Assert.Equal("date", Assert.Throws<ArgumentOutOfRangeException>(() => never.OnOrBefore(new LocalDate(2025, 1, 1))).ParamName);
    }

    [Fact]
    public void All_time_there_is_can_be_worked()
    {
        var (from, to) = (Instant.MinValue, Instant.MaxValue);

        Assert.Equal(to - from, s_always.WorkingTime(from, to, DateTimeZone.Utc));
        Assert.Equal(to, s_always.AddWorkingTime(from, to - from, DateTimeZone.Utc));
        Assert.Equal(
            "duration",
            Assert.Throws<ArgumentOutOfRangeException>(() => s_always.AddWorkingTime(from, to - from + Duration.Epsilon, DateTimeZone.Utc))
                .ParamName);
        Assert.Equal(
            "duration",
            Assert.Throws<ArgumentOutOfRangeException>(() => s_always.AddWorkingTime(from, Duration.MaxValue, DateTimeZone.Utc)).ParamName);
        Assert.Equal("from", Assert.Throws<ArgumentOutOfRangeException>(() => s_desk.NextWorkingTime(to, DateTimeZone.Utc)).ParamName);
    }

    [Fact]
    public void An_instant_whose_local_day_is_no_date_is_refused()
    {
        var (west, east) = (DateTimeZone.ForOffset(Offset.FromHours(-18)), DateTimeZone.ForOffset(Offset.FromHours(18)));

        Assert.Equal("instant", Assert.Throws<ArgumentOutOfRangeException>(() => s_always.IsWorkingTime(Instant.MinValue, west)).ParamName);
        Assert.Equal("instant", Assert.Throws<ArgumentOutOfRangeException>(() => s_always.IsWorkingTime(Instant.MaxValue, east)).ParamName);
        Assert.True(s_always.IsWorkingTime(Instant.MinValue, east));
        Assert.True(s_always.IsWorkingTime(Instant.MaxValue, west));
        Assert.Equal(
            "duration",
            Assert.Throws<ArgumentOutOfRangeException>(() => s_always.AddWorkingTime(Instant.MaxValue, Duration.FromHours(1), west))
                .ParamName);
    }

    [Fact]
    public void Outside_the_validity_nothing_is_answered()
    {
        Assert.Equal(261, s_2025.WorkingDays(DateSpan.OfYear(2025)));
        Assert.Equal(new LocalDate(2025, 12, 31), s_2025.AddWorkingDays(new LocalDate(2025, 12, 30), 1));
        foreach (var (name, question) in new (string, Func<object>)[]
        {
            ("date", () => s_2025.IsWorkingDay(new LocalDate(2024, 12, 31))),
            ("date", () => s_2025.IsWorkingDay(new LocalDate(2026, 1, 1))),
            ("span", () => s_2025.WorkingDays(DateSpan.Parse("2025-12-01/2026-01-01"))),
            ("from", () => s_2025.WorkingDaysBetween(new LocalDate(2024, 12, 31), new LocalDate(2025, 1, 1))),
            ("to", () => s_2025.WorkingDaysBetween(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1))),
            ("days", () => s_2025.AddWorkingDays(new LocalDate(2025, 12, 30), 2)),
            ("days", () => s_2025.AddWorkingDays(new LocalDate(2025, 1, 1), -1)),
        })
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(question);
            Assert.Equal(name, refusal.ParamName);
            Assert.Contains("2025-01-01/2025-12-31", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_try_outside_the_validity_is_false()
    {
        var (last, next) = (new LocalDate(2025, 12, 31), new LocalDate(2026, 1, 1));
        var midnight = Instant.FromUtc(2026, 1, 1, 0, 0);
        var hour = Duration.FromHours(1);

        Assert.True(s_2025.TryAddWorkingDays(last.PlusDays(-1), 1, out var day));
        Assert.Equal(last, day);
        Assert.False(s_2025.TryAddWorkingDays(last, 1, out day));
        Assert.Equal(default, day);
        Assert.False(s_2025.TryAddWorkingDays(next, -1, out _));
        Assert.False(s_2025.TryAddWorkingDays(next, 0, out _));
        Assert.False(s_2025.TryAddWorkingDays(last, int.MaxValue, out _));
        Assert.False(s_2025.TryAddWorkingDays(last, int.MinValue, out _));

        var closed = s_2025.WithHolidays(last);
        Assert.False(closed.TryRoll(last, BusinessDayConvention.Following, out day));
        Assert.Equal(default, day);
        Assert.False(closed.TryRoll(next, BusinessDayConvention.Unadjusted, out _));
        Assert.True(closed.TryRoll(last, BusinessDayConvention.ModifiedFollowing, out day));
        Assert.Equal(new LocalDate(2025, 12, 30), day);

        Assert.True(s_2025.TryAddWorkingTime(midnight - (8 * hour), hour, DateTimeZone.Utc, out var at));
        Assert.Equal(midnight - (7 * hour), at);
        Assert.False(s_2025.TryAddWorkingTime(midnight - (8 * hour), hour + Duration.Epsilon, DateTimeZone.Utc, out at));
        Assert.Equal(default, at);
        Assert.False(s_2025.TryAddWorkingTime(midnight + Duration.Epsilon, Duration.Zero, DateTimeZone.Utc, out _));
        Assert.True(s_2025.TryAddWorkingTime(midnight, Duration.Zero, DateTimeZone.Utc, out _));
    }

    [Fact]
    public void Days_gone_need_the_span_to_be_known_and_not_the_day()
    {
        var year = DateSpan.OfYear(2025);

        Assert.Equal(
            (0, 261), (s_2025.ElapsedWorkingDays(year, LocalDate.MinIsoValue), s_2025.RemainingWorkingDays(year, LocalDate.MinIsoValue)));
        Assert.Equal(
            (1, 260),
            (s_2025.ElapsedWorkingDays(year, new LocalDate(2025, 1, 1)), s_2025.RemainingWorkingDays(year, new LocalDate(2025, 1, 1))));
        Assert.Equal(
            (261, 0), (s_2025.ElapsedWorkingDays(year, LocalDate.MaxIsoValue), s_2025.RemainingWorkingDays(year, LocalDate.MaxIsoValue)));
        foreach (var question in new Func<DateSpan, LocalDate, int>[] { s_2025.ElapsedWorkingDays, s_2025.RemainingWorkingDays })
        {
            var beyond = DateSpan.Parse("2025-12-01/2026-01-01");
            Assert.Equal("span", Assert.Throws<ArgumentOutOfRangeException>(() => question(beyond, new LocalDate(2025, 12, 1))).ParamName);
            Assert.Equal(
                "span",
                Assert.Throws<ArgumentException>(() => question(DateSpan.From(new LocalDate(2025, 1, 1)), new LocalDate(2025, 12, 1)))
                    .ParamName);
        }
    }

    // 30 November 2025 is a Sunday; of December nothing is known.
    [Fact]
    public void A_roll_within_a_month_needs_no_more_than_the_month()
    {
        var sunday = new LocalDate(2025, 11, 30);
        var november = s_desk.WithValidity(DateSpan.OfMonth(2025, 11));

        Assert.Equal(new LocalDate(2025, 11, 28), november.Roll(sunday, BusinessDayConvention.ModifiedFollowing));
        Assert.Throws<ArgumentOutOfRangeException>(() => november.Roll(sunday, BusinessDayConvention.Following));
        Assert.Throws<ArgumentOutOfRangeException>(() => november
            .WithValidity(DateSpan.Parse("2025-11-01/2025-11-29"))
            .Roll(new LocalDate(2025, 11, 29), BusinessDayConvention.ModifiedFollowing));
        Assert.Equal(new LocalDate(2025, 11, 3), november.Roll(new LocalDate(2025, 11, 2), BusinessDayConvention.ModifiedPreceding));
        Assert.Throws<ArgumentOutOfRangeException>(() => november
            .WithValidity(DateSpan.Parse("2025-11-02/2025-11-30"))
            .Roll(new LocalDate(2025, 11, 2), BusinessDayConvention.ModifiedPreceding));
    }

    [Fact]
    public void The_last_midnight_of_the_validity_ends_it()
    {
        var zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        var (from, to) = (zone.AtStartOfDay(new LocalDate(2025, 1, 1)).ToInstant(),
            zone.AtStartOfDay(new LocalDate(2026, 1, 1)).ToInstant());
        var always = s_always.WithValidity(DateSpan.OfYear(2025));

        Assert.Equal(Duration.FromDays(365), always.WorkingTime(from, to, zone));
        Assert.Equal(to, always.AddWorkingTime(from, Duration.FromDays(365), zone));
        Assert.Equal(
            "from", Assert.Throws<ArgumentOutOfRangeException>(() => always.WorkingTime(from - Duration.Epsilon, to, zone)).ParamName);
        Assert.Equal(
            "to", Assert.Throws<ArgumentOutOfRangeException>(() => always.WorkingTime(from, to + Duration.Epsilon, zone)).ParamName);
        Assert.Equal(
            "duration",
            Assert.Throws<ArgumentOutOfRangeException>(() => always.AddWorkingTime(from, Duration.FromDays(365) + Duration.Epsilon, zone))
                .ParamName);
        Assert.Equal(
            "from", Assert.Throws<ArgumentOutOfRangeException>(() => s_2025.NextWorkingTime(to - Duration.FromHours(1), zone)).ParamName);
    }

    [Fact]
    public void In_every_zone_every_hour_of_a_century_is_worked_once()
    {
        var (from, to) = (Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0));

        Assert.All(DateTimeZoneProviders.Tzdb.GetAllZones(), zone =>
        {
            Assert.Equal(to - from, s_always.WorkingTime(from, to, zone));
            Assert.Equal(to, s_always.AddWorkingTime(from, to - from, zone));
        });
    }

    // Working time rests on this: between two changes the clocks catch up with what they showed before.
    [Fact]
    public void In_every_zone_wall_time_is_mapped_without_ever_going_back()
    {
        var resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
        Assert.All(DateTimeZoneProviders.Tzdb.GetAllZones(), zone =>
        {
            foreach (var interval in zone.GetZoneIntervals(Instant.FromUtc(1840, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0))
                .Where(interval => interval.HasStart))
            {
                var change = interval.Start.InZone(zone).LocalDateTime;
                var mapped = Enumerable.Range(-30, 60).Select(hour => zone.ResolveLocal(change.PlusHours(hour), resolver).ToInstant())
                    .ToArray();
                Assert.Equal(mapped.OrderBy(instant => instant), mapped);
            }
        });
    }
}
