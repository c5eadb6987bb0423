using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The share of full productivity, or of the full quota, that a new salesperson has by month since the start: 0, 25, 50, 75, 100
/// %.</summary>
/// <remarks>
/// <para>
/// Months are counted from 1, the month of the start. A share is 0 % to 100 %, never falls, and ends at 100 %, which holds on: what falls
/// again is a season or a leave and no ramp, and a ramp that ends below the whole would keep a person on a part of the quota for ever
/// without anybody having said so. A ramp may begin at 0 %: in that month there is no quota, and so no attainment.
/// </para>
/// <para>
/// Months are those of tenure, from the day of the start: month 2 of one who starts on 31 January begins on the last day of February,
/// month 3 on 31 March. They are counted from the start every time and do not drift. <see cref="ByMonthsOf"/> counts the months of a
/// fiscal calendar instead.
/// </para>
/// <para>Immutable. Equality is by shares, wherever they are written in more steps than needed, and by how months are counted.</para>
/// </remarks>
public sealed class Ramp : IEquatable<Ramp>
{
    private const int MostDaysOfAMonth = 31;
    private const int MonthsOfAYear = 12;

    // More than there are from year 1 to year 9999.
    private const int MostMonths = 200_000;

    private readonly int[] _firstMonths;
    private readonly Percentage[] _shares;

    private Ramp(StepSchedule<int, Percentage> steps, FiscalCalendar? calendar, int? joinedBy)
    {
        Steps = steps;
        _firstMonths = [.. steps.Bounds];
        _shares = [.. steps.Values];
        Calendar = calendar;
        JoinedBy = joinedBy;
    }

    /// <summary>100 % from the first day: no ramp.</summary>
    public static Ramp None { get; } = Of(Percentage.OneHundred);

    /// <summary>The shares by the number of the month from which each holds; neighbours differ.</summary>
    public StepSchedule<int, Percentage> Steps { get; }

    /// <summary>The calendar whose months are counted, or null for months of tenure.</summary>
    public FiscalCalendar? Calendar { get; }

    /// <summary>The day of the month up to which one who starts has month 1 in it, or null for months of tenure.</summary>
    public int? JoinedBy { get; }

