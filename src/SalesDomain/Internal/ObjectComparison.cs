using System;

namespace SalesDomain.Internal;

/// <summary>The non-generic comparison every comparable type offers: null comes first, another type is refused.</summary>
internal static class ObjectComparison
{
    internal static int With<T>(T value, object? obj)
        where T : IComparable<T> =>
        obj switch
        {
            null => 1,
            T other => value.CompareTo(other),
            _ => throw new ArgumentException(
                "Object must be of type " + typeof(T).Name + " and is " + obj.GetType().Name + ".", nameof(obj)),
        };
}
