using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

/// <summary>100 products, each with a price for every month of 100.</summary>
public class ScopeVersions
{
    private const int Products = 100;
    private const int Versions = 100;

    private static readonly LocalDate s_firstDay = new(2018, 1, 1);

    // The baseline: a dictionary of arrays by the days on which prices begin; one price ends where the next begins.
    private readonly Dictionary<ProductId, Prices> _prices = [];

    private readonly ScopeTable<decimal> _table;
    private readonly ProductId[] _products;
    private readonly ScopeSubject[] _subjects;
    private readonly LocalDate[] _dates;

    public ScopeVersions()
    {
        var entries = new List<ScopeEntry<decimal>>();
        for (var i = 0; i < Products; i++)
        {
            var prices = new Prices();
            _prices.Add(Product(i), prices);
            for (var version = 0; version < Versions; version++)
            {
                var (start, price) = (s_firstDay.PlusMonths(version), (decimal)((i * Versions) + version));
                (prices.Starts[version], prices.Values[version]) = (start, price);
                entries.Add(
                    ScopeEntry.Of(i + "/" + version, Scope.Everything.Only(Product(i)), price)
                        .During(DateSpan.OfMonth(start.Year, start.Month)));
            }
        }

        _table = ScopeTable.MostSpecific(AccessSequence.Of(ScopeDimensions.Product), [.. entries]);
        _products = Array.ConvertAll(Facts.Pieces(100_000m), piece => Product((int)piece % Products));
        _subjects = Array.ConvertAll(_products, product => default(ScopeSubject).With(product));
        _dates = Array.ConvertAll(Facts.Pieces(365m * 8m), day => s_firstDay.PlusDays((int)day - 1));
    }

    [GlobalSetup]
    public void Compare() =>
        Same.Results(i => ByHand(i), i => _table.TryAt(_subjects[i], _dates[i], out var value) ? value : (decimal?)null);

    [Benchmark(Baseline = true, Description = "100 versions, hand-written dictionary and binary search", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        for (var i = 0; i < _products.Length; i++)
            last = ByHand(i) ?? last;

        return last;
    }

    [Benchmark(Description = "100 versions, ScopeTable.TryAt", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var last = 0m;
        for (var i = 0; i < _subjects.Length; i++)
        {
            if (_table.TryAt(_subjects[i], _dates[i], out var value))
                last = value;
        }

        return last;
    }

    private static ProductId Product(int number) => new("P-" + (10_000 + number));

    private decimal? ByHand(int i)
    {
        if (!_prices.TryGetValue(_products[i], out var prices))
            return null;

        var found = Array.BinarySearch(prices.Starts, _dates[i]);
        var version = found >= 0 ? found : ~found - 1;
        return version >= 0 ? prices.Values[version] : null;
    }

    private sealed class Prices
    {
        internal LocalDate[] Starts { get; } = new LocalDate[Versions];

        internal decimal[] Values { get; } = new decimal[Versions];
    }
}
