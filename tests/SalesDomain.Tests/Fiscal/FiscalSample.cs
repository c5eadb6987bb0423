using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SalesDomain.Tests.Fiscal;

/// <summary>A calendar, and the same rule in slow plain code: lists of first days, made with NodaTime and by counting days.</summary>
internal sealed class FiscalSample
{
    internal static readonly FiscalPeriodKind[] Kinds =
    [
        FiscalPeriodKind.Year, FiscalPeriodKind.Half, FiscalPeriodKind.Quarter, FiscalPeriodKind.Month, FiscalPeriodKind.TenDays,
        FiscalPeriodKind.Week,
    ];

    private static readonly IsoDayOfWeek[] s_weekdays = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    private static readonly FiscalYearName[] s_names = [FiscalYearName.ByStart, FiscalYearName.ByEnd];

    private readonly Func<int, LocalDate[]> _monthsOf;
    private readonly Func<int, LocalDate> _firstOfWeeks;

    // In the list of the year's ten-day periods, the days before each in its month.
    private readonly int[] _daysBefore;

    private FiscalSample(
        FiscalCalendar calendar, Func<int, LocalDate[]> monthsOf, Func<int, LocalDate> firstOfWeeks, int? daysOfFirst = null)
    {
        int[] ofFirst = daysOfFirst switch
        {
            null or > 20 => [0, 10, 20],
            > 11 => [0, 10, daysOfFirst.Value - 1],
            _ => [0, daysOfFirst.Value - 2, daysOfFirst.Value - 1],
        };
        _daysBefore = [.. ofFirst, .. Enumerable.Repeat(new[] { 0, 10, 20 }, 11).SelectMany(days => days)];
        Calendar = calendar;
        _monthsOf = monthsOf;
        _firstOfWeeks = firstOfWeeks;
    }

