using System;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

/// <summary>Working time up to thirty days ahead and the deadline it leads to, in a zone that changes its clocks.</summary>
public class DeadlineInWorkingTime
{
    private static readonly DateTimeZone s_zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalTime s_opening = new(9, 0);
    private static readonly LocalTime s_closing = new(17, 0);

    private readonly WorkCalendar _calendar = WorkCalendar.MondayToFriday.WithHours(WorkingHours.Of((s_opening, s_closing)));
    private readonly Instant[] _from;
    private readonly Instant[] _to;

    public DeadlineInWorkingTime()
    {
        _from = Array.ConvertAll(
            Facts.Pieces(365m * 24m * 60m), minute => Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes((int)minute));
        _to = new Instant[_from.Length];
        var ahead = Facts.Pieces(30m * 24m * 60m);
        for (var i = 0; i < _to.Length; i++)
            _to[i] = _from[i] + Duration.FromMinutes((int)ahead[i]);
    }

    [GlobalSetup]
    public void Compare()
    {
        Same.Results(i => ByHand(_from[i], _to[i]), i => _calendar.WorkingTime(_from[i], _to[i], s_zone));
        Same.Results(i => ByHand(_from[i], _to[i]), i => _calendar.WorkingTime(_from[i], Deadline(i), s_zone));
    }

    [Benchmark(Baseline = true, Description = "15 days, hand-written working time day by day", OperationsPerInvoke = Facts.Count)]
    public Duration HandWritten()
    {
        var sum = Duration.Zero;
        for (var i = 0; i < _from.Length; i++)
            sum += ByHand(_from[i], _to[i]);

        return sum;
    }

    [Benchmark(Description = "15 days, WorkCalendar.WorkingTime", OperationsPerInvoke = Facts.Count), Scalar, Bound(1)]
    public Duration Library()
    {
        var sum = Duration.Zero;
        for (var i = 0; i < _from.Length; i++)
            sum += _calendar.WorkingTime(_from[i], _to[i], s_zone);

        return sum;
    }

    [Benchmark(Description = "15 days, WorkCalendar.WorkingTime and AddWorkingTime", OperationsPerInvoke = Facts.Count), Scalar, Bound(1)]
    public Instant LibraryDeadline()
    {
        var last = Instant.MinValue;
        for (var i = 0; i < _from.Length; i++)
            last = Instant.Max(last, Deadline(i));

        return last;
    }

    private Instant Deadline(int i) => _calendar.AddWorkingTime(_from[i], _calendar.WorkingTime(_from[i], _to[i], s_zone), s_zone);

    private static Duration ByHand(Instant from, Instant to)
    {
        var sum = Duration.Zero;
        var last = to.InZone(s_zone).Date;
        for (var day = from.InZone(s_zone).Date; day <= last; day = day.PlusDays(1))
        {
            if (day.DayOfWeek >= IsoDayOfWeek.Saturday)
                continue;

            var start = Instant.Max(from, s_zone.AtLeniently(day + s_opening).ToInstant());
            var end = Instant.Min(to, s_zone.AtLeniently(day + s_closing).ToInstant());
            if (start < end)
                sum += end - start;
        }

        return sum;
    }
}
