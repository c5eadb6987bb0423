using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

[Properties(Arbitrary = [typeof(AnyPlan)], MaxTest = 200)]
public sealed class WhatIsReviewed
{
    private static readonly WindfallReview s_review = WindfallReview.None
        .WithAttainment(Percent(400)).WithDealOfQuota(Percent(50)).WithCommissionOfTarget(Percent(300));

    private static readonly CommissionComponent s_component =
        Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5)))).AgainstQuota(ZeroQuotaPolicy.PayNothing);

    [Theory]
    [InlineData(399_999.99, false)]
    [InlineData(400_000, false)]
    [InlineData(400_000.01, true)]
    public void An_attainment_is_flagged_above_the_limit(decimal sold, bool isFlagged)
    {
        var result = Earned(s_component, sold, quota: 100_000);

        var reasons = s_review.Review(result);

        Assert.Equal(isFlagged, reasons.Any(reason => reason.Code == "windfall.attainment"));
        Assert.Equal(result, Earned(s_component, sold, quota: 100_000));
    }

    // Northwind's first quarter of 1998 against quotas planned by its revenue of 1997, 3 %, 5 % from 100 % and 7 % from 120 %.
    [Theory]
    [InlineData("Davolio", 26_100, 44_090.32, 1_937.92, false)]
    [InlineData("Fuller", 19_700, 41_416.30, 2_032.34, true)]
    [InlineData("Suyama", 12_100, 8_897.21, 266.92, false)]
    [InlineData("Dodsworth", 7_400, 31_601.68, 1_886.52, true)]
    public void Northwind_1998_Q1_is_flagged_above_200_percent_and_paid_all_the_same(
        string name, decimal quota, decimal sold, decimal earned, bool isFlagged)
    {
        var component = Cumulative(CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 7))))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing);
        var result = Earned(component, sold, quota);

        var flagged = WindfallReview.None.WithAttainment(Percent(200)).Review(result);

        Assert.True(isFlagged == (flagged.Count == 1), name);
        Assert.Equal(Cny(earned), result.Earned);
        Assert.Equal(name == "Dodsworth", s_review.Review(result).Count == 1);
    }

    // A limit of 300 % of 5,333.33 is 15,999.99.
    [Theory]
    [InlineData(15_999.99, false)]
    [InlineData(16_000, true)]
    public void A_commission_is_flagged_above_a_multiple_of_the_target(decimal earned, bool isFlagged)
    {
        var result = Plan(Cumulative(CommissionRate.Flat(Percent(100))))
            .Evaluate(Quarter, CommissionTerms.None.WithTarget(Revenue, Cny(5_333.33m)), Figures(earned));

        Assert.Equal(isFlagged ? 1 : 0, s_review.Review(result).Count);
    }

    [Fact]
    public void A_deal_is_flagged_with_what_takes_it_back_set_against_it()
    {
        var sale = AnyCreditedSales.Sale(1, new LocalDate(2026, 1, 5), 60_000m);
        var other = AnyCreditedSales.Sale(2, new LocalDate(2026, 1, 6), 50_000m);
        var back = AnyCreditedSales.Sale(1, new LocalDate(2026, 1, 9), -10_000m, sale);
        var plan = Plan(s_component);
        CommissionResult Of(params SalesCredit[] credits) => plan.Evaluate(Quarter, Quota(100_000), plan.Sum(Quarter, credits));

        var flagged = s_review.Review(Of(Own(sale), Own(other)));

        Assert.Equal(
            "windfall.deal (component revenue, deal SO-1, amount CNY 60000.00, quota CNY 100000.00, limit 50%)",
            flagged.Single().ToString());
        Assert.Empty(s_review.Review(Of(Own(sale), Own(other), Own(back).Following(sale))));
    }

    [Fact]
    public void A_deal_of_a_component_that_is_paid_deal_by_deal_is_flagged_too()
    {
        var plan = Plan(PerDeal(CommissionRate.AllUnits(Attained((0, 3), (100, 5)))).AgainstQuota(ZeroQuotaPolicy.PayNothing));
        var deal = new DealFigures(new DocumentId("SO-7"), new LocalDate(2026, 1, 5), Sold(50_000.01m), Sold(50_000.01m));

        var flagged = s_review.Review(plan.Evaluate(Quarter, Quota(100_000), CommissionFigures.None.WithDeals(Revenue, [deal])));

        Assert.Equal("SO-7", flagged.Single().Find("deal").ToString());
    }

    [Property]
    public void Without_limits_nothing_is_flagged_and_without_a_quota_nothing_is_compared(AnyPlan any)
    {
        Assert.Empty(WindfallReview.None.Review(any.Result));
        var names = s_review.Review(any.Result).Where(reason => reason.Code != "windfall.commission")
            .Select(reason => reason.Find("component").ToString());
        Assert.All(names, name => Assert.False(any.Terms.QuotaOf(name!)!.Value.IsZero));
    }

    [Fact]
    public void A_limit_is_above_zero_and_printed()
    {
        Assert.Equal(
            "attainment", Assert.Throws<ArgumentOutOfRangeException>(() => WindfallReview.None.WithAttainment(Percent(0))).ParamName);
        Assert.Equal("attainment above 400%, a deal above 50% of quota, a commission above 300% of target", s_review.ToString());
        Assert.Equal("nothing", WindfallReview.None.ToString());
    }

    private static SalesCredit Own(SalesLine line) => SalesCredit.Of(line, Percentage.OneHundred, CreditKind.Direct, "own");
}
