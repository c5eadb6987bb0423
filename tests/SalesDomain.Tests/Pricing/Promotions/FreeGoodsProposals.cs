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
}
