using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Which days are worked and at what hours: weekends, holidays, make-up days, working hours.</summary>
/// <remarks>
/// <para>
/// A day of the weekend is free, and so is a holiday; a make-up day is worked although its weekend is free (调休: a Sunday worked for a
/// longer Spring Festival). A holiday that falls on the weekend, or on another holiday, takes no second day. A date that is declared both
/// holiday and make-up day is refused.
/// </para>
/// <para>
/// Nothing is known of a year whose holidays were not given, and a calendar without them would count its holidays as worked.
/// <see cref="WithValidity"/> states for which days the holidays are complete; a question about other days is then refused.
/// </para>
/// <para>
/// Questions about days need no hours and no zone. Questions about working time take instants and a zone, and the working hours are those
/// of the clock on the wall there. Immutable; equality is by weekend, the dates of holidays and of make-up days, hours and validity.
/// </para>
/// </remarks>
public sealed partial class WorkCalendar : IEquatable<WorkCalendar>
{
    private const int DaysOfWeek = 7;

    private readonly IsoDayOfWeek[] _weekend;

    // In order of time, none touching another.
    private readonly DateSpan[] _holidays;
    private readonly LocalDate[] _makeUpDays;

    // From Monday to Sunday; null where the usual hours apply.
    private readonly WorkingHours?[] _hoursOfWeek;
    private readonly Timeline<WorkingHours> _hoursInSeasons;
    private readonly Timeline<WorkingHours> _hoursOnDates;

    private readonly int _firstDay;
    private readonly int _lastDay;
    private readonly DayTable _days;
    private readonly OpeningTimes? _times;

    private WorkCalendar(
        IsoDayOfWeek[] weekend,
        DateSpan[] holidays,
        LocalDate[] makeUpDays,
        WorkingHours? hours,
        WorkingHours?[] hoursOfWeek,
        Timeline<WorkingHours> hoursInSeasons,
        Timeline<WorkingHours> hoursOnDates,
        DateSpan validity)
    {
        _weekend = weekend;
        _holidays = holidays;
        _makeUpDays = makeUpDays;
        Hours = hours;
        _hoursOfWeek = hoursOfWeek;
        _hoursInSeasons = hoursInSeasons;
        _hoursOnDates = hoursOnDates;
        Validity = validity;
        _firstDay = validity.Start is { } start ? DayNumber.Of(start) : DayNumber.First;
        _lastDay = validity.End is { } end ? DayNumber.Of(end) : DayNumber.Last;
        _days = Table([1, 1, 1, 1, 1, 1, 1], makeUpDays.Select(DayNumber.Of).Select(day => new DayTable.Days(day, day, 1)));
        _times = hours is null ? null : Times(hours);
    }

    /// <summary>The calendar with free Saturdays and Sundays, without holidays and hours.</summary>
    public static WorkCalendar MondayToFriday { get; } = Weekends(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);

    /// <summary>The free days of every week, from Monday to Sunday; none for a business that is open every day.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekend => Array.AsReadOnly(_weekend);

    /// <summary>The holidays in order of time; those that overlap or follow day upon day are one span.</summary>
    public IReadOnlyList<DateSpan> Holidays => Array.AsReadOnly(_holidays);

    /// <summary>The make-up days in order of time.</summary>
    public IReadOnlyList<LocalDate> MakeUpDays => Array.AsReadOnly(_makeUpDays);

    /// <summary>The hours of a usual working day, or null when the calendar has none.</summary>
    public WorkingHours? Hours { get; }

    /// <summary>The days for which the calendar answers; all of them, unless it was told otherwise.</summary>
    public DateSpan Validity { get; }

