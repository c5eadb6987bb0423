using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>A few values by name, in the ordinal order of the names. Immutable: one who changes it has a copy.</summary>
/// <remarks>
/// Two arrays, for there is one of these for every payee and a handful of names in it: a tree or a hash table of so few takes several times
/// the memory. Many of the same names can share them.
/// </remarks>
internal sealed class NamedValues<T> : IReadOnlyCollection<KeyValuePair<string, T>>
{
    private readonly string[] _names;
    private readonly T[] _values;

    /// <summary>Values by names that are in ordinal order, each once.</summary>
    internal NamedValues(string[] sortedNames, T[] values)
    {
        _names = sortedNames;
        _values = values;
    }

    internal static NamedValues<T> None { get; } = new([], []);

    public int Count => _names.Length;

    internal IReadOnlyList<string> Names => Array.AsReadOnly(_names);

    internal IReadOnlyList<T> Values => Array.AsReadOnly(_values);

    internal bool TryGetValue(string name, out T value)
    {
        var place = PlaceOf(name);
        value = place < 0 ? default! : _values[place];
        return place >= 0;
    }

    /// <summary>With a value, in place of one of that name.</summary>
    internal NamedValues<T> With(string name, T value)
    {
        var place = PlaceOf(name);
        if (place >= 0)
        {
            var values = (T[])_values.Clone();
            values[place] = value;
            return new NamedValues<T>(_names, values);
        }

        return new NamedValues<T>(Inserted(_names, ~place, name), Inserted(_values, ~place, value));
    }

    internal NamedValues<TOther> ConvertAll<TOther>(Converter<T, TOther> converter) => new(_names, Array.ConvertAll(_values, converter));

    internal bool Equals(NamedValues<T> other) => ReferenceEquals(this, other) || this.SequenceEqual(other);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        _names.Select((name, i) => new KeyValuePair<string, T>(name, _values[i])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string name) => Array.BinarySearch(_names, name, StringComparer.Ordinal);

    private static TItem[] Inserted<TItem>(TItem[] items, int place, TItem item)
    {
        var copy = new TItem[items.Length + 1];
        Array.Copy(items, copy, place);
        copy[place] = item;
        Array.Copy(items, place, copy, place + 1, items.Length - place);
        return copy;
    }
}
