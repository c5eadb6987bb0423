using System;
using System.Collections;
using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>
/// A read-only list whose items are computed when they are read: reading one of them costs that one, and no array is made for the others.
/// </summary>
internal sealed class ComputedList<T> : IReadOnlyList<T>
{
    private readonly Func<int, T> _item;

    internal ComputedList(int count, Func<int, T> item)
    {
        Count = count;
        _item = item;
    }

    public int Count { get; }

    public T this[int index] => (uint)index < (uint)Count ? _item(index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return _item(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
