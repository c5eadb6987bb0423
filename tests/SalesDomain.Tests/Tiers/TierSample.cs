using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Tiers;

/// <summary>
/// Tiers as plain numbers, an amount set against them, and what the words of the documentation say about both, by plain scans.
/// </summary>
internal sealed class TierSample
{
    internal const decimal Unit = 0.01m;

    private TierSample(bool isFrom, decimal[] bounds, decimal[] values, decimal? ceiling, bool isMirrored, decimal amount)
    {
        IsFrom = isFrom;
        Bounds = bounds;
        Values = values;
        Ceiling = ceiling;
        IsMirrored = isMirrored;
        Amount = amount;
    }

    internal bool IsFrom { get; }

    internal decimal[] Bounds { get; }

    /// <summary>One more than bounds when a to-scale is open above.</summary>
    internal decimal[] Values { get; }

    internal decimal? Ceiling { get; }

    internal bool IsMirrored { get; }

    internal decimal Amount { get; }

    /// <summary>Rates of both signs, bounds in cents, and an amount at, beside or between the bounds, of either sign.</summary>
    internal static Arbitrary<TierSample> Any { get; } = Of(Gen.Choose(-8, 48).Select(n => n * 0.0025m)).ToArbitrary();

    /// <summary>The same with rates of zero or more.</summary>
    internal static Arbitrary<TierSample> NeverNegative { get; } = Of(Gen.Choose(0, 48).Select(n => n * 0.0025m)).ToArbitrary();

    internal decimal? End => IsFrom ? Ceiling : Values.Length > Bounds.Length ? null : Bounds.Last();

    internal Money Money => new(Amount, Currency.EUR);

    internal TieredRate Rate
    {
        get
        {
            var steps = Bounds.Zip(Values, (bound, value) => (bound, Percentage.FromFraction(value))).ToArray();
            var rate = IsFrom ? TieredRate.From(Currency.EUR, steps) : TieredRate.UpTo(Currency.EUR, steps);
            rate = Ceiling is { } ceiling ? rate.WithCeiling(new Money(ceiling, Currency.EUR)) : rate;
            rate = Values.Length > Bounds.Length ? rate.ThenAbove(Percentage.FromFraction(Values.Last())) : rate;
            return IsMirrored ? rate.Mirrored() : rate;
        }
    }

    /// <summary>The same tiers with each bound read as so many thousandths of a quota: 250.00 is 25 %.</summary>
    internal AttainmentRate OnAttainment
    {
        get
        {
            var steps = Bounds.Zip(
                Values, (bound, value) => (Percentage.FromFraction(bound / 1000m), Percentage.FromFraction(value))).ToArray();
            var rate = IsFrom ? AttainmentRate.From(steps) : AttainmentRate.UpTo(steps);
            rate = Ceiling is { } ceiling ? rate.WithCeiling(Percentage.FromFraction(ceiling / 1000m)) : rate;
            rate = Values.Length > Bounds.Length ? rate.ThenAbove(Percentage.FromFraction(Values.Last())) : rate;
            return IsMirrored ? rate.Mirrored() : rate;
        }
    }

    internal TieredPrice Price
    {
        get
        {
            var steps = Bounds.Zip(Values, (bound, value) => (bound, value)).ToArray();
            var price = IsFrom ? TieredPrice.From(Currency.EUR, UnitOfMeasure.Kilogram, steps)
                : TieredPrice.UpTo(Currency.EUR, UnitOfMeasure.Kilogram, steps);
            price = Ceiling is { } ceiling ? price.WithCeiling(new Quantity(ceiling, UnitOfMeasure.Kilogram)) : price;
            return Values.Length > Bounds.Length ? price.ThenAbove(Values.Last()) : price;
        }
    }

    internal TierSample At(decimal amount) => new(IsFrom, Bounds, Values, Ceiling, IsMirrored, amount);

    internal TierSample Turned(bool isMirrored) => new(IsFrom, Bounds, Values, Ceiling, isMirrored, Amount);

