using System;

namespace SalesDomain.Internal;

/// <summary>
/// The split of an amount over many parts as <see cref="Apportionment"/> makes it, in machine words: where all amounts are whole units, no
/// share meets its bound, and every product fits. A test holds the two equal.
/// </summary>
internal static class WordShares
{
    // So large that two of them multiplied are exact in a decimal.
    private const decimal Largest = 10_000_000_000_000m;

    /// <summary>
    /// Splits an amount above zero in proportion to weights, each share at most as its bound allows; null where that is not so simple.
    /// </summary>
    /// <param name="total">The amount, in whole units.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="weights">The weights, zero or more.</param>
    /// <param name="most">The bounds, zero or more; their sum is at least the amount.</param>
    internal static decimal[]? TrySplit(decimal total, decimal unit, decimal[] weights, decimal[] most)
    {
        var ofOne = 1m / unit;
        if (ofOne * unit != 1m || ofOne % 1m != 0m || total >= Largest * unit)
            return null;

        var count = weights.Length;
        var (words, shares, scratch) = (new long[count], new long[count], new long[2 * count]);
        var (sum, bounded) = (0L, false);
        for (var k = 0; k < count; k++)
        {
            if (!TryUnits(weights[k], ofOne, out words[k]) || sum > (long)Largest)
                return null;

            sum += words[k];
            bounded |= most[k] < weights[k];
        }

        // A bound that is at least the weight is met by no share of an amount that is at most the sum of the weights.
        if (!TryUnits(total, ofOne, out var units) || units > sum || (bounded && !AreWithin(total, ofOne, sum, weights, most))
            || !SmallShares.TrySplit(units, words, 0, count, TieBreak.First, shares, scratch))
            return null;

        return Array.ConvertAll(shares, share => share * unit);
    }

    private static bool TryUnits(decimal amount, decimal ofOne, out long units)
    {
        var exact = amount * ofOne;
        units = exact < Largest ? (long)exact : 0L;
        return units == exact;
    }

    /// <summary>Whether total × weight ÷ sum is at most the whole units of the bound, for every part.</summary>
    private static bool AreWithin(decimal total, decimal ofOne, long sum, decimal[] weights, decimal[] most)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            if (most[k] < weights[k] && total * ofOne * weights[k] > decimal.Floor(most[k] * ofOne) / ofOne * sum)
                return false;
        }

        return true;
    }
}
