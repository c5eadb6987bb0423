using NodaTime;

namespace SalesDomain.Internal;

/// <summary>The clocks of a zone from one change to the next.</summary>
/// <remarks>
/// <para>
/// Working hours are agreed by the clock on the wall. One o'clock has come when the clocks first show one or later: when they are put
/// forward over it, it comes with the change, and when they are put back, it has been and does not come again. Until the clocks have
/// caught up with what they showed before, nothing opens and nothing closes: who works at the change works on.
/// </para>
/// <para>So the mapping of wall time to instants never falls, and working time is elapsed time, whatever the clocks do.</para>
/// </remarks>
internal readonly struct SteadyClock
{
    // Offsets are at most 18 hours, so nothing repeats for longer.
    private const int LongestRepetitionInDays = 2;

    private readonly Offset _offset;

    private SteadyClock(DateTimeZone zone, Instant at)
    {
        var interval = zone.GetZoneInterval(at);
        _offset = interval.WallOffset;
        End = interval.HasEnd ? interval.End : null;
        RepeatsUntil = at;
        LastBeforeRepetition = default;
        if (!interval.HasStart || (at - interval.Start).Days >= LongestRepetitionInDays)
            return;

        var last = interval.Start - Duration.Epsilon;
        var before = zone.GetZoneInterval(last).WallOffset;
        var caughtUp = interval.Start + Duration.FromNanoseconds(before.Nanoseconds - _offset.Nanoseconds);
        RepeatsUntil = End < caughtUp ? interval.End : caughtUp;
        LastBeforeRepetition = WallTime.At(last, before);
    }

    /// <summary>The next change, or null.</summary>
    internal Instant? End { get; }

    /// <summary>
    /// Until here the clocks show what they showed before they were put back; not after the instant asked for when they do not.
    /// </summary>
    internal Instant RepeatsUntil { get; }

    /// <summary>The wall time at which the clocks were put back.</summary>
    internal WallTime LastBeforeRepetition { get; }

    internal static SteadyClock At(DateTimeZone zone, Instant instant) => new(zone, instant);

    internal WallTime Wall(Instant instant) => WallTime.At(instant, _offset);
}
