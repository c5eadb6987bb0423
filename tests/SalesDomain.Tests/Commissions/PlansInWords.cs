using System;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

[Properties(Arbitrary = [typeof(AnyPlan)], MaxTest = 200)]
public sealed class PlansInWords
{
    [Fact]
    public void A_whole_plan_is_told_to_the_person_who_is_paid_by_it()
    {
        var plan = Plan(
                CommissionComponent.Cumulative(
                        Revenue, PlanSample.Collected(Currency.CNY), CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 9))))
                    .RatedBy(Invoiced(Currency.CNY)).AgainstQuota(ZeroQuotaPolicy.PayNothing)
                    .WithThreshold(CommissionThreshold.OfAttainment(Percent(60), ThresholdPay.FromFirst)).WithLevelCap(Percent(200))
                    .WithCap(Cny(50_000)).ModifiedBy(CommissionModifier.GateUpTo("average discount", Percent(5))),
                CommissionComponent.OfGoal("launch", CommissionRate.Score("launch score")).WithCap(Percent(120)),
                CommissionComponent.Cumulative(
                    "override", Invoiced(Currency.CNY).Counting(CreditKind.RollUp), CommissionRate.Individual),
                CommissionComponent.PerDeal(
                    "contest", Invoiced(Currency.CNY).During(DateSpan.OfMonth(2026, 3)), CommissionRate.Fixed(Cny(50))))
            .WithCap(Percent(300));
        var terms = Quota(100_000).WithTarget("launch", Cny(2_000)).WithTarget(Revenue, Cny(0)).WithTarget("override", Cny(0))
            .WithTarget("contest", Cny(0)).WithRate("override", Percent(1));

        Assert.Equal(
            [
                "Representatives 2026. All amounts are in CNY.",
                "revenue: you are paid on your own sales: collections, without tax, when the money is in, over the period to date.",
                "  The rate is set by your own sales: revenue, without tax, when invoiced.",
                "  Each part at its own rate, from 0% of quota: 3%, from 100% of quota (CNY 100000.00): 5%, from "
                    + "120% of quota (CNY 120000.00): 9%.",
                "  What you are paid on has the average of these rates.",
                "  Your quota is CNY 100000.00; a quota of zero pays nothing.",
                "  Below 60% of quota (CNY 60000.00) it pays nothing; from there on it pays on everything.",
                "  What lies above 200% of quota (CNY 200000.00) does not count.",
                "  It pays at most CNY 50000.00.",
                "  That is multiplied by average discount: up to 5%: 100%, above: 0%.",
                "launch: you are paid by the score of a goal, launch score.",
                "  It pays the target incentive times that score.",
                "  Your target incentive is CNY 2000.00.",
                "  It pays at most 120% of the target incentive (CNY 2400.00).",
                "override: you are paid on the sales of your team: revenue, without tax, when invoiced, over the period to date.",
                "  Your own rate is 1%.",
                "contest: you are paid on your own sales: revenue, without tax, when invoiced, within "
                    + "2026-03-01/2026-03-31, deal by deal.",
                "  It pays CNY 50.00 where there is anything to pay on.",
                "All components together pay at most 300% of their target incentives (CNY 6000.00); each is reduced in proportion.",
                "What waits for a figure that is not stated yet is not known until it is.",
                "What a component pays is rounded once, at the end: minor-unit half-away.",
            ],
            plan.Describe(terms));
    }

    [Property]
    public void Every_plan_can_be_told_with_and_without_terms(AnyPlan any)
    {
        var lines = any.Plan.Describe(any.Terms);
        Assert.All(any.Plan.Components, component => Assert.Single(
            lines, line => line.StartsWith(component.Name + ": ", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.EndsWith(".", line, StringComparison.Ordinal));
        Assert.Equal(lines, any.Plan.Describe(any.Terms));
        Assert.DoesNotContain(any.Plan.Describe(CommissionTerms.None), line => line.Length == 0);
    }

    [Fact]
    public void Terms_of_another_plan_are_refused() =>
        Assert.Equal("terms", Assert.Throws<ArgumentException>(
            () => Plan(Cumulative(CommissionRate.Individual)).Describe(CommissionTerms.None.WithRate("none", Percent(1)))).ParamName);
}
