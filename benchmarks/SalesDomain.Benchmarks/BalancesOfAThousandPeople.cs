using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>The quotas of a thousand people on a day as known on another, with the changes that made them so.</summary>
public class BalancesOfAThousandPeople
{
    private const int People = 1_000;
    private const int Changes = 1_000;

    private static readonly LocalDate s_first = new(2026, 1, 1);
    private static readonly LocalDate s_on = new(2026, 9, 30);
    private static readonly LocalDate s_knownOn = new(2026, 10, 31);

    private readonly QuotaLedger<int> _ledger = QuotaLedger
        .Of(s_first, DateSpan.OfYear(2026), [.. Enumerable.Range(0, People).Select(i => (i, Usd(1_000_000m + i)))])
        .Record(Enumerable.Range(0, Changes).Select(i => QuotaChange.Transfer(
            new DocumentId("Q-" + i), s_first.PlusDays(i * 365 / Changes), s_first.PlusDays(i * 101 % 365), i * 7 % People,
            ((i * 7) + 1 + (i % 50)) % People, Usd((i % 997) + 0.01m), new Reason("account-moved"))));

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(i => byHand[i], i => library[i].Amount.Money.Amount, People);
    }

    [Benchmark(Baseline = true, Description = "balance of one of 1,000 people, hand-written", OperationsPerInvoke = People)]
    public decimal[] HandWritten()
    {
        var places = new Dictionary<int, int>(People);
        var amounts = new decimal[People];
        var changesOf = new List<QuotaChange<int>>[People];
        foreach (var (owner, quota) in _ledger.Quotas)
        {
            amounts[places.Count] = quota.Money.Amount;
            places[owner] = places.Count;
        }

        foreach (var change in _ledger.Changes)
        {
            if (change.Effective > s_on || change.Recorded > s_knownOn)
                continue;

            foreach (var (owner, amount) in change.Lines)
            {
                var place = places[owner];
                amounts[place] += amount.Money.Amount;
                (changesOf[place] ??= []).Add(change);
            }
        }

        return amounts;
    }

    [Benchmark(Description = "balance of one of 1,000 people, QuotaLedger.Balances", OperationsPerInvoke = People)]
    public IReadOnlyList<QuotaBalance<int>> Library() => _ledger.Balances(s_on, s_knownOn);

    private static Measured Usd(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.USD));
}
