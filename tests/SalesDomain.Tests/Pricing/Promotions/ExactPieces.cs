using System;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>What pieces cost is multiplied first and divided once, so that half a cent is half a cent.</summary>
public sealed class ExactPieces
{
    private static readonly int[] s_percents = [3, 7, 10, 15, 25, 30, 45, 50, 60, 75, 90];

    [Fact]
    public void Half_a_cent_goes_up()
    {
        // 24.25 × 1 × 30 ÷ 300 = 2.425; 120.28 × 5 × 75 ÷ 600 = 75.175.
        var third = Schedule(
                Discount.Percent("dealer", Percent(3)).At(1), Discount.OfDeal("second", Deal.BuyGet(1, 1, Percent(30))).At(2))
            .Apply(Order(Line(1, 25m / 3m, 3m)));
        var five = Schedule(Discount.OfDeal("five", Deal.PercentOff(5, Percent(75)))).Apply(Order(Line(1, 120.28m / 6m, 6m)));

        Assert.Equal((Cny(2.43m), Cny(75.18m)), (third.Deductions[1].Amount, five.Deductions[0].Amount));
        Assert.True(third.Explain().IsVerified, third.Explain().ToString());
        Assert.Contains("left × pieces × rate: CNY 7.275", third.Explain().ToString());
    }

    [Fact]
    public void Three_thirds_are_one()
    {
        // Three lines of three pieces, one of each at 50 %: 3 × 10.01 ÷ 3 ÷ 2 = 5.005.
        var deal = Deal.PercentOff(
            Percent(50), DealPart.Of(1, Only("P-1")), DealPart.Of(1, Only("P-2")), DealPart.Of(1, Only("P-3")));
        var given = Schedule(Discount.OfDeal("set", deal.AtMost(1))).Apply(Thirds(10.01m));

        Assert.Equal(5.01m, given.Discounted.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Theory]
    [InlineData(10.01, 20.02)]
    [InlineData(20.02, 40.04)]
    [InlineData(29.99, 59.98)]
    public void A_deal_whose_pieces_cost_exactly_its_price_is_not_given(decimal amount, decimal net)
    {
        var set = Deal.ForPrice(Cny(amount), DealPart.Of(1, Only("P-1")), DealPart.Of(1, Only("P-2")), DealPart.Of(1, Only("P-3")));
        var given = Schedule(Discount.OfDeal("set", set).At(1), Discount.OfDeal("3 for 2", Deal.CheapestFree(3, 1)).At(2))
            .Apply(Thirds(amount));

        Assert.Equal((net, 1), (given.Net.Amount, given.Deductions.Count));
        Assert.Equal(3m, given.Deductions[0].Times);
        Assert.Contains("pricing.promotion-deal-not-cheaper", given.Codes());
    }

    [Property(MaxTest = 300)]
    public Property Ties_are_rounded_as_the_exact_fraction(PositiveInt half, NonNegativeInt choice, PositiveInt pieces)
    {
        // amount × given × percent ÷ (100 × open) is (2h + 1) ÷ 2 cents: amount = (2h + 1) × open × 50 ÷ (given × percent).
        var percent = s_percents[choice.Get % s_percents.Length];
        var open = 2 + (choice.Get % 11);
        var given = 1 + (pieces.Get % (open - 1));
        var ties = (2 * (half.Get % 500)) + 1;
        var fits = ties * open * 50 % (given * percent) == 0;
        return (!fits || Taken() == (ties + 1) / 200m).Classify(fits, "tie");

        decimal Taken() =>
            Schedule(Discount.OfDeal("deal", Deal.PercentOff(given, Percent(percent)).AtMost(1)))
                .Apply(Order(Line(1, ties * open * 50 / (given * percent) / 100m / open, open))).Discounted.Amount;
    }

    [Property(MaxTest = 500)]
    public void What_a_percentage_takes_is_the_exact_fraction_rounded_once(PositiveInt[] cents, NonNegativeInt choice, PositiveInt size)
    {
        var percent = s_percents[choice.Get % s_percents.Length];
        var lines = cents.Take(5).Select((each, i) => (Cents: 1 + (each.Get * 37 % 60_000), Open: 1 + (each.Get % 12), Line: i)).ToArray();
        var pieces = 1 + (size.Get % 9);
        var given = Schedule(Discount.OfDeal("deal", Deal.PercentOff(pieces, Percent(percent))))
            .Apply(Order([Line(99, 0m), .. lines.Select(line => Line(line.Line, line.Cents / 100m / line.Open, line.Open))]));

        var left = lines.Sum(line => line.Open) / pieces * pieces;
        var (numerator, denominator) = (BigInteger.Zero, BigInteger.One);
        foreach (var line in lines.OrderByDescending(line => line.Cents / (decimal)line.Open).ThenBy(line => line.Line))
        {
            var count = Math.Min(left, line.Open);
            left -= count;
            numerator = (numerator * line.Open * 100) + ((BigInteger)line.Cents * count * percent * denominator);
            denominator *= line.Open * 100;
        }

        Assert.Equal((decimal)(((numerator * 2) + denominator) / (denominator * 2)) / 100m, given.Discounted.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    private static PricedDocument Thirds(decimal amount) =>
        Order(Line(1, amount / 3m, 3m), Line(2, amount / 3m, 3m), Line(3, amount / 3m, 3m));
}
