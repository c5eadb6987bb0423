#:project ../../src/SalesDomain/SalesDomain.csproj

// One idea: shares that are rounded one by one do not sum to the whole; shares by the largest remainder always do.
// Run: dotnet run docs/examples/split-a-discount.cs

using System;
using System.Linq;
using SalesDomain;

var discount = new Money(15.00m, Currency.USD);
Money[] lines = [.. new[] { 22.00m, 14.00m, 43.00m, 7.50m, 0.00m }.Select(price => new Money(price, Currency.USD))];
Money all = Money.Sum(Currency.USD, lines);

Money[] rounded = [.. lines.Select(line => (discount * line.Amount / all.Amount).Round(Rounding.Commercial))];
Money[] apportioned = Apportionment.ToMinorUnit.Split(discount, lines);

Console.WriteLine("      line   rounded one by one   apportioned");
for (var i = 0; i < lines.Length; i++)
    Print(lines[i], rounded[i], apportioned[i]);

Console.WriteLine("----------   ------------------   -----------");
Print(all, Money.Sum(Currency.USD, rounded), Money.Sum(Currency.USD, apportioned));

static void Print(Money line, Money rounded, Money apportioned) => Console.WriteLine($"{line,10}   {rounded,18}   {apportioned,11}");
