using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Phasings;

public sealed class RefusedPhasings
{
    [Fact]
    public void Pitfall_16_Percentages_that_do_not_total_100_are_refused_with_their_sum()
    {
        var refusal = Assert.Throws<ArgumentException>(
            "percentages", () => Phasing.OfPercentages(Months2026, Enumerable.Repeat(Percent(8.33m), 12)));

        Assert.Contains("99.96%", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            "percentages", () => Phasing.OfPercentages(Quarters2026, Percent(25m), Percent(25m), Percent(25m), Percent(25.01m)));
        Assert.Throws<ArgumentException>(
            "percentages", () => Phasing.OfPercentages(Quarters2026, Percent(25m), Percent(25m), Percent(25m), Percent(24.99m)));
    }

    [Fact]
    public void Pitfall_16_A_missing_month_is_refused_and_not_0()
    {
        Assert.Throws<ArgumentException>("weights", () => Phasing.ByWeights(Months2026, Enumerable.Repeat(1m, 11)));
        Assert.Throws<ArgumentException>("weights", () => Phasing.ByWeights(Months2026, Enumerable.Repeat(1m, 13)));
        Assert.Throws<ArgumentException>(
            "percentages", () => Phasing.OfPercentages(Quarters2026, Percent(50m), Percent(30m), Percent(20m)));
        Assert.Throws<ArgumentException>("weights", () => Phasing.ByWeights(Months2026));
    }

    [Fact]
    public void Negative_weights_and_nothing_but_zero_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => Phasing.ByWeights(Quarters2026, 1m, 1m, 1m, -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(
            "percentages", () => Phasing.OfPercentages(Quarters2026, Percent(60m), Percent(60m), Percent(-20m), Percent(0m)));
        Assert.Throws<ArgumentException>("weights", () => Phasing.ByWeights(Quarters2026, 0m, 0m, 0m, 0m));
    }

    [Fact]
    public void Weights_of_too_many_digits_are_refused() =>
        Assert.Throws<OverflowException>(() => Phasing.ByWeights(Quarters2026, decimal.MaxValue, 0.0000000001m, 1m, 1m));

