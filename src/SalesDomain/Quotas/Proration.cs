using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// What part of a period's quota falls to a part of the period: for a start, a leave or a transfer, by what is declared to count.
/// </summary>
/// <remarks>
/// <para>
/// The share is what counts in the span held ÷ what counts in the whole period: days, working days, or months (participation days ÷
/// interval days), kept as numerator and denominator.
/// </para>
/// <para>
/// What is rounded is the running total, as in <see cref="Phasing"/>: quota × what counts to the last day held ÷ what counts in all, less
/// the same to the day before the first, each rounded once. So the amounts of spans that make up a period sum to its quota, by every rule,
/// without any of them knowing of the others; from the first day of the period on, it is quota × numerator ÷ denominator, rounded once.
/// </para>
/// <para>
/// A month counts for whoever holds one day of it: a stated day, or its middle day, which is in the larger part of every month cut in two.
/// So each month counts exactly once, however a period is cut.
/// </para>
/// <para>Immutable. Equality is by what counts.</para>
/// </remarks>
public sealed partial class Proration : IEquatable<Proration>
{
    private const int MostDaysOfAMonth = 31;
    private const int MiddleDay = 0;

    private readonly WorkCalendar? _workCalendar;
    private readonly FiscalCalendar? _months;

    // The day of the month that decides, or the middle one.
    private readonly int _decidingDay;

    private Proration(WorkCalendar? workCalendar, FiscalCalendar? months, int decidingDay)
    {
        _workCalendar = workCalendar;
        _months = months;
        _decidingDay = decidingDay;
    }

