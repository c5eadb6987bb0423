using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>Twenty promotions, three for two of a category each, on an order of 10, 50 and 500 lines: a line costs the same.</summary>
public class PromotionsOfAnOrder
{
    private const int Lines = Orders.Lines;
    private const int Promotions = 20;

    private static readonly DiscountSchedule s_schedule = DiscountSchedule.Of(
        Rounding.Commercial,
        Enumerable.Range(0, Promotions).Select(i => Discount.OfDeal("D-" + Text(i), Deal.CheapestFree(3, 1)).At(i)
            .For(Scope.Everything.Only(new ProductCategoryId(Text(i))))));

    private readonly PricedDocument _ten = Document(10);
    private readonly PricedDocument _fifty = Document(Lines);
    private readonly PricedDocument _fiveHundred = Document(10 * Lines);
    private readonly decimal[] _prices = Orders.Prices;

    [GlobalSetup]
    public void Compare()
    {
        var library = Library();
        Orders.MustAgree(HandWritten(), i => library.Lines[i].Net);
    }

    [Benchmark(Baseline = true, Description = "20 promotions on 50 lines, hand-written", OperationsPerInvoke = Lines)]
    public decimal[] HandWritten()
    {
        var net = new decimal[Lines];
        for (var i = 0; i < Lines; i++)
            net[i] = decimal.Round(_prices[i] * Pieces(i), 2, MidpointRounding.AwayFromZero);

        for (var promotion = 0; promotion < Promotions; promotion++)
        {
            var (lines, pieces) = (new List<int>(), 0);
            for (var i = 0; i < Lines; i++)
            {
                if (i % Promotions == promotion)
                {
                    lines.Add(i);
                    pieces += Pieces(i);
                }
            }

            lines.Sort((left, right) => _prices[left] != _prices[right] ? _prices[left].CompareTo(_prices[right]) : left - right);
            var free = pieces / 3;
            foreach (var line in lines)
            {
                var given = Math.Min(free, Pieces(line));
                net[line] -= decimal.Round(net[line] * given / Pieces(line), 2, MidpointRounding.AwayFromZero);
                free -= given;
            }
        }

        return net;
    }

    [Benchmark(Description = "20 promotions on 50 lines, DiscountSchedule.Apply", OperationsPerInvoke = Lines)]
    public DiscountedDocument Library() => s_schedule.Apply(_fifty);

    [Benchmark(Description = "20 promotions on 10 lines, DiscountSchedule.Apply", OperationsPerInvoke = 10)]
    public DiscountedDocument TenLines() => s_schedule.Apply(_ten);

    [Benchmark(Description = "20 promotions on 500 lines, DiscountSchedule.Apply", OperationsPerInvoke = 10 * Lines)]
    public DiscountedDocument TenTimesTheLines() => s_schedule.Apply(_fiveHundred);

    private static int Pieces(int line) => 1 + (line % 4);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static PricedDocument Document(int lines) =>
        Orders.Of(lines, i => Pieces(i), i => default(ScopeSubject).With(new ProductCategoryId(Text(i % Promotions))));
}
