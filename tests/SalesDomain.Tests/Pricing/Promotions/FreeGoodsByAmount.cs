using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>Gifts by amount (满赠), and the highest of several portions.</summary>
public sealed class FreeGoodsByAmount
{
    private static readonly FreeGoods s_every300 = FreeGoods.ForEvery(Cny(300m), Quantity.Pieces(1));

    private static readonly FreeGoods s_steps =
        FreeGoods.BySteps(StepSchedule.From((Cny(300m), Quantity.Pieces(1)), (Cny(600m), Quantity.Pieces(3))));

    private static readonly FreeGoods s_tiers = FreeGoods.Tiered(OnTop(100, 20), OnTop(10, 1), OnTop(50, 8));

    // A gift of 20.00 beside goods of 290.00 made 310.00, and paid for itself.
    [Theory]
    [InlineData(290, 0, 0)]
    [InlineData(299.99, 0, 0)]
    [InlineData(300, 1, 1)]
    [InlineData(599.99, 1, 1)]
    [InlineData(650, 2, 3)]
    [InlineData(900, 3, 3)]
    public void S_12_A_gift_by_amount_does_not_pay_for_itself(decimal goods, int every, int bySteps)
    {
        foreach (var (offered, free) in new[] { (s_every300, every), (s_steps, bySteps) })
        {
            var promotion = FreeGoodsPromotion.Of("gift", offered).Giving(new ProductId("G"));
            var without = Assert.Single(promotion.Offer(Order(Line(1, goods))));
            var with = Assert.Single(promotion.Offer(Order(Line(1, goods), Free(2, 20m, 1m, "G"))));

            Assert.Equal((free, free), (without.Free.Amount, with.Free.Amount));
            Assert.Equal((free, free - 1m), (without.Missing.Amount, with.Missing.Amount));
            Assert.Equal((Cny(goods), (Quantity?)null), (without.CountedAmount, without.Counted));
            Assert.Equal(Quantity.Pieces(free), offered.FreeOf(Cny(goods)));
            Assert.Equal(Quantity.Pieces(-free), offered.FreeOf(Cny(-goods)));
            Assert.True(without.Explain().IsVerified, without.Explain().ToString());
            Assert.True(with.Explain().IsVerified, with.Explain().ToString());
        }
    }

    // 650 at list; 10 % off the line and a deal leave 285, a discount of the order is no matter of the gift.
    [Fact]
    public void S_12_A_discounted_document_counts_what_is_left_before_discounts_of_the_order()
    {
        var order = Order(Line(1, 350m), Line(2, 150m), Line(3, 150m));
        var promotion = FreeGoodsPromotion.Of("gift", s_every300).Giving(new ProductId("G"));
        Discount[] ofLines = [Discount.Percent("line", Percent(10)).At(10).For(Only("P-1"))];
        Discount deal = Discount.OfDeal("one of two", Deal.CheapestFree(2, 1)).At(20).For(Only("P-2", "P-3"));
        Discount ofOrder = Discount.OfOrder("order", Cny(200m)).At(90);

        Assert.Equal("G: 2 PCE free of CNY 650.00, 2 PCE missing", Assert.Single(promotion.Offer(order)).ToString());
        Assert.Equal(Cny(615m), Counted(ofLines));
        Assert.Equal(Cny(465m), Counted([.. ofLines, deal]));
        Assert.Equal(Cny(465m), Counted([.. ofLines, deal, ofOrder]));

        Money? Counted(Discount[] discounts)
        {
            var offer = Assert.Single(promotion.Offer(Schedule(discounts).Apply(order)));
            Assert.True(offer.Explain().IsVerified, offer.Explain().ToString());
            return offer.CountedAmount;
        }
    }

    [Fact]
    public void S_12_What_discounts_take_off_the_gift_earns_no_gift_and_no_other_currency_does()
    {
        var promotion = FreeGoodsPromotion.Of("gift", s_every300).Giving(new ProductId("G"));
        var half = Schedule(Discount.Percent("half", Percent(50))).Apply(Order(Line(1, 599m), Free(2, 400m, 1m, "G")));

        Assert.Equal("G: 0 PCE free of CNY 299.50, -1 PCE missing", Assert.Single(promotion.Offer(half)).ToString());
        var dollars = PricedLine.Of(1, Subject("P"), Quantity.Pieces(1), Usd(900m));
        Assert.Throws<CurrencyMismatchException>(
            () => promotion.Offer(PricedDocument.Of(Currency.USD, TaxBasis.WithoutTax, Day, dollars)));
        Assert.Throws<CurrencyMismatchException>(() => s_every300.FreeOf(Usd(900m)));
    }

    // Of what is bought, each product by its own amount.
    [Fact]
    public void S_12_Without_a_gift_of_its_own_each_product_earns_itself() =>
        Assert.Equal(
            ["A: 1 PCE free of CNY 450.00, 1 PCE missing", "B: 0 PCE free of CNY 299.00"],
            FreeGoodsPromotion.Of("own", s_every300)
                .Offer(Order(Line(1, 150m, 1m, "A"), Line(2, 300m, 1m, "A"), Line(3, 299m, 1m, "B"))).Select(each => each.ToString()));

