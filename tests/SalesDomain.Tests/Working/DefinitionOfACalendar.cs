using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Working;

public sealed class DefinitionOfACalendar
{
    private static readonly LocalDate s_newYear = new(2025, 1, 1);
    private static readonly LocalDate s_sunday = new(2025, 9, 28);

    private static WorkCalendar Full => WorkCalendar.MondayToFriday
        .WithHolidays(s_newYear).WithHolidays(DateSpan.Parse("2025-10-01/2025-10-07"), DateSpan.On(new LocalDate(2025, 10, 8)))
        .WithMakeUpDays(s_sunday)
        .WithHours(WorkingHours.Parse("09:00-18:00"))
        .WithHoursOn(IsoDayOfWeek.Friday, WorkingHours.Parse("09:00-15:00"))
        .WithHoursOn(DateSpan.Parse("2025-05-01/2025-09-30"), WorkingHours.Parse("08:00-17:00"))
        .WithHoursOn(new LocalDate(2025, 12, 31), WorkingHours.Parse("09:00-12:00"))
        .WithValidity(DateSpan.OfYear(2025));

    [Fact]
    public void It_prints_all_of_it()
    {
        Assert.Equal(
            "weekend saturday, sunday; holidays 2025-01-01, 2025-10-01/2025-10-08; make-up days 2025-09-28; hours 09:00-18:00; "
            + "on friday 09:00-15:00; in 2025-05-01/2025-09-30 08:00-17:00; on 2025-12-31 09:00-12:00; valid 2025-01-01/2025-12-31",
            Full.ToString());
        Assert.Equal("no weekend", WorkCalendar.Weekends().ToString());
    }

    [Fact]
    public void Each_part_counts_for_equality()
    {
        TestHelper.TestEqualsClass(
            Full,
            Full,
            WorkCalendar.MondayToFriday,
            Full.WithHolidays(new LocalDate(2025, 4, 4)),
            Full.WithMakeUpDays(new LocalDate(2025, 10, 11)),
            Full.WithHours(WorkingHours.AllDay),
            Full.WithHoursOn(IsoDayOfWeek.Thursday, WorkingHours.AllDay),
            Full.WithHoursOn(new LocalDate(2025, 12, 30), WorkingHours.AllDay),
            Full.WithHoursOn(DateSpan.On(new LocalDate(2025, 12, 30)), WorkingHours.AllDay),
            Full.WithoutHolidays(DateSpan.On(s_newYear)),
            Full.WithoutMakeUpDays(s_sunday),
            Full.WithoutHoursOn(DateSpan.OfMonth(2025, 5)),
            Full.WithValidity(DateSpan.Always));
        Assert.NotEqual(WorkCalendar.Weekends(IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday), WorkCalendar.MondayToFriday);
    }

    [Fact]
    public void It_shows_its_parts()
    {
        Assert.Equal([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], Full.Weekend);
        Assert.Equal([DateSpan.On(s_newYear), DateSpan.Parse("2025-10-01/2025-10-08")], Full.Holidays);
        Assert.Equal([s_sunday], Full.MakeUpDays);
        Assert.Equal(WorkingHours.Parse("09:00-18:00"), Full.Hours);
        Assert.Equal(DateSpan.OfYear(2025), Full.Validity);
        Assert.Equal(DateSpan.Always, WorkCalendar.MondayToFriday.Validity);
    }

    [Fact]
    public void What_was_given_is_taken_back_and_what_is_not_there_changes_nothing()
    {
        var bare = WorkCalendar.MondayToFriday.WithHours(WorkingHours.Parse("09:00-18:00"))
            .WithHoursOn(IsoDayOfWeek.Friday, WorkingHours.Parse("09:00-15:00"));

        Assert.Equal(
            bare,
            Full.WithoutHolidays(DateSpan.Always).WithoutMakeUpDays(s_sunday).WithoutHoursOn(DateSpan.Always)
                .WithValidity(DateSpan.Always));
        Assert.Equal(Full, Full.WithoutHolidays(DateSpan.Parse("2025-01-02/2025-09-30"), DateSpan.From(new LocalDate(2025, 10, 9))));
        Assert.Equal(Full, Full.WithoutMakeUpDays(new LocalDate(2025, 9, 27), s_newYear));
        Assert.Equal(Full, Full.WithoutHoursOn(DateSpan.Until(new LocalDate(2025, 4, 30)), DateSpan.Parse("2025-10-01/2025-12-30")));
        Assert.Equal(Full, Full.WithoutHolidays().WithoutMakeUpDays().WithoutHoursOn());
    }

    [Fact]
    public void Of_a_longer_holiday_the_days_outside_stay()
    {
        var national = WorkCalendar.MondayToFriday.WithHolidays(DateSpan.Parse("2025-10-01/2025-10-08"));

        Assert.Equal(
            [DateSpan.Parse("2025-10-01/2025-10-02"), DateSpan.Parse("2025-10-06/2025-10-07")],
            national.WithoutHolidays(DateSpan.Parse("2025-10-03/2025-10-05"), DateSpan.From(new LocalDate(2025, 10, 8))).Holidays);
    }

