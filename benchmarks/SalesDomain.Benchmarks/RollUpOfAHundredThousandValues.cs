using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace SalesDomain.Benchmarks;

/// <summary>A hundred thousand sales of ten thousand nodes, summed up five levels to the root.</summary>
public class RollUpOfAHundredThousandValues
{
    private const int Nodes = 10_000;
    private const int Values = 100_000;
    private const int Fan = 10;

    private static readonly LocalDate s_day = new(2026, 3, 31);
    private static readonly Measured s_zero = Measure.Revenue.Of(Money.Zero(Currency.USD));

    private readonly Hierarchy<int> _hierarchy = Hierarchy.Of([.. Enumerable.Range(1, Nodes - 1).Select(node => (node, node / Fan))]);

    // The baseline: nodes go by their place too, and each parent has a smaller one than its children.
    private readonly Dictionary<int, int> _places = Enumerable.Range(0, Nodes).ToDictionary(node => node);
    private readonly int[] _parents = [.. Enumerable.Range(0, Nodes).Select(node => node / Fan)];
    private readonly (int Node, decimal Amount)[] _amounts =
        [.. Enumerable.Range(0, Values).Select(i => (i * 7 % Nodes, (i % 1_000) + (i % 100 / 100m)))];

    private readonly (int Node, Measured Value)[] _values;

    public RollUpOfAHundredThousandValues() =>
        _values = Array.ConvertAll(_amounts, each => (each.Node, Measure.Revenue.Of(new Money(each.Amount, Currency.USD))));

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(node => byHand[node], node => library.TotalOf(node).Money.Amount, Nodes);
    }

    [Benchmark(Baseline = true, Description = "100,000 values rolled up, hand-written sums by place")]
    public decimal[] HandWritten()
    {
        var totals = new decimal[Nodes];
        foreach (var (node, amount) in _amounts)
            totals[_places[node]] += amount;

        for (var node = Nodes - 1; node > 0; node--)
            totals[_parents[node]] += totals[node];

        return totals;
    }

    [Benchmark(Description = "100,000 values rolled up, Hierarchy.RollUp")]
    public RollUp<int> Library() => _hierarchy.RollUp(s_day, s_zero, _values);
}
