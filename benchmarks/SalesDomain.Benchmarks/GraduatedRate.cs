using System;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class GraduatedRate
{
    private static readonly (decimal From, decimal Rate)[] s_fiveSteps =
        [(0m, 0.02m), (10_000m, 0.03m), (25_000m, 0.04m), (50_000m, 0.05m), (100_000m, 0.06m)];

    private static readonly (decimal From, decimal Rate)[] s_threeSteps = [(0m, 0.02m), (10_000m, 0.03m), (50_000m, 0.05m)];

    private readonly HandWrittenTiers _handWritten = new(s_fiveSteps);
    private readonly TieredRate _rate = RateOf(s_fiveSteps);
    private readonly TieredRate _threeSteps = RateOf(s_threeSteps);
    private readonly TierRules _rules = new(s_threeSteps);
    private readonly decimal[] _numbers = Facts.Amounts(150_000m);
    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(150_000m));

    [GlobalSetup]
    public void Compare()
    {
        Same.Results(i => _handWritten.Graduated(_numbers[i]), i => _rate.Graduated(_amounts[i]).Amount);

        var threeSteps = new HandWrittenTiers(s_threeSteps);
        Same.Results(i => threeSteps.Graduated(_numbers[i]), i => _threeSteps.Graduated(_amounts[i]).Amount);
        Same.Results(i => threeSteps.Graduated(_numbers[i]), i => _rules.Graduated(_numbers[i]).AsTask().Result);
    }

    [Benchmark(Baseline = true, Description = "5 steps, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var number in _numbers)
            last = _handWritten.Graduated(number);

        return last;
    }

    [Benchmark(Description = "5 steps, TieredRate.Graduated", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    public Money Library()
    {
        var last = default(Money);
        foreach (var amount in _amounts)
            last = _rate.Graduated(amount);

        return last;
    }

    [Benchmark(Description = "3 steps, TieredRate.Graduated", OperationsPerInvoke = Facts.Count), Scalar]
    public Money LibraryOnThreeSteps()
    {
        var last = default(Money);
        foreach (var amount in _amounts)
            last = _threeSteps.Graduated(amount);

        return last;
    }

    [Benchmark(Description = "3 steps, Microsoft RulesEngine", OperationsPerInvoke = Facts.Count), Slower(nameof(LibraryOnThreeSteps), 100)]
    public async Task<decimal> ThreeRules()
    {
        var last = 0m;
        foreach (var number in _numbers)
            last = await _rules.Graduated(number);

        return last;
    }

    private static TieredRate RateOf((decimal From, decimal Rate)[] steps) =>
        TieredRate.From(Currency.USD, Array.ConvertAll(steps, step => (step.From, Percentage.FromFraction(step.Rate))));
}
