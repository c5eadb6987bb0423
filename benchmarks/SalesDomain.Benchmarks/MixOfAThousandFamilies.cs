using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>A mix of 1,000 families is made and the share of each read.</summary>
public class MixOfAThousandFamilies
{
    private const int Count = 1_000;

    private readonly (string Key, Measured Amount)[] _amounts;

    public MixOfAThousandFamilies()
    {
        var amounts = Facts.Amounts(1_000_000m);
        _amounts =
        [
            .. Enumerable.Range(0, Count).Select(i => ("F-" + i, Measure.Revenue.Of(new Money(amounts[i % Facts.Count], Currency.CNY)))),
        ];
    }

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "1,000 families, hand-written")]
    public decimal HandWritten()
    {
        var sums = new Dictionary<string, decimal>(_amounts.Length);
        var total = 0m;
        foreach (var (key, amount) in _amounts)
        {
            var money = amount.Money;
            if (money.Currency != Currency.CNY)
                throw new InvalidOperationException(key + " is in another currency.");

            sums.Add(key, money.Amount);
            total += money.Amount;
        }

        var largest = 0m;
        foreach (var (key, _) in _amounts)
            largest = Math.Max(largest, sums[key] / total);

        return largest;
    }

    [Benchmark(Description = "1,000 families, SalesMix.Of and ShareOf")]
    public decimal Library()
    {
        var mix = SalesMix.Of(_amounts);
        var largest = 0m;
        foreach (var (key, _) in _amounts)
            largest = Math.Max(largest, mix.ShareOf(key)!.Value.Fraction);

        return largest;
    }
}