    /// <summary>Every day counts.</summary>
    public static Proration ByDays { get; } = new(null, null, 0);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Proration? left, Proration? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Proration? left, Proration? right) => !(left == right);

    /// <summary>Working days count, and others do not.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static Proration ByWorkingDays(WorkCalendar calendar) => new(Guard.Against.Null(calendar), null, 0);

    /// <summary>
    /// Whole months count, each for whoever holds its day of a number: with 15, who starts on the 15th has the month, on the 16th not.
    /// </summary>
    /// <param name="months">The calendar whose months count.</param>
    /// <param name="day">
    /// The number of the day that decides, 1 to 31; in a shorter month its last day does. With 1 only complete months count for a starter,
    /// and the month of leaving for a leaver.
    /// </param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="months"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not from 1 to 31.</exception>
    public static Proration ByMonths(FiscalCalendar months, int day) =>
        new(null, Guard.Against.Null(months), Guard.Against.OutsideRange(1, MostDaysOfAMonth, day));

    /// <summary>Whole months count, each for whoever holds the larger part of it; of two halves, the earlier.</summary>
    /// <param name="months">The calendar whose months count.</param>
    /// <returns>The rule. Of a month cut in three the middle day decides, even if that part is not the largest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="months"/> is null.</exception>
    public static Proration ByLargerPartOfMonths(FiscalCalendar months) => new(null, Guard.Against.Null(months), MiddleDay);

    /// <summary>How much of a span counts: its days, its working days, or the months whose deciding day is in it.</summary>
    /// <param name="span">The span, with both ends.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not within the validity of the work calendar.</exception>
    public int Count(DateSpan span)
    {
        if (span.Days is not { } days)
            throw Guards.Invalid(nameof(span), span.ToString(), "must have both ends");

        return _workCalendar is not null ? _workCalendar.WorkingDays(span)
            : _months is null ? days
            : _months.Periods(FiscalPeriodKind.Month, span).Count(month => span.Contains(DecidingDay(month)));
    }

    /// <summary>The share of a period that falls to a span.</summary>
    /// <param name="period">The period, with both ends.</param>
    /// <param name="held">The days held; those outside the period do not count. An open end is that of the period.</param>
    /// <returns>
    /// 0 % to 100 %, a quotient of 28 digits. For an amount, use <see cref="Of(Measured, DateSpan, DateSpan, Rounding)"/>, which divides
    /// last.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> has an open end, or nothing in it counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    public Percentage Share(DateSpan period, DateSpan held) => Percentage.Ratio(CountHeld(period, held), CountAll(period))!.Value;

    /// <summary>The part of a period's quota that falls to a span.</summary>
    /// <param name="quota">The quota of the period.</param>
    /// <param name="period">The period, with both ends.</param>
    /// <param name="held">The days held; those outside the period do not count. An open end is that of the period.</param>
    /// <param name="rounding">How a running total is rounded, once.</param>
    /// <returns>
    /// The part, with how it came about. From the first day on it is quota × numerator ÷ denominator, rounded. Of a span in the middle it
    /// is a difference of two running totals, and may be one unit off that: of a January of 10,000 the first 10 days are 3,225.81, the 10
    /// after them 3,225.80. So the parts of all who held the period sum to its quota, which parts rounded each by itself do not.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or nothing in it counts; or <paramref name="quota"/> is the default value.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    /// <exception cref="OverflowException">Quota × what counts does not fit in a decimal.</exception>
    public ProratedPart Of(Measured quota, DateSpan period, DateSpan held, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        MeasuredArgument.Given(quota);
        return Part(quota, period, held, CountAll(period), rounding);
    }

    /// <summary>
    /// What of a phased quota falls to a span: each period's own part, prorated within that period. So a start in March takes from the
    /// first quarter what the season gave it, and not two twelfths of the year.
    /// </summary>
    /// <param name="quota">The quota in its periods.</param>
    /// <param name="held">The days held; those outside the periods do not count. An open end is that of the periods.</param>
    /// <param name="rounding">How a running total within a period is rounded.</param>
    /// <returns>The parts and their sum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quota"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">Nothing counts in a period that has a part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period is not within the validity of the work calendar.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    /// <exception cref="OverflowException">An amount × what counts does not fit in a decimal.</exception>
    public ProratedQuota Of(PhasedQuota quota, DateSpan held, Rounding rounding)
    {
        Guard.Against.Null(quota);
        Guard.Against.Null(rounding);
        return Prorated(quota, [held], rounding);
    }

    /// <summary>
    /// What of a phased quota falls to several spans: before a leave of absence, parental or sick, and after it. What falls to the leave
    /// is the relief.
    /// </summary>
    /// <param name="quota">The quota in its periods.</param>
    /// <param name="held">The spans held, in any order, at least one and without a common day.</param>
    /// <param name="rounding">How a running total within a period is rounded.</param>
    /// <returns>The parts and their sum.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no span; two overlap; or nothing counts in a period that has a part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period is not within the validity of the work calendar.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    /// <exception cref="OverflowException">An amount × what counts does not fit in a decimal.</exception>
    public ProratedQuota Of(PhasedQuota quota, IEnumerable<DateSpan> held, Rounding rounding)
    {
        Guard.Against.Null(quota);
        var spans = InOrder(Guard.Against.Nothing(held, "somebody held it in at least one span"), nameof(held));
        Guard.Against.Null(rounding);
        return Prorated(quota, spans, rounding);
    }

    /// <summary>Divides a period's quota among those who held it one after another, and the days on which nobody did.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="quota">The quota of the period.</param>
    /// <param name="period">The period, with both ends.</param>
    /// <param name="rounding">How a running total is rounded, to a unit that the quota is a multiple of.</param>
    /// <param name="held">Who held it when: spans in any order, without overlap in the period; one owner may have several.</param>
    /// <returns>
    /// The parts, each that of <see cref="Of(Measured, DateSpan, DateSpan, Rounding)"/>; with what is vacant they sum to the quota.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/>, <paramref name="held"/> or an owner is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or nothing in it counts; there is no owner; two spans overlap; the quota is the default
    /// value or no multiple of the unit; or the rounding is to a price ending.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    /// <exception cref="OverflowException">Quota × what counts does not fit in a decimal.</exception>
    public ProratedSplit<TOwner> Split<TOwner>(
        Measured quota, DateSpan period, Rounding rounding, params (TOwner Owner, DateSpan Span)[] held)
        where TOwner : notnull
    {
        Guard.Against.Null(rounding);
        var copy = Guard.Against.Nothing(held, "somebody held the period");
        if (Array.Exists(copy, each => each.Owner is null))
            throw new ArgumentNullException(nameof(held));

        MeasuredArgument.Given(quota);
        var all = CountAll(period);
        InOrder([.. copy.Select(each => each.Span).Where(span => span.Overlaps(period))], nameof(held));
        PhasedQuota.RequireMultiple(quota, rounding, nameof(quota));
        return new ProratedSplit<TOwner>(
            this, quota, period, rounding,
            Array.ConvertAll(copy, each => (each.Owner, Part(quota, period, each.Span, all, rounding))));
    }

    /// <summary>Whether the other counts the same.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Proration? other) =>
        other is not null && _workCalendar == other._workCalendar && _months == other._months && _decidingDay == other._decidingDay;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Proration);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(_workCalendar?.GetHashCode() ?? 0, _months?.GetHashCode() ?? 0, _decidingDay);

    /// <summary>The rule in words: <c>by days</c>, <c>by working days</c>, <c>by months, day 15 decides</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        _workCalendar is not null ? "by working days"
            : _months is null ? "by days"
            : _decidingDay == MiddleDay ? "by months, the larger part decides"
            : "by months, day " + InvariantText.Number(_decidingDay) + " decides";

    private int CountAll(DateSpan period, string parameterName = "period")
    {
        if (period.Days is null)
            throw Guards.Invalid(parameterName, period.ToString(), "must have both ends");

        var all = Count(period);
        return all > 0 ? all : throw Guards.Invalid(parameterName, period.ToString(), "must have something that counts " + this);
    }

    private int CountHeld(DateSpan period, DateSpan held) => period.Intersection(held) is { Days: not null } both ? Count(both) : 0;

    private ProratedPart Part(Measured quota, DateSpan period, DateSpan held, int all, Rounding rounding)
    {
        var counted = CountHeld(period, held);
        var before = counted > 0 && held.Start > period.Start ? Count(new DateSpan(period.Start, held.Start!.Value.PlusDays(-1))) : 0;
        return new ProratedPart(this, quota, period, held, before, counted, all, rounding);
    }

    private ProratedQuota Prorated(PhasedQuota quota, DateSpan[] held, Rounding rounding)
    {
        var periods = quota.Phasing.Periods;
        var parts = new List<ProratedPart>(periods.Count + held.Length);
        for (var i = 0; i < periods.Count; i++)
        {
            var (period, part) = (periods[i], quota[i]);
            var all = part.IsZero ? Math.Max(1, Count(period)) : CountAll(period, nameof(quota));
            var before = parts.Count;
            foreach (var span in held)
            {
                if (span.Overlaps(period))
                    parts.Add(Part(part, period, span, all, rounding));
            }

            if (parts.Count == before)
                parts.Add(Part(part, period, held[0], all, rounding));
        }

        return new ProratedQuota(quota, held, [.. parts]);
    }

    internal static DateSpan[] InOrder(DateSpan[] spans, string parameterName)
    {
        DateSpan[] inOrder = [.. spans.OrderBy(span => span.Start ?? LocalDate.MinIsoValue)];
        for (var i = 1; i < inOrder.Length; i++)
        {
            if (inOrder[i].Overlaps(inOrder[i - 1]))
                throw Guards.Invalid(parameterName, inOrder[i - 1] + " and " + inOrder[i], "must not overlap");
        }

        return inOrder;
    }

    private LocalDate DecidingDay(FiscalPeriod month)
    {
        var days = month.Days;
        return month.Start.PlusDays((_decidingDay == MiddleDay ? (days + 1) / 2 : Math.Min(_decidingDay, days)) - 1);
    }
}
