using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>Twenty discounts off an order of fifty lines, and of five hundred: the time grows with the lines.</summary>
public class DiscountsOfFiftyLines
{
    private const int Lines = 50;
    private const int Discounts = 20;

    private static readonly DiscountSchedule s_schedule = DiscountSchedule.Of(
        Rounding.Commercial,
        Enumerable.Range(0, Discounts).Select(i => Discount.Percent("D-" + i, Percentage.FromPercent(1m + (i % 3))).At(i)));

    private static readonly decimal[] s_rates = [.. Enumerable.Range(0, Discounts).Select(i => (1m + (i % 3)) / 100m)];

    private readonly PricedDocument _fifty = Document(Lines);
    private readonly PricedDocument _fiveHundred = Document(10 * Lines);
    private readonly decimal[] _prices = [.. Enumerable.Range(0, Lines).Select(Price)];

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(i => byHand[i], i => library.Lines[i].Net.Amount, Lines);
    }

    [Benchmark(Baseline = true, Description = "20 discounts off 50 lines, hand-written", OperationsPerInvoke = Lines)]
    public decimal[] HandWritten()
    {
        var net = new decimal[Lines];
        for (var i = 0; i < Lines; i++)
        {
            var running = decimal.Round(_prices[i] * (1 + (i % 40)), 2, MidpointRounding.AwayFromZero);
            var floor = running / 2m;
            foreach (var rate in s_rates)
                running -= Math.Min(decimal.Round(running * rate, 2, MidpointRounding.AwayFromZero), Math.Max(0m, running - floor));

            net[i] = running;
        }

        return net;
    }

    [Benchmark(Description = "20 discounts off 50 lines, DiscountSchedule.Apply", OperationsPerInvoke = Lines)]
    public DiscountedDocument Library() => s_schedule.Apply(_fifty);

    [Benchmark(Description = "20 discounts off 500 lines, DiscountSchedule.Apply", OperationsPerInvoke = 10 * Lines)]
    public DiscountedDocument TenTimesTheLines() => s_schedule.Apply(_fiveHundred);

    private static decimal Price(int line) => 10m + (line * 7_919 % 9_973 / 100m);

    private static PricedDocument Document(int lines) =>
        PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            Enumerable.Range(0, lines).Select(i => PricedLine.Of(
                i, default(ScopeSubject).With(new ProductId("P-" + (i % 30))), Quantity.Pieces(1 + (i % 40)),
                new Money(Price(i), Currency.CNY))));
}
