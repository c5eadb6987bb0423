using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing.Discounts;

public sealed class ReturnedSales
{
    private static readonly ReturnPolicy s_policy = ReturnPolicy.AtSalePrice(Rounding.Commercial);

    // https://github.com/defendicon/POS-Awesome-V15/issues/2875
    [Fact]
    public void RT_02_P_25_The_price_of_the_sale_though_the_promotion_is_over() =>
        Assert.Equal(Cny(600m), ReturnedSale.Of(Sold(1m, 1000m, 600m), s_policy).Credit(Quantity.Pieces(1)).Amount);

    // https://github.com/solidusio/solidus/issues/512
    [Fact]
    public void RT_04_P_25_A_line_is_credited_with_its_part_of_the_order_discount()
    {
        var given = DiscountSchedule.Of(Rounding.Commercial, Discount.OfOrder("order", Percent(10)))
            .Apply(DiscountSample.Order(DiscountSample.Line(1, 6m), DiscountSample.Line(2, 4m)));
        var credit = ReturnedSale.Of(Sold(1m, 6m, given.Lines[0].Net.Amount), s_policy).Credit(Quantity.Pieces(1));

        Assert.Equal(Cny(5.40m), credit.Amount);
        Assert.Equal(Cny(3.60m), given.Net - credit.Amount);
    }

    [Fact]
    public void P_26_What_came_back_does_not_come_back_again()
    {
        var sale = ReturnedSale.Of(Sold(3m, 30m, 20m), s_policy);
        var first = sale.Credit(Quantity.Pieces(3));
        var again = first.After.Credit(Quantity.Pieces(1));

        Assert.Equal(Cny(20m), first.Amount);
        Assert.True(again.IsRefused);
        Assert.Equal(Cny(0m), again.Amount);
        Assert.Equal("pricing.return-above-sold (returned 1 PCE, open 0 PCE)", again.Reasons.Single().ToString());
        Assert.Same(first.After, again.After);
        Assert.Throws<ArgumentOutOfRangeException>(() => sale.Credit(Quantity.Pieces(0)));
        Assert.True(sale.Credit(Quantity.Pieces(4)).IsRefused);
        Assert.False(sale.Credit(Quantity.Pieces(3)).IsRefused);
    }

