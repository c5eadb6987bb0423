using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>What lines or earlier purchases count together for a break by value, and of what that is made up.</summary>
internal sealed class ValuesCounted
{
    internal ValuesCounted(CountedSum sum, ValuedQuantity[] parts, ProductId[] without)
    {
        Sum = sum;
        Without = without;

        // Where what came back found nothing to be taken from, the parts are more than the sum.
        Parts = parts.Aggregate(CountedSum.Nothing, (all, part) => part.AddedTo(all)).Is(sum) ? parts : null;
    }

    /// <summary>The value, not divided.</summary>
    internal CountedSum Sum { get; }

    /// <summary>By product and unit; null where they are not what makes up the sum.</summary>
    internal ValuedQuantity[]? Parts { get; }

    /// <summary>The products, each once, of which something has no price in the list and so does not count.</summary>
    internal ProductId[] Without { get; }

    internal static ValuesCounted Of(IEnumerable<ValuedQuantity> values, IEnumerable<ProductId> without)
    {
        ValuedQuantity[] parts = [.. values];
        return new ValuesCounted(
            parts.Aggregate(CountedSum.Nothing, (all, part) => part.AddedTo(all)), parts, [.. without.Distinct()]);
    }
}
