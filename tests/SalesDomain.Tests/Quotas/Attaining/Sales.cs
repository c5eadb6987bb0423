using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Sales of a small world: a few customers, people who have them in turn, and managers above.</summary>
internal static class Sales
{
    internal static readonly LocalDate Start = new(2026, 1, 1);

    internal static readonly ActualRule Revenue = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);

    private static int s_next;

    /// <summary>Any sales, returns of them and others, over two years; each id once.</summary>
    internal static Arbitrary<SalesLine[]> Any { get; } =
        (from sales in Gen.ArrayOf(
            from day in Gen.Choose(-400, 400)
            from customer in Gen.Choose(1, 5)
            from seller in Gen.Choose(0, 3)
            from cents in Gen.Choose(-50_000, 200_000)
            from stage in Gen.Frequency((9, Gen.Constant(Stage.Invoiced)), (1, Gen.Constant(Stage.Ordered)))
            from kind in Gen.Elements(PriceKind.Standard, PriceKind.Special, PriceKind.Consignment)
            from hasCost in Gen.Elements(true, true, true, false)
            from back in Gen.Choose(-6, 12)
            select (day, customer, seller, cents, stage, kind, hasCost, back))
         select Lines(sales)).ToArbitrary();

    internal static Hierarchy<SalespersonId> Managers { get; } = Hierarchy.Of(
        (Person("S1"), Person("M1"), DateSpan.Until(new LocalDate(2026, 3, 31))),
        (Person("S1"), Person("M2"), DateSpan.From(new LocalDate(2026, 4, 1))),
        (Person("S2"), Person("M1"), DateSpan.Always), (Person("S3"), Person("M2"), DateSpan.From(new LocalDate(2025, 6, 1))),
        (Person("M1"), Person("VP"), DateSpan.Always), (Person("M2"), Person("VP"), DateSpan.Always));

    /// <summary>Customer 1 moves, 2 is shared, 3 is held twice over for a while, 4 is open for a while, 5 is nobody's.</summary>
    internal static Assignments<CustomerId, SalespersonId> Accounts { get; } = Assignments.Of(
        Assignment.Of(Customer(1), Person("S1"), DateSpan.Until(new LocalDate(2026, 2, 28))),
        Assignment.Of(Customer(1), Person("S2"), DateSpan.From(new LocalDate(2026, 3, 1))),
        Assignment.Of(Customer(2), Person("S1"), DateSpan.Always, Percentage.FromPercent(40)),
        Assignment.Of(Customer(2), Person("S2"), DateSpan.Always, Percentage.FromPercent(60)),
        Assignment.Of(Customer(3), Person("S1"), DateSpan.Always),
        Assignment.Of(Customer(3), Person("S3"), DateSpan.OfYear(2026)),
        Assignment.Of(Customer(4), Person("S3"), DateSpan.Until(new LocalDate(2025, 12, 31))),
        Assignment.Of(Customer(4), Person("M1"), DateSpan.From(new LocalDate(2026, 7, 1)), Percentage.FromPercent(70)));

    internal static SalespersonId Person(string code) => new(code);

    internal static CustomerId Customer(int number) => new("C" + (char)('0' + number));

    internal static SalesLine Sale(
        LocalDate date, decimal amount, string? seller = "S1", int customer = 1, Action<SalesLineBuilder>? change = null)
    {
        var builder = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId(
                "D" + System.Threading.Interlocked.Increment(ref s_next).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Line = 1,
            Date = date,
            Customer = Customer(customer),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(Math.Sign(amount)),
            NetAmount = new Money(amount, Currency.CNY),
            Tax = Money.Zero(Currency.CNY),
            Cost = new Money(amount / 2m, Currency.CNY),
            Salesperson = seller is null ? null : Person(seller),
        };
        change?.Invoke(builder);
        return builder.Build();
    }

    internal static SalesLine ReturnOf(SalesLine sale, LocalDate date, decimal share = 1m)
    {
        var builder = Sale(date, -sale.NetAmount.Amount * share).ToBuilder();
        builder.Customer = sale.Customer;
        builder.ShipTo = sale.ShipTo;
        builder.Salesperson = sale.Salesperson;
        builder.Original = sale.Id;
        builder.Quantity = -sale.Quantity * share;
        return builder.Build();
    }

    internal static CollectionLine Receipt(LocalDate date, decimal amount, Action<CollectionLineBuilder>? change = null)
    {
        var builder = new CollectionLineBuilder
        {
            Document = new DocumentId(
                "R" + System.Threading.Interlocked.Increment(ref s_next).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Line = 1,
            Date = date,
            Customer = Customer(1),
            Amount = new Money(amount, Currency.CNY),
            Salesperson = Person("S1"),
        };
        change?.Invoke(builder);
        return builder.Build();
    }

    internal static Measured Cny(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));

    private static SalesLine[] Lines(
        (int Day, int Customer, int Seller, int Cents, Stage Stage, PriceKind Kind, bool HasCost, int Back)[] sales)
    {
        var lines = new List<SalesLine>();
        foreach (var sale in sales)
        {
            lines.Add(Sale(
                Start.PlusDays(sale.Day), sale.Cents / 100m, sale.Seller == 0 ? null
                    : "S" + (char)('0' + sale.Seller), sale.Customer, line =>
                {
                    line.Stage = sale.Stage;
                    line.PriceKind = sale.Kind;
                    line.Original = sale.Back >= 0 && sale.Back < lines.Count ? lines[sale.Back].Id : null;
                    if (!sale.HasCost)
                        line.Cost = null;
                }));
        }

        return [.. lines];
    }
}
