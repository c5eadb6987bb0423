using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class CurvePayout
{
    private readonly HandWrittenCurve _handWritten = new(CurveInterpolation.Points);
    private readonly PayoutCurve _curve = PayoutCurve.Rising(CurveInterpolation.Points).ZeroBelow().FlatAbove();
    private readonly decimal _target = 20_000m;
    private readonly decimal _quota = 90_000m;
    private readonly Money _incentive = new(20_000m, Currency.USD);
    private readonly Money _goal = new(90_000m, Currency.USD);
    private readonly decimal[] _numbers = Facts.Amounts(160_000m);
    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(160_000m));

    [GlobalSetup]
    public void Compare() =>
        Same.Results(i => _handWritten.Payout(_target, _numbers[i], _quota), i => _curve.Payout(_incentive, _amounts[i], _goal).Amount);

    [Benchmark(Baseline = true, Description = "incentive on 5 points of a quota, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        foreach (var number in _numbers)
            last = _handWritten.Payout(_target, number, _quota);

        return last;
    }

    [Benchmark(Description = "incentive on 5 points of a quota, PayoutCurve.Payout", OperationsPerInvoke = Facts.Count), Scalar]
    public Money Library()
    {
        var last = default(Money);
        foreach (var amount in _amounts)
            last = _curve.Payout(_incentive, amount, _goal);

        return last;
    }
}
