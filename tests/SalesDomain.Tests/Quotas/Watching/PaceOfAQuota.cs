using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Explanations;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas.Watching;

public sealed class PaceOfAQuota
{
    private static readonly DateSpan s_april = DateSpan.OfMonth(2026, 4);

    private static readonly Arbitrary<Pace> s_any =
        (from quota in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 10_000_000)))
         from actual in Gen.Choose(-100_000, 12_000_000)
         from start in Gen.Choose(0, 400)
         from days in Gen.Choose(1, 120)
         from elapsed in Gen.Choose(-2, 122)
         from ofWorkingDays in Gen.Elements(true, false)
         let span = new DateSpan(new LocalDate(2025, 12, 1).PlusDays(start), new LocalDate(2025, 12, 1).PlusDays(start + days - 1))
         let asOf = span.Start!.Value.PlusDays(elapsed - 1)
         select Pace.Of(
             Measure.Revenue.Of(Cny(actual / 100m)), Measure.Revenue.Of(Cny(quota / 100m)),
             ofWorkingDays ? ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, span, asOf)
                 : ElapsedTime.ByDays(span, asOf))).ToArbitrary();

    [Fact]
    public void R_4_Half_the_time_and_45_percent_of_the_quota()
    {
        // 22 working days of April 2026, of which 15 April is the 11th.
        var pace = Pace.Of(Revenue(540_000m), Revenue(1_200_000m),
            ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, s_april, new LocalDate(2026, 4, 15)));

        Assert.Equal((11, 22), (pace.Elapsed.Elapsed, pace.Elapsed.Total));
        Assert.Equal(PaceState.Open, pace.State);
        Assert.Equal(Revenue(60_000m), pace.NeededPerDay);
        Assert.Equal(Revenue(1_080_000m), pace.RunRateProjection);
        Assert.Equal(Revenue(600_000m), pace.EvenQuotaToDate);
        Assert.Equal(Revenue(660_000m), pace.Remaining);
        Assert.Equal(Percent(122.22m), pace.NeededAgainstSoFar.To(2));
        Assert.Equal("amber",
            StatusBands.GreenAmberRed.At(Percentage.Ratio(540_000m, 1_200_000m)!.Value.PointsAbove(pace.Elapsed.Share!.Value)));

        // With only 35 % phased to date the same seller is ahead.
        var seasonal = pace.WithQuotaToDate(Revenue(420_000m));
        Assert.Equal(Percent(128.57m), Measured.Ratio(seasonal.Actual, seasonal.QuotaToDate!.Value).To(2));
        Assert.Equal(1_542_857.14m, seasonal.SeasonalProjection!.Value.Money.ToCents().Amount);
    }

    [Fact]
    public void Pitfall_of_the_kernel_11_days_elapsed_of_30_are_11_and_not_12()
    {
        // A published recipe counts 12 and reports 72.9 % (http://eqeg.cn/yxdx/14152).
        var pace = Pace.Of(Revenue(35_000m), Revenue(120_000m), ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 11)));

        Assert.Equal(Revenue(44_000m), pace.EvenQuotaToDate);
        Assert.Equal(Percent(79.5m), Measured.Ratio(pace.Actual, pace.EvenQuotaToDate!.Value).To(1));
    }

    [Fact]
    public void Pitfall_15_A_quota_of_zero_or_less_is_neither_reached_nor_missed()
    {
        foreach (var (actual, quota) in new[] { (0m, 0m), (5m, 0m), (-5m, 0m), (0m, -30m), (-29m, -30m), (-31m, -30m), (5m, -0.01m) })
        {
            var pace = Pace.Of(Revenue(actual), Revenue(quota), ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 11)));

            Assert.Equal(PaceState.NoQuota, pace.State);
            Assert.Null(pace.NeededPerDay);
            Assert.Null(pace.NeededAgainstSoFar);
            Assert.Equal(Revenue(quota * 11m / 30m), pace.EvenQuotaToDate);
            foreach (var phased in new[] { 0m, quota, 1m })
                Assert.Null(pace.WithQuotaToDate(Revenue(phased)).SeasonalProjection);
            Proof.MustHold(pace.Explain(), Figure.Absent);
        }
    }

    [Fact]
    public void Every_end_of_the_period_has_an_answer_of_its_own()
    {
        var before = Pace.Of(Revenue(0m), Revenue(300m), ElapsedTime.ByDays(s_april, new LocalDate(2026, 3, 31)));
        Assert.Equal(PaceState.Open, before.State);
        Assert.Equal(Revenue(10m), before.NeededPerDay);
        Assert.Null(before.PerDaySoFar);
        Assert.Null(before.RunRateProjection);
        Assert.Null(before.NeededAgainstSoFar);

        var missed = Pace.Of(Revenue(299m), Revenue(300m), ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 30)));
        Assert.Equal(PaceState.Missed, missed.State);
        Assert.Null(missed.NeededPerDay);
        Assert.Equal(Revenue(299m), missed.RunRateProjection);

        var lastDay = Pace.Of(Revenue(299m), Revenue(300m), ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 29)));
        Assert.Equal(Revenue(1m), lastDay.NeededPerDay);

        var reached = Pace.Of(Revenue(300m), Revenue(300m), ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 29)));
        Assert.Equal(PaceState.Reached, reached.State);
        Assert.Equal(Revenue(0m), reached.NeededPerDay);
        Assert.Equal(PaceState.Reached,
            Pace.Of(Revenue(300m), Revenue(300m), ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 30))).State);

        // A weekend has no working day: nothing is due, nothing can be asked for.
        var weekend = new DateSpan(new LocalDate(2026, 4, 4), new LocalDate(2026, 4, 5));
        var idle = Pace.Of(Revenue(0m), Revenue(300m),
            ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, weekend, new LocalDate(2026, 4, 3)));
        Assert.Equal(PaceState.Missed, idle.State);
        Assert.Null(idle.EvenQuotaToDate);
        Assert.Null(idle.NeededPerDay);
    }

    [Fact]
    public void Counts_and_quantities_have_a_pace_too()
    {
        var visits = Measure.Count("visits");
        var pace = Pace.Of(visits.Of(30m), visits.Of(96m), ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 10)));

        Assert.Equal(visits.Of(3.3m), pace.NeededPerDay);
        Assert.Equal(visits.Of(90m), pace.RunRateProjection);
    }

    [Property]
    public Property Needed_per_day_times_days_left_and_actual_are_the_quota() =>
        Prop.ForAll(s_any, pace =>
            pace.State != PaceState.Open
            || IsNearly((pace.NeededPerDay!.Value * pace.Elapsed.Remaining) + pace.Actual, pace.Quota));

    [Property]
    public Property At_the_end_the_run_rate_is_what_was_achieved() =>
        Prop.ForAll(s_any, pace => pace.Elapsed.Remaining > 0 || pace.Elapsed.Total == 0 || pace.RunRateProjection == pace.Actual);

    [Property]
    public Property Under_even_phasing_the_seasonal_projection_is_the_run_rate() =>
        Prop.ForAll(s_any, pace =>
            pace.EvenQuotaToDate is not { } due || due.IsZero
            || IsNearly(pace.WithQuotaToDate(due).SeasonalProjection!.Value, pace.RunRateProjection!.Value));

    [Property]
    public Property The_state_says_which_figures_there_are() =>
        Prop.ForAll(s_any, pace =>
            pace.State == (pace.Quota.IsZero ? PaceState.NoQuota
                : pace.Remaining.Money.Amount <= 0m ? PaceState.Reached
                : pace.Elapsed.Remaining == 0 ? PaceState.Missed : PaceState.Open)
            && pace.NeededPerDay is null == (pace.State is PaceState.NoQuota or PaceState.Missed)
            && pace.PerDaySoFar is null == (pace.Elapsed.Elapsed == 0)
            && (pace.NeededAgainstSoFar is null || pace.State == PaceState.Open));

    [Property(MaxTest = 50)]
    public Property Every_figure_explains_itself() =>
        Prop.ForAll(s_any, Gen.Choose(0, 10_000).ToArbitrary(), (pace, phased) =>
        {
            var seasonal = pace.WithQuotaToDate(Revenue(phased));
            Proof.MustHold(seasonal.Explain(), Of(pace.NeededPerDay));
            Proof.MustHold(seasonal.Explain(PaceFigure.EvenQuotaToDate), Of(pace.EvenQuotaToDate));
            Proof.MustHold(seasonal.Explain(PaceFigure.RunRateProjection), Of(pace.RunRateProjection));
            Proof.MustHold(seasonal.Explain(PaceFigure.SeasonalProjection), Of(seasonal.SeasonalProjection));
            Proof.MustHold(pace.Explain(PaceFigure.SeasonalProjection), Figure.Absent);
        });

    [Fact]
    public void A_phased_quota_says_itself_what_is_due()
    {
        var periods = PlanPeriods.Of(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1), FiscalPeriodKind.Month);
        var phased = Phasing.ByWeights(periods, 1m, 2m, 7m).Split(Revenue(1_000m), Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(DateSpan.OfQuarter(2026, 1), new LocalDate(2026, 2, 28));
        var pace = Pace.Of(Revenue(330m), phased, elapsed);

        Assert.Equal(Revenue(300m), pace.QuotaToDate);
        Assert.Equal(Revenue(1_100m), pace.SeasonalProjection);
        Proof.MustHold(pace.Explain(PaceFigure.SeasonalProjection), Of(pace.SeasonalProjection));

        // The same figures as with the amount, and what is phased to the day explained down to the parts.
        var stated = Pace.Of(Revenue(330m), Revenue(1_000m), elapsed).WithQuotaToDate(Revenue(300m));
        Assert.Equal(stated.ToString(), pace.ToString());
        Assert.Equal(stated.SeasonalProjection, pace.SeasonalProjection);
        var within = Pace.Of(Revenue(1m), phased, ElapsedTime.ByDays(elapsed.Span, new LocalDate(2026, 2, 10)));
        Assert.Contains("part of 2026-02", within.Explain(PaceFigure.SeasonalProjection).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("part of", stated.Explain(PaceFigure.SeasonalProjection).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quota_phased_over_another_period_is_refused_with_both_spans()
    {
        var periods = PlanPeriods.Of(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1), FiscalPeriodKind.Month);
        var phased = Phasing.ByWeights(periods, 1m, 2m, 7m).Split(Revenue(1_000m), Rounding.Commercial);
        var february = ElapsedTime.ByDays(DateSpan.OfMonth(2026, 2), new LocalDate(2026, 2, 28));

        var refusal = Assert.Throws<ArgumentException>(() => Pace.Of(Revenue(330m), phased, february));
        Assert.Equal("elapsed", refusal.ParamName);
        Assert.Contains("2026-01-01/2026-03-31", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("2026-02-01/2026-02-28", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_actual_asks_for_more_than_the_quota_and_returns_open_it_again()
    {
        var elapsed = ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 20));
        var negative = Pace.Of(Revenue(-50m), Revenue(300m), elapsed);
        Assert.Equal((PaceState.Open, Revenue(35m)), (negative.State, negative.NeededPerDay));
        Assert.Equal(Revenue(-75m), negative.RunRateProjection);
        Assert.Null(negative.NeededAgainstSoFar);

        Assert.Equal(PaceState.Reached, Pace.Of(Revenue(300m), Revenue(300m), elapsed).State);
        Assert.Equal(Revenue(0m), Pace.Of(Revenue(301m), Revenue(300m), elapsed).NeededPerDay);
        Assert.Equal(Revenue(-1m), Pace.Of(Revenue(301m), Revenue(300m), elapsed).Remaining);
        Assert.Equal(Revenue(0.1m), Pace.Of(Revenue(299m), Revenue(300m), elapsed).NeededPerDay);
    }

    [Fact]
    public void Before_the_period_on_its_first_day_and_after_it_the_projections_have_their_answers()
    {
        var phased = Phasing.ByWeights(PlanPeriods.Of(s_april, DateSpan.OfMonth(2026, 5)), 2m, 1m)
            .Split(Revenue(610m), Rounding.Commercial);
        Pace On(LocalDate day, decimal actual) => Pace.Of(Revenue(actual), phased, ElapsedTime.ByDays(phased.Phasing.Periods.Span, day));

        // Sold before it has begun: nothing has gone by, and nothing is phased to the day.
        var before = On(new LocalDate(2026, 3, 1), 5m);
        Assert.Equal((0, Revenue(0m), Revenue(0m)), (before.Elapsed.Elapsed, before.EvenQuotaToDate, before.QuotaToDate));
        Assert.Null(before.RunRateProjection);
        Assert.Null(before.SeasonalProjection);
        Proof.MustHold(before.Explain(PaceFigure.RunRateProjection), Figure.Absent);
        Proof.MustHold(before.Explain(PaceFigure.SeasonalProjection), Figure.Absent);

        var first = On(new LocalDate(2026, 4, 1), 20m);
        Assert.Equal((1, Revenue(10m), Revenue(1_220m)), (first.Elapsed.Elapsed, first.EvenQuotaToDate, first.RunRateProjection));
        Assert.Equal(406.67m * 1m / 30m, first.QuotaToDate!.Value.Money.Amount);
        Assert.Equal(900m, first.SeasonalProjection!.Value.Money.Round(Rounding.ToStep(1m, RoundingMode.HalfEven)).Amount);

        // The last day and every day after it: what was achieved is where the period ends.
        foreach (var day in new[] { new LocalDate(2026, 5, 31), new LocalDate(2026, 8, 1) })
        {
            var after = On(day, 600m);
            Assert.Equal(
                (PaceState.Missed, Revenue(600m), Revenue(600m)), (after.State, after.RunRateProjection, after.SeasonalProjection));
            Assert.Equal((Revenue(610m), Revenue(610m)), (after.EvenQuotaToDate, after.QuotaToDate));
            Assert.Null(after.NeededPerDay);
        }
    }

    [Fact]
    public void A_mix_of_measures_and_the_default_value_are_refused()
    {
        var elapsed = ElapsedTime.ByDays(s_april, new LocalDate(2026, 4, 11));

        Assert.Equal("quota", Refusal(() => Pace.Of(Revenue(0m), default(Measured), elapsed)));
        Assert.Equal("actual", Refusal(() => Pace.Of(default, Revenue(1m), elapsed)));
        Assert.Equal("quota", Refusal(() => Pace.Of(Revenue(1m), Measure.GrossRevenue.Of(Cny(1m)), elapsed)));
        Assert.Equal("quota", Refusal(() => Pace.Of(Revenue(1m), Measure.Revenue.Of(Usd(1m)), elapsed)));
        Assert.Equal("toDate", Refusal(() => Pace.Of(Revenue(1m), Revenue(1m), elapsed).WithQuotaToDate(Measure.Margin.Of(Cny(1m)))));
    }

    private static Figure Of(Measured? value) => Figure.OrAbsent(value?.Value);

    private static bool IsNearly(Measured one, Measured other) => Math.Abs(one.Money.Amount - other.Money.Amount) < 1e-15m;

    private static string? Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