    // Practice, section 5: from 1,000 pieces 96.00, from 3,000 pieces 94.00. MicrosoftDocs #4215
    [Theory]
    [InlineData(3100, 100, "9400.00", null, "0.00")]
    [InlineData(3000, 100, "3600.00", "96.00", "5800.00")]
    [InlineData(3000, 500, "42000.00", "96.00", "5000.00")]
    [InlineData(3000, 3000, "282000.00", null, "0.00")]
    public void What_is_kept_may_lose_its_quantity_price(int sold, int returned, string credit, string? price, string lost)
    {
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 100m), (1000m, 96m), (3000m, 94m));
        var given = ReturnedSale.Of(Sold(sold, sold * 100m, sold * 94m), s_policy.RatingTheRest(breaks))
            .Credit(Quantity.Pieces(returned));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal(price is null ? null : "CNY " + price, given.KeptPrice?.ToString());
        Assert.Equal("CNY " + lost, given.LostQuantityPrice.ToString());
        Assert.True(given.Explain().IsVerified);
    }

    [Fact]
    public void What_is_below_the_first_step_is_at_its_price()
    {
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (5m, 10m));
        var credit = ReturnedSale.Of(Sold(5m, 50m, 50m), s_policy.RatingTheRest(breaks)).Credit(Quantity.Pieces(1));

        Assert.Equal(Cny(10m), credit.Amount);
        Assert.Equal(
            "pricing.return-no-price (kept 4 PCE, price of the first step CNY 10.00)", credit.Reasons.Single().ToString());

        // Without a price of what was sold nothing is rated.
        var none = ReturnedSale.Of(Sold(4m, 50m, 50m), s_policy.RatingTheRest(breaks)).Credit(Quantity.Pieces(1));
        Assert.Equal((Cny(12.5m), "pricing.return-no-price (kept 3 PCE)"), (none.Amount, none.Reasons.Single().ToString()));
    }

    [Property(MaxTest = 200)]
    public void Partial_returns_sum_to_the_line(PositiveInt cents, PositiveInt first, PositiveInt second, PositiveInt third, bool rated)
    {
        Quantity[] parts = [Quantity.Pieces(first.Get), Quantity.Pieces(second.Get), Quantity.Pieces(third.Get)];
        var net = cents.Get / 100m;
        var sold = Sold(parts.Sum(part => part.Amount), net, net);
        var policy = rated
            ? s_policy.RatingTheRest(TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, net + 1m), (5m, net / 10m))) : s_policy;
        var sale = ReturnedSale.Of(sold, policy);
        foreach (var part in parts)
        {
            var credit = sale.Credit(part);
            Assert.False(credit.Amount.IsNegative);
            Assert.False(credit.LostQuantityPrice.IsNegative);
            Tampering.IsNamed(credit.Explain(), first.Get);
            sale = credit.After;
        }

        Assert.Equal(sold.NetAmount, sale.Credited);
        Assert.True(sale.Open.IsZero);
    }

    private static TieredPrice Breaks() =>
        TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 100m), (1000m, 96m), (3000m, 94m));

    [Fact]
    public void P_16_What_still_reaches_its_step_loses_nothing()
    {
        // 3,500 at a special 90.00: 3,400 are still of the last step.
        var sale = ReturnedSale.Of(Sold(3500m, 350_000m, 315_000m), s_policy.RatingTheRest(Breaks()));
        var credit = sale.Credit(Quantity.Pieces(100));

        Assert.Equal(Cny(9000m), credit.Amount);
        Assert.Empty(credit.Reasons);
        Assert.True(credit.Explain().IsVerified);
    }

    [Fact]
    public void What_is_counted_beside_decides_with_it()
    {
        // 2,000 + 1,000 of one product at 94.00; 100 of the second come back, 2,900 stay at 96.00.
        var sold = Sold(1000m, 100_000m, 94_000m);
        var credit = ReturnedSale.Of(sold, s_policy.RatingTheRest(Breaks(), Quantity.Pieces(2000))).Credit(Quantity.Pieces(100));

        Assert.Equal(Cny(3600m), credit.Amount);
        Assert.Equal(
            "pricing.return-rated-anew (kept 2900 PCE, price CNY 96.00, lost CNY 5800.00)", credit.Reasons.Single().ToString());
        Assert.True(credit.Explain().IsVerified);
    }

    [Fact]
    public void S_5_Two_parcels_are_credited_as_one()
    {
        var sale = ReturnedSale.Of(Sold(3000m, 300_000m, 282_000m), s_policy.RatingTheRest(Breaks()));
        var first = sale.Credit(Quantity.Pieces(2000));

        Assert.Equal(Cny(186_000m), sale.Credit(Quantity.Pieces(2001)).Amount);
        Assert.Equal((Cny(186_000m), Cny(0m)), (first.Amount, first.After.Credit(Quantity.Pieces(1)).Amount));
        Assert.True(sale.Credit(Quantity.Pieces(2001)).Explain().IsVerified);
    }

    [Property(MaxTest = 300)]
    public void S_5_However_a_return_is_cut_it_is_credited_alike(PositiveInt first, PositiveInt second, PositiveInt rest, bool upTo)
    {
        var breaks = upTo ? TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (5m, 10m), (9m, 8m), (10_000m, 7m))
            : TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 10m), (5m, 8m), (9m, 7m));
        var (one, two) = (Quantity.Pieces(first.Get), Quantity.Pieces(second.Get));
        var pieces = one.Amount + two.Amount + rest.Get;
        var sale = ReturnedSale.Of(Sold(pieces, pieces * 10m, pieces * 6.66m), s_policy.RatingTheRest(breaks));

        Assert.Equal(sale.Credit(one + two).After.Credited, sale.Credit(one).After.Credit(two).After.Credited);
        Assert.True(sale.Credit(one + two).Explain().IsVerified, sale.Credit(one + two).Explain().ToString());
    }

    [Theory]
    [InlineData("12.34", "step:0.05 half-away")]
    [InlineData("12.34", "step:1 up")]
    [InlineData("10.005", "minor-unit half-away")]
    public void S_6_All_of_it_is_credited_with_the_net_and_no_more(string net, string rounding)
    {
        var sold = Sold(3m, 20m, decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture));
        var sale = ReturnedSale.Of(sold, ReturnPolicy.AtSalePrice(Rounding.Parse(rounding)));
        var first = sale.Credit(Quantity.Pieces(1));

        Assert.Equal(sold.NetAmount, first.After.Credit(Quantity.Pieces(2)).After.Credited);
        Assert.Equal(sold.NetAmount, sale.Credit(Quantity.Pieces(3)).Amount);
        Assert.True(first.After.Credit(Quantity.Pieces(2)).Explain().IsVerified);
    }

    [Fact]
    public void A_sale_stands_as_it_is_recorded()
    {
        var sale = ReturnedSale.Of(Sold(10m, 100m, 90m), s_policy, Quantity.Pieces(2), Cny(18m));

        Assert.Equal(Cny(72m), sale.Credit(Quantity.Pieces(8)).Amount);
        Assert.Throws<ArgumentOutOfRangeException>(
            "returned", () => ReturnedSale.Of(Sold(10m, 100m, 90m), s_policy, Quantity.Pieces(11), Cny(18m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "credited", () => ReturnedSale.Of(Sold(10m, 100m, 90m), s_policy, Quantity.Pieces(1), Cny(-1m)));
        Assert.Throws<CurrencyMismatchException>(
            "credited", () => ReturnedSale.Of(Sold(10m, 100m, 90m), s_policy, Quantity.Pieces(1), Usd(1m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "credited", () => ReturnedSale.Of(Sold(10m, 100m, 90m), s_policy, Quantity.Pieces(1), Cny(90.01m)));
        Assert.Equal(Cny(90m), ReturnedSale.Of(Sold(10m, 100m, 90m), s_policy, Quantity.Pieces(1), Cny(90m)).Credited);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var breaks = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1m, 10m));

        Assert.Throws<CurrencyMismatchException>(() => ReturnedSale.Of(Sold(1m, 1m, 1m), s_policy.RatingTheRest(breaks)));
        Assert.Throws<UnitMismatchException>(() => ReturnedSale.Of(Sold(1m, 1m, 1m), s_policy).Credit(new Quantity(1, UnitOfMeasure.Case)));
        Assert.Equal("sold", Assert.Throws<ArgumentOutOfRangeException>(() => ReturnedSale.Of(Sold(-1m, -1m, -1m), s_policy)).ParamName);
        TestHelper.TestEqualsClass(
            s_policy, ReturnPolicy.AtSalePrice(Rounding.Commercial), ReturnPolicy.AtSalePrice(Rounding.Bankers),
            s_policy.RatingTheRest(breaks), s_policy.RatingTheRest(breaks, Quantity.Pieces(1)));
    }

    internal static SalesLine Sold(decimal quantity, decimal list, decimal net) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = 1,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("C-1"),
        Product = new ProductId("P-1"),
        Quantity = Quantity.Pieces(quantity),
        ListAmount = Cny(list),
        NetAmount = Cny(net),
        Tax = Cny(0m),
    }.Build();
}
