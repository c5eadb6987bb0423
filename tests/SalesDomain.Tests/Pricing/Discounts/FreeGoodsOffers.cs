using System;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing.Discounts;

public sealed class FreeGoodsOffers
{
    private static readonly FreeGoods s_onTop = FreeGoods.Exclusive(Pieces(10), Pieces(1));
    private static readonly FreeGoods s_among = FreeGoods.Inclusive(Pieces(10), Pieces(1));

    [Fact]
    public void R_14_Ten_plus_one_is_one_in_eleven()
    {
        Assert.Equal(Percent(9.09m), s_onTop.EffectiveDiscount(Pieces(10)).To(2));
        Assert.Equal(Percent(10), s_among.EffectiveDiscount(Pieces(10)));
        Assert.Equal((Pieces(10), Pieces(11)), (s_onTop.ChargedOf(Pieces(10)), s_onTop.DeliveredOf(Pieces(10))));
        Assert.Equal((Pieces(9), Pieces(10)), (s_among.ChargedOf(Pieces(10)), s_among.DeliveredOf(Pieces(10))));
        Assert.Null(s_onTop.EffectiveDiscount(Pieces(0)));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(-20, -2)]
    public void Whole_portions_count(int ordered, int free) => Assert.Equal(Pieces(free), s_onTop.FreeOf(Pieces(ordered)));

    [Property]
    public void More_is_never_less_free_and_a_return_mirrors_a_sale(NonNegativeInt ordered, bool isProRata, bool isInclusive)
    {
        var offer = isInclusive ? s_among : s_onTop;
        offer = isProRata ? offer.Prorated(Rounding.ToDigits(0, RoundingMode.Up)) : offer;
        var free = offer.FreeOf(Pieces(ordered.Get));

        Assert.True(free <= offer.FreeOf(Pieces(ordered.Get + 1)));
        Assert.Equal(-free, offer.FreeOf(Pieces(-ordered.Get)));
        Assert.Equal(offer.DeliveredOf(Pieces(ordered.Get)), offer.ChargedOf(Pieces(ordered.Get)) + free);
        Assert.True(free <= offer.DeliveredOf(Pieces(ordered.Get)));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FreeGoods.Exclusive(Pieces(0), Pieces(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FreeGoods.Exclusive(Pieces(1), Pieces(-1)));
        Assert.Equal("free", Assert.Throws<ArgumentOutOfRangeException>(() => FreeGoods.Inclusive(Pieces(1), Pieces(2))).ParamName);
        Assert.Throws<UnitMismatchException>(() => FreeGoods.Inclusive(Pieces(1), new Quantity(1, UnitOfMeasure.Case)));
        Assert.Throws<UnitMismatchException>(() => s_onTop.FreeOf(new Quantity(1, UnitOfMeasure.Case)));
        Assert.Throws<ArgumentException>(() => s_onTop.Prorated(Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_onTop.From(Pieces(0)));
    }

    [Fact]
    public void As_values()
    {
        TestHelper.TestEqualsClass(
            s_onTop, FreeGoods.Exclusive(Pieces(10), Pieces(1)), s_among, s_onTop.From(Pieces(5)),
            s_onTop.Prorated(Rounding.ToDigits(0, RoundingMode.Down)));
        Assert.Equal(
            "1 PCE on top of each 10 PCE, from 5 PCE, pro rata digits:0 down",
            s_onTop.From(Pieces(5)).Prorated(Rounding.ToDigits(0, RoundingMode.Down)).ToString());
    }

    private static Quantity Pieces(decimal number) => Quantity.Pieces(number);

    // SAP, KNRRR: pro rata, unit of reference, whole units.
    [Fact]
    public void Three_rules_of_calculation()
    {
        var offer = FreeGoods.Exclusive(Quantity.Pieces(100), Quantity.Pieces(3));
        var ordered = Quantity.Pieces(280);

        Assert.Equal(Quantity.Pieces(8), offer.Prorated(Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero)).FreeOf(ordered));
        Assert.Equal(Quantity.Pieces(6), offer.FreeOf(ordered));
        Assert.Equal(Quantity.Pieces(0), offer.WholeUnits().FreeOf(ordered));
        Assert.Equal(Quantity.Pieces(9), offer.WholeUnits().FreeOf(Quantity.Pieces(300)));
        Assert.NotEqual(offer, offer.WholeUnits());
    }
}
