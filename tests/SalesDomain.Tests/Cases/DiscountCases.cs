using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases of discounts and free goods from public sources, by their ids.</summary>
public sealed class DiscountCases
{
    // frappe/erpnext, test_pricing_rule_for_... apply_discount_on_discounted_rate
    [Fact]
    public void ST_02_The_second_on_the_discounted_price()
    {
        var net = Apply(Line(1, 100m), Discount.Percent("20", Percent(20)).At(10), Discount.Percent("10", Percent(10)).At(20));

        Assert.Equal([28m], net.Taken());
        Assert.Equal([72m], net.Nets());
    }

    // http://goodhwa.blogg.se/2023/april/dynamics-365-pricing.html
    [Theory]
    [InlineData(false, 72)]
    [InlineData(true, 70)]
    public void ST_03_Two_declared_behaviours(bool onOriginal, int net)
    {
        var @base = onOriginal ? DiscountBase.List : DiscountBase.Running;
        var given = Apply(
            Line(1, 100m), Discount.Percent("10", Percent(10)).At(10), Discount.Percent("20", Percent(20)).At(20).On(@base));

        Assert.Equal([net], given.Nets());
    }

    // SAP SD exclusion procedure A, tutorialkart.com
    [Theory]
    [InlineData(ExclusionRule.Best, "promotion", 85)]
    [InlineData(ExclusionRule.Least, "customer", 90)]
    [InlineData(ExclusionRule.First, "customer", 90)]
    public void ST_11_Only_the_better_of_a_group(ExclusionRule rule, string applied, int net)
    {
        var given = Schedule(Discount.Percent("customer", Percent(10)).At(10), Discount.Percent("promotion", Percent(15)).At(20))
            .WithExclusion("one", rule, "customer", "promotion").Apply(Order(Line(1, 100m)));

        Assert.Equal([net], given.Nets());
        Assert.Equal(applied, Assert.Single(given.Deductions).Discount.Name);
        Assert.Equal("pricing.discount-excluded", Assert.Single(given.Codes()));
    }

    // http://library.centennialcollege.ca/learningcentre/review/math/discounts
    [Fact]
    public void ST_15_The_further_discount()
    {
        var given = Apply(Line(1, 200m), Discount.Percent("first", Percent(20)));

        Assert.Equal(Percent(25), given.FurtherDiscountTo(Cny(120m)));
        Assert.Equal(Percent(25), given.Lines[0].FurtherDiscountTo(Cny(120m)));
    }

