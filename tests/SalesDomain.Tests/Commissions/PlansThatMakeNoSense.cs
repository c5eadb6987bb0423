using System;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

public sealed class PlansThatMakeNoSense
{
    private static readonly CommissionComponent s_flat = Cumulative(CommissionRate.Flat(Percent(3)));

    [Fact]
    public void A_cap_is_not_negative()
    {
        var cap = Cny(-0.01m);

        Refused(nameof(cap), () => s_flat.WithCap(cap), "-0.01");
        Refused(nameof(cap), () => s_flat.WithCap(Percent(-1)), "-1%");
        Refused(nameof(cap), () => Plan(s_flat).WithCap(cap), "-0.01");
        Assert.Equal(Cny(0), s_flat.WithCap(Cny(0)).Cap);
    }

    [Fact]
    public void A_floor_is_not_negative_and_not_above_the_cap()
    {
        var floor = Cny(100.01m);

        Refused(nameof(floor), () => s_flat.WithFloor(Cny(-1)), "-1.00");
        Refused(nameof(floor), () => s_flat.WithCap(Cny(100)).WithFloor(floor), "'revenue'", "CNY 100.00", "CNY 100.01");
        Assert.Equal(Cny(100), s_flat.WithCap(Cny(100)).WithFloor(Cny(100)).Floor);

        // Of a floor of 10.004 nobody could be paid the 0.004.
        foreach (var finer in new[] { Cny(10.004m), new Money(10.5m, Currency.JPY) })
            Refused(nameof(floor), () => s_flat.WithFloor(finer), finer.ToString());
        Assert.Equal(Cny(10.01m), s_flat.WithFloor(Cny(10.01m)).Floor);
    }

    [Fact]
    public void The_cap_of_the_level_is_not_below_the_threshold()
    {
        var threshold = CommissionThreshold.OfAttainment(Percent(80), ThresholdPay.FromFirst);
        var attainment = Percent(79.99m);

        Refused(nameof(attainment), () => s_flat.WithThreshold(threshold).WithLevelCap(attainment), "'revenue'", "79.99%", " 80%");
        Refused(nameof(threshold), () => s_flat.WithLevelCap(attainment).WithThreshold(threshold), "'revenue'", "79.99%", " 80%");
        Assert.Equal(Percent(80), s_flat.WithThreshold(threshold).WithLevelCap(Percent(80)).LevelCap);
    }

    // 3 % of 80,000 are 2,400 at once. Capped below, the threshold would be the only step, and the rate never that of the plan.
    [Fact]
    public void The_cap_is_not_below_what_the_threshold_pays_at_once()
    {
        var threshold = CommissionThreshold.OfLevel(Sold(80_000), ThresholdPay.FromFirst);
        var cap = Cny(2_399.99m);

        Refused(nameof(cap), () => s_flat.WithThreshold(threshold).WithCap(cap), "CNY 2399.99", "CNY 2400.00");
        Refused(nameof(threshold), () => s_flat.WithCap(cap).WithThreshold(threshold), "'revenue'", "CNY 2399.99", "CNY 2400.00");
        Assert.Equal(Cny(2_400), s_flat.WithThreshold(threshold).WithCap(Cny(2_400)).Cap);

        // Paid only above it, it begins at zero.
        var above = CommissionThreshold.OfLevel(Sold(80_000), ThresholdPay.AboveOnly);
        Assert.Equal(cap, s_flat.WithThreshold(above).WithCap(cap).Cap);
    }

