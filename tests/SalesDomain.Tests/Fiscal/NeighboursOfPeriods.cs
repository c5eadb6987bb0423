using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Fiscal;

public sealed class NeighboursOfPeriods
{
    [Property]
    public Property Next_and_previous_undo_each_other_and_follow_day_upon_day() =>
        Prop.ForAll(FiscalSample.AnyPeriod, period =>
            period.Next().Previous() == period && period.Previous().Next() == period
            && period.Next().Start == period.End.PlusDays(1) && period.Previous().End == period.Start.PlusDays(-1));

    [Property]
    public Property Steps_add_up() =>
        Prop.ForAll(
            FiscalSample.AnyPeriod, Gen.Choose(-500, 500).ToArbitrary(), Gen.Choose(-500, 500).ToArbitrary(), (period, one, other) =>
            period.Plus(one).Plus(other) == period.Plus(one + other) && period.Plus(0) == period && period.Plus(1) == period.Next());

    [Property]
    public Property As_many_steps_as_a_year_has_periods_lead_to_the_same_number_but_for_weeks() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Choose(-100, 100).ToArbitrary(), (period, years) =>
            period.Kind == FiscalPeriodKind.Week
                ? period.Plus(52 * years).Span == period.Span.PlusDays(364 * years)
                : period.InYear(period.Year + years) == period.Plus(period.Calendar.Count(period.Kind, period.Year) * years));

    [Property]
    public Property Periods_of_a_span_are_those_that_have_a_day_in_it() =>
        Prop.ForAll(FiscalSample.AnyPeriod, Gen.Choose(0, 800).ToArbitrary(), (period, days) =>
        {
            var span = new DateSpan(period.Start.PlusDays(days % 3), period.End.PlusDays(days));
            var periods = period.Calendar.Periods(period.Kind, span);
            var (first, last) = (periods[0], periods[periods.Count - 1]);
            var expected = first;
            foreach (var actual in periods)
            {
                if (actual != expected || !actual.Span.Overlaps(span))
                    return false;

                expected = expected.Next();
            }

            return first.Contains(span.Start!.Value) && last.Contains(span.End!.Value);
        });

    [Fact]
    public void A_span_that_touches_a_period_by_one_day_has_it()
    {
        var calendar = FiscalCalendar.CalendarYear;

        Assert.Equal(
            ["2026-M03", "2026-M04"],
            Array.ConvertAll(
                [.. calendar.Periods(FiscalPeriodKind.Month, DateSpan.Parse("2026-03-31/2026-04-01"))], period => period.Label));
        Assert.Equal(
            [calendar.ParsePeriod("2026-Q2")],
            calendar.Periods(FiscalPeriodKind.Quarter, DateSpan.On(new LocalDate(2026, 4, 1))));
        Assert.Equal(
            ["2026-W05", "2026-W06", "2026-W07", "2026-W08", "2026-W09"],
            Array.ConvertAll([.. calendar.Periods(FiscalPeriodKind.Week, DateSpan.OfMonth(2026, 2))], period => period.Label));
    }

    [Fact]
    public void Periods_of_a_span_without_end_are_refused()
    {
        var calendar = FiscalCalendar.CalendarYear;

        Assert.Equal(
            "span",
            Assert.Throws<ArgumentException>(() => calendar.Periods(FiscalPeriodKind.Month, DateSpan.From(new LocalDate(2026, 1, 1))))
                .ParamName);
        Assert.Equal(
            "span",
            Assert.Throws<ArgumentException>(() => calendar.Periods(FiscalPeriodKind.Month, DateSpan.Until(new LocalDate(2026, 1, 1))))
                .ParamName);
        Assert.Equal(
            "kind",
            Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Periods((FiscalPeriodKind)6, DateSpan.OfYear(2026))).ParamName);
    }

    [Fact]
    public void They_sort_by_first_day_and_the_longer_kind_first()
    {
        var calendar = FiscalCalendar.CalendarYear;
        var closing = calendar.WithClosingDay(25, YearClosing.OnClosingDay);
        FiscalPeriod[] periods =
        [
            closing.ParsePeriod("FY2026-W01"), calendar.ParsePeriod("2026-Q1"), calendar.ParsePeriod("2026"),
            calendar.ParsePeriod("2026-M01"), calendar.ParsePeriod("2026-W01"),
            calendar.ParsePeriod("2026-M01-T1"), calendar.ParsePeriod("2025-M12"), calendar.ParsePeriod("2026-H1"),
            closing.ParsePeriod("FY2026-M01"), closing.ParsePeriod("FY2026"),
        ];
        Array.Sort(periods);

        // Of weeks from one Monday the calendars decide.
        Assert.Equal(
            ["2025-M12", "FY2026", "FY2026-M01", "2026-W01", "FY2026-W01", "2026", "2026-H1", "2026-Q1", "2026-M01", "2026-M01-T1"],
            Array.ConvertAll(periods, period => period.Label));
        TestHelper.TestCompareTo(
            calendar.ParsePeriod("2026-W01"), calendar.PeriodOf(new LocalDate(2025, 12, 29), FiscalPeriodKind.Week),
            calendar.ParsePeriod("2026"),
            calendar.WithWeeks(IsoDayOfWeek.Monday, 5).PeriodOf(new LocalDate(2025, 12, 29), FiscalPeriodKind.Week));
    }
}
