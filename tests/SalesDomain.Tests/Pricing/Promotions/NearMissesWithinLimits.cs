using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A near miss is told only where the next step would bring something.</summary>
public sealed class NearMissesWithinLimits
{
    private static readonly Discount s_every = Discount.ForEvery("300-40", Cny(300m), Cny(40m));

    [Theory]
    [InlineData(600, "900.00")]
    [InlineData(900, "")]
    [InlineData(1250, "")]
    public void A_cap_of_the_document(decimal amount, string next)
    {
        var given = Schedule(s_every.WithBudget(PromotionBudget.OfDocument(Cny(100m)))).Apply(Order(Line(1, amount)));

        Assert.Equal(next, Next(given));
        Assert.Equal(
            amount < 900m ? [] : [amount < 1200m ? Capped("120.00") : Capped("160.00")], given.Reasons.Select(reason => reason.ToString()));

        static string Capped(string asked) => "pricing.promotion-capped (discount 300-40, asked CNY " + asked + ", cap CNY 100.00)";
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(99.99, "300.00")]
    public void A_budget_that_is_used_up(decimal used, string next) =>
        Assert.Equal(
            next,
            Next(Schedule(s_every.WithBudget(PromotionBudget.OfTotal(Cny(100m))))
                .Apply(Order(Line(1, 250m)), [], PromotionHistory.Of(PromotionUse.Of("300-40", Cny(used))))));

    [Theory]
    [InlineData(61, "")]
    [InlineData(60, "300.00")]
    public void A_budget_that_would_refuse_all_of_it(decimal used, string next) =>
        Assert.Equal(
            next,
            Next(Schedule(s_every.WithBudget(PromotionBudget.OfTotal(Cny(100m)).AllOrNothing()))
                .Apply(Order(Line(1, 250m)), [], PromotionHistory.Of(PromotionUse.Of("300-40", Cny(used))))));

    [Theory]
    [InlineData(140, "")]
    [InlineData(119.99, "200.00")]
    public void A_floor_that_holds(decimal floor, string next)
    {
        var steps = Discount.OfOrder("steps", StepSchedule.From((Cny(100m), Cny(30m)), (Cny(200m), Cny(60m))));

        Assert.Equal(next, Next(Schedule(steps).Apply(Order(Line(1, 150m).WithFloor(Cny(floor))))));
    }

    [Theory]
    [InlineData(10, "")]
    [InlineData(10.01, "3")]
    public void The_next_deal_of_a_budget(decimal budget, string missing)
    {
        var given = Schedule(
                Discount.OfDeal("deal", Deal.CheapestFree(3, 1)).WithBudget(PromotionBudget.OfTotal(Cny(budget))))
            .Apply(Order(Line(1, 10m, 3m)));

        Assert.Equal(
            missing.Length == 0 ? [] : ["pricing.promotion-next-deal (discount deal, deals 1, missing " + missing + ")"],
            given.NearMisses.Select(each => each.ToString()));
    }

    [Fact]
    public void A_budget_that_ran_out_is_no_cap()
    {
        var limits = PromotionBudget.OfTotal(Cny(30m)).And(PromotionBudget.OfDocument(Cny(100m)));

        Assert.Equal(
            ["pricing.promotion-budget-cut (discount 300-40, asked CNY 40.00, left CNY 30.00)"],
            Schedule(s_every.WithBudget(limits)).Apply(Order(Line(1, 300m))).Reasons.Select(reason => reason.ToString()));
    }

    private static string Next(DiscountedDocument given) =>
        string.Join("; ", given.NearMisses.Select(each => each.ToString().Split(["next CNY "], 2, default)[1].Split(',')[0]));
}
