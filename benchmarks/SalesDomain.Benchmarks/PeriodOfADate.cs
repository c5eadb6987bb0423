using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using NodaTime.Calendars;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class PeriodOfADate
{
    private static readonly int[] s_weeksOfMonths = [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4];

    private readonly FiscalCalendar _closing = FiscalCalendar.StartingIn(4, FiscalYearName.ByStart)
        .WithClosingDay(25, YearClosing.OnClosingDay);
    private readonly LocalDate[] _dates = Array.ConvertAll(Facts.Pieces(365m * 12m), day => new LocalDate(2014, 12, 31).PlusDays((int)day));

    [GlobalSetup]
    public void Compare()
    {
        Same.Results(i => ClosingByHand(_dates[i]), i => Key(_closing.PeriodOf(_dates[i], FiscalPeriodKind.TenDays)));
        Same.Results(i => RetailByHand(_dates[i]), i => Key(FiscalCalendar.Nrf.PeriodOf(_dates[i], FiscalPeriodKind.Month)));
        Same.Results(i => WeekByNodaTime(_dates[i]), i => Key(FiscalCalendar.CalendarYear.PeriodOf(_dates[i], FiscalPeriodKind.Week)));
    }

    [Benchmark(Baseline = true, Description = "ten-day period (旬) closing on the 25th, hand-written", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("closing day")]
    public int ClosingByHand()
    {
        var last = 0;
        foreach (var date in _dates)
            last = ClosingByHand(date);

        return last;
    }

    [Benchmark(Description = "ten-day period (旬) closing on the 25th, PeriodOf", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    [BenchmarkCategory("closing day")]
    public int Closing()
    {
        var last = 0;
        foreach (var date in _dates)
            last = Key(_closing.PeriodOf(date, FiscalPeriodKind.TenDays));

        return last;
    }

    [Benchmark(Baseline = true, Description = "month of a 4-5-4 year, hand-written loop", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("4-5-4")]
    public int RetailByHand()
    {
        var last = 0;
        foreach (var date in _dates)
            last = RetailByHand(date);

        return last;
    }

    [Benchmark(Description = "month of a 4-5-4 year, PeriodOf", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    [BenchmarkCategory("4-5-4")]
    public int Retail()
    {
        var last = 0;
        foreach (var date in _dates)
            last = Key(FiscalCalendar.Nrf.PeriodOf(date, FiscalPeriodKind.Month));

        return last;
    }

    [Benchmark(Baseline = true, Description = "week of ISO 8601, NodaTime's WeekYearRules", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("week")]
    public int WeekByNodaTime()
    {
        var last = 0;
        foreach (var date in _dates)
            last = WeekByNodaTime(date);

        return last;
    }

    [Benchmark(Description = "week of ISO 8601, PeriodOf", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    [BenchmarkCategory("week")]
    public int Week()
    {
        var last = 0;
        foreach (var date in _dates)
            last = Key(FiscalCalendar.CalendarYear.PeriodOf(date, FiscalPeriodKind.Week));

        return last;
    }

    private static int Key(FiscalPeriod period) => (period.Year * 100) + period.Number;

    private static int ClosingByHand(LocalDate date)
    {
        // The days of the calendar month before that belong to the fiscal month count first.
        var (year, month) = (date.Year, date.Month);
        var day = date.Day - 25;
        if (day > 0)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        else
            day = date.Day + date.PlusDays(-date.Day).Day - 25;

        var third = day <= 10 ? 1 : day <= 20 ? 2 : 3;
        return month >= 4 ? (year * 100) + ((month - 4) * 3) + third : ((year - 1) * 100) + ((month + 8) * 3) + third;
    }

    private static int RetailByHand(LocalDate date)
    {
        var year = date.Year;
        var start = StartByHand(year);
        if (date < start)
            start = StartByHand(--year);

        var days = Period.DaysBetween(start, date);
        for (var month = 0; month < 12; month++)
        {
            days -= 7 * s_weeksOfMonths[month];
            if (days < 0)
                return (year * 100) + month + 1;
        }

        return (year * 100) + 12;
    }

    // The Sunday after the Saturday nearest to 31 January.
    private static LocalDate StartByHand(int year)
    {
        var latest = new LocalDate(year, 2, 3);
        return latest.PlusDays(1 - ((int)latest.DayOfWeek + 1) % 7);
    }

    private static int WeekByNodaTime(LocalDate date) =>
        (WeekYearRules.Iso.GetWeekYear(date) * 100) + WeekYearRules.Iso.GetWeekOfWeekYear(date);
}
