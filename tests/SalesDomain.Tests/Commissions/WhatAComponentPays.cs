using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

public sealed class WhatAComponentPays
{
    [Theory]
    [InlineData(79_999.99, 0)]
    [InlineData(80_000, 2_400)]
    [InlineData(80_000.01, 2_400)]
    public void A_threshold_with_back_pay_pays_everything_from_its_bound_on(decimal sold, decimal earned) =>
        Assert.Equal(Cny(earned), Earned(Threshold(ThresholdPay.FromFirst), sold, quota: 100_000).Earned);

    [Theory]
    [InlineData(79_999.99, 0)]
    [InlineData(80_000, 0)]
    [InlineData(90_000, 300)]
    public void A_threshold_without_back_pay_pays_what_lies_above(decimal sold, decimal earned) =>
        Assert.Equal(Cny(earned), Earned(Threshold(ThresholdPay.AboveOnly), sold, quota: 100_000).Earned);

    [Fact]
    public void What_is_paid_only_above_the_threshold_of_graduated_tiers_has_the_rates_of_its_tiers()
    {
        var component = Cumulative(CommissionRate.Graduated(Steps((0, 1), (100_000, 2))))
            .WithThreshold(CommissionThreshold.OfLevel(Sold(50_000), ThresholdPay.AboveOnly));

        Assert.Equal(Cny(500 + 400), Earned(component, 120_000).Earned);
    }

