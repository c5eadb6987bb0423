using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class StepLookUp
{
    private static readonly (decimal From, decimal Value)[] s_steps =
        [(0m, 1m), (10_000m, 2m), (25_000m, 3m), (50_000m, 4m), (100_000m, 5m)];

    private readonly HandWrittenTiers _handWritten = new(s_steps);
    private readonly StepSchedule<decimal, decimal> _schedule = StepSchedule.From(s_steps);
    private readonly decimal[] _levels = Facts.Amounts(150_000m);

    [GlobalSetup]
    public void Compare() => Same.Results(i => _handWritten.At(_levels[i]), i => _schedule.At(_levels[i]));

    [Benchmark(Baseline = true, Description = "5 steps, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var level in _levels)
            last = _handWritten.At(level);

        return last;
    }

    [Benchmark(Description = "5 steps, StepSchedule.TryAt", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var last = 0m;
        foreach (var level in _levels)
        {
            if (_schedule.TryAt(level, out var value))
                last = value;
        }

        return last;
    }
}
