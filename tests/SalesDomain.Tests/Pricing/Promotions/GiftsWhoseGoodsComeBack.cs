using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A gift that what is kept does not earn is told, with its value; it is not charged.</summary>
public sealed class GiftsWhoseGoodsComeBack
{
    private static readonly FreeGoodsPromotion s_tenPlusOne =
        FreeGoodsPromotion.Of("10+1", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)));

    [Theory]
    [InlineData(20, 2, 1, "kept 2 PCE, earned 1 PCE, unearned 1 PCE, value CNY 100.00")]
    [InlineData(20, 2, 10, "kept 2 PCE, earned 1 PCE, unearned 1 PCE, value CNY 100.00")]
    [InlineData(20, 2, 11, "kept 2 PCE, earned 0 PCE, unearned 2 PCE, value CNY 200.00")]
    [InlineData(20, 2, 20, "kept 2 PCE, earned 0 PCE, unearned 2 PCE, value CNY 200.00")]
    [InlineData(21, 2, 1, null)]
    [InlineData(20, 3, 10, "kept 3 PCE, earned 1 PCE, unearned 1 PCE, value CNY 100.00")]
    [InlineData(20, 1, 10, null)]
    public void What_is_kept_no_longer_earns_so_many(int sold, int free, int back, string? said)
    {
        foreach (var isStated in new[] { true, false })
        {
            var gift = isStated ? Free(2, 100m, free, "P").OfPromotion("10+1") : Free(2, 100m, free, "P");
            var sale = ReturnedDocument.Of(Schedule().Apply(Order(Line(1, 100m, sold, "P"), gift))).WithFreeGoods(s_tenPlusOne);
            var credit = sale.Credit(1, Quantity.Pieces(back));

            Assert.Equal(
                said is null ? [] : ["pricing.return-free-goods-unearned (promotion 10+1, product P, " + said + ")"],
                credit.Reasons.Select(reason => reason.ToString()));
            Assert.Equal(Cny(100m * back), credit.Amount);
        }
    }

    [Fact]
    public void With_the_gift_in_the_note_there_is_nothing_to_say()
    {
        var order = Order(Line(1, 100m, 10m, "P"), Free(2, 100m, 1m, "P").OfPromotion("10+1"));
        foreach (var sale in new[]
        {
            ReturnedDocument.Of(Schedule().Apply(order)), ReturnedDocument.Of(Schedule().Apply(order)).WithFreeGoods(s_tenPlusOne),
        })
        {
            var note = sale.Credit((2, Quantity.Pieces(1)), (1, Quantity.Pieces(10)));
            Assert.Empty(note.Reasons);
            Assert.Equal(Cny(1000m), note.Amount);
            Assert.Equal("line 2: 1 PCE, CNY 0.00", note.Lines[1].ToString());

            // In a note of its own it brings nothing, and after it there is nothing to say either.
            var goods = sale.Credit(1, Quantity.Pieces(10));
            Assert.Single(goods.Reasons);
            var gift = goods.After.Credit(2, Quantity.Pieces(1));
            Assert.Equal("pricing.return-nothing-due", Assert.Single(gift.Reasons).Code);
        }
    }

    [Fact]
    public void Of_an_amount_what_lines_cost_after_their_discounts_earns()
    {
        // 700 less 10 % are 630: two for every full 300; 540 are one.
        var spend = FreeGoodsPromotion.Of("spend 300", FreeGoods.ForEvery(Cny(300m), Quantity.Pieces(1))).Giving(new ProductId("Q"));
        var sale = ReturnedDocument.Of(
                Schedule(Discount.Percent("dealer", Percent(10)).For(Only("P"))).Apply(
                    Order(Line(1, 100m, 7m, "P"), Free(2, 30m, 1m, "Q").OfPromotion("spend 300"), Free(3, 40m, 1m, "Q"))))
            .WithFreeGoods(spend);

        // One of the two, of which one is worth 30.00 and one 40.00.
        Assert.Equal(
            "pricing.return-free-goods-unearned "
            + "(promotion spend 300, product Q, kept 2 PCE, earned 1 PCE, unearned 1 PCE, value CNY 35.00)",
            sale.Credit(1, Quantity.Pieces(1)).Reasons.Single().ToString());
        Assert.Throws<CurrencyMismatchException>(() => sale.WithFreeGoods(
            FreeGoodsPromotion.Of("spend", FreeGoods.ForEvery(Usd(300m), Quantity.Pieces(1))).Giving(new ProductId("Q"))));
    }

    [Theory]
    [InlineData(1, "2 3 5")]
    [InlineData(4, "3 5")]
    public void Without_the_promotions_the_free_lines_are_named_that_may_be_concerned(int line, string named)
    {
        // Line 2 is of the product of line 1; 3 and 5 are of what is not sold beside them.
        var sold = Schedule().Apply(Order(
            Line(1, 100m, 10m, "P"), Free(2, 100m, 1m, "P").OfPromotion("10+1"), Free(3, 7m, 3m, "Cup"), Line(4, 10m, 10m, "R"),
            Free(5, 9m, 2m, "Pen").OfPromotion("spring")));
        var credit = ReturnedDocument.Of(sold).Credit(line, Quantity.Pieces(1));

        Assert.Equal(
            named.Split(' ').Select(each => (Figure)decimal.Parse(each, System.Globalization.CultureInfo.InvariantCulture)),
            credit.Reasons.Select(reason => reason.Find("line")!.Value));
        Assert.Equal(
            "pricing.return-free-goods-kept (line 5, promotion spring, kept 2 PCE, value CNY 18.00)",
            credit.Reasons[credit.Reasons.Count - 1].ToString());
        Assert.Contains(
            "pricing.return-free-goods-kept (line 3, kept 3 PCE, value CNY 21.00)", credit.Reasons.Select(each => each.ToString()));
        Assert.Empty(ReturnedDocument.Of(sold).WithFreeGoods().Credit(line, Quantity.Pieces(1)).Reasons);
    }

    [Fact]
    public void A_gift_that_comes_back_alone_asks_for_nothing()
    {
        var sold = Schedule().Apply(Order(Line(1, 100m, 10m, "P"), Free(2, 100m, 2m, "P")));

        Assert.Equal(
            ["pricing.return-nothing-due"], ReturnedDocument.Of(sold).Credit(2, Quantity.Pieces(1)).Reasons.Select(each => each.Code));
    }

    [Property(MaxTest = 200)]
    public void What_is_asked_back_is_all_that_is_kept_and_not_earned(PositiveInt sold, byte free, PositiveInt back, bool isStated)
    {
        var (ordered, gifts) = ((sold.Get % 60) + 1, (free % 6) + 1);
        var returned = (back.Get % ordered) + 1;
        var gift = Free(2, 100m, gifts, "P");
        var sale = ReturnedDocument.Of(
                Schedule().Apply(Order(Line(1, 100m, ordered, "P"), isStated ? gift.OfPromotion("10+1") : gift)))
            .WithFreeGoods(s_tenPlusOne);
        var credit = sale.Credit(1, Quantity.Pieces(returned));

        // Beyond the promotion at the sale nothing is asked back.
        var unearned = Math.Max(0, Math.Min(gifts, ordered / 10) - ((ordered - returned) / 10));
        Assert.Equal(
            unearned == 0 ? null : (Figure?)Quantity.Pieces(unearned),
            credit.Reasons.Select(reason => reason.Find("unearned")).FirstOrDefault());

        // Asked back with the goods, they leave nothing to be said.
        if (unearned > 0)
            Assert.Empty(sale.Credit((1, Quantity.Pieces(returned)), (2, Quantity.Pieces(unearned))).Reasons);
    }

    [Fact]
    public void Promotions_are_stated_once()
    {
        var sale = ReturnedDocument.Of(Schedule().Apply(Order(Line(1, 100m, 10m, "P"))));

        Assert.Null(sale.Promotions);
        Assert.Equal(s_tenPlusOne, sale.WithFreeGoods(s_tenPlusOne).Credit(1, Quantity.Pieces(1)).After.Promotions!.Single());
        Assert.Throws<ArgumentException>("promotions", () => sale.WithFreeGoods(s_tenPlusOne, s_tenPlusOne));
    }
}
