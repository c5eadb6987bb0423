using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What is stated or counted in one unit, on lines in another.</summary>
public sealed class DiscountsInUnits
{
    private static readonly UnitConversions s_units =
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24));

    [Fact]
    public void P_9_A_fixed_price_and_an_amount_name_their_unit()
    {
        var order = Order(Line(1, 10m, 24m, "A"), Cases(2, 240m, 1m));

        Assert.Equal([216m, 216m], Schedule(Discount.FixedPrice("promo", Cny(9m), UnitOfMeasure.Piece)).Apply(order).Nets());
        Assert.Equal([192m, 192m], Schedule(Discount.PerUnit("two", Cny(2m), UnitOfMeasure.Piece)).Apply(order).Nets());
        Assert.True(Schedule(Discount.PerUnit("two", Cny(2m), UnitOfMeasure.Piece)).Apply(order).Explain().IsVerified);

        // Of one case, on pieces: 5 of 24 of 50.02, multiplied first and divided once.
        var pieces = Schedule(Discount.PerUnit("case", Cny(50.02m), UnitOfMeasure.Case))
            .Apply(Order(Line(1, 100m, 12m, "A").WithUnits(s_units)));
        Assert.Equal([25.01m], pieces.Taken());
        Assert.True(pieces.Explain().IsVerified);
    }

    [Fact]
    public void P_9_A_line_that_does_not_convert_takes_nothing_and_says_so()
    {
        var cases = PricedLine.Of(2, Subject("A"), new Quantity(1m, UnitOfMeasure.Case), Cny(240m));
        foreach (var discount in new[]
                 {
                     Discount.FixedPrice("d", Cny(9m), UnitOfMeasure.Piece), Discount.PerUnit("d", Cny(1m), UnitOfMeasure.Piece),
                     Discount.OfOrder("d", ByPieces((24m, 10m))), Discount.OfOrder("d", Percent(10)).FromQuantity(Quantity.Pieces(24)),
                 })
        {
            var given = Schedule(discount).Apply(Order(Line(1, 10m, 24m, "A"), cases));
            Assert.Equal(240m, given.Nets()[1]);
            Assert.Contains(
                "pricing.discount-other-unit (discount d, line 2, unit CS, counted PCE)", given.Reasons.Select(each => each.ToString()));
        }
    }

    [Fact]
    public void S_8_A_line_that_does_not_count_does_not_share_in_a_discount_of_the_order()
    {
        var kilograms = PricedLine.Of(2, Subject("B"), new Quantity(100m, UnitOfMeasure.Kilogram), Cny(10m));
        var given = Schedule(Discount.OfOrder("ten", ByPieces((60m, 10m)))).Apply(Order(Line(1, 10m, 60m), kilograms));

        Assert.Equal([540m, 1000m], given.Nets());
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void A_step_counts_what_converts(int pieces, bool isReached)
    {
        // 16 pieces and a case of 24 are 40.
        var lines = Order(Line(1, 10m, pieces, "A"), Cases(2, 240m, 1m));
        var given = Schedule(Discount.Percent("ten", ByPieces((40m, 10m)))).Apply(lines);
        Assert.Equal(isReached ? [pieces * 9m, 216m] : [pieces * 10m, 240m], given.Nets());
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());

        var ofOrder = Schedule(Discount.OfOrder("ten", ByPieces((40m, 10m)))).Apply(lines);
        Assert.Equal(isReached, !ofOrder.Discounted.IsZero);
        Assert.All(ofOrder.Deductions, total => Assert.True(total.Explain().IsVerified));
    }

    [Fact]
    public void Three_thirds_of_a_case_are_a_case()
    {
        var steps = StepSchedule.From((new Quantity(1m, UnitOfMeasure.Case), Percent(10)));
        PricedLine Third(int number) => Line(number, 10m, 8m, "A").WithUnits(s_units);

        Assert.Equal([72m, 72m, 72m], Schedule(Discount.Percent("ten", steps)).Apply(Order(Third(1), Third(2), Third(3))).Nets());
    }

    [Fact]
    public void A_floor_is_of_the_unit_that_it_states()
    {
        var half = Schedule(Discount.Percent("half", Percent(50)));

        Assert.Equal([216m], half.Apply(Order(Cases(1, 240m, 1m).WithFloor(Cny(9m), UnitOfMeasure.Piece))).Nets());
        Assert.Equal([120m], half.Apply(Order(Cases(1, 240m, 1m).WithFloor(Cny(9m)))).Nets());
        Assert.True(half.Apply(Order(Cases(1, 240m, 1m).WithFloor(Cny(9m), UnitOfMeasure.Piece))).Explain().IsVerified);
        Assert.Throws<UnitMismatchException>(() => Line(1, 10m).WithFloor(Cny(9m), UnitOfMeasure.Case));
        Assert.Throws<ArgumentException>(
            () => PricedLine.Of(1, default, new Quantity(1m, UnitOfMeasure.Kilogram), Cny(1m)).WithUnits(s_units));
    }

    private static PricedLine Cases(int number, decimal price, decimal quantity) =>
        PricedLine.Of(number, Subject("A"), new Quantity(quantity, UnitOfMeasure.Case), Cny(price)).WithUnits(s_units);
}
