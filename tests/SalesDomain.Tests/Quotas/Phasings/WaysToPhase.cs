using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Phasings;

public sealed class WaysToPhase
{
    private static readonly Apportionment s_hundredths = Apportionment.InUnitsOf(0.01m);

    [Fact]
    public void By_percentages_of_the_quarter()
    {
        var quota = Phasing.OfPercentages(Quarters2026, Percent(20m), Percent(23m), Percent(25m), Percent(32m))
            .Split(Measure.Revenue.Of(Usd(560_000m)), Cents);

        Assert.Equal([112_000m, 128_800m, 140_000m, 179_200m], quota.Parts.Select(AmountOf));
        Assert.Equal([112_000m, 240_800m, 380_800m, 560_000m], quota.Cumulative.Select(AmountOf));
        Assert.Equal(Measure.Revenue.Of(Usd(128_800m)), quota[1]);
    }

    [Fact]
    public void By_days_and_evenly()
    {
        var days = Phasing.ByDays(Months2026);
        Assert.Equal([31m, 28m, 31m, 30m, 31m, 30m, 31m, 31m, 30m, 31m, 30m, 31m], days.Weights);
        Assert.Equal(365m, days.TotalWeight);
        Assert.Equal(Enumerable.Repeat(1m, 12), Phasing.Even(Months2026).Weights);
        Assert.Equal(29m, Phasing.ByDays(PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2028), FiscalPeriodKind.Month)).Weights[1]);
    }

    [Fact]
    public void By_ten_day_periods()
    {
        var periods = PlanPeriods.Of(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 2), FiscalPeriodKind.TenDays);
        Assert.Equal([10m, 10m, 8m], Phasing.ByDays(periods).Weights);
    }

    [Fact]
    public void Quarters_by_percentages_and_their_months_by_working_days()
    {
        var months = Phasing.ByWorkingDays(Months2026, WorkCalendar.MondayToFriday);
        var quarters = Phasing.OfPercentages(Quarters2026, Percent(20m), Percent(23m), Percent(25m), Percent(32m));
        var nested = quarters.Within(months);
        var quota = nested.Split(Measure.Revenue.Of(Cny(12_000_000m)), Cents);

        Assert.Equal(WorkCalendar.MondayToFriday, nested.WorkCalendar);
        Assert.Equal(
            [2_400_000m, 5_160_000m, 8_160_000m, 12_000_000m], new[] { 2, 5, 8, 11 }.Select(month => AmountOf(quota.Cumulative[month])));

        // 22, 20 and 22 working days in the first quarter of 2026.
        Assert.Equal([825_000m, 750_000m, 825_000m], quota.Parts.Take(3).Select(AmountOf));
    }

    [Property(MaxTest = 100)]
    public Property A_finer_phasing_keeps_the_shares_of_the_coarser() =>
        Prop.ForAll(Gen.Choose(1, 4000).ArrayOf(4).ToArbitrary(), Gen.Choose(1, 500).ArrayOf(12).ToArbitrary(), (outer, inner) =>
        {
            var quarters = Phasing.ByWeights(Quarters2026, outer.Select(weight => weight / 100m));
            var nested = quarters.Within(Phasing.ByWeights(Months2026, inner.Select(weight => weight / 10m)));
            return Enumerable.Range(0, 4).All(quarter =>
                Through(nested, 1m, (quarter * 3) + 2) == Through(quarters, 1m, quarter)
                && nested.Weights[quarter * 3] * inner[(quarter * 3) + 1] == nested.Weights[(quarter * 3) + 1] * inner[quarter * 3]);
        });

    [Fact]
    public void Months_are_cut_into_weeks_by_day_where_a_week_lies_across_their_bound()
    {
        // The week from 26 January has 6 days of January's 31, and one of February's 28; from 30 March two and five.
        var weeks = PlanPeriods.Of(
            new[] { new DateSpan(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 4)) }
                .Concat(Enumerable.Range(0, 12).Select(i => new LocalDate(2026, 1, 5).PlusDays(7 * i)).Select(
                    start => new DateSpan(start, start.PlusDays(6))))
                .Append(new DateSpan(new LocalDate(2026, 3, 30), new LocalDate(2026, 3, 31))));
        var months = Phasing.OfPercentages(
            PlanPeriods.Of(DateSpan.OfMonth(2026, 1), DateSpan.OfMonth(2026, 2), DateSpan.OfMonth(2026, 3)), Percent(31m), Percent(38m),
            Percent(31m));
        var quota = months.SpreadByDay(weeks).Split(Measure.Revenue.Of(Usd(2800m)), Cents);

        Assert.Equal(Usd(4m * 28m), quota[0].Money);
        Assert.Equal(Usd(7m * 28m), quota[1].Money);
        Assert.Equal(Usd((6m * 28m) + 38m), quota[4].Money);
        Assert.Equal(Usd(7m * 38m), quota[5].Money);
        Assert.Equal(Usd(2m * 28m), quota[13].Money);
        Assert.Throws<ArgumentException>("periods", () => months.SpreadByDay(Months2026));
    }

    [Property(MaxTest = 200)]
    public Property Periods_cut_by_day_keep_the_share_to_each_of_their_days_of_end() =>
        Prop.ForAll(
            PhasingSample.Phasings.ToArbitrary(), Gen.Elements(1, 7, 10, 30, 400).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(),
            (phasing, step, first) =>
        {
            var (whole, days) = (phasing.Periods.Span, phasing.Periods.Span.Days!.Value);
            var starts = Enumerable.Range(0, days).Where(day => day == 0 || (day > first && (day - first) % step == 0)).ToArray();
            var periods = PhasingSample.Of(
                whole.Start!.Value, [.. starts.Select((day, i) => (i + 1 < starts.Length ? starts[i + 1] : days) - day)]);
            Phasing spread;
            try
            {
                spread = phasing.SpreadByDay(periods);
            }
            catch (OverflowException)
            {
                // Weights of 15 and more digits over many odd lengths have no common whole numbers in a decimal.
                return phasing.Weights.Max() > 1_000_000m || phasing.Periods.Count > 2;
            }

            return spread.WorkCalendar == phasing.WorkCalendar && periods.Spans.All(span =>
                Math.Abs(spread.ShareToDate(span.End!.Value).Fraction - phasing.ShareToDate(span.End!.Value).Fraction) < 1e-24m);
        });

    [Property(MaxTest = 100)]
    public Property A_year_of_percentages_by_months_is_cut_into_any_periods() =>
        Prop.ForAll(
            Gen.Choose(0, 99_999).ArrayOf(12).Where(weights => weights.Sum() > 0).ToArbitrary(), Gen.Choose(1, 365).ToArbitrary(),
            (weights, step) =>
        {
            var phasing = Phasing.ByWeights(Months2026, weights.Select(weight => weight / 1000m));
            var lengths = Enumerable.Repeat(step, 365 / step).Concat(365 % step == 0 ? [] : new[] { 365 % step }).ToArray();
            var spread = phasing.SpreadByDay(PhasingSample.Of(new LocalDate(2026, 1, 1), lengths));
            return spread.SpreadByDay(Months2026).Periods == Months2026 && spread.Periods.Spans.All(span =>
                Math.Abs(spread.ShareToDate(span.End!.Value).Fraction - phasing.ShareToDate(span.End!.Value).Fraction) < 1e-26m);
        });

    [Property(MaxTest = 200)]
    public Property Percentages_of_any_phasing_total_100_and_are_within_a_hundredth_of_its_shares() =>
        Prop.ForAll(PhasingSample.Any, sample =>
        {
            var percentages = sample.Phasing.ToPercentages(s_hundredths);
            return percentages.TotalWeight == 100m && percentages.WorkCalendar == sample.Phasing.WorkCalendar
                && percentages.Weights.Zip(
                    sample.Phasing.Shares, (percent, share) => (percent - share.Percent) is > -0.01m and < 0.01m).All(isSo => isSo)
                && Phasing.OfPercentages(percentages.Periods, percentages.Weights.Select(Percentage.FromPercent)).Weights.SequenceEqual(
                    percentages.Weights);
        });

    [Property(MaxTest = 200)]
    public Property The_share_to_date_ends_each_period_with_its_weights_so_far() =>
        Prop.ForAll(PhasingSample.Any, sample =>
        {
            var phasing = sample.Phasing;
            var ends = phasing.Periods.Spans.Select((span, i) =>
                phasing.ShareToDate(span.End!.Value).Fraction - (phasing.Weights.Take(i + 1).Sum() / phasing.TotalWeight));
            return ends.All(difference => difference is > -1e-25m and < 1e-25m)
                && phasing.ShareToDate(phasing.Periods.Span.End!.Value) == Percentage.OneHundred
                && phasing.ShareToDate(phasing.Periods.Span.End!.Value.PlusDays(1)) == Percentage.OneHundred
                && phasing.ShareToDate(phasing.Periods.Span.Start!.Value.PlusDays(-1)) == Percentage.Zero;
        });

    [Fact]
    public void On_the_last_working_day_all_of_the_period_is_due()
    {
        // 28 February 2026 is a Saturday.
        var quota = Phasing.ByWorkingDays(PlanPeriods.Of(DateSpan.OfMonth(2026, 2)), WorkCalendar.MondayToFriday).Split(
            Measure.Revenue.Of(Usd(100m)), Cents);

        Assert.Equal(Usd(95m), quota.QuotaToDate(new LocalDate(2026, 2, 26)).Money);
        Assert.Equal(Usd(100m), quota.QuotaToDate(new LocalDate(2026, 2, 27)).Money);
        Assert.Equal(Usd(100m), quota.QuotaToDate(new LocalDate(2026, 2, 28)).Money);
        Assert.Equal(Usd(0m), quota.QuotaToDate(new LocalDate(2026, 2, 1)).Money);
    }

    [Fact]
    public void Over_a_span_it_is_what_lies_between_two_days()
    {
        var quota = Phasing.Even(Months2026).Split(Measure.Revenue.Of(Usd(1200m)), Cents);

        Assert.Equal(Usd(300m), quota.Over(DateSpan.OfQuarter(2026, 2)).Money);
        Assert.Equal(Usd(50m), quota.Over(new DateSpan(new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 15))).Money);
        Assert.Equal(Usd(1200m), quota.Over(DateSpan.Always).Money);
        Assert.Equal(Usd(900m), quota.Over(DateSpan.From(new LocalDate(2026, 4, 1))).Money);
        Assert.Equal(Usd(300m), quota.Over(DateSpan.Until(new LocalDate(2026, 3, 31))).Money);
        Assert.Equal(Usd(0m), quota.Over(DateSpan.OfYear(2027)).Money);
    }

    [Fact]
    public void A_phasing_is_compared_by_periods_weights_and_calendar()
    {
        TestHelper.TestEqualsClass(
            Phasing.ByWeights(Quarters2026, 1m, 1m, 1m, 1m), Phasing.Even(PlanPeriods.Of(Quarters2026.Spans)),
            Phasing.ByWeights(Quarters2026, 2m, 2m, 2m, 2m), Phasing.Even(Months2026),
            Phasing.Even(Quarters2026).InWorkingDays(WorkCalendar.MondayToFriday));
        Assert.Equal(Phasing.Even(Quarters2026), Phasing.Even(Quarters2026).InWorkingDays(WorkCalendar.MondayToFriday).InDays());
        Assert.Equal(
            "20 in 2026-01-01/2026-01-31, 8.5 in 2026-02-01/2026-02-28, by working days",
            Phasing.ByWeights(PlanPeriods.Of(DateSpan.OfMonth(2026, 1), DateSpan.OfMonth(2026, 2)), 20m, 8.50m)
                .InWorkingDays(WorkCalendar.MondayToFriday).ToString());
    }
}
