using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A span of calendar days, both end days included, either end open.</summary>
/// <remarks>
/// <para>
/// A promotion "until 31 March" runs through all of that day; there is no time of day and no zone. NodaTime's <see cref="DateInterval"/> is
/// the same idea with both ends closed; a price list without an end needs an open one.
/// </para>
/// <para>
/// Equality is by both ends. The default value is open at both: always. Days are those of the ISO calendar. A day by which a system writes
/// "no end" (9999-12-31, 2154-12-31) is taken as that day: map it to null when reading, so that such a span equals an open one.
/// </para>
/// <para>
/// Text is that of ISO 8601: <c>2026-01-01/2026-03-31</c>, and <c>..</c> for an open end (ISO 8601-2): <c>2026-01-01/..</c>. It round-trips
/// through <see cref="Parse"/>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<DateSpan>))]
public readonly struct DateSpan : IEquatable<DateSpan>
{
    private const string OpenEnd = "..";

    /// <summary>Creates a span.</summary>
    /// <param name="start">The first day, or null for an open start.</param>
    /// <param name="end">The last day, included, or null for an open end; not before <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <paramref name="start"/>.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public DateSpan(LocalDate? start, LocalDate? end)
    {
        Start = IsoDay(start, nameof(start));
        End = IsoDay(end, nameof(end));
        if (end < start)
        {
            throw Guards.OutOfRange(
                nameof(end), InvariantText.Date(end.Value), "must not be before the start " + InvariantText.Date(start.Value));
        }
    }

    /// <summary>Every day there is; the default value.</summary>
    public static DateSpan Always => default;

    /// <summary>The first day, or null for an open start.</summary>
    public LocalDate? Start { get; }

    /// <summary>The last day, included, or null for an open end.</summary>
    public LocalDate? End { get; }

    /// <summary>How many days the span has, both ends counted, or null when an end is open.</summary>
    public int? Days => Start is { } start && End is { } end ? Period.DaysBetween(start, end) + 1 : null;

    /// <summary>One day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The span of that day.</returns>
    public static DateSpan On(LocalDate date) => new(date, date);

    /// <summary>From a day on, without end.</summary>
    /// <param name="start">The first day.</param>
    /// <returns>The span.</returns>
    public static DateSpan From(LocalDate start) => new(start, null);

    /// <summary>Up to and including a day, without start.</summary>
    /// <param name="end">The last day, included.</param>
    /// <returns>The span.</returns>
    public static DateSpan Until(LocalDate end) => new(null, end);

    /// <summary>A calendar year.</summary>
    /// <param name="year">The year.</param>
    /// <returns>1 January to 31 December.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside NodaTime's range.</exception>
    public static DateSpan OfYear(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    /// <summary>A calendar month.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <returns>The first to the last day of the month; 29 February in a leap year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The month does not exist.</exception>
    public static DateSpan OfMonth(int year, int month)
    {
        var start = new LocalDate(year, month, 1);
        return new DateSpan(start, start.With(DateAdjusters.EndOfMonth));
    }

    /// <summary>A calendar quarter.</summary>
    /// <param name="year">The year.</param>
    /// <param name="quarter">The quarter, 1 to 4.</param>
    /// <returns>The first to the last day of the quarter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quarter does not exist.</exception>
    public static DateSpan OfQuarter(int year, int quarter)
    {
        var start = new LocalDate(year, (Guard.Against.OutsideRange(1, 4, quarter) * 3) - 2, 1);
        return new DateSpan(start, start.PlusMonths(2).With(DateAdjusters.EndOfMonth));
    }

    /// <summary>The span of a NodaTime interval.</summary>
    /// <param name="interval">An interval of whole days, both ends included.</param>
    /// <returns>The span.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interval"/> is null.</exception>
    public static DateSpan FromDateInterval(DateInterval interval)
    {
        Guard.Against.Null(interval);
        return new DateSpan(interval.Start, interval.End);
    }

    /// <summary>Reads the text of a span.</summary>
    /// <param name="text">Two ISO dates, or <c>..</c> for an open end, with a slash between.</param>
    /// <returns>The span.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form, or the end is before the start.</exception>
    public static DateSpan Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var value) ? value
            : throw InvariantText.NotA("a span of days such as '2026-01-01/2026-03-31' or '2026-01-01/..'", text);
    }

    /// <summary>Reads the text of a span, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The span, or the default value.</param>
    /// <returns>Whether the text is a span.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateSpan value)
    {
        value = default;
        var ends = text?.Split('/');
        if (ends is not { Length: 2 } || !TryParseEnd(ends[0], out var start) || !TryParseEnd(ends[1], out var end) || end < start)
            return false;

        value = new DateSpan(start, end);
        return true;
    }

    /// <summary>Whether both have the same ends.</summary>
    /// <param name="left">A span.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(DateSpan left, DateSpan right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A span.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(DateSpan left, DateSpan right) => !left.Equals(right);

    /// <summary>Whether the day is in the span; both end days are.</summary>
    /// <param name="date">The day.</param>
    /// <returns>Whether it is in the span.</returns>
    public bool Contains(LocalDate date) => !(date < Start) && !(date > End);

    /// <summary>Whether every day of the other span is in this one.</summary>
    /// <param name="other">The other span.</param>
    /// <returns>Whether it is contained.</returns>
    public bool Contains(DateSpan other) =>
        (Start is null || other.Start >= Start) && (End is null || other.End <= End);

    /// <summary>Whether the two have a day in common.</summary>
    /// <param name="other">The other span.</param>
    /// <returns>Whether they overlap; spans that follow each other day upon day do not.</returns>
    public bool Overlaps(DateSpan other) => !(Start > other.End) && !(other.Start > End);

    /// <summary>The days both have in common.</summary>
    /// <param name="other">The other span.</param>
    /// <returns>The common span, or null when there is no common day.</returns>
    public DateSpan? Intersection(DateSpan other)
    {
        if (!Overlaps(other))
            return null;

        var start = Start is null || other.Start > Start ? other.Start : Start;
        var end = End is null || other.End < End ? other.End : End;
        return new DateSpan(start, end);
    }

    /// <summary>How many days of the span have gone by at the end of a day, both ends counted: on the 11th of a month, 11.</summary>
    /// <param name="asOf">The last day that counts.</param>
    /// <returns>0 before the start, <see cref="Days"/> from the end on, or null when the start is open.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public int? ElapsedDays(LocalDate asOf)
    {
        Guard.Against.OtherCalendar(asOf);
        return Start is not { } start ? null
            : asOf < start ? 0
            : asOf > End ? Days : Period.DaysBetween(start, asOf) + 1;
    }

    /// <summary>The share of its days that have gone by at the end of a day (时间进度): on 11 April, 11 ÷ 30 of the month.</summary>
    /// <param name="asOf">The last day that counts.</param>
    /// <returns>
    /// 0 % to 100 %, a quotient of 28 digits, or null when an end is open. For money due by then, multiply by the days elapsed first and
    /// divide by all days last.
    /// </returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public Percentage? ElapsedShare(LocalDate asOf) =>
        ElapsedDays(asOf) is { } elapsed && Days is { } days ? Percentage.Ratio(elapsed, days) : null;

    /// <summary>The span so many days later, as long as this one: the same weekdays a year before are 52 weeks, −364 days.</summary>
    /// <param name="days">The days to add to both ends; negative for earlier. An open end stays open.</param>
    /// <returns>The span.</returns>
    /// <exception cref="OverflowException">An end would leave the days there are, up to 9999-12-31.</exception>
    public DateSpan PlusDays(int days) => new(Start?.PlusDays(days), End?.PlusDays(days));

    /// <summary>The span as a NodaTime interval.</summary>
    /// <returns>The interval of the same days.</returns>
    /// <exception cref="InvalidOperationException">An end is open.</exception>
    public DateInterval ToDateInterval() =>
        Start is { } start && End is { } end ? new DateInterval(start, end)
            : throw new InvalidOperationException("The span " + this + " has an open end; a DateInterval has none.");

    /// <summary>Whether the other has the same ends.</summary>
    /// <param name="other">The span to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DateSpan other) => Start == other.Start && End == other.End;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DateSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Start.GetHashCode(), End.GetHashCode());

    /// <summary>The text of ISO 8601, <c>..</c> for an open end.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text(Start) + "/" + Text(End);

    private static string Text(LocalDate? end) => end is { } date ? InvariantText.Date(date) : OpenEnd;

    private static bool TryParseEnd(string text, out LocalDate? end)
    {
        end = null;
        if (text == OpenEnd)
            return true;
        if (!InvariantText.TryParseDate(text, out var date))
            return false;

        end = date;
        return true;
    }

    private static LocalDate? IsoDay(LocalDate? date, string parameterName) =>
        date is { } day ? Guard.Against.OtherCalendar(day, parameterName) : null;
}
