#:project ../../src/SalesDomain/SalesDomain.csproj

// One idea: a table of tiers has two readings. All-units jumps at the bound, graduated only bends there.
// Run: dotnet run docs/examples/read-a-tier.cs

using System;
using SalesDomain;

var tiers = TieredRate.From(
    Currency.USD,
    (0m, Percentage.FromPercent(10)),
    (5_000m, Percentage.FromPercent(15)));

Console.WriteLine("10% from 0, 15% from 5000");
Console.WriteLine("       sales     all-units     graduated");
foreach (var amount in new[] { 4_998m, 4_999m, 5_000m, 5_001m, 5_002m })
{
    var sales = new Money(amount, Currency.USD);
    Console.WriteLine($"{sales,12}  {tiers.AllUnits(sales),12}  {tiers.Graduated(sales),12}");
}

Console.WriteLine();
Console.WriteLine("Graduated at USD 5002.00, part by part:");
foreach (RatePortion portion in tiers.Portions(new Money(5_002m, Currency.USD)))
    Console.WriteLine($"{portion.Rate,5} of {portion.Base,12} = {portion.Result,10}");
