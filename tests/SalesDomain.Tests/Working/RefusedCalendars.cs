using System;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Working;

public sealed class RefusedCalendars
{
    private static readonly WorkCalendar s_calendar = WorkCalendar.MondayToFriday.WithHours(WorkingHours.Parse("09:00-17:00"));
    private static readonly WorkingHours s_short = WorkingHours.Parse("09:00-12:00");
    private static readonly LocalDate s_sunday = new(2025, 9, 28);
    private static readonly LocalDate s_monday = new(2025, 9, 29);

    [Fact]
    public void A_week_without_a_working_day() =>
        Refused<ArgumentException>("days", "all seven", () => WorkCalendar.Weekends(
            IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
            IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday));

    [Fact]
    public void A_day_of_the_week_named_twice() =>
        Refused<ArgumentException>(
            "days", "sunday", () => WorkCalendar.Weekends(IsoDayOfWeek.Sunday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday));

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(-1)]
    public void What_is_no_day_of_the_week(int day)
    {
        Refused<ArgumentOutOfRangeException>("days", "", () => WorkCalendar.Weekends(IsoDayOfWeek.Sunday, (IsoDayOfWeek)day));
        Refused<ArgumentOutOfRangeException>("day", "", () => s_calendar.WithHoursOn((IsoDayOfWeek)day, s_short));
    }

    [Fact]
    public void A_holiday_without_an_end()
    {
        Refused<ArgumentException>(
            "spans", "2025-10-01/..", () => s_calendar.WithHolidays(DateSpan.On(s_monday), DateSpan.From(new LocalDate(2025, 10, 1))));
        Refused<ArgumentException>("spans", "../..", () => s_calendar.WithHolidays(default(DateSpan)));
    }

    [Fact]
    public void A_date_that_is_holiday_and_make_up_day_whichever_comes_first()
    {
        Refused<ArgumentException>(
            "dates", "2025-09-28", () => s_calendar.WithHolidays(DateSpan.Parse("2025-09-27/2025-09-28")).WithMakeUpDays(s_sunday));
        Refused<ArgumentException>(
            "spans", "2025-09-28", () => s_calendar.WithMakeUpDays(s_sunday).WithHolidays(DateSpan.Parse("2025-09-28/2025-09-30")));
        Refused<ArgumentException>("dates", "2025-09-28", () => s_calendar.WithMakeUpDays(s_sunday).WithHolidays(s_sunday));
        Assert.True(
            s_calendar.WithMakeUpDays(s_sunday).WithHolidays(DateSpan.Parse("2025-09-26/2025-09-27"), DateSpan.On(s_monday))
                .IsWorkingDay(s_sunday));
    }

    [Fact]
    public void Hours_on_a_day_without_work_whichever_comes_first()
    {
        Refused<ArgumentException>("date", "2025-09-28", () => s_calendar.WithHoursOn(s_sunday, s_short));
        Refused<ArgumentException>("dates", "2025-09-29", () => s_calendar.WithHoursOn(s_monday, s_short).WithHolidays(s_monday));
        Refused<ArgumentException>("day", "sunday", () => s_calendar.WithHoursOn(IsoDayOfWeek.Sunday, s_short));
        var sunday = s_calendar.WithMakeUpDays(s_sunday).WithHoursOn(s_sunday, s_short);
        Assert.Equal(s_short, sunday.HoursOn(s_sunday));
        Refused<ArgumentException>("dates", "2025-09-28", () => sunday.WithoutMakeUpDays(s_sunday));
        Assert.Equal(s_calendar, sunday.WithoutHoursOn(DateSpan.On(s_sunday)).WithoutMakeUpDays(s_sunday));
    }

    [Fact]
    public void A_season_without_an_end()
    {
        Refused<ArgumentException>(
            "season", "2025-05-01/..", () => s_calendar.WithHoursOn(DateSpan.From(new LocalDate(2025, 5, 1)), s_short));
        Refused<ArgumentException>("season", "../..", () => s_calendar.WithHoursOn(DateSpan.Always, s_short));
    }

    [Fact]
    public void Dates_of_another_calendar()
    {
        var other = s_monday.WithCalendar(CalendarSystem.Julian);

        Refused<ArgumentException>("dates", "Julian", () => s_calendar.WithHolidays(other));
        Refused<ArgumentException>("dates", "Julian", () => s_calendar.WithMakeUpDays(other));
        Refused<ArgumentException>("dates", "Julian", () => s_calendar.WithoutMakeUpDays(other));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.WithHoursOn(other, s_short));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.IsWorkingDay(other));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.HoursOn(other));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.AddWorkingDays(other, 0));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.OnOrAfter(other));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.OnOrBefore(other));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.Roll(other, BusinessDayConvention.Unadjusted));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.TryAddWorkingDays(other, 0, out _));
        Refused<ArgumentException>("date", "Julian", () => s_calendar.TryRoll(other, BusinessDayConvention.Unadjusted, out _));
        Refused<ArgumentException>("asOf", "Julian", () => s_calendar.ElapsedWorkingDays(DateSpan.On(s_monday), other));
        Refused<ArgumentException>("asOf", "Julian", () => s_calendar.RemainingWorkingDays(DateSpan.On(s_monday), other));
        Refused<ArgumentException>("from", "Julian", () => s_calendar.WorkingDaysBetween(other, s_monday));
        Refused<ArgumentException>("to", "Julian", () => s_calendar.WorkingDaysBetween(s_monday, other));
    }

    [Fact]
    public void Questions_that_make_no_sense()
    {
        var zone = DateTimeZone.Utc;
        var at = Instant.FromUtc(2025, 9, 29, 9, 0);

        Refused<ArgumentException>("span", "2025-09-29/..", () => s_calendar.WorkingDays(DateSpan.From(s_monday)));
        Refused<ArgumentException>("span", "../2025-09-29", () => s_calendar.WorkingDays(DateSpan.Until(s_monday)));
        Refused<ArgumentOutOfRangeException>("convention", "7", () => s_calendar.Roll(s_monday, (BusinessDayConvention)7));
        Refused<ArgumentOutOfRangeException>("convention", "7", () => s_calendar.TryRoll(s_monday, (BusinessDayConvention)7, out _));
        Refused<ArgumentOutOfRangeException>(
            "duration", "-0:01:00:00", () => s_calendar.TryAddWorkingTime(at, Duration.FromHours(-1), zone, out _));
        Refused<ArgumentOutOfRangeException>(
            "to", "2025-09-29T08:59:59.999999999Z", () => s_calendar.WorkingTime(at, at - Duration.Epsilon, zone));
        Refused<ArgumentOutOfRangeException>("duration", "-0:01:00:00", () => s_calendar.AddWorkingTime(at, Duration.FromHours(-1), zone));
        Assert.Equal(Duration.Zero, s_calendar.WorkingTime(at, at, zone));
        Assert.Equal(at, s_calendar.AddWorkingTime(at, Duration.Zero, zone));
    }

    [Fact]
    public void Questions_about_time_to_a_calendar_without_hours()
    {
        var days = WorkCalendar.MondayToFriday;
        var at = Instant.FromUtc(2025, 9, 29, 9, 0);

        Assert.Null(days.Hours);
        foreach (var question in new Func<object?>[]
        {
            () => days.HoursOn(s_monday),
            () => days.IsWorkingTime(at, DateTimeZone.Utc),
            () => days.NextWorkingTime(at, DateTimeZone.Utc),
            () => days.WorkingTime(at, at, DateTimeZone.Utc),
            () => days.AddWorkingTime(at, Duration.Zero, DateTimeZone.Utc),
            () => days.TryAddWorkingTime(at, Duration.Zero, DateTimeZone.Utc, out _),
            () => days.WithHoursOn(s_monday, s_short),
            () => days.WithHoursOn(IsoDayOfWeek.Monday, s_short),
            () => days.WithHoursOn(DateSpan.On(s_monday), s_short),
        })
        {
            Assert.Contains("WithHours", Assert.Throws<InvalidOperationException>(question).Message, StringComparison.Ordinal);
        }
    }

    private static void Refused<TException>(string parameterName, string value, Func<object?> action)
        where TException : ArgumentException
    {
        var refusal = Assert.Throws<TException>(action);
        Assert.Equal(parameterName, refusal.ParamName);
        Assert.Contains(value, refusal.Message, StringComparison.Ordinal);
    }
}
