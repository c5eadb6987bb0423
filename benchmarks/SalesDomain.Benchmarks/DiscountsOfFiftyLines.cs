using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>Twenty discounts off an order of fifty lines, and of five hundred: the time grows with the lines.</summary>
public class DiscountsOfFiftyLines
{
    private const int Lines = Orders.Lines;
    private const int Discounts = 20;

    private static readonly DiscountSchedule s_schedule = DiscountSchedule.Of(
        Rounding.Commercial,
        Enumerable.Range(0, Discounts).Select(i => Discount.Percent("D-" + i, Percentage.FromPercent(1m + (i % 3))).At(i)));

    private static readonly decimal[] s_rates = [.. Enumerable.Range(0, Discounts).Select(i => (1m + (i % 3)) / 100m)];

    private readonly PricedDocument _fifty = Document(Lines);
    private readonly PricedDocument _fiveHundred = Document(10 * Lines);
    private readonly decimal[] _prices = Orders.Prices;

    [GlobalSetup]
    public void Compare()
    {
        var library = Library();
        Orders.MustAgree(HandWritten(), i => library.Lines[i].Net);
    }

    [Benchmark(Baseline = true, Description = "20 discounts off 50 lines, hand-written", OperationsPerInvoke = Lines)]
    public decimal[] HandWritten()
    {
        var net = new decimal[Lines];
        for (var i = 0; i < Lines; i++)
        {
            var running = decimal.Round(_prices[i] * Pieces(i), 2, MidpointRounding.AwayFromZero);
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

    private static int Pieces(int line) => 1 + (line % 40);

    private static PricedDocument Document(int lines) =>
        Orders.Of(lines, i => Pieces(i), i => default(ScopeSubject).With(new ProductId("P-" + (i % 30))));
}