    // https://www.cloudfronts.com/?p=37087
    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 15)]
    public void ST_17_First_match_or_accumulate(bool firstOnly, int percent)
    {
        var schedule = Schedule(
            Discount.Percent("all", Percent(5)).At(10).On(DiscountBase.List),
            Discount.Percent("ten", ByPieces((10m, 10m)).WithCeiling(Quantity.Pieces(100m))).At(20).On(DiscountBase.List),
            Discount.Percent("hundred", ByPieces((101m, 20m)).WithCeiling(Quantity.Pieces(500m))).At(30).On(DiscountBase.List));
        var given = (firstOnly ? schedule.WithExclusion("match", ExclusionRule.First, "all", "ten", "hundred") : schedule)
            .Apply(Order(Line(1, 100m, 12m)));

        Assert.Equal(Percent(percent), given.EffectiveDiscount);
        Assert.Contains("pricing.discount-outside-steps", given.Codes());
    }

    // AdventureWorks, Sales.SpecialOffer
    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 2)]
    [InlineData(14, 2)]
    [InlineData(15, 5)]
    [InlineData(24, 5)]
    [InlineData(25, 10)]
    [InlineData(40, 10)]
    [InlineData(41, 15)]
    [InlineData(60, 15)]
    [InlineData(61, 20)]
    public void BR_04_Both_sides_of_every_bound(int quantity, int percent) =>
        Assert.Equal(
            Percent(percent),
            Apply(
                Line(1, 100m, quantity),
                Discount.Percent("volume", ByPieces((11m, 2m), (15m, 5m), (25m, 10m), (41m, 15m), (61m, 20m)))).EffectiveDiscount);

    // https://www.slideshare.net/slideshow/quantity-discount-finalpdf/256149131
    [Theory]
    [InlineData(999, "4995.00")]
    [InlineData(1000, "4800.00")]
    [InlineData(1999, "9595.20")]
    [InlineData(2000, "9500.00")]
    public void BR_08_The_total_falls_at_each_break(int quantity, string total) =>
        Assert.Equal(
            "CNY " + total,
            Apply(Line(1, 5m, quantity), Discount.Percent("volume", ByPieces((1000m, 4m), (2000m, 5m)))).Net.ToString());

    // frappe/erpnext, test_mixed_condition_with_item_code_and_item_group_rules
    [Fact]
    public void BR_11_Joint_quantity()
    {
        var given = Schedule(
            Discount.Percent("A", Percent(20)).At(10).For(Only("A")),
            Discount.Percent("joint", ByPieces((60m, 10m)).WithCeiling(Quantity.Pieces(80m))).At(20).On(DiscountBase.List)
                .Counting(BreakBasis.MixGroup).For(Only("A", "B")))
            .Apply(Order(Line(1, 100m, 40m, "A"), Line(2, 200m, 30m, "B")));

        Assert.Equal([40m * 70m, 30m * 180m], given.Nets());
        Assert.True(given.Explain().IsVerified);
    }

    // https://github.com/woocommerce/woocommerce/issues/16305
    [Fact]
    public void RO_03_A_discount_and_then_tax()
    {
        var given = Apply(Line(1, 51.86m), Discount.Percent("sale", Percent(40)));

        Assert.Equal([20.74m], given.Taken());
        Assert.Equal([31.12m], given.Nets());
        Assert.Equal(Cny(2.57m), (given.Net * Percent(8.25m)).ToCents());
        Assert.Equal(Cny(33.69m), given.Net + (given.Net * Percent(8.25m)).ToCents());
    }

    // https://github.com/magento/magento2/issues/12721
    [Fact]
    public void RO_08_A_line_of_price_zero_takes_no_part()
    {
        var given = Schedule(Discount.OfOrder("fixed", Cny(15m)))
            .Apply(Order(Line(1, 22m), Line(2, 14m), Line(3, 43m), Line(4, 7.5m), Line(5, 0m)));

        Assert.Equal([3.81m, 2.43m, 7.46m, 1.30m, 0m], given.Taken());
    }

    // Sylius, receiving_discounts_with_product_minimum_price_specified.feature
    [Fact]
    public void PR_05_What_a_floor_refuses_goes_to_the_others()
    {
        var given = Schedule(Discount.OfOrder("order", Cny(27m)))
            .Apply(Order(Line(1, 50m, 2m).WithFloor(Cny(45m)), Line(2, 20m, 2m), Line(3, 40m)));

        Assert.Equal([5.00m, 5.00m, 4.25m, 4.25m, 8.50m], OfUnits(given));
        Assert.Empty(given.Reasons);
    }

    [Fact]
    public void PR_08_What_no_line_can_bear_is_reported()
    {
        var given = Schedule(Discount.OfOrder("order", Cny(20m)))
            .Apply(Order(
                Line(1, 10m), Line(2, 20m).WithFloor(Cny(19m)), Line(3, 50m).WithFloor(Cny(50m)), Line(4, 30m).WithFloor(Cny(26m))));
        var total = Assert.Single(given.Deductions);

        Assert.Equal([10m, 1m, 0m, 4m], given.Taken());
        Assert.Equal((Cny(20m), Cny(15m), Cny(5m)), (total.Asked, total.Amount, total.Refused));
        Assert.Equal("pricing.discount-refused-of-order (discount order, asked CNY 20.00, refused CNY 5.00)",
            Assert.Single(given.Reasons).ToString());
        Assert.True(total.Explain().IsVerified);
    }

    [Fact]
    public void PR_09_Cents_over_three_equal_units() =>
        Assert.Equal(
            [5.00m, 6.67m, 6.67m, 6.66m],
            OfUnits(Schedule(Discount.OfOrder("order", Cny(25m))).Apply(Order(Line(1, 50m).WithFloor(Cny(45m)), Line(2, 20m, 3m)))));

    [Fact]
    public void PR_10_Ten_over_three_units() =>
        Assert.Equal(
            [5.00m, 5.00m, 3.34m, 3.33m, 3.33m],
            OfUnits(Schedule(Discount.OfOrder("order", Cny(20m))).Apply(Order(Line(1, 50m, 2m).WithFloor(Cny(45m)), Line(2, 20m, 3m)))));

    // Sylius, complex_promotions.feature
    [Theory]
    [InlineData("trousers", 1, 5, "134.00")]
    [InlineData("shoes", 0, 0, "140.00")]
    public void PR_15_A_condition_on_other_lines(string other, int formal, int dresses, string total)
    {
        var given = Schedule(
            Discount.Percent("outfit", Percent(10)).For(OnlyCategory("formal", "dresses")).Beside(OnlyCategory("trousers", "jackets")))
            .Apply(Order(
                Line(1, 10m, category: "formal"), Line(2, 50m, category: "dresses"), Line(3, 80m, category: other)));

        Assert.Equal([formal, dresses, 0m], given.Taken());
        Assert.Equal("CNY " + total, given.Net.ToString());
    }

    [Fact]
    public void PR_19_Of_a_discount_of_lines_nothing_is_shifted()
    {
        var given = Schedule(Discount.PerUnit("ten", Cny(10m), UnitOfMeasure.Piece))
            .Apply(Order(Line(1, 50m).WithFloor(Cny(45m)), Line(2, 20m)));

        Assert.Equal([5m, 10m], given.Taken());
        Assert.Equal(Cny(55m), given.Net);
        Assert.Equal(
            "pricing.discount-held-at-floor (discount ten, line 1, asked CNY 10.00, refused CNY 5.00)",
            Assert.Single(given.Reasons).ToString());
    }

    // https://www.sapdatasheet.org/abap/dtel/dispknrmm.html
    [Theory]
    [InlineData(900, 0)]
    [InlineData(999, 0)]
    [InlineData(1000, 100)]
    [InlineData(1300, 130)]
    public void FG_02_A_minimum_opens_the_offer(int ordered, int free) =>
        Assert.Equal(
            Quantity.Pieces(free),
            FreeGoods.Exclusive(Quantity.Pieces(100), Quantity.Pieces(10)).From(Quantity.Pieces(1000)).FreeOf(Quantity.Pieces(ordered)));

    // frappe/erpnext, test_pricing_rule_for_product_free_item_rounded_qty_and_recursion
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(5, 2)]
    [InlineData(7, 3)]
    public void FG_05_An_offer_that_recurs(int ordered, int free) =>
        Assert.Equal(
            Quantity.Pieces(free),
            FreeGoods.Exclusive(Quantity.Pieces(2), Quantity.Pieces(1)).From(Quantity.Pieces(3)).FreeOf(Quantity.Pieces(ordered)));

    // MicrosoftDocs/dynamics-365-unified-operations-public, rebate-management-deals.md
    [Fact]
    public void FG_07_Only_whole_portions() =>
        Assert.Equal(
            Quantity.Pieces(2), FreeGoods.Exclusive(Quantity.Pieces(100), Quantity.Pieces(2)).FreeOf(Quantity.Pieces(150)));

    private static DiscountedDocument Apply(PricedLine line, params Discount[] discounts)
    {
        var given = Schedule(discounts).Apply(Order(line));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        return given;
    }

    /// <summary>What is taken off each unit, as the source prints it: the share of the line, spread over its pieces.</summary>
    private static decimal[] OfUnits(DiscountedDocument document)
    {
        Assert.True(document.Explain().IsVerified, document.Explain().ToString());
        return
        [
            .. document.Lines.SelectMany(line =>
                Apportionment.ToMinorUnit.SplitEvenly(line.Discounted, (int)line.Line.Quantity.Amount).Select(share => share.Amount)),
        ];
    }
}
