using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A million lines of a year, summed and divided by the quotas of 1,000 people: by the salesperson on the line, and by who has the
/// customer on the day of the line, where each of 10,000 customers has moved once. Free goods are left out. With ids looked at, and trusted.
/// </summary>
public class AttainmentOfAThousandPeople
{
    private const int Lines = 1_000_000;
    private const int People = 1_000;
    private const int Customers = 10_000;

    private static readonly LocalDate s_start = new(2026, 1, 1);
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);

    private static readonly ActualRule s_rule =
        ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Except(PriceKind.Free));

    private readonly SalespersonId[] _people = [.. Enumerable.Range(0, People).Select(number => new SalespersonId("S-" + number))];
    private readonly CustomerId[] _customers = [.. Enumerable.Range(0, Customers).Select(number => new CustomerId("C-" + number))];
    private readonly SalesLine[] _lines;
    private readonly (SalespersonId, Measured)[] _quotas;
    private readonly Assignments<CustomerId, SalespersonId> _accounts;
    private readonly Dictionary<CustomerId, (LocalDate Moved, SalespersonId Before, SalespersonId After)> _moves;

    public AttainmentOfAThousandPeople()
    {
        var amounts = Facts.Amounts(10_000m);
        _lines = [.. Enumerable.Range(0, Lines).Select(number => Line(number, amounts[number % Facts.Count]))];
        _quotas = [.. _people.Select((person, i) => (person, Measure.Revenue.Of(new Money(4_000_000m + i, Currency.CNY))))];
        _moves = Enumerable.Range(0, Customers).ToDictionary(
            number => _customers[number], number => (s_start.PlusDays(number % 365), _people[number % People], _people[(number + 7) % People]));
        _accounts = Assignments.Of([.. _moves.SelectMany(move => new[]
        {
            (move.Key, move.Value.Before, DateSpan.Until(move.Value.Moved.PlusDays(-1))), (move.Key, move.Value.After, DateSpan.From(move.Value.Moved)),
        })]);
    }

    [GlobalSetup]
    public void Compare()
    {
        Same.Result(BySellerByHand(), BySeller());
        Same.Result(BySellerByHand(), BySellerTrusted());
        Same.Result(ByAccountByHand(), ByAccount());
    }

    [Benchmark(Baseline = true, Description = "1,000 people from 1,000,000 lines, hand-written")]
    public decimal BySellerByHand() => ByHand(line => line.Salesperson!.Value, new HashSet<LineId>());

    [Benchmark(Description = "1,000 people from 1,000,000 lines, ActualRule")]
    public decimal BySeller() => Rates(s_rule.Evaluate(s_year, Crediting.BySalesperson, _lines));

    [Benchmark(Description = "the same without looking for lines that come twice")]
    public decimal BySellerTrusted() => Rates(s_rule.TrustingIds().Evaluate(s_year, Crediting.BySalesperson, _lines));

    [Benchmark(Description = "the same by 10,000 customers that moved, hand-written")]
    public decimal ByAccountByHand() =>
        ByHand(
            line =>
            {
                var move = _moves[line.Customer];
                return line.Date < move.Moved ? move.Before : move.After;
            },
            new HashSet<LineId>());

    [Benchmark(Description = "the same by 10,000 customers that moved, ActualRule")]
    public decimal ByAccount() => Rates(s_rule.Evaluate(s_year, Crediting.ByCustomer.Through(_accounts), _lines));

    private decimal ByHand(Func<SalesLine, SalespersonId> owner, HashSet<LineId> ids)
    {
        var sums = new Dictionary<SalespersonId, decimal>();
        var (first, last) = (s_year.Start!.Value, s_year.End!.Value);
        foreach (var line in _lines)
        {
            if (line.Stage != Stage.Invoiced)
                continue;
            if (!ids.Add(line.Id))
                throw new InvalidOperationException("twice");
            if (line.Date < first || line.Date > last || line.PriceKind == PriceKind.Free)
                continue;

            var person = owner(line);
            sums.TryGetValue(person, out var sum);
            sums[person] = sum + line.NetAmount.Amount;
        }

        var total = 0m;
        foreach (var (person, quota) in _quotas)
            total += decimal.Round(sums[person] / quota.Money.Amount, 10, MidpointRounding.ToEven);

        return total;
    }

    private decimal Rates(Actuals<SalespersonId> actuals)
    {
        var table = actuals.Against(_quotas);
        var total = 0m;
        foreach (var (person, _) in _quotas)
            total += decimal.Round(table.Of(person).Rate!.Value.Fraction, 10, MidpointRounding.ToEven);

        return total;
    }

    private SalesLine Line(int number, decimal amount) => new SalesLineBuilder
    {
        Stage = number % 50 == 0 ? Stage.Ordered : Stage.Invoiced,
        Document = new DocumentId("INV-" + (number / 4)),
        Line = number % 4,
        Date = s_start.PlusDays(number % 365),
        Customer = _customers[number * 7L % Customers],
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1m),
        PriceKind = number % 40 == 7 ? PriceKind.Free : PriceKind.Standard,
        NetAmount = new Money(number % 40 == 7 ? 0m : amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        Salesperson = _people[number % People],
    }.Build();
}
