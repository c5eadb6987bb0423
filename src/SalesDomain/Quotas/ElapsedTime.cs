using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>How much of a period has gone by at the end of a day (时间进度), by days or by working days: 11 of 22.</summary>
/// <remarks>
/// Which days count is declared by the factory, because the two differ: on 11 April a third of the month's days has gone by and, with a
/// holiday at its beginning, less of its working days. Equality is by span, day and calendar.
/// </remarks>
public sealed class ElapsedTime : IEquatable<ElapsedTime>
{
    private ElapsedTime(DateSpan span, LocalDate asOf, WorkCalendar? calendar, int elapsed, int total)
    {
        Span = span;
        AsOf = asOf;
        SpanToDate = span.Intersection(DateSpan.Until(asOf));
        Calendar = calendar;
        Elapsed = elapsed;
        Remaining = total - elapsed;
        Total = total;
        Share = Percentage.Ratio(elapsed, total);
    }

    /// <summary>The period.</summary>
    public DateSpan Span { get; }

    /// <summary>The last day that has gone by.</summary>
    public LocalDate AsOf { get; }

    /// <summary>
    /// The part of the period that has gone by, from its first day through <see cref="AsOf"/>: all of it from its end on, null before it.
    /// Facts of these days are what is set against a quota to date.
    /// </summary>
    public DateSpan? SpanToDate { get; }

    /// <summary>The calendar whose working days count, or null where every day counts.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>How many of the days that count have gone by: none before the period, all of them from its end on.</summary>
    public int Elapsed { get; }

    /// <summary>How many of the days that count are left.</summary>
    public int Remaining { get; }

    /// <summary>How many days of the period count.</summary>
    public int Total { get; }

    /// <summary>The share that has gone by, elapsed ÷ total, to 28 digits; null when no day of the period is a working day.</summary>
    public Percentage? Share { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An elapsed time.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ElapsedTime? left, ElapsedTime? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An elapsed time.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ElapsedTime? left, ElapsedTime? right) => !(left == right);

    /// <summary>Every day counts, both ends of the period included: at the end of 11 April 11 of 30.</summary>
    /// <param name="span">The period, without open ends.</param>
    /// <param name="asOf">The last day that has gone by.</param>
    /// <returns>The elapsed time.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, or <paramref name="asOf"/> is not of the ISO calendar.
    /// </exception>
    public static ElapsedTime ByDays(DateSpan span, LocalDate asOf)
    {
        Guard.Against.OtherCalendar(asOf);
        return span.Days is { } total
            ? new ElapsedTime(span, asOf, calendar: null, span.ElapsedDays(asOf)!.Value, total)
            : throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends");
    }

    /// <summary>Working days count, both ends of the period included.</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="span">The period, without open ends.</param>
    /// <param name="asOf">The last day that has gone by.</param>
    /// <returns>The elapsed time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, or <paramref name="asOf"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not within the validity of the calendar.</exception>
    public static ElapsedTime ByWorkingDays(WorkCalendar calendar, DateSpan span, LocalDate asOf)
    {
        Guard.Against.Null(calendar);
        return new ElapsedTime(span, asOf, calendar, calendar.ElapsedWorkingDays(span, asOf), calendar.WorkingDays(span));
    }

    /// <summary>How the share came about.</summary>
    /// <returns>The ratio of the days elapsed and all days.</returns>
    public Explanation Explain() =>
        Node(
            "time elapsed", Figure.OrAbsent(Share), Operation.Ratio,
            Fact(Noun + " elapsed", Elapsed), Fact(Noun + " of the period", Total));

    /// <summary>Whether the other has the same period, day and calendar.</summary>
    /// <param name="other">The elapsed time to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ElapsedTime? other) =>
        other is not null && Span == other.Span && AsOf == other.AsOf && Calendar == other.Calendar;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElapsedTime);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Span.GetHashCode(), AsOf.GetHashCode(), Calendar?.GetHashCode() ?? 0);

    /// <summary>The days elapsed and all days: <c>11 of 22 working days of 2026-04-01/2026-04-30</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(Elapsed) + " of " + InvariantText.Number(Total) + " " + Noun + " of " + Span;

    private string Noun => Calendar is null ? "days" : "working days";
}
