using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>Whether two tables have the same values at the same keys, in whatever order.</summary>
internal static class SameEntries
{
    internal static bool Of<TKey, TValue>(Dictionary<TKey, TValue> left, Dictionary<TKey, TValue> right)
        where TKey : notnull =>
        left.Count == right.Count
        && left.All(pair => right.TryGetValue(pair.Key, out var value) && EqualityComparer<TValue>.Default.Equals(pair.Value, value));
}
