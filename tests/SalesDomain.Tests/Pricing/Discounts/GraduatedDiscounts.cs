using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>Steps of a discount of which each part of what counts has its own.</summary>
public sealed class GraduatedDiscounts
{
    private static readonly Discount s_percent = Discount.Percent("tea", ByPieces((100m, 5m), (500m, 8m))).Graduated();

    private static readonly Discount s_amount = Discount.PerUnit(
        "tea", StepSchedule.From((Quantity.Pieces(100), Cny(0.5m)), (Quantity.Pieces(500), Cny(0.8m))));

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 0.50)]
    [InlineData(499, 199.50)]
    [InlineData(500, 200)]
    [InlineData(501, 200.80)]
    [InlineData(600, 280)]
    public void Each_part_has_its_own_percentage(int pieces, double off)
    {
        var given = Schedule(s_percent).Apply(Order(Line(1, 10m, pieces)));

        Assert.Equal(Cny((decimal)off), given.Discounted);
        Assert.True(given.Lines[0].Deductions[0].Explain().IsVerified, given.Lines[0].Deductions[0].Explain().ToString());
    }

    [Theory]
    [InlineData(99, 0, 0)]
    [InlineData(100, 50, 0)]
    [InlineData(499, 249.50, 199.50)]
    [InlineData(500, 400, 200)]
    [InlineData(600, 480, 280)]
    public void An_amount_of_a_unit_by_steps_is_of_all_units_or_graduated(int pieces, double all, double graduated)
    {
        foreach (var (discount, off) in new[] { (s_amount, all), (s_amount.Graduated(), graduated) })
        {
            var given = Schedule(discount).Apply(Order(Line(1, 10m, pieces)));

            Assert.Equal(Cny((decimal)off), given.Discounted);
            Assert.True(given.Explain().IsVerified, given.Explain().ToString());
            Assert.Equal(pieces < 100, given.Codes().Contains("pricing.discount-outside-steps"));
        }
    }

    [Fact]
    public void The_explanation_shows_the_parts()
    {
        var given = Schedule(s_percent).Apply(Order(Line(1, 10m, 600m)));
        var text = given.Lines[0].Deductions[0].Explain().ToString();

        Assert.Contains("part above 100 PCE", text, StringComparison.Ordinal);
        Assert.Contains("part above 500 PCE", text, StringComparison.Ordinal);
        Assert.Equal("tea: graduated of CNY 6000.00 is CNY 280.00", given.Lines[0].Deductions[0].ToString());
        Assert.Equal(
            "0 tea: from 100 PCE: 5%, from 500 PCE: 8%, graduated, of the running price, counted by product", s_percent.ToString());
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1001, 0.05)]
    [InlineData(5000, 200)]
    [InlineData(6000, 280)]
    public void By_amount_each_part_has_its_own_percentage_of_line_and_order(int amount, double off)
    {
        var steps = StepSchedule.From((Cny(1000m), Percent(5)), (Cny(5000m), Percent(8)));
        foreach (var discount in new[] { Discount.Percent("line", steps), Discount.OfOrder("order", steps) })
        {
            var given = Schedule(discount.Graduated()).Apply(Order(Line(1, amount)));

            Assert.Equal(Cny((decimal)off), given.Discounted);
            Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        }
    }

    [Fact]
    public void What_counts_together_is_shared_by_its_parts()
    {
        // 600 together: 20 of the first 500 above 100, 8 of the rest: 28 of 600 pieces, 280 of 6,000.
        var given = Schedule(s_percent.Counting(BreakBasis.MixGroup)).Apply(Order(Line(1, 10m, 150m), Line(2, 10m, 450m)));
        var order = Schedule(Discount.OfOrder("order", ByPieces((100m, 5m), (500m, 8m))).Graduated())
            .Apply(Order(Line(1, 10m, 150m), Line(2, 10m, 450m)));

        Assert.Equal([70m, 210m], given.Taken());
        Assert.Equal([70m, 210m], order.Taken());
        Assert.True(given.Explain().IsVerified);
        Assert.True(order.Explain().IsVerified, order.Explain().ToString());
    }

    // A third of a percentage is no decimal: multiplied first and divided once, no cent is lost.
    [Fact]
    public void What_is_divided_is_divided_last()
    {
        var steps = ByPieces((0m, 0m), (100m, 10m));
        var given = Schedule(Discount.Percent("ten", steps).Graduated()).Apply(Order(PricedLine.OfAmount(
            1, default, Quantity.Pieces(150), Cny(1500.15m))));

        // 5 ÷ 150 of 1,500.15 are 50.005.
        Assert.Equal(Cny(50.01m), given.Discounted);
    }

    [Fact]
    public void Steps_up_to_a_bound_and_ceilings_keep_their_ends()
    {
        var upTo = Discount.Percent("up", StepSchedule.UpTo((Quantity.Pieces(100), Percent(1)), (Quantity.Pieces(200), Percent(5))));
        var ceiling = Discount.Percent("from", ByPieces((100m, 5m)).WithCeiling(Quantity.Pieces(200)));

        // 1 of the first 100 pieces, 5 of the next, and nothing of what lies above: 60 of 3,000.
        Assert.Equal(Cny(60m), Schedule(upTo.Graduated()).Apply(Order(Line(1, 10m, 300m))).Discounted);
        Assert.Equal(Cny(0m), Schedule(upTo).Apply(Order(Line(1, 10m, 300m))).Discounted);
        Assert.Equal(Cny(50m), Schedule(ceiling.Graduated()).Apply(Order(Line(1, 10m, 300m))).Discounted);
        Assert.Equal(Cny(0m), Schedule(ceiling).Apply(Order(Line(1, 10m, 300m))).Discounted);
    }

    [Property(MaxTest = 300)]
    public void More_never_costs_less_and_there_is_no_jump(PositiveInt cents, PositiveInt pieces, byte one, byte two, byte three)
    {
        var (first, second) = (pieces.Get % 7 + 1, pieces.Get % 7 + 1 + (cents.Get % 5 + 1));
        var steps = ByPieces((0m, one % 101), (first, two % 101), (second, three % 101));
        var (price, schedule) = (cents.Get / 100m, Schedule(Discount.Percent("steps", steps).Graduated()));
        decimal Net(decimal quantity) => schedule.Apply(Order(Line(1, price, quantity))).Net.Amount;

        for (var quantity = 1; quantity <= second + 2; quantity++)
        {
            var (less, more) = (Net(quantity), Net(quantity + 1));
            Assert.InRange(more - less, 0m, price + 0.01m);
        }

        // At a bound a thousandth more is a thousandth of a piece more, and a cent by rounding.
        Assert.InRange(Net(first + 0.001m) - Net(first), -0.02m, (0.001m * price) + 0.02m);
        Assert.True(schedule.Apply(Order(Line(1, price, second + 1))).Explain().IsVerified);
    }

    [Fact]
    public void What_has_no_parts_is_not_graduated()
    {
        Assert.False(s_amount.IsGraduated);
        Assert.True(s_percent.IsGraduated);
        Assert.Throws<InvalidOperationException>(() => Discount.Percent("a", Percent(5)).Graduated());
        Assert.Throws<InvalidOperationException>(() => Discount.PerUnit("a", Cny(1m), UnitOfMeasure.Piece).Graduated());
        Assert.Throws<InvalidOperationException>(
            () => Discount.OfOrder("a", StepSchedule.From((Quantity.Pieces(3), Cny(10m)))).Graduated());
        Assert.NotEqual(s_amount, s_amount.Graduated());
        Assert.Throws<ArgumentOutOfRangeException>(
            "steps", () => Discount.PerUnit("a", StepSchedule.From((Quantity.Pieces(3), Cny(-1m)))));
    }
}