    /// <summary>A calendar with these days free in every week, without holidays and hours.</summary>
    /// <param name="days">The free days, each once, at most six; none for a business that is open every day.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is null.</exception>
    /// <exception cref="ArgumentException">A day comes twice, or no day is left to work on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a day of the week.</exception>
    public static WorkCalendar Weekends(params IsoDayOfWeek[] days)
    {
        Guard.Against.Null(days);
        var sorted = days.OrderBy(day => (int)day).ToArray();
        for (var i = 0; i < sorted.Length; i++)
        {
            Guard.Against.NoWeekday(sorted[i], nameof(days));
            if (i > 0 && sorted[i] == sorted[i - 1])
                throw Guards.Invalid(nameof(days), FiscalText.Weekday(sorted[i]), "must have each day once");
        }

        if (sorted.Length == DaysOfWeek)
            throw Guards.Invalid(nameof(days), "all seven", "must leave a day to work on");

        var none = Timeline.Empty<WorkingHours>();
        return new WorkCalendar(sorted, [], [], null, new WorkingHours?[DaysOfWeek], none, none, DateSpan.Always);
    }

    /// <summary>The calendar with further holidays; one on a weekend or on another holiday changes nothing.</summary>
    /// <param name="spans">The holidays, without open ends.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spans"/> is null.</exception>
    /// <exception cref="ArgumentException">A span has an open end, holds a make-up day, or holds a date with hours of its own.</exception>
    public WorkCalendar WithHolidays(params DateSpan[] spans)
    {
        Guard.Against.Null(spans);
        foreach (var span in spans)
            RequireEnds(span, nameof(spans));

        return Changed(nameof(spans), holidays: HolidaySpans.Joined(_holidays.Concat(spans)));
    }

    /// <summary>The calendar with further holidays of one day; one on a weekend or on another holiday changes nothing.</summary>
    /// <param name="dates">The holidays.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dates"/> is null.</exception>
    /// <exception cref="ArgumentException">A date is a make-up day, has hours of its own, or is not of the ISO calendar.</exception>
    public WorkCalendar WithHolidays(params LocalDate[] dates)
    {
        Guard.Against.Null(dates);
        var spans = Array.ConvertAll(dates, date => DateSpan.On(Guard.Against.OtherCalendar(date, nameof(dates))));
        return Changed(nameof(dates), holidays: HolidaySpans.Joined(_holidays.Concat(spans)));
    }

    /// <summary>The calendar without holidays on these days: a notice was changed. Days that are none are left as they are.</summary>
    /// <param name="spans">The days; an open end takes back all on that side. Of a longer holiday the days outside stay.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spans"/> is null.</exception>
    public WorkCalendar WithoutHolidays(params DateSpan[] spans) =>
        Changed(nameof(spans), holidays: Guard.Against.Null(spans).Aggregate(_holidays, HolidaySpans.Without));

    /// <summary>The calendar with further days of the weekend that are worked; one that is worked anyway changes nothing.</summary>
    /// <param name="dates">The make-up days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dates"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A date is a holiday, which <see cref="WithoutHolidays"/> takes back, or is not of the ISO calendar.
    /// </exception>
    public WorkCalendar WithMakeUpDays(params LocalDate[] dates)
    {
        Guard.Against.Null(dates);
        var checkedDates = Array.ConvertAll(dates, date => Guard.Against.OtherCalendar(date, nameof(dates)));
        return Changed(nameof(dates), makeUpDays: [.. _makeUpDays.Concat(checkedDates).Distinct().OrderBy(DayNumber.Of)]);
    }

    /// <summary>The calendar without these make-up days: a notice was changed. Days that are none are left as they are.</summary>
    /// <param name="dates">The days; one of the weekend is free again.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dates"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A date is not of the ISO calendar; or it would not be worked and has hours of its own, which
    /// <see cref="WithoutHoursOn"/> takes back.
    /// </exception>
    public WorkCalendar WithoutMakeUpDays(params LocalDate[] dates)
    {
        Guard.Against.Null(dates);
        var checkedDates = Array.ConvertAll(dates, date => Guard.Against.OtherCalendar(date, nameof(dates)));
        return Changed(nameof(dates), makeUpDays: [.. _makeUpDays.Except(checkedDates)]);
    }

