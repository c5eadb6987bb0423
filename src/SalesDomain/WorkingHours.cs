using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// The hours of one working day: one or more stretches of time between 00:00 and 24:00, such as a morning and an afternoon.
/// </summary>
/// <remarks>
/// <para>
/// A stretch includes its beginning and not its end. Both are whole minutes on the clock on the wall. As an end, midnight is 24:00: a day
/// that ends at 23:59 would be closed for a minute every night. Hours past midnight belong to two days: a shift from 22:00 to 06:00 is
/// 22:00-24:00 on the one and 00:00-06:00 on the next.
/// </para>
/// <para>
/// Stretches that overlap are refused; those that touch become one, so 09:00-12:00,12:00-17:00 equals 09:00-17:00. Equality is by the
/// time covered. The text is <c>09:00-12:00,13:00-18:00</c> and round-trips through <see cref="Parse"/>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<WorkingHours>))]
public sealed class WorkingHours : IEquatable<WorkingHours>
{
    private const int MinutesADay = 24 * 60;

    // Minutes of the day, each above the one before: a beginning, its end, the next beginning, its end.
    private readonly int[] _bounds;

    private WorkingHours(int[] bounds)
    {
        _bounds = bounds;
        for (var i = 0; i < bounds.Length; i += 2)
            Minutes += bounds[i + 1] - bounds[i];
    }

    /// <summary>The whole day, 00:00-24:00.</summary>
    public static WorkingHours AllDay { get; } = new([0, MinutesADay]);

    /// <summary>The stretches in order of time, none touching another; an end of midnight is 24:00.</summary>
    public IReadOnlyList<(LocalTime Start, LocalTime End)> Intervals =>
        Array.AsReadOnly([.. Enumerable.Range(0, _bounds.Length / 2).Select(i => (Time(_bounds[2 * i]), Time(_bounds[(2 * i) + 1])))]);

    /// <summary>How much time the stretches have together on the clock, a day on which the clocks change not considered.</summary>
    public Duration Total => Duration.FromMinutes(Minutes);

    internal int Minutes { get; }

    /// <summary>The hours made up of stretches, in any order.</summary>
    /// <param name="intervals">Beginning and end of each: whole minutes, the end after the beginning; midnight as an end is 24:00.</param>
    /// <returns>The hours.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="intervals"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no stretch; one does not begin and end on a whole minute, or does not end after it begins; two overlap.
    /// </exception>
    public static WorkingHours Of(params (LocalTime Start, LocalTime End)[] intervals)
    {
        var given = Guard.Against.Nothing(intervals, "a working day has at least one stretch of working hours");
        var sorted = Array.ConvertAll(
            given, interval => (Start: Minute(interval.Start, nameof(intervals)), End: MinuteOfEnd(interval.End, nameof(intervals))));
        foreach (var (start, end) in sorted)
        {
            if (end <= start)
            {
                throw Guards.Invalid(
                    nameof(intervals), Text(start, end), "must end after they begin, for the hours past midnight belong to the next day");
            }
        }

        return new WorkingHours(Joined(sorted, out var overlap) ?? throw Guards.Invalid(nameof(intervals), overlap!, "must not overlap"));
    }

