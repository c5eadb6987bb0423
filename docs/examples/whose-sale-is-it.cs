#:project ../../src/SalesDomain/SalesDomain.csproj

// One idea: when an account changes hands, "who sold how much" has two right answers. Pay goes by who had it on the day; growth goes by who
// has it now. History is never moved. Run: dotnet run docs/examples/whose-sale-is-it.cs

using System;
using NodaTime;
using SalesDomain;
using SalesDomain.Organization;
using SalesDomain.Quotas;

var (dragon, lin, wu) = (new CustomerId("Dragon"), new SalespersonId("Lin"), new SalespersonId("Wu"));
var accounts = Assignments.Of(
    (dragon, lin, DateSpan.Until(new LocalDate(2026, 2, 28))),
    (dragon, wu, DateSpan.From(new LocalDate(2026, 3, 1))));

SalesLine[] lines = [Line("INV-1", 10, 1, 40_000m), Line("INV-2", 28, 2, 60_000m), Line("INV-3", 1, 3, 25_000m)];
ActualRule rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);
DateSpan quarter = DateSpan.OfQuarter(2026, 1);
Crediting<SalespersonId> crediting = Crediting.ByCustomer.Through(accounts);

var asSold = rule.Evaluate(quarter, crediting, lines);
var asAssigned = rule.Evaluate(quarter, crediting.AsAssignedOn(new LocalDate(2026, 3, 31)), lines);

Console.WriteLine("          as sold   as assigned on 31 March");
foreach (SalespersonId who in new[] { lin, wu })
    Console.WriteLine($"{who,-4}{asSold.Of(who).Known.Money,13}   {asAssigned.Of(who).Known.Money,23}");
Console.WriteLine($"all {asSold.Total.Known.Money,13}   {asAssigned.Total.Known.Money,23}");

SalesLine Line(string document, int day, int month, decimal net) => new SalesLineBuilder
{
    Stage = Stage.Invoiced,
    Document = new DocumentId(document),
    Line = 1,
    Date = new LocalDate(2026, month, day),
    Customer = dragon,
    Product = new ProductId("P-1"),
    Quantity = Quantity.Pieces(1m),
    NetAmount = new Money(net, Currency.CNY),
    Tax = Money.Zero(Currency.CNY),
}.Build();
