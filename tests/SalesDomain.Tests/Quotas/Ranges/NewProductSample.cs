using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;

namespace SalesDomain.Tests.Quotas.Ranges;

/// <summary>Orders of a few products around the days on which they are new, with returns of some, in any order.</summary>
public sealed record NewProductSample(
    NewProductRule Rule, (ProductId Product, LocalDate Launched)[] Launches, SalesLine[] Lines, DateSpan Span)
{
    internal static readonly LocalDate Launch = new(2026, 1, 31);

    // Of one month the last new day is 27 February; the span begins and ends among these days too.
    private static readonly int[] s_days = [-31, -1, 0, 1, 26, 27, 28, 29, 45, 46, 60, 90];

    public static Arbitrary<NewProductSample> Samples() => Sample().ToArbitrary();

    internal static SalesLine Sold(
        string product, string customer, LocalDate date, decimal amount, string? document = null, int line = 1,
        SalesLine? original = null) =>
        Sales.Sale(date, amount, change: builder =>
        {
            builder.Product = new ProductId(product);
            builder.Customer = new CustomerId(customer);
            builder.ShipTo = new CustomerId(customer);
            builder.Line = line;
            builder.Original = original?.Id;
            if (document is not null)
                builder.Document = new DocumentId(document);
        });

    private static Gen<NewProductSample> Sample() =>
        from orders in Gen.ArrayOf(
            from product in Gen.Choose(0, 4)
            from second in Gen.Choose(0, 6)
            from customer in Gen.Elements("A", "B", "C")
            from day in Gen.Elements(s_days)
            from amount in Gen.Elements(0m, 10m, 20m, 30.01m)
            from back in Gen.Elements(0m, 0m, 0m, 0.5m, 1m)
            from later in Gen.Elements(0, 1, 2, 40)
            select (product, second, customer, day, amount, back, later))
        from months in Gen.Choose(1, 2)
        from repeat in Gen.Choose(1, 3)
        from returns in Gen.Elements(ReturnRule.OfReturn, ReturnRule.OwnerOfOriginal, ReturnRule.OfOriginal)
        from undatedAsOld in Gen.Elements(true, false)
        from span in Gen.Elements(
            DateSpan.Always, DateSpan.OfMonth(2026, 2), new DateSpan(new LocalDate(2026, 2, 28), new LocalDate(2026, 3, 31)))
        from turned in Gen.Elements(true, false)
        select Of(orders, months, repeat, returns, undatedAsOld, span, turned);

    private static NewProductSample Of(
        (int Product, int Second, string Customer, int Day, decimal Amount, decimal Back, int Later)[] orders, int months, int repeat,
        ReturnRule returns, bool undatedAsOld, DateSpan span, bool isTurned)
    {
        var lines = new List<SalesLine>();
        for (var i = 0; i < orders.Length; i++)
        {
            var order = orders[i];
            var date = Launch.PlusDays(order.Day);
            var document = "O" + i;
            var first = Sold("P" + order.Product, order.Customer, date, order.Amount, document);
            lines.Add(first);
            if (order.Second < 5)
                lines.Add(Sold("P" + order.Second, order.Customer, date, 5m, document, 2));
            if (order.Back > 0m && order.Amount > 0m)
                lines.Add(Sold(
                    "P" + order.Product, order.Customer, date.PlusDays(order.Later), -order.Amount * order.Back, "R" + i, original: first));
        }

        if (isTurned)
            lines.Reverse();
        var sales = Sales.Revenue.WithReturns(returns);
        var rule = NewProductRule.Of(sales, months).WithRepeatOrders(repeat);
        return new NewProductSample(
            undatedAsOld ? rule.CountingUndatedAsOld() : rule,
            [
                (new ProductId("P0"), Launch), (new ProductId("P1"), Launch.PlusDays(45)), (new ProductId("P2"), new LocalDate(2025, 1, 1)),
                (new ProductId("P3"), Launch.PlusDays(-1)),
            ],
            [.. lines], span);
    }
}
