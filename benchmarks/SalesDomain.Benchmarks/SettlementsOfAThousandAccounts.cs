using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Commissions;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A year of monthly settlements of a thousand people with five components each, measured by quarters: a fifth is held back, a draw is
/// advanced and recovered. The hand-written code keeps the same entries and trusts its input.
/// </summary>
public class SettlementsOfAThousandAccounts
{
    private const int People = 1_000;
    private const int Components = 5;
    private const int Months = 12;

    private static readonly string[] s_components = [.. Enumerable.Range(1, Components).Select(i => "component " + i)];

    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial)
        .WithHoldback(HoldbackRule.Of(Percentage.FromFraction(HandWrittenAccount.Share)))
        .WithDraw(DrawRule.Recoverable(new Money(HandWrittenAccount.DrawOfAMonth, Currency.USD)));

    private static readonly PayoutRun[] s_runs =
    [
        .. Enumerable.Range(1, Months).Select(month => DateSpan.OfMonth(2026, month)).Select(span => PayoutRun.Of(span, span.End!.Value)),
    ];

    private readonly CommissionEarning[][][] _earned =
    [
        .. Enumerable.Range(0, People).Select(person => Enumerable.Range(1, Months).Select(month => Earned(person, month)).ToArray()),
    ];

    private readonly HandWrittenEarning[][][] _earnedByHand;

    public SettlementsOfAThousandAccounts() =>
        _earnedByHand = Array.ConvertAll(
            _earned,
            person => Array.ConvertAll(
                person,
                month => Array.ConvertAll(
                    month, each => new HandWrittenEarning(each.Plan, each.Component, each.Period, each.Amount.Amount))));

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(
            person => (byHand[person].Entries.Count, byHand[person].Paid, byHand[person].Held, byHand[person].Owed, byHand[person].Debit),
            person => (
                library[person].Entries.Count, library[person].Balances.Paid.Amount, library[person].Balances.HeldBack.Amount,
                library[person].Balances.DrawOwed.Amount, library[person].Balances.Debit.Amount),
            People);
    }

    [Benchmark(Baseline = true, Description = "5 components a month settled, hand-written", OperationsPerInvoke = People * Months)]
    public HandWrittenAccount[] HandWritten()
    {
        var accounts = new HandWrittenAccount[People];
        for (var person = 0; person < People; person++)
        {
            var account = accounts[person] = new HandWrittenAccount();
            for (var month = 0; month < Months; month++)
                account.Settle(_earnedByHand[person][month], s_runs[month].Period, s_runs[month].Recorded);
        }

        return accounts;
    }

    [Benchmark(Description = "5 components a month settled, CommissionAccount", OperationsPerInvoke = People * Months)]
    public CommissionAccount[] Library()
    {
        var accounts = new CommissionAccount[People];
        for (var person = 0; person < People; person++)
        {
            var account = CommissionAccount.In(Currency.USD);
            for (var month = 0; month < Months; month++)
                account = account.Settle(_earned[person][month], s_runs[month], s_rules).Account;

            accounts[person] = account;
        }

        return accounts;
    }

    // Rising within a quarter, at times falling.
    private static CommissionEarning[] Earned(int person, int month) =>
    [
        .. s_components.Select(
            (component, i) => CommissionEarning.Of(
                "Reps 2026", component, DateSpan.OfQuarter(2026, (month + 2) / 3),
                new Money((((month - 1) % 3) + 1) * 150m + ((person * 31) + (i * 17) + (month * 7_919)) % 30_000 / 100m, Currency.USD))),
    ];
}
