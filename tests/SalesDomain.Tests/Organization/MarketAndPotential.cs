using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

public sealed class MarketAndPotential
{
    [Fact]
    public void A_territory_is_compared_with_the_average_territory()
    {
        var potential = MarketPotential.Of(("North", Revenue(500m)), ("South", Revenue(300m)), ("West", Revenue(400m)));

        Assert.Equal(Revenue(1_200m), potential.Total);
        Assert.Equal([Percent(125), Percent(75), Percent(100)], potential.Lines.Select(line => line.Index));
        Assert.Equal(Percentage.Ratio(500m, 1_200m), potential.Lines[0].Share);
        Assert.True(potential.TryLine("South", out var south));
        Assert.Equal(Revenue(300m), south!.Potential);
        Assert.False(potential.TryLine("East", out _));
        Assert.Equal("South: revenue, without tax: CNY 300.00, index 75%", south.ToString());
        Tampering.EveryChangeIsNamed(south.Explain());
        Tampering.EveryChangeIsNamed(south.ExplainShare());
    }

    [Fact]
    public void Potential_of_accounts_adds_up_by_territory()
    {
        var potential = MarketPotential.SumOf([("North", Revenue(200m)), ("South", Revenue(300m)), ("North", Revenue(300m))]);
        TestHelper.TestEqualsClass(
            potential, MarketPotential.Of(("North", Revenue(500m)), ("South", Revenue(300m))), MarketPotential.Of(("North", Revenue(500m))),
            MarketPotential.Of(("North", Revenue(500m)), ("South", Revenue(301m))));
    }

    [Fact]
    public void Without_any_potential_there_is_neither_share_nor_index()
    {
        var line = MarketPotential.Of(("North", Revenue(0m)), ("South", Revenue(0m))).Lines[0];
        Assert.Null(line.Index);
        Assert.Null(line.Share);
        Assert.True(line.Explain().IsVerified && line.ExplainShare().IsVerified);
        Assert.Equal(Figure.Absent, line.Explain().Value);
    }