    /// <summary>The value of the step a level of zero or more lies in.</summary>
    internal decimal? ValueAt(decimal level)
    {
        if (level < 0m || level > End)
            return null;

        var reached = Bounds.Count(bound => IsFrom ? bound <= level : bound < level) - (IsFrom ? 1 : 0);
        return reached < 0 ? null : Values[reached];
    }

    /// <summary>
    /// The value a level of zero or more reaches: a ceiling keeps that of the last step, above a closed to-scale there is none.
    /// </summary>
    internal decimal? ReachedAt(decimal level) => IsFrom && level > Ceiling ? Values.Last() : ValueAt(level);

    /// <summary>The area under the values from zero to the amount.</summary>
    internal decimal Integral()
    {
        var magnitude = IsMirrored ? Math.Abs(Amount) : Math.Max(0m, Amount);
        var cuts = Bounds.Append(End ?? 0m).Append(0m).Append(magnitude).Where(cut => cut <= magnitude).Distinct().OrderBy(cut => cut)
            .ToArray();
        var area = cuts.Zip(cuts.Skip(1), (low, high) => (high - low) * (ValueAt((low + high) / 2m) ?? 0m)).Sum();
        return Amount < 0m ? -area : area;
    }

    /// <summary>Everything at the value reached; above a ceiling, everything up to it.</summary>
    internal decimal Slab()
    {
        var magnitude = IsMirrored ? Math.Abs(Amount) : Math.Max(0m, Amount);
        var counted = Ceiling < magnitude ? Ceiling.Value : magnitude;
        var all = counted * (ReachedAt(magnitude) ?? 0m);
        return Amount < 0m ? -all : all;
    }

    public override string ToString() =>
        (IsFrom ? "from " : "up to ") + Text(Bounds) + " values " + Text(Values) + " ceiling "
        + Ceiling?.ToString(CultureInfo.InvariantCulture)
        + (IsMirrored ? " mirrored" : "") + " at " + Amount.ToString(CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<decimal> numbers) =>
        string.Join(" ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static Gen<TierSample> Of(Gen<decimal> value) =>
        from isFrom in Gen.Elements(true, false)
        from first in Gen.Frequency((2, Gen.Constant(0m)), (2, Gen.Choose(1, 30_000).Select(n => n * Unit)))
        from rises in Gen.Frequency((1, Gen.Constant(1)), (3, Gen.Choose(1, 50_000))).Select(n => n * Unit).ArrayOf(39)
        from count in Gen.Frequency((4, Gen.Choose(1, 6)), (1, Gen.Choose(7, 40)))
        let bounds = rises.Take(count - 1).Aggregate(new List<decimal> { first }, (sums, rise) => [.. sums, sums.Last() + rise]).ToArray()
        from isOpenOrMore in Gen.Elements(true, false)
        from above in Gen.Frequency((1, Gen.Constant(0m)), (2, Gen.Choose(1, 20_000).Select(n => n * Unit)))
        let ceiling = isFrom && !isOpenOrMore ? bounds.Last() + above : (decimal?)null
        from values in value.ArrayOf(!isFrom && isOpenOrMore ? count + 1 : count)
        from isMirrored in Gen.Elements(true, false)
        from amount in Level([.. bounds, ceiling ?? 0m])
        from sign in Gen.Elements(1m, 1m, 1m, -1m)
        select new TierSample(isFrom, bounds, values, ceiling, isMirrored, amount * sign);

    private static Gen<decimal> Level(decimal[] edges) =>
        Gen.Frequency(
            (1, Gen.Constant(0m)),
            (2, Gen.Elements(edges)),
            (3, Gen.Elements(edges).SelectMany(edge => Gen.Elements(-Unit, Unit, 0.0001m), (edge, step) => Math.Max(0m, edge + step))),
            (4, Gen.Choose(0, 2_000_000).Select(n => n * Unit)));
}
