using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// Visits by customer and, of each, by day. They are sorted by counting, and only the few of one customer by comparing days: what is asked
/// of a log goes once through its groups, or by halving through one.
/// </summary>
internal sealed class VisitGroups
{
    private readonly Dictionary<CustomerId, int> _index = [];
    private readonly Visit[] _visits;
    private readonly int[] _days;
    private readonly int[] _starts;

    internal VisitGroups(Visit[] visits)
    {
        var groupOf = new int[visits.Length];
        var customers = new List<CustomerId>();
        var counts = new List<int>();
        for (var i = 0; i < visits.Length; i++)
        {
            if (!_index.TryGetValue(visits[i].Customer, out var group))
            {
                group = customers.Count;
                _index.Add(visits[i].Customer, group);
                customers.Add(visits[i].Customer);
                counts.Add(0);
            }

            groupOf[i] = group;
            counts[group]++;
        }

        Customers = [.. customers];
        _starts = new int[Customers.Length + 1];
        for (var group = 0; group < Customers.Length; group++)
            _starts[group + 1] = _starts[group] + counts[group];

        _visits = new Visit[visits.Length];
        _days = new int[visits.Length];
        var next = (int[])_starts.Clone();
        for (var i = 0; i < visits.Length; i++)
        {
            var at = next[groupOf[i]]++;
            _visits[at] = visits[i];
            _days[at] = DayNumber.Of(visits[i].Date);
        }

        for (var group = 0; group < Customers.Length; group++)
            Array.Sort(_days, _visits, _starts[group], _starts[group + 1] - _starts[group]);
    }

    internal CustomerId[] Customers { get; }

    /// <summary>The visits in groups.</summary>
    internal Visit[] Visits => _visits;

    internal bool TryGroup(CustomerId customer, out int group) => _index.TryGetValue(customer, out group);

    /// <summary>The first visit of a group; the one after the last of the group before.</summary>
    internal int Start(int group) => _starts[group];

    /// <summary>The number of the day of a visit.</summary>
    internal int Day(int at) => _days[at];

    /// <summary>Where the visits to this customer on this day end: the index after the last of them.</summary>
    internal int EndOfDay(int at, int group)
    {
        var end = at + 1;
        while (end < _starts[group + 1] && _days[end] == _days[at])
            end++;

        return end;
    }

    internal LocalDate? LastDay(CustomerId customer, LocalDate on)
    {
        if (!_index.TryGetValue(customer, out var group))
            return null;

        var (low, high, day) = (_starts[group], _starts[group + 1] - 1, DayNumber.Of(on));
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_days[middle] > day)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return high >= _starts[group] ? _visits[high].Date : null;
    }
}