    /// <summary>The calendar with these hours on every working day that has none of its own.</summary>
    /// <param name="hours">The usual hours.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    public WorkCalendar WithHours(WorkingHours hours) => Changed(nameof(hours), hours: Guard.Against.Null(hours));

    /// <summary>The calendar with other hours on one day of the week: until noon on Saturdays.</summary>
    /// <param name="day">A day that is not of the weekend.</param>
    /// <param name="hours">The hours, in place of the usual ones.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not a day of the week.</exception>
    /// <exception cref="ArgumentException"><paramref name="day"/> is of the weekend, which has no hours.</exception>
    /// <exception cref="InvalidOperationException">The calendar has no usual hours.</exception>
    public WorkCalendar WithHoursOn(IsoDayOfWeek day, WorkingHours hours)
    {
        Guard.Against.Null(hours);
        Guard.Against.NoWeekday(day);
        RequireHours();
        if (Array.IndexOf(_weekend, day) >= 0)
            throw Guards.Invalid(nameof(day), FiscalText.Weekday(day), "must not be of the weekend, which has no hours");

        var ofWeek = (WorkingHours?[])_hoursOfWeek.Clone();
        ofWeek[(int)day - (int)IsoDayOfWeek.Monday] = hours;
        return Changed(nameof(day), hoursOfWeek: ofWeek);
    }

    /// <summary>The calendar with other hours for a season: summer hours (夏令作息), Ramadan.</summary>
    /// <param name="season">The days, without open ends.</param>
    /// <param name="hours">
    /// The hours on every working day of the season, make-up days among them, in place of the usual ones and of those of its day of the
    /// week. Hours given to a single date go before them. Where seasons overlap, the one given last counts.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// A short Saturday is as long as the other days in a season, unless its dates are given their own hours. Holidays stay free, whether
    /// they were given before or are given after. The tables of the calendar grow with the working days of the season.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="season"/> has an open end.</exception>
    /// <exception cref="InvalidOperationException">The calendar has no usual hours.</exception>
    public WorkCalendar WithHoursOn(DateSpan season, WorkingHours hours)
    {
        Guard.Against.Null(hours);
        RequireEnds(season, nameof(season));
        RequireHours();
        return Changed(nameof(season), hoursInSeasons: _hoursInSeasons.Override(season, hours));
    }

    /// <summary>The calendar with other hours on one date: until noon on 31 December.</summary>
    /// <param name="date">A working day.</param>
    /// <param name="hours">The hours, in place of those the day would have.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not a working day, or is not of the ISO calendar.</exception>
    /// <exception cref="InvalidOperationException">The calendar has no usual hours.</exception>
    public WorkCalendar WithHoursOn(LocalDate date, WorkingHours hours)
    {
        Guard.Against.Null(hours);
        Guard.Against.OtherCalendar(date);
        RequireHours();
        return Changed(nameof(date), hoursOnDates: _hoursOnDates.Override(DateSpan.On(date), hours));
    }

    /// <summary>
    /// The calendar without the hours that were given to dates and seasons, as far as they lie in these spans: there the day of the week
    /// and the usual hours count again.
    /// </summary>
    /// <param name="spans">The days; an open end takes back all on that side. Days without hours of their own are left as they are.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spans"/> is null.</exception>
    public WorkCalendar WithoutHoursOn(params DateSpan[] spans)
    {
        Guard.Against.Null(spans);
        return Changed(
            nameof(spans),
            hoursInSeasons: spans.Aggregate(_hoursInSeasons, (hours, span) => hours.Without(span)),
            hoursOnDates: spans.Aggregate(_hoursOnDates, (hours, span) => hours.Without(span)));
    }

