using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Seasons;

/// <summary>A season lays a quota by the exact ratio of its history, and by rounded indexes where somebody published those.</summary>
public sealed class QuotasByExactSeasons
{
    private static readonly PlanPeriods s_2025 = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2025), FiscalPeriodKind.Quarter);
    private static readonly PlanPeriods s_months2025 = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2025), FiscalPeriodKind.Month);

    [Fact]
    public void A_quota_as_large_as_the_history_lies_as_the_history_lay()
    {
        var history = Year(s_2025, 1_000_000m, 1_000_000m, 1_000_000m, 4_000_000m);
        decimal[] Parts(SeasonFit fit, RoundingMode mode) =>
            [.. fit.Of(history).Phase(Quarters2026).Split(Revenue(7_000_000m), Rounding.ToDigits(2, mode)).Parts.Select(AmountOf)];

        foreach (var mode in Generators.Modes)
        {
            Assert.Equal([1_000_000m, 1_000_000m, 1_000_000m, 4_000_000m], Parts(SeasonFit.Pooled, mode));
            Assert.Equal([1_000_000m, 1_000_000m, 1_000_000m, 4_000_000m], Parts(SeasonFit.AverageOfShares, mode));
        }

        // The table that was published is what is computed with.
        var published = SeasonFit.Pooled.WithRounding(Rounding.ToDigits(4, RoundingMode.HalfAwayFromZero));
        Assert.Equal([999_975m, 999_975m, 999_975m, 4_000_075m], Parts(published, RoundingMode.HalfAwayFromZero));
        Assert.Equal([0.5714m, 0.5714m, 0.5714m, 2.2857m], published.Of(history).Phase(Quarters2026).Weights);
        Assert.Equal([1m, 1m, 1m, 4m], SeasonFit.Pooled.Of(history).Phase(Quarters2026).Weights);
    }

    [Property(MaxTest = 300)]
    public Property Pooled_and_averaged_seasons_phase_as_fractions_do() =>
        Prop.ForAll(
            Gen.Choose(0, 2_000_000_000).ArrayOf(4).Where(year => year.Any(amount => amount > 0)).NonEmptyListOf()
                .Where(years => years.Count <= 4).ToArbitrary(),
            Gen.Elements(false, true).Three().ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (years, choices, cents) =>
            {
                var (isAverage, isPerDay, isDown) = choices;
                var fit = isAverage ? SeasonFit.AverageOfShares : SeasonFit.Pooled;
                var season = (isPerDay ? fit.PerDay() : fit).Of(years.Select(year => Year(s_2025, [.. year.Select(each => each / 100m)])));
                var mode = isDown ? RoundingMode.Down : RoundingMode.HalfAwayFromZero;
                var quota = season.Phase(Quarters2026).Split(Revenue(cents * 123.45m), Rounding.ToDigits(2, mode));

                // The average of shares a year, or the sums of all; by day the quarters of both years have the same days.
                var weights = Enumerable.Range(0, 4).Select(i => isAverage
                    ? years.Aggregate(Exact.Of(0), (sum, year) => sum + (Exact.Of(year[i]) / Exact.Of(year.Sum(each => (decimal)each))))
                    : years.Aggregate(Exact.Of(0), (sum, year) => sum + Exact.Of(year[i]))).ToArray();
                var all = weights.Aggregate((sum, weight) => sum + weight);
                var through = Exact.Of(0);
                for (var i = 0; i < 4; i++)
                {
                    through += weights[i];
                    var exact = Exact.Of(cents * 12345m) * through / all;
                    if (Exact.Of(AmountOf(quota.Cumulative[i]) * 100m) != (isDown ? exact : exact + Exact.Half).Floor())
                        return false;
                }

                return true;
            });

    [Property(MaxTest = 100)]
    public Property Whatever_the_history_months_can_be_divided_by_working_days() =>
        Prop.ForAll(
            Gen.Choose(1, int.MaxValue).ArrayOf(12).NonEmptyListOf().ToArbitrary(), Gen.Elements(false, true).Two().ToArbitrary(),
            (years, choices) =>
            {
                var fit = choices.Item1 ? SeasonFit.AverageOfShares : SeasonFit.Pooled;
                var season = (choices.Item2 ? fit.PerDay() : fit).Of(
                    years.Select(year => Year(s_months2025, [.. year.Select(each => each / 100m)])));
                var days = PlanPeriods.Of(Months2026.Spans.SelectMany(month => new[]
                {
                    new DateSpan(month.Start, month.Start!.Value.PlusDays(9)), new DateSpan(month.Start.Value.PlusDays(10), month.End),
                }));
                var total = Revenue(987_654_321.09m);
                var months = season.Phase(Months2026);
                var quota = months.Within(Phasing.ByWorkingDays(days, WorkCalendar.MondayToFriday)).Split(total, Cents);
                return months.SpreadByDay(days).Split(total, Cents).Total == total
                    && months.Split(total, Cents).Cumulative.SequenceEqual(quota.Cumulative.Where((_, i) => i % 2 == 1));
            });

    [Property(MaxTest = 100)]
    public Property Whatever_the_history_a_plan_by_quarters_can_be_divided_into_its_months() =>
        Prop.ForAll(
            Gen.Choose(1, int.MaxValue).ArrayOf(12).NonEmptyListOf().ToArbitrary(), Gen.Elements(false, true).ToArbitrary(),
            (years, isAverage) =>
            {
                var fit = isAverage ? SeasonFit.AverageOfShares : SeasonFit.Pooled;
                var months = fit.Of(years.Select(year => Year(s_months2025, [.. year.Select(each => each / 100m)]))).Phase(Months2026);
                var quarters = Phasing.ByWeights(Quarters2026, 20m, 23m, 25m, 32m);
                var total = Revenue(987_654_321.09m);
                var byQuarter = quarters.Split(total, Cents);
                var byMonth = quarters.Within(months).Split(total, Cents);
                var ofQuarter = months.Weights.Take(3).Sum();
                return byMonth.Total == total && byQuarter.Cumulative.SequenceEqual(byMonth.Cumulative.Where((_, i) => i % 3 == 2))
                    && Math.Abs(AmountOf(byMonth[0]) - (AmountOf(byQuarter[0]) * months.Weights[0] / ofQuarter)) <= 0.01m;
            });

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));

    private static SeasonYear Year(PlanPeriods periods, params decimal[] amounts) =>
        SeasonYear.Of(periods, Array.ConvertAll(amounts, amount => (Measured?)Revenue(amount)));
}
