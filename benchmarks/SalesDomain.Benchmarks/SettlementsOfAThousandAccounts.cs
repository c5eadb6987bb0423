using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
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
    private const decimal Share = 0.2m;
    private const decimal DrawOfAMonth = 900m;

    private static readonly string[] s_components = [.. Enumerable.Range(1, Components).Select(i => "component " + i)];

    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial)
        .WithHoldback(HoldbackRule.Of(Percentage.FromFraction(Share)))
        .WithDraw(DrawRule.Recoverable(new Money(DrawOfAMonth, Currency.USD)));

    private static readonly PayoutRun[] s_runs =
    [
        .. Enumerable.Range(1, Months).Select(month => DateSpan.OfMonth(2026, month)).Select(span => PayoutRun.Of(span, span.End!.Value)),
    ];

    private readonly CommissionEarning[][][] _earned =
    [
        .. Enumerable.Range(0, People).Select(person => Enumerable.Range(1, Months).Select(month => Earned(person, month)).ToArray()),
    ];

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
                account.Settle(_earned[person][month], s_runs[month]);
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

    public sealed record HandWrittenEntry(
        int Number, CommissionEntryKind Kind, DateSpan PayoutPeriod, LocalDate Recorded, decimal Amount, string? Plan = null,
        string? Component = null, DateSpan? Period = null, decimal? Rate = null);

    public sealed class HandWrittenAccount
    {
        private readonly Dictionary<(string Plan, string Component, DateSpan Period), decimal> _entered = [];
        private readonly Dictionary<DateSpan, (decimal Earned, decimal Held)> _periods = [];

        public List<HandWrittenEntry> Entries { get; } = [];

        public decimal Paid { get; private set; }

        public decimal Held { get; private set; }

        public decimal Owed { get; private set; }

        public decimal Debit { get; private set; }

        public void Settle(CommissionEarning[] earnings, PayoutRun run)
        {
            var earned = 0m;
            foreach (var each in earnings)
            {
                var key = (each.Plan, each.Component, each.Period);
                _entered.TryGetValue(key, out var before);
                var difference = each.Amount.Amount - before;
                if (difference == 0m)
                    continue;

                _entered[key] = each.Amount.Amount;
                earned += difference;
                Entries.Add(
                    new HandWrittenEntry(
                        Entries.Count + 1, CommissionEntryKind.Earned, run.Period, run.Recorded, difference, each.Plan, each.Component,
                        each.Period));
            }

            var period = earnings[0].Period;
            _periods.TryGetValue(period, out var sums);
            var held = Math.Round((sums.Earned + earned) * Share, 2, MidpointRounding.AwayFromZero) - sums.Held;
            _periods[period] = (sums.Earned + earned, sums.Held + held);
            Held += held;
            Add(CommissionEntryKind.HeldBack, held, run, period, Share);

            var payable = earned - held;
            var charged = Math.Max(0m, -payable);
            var positive = Math.Max(0m, payable);
            var debit = Math.Min(Debit, positive);
            Debit += charged - debit;
            Add(CommissionEntryKind.DebitCharged, charged, run);
            Add(CommissionEntryKind.DebitRecovered, debit, run);
            positive -= debit;
            var advanced = Math.Max(0m, DrawOfAMonth - positive);
            var recovered = Math.Min(Owed, Math.Max(0m, positive - DrawOfAMonth));
            Owed += advanced - recovered;
            Add(CommissionEntryKind.DrawAdvanced, advanced, run);
            Add(CommissionEntryKind.DrawRecovered, recovered, run);
            Paid += positive + advanced - recovered;
            Add(CommissionEntryKind.Paid, positive + advanced - recovered, run);
        }

        private void Add(CommissionEntryKind kind, decimal amount, PayoutRun run, DateSpan? period = null, decimal? rate = null)
        {
            if (amount != 0m)
            {
                Entries.Add(
                    new HandWrittenEntry(
                        Entries.Count + 1, kind, run.Period, run.Recorded, amount, Period: period, Rate: rate));
            }
        }
    }
}
