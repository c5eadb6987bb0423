using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>One year, half, quarter, month, ten-day period or week of a <see cref="FiscalCalendar"/>.</summary>
/// <remarks>
/// <para>
/// A period comes from its calendar: <see cref="FiscalCalendar.PeriodOf"/>, <see cref="FiscalCalendar.Period"/>,
/// <see cref="FiscalCalendar.ParsePeriod"/>. It is a number
/// in a year, from which its days follow, so that its neighbours and the same period of another year are exact.
/// </para>
/// <para>
/// Equality is by calendar, kind, year and number. It sorts by first day, a longer kind before a shorter one, then by calendar; there is
/// no <c>&lt;</c>, because
/// a quarter is not less than a month in it. The default value is the calendar year 1.
/// </para>
/// </remarks>
public readonly struct FiscalPeriod : IEquatable<FiscalPeriod>, IComparable<FiscalPeriod>, IComparable
{
    // Both less one, so that the default value is the first year. Sixteen bytes in all.
    private readonly FiscalCalendar? _calendar;
    private readonly short _yearsBefore;
    private readonly byte _numbersBefore;
    private readonly byte _kind;

    internal FiscalPeriod(FiscalCalendar calendar, FiscalPeriodKind kind, int year, int number)
    {
        _calendar = calendar;
        _yearsBefore = (short)(year - 1);
        _numbersBefore = (byte)(number - 1);
        _kind = (byte)kind;
    }

    /// <summary>The calendar it is a period of.</summary>
    public FiscalCalendar Calendar => _calendar ?? FiscalCalendar.CalendarYear;

    /// <summary>The kind of period.</summary>
    public FiscalPeriodKind Kind => (FiscalPeriodKind)_kind;

    /// <summary>The fiscal year it belongs to, by the calendar's naming.</summary>
    public int Year => _yearsBefore + 1;

    /// <summary>Its number in the year, from 1; of a year itself, 1.</summary>
    public int Number => _numbersBefore + 1;

    /// <summary>The first day.</summary>
    public LocalDate Start => DayNumber.ToDate(Calendar.FirstDay(Kind, Year, Number));

    /// <summary>The last day, included.</summary>
    public LocalDate End => DayNumber.ToDate(Calendar.LastDay(Kind, Year, Number));

    /// <summary>Its days, both ends included.</summary>
    public DateSpan Span => new(Start, End);

    /// <summary>How many days it has.</summary>
    public int Days => Calendar.LastDay(Kind, Year, Number) - Calendar.FirstDay(Kind, Year, Number) + 1;

    /// <summary>
    /// Its name: <c>2026</c>, <c>2026-H1</c>, <c>2026-Q1</c>, <c>2026-M03</c>, <c>2026-M03-T1</c> (the first ten days of month 3),
    /// <c>2026-W07</c>; with <c>FY</c>
    /// before it unless years are calendar years. The number is that of the fiscal month: with a year from April, M03 is June.
    /// </summary>
    /// <remarks>Sorts by text as by time within a kind, and round-trips through <see cref="FiscalCalendar.ParsePeriod"/>.</remarks>
    public string Label
    {
        get
        {
            var year = Calendar.LabelPrefix + Padded(Year, 4);
            return Kind switch
            {
                FiscalPeriodKind.Year => year,
                FiscalPeriodKind.Half => year + "-H" + InvariantText.Number(Number),
                FiscalPeriodKind.Quarter => year + "-Q" + InvariantText.Number(Number),
                FiscalPeriodKind.Month => year + "-M" + Padded(Number, 2),
                FiscalPeriodKind.TenDays =>
                    year + "-M" + Padded((_numbersBefore / 3) + 1, 2) + "-T" + InvariantText.Number((_numbersBefore % 3) + 1),
                _ => year + "-W" + Padded(Number, 2),
            };
        }
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A period.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(FiscalPeriod left, FiscalPeriod right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A period.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(FiscalPeriod left, FiscalPeriod right) => !left.Equals(right);

    /// <summary>The period of the same kind that follows.</summary>
    /// <returns>The period that begins on the day after this one.</returns>
    /// <exception cref="OverflowException">It would end after 9999-12-31, the last day there is.</exception>
    public FiscalPeriod Next() => Plus(1);

    /// <summary>The period of the same kind before: what 环比 compares with.</summary>
    /// <returns>The period that ends on the day before this one.</returns>
    /// <exception cref="OverflowException">It would be of a year before 1.</exception>
    public FiscalPeriod Previous() => Plus(-1);

    /// <summary>The period of the same kind that comes so many periods later.</summary>
    /// <param name="count">The number of periods; negative for earlier ones.</param>
    /// <returns>The period. 52 weeks before a week is the week of the same weekdays a year before, also after a year of 53.</returns>
    /// <exception cref="OverflowException">It would be outside the years 1 to 9999, or end after 9999-12-31.</exception>
    public FiscalPeriod Plus(int count) =>
        Calendar.Plus(Kind, Year, Number, count)
        ?? throw new OverflowException(
            Label + " plus " + InvariantText.Number(count) + " is outside what the calendar covers, fiscal year 1 to 9999-12-31.");

    /// <summary>The period of the same number in another year: what 同比 compares with.</summary>
    /// <param name="year">The fiscal year, 1 to 9999.</param>
    /// <returns>
    /// The period, or null when that year has none: week 53 in a year of 52. After a year of 53 weeks the week of the same number lies a
    /// week earlier in the
    /// season; to compare the same weekdays and holidays, as restated figures do, take <see cref="Plus"/> of −52 weeks, or the
    /// <see cref="Span"/> −364 days.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 1 to 9999, or its period would end after 9999-12-31.</exception>
    public FiscalPeriod? InYear(int year) => Number <= Calendar.Count(Kind, year) ? Calendar.Period(Kind, year, Number) : null;

    /// <summary>The periods that it is made up of.</summary>
    /// <param name="kind">A shorter kind of period, or its own.</param>
    /// <returns>The periods in order: without gap, and with exactly its days.</returns>
    /// <exception cref="ArgumentException">
    /// Periods of that kind do not make it up: they are longer, or weeks of months by date, which run across their ends.
    /// <see cref="FiscalCalendar.Periods"/> gives
    /// those that have a day in it.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is undefined.</exception>
    public IReadOnlyList<FiscalPeriod> Parts(FiscalPeriodKind kind)
    {
        Guard.Against.Undefined(kind);
        return Calendar.IsMadeUp(Kind, kind) ? Calendar.Periods(kind, Span)
            : throw Guards.Invalid(
                nameof(kind), kind.ToString(), "must be of periods that make up " + Label + "; Periods gives those that have a day in it");
    }

    /// <summary>Whether the day is in the period; its first and its last day are.</summary>
    /// <param name="date">The day.</param>
    /// <returns>Whether it is in the period.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public bool Contains(LocalDate date) => Span.Contains(Guard.Against.OtherCalendar(date));

    /// <summary>How many of its days have gone by at the end of a day: on the 11th of a month, 11.</summary>
    /// <param name="asOf">The last day that counts.</param>
    /// <returns>0 before its start, <see cref="Days"/> from its end on.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public int ElapsedDays(LocalDate asOf) => Span.ElapsedDays(asOf)!.Value;

    /// <summary>The share of its days that have gone by at the end of a day (时间进度).</summary>
    /// <param name="asOf">The last day that counts.</param>
    /// <returns>0 % to 100 %, as of <see cref="DateSpan.ElapsedShare"/>.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public Percentage ElapsedShare(LocalDate asOf) => Span.ElapsedShare(asOf)!.Value;

    /// <summary>The part of its days that has gone by at the end of a day: month to date, quarter to date, year to date (累计).</summary>
    /// <param name="asOf">The last day that counts.</param>
    /// <returns>From its start to the day, or to its end when the day is after it; null before its start.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public DateSpan? SpanToDate(LocalDate asOf) => Span.Intersection(DateSpan.Until(Guard.Against.OtherCalendar(asOf)));

    /// <summary>
    /// The part of the same period of another year that <see cref="SpanToDate"/> is compared with: the same period last year to date
    /// (上年同期累计).
    /// </summary>
    /// <param name="year">The fiscal year, 1 to 9999; usually <see cref="Year"/> less one.</param>
    /// <param name="asOf">The last day that counts in this period.</param>
    /// <returns>
    /// From the start of the period of the same number; null before this period's start, or when that year has no such period.
    /// </returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 1 to 9999, or its period would end after 9999-12-31.</exception>
    /// <remarks>
    /// <para>
    /// What has ended is compared whole: this period, and in it every fiscal month, by number; so 28 February that ends the month is
    /// compared with all of February up to the 29th, and the 29th with all up to the 28th. In a month that goes on, the day is the same by
    /// date (14 March with 14 March), and in months of whole weeks the same weekday of the same week of the month; in weeks and ten-day
    /// periods it is the same day counted from their start. Where the other month lacks the day, its nearest is taken.
    /// </para>
    /// <para>
    /// After a year of 53 weeks this is a week earlier in the season. The restated comparison is <see cref="SpanToDate"/> moved by −364
    /// days.
    /// </para>
    /// </remarks>
    public DateSpan? SpanToDateIn(int year, LocalDate asOf)
    {
        var isBeforeStart = SpanToDate(asOf) is null;
        if (InYear(year) is not { } other || isBeforeStart)
            return null;

        return asOf >= End ? other.Span : new DateSpan(other.Start, DayIn(year, asOf));
    }

    /// <summary>Its number in a longer period: of a month in its quarter, 1 to 3; of a ten-day period (旬) in its month, 1 to 3.</summary>
    /// <param name="whole">The kind of the longer period; of the year the result is <see cref="Number"/>, of its own kind 1.</param>
    /// <returns>The number, from 1.</returns>
    /// <exception cref="ArgumentException">
    /// Periods of that kind are shorter, or run across the ends of these: a week of months by date has no number in a month.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is undefined.</exception>
    public int NumberIn(FiscalPeriodKind whole)
    {
        Guard.Against.Undefined(whole);
        if (whole == FiscalPeriodKind.Year)
            return Number;

        return Calendar.IsMadeUp(whole, Kind) ? Calendar.NumberIn(whole, Kind, Year, Number)
            : throw Guards.Invalid(nameof(whole), whole.ToString(), "must be of periods that " + Label + " is a part of");
    }

    /// <summary>Whether the other is the same period of an equal calendar.</summary>
    /// <param name="other">The period to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(FiscalPeriod other) =>
        _yearsBefore == other._yearsBefore && _numbersBefore == other._numbersBefore && _kind == other._kind
        && Calendar.Equals(other.Calendar);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is FiscalPeriod other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_yearsBefore, _numbersBefore, _kind);

    /// <summary>Compares for sorting: by first day, then the longer kind first, then by the text of the calendar.</summary>
    /// <param name="other">The period to compare with.</param>
    /// <returns>Negative, zero or positive as this comes before, at or after the other.</returns>
    public int CompareTo(FiscalPeriod other)
    {
        var byDay = Calendar.FirstDay(Kind, Year, Number).CompareTo(other.Calendar.FirstDay(other.Kind, other.Year, other.Number));
        return byDay != 0 ? byDay
            : _kind != other._kind ? _kind.CompareTo(other._kind)
            : string.CompareOrdinal(Calendar.ToString(), other.Calendar.ToString());
    }

    int IComparable.CompareTo(object? obj) => ObjectComparison.With(this, obj);

    /// <summary>The label.</summary>
    /// <returns>The same as <see cref="Label"/>.</returns>
    public override string ToString() => Label;

    // The day of another year for one before the end of this period.
    private LocalDate DayIn(int year, LocalDate asOf)
    {
        var countsFromStart = Kind > FiscalPeriodKind.Month;
        var unit = countsFromStart ? this : Calendar.PeriodOf(asOf, FiscalPeriodKind.Month);
        var other = Calendar.Period(unit.Kind, year, unit.Number);
        if (asOf == unit.End)
            return other.End;

        var day = countsFromStart || Calendar.HasMonthsOfWeeks
            ? other.Start.PlusDays(unit.ElapsedDays(asOf) - 1) : asOf.PlusYears(year - Year);
        return LocalDate.Max(other.Start, LocalDate.Min(day, other.End));
    }

    private static string Padded(int number, int digits) => InvariantText.Number(number).PadLeft(digits, '0');
}
