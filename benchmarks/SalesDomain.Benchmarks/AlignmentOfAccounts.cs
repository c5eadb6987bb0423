using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Benchmarks;

public class AlignmentOfAccounts
{
    private const int Accounts = 10_000;
    private const int Territories = 100;

    private readonly (AccountProfile<int> Account, int Territory)[] _accounts =
        [.. Enumerable.Range(0, Accounts).Select(i => (
            AccountProfile.Of(
                i, Measure.Revenue.Of(new Money(i % 997, Currency.CNY)),
                Measure.Revenue.Of(new Money((i * 7_919L % 100_003L) + 1L, Currency.CNY)),
                AccountWorkload.Of(i % 53, Duration.FromMinutes(45), Duration.FromMinutes(15))),
            i % Territories))];

    [GlobalSetup]
    public void Compare()
    {
        var byHand = HandWritten();
        var library = Library();
        Same.Results(i => byHand[i], i => library.Territories[i].Minutes, Territories);
    }

    [Benchmark(Baseline = true, Description = "totals of 100 territories with 10,000 accounts, hand-written dictionaries")]
    public decimal[] HandWritten()
    {
        var seen = new HashSet<int>(Accounts);
        var potential = new Dictionary<int, decimal>();
        var sales = new Dictionary<int, decimal>();
        var calls = new Dictionary<int, decimal>();
        var minutes = new Dictionary<int, decimal>();
        foreach (var (account, territory) in _accounts)
        {
            if (!seen.Add(account.Account))
                throw new System.InvalidOperationException();

            potential[territory] = potential.GetValueOrDefault(territory) + account.Potential.Money.Amount;
            sales[territory] = sales.GetValueOrDefault(territory) + account.Sales.Money.Amount;
            calls[territory] = calls.GetValueOrDefault(territory) + account.Workload.Calls;
            minutes[territory] = minutes.GetValueOrDefault(territory) + account.Workload.Minutes;
        }

        return [.. Enumerable.Range(0, Territories).Select(territory => minutes[territory])];
    }

    [Benchmark(Description = "totals of 100 territories with 10,000 accounts, Alignment.Of")]
    public Alignment<int, int> Library() => Alignment.Of(_accounts);
}
