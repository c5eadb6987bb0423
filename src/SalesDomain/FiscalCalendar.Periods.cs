using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class FiscalCalendar
{
    private const int FirstYear = 1;
    private const int LastYear = 9999;
    private const int NoPeriod = 0;
    private const string Covered = "of fiscal years 1 to 9999 that ends by 9999-12-31";

    // By kind; weeks are counted year by year.
    private static readonly int[] s_perYear = [1, 2, 4, 12, 36];

    /// <summary>What a label begins with: nothing when years are calendar years, else <c>FY</c>.</summary>
    internal string LabelPrefix => _months.HasCalendarYears ? "" : "FY";

    /// <summary>The period that a day is in.</summary>
    /// <param name="date">The day.</param>
    /// <param name="kind">The kind of period.</param>
    /// <returns>The one period of that kind that contains the day.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The day is before fiscal year 1, or in a period that would end after 9999-12-31; or the kind is undefined.
    /// </exception>
    public FiscalPeriod PeriodOf(LocalDate date, FiscalPeriodKind kind)
    {
        Guard.Against.OtherCalendar(date);
        var number = NumberOf(date, kind, out var year);
        return number != NoPeriod ? new FiscalPeriod(this, kind, year, number)
            : throw Guards.OutOfRange(nameof(date), InvariantText.Date(date), "must be in a period " + Covered);
    }

    /// <summary>The period that a day is in, if the calendar has one.</summary>
    /// <param name="date">The day.</param>
    /// <param name="kind">The kind of period.</param>
    /// <param name="period">The period, or the default value.</param>
    /// <returns>False when the day is before fiscal year 1, or in a period that would end after 9999-12-31.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is undefined.</exception>
    public bool TryPeriodOf(LocalDate date, FiscalPeriodKind kind, out FiscalPeriod period)
    {
        Guard.Against.OtherCalendar(date);
        var number = NumberOf(date, Guard.Against.Undefined(kind), out var year);
        period = number != NoPeriod ? new FiscalPeriod(this, kind, year, number) : default;
        return number != NoPeriod;
    }

    /// <summary>A period by its year and number.</summary>
    /// <param name="kind">The kind of period.</param>
    /// <param name="year">The fiscal year, 1 to 9999.</param>
    /// <param name="number">
    /// The number in the year, from 1 to <see cref="Count"/>: up to 2, 4, 12, 36 or 52 and 53; of a year itself, 1.
    /// </param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The kind is undefined, the year has no such period, or it would end after 9999-12-31.
    /// </exception>
    public FiscalPeriod Period(FiscalPeriodKind kind, int year, int number)
    {
        Guard.Against.OutsideRange(1, Count(kind, year), number);
        return Fits(kind, year, number) ? new FiscalPeriod(this, kind, year, number)
            : throw Guards.OutOfRange(nameof(year), InvariantText.Number(year), "must have that period end by 9999-12-31");
    }

    /// <summary>A fiscal year; the same as <c>Period(FiscalPeriodKind.Year, year, 1)</c>.</summary>
    /// <param name="year">The fiscal year, 1 to 9999.</param>
    /// <returns>The year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 1 to 9999, or would end after 9999-12-31.</exception>
    public FiscalPeriod Year(int year) => Period(FiscalPeriodKind.Year, year, 1);

    /// <summary>How many periods of a kind a fiscal year has.</summary>
    /// <param name="kind">The kind of period.</param>
    /// <param name="year">The fiscal year, 1 to 9999.</param>
    /// <returns>1, 2, 4, 12 or 36; of weeks, 52 or 53.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is undefined, or the year is not from 1 to 9999.</exception>
    public int Count(FiscalPeriodKind kind, int year)
    {
        Guard.Against.Undefined(kind);
        Guard.Against.OutsideRange(FirstYear, LastYear, year);
        return kind == FiscalPeriodKind.Week ? _months.WeeksOf(year) : s_perYear[(int)kind];
    }

    /// <summary>The periods that have a day in a span.</summary>
    /// <param name="kind">The kind of period.</param>
    /// <param name="span">The days, without open end.</param>
    /// <returns>The periods in order; the first and the last may reach beyond the span.</returns>
    /// <exception cref="ArgumentException">The span has an open end.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is undefined, or an end is in none of the calendar's periods.</exception>
    public IReadOnlyList<FiscalPeriod> Periods(FiscalPeriodKind kind, DateSpan span)
    {
        Guard.Against.Undefined(kind);
        if (span is not { Start: { } start, End: { } end })
            throw Guards.Invalid(nameof(span), span.ToString(), "must have two ends");
        if (!TryPeriodOf(start, kind, out var first) || !TryPeriodOf(end, kind, out var last))
            throw Guards.OutOfRange(nameof(span), span.ToString(), "must begin and end in a period " + Covered);

        return Range(first, last);
    }

    /// <summary>Reads the label of a period of this calendar.</summary>
    /// <param name="text">
    /// A <see cref="FiscalPeriod.Label"/>: <c>2026</c>, <c>2026-H1</c>, <c>2026-Q1</c>, <c>2026-M03</c>, <c>2026-M03-T1</c>,
    /// <c>2026-W07</c>, with <c>FY</c>
    /// before it unless years are calendar years.
    /// </param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form, or the calendar has no such period.</exception>
    public FiscalPeriod ParsePeriod(string text)
    {
        Guard.Against.Null(text);
        return TryParsePeriod(text, out var period) ? period
            : throw InvariantText.NotA("a period of the calendar '" + _text + "' such as '" + LabelPrefix + "2026-Q1'", text);
    }

    /// <summary>Reads the label of a period of this calendar, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="period">The period, or the default value.</param>
    /// <returns>Whether the text is the label of a period.</returns>
    public bool TryParsePeriod([NotNullWhen(true)] string? text, out FiscalPeriod period)
    {
        period = default;
        if (text?.StartsWith(LabelPrefix, StringComparison.Ordinal) != true)
            return false;

        var parts = text.Substring(LabelPrefix.Length).Split('-');
        if (FiscalText.ReadNumber(parts[0], LastYear) is not { } year || FiscalText.ReadNumberInYear(parts) is not var (kind, number)
            || number > Count(kind, year) || !Fits(kind, year, number))
        {
            return false;
        }

        var read = new FiscalPeriod(this, kind, year, number);
        if (read.Label != text)
            return false;

        period = read;
        return true;
    }

    /// <summary>The first day of a period.</summary>
    internal int FirstDay(FiscalPeriodKind kind, int year, int number)
    {
        if (kind == FiscalPeriodKind.Week)
            return _months.FirstOfWeeks(year) + (7 * (number - 1));

        var month = year * MonthsOfYear;
        return kind == FiscalPeriodKind.TenDays
            ? _months.FirstOfTenDays(month + ((number - 1) / 3), (number - 1) % 3)
            : _months.First(month + ((number - 1) * MonthsOfYear / s_perYear[(int)kind]));
    }

    /// <summary>The day before the next period begins.</summary>
    internal int LastDay(FiscalPeriodKind kind, int year, int number) =>
        kind == FiscalPeriodKind.Week ? FirstDay(kind, year, number) + 6
            : number < s_perYear[(int)kind] ? FirstDay(kind, year, number + 1) - 1 : FirstDay(kind, year + 1, 1) - 1;

    /// <summary>The period so many periods later, or null outside what the calendar covers.</summary>
    internal FiscalPeriod? Plus(FiscalPeriodKind kind, int year, int number, int count)
    {
        if (kind == FiscalPeriodKind.Week)
        {
            var day = FirstDay(kind, year, number) + (7L * count);
            var isDate = day >= DayNumber.First && day <= DayNumber.Last;
            return isDate && TryPeriodOf(DayNumber.ToDate((int)day), kind, out var week) ? week : null;
        }

        var perYear = s_perYear[(int)kind];
        var index = ((long)year * perYear) + number - 1 + count;
        var (toYear, toNumber) = (index / perYear, (int)(index % perYear) + 1);
        return index >= perYear && toYear <= LastYear && Fits(kind, (int)toYear, toNumber)
            ? new FiscalPeriod(this, kind, (int)toYear, toNumber) : null;
    }

    /// <summary>Whether every period of a kind is made up of whole periods of the other, its own kind included.</summary>
    internal bool IsMadeUp(FiscalPeriodKind whole, FiscalPeriodKind parts) =>
        parts == whole
        || (parts > whole && (parts != FiscalPeriodKind.Week || (HasMonthsOfWeeks && whole != FiscalPeriodKind.TenDays)));

    /// <summary>The number of a period in the longer one that it is a part of.</summary>
    internal int NumberIn(FiscalPeriodKind whole, FiscalPeriodKind kind, int year, int number)
    {
        if (whole == kind)
            return 1;

        var wholes = s_perYear[(int)whole];
        if (kind != FiscalPeriodKind.Week)
            return ((number - 1) % (s_perYear[(int)kind] / wholes)) + 1;

        // The weeks since the first day of the month, quarter or half.
        var day = FirstDay(kind, year, number);
        var month = _months.IndexOf(DayNumber.ToDate(day));
        var first = month - ((month - (year * MonthsOfYear)) % (MonthsOfYear / wholes));
        return ((day - _months.First(first)) / 7) + 1;
    }

    private static ReadOnlyCollection<FiscalPeriod> Range(FiscalPeriod first, FiscalPeriod last)
    {
        var periods = new List<FiscalPeriod> { first };
        while (periods[periods.Count - 1] != last)
            periods.Add(periods[periods.Count - 1].Next());

        return periods.AsReadOnly();
    }

    private int NumberOf(LocalDate date, FiscalPeriodKind kind, out int year)
    {
        year = date.Year;
        if (year < FirstYear - 2)
            return NoPeriod;

        var month = _months.IndexOf(date);
        year = FiscalMonths.YearOf(month);
        var inYear = month - (year * MonthsOfYear);
        var number = kind switch
        {
            FiscalPeriodKind.Year => 1,
            FiscalPeriodKind.Half => (inYear / 6) + 1,
            FiscalPeriodKind.Quarter => (inYear / 3) + 1,
            FiscalPeriodKind.Month => inYear + 1,
            FiscalPeriodKind.TenDays => (inYear * 3) + _months.TenDaysOf(month, DayNumber.Of(date)) + 1,
            FiscalPeriodKind.Week => WeekOf(DayNumber.Of(date), ref year),
            _ => (int)Guard.Against.Undefined(kind),
        };
        return year >= FirstYear && Fits(kind, year, number) ? number : NoPeriod;
    }

    // Weeks of months by date need not begin with the year: its first days may be in the last week of the year before, its last in the
    // first of the next.
    private int WeekOf(int day, ref int year)
    {
        var inWeeks = day - _months.FirstOfWeeks(year);
        if (inWeeks < 0)
            inWeeks += 7 * _months.WeeksOf(--year);
        else if (inWeeks >= 7 * 52 && inWeeks >= 7 * _months.WeeksOf(year))
            inWeeks -= 7 * _months.WeeksOf(year++);

        return (inWeeks / 7) + 1;
    }

    // Only a period of the last year can end after the last day there is, and year 10,000 always does.
    private bool Fits(FiscalPeriodKind kind, int year, int number) =>
        year < LastYear || (year == LastYear && LastDay(kind, year, number) <= DayNumber.Last);
}
