using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>A read-only list that equals another of the same items in the same order, so that a record may hold it.</summary>
internal sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(params T[] items) => _items = items;

    internal static ValueList<T> Empty { get; } = new([]);

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(ValueList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _items.SequenceEqual(other._items));

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() =>
        _items.Aggregate(_items.Length, (hash, item) => Hash.Combine(hash, item is null ? 0 : item.GetHashCode()));
}
