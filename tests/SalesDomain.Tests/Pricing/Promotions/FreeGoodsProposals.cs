using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

public sealed class FreeGoodsProposals
{
    private static readonly FreeGoodsPromotion s_tenGetOne =
        FreeGoodsPromotion.Of("ten get one", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)));

    private static readonly UnitConversions s_units =
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(12));

    [Fact]
    public void Buy_ten_of_P_get_one_of_Q()
    {
        var order = Order(Line(1, 100m, 15m, "P"), Line(2, 100m, 10m, "P"), Line(3, 7m, 40m, "R"));
        var proposal = Assert.Single(s_tenGetOne.For(Only("P")).Giving(new ProductId("Q")).Offer(order));
        var with = Order([.. order.Lines, proposal.ToLine(4, Cny(50m))]);

        Assert.Equal("Q: 2 PCE free of 25 PCE, 2 PCE missing", proposal.ToString());
        Assert.True(with.Lines[3].IsFree);
        Assert.Equal(
            "Q: 2 PCE free of 25 PCE", Assert.Single(s_tenGetOne.For(Only("P")).Giving(new ProductId("Q")).Offer(with)).ToString());

        // 100 of 2,880 at list.
        Assert.Equal(Percent(3.47m), Schedule().Apply(with).EffectiveDiscount.To(2));
    }

    [Fact]
    public void Of_what_is_bought_each_product_by_itself()
    {
        var offers = s_tenGetOne.Offer(Order(Line(1, 1m, 19m, "P"), Line(2, 1m, 20m, "R"), Line(3, 1m, 9m, "S"), Line(4, 1m, -10m, "S")));

        Assert.Equal(
            ["P: 1 PCE free of 19 PCE, 1 PCE missing", "R: 2 PCE free of 20 PCE, 2 PCE missing", "S: 0 PCE free of 9 PCE"],
            offers.Select(each => each.ToString()));
        Assert.Throws<InvalidOperationException>(() => offers[2].ToLine(9, Cny(1m)));
    }

    [Fact]
    public void P_17_What_is_free_is_taken_back_when_the_quantity_drops()
    {
        var proposal = Assert.Single(s_tenGetOne.Offer(Order(Line(1, 1m, 9m, "P"), Free(2, 1m, 1m, "P"))));

        Assert.Equal((0m, -1m), (proposal.Free.Amount, proposal.Missing.Amount));
    }

    [Fact]
    public void Goods_among_what_is_ordered_are_made_free_once()
    {
        var among = FreeGoodsPromotion.Of("among", FreeGoods.Inclusive(Quantity.Pieces(10), Quantity.Pieces(1)));

        Assert.Equal(1m, Assert.Single(among.Offer(Order(Line(1, 1m, 10m, "P")))).Missing.Amount);
        Assert.Equal(0m, Assert.Single(among.Offer(Order(Line(1, 1m, 9m, "P"), Free(2, 1m, 1m, "P")))).Missing.Amount);
        Assert.Throws<InvalidOperationException>(() => among.Giving(new ProductId("Q")));
    }

    // 2 cases of 12 and 15 pieces are 39, and a case that is there is 12 of them.
    [Fact]
    public void S_5_Cases_and_pieces_of_a_product_count_together()
    {
        Assert.Equal(
            "P: 2 PCE free of 24 PCE, 2 PCE missing", Assert.Single(s_tenGetOne.Offer(Order(Cases(1, 2m)))).ToString());

        var order = Order(Line(1, 100m, 15m, "P"), Cases(2, 2m));
        var proposal = Assert.Single(s_tenGetOne.Offer(order));
        Assert.Equal("P: 3 PCE free of 39 PCE, 3 PCE missing", proposal.ToString());
        Assert.Empty(proposal.Reasons);

        var gift = PricedLine.Of(2, Subject("P").With(PriceKind.Free), new Quantity(1m, UnitOfMeasure.Case), Cny(1200m)).WithUnits(s_units);
        var there = Assert.Single(s_tenGetOne.Offer(Order(Line(1, 100m, 120m, "P"), gift)));
        Assert.Equal("P: 12 PCE free of 120 PCE", there.ToString());
        Assert.All([proposal, there], each => Assert.True(each.Explain().IsVerified, each.Explain().ToString()));
    }

    [Fact]
    public void S_5_A_line_that_does_not_convert_says_so()
    {
        var order = Order(
            PricedLine.Of(1, Subject("P"), new Quantity(2m, UnitOfMeasure.Case), Cny(1200m)), Line(2, 100m, 10m, "P"),
            PricedLine.Of(3, Subject("P").With(PriceKind.Free), new Quantity(1m, UnitOfMeasure.Case), Cny(1200m)));
        var proposal = Assert.Single(s_tenGetOne.Offer(order));

        Assert.Equal("P: 1 PCE free of 10 PCE, 1 PCE missing", proposal.ToString());
        Assert.Equal(
            [
                "pricing.discount-other-unit (discount ten get one, line 1, unit CS, counted PCE)",
                "pricing.discount-other-unit (discount ten get one, line 3, unit CS, counted PCE)",
            ],
            proposal.Reasons.Select(each => each.ToString()));
        Assert.Equal(Cases(1, 1m).Units, Assert.Single(s_tenGetOne.Offer(Order(Cases(1, 1m)))).ToLine(2, Cny(1m)).Units);
    }

    [Theory]
    [InlineData(PriceKind.Standard, 2)]
    [InlineData(PriceKind.Consignment, 2)]
    [InlineData(PriceKind.Special, 0)]
    [InlineData(PriceKind.RebateFunded, 0)]
    [InlineData(PriceKind.Project, 0)]
    public void S_11_Only_standard_and_consignment_prices_earn(PriceKind kind, int free)
    {
        var order = Order(PricedLine.Of(1, Subject("P").With(kind), Quantity.Pieces(20), Cny(100m)));
        var proposal = Assert.Single(s_tenGetOne.Offer(order));

        Assert.Equal(free, proposal.Free.Amount);
        Assert.Equal(
            free == 2 ? [] : new[] { "pricing.discount-other-kind (line 1, kind " + kind + ")" },
            proposal.Reasons.Select(each => each.ToString()));
        Assert.Equal(2m, Assert.Single(s_tenGetOne.Including(kind).Offer(order)).Free.Amount);
        Assert.Equal(free == 2 ? [] : new[] { kind }, s_tenGetOne.Including(kind).IncludedKinds);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_tenGetOne.Including(PriceKind.Free));
    }

    // SAP's field text rounds down, an SAP blog to the nearest: of 84 by tens 8.4 is 8, of 256 by tens 25.6 is 26.
    [Theory]
    [InlineData(84, RoundingMode.Down, 8)]
    [InlineData(256, RoundingMode.HalfAwayFromZero, 26)]
    [InlineData(256, RoundingMode.Down, 25)]
    public void P_28_The_rounding_of_a_proposal_is_that_of_the_goods(int ordered, RoundingMode mode, int free)
    {
        var goods = FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)).Prorated(Rounding.ToDigits(0, mode));
        var proposal = Assert.Single(FreeGoodsPromotion.Of("pro rata", goods).Offer(Order(Line(1, 1m, ordered, "P"))));

        Assert.Equal(free, proposal.Free.Amount);
        Assert.True(proposal.Explain().IsVerified, proposal.Explain().ToString());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void P_12_On_its_days_only(int days, int offers) =>
        Assert.Equal(offers, s_tenGetOne.During(new DateSpan(Day, Day)).Offer(
            PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day.PlusDays(days), Line(1, 1m, 10m, "P"))).Count);

    // What was proposed on a day of the promotion is too much on another, and the line that states it says whose it is.
    [Fact]
    public void A_line_that_states_the_promotion_is_told_where_nothing_earns_it()
    {
        var gift = Free(2, 1m, 1m, "Q").OfPromotion("ten get one");
        var giving = s_tenGetOne.Giving(new ProductId("Q"));

        Assert.Equal(
            "Q: 0 PCE free of 0 PCE, -1 PCE missing",
            Assert.Single(giving.During(new DateSpan(Day.PlusDays(1), Day.PlusDays(2))).Offer(Order(Line(1, 1m, 10m), gift))).ToString());
        var left = Assert.Single(giving.For(Only("P")).Offer(Order(Line(1, 1m, 10m, "R"), gift)));
        Assert.Equal(-1m, left.Missing.Amount);
        Assert.True(left.Explain().IsVerified, left.Explain().ToString());
        Assert.Empty(giving.For(Only("P")).Offer(Order(Line(1, 1m, 10m, "R"), Free(2, 1m, 1m, "Q"))));
    }

    [Fact]
    public void Only_a_free_line_states_a_promotion()
    {
        Assert.Throws<InvalidOperationException>(() => Line(1, 1m).OfPromotion("spring"));
        Assert.Throws<ArgumentException>(() => Free(1, 1m, 1m).OfPromotion(" spring"));
        TestHelper.TestEqualsClass(
            Free(1, 1m, 1m).OfPromotion("spring"), Free(1, 1m, 1m).OfPromotion("spring"), Free(1, 1m, 1m).OfPromotion("autumn"),
            Free(1, 1m, 1m));
        Assert.Equal(
            "1: 1 PCE at CNY 1.00, of spring, product F, price kind Free", Free(1, 1m, 1m).OfPromotion("spring").ToString());
        Assert.Equal("spring", Free(1, 1m, 1m).OfPromotion("spring").WithTaxBasis(TaxBasis.WithTax).Promotion);
    }

    [Property(MaxTest = 200)]
    public void Every_proposal_explains_itself(PositiveInt ordered, NonNegativeInt present, byte options, NonNegativeInt choice)
    {
        var (per, free) = (Quantity.Pieces(7), Quantity.Pieces(2));
        var goods = (options & 1) == 0 ? FreeGoods.Exclusive(per, free) : FreeGoods.Inclusive(per, free);
        goods = (options & 2) == 0 ? goods : goods.From(Quantity.Pieces(20));
        goods = (options & 4) == 0 ? goods : goods.Prorated(Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero));
        var promotion = FreeGoodsPromotion.Of("any", goods);
        promotion = (options & 8) == 0 ? promotion : promotion.AtMost(Quantity.Pieces(3));
        PricedLine[] lines = [Line(1, 1m, ordered.Get, "P"), .. present.Get == 0 ? [] : new[] { Free(2, 1m, present.Get, "P") }];
        var proposal = Assert.Single(promotion.Offer(Order(lines)));

        Assert.Equal((Figure)proposal.Missing, proposal.Explain().Value);
        Assert.Equal(proposal.Free, proposal.Present + proposal.Missing);
        Tampering.IsNamed(proposal.Explain(), choice.Get);
    }

    private static PricedLine Cases(int number, decimal cases) =>
        PricedLine.Of(number, Subject("P"), new Quantity(cases, UnitOfMeasure.Case), Cny(1200m)).WithUnits(s_units);
}
