using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>Promotions that give one product: whose the free lines are that are there.</summary>
public sealed class FreeGoodsOfSeveralPromotions
{
    private static readonly ProductId s_gift = new("Q");
    private static readonly FreeGoodsPromotion s_ofA = Giving("A gives", "A", 10m);
    private static readonly FreeGoodsPromotion s_ofB = Giving("B gives", "B", 10m);

    // Two were due before the mend, and each promotion took the one that was there for its own.
    [Fact]
    public void M_4_Two_promotions_with_one_gift_do_not_take_each_others()
    {
        PricedLine[] bought = [Line(1, 1m, 10m, "A"), Line(2, 1m, 10m, "B")];
        Assert.Equal([1m, 1m], Missing(Order(bought), s_ofA, s_ofB));

        // One is there and states its promotion: the other is missing, whichever is asked, alone or together.
        PricedDocument one = Order([.. bought, s_ofA.Offer(Order(bought))[0].ToLine(3, Cny(5m))]);
        Assert.Equal([0m, 1m], Missing(one, s_ofA, s_ofB));
        Assert.Equal([0m, 1m], [s_ofA.Offer(one)[0].Missing.Amount, s_ofB.Offer(one)[0].Missing.Amount]);

        PricedDocument both = Order([.. one.Lines, s_ofB.Offer(one)[0].ToLine(4, Cny(5m))]);
        Assert.Equal([0m, 0m], Missing(both, s_ofA, s_ofB));
        Assert.Equal([0m, 0m], [s_ofA.Offer(both)[0].Missing.Amount, s_ofB.Offer(both)[0].Missing.Amount]);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 0)]
    [InlineData(3, 0, -1)]
    public void M_4_Lines_that_state_no_promotion_are_handed_out_by_name_and_counted_once(int there, int first, int second)
    {
        PricedDocument order = Order(Line(1, 1m, 10m, "A"), Line(2, 1m, 10m, "B"), Free(3, 5m, there, "Q"));

        Assert.Equal([first, second], Missing(order, s_ofB, s_ofA));
        Assert.All(
            FreeGoodsPromotion.OfferAll(order, [s_ofA, s_ofB]),
            each => Assert.True(each.Explain().IsVerified, each.Explain().ToString()));
    }

    // 20 of A and 20 of B, where 20 of B give one: with the 2 of A there B said -1, with all 3 A said -1 and B -2.
    [Fact]
    public void S_6_With_all_that_is_due_nothing_is_missing_and_nothing_is_taken_back()
    {
        FreeGoodsPromotion[] promotions = [s_ofA, Giving("B gives", "B", 20m)];
        PricedLine[] bought = [Line(1, 1m, 20m, "A"), Line(2, 1m, 20m, "B")];

        Assert.Equal([2m, 1m], Missing(Order(bought), promotions));
        Assert.Equal([0m, 1m], Missing(Order([.. bought, Free(3, 5m, 2m, "Q")]), promotions));
        Assert.Equal([0m, 0m], Missing(Order([.. bought, Free(3, 5m, 3m, "Q")]), promotions));
        Assert.Equal([0m, 1m], Missing(Order([.. bought, Free(3, 5m, 2m, "Q").OfPromotion("A gives")]), promotions));
        Assert.Equal([2m, 1m], Missing(Order([.. bought, Free(3, 5m, 2m, "Q").OfPromotion("samples")]), promotions));
    }

    // A case of 12, of which one takes 1 piece and the other the rest.
    [Fact]
    public void A_line_is_handed_out_in_parts_and_in_two_units()
    {
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(12));
        var inCases = FreeGoodsPromotion
            .Of("C gives", FreeGoods.ForEvery(Cny(100m), new Quantity(0.25m, UnitOfMeasure.Case))).For(Only("C")).Giving(s_gift);
        var there = PricedLine.Of(3, Subject("Q").With(PriceKind.Free), new Quantity(1m, UnitOfMeasure.Case), Cny(60m)).WithUnits(units);
        var order = Order(Line(1, 1m, 10m, "A"), Line(2, 1m, 300m, "C"), there);

        Assert.Equal(
            ["Q: 1 PCE free of 10 PCE", "Q: 0.75 CS free of CNY 300.00"],
            FreeGoodsPromotion.OfferAll(order, [inCases, s_ofA]).Select(each => each.ToString().Split(',')[0]));
        Assert.Equal(-1m / 6m, Missing(order, inCases, s_ofA)[1], 20);
        Assert.Equal([1m, 0.75m], Missing(Order([.. order.Lines.Take(2)]), s_ofA, inCases));
    }

    [Fact]
    public void Goods_among_what_is_ordered_leave_what_is_not_theirs()
    {
        var among = FreeGoodsPromotion.Of("among", FreeGoods.Inclusive(Quantity.Pieces(10), Quantity.Pieces(1))).For(Only("Q"));

        // 17 and 3 free: of 18 one is free, of 19 one. The other two are there for B.
        var order = Order(Line(1, 1m, 17m, "Q"), Line(2, 1m, 20m, "B"), Free(3, 1m, 3m, "Q"));
        Assert.Equal(
            [1m, 2m],
            FreeGoodsPromotion.OfferAll(order, [among, Giving("z gives", "B", 10m)]).Select(each => each.Present.Amount));
    }

    [Fact]
    public void Names_are_unequal_and_nothing_is_offered_of_none()
    {
        Assert.Throws<ArgumentException>(() => FreeGoodsPromotion.OfferAll(Order(Line(1, 1m)), [s_ofA, s_ofA.Giving(new ProductId("R"))]));
        Assert.Empty(FreeGoodsPromotion.OfferAll(Order(Line(1, 1m)), []));
    }

    [Property(MaxTest = 300)]
    public void Who_takes_what_is_missing_is_offered_nothing_more(PositiveInt a, PositiveInt b, NonNegativeInt there, byte options)
    {
        var (promotions, order) = Any(a.Get, b.Get, there.Get, options);
        var lines = order.Lines.ToList();
        foreach (var offer in FreeGoodsPromotion.OfferAll(order, promotions).Where(each => each.Missing.IsPositive))
            lines.Add(offer.ToLine(lines.Count + 1, Cny(5m)));

        var again = FreeGoodsPromotion.OfferAll(Order([.. lines]), promotions);
        Assert.All(again, each => Assert.False(each.Missing.IsPositive, each.ToString()));

        // What is there in the end is what is due, or more only where more was there before.
        var (due, present) = (again.Sum(each => each.Free.Amount), again.Sum(each => each.Present.Amount));
        Assert.Equal(lines.Where(line => line.IsFree).Sum(line => line.Quantity.Amount), present);
        Assert.True(present == due || lines.Count == order.Lines.Count || there.Get % 9 > 0, present + " of " + due);
        Assert.Equal(due - present, again.Sum(each => each.Missing.Amount));
    }

    [Property(MaxTest = 300)]
    public void The_order_of_promotions_and_lines_decides_nothing(
        PositiveInt a, PositiveInt b, NonNegativeInt there, byte options, NonNegativeInt choice)
    {
        var (promotions, order) = Any(a.Get, b.Get, there.Get, options);
        var offers = FreeGoodsPromotion.OfferAll(order, promotions);
        var turned = FreeGoodsPromotion.OfferAll(
            Order([.. order.Lines.Reverse()]), promotions.Reverse().ToArray());

        Assert.Equal(offers.Select(each => each.ToString()), turned.Select(each => each.ToString()));
        Assert.All(offers, each => Assert.Equal((Figure)each.Missing, each.Explain().Value));
        Assert.All(offers, each => Tampering.IsNamed(each.Explain(), choice.Get));
    }

    private static (FreeGoodsPromotion[] Promotions, PricedDocument Order) Any(int a, int b, int there, byte options)
    {
        var tiers = FreeGoods.Tiered(
            FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)), FreeGoods.Exclusive(Quantity.Pieces(25), Quantity.Pieces(4)));
        FreeGoodsPromotion[] promotions =
        [
            s_ofA, (options & 1) == 0 ? s_ofB : s_ofB.AtMost(Quantity.Pieces(2)),
            FreeGoodsPromotion.Of("tiers", (options & 2) == 0 ? tiers.LosingRest() : tiers).For(Only("A", "B")).Giving(s_gift),
            FreeGoodsPromotion.Of("amount", FreeGoods.ForEvery(Cny(30m), Quantity.Pieces(1))).For(Only("B")).Giving(s_gift),
        ];
        List<PricedLine> lines = [Line(1, 1m, a % 120 + 1, "A"), Line(2, 3m, b % 60 + 1, "B")];
        if (there % 9 > 0)
            lines.Add((options & 4) == 0 ? Free(3, 5m, there % 9, "Q") : Free(3, 5m, there % 9, "Q").OfPromotion("tiers"));
        return (promotions, Order([.. lines]));
    }

    private static FreeGoodsPromotion Giving(string name, string product, decimal per) =>
        FreeGoodsPromotion.Of(name, FreeGoods.Exclusive(Quantity.Pieces(per), Quantity.Pieces(1))).For(Only(product)).Giving(s_gift);

    private static decimal[] Missing(PricedDocument order, params FreeGoodsPromotion[] promotions) =>
        [.. FreeGoodsPromotion.OfferAll(order, promotions).Select(each => each.Missing.Amount)];
}