    // At 2.00 a piece, of a quota of 1,000 pieces: of 900 the 100 above 80 %. Rated by revenue, 90,000 of 100,000: as large a part.
    [Fact]
    public void What_is_paid_for_each_only_above_a_threshold_is_of_the_units_also_where_revenue_sets_the_level()
    {
        var units = CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced));
        var component = CommissionComponent.Cumulative(Revenue, units, CommissionRate.PerUnit(Cny(2)))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .WithThreshold(CommissionThreshold.OfAttainment(Percent(80), ThresholdPay.AboveOnly));
        Measured Pieces(decimal count) => units.Measure.Of(Quantity.Pieces(count));

        var byUnits = Plan(component).Evaluate(
            Quarter, CommissionTerms.None.WithQuota(Revenue, Pieces(1_000)), CommissionFigures.None.With(Revenue, Pieces(900)));
        var byRevenue = Plan(component.RatedByGiven(Measure.Revenue)).Evaluate(
            Quarter, Quota(100_000), CommissionFigures.None.With(Revenue, Sold(90_000), Pieces(900)));

        Assert.Equal(Cny(200), byUnits.Earned);
        Assert.Equal(Cny(200), byRevenue.Earned);
        Assert.Empty(byRevenue.Explain().Verify());
    }

    [Fact]
    public void A_rate_by_what_was_booked_is_paid_on_what_was_collected()
    {
        // 120,000 booked of 100,000: 3 % of 100,000 and 6 % of 20,000 are 4,200, 3.5 % of all. On 60,000 collected that is 2,100.
        var component = Collection(CommissionRate.Graduated(Attained((0, 3), (100, 6))));
        var figures = CommissionFigures.None.With(Revenue, Sold(120_000), Collected(60_000));

        var result = Plan(component).Evaluate(Quarter, Quota(100_000), figures);

        Assert.Equal(Cny(2_100), result.Earned);
        Assert.Contains("blended rate", result.Explain().ToString(), System.StringComparison.Ordinal);

        // When the attainment rises later, what was collected before is paid at the new rate too.
        Assert.Equal(
            Cny(2_700),
            Plan(Collection(CommissionRate.AllUnits(Attained((0, 3), (100, 4.5m))))).Evaluate(Quarter, Quota(100_000), figures).Earned);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5_000)]
    public void Where_nothing_was_booked_what_was_collected_is_paid_at_the_lowest_rate(decimal booked) =>
        Assert.Equal(
            Cny(1_800),
            Plan(Collection(CommissionRate.Graduated(Attained((0, 3), (100, 6)))))
                .Evaluate(Quarter, Quota(100_000), CommissionFigures.None.With(Revenue, Sold(booked), Collected(60_000))).Earned);

    // Quota 0 must give 'no attainment', not 0, 100 or infinity (odoo #40666; pitfall 15).
    [Theory]
    [InlineData(ZeroQuotaPolicy.PayNothing, 0)]
    [InlineData(ZeroQuotaPolicy.PayAtFirstStep, 600)]
    [InlineData(ZeroQuotaPolicy.PayAsAttained, 1_000)]
    public void A_quota_of_zero_follows_the_policy_of_the_plan(ZeroQuotaPolicy policy, decimal earned)
    {
        var component = Cumulative(CommissionRate.AllUnits(Attained((0, 3), (100, 5), (150, 9)))).AgainstQuota(policy);

        var result = Earned(component, 20_000, quota: 0);

        Assert.Equal(Cny(earned), result.Earned);
        Assert.Null(result.Of(Revenue).Attainment);
        Assert.Equal("commission.no-quota", result.Reasons[0].Code);
        Assert.Empty(result.Explain().Verify());
    }

    // OCA's closed intervals pay nothing between 100 and 100.01; Oracle takes the higher tier at equality, Spiff the lower (pitfall 10).
    [Theory]
    [InlineData(99.999, 2.00)]
    [InlineData(100, 2.00)]
    [InlineData(100.005, 3.00)]
    [InlineData(100.01, 3.00)]
    public void No_amount_falls_between_two_tiers(decimal sold, decimal earned) =>
        Assert.Equal(
            Cny(earned),
            Earned(
                Cumulative(CommissionRate.AllUnits(TieredRate.Bands(
                    Currency.CNY, 0.01m, (0m, 100m, Percent(2)), (100.01m, null, Percent(3))))), sold).Earned);

    [Fact]
    public void A_deal_wholly_returned_pays_no_fixed_amount()
    {
        var deals = new[] { Deal("SO-1", 500), Deal("SO-2", 0) };

        var result = Plan(PerDeal(CommissionRate.Fixed(Cny(50))))
            .Evaluate(Quarter, CommissionTerms.None, CommissionFigures.None.WithDeals(Revenue, deals));

        Assert.Equal([50m, 0m], result.Of(Revenue).Deals.Select(deal => deal.Rated.Amount));
    }

    // Deal 200, A at 950 of 1,000, B at 0, 3 %/5 %: A alone 9.00; shared by half, A 4.00 and B 3.00.
    [Fact]
    public void The_commissions_of_a_split_do_not_sum_to_that_of_the_deal_and_both_are_right()
    {
        var component = Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5)))).AgainstQuota(ZeroQuotaPolicy.PayNothing);
        Money Deal(decimal before, decimal credit) =>
            Earned(component, before + credit, quota: 1_000).Earned - Earned(component, before, quota: 1_000).Earned;

        Assert.Equal(Cny(9), Deal(950, 200));
        Assert.Equal(Cny(4), Deal(950, 100));
        Assert.Equal(Cny(3), Deal(0, 100));
    }

    [Fact]
    public void The_attainment_and_the_collection_rate_choose_the_share_of_the_target_together()
    {
        // 目标完成率 × 回款率
        var matrix = StepMatrix.From(
            [Percent(0), Percent(80), Percent(95)],
            (Percent(0), [Percent(0), Percent(0), Percent(0)]),
            (Percent(80), [Percent(0), Percent(60), Percent(80)]),
            (Percent(100), new[] { Percent(0), Percent(90), Percent(120) }));
        var component = Cumulative(CommissionRate.TargetMatrix(matrix, "collection rate")).AgainstQuota(ZeroQuotaPolicy.PayNothing);
        Money Paid(decimal sold, decimal collected) =>
            Plan(component).Evaluate(
                Quarter, Quota(1_000).WithTarget(Revenue, Cny(10_000)),
                Figures(sold).WithFigure("collection rate", Percent(collected))).Earned;

        Assert.Equal(Cny(12_000), Paid(1_000, 95));
        Assert.Equal(Cny(8_000), Paid(999.99m, 95));
        Assert.Equal(Cny(9_000), Paid(1_000, 94.99m));
        Assert.Equal(Cny(0), Paid(2_000, 79.99m));
        Assert.Equal(Cny(0), Paid(799.99m, 100));
    }

    [Fact]
    public void A_figure_that_nobody_gave_is_not_taken_for_good()
    {
        var component = Cumulative(CommissionRate.Flat(Percent(3))).ModifiedBy(CommissionModifier.GateUpTo("discount", Percent(5)));

        var without = Earned(component, 10_000);
        var within = Plan(component).Evaluate(Quarter, CommissionTerms.None, Figures(10_000).WithFigure("discount", Percent(5)));
        var above = Plan(component).Evaluate(Quarter, CommissionTerms.None, Figures(10_000).WithFigure("discount", Percent(5.01m)));

        Assert.Null(without.Of(Revenue).Earned);
        Assert.Equal((Cny(0), "commission.figure-missing"), (without.Earned, without.Reasons.Single().Code));
        Assert.Equal((Cny(300), 0), (within.Earned, within.Reasons.Count));
        Assert.Equal((Cny(0), "commission.gated"), (above.Earned, above.Reasons.Single().Code));
    }

    [Fact]
    public void A_closed_gate_forgives_no_return_and_a_multiplier_does_not_enlarge_it()
    {
        var component = Cumulative(CommissionRate.Flat(Percent(3)))
            .ModifiedBy(CommissionModifier.GateUpTo("discount", Percent(5)), CommissionModifier.Factor("appraisal"));
        var figures = CommissionFigures.None.WithFigure("discount", Percent(9)).WithFigure("appraisal", Percent(120));

        var result = Plan(component).Evaluate(Quarter, CommissionTerms.None, figures.With(Revenue, Sold(-1_000)));

        Assert.Equal((Cny(-30), 0), (result.Earned, result.Reasons.Count));
        Assert.Empty(result.Explain().Verify());
        Assert.Equal(Cny(0), Plan(component).Evaluate(Quarter, CommissionTerms.None, figures.With(Revenue, Sold(1_000))).Earned);
    }

    [Fact]
    public void What_is_not_known_is_not_zero_and_leaves_the_component_out()
    {
        var result = Plan(Cumulative(CommissionRate.Flat(Percent(3))), CommissionComponent.OfGiven(
                "new customers", Measure.Count("new customers"), CommissionRate.PerUnit(Cny(200))))
            .Evaluate(
                Quarter, CommissionTerms.None,
                CommissionFigures.None.With(Revenue, null).With("new customers", Measure.Count("new customers").Of(3m)));

        Assert.False(result.IsComplete);
        Assert.Null(result.Of(Revenue).Earned);
        Assert.Equal(Cny(600), result.Earned);
        Assert.Equal(
            [(Revenue, false), ("new customers", true)],
            result.ToEarnings(byCredit: false).Select(earning => (earning.Component, earning.IsKnown)));
        Assert.Empty(result.Explain().Verify());
    }

    [Fact]
    public void A_cap_on_the_plan_is_shared_in_proportion_and_what_is_negative_stays()
    {
        var plan = Plan(Named("a"), Named("b"), Named("c")).WithCap(Cny(100));

        var result = plan.Evaluate(
            Quarter, CommissionTerms.None,
            CommissionFigures.None.With("a", Sold(10_000)).With("b", Sold(20_000)).With("c", Sold(-5_000)));

        Assert.Equal([50m, 100m, -50m], result.Components.Select(component => component.Earned!.Value.Amount));
        Assert.Equal(
            ["commission.share-of-cap", "commission.share-of-cap", "commission.plan-capped"], result.Reasons.Select(reason => reason.Code));
        Assert.Empty(result.Explain().Verify());
    }

    [Fact]
    public void More_sold_never_pays_less_under_graduated_tiers()
    {
        var component = Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 9)))).AgainstQuota(ZeroQuotaPolicy.PayNothing);
        var before = Cny(0);
        for (var sold = 0m; sold <= 150_000m; sold += 777.77m)
        {
            var earned = Earned(component, sold, quota: 100_000).Earned;
            Assert.True(earned >= before);
            before = earned;
        }
    }

    private static CommissionComponent Named(string name) =>
        CommissionComponent.Cumulative(name, Invoiced(Currency.CNY), CommissionRate.Flat(Percent(1)));

    private static CommissionComponent Threshold(ThresholdPay pays) =>
        Cumulative(CommissionRate.Flat(Percent(3))).AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .WithThreshold(CommissionThreshold.OfAttainment(Percent(80), pays));

    private static CommissionComponent Collection(CommissionRate rate) =>
        CommissionComponent.Cumulative(Revenue, PlanSample.Collected(Currency.CNY), rate).RatedBy(Invoiced(Currency.CNY))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing);

    private static Measured Collected(decimal amount) => Measure.Collections.On(TaxBasis.WithoutTax).Of(Cny(amount));

    private static DealFigures Deal(string document, decimal amount) =>
        new(new DocumentId(document), new LocalDate(2026, 1, 5), Sold(amount), Sold(amount));
}
