using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace SalesDomain.Benchmarks;

public class ClassifyAHundredThousandItems
{
    private const int Items = 100_000;

    // A few customers sell most and many sell little, in no order, some of them the same; in cents.
    private readonly (int Key, decimal Value)[] _numbers =
        [.. Enumerable.Range(1, Items).Select(i => (i, decimal.Floor(1_000_000_000m / ((i * 7_919L % 100_003L) + 1)) / 100m))];

    private readonly (int Key, Money Value)[] _amounts;

    public ClassifyAHundredThousandItems() =>
        _amounts = Array.ConvertAll(_numbers, item => (item.Key, new Money(item.Value, Currency.USD)));

    [GlobalSetup]
    public void Compare()
    {
        var byHand = HandWritten();
        var items = Library();
        Same.Results(i => byHand[i], i => (items[i].Key, items[i].Class, items[i].CumulativeValue.Amount), Items);
    }

    [Benchmark(Baseline = true, Description = "ABC of 100,000 items, hand-written sort and loop")]
    public (int Key, string Class, decimal Cumulative)[] HandWritten()
    {
        var keys = new HashSet<int>(Items);
        var total = 0m;
        foreach (var (key, value) in _numbers)
        {
            if (!keys.Add(key))
                throw new InvalidOperationException();
            total += value;
        }

        var sorted = ((int Key, decimal Value)[])_numbers.Clone();
        Array.Sort(sorted, (left, right) => right.Value.CompareTo(left.Value) is var order && order != 0 ? order
            : left.Key.CompareTo(right.Key));
        var result = new (int, string, decimal)[Items];
        var sum = 0m;
        var (toA, toB) = (total * 0.80m, total * 0.95m);
        for (var i = 0; i < Items;)
        {
            var value = sorted[i].Value;
            var name = sum < toA ? "A" : sum < toB ? "B" : "C";
            for (; i < Items && sorted[i].Value == value; i++)
            {
                sum += value;
                result[i] = (sorted[i].Key, name, sum);
            }
        }

        return result;
    }

    [Benchmark(Description = "ABC of 100,000 items, ParetoClasses.Classify")]
    public IReadOnlyList<ParetoItem<int, Money>> Library() => ParetoClasses.Abc.Classify(_amounts);
}
