using System;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>What peers got wrong with promotions, by the numbers of the domain notes.</summary>
public sealed class PitfallsOfPromotions
{
    private static readonly Deal s_threeForTwo = Deal.CheapestFree(3, 1);

    // Of two promotions the one that begins tomorrow hid the one of today, and the one that ended yesterday was given.
    [Theory]
    [InlineData(-1, 5)]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(2, 30)]
    public void P_12_Each_promotion_has_its_own_days(int days, int off)
    {
        var schedule = Schedule(
            Discount.OfDeal("before", Deal.BuyGet(2, 1, Percent(50))).At(10).During(DateSpan.Until(Day.PlusDays(-1))),
            Discount.OfDeal("now", s_threeForTwo).At(10).During(new DateSpan(Day, Day.PlusDays(1))),
            Discount.OfDeal("later", Deal.PercentOff(3, Percent(50))).At(10).During(DateSpan.From(Day.PlusDays(2))));
        var given = schedule.Apply(PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day.PlusDays(days),
            Line(1, 10m), Line(2, 20m), Line(3, 30m)));

        Assert.Equal(off, given.Discounted.Amount);
        Assert.Equal(2, given.Codes().Count(code => code == "pricing.discount-out-of-period"));
    }

    [Fact]
    public void P_17_A_deal_is_withdrawn_with_its_pieces()
    {
        var schedule = Schedule(Discount.OfDeal("deal", s_threeForTwo), Discount.ForEvery("full", Cny(60m), Cny(5m)).At(90));

        Assert.Equal(50m, schedule.Apply(Order(Line(1, 10m), Line(2, 20m), Line(3, 30m))).Net.Amount);
        Assert.Equal(50m, schedule.Apply(Order(Line(2, 20m), Line(3, 30m))).Net.Amount);
        Assert.Equal(60m + 30m - 20m - 5m, schedule.Apply(Order(Line(1, 20m), Line(2, 30m), Line(3, 40m))).Net.Amount);
    }

    // Rules of one promotion came all upon the same goods. Here a piece is in one deal, and two of one place are refused.
    [Fact]
    public void P_22_Rules_of_one_promotion_are_not_stacked_by_accident()
    {
        var rules = new[]
        {
            Discount.OfDeal("40%", Deal.PercentOff(1, Percent(40))).At(10), Discount.OfDeal("70%", Deal.PercentOff(1, Percent(70))).At(20),
        };
        var order = Order(Line(1, 100m));

        Assert.Equal(60m, Schedule(rules).Apply(order).Net.Amount);
        Assert.Equal(30m, Schedule(rules).WithExclusion("promotion", ExclusionRule.Best, "40%", "70%").Apply(order).Net.Amount);
        Assert.Throws<ArgumentException>(() => Schedule(rules[0], rules[1].At(10)));
    }

    [Fact]
    public void P_20_Shares_of_a_deal_sum_to_it()
    {
        var given = Schedule(Discount.OfDeal("deal", Deal.ForPrice(3, Cny(10m))))
            .Apply(Order(Line(1, 6.67m), Line(2, 6.67m), Line(3, 6.67m)));

        Assert.Equal([3.34m, 3.34m, 3.33m], given.Taken());
        Assert.Equal(10m, given.Net.Amount);
    }

    [Fact]
    public void P_27_What_a_floor_refuses_of_a_deal_goes_to_its_other_pieces_or_is_reported()
    {
        var given = Schedule(Discount.OfDeal("deal", Deal.AmountOff(2, Cny(10m)))).Apply(
            Order(Line(1, 20m).WithFloor(Cny(18m)), Line(2, 20m)));

        Assert.Equal([2m, 8m], given.Taken());
    }
}
