using System;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// An amount of working time in minutes and nanoseconds: the hours of days are whole minutes, and ten thousand years of them in
/// nanoseconds do not fit in 64 bits.
/// </summary>
internal readonly struct WorkedTime : IComparable<WorkedTime>
{
    private readonly long _minutes;
    private readonly long _nanoseconds;

    /// <summary>Makes an amount, also of more than a minute of nanoseconds or less than none.</summary>
    internal WorkedTime(long minutes, long nanoseconds)
    {
        var whole = nanoseconds / NodaConstants.NanosecondsPerMinute;
        var rest = nanoseconds % NodaConstants.NanosecondsPerMinute;
        _minutes = minutes + whole - (rest < 0 ? 1 : 0);
        _nanoseconds = rest < 0 ? rest + NodaConstants.NanosecondsPerMinute : rest;
    }

    /// <summary>The whole minutes, and one more for a part of one.</summary>
    internal long MinutesRoundedUp => _minutes + (_nanoseconds > 0 ? 1 : 0);

    internal long WholeMinutes => _minutes;

    public static WorkedTime operator +(WorkedTime left, WorkedTime right) =>
        new(left._minutes + right._minutes, left._nanoseconds + right._nanoseconds);

    public static WorkedTime operator -(WorkedTime left, WorkedTime right) =>
        new(left._minutes - right._minutes, left._nanoseconds - right._nanoseconds);

    internal static WorkedTime Of(Duration elapsed) => new((long)elapsed.Days * NodaConstants.MinutesPerDay, elapsed.NanosecondOfDay);

    public int CompareTo(WorkedTime other) =>
        _minutes == other._minutes ? _nanoseconds.CompareTo(other._nanoseconds) : _minutes.CompareTo(other._minutes);

    internal Duration ToDuration() => Duration.FromMinutes(_minutes) + Duration.FromNanoseconds(_nanoseconds);

    /// <summary>The nanoseconds above a number of minutes that is at most a day less.</summary>
    internal long NanosecondsAbove(long minutes) => ((_minutes - minutes) * NodaConstants.NanosecondsPerMinute) + _nanoseconds;
}
