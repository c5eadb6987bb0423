using System.Collections.Generic;

namespace SalesDomain.Organization;

/// <summary>Gathers what is planned and made by key: one look-up for each fact.</summary>
internal sealed class PlanRows<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _index = [];
    private readonly List<TKey> _keys = [];
    private readonly List<decimal> _planned = [];
    private readonly List<decimal> _made = [];

    internal void Plan(TKey key, decimal amount) => _planned[Row(key)] += amount;

    internal void Make(TKey key, decimal amount) => _made[Row(key)] += amount;

    internal PlannedAndMade<TKey> ToTable() => new(_index, [.. _keys], [.. _planned], [.. _made]);

    private int Row(TKey key)
    {
        if (_index.TryGetValue(key, out var row))
            return row;

        row = _keys.Count;
        _index.Add(key, row);
        _keys.Add(key);
        _planned.Add(0m);
        _made.Add(0m);
        return row;
    }
}
