using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>The rebate figures of practice: R-5, the nesting of 月返/季返/年返, conditions, one quarter from plan to rating.</summary>
public sealed class FiguresOfPracticeInRebates
{
    private static readonly StepSchedule<Percentage, RebateBenefit> s_staircase =
        StepSchedule.From((Percent(80), Rate(1)), (Percent(100), Rate(2)), (Percent(120), Rate(3)));

    // R-5, 台阶返利: target 1,000,000; 40,000 more earn 10,400.
    [Theory]
    [InlineData(799_999.99, 0)]
    [InlineData(800_000, 8_000)]
    [InlineData(960_000, 9_600)]
    [InlineData(999_999.99, 10_000)]
    [InlineData(1_000_000, 20_000)]
    [InlineData(1_200_000, 36_000)]
    public void R_5_steps_by_attainment_are_paid_on_money(double sold, int expected) =>
        Assert.Equal(Cny(expected), Agreement(Attained(1_000_000m)).Evaluate(InMonth(3, (decimal)sold)).Earned);

    // R-5, 过程返利: pool 1 % × 950,000 = 9,500 × (40 % × 1.0 + 30 % × 0.8 + 30 % × 0) = 6,080.
    [Fact]
    public void R_5_a_process_rebate_is_a_pool_of_which_scores_earn_their_shares()
    {
        var statement = Agreement(Process()).Evaluate(
            RebateFigures.None.WithScore("display", Year(), Percent(100)).WithScore("reporting", Year(), Percent(80))
                .WithScore("price", Year(), Percent(0)),
            InMonth(3, 950_000m));

        Assert.Equal(Cny(6_080m), statement.Earned);
        Assert.Equal((Cny(9_500m), Percent(64)), (statement.Results[0].Tiered, statement.Results[0].Score));
        Assert.Equal(RebateNature.Process, statement.Results[0].Rebate.Nature);
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void What_is_not_scored_earns_nothing_yet_and_is_named()
    {
        var result = Agreement(Process())
            .Evaluate(RebateFigures.None.WithScore("display", Year(), Percent(100)), InMonth(3, 950_000m)).Results[0];

        Assert.Equal(Cny(3_800m), result.Earned);
        Assert.Equal(
            ["rebate.score-missing (indicator reporting, weight 30%)", "rebate.score-missing (indicator price, weight 30%)"],
            System.Linq.Enumerable.Select(result.Reasons, reason => reason.ToString()));
    }

    // 80,000 × 12 reaches no monthly step of 100,000, yet 960,000 × 2 % = 19,200 at year end.
    [Fact]
    public void R_5_what_reaches_no_step_of_a_month_reaches_that_of_the_year()
    {
        var agreement = Agreement(
            OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((100_000m, Rate(1))))),
            OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((900_000m, Rate(2))))));
        SalesLine[] lines = [.. System.Linq.Enumerable.Select(System.Linq.Enumerable.Range(1, 12), month => InMonth(month, 80_000m))];
        var statement = agreement.Evaluate(lines);

        Assert.All(statement.ResultsOf("month"), result => Assert.Equal(Cny(0m), result.Earned));
        Assert.Equal(Cny(19_200m), statement.EarnedOf("year", Year()));
    }

    // Months of target 300,000 with 300/400/250 thousand, 1 % each month met = 7,000; quarter 1.5 % of 950,000 = 14,250.
    [Fact]
    public void Nested_rebates_are_additive_or_net_of_earlier_ones()
    {
        var month = OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((300_000m, Rate(1)))));
        var quarter = OnRevenue("quarter", FiscalPeriodKind.Quarter, RebateScale.Flat(Rate(1.5m)));
        SalesLine[] lines = [InMonth(1, 300_000m), InMonth(2, 400_000m), InMonth(3, 250_000m)];

        var additive = Agreement(month, quarter).Evaluate(lines);
        var net = Agreement(month, quarter.WithNetOf("month")).Evaluate(lines);

        Assert.Equal(Cny(21_250m), additive.Earned);
        Assert.Equal(Cny(14_250m), net.Earned);
        Assert.Equal(Cny(7_250m), net.EarnedOf("quarter", Quarter(1)));
        Assert.True(net.Explain().IsVerified);
    }

    [Fact]
    public void Net_of_earlier_ones_is_not_below_zero_unless_it_is_said()
    {
        var month = OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Flat(Rate(2)));
        var quarter = OnRevenue("quarter", FiscalPeriodKind.Quarter, RebateScale.Flat(Rate(1.5m))).WithNetOf("month");

        Assert.Equal(Cny(0m), Agreement(month, quarter).Evaluate(InMonth(1, 100_000m)).EarnedOf("quarter", Quarter(1)));
        Assert.Equal(
            Cny(-500m), Agreement(month, quarter.NettedBelowZero()).Evaluate(InMonth(1, 100_000m)).EarnedOf("quarter", Quarter(1)));
    }

    // One quarter, step 10: 745,000 = 106.43 % of 700,000 → 2 % → 14,900; one late payment withholds 20 % → 11,920. Two failures: 8,940.
    [Theory]
    [InlineData(0, 14_900)]
    [InlineData(1, 11_920)]
    [InlineData(2, 8_940)]
    [InlineData(5, 0)]
    [InlineData(6, 0)]
    public void Failures_withhold_their_shares_added_up_and_capped(int times, int expected)
    {
        var statement = Agreement(OnTime()).Evaluate(
            RebateFigures.None.WithProof("on time", Quarter(1), times == 0 ? RebateProof.Met : RebateProof.NotMet(times)), OfTheQuarter());

        Assert.Equal(Cny(expected), statement.EarnedOf("quarter", Quarter(1)));
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void Two_failures_one_after_the_other_withhold_36_percent()
    {
        var figures = RebateFigures.None.WithProof("on time", Quarter(1), RebateProof.NotMet(2));
        var statement = Agreement(OnTime().WithWithholding(RebateWithholding.Successive)).Evaluate(figures, OfTheQuarter());

        Assert.Equal(Cny(9_536m), statement.EarnedOf("quarter", Quarter(1)));
        Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void What_is_not_proven_is_held_back_apart_from_what_is_lost()
    {
        var open = Agreement(OnTime()).Evaluate(OfTheQuarter()).ResultOf("quarter", Quarter(1))!;
        var broken = Agreement(OnTime()).Evaluate(
            RebateFigures.None.WithProof("on time", Quarter(1), RebateProof.NotMet(1)), OfTheQuarter()).ResultOf("quarter", Quarter(1))!;

        Assert.Equal((Cny(11_920m), Cny(2_980m), Cny(0m)), (open.Earned, open.Pending, open.Withheld));
        Assert.Equal((Cny(11_920m), Cny(0m), Cny(2_980m)), (broken.Earned, broken.Pending, broken.Withheld));
        Assert.Equal(RebateProofState.NotProven, Assert.Single(open.Conditions).State);
        Assert.Equal(RebateProofState.NotMet, Assert.Single(broken.Conditions).State);
    }

    // One quarter, step 14: D returns 50,000 of the quarter's goods; 695,000 = 99.29 % → 1 % 6,950 × 80 % = 5,560.
    [Fact]
    public void P_8_a_return_takes_back_the_highest_step_first()
    {
        var figures = RebateFigures.None.WithProof("on time", Quarter(1), RebateProof.NotMet(1));
        var statement = Agreement(OnTime()).Evaluate(figures, [.. OfTheQuarter(), Sale(new LocalDate(2026, 3, 30), -50_000m, line: 2)]);

        Assert.Equal(Cny(5_560m), statement.EarnedOf("quarter", Quarter(1)));
    }

    private static SalesLine[] OfTheQuarter() => [InMonth(1, 300_800m), InMonth(2, 115_200m), InMonth(3, 329_000m)];

    private static Rebate OnTime() =>
        Rebate.Of(
            "quarter", FiscalPeriodKind.Quarter, RebateLevel.AttainmentOf(Measure.Revenue.Of(Cny(700_000m))),
            RebateScale.Of(
                RebateMode.AllUnits, StepSchedule.From((Percent(80), Rate(1)), (Percent(100), Rate(2)), (Percent(110), Rate(2.5m)))),
            RebateBasis.Of(Measure.Revenue))
        .WithConditions(RebateCondition.Proven("on time", RebateEffect.Withhold(Percent(20))));

    private static Rebate Process() =>
        OnRevenue("process", FiscalPeriodKind.Year, RebateScale.Flat(Rate(1))).WithIndicators(
            RebateIndicator.Of("display", Percent(40)), RebateIndicator.Of("reporting", Percent(30)),
            RebateIndicator.Of("price", Percent(30)));

    private static Rebate Attained(decimal target) =>
        Rebate.Of(
            "year", FiscalPeriodKind.Year, RebateLevel.AttainmentOf(Measure.Revenue.Of(Cny(target))),
            RebateScale.Of(RebateMode.AllUnits, s_staircase), RebateBasis.Of(Measure.Revenue));
}
