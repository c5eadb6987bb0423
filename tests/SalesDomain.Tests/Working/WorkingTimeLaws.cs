using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.TimeZones;
using Xunit;

namespace SalesDomain.Tests.Working;

/// <summary>Working time beside that of a calendar laid out stretch by stretch, by NodaTime's own mapping of local times.</summary>
public sealed class WorkingTimeLaws
{
    /// <summary>Changes of an hour, of half an hour, at midnight, of a whole day, and none.</summary>
    private static readonly DateTimeZone[] s_zones =
    [
        .. new[]
        {
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "Pacific/Apia", "America/Sao_Paulo",
            "Africa/Casablanca", "America/St_Johns",
            "Asia/Kathmandu", "Pacific/Kiritimati",
        }.Select(id => DateTimeZoneProviders.Tzdb[id]),
    ];

    private static readonly Arbitrary<Moment> s_from = Around(
        from years in Gen.Choose(0, 40) from change in Gen.Choose(0, 3) select (years, change));

    private static readonly Arbitrary<Duration> s_ahead = Gen.Frequency(
        (1, Gen.Constant(Duration.Zero)),
        (1, Gen.Choose(1, 1_000_000_000).Select(nanoseconds => Duration.FromNanoseconds(nanoseconds))),
        (4, Gen.Choose(0, 5 * 1440).Select(minutes => Duration.FromMinutes(minutes))),
        (2,
            from days in Gen.Choose(0, 400) from nanoseconds in Gen.Choose(0, int.MaxValue)
            select Duration.FromDays(days) + Duration.FromNanoseconds(nanoseconds)))
        .ToArbitrary();

    [Property(MaxTest = 400)]
    public Property Working_time_is_the_elapsed_time_of_every_stretch_between() =>
        Prop.ForAll(CalendarSample.Any, s_from, s_ahead, (sample, from, ahead) =>
        {
            var to = from.Instant + ahead;
            var expected = Stretches(sample, from.Zone, from.Instant, to)
                .Aggregate(Duration.Zero, (sum, stretch) => sum + Overlap(stretch, from.Instant, to));
            return (sample.Calendar.WorkingTime(from.Instant, to, from.Zone) == expected).Label(expected + " expected from " + from);
        });

    [Property]
    public Property Hours_of_a_date_go_before_those_of_the_season_and_these_before_those_of_the_week() =>
        Prop.ForAll(
            CalendarSample.Any, CalendarSample.Day.ToArbitrary(), (sample, day) => sample.Calendar.HoursOn(day) == sample.HoursOn(day));

    [Property]
    public Property A_season_is_its_working_days_one_by_one() =>
        Prop.ForAll(CalendarSample.Any, CalendarSample.Day.ToArbitrary(), CalendarSample.Hours.ToArbitrary(), (sample, first, hours) =>
        {
            var season = new DateSpan(first, first.PlusDays(40));
            var bare = sample.Calendar.WithoutHoursOn(DateSpan.Always);
            var (atOnce, days) = (bare.WithHoursOn(season, hours), CalendarSample.Days(first, first.PlusDays(40)));
            var oneByOne = days.Where(sample.IsWorked).Aggregate(bare, (changed, day) => changed.WithHoursOn(day, hours));
            var (from, to) = (first.PlusDays(-9).AtMidnight().InUtc().ToInstant(), first.PlusDays(60).AtMidnight().InUtc().ToInstant());
            return atOnce.WorkingTime(from, to, DateTimeZone.Utc) == oneByOne.WorkingTime(from, to, DateTimeZone.Utc)
                && days.All(day => atOnce.HoursOn(day) == oneByOne.HoursOn(day));
        });

    [Property(MaxTest = 400)]
    public Property A_deadline_is_the_first_instant_at_which_the_time_is_over() =>
        Prop.ForAll(CalendarSample.Any, s_from, s_ahead, (sample, from, ahead) =>
        {
            var duration = ahead / 8;
            var calendar = sample.Calendar;
            var deadline = calendar.AddWorkingTime(from.Instant, duration, from.Zone);
            return (calendar.WorkingTime(from.Instant, deadline, from.Zone) == duration
                && (duration == Duration.Zero ? deadline == from.Instant
                    : calendar.WorkingTime(
                        from.Instant, deadline - Duration.Epsilon, from.Zone) < duration)).Label(deadline + " from " + from);
        });

    [Property]
    public Property A_deadline_is_told_within_the_validity_and_not_beyond_it() =>
        Prop.ForAll(CalendarSample.Any, s_from, Pair(s_ahead, Gen.Choose(-3, 60).ToArbitrary()), (sample, from, question) =>
        {
            var (duration, days) = (question.Item1 / 8, question.Item2);
            var deadline = sample.Calendar.AddWorkingTime(from.Instant, duration, from.Zone);
            var last = from.Instant.InZone(from.Zone).Date.PlusDays(days);
            var known = sample.Calendar.WithValidity(DateSpan.Until(last));

            // Midnight after the last day is its end. Within hours of it, clocks that are put back show the last day again.
            var end = last.PlusDays(1).AtMidnight();
            LocalDateTime Local(Instant instant) => instant.InZone(from.Zone).LocalDateTime;
            bool IsBefore(LocalDateTime time) => Local(from.Instant) <= time && Local(deadline) <= time;
            var isTold = known.TryAddWorkingTime(from.Instant, duration, from.Zone, out var told);
            return (isTold ? told == deadline && IsBefore(end)
                : told == default && !IsBefore(end.PlusHours(-26))
                    && Record.Exception(() => known.AddWorkingTime(from.Instant, duration, from.Zone)) is ArgumentOutOfRangeException)
                .Label(deadline + " from " + from + " until " + last);
        });

