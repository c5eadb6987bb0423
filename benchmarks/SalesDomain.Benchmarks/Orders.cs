using System;
using System.Linq;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>Orders of as many lines as one asks for: prices from 10.00 up, and pieces that go round from one.</summary>
internal static class Orders
{
    /// <summary>How many lines the hand-written loop goes through; ten times as many show that a line costs the same.</summary>
    internal const int Lines = 50;

    internal static readonly LocalDate Day = new(2026, 3, 31);

    internal static decimal[] Prices { get; } = [.. Enumerable.Range(0, Lines).Select(Price)];

    internal static decimal Price(int line) => 10m + (line * 7_919 % 9_973 / 100m);

    /// <summary>An order before discounts, in yuan and without tax.</summary>
    internal static PricedDocument Of(int lines, Func<int, decimal> pieces, Func<int, ScopeSubject> subject) =>
        PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, Day,
            Enumerable.Range(0, lines).Select(i => PricedLine.Of(
                i, subject(i), Quantity.Pieces(pieces(i)), new Money(Price(i), Currency.CNY))));

    /// <summary>Fails the benchmark when the two disagree on any line.</summary>
    internal static void MustAgree(decimal[] handWritten, Func<int, Money> measured) =>
        Same.Results(i => handWritten[i], i => measured(i).Amount, Lines);
}
