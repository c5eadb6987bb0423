using System;
using System.Linq;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Splits;

/// <summary>A whole total among parts with bounds, and the one right answer found by bisection instead of by rounds of holding.</summary>
internal sealed class BoundedSample
{
    // Finer than any two shares of a sample can lie apart.
    private const int BisectionBits = 160;

    private BoundedSample(int total, ApportionmentPart[] parts)
    {
        Total = total;
        Parts = parts;
    }

    internal int Total { get; }

    internal ApportionmentPart[] Parts { get; }

    internal static Arbitrary<BoundedSample> Any { get; } =
        (from total in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(-30, 30)), (2, Gen.Choose(-99_999, 99_999)))
         from count in Gen.Choose(1, 8)
         from parts in Part(Math.Max(3, Math.Abs(total)), total < 0).ArrayOf(count)
         select new BoundedSample(total, parts)).ToArbitrary();

    internal decimal[] Split(TieBreak ties) => Apportionment.ToWhole.WithTies(ties).Split(Total, Parts);

    internal BoundedSample Negated() =>
        new(-Total, Array.ConvertAll(Parts, part => new ApportionmentPart(part.Weight, -part.Maximum, -part.Minimum)));

    /// <summary>The amounts, the first part winning ties, or null when no split keeps all bounds.</summary>
    internal decimal[]? Expected()
    {
        if (Total < 0)
            return Negated().Expected() is { } mirrored ? Array.ConvertAll(mirrored, part => -part) : null;

        var weights = Array.ConvertAll(Parts, part => new BigInteger(part.Weight));
        var least = Array.ConvertAll(Parts, part => BigInteger.Max(0, new BigInteger(part.Minimum ?? 0m)));
        var most = Parts.Select((part, i) => part.Weight == 0m ? least[i] : new BigInteger(part.Maximum ?? Total)).ToArray();
        if (Enumerable.Range(0, Parts.Length).Any(i => most[i] < least[i] || (Parts[i].Maximum ?? Total) < (decimal)least[i])
            || Sum(least) > Total || Sum(most) < Total)
            return null;

        // What one unit of weight gets, in steps of 2^-160: the largest at which the held shares do not exceed the total.
        BigInteger low = 0;
        var high = (new BigInteger(Total) + 1) << BisectionBits;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            var given = Enumerable.Range(0, Parts.Length).Aggregate(BigInteger.Zero, (sum, i) =>
                sum + BigInteger.Max(least[i] << BisectionBits, BigInteger.Min(most[i] << BisectionBits, middle * weights[i])));
            (low, high) = given <= new BigInteger(Total) << BisectionBits ? (middle, high) : (low, middle);
        }

        var free = Enumerable.Range(0, Parts.Length)
            .Where(i => low * weights[i] > least[i] << BisectionBits && high * weights[i] < most[i] << BisectionBits).ToArray();
        var units = Enumerable.Range(0, Parts.Length).Select(i => low * weights[i] > least[i] << BisectionBits ? most[i] : least[i])
            .ToArray();
        var left = Total - Enumerable.Range(0, Parts.Length).Except(free).Aggregate(BigInteger.Zero, (sum, i) => sum + units[i]);
        var weight = free.Aggregate(BigInteger.Zero, (sum, i) => sum + weights[i]);
        foreach (var i in free)
            units[i] = left * weights[i] / weight;

        var spare = (int)(left - free.Aggregate(BigInteger.Zero, (sum, i) => sum + units[i]));
        foreach (var i in free.OrderByDescending(i => left * weights[i] % weight).ThenBy(i => i).Take(spare))
            units[i] += 1;

        return Array.ConvertAll(units, unit => (decimal)unit);
    }

    public override string ToString() =>
        Total + " by " + string.Join(", ", Parts.Select(part => part.Weight + " [" + part.Minimum + ".." + part.Maximum + "]"));

    private static Gen<ApportionmentPart> Part(int size, bool isNegative) =>
        from weight in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 4)), (3, Gen.Choose(1, 1000)))
        from kind in Gen.Choose(0, 5)
        from one in Gen.Choose(0, size / 2)
        from more in Gen.Choose(0, size)
        let least = kind is 1 or 3 ? one : (int?)null
        let most = kind is 2 or 3 ? one + more : (int?)null
        select isNegative ? new ApportionmentPart(weight, -most, -least) : new ApportionmentPart(weight, least, most);

    private static BigInteger Sum(BigInteger[] values) => values.Aggregate(BigInteger.Add);
}