    /// <summary>The calendar that answers for these days only, because the holidays of others are not known.</summary>
    /// <param name="span">The days for which holidays and make-up days are complete.</param>
    /// <returns>The changed copy.</returns>
    public WorkCalendar WithValidity(DateSpan span) => Changed(nameof(span), validity: span);

    private WorkCalendar Changed(
        string parameterName,
        DateSpan[]? holidays = null,
        LocalDate[]? makeUpDays = null,
        WorkingHours? hours = null,
        WorkingHours?[]? hoursOfWeek = null,
        Timeline<WorkingHours>? hoursInSeasons = null,
        Timeline<WorkingHours>? hoursOnDates = null,
        DateSpan? validity = null)
    {
        var changed = new WorkCalendar(
            _weekend,
            holidays ?? _holidays,
            makeUpDays ?? _makeUpDays,
            hours ?? Hours,
            hoursOfWeek ?? _hoursOfWeek,
            hoursInSeasons ?? _hoursInSeasons,
            hoursOnDates ?? _hoursOnDates,
            validity ?? Validity);
        foreach (var makeUpDay in changed._makeUpDays)
        {
            if (HolidaySpans.Contain(changed._holidays, makeUpDay))
                throw Guards.Invalid(parameterName, InvariantText.Date(makeUpDay), "must not make a day both holiday and make-up day");
        }

        foreach (var entry in changed._hoursOnDates.Entries)
        {
            if (changed._days.At(DayNumber.Of(entry.Span.Start!.Value)) == 0)
                throw Guards.Invalid(parameterName, Text(entry.Span), "must not have hours of its own without being worked");
        }

        return changed;
    }

    /// <summary>
    /// The table of the days: a working day of the week weighs what is said of its weekday, and a date what is said of it; holidays weigh
    /// nothing.
    /// </summary>
    private DayTable Table(int[] workingDays, IEnumerable<DayTable.Days> dates)
    {
        var week = workingDays.Select((weight, i) => Array.IndexOf(_weekend, DayOfWeek(i)) < 0 ? weight : 0);
        var free = _holidays.Select(span => new DayTable.Days(DayNumber.Of(span.Start!.Value), DayNumber.Of(span.End!.Value), 0));
        return new DayTable([.. week], [.. free.Concat(dates).OrderBy(days => days.First)]);
    }

    private OpeningTimes Times(WorkingHours usual)
    {
        var week = Array.ConvertAll(_hoursOfWeek, hours => hours ?? usual);
        var hoursOnDates = new SortedDictionary<int, WorkingHours>();
        foreach (var day in _makeUpDays.Select(DayNumber.Of))
            hoursOnDates[day] = week[DayNumber.Since(IsoDayOfWeek.Monday, day)];
        foreach (var season in _hoursInSeasons.Entries)
        {
            for (var day = DayNumber.Of(season.Span.Start!.Value); day <= DayNumber.Of(season.Span.End!.Value); day++)
            {
                if (_days.At(day) > 0)
                    hoursOnDates[day] = season.Value;
            }
        }

        foreach (var entry in _hoursOnDates.Entries)
            hoursOnDates[DayNumber.Of(entry.Span.Start!.Value)] = entry.Value;

        var dates = hoursOnDates.Select(entry => new DayTable.Days(entry.Key, entry.Key, entry.Value.Minutes));
        return new OpeningTimes(Table(Array.ConvertAll(week, hours => hours.Minutes), dates), week, hoursOnDates);
    }

    private static IsoDayOfWeek DayOfWeek(int sinceMonday) => IsoDayOfWeek.Monday + sinceMonday;

    private static void RequireEnds(DateSpan span, string parameterName)
    {
        if (span.Days is null)
            throw Guards.Invalid(parameterName, span.ToString(), "must have both ends");
    }

    private void RequireHours()
    {
        if (Hours is null)
            throw new InvalidOperationException("The calendar has no working hours: give it the usual ones by WithHours first.");
    }
}
