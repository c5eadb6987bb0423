using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>
/// The measurement periods of one line, in the order of time, as far as they are one for what is taken back: a period in which less than
/// nothing was earned, say by a cheque that came back, lowers what stands of the one before it, and where that is not enough of the one
/// before that. Otherwise an event would take of the good periods of a line and leave out the bad ones.
/// </summary>
internal static class PeriodsTogether
{
    /// <summary>The periods that are one, each by its place, the first in which something stands before the others.</summary>
    /// <param name="standing">What stands of each period, in the order of time.</param>
    internal static List<List<int>> Of(IReadOnlyList<decimal> standing)
    {
        var (together, sums) = (new List<List<int>>(), new List<decimal>());
        for (var i = 0; i < standing.Count; i++)
        {
            together.Add([i]);
            sums.Add(standing[i]);

            // One below zero goes with the one before it; below zero at the bottom it waits for the next.
            for (var last = sums.Count - 1; last > 0 && (sums[last] < 0m || sums[last - 1] < 0m); last--)
            {
                together[last - 1].AddRange(together[last]);
                sums[last - 1] += sums[last];
                together.RemoveAt(last);
                sums.RemoveAt(last);
            }
        }

        return together.ConvertAll(each => each.OrderBy(place => standing[place] > 0m ? 0 : 1).ThenBy(place => place).ToList());
    }
}