    [Fact]
    public void The_cap_of_target_and_of_a_bonus_is_not_below_what_the_threshold_pays_at_once()
    {
        var threshold = CommissionThreshold.OfAttainment(Percent(80), ThresholdPay.FromFirst);
        var curve = Cumulative(CommissionRate.TargetCurve(PayoutCurve.Rising((80m, 50m), (100m, 100m)).FlatAbove()))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing).WithThreshold(threshold);
        var bonus = Cumulative(CommissionRate.Bonus(StepSchedule.From((Percent(80), Cny(5_000)))))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing).WithThreshold(threshold);

        Refused("cap", () => curve.WithCap(Percent(49.99m)), "49.99% of target", "50% of target");
        Assert.Equal(Percent(50), curve.WithCap(Percent(50)).CapOfTarget);
        Refused("cap", () => bonus.WithCap(Cny(4_999.99m)), "CNY 5000.00");
        Assert.Equal(Cny(5_000), bonus.WithCap(Cny(5_000)).Cap);
    }

    // 3 % of 80 % of a quota of 100,000 are 2,400, of 40,000 they are 960: it is the payee's terms that say so.
    [Fact]
    public void What_a_threshold_of_a_quota_pays_at_once_the_plan_alone_does_not_say()
    {
        var component = s_flat.AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .WithThreshold(CommissionThreshold.OfAttainment(Percent(80), ThresholdPay.FromFirst)).WithCap(Cny(1_000));

        var result = Earned(component, 80_000, quota: 100_000);

        Assert.Equal(Cny(1_000), result.Earned);
        Assert.Contains(result.Of(Revenue).Reasons, reason => reason.Code == "commission.component-capped");
        Assert.Equal(Cny(960), Earned(component, 32_000, quota: 40_000).Earned);
        Assert.Equal(
            Cny(100), s_flat.RatedByGiven(Measure.GrossRevenue).WithCap(Cny(100))
                .WithThreshold(CommissionThreshold.OfLevel(Measure.GrossRevenue.Of(Cny(80_000)), ThresholdPay.FromFirst)).Cap);
    }

    [Fact]
    public void What_goes_by_attainment_says_what_a_quota_of_zero_pays()
    {
        var components = new[] { Cumulative(CommissionRate.Graduated(Attained((0, 3)))) };

        Refused(nameof(components), () => Plan(components), "'revenue'");
        Assert.NotNull(Plan(components[0].AgainstQuota(ZeroQuotaPolicy.PayNothing)));
    }

    [Fact]
    public void A_percentage_is_not_paid_on_units_nor_an_amount_per_unit_on_money()
    {
        var units = CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced));
        var rate = CommissionRate.Flat(Percent(3));

        Refused(nameof(rate), () => CommissionComponent.Cumulative("units", units, rate), "'units'");
        Refused(nameof(rate), () => Cumulative(CommissionRate.PerUnit(Cny(5))), "'revenue'");
    }

    [Fact]
    public void A_goal_has_a_score_and_what_has_a_score_is_no_base()
    {
        var rate = CommissionRate.Flat(Percent(3));

        Refused(nameof(rate), () => CommissionComponent.OfGoal("launch", rate), "'launch'");
        Refused(nameof(rate), () => Cumulative(CommissionRate.Score("launch")), "'revenue'");
    }

    [Fact]
    public void A_quota_a_target_or_the_deals_that_a_component_needs_are_missed_by_its_name()
    {
        var terms = CommissionTerms.None;
        var figures = Figures(100);

        Refused(
            nameof(terms),
            () => Plan(s_flat.AgainstQuota(ZeroQuotaPolicy.PayNothing)).Evaluate(Quarter, terms, figures), "'revenue'");
        Refused(nameof(terms), () => Plan(s_flat.WithCap(Percent(200))).Evaluate(Quarter, terms, figures), "'revenue'");
        Refused(
            nameof(figures), () => Plan(PerDeal(CommissionRate.Fixed(Cny(5)))).Evaluate(Quarter, terms, figures), "'revenue'");
    }

    [Fact]
    public void Something_stated_of_a_component_that_is_not_there_is_refused()
    {
        var figures = CommissionFigures.None.With("revenu", Sold(1));
        var terms = CommissionTerms.None.WithRate("revenu", Percent(1));

        Refused(nameof(figures), () => Plan(s_flat).Evaluate(Quarter, CommissionTerms.None, figures), "'revenu'");
        Refused(nameof(terms), () => Plan(s_flat).Evaluate(Quarter, terms, Figures(1)), "'revenu'");
    }

    [Fact]
    public void Figures_of_another_measure_or_currency_are_refused()
    {
        var figures = CommissionFigures.None.With(Revenue, Measure.GrossRevenue.Of(Cny(1)));

        Refused(nameof(figures), () => Plan(s_flat).Evaluate(Quarter, CommissionTerms.None, figures), "'revenue'");
        Assert.Throws<CurrencyMismatchException>(() => Plan(Cumulative(CommissionRate.Fixed(Usd(5)))));
        Assert.Throws<CurrencyMismatchException>(() => Plan(CommissionComponent.Cumulative(
            "usd", Invoiced(Currency.USD), CommissionRate.Flat(Percent(1)))));
    }

    [Fact]
    public void A_quota_or_a_target_in_another_currency_or_with_tax_is_refused_by_the_name_of_its_component()
    {
        var plan = Plan(s_flat.AgainstQuota(ZeroQuotaPolicy.PayNothing));
        var terms = CommissionTerms.None;

        Refused(
            nameof(terms),
            () => plan.Evaluate(Quarter, terms.WithQuota(Revenue, Measure.Revenue.Of(Usd(5))), Figures(1)), "'revenue'", "CNY", "USD");
        Refused(
            nameof(terms),
            () => plan.Evaluate(
                Quarter, terms.WithQuota(Revenue, Measure.Revenue.On(TaxBasis.WithTax).Of(Cny(5))), Figures(1)), "'revenue'", "with tax");
        Refused(
            nameof(terms),
            () => plan.Evaluate(Quarter, terms.WithQuota(Revenue, Measure.GrossRevenue.Of(Cny(5))), Figures(1)), "'revenue'");
        Refused(
            nameof(terms),
            () => Plan(s_flat).WithCap(Percent(200)).Evaluate(Quarter, terms.WithTarget(Revenue, Usd(5)), Figures(1)),
            "'revenue'", "CNY", "USD");
    }

    [Fact]
    public void Tiers_of_attainment_that_do_not_rise_are_named_as_percentages()
    {
        var steps = new[] { (Percent(100), Percent(3)), (Percent(90), Percent(5)) };
        var ceiling = Percent(99.99m);

        Refused(nameof(steps), () => AttainmentRate.From(steps), "90% after 100%");
        Refused(nameof(ceiling), () => AttainmentRate.From(steps[0]).WithCeiling(ceiling), "99.99%", "last bound 100%");
    }

    [Fact]
    public void A_measurement_period_has_both_its_days()
    {
        var period = DateSpan.From(new NodaTime.LocalDate(2026, 1, 1));

        Refused(nameof(period), () => Plan(s_flat).Evaluate(period, CommissionTerms.None, Figures(1)), "2026-01-01");
    }

    [Fact]
    public void Only_what_has_a_part_above_a_threshold_is_paid_above_it()
    {
        var threshold = CommissionThreshold.OfLevel(Sold(100), ThresholdPay.AboveOnly);

        Refused(nameof(threshold), () => Cumulative(CommissionRate.Fixed(Cny(5))).WithThreshold(threshold), "'revenue'");
    }

    [Fact]
    public void A_quota_is_not_negative()
    {
        var quota = Sold(-0.01m);

        Refused(nameof(quota), () => CommissionTerms.None.WithQuota(Revenue, quota), "-0.01");
        Assert.Equal(Sold(0), CommissionTerms.None.WithQuota(Revenue, Sold(0)).QuotaOf(Revenue));
    }

    [Fact]
    public void A_plan_capped_at_a_multiple_of_its_targets_has_a_target_for_each_component()
    {
        var plan = Plan(s_flat).WithCap(Percent(200));
        var terms = CommissionTerms.None;

        Refused(nameof(terms), () => plan.Evaluate(Quarter, terms, Figures(1)), "'revenue'");
        Assert.Throws<CurrencyMismatchException>(() => plan.Evaluate(Quarter, terms.WithTarget(Revenue, Usd(5)), Figures(1)));
        Assert.Equal(Cny(10), plan.Evaluate(Quarter, terms.WithTarget(Revenue, Cny(5)), Figures(1_000)).Earned);
    }

    [Fact]
    public void A_receipt_does_not_name_the_deal_that_sets_the_rate()
    {
        var level = Collected(Currency.CNY);

        Refused(nameof(level), () => PerDeal(CommissionRate.Flat(Percent(3))).RatedBy(level), "'revenue'");
    }

    private static void Refused(string parameterName, Action call, params string[] values)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(call);

        Assert.Equal(parameterName, exception.ParamName);
        Assert.All(values, value => Assert.Contains(value, exception.Message, StringComparison.Ordinal));
    }
}
