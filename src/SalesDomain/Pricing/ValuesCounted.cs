using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>What lines or earlier purchases count together for a break by value, and of what that is made up.</summary>
internal sealed class ValuesCounted
{
    private ValuesCounted(CountedSum sum, ValuedQuantity[]? parts, ProductId[] without)
    {
        Sum = sum;
        Parts = parts;
        Without = without;
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
        return new ValuesCounted(SumOf(parts), parts, [.. without.Distinct()]);
    }

    /// <summary>
    /// The same where the sum is known: where what came back found nothing to be taken from, the parts are more than that.
    /// </summary>
    internal static ValuesCounted Of(CountedSum sum, ValuedQuantity[] parts, IEnumerable<ProductId> without) =>
        new(sum, SumOf(parts).IsAsMuchAs(sum) ? parts : null, [.. without.Distinct()]);

    /// <summary>The same with more of what is in it; what has no price in the list counts for nothing.</summary>
    internal ValuesCounted With(in ValueScale scale, ProductId product, Quantity more)
    {
        if (scale.Of(product, more, 0) is not { } value)
            return this;

        var unit = more.Unit;
        ValuedQuantity[] parts = [.. Parts!];
        var place = Array.FindIndex(parts, part => part.Product == product && part.Quantity.Unit == unit);
        parts[place] = scale.Of(product, parts[place].Quantity + more, parts[place].Count)!;
        return new ValuesCounted(value.AddedTo(Sum), parts, Without);
    }

    private static CountedSum SumOf(ValuedQuantity[] parts) => parts.Aggregate(CountedSum.Nothing, (all, part) => part.AddedTo(all));
}
