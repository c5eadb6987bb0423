using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A million lines of a year, the quotas of 1,000 people, and 10,000 customers of whom each has moved once. Free goods do not count, nor
/// orders.
/// </summary>
internal sealed class AttainmentData
{
    private const int LineCount = 1_000_000;
    private const int PeopleCount = 1_000;
    private const int CustomerCount = 10_000;

    private static readonly LocalDate s_start = new(2026, 1, 1);

    private readonly SalespersonId[] _people = [.. Enumerable.Range(0, PeopleCount).Select(number => new SalespersonId("S-" + number))];
    private readonly CustomerId[] _customers = [.. Enumerable.Range(0, CustomerCount).Select(number => new CustomerId("C-" + number))];
    private readonly (SalespersonId, Measured)[] _quotas;
    private readonly Dictionary<CustomerId, (LocalDate Moved, SalespersonId Before, SalespersonId After)> _moves;

    internal AttainmentData()
    {
        var amounts = Facts.Amounts(10_000m);
        Lines = [.. Enumerable.Range(0, LineCount).Select(number => Line(number, amounts[number % Facts.Count]))];
        _quotas = [.. _people.Select((person, i) => (person, Measure.Revenue.Of(new Money(4_000_000m + i, Currency.CNY))))];
        _moves = Enumerable.Range(0, CustomerCount).ToDictionary(
            number => _customers[number],
            number => (s_start.PlusDays(number % 365), _people[number % PeopleCount], _people[(number + 7) % PeopleCount]));
        Accounts = Assignments.Of([.. _moves.SelectMany(move => new[]
        {
            (move.Key, move.Value.Before, DateSpan.Until(move.Value.Moved.PlusDays(-1))),
            (move.Key, move.Value.After, DateSpan.From(move.Value.Moved)),
        })]);
    }

    internal static DateSpan Year { get; } = DateSpan.OfYear(2026);

    internal static ActualRule Rule { get; } =
        ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Except(PriceKind.Free));

    internal SalesLine[] Lines { get; }

    internal Assignments<CustomerId, SalespersonId> Accounts { get; }

    internal static SalespersonId Seller(SalesLine line) => line.Salesperson!.Value;

    internal SalespersonId Holder(SalesLine line)
    {
        var move = _moves[line.Customer];
        return line.Date < move.Moved ? move.Before : move.After;
    }

    /// <summary>The rates of all people, added up so that two ways can be compared.</summary>
    internal decimal ByHand(Func<SalesLine, SalespersonId> owner, HashSet<LineId>? ids)
    {
        var sums = new Dictionary<SalespersonId, decimal>();
        var (first, last) = (Year.Start!.Value, Year.End!.Value);
        foreach (var line in Lines)
        {
            if (line.Stage != Stage.Invoiced)
                continue;
            if (ids?.Add(line.Id) == false)
                throw new InvalidOperationException(line.Id + " comes twice.");
            if (line.Date < first || line.Date > last || line.PriceKind == PriceKind.Free)
                continue;

            var person = owner(line);
            sums.TryGetValue(person, out var sum);
            sums[person] = sum + line.NetAmount.Amount;
        }

        var total = 0m;
        foreach (var (person, quota) in _quotas)
            total += decimal.Round((sums.TryGetValue(person, out var sum) ? sum : 0m) / quota.Money.Amount, 10, MidpointRounding.ToEven);

        return total;
    }

    internal decimal Rates(Actuals<SalespersonId> actuals)
    {
        var table = actuals.Against(_quotas);
        var total = 0m;
        foreach (var (person, _) in _quotas)
            total += decimal.Round(table.Of(person).Rate!.Value.Fraction, 10, MidpointRounding.ToEven);

        return total;
    }

    private SalesLine Line(int number, decimal amount) => new SalesLineBuilder
    {
        Stage = number % 53 == 0 ? Stage.Ordered : Stage.Invoiced,
        Document = new DocumentId("INV-" + (number / 4)),
        Line = number % 4,
        Date = s_start.PlusDays(number % 365),
        Customer = _customers[number * 7L % CustomerCount],
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1m),
        PriceKind = number % 41 == 7 ? PriceKind.Free : PriceKind.Standard,
        NetAmount = new Money(number % 41 == 7 ? 0m : amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        Salesperson = _people[number % PeopleCount],
    }.Build();
}
