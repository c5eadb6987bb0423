using System;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class MeasureOfLines
{
    private readonly SalesLine[] _lines = Array.ConvertAll(Facts.Amounts(100_000m), Line);

    [GlobalSetup]
    public void Compare()
    {
        Same.Result(HandWritten(), Library().Money.Amount);
        Same.Result(HandWritten(), Total()!.Value.Money.Amount);
    }

    [Benchmark(Baseline = true, Description = "margin of 1,000 lines, hand-written sum", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var sum = 0m;
        foreach (var line in _lines)
            sum += line.NetAmount.Amount - line.Cost!.Value.Amount;

        return sum;
    }

    [Benchmark(Description = "margin of 1,000 lines, Measure.Of and +", OperationsPerInvoke = Facts.Count), Scalar]
    public Measured Library()
    {
        var sum = Measure.Margin.Of(Money.Zero(Currency.CNY));
        foreach (var line in _lines)
        {
            if (Measure.Margin.Of(line) is { } margin)
                sum += margin;
        }

        return sum;
    }

    [Benchmark(Description = "margin of 1,000 lines, Measure.Sum", OperationsPerInvoke = Facts.Count)]
    public Measured? Total() => Measure.Margin.Sum(Currency.CNY, _lines);

    private static SalesLine Line(decimal amount) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = 1,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1m),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = new Money(decimal.Round(amount * 0.13m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
        Cost = new Money(decimal.Round(amount * 0.72m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
    }.Build();
}
