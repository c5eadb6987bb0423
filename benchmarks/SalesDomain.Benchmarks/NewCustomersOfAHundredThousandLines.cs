using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

public class NewCustomersOfAHundredThousandLines
{
    private const int Lines = 100_000;
    private const int Customers = 5_000;
    private static readonly LocalDate s_end = new(2026, 12, 31);
    private static readonly DateSpan s_period = DateSpan.OfYear(2026);
    private static readonly DateSpan s_known = DateSpan.Until(s_end);

    private readonly NewCustomerRule _rule = NewCustomerRule.Of(3, Measure.Revenue.Of(new Money(500m, Currency.CNY)), 90, 24);

    // Three years of orders of two lines each, one in twenty returned; the customers begin one after another.
    private readonly SalesLine[] _lines = [.. Enumerable.Range(0, Lines).Select(Line)];

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library().Count);

    [Benchmark(Baseline = true, Description = "new customers of 100,000 lines, hand-written")]
    public int HandWritten()
    {
        var accounts = new Dictionary<string, Dictionary<string, (LocalDate? Date, decimal Net)>>();
        foreach (var line in _lines)
        {
            if (line.Stage != Stage.Ordered || line.Date > s_end)
                continue;
            if (!accounts.TryGetValue(line.Customer.Code, out var orders))
                accounts.Add(line.Customer.Code, orders = []);

            var document = line.Original is { } original ? original.Document.Code : line.Id.Document.Code;
            orders.TryGetValue(document, out var order);
            var date = line.Original is not null || order.Date <= line.Date ? order.Date : line.Date;
            orders[document] = (date, order.Net + line.NetAmount.Amount);
        }

        var count = 0;
        foreach (var orders in accounts.Values)
        {
            var sorted = orders.Values.Where(order => order.Date is not null).OrderBy(order => order.Date).ToArray();
            LocalDate? previous = null, first = null;
            foreach (var (date, net) in sorted)
            {
                if (net <= 0m)
                    continue;
                if (s_period.Contains(date!.Value))
                {
                    first = date;
                    break;
                }

                previous = date;
            }

            if (first is not { } day || previous >= day.PlusMonths(-24))
                continue;

            var within = sorted.Where(order => order.Date >= day && order.Date <= day.PlusDays(90)).ToArray();
            if (within.Count(order => order.Net > 0m) >= 3 && within.Sum(order => order.Net) >= 500m)
                count++;
        }

        return count;
    }

    [Benchmark(Description = "new customers of 100,000 lines, NewCustomerRule.Evaluate")]
    public NewCustomerCount Library() => _rule.Evaluate(s_period, s_known, _lines);

    private static SalesLine Line(int i)
    {
        var order = i / 2;
        var customer = (order * 7_919) % Customers;
        var isReturn = i % 40 == 39;
        var amount = (isReturn ? -1m : 1m) * (50m + (i % 90));
        return new SalesLineBuilder
        {
            Stage = Stage.Ordered,
            Document = new DocumentId((isReturn ? "R-" : "SO-") + order),
            Line = (i % 2) + 1,
            Date = new LocalDate(2024, 1, 1).PlusDays((order * 31 % 400) + (customer % 700)),
            Customer = new CustomerId("C-" + customer),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(isReturn ? -1m : 1m),
            NetAmount = new Money(amount, Currency.CNY),
            Tax = Money.Zero(Currency.CNY),
            Original = isReturn ? new LineId(new DocumentId("SO-" + order), 1) : null,
        }.Build();
    }
}
