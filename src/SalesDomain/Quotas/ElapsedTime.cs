using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>How much of a period has gone by at the end of a day (时间进度), by days or by working days: 11 of 22.</summary>
/// <remarks>
/// Which days count is declared by the factory, because the two differ: on 11 April a third of the month's days has gone by and, with a
/// holiday at its beginning, less of its working days. Of somebody who was away only the days count on which they held their quota:
/// <see cref="Within"/>. Equality is by span, day, calendar and days held.
/// </remarks>
public sealed class ElapsedTime : IEquatable<ElapsedTime>
{
    private readonly (DateSpan Span, int Elapsed, int Total)[] _held;

    private ElapsedTime(DateSpan span, LocalDate asOf, WorkCalendar? calendar, DateSpan[] held)
    {
        Span = span;
        AsOf = asOf;
        SpanToDate = span.Intersection(DateSpan.Until(asOf));
        Calendar = calendar;
        _held = Array.ConvertAll(held, Counted);
        Elapsed = _held.Sum(part => part.Elapsed);
        Total = _held.Sum(part => part.Total);
        Remaining = Total - Elapsed;
        Share = Percentage.Ratio(Elapsed, Total);
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

    /// <summary>
    /// The days held, of which alone any count: spans within the period, in order, none next to another. The whole period unless
    /// <see cref="Within"/> says otherwise; none where no day of the period was held.
    /// </summary>
    public IReadOnlyList<DateSpan> Held => Array.AsReadOnly(Array.ConvertAll(_held, part => part.Span));

    /// <summary>How many of the days that count have gone by: none before the period, all of them from its end on.</summary>
    public int Elapsed { get; }

    /// <summary>How many of the days that count are left.</summary>
    public int Remaining { get; }

    /// <summary>How many days of the period count.</summary>
    public int Total { get; }

    /// <summary>
    /// The share that has gone by, elapsed ÷ total, to 28 digits; null when no day counts: none of the period is a working day, or none
    /// was held.
    /// </summary>
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
        return span.Days is not null
            ? new ElapsedTime(span, asOf, calendar: null, [span])
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
        Guard.Against.OtherCalendar(asOf);
        return new ElapsedTime(span, asOf, calendar, [span]);
    }

    /// <summary>
    /// The same period, of which only the days held count: through a leave, on which nothing is asked, time stands still, and so do the gap
    /// to time and what is needed a day.
    /// </summary>
    /// <param name="held">
    /// The spans held, mostly <see cref="ProratedQuota.Held"/>: in any order, at least one and without a common day, in place of any
    /// before. Days outside the period do not count; an open end is that of the period.
    /// </param>
    /// <returns>The changed copy; its period and <see cref="SpanToDate"/> are the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="held"/> is null.</exception>
    /// <exception cref="ArgumentException">There is none, or two have a day in common.</exception>
    public ElapsedTime Within(IEnumerable<DateSpan> held)
    {
        DateSpan[] spans = [.. Guard.Against.Nothing(held, "somebody held it in at least one span").OrderBy(span => span.Start)];
        for (var i = 1; i < spans.Length; i++)
        {
            if (spans[i].Overlaps(spans[i - 1]))
                throw Guards.Invalid(nameof(held), spans[i].ToString(), "must have no day in common with " + spans[i - 1]);
        }

        var days = DayRanges.Union(spans.Select(span => span.Intersection(Span)).OfType<DateSpan>());
        return new ElapsedTime(Span, AsOf, Calendar, Array.ConvertAll(days, DayRanges.ToSpan));
    }

    /// <summary>How the share came about.</summary>
    /// <returns>The ratio of the days elapsed and all days; of days held, each the sum over the spans held.</returns>
    public Explanation Explain() =>
        Node(
            "time elapsed", Figure.OrAbsent(Share), Operation.Ratio,
            ExplainElapsed(), ExplainTotal(Noun + " of the period"));

    /// <summary>Whether the other has the same period, day, calendar and days held.</summary>
    /// <param name="other">The elapsed time to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ElapsedTime? other) =>
        other is not null && Span == other.Span && AsOf == other.AsOf && Calendar == other.Calendar && _held.SequenceEqual(other._held);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElapsedTime);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Span.GetHashCode(), AsOf.GetHashCode(), Calendar?.GetHashCode() ?? 0, Elapsed);

    /// <summary>
    /// The days elapsed and all days: <c>11 of 22 working days of 2026-04-01/2026-04-30</c>, with a leave <c>5 of 16 working days held of
    /// …</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(Elapsed) + " of " + InvariantText.Number(Total) + " " + Noun + " of " + Span;

    /// <summary>The days elapsed, where something was not held by the spans held.</summary>
    internal Explanation ExplainElapsed() =>
        HasOneFigure ? Fact(Noun + " elapsed", (decimal)Elapsed)
            : Node(
                Noun + " elapsed", (decimal)Elapsed, Operation.Sum,
                [.. _held.Select(part => Fact("elapsed of " + part.Span, (decimal)part.Elapsed))]);

    /// <summary>All days, where something was not held by the spans held.</summary>
    internal Explanation ExplainTotal(string name) =>
        HasOneFigure ? Fact(name, (decimal)Total)
            : Node(name, (decimal)Total, Operation.Sum, [.. _held.Select(part => Fact("of " + part.Span, (decimal)part.Total))]);

    internal string Noun => (Calendar is null ? "days" : "working days") + (IsWhole ? "" : " held");

    // Of no days held there is nothing to sum, and it is a fact that there are none.
    private bool HasOneFigure => IsWhole || _held.Length == 0;

    private bool IsWhole => _held.Length == 1 && _held[0].Span == Span;

    private (DateSpan Span, int Elapsed, int Total) Counted(DateSpan held) =>
        Calendar is { } calendar ? (held, calendar.ElapsedWorkingDays(held, AsOf), calendar.WorkingDays(held))
            : (held, held.ElapsedDays(AsOf)!.Value, held.Days!.Value);
}
