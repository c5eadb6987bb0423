using System;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>第二件半价（同款）: deals within one product, or one line.</summary>
public sealed class DealsOfOneProduct
{
    private static readonly Discount s_second = Discount.OfDeal("second", Deal.BuyGet(1, 1, Percent(50))).Counting(BreakBasis.Product);

    [Fact]
    public void The_second_of_the_same_product_at_half_price()
    {
        var mixed = Given(s_second, Line(1, 10m, 1m, "A"), Line(2, 9m, 1m, "B"));

        Assert.Equal((0m, "pricing.promotion-no-whole-deal (discount second, missing 1)"),
            (mixed.Discounted.Amount, Assert.Single(mixed.Reasons).ToString()));
        Assert.Equal(4.5m, Given(s_second.Counting(BreakBasis.MixGroup), Line(1, 10m, 1m, "A"), Line(2, 9m, 1m, "B")).Discounted.Amount);
        Assert.Equal([5m, 0m], Given(s_second, Line(1, 10m, 2m, "A"), Line(2, 9m, 1m, "B")).Taken());
        Assert.Equal([5m, 0m], Given(s_second, Line(1, 10m, 1m, "A"), Line(2, 10m, 1m, "A")).Taken());
        Assert.Equal(0m, Given(s_second.Counting(BreakBasis.Line), Line(1, 10m, 1m, "A"), Line(2, 10m, 1m, "A")).Discounted.Amount);
        Assert.Equal(5m, Given(s_second.Counting(BreakBasis.Line), Line(1, 10m, 2m, "A")).Discounted.Amount);
    }

    [Fact]
    public void How_often_is_said_of_the_document()
    {
        PricedLine[] lines = [Line(1, 10m, 5m, "A"), Line(2, 9m, 2m, "B")];
        var all = Given(s_second, lines);

        // The deals with the cheapest pieces come first.
        Assert.Equal((3m, 14.5m), (all.Deductions[0].Times, all.Discounted.Amount));
        Assert.Equal([5m, 4.5m], Given(Often(2), lines).Taken());
        Assert.Equal([0m, 4.5m], Given(Often(1), lines).Taken());
        Assert.Equal("pricing.promotion-next-deal (discount second, deals 3, missing 1)", Assert.Single(all.NearMisses).ToString());

        static Discount Often(int times) =>
            Discount.OfDeal("second", Deal.BuyGet(1, 1, Percent(50)).AtMost(times)).Counting(BreakBasis.Product);
    }

    [Fact]
    public void For_a_price_of_each_product()
    {
        var deal = Discount.OfDeal("two", Deal.ForPrice(2, Cny(15m))).Counting(BreakBasis.Product);

        Assert.Equal([5m, 0m, 0m], Given(deal, Line(1, 10m, 2m, "A"), Line(2, 7m, 2m, "B"), Line(3, 30m, 1m, "C")).Taken());
    }

    [Fact]
    public void It_says_so_and_needs_one_part()
    {
        Assert.Equal("0 second: deal of 2, 50% off the cheapest 1 of all, within one product", s_second.ToString());
        Assert.NotEqual(s_second, s_second.Counting(BreakBasis.MixGroup));
        Assert.Equal(Discount.OfDeal("second", s_second.Deal!), s_second.Counting(BreakBasis.MixGroup));

        var set = Discount.OfDeal("set", Deal.ForPrice(Cny(1m), DealPart.Of(1, Only("A")), DealPart.Of(1, Only("B"))));
        Assert.Contains(
            "several parts", Assert.Throws<InvalidOperationException>(() => set.Counting(BreakBasis.Product)).Message);
    }

    private static DiscountedDocument Given(Discount discount, params PricedLine[] lines)
    {
        var given = Schedule(discount).Apply(Order(lines));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        Assert.All(given.Deductions, total => Assert.Equal((Figure)total.Times!.Value, total.ExplainTimes().Value));
        Assert.All(given.Deductions, total => Assert.True(total.ExplainTimes().IsVerified, total.ExplainTimes().ToString()));
        return given;
    }
}
