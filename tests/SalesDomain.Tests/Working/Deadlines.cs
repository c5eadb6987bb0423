using NodaTime;
using NodaTime.Text;
using Xunit;

namespace SalesDomain.Tests.Working;

public sealed class Deadlines
{
    private static readonly WorkCalendar s_desk = WorkCalendar.MondayToFriday.WithHours(WorkingHours.Parse("09:00-12:00,13:00-18:00"));
    private static readonly WorkCalendar s_shift = WorkCalendar.Weekends().WithHours(WorkingHours.Parse("00:00-06:00,22:00-24:00"));
    private static readonly WorkCalendar s_always = WorkCalendar.Weekends().WithHours(WorkingHours.AllDay);

    private static readonly DateTimeZone s_berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2025-11-24T09:00", "2025-11-24T18:00")] // the whole day: when it ends, not when the next begins
    [InlineData("2025-11-24T10:00", "2025-11-25T10:00")]
    [InlineData("2025-11-24T12:30", "2025-11-25T12:00")] // the lunch break is over both times
    [InlineData("2025-11-21T17:00", "2025-11-24T17:00")] // over a weekend
    [InlineData("2025-11-22T11:00", "2025-11-24T18:00")] // from within one
    [InlineData("2025-11-23T23:59", "2025-11-24T18:00")]
    [InlineData("2025-11-24T18:00", "2025-11-25T18:00")]
    public void Eight_working_hours(string from, string deadline)
    {
        var (start, end) = (Berlin(from), Berlin(deadline));

        Assert.Equal(end, s_desk.AddWorkingTime(start, Duration.FromHours(8), s_berlin));
        Assert.Equal(Duration.FromHours(8), s_desk.WorkingTime(start, end, s_berlin));
    }

    [Theory]
    [InlineData("2025-11-24T09:00", "2025-11-24T09:00")]
    [InlineData("2025-11-24T08:59", "2025-11-24T09:00")]
    [InlineData("2025-11-24T12:00", "2025-11-24T13:00")]
    [InlineData("2025-11-21T18:00", "2025-11-24T09:00")]
    public void A_clock_begins_to_run_when_work_does(string from, string next)
    {
        Assert.Equal(Berlin(next), s_desk.NextWorkingTime(Berlin(from), s_berlin));
        Assert.Equal(from == next, s_desk.IsWorkingTime(Berlin(from), s_berlin));
    }

    [Theory]
    [InlineData("2025-03-29T22:00", "2025-03-30T06:00", 7)]
    [InlineData("2025-10-25T22:00", "2025-10-26T06:00", 9)]
    [InlineData("2025-11-24T22:00", "2025-11-25T06:00", 8)]
    public void A_night_shift_is_as_long_as_the_night(string from, string to, int hours)
    {
        Assert.Equal(Duration.FromHours(hours), s_shift.WorkingTime(Berlin(from), Berlin(to), s_berlin));
        Assert.Equal(Berlin(to), s_shift.AddWorkingTime(Berlin(from), Duration.FromHours(hours), s_berlin));
    }

    [Theory]
    [InlineData("02:30-04:00", 60)] // begins with the change at three
    [InlineData("01:00-02:30", 60)] // ends with it at two
    [InlineData("02:10-02:50", 0)] // is left out
    public void Hours_that_the_clocks_leave_out_begin_and_end_at_the_change(string hours, int minutes)
    {
        var calendar = WorkCalendar.Weekends().WithHours(WorkingHours.Parse(hours));

        Assert.Equal(Duration.FromMinutes(minutes), calendar.WorkingTime(Berlin("2025-03-30T00:00"), Berlin("2025-03-31T00:00"), s_berlin));
    }

    [Theory]
    [InlineData("02:30-04:00", 150)] // begins at the first half past two
    [InlineData("01:00-02:30", 90)] // ends there
    [InlineData("02:10-02:50", 40)] // is not worked again
    [InlineData("03:00-04:00", 60)]
    [InlineData("02:00-03:00", 120)]
    public void Of_hours_that_the_clocks_show_twice_the_first_count(string hours, int minutes)
    {
        var calendar = WorkCalendar.Weekends().WithHours(WorkingHours.Parse(hours));

        Assert.Equal(Duration.FromMinutes(minutes), calendar.WorkingTime(Berlin("2025-10-26T00:00"), Berlin("2025-10-27T00:00"), s_berlin));
    }

    [Fact]
    public void Lord_Howe_puts_its_clocks_by_half_an_hour()
    {
        var zone = DateTimeZoneProviders.Tzdb["Australia/Lord_Howe"];

        Assert.Equal(Duration.FromMinutes((8 * 60) + 30), Night(s_shift, new LocalDate(2025, 4, 5), zone));
        Assert.Equal(Duration.FromMinutes((8 * 60) - 30), Night(s_shift, new LocalDate(2025, 10, 4), zone));
    }

