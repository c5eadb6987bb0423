using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A gift in another unit than what earns it: a cup for every 10 cases (每满10箱送1个杯子).</summary>
public sealed class FreeGoodsInAnotherUnit
{
    private static readonly FreeGoods s_everyTenCases = FreeGoods.Exclusive(Cases(10m), Quantity.Pieces(1));

    private static readonly FreeGoodsPromotion s_cups = FreeGoodsPromotion.Of("cups", s_everyTenCases).Giving(new ProductId("CUP"));

    [Theory]
    [InlineData("9", 0)]
    [InlineData("9.9", 0)]
    [InlineData("10", 1)]
    [InlineData("19.9", 1)]
    [InlineData("20", 2)]
    [InlineData("-20", -2)]
    public void A_cup_for_every_ten_cases(string cases, int cups) =>
        Assert.Equal(Quantity.Pieces(cups), s_everyTenCases.FreeOf(Cases(Number(cases))));

    // Packs of 12 and of 24: 6 cases and 4 cases are ten, which no number of pieces says.
    [Fact]
    public void Should_1_Cases_count_whatever_they_hold()
    {
        var order = Order(InCases(1, "A", 6m, 12), InCases(2, "B", 4m, 24));
        var offer = Assert.Single(s_cups.Offer(order));

        Assert.Equal("CUP: 1 PCE free of 10 CS, 1 PCE missing", offer.ToString());
        Assert.Equal((Cases(10m), Quantity.Pieces(1)), (offer.Counted, offer.Missing));
        Assert.Equal(
            "CUP: 1 PCE free of 10 CS", Assert.Single(s_cups.Offer(Order([.. order.Lines, offer.ToLine(3, Cny(9m))]))).ToString());
        Assert.Equal("CUP: 0 PCE free of 9 CS", Assert.Single(s_cups.Offer(Order(InCases(1, "A", 9m, 12)))).ToString());
    }

    // Three times 4 of 12 are a case, and no 0.9999; A, B and C have a third of a case each of packs of 12, 24 and 36.
    [Theory]
    [InlineData("A", "A", 12, 12, 12)]
    [InlineData("B", "C", 12, 24, 36)]
    public void Parts_of_cases_are_summed_before_they_are_divided(string second, string third, int one, int two, int three)
    {
        var perCase = FreeGoodsPromotion.Of("case", FreeGoods.Exclusive(Cases(1m), Quantity.Pieces(1))).Giving(new ProductId("CUP"));
        var offer = Assert.Single(perCase.Offer(Order(
            InPieces(1, "A", one / 3m, one), InPieces(2, second, two / 3m, two), InPieces(3, third, three / 3m, three))));

        Assert.Equal("CUP: 1 PCE free of 1 CS, 1 PCE missing", offer.ToString());
        Assert.True(offer.Explain().IsVerified, offer.Explain().ToString());
        Assert.Equal(0m, Assert.Single(perCase.Offer(Order(InPieces(1, "A", 11m, 12)))).Free.Amount);
    }

    [Fact]
    public void What_counts_is_rounded_for_show_only()
    {
        var offer = Assert.Single(s_cups.Offer(Order(InPieces(1, "A", 130m, 12))));

        Assert.Equal("CUP: 1 PCE free of ≈ 10.833333 CS, 1 PCE missing", offer.ToString());
        Assert.Equal(130m / 12m, offer.Counted!.Value.Amount);
    }

    // A piece of what is bought by the case: what does not say how a case converts may not be sold by the piece at all.
    [Fact]
    public void The_same_product_in_another_unit_by_its_own_conversions_only()
    {
        var same = FreeGoodsPromotion.Of("one more", s_everyTenCases);
        var offer = Assert.Single(same.Offer(Order(InCases(1, "A", 20m, 12))));
        var line = offer.ToLine(2, Cny(1m));
        Assert.Equal("A: 2 PCE free of 20 CS, 2 PCE missing", offer.ToString());
        Assert.Equal((Quantity.Pieces(2), UnitsOf(12)), (line.Quantity, line.Units));
        Assert.Equal(0m, Assert.Single(same.Offer(Order(InCases(1, "A", 20m, 12), line))).Missing.Amount);

        var bare = PricedLine.Of(1, Subject("A"), Cases(20m), Cny(12m));
        foreach (var promotion in new[] { same, same.Giving(new ProductId("A")) })
        {
            var refused = Assert.Single(promotion.Offer(Order(bare)));
            Assert.Equal("A: 0 PCE free of 0 CS", refused.ToString());
            Assert.Equal(
                "pricing.discount-other-unit (discount one more, line 1, unit CS, counted PCE)", Assert.Single(refused.Reasons).ToString());
        }

        Assert.Equal(Quantity.Pieces(2), Assert.Single(s_cups.Offer(Order(bare))).Missing);
    }

    [Fact]
    public void A_line_that_is_not_in_cases_earns_no_cup()
    {
        var offer = Assert.Single(s_cups.Offer(Order(Line(1, 1m, 500m, "A"), InCases(2, "B", 10m, 24))));

        Assert.Equal("CUP: 1 PCE free of 10 CS, 1 PCE missing", offer.ToString());
        Assert.Equal(
            "pricing.discount-other-unit (discount cups, line 1, unit PCE, counted CS)", Assert.Single(offer.Reasons).ToString());
    }

