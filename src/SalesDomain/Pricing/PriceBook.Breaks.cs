using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>At which larger quantities a list may have another price.</summary>
public sealed partial class PriceBook
{
    /// <summary>
    /// The quantities above that asked for, in multiples of the smallest sold and rising, at which a list that holds for the sale begins
    /// another price, its first, or has none any more; with the lists that do.
    /// </summary>
    /// <param name="asked">What is asked: the quantity of all lines whose price is found together.</param>
    /// <param name="smallest">The smallest quantity sold.</param>
    /// <param name="own">The quantity of the line of which more would be ordered: it is that which has to be a multiple.</param>
    internal IEnumerable<IGrouping<decimal, (PriceShelf Shelf, int Place)>> Steps(PriceQuestion asked, decimal smallest, decimal own)
    {
        return Holding(asked, Consulted(asked.Currency))
            .SelectMany(held => Starts(held.Shelf[held.Place], asked, smallest, own), (held, start) => (Start: start, Held: held))
            .Where(step => step.Start > asked.Quantity.Amount)
            .GroupBy(step => step.Start, step => step.Held)
            .OrderBy(step => step.Key);
    }

    private IEnumerable<decimal> Starts(ListVersion at, PriceQuestion asked, decimal smallest, decimal own)
    {
        var ordered = asked.Quantity.Unit;
        if (Source(at.Version, asked, out var source) != ListOutcome.Priced
            || !TryRatio(source!.ValueBreaks is null ? source.CountedUnit : source.Per.Unit, ordered, asked.Product, out var ratio))
            yield break;

        var others = source.ValueBreaks is not null ? ValueBesideAndBefore(at, asked)
            : CountedSum.Of(Beside(at, source, asked), Before(at, source, asked));
        foreach (var (level, isAtLevel) in source.Levels())
        {
            var bound = others is not null
                ? source.ValueBreaks is null ? others.MissingFrom(level, ratio) : source.OrderedFor(level, ratio, others)
                : source.ValueBreaks is null ? ratio.Of(level) : source.OrderedFor(level, ratio);
            if (bound is not { } quantity)
                continue;

            // The first multiple of the line that is in the next step.
            var over = (own + (quantity - asked.Quantity.Amount)) % smallest;
            over += over < 0m ? smallest : 0m;
            yield return over == 0m && isAtLevel ? quantity : quantity - over + smallest;
        }
    }
}
