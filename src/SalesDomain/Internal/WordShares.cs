namespace SalesDomain.Internal;

/// <summary>
/// The split of an amount over many parts with bounds as <see cref="Apportionment"/> makes it, in machine words: where all amounts are
/// whole units, and every product fits. Tests hold the two equal.
/// </summary>
internal static class WordShares
{
    // So large that two of them multiplied are exact in a decimal.
    private const long Largest = 10_000_000_000_000L;

    /// <summary>
    /// Splits an amount above zero in proportion to weights, each share at most as its bound allows, the first winning ties; null where
    /// that takes larger numbers.
    /// </summary>
    /// <param name="total">The amount, in whole units.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="weights">The weights, zero or more.</param>
    /// <param name="most">
    /// The bounds, zero or more; those of parts with a weight add up to the amount at least. Null where there are none.
    /// </param>
    internal static decimal[]? TrySplit(decimal total, decimal unit, decimal[] weights, decimal[]? most)
    {
        var ofOne = 1m / unit;
        if (ofOne * unit != 1m || ofOne % 1m != 0m || !TryUnits(total, ofOne, out var left))
            return null;

        var count = weights.Length;
        var (words, shares, scratch) = (new long[count], new long[count], new long[2 * count]);
        var (sum, isBounded) = (0L, false);
        for (var k = 0; k < count; k++)
        {
            if (sum > Largest || !TryUnits(weights[k], ofOne, out words[k]))
                return null;

            sum += words[k];
            isBounded |= most is not null && most[k] < weights[k];
        }

        // A bound that is at least the weight is met by no share of an amount that is at most the sum of the weights.
        var held = most is not null && (isBounded || left > sum) ? Held(ref left, ofOne, words, most) : null;
        if (!SmallShares.TrySplit(left, words, 0, count, TieBreak.First, shares, scratch))
            return null;

        var parts = new decimal[count];
        for (var k = 0; k < count; k++)
            parts[k] = (held is null ? shares[k] : shares[k] + held[k]) * unit;

        return parts;
    }

    private static bool TryUnits(decimal amount, decimal ofOne, out long units)
    {
        var isSmall = amount < Largest;
        var exact = isSmall ? amount * ofOne : 0m;
        units = exact < Largest ? (long)exact : 0L;
        return isSmall && units == exact;
    }

    /// <summary>
    /// Gives the parts their bounds whose share would be above, again as long as there are some, and leaves them no weight for the rest.
    /// </summary>
    private static long[] Held(ref long left, decimal ofOne, long[] words, decimal[] most)
    {
        var held = new long[words.Length];
        for (var isMore = true; isMore;)
        {
            var (sum, total) = (0L, left);
            foreach (var word in words)
                sum += word;

            isMore = false;
            for (var k = 0; k < words.Length; k++)
            {
                if (words[k] == 0L || most[k] >= Largest)
                    continue;

                var bound = (long)decimal.Floor(most[k] * ofOne);
                if ((decimal)total * words[k] <= (decimal)bound * sum)
                    continue;

                (held[k], words[k], isMore) = (bound, 0L, true);
                left -= bound;
            }
        }

        return held;
    }
}
