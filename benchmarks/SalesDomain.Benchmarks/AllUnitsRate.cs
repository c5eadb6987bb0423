using System;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class AllUnitsRate
{
    private static readonly (decimal From, decimal Rate)[] s_steps =
        [(0m, 0.01m), (10_000m, 0.015m), (25_000m, 0.02m), (50_000m, 0.025m), (100_000m, 0.03m)];

    private readonly HandWrittenTiers _handWritten = new(s_steps);
    private readonly TieredRate _rate = TieredRate.From(
        Currency.USD, Array.ConvertAll(s_steps, step => (step.From, Percentage.FromFraction(step.Rate))));

    private readonly decimal[] _numbers = Facts.Amounts(150_000m);
    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(150_000m));

    [GlobalSetup]
    public void Compare() =>
        Same.Results(i => _handWritten.AllUnits(_numbers[i]), i => _rate.AllUnits(_amounts[i]).Amount);

    [Benchmark(Baseline = true, Description = "5 steps, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var number in _numbers)
            last = _handWritten.AllUnits(number);

        return last;
    }

    [Benchmark(Description = "5 steps, TieredRate.AllUnits", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    public Money Library()
    {
        var last = default(Money);
        foreach (var amount in _amounts)
            last = _rate.AllUnits(amount);

        return last;
    }
}
