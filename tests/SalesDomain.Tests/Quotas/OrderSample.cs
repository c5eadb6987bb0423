using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas;

/// <summary>Orders and returns of a few accounts around the bounds of a rule, with a renamed account, in any order.</summary>
public sealed record OrderSample(
    NewCustomerRule Rule, SalesLine[] Lines, DateSpan Known, (CustomerId Account, CustomerId Continues)[] Continued)
{
    internal static readonly DateSpan Planned = DateSpan.OfYear(2026);
    private static readonly LocalDate s_first = new(2026, 2, 10);

    // Days around the first order: the same day, the end of 10 days, of the period and of the 2 months before.
    private static readonly int[] s_days = [-400, -70, -62, -61, -60, -59, -1, 0, 0, 0, 1, 5, 9, 10, 11, 30, 320, 324, 325];

    internal static SalesLine Line(
        string customer, string document, LocalDate date, decimal amount, string? original = null, int line = 1) => new SalesLineBuilder
    {
        Stage = Stage.Ordered,
        Document = new DocumentId(document),
        Line = line,
        Date = date,
        Customer = new CustomerId(customer),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(Math.Sign(amount)),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        Original = original is null ? null : new LineId(new DocumentId(original), 1),
    }.Build();

    public static Arbitrary<OrderSample> Samples() =>
        (from orders in Order().ArrayOf(12)
         from returns in Gen.Choose(0, 5).ArrayOf(12)
         from countedOn in Gen.Elements(NewCustomerDate.FirstOrder, NewCustomerDate.BecameValid)
         from minimum in Gen.Choose(1, 3)
         from floor in Gen.Choose(0, 4)
         from knownFrom in Gen.Elements<LocalDate?>(
             null, s_first.PlusDays(-410), s_first.PlusMonths(-2), s_first.PlusMonths(-2).PlusDays(1))
         from knownTo in Gen.Elements(5, 9, 10, 11, 350)
         from isRenamed in Gen.Elements(true, false)
         from seed in Gen.Choose(0, 1_000)
         select Of(orders, returns, countedOn, minimum, floor, new DateSpan(knownFrom, s_first.PlusDays(knownTo)), isRenamed, seed))
             .ToArbitrary();

    private static Gen<(string Customer, LocalDate Date, decimal Amount)> Order() =>
        from customer in Gen.Elements("A", "A", "B", "C")
        from day in Gen.Elements(s_days)
        from amount in Gen.Choose(0, 3)
        select (customer, s_first.PlusDays(day), (decimal)amount);

    private static OrderSample Of(
        (string Customer, LocalDate Date, decimal Amount)[] orders, int[] returns, NewCustomerDate countedOn, int minimum, int floor,
        DateSpan known, bool isRenamed, int seed)
    {
        var lines = new List<SalesLine>();
        for (var i = 0; i < orders.Length; i++)
        {
            var (customer, date, amount) = orders[i];
            lines.Add(Line(customer, "D" + i, date, amount));
            if (returns[i] == 0 && amount > 0m)
                lines.Add(Line(customer, "R" + i, date.PlusDays(i), -amount, "D" + i));
            else if (returns[i] == 1)
                lines.Add(Line(customer, "R" + i, date.PlusDays(i % 3), -1m));
        }

        var random = new System.Random(seed);
        return new OrderSample(
            NewCustomerRule.Of(minimum, Measure.Revenue.Of(new Money(floor, Currency.CNY)), 10, 2).WithCountedOn(countedOn),
            [.. lines.OrderBy(_ => random.Next())], known, isRenamed ? [(new CustomerId("C"), new CustomerId("A"))] : []);
    }
}
