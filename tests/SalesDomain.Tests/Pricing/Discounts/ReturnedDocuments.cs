using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What is kept of a document earns its discounts itself, where the house says so.</summary>
public sealed class ReturnedDocuments
{
    private static DiscountedDocument WithCoupon() =>
        Schedule(Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(1000m)).WithCoupon("SPRING"))
            .Apply(Order(Line(1, 100m, 6m), Line(2, 100m, 4m)), ["SPRING"]);

    // sonata-project/ecommerce #177: buy for 1,000 with a coupon from 1,000, give back 600, keep the coupon.
    [Fact]
    public void P_25_A_coupon_whose_least_amount_the_rest_does_not_reach_is_taken_back()
    {
        var sold = WithCoupon();
        var credit = ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(6));

        Assert.Equal(Cny(900m), sold.Net);
        Assert.Equal(Cny(500m), credit.Amount);
        Assert.Equal(Cny(400m), credit.After.Rest!.Net);
        Assert.Equal(
            "pricing.return-discount-lost (discount spring, granted CNY 40.00, kept CNY 0.00, lost CNY 40.00)",
            credit.Reasons[0].ToString());
        Assert.Equal(["pricing.return-discount-lost", "pricing.discount-below-minimum-amount"], credit.Reasons.Select(each => each.Code));
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
        Assert.Equal(Cny(400m), credit.After.Credit(2, Quantity.Pieces(4)).Amount);

        // A return at the price of the sale leaves it its coupon, as before.
        var atSalePrice = ReturnedSale.Of(
            ReturnedSales.Sold(6m, 600m, sold.Lines[0].Net.Amount), ReturnPolicy.AtSalePrice(Rounding.Commercial));
        Assert.Equal(Cny(540m), atSalePrice.Credit(Quantity.Pieces(6)).Amount);
    }

    [Fact]
    public void Free_goods_that_are_kept_still_say_of_which_promotion_they_are()
    {
        var sold = Schedule().Apply(Order(Line(1, 100m, 40m), Free(2, 100m, 4m).OfPromotion("10+4")));

        Assert.Equal("10+4", ReturnedDocument.Of(sold).Credit(2, Quantity.Pieces(1)).After.Rest!.Lines[1].Line.Promotion);
    }

    [Theory]
    [InlineData(2, "183.33", 1)]
    [InlineData(3, "200.00", 2)]
    public void P_25_What_still_comes_to_the_least_amount_keeps_its_coupon(int returned, string credit, int reasons)
    {
        // 1,200 less 100: two back leave 1,000 with the coupon, and bring what was paid for them; three leave 900 without it.
        var sold = Schedule(Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(1000m)))
            .Apply(Order(Line(1, 100m, 12m)));
        var given = ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(returned));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal(reasons, given.Reasons.Count);
    }

    [Theory]
    [InlineData(false, 50, "450.00", "0.00")]
    [InlineData(false, 51, "360.00", "99.00")]
    [InlineData(true, 50, "450.00", "0.00")]
    public void Steps_are_reached_by_what_is_kept(bool isGraduated, int returned, string credit, string lost)
    {
        // 150 at 10.00, 10 % from 100: all-units 1,350; graduated 1,450, of which 100 kept are 1,000.
        var steps = Discount.Percent("steps", ByPieces((100m, 10m)));
        var sold = Schedule(isGraduated ? steps.Graduated() : steps).Apply(Order(Line(1, 10m, 150m)));
        var given = ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(returned));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        if (!isGraduated)
            Assert.Equal(lost != "0.00", given.Reasons.Count > 0);
        if (returned == 51)
            Assert.Contains("lost CNY " + lost, given.Reasons[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_least_quantity_is_reached_by_what_is_kept()
    {
        var sold = Schedule(Discount.Percent("dozen", Percent(10)).FromQuantity(Quantity.Pieces(12))).Apply(Order(Line(1, 10m, 13m)));

        Assert.Equal(Cny(9m), ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(1)).Amount);

        // 11 kept cost 110.00 of the 117.00: the 2 bring 7.00.
        var two = ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(2));
        Assert.Equal(Cny(7m), two.Amount);
        Assert.Equal(["pricing.return-discount-lost", "pricing.discount-below-minimum-quantity"], two.Reasons.Select(each => each.Code));
    }

    [Fact]
    public void Nobody_is_charged_for_a_return_and_the_next_credit_is_less()
    {
        // 1,000 less 200; one of 100 back leaves 900 at 900: more than was paid.
        var sold = Schedule(Discount.OfOrder("bonus", Cny(200m)).FromAmount(Cny(1000m))).Apply(Order(Line(1, 100m, 10m)));
        var one = ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(1));

        Assert.Equal(Cny(0m), one.Amount);
        Assert.Equal("pricing.return-nothing-due (due CNY -100.00, credited CNY 0.00)", one.Reasons[one.Reasons.Count - 1].ToString());
        Assert.True(one.Explain().IsVerified, one.Explain().ToString());
        Assert.Equal(Cny(100m), one.After.Credit(1, Quantity.Pieces(2)).Amount);
        Assert.Equal(Cny(100m), ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(3)).Amount);
    }

    [Property(MaxTest = 200)]
    public void In_any_cuts_what_is_kept_is_priced_whole_and_all_of_it_is_the_net(
        PositiveInt cents, PositiveInt first, PositiveInt second, bool isGraduated, bool isKeptInFull)
    {
        var steps = Discount.Percent("steps", ByPieces((5m, 7m), (9m, 11m))).At(10);
        var sold = Schedule(
                isGraduated ? steps.Graduated() : steps,
                Discount.Percent("dozen", Percent(3)).FromQuantity(Quantity.Pieces(12)).At(20),
                Discount.OfOrder("spring", Cny(0.5m)).FromAmount(Cny(cents.Get / 20m)).At(90))
            .Apply(Order(Line(1, cents.Get / 100m, (first.Get % 20) + 1), Line(2, cents.Get / 70m, (second.Get % 9) + 1)));
        var sale = isKeptInFull ? ReturnedDocument.Of(sold).WithDiscountsKeptInFull() : ReturnedDocument.Of(sold);
        var most = Cny(0m);
        foreach (var (line, seed) in sold.Lines.Select((line, index) => (line.Line, index % 2 == 0 ? first.Get : second.Get)))
        {
            var open = (int)line.Quantity.Amount;
            var part = seed % open;
            foreach (var back in new[] { part, open - part }.Where(back => back > 0))
            {
                var credit = sale.Credit(line.Number, Quantity.Pieces(back));
                Assert.False(credit.Amount.IsNegative);
                Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
                sale = credit.After;
                var less = sold.Net - (sale.Rest?.Net ?? Cny(0m));
                most = Money.Max(most, isKeptInFull ? less : Money.Min(less, ReturnsUpToWhatWasPaid.PaidFor(sale)));
                Assert.Equal(most, sale.Credited);
            }
        }

        Assert.Null(sale.Rest);
        Assert.Equal(sold.Net, sale.Credited);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var sale = ReturnedDocument.Of(WithCoupon());
        var credit = sale.Credit(1, Quantity.Pieces(7));

        Assert.True(credit.IsRefused);
        Assert.Equal("pricing.return-above-sold (line 1, returned 7 PCE, open 6 PCE)", credit.Reasons.Single().ToString());
        Assert.Same(sale, credit.After);
        Assert.Equal(Quantity.Pieces(0), sale.ReturnedOf(1));
        Assert.Equal(Quantity.Pieces(2), sale.Credit(1, Quantity.Pieces(2)).After.ReturnedOf(1));
        Assert.Throws<ArgumentOutOfRangeException>("line", () => sale.Credit(3, Quantity.Pieces(1)));
        Assert.Throws<ArgumentOutOfRangeException>("returned", () => sale.Credit(1, Quantity.Pieces(0)));
        Assert.Throws<UnitMismatchException>("returned", () => sale.Credit(1, new Quantity(1m, UnitOfMeasure.Case)));
    }
}
