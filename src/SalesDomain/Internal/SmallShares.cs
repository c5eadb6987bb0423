using System;

namespace SalesDomain.Internal;

/// <summary>
/// The largest remainder in machine words, for the families of a plan: as <see cref="LargestRemainder"/> computes it where there are no
/// bounds and every product fits; a test holds the two equal.
/// </summary>
internal static class SmallShares
{
    /// <summary>
    /// Splits whole units (zero or more) by the weights (zero or more) from one index up to another; false where it cannot.
    /// </summary>
    internal static bool TrySplit(long total, long[] weights, int from, int to, TieBreak ties, long[] shares, long[] scratch)
    {
        var sum = 0L;
        for (var i = from; i < to; i++)
            sum += weights[i];

        if (total != 0L && (sum == 0L || sum > long.MaxValue / total))
            return false;

        var left = total;
        var count = to - from;
        for (var i = 0; i < count; i++)
        {
            if (total == 0L)
            {
                shares[i] = 0L;
                continue;
            }

            // A product is at most total × sum, and no sum of these whole parts is more than the total.
            unchecked
            {
                var product = total * weights[from + i];
                var share = product / sum;
                shares[i] = share;
                scratch[i] = product - (share * sum);
                left -= share;
            }
        }

        if (left > 0L)
            GiveRemainders((int)left, weights, from, count, ties, shares, scratch);

        return true;
    }

    // More parts have a remainder than units are left: a part without one, and so without weight, never gets any.
    private static void GiveRemainders(int left, long[] weights, int from, int count, TieBreak ties, long[] shares, long[] remainders)
    {
        var rising = count;
        Array.Copy(remainders, 0, remainders, rising, count);
        Array.Sort(remainders, rising, count);
        var threshold = remainders[rising + count - left];
        var tied = 0;
        for (var i = 0; i < count; i++)
        {
            if (remainders[i] > threshold)
            {
                shares[i]++;
                left--;
            }
            else if (remainders[i] == threshold)
            {
                tied++;
            }
        }

        if (tied > left && ties == TieBreak.LargestWeight)
            GiveToLargest(left, weights, from, count, shares, remainders, threshold);
        else
            GiveInOrder(left, count, ties == TieBreak.Last, shares, remainders, threshold);
    }

    private static void GiveInOrder(int left, int count, bool fromLast, long[] shares, long[] remainders, long threshold)
    {
        for (var i = 0; left > 0 && i < count; i++)
        {
            var part = fromLast ? count - 1 - i : i;
            if (remainders[part] != threshold)
                continue;

            shares[part]++;
            left--;
        }
    }

    private static void GiveToLargest(int left, long[] weights, int from, int count, long[] shares, long[] remainders, long threshold)
    {
        var tied = Array.FindAll(Indices(count), i => remainders[i] == threshold);
        Array.Sort(
            tied, (i, j) => weights[from + i] != weights[from + j] ? weights[from + j].CompareTo(weights[from + i]) : i.CompareTo(j));
        for (var i = 0; i < left; i++)
            shares[tied[i]]++;
    }

    private static int[] Indices(int count)
    {
        var indices = new int[count];
        for (var i = 0; i < count; i++)
            indices[i] = i;

        return indices;
    }
}
