using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class WorkCalendar
{
    /// <summary>The hours of a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>
    /// The hours of the date, or else of the season, or else of its day of the week, or else the usual ones; null when the day is not
    /// worked.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is outside the validity.</exception>
    /// <exception cref="InvalidOperationException">The calendar has no hours.</exception>
    public WorkingHours? HoursOn(LocalDate date)
    {
        var day = Day(date, nameof(date));
        return RequiredTimes().At(day);
    }

    /// <summary>Whether work is going on at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The zone whose clocks the hours follow.</param>
    /// <returns>Whether it is in the hours of a working day, whose end is not included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> is outside the validity in that zone.</exception>
    /// <exception cref="InvalidOperationException">The calendar has no hours.</exception>
    public bool IsWorkingTime(Instant instant, DateTimeZone zone)
    {
        Guard.Against.Null(zone);
        var clock = SteadyClock.At(zone, instant);
        RequireValid(clock.Wall(instant), instant, nameof(instant));
        return RequiredTimes().IsOpen(instant < clock.RepeatsUntil ? clock.LastBeforeRepetition : clock.Wall(instant));
    }

    /// <summary>The working time between two instants: elapsed time within the hours of working days.</summary>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end, not before <paramref name="from"/>.</param>
    /// <param name="zone">The zone whose clocks the hours follow.</param>
    /// <returns>The working time. It adds up: from a to b and from b to c is from a to c.</returns>
    /// <remarks>
    /// Time is what passes, not what the clocks show: a night shift at work while they are put forward is an hour shorter, and while they
    /// are put back an hour longer. Hours that begin or end at a time the clocks leave out do so at the change; at a time they show
    /// twice, the first one counts.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="to"/> is before <paramref name="from"/>, or one is outside the validity in that zone.
    /// </exception>
    /// <exception cref="InvalidOperationException">The calendar has no hours.</exception>
    public Duration WorkingTime(Instant from, Instant to, DateTimeZone zone)
    {
        Guard.Against.Null(zone);
        if (to < from)
            throw Guards.OutOfRange(nameof(to), InvariantText.Instant(to), "must not be before " + InvariantText.Instant(from));

        var times = RequiredTimes();
        var clock = SteadyClock.At(zone, from);
        RequireValid(clock.Wall(from), from, nameof(from));
        RequireValid((to >= clock.End ? SteadyClock.At(zone, to) : clock).Wall(to), to, nameof(to));
        var worked = default(WorkedTime);
        var at = from;
        while (true)
        {
            var until = clock.End < to ? clock.End.Value : to;
            if (at < clock.RepeatsUntil)
            {
                var caughtUp = Instant.Min(clock.RepeatsUntil, until);
                if (times.IsOpen(clock.LastBeforeRepetition))
                    worked += WorkedTime.Of(caughtUp - at);
                at = caughtUp;
            }

            if (at < until)
                worked += times.WorkedBy(clock.Wall(until)) - times.WorkedBy(clock.Wall(at));
            if (until == to)
                return worked.ToDuration();

            at = until;
            clock = SteadyClock.At(zone, at);
        }
    }

    /// <summary>The instant at which so much working time is over: the deadline of a promise in working hours.</summary>
    /// <param name="from">The beginning; outside working hours the time begins to run when they do.</param>
    /// <param name="duration">The working time, not negative.</param>
    /// <param name="zone">The zone whose clocks the hours follow.</param>
    /// <returns>
    /// The first instant at which it is over. Eight hours from Monday at nine, in a day of eight hours, are over when Monday's work ends,
    /// not when Tuesday's begins. With no time to work, <paramref name="from"/> itself.
    /// </returns>
    /// <remarks>
    /// The <see cref="WorkingTime"/> up to the result is the duration, and adding two durations one after the other is adding their sum.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="duration"/> is negative, or does not end within the validity; <paramref name="from"/> is outside of it in that zone.
    /// <see cref="TryAddWorkingTime"/> asks without an exception whether it does.
    /// </exception>
    /// <exception cref="InvalidOperationException">The calendar has no hours.</exception>
    public Instant AddWorkingTime(Instant from, Duration duration, DateTimeZone zone)
    {
        var times = TimesFor(duration, zone);
        RequireValid(SteadyClock.At(zone, from).Wall(from), from, nameof(from));
        return Deadline(times, from, duration, zone)
            ?? throw Guards.OutOfRange(nameof(duration), InvariantText.Duration(duration), "must end within the validity " + Validity);
    }

    /// <summary>The instant at which so much working time is over, if the calendar knows it.</summary>
    /// <param name="from">The beginning; outside working hours the time begins to run when they do.</param>
    /// <param name="duration">The working time, not negative.</param>
    /// <param name="zone">The zone whose clocks the hours follow.</param>
    /// <param name="result">The instant, as <see cref="AddWorkingTime"/> gives it, or the default value.</param>
    /// <returns>
    /// False when the beginning is outside the validity in that zone, or the time does not end within it: the holidays of then are not
    /// announced yet.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The calendar has no hours.</exception>
    public bool TryAddWorkingTime(Instant from, Duration duration, DateTimeZone zone, out Instant result)
    {
        var times = TimesFor(duration, zone);
        var deadline = IsValid(SteadyClock.At(zone, from).Wall(from)) ? Deadline(times, from, duration, zone) : null;
        result = deadline ?? default;
        return deadline is not null;
    }

    /// <summary>The first instant from a given one on at which work is going on: when the clock of a promise begins to run.</summary>
    /// <param name="from">The instant.</param>
    /// <param name="zone">The zone whose clocks the hours follow.</param>
    /// <returns>The instant itself within working hours, or the next beginning of some.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="from"/> is outside the validity in that zone, or no working hours follow within it.
    /// </exception>
    /// <exception cref="InvalidOperationException">The calendar has no hours.</exception>
    public Instant NextWorkingTime(Instant from, DateTimeZone zone)
    {
        Guard.Against.Null(zone);
        var times = RequiredTimes();
        RequireValid(SteadyClock.At(zone, from).Wall(from), from, nameof(from));
        for (var at = from; ;)
        {
            var clock = SteadyClock.At(zone, at);
            if (at < clock.RepeatsUntil)
            {
                if (times.IsOpen(clock.LastBeforeRepetition))
                    return at;
                at = clock.RepeatsUntil;
            }

            // At the change itself it is the clock after it that tells.
            var more = times.WhenMore(times.WorkedBy(clock.Wall(at)));
            if (Reached(clock, at, more) is { } reached && !(reached >= clock.End))
                return reached;
            if (clock.End is not { } end || !IsValid(clock.Wall(end)))
            {
                throw Guards.OutOfRange(
                    nameof(from), InvariantText.Instant(from), "must have working hours after it in the validity " + Validity);
            }

            at = end;
        }
    }

    private OpeningTimes TimesFor(Duration duration, DateTimeZone zone)
    {
        Guard.Against.Null(zone);
        return duration >= Duration.Zero ? RequiredTimes()
            : throw Guards.OutOfRange(nameof(duration), InvariantText.Duration(duration), "must not be negative");
    }

    /// <summary>The first instant at which so much working time is over, or null when that is not within the validity.</summary>
    private Instant? Deadline(OpeningTimes times, Instant from, Duration duration, DateTimeZone zone)
    {
        var rest = WorkedTime.Of(duration);
        for (var at = from; rest.CompareTo(default) > 0;)
        {
            var clock = SteadyClock.At(zone, at);
            if (at < clock.RepeatsUntil)
            {
                if (times.IsOpen(clock.LastBeforeRepetition))
                {
                    var repeated = WorkedTime.Of(clock.RepeatsUntil - at);
                    if (rest.CompareTo(repeated) <= 0)
                        return at + rest.ToDuration();
                    rest -= repeated;
                }

                at = clock.RepeatsUntil;
            }

            var worked = times.WorkedBy(clock.Wall(at));
            var over = times.WhenOver(worked + rest);
            if (Reached(clock, at, over) is { } reached)
                return reached;
            if (clock.End is not { } end || !IsValid(clock.Wall(end)))
                return null;

            rest -= times.WorkedBy(clock.Wall(end)) - worked;
            at = end;
        }

        return from;
    }

    private OpeningTimes RequiredTimes() =>
        _times ?? throw new InvalidOperationException("The calendar has no working hours: give it some by WithHours.");

    /// <summary>The instant of a wall time ahead, unless the clocks are changed before, or the validity ends.</summary>
    private Instant? Reached(SteadyClock clock, Instant at, WallTime wall)
    {
        if (!IsValid(wall))
            return null;

        var ahead = wall.Since(clock.Wall(at));
        var end = clock.End ?? Instant.MaxValue;
        return ahead <= end - at ? at + ahead : null;
    }

    // Midnight after the last day is its end.
    private bool IsValid(WallTime time) => IsValid(time.Day) || (time.Day - 1 == _lastDay && time.NanosecondOfDay == 0);

    private void RequireValid(WallTime time, Instant instant, string parameterName)
    {
        if (!IsValid(time))
            throw OutsideValidity(parameterName, InvariantText.Instant(instant));
    }
}
