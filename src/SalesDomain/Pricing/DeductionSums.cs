using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>Deductions that are added one by one, summed by stage and name, each where it stands earliest.</summary>
internal sealed class DeductionSums(Currency currency, string parameterName)
{
    // So many are looked through; of more, a table says where each is.
    private const int Few = 8;

    private static readonly Comparison<WaterfallDeduction> s_byPlace = (left, right) =>
    {
        var order = ((int)left.Stage).CompareTo((int)right.Stage);
        if (order == 0)
            order = left.Place.CompareTo(right.Place);

        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    };

    private readonly List<Running> _sums = [];
    private Dictionary<(WaterfallStage, string), int>? _places;
    private int _next;

    /// <summary>Adds a deduction that has its place.</summary>
    internal void Add(WaterfallDeduction deduction)
    {
        if (deduction.Amount.Currency != currency)
            throw new CurrencyMismatchException(currency, deduction.Amount.Currency, parameterName);

        var at = PlaceOf(deduction);
        if (at < 0)
        {
            at = _sums.Count;
            _sums.Add(new Running(deduction));
            _places?.Add((deduction.Stage, deduction.Name), at);
        }
        else
        {
            _sums[at].Add(deduction);
        }

        _next = at + 1;
    }

    /// <summary>The sums, each name once a stage, in their order: no two are at one place with one name.</summary>
    internal WaterfallDeduction[] InOrder()
    {
        WaterfallDeduction[] sums = [.. _sums.ConvertAll(sum => sum.Total)];
        Array.Sort(sums, s_byPlace);
        return sums;
    }

    // The lines of a schedule have theirs in one order, so that the next one is mostly where the last one points.
    private int PlaceOf(WaterfallDeduction deduction)
    {
        var count = _sums.Count;
        for (var i = 0; i < count && i < Few; i++)
        {
            var at = (_next + i) % count;
            if (_sums[at].First.IsUnder(deduction))
                return at;
        }

        return count <= Few ? -1 : Places().TryGetValue((deduction.Stage, deduction.Name), out var place) ? place : -1;
    }

    private Dictionary<(WaterfallStage, string), int> Places()
    {
        if (_places is null)
        {
            _places = [];
            for (var i = 0; i < _sums.Count; i++)
                _places.Add((_sums[i].First.Stage, _sums[i].First.Name), i);
        }

        return _places;
    }

    private sealed class Running(WaterfallDeduction first)
    {
        private Money _amount = first.Amount;
        private int _count = first.Count;
        private int _place = first.Place;
        private bool _isSum;

        internal WaterfallDeduction First { get; } = first;

        // One alone is itself, and knows where it comes from.
        internal WaterfallDeduction Total => _isSum ? First.Summed(_amount, _place, _count) : First;

        internal void Add(WaterfallDeduction other)
        {
            _amount += other.Amount;
            _count += other.Count;
            _place = Math.Min(_place, other.Place);
            _isSum = true;
        }
    }
}
