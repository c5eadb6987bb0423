using System;
using System.Linq;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Splits;

/// <summary>A total in whole units and weights, as the laws of splitting are tried on.</summary>
internal sealed class SplitSample
{
    // Every weight of a sample is a multiple of this, so that shares can be set against exact whole numbers.
    private const decimal WeightGrain = 0.0000000001m;

    private static readonly (Apportionment How, Currency Currency, decimal Unit)[] s_units =
    [
        (Apportionment.ToMinorUnit, Currency.JPY, 1m),
        (Apportionment.ToMinorUnit, Currency.USD, 0.01m),
        (Apportionment.ToMinorUnit, Currency.KWD, 0.001m),
        (Apportionment.ToMinorUnit, Currency.CLF, 0.0001m),
        (Apportionment.InUnitsOf(100m), Currency.CNY, 100m),
        (Apportionment.InUnitsOf(1000m), Currency.CNY, 1000m),
        (Apportionment.InUnitsOf(24m), Currency.CNY, 24m),
        (Apportionment.InUnitsOf(0.05m), Currency.CHF, 0.05m),
    ];

    private SplitSample(Apportionment how, Currency currency, decimal unit, decimal units, decimal[] weights)
    {
        How = how;
        Currency = currency;
        Unit = unit;
        Units = units;
        Weights = weights;
    }

    internal Apportionment How { get; }

    internal Currency Currency { get; }

    internal decimal Unit { get; }

    internal decimal Units { get; }

    internal decimal[] Weights { get; }

    internal Money Total => new(Units * Unit, Currency);

    internal BigInteger[] WholeWeights => Array.ConvertAll(Weights, weight => new BigInteger(weight / WeightGrain));

    internal static Gen<decimal> Weight { get; } = Gen.Frequency(
        (2, Gen.Constant(0m)),
        (4, Gen.Choose(1, 5).Select(n => (decimal)n)),
        (4, Gen.Choose(1, 99_999_999).Select(n => n / 100m)),
        (1, Gen.Choose(1, 9).Select(n => n * WeightGrain)),
        (1, Gen.Choose(1, 999).Select(n => n * 1_000_000_000_000m)));

    internal static Gen<decimal> WholeNumber { get; } = Gen.Frequency(
        (1, Gen.Constant(0m)),
        (5, Gen.Choose(-20, 20).Select(n => (decimal)n)),
        (4, Gen.Choose(-99_999_999, 99_999_999).Select(n => (decimal)n)),
        (2, Gen.Choose(int.MinValue + 1, int.MaxValue).Select(n => n * 1_000_003m)));

    internal static Arbitrary<SplitSample> Any { get; } =
        (from unit in Gen.Elements(s_units)
         from ties in Gen.Elements(TieBreak.First, TieBreak.Last, TieBreak.LargestWeight)
         from units in WholeNumber
         from count in Gen.Choose(1, 12)
         from weights in Weight.ArrayOf(count)
         select new SplitSample(unit.How.WithTies(ties), unit.Currency, unit.Unit, units, WithSomeWeight(weights))).ToArbitrary();

    internal Money[] Split() => How.Split(Total, Weights);

    internal SplitSample With(decimal[] weights) => new(How, Currency, Unit, Units, weights);

    internal SplitSample Negated() => new(How, Currency, Unit, -Units, Weights);

    public override string ToString() =>
        Total + " by " + string.Join(", ", Weights.Select(weight => weight.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        + " in " + Unit.ToString(System.Globalization.CultureInfo.InvariantCulture) + ", ties " + How.Ties;

    private static decimal[] WithSomeWeight(decimal[] weights)
    {
        if (weights.All(weight => weight == 0m))
            weights[0] = 1m;

        return weights;
    }
}
