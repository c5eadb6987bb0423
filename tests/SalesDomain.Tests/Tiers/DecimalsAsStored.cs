using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Tiers;

/// <summary>A decimal knows how many decimals it was written with, and −0; no tier may.</summary>
public class DecimalsAsStored
{
    private static readonly string[] s_amounts = ["0", "99.99", "100", "100.01", "999.99", "1000", "1500.5", "2500", "2500.01"];

    [Fact]
    public void Bounds_and_amounts_written_with_more_decimals_give_the_same()
    {
        var plain = Rates("100", "1000", "2500");
        var written = Rates("100.0000000000", "1000.00", "2500.0");

        foreach (var text in s_amounts)
        {
            var amount = Number(text);
            var longer = amount + 0.000000m;
            Func<Evaluations, decimal, Money>[] evaluations =
            [
                (e, a) => e.Rate.Graduated(Usd(a)), (e, a) => e.Rate.AllUnits(Usd(a)),
                (e, a) => e.OnQuota.Graduated(Usd(a), Usd(100m)), (e, a) => e.OnQuota.AllUnits(Usd(a), Usd(100m)),
            ];
            foreach (var evaluate in evaluations)
            {
                Assert.Equal(evaluate(plain, amount), evaluate(written, longer));
                Assert.Equal(evaluate(plain, amount), evaluate(plain, longer));
            }
        }
    }

    [Fact]
    public void A_bound_of_as_many_digits_as_a_decimal_holds_stays_what_it_is()
    {
        var bound = decimal.MaxValue - 1m;
        var rate = TieredRate.From(Currency.USD, (0m, Percentage.Zero), (bound, Percentage.OneHundred));

        Assert.Equal(Usd(bound), rate.Bounds[1]);
        Assert.Equal(Usd(0m), rate.Graduated(Usd(bound)));
        Assert.Equal(Usd(1m), rate.Graduated(Usd(decimal.MaxValue)));
        Assert.Equal(Usd(decimal.MaxValue), rate.AllUnits(Usd(decimal.MaxValue)));
    }

    [Fact]
    public void Minus_zero_is_zero()
    {
        var minusZero = Usd(new decimal(0, 0, 0, isNegative: true, scale: 2));
        var rates = Rates("0", "1000", "2500");
        var price = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 5m), (10m, 4m));

        Assert.Equal(Usd(0m), rates.Rate.Graduated(minusZero));
        Assert.Equal(Usd(0m), rates.Rate.Mirrored().AllUnits(minusZero));
        Assert.Equal(Usd(0m), rates.OnQuota.Graduated(minusZero, Usd(100m)));
        Assert.Equal(Usd(0m), rates.OnQuota.Mirrored().AllUnits(minusZero, Usd(100m)));
        Assert.Equal("USD 0.00", price.Graduated(Quantity.Pieces(minusZero.Amount)).ToString());
    }

    private static Evaluations Rates(params string[] bounds)
    {
        var levels = Array.ConvertAll(bounds, Number);
        return new Evaluations(
            TieredRate.From(Currency.USD, [.. levels.Select((level, i) => (level, Percentage.FromPercent(i + 1m)))]),
            AttainmentRate.From([.. levels.Select((level, i) => (Percentage.FromPercent(level), Percentage.FromPercent(i + 1m)))]));
    }

    private static Money Usd(decimal amount) => new(amount, Currency.USD);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Evaluations(TieredRate Rate, AttainmentRate OnQuota);
}
