using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SalesDomain.Tests.Working;

/// <summary>A random calendar, and which of its days are worked and when, kept day by day.</summary>
internal sealed class CalendarSample
{
    // A window over a leap day, with a year's end and the clock changes of both hemispheres in it.
    private const int Window = 500;

    private static readonly IsoDayOfWeek[] s_days =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    private static readonly Gen<IsoDayOfWeek[]> s_weekend = Gen.Frequency(
        (4, Gen.Constant(new[] { IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday })),
        (1, Gen.Constant(new[] { IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday })),
        (1, Gen.Constant(new[] { IsoDayOfWeek.Sunday })),
        (1, Gen.Constant(System.Array.Empty<IsoDayOfWeek>())),
        (2, Gen.Choose(0, 126).Select(bits => s_days.Where((_, i) => (bits & (1 << i)) != 0).ToArray())));

    private static readonly Gen<LocalDate> s_day = Gen.Choose(0, Window - 1).Select(DayZero.PlusDays);

    private static readonly Gen<DateSpan> s_holiday =
        from day in s_day from length in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 9)), (1, Gen.Choose(10, 60)))
        select new DateSpan(day, day.PlusDays(length));

    private readonly IsoDayOfWeek[] _weekend;
    private readonly HashSet<LocalDate> _holidays;
    private readonly HashSet<LocalDate> _makeUpDays;
    private readonly WorkingHours _usual;
    private readonly IsoDayOfWeek? _shortDay;
    private readonly WorkingHours _short;
    private readonly HashSet<LocalDate> _shortDates;
    private readonly (DateSpan Span, WorkingHours Hours)[] _seasons;

    private CalendarSample(
        IsoDayOfWeek[] weekend,
        DateSpan[] holidays,
        LocalDate[] makeUpDays,
        LocalDate[] shortDates,
        WorkingHours usual,
        WorkingHours shortHours,
        (DateSpan Span, WorkingHours Hours)[] seasons)
    {
        _weekend = weekend;
        _holidays = [.. holidays.SelectMany(span => Days(span.Start!.Value, span.End!.Value))];
        _makeUpDays = [.. makeUpDays.Where(day => !_holidays.Contains(day))];
        _usual = usual;
        _short = shortHours;
        _shortDates = [.. shortDates.Where(IsWorked)];
        _seasons = seasons;
        _shortDay = weekend.Contains(IsoDayOfWeek.Saturday) ? null : IsoDayOfWeek.Saturday;

        // Some of the seasons are given before the holidays in them and some after.
        var calendar = WithSeasons(WorkCalendar.Weekends(weekend).WithHours(usual), seasons.Take(seasons.Length / 2))
            .WithHolidays(holidays).WithMakeUpDays([.. _makeUpDays]);
        if (_shortDay is { } day)
            calendar = calendar.WithHoursOn(day, shortHours);
        calendar = WithSeasons(calendar, seasons.Skip(seasons.Length / 2));
        Calendar = _shortDates.Aggregate(calendar, (changed, date) => changed.WithHoursOn(date, _short));
    }

    internal static LocalDate DayZero => new(2023, 9, 20);

    /// <summary>A day of the window, or somewhat outside.</summary>
    internal static Gen<LocalDate> Day { get; } = Gen.Choose(-20, Window + 20).Select(DayZero.PlusDays);

    internal static Gen<WorkingHours> Hours { get; } = Gen.Frequency(
        (3, Gen.Elements(
            "09:00-12:00,13:00-18:00", "00:00-24:00", "00:00-06:00,22:00-24:00", "02:00-02:30", "02:30-03:30",
            "00:00-01:00,01:30-02:15,02:45-03:00,23:00-24:00", "23:59-24:00")
            .Select(WorkingHours.Parse)),
        (2, from bounds in Gen.Choose(0, 1440).ListOf(6)
            let distinct = bounds.Distinct().OrderBy(bound => bound).ToArray()
            where distinct.Length >= 2
            select WorkingHours.Of(
                [.. Enumerable.Range(0, distinct.Length / 2).Select(i => (Time(distinct[2 * i]), Time(distinct[(2 * i) + 1])))])));

    internal static Arbitrary<CalendarSample> Any { get; } =
        (from weekend in s_weekend
         from count in Gen.Choose(0, 12)
         from holidays in s_holiday.ArrayOf(count)
         from makeUpDays in s_day.ArrayOf(count)
         from shortDates in s_day.ArrayOf(count / 3)
         from usual in Hours
         from shortHours in Hours
         from seasonCount in Gen.Choose(0, 3)
         from seasons in s_holiday.ArrayOf(seasonCount)
         from seasonHours in Hours.ArrayOf(seasonCount)
         select new CalendarSample(
             weekend, holidays, makeUpDays, shortDates, usual, shortHours,
             [.. seasons.Zip(seasonHours, (span, hours) => (span, hours))])).ToArbitrary();

    internal WorkCalendar Calendar { get; }

    public override string ToString() => Calendar.ToString();

    internal static IEnumerable<LocalDate> Days(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
            yield return day;
    }

    internal bool IsWorked(LocalDate day) => _makeUpDays.Contains(day) || !(_weekend.Contains(day.DayOfWeek) || _holidays.Contains(day));

    internal WorkingHours? HoursOn(LocalDate day) =>
        !IsWorked(day) ? null
            : _shortDates.Contains(day) ? _short
            : _seasons.LastOrDefault(season => season.Span.Contains(day)) is { Hours: { } hours } ? hours
            : day.DayOfWeek == _shortDay ? _short : _usual;

    private static WorkCalendar WithSeasons(WorkCalendar calendar, IEnumerable<(DateSpan Span, WorkingHours Hours)> seasons) =>
        seasons.Aggregate(calendar, (changed, season) => changed.WithHoursOn(season.Span, season.Hours));

    private static LocalTime Time(int minute) => LocalTime.FromMinutesSinceMidnight(minute % 1440);
}
