using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Who is employed when: head count, joiners, leavers, turnover.</summary>
/// <remarks>
/// <para>
/// A person may come back, but is not employed twice on a day. One who is hired again on the day after the last counts as a leaver and a
/// joiner: give one employment where it was one.
/// </para>
/// <para>Immutable. Equality is by employments in any order.</para>
/// </remarks>
public sealed class HeadCount : IEquatable<HeadCount>
{
    // By person and first day.
    private readonly Employment[] _employments;

    private HeadCount(Employment[] employments) => _employments = employments;

    /// <summary>The employments, by person and first day.</summary>
    public IReadOnlyList<Employment> Employments => Array.AsReadOnly(_employments);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A head count.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(HeadCount? left, HeadCount? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A head count.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(HeadCount? left, HeadCount? right) => !(left == right);

    /// <summary>The employments of a sales force.</summary>
    /// <param name="employments">The employments, in any order; none for a force that is yet to be hired.</param>
    /// <returns>The head count.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="employments"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A person is employed twice on a day.</exception>
    public static HeadCount Of(IEnumerable<Employment> employments)
    {
        Guard.Against.Null(employments);
        Employment[] sorted = [.. employments.Select(each => Guard.Against.Null(each, nameof(employments)))
            .OrderBy(each => each.Salesperson).ThenBy(each => each.Start)];
        Employment? before = null;
        foreach (var next in sorted)
        {
            if (before is not null && next.Salesperson == before.Salesperson && next.Span.Overlaps(before.Span))
                throw Guards.Invalid(nameof(employments), before + " and " + next, "must not employ a person twice on a day");
            before = next;
        }

        return new HeadCount(sorted);
    }

    /// <summary>How many are employed on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The number; those whose last day it is are counted.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public int On(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        var count = 0;
        foreach (var employment in _employments)
        {
            if (employment.Span.Contains(on))
                count++;
        }

        return count;
    }

    /// <summary>How many are left at the close of a day (期末在职人数): those whose last day it is are gone.</summary>
    /// <param name="on">The day.</param>
    /// <returns>
    /// The number, so that the close of the day before a span + <see cref="Joiners"/> − <see cref="Leavers"/> = the close of its last
    /// day.
    /// </returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public int AtCloseOf(LocalDate on) => CountAtClose(DayNumber.Of(Guard.Against.OtherCalendar(on)));

    /// <summary>Who is employed on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The employments in force.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public IReadOnlyList<Employment> EmployedOn(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return Array.AsReadOnly(Array.FindAll(_employments, each => each.Span.Contains(on)));
    }

    /// <summary>Who started in a span.</summary>
    /// <param name="span">The span.</param>
    /// <returns>The employments whose first day is in it.</returns>
    public IReadOnlyList<Employment> Joiners(DateSpan span) =>
        Array.AsReadOnly(Array.FindAll(_employments, each => span.Contains(each.Start)));

    /// <summary>Who left in a span.</summary>
    /// <param name="span">The span.</param>
    /// <returns>The employments whose last day is in it.</returns>
    public IReadOnlyList<Employment> Leavers(DateSpan span) =>
        Array.AsReadOnly(Array.FindAll(_employments, each => each.LastDay is { } last && span.Contains(last)));

    /// <summary>Turnover in a span: leavers ÷ average head count, in all and by kind, with opening, joiners, leavers and
    /// closing.</summary>
    /// <param name="span">The span, closed at both ends.</param>
    /// <param name="average">Over which days the head count is averaged.</param>
    /// <returns>The turnover.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> is open, or no month ends in it and the average is by month
    /// ends.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is not defined.</exception>
    public StaffTurnover Turnover(DateSpan span, HeadCountAverage average)
    {
        var days = RequiredDays(span);
        Guard.Against.Undefined(average);
        var (opening, joined, leavers) = (CountAtClose(DayNumber.Of(span.Start!.Value) - 1), Joiners(span).Count, Leavers(span));
        var closing = AtCloseOf(span.End!.Value);
        var (sum, count) = average switch
        {
            HeadCountAverage.ByDay => (PersonDays(span), days),
            HeadCountAverage.ByMonthEnds => OverMonthEnds(span),
            _ => (opening + closing, 2),
        };
        return new StaffTurnover(span, average, leavers, (opening, joined, closing), (sum, count));
    }

    /// <summary>How many days of employment a span holds: the sum over people of the days they were employed in it.</summary>
    /// <param name="span">The span, closed at both ends.</param>
    /// <returns>The person-days.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> is open.</exception>
    public int PersonDays(DateSpan span)
    {
        RequiredDays(span);
        var sum = 0;
        foreach (var employment in _employments)
            sum += employment.Span.Intersection(span)?.Days ?? 0;

        return sum;
    }

    /// <summary>Of those hired in a span, the share that left within some months: what the hiring was worth.</summary>
    /// <param name="hiredIn">The span of their first days.</param>
    /// <param name="withinMonths">Within how many months of the start, 1 to 1,200.</param>
    /// <param name="asOf">The day up to which the facts are known.</param>
    /// <returns>The turnover of new hires. Those whose months are not over on that day are no part of the rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withinMonths"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public NewHireTurnover NewHires(DateSpan hiredIn, int withinMonths, LocalDate asOf)
    {
        Guard.Against.OutsideRange(1, NewHireTurnover.MostMonths, withinMonths);
        return new NewHireTurnover(hiredIn, withinMonths, Guard.Against.OtherCalendar(asOf), Joiners(hiredIn));
    }

    /// <summary>How many people in full productivity those employed on a day amount to.</summary>
    /// <param name="on">The day.</param>
    /// <param name="ramp">The ramp of all of them; for a force of several kinds, ask for each kind.</param>
    /// <returns>The ramped heads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ramp"/> is null.</exception>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is in no month of the ramp's calendar.</exception>
    public RampedHeads Ramped(LocalDate on, Ramp ramp)
    {
        Guard.Against.Null(ramp);
        return new RampedHeads(ramp, on, EmployedOn(on));
    }

    /// <summary>Whether the other has the same employments.</summary>
    /// <param name="other">The head count to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(HeadCount? other) => other is not null && _employments.SequenceEqual(other._employments);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as HeadCount);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _employments.Aggregate(_employments.Length, (hash, each) => Hash.Combine(hash, each.GetHashCode()));

    /// <summary>A line for each employment.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_employments.Select(each => each + "\n"));

    private static int RequiredDays(DateSpan span) =>
        span.Days ?? throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends");

    // By the number of the day: the one before the first day of the calendar has no date.
    private int CountAtClose(int day)
    {
        var count = 0;
        foreach (var employment in _employments)
        {
            if (DayNumber.Of(employment.Start) <= day && (employment.LastDay is not { } last || DayNumber.Of(last) > day))
                count++;
        }

        return count;
    }

    private (int Sum, int Count) OverMonthEnds(DateSpan span)
    {
        var (sum, count) = (0, 0);
        var month = span.Start!.Value.ToYearMonth();
        for (var end = month.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth);
            end <= span.End;
            end = end.PlusDays(1).With(DateAdjusters.EndOfMonth))
        {
            sum += AtCloseOf(end);
            count++;
            if (end == LocalDate.MaxIsoValue)
                break;
        }

        return count > 0 ? (sum, count) : throw Guards.Invalid(nameof(span), span.ToString(), "must have the end of a month in it");
    }
}
