using System;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

public sealed class CouponsAndBudgets
{
    private static readonly CustomerId s_dawei = new("Dawei");
    private static readonly DocumentId s_own = new("A-9");
    private static readonly Discount s_web = Discount.OfOrder("web", Cny(40m));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_is_used_up(int uses, bool isGiven)
    {
        var schedule = Schedule(s_web.WithCoupon(Coupon.Of("WEB").WithMostUses(2)));
        var given = schedule.Apply(Sale(), ["WEB"], PromotionHistory.Of(Used("WEB").Counting(uses)));

        Assert.Equal(isGiven ? 40m : 0m, given.Discounted.Amount);
        Assert.Equal(
            isGiven ? "" : "pricing.coupon-used-up (discount web, coupon WEB, uses 2, limit 2)",
            string.Join("; ", given.Reasons.Select(each => each.ToString())));
        Assert.Equal(
            isGiven ? "web: CNY 40.00, document A-9, customer Dawei, coupon WEB" : "",
            string.Join("; ", given.Uses.Select(each => each.ToString())));
    }

    [Fact]
    public void A_customer_uses_it_once()
    {
        var schedule = Schedule(s_web.WithCoupon(Coupon.Of("WEB").WithMostUsesPerCustomer(1)));

        Assert.Equal(
            ["pricing.coupon-used-by-customer (discount web, coupon WEB, customer Dawei, uses 1, limit 1)"],
            schedule.Apply(Sale(), ["WEB"], PromotionHistory.Of(Used("WEB").By(s_dawei))).Reasons.Select(each => each.ToString()));
        Assert.Empty(schedule.Apply(Sale(), ["WEB"], PromotionHistory.Of(Used("WEB").By(new CustomerId("other")))).Reasons);
        Assert.Equal(["pricing.promotion-no-customer"], schedule.Apply(Order(Line(1, 100m)), ["WEB"]).Codes());
    }

    [Fact]
    public void Of_several_codes_the_first_with_a_use_left_is_used()
    {
        var schedule = Schedule(s_web.WithCoupon(Coupon.OfSingleUse("A2", "A1", "A3")));
        var history = PromotionHistory.Of(Used("A1"));

        Assert.Equal("A2", Assert.Single(schedule.Apply(Sale(), ["A2", "A1"], history).Uses).Coupon);
        Assert.Equal(["pricing.coupon-used-up"], schedule.Apply(Sale(), ["A1"], history).Codes());
        Assert.Equal(["pricing.discount-no-coupon"], schedule.Apply(Sale(), ["B1"], history).Codes());
    }

    [Fact]
    public void Its_own_use_does_not_count_against_a_document()
    {
        var schedule = Schedule(s_web.WithCoupon(Coupon.OfSingleUse("A1")).WithBudget(PromotionBudget.OfTotal(Cny(50m))));
        var first = schedule.Apply(Sale(), ["A1"]);
        var recorded = PromotionHistory.None.Recording(first);
        var again = schedule.Apply(Sale(), ["A1"], recorded);

        Assert.Equal(first.Net, again.Net);
        Assert.Equal(first.Uses, again.Uses);
        Assert.Equal(recorded, recorded.Recording(again));
        Assert.Equal(["pricing.coupon-used-up"], schedule.Apply(Sale().WithId(new DocumentId("B")), ["A1"], recorded).Codes());
        Assert.Equal(PromotionHistory.None, recorded.Cancelling(s_own));
    }

    [Theory]
    [InlineData(60, 40)]
    [InlineData(70, 30)]
    [InlineData(99.995, 0)]
    [InlineData(100, 0)]
    [InlineData(120, 0)]
    public void A_budget_gives_what_is_left(decimal granted, decimal given)
    {
        var budget = PromotionBudget.OfTotal(Cny(100m));
        var history = PromotionHistory.Of(PromotionUse.Of("web", Cny(granted)));
        var cut = Schedule(s_web.WithBudget(budget)).Apply(Sale(), [], history);

        Assert.Equal(given, cut.Discounted.Amount);
        Assert.Equal(given == 0m ? [] : [Cny(40m - given)], cut.Deductions.Select(total => total.Refused));
        Assert.Equal(given < 40m, cut.Codes().Contains("pricing.promotion-budget-cut"));
        Assert.True(cut.Explain().IsVerified, cut.Explain().ToString());

        var whole = Schedule(s_web.WithBudget(budget.AllOrNothing())).Apply(Sale(), [], history);
        Assert.Equal(given < 40m ? 0m : 40m, whole.Discounted.Amount);
        Assert.Equal(given < 40m, whole.Codes().Contains("pricing.promotion-budget-refused"));
    }

