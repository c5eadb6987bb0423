using System;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class MoneyAddition
{
    private readonly decimal[] _numbers = Facts.Amounts(100_000m);
    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(100_000m));

    [GlobalSetup]
    public void Compare()
    {
        Same.Result(HandWritten(), Operator().Amount);
        Same.Result(HandWritten(), Sum().Amount);
    }

    [Benchmark(Baseline = true, Description = "decimal +", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var sum = 0m;
        foreach (var number in _numbers)
            sum += number;

        return sum;
    }

    [Benchmark(Description = "Money +", OperationsPerInvoke = Facts.Count), Bound(1.2), Scalar]
    public Money Operator()
    {
        var sum = Money.Zero(Currency.USD);
        foreach (var amount in _amounts)
            sum += amount;

        return sum;
    }

    [Benchmark(Description = "Money.Sum", OperationsPerInvoke = Facts.Count), Bound(1.2), Scalar]
    public Money Sum() => Money.Sum(Currency.USD, _amounts.AsSpan());
}