    // As two promotions 60 pieces had 6 and 8.
    [Theory]
    [InlineData(9, 0, 0)]
    [InlineData(10, 1, 1)]
    [InlineData(49, 4, 4)]
    [InlineData(50, 8, 8)]
    [InlineData(60, 8, 9)]
    [InlineData(99, 8, 12)]
    [InlineData(100, 20, 20)]
    [InlineData(160, 20, 29)]
    [InlineData(200, 40, 40)]
    public void Should_5_Of_tiers_the_highest_that_is_reached_counts(int ordered, int highest, int withRest)
    {
        foreach (var (tiers, free) in new[] { (s_tiers.LosingRest(), highest), (s_tiers, withRest) })
        {
            var offer = Assert.Single(FreeGoodsPromotion.Of("tiers", tiers).Offer(Order(Line(1, 1m, ordered, "P"))));

            Assert.Equal(Quantity.Pieces(free), tiers.FreeOf(Quantity.Pieces(ordered)));
            Assert.Equal(Quantity.Pieces(ordered + free), tiers.DeliveredOf(Quantity.Pieces(ordered)));
            Assert.Equal(free, offer.Missing.Amount);
            Assert.True(offer.Explain().IsVerified, offer.Explain().ToString());
        }
    }

    // The highest tier alone gave 11 of 190 where 10 + 1 gives 19. Portions that do not divide each other may do better by the lower one.
    [Theory]
    [InlineData(100, "11", 190, "20", "11")]
    [InlineData(100, "11", 99, "9", "9")]
    [InlineData(50, "8", 90, "12", "8")]
    [InlineData(15, "1.5", 20, "2", "1.5")]
    [InlineData(15, "1.5", 25, "2.5", "1.5")]
    [InlineData(15, "1.5", 19, "1.5", "1.5")]
    public void P_5_Tiers_give_no_less_than_the_lower_tier_alone(int per, string free, int ordered, string given, string losing)
    {
        var higher = FreeGoods.Exclusive(Quantity.Pieces(per), Quantity.Pieces(decimal.Parse(free, CultureInfo.InvariantCulture)));
        var tiers = FreeGoods.Tiered(OnTop(10, 1), higher);
        var offer = Assert.Single(FreeGoodsPromotion.Of("tiers", tiers).Offer(Order(Line(1, 1m, ordered, "P"))));

        Assert.Equal(decimal.Parse(given, CultureInfo.InvariantCulture), offer.Free.Amount);
        Assert.Equal(decimal.Parse(losing, CultureInfo.InvariantCulture), tiers.LosingRest().FreeOf(Quantity.Pieces(ordered)).Amount);
        Assert.True(offer.Explain().IsVerified, offer.Explain().ToString());
    }

    [Fact]
    public void S_6_What_a_tier_gave_is_not_taken_back_by_another()
    {
        var promotion = FreeGoodsPromotion.Of("tiers", s_tiers);
        var order = Order(Line(1, 1m, 60m, "P"));
        var offer = Assert.Single(promotion.Offer(order));

        Assert.Equal(0m, Assert.Single(promotion.Offer(Order([.. order.Lines, offer.ToLine(2, Cny(1m))]))).Missing.Amount);
    }

    [Property(MaxTest = 300)]
    public void More_bought_never_gives_less(PositiveInt[] pers, PositiveInt[] frees, NonNegativeInt ordered, bool isWithRest)
    {
        // Rising portions that give no less for each: each at least the rate of the one before.
        var (per, free, tiers) = (0, 0, new System.Collections.Generic.List<FreeGoods>());
        for (var i = 0; i < Math.Min(pers.Length, frees.Length); i++)
        {
            var next = per + (pers[i].Get % 20) + 1;
            free = per == 0 ? frees[i].Get % 5 + 1 : ((free * next) + per - 1) / per + (frees[i].Get % 3);
            per = next;
            tiers.Add(OnTop(per, free));
        }

        tiers = tiers.Count == 0 ? [OnTop(10, 1)] : tiers;
        var offer = FreeGoods.Tiered([.. tiers]);
        offer = isWithRest ? offer : offer.LosingRest();
        var pieces = ordered.Get % 300;

        Assert.True(offer.FreeOf(Quantity.Pieces(pieces)) <= offer.FreeOf(Quantity.Pieces(pieces + 1)), offer + " of " + pieces);
        Assert.True(s_every300.FreeOf(Cny(pieces * 7)) <= s_every300.FreeOf(Cny((pieces + 1) * 7)));
        Assert.True(s_steps.FreeOf(Cny(pieces * 7)) <= s_steps.FreeOf(Cny((pieces + 1) * 7)));
        Assert.All(
            tiers,
            tier => Assert.True(
                !isWithRest || offer.FreeOf(Quantity.Pieces(pieces)) >= tier.FreeOf(Quantity.Pieces(pieces)),
                offer + " of " + pieces));
        tiers.Reverse();
        Assert.Equal(FreeGoods.Tiered([.. tiers]), isWithRest ? offer : FreeGoods.Tiered([.. offer.Tiers]));
    }

