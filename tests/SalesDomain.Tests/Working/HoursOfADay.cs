using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Working;

public sealed class HoursOfADay
{
    private static readonly LocalTime s_nine = new(9, 0);
    private static readonly LocalTime s_noon = new(12, 0);
    private static readonly LocalTime s_six = new(18, 0);

    [Fact]
    public void A_stretch_includes_its_beginning_and_not_its_end()
    {
        var hours = WorkingHours.Of((s_nine, s_noon), (new LocalTime(13, 0), s_six));

        Assert.False(hours.Contains(s_nine.PlusNanoseconds(-1)));
        Assert.True(hours.Contains(s_nine));
        Assert.True(hours.Contains(s_noon.PlusNanoseconds(-1)));
        Assert.False(hours.Contains(s_noon));
        Assert.False(hours.Contains(new LocalTime(13, 0).PlusNanoseconds(-1)));
        Assert.True(hours.Contains(new LocalTime(13, 0)));
        Assert.False(hours.Contains(s_six));
        Assert.Equal(Duration.FromHours(8), hours.Total);
        Assert.Equal([(s_nine, s_noon), (new LocalTime(13, 0), s_six)], hours.Intervals);
    }

    [Fact]
    public void Midnight_as_an_end_is_the_end_of_the_day()
    {
        var late = WorkingHours.Of((new LocalTime(22, 0), LocalTime.Midnight));

        Assert.Equal("22:00-24:00", late.ToString());
        Assert.Equal(Duration.FromHours(2), late.Total);
        Assert.True(late.Contains(LocalTime.MaxValue));
        Assert.False(late.Contains(LocalTime.Midnight));
        Assert.Equal((new LocalTime(22, 0), LocalTime.Midnight), Assert.Single(late.Intervals));
        Assert.Equal(WorkingHours.AllDay, WorkingHours.Of((LocalTime.Midnight, LocalTime.Midnight)));
        Assert.Equal(Duration.FromHours(24), WorkingHours.AllDay.Total);
    }

    [Fact]
    public void Stretches_that_touch_are_one()
    {
        var joined = WorkingHours.Parse("12:00-17:00,09:00-12:00");

        Assert.Equal("09:00-17:00", joined.ToString());
        TestHelper.TestEqualsClass(
            joined, WorkingHours.Of((s_nine, new LocalTime(17, 0))), WorkingHours.AllDay, WorkingHours.Parse("09:00-12:00,12:01-17:00"));
    }

    [Theory]
    [InlineData("09:00-18:00")]
    [InlineData("09:00-12:00,13:00-18:00")]
    [InlineData("00:00-24:00")]
    [InlineData("00:00-06:00,22:00-24:00")]
    [InlineData("23:59-24:00")]
    public void The_text_reads_back(string text) => TestHelper.TestRoundTrip(WorkingHours.Parse(text), text);

    [Property]
    public Property All_hours_read_back_from_their_intervals_and_their_text() =>
        Prop.ForAll(CalendarSample.Hours.ToArbitrary(), hours =>
            WorkingHours.Parse(hours.ToString()) == hours && WorkingHours.Of([.. hours.Intervals.Reverse()]) == hours
            && Enumerable.Range(0, 1440).Count(minute => hours.Contains(LocalTime.FromMinutesSinceMidnight(minute)))
            == hours.Total.ToInt64Nanoseconds() / NodaConstants.NanosecondsPerMinute);

    [Fact]
    public void Other_texts_are_refused() =>
        TestHelper.TestBadTexts(
            WorkingHours.Parse,
            "9:00-18:00", "09:00", "09:00-", "-18:00", "09:00-18:00,", ",09:00-18:00", "09:00-18:00;19:00-20:00", "09:00 - 18:00",
            " 09:00-18:00", "09:00-18:00 ",
            "09:00-09:00", "18:00-09:00", "22:00-00:00", "09:00-24:01", "09:00-25:00", "09:60-18:00", "09:00-12:00,11:59-18:00",
            "09:00-18:00,09:00-18:00", "09.00-18.00",
            "09:00:00-18:00:00", "٠٩:٠٠-١٨:٠٠", "09:00–18:00", "aa:bb-cc:dd", "09:00-18:00-19:00", "", "0/:00-18:00", "0::00-18:00");

    [Fact]
    public void No_text_is_none()
    {
        Assert.False(WorkingHours.TryParse(null, out var hours));
        Assert.Null(hours);
    }

    [Fact]
    public void Overlap_is_refused_in_any_order()
    {
        var refused = Assert.Throws<ArgumentException>(() => WorkingHours.Of((s_noon, s_six), (s_nine, new LocalTime(12, 1))));

        Assert.Equal("intervals", refused.ParamName);
        Assert.Contains("09:00-12:01 and 12:00-18:00", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shift_past_midnight_has_to_be_two()
    {
        var refused = Assert.Throws<ArgumentException>(() => WorkingHours.Of((new LocalTime(22, 0), new LocalTime(6, 0))));

        Assert.Equal("intervals", refused.ParamName);
        Assert.Contains("22:00-06:00", refused.Message, StringComparison.Ordinal);
        Assert.Contains("next day", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_a_moment_before_midnight_is_refused()
    {
        foreach (var almost in new[] { new LocalTime(23, 59, 59), LocalTime.MaxValue })
        {
            var refused = Assert.Throws<ArgumentException>(() => WorkingHours.Of((s_nine, almost)));

            Assert.Equal("intervals", refused.ParamName);
            Assert.Contains("23:59:59", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_is_no_hours()
    {
        Assert.Equal("intervals", Assert.Throws<ArgumentException>(() => WorkingHours.Of()).ParamName);
        Assert.Equal("intervals", Assert.Throws<ArgumentException>(() => WorkingHours.Of((s_nine, s_nine))).ParamName);
    }
}
