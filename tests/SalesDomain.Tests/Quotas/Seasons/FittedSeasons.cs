using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Seasons;

public sealed class FittedSeasons
{
    private static readonly PlanPeriods s_2024 = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2024), FiscalPeriodKind.Quarter);
    private static readonly Rounding s_toFour = Rounding.ToDigits(4, RoundingMode.HalfAwayFromZero);
    private static readonly PlanPeriods s_2025 = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2025), FiscalPeriodKind.Quarter);

    [Fact]
    public void Pooled_sums_and_averaged_shares_differ_when_a_year_is_larger()
    {
        var small = Year(s_2024, 40m, 20m, 20m, 20m);
        var large = Year(s_2025, 100m, 100m, 100m, 700m);

        Assert.Equal([140m * 4m / 1100m, 120m * 4m / 1100m, 120m * 4m / 1100m, 720m * 4m / 1100m], Exact12(SeasonFit.Pooled, small, large));
        Assert.Equal([1m, 0.6m, 0.6m, 1.8m], SeasonFit.AverageOfShares.Of(small, large).Indexes);
        Assert.Equal([0.5091m, 0.4364m, 0.4364m, 2.6182m], SeasonFit.Pooled.WithRounding(s_toFour).Of(small, large).Indexes);
        Assert.Equal("0.5091, 0.4364, 0.4364, 2.6182", SeasonFit.Pooled.Of(small, large).ToString());
    }

    [Fact]
    public void A_season_phases_the_year_to_come()
    {
        var season = SeasonFit.AverageOfShares.Of(Year(s_2024, 40m, 20m, 20m, 20m), Year(s_2025, 100m, 100m, 100m, 700m));
        var phasing = season.Phase(Quarters2026);

        Assert.Equal([5m, 3m, 3m, 9m], phasing.Weights);
        Assert.Equal([25m, 15m, 15m, 45m], phasing.ToPercentages(Apportionment.InUnitsOf(0.01m)).Weights);
        Assert.Equal("1, 0.6, 0.6, 1.8", season.ToString());
        Assert.Throws<ArgumentException>("periods", () => season.Phase(Months2026));
    }

    [Fact]
    public void An_incomplete_year_is_refused_or_left_out_and_said_to_be()
    {
        var whole = Year(s_2024, 40m, 20m, 20m, 20m);
        var open = Year(s_2025, 100m, 100m, null, null);

        Assert.Throws<ArgumentException>("years", () => SeasonFit.Pooled.Of(whole, open));
        var season = SeasonFit.Pooled.LeavingOutIncompleteYears().Of(open, whole);
        Assert.Equal([1.6m, 0.8m, 0.8m, 0.8m], season.Indexes);
        Assert.Equal(([whole], [open]), (season.Years.ToArray(), season.LeftOut.ToArray()), new Both());
        Assert.Throws<ArgumentException>("years", () => SeasonFit.Pooled.LeavingOutIncompleteYears().Of(open));
        Assert.False(open.IsComplete);
    }

    [Fact]
    public void Negative_history_is_refused_or_counted_as_zero()
    {
        var year = Year(s_2025, -10m, 50m, 50m, 100m);
        Assert.Throws<ArgumentOutOfRangeException>("years", () => SeasonFit.Pooled.Of(year));
        Assert.Equal([0m, 1m, 1m, 2m], SeasonFit.Pooled.CountingNegativesAsZero().Of(year).Indexes);
        Assert.Throws<ArgumentException>("years", () => SeasonFit.Pooled.CountingNegativesAsZero().Of(Year(s_2025, -10m, 0m, 0m, 0m)));
    }

    [Fact]
    public void By_day_February_is_not_weak_for_being_short()
    {
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2025), FiscalPeriodKind.Month);
        var even = SeasonYear.Of(months, months.Spans.Select(span => (Measured?)Measure.Revenue.Of(Cny(span.Days!.Value * 10m))));

        Assert.Equal(Enumerable.Repeat(1m, 12), SeasonFit.Pooled.PerDay().Of(even).Indexes);
        Assert.Equal(0.9205m, SeasonFit.Pooled.WithRounding(s_toFour).Of(even).Indexes[1]);
        var leap = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2028), FiscalPeriodKind.Month);
        Assert.Equal(29m, SeasonFit.Pooled.PerDay().Of(even).Phase(leap).Weights[1]);
    }

    [Fact]
    public void Years_of_52_and_53_weeks_go_together_by_day_and_it_is_said()
    {
        var (long2023, short2024) = (Weeks(2023, 10m), Weeks(2024, 20m));
        Assert.Equal((53, 52), (long2023.Periods.Count, short2024.Periods.Count));
        Assert.Throws<ArgumentException>("years", () => SeasonFit.Pooled.Of(long2023, short2024));

        var season = SeasonFit.Pooled.PerDay().Of(long2023, short2024);
        Assert.Equal(52, season.Indexes.Count);
        Assert.Equal([long2023], season.Joined);

        // A year to come of 53 weeks gives the last the index of the 52nd.
        var weights = season.Phase(long2023.Periods).Weights;
        Assert.Equal((53, weights[51]), (weights.Count, weights[52]));
        Assert.Throws<ArgumentException>("periods", () => season.Phase(Quarters2026));
    }

    [Fact]
    public void Indexes_of_months_are_never_laid_over_weeks()
    {
        var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2025), FiscalPeriodKind.Month);
        var season = SeasonFit.Pooled.PerDay().Of(Evenly(months));
        var weeks = Weeks(2024, 10m);

        var refusal = Assert.Throws<ArgumentException>("periods", () => season.Phase(weeks.Periods));
        Assert.Contains("52 periods for 12 indexes", refusal.Message, StringComparison.Ordinal);

        // One period more is not enough where it is no week: 13 periods of four weeks for 12 indexes.
        var fourWeeks = PlanPeriods.Of(Enumerable.Range(0, 13).Select(i => Span(new LocalDate(2026, 2, 1).PlusDays(28 * i), 28)));
        Assert.Throws<ArgumentException>("periods", () => season.Phase(fourWeeks));
        Assert.Throws<ArgumentException>("periods", () => season.Phase(Quarters2026));
        Assert.Throws<ArgumentException>("years", () => SeasonFit.Pooled.PerDay().Of(Evenly(months), weeks));
        Assert.Throws<ArgumentException>("years", () => SeasonFit.Pooled.PerDay().Of(Evenly(months), Evenly(fourWeeks)));

        // Two weeks more are not the 53rd either, and by amounts of the period not even that one is.
        var longer = PlanPeriods.Of(Enumerable.Range(0, 54).Select(i => Span(new LocalDate(2026, 2, 1).PlusDays(7 * i), 7)));
        Assert.Throws<ArgumentException>("periods", () => SeasonFit.Pooled.PerDay().Of(weeks).Phase(longer));
        Assert.Throws<ArgumentException>("periods", () => SeasonFit.Pooled.Of(weeks).Phase(Weeks(2023, 10m).Periods));
    }

    [Fact]
    public void A_season_of_months_is_cut_into_weeks_by_day_when_it_is_asked_for()
    {
        var season = SeasonFit.Pooled.PerDay().Of(Evenly(PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2025), FiscalPeriodKind.Month)));
        var weeks = PlanPeriods.Of(Enumerable.Range(0, 53).Select(i => Span(new LocalDate(2026, 1, 1).PlusDays(7 * i), i < 52 ? 7 : 1)));

        Assert.Equal(Enumerable.Repeat(7m, 52).Append(1m), season.Phase(Months2026).SpreadByDay(weeks).Weights);
    }

    [Fact]
    public void A_season_is_fitted_from_one_year_or_several()
    {
        var (one, other) = (Year(s_2024, 40m, 20m, 20m, 20m), Year(s_2025, 10m, 20m, 30m, 40m));
        Assert.Equal([1.6m, 0.8m, 0.8m, 0.8m], SeasonFit.Pooled.Of(one).Indexes);
        Assert.Equal([1m, 0.8m, 1m, 1.2m], SeasonFit.Pooled.Of(one, other).Indexes);
        Assert.Equal([1m, 0.8m, 1m, 1.2m], SeasonFit.AverageOfShares.Of(other, one).Indexes);
    }

    [Fact]
    public void A_new_product_without_history_takes_the_season_of_its_group()
    {
        // Nothing is known of it, and nothing is guessed: no year, or one without a known quarter, is refused.
        Assert.Throws<ArgumentException>("years", () => SeasonFit.Pooled.Of());
        Assert.Throws<ArgumentException>("amounts", () => Year(s_2025, null, null, null, null));

        // The same year of two products of the group; by shares the larger does not decide alone.
        var group = SeasonFit.AverageOfShares.Of(Year(s_2025, 40m, 20m, 20m, 20m), Year(s_2025, 100m, 100m, 100m, 700m));
        var quota = group.Phase(Quarters2026).Split(Measure.Revenue.Of(Cny(400_000m)), Cents);
        Assert.Equal([100_000m, 60_000m, 60_000m, 180_000m], quota.Parts.Select(AmountOf));
    }

    [Property(MaxTest = 100)]
    public Property Indexes_average_to_one_and_every_one_verifies() =>
        Prop.ForAll(
            Gen.Choose(0, 100_000).ArrayOf(4).Where(year => year.Sum() > 0).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(),
            Gen.Choose(0, 500).ToArbitrary(),
            (years, kind, choice) =>
            {
                var fit = (kind % 2 == 0 ? SeasonFit.Pooled : SeasonFit.AverageOfShares).WithRounding(
                    Rounding.ToDigits(12, RoundingMode.HalfEven));
                var season = (kind < 2 ? fit : fit.PerDay()).Of(
                    years.Select((year, i) => Year(i % 2 == 0 ? s_2024 : s_2025, [.. year.Select(cents => (decimal?)(cents / 100m))])));
                Tampering.IsNamed(season.Explain(choice % 4), choice);
                return kind >= 2 || Math.Abs(season.Indexes.Sum() - 4m) <= 0.00000000001m;
            });

    [Fact]
    public void A_year_has_an_amount_for_each_period_and_an_index_a_number()
    {
        Assert.Throws<ArgumentException>("amounts", () => Year(s_2025, 1m, 2m, 3m));
        Assert.Throws<ArgumentException>("amounts", () => Year(s_2025, null, null, null, null));
        Assert.Throws<CurrencyMismatchException>("amounts", () => SeasonYear.Of(
            s_2025, Measure.Revenue.Of(Cny(1m)), Measure.Revenue.Of(Usd(1m)), Measure.Revenue.Of(Cny(1m)), Measure.Revenue.Of(Cny(1m))));
        Assert.Throws<ArgumentException>("amounts", () => SeasonYear.Of(PlanPeriods.Of(DateSpan.OfYear(2025)), default(Measured)));
        Assert.Throws<ArgumentException>("rounding", () => SeasonFit.Pooled.WithRounding(Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => SeasonFit.Pooled.Of(Year(s_2025, 1m, 2m, 3m, 4m)).Explain(4));
    }

    [Fact]
    public void Seasons_are_compared_by_fit_and_years()
    {
        TestHelper.TestEqualsClass(
            SeasonFit.Pooled.Of(Year(s_2025, 1m, 2m, 3m, 4m)), SeasonFit.Pooled.Of(Year(s_2025, 1m, 2m, 3m, 4m)),
            SeasonFit.Pooled.Of(Year(s_2025, 1m, 2m, 3m, 5m)), SeasonFit.AverageOfShares.Of(Year(s_2025, 1m, 2m, 3m, 4m)));
        TestHelper.TestEqualsClass(
            Year(s_2025, 1m, 2m, 3m, null), Year(s_2025, 1m, 2m, 3m, null), Year(s_2025, 1m, 2m, 3m, 0m), Year(s_2024, 1m, 2m, 3m, null));
        Assert.Equal(
            "pooled, per day, without incomplete years, negatives as zero, digits:4 half-away",
            SeasonFit.Pooled.PerDay().LeavingOutIncompleteYears().CountingNegativesAsZero().WithRounding(s_toFour).ToString());
        Assert.Equal("average of shares", SeasonFit.AverageOfShares.ToString());
    }

    private static SeasonYear Year(PlanPeriods periods, params decimal?[] amounts) =>
        SeasonYear.Of(periods, amounts.Select(amount => amount is { } known ? Measure.Revenue.Of(Cny(known)) : (Measured?)null));

    private static SeasonYear Evenly(PlanPeriods periods) =>
        SeasonYear.Of(periods, periods.Spans.Select(span => (Measured?)Measure.Revenue.Of(Cny(span.Days!.Value * 10m))));

    private static DateSpan Span(LocalDate start, int days) => new(start, start.PlusDays(days - 1));

    private static SeasonYear Weeks(int year, decimal amount)
    {
        var weeks = PlanPeriods.Of(FiscalCalendar.Nrf.Year(year), FiscalPeriodKind.Week);
        return SeasonYear.Of(weeks, weeks.Spans.Select((_, i) => (Measured?)Measure.Revenue.Of(Cny(amount + i))));
    }

    private static IEnumerable<decimal> Exact12(SeasonFit fit, params SeasonYear[] years) =>
        fit.WithRounding(Rounding.ToDigits(28, RoundingMode.HalfEven)).Of(years).Indexes;

    private sealed class Both : IEqualityComparer<(SeasonYear[], SeasonYear[])>
    {
        public bool Equals((SeasonYear[], SeasonYear[]) x, (SeasonYear[], SeasonYear[]) y) => x.Item1.SequenceEqual(y.Item1)
            && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((SeasonYear[], SeasonYear[]) obj) => 0;
    }
}
