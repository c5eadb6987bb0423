using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

[Properties(Arbitrary = [typeof(AnyPlan), typeof(AnyCreditedSales)], MaxTest = 200)]
public sealed class WhatWouldBeEarned
{
    private static readonly CommissionComponent s_accelerated =
        Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 9)))).AgainstQuota(ZeroQuotaPolicy.PayNothing);

    [Fact]
    public void A_payout_curve_has_the_bounds_of_tiers_and_the_level_at_which_the_cap_holds()
    {
        // 3 % of 100,000 and 5 % of 20,000 are 4,000; the cap of 4,500 is met by 500 ÷ 9 % = 5,555.55… more.
        var now = Earned(s_accelerated.WithCap(Cny(4_500)), 40_000, quota: 100_000);

        var bounds = now.PayoutBounds(Revenue);
        var points = now.PayoutPoints(Revenue, Sold(50_000), Sold(150_000));

        Assert.Equal([100_000m, 120_000m, 125_555.56m], bounds.Select(bound => bound.Money.Amount));
        Assert.Equal(
            [0m, 50_000m, 100_000m, 120_000m, 125_555.56m, 150_000m],
            points.Select(point => point.Of(Revenue).Level!.Value.Money.Amount));
        Assert.Equal([0m, 1_500m, 3_000m, 4_000m, 4_500m, 4_500m], points.Select(point => point.Earned.Amount));
        Assert.True(now.WithLevel(Revenue, Sold(125_555.55m)).Of(Revenue).Rated < Cny(4_500));
    }

    [Fact]
    public void Thresholds_level_caps_gates_and_points_of_curves_are_bounds()
    {
        var curve = PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 200m)).FlatAbove().WithCap(150m);
        var component = Cumulative(CommissionRate.TargetCurve(curve)).AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .WithThreshold(CommissionThreshold.OfAttainment(Percent(85), ThresholdPay.FromFirst)).WithLevelCap(Percent(130))
            .ModifiedBy(CommissionModifier.ByAttainment(StepSchedule.From((Percent(0), Percent(100)), (Percent(90), Percent(110)))));
        var now = Plan(component).Evaluate(Quarter, Quota(1_000).WithTarget(Revenue, Cny(8_000)), Figures(0));

        Assert.Equal(
            [800m, 850m, 900m, 1_000m, 1_100m, 1_200m, 1_300m], now.PayoutBounds(Revenue).Select(bound => bound.Money.Amount));
    }

    [Fact]
    public void A_cap_that_a_jump_passes_is_met_at_the_jump_and_one_that_nothing_reaches_nowhere()
    {
        var jump = Cumulative(CommissionRate.AllUnits(Steps((0, 1), (10_000, 2)))).WithCap(Cny(150));
        var bonus = CommissionComponent.Cumulative(
            Revenue, Invoiced(Currency.CNY), CommissionRate.Fixed(Cny(50))).WithCap(Cny(100));

        Assert.Equal([10_000m], Earned(jump, 0).PayoutBounds(Revenue).Select(bound => bound.Money.Amount));
        Assert.Empty(Earned(bonus, 0).PayoutBounds(Revenue));
    }

    [Property]
    public void Between_two_bounds_no_cap_begins_to_hold(AnyPlan any)
    {
        var now = any.Result;
        foreach (var component in now.Components.Where(each => each.Component.LevelMeasure == Measure.Revenue))
        {
            var name = component.Component.Name;
            var cap = component.Component.Cap;
            foreach (var bound in now.PayoutBounds(name).Where(_ => cap is not null))
            {
                var (at, below) = (now.WithLevel(name, bound).Of(name), now.WithLevel(name, bound - Sold(0.01m)).Of(name));
                Assert.False(at.Limited > cap || below.Limited > cap);
            }

            Assert.Equal(now.PayoutBounds(name).OrderBy(bound => bound), now.PayoutBounds(name));
        }
    }

    [Fact]
    public void A_cap_is_found_far_above_what_anybody_sells()
    {
        var curve = PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 200m)).ContinuedAbove();
        var component = Cumulative(CommissionRate.TargetCurve(curve)).AgainstQuota(ZeroQuotaPolicy.PayNothing).WithCap(Percent(300));
        var now = Plan(component)
            .Evaluate(Quarter, Quota(10_000_000_000m).WithTarget(Revenue, Cny(1_000_000_000m)), CommissionFigures.None);

        Assert.Equal(
            [8_000_000_000m, 10_000_000_000m, 12_000_000_000m, 14_000_000_000m],
            now.PayoutBounds(Revenue).Select(bound => bound.Money.Amount));
    }

    [Property]
    public void Another_level_is_what_the_plan_would_have_said_of_it(AnyPlan any)
    {
        var now = any.Result;
        foreach (var component in now.Components.Where(each => each.Component.Accumulation == CommissionAccumulation.Cumulative))
        {
            if (component.Component.LevelMeasure is null)
                continue;

            var same = now.WithLevel(component.Component.Name, component.Level!.Value);
            Assert.Equal(now.Components.Select(each => each.Earned), same.Components.Select(each => each.Earned));
        }
    }

    [Fact]
    public void Where_something_else_sets_the_rate_what_is_paid_on_stays()
    {
        var component = CommissionComponent
            .Cumulative(Revenue, Collected(Currency.CNY), CommissionRate.AllUnits(Attained((0, 3), (100, 5))))
            .RatedBy(Invoiced(Currency.CNY)).AgainstQuota(ZeroQuotaPolicy.PayNothing);
        var paid = Measure.Collections.On(TaxBasis.WithoutTax).Of(Cny(50_000));
        var now = Plan(component).Evaluate(Quarter, Quota(100_000), CommissionFigures.None.With(Revenue, Sold(90_000), paid));

        Assert.Equal(Cny(1_500), now.Earned);
        Assert.Equal(Cny(2_500), now.WithLevel(Revenue, Sold(100_000)).Earned);
        Assert.Equal(Cny(5_000), now.WithLevel(Revenue, Sold(100_000), paid + paid).Earned);
        Assert.Equal([100_000m], now.PayoutBounds(Revenue).Select(bound => bound.Money.Amount));
    }

    // At 95,000 of 100,000 a deal of 10,000 pays 5,000 × 3 % + 5,000 × 5 % now; at 0 in the next quarter 3 % of all.
    [Fact]
    public void A_deal_pays_more_in_the_period_in_which_the_quota_is_met()
    {
        var plan = Plan(s_accelerated);
        var next = DateSpan.OfQuarter(2026, 2);
        var now = plan.Evaluate(Quarter, Quota(100_000), plan.Sum(Quarter, [Own(1, new LocalDate(2026, 3, 2), 95_000)]));
        var later = plan.Evaluate(next, Quota(100_000), plan.Sum(next, []));

        var closedNow = CommissionComparison.Of(now, now.WithCredits([Own(2, new LocalDate(2026, 3, 30), 10_000)]));
        var closedLater = CommissionComparison.Of(later, later.WithCredits([Own(2, new LocalDate(2026, 4, 2), 10_000)]));

        Assert.Equal(Cny(400), closedNow.Difference);
        Assert.Equal(Cny(300), closedLater.Difference);
        Assert.Equal(Cny(400), closedNow.DifferenceOf(Revenue));
        Assert.True(closedNow.IsComplete);
        Assert.Equal("CNY 400.00 (CNY 2850.00 to CNY 3250.00)", closedNow.ToString());
        Assert.True(closedNow.Explain().IsVerified);
        Assert.Equal(Cny(0), CommissionComparison.Of(now, now.WithCredits([Own(2, new LocalDate(2026, 4, 2), 10_000)])).Difference);
    }

    [Property]
    public void With_more_credits_it_is_as_if_they_had_been_there(AnyCreditedSales sales, byte cut)
    {
        var plan = Plan(
            s_accelerated, CommissionComponent.PerDeal("deal", Invoiced(Currency.CNY), CommissionRate.AllUnits(Steps((0, 1), (20_000, 2)))),
            CommissionComponent.Cumulative("team", Invoiced(Currency.CNY), CommissionRate.AllUnits(Steps((0, 1), (50_000, 2))))
                .RatedByGiven(Measure.Revenue)
                .ModifiedBy(CommissionModifier.Factor("margin")));
        var credits = sales.Of("A").ToArray();
        var first = credits.Take(cut % (credits.Length + 1)).ToArray();
        CommissionResult Of(IEnumerable<SalesCredit> some) => plan.Evaluate(
            Quarter, Quota(100_000), plan.Sum(Quarter, some).WithLevel("team", Sold(60_000)).WithFigure("margin", Percent(90)));

        Assert.Equal(Of(credits), Of(first).WithCredits(credits.Skip(first.Length)));
        Assert.Equal(Of(first), Of(first).WithCredits([]));
    }

    [Fact]
    public void Without_credits_that_were_kept_no_deal_can_be_added() =>
        Assert.Throws<InvalidOperationException>(() => Earned(s_accelerated, 1, quota: 1).WithCredits([]));

    [Fact]
    public void A_plan_costs_what_all_are_paid_of_what_was_sold_once()
    {
        var (old, proposed) = (Plan(Cumulative(CommissionRate.Flat(Percent(4)))), Plan(s_accelerated));
        CommissionCost<string> Cost(CommissionPlan plan) => CommissionCost.Of(
            Cny(200_000),
            new[] { ("Lin", 130_000m), ("Wu", 70_000m) }.Select(each => (
                each.Item1,
                plan.Evaluate(Quarter, plan == proposed ? Quota(100_000) : CommissionTerms.None, Figures(each.Item2)))));

        var (before, after) = (Cost(old), Cost(proposed));

        Assert.Equal((Cny(8_000), Percent(4)), (before.Total, before.CostOfSales));
        Assert.Equal((Cny(7_000), Percent(3.5m)), (after.Total, after.CostOfSales));
        Assert.Equal(Cny(7_000), after.OfComponent(Revenue));
        Assert.Equal((Cny(0), Cny(0)), (after.OfComponent("none"), after.OfPayee("nobody")));
        Assert.Equal(
            ["Lin: CNY 5200.00 to CNY 4900.00", "Wu: CNY 2800.00 to CNY 2100.00"],
            before.ComparedWith(after).Select(each => each.ToString()));
        Assert.Equal([Cny(-300), Cny(-700)], before.ComparedWith(after).Select(each => each.Difference));
        Assert.Equal("CNY 7000.00 of CNY 200000.00 sold (3.5%)", after.ToString());
        Assert.True(after.Explain().IsVerified);
        Assert.Single(after.ResultsOf("Lin"));
    }

    [Property]
    public void Costs_by_payee_and_by_component_sum_to_the_total(AnyPlan one, AnyPlan other, ushort choice)
    {
        var cost = CommissionCost.Of(Cny(0), new[] { ("A", one.Result), ("B", other.Result) });

        Assert.Equal(cost.Total, Money.Sum(Currency.CNY, cost.Payees.Select(cost.OfPayee)));
        Assert.Equal(cost.Total, Money.Sum(Currency.CNY, cost.Components.Select(cost.OfComponent)));
        Assert.Null(cost.CostOfSales);
        Assert.Empty(cost.Explain().Verify());
        Tampering.IsNamed(CommissionCost.Of(Cny(1), new[] { ("A", one.Result), ("B", other.Result) }).Explain(), choice);
        Tampering.IsNamed(CommissionComparison.Of(one.Result, other.Result).Explain(), choice);
        Assert.All(cost.ComparedWith(cost), each => Assert.True(each.Difference.IsZero));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        var result = Earned(s_accelerated, 1_000, quota: 100_000);
        void Refused<T>(string parameter, Action action)
            where T : ArgumentException =>
            Assert.Equal(parameter, Assert.Throws<T>(action).ParamName);

        Refused<ArgumentException>("results", () => CommissionCost.Of(Cny(1), new[] { ("A", result), ("A", result) }));
        Refused<CurrencyMismatchException>("sales", () => CommissionCost.Of(Usd(1), new[] { ("A", result) }));
        Refused<ArgumentException>("component", () => result.WithLevel("none", Sold(1)));
        Refused<ArgumentException>("level", () => result.WithLevel(Revenue, Measure.Margin.Of(Cny(1))));
        Refused<ArgumentException>("base", () => result.WithLevel(Revenue, Sold(1), Sold(2)));
        Refused<ArgumentOutOfRangeException>("every", () => result.PayoutPoints(Revenue, Sold(0), Sold(2)));
        Refused<ArgumentOutOfRangeException>("upTo", () => result.PayoutPoints(Revenue, Sold(1), Sold(-1)));
        Refused<ArgumentException>("every", () => result.PayoutPoints(Revenue, Sold(0.01m), Sold(1_000)));
        Refused<ArgumentException>("component", () => CommissionComparison.Of(result, result).DifferenceOf("none"));
    }

    private static SalesCredit Own(int number, LocalDate date, decimal net) =>
        SalesCredit.Of(AnyCreditedSales.Sale(number, date, net), Percentage.OneHundred, CreditKind.Direct, "own");
}
