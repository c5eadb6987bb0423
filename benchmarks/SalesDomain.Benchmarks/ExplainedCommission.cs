using System;
using BenchmarkDotNet.Attributes;

namespace SalesDomain.Benchmarks;

public class ExplainedCommission
{
    private readonly Money _achieved = new(118_250.40m, Currency.USD);
    private readonly Money _returned = new(3_420.15m, Currency.USD);
    private readonly Money _quota = new(90_000m, Currency.USD);
    private readonly Percentage _gate = Percentage.FromPercent(95m);
    private readonly Operation _round = Operation.Round(Rounding.Commercial);
    private readonly AttainmentRate _rate = AttainmentRate.From(
        (Percentage.FromPercent(0m), Percentage.FromPercent(3m)),
        (Percentage.FromPercent(100m), Percentage.FromPercent(5m)),
        (Percentage.FromPercent(120m), Percentage.FromPercent(7m)));

    private readonly Operation _graduated;
    private readonly Explanation _built;

    public ExplainedCommission()
    {
        _graduated = Operation.Graduated(_rate);
        _built = Build();
    }

    [GlobalSetup]
    public void Compare()
    {
        Same.Result(CommissionAlone().ToString(), _built.Value.ToString());
        if (!_built.IsVerified)
            throw new InvalidOperationException("The explanation does not verify:\n" + _built);
    }

    [Benchmark(Baseline = true, Description = "the commission alone, library")]
    public Money CommissionAlone() => (_rate.Graduated(_achieved - _returned, _quota) * _gate).Round(Rounding.Commercial);

    [Benchmark(Description = "its explanation, built (8 nodes)")]
    public Explanation Build()
    {
        var basis = _achieved - _returned;
        var tiered = _rate.Graduated(basis, _quota);
        var gated = tiered * _gate;
        var commission = gated.Round(Rounding.Commercial);
        return Explanation.Node("commission", commission, _round,
            Explanation.Node("after gate", gated, Operation.Product,
                Explanation.Node("graduated", tiered, _graduated,
                    Explanation.Node("basis", basis, Operation.Difference,
                        Explanation.Fact("achieved", _achieved), Explanation.Fact("returned", _returned)),
                    Explanation.Fact("quota", _quota)),
                Explanation.Constant("gate", _gate)));
    }

    [Benchmark(Description = "its explanation, verified (8 nodes)")]
    public bool Verify() => _built.IsVerified;
}
