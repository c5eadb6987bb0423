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

/// <summary>One of any of a series (同系列任搭), and a choice of gifts (任选其一).</summary>
public sealed class FreeGoodsToChoose
{
    private static readonly FreeGoods s_tenAndOne = FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1));

    private static readonly FreeGoodsPromotion s_series =
        FreeGoodsPromotion.Of("series", s_tenAndOne).For(OnlyCategory("S")).Giving(OnlyCategory("S"));

    private static readonly FreeGoodsPromotion s_cupOrTowel = Choosing("gift", 10m, "CUP", "TOWEL");

    // 6 + 6 of a series earned 0 and 0, each product by itself.
    [Theory]
    [InlineData(6, 6, 1)]
    [InlineData(6, 3, 0)]
    [InlineData(6, 4, 1)]
    [InlineData(6, 14, 2)]
    public void Should_8_A_series_counts_together_and_any_of_it_is_given(int a, int b, int free)
    {
        var order = Order(Line(1, 1m, a, "A", "S"), Line(2, 1m, b, "B", "S"), Line(3, 1m, 99m, "C", "T"));
        var offer = Assert.Single(s_series.Offer(order));

        Assert.Equal(((ProductId?)null, Quantity.Pieces(free)), (offer.Product, offer.Missing));
        Assert.Equal(Quantity.Pieces(a + b), offer.Counted);
        Assert.All(
            free == 0 ? [] : new[] { "A", "B", "NEW" },
            product => Assert.Equal(
                free - 1m, Assert.Single(s_series.Offer(Order([.. order.Lines, OfSeries(4, 1m, product)]))).Missing.Amount));
    }

    [Fact]
    public void A_proposal_names_the_choice_and_makes_no_line()
    {
        var order = Order(Line(1, 1m, 12m, "A", "S"));
        var offer = Assert.Single(s_series.Offer(order));

        Assert.Equal("any, only product categories S: 1 PCE free of 12 PCE, 1 PCE missing", offer.ToString());
        Assert.Equal(
            "series: 1 PCE on top of each 10 PCE, of any, only product categories S, only product categories S", s_series.ToString());
        Assert.Throws<InvalidOperationException>(() => offer.ToLine(2, Cny(1m)));
        Assert.True(offer.Explain().IsVerified, offer.Explain().ToString());
    }

    [Fact]
    public void Several_free_lines_fulfil_it_together()
    {
        PricedLine[] bought = [Line(1, 1m, 11m, "A", "S"), Line(2, 1m, 9m, "B", "S")];

        Assert.Equal([0m], Missing(Order([.. bought, OfSeries(3, 1m, "A"), OfSeries(4, 1m, "B").OfPromotion("series")]), s_series));
        Assert.Equal([1m], Missing(Order([.. bought, OfSeries(3, 1m, "A")]), s_series));
        Assert.Equal([-1m], Missing(Order([.. bought, OfSeries(3, 1m, "A"), OfSeries(4, 2m, "B")]), s_series));
        Assert.Equal([1m], Missing(Order([.. bought, OfSeries(3, 1m, "A"), OfSeries(4, 1m, "B").OfPromotion("samples")]), s_series));
    }

    [Fact]
    public void A_cup_or_a_towel_and_nothing_else()
    {
        var bought = Line(1, 1m, 10m, "A");

        Assert.Equal([0m], Missing(Order(bought, Free(2, 5m, 1m, "TOWEL")), s_cupOrTowel));
        Assert.Equal([0m], Missing(Order(bought, Free(2, 5m, 1m, "CUP").OfPromotion("gift")), s_cupOrTowel));
        Assert.Equal([1m], Missing(Order(bought, Free(2, 5m, 1m, "A")), s_cupOrTowel));

        // A line that states the promotion and is none of them is too much of its product.
        Assert.Equal(
            ["any, only products CUP, TOWEL: 1 PCE free of 10 PCE, 1 PCE missing", "A: 0 PCE free of 0 PCE, -1 PCE missing"],
            s_cupOrTowel.Offer(Order(bought, Free(2, 5m, 1m, "A").OfPromotion("gift"))).Select(each => each.ToString()));
    }

    [Fact]
    public void By_amount_and_in_another_unit()
    {
        var byAmount = FreeGoodsPromotion.Of("amount", FreeGoods.ForEvery(Cny(300m), Quantity.Pieces(1)));
        var order = Order(Line(1, 200m, 1m, "A", "S"), Line(2, 200m, 1m, "B", "S"));

        // Each product for itself earns nothing of 200 and 200.
        Assert.Equal([0m, 0m], Missing(order, byAmount));
        Assert.Equal([1m], Missing(order, byAmount.Giving(OnlyCategory("S"))));

        var perCase = FreeGoodsPromotion.Of("case", FreeGoods.Exclusive(Cases(10m), Quantity.Pieces(1))).Giving(Only("CUP", "TOWEL"));
        var inCases = Order(
            PricedLine.Of(1, Subject("A"), Cases(6m), Cny(1m)), PricedLine.Of(2, Subject("B"), Cases(4m), Cny(1m)),
            Free(3, 1m, 1m, "CUP"));
        Assert.Equal([0m], Missing(inCases, perCase));
        Assert.Equal("any, only products CUP, TOWEL: 1 PCE free of 10 CS", Assert.Single(perCase.Offer(inCases)).ToString());
    }

    // By its name the choice would take the cup, and the second promotion lack it while a towel is left over.
    [Fact]
    public void Who_gives_one_product_comes_before_who_leaves_the_choice()
    {
        var cup = FreeGoodsPromotion.Of("z cup", s_tenAndOne).Giving(new ProductId("CUP"));
        var order = Order(Line(1, 1m, 10m, "A"), Free(2, 5m, 1m, "CUP"), Free(3, 5m, 1m, "TOWEL"));

        Assert.Equal([0m, 0m], Missing(order, s_cupOrTowel, cup));
        Assert.Equal([1m, 0m], Missing(Order([.. order.Lines.Take(2)]), s_cupOrTowel, cup));
        Assert.Equal([0m, 1m], Missing(Order(order.Lines[0], order.Lines[2]), s_cupOrTowel, cup));
    }

    // The towel, which both may take, comes first in the document: the first takes the cup.
    [Fact]
    public void A_choice_begins_with_what_the_fewest_may_take()
    {
        var other = Choosing("other", 10m, "TOWEL", "MUG");
        var order = Order(Line(1, 1m, 10m, "A"), Free(2, 5m, 1m, "TOWEL"), Free(3, 5m, 1m, "CUP"));

        Assert.Equal([0m, 0m], Missing(order, s_cupOrTowel, other));
        Assert.Equal([0m, -2m], Missing(Order([.. order.Lines, Free(4, 5m, 2m, "MUG")]), s_cupOrTowel, other));
        Assert.Equal([0m, 1m], Missing(Order([.. order.Lines.Take(2)]), s_cupOrTowel, other));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_and_the_last_word_counts()
    {
        var among = FreeGoodsPromotion.Of("among", FreeGoods.Inclusive(Quantity.Pieces(10), Quantity.Pieces(1)));
        Assert.Throws<InvalidOperationException>(() => among.Giving(Only("CUP", "TOWEL")));
        Assert.Equal("choice", Assert.Throws<ArgumentNullException>(() => s_series.Giving(null!)).ParamName);

        var cup = s_cupOrTowel.Giving(new ProductId("CUP"));
        Assert.Equal((new ProductId("CUP"), (Scope?)null), (cup.Product!.Value, cup.Choice));
        Assert.Equal(s_cupOrTowel, cup.Giving(Only("TOWEL", "CUP")));
        TestHelper.TestEqualsClass(
            s_cupOrTowel, Choosing("gift", 10m, "TOWEL", "CUP"), cup, Choosing("gift", 10m, "CUP"), s_cupOrTowel.AtMost(Quantity.Pieces(1)),
            FreeGoodsPromotion.Of("gift", s_tenAndOne));
        Assert.Equal([1m], Missing(Order(Line(1, 1m, 90m, "A")), s_cupOrTowel.AtMost(Quantity.Pieces(1))));
    }

    [Fact]
    public void On_another_day_what_is_there_is_too_much()
    {
        var later = s_cupOrTowel.During(new DateSpan(Day.PlusDays(1), Day.PlusDays(9)));
        var order = Order(Line(1, 1m, 10m, "A"), Free(2, 5m, 1m, "CUP").OfPromotion("gift"), Free(3, 5m, 1m, "TOWEL"));

        Assert.Equal([-2m], Missing(order, later));
        Assert.Empty(later.Offer(Order(Line(1, 1m, 10m, "A"), Free(2, 5m, 1m, "CUP"))));
    }

    [Property(MaxTest = 300)]
    public void Every_free_piece_is_claimed_once_and_order_decides_nothing(
        PositiveInt bought, byte cups, byte towels, byte mugs, byte options, NonNegativeInt choice)
    {
        var (promotions, order) = Any(bought.Get, [cups % 4, towels % 4, mugs % 4], options);
        var offers = FreeGoodsPromotion.OfferAll(order, promotions);
        var turned = FreeGoodsPromotion.OfferAll(Order([.. order.Lines.Reverse()]), promotions.Reverse().ToArray());

        Assert.Equal(offers.Select(each => each.ToString()), turned.Select(each => each.ToString()));
        Assert.Equal(order.Lines.Where(line => line.IsFree).Sum(line => line.Quantity.Amount), offers.Sum(each => each.Present.Amount));
        Assert.All(offers, each => Assert.Equal(each.Free, each.Present + each.Missing));
        Assert.All(offers, each => Tampering.IsNamed(each.Explain(), choice.Get));

        Assert.All(
            offers.Where(each => each.Product is not null && (options & 7) == 0),
            each => Assert.False(each.Missing.IsNegative, each.ToString()));
    }

    // Of lines that state nothing as many are of use as can be. By the cut: of any of the promotions what they may take, of the others what
    // is due.
    [Property(MaxTest = 300)]
    public void As_many_free_pieces_are_of_use_as_can_be(PositiveInt bought, byte cups, byte towels, byte mugs)
    {
        int[] there = [cups % 6, towels % 6, mugs % 6];
        var (promotions, order) = Any(bought.Get, there, options: 0);
        var offers = FreeGoodsPromotion.OfferAll(order, promotions);
        bool[][] takes = [[true, true, false], [true, false, false], [false, true, true]];
        Assert.Equal(["a choice", "b cup", "c mug"], offers.Select(each => each.Promotion.Name));

        var most = Enumerable.Range(0, 8).Min(some =>
            Enumerable.Range(0, 3).Sum(i => (some & 1 << i) == 0 ? offers[i].Free.Amount : 0m)
            + Enumerable.Range(0, 3).Where(gift => Enumerable.Range(0, 3).Any(i => (some & 1 << i) != 0 && takes[i][gift]))
                .Sum(gift => there[gift]));
        Assert.Equal(most, offers.Sum(each => Math.Min(each.Free.Amount, each.Present.Amount)));
    }

    // Whatever is chosen, and in however many lines.
    [Property(MaxTest = 300)]
    public void Who_takes_what_is_missing_is_offered_nothing_more(
        PositiveInt bought, byte cups, byte towels, byte options, NonNegativeInt seed)
    {
        var (promotions, order) = Any(bought.Get, [cups % 4, towels % 4, 0], options);
        var lines = order.Lines.ToList();
        foreach (var offer in FreeGoodsPromotion.OfferAll(order, promotions).Where(each => each.Missing.IsPositive))
        {
            string[] chosen = offer.Product is { } product ? [product.Code]
                : offer.Promotion.Name == "c mug" ? ["TOWEL", "MUG"] : ["CUP", "TOWEL"];
            var first = Math.Min(offer.Missing.Amount, (seed.Get % 3) + 1m);
            lines.Add(Free(lines.Count + 1, 5m, first, chosen[0]).OfPromotion(offer.Promotion.Name));
            if (first < offer.Missing.Amount)
            {
                lines.Add(
                    Free(lines.Count + 1, 5m, offer.Missing.Amount - first, chosen[chosen.Length - 1]).OfPromotion(offer.Promotion.Name));
            }
        }

        var again = FreeGoodsPromotion.OfferAll(Order([.. lines]), promotions);
        Assert.All(again, each => Assert.False(each.Missing.IsPositive, each.ToString()));
        Assert.Equal(lines.Where(line => line.IsFree).Sum(line => line.Quantity.Amount), again.Sum(each => each.Present.Amount));
    }

    private static (FreeGoodsPromotion[] Promotions, PricedDocument Order) Any(int bought, int[] there, byte options)
    {
        FreeGoodsPromotion[] promotions =
        [
            Choosing("a choice", 10m, "CUP", "TOWEL"), Choosing("c mug", 25m, "TOWEL", "MUG"),
            FreeGoodsPromotion.Of("b cup", FreeGoods.ForEvery(Cny(15m), Quantity.Pieces(1))).Giving(new ProductId("CUP")),
        ];
        List<PricedLine> lines = [Line(1, 1m, (bought % 60) + 1m, "A"), Line(2, 1m, 3m, "B")];
        string[] products = ["CUP", "TOWEL", "MUG"];
        for (var i = 0; i < there.Length; i++)
        {
            if (there[i] == 0)
                continue;

            var line = Free(lines.Count + 1, 5m, there[i], products[i]);
            lines.Add((options & 1 << i) == 0 ? line : line.OfPromotion(promotions[(options >> 4) % 3].Name));
        }

        return (promotions, Order([.. lines]));
    }

    private static FreeGoodsPromotion Choosing(string name, decimal per, params string[] products) =>
        FreeGoodsPromotion.Of(name, FreeGoods.Exclusive(Quantity.Pieces(per), Quantity.Pieces(1))).Giving(Only(products));

    private static PricedLine OfSeries(int number, decimal pieces, string product) =>
        PricedLine.Of(number, Subject(product, "S").With(PriceKind.Free), Quantity.Pieces(pieces), Cny(1m));

    private static Quantity Cases(decimal cases) => new(cases, UnitOfMeasure.Case);

    private static decimal[] Missing(PricedDocument order, params FreeGoodsPromotion[] promotions) =>
        [.. FreeGoodsPromotion.OfferAll(order, promotions).Select(each => each.Missing.Amount)];
}
