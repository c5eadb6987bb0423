using System;
using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases and figures of practice that are a curve or a matrix.</summary>
public sealed class CurveCases
{
    // NICE Uptivity scorecards:
    // https://help.incontact.com/wfo/20.1/prem/Content/NiceUptivity/PerformanceManagement/BalancedScorecards/ScorecardCalculations.htm
    [Theory]
    [InlineData(65, 100, 86, 12)]
    [InlineData(65, 100, 60, 0)]
    [InlineData(65, 100, 105, 20)]
    [InlineData(10, 2, 6, 10)]
    [InlineData(10, 2, 12, 0)]
    [InlineData(10, 2, 1, 20)]
    public void AP_12_One_curve_serves_both_directions(int worst, int best, int actual, int points) =>
        Assert.Equal(points, PayoutCurve.Between(worst: (worst, 0), best: (best, 20)).At(actual));

    // https://mrexcel.com/board/threads/formula-for-sales-rep-payout-for-overachievement.857705
    [Fact]
    public void COM_ACC_005_Two_points_for_each_point_above_quota_then_one()
    {
        var curve = PayoutCurve.PerPoint(start: (100, 100), (150, 2), (200, 1)).FlatAbove();
        var (target, quota) = (Usd(21_000m), Usd(100m));
        var earned = Array.ConvertAll([105m, 115m], sold => curve.Payout(target, Usd(sold), quota));

        Assert.Equal([Usd(23_100m), Usd(27_300m)], earned);
        Assert.Equal([Usd(8_925m), Usd(4_200m)], new[] { earned[0] - Usd(14_175m), earned[1] - Usd(23_100m) });
        Assert.Equal([Usd(42_000m), Usd(52_500m), Usd(52_500m)],
            new[] { 150m, 200m, 300m }.Select(sold => curve.Payout(target, Usd(sold), quota)));
    }

    // https://docs.oracle.com/cd/G11809_01/trans/F77870-03/examples-of-calculating-earnings-using-interpolated-rates.html
    [Fact]
    public void COM_TIER_015_Amounts_in_proportion_within_a_tier()
    {
        // The amounts of the tiers, cumulated, are the points.
        var curve = PayoutCurve.Rising((0, 0), (1_000, 10), (3_000, 50), (8_000, 150), (20_000, 2_150));
        var earnings = Array.ConvertAll([200m, 300m, 1_500m, 1_200m, 2_000m, 4_500m], curve.At);

        Assert.Equal([2.00m, 3.00m, 20.00m, 14.00m, 30.00m, 80.00m], earnings);
        Assert.Equal(149.00m, earnings.Sum());
    }

    [Fact]
    public void S7_2_Limit_factor_by_grade_and_importance()
    {
        // Grades C, B, A and AA (that of AAA is a range) and customers small to strategic, by rank: importance never lifts the lowest grade
        // off 0.
        var factor = StepMatrix.From(
            [1, 2, 3, 4],
            (1, [0m, 0m, 0m, 0m]),
            (2, [0.48m, 0.6m, 0.72m, 0.72m]),
            (3, [0.64m, 0.8m, 0.96m, 0.96m]),
            (4, [0.8m, 1m, 1.2m, 1.2m]));
        var average = Cny(156_000m) * 1.5m;

        Assert.Equal(Cny(187_200m), average * factor.At(3, 2));
        Assert.Equal(Cny(224_640m), average * factor.At(3, 3));
        Assert.Equal(Cny(0m), average * factor.At(1, 4));
        Assert.Equal(StepAxes.Row, factor.Outside(0, 4));
    }

    [Theory]
    [InlineData(860, 800, "1.2")]
    [InlineData(860, 1130, "0")]
    [InlineData(860, 1630, "0")]
    [InlineData(780, 900, "0.9")]
    public void R_8_and_R_19_The_four_collection_rates_pay_differently(int collected, int basis, string coefficient)
    {
        var matrix = StepMatrix.From(
            [Percent(0), Percent(80), Percent(95)],
            (Percent(0), [0m, 0m, 0m]),
            (Percent(80), [0m, 0.6m, 0.8m]),
            (Percent(100), [0m, 0.9m, 1.2m]));

        // Step 12 of the quarter: 1,225,000 of 1,141,000, 107.36 %.
        var attainment = Percentage.Ratio(Cny(1_225_000m), Cny(1_141_000m))!.Value;
        var collection = Percentage.Ratio(Cny(collected), Cny(basis))!.Value;
        Assert.Equal(decimal.Parse(coefficient, System.Globalization.CultureInfo.InvariantCulture), matrix.At(attainment, collection));

        // Either of the two too low gives 0.
        Assert.Equal(0m, matrix.At(Percent(79.99m), Percent(120)));
        Assert.Equal(0m, matrix.At(Percent(150), Percent(79.99m)));
    }

    [Fact]
    public void Quarter_step_16_Score_of_collection_on_time()
    {
        var collected = Percentage.Ratio(Cny(460_096m), Cny(600_000m));

        Assert.Equal(Percent(76.68m), collected.To(2));
        Assert.Equal(55.61m, PayoutCurve.Between(worst: (60, 0), best: (90, 100)).At(collected!.Value.Percent).To(2));
    }
}