    // The make-up day comes before the holiday is made longer: a date is never both.
    [Fact]
    public void In_2020_the_Spring_Festival_was_extended_over_a_make_up_day()
    {
        var announced = WorkCalendar.MondayToFriday
            .WithHolidays(DateSpan.Parse("2020-01-24/2020-01-30")).WithMakeUpDays(new LocalDate(2020, 1, 19), new LocalDate(2020, 2, 1));
        var extended = announced.WithoutMakeUpDays(new LocalDate(2020, 2, 1)).WithHolidays(DateSpan.Parse("2020-01-31/2020-02-02"));

        var around = DateSpan.Parse("2020-01-19/2020-02-09");
        Assert.Equal((12, 10), (announced.WorkingDays(around), extended.WorkingDays(around)));
        Assert.Equal(new LocalDate(2020, 2, 3), extended.AddWorkingDays(new LocalDate(2020, 1, 23), 1));
    }

    // In the United Kingdom, Monday the 4th became Friday the 8th.
    [Fact]
    public void In_2020_the_early_May_bank_holiday_was_moved()
    {
        var (monday, friday) = (new LocalDate(2020, 5, 4), new LocalDate(2020, 5, 8));
        var moved = WorkCalendar.MondayToFriday.WithHolidays(monday).WithoutHolidays(DateSpan.On(monday)).WithHolidays(friday);

        Assert.True(moved.IsWorkingDay(monday));
        Assert.False(moved.IsWorkingDay(friday));
        Assert.Equal(WorkCalendar.MondayToFriday.WithHolidays(friday), moved);
    }

    [Fact]
    public void In_a_season_the_hours_of_a_date_go_before_and_those_of_the_week_after()
    {
        var (usual, noon, summer, party) = (
            WorkingHours.Parse("09:00-12:00,13:00-18:00"), WorkingHours.Parse("09:00-12:00"), WorkingHours.Parse("08:30-12:00,14:30-18:00"),
            WorkingHours.Parse("09:00-11:00"));
        var calendar = WorkCalendar.Weekends(IsoDayOfWeek.Sunday).WithHours(usual)
            .WithHoursOn(new LocalDate(2025, 6, 30), party)
            .WithHoursOn(DateSpan.Parse("2025-05-01/2025-09-30"), summer)
            .WithHoursOn(IsoDayOfWeek.Saturday, noon)
            .WithHolidays(DateSpan.Parse("2025-05-01/2025-05-05")).WithMakeUpDays(new LocalDate(2025, 9, 28));

        Assert.Equal(usual, calendar.HoursOn(new LocalDate(2025, 4, 30)));
        Assert.Null(calendar.HoursOn(new LocalDate(2025, 5, 1)));
        Assert.Equal(summer, calendar.HoursOn(new LocalDate(2025, 5, 6)));
        Assert.Equal(noon, calendar.HoursOn(new LocalDate(2025, 4, 26)));
        Assert.Equal(summer, calendar.HoursOn(new LocalDate(2025, 5, 10)));
        Assert.Null(calendar.HoursOn(new LocalDate(2025, 5, 11)));
        Assert.Equal(party, calendar.HoursOn(new LocalDate(2025, 6, 30)));
        Assert.Equal(summer, calendar.HoursOn(new LocalDate(2025, 9, 28)));
        Assert.Equal(summer, calendar.HoursOn(new LocalDate(2025, 9, 30)));
        Assert.Equal(usual, calendar.HoursOn(new LocalDate(2025, 10, 1)));

        var later = calendar.WithHoursOn(DateSpan.OfMonth(2025, 8), noon).WithoutHoursOn(DateSpan.OfMonth(2025, 6));
        Assert.Equal(
            [summer, usual, usual, summer, noon, summer],
            new[] { (5, 30), (6, 2), (6, 30), (7, 31), (8, 1), (9, 1) }
                .Select(day => later.HoursOn(new LocalDate(2025, day.Item1, day.Item2))));
    }

    [Fact]
    public void What_it_was_built_from_can_change_afterwards()
    {
        IsoDayOfWeek[] weekend = [IsoDayOfWeek.Sunday];
        DateSpan[] holidays = [DateSpan.On(s_newYear)];
        LocalDate[] makeUpDays = [s_sunday];
        var calendar = WorkCalendar.Weekends(weekend).WithHolidays(holidays).WithMakeUpDays(makeUpDays);
        (weekend[0], holidays[0], makeUpDays[0]) = (IsoDayOfWeek.Monday, DateSpan.OfYear(2025), s_newYear);

        Assert.Equal(WorkCalendar.Weekends(IsoDayOfWeek.Sunday).WithHolidays(s_newYear).WithMakeUpDays(s_sunday), calendar);
    }

    [Fact]
    public void Holidays_that_follow_day_upon_day_are_one_and_a_day_between_keeps_them_apart()
    {
        var joined = WorkCalendar.MondayToFriday.WithHolidays(
            DateSpan.Parse("2025-10-04/2025-10-08"), DateSpan.Parse("2025-10-01/2025-10-03"), DateSpan.Parse("2025-10-02/2025-10-05"));

        Assert.Equal([DateSpan.Parse("2025-10-01/2025-10-08")], joined.Holidays);
        Assert.Equal(2, joined.WithHolidays(new LocalDate(2025, 10, 10)).Holidays.Count);
        Assert.Equal([DateSpan.Parse("2025-10-01/2025-10-09")], joined.WithHolidays(new LocalDate(2025, 10, 9)).Holidays);
    }
}
