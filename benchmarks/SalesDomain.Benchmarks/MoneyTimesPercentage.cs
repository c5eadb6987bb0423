using System;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class MoneyTimesPercentage
{
    private const decimal Rate = 0.0325m;

    private readonly decimal _rate = Rate;
    private readonly Percentage _percentage = Percentage.FromFraction(Rate);
    private readonly decimal[] _numbers = Facts.Amounts(100_000m);
    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(100_000m));

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library().Amount);

    [Benchmark(Baseline = true, Description = "decimal × rate, rounded, summed", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var sum = 0m;
        foreach (var number in _numbers)
            sum += decimal.Round(number * _rate, 2, MidpointRounding.AwayFromZero);

        return sum;
    }

    [Benchmark(Description = "Money × Percentage, rounded, summed", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    public Money Library()
    {
        var sum = Money.Zero(Currency.USD);
        foreach (var amount in _amounts)
            sum += (amount * _percentage).Round(Rounding.Commercial);

        return sum;
    }
}
