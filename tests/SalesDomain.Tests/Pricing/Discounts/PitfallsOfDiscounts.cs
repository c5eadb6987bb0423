using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What peers got wrong, by the numbers of the domain notes.</summary>
public sealed class PitfallsOfDiscounts
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void P_11_The_last_day_belongs_to_the_span(int days, bool isGiven)
    {
        var span = new DateSpan(Day, Day.PlusDays(30));
        var given = Schedule(Discount.Percent("spring", Percent(10)).During(span))
            .Apply(PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day.PlusDays(days), Line(1, 100m)));

        Assert.Equal(isGiven ? 90m : 100m, given.Net.Amount);
        Assert.Equal(!isGiven, given.Codes().Contains("pricing.discount-out-of-period"));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(-9, 0)]
    [InlineData(-10, 0)]
    public void P_16_A_break_is_on_what_is_sold_and_a_return_is_what_it_states(int quantity, int percent)
    {
        var given = Schedule(Discount.Percent("volume", ByPieces((10m, 10m)))).Apply(Order(Line(1, 100m, quantity)));

        Assert.Equal(quantity * (100m - percent), given.Net.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Fact]
    public void P_16_What_comes_back_does_not_lower_what_is_sold()
    {
        var given = Schedule(Discount.Percent("volume", ByPieces((10m, 10m))))
            .Apply(Order(Line(1, 100m, 10m, "A"), Line(2, 100m, -1m, "A")));

        Assert.Equal([900m, -100m], given.Nets());
        Assert.Equal(Percent(10), given.EffectiveDiscount);
    }

    [Fact]
    public void P_17_A_rule_is_withdrawn_when_the_quantity_drops()
    {
        var schedule = Schedule(Discount.Percent("volume", ByPieces((10m, 10m))));

        Assert.Equal(900m, schedule.Apply(Order(Line(1, 100m, 10m))).Net.Amount);
        Assert.Equal(900m, schedule.Apply(Order(Line(1, 100m, 9m))).Net.Amount);
        Assert.Equal(450m + 450m, schedule.Apply(Order(Line(1, 100m, 5m, "A"), Line(2, 100m, 5m, "A"))).Net.Amount);
        Assert.Equal(500m + 400m, schedule.Apply(Order(Line(1, 100m, 5m, "A"), Line(2, 100m, 4m, "A"))).Net.Amount);
    }

    [Fact]
    public void P_18_Nothing_is_converted_twice_because_nothing_is_converted_here()
    {
        Assert.Throws<CurrencyMismatchException>(() =>
            PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, PricedLine.Of(1, Subject("A"), Quantity.Pieces(1), Usd(1m))));
        Assert.Throws<CurrencyMismatchException>(() =>
            Schedule(Discount.PerUnit("launch", Usd(2m), UnitOfMeasure.Piece)).Apply(Order(Line(1, 100m))));
        Assert.Throws<CurrencyMismatchException>(() =>
            Schedule(Discount.PerUnit("a", Usd(2m), UnitOfMeasure.Piece).At(1), Discount.OfOrder("b", Cny(2m)).At(2)));
    }

    [Fact]
    public void P_19_Amounts_are_kept_and_percentages_are_for_show()
    {
        // As a percentage of two decimals, 158.00 becomes 158.01.
        var given = Schedule(Discount.OfOrder("rest", Cny(41.99m))).Apply(Order(Line(1, 199.99m)));

        Assert.Equal(Cny(158.00m), given.Net);
        Assert.Equal(Cny(41.99m), given.Discounted);
        Assert.NotEqual(given.Net, (Cny(199.99m) * given.EffectiveDiscount.To(2).Complement()).ToCents());
    }

    [Fact]
    public void P_20_Shares_of_an_order_discount_sum_to_it()
    {
        var given = Schedule(Discount.OfOrder("ten", Cny(10m))).Apply(Order(Line(1, 33.33m), Line(2, 33.33m), Line(3, 33.33m)));

        Assert.Equal([3.34m, 3.33m, 3.33m], given.Taken());
        Assert.Equal(Cny(10m), given.Discounted);
    }

    [Fact]
    public void P_21_By_the_line_or_by_the_unit()
    {
        var schedule = Schedule(Discount.Percent("off", Percent(1)));
        var order = Order(Line(1, 0.34m, 150m));

        // 1 % of 51.00; by the unit 0.0034, which is nothing.
        Assert.Equal(Cny(50.49m), schedule.Apply(order).Net);
        Assert.Equal(Cny(51.00m), schedule.RoundingUnitPrices().Apply(order).Net);
        Assert.True(schedule.RoundingUnitPrices().Apply(order).Explain().IsVerified);
    }

    [Fact]
    public void P_22_Percentages_are_not_added_unless_declared()
    {
        Discount Second(DiscountBase @base) => Discount.Percent("70", Percent(70)).At(20).On(@base);
        var first = Discount.Percent("40", Percent(40)).At(10);
        var order = Order(Line(1, 100m));

        Assert.Equal(18m, Schedule(first, Second(DiscountBase.Running)).Apply(order).Net.Amount);
        var declared = Schedule(first, Second(DiscountBase.List)).Apply(order);
        Assert.Equal(0m, declared.Net.Amount);
        Assert.Equal(Cny(10m), declared.Deductions[1].Refused);
        Assert.Equal(["pricing.discount-held-at-floor"], declared.Codes());
    }

    [Fact]
    public void P_23_A_discount_of_the_order_before_one_of_a_line_is_refused()
    {
        var order = Discount.OfOrder("bonus", Cny(5m)).At(10);
        var line = Discount.Percent("dealer", Percent(10)).At(20);

        var refusal = Assert.Throws<ArgumentException>(() => Schedule(order, line));
        Assert.Contains("'bonus' at 10, 'dealer' at 20", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Schedule(order, line.At(10)));

        // Two fixed amounts of the order are spread one after the other, over what is left.
        var given = Schedule(line, order.At(30), Discount.OfOrder("second", Cny(5m)).At(40))
            .Apply(Order(Line(1, 100m), Line(2, 10m).WithFloor(Cny(8.60m))));
        Assert.Equal(99m - 10m, given.Net.Amount);
        Assert.True(given.Lines[1].Net >= Cny(8.60m));
    }

    [Fact]
    public void P_24_A_fixed_price_after_a_percentage_sets_the_price_anew()
    {
        var percent = Discount.Percent("five", Percent(5)).At(10);
        var fixedPrice = Discount.FixedPrice("action", Cny(90m), UnitOfMeasure.Piece);
        var order = Order(Line(1, 100m));

        Assert.Equal(90m, Schedule(percent, fixedPrice.At(20)).Apply(order).Net.Amount);
        Assert.Equal(85.5m, Schedule(percent.At(20), fixedPrice.At(10)).Apply(order).Net.Amount);

        // What comes before and took more is taken back.
        var given = Schedule(percent.At(1), Discount.Percent("ten", Percent(10)).At(2), fixedPrice.At(20)).Apply(order);
        Assert.Equal(90m, given.Net.Amount);
        Assert.Equal(Cny(-4.5m), given.Lines[0].Deductions[2].Amount);
        Assert.True(given.Explain().IsVerified);
    }

    [Fact]
    public void P_24_Two_of_one_number_that_could_come_upon_one_line_are_refused()
    {
        var one = Discount.Percent("one", Percent(5)).At(10);
        var other = Discount.Percent("other", Percent(10)).At(10);

        Assert.Contains("'one' at 10, 'other' at 10",
            Assert.Throws<ArgumentException>(() => Schedule(one, other)).Message, StringComparison.Ordinal);

        // Of different products, or on different days, they never meet.
        Assert.Equal(
            [95m, 90m],
            Schedule(one.For(Only("A")), other.For(Only("B"))).Apply(Order(Line(1, 100m, 1m, "A"), Line(2, 100m, 1m, "B"))).Nets());
        Assert.Equal(
            [95m],
            Schedule(one.During(DateSpan.Until(Day)), other.During(DateSpan.From(Day.PlusDays(1)))).Apply(Order(Line(1, 100m))).Nets());
    }

    [Fact]
    public void P_27_What_a_floor_refuses_is_given_elsewhere_or_reported()
    {
        var schedule = Schedule(Discount.Percent("line", Percent(50)).At(10), Discount.OfOrder("order", Cny(100m)).At(20));
        var given = schedule.Apply(Order(Line(1, 100m).WithFloor(Cny(80m)), Line(2, 100m).WithFloor(Cny(40m))));

        Assert.Equal([80m, 40m], given.Nets());
        Assert.Equal([Cny(30m), Cny(90m)], given.Deductions.Select(total => total.Refused));
        Assert.Equal(["pricing.discount-held-at-floor", "pricing.discount-refused-of-order"], given.Codes());
    }

    [Theory]
    [InlineData("down", 8)]
    [InlineData("half-away", 9)]
    public void P_28_The_rounding_of_free_goods_is_a_parameter(string mode, int free)
    {
        // 85 by the hundred, 10 a hundred: 8.5.
        var offer = FreeGoods.Exclusive(Quantity.Pieces(100), Quantity.Pieces(10)).Prorated(Rounding.Parse("digits:0 " + mode));

        Assert.Equal(Quantity.Pieces(free), offer.FreeOf(Quantity.Pieces(85)));
        Assert.Equal(Quantity.Pieces(-free), offer.FreeOf(Quantity.Pieces(-85)));
    }
}
