using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class SamePeriodOfAnotherYear
{
    private static readonly Arbitrary<int> s_days = Gen.Choose(-3, 380).ToArbitrary();

    private static readonly Arbitrary<int> s_years = Gen.Choose(-5, 5).ToArbitrary();

    [Theory]

    // In a month that goes on, the same day.
    [InlineData("calendar-year", "2026", 2025, "2026-04-11", "2025-01-01/2025-04-11")]
    [InlineData("calendar-year", "2026-Q2", 2025, "2026-04-11", "2025-04-01/2025-04-11")]
    [InlineData("calendar-year", "2026-M04", 2025, "2026-04-01", "2025-04-01/2025-04-01")]
    [InlineData("calendar-year", "2026-M04", 2025, "2026-03-31", null)]

    // The end of February, from and to a leap year, in the month and in what is longer.
    [InlineData("calendar-year", "2024-M02", 2023, "2024-02-27", "2023-02-01/2023-02-27")]
    [InlineData("calendar-year", "2024-M02", 2023, "2024-02-28", "2023-02-01/2023-02-28")]
    [InlineData("calendar-year", "2024-M02", 2023, "2024-02-29", "2023-02-01/2023-02-28")]
    [InlineData("calendar-year", "2024", 2023, "2024-02-28", "2023-01-01/2023-02-28")]
    [InlineData("calendar-year", "2024", 2023, "2024-02-29", "2023-01-01/2023-02-28")]
    [InlineData("calendar-year", "2024", 2023, "2024-03-01", "2023-01-01/2023-03-01")]
    [InlineData("calendar-year", "2025-M02", 2024, "2025-02-27", "2024-02-01/2024-02-27")]
    [InlineData("calendar-year", "2025-M02", 2024, "2025-02-28", "2024-02-01/2024-02-29")]
    [InlineData("calendar-year", "2025-Q1", 2024, "2025-02-27", "2024-01-01/2024-02-27")]
    [InlineData("calendar-year", "2025-Q1", 2024, "2025-02-28", "2024-01-01/2024-02-29")]
    [InlineData("calendar-year", "2025-Q1", 2024, "2025-03-01", "2024-01-01/2024-03-01")]
    [InlineData("calendar-year", "2028", 2024, "2028-02-29", "2024-01-01/2024-02-29")]
    [InlineData("calendar-year", "2028", 2024, "2028-02-28", "2024-01-01/2024-02-28")]

    // Later months after a leap day do not lose or gain a day.
    [InlineData("calendar-year", "2024", 2023, "2024-03-30", "2023-01-01/2023-03-30")]
    [InlineData("calendar-year", "2024", 2023, "2024-03-31", "2023-01-01/2023-03-31")]
    [InlineData("calendar-year", "2024-Q1", 2023, "2024-03-31", "2023-01-01/2023-03-31")]
    [InlineData("calendar-year", "2024-Q1", 2023, "2025-03-31", "2023-01-01/2023-03-31")]
    [InlineData("from-month:4 by-end", "FY2024", 2023, "2024-02-29", "2022-04-01/2023-02-28")]
    [InlineData("from-month:4 by-end", "FY2025", 2024, "2025-02-28", "2023-04-01/2024-02-29")]

    // Ten-day periods and weeks.
    [InlineData("calendar-year", "2025-M02-T3", 2024, "2025-02-27", "2024-02-21/2024-02-27")]
    [InlineData("calendar-year", "2025-M02-T3", 2024, "2025-02-28", "2024-02-21/2024-02-29")]
    [InlineData("calendar-year", "2024-M02-T3", 2023, "2024-02-28", "2023-02-21/2023-02-28")]
    [InlineData("calendar-year", "2026-W07", 2025, "2026-02-10", "2025-02-10/2025-02-11")]
    [InlineData("calendar-year", "2026-W53", 2025, "2027-01-03", null)]

    // Months that close on the 25th go by date, the leap day in the middle; on the 28th it may be a month's first day.
    [InlineData("calendar-year closing:25", "FY2024-M03", 2023, "2024-02-28", "2023-02-26/2023-02-28")]
    [InlineData("calendar-year closing:25", "FY2024-M03", 2023, "2024-02-29", "2023-02-26/2023-02-28")]
    [InlineData("calendar-year closing:25", "FY2024-M03", 2023, "2024-03-10", "2023-02-26/2023-03-10")]
    [InlineData("calendar-year closing:25", "FY2025", 2024, "2025-03-10", "2023-12-26/2024-03-10")]
    [InlineData("calendar-year closing:28", "FY2024-M03", 2023, "2024-02-29", "2023-03-01/2023-03-01")]
    [InlineData("calendar-year closing:28", "FY2024-M02", 2023, "2024-02-28", "2023-01-29/2023-02-28")]
    [InlineData("calendar-year closing:25 keeps-year", "2026", 2025, "2026-12-28", "2025-01-01/2025-12-28")]
    [InlineData("calendar-year closing:25 keeps-year", "2026-M12", 2025, "2026-12-31", "2025-11-26/2025-12-31")]

    // Weeks: 2023 has a 53rd in M12; day 3 of week 2 of M10 is it in every year.
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2024-M10", 2023, "2024-11-13", "2023-10-29/2023-11-08")]
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2024", 2023, "2024-11-13", "2023-01-29/2023-11-08")]
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2024-M12", 2023, "2025-01-31", "2023-12-24/2024-01-26")]
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2024-M12", 2023, "2025-02-01", "2023-12-24/2024-02-03")]
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2023-M12", 2022, "2024-01-26", "2022-12-25/2023-01-27")]
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2023-M12", 2022, "2024-01-27", "2022-12-25/2023-01-28")]
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2023-M12", 2022, "2024-01-30", "2022-12-25/2023-01-28")]
    [InlineData("4-4-5 nearest saturday end-month:1 by-start", "FY2023-W53", 2022, "2024-02-03", null)]
    public void The_part_that_corresponds(string calendar, string label, int year, string asOf, string? expected) =>
        Assert.Equal(expected, FiscalCalendar.Parse(calendar).ParsePeriod(label).SpanToDateIn(year, Date(asOf))?.ToString());

    [Property]
    public Property It_is_that_of_the_plain_code() =>
        Prop.ForAll(FiscalSample.AnyPeriod, s_years, s_days, (period, years, days) =>
        {
            var asOf = period.Start.PlusDays(days);
            return period.SpanToDateIn(period.Year + years, asOf) == ByPlainCode(period, period.Year + years, asOf);
        });

    [Property]
    public Property In_its_own_year_it_is_the_span_to_date() =>
        Prop.ForAll(FiscalSample.AnyPeriod, s_days, (period, days) =>
            period.SpanToDateIn(period.Year, period.Start.PlusDays(days)) == period.SpanToDate(period.Start.PlusDays(days)));

    [Property]
    public Property It_grows_day_by_day_to_the_whole_and_is_never_empty() =>
        Prop.ForAll(FiscalSample.AnyPeriod, s_years, (period, years) =>
        {
            if (period.InYear(period.Year + years) is not { } other)
                return period.SpanToDateIn(period.Year + years, period.End) is null;

            var spans = Enumerable.Range(0, period.Days + 1).Select(i => period.SpanToDateIn(other.Year, period.Start.PlusDays(i))!.Value)
                .ToArray();
            return spans.All(span => span.Start == other.Start && other.Span.Contains(span))
                && spans.Zip(spans.Skip(1), (earlier, later) => later.Contains(earlier)).All(grows => grows)
                && spans[period.Days - 1] == other.Span && spans[period.Days] == other.Span
                && period.SpanToDateIn(other.Year, period.Start.PlusDays(-1)) is null;
        });

    [Property]
    public Property That_of_a_year_is_the_sum_of_those_of_its_halves_quarters_and_months() =>
        Prop.ForAll(FiscalSample.AnyPeriod, s_years, s_days, (period, years, days) =>
        {
            var year = period.Calendar.Year(period.Year);
            var asOf = year.Start.PlusDays(days);
            int? DaysOf(FiscalPeriod part) => part.SpanToDateIn(part.Year + years, asOf)?.Days ?? 0;
            return new[] { FiscalPeriodKind.Half, FiscalPeriodKind.Quarter, FiscalPeriodKind.Month }
                .All(kind => year.Parts(kind).Sum(DaysOf) == DaysOf(year));
        });

    [Fact]
    public void What_it_cannot_answer_is_refused()
    {
        var year = FiscalCalendar.CalendarYear.Year(2026);
        var asOf = new LocalDate(2026, 4, 11);

        Assert.Equal(
            "asOf", Assert.Throws<ArgumentException>(() => year.SpanToDateIn(2025, asOf.WithCalendar(CalendarSystem.Julian))).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => year.SpanToDateIn(0, asOf)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => year.SpanToDateIn(10_000, asOf)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentOutOfRangeException>(() => year.SpanToDateIn(0, new LocalDate(2025, 12, 31))).ParamName);
        Assert.Equal("9999-01-01/9999-04-11", year.SpanToDateIn(9999, asOf).ToString());
        Assert.Equal("0001-01-01/0001-04-11", year.SpanToDateIn(1, asOf).ToString());
    }

    // Month by month, and in the month that goes on day by day: a day has come when its calendar month and day, or its place, is not later.
    private static DateSpan? ByPlainCode(FiscalPeriod period, int year, LocalDate asOf)
    {
        if (asOf < period.Start || period.InYear(year) is not { } other)
            return null;

        var isOfMonths = period.Kind <= FiscalPeriodKind.Month;
        var parts = isOfMonths ? period.Parts(FiscalPeriodKind.Month) : [period];
        var others = isOfMonths ? other.Parts(FiscalPeriodKind.Month) : [other];
        var end = other.Start;
        for (var i = 0; i < parts.Count && asOf >= parts[i].Start; i++)
        {
            for (var place = 0; place < others[i].Days; place++)
            {
                var day = others[i].Start.PlusDays(place);
                var hasCome = asOf >= parts[i].End || place == 0
                    || (isOfMonths && !period.Calendar.HasMonthsOfWeeks
                        ? Place(day, year).CompareTo(Place(asOf, period.Year)) <= 0 : parts[i].Start.PlusDays(place) <= asOf);
                if (hasCome)
                    end = day;
            }
        }

        return new DateSpan(other.Start, end);
    }

    private static (int Month, int Day) Place(LocalDate day, int year) => (((day.Year - year) * 12) + day.Month, day.Day);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
