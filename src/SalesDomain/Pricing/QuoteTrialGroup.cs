using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>
/// What the lines cost that count with one of which there is more: the same, of whichever line there is more, as long as the group comes to
/// as much in the units that are asked for.
/// </summary>
internal sealed class QuoteTrialGroup(CountedGroup group)
{
    private readonly CountedGroup _group = group;
    private readonly Dictionary<int, (bool IsPossible, PricedLine? Line)> _priced = [];

    /// <summary>Whether another group comes to as much, in every unit that was asked for.</summary>
    internal bool IsLike(CountedGroup other) => ReferenceEquals(_group, other) || IsLike(_group, other);

    /// <summary>The price of a line beside the one of which there is more; false where it is sold and was not, or the reverse.</summary>
    internal bool TryPrice(QuoteTrials trials, int place, QuoteCounting counting, CountedGroup larger, out PricedLine? priced)
    {
        // Of the product itself more is priced, and not only reached.
        var line = counting.LineAt(place);
        if (larger.IsOfLarger(line.Product, line.Quantity.Unit))
            return trials.TryPrice(place, counting, out priced);

        if (!_priced.TryGetValue(place, out var found))
        {
            found = (trials.TryPrice(place, counting, out priced), priced);

            // It may have been asked for in a unit in which the two groups differ.
            if (ReferenceEquals(_group, larger) || IsLike(larger, _group))
                _priced.Add(place, found);
        }

        priced = found.Line;
        return found.IsPossible;
    }

    private static bool IsLike(CountedGroup asked, CountedGroup other) =>
        asked.Asked.All(sum => other.In(sum.Unit).Sum.IsAsMuchAs(sum.Sum))
        && asked.AskedByValue.All(value => other.In(value.Scale).Counted.Sum.IsAsMuchAs(value.Counted.Sum));
}
