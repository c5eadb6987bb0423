using System;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A minimum is of what the customer buys: what a deal gives does not count for it.</summary>
public sealed class DealsWithAMinimum
{
    private static readonly Discount s_gift = Discount.OfDeal("gift", Deal.PercentOff(1, Percent(100)).AtMost(1)).For(Only("G"));
    private static readonly Discount s_cheap = Discount.OfDeal("cheap", Deal.ForPrice(1, Cny(9.90m))).For(Only("Q"));

    [Theory]
    [InlineData(280, 300)]
    [InlineData(290, 310)]
    [InlineData(299.99, 319.99)]
    [InlineData(300, 300)]
    public void A_gift_from_300_on_does_not_pay_for_itself(decimal goods, decimal net)
    {
        var order = Order(Line(1, goods), Line(2, 20m, 1m, "G"));
        var given = Schedule(s_gift.FromDocumentAmount(Cny(300m))).Apply(order);

        Assert.Equal(net, given.Net.Amount);
        Assert.Equal(net != 300m || goods < 300m, given.Codes().Contains("pricing.discount-below-minimum-amount"));
        Assert.Equal(
            net, Schedule(s_gift.FromAmount(Cny(300m)).CountingOver(Scope.Everything.Except(new ProductId("G")))).Apply(order).Net.Amount);
        Assert.Equal(
            goods + (goods < 280m ? 20m : 0m),
            Schedule(s_gift.FromDocumentAmount(Cny(300m)).CountingOver(Scope.Everything)).Apply(order).Net.Amount);
    }

    [Theory]
    [InlineData(75, 2, 135)]
    [InlineData(99.99, 1, 129.99)]
    [InlineData(100, 1, 109.90)]
    [InlineData(100, 2, 119.80)]
    public void For_a_price_from_100_on(decimal goods, int pieces, decimal net) =>
        Assert.Equal(
            net, Schedule(s_cheap.FromDocumentAmount(Cny(100m))).Apply(Order(Line(1, goods), Line(2, 30m, pieces, "Q"))).Net.Amount);

    [Fact]
    public void What_is_missing_is_told_without_the_gift() =>
        Assert.Equal(
            ["pricing.discount-below-minimum-amount (discount gift, amount CNY 290.00, least CNY 300.00)"],
            Schedule(s_gift.FromDocumentAmount(Cny(300m), DiscountBase.List)).Apply(Order(Line(1, 290m), Line(2, 20m, 1m, "G")))
                .Reasons.Select(reason => reason.ToString()));

    [Theory]
    [InlineData(99.99, 3, 299.97)]
    [InlineData(100, 3, 240)]
    public void A_deal_of_all_that_counts_counts_all(decimal price, int pieces, decimal net) =>
        Assert.Equal(
            net,
            Schedule(Discount.OfDeal("deal", Deal.PercentOff(3, Percent(20))).FromAmount(Cny(300m)))
                .Apply(Order(Line(1, price, pieces))).Net.Amount);

    [Theory]
    [InlineData(80, 240)]
    [InlineData(99.99, 299.97)]
    [InlineData(100, 200)]
    public void The_cheapest_that_are_free_do_not_count(decimal price, decimal net) =>
        Assert.Equal(
            net,
            Schedule(Discount.OfDeal("deal", Deal.CheapestFree(3, 1)).FromAmount(Cny(200m))).Apply(Order(Line(1, price, 3m))).Net.Amount);

    [Fact]
    public void What_counts_needs_a_minimum()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => s_gift.CountingOver(Scope.Everything));

        Assert.Equal("'gift' has no minimum; give it one first.", refused.Message);
        Assert.NotNull(s_gift.FromQuantity(Quantity.Pieces(2)).CountingOver(Scope.Everything).CountedScope);
    }
}
