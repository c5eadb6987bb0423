using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// The working time of a calendar along the clock on the wall: how much is over at a wall time, and when so much is over.
/// </summary>
internal sealed class OpeningTimes
{
    private readonly DayTable _minutes;
    private readonly WorkingHours[] _week;
    private readonly int[] _dates;
    private readonly WorkingHours[] _hoursOnDates;

    /// <summary>Makes the opening times.</summary>
    /// <param name="minutes">The minutes of every day; none on a day without work.</param>
    /// <param name="week">The hours from Monday to Sunday, if a day of that name is a working day.</param>
    /// <param name="hoursOnDates">The hours of single dates, which go before those of the week.</param>
    internal OpeningTimes(DayTable minutes, WorkingHours[] week, SortedDictionary<int, WorkingHours> hoursOnDates)
    {
        _minutes = minutes;
        _week = week;
        _dates = [.. hoursOnDates.Keys];
        _hoursOnDates = [.. hoursOnDates.Values];
    }

    /// <summary>The hours of a day, or null when it is not a working day.</summary>
    internal WorkingHours? At(int day) => day > DayNumber.Last || _minutes.At(day) == 0 ? null : HoursOf(day);

    internal bool IsOpen(WallTime time) => At((int)time.Day) is { } hours && hours.Contains(time.NanosecondOfDay);

    /// <summary>The working time from the beginning of all days to a wall time.</summary>
    internal WorkedTime WorkedBy(WallTime time)
    {
        var day = (int)time.Day;
        return new WorkedTime(_minutes.Through(day - 1), At(day)?.WorkedBy(time.NanosecondOfDay) ?? 0L);
    }

    /// <summary>The first wall time at which so much is over.</summary>
    internal WallTime WhenOver(WorkedTime worked)
    {
        var day = _minutes.FirstReaching(worked.MinutesRoundedUp);
        return day > DayNumber.Last ? new WallTime(day, 0)
            : new WallTime(day, HoursOf((int)day).TimeWhenOver(SinceMidnight(worked, (int)day)));
    }

    /// <summary>The last wall time at which no more than so much is over: work begins or goes on there.</summary>
    internal WallTime WhenMore(WorkedTime worked)
    {
        var day = _minutes.FirstReaching(worked.WholeMinutes + 1);
        return day > DayNumber.Last ? new WallTime(day, 0)
            : new WallTime(day, HoursOf((int)day).TimeOfMoreThan(SinceMidnight(worked, (int)day)));
    }

    private long SinceMidnight(WorkedTime worked, int day) => worked.NanosecondsAbove(_minutes.Through(day - 1));

    private WorkingHours HoursOf(int day)
    {
        var at = Array.BinarySearch(_dates, day);
        return at >= 0 ? _hoursOnDates[at] : _week[DayNumber.Since(IsoDayOfWeek.Monday, day)];
    }
}
