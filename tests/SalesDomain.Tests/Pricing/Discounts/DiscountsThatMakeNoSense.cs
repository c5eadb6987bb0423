using System;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

public sealed class DiscountsThatMakeNoSense
{
    private static readonly Discount s_ten = Discount.Percent("ten", Percent(10)).At(10);
    private static readonly Discount s_five = Discount.Percent("five", Percent(5)).At(20);
    private static readonly Discount s_order = Discount.OfOrder("order", Cny(5m)).At(30);

    [Fact]
    public void A_percentage_is_from_0_to_100()
    {
        Assert.Equal("rate", Assert.Throws<ArgumentOutOfRangeException>(() => Discount.Percent("d", Percent(100.01m))).ParamName);
        Assert.Equal("rate", Assert.Throws<ArgumentOutOfRangeException>(() => Discount.OfOrder("d", Percent(-0.01m))).ParamName);
        Assert.Equal(
            "steps", Assert.Throws<ArgumentOutOfRangeException>(() => Discount.Percent("d", ByPieces((1m, 5m), (2m, 101m)))).ParamName);
        Assert.Equal(Cny(0m), Schedule(Discount.Percent("d", Percent(100))).Apply(Order(Line(1, 5m))).Net);
    }

    [Fact]
    public void Amounts_quantities_and_prices_have_a_sign()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Discount.PerUnit("d", Cny(0m), UnitOfMeasure.Piece));
        Assert.Throws<ArgumentOutOfRangeException>(() => Discount.OfOrder("d", Cny(-1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Discount.FixedPrice("d", Cny(-0.01m), UnitOfMeasure.Piece));
        Assert.Throws<ArgumentOutOfRangeException>(() => Discount.Percent("d", ByPieces((-1m, 5m))));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_ten.FromQuantity(Quantity.Pieces(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_ten.FromAmount(Cny(0m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Line(1, 5m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => PricedLine.OfAmount(1, default, Quantity.Pieces(-1), Cny(1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PricedLine.OfAmount(1, default, Quantity.Pieces(1), Cny(-1m)));
        Assert.Throws<UnitMismatchException>(() =>
            Discount.Percent("d", ByPieces((1m, 5m))).FromQuantity(new Quantity(1, UnitOfMeasure.Case)));
    }

    [Fact]
    public void What_has_no_base_takes_none()
    {
        Assert.Throws<InvalidOperationException>(() => Discount.PerUnit("d", Cny(1m), UnitOfMeasure.Piece).On(DiscountBase.List));
        Assert.Throws<InvalidOperationException>(() => s_order.Counting(BreakBasis.Line));
        Assert.Throws<InvalidOperationException>(() => s_ten.Counting(BreakBasis.Line));
        Assert.Throws<InvalidOperationException>(() => s_ten.CountingOver(Only("A")));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_ten.Including(PriceKind.Free));
        Assert.Equal(s_ten, s_ten.Including(PriceKind.Standard, PriceKind.Consignment));
    }

    [Fact]
    public void A_schedule_names_what_does_not_go_together()
    {
        Names("'ten'", () => Schedule(s_ten, s_ten.At(20)));
        Names("'ten' of the subtotal after five", () => Schedule(s_ten.On(DiscountBase.After("five")), s_five));
        Names("'ten' of the subtotal after none", () => Schedule(s_ten.On(DiscountBase.After("none"))));
        Names("ending", () => DiscountSchedule.Of(Rounding.ToEnding(0.99m, 1m, RoundingMode.Up)));
        Names("'none'", () => Schedule(s_ten).WithExclusion("g", ExclusionRule.Best, "ten", "none"));
        Names("'ten' at 10, 'order' at 30", () => Schedule(s_ten, s_order).WithExclusion("g", ExclusionRule.Best, "ten", "order"));
        Names(
            "'ten' at 10, 'five' at 20",
            () => Schedule(s_ten, s_five, Discount.Percent("x", Percent(1)).At(25)).WithExclusion("g", ExclusionRule.Best, "ten", "x"));
        Names(
            "'five'",
            () => Schedule(s_ten, s_five, s_order).WithExclusion("g", ExclusionRule.Best, "ten", "five")
                .WithExclusion("h", ExclusionRule.Best, "five", "ten"));
        Names("1", () => ExclusionGroup.Of("g", ExclusionRule.Best, "ten"));
        Names("'ten'", () => ExclusionGroup.Between("g", ExclusionRule.Best, ["ten"], ["ten"]));
        Names("1", () => Order(Line(1, 5m), Line(1, 6m)));
        Names("", () => Order());
    }

    [Fact]
    public void A_currency_without_minor_unit_needs_another_rounding()
    {
        var document = PricedDocument.Of(
            Currency.XXX, TaxBasis.WithoutTax, Day, PricedLine.Of(1, default, Quantity.Pieces(3), new Money(0.333m, Currency.XXX)));

        Assert.Equal("document", Assert.Throws<ArgumentException>(() => Schedule().Apply(document)).ParamName);
        Assert.Equal(
            1m, DiscountSchedule.Of(Rounding.ToDigits(1, RoundingMode.HalfEven)).Apply(document).Net.Amount);
    }

    [Fact]
    public void As_values()
    {
        var schedule = Schedule(s_ten, s_five).WithExclusion("g", ExclusionRule.Best, "ten", "five");
        TestHelper.TestEqualsClass(
            schedule, Schedule(s_five, s_ten).WithExclusion("g", ExclusionRule.Best, "five", "ten"), Schedule(s_ten, s_five),
            schedule.RoundingUnitPrices());
        TestHelper.TestEqualsClass(s_ten, Discount.Percent("ten", Percent(10)).At(10), s_ten.At(11), s_ten.AsLast(), s_five);
        TestHelper.TestEqualsClass(DiscountBase.After("ten"), DiscountBase.After("ten"), DiscountBase.List, DiscountBase.After("five"));
        TestHelper.TestEqualsClass(Line(1, 5m), Line(1, 5m), Line(2, 5m), Line(1, 5m, 2m), Line(1, 5m).WithFloor(Cny(1m)));
        TestHelper.TestEqualsClass(Order(Line(1, 5m), Line(2, 6m)), Order(Line(2, 6m), Line(1, 5m)), Order(Line(1, 5m)));
        Assert.Equal(
            "10 ten: 10% of the running price; 20 five: 5% of the running price; g: best of five, ten; rounded minor-unit half-away",
            schedule.ToString());
        Assert.Equal(
            "30 order: CNY 5.00 off the order, from CNY 100.00 of the list price, only products A, during ../2026-03-31, with coupon C,"
                + " then nothing more",
            s_order.FromAmount(Cny(100m), DiscountBase.List).For(Only("A")).During(DateSpan.Until(Day)).WithCoupon("C").AsLast()
                .ToString());
        Assert.Equal("1: 2 PCE at CNY 5.00, not below CNY 4.00, product A", Line(1, 5m, 2m, "A").WithFloor(Cny(4m)).ToString());
    }

    private static void Names(string what, Func<object> make) =>
        Assert.Contains(what, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
}
