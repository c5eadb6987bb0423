using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

/// <summary>Working days between two dates of four years, with eleven holidays and two make-up days in each.</summary>
public class WorkingDayCount
{
    private static readonly LocalDate s_firstDay = new(2022, 1, 1);

    // The baseline: arithmetic for whole weeks, and sorted arrays of the exceptions that fall on another kind of day.
    private readonly LocalDate[] _freeWeekdays;
    private readonly LocalDate[] _workedWeekends;

    private readonly WorkCalendar _calendar;
    private readonly LocalDate[] _from;
    private readonly LocalDate[] _to;

    public WorkingDayCount()
    {
        var holidays = new List<LocalDate>();
        var makeUpDays = new List<LocalDate>();
        for (var year = 2022; year < 2026; year++)
        {
            for (var month = 1; month <= 11; month++)
                holidays.Add(new LocalDate(year, month, 1));

            makeUpDays.Add(new LocalDate(year, 5, 8).Next(IsoDayOfWeek.Sunday));
            makeUpDays.Add(new LocalDate(year, 10, 8).Next(IsoDayOfWeek.Saturday));
        }

        _calendar = WorkCalendar.MondayToFriday.WithHolidays(holidays.ToArray()).WithMakeUpDays(makeUpDays.ToArray());
        _freeWeekdays = [.. holidays.FindAll(date => date.DayOfWeek < IsoDayOfWeek.Saturday)];
        _workedWeekends = [.. makeUpDays];
        _from = Array.ConvertAll(Facts.Pieces(365m * 4m), day => s_firstDay.PlusDays((int)day - 1));
        _to = Array.ConvertAll(Facts.Pieces(365m * 3m), day => s_firstDay.PlusDays((int)day + 364));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(_from[i], _to[i]), i => _calendar.WorkingDaysBetween(_from[i], _to[i]));

    [Benchmark(
        Baseline = true, Description = "52 exceptions, hand-written arithmetic and binary searches", OperationsPerInvoke = Facts.Count)]
    public int HandWritten()
    {
        var sum = 0;
        for (var i = 0; i < _from.Length; i++)
            sum += ByHand(_from[i], _to[i]);

        return sum;
    }

    [Benchmark(Description = "52 exceptions, WorkCalendar.WorkingDaysBetween", OperationsPerInvoke = Facts.Count), Scalar, Bound(1.5)]
    public int Library()
    {
        var sum = 0;
        for (var i = 0; i < _from.Length; i++)
            sum += _calendar.WorkingDaysBetween(_from[i], _to[i]);

        return sum;
    }

    private int ByHand(LocalDate from, LocalDate to) => Worked(to) - Worked(from);

    private int Worked(LocalDate date)
    {
        var days = Period.DaysBetween(s_firstDay, date) + 1;
        var dayOfWeek = (int)date.DayOfWeek;

        // 1 January 2022 is a Saturday: two free days, and then whole weeks from Monday on.
        var sinceMonday = days - 2;
        var weekdays = sinceMonday <= 0 ? 0 : ((sinceMonday - 1) / 7 * 5) + Math.Min(dayOfWeek, 5);
        return weekdays - UpTo(_freeWeekdays, date) + UpTo(_workedWeekends, date);
    }

    private static int UpTo(LocalDate[] sorted, LocalDate date)
    {
        var at = Array.BinarySearch(sorted, date);
        return at < 0 ? ~at : at + 1;
    }
}
