using System;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// Periods of one kind as consecutive whole numbers, with the number of a day kept once it is known. Made for one run, by one thread.
/// </summary>
internal sealed class PeriodNumbers(FiscalCalendar calendar, FiscalPeriodKind kind)
{
    // Added so that no number is negative; a multiple of the week.
    private const int WholeWeeks = 7_000_000;

    // A packed day has nine bits for month and day.
    private const int DaysOfAYear = 512;
    private const int Unknown = int.MinValue;

    private int[] _known = [];
    private int _firstYear;

    internal FiscalCalendar Calendar { get; } = calendar;

    internal FiscalPeriodKind Kind { get; } = kind;

    /// <summary>The number of the period that a day is in, packed as <see cref="DayNumber"/> does.</summary>
    internal int Of(int day)
    {
        var place = day - (_firstYear * DaysOfAYear);
        return unchecked((uint)place) < (uint)_known.Length && _known[place] is var known && known != Unknown
            ? known : Learn(DayNumber.Unpacked(day));
    }

    /// <summary>The number of a period.</summary>
    internal static int Of(FiscalPeriod period) =>
        period.Kind == FiscalPeriodKind.Week ? (DayNumber.Of(period.Start) + WholeWeeks) / 7
            : (period.Year * period.Calendar.Count(period.Kind, period.Year)) + period.Number - 1;

    /// <summary>The period of a number.</summary>
    internal static FiscalPeriod Period(FiscalCalendar calendar, FiscalPeriodKind kind, int number)
    {
        // Of a week the last day that can be in it: weeks begin on any weekday.
        if (kind == FiscalPeriodKind.Week)
            return calendar.PeriodOf(DayNumber.ToDate((number * 7) + 6 - WholeWeeks), kind);

        var perYear = calendar.Count(kind, 1);
        return calendar.Period(kind, number / perYear, (number % perYear) + 1);
    }

    private int Learn(LocalDate date)
    {
        var year = date.Year;
        if (_known.Length == 0)
            (_known, _firstYear) = (Years(1), year);
        if (year < _firstYear || year >= _firstYear + (_known.Length / DaysOfAYear))
            Grow(year);

        var number = Of(Calendar.PeriodOf(date, Kind));
        _known[DayNumber.Packed(date) - (_firstYear * DaysOfAYear)] = number;
        return number;
    }

    private void Grow(int year)
    {
        var first = Math.Min(year, _firstYear);
        var last = Math.Max(year, _firstYear + (_known.Length / DaysOfAYear) - 1);
        var grown = Years(last - first + 1);
        Array.Copy(_known, 0, grown, (_firstYear - first) * DaysOfAYear, _known.Length);
        (_known, _firstYear) = (grown, first);
    }

    private static int[] Years(int count)
    {
        var days = new int[count * DaysOfAYear];
        for (var i = 0; i < days.Length; i++)
            days[i] = Unknown;

        return days;
    }
}
