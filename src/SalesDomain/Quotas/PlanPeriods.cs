using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The periods that a plan is cut into: months, 4-4-5 months, weeks, 旬 or any spans that follow each other day upon day.</summary>
/// <remarks>
/// A <see cref="FiscalPeriod"/> is one period of a calendar by its name, 2026-Q1, and knows its neighbours; plan periods are the spans of
/// one plan side by side, whatever they are named; and a <see cref="Phasing"/> says how much of a quota lies in each. Together they are a
/// span without a gap and without an overlap, so that each of its days is in one period. Immutable. Equality is by the spans: twelve
/// calendar months are the same however they were made.
/// </remarks>
public sealed class PlanPeriods : IEquatable<PlanPeriods>
{
    private readonly DateSpan[] _spans;

    // The first day of each, rising, so that a period is found by halving.
    private readonly int[] _firstDays;

    private PlanPeriods(DateSpan[] spans)
    {
        _spans = spans;
        _firstDays = Array.ConvertAll(spans, span => DayNumber.Of(span.Start!.Value));
        Span = new DateSpan(spans[0].Start, spans[spans.Length - 1].End);
    }

    /// <summary>The periods, in order of time.</summary>
    public IReadOnlyList<DateSpan> Spans => Array.AsReadOnly(_spans);

    /// <summary>How many they are.</summary>
    public int Count => _spans.Length;

    /// <summary>From the first day of the first period to the last day of the last.</summary>
    public DateSpan Span { get; }

    /// <summary>One period.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public DateSpan this[int index] => _spans[Guard.Against.OutsideRange(0, _spans.Length - 1, index)];

    /// <summary>Periods of any lengths.</summary>
    /// <param name="spans">
    /// The periods in order of time, at least one, each with both ends and beginning on the day after the one before.
    /// </param>
    /// <returns>The periods.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spans"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is none; one has an open end; or one does not begin on the day after the one before.
    /// </exception>
    public static PlanPeriods Of(params DateSpan[] spans) => Of((IEnumerable<DateSpan>)spans);

    /// <inheritdoc cref="Of(DateSpan[])"/>
    public static PlanPeriods Of(IEnumerable<DateSpan> spans)
    {
        var copy = Guard.Against.Nothing(spans, "a plan has at least one period");
        for (var i = 0; i < copy.Length; i++)
        {
            if (copy[i].Days is null)
                throw Guards.Invalid(nameof(spans), copy[i].ToString(), "must have both ends");
            if (i > 0 && copy[i].Start != copy[i - 1].End!.Value.PlusDays(1))
                throw Guards.Invalid(nameof(spans), copy[i] + " after " + copy[i - 1], "must follow each other day upon day");
        }

        return new PlanPeriods(copy);
    }

    /// <summary>The periods of a fiscal calendar that make up a longer one: the months of a year, the weeks of a 4-4-5 quarter.</summary>
    /// <param name="whole">The longer period, say <c>calendar.Year(2026)</c>; of a 53-week year the 53rd week is included.</param>
    /// <param name="kind">The kind of the periods.</param>
    /// <returns>The periods.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a value of its type.</exception>
    /// <exception cref="ArgumentException">
    /// Periods of that kind do not make up <paramref name="whole"/>: weeks do not make up a calendar month.
    /// </exception>
    public static PlanPeriods Of(FiscalPeriod whole, FiscalPeriodKind kind) => new([.. whole.Parts(kind).Select(part => part.Span)]);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Periods.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PlanPeriods? left, PlanPeriods? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Periods.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PlanPeriods? left, PlanPeriods? right) => !(left == right);

    /// <summary>The place of the period that a day is in.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The place, from 0.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is in none of the periods.</exception>
    public int IndexOf(LocalDate date) =>
        TryIndexOf(date, out var index) ? index
            : throw Guards.OutOfRange(nameof(date), InvariantText.Date(date), "must be a day of " + Span);

    /// <summary>The place of the period that a day is in, if it is in one.</summary>
    /// <param name="date">The day.</param>
    /// <param name="index">The place, from 0, or −1.</param>
    /// <returns>False when the day is before the first period or after the last.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public bool TryIndexOf(LocalDate date, out int index)
    {
        var isIn = Span.Contains(Guard.Against.OtherCalendar(date));
        index = isIn ? LastBy(DayNumber.Of(date)) : -1;
        return isIn;
    }

    /// <summary>Whether the other has the same spans.</summary>
    /// <param name="other">The periods to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PlanPeriods? other) => ReferenceEquals(this, other) || (other is not null && _spans.SequenceEqual(other._spans));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlanPeriods);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_spans.Length, Span.GetHashCode());

    /// <summary>The spans: <c>2026-01-01/2026-01-31, 2026-02-01/2026-02-28</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", ", _spans.Select(span => span.ToString()));

    /// <summary>A period by a place that is known to exist.</summary>
    internal DateSpan At(int index) => _spans[index];

    /// <summary>The place of the period that begins on a day; of none, −1.</summary>
    internal int IndexOfStart(LocalDate date) => Math.Max(-1, Array.BinarySearch(_firstDays, DayNumber.Of(date)));

    private int LastBy(int day)
    {
        var at = Array.BinarySearch(_firstDays, day);
        return at >= 0 ? at : ~at - 1;
    }
}
