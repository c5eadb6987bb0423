using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>The places of the parents of all nodes on all days there are, for look-ups: timelines without their gaps and ends to look
/// at.</summary>
internal sealed class ParentTable
{
    // The stretches of one node after the other, the first of each with an open start; where each begins, and at the end where none does.
    private readonly Stretch[] _stretches;
    private readonly int[] _begins;

    internal ParentTable(Timeline<int>[] parents)
        : this(parents, null, new HashSet<int>())
    {
    }

    /// <summary>Makes the table from another, of which all but some nodes have the same parents.</summary>
    internal ParentTable(Timeline<int>[] parents, ParentTable? before, ISet<int> changed)
    {
        var stretches = new List<Stretch>(parents.Length);
        _begins = new int[parents.Length + 1];
        for (var place = 0; place < parents.Length; place++)
        {
            if (place < before?.Count && !changed.Contains(place))
                before.CopyTo(stretches, place);
            else
                Add(stretches, parents[place]);

            _begins[place + 1] = stretches.Count;
        }

        _stretches = [.. stretches];
    }

    /// <summary>How many nodes there are.</summary>
    internal int Count => _begins.Length - 1;

    /// <summary>The place of a node's parent on a day, given as its packed number; less than zero when there is none.</summary>
    internal int At(int place, int day)
    {
        var (low, high) = (_begins[place], _begins[place + 1] - 1);
        while (low < high)
        {
            var middle = high - ((high - low) >> 1);
            if (_stretches[middle].Start > day)
                high = middle - 1;
            else
                low = middle;
        }

        return _stretches[low].Parent;
    }

    /// <summary>The parents of a node in the course of time: the packed numbers of the days from which on it is another, the first
    /// with an open start, and the places, less than zero where there is none.</summary>
    internal IEnumerable<(int Start, int Parent)> AllOf(int place)
    {
        for (var i = _begins[place]; i < _begins[place + 1]; i++)
            yield return (_stretches[i].Start, _stretches[i].Parent);
    }

    private static void Add(List<Stretch> stretches, Timeline<int> parents)
    {
        foreach (var slice in parents.Slices(DateSpan.Always))
        {
            stretches.Add(new Stretch(
                slice.Span.Start is { } start ? DayNumber.Packed(start) : int.MinValue,
                slice.HasValue ? slice.Value : HierarchyLinks.Nowhere));
        }
    }

    private void CopyTo(List<Stretch> stretches, int place)
    {
        for (var i = _begins[place]; i < _begins[place + 1]; i++)
            stretches.Add(_stretches[i]);
    }

    private readonly struct Stretch(int start, int parent)
    {
        internal int Start { get; } = start;

        internal int Parent { get; } = parent;
    }
}