    [Theory]
    [InlineData(49, 4)]
    [InlineData(50, 8)]
    [InlineData(60, 9)]
    public void Tiers_too(int cases, int cups)
    {
        var tiers = FreeGoods.Tiered(FreeGoods.Exclusive(Cases(50m), Quantity.Pieces(8)), s_everyTenCases);
        foreach (var goods in new[] { tiers, tiers.LosingRest() })
        {
            var offer = Assert.Single(
                FreeGoodsPromotion.Of("tiers", goods).Giving(new ProductId("CUP")).Offer(Order(InCases(1, "A", cases, 12))));

            Assert.Equal(goods.LosesRest && cases == 60 ? 8 : cups, offer.Free.Amount);
            Assert.Equal((UnitOfMeasure.Piece, UnitOfMeasure.Case), (offer.Free.Unit, offer.Counted!.Value.Unit));
            Assert.True(offer.Explain().IsVerified, offer.Explain().ToString());
        }

        Assert.Throws<UnitMismatchException>(() => FreeGoods.Tiered(s_everyTenCases, FreeGoods.Exclusive(Cases(50m), Cases(8m))));
        Assert.Throws<UnitMismatchException>(
            () => FreeGoods.Tiered(s_everyTenCases, FreeGoods.Exclusive(Quantity.Pieces(50), Quantity.Pieces(8))));
    }

    [Fact]
    public void What_is_in_the_unit_of_the_portion_and_what_in_that_of_the_gift()
    {
        Assert.Equal(Quantity.Pieces(0), s_everyTenCases.From(Cases(20m)).FreeOf(Cases(19m)));
        Assert.Equal(Cases(20m), s_everyTenCases.ChargedOf(Cases(20m)));
        Assert.Equal(Quantity.Pieces(2), s_cups.AtMost(Quantity.Pieces(2)).Most);
        Assert.Equal("1 PCE on top of each 10 CS", s_everyTenCases.ToString());
        Assert.Throws<UnitMismatchException>(() => s_everyTenCases.From(Quantity.Pieces(20)));
        Assert.Throws<UnitMismatchException>(() => s_everyTenCases.FreeOf(Quantity.Pieces(20)));
        Assert.Throws<UnitMismatchException>(() => s_everyTenCases.DeliveredOf(Cases(20m)));
        Assert.Throws<UnitMismatchException>(() => s_everyTenCases.EffectiveDiscount(Cases(20m)));
        Assert.Throws<UnitMismatchException>(() => s_cups.AtMost(Cases(2m)));
    }

    // Units are names only: in other units the numbers are those of one unit.
    [Property(MaxTest = 300)]
    public void The_numbers_are_those_of_one_unit(
        PositiveInt ordered, PositiveInt per, PositiveInt free, byte options, NonNegativeInt choice)
    {
        var (portion, gift, bought) = (per.Get % 30 + 1, free.Get % 5 + 1, ordered.Get % 500 + 1);
        var (one, other) = (Any(Quantity.Pieces(portion), Quantity.Pieces(gift)), Any(Cases(portion), Quantity.Pieces(gift)));
        var (ofOne, ofOther) = (Offered(one, Line(1, 1m, bought, "A")), Offered(other, InCases(1, "A", bought, 12)));

        Assert.Equal((ofOne.Free, ofOne.Missing), (ofOther.Free, ofOther.Missing));
        Assert.Equal(one.FreeOf(Quantity.Pieces(bought)), other.FreeOf(Cases(bought)));
        Tampering.IsNamed(ofOther.Explain(), choice.Get);

        // And pieces of cases are worth what the cases are.
        Assert.Equal(ofOther.Free, Offered(other, InPieces(1, "A", bought * 12m, 12)).Free);

        FreeGoods Any(Quantity each, Quantity given)
        {
            var goods = FreeGoods.Exclusive(each, given);
            goods = (options & 1) == 0 ? goods : goods.From(each + each);
            return (options & 6) switch
            {
                2 => goods.WholeUnits(),
                4 => goods.Prorated(Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero)),
                6 => FreeGoods.Tiered(FreeGoods.Exclusive(each, given), FreeGoods.Exclusive(each + each, given + given + given)),
                _ => goods,
            };
        }

        FreeGoodsProposal Offered(FreeGoods goods, PricedLine line) =>
            FreeGoodsPromotion.Of("any", goods).Giving(new ProductId("CUP")).Offer(Order(line)).Single();
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Quantity Cases(decimal cases) => new(cases, UnitOfMeasure.Case);

    private static UnitConversions UnitsOf(int pieces) => UnitConversions.Of(UnitOfMeasure.Piece).With(Cases(1m), Quantity.Pieces(pieces));

    private static PricedLine InCases(int number, string product, decimal cases, int pieces) =>
        PricedLine.Of(number, Subject(product), Cases(cases), Cny(12m)).WithUnits(UnitsOf(pieces));

    private static PricedLine InPieces(int number, string product, decimal pieces, int ofCase) =>
        PricedLine.Of(number, Subject(product), Quantity.Pieces(pieces), Cny(1m)).WithUnits(UnitsOf(ofCase));
}
