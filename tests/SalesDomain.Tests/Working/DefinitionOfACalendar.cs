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
        .WithHoursOn(new LocalDate(2025, 12, 31), WorkingHours.Parse("09:00-12:00"))
        .WithValidity(DateSpan.OfYear(2025));

    [Fact]
    public void It_prints_all_of_it()
    {
        Assert.Equal(
            "weekend saturday, sunday; holidays 2025-01-01, 2025-10-01/2025-10-08; make-up days 2025-09-28; hours 09:00-18:00; on friday 09:00-15:00; "
            + "on 2025-12-31 09:00-12:00; valid 2025-01-01/2025-12-31",
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
        var joined = WorkCalendar.MondayToFriday.WithHolidays(DateSpan.Parse("2025-10-04/2025-10-08"), DateSpan.Parse("2025-10-01/2025-10-03"), DateSpan.Parse("2025-10-02/2025-10-05"));

        Assert.Equal([DateSpan.Parse("2025-10-01/2025-10-08")], joined.Holidays);
        Assert.Equal(2, joined.WithHolidays(new LocalDate(2025, 10, 10)).Holidays.Count);
        Assert.Equal([DateSpan.Parse("2025-10-01/2025-10-09")], joined.WithHolidays(new LocalDate(2025, 10, 9)).Holidays);
    }
}