    /// <summary>Reads the text of working hours.</summary>
    /// <param name="text">Stretches of the form <c>09:00-12:00</c> with commas between; 24:00 is the end of the day.</param>
    /// <returns>The hours.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form, a stretch does not end after it begins, or two overlap.</exception>
    public static WorkingHours Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var value) ? value
            : throw InvariantText.NotA("a text of working hours such as '09:00-12:00,13:00-18:00'", text);
    }

    /// <summary>Reads the text of working hours, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The hours, or null.</param>
    /// <returns>Whether the text is one of working hours.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out WorkingHours? value)
    {
        value = null;
        var parts = text?.Split(',') ?? [];
        var intervals = new (int Start, int End)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var ends = parts[i].Split('-');
            if (ends.Length != 2 || !InvariantText.TryParseMinuteOfDay(ends[0], out var start)
                || !InvariantText.TryParseMinuteOfDay(ends[1], out var end) || end <= start)
            {
                return false;
            }

            intervals[i] = (start, end);
        }

        value = Joined(intervals, out _) is { Length: > 0 } bounds ? new WorkingHours(bounds) : null;
        return value is not null;
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Working hours.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WorkingHours? left, WorkingHours? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Working hours.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WorkingHours? left, WorkingHours? right) => !(left == right);

    /// <summary>Whether the time is within the hours.</summary>
    /// <param name="time">A time of day.</param>
    /// <returns>Whether it is in a stretch: at its beginning or after, and before its end.</returns>
    public bool Contains(LocalTime time) => Contains(time.NanosecondOfDay);

    /// <summary>Whether the other has the same stretches.</summary>
    /// <param name="other">The hours to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WorkingHours? other) => other is not null && _bounds.SequenceEqual(other._bounds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkingHours);

    /// <inheritdoc/>
    public override int GetHashCode() => _bounds.Aggregate(_bounds.Length, Hash.Combine);

    /// <summary>The stretches in order of time: <c>09:00-12:00,13:00-18:00</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Join(",", Enumerable.Range(0, _bounds.Length / 2).Select(i => Text(_bounds[2 * i], _bounds[(2 * i) + 1])));

    internal bool Contains(long nanosecondOfDay)
    {
        // How many bounds are at the time or before it; after a beginning the number is odd.
        var passed = 0;
        while (passed < _bounds.Length && _bounds[passed] * NodaConstants.NanosecondsPerMinute <= nanosecondOfDay)
            passed++;

        return passed % 2 == 1;
    }

    /// <summary>How many nanoseconds of the hours are over at a time of day.</summary>
    internal long WorkedBy(long nanosecondOfDay)
    {
        var worked = 0L;
        for (var i = 0; i < _bounds.Length; i += 2)
        {
            var start = _bounds[i] * NodaConstants.NanosecondsPerMinute;
            if (nanosecondOfDay <= start)
                break;

            worked += Math.Min(nanosecondOfDay, _bounds[i + 1] * NodaConstants.NanosecondsPerMinute) - start;
        }

        return worked;
    }

    /// <summary>The time of day at which so many nanoseconds are over: the end of a stretch, not the beginning of the next.</summary>
    /// <param name="worked">Above zero, at most the whole.</param>
    internal long TimeWhenOver(long worked)
    {
        var i = 0;
        for (; worked > Nanoseconds(i); i += 2)
            worked -= Nanoseconds(i);

        return (_bounds[i] * NodaConstants.NanosecondsPerMinute) + worked;
    }

    /// <summary>
    /// The time of day at which work goes on after so many nanoseconds: the beginning of a stretch, not the end of the one before.
    /// </summary>
    /// <param name="worked">At least zero, below the whole.</param>
    internal long TimeOfMoreThan(long worked)
    {
        var i = 0;
        for (; worked >= Nanoseconds(i); i += 2)
            worked -= Nanoseconds(i);

        return (_bounds[i] * NodaConstants.NanosecondsPerMinute) + worked;
    }

    private static int Minute(LocalTime time, string parameterName) =>
        time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? (int)(time.NanosecondOfDay / NodaConstants.NanosecondsPerMinute)
            : throw Guards.Invalid(
                parameterName, InvariantText.Time(time), "must begin and end on a whole minute, and the end of the day is midnight");

    private static int MinuteOfEnd(LocalTime time, string parameterName) =>
        time == LocalTime.Midnight ? MinutesADay : Minute(time, parameterName);

    private static LocalTime Time(int minute) => LocalTime.FromMinutesSinceMidnight(minute % MinutesADay);

    private static string Text(int start, int end) => InvariantText.MinuteOfDay(start) + "-" + InvariantText.MinuteOfDay(end);

    private static int[]? Joined((int Start, int End)[] intervals, out string? overlap)
    {
        Array.Sort(intervals, (left, right) => left.Start.CompareTo(right.Start));
        var bounds = new List<int>(2 * intervals.Length);
        overlap = null;
        foreach (var (start, end) in intervals)
        {
            var last = bounds.Count - 1;
            if (last > 0 && start < bounds[last])
            {
                overlap = Text(bounds[last - 1], bounds[last]) + " and " + Text(start, end);
                return null;
            }

            if (last > 0 && start == bounds[last])
                bounds[last] = end;
            else
                bounds.AddRange([start, end]);
        }

        return [.. bounds];
    }

    private long Nanoseconds(int bound) => (_bounds[bound + 1] - _bounds[bound]) * NodaConstants.NanosecondsPerMinute;
}
