using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that a commission plan answers, by their ids.</summary>
public sealed class CommissionPlanCases
{
    // https://web2.0calc.com/questions/commission-equation-help
    [Fact]
    public void COM_TIER_001_Graduated_with_two_tiers()
    {
        var result = Earned(Cumulative(CommissionRate.Graduated(Steps((0, 10), (5_000, 15)))), 22_000);

        Assert.Equal(Cny(3_050), result.Earned);
        Assert.Equal([Cny(500), Cny(2_550)], result.Of(Revenue).Portions.Select(portion => portion.Result));
    }

    // https://excelforum.com/excel-formulas-and-functions/861932-vlookup-for-multiple-results-without-duplicates-prev-thread.html
    [Fact]
    public void COM_TIER_005_Accelerator_by_amount_and_by_attainment()
    {
        var byAmount = Earned(Cumulative(CommissionRate.Graduated(Steps((0, 5), (100_000, 6), (125_000, 7)))), 150_000);
        var byAttainment = Earned(
            Cumulative(CommissionRate.Graduated(Attained((0, 5), (100, 6), (125, 7)))).AgainstQuota(ZeroQuotaPolicy.PayNothing), 150_000,
            quota: 100_000);

        Assert.Equal(Cny(8_250), byAmount.Earned);
        Assert.Equal([Cny(5_000), Cny(1_500), Cny(1_750)], byAmount.Of(Revenue).Portions.Select(portion => portion.Result));
        Assert.Equal(Cny(8_250), byAttainment.Earned);
        Assert.Equal(byAmount.Of(Revenue).Portions, byAttainment.Of(Revenue).Portions);
    }

    // Spiff tier payout, https://dhirubhai.net/pulse/accelerators-tier-payout-marginal-rules-amdroddtech-fx2wc
    [Fact]
    public void COM_TIER_009_Everything_at_the_rate_of_the_tier_reached() =>
        Assert.Equal(
            Cny(17_600), Earned(Cumulative(CommissionRate.AllUnits(Steps((0, 5), (100_000, 6.5m), (200_000, 8)))), 220_000).Earned);

    // https://support.oracle.com/knowledge/Oracle%20E-Business%20Suite/2582565_1.html
    [Fact]
    public void COM_TIER_012_The_bound_belongs_to_one_side()
    {
        var from = Steps((0, 1.75m), (1_500_000, 2.5m), (3_000_000, 3.25m), (4_500_000, 4.25m));
        var upTo = TieredRate.UpTo(
            Currency.CNY, (1_500_000m, Percent(1.75m)), (3_000_000m, Percent(2.5m)), (4_500_000m, Percent(3.25m)))
            .ThenAbove(Percent(4.25m));

        var lower = Earned(Cumulative(CommissionRate.AllUnits(from)), 1_500_000);
        var upper = Earned(Cumulative(CommissionRate.AllUnits(upTo)), 1_500_000);

        Assert.Equal((Cny(37_500), Percent(2.5m)), (lower.Earned, lower.Of(Revenue).Rate));
        Assert.Equal((Cny(26_250), Percent(1.75m)), (upper.Earned, upper.Of(Revenue).Rate));
    }

    // https://docs.oracle.com/cd/G11809_01/trans/F77870-03/examples-of-calculating-earnings-using-interpolated-rates.html
    [Fact]
    public void COM_TIER_015_Amounts_in_proportion_within_the_tier_deal_by_deal()
    {
        var curve = PayoutCurve.Rising((0m, 0m), (1_000m, 10m), (3_000m, 50m), (8_000m, 150m), (20_000m, 2_150m));
        var deals = new[] { 200m, 300m, 1_500m, 1_200m, 2_000m, 4_500m }.Select((amount, i) => Deal(i, amount));

        var result = Plan(PerDeal(CommissionRate.AmountCurve(curve, Currency.CNY)))
            .Evaluate(Quarter, CommissionTerms.None, CommissionFigures.None.WithDeals(Revenue, deals));

        Assert.Equal([2m, 3m, 20m, 14m, 30m, 80m], result.Of(Revenue).Deals.Select(deal => deal.Rated.Amount));
        Assert.Equal(Cny(149), result.Earned);
    }

    // https://docs.oracle.com/en/cloud/saas/readiness/sales/24b/salm-24b/24B-spm-wn-f31649.htm
    [Fact]
    public void COM_TIER_016_Portions_and_the_share_of_the_rate_of_each()
    {
        var result = Earned(Cumulative(CommissionRate.Graduated(Steps((0, 1), (1_000, 2), (5_000, 3), (10_000, 0)))), 2_500).Of(Revenue);

        Assert.Equal(Cny(40), result.Earned);
        Assert.Equal([1_000m, 1_500m], result.Portions.Select(portion => portion.Base.Amount));
        Assert.Equal(Percent(1.6m), Percentage.Ratio(result.Earned!.Value, result.Base!.Value.Money));
        Assert.Equal(
            [Percent(0.4m), Percent(1.2m)],
            result.Portions.Select(portion => Percentage.Ratio(portion.Result, result.Base.Value.Money)!.Value));
    }

