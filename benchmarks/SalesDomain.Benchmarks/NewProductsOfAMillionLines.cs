using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A million lines of 2,000 products of which 100 are launched in the year: the share of new products and who came back for one. Every id
/// is looked at, so that no line counts twice.
/// </summary>
public class NewProductsOfAMillionLines
{
    private const int LineCount = 1_000_000;
    private const int ProductCount = 2_000;
    private const int Months = 12;

    private static readonly LocalDate s_start = new(2026, 1, 1);
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    private readonly ProductId[] _products = [.. Enumerable.Range(0, ProductCount).Select(number => new ProductId("P-" + number))];
    private readonly CustomerId[] _customers = [.. Enumerable.Range(0, 10_000).Select(number => new CustomerId("C-" + number))];
    private readonly (ProductId Product, LocalDate Launched)[] _launches;
    private readonly SalesLine[] _lines;
    private readonly NewProductRule _rule = NewProductRule.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced), Months);

    public NewProductsOfAMillionLines()
    {
        var amounts = Facts.Amounts(10_000m);
        _launches = [.. _products.Select((product, i) => (product, i % 20 == 0 ? s_start.PlusDays(i % 300) : new LocalDate(2015, 1, 1)))];
        _lines = [.. Enumerable.Range(0, LineCount).Select(number => Line(number, amounts[number % Facts.Count]))];
    }

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "new products of 1,000,000 lines, hand-written")]
    public (decimal Share, int Buyers, int Repeat) HandWritten()
    {
        var ends = _launches.ToDictionary(launch => launch.Product, launch => launch.Launched.PlusMonths(Months));
        var sums = new Dictionary<ProductId, decimal>();
        var orders = new Dictionary<(ProductId, DocumentId), (CustomerId Customer, decimal Net)>();
        var ids = new HashSet<LineId>();
        var total = 0m;
        var (first, last) = (s_year.Start!.Value, s_year.End!.Value);
        foreach (var line in _lines)
        {
            if (line.Stage != Stage.Invoiced)
                continue;
            if (!ids.Add(line.Id))
                throw new InvalidOperationException(line.Id + " comes twice.");
            if (line.Date < first || line.Date > last)
                continue;

            var amount = line.NetAmount.Amount;
            total += amount;
            if (line.Date >= ends[line.Product])
                continue;

            sums.TryGetValue(line.Product, out var sum);
            sums[line.Product] = sum + amount;
            var key = (line.Product, (line.Original ?? line.Id).Document);
            orders.TryGetValue(key, out var order);
            orders[key] = (line.Customer, order.Net + amount);
        }

        var seen = new HashSet<DocumentId>();
        var counts = new Dictionary<CustomerId, int>();
        foreach (var order in orders)
        {
            if (order.Value.Net <= 0m || !seen.Add(order.Key.Item2))
                continue;

            counts.TryGetValue(order.Value.Customer, out var count);
            counts[order.Value.Customer] = count + 1;
        }

        return (sums.Values.Sum() / total, counts.Count, counts.Values.Count(count => count >= 2));
    }

    [Benchmark(Description = "new products of 1,000,000 lines, NewProductRule.Evaluate")]
    public (decimal Share, int Buyers, int Repeat) Library()
    {
        var sales = _rule.Evaluate(s_year, _launches, _lines);
        return (sales.Share!.Value.Fraction, sales.Buyers.Count, sales.Buyers.RepeatCount);
    }

    private SalesLine Line(int number, decimal amount) => new SalesLineBuilder
    {
        Stage = number % 53 == 0 ? Stage.Ordered : Stage.Invoiced,
        Document = new DocumentId("INV-" + (number / 4)),
        Line = number % 4,
        Date = s_start.PlusDays(number / 4 % 365),
        Customer = _customers[number / 4 * 7L % _customers.Length],
        Product = _products[number * 31L % ProductCount],
        Quantity = Quantity.Pieces(1m),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
    }.Build();
}
