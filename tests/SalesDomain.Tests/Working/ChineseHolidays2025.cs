using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Working;

/// <summary>The notice of the State Council's office on the holidays of 2025 (国办发明电〔2024〕12号), holiday by holiday.</summary>
public sealed class ChineseHolidays2025
{
    private static readonly WorkCalendar s_china = WorkCalendar.MondayToFriday
        .WithHolidays(
            DateSpan.On(new LocalDate(2025, 1, 1)),
            DateSpan.Parse("2025-01-28/2025-02-04"),
            DateSpan.Parse("2025-04-04/2025-04-06"),
            DateSpan.Parse("2025-05-01/2025-05-05"),
            DateSpan.Parse("2025-05-31/2025-06-02"),
            DateSpan.Parse("2025-10-01/2025-10-08"))
        .WithMakeUpDays(
            new LocalDate(2025, 1, 26), new LocalDate(2025, 2, 8), new LocalDate(2025, 4, 27), new LocalDate(2025, 9, 28),
            new LocalDate(2025, 10, 11))
        .WithValidity(DateSpan.OfYear(2025));

    [Fact]
    public void The_year_has_248_working_days() => Assert.Equal(248, s_china.WorkingDays(DateSpan.OfYear(2025)));

    [Fact]
    public void And_as_many_as_the_law_reckons_with_thirteen_holidays() =>
        Assert.Equal(s_china.AverageWorkingDaysAYear(statutoryHolidays: 13), s_china.WorkingDays(DateSpan.OfYear(2025)));

    [Theory]
    [InlineData(1, 19)]
    [InlineData(2, 19)]
    [InlineData(4, 22)]
    [InlineData(5, 19)]
    [InlineData(9, 23)]
    [InlineData(10, 18)]
    [InlineData(12, 23)]
    public void Each_month_has_its_own_number(int month, int days) =>
        Assert.Equal(days, s_china.WorkingDays(DateSpan.OfMonth(2025, month)));

    [Theory]
    [InlineData("2025-01-26", true)] // a Sunday, worked
    [InlineData("2025-01-27", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-02-05", true)]
    [InlineData("2025-02-08", true)] // a Saturday, worked
    [InlineData("2025-02-09", false)]
    [InlineData("2025-04-27", true)]
    [InlineData("2025-05-05", false)]
    [InlineData("2025-05-06", true)]
    [InlineData("2025-09-28", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-09", true)]
    [InlineData("2025-10-11", true)]
    [InlineData("2025-10-12", false)]
    public void The_days_around_a_holiday(string date, bool isWorked) => Assert.Equal(isWorked, s_china.IsWorkingDay(Day(date)));

    [Theory]
    [InlineData("2025-01-27", 1, "2025-02-05")]
    [InlineData("2025-02-05", -1, "2025-01-27")]
    [InlineData("2025-09-30", 3, "2025-10-11")]
    [InlineData("2025-10-03", 1, "2025-10-09")]
    [InlineData("2025-10-03", -1, "2025-09-30")]
    [InlineData("2025-10-03", 0, "2025-10-03")]
    public void Working_days_are_counted_over_a_holiday(string from, int days, string to) =>
        Assert.Equal(Day(to), s_china.AddWorkingDays(Day(from), days));

    [Fact]
    public void Golden_week_moves_a_payment_to_the_ninth_or_keeps_it_in_September()
    {
        Assert.Equal(Day("2025-10-09"), s_china.Roll(Day("2025-10-01"), BusinessDayConvention.ModifiedFollowing));
        Assert.Equal(Day("2025-09-30"), s_china.Roll(Day("2025-10-01"), BusinessDayConvention.Preceding));
        Assert.Equal(Day("2025-05-30"), s_china.Roll(Day("2025-05-31"), BusinessDayConvention.ModifiedFollowing));
        Assert.Equal(Day("2025-06-03"), s_china.Roll(Day("2025-05-31"), BusinessDayConvention.Following));
        Assert.Equal(Day("2025-10-09"), s_china.Roll(Day("2025-10-01"), BusinessDayConvention.ModifiedPreceding));
        Assert.Equal(Day("2025-10-01"), s_china.Roll(Day("2025-10-01"), BusinessDayConvention.Unadjusted));
    }

    [Fact]
    public void Mid_autumn_within_the_national_holiday_takes_no_further_day()
    {
        var given = s_china.WithHolidays(new LocalDate(2025, 10, 6));

        Assert.Equal(s_china, given);
        Assert.Equal(DateSpan.Parse("2025-10-01/2025-10-08"), given.Holidays[given.Holidays.Count - 1]);
    }

    [Fact]
    public void A_week_of_six_days_works_the_make_up_Saturday_anyway()
    {
        var shop = WorkCalendar.Weekends(IsoDayOfWeek.Sunday).WithMakeUpDays(new LocalDate(2025, 2, 8), new LocalDate(2025, 1, 26));

        Assert.True(shop.IsWorkingDay(new LocalDate(2025, 2, 8)));
        Assert.Equal(6, shop.WorkingDays(DateSpan.Parse("2025-02-03/2025-02-09")));
        Assert.Equal(7, shop.WorkingDays(DateSpan.Parse("2025-01-20/2025-01-26")));
    }

    private static LocalDate Day(string text) => DateSpan.Parse(text + "/..").Start!.Value;
}
