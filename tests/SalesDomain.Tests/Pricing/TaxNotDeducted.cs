using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

/// <summary>A level that pays tax on what it buys and cannot deduct it (小规模纳税人).</summary>
public sealed class TaxNotDeducted
{
    // A dealer's price of 100.00 without tax costs the shop 113.00; at 25 % of margin it sells at 150.67, with 1 % of tax at 152.17.
    [Fact]
    public void It_is_a_cost_of_the_level()
    {
        PriceLadder Ladder(PriceLevel shop) => PriceLadder.Of(Currency.CNY, PriceLevel.First("dealer"), shop);
        var shop = PriceLevel.ByMargin("shop", Percent(25));

        Assert.Equal(Cny(150.67m), Ladder(shop.WithoutTaxDeduction(Percent(13))).From("dealer", Cny(100m))["shop"].Price);
        Assert.Equal(
            Cny(152.17m), Ladder(shop.WithoutTaxDeduction(Percent(13)).WithTax(Percent(1))).From("dealer", Cny(100m))["shop"].Price);
        Assert.Equal(Cny(133.33m), Ladder(shop).From("dealer", Cny(100m))["shop"].Price);
        Assert.Equal(
            "shop: margin 25%, with tax 1%, tax 13% not deducted", shop.WithoutTaxDeduction(Percent(13)).WithTax(Percent(1)).ToString());
    }

    // Bought at 113.00 with tax and sold at 151.00: a margin of 25.17 %, and not of 33.77 %.
    [Fact]
    public void The_margin_of_who_cannot_deduct_it_is_not_overstated()
    {
        LadderMargin Margin(PriceLevel shop) =>
            PriceLadder.Of(Currency.CNY, PriceLevel.First("dealer").WithTax(Percent(13)), shop)
                .Margins(
                    new LocalDate(2026, 3, 31), StatedPrice.Of("dealer", Cny(113m), DateSpan.Always, "invoice"),
                    StatedPrice.Of("shop", Cny(151m), DateSpan.Always, "visit"))
                .Lines.Single();
        var shop = PriceLevel.ByMargin("shop", Percent(25));

        Assert.Equal("shop: CNY 51.00, margin 33.77%, mark-up 51%", Margin(shop).ToString());
        Assert.Equal("shop: CNY 38.00, margin 25.17%, mark-up 33.63%", Margin(shop.WithoutTaxDeduction(Percent(13))).ToString());
        Assert.True(Margin(shop.WithoutTaxDeduction(Percent(13))).Explain().IsVerified);
        Assert.True(Margin(shop.WithoutTaxDeduction(Percent(13))).ExplainMarkup().IsVerified);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => PriceLevel.First("maker").WithoutTaxDeduction(Percent(13)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "rate", () => PriceLevel.ByMargin("shop", Percent(25)).WithoutTaxDeduction(Percent(-1)));
    }

    /// <summary>Unrounded, a price worked up and down again is what it was, whatever the step and the taxes.</summary>
    [Property]
    public Property Up_and_down_again_is_the_same() => Prop.ForAll(
        (from kind in Gen.Choose(0, 2) from rate in Gen.Choose(0, 60) from input in Gen.Choose(0, 20) from output in Gen.Choose(0, 20)
         from before in Gen.Choose(0, 20) from cents in Gen.Choose(1, 100_000)
         select (kind, rate, input, output, before, cents)).ToArbitrary(),
        any =>
        {
            var step = any.kind == 0 ? PriceLevel.ByMargin("shop", Percent(any.rate))
                : any.kind == 1 ? PriceLevel.ByMarkup("shop", Percent(any.rate))
                : PriceLevel.ByAmount("shop", Cny(any.rate));
            var fine = Rounding.ToDigits(12, RoundingMode.HalfEven);
            var ladder = PriceLadder.Of(
                Currency.CNY, PriceLevel.First("dealer").WithTax(Percent(any.before)).WithRounding(fine),
                step.WithTax(Percent(any.output)).WithoutTaxDeduction(Percent(any.input)).WithRounding(fine));
            var up = ladder.From("dealer", Cny(any.cents / 100m));
            var down = ladder.From("shop", up["shop"].Price);

            Assert.True((down["dealer"].Price - up["dealer"].Price).Abs().Amount < 0.000_000_01m);
            Assert.True(up.Explain("shop").IsVerified && down.Explain("dealer").IsVerified);
            var sold = up["shop"].Price.Amount / (1m + (any.output / 100m));
            var paid = any.cents / 100m / (1m + (any.before / 100m)) * (1m + (any.input / 100m));
            var expected = any.kind == 0 ? paid / (1m - (any.rate / 100m))
                : any.kind == 1 ? paid * (1m + (any.rate / 100m)) : paid + any.rate;
            Assert.True(Math.Abs(sold - expected) < 0.000_000_01m);
        });
}