    [Property]
    public Property Indexes_average_to_one_hundred_percent_and_shares_total_it() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).NonEmptyListOf().ToArbitrary(), amounts =>
        {
            var potential = MarketPotential.Of([.. amounts.Select((amount, i) => (i, Measure.Count("outlets").Of(amount / 100m)))]);
            if (amounts.Sum(amount => (long)amount) == 0)
                return;

            Assert.Equal(100m * amounts.Count, potential.Lines.Sum(line => line.Index!.Value.Percent), 18);
            Assert.Equal(100m, potential.Lines.Sum(line => line.Share!.Value.Percent), 18);
            Assert.All(potential.Lines, line => Assert.True(line.Explain().IsVerified && line.ExplainShare().IsVerified));

            // Weighted properly: potential = index × average.
            Assert.All(potential.Lines, line =>
                Assert.Equal(line.Potential.Number * amounts.Count, (potential.Total * line.Index!.Value).Number, 15));
        });

    [Fact]
    public void Potentials_that_do_not_go_together_are_refused()
    {
        Assert.Equal("potentials", Assert.Throws<ArgumentException>(() => MarketPotential.Of<string>()).ParamName);
        Assert.Equal(
            "potentials", Assert.Throws<ArgumentException>(() => MarketPotential.Of(("A", Revenue(1m)), ("A", Revenue(1m)))).ParamName);
        Assert.Equal("potentials", Assert.Throws<ArgumentException>(() => MarketPotential.Of(("A", Revenue(-1m)))).ParamName);
        Assert.Equal("potentials", Assert.Throws<CurrencyMismatchException>(
            () => MarketPotential.Of(("A", Revenue(1m)), ("B", Measure.Revenue.Of(Usd(1m))))).ParamName);
        Assert.Equal("potentials", Assert.Throws<TaxBasisMismatchException>(
            () => MarketPotential.SumOf([("A", Revenue(1m)), ("B", Measure.GrossRevenue.Of(Cny(1m)))])).ParamName);
    }

    [Fact]
    public void The_classical_buying_power_index()
    {
        // The city has 6 % of the income, 7 % of the retail sales and 5 % of the population: 0.5 × 6 + 0.3 × 7 + 0.2 × 5 = 6.1.
        var power = IndicatorWeights.Classical.Evaluate([("city", [6m, 70m, 500m]), ("rest", (IReadOnlyList<decimal>)[94m, 930m, 9_500m])]);

        Assert.Equal([Percent(6.1m), Percent(93.9m)], power.Lines.Select(line => line.BuyingPowerIndex));
        Assert.Equal(Percent(12.2m), power.Lines[0].RelativeToAverage);
        Assert.Equal(IndicatorWeights.Classical, power.Weights);
        Assert.All(power.Lines, line => Tampering.EveryChangeIsNamed(line.Explain()));
        Assert.All(power.Lines, line => Tampering.EveryChangeIsNamed(line.ExplainRelativeToAverage()));
        Assert.Equal(power.Lines[0].BuyingPowerIndex, power.Lines[0].Explain().Value);

        var potential = power.PotentialOf(Revenue(1_000_000m));
        Assert.Equal([Revenue(61_000m), Revenue(939_000m)], potential.Lines.Select(line => line.Potential));
        Assert.Equal("market", Assert.Throws<ArgumentOutOfRangeException>(() => power.PotentialOf(Revenue(-1m))).ParamName);
        Assert.Equal("income 50%, retail sales 30%, population 20%", IndicatorWeights.Classical.ToString());
    }

    [Property]
    public Property Buying_power_totals_one_hundred_percent_whatever_the_units() =>
        Prop.ForAll(Gen.Choose(0, 10_000).Three().NonEmptyListOf().ToArbitrary(), rows =>
        {
            (int, IReadOnlyList<decimal>)[] territories =
                [
                    .. rows.Select((row, i) => (i, (IReadOnlyList<decimal>)[row.Item1 + 1m, row.Item2 / 7m, row.Item3])),
                    (rows.Count, [1m, 1m, 1m]),
                ];
            var lines = IndicatorWeights.Classical.Evaluate(territories).Lines;
            Assert.Equal(100m, lines.Sum(line => line.BuyingPowerIndex.Percent), 18);
            Assert.Equal(100m * lines.Count, lines.Sum(line => line.RelativeToAverage.Percent), 16);
            Assert.All(lines, line => Assert.True(line.Explain().IsVerified && line.ExplainRelativeToAverage().IsVerified));
        });

    [Fact]
    public void Weights_that_are_not_the_whole_are_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => IndicatorWeights.Of(("a", Percent(33.33m)), ("b", Percent(66.66m))));
        Assert.Equal("indicators", refusal.ParamName);
        Assert.Contains("99.99%", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            "indicators", Assert.Throws<ArgumentException>(() => IndicatorWeights.Of(("a", Percent(0m)), ("b", Percent(100m)))).ParamName);
        Assert.Equal(
            "indicators", Assert.Throws<ArgumentException>(() => IndicatorWeights.Of(("a", Percent(50m)), ("a", Percent(50m)))).ParamName);

        var weights = IndicatorWeights.Of(("a", Percent(50m)), ("b", Percent(50m)));
        TestHelper.TestEqualsClass(weights, IndicatorWeights.Of(("a", Percent(50m)), ("b", Percent(50.0m))), IndicatorWeights.Classical,
            IndicatorWeights.Of(("b", Percent(50m)), ("a", Percent(50m))));
        Assert.Equal(
            "territories", Assert.Throws<ArgumentException>(() => weights.Evaluate([("x", (IReadOnlyList<decimal>)[1m])])).ParamName);
        Assert.Equal(
            "territories", Assert.Throws<ArgumentException>(() => weights.Evaluate([("x", (IReadOnlyList<decimal>)[1m, -1m])])).ParamName);
        Assert.Equal(
            "territories", Assert.Throws<ArgumentException>(() => weights.Evaluate([("x", (IReadOnlyList<decimal>)[1m, 0m])])).ParamName);
        Assert.Equal(
            "territories",
            Assert.Throws<ArgumentException>(() => weights.Evaluate([("x", (IReadOnlyList<decimal>)[1m, 1m]), ("x", [1m, 1m])])).ParamName);
    }

    [Fact]
    public void Penetration_is_share_times_development()
    {
        var position = MarketPosition.Of(Revenue(120m), Revenue(480m), Revenue(800m));
        Assert.Equal(
            (Percent(25), Percent(60), Percent(15)), (position.Share!.Value, position.Development!.Value, position.Penetration!.Value));
        Assert.Equal(position.Penetration, position.Share * position.Development!.Value);
        Tampering.EveryChangeIsNamed(position.Explain());
        Tampering.EveryChangeIsNamed(position.ExplainShare());
        Tampering.EveryChangeIsNamed(position.ExplainDevelopment());
        TestHelper.TestEqualsClass(
            position, MarketPosition.Of(Revenue(120m), Revenue(480m), Revenue(800m)), MarketPosition.Of(Revenue(120m), null, Revenue(800m)),
            MarketPosition.Of(Revenue(120m), Revenue(480m), null));
    }

    [Fact]
    public void What_is_not_known_gives_no_ratio_and_neither_does_zero()
    {
        var unknown = MarketPosition.Of(Revenue(120m), null, null);
        Assert.True(unknown is { Share: null, Development: null, Penetration: null });
        Assert.Equal(Figure.Absent, unknown.Explain().Value);
        Assert.Equal(Figure.Absent, unknown.ExplainShare().Value);

        var nothing = MarketPosition.Of(Revenue(0m), Revenue(0m), Revenue(800m));
        Assert.Equal((null, Percent(0), Percent(0)), (nothing.Share, nothing.Development!.Value, nothing.Penetration!.Value));
        Assert.True(nothing.ExplainShare().IsVerified);
    }

    [Fact]
    public void A_market_with_tax_is_not_compared_with_sales_without()
    {
        Assert.Equal(
            "market",
            Assert.Throws<TaxBasisMismatchException>(() => MarketPosition.Of(Revenue(1m), Measure.GrossRevenue.Of(Cny(1m)), null))
                .ParamName);
        Assert.Equal(
            "potential",
            Assert.Throws<CurrencyMismatchException>(() => MarketPosition.Of(Revenue(1m), null, Measure.Revenue.Of(Usd(1m)))).ParamName);

        // A name of its own is no other basis.
        Assert.Equal(
            Percent(50), MarketPosition.Of(Revenue(1m), null, Measure.OfMoney("potential", TaxBasis.WithoutTax).Of(Cny(2m))).Penetration);
    }

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
