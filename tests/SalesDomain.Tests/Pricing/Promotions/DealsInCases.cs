using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A deal counts in its own unit, whatever unit a line is in: a case of 24 is 24 pieces.</summary>
public sealed class DealsInCases
{
    private static readonly Deal s_threeForTwo = Deal.CheapestFree(3, 1);

    // 10.00 a bottle, 24 to a case.
    [Theory]
    [InlineData(3, 0, 600)]
    [InlineData(1, 0, 200)]
    [InlineData(1, 2, 220)]
    [InlineData(0, 24, 200)]
    [InlineData(0.5, 11, 195)]
    public void Any_three_for_25(decimal cases, decimal pieces, decimal net)
    {
        var given = Given(Deal.ForPrice(3, Cny(25m)), Wine(cases, pieces));

        Assert.Equal(net, given.Net.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Fact]
    public void Of_three_cases_a_third_of_the_bottles_is_free()
    {
        Assert.Equal((480m, 24m), (Given(s_threeForTwo, Wine(3m, 0m)).Net.Amount, Dealt(Given(s_threeForTwo, Wine(3m, 0m))).Given));
        Assert.Equal(180m, Given(s_threeForTwo, Wine(1m, 2m)).Net.Amount);
        Assert.Equal(10m, Given(Deal.PercentOff(1, Percent(100)).AtMost(1), Wine(1m, 0m)).Discounted.Amount);
        Assert.Equal(
            "pricing.promotion-next-deal (discount deal, deals 8, missing 1)",
            Assert.Single(Given(s_threeForTwo, Wine(1m, 2m)).NearMisses).ToString());
    }

    // 40 bottles at 25.00 are 1,000.00, and a case of them 600.00 like the other: of alike the line that comes first is given.
    [Theory]
    [InlineData(40)]
    [InlineData(44)]
    public void Of_pieces_that_cost_alike_the_first_line_is_given(int bottles)
    {
        var given = Given(
            Deal.CheapestFree(2, 1).In(UnitOfMeasure.Case),
            Order(AnySplit.InCases(1, "W", 1m, 25m, 24), AnySplit.InPieces(2, "W", bottles, 25m, 24)));

        Assert.Equal([Cny(600m), Cny(0m)], given.Lines.Select(line => line.Discounted));
    }

    [Fact]
    public void A_deal_may_count_cases()
    {
        var inCases = s_threeForTwo.In(UnitOfMeasure.Case);
        var given = Given(inCases, Wine(3m, 2m));

        Assert.Equal((740m, 240m), (given.ListAmount.Amount, given.Discounted.Amount));
        Assert.Equal("line 1: 3 CS, 1 given, CNY 240.00", Dealt(given).ToString());
        Assert.Equal((UnitOfMeasure.Case, UnitOfMeasure.Piece), (Dealt(given).Unit, s_threeForTwo.Unit));
        Assert.Equal("3 in CS, 100% off the cheapest 1 of all", inCases.ToString());
        Assert.NotEqual(s_threeForTwo, inCases);
        Assert.Equal(s_threeForTwo, inCases.In(UnitOfMeasure.Piece));
    }

    [Theory]
    [InlineData(23, 3)]
    [InlineData(24, 2)]
    [InlineData(47, 2)]
    [InlineData(48, 1)]
    public void Whole_cases_of_a_line_of_bottles_count(decimal pieces, decimal missing)
    {
        var given = Given(s_threeForTwo.In(UnitOfMeasure.Case), Wine(0m, pieces));

        Assert.Equal(0m, given.Discounted.Amount);
        Assert.Equal(
            ["pricing.promotion-no-whole-deal (discount deal, missing " + missing.ToString(CultureInfo.InvariantCulture) + ", unit CS)"],
            given.Reasons.Select(each => each.ToString()));
    }

    [Fact]
    public void What_is_no_decimal_of_a_case_is_divided_once()
    {
        // Of a case of 12 four bottles are a third: eight are left, and not 7.99…, nor do they cost a hair more than 80.00.
        var given = Schedule(
                Discount.OfDeal("four", Deal.PercentOff(4, Percent(100)).AtMost(1)).At(1),
                Discount.OfDeal("eight", Deal.ForPrice(8, Cny(79.99m))).At(2))
            .Apply(Order(AnySplit.InCases(1, "P", 1m, 10m, 12)));
        Assert.Equal((79.99m, 2), (given.Net.Amount, given.Deductions.Count));
        Tampering.IsNamed(given.Explain(), 0);

        var none = Schedule(
                Discount.OfDeal("eight", Deal.PercentOff(8, Percent(100)).AtMost(1)).At(1),
                Discount.OfDeal("four", Deal.ForPrice(4, Cny(40m))).At(2))
            .Apply(Order(AnySplit.InCases(1, "P", 1m, 10m, 12)));
        Assert.Equal(40m, none.Net.Amount);
        Assert.Contains("pricing.promotion-deal-not-cheaper", none.Codes());

        // Eight bottles by threes are 2 2/3: two of them cost 6.06 of 8.08, a quarter of which is 1.515 and not 1.51499…
        var half = Given(
            Deal.PercentOff(2, Percent(25)).In(UnitOfMeasure.Case), Order(AnySplit.InPieces(1, "P", 8m, 1.01m, 3)));
        Assert.Equal(1.52m, half.Discounted.Amount);
        Tampering.IsNamed(half.Explain(), 0);
    }

    [Fact]
    public void Deals_in_two_units_share_out_the_pieces()
    {
        var given = Schedule(
                Discount.OfDeal("case", Deal.PercentOff(1, Percent(50)).In(UnitOfMeasure.Case).AtMost(1)).At(1),
                Discount.OfDeal("dozen", Deal.ForPrice(12, Cny(100m))).At(2),
                Discount.OfDeal("rest", Deal.PercentOff(1, Percent(10))).At(3))
            .Apply(Order(AnySplit.InCases(1, "P", 2.25m, 10m, 12)));

        // 27 bottles: 12 at half price, 12 for 100.00, 3 at 10 % off.
        Assert.Equal([60m, 20m, 3m], given.Deductions.Select(each => each.Amount.Amount));
        for (var choice = 0; choice < 12; choice++)
            Tampering.IsNamed(given.Explain(), choice);
        Assert.Contains("pieces in other deals: 12 PCE", given.Explain().ToString());
    }

    [Fact]
    public void What_does_not_convert_is_left_out_and_told()
    {
        var apples = PricedLine.Of(1, Subject("apples"), new Quantity(5.5m, UnitOfMeasure.Kilogram), Cny(10m));
        var given = Given(s_threeForTwo, Order(apples, Line(2, 10m, 3m)));
        Assert.Equal([0m, 10m], given.Taken());
        Assert.Equal(
            ["pricing.discount-other-unit (discount deal, line 1, unit KGM, counted PCE)"],
            given.Reasons.Select(each => each.ToString()));

        // Four kilograms of 5.5 are in two deals.
        var byWeight = Deal.PercentOff(2, Percent(10)).In(UnitOfMeasure.Kilogram);
        Assert.Equal(4m, Given(byWeight, Order(apples)).Discounted.Amount);
        Assert.Equal(
            "pricing.promotion-next-deal (discount deal, deals 2, missing 1, unit KGM)",
            Assert.Single(Given(byWeight, Order(apples)).NearMisses).ToString());

        // A kilogram of seven pieces converts; what is in no part of the deal is not told of.
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Kilogram), Quantity.Pieces(7));
        Assert.Equal(10m, Given(Deal.PercentOff(7, Percent(20)), Order(apples.WithUnits(units))).Discounted.Amount);
        var others = Given(Deal.CheapestOff(Percent(50), 1, DealPart.Of(2, Only("P-2"))), Order(apples, Line(2, 10m, 2m)));
        Assert.Equal((5m, 0), (others.Discounted.Amount, others.Reasons.Count));
        Assert.Equal(
            ["pricing.promotion-no-whole-deal"],
            Given(Deal.CheapestOff(Percent(50), 1, DealPart.Of(2, Only("P-2"))), Order(apples)).Codes());
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(AnySplit)])]
    public void Cases_and_pieces_are_the_same_goods(AnySplit any)
    {
        var (pieces, split) = (Given(any, any.Pieces), Given(any, any.Lines));

        Assert.Equal(pieces.Net, split.Net);
        Assert.Equal(pieces.Deductions.Select(each => (each.Times, each.Asked)), split.Deductions.Select(each => (each.Times, each.Asked)));
        Assert.Equal(pieces.NearMisses, split.NearMisses);
        Assert.Equal(pieces.Reasons, split.Reasons);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(AnySplit)])]
    public void Two_deals_one_after_the_other_leave_the_same(AnySplit any, PositiveInt first, PositiveInt second)
    {
        var schedule = Schedule(
            Discount.OfDeal("first", Deal.PercentOff(1 + (first.Get % 9), Percent(100)).AtMost(1 + (first.Get % 2))).At(1),
            Discount.OfDeal("second", Deal.PercentOff(1 + (second.Get % 7), Percent(25))).At(2));
        DiscountedDocument Of(PricedLine[] lines) => schedule.Apply(Order([.. lines.Where(line => line.Subject.Product == s_a)]));

        var (pieces, split) = (Of(any.Pieces), Of(any.Lines));
        Assert.Equal(pieces.Net, split.Net);
        Assert.Equal(
            pieces.Deductions.Select(each => each.Dealt.Sum(line => line.Pieces)),
            split.Deductions.Select(each => each.Dealt.Sum(line => line.Pieces)));
        Tampering.IsNamed(split.Explain(), first.Get);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(AnySplit)])]
    public void Every_figure_of_them_explains_itself(AnySplit any, NonNegativeInt choice)
    {
        var given = Given(any, any.Lines);

        Tampering.IsNamed(given.Explain(), choice.Get);
        foreach (var total in given.Deductions)
        {
            Tampering.IsNamed(total.Explain(), choice.Get);
            Tampering.IsNamed(total.ExplainTimes(), choice.Get);
            Tampering.IsNamed(total.ExplainRefused(), choice.Get);
        }
    }

    private static readonly ProductId s_a = new("A");

    private static DiscountedDocument Given(Deal deal, PricedDocument document) =>
        Schedule(Discount.OfDeal("deal", deal)).Apply(document);

    private static DiscountedDocument Given(AnySplit any, PricedLine[] lines)
    {
        var discount = Discount.OfDeal("deal", any.Deal);
        discount = (any.Options & 3) == 3 && any.Deal.Parts.Count == 1 ? discount.Counting(BreakBasis.Product) : discount;
        discount = (any.Options & 12) == 12 ? discount.FromDocumentAmount(Cny(150m), DiscountBase.List) : discount;
        discount = (any.Options & 48) == 48 ? discount.WithBudget(PromotionBudget.OfUnit(Cny(1.23m))) : discount;
        return Schedule(discount).Apply(Order(lines));
    }

    private static DealtLine Dealt(DiscountedDocument given) => given.Deductions[0].Dealt[0];

    private static PricedDocument Wine(decimal cases, decimal pieces)
    {
        var lines = new List<PricedLine>();
        if (cases > 0m)
            lines.Add(AnySplit.InCases(1, "W", cases, 10m, 24));
        if (pieces > 0m)
            lines.Add(AnySplit.InPieces(2, "W", pieces, 10m, 24));
        return Order([.. lines]);
    }
}
