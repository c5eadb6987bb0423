using System;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class CalendarSnippets
{
    public static void AYearHasTwoNames()
    {
        #region AYearHasTwoNames
        var japan = FiscalCalendar.StartingIn(4, FiscalYearName.ByStart);
        var india = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd);
        var day = new LocalDate(2023, 6, 1);

        Console.WriteLine(japan.PeriodOf(day, FiscalPeriodKind.Year));  // FY2023
        Console.WriteLine(india.PeriodOf(day, FiscalPeriodKind.Year));  // FY2024
        Console.WriteLine(japan.Year(2023).Span);                       // 2023-04-01/2024-03-31
        #endregion
    }

    public static void PeriodsOfADay()
    {
        #region PeriodsOfADay
        var calendar = FiscalCalendar.CalendarYear;
        var day = new LocalDate(2026, 2, 14);

        Console.WriteLine(calendar.PeriodOf(day, FiscalPeriodKind.Quarter));  // 2026-Q1
        Console.WriteLine(calendar.PeriodOf(day, FiscalPeriodKind.Month));    // 2026-M02
        Console.WriteLine(calendar.PeriodOf(day, FiscalPeriodKind.Week));     // 2026-W07

        foreach (FiscalPeriod third in calendar.ParsePeriod("2026-M02").Parts(FiscalPeriodKind.TenDays))
            Console.WriteLine(third + " " + third.Span);
        // 2026-M02-T1 2026-02-01/2026-02-10
        // 2026-M02-T2 2026-02-11/2026-02-20
        // 2026-M02-T3 2026-02-21/2026-02-28
        #endregion
    }

    public static void NeighboursAndLastYear()
    {
        #region NeighboursAndLastYear
        FiscalPeriod quarter = FiscalCalendar.CalendarYear.ParsePeriod("2026-Q1");

        Console.WriteLine(quarter.Previous());    // 2025-Q4
        Console.WriteLine(quarter.InYear(2025));  // 2025-Q1
        Console.WriteLine(quarter.Plus(6));       // 2027-Q3
        #endregion
    }

    public static void SamePeriodLastYearToDate()
    {
        #region SamePeriodLastYearToDate
        FiscalPeriod year = FiscalCalendar.CalendarYear.Year(2025);

        Console.WriteLine(year.SpanToDate(new LocalDate(2025, 2, 28)));          // 2025-01-01/2025-02-28
        Console.WriteLine(year.SpanToDateIn(2024, new LocalDate(2025, 2, 28)));  // 2024-01-01/2024-02-29
        Console.WriteLine(year.SpanToDateIn(2024, new LocalDate(2025, 3, 14)));  // 2024-01-01/2024-03-14
        #endregion
    }

    public static void MonthsThatCloseOnThe25th()
    {
        #region MonthsThatCloseOnThe25th
        var legalYear = FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.AtMonthEnd);
        var shifted = FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.OnClosingDay);
        var day = new LocalDate(2025, 12, 28);

        Console.WriteLine(legalYear.PeriodOf(day, FiscalPeriodKind.Month));  // 2025-M12
        Console.WriteLine(legalYear.ParsePeriod("2026-M01").Span);           // 2026-01-01/2026-01-25
        Console.WriteLine(legalYear.ParsePeriod("2026-M02").Span);           // 2026-01-26/2026-02-25
        Console.WriteLine(legalYear.ParsePeriod("2026-M12").Span);           // 2026-11-26/2026-12-31

        Console.WriteLine(shifted.PeriodOf(day, FiscalPeriodKind.Month));    // FY2026-M01
        Console.WriteLine(shifted.Year(2026).Span);                          // 2025-12-26/2026-12-25
        #endregion
    }

    public static void TheRetailYear()
    {
        #region TheRetailYear
        FiscalPeriod year = FiscalCalendar.Nrf.Year(2023);

        Console.WriteLine(year.Span);  // 2023-01-29/2024-02-03
        Console.WriteLine(year.Days);  // 371

        foreach (FiscalPeriod month in FiscalCalendar.Nrf.ParsePeriod("FY2023-Q4").Parts(FiscalPeriodKind.Month))
            Console.WriteLine(month + " " + month.Span + " " + month.Parts(FiscalPeriodKind.Week).Count + " weeks");
        // FY2023-M10 2023-10-29/2023-11-25 4 weeks
        // FY2023-M11 2023-11-26/2023-12-30 5 weeks
        // FY2023-M12 2023-12-31/2024-02-03 5 weeks
        #endregion
    }

    public static void AnExtraWeekInDecember()
    {
        #region AnExtraWeekInDecember
        var calendar = FiscalCalendar
            .OfWeeks(WeekPattern.FiveFourFour, IsoDayOfWeek.Saturday, endMonth: 9, YearEndRule.LastWeekday, FiscalYearName.ByEnd)
            .WithExtraWeekIn(3);

        Console.WriteLine(calendar.ParsePeriod("FY2012-M03").Span);  // 2011-11-27/2011-12-31
        Console.WriteLine(calendar.ParsePeriod("FY2023-Q1").Span);   // 2022-09-25/2022-12-31
        Console.WriteLine(calendar);                                 // 5-4-4 last saturday end-month:9 by-end extra-week:3
        #endregion
    }

    public static void AfterAYearOf53Weeks()
    {
        #region AfterAYearOf53Weeks
        FiscalPeriod week = FiscalCalendar.Nrf.PeriodOf(new LocalDate(2024, 12, 1), FiscalPeriodKind.Week);
        FiscalPeriod sameNumber = week.InYear(2023)!.Value;
        FiscalPeriod comparable = week.Plus(-52);

        Console.WriteLine(week + " " + week.Span);              // FY2024-W44 2024-12-01/2024-12-07
        Console.WriteLine(sameNumber + " " + sameNumber.Span);  // FY2023-W44 2023-11-26/2023-12-02
        Console.WriteLine(comparable + " " + comparable.Span);  // FY2023-W45 2023-12-03/2023-12-09

        // Any other period: the same weekdays a year before are 364 days before.
        Console.WriteLine(FiscalCalendar.Nrf.ParsePeriod("FY2024-M11").Span.PlusDays(-364));  // 2023-12-03/2024-01-06

        // Week 53 has no counterpart by number.
        Console.WriteLine(FiscalCalendar.Nrf.ParsePeriod("FY2023-W53").InYear(2024) is null);  // True
        #endregion
    }

    public static void WeeksOfAMonth()
    {
        #region WeeksOfAMonth
        var calendar = FiscalCalendar.CalendarYear;

        Console.WriteLine(calendar.PeriodOf(new LocalDate(2024, 12, 30), FiscalPeriodKind.Week));  // 2025-W01

        foreach (FiscalPeriod week in calendar.Periods(FiscalPeriodKind.Week, DateSpan.OfMonth(2026, 2)))
            Console.WriteLine(week + " " + week.Span);
        // 2026-W05 2026-01-26/2026-02-01
        // 2026-W06 2026-02-02/2026-02-08
        // 2026-W07 2026-02-09/2026-02-15
        // 2026-W08 2026-02-16/2026-02-22
        // 2026-W09 2026-02-23/2026-03-01
        #endregion
    }

    public static void PaceOfAQuarter()
    {
        #region PaceOfAQuarter
        FiscalPeriod quarter = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).ParsePeriod("FY2027-Q1");
        var asOf = new LocalDate(2026, 5, 10);

        var quota = new Money(910_000m, Currency.CNY);
        Money due = quota * quarter.ElapsedDays(asOf) / quarter.Days;

        Console.WriteLine(quarter.ElapsedDays(asOf) + " of " + quarter.Days);  // 40 of 91
        Console.WriteLine(due);                                                // CNY 400000.00
        Console.WriteLine(quarter.ElapsedShare(asOf).ToString("P1", null));    // 44.0 %
        Console.WriteLine(quarter.SpanToDate(asOf));                           // 2026-04-01/2026-05-10
        #endregion
    }
}
