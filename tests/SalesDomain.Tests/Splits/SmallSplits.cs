using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class SmallSplits
{
    /// <summary>
    /// Largest remainders come nearest to the exact shares; where several splits do, the tie-break picks one. Here by trying every split
    /// there is.
    /// </summary>
    [Property]
    public Property Of_all_splits_the_result_is_the_nearest_to_the_exact_shares_that_the_tie_break_prefers() =>
        Prop.ForAll(
            Gen.Choose(0, 9).ToArbitrary(),
            Gen.Choose(0, 6).ArrayOf(4).Where(weights => weights.Sum() > 0).ToArbitrary(),
            Gen.Elements(TieBreak.First, TieBreak.Last, TieBreak.LargestWeight).ToArbitrary(),
            (total, weights, ties) =>
            {
                var parts = Apportionment.ToWhole.WithTies(ties).Split(total, weights.Select(weight => (decimal)weight));
                var served = Enumerable.Range(0, weights.Length).ToArray();
                if (ties == TieBreak.Last)
                    Array.Reverse(served);
                if (ties == TieBreak.LargestWeight)
                    served = [.. served.OrderByDescending(i => weights[i]).ThenBy(i => i)];

                var best = AllSplits(total, weights.Length)
                    .Where(split => split.Zip(weights, (part, weight) => weight > 0 || part == 0).All(holds => holds))
                    .GroupBy(split => Enumerable.Range(0, split.Length).Sum(i => Square((split[i] * weights.Sum()) - (total * weights[i]))))
                    .OrderBy(group => group.Key).First();

                // Among equally near ones the first served has the most, then the second, and so on.
                var expected = best.OrderByDescending(split => served.Aggregate(0, (key, i) => (key * 10) + split[i])).First();
                return expected.SequenceEqual(parts.Select(part => (int)part));
            });

    private static int Square(int value) => value * value;

    private static IEnumerable<int[]> AllSplits(int total, int parts) =>
        parts == 1 ? [[total]]
            : from first in Enumerable.Range(0, total + 1) from rest in AllSplits(total - first, parts - 1) select (int[])[first, .. rest];
}