    [Fact]
    public void Periods_follow_each_other_day_upon_day()
    {
        Assert.Throws<ArgumentException>("spans", () => PlanPeriods.Of());
        Assert.Throws<ArgumentException>("spans", () => PlanPeriods.Of(DateSpan.OfMonth(2026, 1), DateSpan.OfMonth(2026, 3)));
        Assert.Throws<ArgumentException>("spans", () => PlanPeriods.Of(DateSpan.OfMonth(2026, 2), DateSpan.OfMonth(2026, 1)));
        Assert.Throws<ArgumentException>("spans", () => PlanPeriods.Of(DateSpan.OfMonth(2026, 1), DateSpan.OfMonth(2026, 1)));
        Assert.Throws<ArgumentException>(
            "spans", () => PlanPeriods.Of(DateSpan.OfMonth(2026, 1), DateSpan.From(new LocalDate(2026, 2, 1))));
        Assert.Throws<ArgumentException>("kind", () => PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Week));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => Months2026[12]);
        Assert.Throws<ArgumentOutOfRangeException>("date", () => Months2026.IndexOf(new LocalDate(2027, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("date", () => Months2026.IndexOf(new LocalDate(2025, 12, 31)));
    }

    [Fact]
    public void Pitfall_19_The_last_day_of_a_quarter_is_in_it_and_the_next_in_the_next()
    {
        var quarters = PlanPeriods.Of(FiscalCalendar.StartingIn(6, FiscalYearName.ByStart).Year(2011), FiscalPeriodKind.Quarter);
        Assert.Equal(0, quarters.IndexOf(new LocalDate(2011, 8, 31)));
        Assert.Equal(1, quarters.IndexOf(new LocalDate(2011, 9, 1)));
        Assert.Equal(
            [0, 0, 1],
            new[] { new LocalDate(2011, 6, 1), new LocalDate(2011, 8, 31), new LocalDate(2011, 11, 30) }.Select(quarters.IndexOf));
    }

    [Fact]
    public void Months_by_date_are_not_of_whole_weeks() => Assert.Throws<ArgumentException>("periods", () => Phasing.ByWeeks(Months2026));

    [Fact]
    public void A_calendar_has_to_know_every_day_and_a_working_day_of_every_period_with_a_weight()
    {
        var calendar = WorkCalendar.MondayToFriday;
        Assert.Throws<ArgumentOutOfRangeException>(
            "calendar", () => Phasing.ByWorkingDays(Months2026, calendar.WithValidity(DateSpan.OfYear(2025))));
        var days = PlanPeriods.Of(DateSpan.On(new LocalDate(2026, 1, 2)), DateSpan.On(new LocalDate(2026, 1, 3)));
        Assert.Throws<ArgumentException>("calendar", () => Phasing.Even(days).InWorkingDays(calendar));
        Assert.Equal([1m, 0m], Phasing.ByWorkingDays(days, calendar).Weights);
        Assert.Throws<ArgumentException>(
            "calendar", () => Phasing.ByWorkingDays(PlanPeriods.Of(DateSpan.On(new LocalDate(2026, 1, 3))), calendar));
    }

    [Fact]
    public void A_minor_unit_needs_a_currency_that_has_one()
    {
        var even = Phasing.Even(Quarters2026);
        Assert.Throws<InvalidOperationException>(() => even.Split(Measure.Count("visits").Of(96m), Rounding.Commercial));
        Assert.Throws<InvalidOperationException>(() => even.Split(Measure.Revenue.Of(new Money(1m, Currency.XAU)), Rounding.Commercial));
        Assert.Throws<ArgumentException>("total", () => even.Split(default, Rounding.Commercial));
        Assert.Throws<ArgumentException>("totals", () => even.SplitEach([default], Rounding.Commercial));
        Assert.Throws<ArgumentException>(
            "total", () => even.Split(Measure.Revenue.Of(Cny(1m)), Cents).WithTotal(default, new LocalDate(2026, 7, 1)));
    }

    [Fact]
    public void A_quota_that_is_no_multiple_of_the_unit_is_refused_and_so_is_a_price_ending()
    {
        var even = Phasing.Even(Quarters2026);
        var thousands = Rounding.ToStep(1000m, RoundingMode.HalfAwayFromZero);
        Assert.Throws<ArgumentException>("total", () => even.Split(Measure.Revenue.Of(Cny(12_345_678m)), thousands));
        Assert.Throws<ArgumentException>("total", () => even.Split(Measure.Revenue.Of(Cny(0.001m)), Cents));
        Assert.Throws<ArgumentException>(
            "total", () =>
                even.Split(Measure.Revenue.Of(Cny(1m)), Cents).WithTotal(Measure.Revenue.Of(Cny(0.001m)), new LocalDate(2026, 7, 1)));
        Assert.Throws<ArgumentException>(
            "rounding", () => even.Split(Measure.Revenue.Of(Cny(99m)), Rounding.ToEnding(99m, 100m, RoundingMode.HalfEven)));
    }

    [Fact]
    public void A_finer_phasing_is_over_the_same_span_and_crosses_no_bound()
    {
        var quarters = Phasing.Even(Quarters2026);
        Assert.Throws<ArgumentException>("finer", () => quarters.Within(Phasing.Even(PlanPeriods.Of(DateSpan.OfMonth(2026, 1)))));
        Assert.Throws<ArgumentException>("finer", () => quarters.Within(Phasing.Even(PlanPeriods.Of(
            new DateSpan(new LocalDate(2026, 1, 1), new LocalDate(2026, 4, 1)),
            new DateSpan(new LocalDate(2026, 4, 2), new LocalDate(2026, 12, 31))))));
        Assert.Throws<ArgumentException>(
            "finer", () => quarters.Within(Phasing.ByWeights(Months2026, 0m, 0m, 0m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m)));
    }
}
