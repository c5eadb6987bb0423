using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class NumbersInLongerPeriods
{
    [Theory]
    [InlineData("calendar-year", "2026-M02-T3", FiscalPeriodKind.Month, 3)]
    [InlineData("calendar-year", "2026-M03-T1", FiscalPeriodKind.Month, 1)]
    [InlineData("calendar-year", "2026-M06-T3", FiscalPeriodKind.Quarter, 9)]
    [InlineData("calendar-year", "2026-M12-T3", FiscalPeriodKind.Year, 36)]
    [InlineData("calendar-year", "2026-M06", FiscalPeriodKind.Quarter, 3)]
    [InlineData("calendar-year", "2026-M07", FiscalPeriodKind.Quarter, 1)]
    [InlineData("calendar-year", "2026-M07", FiscalPeriodKind.Half, 1)]
    [InlineData("calendar-year", "2026-Q4", FiscalPeriodKind.Half, 2)]
    [InlineData("calendar-year", "2026-Q4", FiscalPeriodKind.Quarter, 1)]
    [InlineData("calendar-year", "2026", FiscalPeriodKind.Year, 1)]
    [InlineData("calendar-year", "2026-W53", FiscalPeriodKind.Year, 53)]
    [InlineData("calendar-year", "2026-W53", FiscalPeriodKind.Week, 1)]
    [InlineData("4-5-4 nearest saturday end-month:1 by-start", "FY2023-W53", FiscalPeriodKind.Month, 5)]
    [InlineData("4-5-4 nearest saturday end-month:1 by-start", "FY2023-W53", FiscalPeriodKind.Quarter, 14)]
    [InlineData("4-5-4 nearest saturday end-month:1 by-start", "FY2023-W53", FiscalPeriodKind.Half, 27)]
    [InlineData("4-5-4 nearest saturday end-month:1 by-start", "FY2024-W27", FiscalPeriodKind.Half, 1)]
    public void A_period_has_a_number_in_each_longer_one(string calendar, string label, FiscalPeriodKind whole, int number) =>
        Assert.Equal(number, FiscalCalendar.Parse(calendar).ParsePeriod(label).NumberIn(whole));

    [Property]
    public Property It_is_the_place_among_the_parts_of_the_longer_period() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Elements(FiscalSample.Kinds).ToArbitrary(), (whole, kind) =>
        {
            if (kind < whole.Kind
                || (kind == FiscalPeriodKind.Week && kind != whole.Kind
                    && !(whole.Calendar.HasMonthsOfWeeks && whole.Kind != FiscalPeriodKind.TenDays)))
                return true;

            var parts = whole.Parts(kind);
            return parts.Select(part => part.NumberIn(whole.Kind)).SequenceEqual(Enumerable.Range(1, parts.Count));
        });

    [Fact]
    public void A_number_in_what_it_is_no_part_of_is_refused()
    {
        var calendar = FiscalCalendar.CalendarYear;

        Assert.Equal("whole", Refused(calendar.ParsePeriod("2026-W07"), FiscalPeriodKind.Month));
        Assert.Equal("whole", Refused(FiscalCalendar.Nrf.ParsePeriod("FY2026-W07"), FiscalPeriodKind.TenDays));
        Assert.Equal("whole", Refused(calendar.ParsePeriod("2026-Q1"), FiscalPeriodKind.Month));
        Assert.Equal("whole", Refused(calendar.ParsePeriod("2026-M01-T1"), FiscalPeriodKind.Week));
        Assert.Equal("whole", Refused(calendar.ParsePeriod("2026-Q1"), (FiscalPeriodKind)6));
    }

    // Quarter 3 of the last year would end after the last day there is.
    [Fact]
    public void The_longer_period_need_not_fit_into_time() =>
        Assert.Equal(2, FiscalCalendar.StartingIn(5, FiscalYearName.ByStart).ParsePeriod("FY9999-M08").NumberIn(FiscalPeriodKind.Quarter));

    private static string Refused(FiscalPeriod period, FiscalPeriodKind whole) =>
        Assert.ThrowsAny<ArgumentException>(() => period.NumberIn(whole)).ParamName!;
}
