using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Quotas.Ranges.MixSample;

namespace SalesDomain.Tests.Quotas.Ranges;

public sealed class SharesOfAMix
{
    private const decimal LastDigits = 1e-24m;

    [Fact]
    public void A_share_is_the_amount_of_the_total()
    {
        var mix = SalesMix.Of(("pumps", Cny(550m)), ("valves", Cny(300m)), ("spare parts", Cny(150m)));

        Assert.Equal(Cny(1_000m), mix.Total);
        Assert.Equal(Percent(55m), mix.ShareOf("pumps"));
        Assert.Equal((Cny(300m), Percent(30m)), (mix.Of("valves").Amount, mix.Of("valves").Share));
        Assert.Empty(mix.Reasons);
        Assert.Equal("pumps: CNY 550.00, 55%\nvalves: CNY 300.00, 30%\nspare parts: CNY 150.00, 15%\n", mix.ToString());
    }

    [Fact]
    public void A_family_of_which_nothing_was_sold_has_no_percent_and_is_not_missing()
    {
        var mix = SalesMix.Of(("pumps", Cny(1m)));

        Assert.Equal(Percentage.Zero, mix.ShareOf("valves"));
        Assert.Equal(Cny(0m), mix.Of("valves").Amount);
        Proof.Holds(Percentage.Zero, mix.Of("valves").Explain());
    }

    [Theory]
    [InlineData("0.00")]
    [InlineData("-0.01")]
    public void A_total_of_zero_or_less_has_no_shares(string total)
    {
        var amount = decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture);
        var mix = SalesMix.Of(("pumps", Cny(5m)), ("valves", Cny(amount - 5m)));

        Assert.Null(mix.ShareOf("pumps"));
        Assert.Null(mix.ShareOf("fittings"));
        Assert.Contains("mix.no-positive-total (total CNY " + total + ")", mix.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(Percent(50_000m), SalesMix.Of(("pumps", Cny(5m)), ("valves", Cny(-4.99m))).ShareOf("pumps"));
    }

    [Fact]
    public void More_returns_than_sales_of_a_family_are_a_negative_share_and_shown()
    {
        var mix = SalesMix.Of(("pumps", Cny(110m)), ("valves", Cny(-10m)));

        Assert.Equal((Percent(110m), Percent(-10m)), (mix.ShareOf("pumps"), mix.ShareOf("valves")));
        Assert.Equal("mix.negative (key valves, amount CNY -10.00)", Assert.Single(mix.Reasons).ToString());
    }

