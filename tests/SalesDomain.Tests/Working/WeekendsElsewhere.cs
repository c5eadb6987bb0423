using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Working;

public sealed class WeekendsElsewhere
{
    [Fact]
    public void In_Egypt_Sunday_is_worked_and_Friday_is_free()
    {
        var egypt = WorkCalendar.Weekends(IsoDayOfWeek.Saturday, IsoDayOfWeek.Friday);

        Assert.Equal([IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday], egypt.Weekend);
        Assert.True(egypt.IsWorkingDay(new LocalDate(2025, 11, 23)));
        Assert.False(egypt.IsWorkingDay(new LocalDate(2025, 11, 21)));
        Assert.Equal(new LocalDate(2025, 11, 23), egypt.AddWorkingDays(new LocalDate(2025, 11, 20), 1));
    }

    [Fact]
    public void The_Emirates_changed_theirs_with_2022()
    {
        var emirates = Timeline.Of(
            (DateSpan.Until(new LocalDate(2021, 12, 31)), WorkCalendar.Weekends(IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday)),
            (DateSpan.From(new LocalDate(2022, 1, 1)), WorkCalendar.Weekends(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)));
        var days = emirates.Slices(DateSpan.Parse("2021-12-27/2022-01-09")).Sum(slice => slice.Value.WorkingDays(slice.Span));

        // 27 to 30 December, and 3 to 7 January.
        Assert.Equal(9, days);
    }

    [Fact]
    public void With_free_Sundays_alone_a_week_has_six_days()
    {
        var shop = WorkCalendar.Weekends(IsoDayOfWeek.Sunday);

        Assert.Equal(6, shop.WorkingDays(new DateSpan(new LocalDate(2025, 11, 17), new LocalDate(2025, 11, 23))));
        Assert.Equal(new LocalDate(2025, 11, 24), shop.AddWorkingDays(new LocalDate(2025, 11, 22), 1));
    }

    [Fact]
    public void Without_a_weekend_every_day_is_worked()
    {
        var hotel = WorkCalendar.Weekends();

        Assert.Equal(366, hotel.WorkingDays(DateSpan.OfYear(2024)));
        Assert.Equal(new LocalDate(2024, 3, 10), hotel.AddWorkingDays(new LocalDate(2024, 2, 29), 10));
        Assert.NotEqual(hotel, WorkCalendar.Weekends(IsoDayOfWeek.Sunday));
    }

    [Fact]
    public void One_working_day_a_week_is_enough()
    {
        var market = WorkCalendar.Weekends(
            IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
            IsoDayOfWeek.Sunday);

        Assert.Equal(new LocalDate(2025, 11, 29), market.AddWorkingDays(new LocalDate(2025, 11, 22), 1));
        Assert.Equal(new LocalDate(2025, 11, 15), market.AddWorkingDays(new LocalDate(2025, 11, 22), -1));
    }
}
