using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

public sealed class Thresholds
{
    private static readonly Discount s_steps = Discount.OfOrder("steps", StepSchedule.From((Cny(100m), Cny(10m)), (Cny(200m), Cny(25m))));
    private static readonly Discount s_every = Discount.ForEvery("300-40", Cny(300m), Cny(40m));

    [Theory]
    [InlineData(99.99, 0)]
    [InlineData(100, 10)]
    [InlineData(199.99, 10)]
    [InlineData(200, 25)]
    public void Spend_100_get_10_off(decimal amount, int off) => Assert.Equal(off, Given(s_steps, amount).Discounted.Amount);

    [Theory]
    [InlineData(299.99, 0)]
    [InlineData(300, 40)]
    [InlineData(599.99, 40)]
    [InlineData(600, 80)]
    [InlineData(1000, 120)]
    public void Forty_off_for_every_full_300(decimal amount, int off) => Assert.Equal(off, Given(s_every, amount).Discounted.Amount);

    [Fact]
    public void What_is_missing_is_told()
    {
        string[] Missing(Discount discount, decimal amount) => [.. Given(discount, amount).NearMisses.Select(each => each.ToString())];

        Assert.Equal(
            ["pricing.promotion-next-step (discount steps, counted CNY 88.00, next CNY 100.00, missing CNY 12.00)"], Missing(s_steps, 88m));
        Assert.Equal(
            ["pricing.promotion-next-step (discount steps, counted CNY 100.00, next CNY 200.00, missing CNY 100.00)"],
            Missing(s_steps, 100m));
        Assert.Empty(Missing(s_steps, 200m));
        Assert.Equal(
            ["pricing.promotion-next-step (discount 300-40, counted CNY 1000.00, next CNY 1200.00, missing CNY 200.00)"],
            Missing(s_every, 1000m));
        Assert.Equal(
            ["pricing.promotion-below-threshold (discount 300-40, counted CNY 288.00, every CNY 300.00, missing CNY 12.00)"],
            Given(s_every, 288m).Reasons.Select(each => each.ToString()));
        Assert.Equal(["pricing.discount-outside-steps"], Given(s_steps, 88m).Codes());
    }

    [Fact]
    public void What_is_off_is_spread_over_the_lines_in_scope()
    {
        var given = Schedule(s_every.For(Only("A", "B"))).Apply(
            Order(Line(1, 100m, 1m, "A"), Line(2, 900m, 1m, "B"), Line(3, 500m, 1m, "C")));

        Assert.Equal([12m, 108m, 0m], given.Taken());
        Assert.Equal(3m, given.Deductions[0].Times);
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 5)]
    [InlineData(25, 10)]
    public void Five_off_for_every_full_dozen(int quantity, int off)
    {
        var given = Schedule(Discount.ForEvery("dozen", Quantity.Pieces(12), Cny(5m))).Apply(Order(Line(1, 3m, quantity)));

        Assert.Equal(off, given.Discounted.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 10)]
    [InlineData(6, 25)]
    public void An_amount_off_by_steps_of_quantity(int quantity, int off)
    {
        var steps = StepSchedule.From((Quantity.Pieces(3), Cny(10m)), (Quantity.Pieces(6), Cny(25m)));
        var given = Schedule(Discount.OfOrder("pieces", steps)).Apply(Order(Line(1, 30m, quantity)));

        Assert.Equal(off, given.Discounted.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Fact]
    public void The_list_price_can_be_what_counts()
    {
        DiscountedDocument After(Discount every) =>
            Schedule(Discount.Percent("dealer", Percent(10)).At(10), every.At(20)).Apply(Order(Line(1, 300m)));

        Assert.Equal(30m, After(s_every).Discounted.Amount);
        Assert.Equal(70m, After(s_every.On(DiscountBase.List)).Discounted.Amount);
    }

    private static DiscountedDocument Given(Discount discount, decimal amount)
    {
        var given = Schedule(discount).Apply(Order(Line(1, amount)));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        return given;
    }
}