    // https://teachersinstitute.yale.edu/curriculum/units/1980/7/80.07.07/7, example 3
    [Fact]
    public void COM_TIER_019_Graduated_with_two_tiers() =>
        Assert.Equal(Cny(134), Earned(Cumulative(CommissionRate.Graduated(Steps((0, 8), (800, 14)))), 1_300).Earned);

    // https://www.prowi.io/en/glossary/decelerator
    [Fact]
    public void COM_ACC_003_A_decelerator_halves_everything_below_80_percent()
    {
        var flat = Cumulative(CommissionRate.Flat(Percent(10)));
        var slowed = flat.AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .ModifiedBy(CommissionModifier.ByAttainment(StepSchedule.From((Percent(80), Percent(100))).ThenBelow(Percent(50))));

        var result = Earned(slowed, 350_000, quota: 500_000);

        Assert.Equal(Percent(70), result.Of(Revenue).Attainment);
        Assert.Equal(Cny(35_000), Earned(flat, 350_000).Earned);
        Assert.Equal(Cny(17_500), result.Earned);
        Assert.Equal(Cny(40_000), Earned(slowed, 400_000, quota: 500_000).Earned);
    }

    // https://mrexcel.com/board/threads/formula-for-sales-rep-payout-for-overachievement.857705
    [Theory]
    [InlineData(105, 23_100)]
    [InlineData(115, 27_300)]
    [InlineData(150, 42_000)]
    [InlineData(200, 52_500)]
    [InlineData(201, 52_500)]
    public void COM_ACC_005_Overachievement_of_a_target_incentive(int attainment, int earned)
    {
        var curve = PayoutCurve.Rising((0m, 0m), (100m, 100m), (150m, 200m), (200m, 250m)).FlatAbove();
        var component = Cumulative(CommissionRate.TargetCurve(curve)).AgainstQuota(ZeroQuotaPolicy.PayNothing);

        var result = Plan(component)
            .Evaluate(Quarter, Quota(1_000_000).WithTarget(Revenue, Cny(21_000)), Figures(10_000m * attainment));

        Assert.Equal(Cny(earned), result.Earned);
        Assert.True(result.Explain().IsVerified);
    }

    // Cichelli, https://customercontactadvisor.blr.com/sales/sales-comp-winners-hurdles-modifiers-and-matrices/
    [Fact]
    public void COM_MOD_001_A_multiplier_by_gross_margin()
    {
        var component = Cumulative(CommissionRate.Graduated(Steps((0, 2), (3_000_000, 3))))
            .ModifiedBy(CommissionModifier.ByFigure(
                "gross margin",
                StepSchedule.From(
                    (Percent(5), Percent(75)), (Percent(10), Percent(100)), (Percent(20), Percent(115)), (Percent(30), Percent(125)))
                    .ThenBelow(Percent(50))));

        var result = Plan(component)
            .Evaluate(Quarter, CommissionTerms.None, Figures(3_500_000).WithFigure("gross margin", Percent(22)));

        Assert.Equal(Cny(75_000), result.Of(Revenue).Rated);
        Assert.Equal(Cny(86_250), result.Earned);
    }

    // https://www.prowi.io/en/glossary/override-commission
    [Fact]
    public void COM_OVR_002_Override_from_the_first_unit_and_above_the_threshold()
    {
        var flat = Cumulative(CommissionRate.Flat(Percent(3)));
        var threshold = Sold(225_000);

        Assert.Equal(
            Cny(9_000), Earned(flat.WithThreshold(CommissionThreshold.OfLevel(threshold, ThresholdPay.FromFirst)), 300_000).Earned);
        Assert.Equal(
            Cny(2_250), Earned(flat.WithThreshold(CommissionThreshold.OfLevel(threshold, ThresholdPay.AboveOnly)), 300_000).Earned);
    }

    // Practice, section 5, steps 13 and 15.
    [Theory]
    [InlineData(1_225_000, 19_215)]
    [InlineData(1_175_000, 17_965)]
    public void Li_earns_in_the_quarter(int sold, int earned) =>
        Assert.Equal(
            Cny(earned),
            Earned(
                Cumulative(CommissionRate.Graduated(Attained((0, 1.5m), (100, 2.5m)))).AgainstQuota(ZeroQuotaPolicy.PayNothing), sold,
                quota: 1_141_000).Earned);

    private static DealFigures Deal(int number, decimal amount) =>
        new(new DocumentId("SO-" + (char)('1' + number)), new LocalDate(2026, 1, 5), Sold(amount), Sold(amount));
}