    [Fact]
    public void In_Samoa_30_December_2011_was_no_day_to_work()
    {
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var thursday = zone.AtStrictly(new LocalDateTime(2011, 12, 29, 18, 0)).ToInstant();
        var saturday = zone.AtStrictly(new LocalDateTime(2011, 12, 31, 9, 0)).ToInstant();
        var everyDay = WorkCalendar.Weekends().WithHours(s_desk.Hours!);

        Assert.Equal(Duration.Zero, everyDay.WorkingTime(thursday, saturday, zone));
        Assert.Equal(saturday, everyDay.NextWorkingTime(thursday, zone));
        Assert.Equal(saturday - thursday, s_always.WorkingTime(thursday, saturday, zone));
        Assert.Equal(saturday + Duration.FromHours(1), everyDay.AddWorkingTime(thursday, Duration.FromHours(1), zone));
    }

    [Fact]
    public void In_Sao_Paulo_a_day_could_begin_at_one()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];
        var evening = zone.AtStrictly(new LocalDateTime(2018, 11, 3, 23, 0)).ToInstant();
        var calendar = WorkCalendar.Weekends(IsoDayOfWeek.Saturday).WithHours(WorkingHours.AllDay);

        Assert.Equal(zone.AtStartOfDay(new LocalDate(2018, 11, 4)).ToInstant(), calendar.NextWorkingTime(evening, zone));
        Assert.Equal(
            Duration.FromHours(23), calendar.WorkingTime(evening, zone.AtStartOfDay(new LocalDate(2018, 11, 5)).ToInstant(), zone));
    }

    [Fact]
    public void The_same_instants_are_other_hours_in_another_zone()
    {
        var (from, to) = (Instant.FromUtc(2025, 11, 24, 0, 0), Instant.FromUtc(2025, 11, 24, 10, 0));

        Assert.Equal(Duration.FromHours(2), s_desk.WorkingTime(from, to, s_berlin));
        Assert.Equal(Duration.FromHours(8), s_desk.WorkingTime(from, to, DateTimeZoneProviders.Tzdb["Asia/Shanghai"]));
        Assert.Equal(Duration.Zero, s_desk.WorkingTime(from, to, DateTimeZoneProviders.Tzdb["America/New_York"]));
    }

    [Fact]
    public void Hours_of_a_date_go_before_those_of_a_weekday_and_these_before_the_usual()
    {
        var usual = WorkingHours.Parse("09:00-18:00");
        var calendar = WorkCalendar.Weekends(IsoDayOfWeek.Sunday)
            .WithHours(WorkingHours.AllDay)
            .WithHoursOn(IsoDayOfWeek.Saturday, WorkingHours.Parse("09:00-12:00"))
            .WithHoursOn(new LocalDate(2022, 12, 31), WorkingHours.Parse("09:00-11:00"))
            .WithHoursOn(new LocalDate(2025, 12, 31), WorkingHours.Parse("09:00-14:00"))
            .WithHours(usual);

        Assert.Equal("09:00-11:00", calendar.HoursOn(new LocalDate(2022, 12, 31))!.ToString());
        Assert.Equal("09:00-12:00", calendar.HoursOn(new LocalDate(2022, 12, 24))!.ToString());
        Assert.Equal("09:00-14:00", calendar.HoursOn(new LocalDate(2025, 12, 31))!.ToString());
        Assert.Equal(usual, calendar.HoursOn(new LocalDate(2025, 12, 30)));
        Assert.Null(calendar.HoursOn(new LocalDate(2025, 12, 28)));
        Assert.Equal(
            Duration.FromHours((9 * 2) + 5 + (9 * 2) + 3),
            calendar.WorkingTime(Berlin("2025-12-29T00:00"), Berlin("2026-01-04T00:00"), s_berlin));
    }

    [Fact]
    public void A_later_call_replaces_the_hours_of_a_date()
    {
        var date = new LocalDate(2025, 12, 31);
        var changed = s_desk.WithHoursOn(date, WorkingHours.AllDay).WithHoursOn(date, WorkingHours.Parse("09:00-12:00"));

        Assert.Equal("09:00-12:00", changed.HoursOn(date)!.ToString());
        Assert.Equal(s_desk.WithHoursOn(date, WorkingHours.Parse("09:00-12:00")), changed);
    }

    [Fact]
    public void A_make_up_day_has_the_usual_hours()
    {
        var sunday = new LocalDate(2025, 9, 28);

        Assert.Equal(s_desk.Hours, s_desk.WithMakeUpDays(sunday).HoursOn(sunday));
        Assert.Equal(
            Duration.FromHours(8),
            s_desk.WithMakeUpDays(sunday).WorkingTime(Berlin("2025-09-27T00:00"), Berlin("2025-09-29T00:00"), s_berlin));
    }

    private static Duration Night(WorkCalendar calendar, LocalDate evening, DateTimeZone zone) =>
        calendar.WorkingTime(
            zone.AtStrictly(evening + new LocalTime(22, 0)).ToInstant(),
            zone.AtStrictly(evening.PlusDays(1) + new LocalTime(6, 0)).ToInstant(), zone);

    private static Instant Berlin(string local) =>
        s_berlin.AtStrictly(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value).ToInstant();
}
