using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What peers got wrong in cents, in zeros and in credits, by the numbers of the domain notes.</summary>
public sealed class PitfallsOfCredits
{
    // Zero is an amount here too: it is set, and what follows finds nothing to take.
    [Fact]
    public void P_15_a_fixed_price_of_zero_is_a_price_and_nothing_is_taken_off_it()
    {
        var given = Schedule(Discount.FixedPrice("gift", Cny(0m), UnitOfMeasure.Piece).At(10), Discount.Percent("ten", Percent(10)).At(20))
            .Apply(Order(Line(1, 50m), Line(2, 0m)));

        Assert.Equal([0m, 0m], given.Nets());
        Assert.Equal(Cny(50m), given.Discounted);
        Assert.True(given.Explain().IsVerified);
    }

    // Magento #12721: the line of price zero swallowed the cent; #10790: a grand total of -0.01.
    [Fact]
    public void P_20_a_line_of_zero_takes_no_cent_and_no_total_falls_below_zero()
    {
        var fifteen = Schedule(Discount.OfOrder("fifteen", Cny(15m)))
            .Apply(Order(Line(1, 22m), Line(2, 14m), Line(3, 43m), Line(4, 7.5m), Line(5, 0m)));
        Assert.Equal([3.81m, 2.43m, 7.46m, 1.30m, 0m], fifteen.Taken());
        Assert.Equal(Cny(71.50m), fifteen.Net);

        // 0.99 in three lines, one cent less than the discount.
        var all = Schedule(Discount.OfOrder("one", Cny(1m))).Apply(Order(Line(1, 0.33m), Line(2, 0.33m), Line(3, 0.33m)));
        Assert.Equal([0m, 0m, 0m], all.Nets());
        Assert.Equal((Cny(0.99m), Cny(0.01m)), (all.Discounted, all.Deductions[0].Refused));
        Assert.Equal(["pricing.discount-refused-of-order"], all.Codes());
    }

    // Saleor #14920: two rules of one promotion were both given.
    [Fact]
    public void P_22_rules_of_one_promotion_are_not_stacked()
    {
        var given = Schedule(Discount.Percent("all", Percent(10)).At(10), Discount.Percent("shoes", Percent(20)).At(20).For(Only("S")))
            .WithExclusion("promotion", ExclusionRule.Best, "all", "shoes").Apply(Order(Line(1, 100m, 1m, "S"), Line(2, 100m)));

        Assert.Equal([80m, 90m], given.Nets());
        Assert.Equal(["pricing.discount-excluded"], given.Codes());
    }

    // ERPNext #49405: 5 % of 200 is 10; at a fixed price of 150 that followed, it was taken again: 142.50.
    [Fact]
    public void P_24_a_percentage_before_a_fixed_price_is_not_taken_a_second_time()
    {
        var given = Schedule(
                Discount.Percent("five", Percent(5)).At(10), Discount.FixedPrice("action", Cny(150m), UnitOfMeasure.Piece).At(20))
            .Apply(Order(Line(1, 200m, 3m)));

        Assert.Equal(Cny(450m), given.Net);
        Assert.Equal(Cny(150m), given.Discounted);
        Assert.Equal([Cny(30m), Cny(120m)], given.Lines[0].Deductions.Select(deduction => deduction.Amount));
    }

    // ERPNext #58313: a row of quantity zero was credited, and the next note credited it again.
    [Fact]
    public void P_26_a_row_of_zero_is_never_credited_however_often_it_is_asked()
    {
        var sale = ReturnedSale.Of(Sold(4m, 37m), ReturnPolicy.AtSalePrice(Rounding.Commercial));
        for (var asked = 0; asked < 3; asked++)
        {
            var zero = Assert.Throws<ArgumentOutOfRangeException>(() => sale.Credit(Quantity.Pieces(0m)));
            Assert.Equal("returned", zero.ParamName);
        }

        Assert.Equal(Cny(37m), sale.Credit(Quantity.Pieces(4m)).Amount);

        // Whole once, then asked again and again: nothing more comes, and what is kept says so.
        var after = sale.Credit(Quantity.Pieces(4m)).After;
        for (var asked = 1; asked <= 3; asked++)
        {
            var again = after.Credit(Quantity.Pieces(asked));
            Assert.True(again.IsRefused);
            Assert.Equal((Cny(0m), Cny(37m), Quantity.Pieces(0m)), (again.Amount, again.After.Credited, again.After.Open));
            after = again.After;
        }

        Assert.Equal(
            "sold",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => ReturnedSale.Of(Sold(0m, 0m), ReturnPolicy.AtSalePrice(Rounding.Commercial))).ParamName);
    }

    // SAP's field text rounds 8.4 down to 8, a blog of its own 25.6 to 26.
    [Theory]
    [InlineData(84, "digits:0 down", 8)]
    [InlineData(84, "digits:0 half-away", 8)]
    [InlineData(84, "digits:0 up", 9)]
    [InlineData(256, "digits:0 down", 25)]
    [InlineData(256, "digits:0 half-away", 26)]
    public void P_28_eight_point_four_and_twenty_five_point_six(int ordered, string rounding, int free)
    {
        var offer = FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)).Prorated(Rounding.Parse(rounding));

        Assert.Equal(Quantity.Pieces(free), offer.FreeOf(Quantity.Pieces(ordered)));
    }

    // Often printed as 23 % or 22.6 %: worked out by the steps and by the sums.
    [Fact]
    public void P_29_ten_plus_one_at_8_and_5_percent_is_20_55_percent_in_two_ways()
    {
        var given = Schedule(Discount.Percent("8", Percent(8)).At(10), Discount.Percent("5", Percent(5)).At(20))
            .Apply(Order(Line(1, 100m, 10m), Free(2, 100m, 1m)));
        var bySums = 1m - (10m * 100m * 0.92m * 0.95m / (11m * 100m));

        Assert.Equal(((Percentage?)Percentage.FromFraction(bySums)).To(2), given.EffectiveDiscount.To(2));
        Assert.Equal(Percent(20.55m), given.EffectiveDiscount.To(2));
        Assert.NotEqual(Percent(8 + 5 + 10), given.EffectiveDiscount);
    }

    // MicrosoftDocs #3719: 20 off a piece up to 50, 40 above; 100 together were printed as 400, just after 800 and 2,400.
    [Fact]
    public void P_29_a_hundred_pieces_printed_as_400_off_are_4_000()
    {
        var steps = StepSchedule.UpTo((Quantity.Pieces(50), Cny(20m))).ThenAbove(Cny(40m));
        var off = Discount.PerUnit("rebate", steps);
        var together = Schedule(off).Apply(Order(Line(1, 500m, 40m, "T0020"), Line(2, 500m, 60m, "T0020")));

        Assert.Equal([800m, 2400m], Schedule(off.Counting(BreakBasis.Line)).Apply(together.Document).Taken());
        Assert.Equal([1600m, 2400m], together.Taken());
        Assert.Equal(Cny(100 * 40m), together.Discounted);

        // Graduated, the first 50 keep their 20.
        Assert.Equal(Cny((50 * 20m) + (50 * 40m)), Schedule(off.Graduated()).Apply(together.Document).Discounted);
        Assert.True(Schedule(off.Graduated()).Apply(together.Document).Explain().IsVerified);
    }

    private static SalesLine Sold(decimal pieces, decimal net) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = 1,
        Date = Day,
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(pieces),
        ListAmount = Cny(net),
        NetAmount = Cny(net),
        Tax = Cny(0m),
    }.Build();
}
