using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class CurveInterpolation
{
    internal static readonly (decimal Level, decimal Payout)[] Points = [(60m, 20m), (80m, 50m), (100m, 100m), (120m, 200m), (150m, 260m)];

    private readonly HandWrittenCurve _handWritten = new(Points);
    private readonly PayoutCurve _curve = PayoutCurve.Rising(Points).ZeroBelow().FlatAbove();
    private readonly decimal[] _levels = Facts.Amounts(180m);

    [GlobalSetup]
    public void Compare() => Same.Results(i => _handWritten.At(_levels[i]), i => _curve.At(_levels[i]));

    [Benchmark(Baseline = true, Description = "5 points, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var level in _levels)
            last = _handWritten.At(level);

        return last;
    }

    [Benchmark(Description = "5 points, PayoutCurve.TryAt", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var last = 0m;
        foreach (var level in _levels)
        {
            if (_curve.TryAt(level, out var payout))
                last = payout;
        }

        return last;
    }
}
