using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>What takes nothing off was not given: its pieces, its lines and its exclusion are free for the next.</summary>
public sealed class WhatWasNotGiven
{
    private static readonly PromotionHistory s_used = PromotionHistory.Of(PromotionUse.Of("first", Cny(100m)));
    private static readonly PromotionBudget s_budget = PromotionBudget.OfTotal(Cny(100m));
    private static readonly Discount s_first = Discount.OfDeal("first", Deal.CheapestFree(3, 1)).At(1);
    private static readonly Discount s_second = Discount.OfDeal("second", Deal.PercentOff(3, Percent(10))).At(2);
    private static readonly Discount s_forty = Discount.OfOrder("first", Cny(40m)).At(1).WithBudget(s_budget);
    private static readonly Discount s_thirty = Discount.OfOrder("second", Cny(30m)).At(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_deal_whose_budget_is_used_up_leaves_its_pieces(bool isWhole)
    {
        var given = Given(Schedule(s_first.WithBudget(isWhole ? s_budget.AllOrNothing() : s_budget), s_second));

        Assert.Equal((270m, "second"), (given.Net.Amount, Assert.Single(given.Deductions).Discount.Name));
        Assert.Equal([isWhole ? "pricing.promotion-budget-refused" : "pricing.promotion-budget-cut"], given.Codes());
        Assert.Equal(
            ["pricing.promotion-next-deal (discount second, deals 1, missing 3)"], given.NearMisses.Select(each => each.ToString()));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        Assert.Equal(200m, Given(Schedule(s_first.WithBudget(PromotionBudget.OfTotal(Cny(200m))), s_second)).Net.Amount);
    }

    [Theory]
    [InlineData(ExclusionRule.First)]
    [InlineData(ExclusionRule.Least)]
    [InlineData(ExclusionRule.Best)]
    public void It_wins_no_exclusion(ExclusionRule rule)
    {
        Assert.Equal(
            270m, Given(Schedule(s_first.WithBudget(s_budget), s_second).WithExclusion("one", rule, "first", "second")).Net.Amount);
        Assert.Equal(270m, Given(Schedule(s_forty, s_thirty).WithExclusion("one", rule, "first", "second")).Net.Amount);
    }

    [Fact]
    public void It_closes_no_line()
    {
        Assert.Equal(270m, Given(Schedule(s_forty.AsLast(), s_thirty)).Net.Amount);
        Assert.Equal(299m, Given(Schedule(s_forty.AsLast().WithBudget(PromotionBudget.OfTotal(Cny(101m))), s_thirty)).Net.Amount);
    }

    [Fact]
    public void A_floor_that_holds_all_of_it_leaves_its_pieces()
    {
        var given = Schedule(
                Discount.OfDeal("first", Deal.CheapestFree(2, 1)).At(1), Discount.OfDeal("second", Deal.PercentOff(2, Percent(10))).At(2))
            .Apply(Order(Line(1, 100m).WithFloor(Cny(100m)), Line(2, 150m)));

        Assert.Equal((225m, "second"), (given.Net.Amount, Assert.Single(given.Deductions).Discount.Name));
        Assert.Equal(
            ["pricing.discount-refused-of-order (discount first, asked CNY 100.00, refused CNY 100.00)"],
            given.Reasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void A_step_that_gives_nothing_yet_tells_the_next()
    {
        var steps = Discount.OfOrder("steps", StepSchedule.From((Cny(0m), Cny(0m)), (Cny(400m), Cny(50m))));
        var given = Schedule(steps).Apply(Order(Line(1, 300m)));

        Assert.Empty(given.Deductions);
        Assert.Equal(
            ["pricing.promotion-next-step (discount steps, counted CNY 300.00, next CNY 400.00, missing CNY 100.00)"],
            given.NearMisses.Select(each => each.ToString()));
    }

    private static DiscountedDocument Given(DiscountSchedule schedule) => schedule.Apply(Order(Line(1, 100m, 3m)), [], s_used);
}
