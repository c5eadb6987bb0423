using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Pareto;

/// <summary>Classes, a crossing rule and items with distinct keys, many of equal value and many that meet a bound exactly.</summary>
public sealed record ParetoSample(ParetoClasses Classes, (int Key, decimal Value)[] Items)
{
    private static readonly Gen<decimal> s_value = Gen.Frequency(
        (6, from value in Gen.Choose(1, 12) select (decimal)value),
        (2, Gen.Elements(0m, -1m, -7.5m, 0.00m)),
        (2, from value in Gen.Choose(1, 2_000) select value / 100m),
        (1, Gen.Elements(80m, 15m, 5m, 0.000001m, 9999999999999m, 9999999999999.999999m)));

    private static readonly Gen<decimal[]> s_bounds = Gen.Frequency(
        (3, Gen.Constant(new[] { 80m, 95m })),
        (1, Gen.Constant(new[] { 50m })),
        (1, Gen.Constant(Array.Empty<decimal>())),
        (1, Gen.Constant(new[] { 100m / 3m, 200m / 3m })),
        (2, from bounds in Gen.Choose(1, 9_999).ArrayOf() select bounds.Select(bound => bound / 100m).Distinct().OrderBy(bound => bound)
            .Take(5).ToArray()));

    /// <summary>The generator.</summary>
    public static Arbitrary<ParetoSample> Samples() =>
        (from bounds in s_bounds
         from crossing in Gen.Elements(CrossingItem.Included, CrossingItem.Excluded, CrossingItem.Nearest)
         from values in s_value.ArrayOf()
         select new ParetoSample(Classified(bounds, crossing), [.. values.Select((value, index) => (index, value))])).ToArbitrary();

    private static ParetoClasses Classified(IEnumerable<decimal> bounds, CrossingItem crossing) =>
        ParetoClasses.Of([.. bounds.Append(100m).Select((bound, index) => ("class " + index, Percentage.FromPercent(bound)))])
            .WithCrossing(crossing);

    /// <summary>
    /// The class of a value, found the long way: by fractions of whole numbers of any size, and a pass over all values for each. The bound
    /// alone is the decimal that is printed.
    /// </summary>
    internal string PlainClassOf(decimal value)
    {
        var total = Items.Select(item => item.Value).Where(each => each > 0m).Sum();
        var before = Sum(Items.Select(item => item.Value).Where(each => each > 0m && each > value));
        var after = Sum(Items.Select(item => item.Value).Where(each => each > 0m && each >= value));
        for (var i = 0; i < Classes.Names.Count && value > 0m; i++)
        {
            var bound = Exact.Of(Classes.Bounds[i].Fraction * total);
            var isWithin = i == Classes.Names.Count - 1 || Classes.Crossing switch
            {
                CrossingItem.Included => before < bound,
                CrossingItem.Excluded => after <= bound,
                _ => after <= bound || (before < bound && after - bound <= bound - before),
            };
            if (isWithin)
                return Classes.Names[i];
        }

        return Classes.Names[Classes.Names.Count - 1];
    }

    private static Exact Sum(IEnumerable<decimal> values) => values.Aggregate(Exact.Of(0), (sum, value) => sum + Exact.Of(value));
}
