using System;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

public sealed class PromotionsThatMakeNoSense
{
    [Fact]
    public void Deals()
    {
        Refused<ArgumentOutOfRangeException>("pieces", () => Deal.CheapestFree(0, 1));
        Refused<ArgumentOutOfRangeException>("free", () => Deal.CheapestFree(3, 4));
        Refused<ArgumentOutOfRangeException>("free", () => Deal.CheapestFree(3, 0));
        Refused<ArgumentOutOfRangeException>("cheapest", () => Deal.CheapestOff(Percent(10), 3, DealPart.Of(2, Scope.Everything)));
        Refused<ArgumentOutOfRangeException>("rate", () => Deal.PercentOff(2, Percent(101)));
        Refused<ArgumentOutOfRangeException>("price", () => Deal.ForPrice(2, Cny(-0.01m)));
        Refused<ArgumentOutOfRangeException>("amount", () => Deal.AmountOff(2, Cny(0m)));
        Refused<ArgumentOutOfRangeException>("buy", () => Deal.BuyGet(0, 1, Percent(10)));
        Refused<ArgumentOutOfRangeException>("get", () => Deal.BuyGet(1, 0, Percent(10)));
        Refused<ArgumentOutOfRangeException>("pieces", () => DealPart.Of(0, Scope.Everything));
        Refused<ArgumentOutOfRangeException>("times", () => Deal.CheapestFree(3, 1).AtMost(0));
        Refused<ArgumentException>("parts", () => Deal.ForPrice(Cny(1m)));
        Refused<ArgumentException>("parts", () => Deal.ForPrice(Cny(1m), DealPart.Of(1, Only("A", "B")), DealPart.Of(1, Only("A"))));
        Refused<ArgumentOutOfRangeException>(
            "parts", () => Deal.ForPrice(Cny(1m), DealPart.Of(int.MaxValue, Only("A")), DealPart.Of(1, Only("B"))));
        Refused<ArgumentException>("get", () => Deal.BuyGet(DealPart.Of(1, Scope.Everything), DealPart.Of(1, Only("A")), Percent(10)));
        Assert.Throws<InvalidOperationException>(() => Deal.PercentOff(2, Percent(10)).OfEachDeal());
        Assert.Equal(0m, Deal.ForPrice(2, Cny(0m)).Amount!.Value.Amount);
    }

    [Fact]
    public void ThresholdsOfOrders()
    {
        Refused<ArgumentOutOfRangeException>("amount", () => Discount.ForEvery("x", Cny(10m), Cny(10.01m)));
        Refused<ArgumentOutOfRangeException>("every", () => Discount.ForEvery("x", Cny(0m), Cny(1m)));
        Refused<ArgumentOutOfRangeException>("every", () => Discount.ForEvery("x", Quantity.Pieces(0), Cny(1m)));
        Refused<ArgumentOutOfRangeException>("steps", () => Discount.OfOrder("x", StepSchedule.From((Cny(1m), Cny(-1m)))));
        Refused<ArgumentOutOfRangeException>("steps", () => Discount.OfOrder("x", StepSchedule.From((Quantity.Pieces(-1), Cny(1m)))));
        Assert.Throws<CurrencyMismatchException>(() => Discount.ForEvery("x", Cny(10m), Usd(1m)));
        Assert.Throws<CurrencyMismatchException>(() => Discount.OfOrder("x", StepSchedule.From((Cny(10m), Usd(1m)))));
        Assert.Throws<CurrencyMismatchException>(
            () => Discount.OfOrder("x", StepSchedule.From((Quantity.Pieces(1), Cny(1m)), (Quantity.Pieces(2), Usd(1m)))));
        Assert.Throws<UnitMismatchException>(
            () => Discount.ForEvery("x", Quantity.Pieces(2), Cny(1m)).FromQuantity(new Quantity(1m, UnitOfMeasure.Kilogram)));
        Assert.Throws<InvalidOperationException>(() => Discount.ForEvery("x", Quantity.Pieces(2), Cny(1m)).On(DiscountBase.List));
        Assert.Throws<CurrencyMismatchException>(
            () => Schedule(Discount.OfDeal("a", Deal.ForPrice(2, Cny(1m))), Discount.OfDeal("b", Deal.ForPrice(2, Usd(1m))).At(2)));
    }

    [Fact]
    public void CouponsBudgetsAndFacts()
    {
        Refused<ArgumentException>("code", () => Coupon.Of(" A"));
        Refused<ArgumentException>("codes", () => Coupon.OfSingleUse("A", "A"));
        Refused<ArgumentException>("codes", () => Coupon.OfSingleUse());
        Refused<ArgumentOutOfRangeException>("uses", () => Coupon.Of("A").WithMostUses(0));
        Refused<ArgumentOutOfRangeException>("uses", () => Coupon.Of("A").WithMostUsesPerCustomer(0));
        Refused<ArgumentOutOfRangeException>("amount", () => PromotionBudget.OfTotal(Cny(0m)));
        Refused<ArgumentOutOfRangeException>("times", () => PromotionUse.Of("x", Cny(1m)).Counting(-1));
        Refused<ArgumentException>("discount", () => PromotionUse.Of("", Cny(1m)));
        Assert.Throws<CurrencyMismatchException>(() => PromotionBudget.OfTotal(Cny(1m)).And(PromotionBudget.OfUnit(Usd(1m))));
    }

    private static void Refused<T>(string parameter, Func<object> made)
        where T : ArgumentException =>
        Assert.Equal(parameter, Assert.Throws<T>(made).ParamName);
}
