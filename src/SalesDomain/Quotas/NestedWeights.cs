using System;
using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// The weight of a month within its quarter: quarter × month ÷ all months of that quarter, brought to whole numbers; where these are longer
/// than 24 digits, to 20 digits.
/// </summary>
internal static class NestedWeights
{
    // Beyond these digits running totals of amounts do not fit any more, and so many are near enough for any amount.
    private const int MostDigits = 24;
    private const int NearDigits = 20;

    internal static decimal[] Of(Phasing coarser, Phasing finer, string parameterName)
    {
        var owners = Owners(coarser.Periods, finer.Periods, parameterName);
        var outer = Whole([.. coarser.Weights]);
        var inner = Whole([.. finer.Weights]);
        var sums = new BigInteger[outer.Length];
        for (var i = 0; i < inner.Length; i++)
            sums[owners[i]] += inner[i];

        var common = BigInteger.One;
        for (var k = 0; k < outer.Length; k++)
        {
            if (sums[k].IsZero && !outer[k].IsZero)
                throw Guards.Invalid(parameterName, coarser.Periods[k].ToString(), "must have a weight in every period that has one");
            if (!sums[k].IsZero)
                common = common / BigInteger.GreatestCommonDivisor(common, sums[k]) * sums[k];
        }

        var weights = new BigInteger[inner.Length];
        var (total, divisor) = (BigInteger.Zero, BigInteger.Zero);
        for (var i = 0; i < weights.Length; i++)
        {
            var sum = sums[owners[i]];
            weights[i] = sum.IsZero ? BigInteger.Zero : outer[owners[i]] * inner[i] * (common / sum);
            divisor = BigInteger.GreatestCommonDivisor(divisor, weights[i]);
            total += weights[i];
        }

        return total / divisor < BigInteger.Pow(10, MostDigits)
            ? Array.ConvertAll(weights, weight => DecimalMath.FromInteger(weight / divisor, 0))
            : Array.ConvertAll(weights, weight => DecimalMath.FromInteger(Near(weight, total), 0));
    }

    /// <summary>The weight in 10²⁰ parts of all, the nearest whole number, and of two the larger.</summary>
    private static BigInteger Near(BigInteger weight, BigInteger total) =>
        ((2 * weight * BigInteger.Pow(10, NearDigits)) + total) / (2 * total);

    private static int[] Owners(PlanPeriods coarser, PlanPeriods finer, string parameterName)
    {
        var owners = new int[finer.Count];
        for (var i = 0; i < owners.Length; i++)
        {
            owners[i] = coarser.IndexOf(finer[i].Start!.Value);
            if (!coarser[owners[i]].Contains(finer[i]))
                throw Guards.Invalid(parameterName, finer[i].ToString(), "must have no period across a bound of " + coarser[owners[i]]);
        }

        return owners;
    }

    private static BigInteger[] Whole(decimal[] weights)
    {
        var digits = 0;
        foreach (var weight in weights)
            digits = Math.Max(digits, DecimalMath.Scale(weight));

        return Array.ConvertAll(weights, weight => DecimalMath.ToInteger(weight, digits));
    }
}
