using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Pricing.Waterfalls;

/// <summary>The freight of a shipment, over its lines.</summary>
public sealed class SpreadingACost
{
    private static readonly PriceWaterfall s_hundred = PriceWaterfall.Of(Cny(100m));
    private static readonly PriceWaterfall s_free =
        PriceWaterfall.Of(Cny(1_000m), WaterfallDeduction.OnInvoice("free goods", Cny(1_000m)));

    [Fact]
    public void It_is_spread_by_what_is_invoiced()
    {
        PriceWaterfall[] lines = [s_hundred, s_hundred, s_hundred.WithCost(Cny(40m))];
        var spread = PriceWaterfall.Spread("freight", Cny(10m), lines, Apportionment.ToMinorUnit);
        Assert.Equal([Cny(3.34m), Cny(3.33m), Cny(3.33m)], spread.Select(line => line.OffInvoice));
        Assert.Equal(Cny(56.67m), spread[2].PocketMargin);
        Assert.Throws<CurrencyMismatchException>(
            () => PriceWaterfall.Spread("freight", new Money(10m, Currency.USD), lines, Apportionment.ToMinorUnit));
    }

    // 100 pieces sold and 100 free of charge on one truck: by what is invoiced the free goods bear nothing of 200.00, by pieces half.
    [Fact]
    public void By_weights_free_goods_and_goods_that_come_back_bear_their_part()
    {
        PriceWaterfall[] lines = [PriceWaterfall.Of(Cny(1_000m)), s_free, PriceWaterfall.Of(Cny(-50m))];

        Assert.Equal(
            [Cny(200m), Cny(0m)],
            PriceWaterfall.Spread("freight", Cny(200m), [lines[0], lines[1]], Apportionment.ToMinorUnit).Select(line => line.OffInvoice));
        Assert.Equal(
            [Cny(97.56m), Cny(97.56m), Cny(4.88m)],
            PriceWaterfall.Spread("freight", Cny(200m), lines, [100m, 100m, 5m], Apportionment.ToMinorUnit)
                .Select(line => line.OffInvoice));
        Assert.Equal(
            Cny(-200m), PriceWaterfall.Spread("freight", Cny(200m), [s_free], [1m], Apportionment.ToMinorUnit).Single().Pocket);
    }

    [Fact]
    public void What_it_cannot_be_spread_over_is_refused_by_name()
    {
        void Refused<T>(string name, params PriceWaterfall[] lines)
            where T : ArgumentException =>
            Assert.Throws<T>(name, () => PriceWaterfall.Spread("freight", Cny(200m), lines, Apportionment.ToMinorUnit));
        void RefusedBy<T>(string name, decimal total, params decimal[] weights)
            where T : ArgumentException =>
            Assert.Throws<T>(
                name, () => PriceWaterfall.Spread("freight", Cny(total), [s_hundred, s_free], weights, Apportionment.ToMinorUnit));

        Refused<ArgumentException>("lines");
        Refused<ArgumentException>("lines", s_free);
        Refused<ArgumentOutOfRangeException>("lines", s_hundred, PriceWaterfall.Of(Cny(-50m)));
        RefusedBy<ArgumentException>("weights", 200m, 1m);
        RefusedBy<ArgumentException>("weights", 200m, 1m, 1m, 1m);
        RefusedBy<ArgumentException>("weights", 200m, 0m, 0m);
        RefusedBy<ArgumentOutOfRangeException>("weights", 200m, 1m, -1m);
        RefusedBy<ArgumentException>("total", 1.005m, 1m, 1m);
        Assert.Equal(
            Cny(0m), PriceWaterfall.Spread("freight", Cny(0m), [s_free], Apportionment.ToMinorUnit).Single().OffInvoice);
    }

    [Property]
    public Property The_parts_sum_to_the_whole_whatever_the_weights() => Prop.ForAll(
        (from cents in Gen.Choose(-100_000, 100_000)
         from weights in Gen.Choose(0, 50).NonEmptyListOf()
         where weights.Any(weight => weight > 0)
         select (cents, weights)).ToArbitrary(),
        any =>
        {
            var lines = any.weights.Select(_ => s_free).ToArray();
            var spread = PriceWaterfall.Spread(
                "freight", Cny(any.cents / 100m), lines, [.. any.weights.Select(weight => (decimal)weight)], Apportionment.ToMinorUnit);
            return Money.Sum(Currency.CNY, spread.Select(line => line.OffInvoice)) == Cny(any.cents / 100m)
                && spread.All(line => line.Explain().IsVerified);
        });
}