    [Fact]
    public void Actuals_by_product_give_the_mix_of_products_and_of_their_families()
    {
        SalesLine[] lines = [Sold("P1", 10m), Sold("P2", 20m), Sold("P1", 30m), Sold("V1", 40m)];
        var actuals = Sales.Revenue.Evaluate(DateSpan.OfYear(2026), Crediting.ByProduct, lines);

        var products = SalesMix.From(actuals);
        var families = products.By(product => product.Code[0] == 'P' ? "pumps" : "valves");

        Assert.Equal([40m, 20m, 40m], products.Keys.Select(key => products.Of(key).Amount!.Value.Money.Amount));
        Assert.Equal((Percent(60m), Percent(40m)), (families.ShareOf("pumps"), families.ShareOf("valves")));
        Assert.Equal(products.Total, families.Total);
        Proof.Holds(Percent(60m), families.Of("pumps").Explain());
        Assert.Contains(
            "amount of pumps: CNY 60.00  [sum of 3 facts]", families.Of("pumps").Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_without_a_channel_are_in_the_total_and_shown()
    {
        var actuals = Sales.Revenue.Evaluate(
            DateSpan.OfYear(2026), Crediting.ByChannel, [Sold("P", 75m, line => line.Channel = new ChannelId("dealers")), Sold("P", 25m)]);
        var mix = SalesMix.From(actuals);

        Assert.Equal((Percent(75m), Percent(25m)), (mix.ShareOf(new ChannelId("dealers")), mix.Unassigned.Share));
        Assert.Equal("mix.unassigned (amount CNY 25.00)", Assert.Single(mix.Reasons).ToString());
        Assert.Equal(Percentage.OneHundred, mix.Only(mix.Keys).ShareOf(new ChannelId("dealers")));
        Assert.Equal("dealers: CNY 75.00, 75%\nunassigned: CNY 25.00, 25%\n", mix.ToString());
        Proof.Holds(Percent(25m), mix.Unassigned.Explain());
        Assert.NotEqual(mix, mix.Only(mix.Keys));
    }

    [Fact]
    public void While_a_fact_is_of_unknown_value_no_share_is_known()
    {
        var margin = ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced);
        var mix = SalesMix.From(
            margin.Evaluate(DateSpan.OfYear(2026), Crediting.ByProduct, [Sold("P", 10m), Sold("V", 10m, line => line.Cost = null)]));

        Assert.Null(mix.Total);
        Assert.Null(mix.ShareOf(new ProductId("P")));
        Assert.Null(mix.Of(new ProductId("V")).Amount);
        Assert.Equal("mix.unknown-value (facts 1, known part CNY 5.00)", Assert.Single(mix.Reasons).ToString());
        Assert.Equal("P: CNY 5.00, ?\nV: ?, ?\n", mix.ToString());
        Proof.Holds(Figure.Absent, mix.Of(new ProductId("P")).Explain());
    }

    [Fact]
    public void No_facts_are_a_mix_without_shares()
    {
        var mix = SalesMix.From(Sales.Revenue.Evaluate(DateSpan.OfYear(2026), Crediting.ByProduct, Array.Empty<SalesLine>()));

        Assert.Equal(Cny(0m), mix.Total);
        Assert.Null(mix.ShareOf(new ProductId("P")));
        Proof.Holds(Figure.Absent, mix.Of(new ProductId("P")).Explain());
    }

    [Property(Arbitrary = [typeof(MixSample)])]
    public void Shares_of_a_positive_total_sum_to_one_hundred_percent(MixSample sample)
    {
        var mix = sample.Positive.Mix;

        // Amounts sum exactly; quotients of 28 digits in the last of them.
        var sum = mix.Keys.Sum(key => mix.ShareOf(key)!.Value.Fraction);
        var largest = mix.Keys.Max(key => Math.Abs(mix.ShareOf(key)!.Value.Fraction));
        Assert.InRange(sum, 1m - (LastDigits * Math.Max(1m, largest)), 1m + (LastDigits * Math.Max(1m, largest)));
        Assert.Equal(sample.Positive.Total, mix.Total!.Value.Amount());
    }

    [Property(Arbitrary = [typeof(MixSample)])]
    public void A_share_is_there_exactly_where_the_total_is_above_zero(MixSample sample)
    {
        var mix = sample.Mix;
        foreach (var (key, amount) in sample.Amounts)
        {
            Assert.Equal(sample.Total > 0m ? amount.Amount() / sample.Total : null, mix.ShareOf(key)?.Fraction);
            Assert.Equal(mix.ShareOf(key), mix.Of(key).Share);
            Proof.Holds(Figure.OrAbsent(mix.ShareOf(key)), mix.Of(key).Explain());
        }
    }

    [Property(Arbitrary = [typeof(MixSample)])]
    public void A_coarser_mix_has_the_same_total_and_the_sums_of_its_parts(MixSample sample)
    {
        var coarse = sample.Mix.By(key => key[1] % 2);

        Assert.Equal(sample.Mix.Total, coarse.Total);
        foreach (var key in coarse.Keys)
        {
            var parts = sample.Amounts.Where(each => each.Key[1] % 2 == key);
            Assert.Equal(parts.Sum(each => each.Amount.Amount()), coarse.Of(key).Amount!.Value.Amount());
        }
    }

    [Property(Arbitrary = [typeof(MixSample)])]
    public void The_order_of_the_amounts_makes_no_other_mix(MixSample sample)
    {
        var turned = SalesMix.Of([.. sample.Amounts.Reverse()]);

        Assert.Equal(sample.Mix, turned);
        Assert.Equal(sample.Mix.GetHashCode(), turned.GetHashCode());
        var more = sample.Amounts[0].Amount + Of(sample.Amounts[0].Amount.Measure, 1m);
        Assert.NotEqual(sample.Mix, SalesMix.Of([(sample.Amounts[0].Key, more), .. sample.Amounts.Skip(1)]));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        static void Refused<TException>(Func<object?> act, string parameter = "amounts")
            where TException : ArgumentException =>
            Assert.Equal(parameter, Assert.ThrowsAny<TException>(act).ParamName);

        Refused<ArgumentException>(() => SalesMix.Of<string>());
        Refused<ArgumentException>(() => SalesMix.Of(("pumps", Cny(1m)), ("pumps", Cny(2m))));
        Refused<ArgumentException>(() => SalesMix.Of(("pumps", default)));
        Refused<CurrencyMismatchException>(
            () => SalesMix.Of(("pumps", Cny(1m)), ("valves", Measure.Revenue.Of(new Money(1m, Currency.USD)))));
        Refused<MeasureMismatchException>(
            () => SalesMix.Of(("pumps", Cny(1m)), ("valves", Measure.Margin.Of(new Money(1m, Currency.CNY)))));
        Refused<ArgumentNullException>(() => SalesMix.Of(("pumps", Cny(1m))).By<string>(_ => null!), "keyOf");
    }

    internal static SalesLine Sold(string product, decimal amount, Action<SalesLineBuilder>? change = null) =>
        Sales.Sale(new LocalDate(2026, 3, 1), amount, change: line =>
        {
            line.Product = new ProductId(product);
            change?.Invoke(line);
        });
}
