using System;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace SalesDomain.Benchmarks;

public class SplitOfAHundredThousandParts
{
    private const int Parts = 100_000;
    private const decimal Total = 123_456_789.01m;

    // 7,919 is prime: weights up to 10,007, in no order.
    private readonly decimal[] _weights = [.. Enumerable.Range(1, Parts).Select(i => (decimal)(i * 7_919L % 10_007L))];
    private readonly Money _total = new(Total, Currency.USD);

    [GlobalSetup]
    public void Compare()
    {
        var shares = Library();
        var byHand = HandWritten();
        Same.Results(i => byHand[i], i => shares[i].Amount, Parts);
        Same.Result(Total, shares.Sum(share => share.Amount));
    }

    [Benchmark(Baseline = true, Description = "100,000 parts, hand-written in decimal")]
    public decimal[] HandWritten()
    {
        var weight = 0m;
        foreach (var part in _weights)
            weight += part;

        var left = Total * 100m;
        var cents = left;
        var shares = new decimal[Parts];
        var order = new int[Parts];
        var remainders = new decimal[Parts];
        for (var i = 0; i < Parts; i++)
        {
            var product = cents * _weights[i];
            var remainder = product % weight;
            shares[i] = (product - remainder) / weight;
            remainders[i] = -remainder;
            order[i] = i;
            left -= shares[i];
        }

        Array.Sort(order, (i, j) => remainders[i].CompareTo(remainders[j]) is var unequal && unequal != 0 ? unequal : i.CompareTo(j));
        for (var i = 0; i < left; i++)
            shares[order[i]]++;

        for (var i = 0; i < Parts; i++)
            shares[i] /= 100m;

        return shares;
    }

    [Benchmark(Description = "100,000 parts, Apportionment.Split")]
    public Money[] Library() => Apportionment.ToMinorUnit.Split(_total, _weights);
}
