using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>Discount, rebate, freight and cost of credit of a thousand lines, each rounded to the cent, and their sum.</summary>
public class WaterfallOfAThousandLines
{
    private readonly SalesLine[] _lines = [.. Facts.Amounts(100_000m).Select(Line)];
    private readonly WaterfallSchedule _schedule = WaterfallSchedule.Of(
        Rounding.Commercial, WaterfallRule.Percent("rebate", WaterfallBase.InvoiceNet, Percentage.FromPercent(3m)),
        WaterfallRule.PerUnit("freight", new Money(0.5m, Currency.CNY), UnitOfMeasure.Piece),
        WaterfallRule.CostOfCredit("credit", Percentage.FromPercent(4.8m), 45, DayCountBasis.Actual360));

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library().Total.PocketMargin!.Value.Amount);

    [Benchmark(Baseline = true, Description = "waterfall of 1,000 lines, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var margin = 0m;
        foreach (var line in _lines)
        {
            var net = line.NetAmount.Amount;
            margin += net - Rounded(net * 0.03m) - Rounded(0.5m * line.Quantity.Amount)
                - Rounded((net + line.Tax.Amount) * 0.048m * 45m / 360m) - line.Cost!.Value.Amount;
        }

        return margin;
    }

    [Benchmark(Description = "waterfall of 1,000 lines, WaterfallSchedule.Evaluate", OperationsPerInvoke = Facts.Count)]
    public SalesWaterfall Library() => _schedule.Evaluate(Currency.CNY, _lines);

    private static decimal Rounded(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static SalesLine Line(decimal amount, int index) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = index,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(10m),
        ListAmount = new Money(decimal.Round(amount * 1.2m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = new Money(decimal.Round(amount * 0.13m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
        Cost = new Money(decimal.Round(amount * 0.72m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
    }.Build();
}