    internal static Gen<FiscalSample> ByDate { get; } =
        from month in Gen.Choose(1, 12)
        from name in Gen.Elements(s_names)
        from closing in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Elements(1, 3, 20, 25, 27, 28)), (1, Gen.Choose(1, 28)))
        from keepsYear in Gen.Elements(false, true)
        from firstDay in Gen.Frequency((1, Gen.Constant(IsoDayOfWeek.Monday)), (1, Gen.Elements(s_weekdays)))
        from minDays in Gen.Frequency((1, Gen.Constant(4)), (1, Gen.Choose(1, 7)))
        select OfDates(month, name, closing == 0 ? null : closing, keepsYear && closing >= 3, firstDay, minDays);

    internal static Gen<FiscalSample> ByWeek { get; } =
        from pattern in Gen.Elements(WeekPattern.FourFourFive, WeekPattern.FourFiveFour, WeekPattern.FiveFourFour)
        from lastDay in Gen.Elements(s_weekdays)
        from endMonth in Gen.Choose(1, 12)
        from rule in Gen.Elements(YearEndRule.LastWeekday, YearEndRule.NearestWeekday)
        from name in Gen.Elements(s_names)
        from extra in Gen.Frequency((1, Gen.Constant(12)), (1, Gen.Choose(1, 12)))
        select OfWeeks(pattern, lastDay, endMonth, rule, name, extra);

    internal static Arbitrary<FiscalSample> AnyByWeek { get; } = ByWeek.ToArbitrary();

    internal static Arbitrary<FiscalSample> Any { get; } = Gen.OneOf(ByDate, ByWeek).ToArbitrary();

    /// <summary>Days of four centuries, most of them near the end of a calendar month or year.</summary>
    internal static Arbitrary<LocalDate> AnyDay { get; } =
        (from year in Gen.Frequency((3, Gen.Choose(1990, 2040)), (1, Gen.Choose(1800, 2199)))
         from month in Gen.Choose(1, 12)
         from days in Gen.Frequency((3, Gen.Choose(-8, 8)), (1, Gen.Choose(0, 30)))
         select new LocalDate(year, month, 1).PlusDays(days)).ToArbitrary();

    internal static Arbitrary<FiscalPeriod> AnyPeriod { get; } =
        (from sample in Any.Generator from day in AnyDay.Generator from kind in Gen.Elements(Kinds)
         select sample.Calendar.PeriodOf(day, kind)).ToArbitrary();

    internal FiscalCalendar Calendar { get; }

    /// <summary>The first days of the periods of a year, and last that of the year after.</summary>
    internal LocalDate[] FirstDays(FiscalPeriodKind kind, int year)
    {
        var next = _monthsOf(year + 1)[0];
        var months = _monthsOf(year);
        return kind switch
        {
            FiscalPeriodKind.Year => [months[0], next],
            FiscalPeriodKind.Half => [months[0], months[6], next],
            FiscalPeriodKind.Quarter => [months[0], months[3], months[6], months[9], next],
            FiscalPeriodKind.Month => [.. months, next],
            FiscalPeriodKind.TenDays => [.. _daysBefore.Select((days, i) => months[i / 3].PlusDays(days)), next],
            _ => [.. Weeks(year), _firstOfWeeks(year + 1)],
        };
    }

    /// <summary>The period of a day by looking through the lists of the years around it.</summary>
    internal (int Year, int Number, LocalDate Start, LocalDate End) PeriodOf(LocalDate date, FiscalPeriodKind kind)
    {
        foreach (var year in Enumerable.Range(date.Year - 2, 5))
        {
            var firstDays = FirstDays(kind, year);
            for (var i = 0; i < firstDays.Length - 1; i++)
            {
                if (date >= firstDays[i] && date < firstDays[i + 1])
                    return (year, i + 1, firstDays[i], firstDays[i + 1].PlusDays(-1));
            }
        }

        throw new InvalidOperationException("No period of " + date);
    }

    public override string ToString() => Calendar.ToString();

    private IEnumerable<LocalDate> Weeks(int year)
    {
        for (var day = _firstOfWeeks(year); day < _firstOfWeeks(year + 1); day = day.PlusDays(7))
            yield return day;
    }

    private static FiscalSample OfDates(
        int startMonth, FiscalYearName name, int? closingDay, bool keepsYear, IsoDayOfWeek firstDay, int minDays)
    {
        var calendar = FiscalCalendar.StartingIn(startMonth, name);
        if (closingDay is { } day)
            calendar = calendar.WithClosingDay(day, keepsYear ? YearClosing.AtMonthEnd : YearClosing.OnClosingDay);
        if (firstDay != IsoDayOfWeek.Monday || minDays != 4)
            calendar = calendar.WithWeeks(firstDay, minDays);

        LocalDate[] MonthsOf(int year)
        {
            var first = new LocalDate(StartYear(year, startMonth, name), startMonth, 1);
            return
            [
                .. Enumerable.Range(0, 12).Select(first.PlusMonths)
                    .Select(
                        month => closingDay is { } last && !(keepsYear && month == first) ? month.PlusMonths(-1).PlusDays(last) : month),
            ];
        }

        // From a week before the year on, the first week that has enough of its days in the year.
        LocalDate FirstOfWeeks(int year)
        {
            var start = MonthsOf(year)[0];
            return Enumerable.Range(-7, 16).Select(start.PlusDays)
                .First(week => week.DayOfWeek == firstDay && Enumerable.Range(0, 7).Count(i => week.PlusDays(i) >= start) >= minDays);
        }

        return new FiscalSample(calendar, MonthsOf, FirstOfWeeks, keepsYear ? closingDay : null);
    }

    private static FiscalSample OfWeeks(
        WeekPattern pattern, IsoDayOfWeek lastDay, int endMonth, YearEndRule rule, FiscalYearName name, int extraMonth)
    {
        var calendar = FiscalCalendar.OfWeeks(pattern, lastDay, endMonth, rule, name);
        if (extraMonth != 12)
            calendar = calendar.WithExtraWeekIn(extraMonth);

        LocalDate End(int year)
        {
            var startMonth = endMonth == 12 ? 1 : endMonth + 1;
            var nominal = new LocalDate(StartYear(year, startMonth, name), startMonth, 1).PlusYears(1).PlusDays(-1);
            return rule == YearEndRule.LastWeekday
                ? Enumerable.Range(0, 7).Select(i => nominal.PlusDays(-i)).First(day => day.DayOfWeek == lastDay)
                : Enumerable.Range(-3, 7).Select(nominal.PlusDays).First(day => day.DayOfWeek == lastDay);
        }

        LocalDate[] MonthsOf(int year)
        {
            int[] quarter = pattern switch { WeekPattern.FourFourFive => [4, 4, 5], WeekPattern.FourFiveFour => [4, 5, 4], _ => [5, 4, 4] };
            int[] weeks = [.. quarter, .. quarter, .. quarter, .. quarter];
            var start = End(year - 1).PlusDays(1);
            if (Period.DaysBetween(start, End(year)) + 1 == 371)
                weeks[extraMonth - 1]++;

            return [.. Enumerable.Range(0, 12).Select(month => start.PlusWeeks(weeks.Take(month).Sum()))];
        }

        return new FiscalSample(calendar, MonthsOf, year => End(year - 1).PlusDays(1));
    }

    private static int StartYear(int year, int startMonth, FiscalYearName name) =>
        startMonth > 1 && name == FiscalYearName.ByEnd ? year - 1 : year;
}
