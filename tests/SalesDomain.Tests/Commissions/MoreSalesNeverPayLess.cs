using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>All else equal, more sales never pay less by a plan of which no part falls; and where a part does, they may.</summary>
[Properties(Arbitrary = [typeof(AnyRisingPlan), typeof(AnyCreditedSales)])]
public sealed class MoreSalesNeverPayLess
{
    [Property(MaxTest = 1_000)]
    public void Where_no_part_falls_the_plan_does_not(AnyRisingPlan any)
    {
        var (before, after) = (any.Before, any.After);

        Assert.True(before.Earned <= after.Earned, before + " to " + after);

        // A cap of the plan is shared: there one component may make room for another.
        if (any.Plan.Cap is null)
            Assert.All(before.Components, each => Assert.True(each.Earned <= after.Of(each.Component.Name).Earned));
    }

    [Property(MaxTest = 200)]
    public void One_sale_more_never_pays_less_whatever_came_back(AnyCreditedSales any, FsCheck.PositiveInt cents)
    {
        var plan = PlanSample.Plan(
            Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 2)))).AgainstQuota(ZeroQuotaPolicy.PayNothing)
                .WithThreshold(CommissionThreshold.OfAttainment(Percent(20), ThresholdPay.FromFirst))
                .ModifiedBy(CommissionModifier.ByAttainment(StepSchedule.From((Percent(0), Percent(80)), (Percent(100), Percent(110))))),
            CommissionComponent.PerDeal("deal", Invoiced(Currency.CNY), CommissionRate.AllUnits(Steps((0, 1), (10_000, 2)))));
        var terms = Quota(100_000);
        var before = plan.Evaluate(Quarter, terms, plan.Sum(Quarter, any.Of("A")));
        var sale = AnyCreditedSales.Sale(99, new LocalDate(2026, 2, 3), cents.Get / 100m);

        var after = before.WithCredits([SalesCredit.Of(sale, Percent(100), CreditKind.Direct, "own")]);

        Assert.All(before.Components, each => Assert.True(each.Earned <= after.Of(each.Component.Name).Earned));
    }

    [Fact]
    public void All_units_pay_less_where_a_step_falls()
    {
        var rates = Steps((0, 5), (100_000, 3));
        var component = Cumulative(CommissionRate.AllUnits(rates));

        Assert.Equal(Cny(5_000), Earned(component, 99_999.99m).Earned);
        Assert.Equal(Cny(3_000), Earned(component, 100_000).Earned);

        // The rate itself says where, before anybody is paid by it.
        Assert.Equal(
            "CNY 60000.01 to CNY 99999.99 give more (CNY 4999.9995 at the end) than CNY 100000.00 (CNY 3000.00)",
            rates.Inversions().Single().ToString());
    }

    [Fact]
    public void A_decelerator_on_everything_pays_less_and_one_on_the_part_above_does_not()
    {
        var onAll = Cumulative(CommissionRate.Flat(Percent(5))).AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .ModifiedBy(CommissionModifier.ByAttainment(StepSchedule.From((Percent(0), Percent(100)), (Percent(120), Percent(80)))));
        var above = Cumulative(CommissionRate.Graduated(Attained((0, 5), (120, 4)))).AgainstQuota(ZeroQuotaPolicy.PayNothing);

        Assert.Equal(Cny(5_950), Earned(onAll, 119_000, quota: 100_000).Earned);
        Assert.Equal(Cny(4_800), Earned(onAll, 120_000, quota: 100_000).Earned);
        Assert.Equal(Cny(5_950), Earned(above, 119_000, quota: 100_000).Earned);
        Assert.Equal(Cny(6_000), Earned(above, 120_000, quota: 100_000).Earned);
    }

    [Fact]
    public void What_came_in_is_paid_at_less_where_more_is_booked_at_graduated_rates_that_fall()
    {
        var component = Cumulative(CommissionRate.Graduated(Attained((0, 5), (100, 2)))).AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .RatedBy(CommissionMeasure.Of(ActualRule.OfSales(Measure.GrossRevenue, Currency.CNY, Stage.Ordered)));

        // 5,000 of 100,000 are 5 %; 7,000 of 200,000 are 3.5 %.
        Assert.Equal(Cny(3_000), Booked(component, 100_000));
        Assert.Equal(Cny(2_100), Booked(component, 200_000));
    }

    [Fact]
    public void What_came_in_counts_for_less_where_more_is_booked_than_the_cap_of_the_level()
    {
        var component = Cumulative(CommissionRate.Flat(Percent(5))).AgainstQuota(ZeroQuotaPolicy.PayNothing)
            .RatedBy(CommissionMeasure.Of(ActualRule.OfSales(Measure.GrossRevenue, Currency.CNY, Stage.Ordered)))
            .WithLevelCap(Percent(120));

        // Of 240,000 booked 120,000 count, and so half of what came in.
        Assert.Equal(Cny(3_000), Booked(component, 120_000));
        Assert.Equal(Cny(1_500), Booked(component, 240_000));
    }

    private static Money Booked(CommissionComponent component, decimal booked) =>
        PlanSample.Plan(component).Evaluate(
            Quarter, CommissionTerms.None.WithQuota(Revenue, Measure.GrossRevenue.Of(Cny(100_000))),
            CommissionFigures.None.With(Revenue, Measure.GrossRevenue.Of(Cny(booked)), Sold(60_000))).Earned;
}