    [Property]
    public Property Adding_one_time_and_then_another_is_adding_their_sum() =>
        Prop.ForAll(CalendarSample.Any, s_from, s_ahead, (sample, from, ahead) =>
        {
            var (one, other) = (ahead / 5, ahead / 7);
            var calendar = sample.Calendar;
            return calendar.AddWorkingTime(
                calendar.AddWorkingTime(from.Instant, one, from.Zone), other, from.Zone) == calendar.AddWorkingTime(from.Instant,
                one + other, from.Zone);
        });

    [Property]
    public Property Working_time_adds_up_and_is_never_more_than_the_time_elapsed() =>
        Prop.ForAll(CalendarSample.Any, s_from, s_ahead, (sample, from, ahead) =>
        {
            var (middle, to) = (from.Instant + (ahead / 3), from.Instant + ahead);
            Duration Between(Instant start, Instant end) => sample.Calendar.WorkingTime(start, end, from.Zone);
            return Between(from.Instant, middle) + Between(middle, to) == Between(from.Instant, to) && Between(from.Instant, to) <= ahead;
        });

    [Property(MaxTest = 400)]
    public Property It_is_working_time_within_a_stretch_and_the_next_begins_with_one() =>
        Prop.ForAll(CalendarSample.Any, s_from, (sample, from) =>
        {
            var at = from.Instant;
            var next = Stretches(sample, from.Zone, at, at + Duration.FromDays(200))
                .First(stretch => stretch.End > at && stretch.End > stretch.Start);
            return (sample.Calendar.IsWorkingTime(at, from.Zone) == next.Start <= at
                && sample.Calendar.NextWorkingTime(at, from.Zone) == Instant.Max(at, next.Start)).Label(next.Start + " expected from "
                + from);
        });

    [Property]
    public Property Every_minute_of_working_time_counts_and_no_other() =>
        Prop.ForAll(CalendarSample.Any, s_from, Gen.Choose(0, 3000).ToArbitrary(), (sample, from, minutes) =>
        {
            // To the full minute: hours and clock changes are.
            var start = Instant.FromUnixTimeSeconds(from.Instant.ToUnixTimeSeconds() / 60 * 60);
            var counted = Enumerable.Range(0, minutes)
                .Count(minute => sample.Calendar.IsWorkingTime(start + Duration.FromMinutes(minute), from.Zone));
            return sample.Calendar.WorkingTime(start, start + Duration.FromMinutes(minutes), from.Zone) == Duration.FromMinutes(counted);
        });

    private static Arbitrary<(T1, T2)> Pair<T1, T2>(Arbitrary<T1> one, Arbitrary<T2> other) =>
        (from first in one.Generator from second in other.Generator select (first, second)).ToArbitrary();

    private static Duration Overlap(NodaTime.Interval stretch, Instant from, Instant to)
    {
        var (start, end) = (Instant.Max(stretch.Start, from), Instant.Min(stretch.End, to));
        return start < end ? end - start : Duration.Zero;
    }

    private static IEnumerable<NodaTime.Interval> Stretches(CalendarSample sample, DateTimeZone zone, Instant from, Instant to)
    {
        var resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
        foreach (var day in CalendarSample.Days(from.InZone(zone).Date.PlusDays(-2), to.InZone(zone).Date.PlusDays(2)))
        {
            foreach (var (start, end) in sample.HoursOn(day)?.Intervals ?? [])
            {
                var last = end == LocalTime.Midnight ? day.PlusDays(1).AtMidnight() : day + end;
                yield return new NodaTime.Interval(
                    zone.ResolveLocal(day + start, resolver).ToInstant(), zone.ResolveLocal(last, resolver).ToInstant());
            }
        }
    }

    /// <summary>Instants at a clock change of a zone or within days of one, some far from any.</summary>
    private static Arbitrary<Moment> Around(Gen<(int Years, int Change)> changes) =>
        (from zone in Gen.Elements(s_zones)
         from change in changes
         from near in Gen.Frequency(
             (1, Gen.Elements(-1L, 0L, 1L).Select(Duration.FromNanoseconds)),
             (4, Gen.Choose(-2 * 1440, 2 * 1440).Select(minutes => Duration.FromMinutes(minutes))),
             (1,
                 from minutes in Gen.Choose(-300, 300) from nanoseconds in Gen.Choose(0, 999_999_999)
                 select Duration.FromMinutes(minutes) + Duration.FromNanoseconds(nanoseconds)),
             (1, Gen.Choose(0, 365).Select(days => Duration.FromDays(days))))
         select new Moment(zone, Change(zone, change.Years, change.Change) + near)).ToArbitrary();

    private static Instant Change(DateTimeZone zone, int years, int change)
    {
        // Half of the instants are near the days that the calendars speak of.
        var at = years > 20 ? Instant.FromUtc(2023, 10, 1, 0, 0) : Instant.FromUtc(2005 + years, 1, 1, 0, 0);
        for (var i = 0; i < change && zone.GetZoneInterval(at) is { HasEnd: true } interval; i++)
            at = interval.End;

        return at;
    }

    private sealed record Moment(DateTimeZone Zone, Instant Instant);
}
