using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Quotas;

/// <summary>The order in which owners are listed.</summary>
internal static class Sorted
{
    /// <summary>
    /// Each owner once: as the type orders itself, text by its code units, since strings compare in the culture of the machine; what has
    /// no order stays in the order of first mention.
    /// </summary>
    internal static TOwner[] Owners<TOwner>(IEnumerable<TOwner> owners)
        where TOwner : notnull
    {
        TOwner[] distinct = [.. owners.Distinct()];
        if (distinct is string[] texts)
            Array.Sort(texts, StringComparer.Ordinal);
        else if (typeof(IComparable<TOwner>).IsAssignableFrom(typeof(TOwner)))
            Array.Sort(distinct, Comparer<TOwner>.Default);

        return distinct;
    }
}