    [Fact]
    public void The_tightest_limit_counts()
    {
        var budget = PromotionBudget.OfTotal(Cny(1000m)).And(PromotionBudget.OfCustomer(Cny(50m)))
            .And(PromotionBudget.OfDocument(Cny(35m)));
        decimal Given(decimal before) => Schedule(s_web.WithBudget(budget))
            .Apply(Sale(), [], PromotionHistory.Of(PromotionUse.Of("web", Cny(before)).By(s_dawei))).Discounted.Amount;

        Assert.Equal((35m, 20m), (Given(0m), Given(30m)));
        Assert.Equal("at most CNY 1000.00 in all, CNY 50.00 per customer, CNY 35.00 per document", budget.ToString());
    }

    [Fact]
    public void A_cap_on_the_unit()
    {
        var cap = PromotionBudget.OfUnit(Cny(20m));
        var line = Schedule(Discount.Percent("half", Percent(50)).WithBudget(cap)).Apply(Order(Line(1, 100m, 3m), Line(2, 30m, 2m)));

        Assert.Equal([60m, 30m], line.Taken());
        Assert.Equal(
            ["pricing.promotion-unit-cap (discount half, line 1, asked CNY 150.00, refused CNY 90.00)"],
            line.Reasons.Select(each => each.ToString()));
        Assert.True(line.Explain().IsVerified, line.Explain().ToString());

        var deal = Schedule(Discount.OfDeal("deal", Deal.CheapestFree(3, 1)).WithBudget(cap)).Apply(Order(Line(1, 100m, 7m)));
        Assert.Equal((40m, 160m), (deal.Discounted.Amount, deal.Deductions[0].Refused.Amount));
        Assert.True(deal.Explain().IsVerified, deal.Explain().ToString());
        Assert.Equal(0m, Schedule(Discount.Percent("half", Percent(50)).WithBudget(cap)).Apply(Order(Line(1, 100m, -3m))).Taken()[0]);
    }

    [Fact]
    public void A_budget_between_lines_is_for_what_is_worked_over_them()
    {
        var percent = Discount.Percent("half", Percent(50));

        Assert.Throws<InvalidOperationException>(() => percent.WithBudget(PromotionBudget.OfTotal(Cny(1m))));
        Assert.Throws<InvalidOperationException>(
            () => percent.WithBudget(PromotionBudget.OfUnit(Cny(1m)).And(PromotionBudget.OfCustomer(Cny(1m)))));
    }

    [Fact]
    public void What_was_granted_is_in_the_currency_of_the_document() =>
        Assert.Throws<CurrencyMismatchException>(() => Schedule(s_web.WithBudget(PromotionBudget.OfTotal(Cny(1m))))
            .Apply(Sale(), [], PromotionHistory.Of(PromotionUse.Of("web", Usd(1m)))));

    [Fact]
    public void Totals_of_a_history()
    {
        var history = PromotionHistory.Of(Used("A"), Used("B").By(s_dawei), PromotionUse.Of("other", Usd(1m)));

        Assert.Equal((Cny(80m), 2, Usd(1m)), (history.GrantedBy("web"), history.UsesOf("web"), history.GrantedBy("other")));
        Assert.Equal((null, 0), (history.GrantedBy("none"), history.UsesOf("none")));
        Assert.Throws<CurrencyMismatchException>(() => history.With([PromotionUse.Of("web", Usd(1m))]));
    }

    private static PromotionUse Used(string code) => PromotionUse.Of("web", Cny(40m)).WithCoupon(code);

    private static PricedDocument Sale() =>
        Order(PricedLine.Of(1, Subject("P").With(s_dawei), Quantity.Pieces(1), Cny(100m))).WithId(s_own);
}
