using System;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class GraduatedOnAttainment
{
    private static readonly (decimal From, decimal Rate)[] s_steps =
        [(0m, 0.02m), (0.8m, 0.03m), (1m, 0.05m), (1.2m, 0.07m), (1.5m, 0.08m)];

    private readonly decimal _quota = 90_000m;
    private readonly Money _goal = new(90_000m, Currency.USD);
    private readonly HandWrittenTiers _handWritten = new(s_steps);
    private readonly AttainmentRate _rate = AttainmentRate.From(
        Array.ConvertAll(s_steps, step => (Percentage.FromFraction(step.From), Percentage.FromFraction(step.Rate))));

    private readonly decimal[] _numbers = Facts.Amounts(180_000m);
    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(180_000m));

    [GlobalSetup]
    public void Compare() =>
        Same.Results(i => _handWritten.GraduatedOn(_quota, _numbers[i]), i => _rate.Graduated(_amounts[i], _goal).Amount);

    [Benchmark(Baseline = true, Description = "5 steps of a quota, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var number in _numbers)
            last = _handWritten.GraduatedOn(_quota, number);

        return last;
    }

    [Benchmark(Description = "5 steps of a quota, AttainmentRate.Graduated", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    public Money Library()
    {
        var last = default(Money);
        foreach (var amount in _amounts)
            last = _rate.Graduated(amount, _goal);

        return last;
    }
}
