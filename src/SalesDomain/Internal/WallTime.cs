using System;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// What the clock on the wall shows: a <see cref="DayNumber"/> and the time since its midnight. Unlike a LocalDateTime it has no end of
/// time.
/// </summary>
internal readonly struct WallTime : IComparable<WallTime>
{
    // So that the clocks of a zone west of Greenwich show no negative time when time begins.
    private const int DaysBefore = 1;

    private static readonly Duration s_before = Duration.FromDays(DaysBefore);

    internal WallTime(long day, long nanosecondOfDay)
    {
        var isNextDay = nanosecondOfDay == NodaConstants.NanosecondsPerDay;
        Day = isNextDay ? day + 1 : day;
        NanosecondOfDay = isNextDay ? 0 : nanosecondOfDay;
    }

    internal long Day { get; }

    internal long NanosecondOfDay { get; }

    internal static WallTime At(Instant instant, Offset offset)
    {
        var time = instant - Instant.MinValue + s_before + Duration.FromNanoseconds(offset.Nanoseconds);
        return new WallTime(DayNumber.First - DaysBefore + time.Days, time.NanosecondOfDay);
    }

    public int CompareTo(WallTime other) => Day == other.Day ? NanosecondOfDay.CompareTo(other.NanosecondOfDay) : Day.CompareTo(other.Day);

    /// <summary>The time from another to this, as long as no clock is changed.</summary>
    internal Duration Since(WallTime other) =>
        Duration.FromDays((int)(Day - other.Day)) + Duration.FromNanoseconds(NanosecondOfDay - other.NanosecondOfDay);
}
