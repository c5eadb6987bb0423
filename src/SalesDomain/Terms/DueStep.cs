using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>One step from a day to a later one, or the same. A later day never leads to an earlier one.</summary>
internal readonly struct DueStep : IEquatable<DueStep>
{
    internal const int MostDays = 3_650;
    internal const int MostMonths = 120;
    internal const int LastDayOfMonth = 31;

    private const int MonthsOfYear = 12;

    private readonly DueStepKind _kind;

    // Days or months; of days of the month, a bit for each; of one day of a later month, that day.
    private readonly int _number;
    private readonly int _months;
    private readonly int _cutOff;

    internal DueStep(DueStepKind kind, int number, int months = 0, int cutOff = LastDayOfMonth)
    {
        _kind = kind;
        _number = number;
        _months = months;
        _cutOff = cutOff;
    }

    /// <summary>The number of days where it is nothing else; null for the others.</summary>
    internal int? Days => _kind == DueStepKind.Days ? _number : null;

    public bool Equals(DueStep other) =>
        _kind == other._kind && _number == other._number && _months == other._months && _cutOff == other._cutOff;

    public override bool Equals(object? obj) => obj is DueStep other && Equals(other);

    public override int GetHashCode() => Hash.Combine((int)_kind, _number, _months, _cutOff);

    internal LocalDate After(LocalDate date) =>
        _kind switch
        {
            DueStepKind.Days => date.PlusDays(_number),
            DueStepKind.Months => date.PlusMonths(_number),
            DueStepKind.EndOfMonth => InMonth(date, 0, LastDayOfMonth),
            DueStepKind.FirstOf => FirstOf(date),
            _ => InMonth(date, date.Day > _cutOff ? _months + 1 : _months, _number),
        };

    /// <summary>As it prints: <c>30</c>, <c>2M</c>, <c>EOM</c>, <c>day 10,20</c>, <c>10 prox cut-off:25</c>.</summary>
    public override string ToString() =>
        _kind switch
        {
            DueStepKind.Days => InvariantText.Number(_number),
            DueStepKind.Months => InvariantText.Number(_number) + DueText.Months,
            DueStepKind.EndOfMonth => DueText.EndOfMonth,
            DueStepKind.FirstOf => DueText.Day + " " + string.Join(",", Texts()),
            _ => InvariantText.Number(_number) + " " + DueText.Prox + (_months == 1 ? "" : InvariantText.Number(_months))
                + (_cutOff == LastDayOfMonth ? "" : " " + DueText.CutOff + InvariantText.Number(_cutOff)),
        };

    /// <summary>In words, as the first step of a rule or a later one: <c>within 30 days</c> or <c>, plus 30 days</c>.</summary>
    internal string Describe(bool isFirst) =>
        _kind switch
        {
            DueStepKind.Days when isFirst && _number == 0 => "at once",
            DueStepKind.Days => (isFirst ? "within " : ", plus ") + Counted(_number, "day"),
            DueStepKind.Months => (isFirst ? "within " : ", plus ") + Counted(_number, "month"),
            DueStepKind.EndOfMonth => isFirst ? "by the end of the month" : ", then by the end of that month",
            DueStepKind.FirstOf => (isFirst ? "by the next " : ", then by the next ") + string.Join(" or ", Ordinals()),
            _ => (isFirst ? "by the " : ", then by the ") + Ordinal(_number) + " of the month "
                + (_months == 1 ? "after" : InvariantText.Number(_months) + " months after")
                + (_cutOff == LastDayOfMonth ? "" : " (a month later after the " + Ordinal(_cutOff) + ")"),
        };

    private static string Counted(int number, string what) => InvariantText.Number(number) + " " + what + (number == 1 ? "" : "s");

    private static string Ordinal(int day) =>
        InvariantText.Number(day) + day switch
        {
            1 or 21 or 31 => "st",
            2 or 22 => "nd",
            3 or 23 => "rd",
            _ => "th",
        };

    private static LocalDate InMonth(LocalDate date, int months, int day)
    {
        var month = (date.Year * MonthsOfYear) + date.Month - 1 + months;
        var year = month >= 0 ? month / MonthsOfYear : ((month + 1) / MonthsOfYear) - 1;
        var inYear = month - (year * MonthsOfYear) + 1;
        return new LocalDate(year, inYear, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, inYear)));
    }

    private LocalDate FirstOf(LocalDate date)
    {
        var from = NextDay(date.Day);
        return from > 0 ? InMonth(date, 0, from) : InMonth(date, 1, NextDay(1));
    }

    /// <summary>The first of the days from one on; 0 when there is none.</summary>
    private int NextDay(int from)
    {
        for (var day = from; day <= LastDayOfMonth; day++)
        {
            if ((_number & (1 << (day - 1))) != 0)
                return day;
        }

        return 0;
    }

    private IEnumerable<string> Texts() => DaysOfMonth().Select(day => InvariantText.Number(day));

    private IEnumerable<string> Ordinals() => DaysOfMonth().Select(Ordinal);

    private IEnumerable<int> DaysOfMonth()
    {
        for (var day = NextDay(1); day > 0; day = NextDay(day + 1))
            yield return day;
    }
}