    /// <summary>The first month with the whole.</summary>
    public int FullFromMonth => _firstMonths[_firstMonths.Length - 1];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A ramp.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Ramp? left, Ramp? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A ramp.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Ramp? left, Ramp? right) => !(left == right);

    /// <summary>A ramp month by month.</summary>
    /// <param name="shares">The share of month 1, of month 2 and so on: 0 % or more, not falling, the last 100 %, which holds on.</param>
    /// <returns>The ramp, by months of tenure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no shares, one is negative or falls, or the last is not 100 %.</exception>
    public static Ramp Of(params Percentage[] shares)
    {
        var copy = Guard.Against.Nothing(shares, "a ramp has a share for month 1");
        return Create([.. copy.Select((share, index) => (index + 1, share))], nameof(shares));
    }

    /// <summary>A ramp by the months from which its shares hold: from month 1 0 %, from 4 50 %, from 7 100 %.</summary>
    /// <param name="steps">The number of the month, from 1 and rising, and the share from then on: 0 % or more, not falling, the last 100
    /// %.</param>
    /// <returns>The ramp, by months of tenure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no steps, the first is not month 1, months do not rise, a share is negative or
    /// falls, or the last is not 100 %.</exception>
    public static Ramp From(params (int Month, Percentage Share)[] steps) =>
        Create(Guard.Against.Nothing(steps, "a ramp has a share for month 1"), nameof(steps));

    /// <summary>The same shares by the months of a calendar: every one who starts in one month has the same ramp.</summary>
    /// <param name="calendar">The calendar; <see cref="FiscalCalendar.CalendarYear"/> for months by date.</param>
    /// <param name="joinedBy">
    /// Who starts up to this day of a month has month 1 in it; who starts later, in the next, and what is left of the first belongs to
    /// it. 1: only a whole month counts. 15: the usual half. 31: the month of joining always counts, also in a month of 35 days.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="joinedBy"/> is not from 1 to 31.</exception>
    public Ramp ByMonthsOf(FiscalCalendar calendar, int joinedBy) =>
        new(Steps, Guard.Against.Null(calendar), Guard.Against.OutsideRange(1, MostDaysOfAMonth, joinedBy));

    /// <summary>The share in a month.</summary>
    /// <param name="month">The number of the month, from 1.</param>
    /// <returns>0 % to 100 %.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="month"/> is below 1.</exception>
    public Percentage At(int month) => Steps.At(Guard.Against.OutsideRange(1, int.MaxValue, month));

    /// <summary>The share on a day.</summary>
    /// <param name="start">The first day of work.</param>
    /// <param name="on">The day.</param>
    /// <returns>0 % to 100 %.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="on"/> is before <paramref name="start"/>, or a day is in no month of
    /// the calendar.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public Percentage At(LocalDate start, LocalDate on) => At(MonthOf(start, on));

    /// <summary>The share on a day, if the person has started by then.</summary>
    /// <param name="start">The first day of work.</param>
    /// <param name="on">The day.</param>
    /// <param name="share">0 % to 100 %; 0 % before the start.</param>
    /// <returns>False before the start, which is not the same as a share of 0 %.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day is in no month of the calendar.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public bool TryAt(LocalDate start, LocalDate on, out Percentage share)
    {
        Guard.Against.OtherCalendar(start);
        var hasStarted = Guard.Against.OtherCalendar(on) >= start;
        share = hasStarted ? At(start, on) : Percentage.Zero;
        return hasStarted;
    }

    /// <summary>In which month since the start a day is.</summary>
    /// <param name="start">The first day of work.</param>
    /// <param name="on">The day.</param>
    /// <returns>The number of the month, from 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="on"/> is before <paramref name="start"/>, or a day is in no month of
    /// the calendar.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public int MonthOf(LocalDate start, LocalDate on)
    {
        Guard.Against.OtherCalendar(start);
        if (Guard.Against.OtherCalendar(on) < start)
            throw Guards.OutOfRange(nameof(on), InvariantText.Date(on), "must not be before the start " + InvariantText.Date(start));

        if (Calendar is null)
            return MonthsOfTenure(start, on) + 1;

        // What is left of a month that does not count belongs to month 1.
        var joined = FiscalMonth(start, nameof(start));
        var later = Index(FiscalMonth(on, nameof(on))) - Index(joined);
        return Counts(joined, start) ? later + 1 : Math.Max(1, later);
    }

    /// <summary>The shares of one who starts on a day, as they hold from day to day.</summary>
    /// <param name="start">The first day of work.</param>
    /// <returns>A span for each share, the last without end; nothing before the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day is in no month of the calendar.</exception>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public Timeline<Percentage> SharesFrom(LocalDate start)
    {
        Guard.Against.OtherCalendar(start);
        var begins = new List<LocalDate> { start };
        for (var i = 1; i < _firstMonths.Length && FirstDay(start, _firstMonths[i]) is { } day; i++)
            begins.Add(day);

        return Timeline.Of([.. begins.Select((day, i) =>
            (i + 1 < begins.Count ? new DateSpan(day, begins[i + 1].PlusDays(-1)) : DateSpan.From(day), _shares[i]))]);
    }

    /// <summary>How much of full productivity a span holds, day by day.</summary>
    /// <param name="start">The first day of work.</param>
    /// <param name="span">The span, closed at both ends; days before the start count with nothing.</param>
    /// <returns>The capacity, in full days of the calendar.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> is open, or a day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is in no month of the calendar.</exception>
    public RampedCapacity Capacity(LocalDate start, DateSpan span) => new(this, start, span, null);

    /// <summary>How much of full productivity a span holds, working day by working day.</summary>
    /// <param name="start">The first day of work.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="span">The span, closed at both ends; days before the start count with nothing.</param>
    /// <returns>The capacity, in full working days.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="span"/> is open, or a day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is in no month of the ramp's calendar, or outside the validity of
    /// <paramref name="calendar"/>.</exception>
    public RampedCapacity Capacity(LocalDate start, WorkCalendar calendar, DateSpan span) =>
        new(this, start, span, Guard.Against.Null(calendar));

    /// <summary>What the months of a tenure add up to, in full months: with 0, 25, 50, 75, 100 % the first year holds 9.5.</summary>
    /// <param name="firstMonth">The first month that counts, from 1.</param>
    /// <param name="lastMonth">The last month that counts, not before the first.</param>
    /// <returns>The sum of the shares, exact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstMonth"/> is below 1, or <paramref name="lastMonth"/> before
    /// it.</exception>
    public decimal FullMonths(int firstMonth, int lastMonth)
    {
        Guard.Against.OutsideRange(1, int.MaxValue, firstMonth);
        Guard.Against.OutsideRange(firstMonth, int.MaxValue, lastMonth);
        var sum = 0m;
        for (var i = 0; i < _shares.Length; i++)
        {
            var from = Math.Max(firstMonth, _firstMonths[i]);
            var to = i + 1 < _shares.Length ? Math.Min(lastMonth, _firstMonths[i + 1] - 1) : lastMonth;
            sum += _shares[i].Fraction * Math.Max(0L, (long)to - from + 1L);
        }

        return sum;
    }

    /// <summary>Whether the other has the same shares and counts months alike.</summary>
    /// <param name="other">The ramp to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Ramp? other) =>
        other is not null && Steps == other.Steps && Calendar == other.Calendar && JoinedBy == other.JoinedBy;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Ramp);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Steps.GetHashCode(), Calendar?.GetHashCode() ?? 0, JoinedBy ?? 0);

    /// <summary>The ramp in words: <c>from 1: 0%, from 2: 50%, from 3: 100%, by months of tenure</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Steps + (Calendar is null ? ", by months of tenure"
            : ", by months of " + Calendar + ", joined by day " + InvariantText.Number(JoinedBy.GetValueOrDefault()));

    private static Ramp Create((int Month, Percentage Share)[] steps, string parameterName)
    {
        var before = (Month: 0, Share: Percentage.Zero);
        foreach (var step in steps)
        {
            if (before.Month == 0 ? step.Month != 1 : step.Month <= before.Month)
                throw Guards.Invalid(parameterName, "month " + InvariantText.Number(step.Month),
                    "must begin with month 1 and go on with later ones");
            if (step.Share < before.Share)
                throw Guards.Invalid(parameterName, step.Share + " after " + before.Share, "must have shares from 0% on that do not fall");
            before = step;
        }

        if (before.Share != Percentage.OneHundred)
            throw Guards.Invalid(parameterName, before.Share.ToString(), "must end at 100%, which holds on");

        // A step that changes nothing is no step, so that ramps that mean the same are equal.
        var telling = steps.Where((step, index) => index == 0 || step.Share != steps[index - 1].Share).ToArray();
        return new Ramp(StepSchedule.From(telling), null, null);
    }

    // February has no 31st: there the month is complete on its last day.
    private static int MonthsOfTenure(LocalDate start, LocalDate on)
    {
        var months = ((on.Year - start.Year) * MonthsOfAYear) + on.Month - start.Month;
        var completedOn = Math.Min(start.Day, on.Calendar.GetDaysInMonth(on.Year, on.Month));
        return on.Day >= completedOn ? months : months - 1;
    }

    private static int Index(FiscalPeriod month) => (month.Year * MonthsOfAYear) + month.Number;

    private FiscalPeriod FiscalMonth(LocalDate date, string parameterName) =>
        Calendar!.TryPeriodOf(date, FiscalPeriodKind.Month, out var month) ? month
            : throw Guards.OutOfRange(parameterName, InvariantText.Date(date), "must be in a month of the calendar");

    private bool Counts(FiscalPeriod joined, LocalDate start) => JoinedBy == MostDaysOfAMonth || joined.ElapsedDays(start) <= JoinedBy;

    // Null where the month begins after the last day there is.
    private LocalDate? FirstDay(LocalDate start, int month)
    {
        if (month > MostMonths)
            return null;

        if (Calendar is null)
        {
            var last = LocalDate.MaxIsoValue;
            return month <= ((last.Year - start.Year) * MonthsOfAYear) + last.Month - start.Month + 1 ? start.PlusMonths(month - 1) : null;
        }

        var joined = FiscalMonth(start, nameof(start));
        var later = Counts(joined, start) ? month - 1 : month;
        return Calendar.Plus(FiscalPeriodKind.Month, joined.Year, joined.Number, later)?.Start;
    }
}