    [Fact]
    public void What_would_give_less_for_more_or_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => FreeGoods.Tiered());
        Assert.Throws<ArgumentException>(() => FreeGoods.Tiered(OnTop(10, 1), OnTop(10, 2)));
        Assert.Throws<ArgumentException>(() => FreeGoods.Tiered(OnTop(10, 2), OnTop(50, 9)));
        Assert.Equal(Quantity.Pieces(10), FreeGoods.Tiered(OnTop(10, 2), OnTop(50, 10)).FreeOf(Quantity.Pieces(50)));
        Assert.Throws<ArgumentException>(() => FreeGoods.Tiered(OnTop(10, 1).WholeUnits()));
        Assert.Throws<ArgumentException>(() => FreeGoods.Tiered(FreeGoods.Inclusive(Quantity.Pieces(10), Quantity.Pieces(1))));
        Assert.Throws<ArgumentException>(() => FreeGoods.Tiered(s_tiers));
        var ofCases = FreeGoods.Exclusive(new Quantity(50m, UnitOfMeasure.Case), new Quantity(8m, UnitOfMeasure.Case));
        Assert.Throws<UnitMismatchException>(() => FreeGoods.Tiered(OnTop(10, 1), ofCases));
        Assert.Throws<ArgumentException>(
            () => FreeGoods.BySteps(StepSchedule.From((Cny(300m), Quantity.Pieces(2)), (Cny(600m), Quantity.Pieces(1)))));
        Assert.Throws<ArgumentException>(() => FreeGoods.BySteps(StepSchedule.UpTo((Cny(300m), Quantity.Pieces(2)))));
        Assert.Throws<ArgumentException>(() => FreeGoods.BySteps(StepSchedule.From((Cny(1m), Quantity.Pieces(2))).WithCeiling(Cny(9m))));
        Assert.Throws<ArgumentOutOfRangeException>(() => FreeGoods.BySteps(StepSchedule.From((Cny(0m), Quantity.Pieces(2)))));
        Assert.Throws<ArgumentOutOfRangeException>(() => FreeGoods.BySteps(StepSchedule.From((Cny(1m), Quantity.Pieces(0)))));
        Assert.Throws<ArgumentOutOfRangeException>(() => FreeGoods.ForEvery(Cny(0m), Quantity.Pieces(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FreeGoods.ForEvery(Cny(1m), Quantity.Pieces(0)));
        Assert.Throws<InvalidOperationException>(() => s_every300.FreeOf(Quantity.Pieces(1)));
        Assert.Throws<InvalidOperationException>(() => s_every300.EffectiveDiscount(Quantity.Pieces(1)));
        Assert.Throws<InvalidOperationException>(() => s_tiers.FreeOf(Cny(1m)));
        Assert.Throws<InvalidOperationException>(() => s_tiers.WholeUnits());
        Assert.Throws<InvalidOperationException>(() => s_steps.From(Quantity.Pieces(1)));
        Assert.Throws<InvalidOperationException>(() => OnTop(10, 1).LosingRest());
    }

    [Fact]
    public void As_values()
    {
        TestHelper.TestEqualsClass(
            s_tiers, FreeGoods.Tiered(OnTop(10, 1), OnTop(50, 8), OnTop(100, 20)), s_tiers.LosingRest(),
            FreeGoods.Tiered(OnTop(10, 1)), OnTop(10, 1), s_every300, s_steps);
        TestHelper.TestEqualsClass(
            s_every300, FreeGoods.ForEvery(Cny(300m), Quantity.Pieces(1)), FreeGoods.ForEvery(Cny(300m), Quantity.Pieces(2)), s_steps);
        Assert.Equal("1 PCE for every CNY 300.00", s_every300.ToString());
        Assert.Equal("from CNY 300.00: 1 PCE, from CNY 600.00: 3 PCE", s_steps.ToString());
        Assert.Equal(
            "1 PCE on top of each 10 PCE or 8 PCE on top of each 50 PCE or 20 PCE on top of each 100 PCE, the rest lost",
            s_tiers.LosingRest().ToString());
        Assert.Equal([10m, 50m, 100m], s_tiers.Tiers.Select(tier => tier.Per!.Value.Amount));
        Assert.Equal((true, false, UnitOfMeasure.Piece), (s_every300.IsByAmount, s_tiers.IsByAmount, s_steps.Unit));
    }

    private static FreeGoods OnTop(int per, int free) => FreeGoods.Exclusive(Quantity.Pieces(per), Quantity.Pieces(free));
}
