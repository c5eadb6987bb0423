using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class PriceBreaks
{
    private static readonly (decimal From, decimal Price)[] s_steps = [(0m, 10m), (10m, 9.60m), (50m, 9.20m), (100m, 8.75m), (500m, 8.40m)];

    private readonly HandWrittenTiers _handWritten = new(s_steps);
    private readonly TieredPrice _price = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, s_steps);
    private readonly decimal[] _numbers = Facts.Pieces(800m);
    private readonly Quantity[] _quantities = Array.ConvertAll(Facts.Pieces(800m), Quantity.Pieces);

    [GlobalSetup]
    public void Compare()
    {
        Same.Results(i => _handWritten.AllUnits(_numbers[i]), i => _price.AllUnits(_quantities[i]).Amount);
        Same.Results(i => _handWritten.Graduated(_numbers[i]), i => _price.Graduated(_quantities[i]).Amount);
    }

    [Benchmark(Baseline = true, Description = "5 price breaks, all units, hand-written", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("all units")]
    public decimal AllUnitsByHand()
    {
        var last = 0m;
        foreach (var number in _numbers)
            last = _handWritten.AllUnits(number);

        return last;
    }

    [Benchmark(Description = "5 price breaks, TieredPrice.AllUnits", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    [BenchmarkCategory("all units")]
    public Money AllUnits()
    {
        var last = default(Money);
        foreach (var quantity in _quantities)
            last = _price.AllUnits(quantity);

        return last;
    }

    [Benchmark(Baseline = true, Description = "5 price breaks, graduated, hand-written", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("graduated")]
    public decimal GraduatedByHand()
    {
        var last = 0m;
        foreach (var number in _numbers)
            last = _handWritten.Graduated(number);

        return last;
    }

    [Benchmark(Description = "5 price breaks, TieredPrice.Graduated", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    [BenchmarkCategory("graduated")]
    public Money Graduated()
    {
        var last = default(Money);
        foreach (var quantity in _quantities)
            last = _price.Graduated(quantity);

        return last;
    }
}
