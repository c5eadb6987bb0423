using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>A value, or an empty one, on all days there are: a timeline for look-ups, without its gaps and ends to look at.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal readonly struct Stretches<T>
{
    // The packed numbers of the first days of all stretches but the first, which has an open start.
    private readonly int[] _starts;
    private readonly T[] _values;

    /// <summary>Takes the values with the days on which they begin.</summary>
    /// <param name="starts">The first days of all values but the first, rising.</param>
    /// <param name="values">One more than days.</param>
    internal Stretches(IEnumerable<LocalDate> starts, T[] values)
    {
        _starts = [.. starts.Select(DayNumber.Packed)];
        _values = values;
    }

    internal static Stretches<T> Of<TValue>(Timeline<TValue> timeline, Func<TValue, T> valueOf, T empty)
        where TValue : notnull
    {
        var slices = timeline.Slices(DateSpan.Always);
        return new(
            slices.Skip(1).Select(slice => slice.Span.Start!.Value),
            [.. slices.Select(slice => slice.HasValue ? valueOf(slice.Value) : empty)]);
    }

    /// <summary>The value on a day, given as its packed number.</summary>
    internal T At(int day)
    {
        var starts = _starts;
        var low = 0;
        var high = starts.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (starts[middle] > day)
                high = middle;
            else
                low = middle + 1;
        }

        return _values[low];
    }
}
