using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class SettlingAgain
{
    // Pitfall 5: a changed rule does not change what is entered.
    [Fact]
    public void A_re_rate_undoes_the_entry_and_enters_it_anew()
    {
        var account = Nothing.SettleTwice([OfLine(Quarter(1), "SO-1", 1_000m, 3m)], Run(1), Plain).Account;
        var settlement = account.SettleTwice([OfLine(Quarter(1), "SO-1", 1_000m, 5m)], Run(2), Plain);

        var earned = settlement.Entries.Where(entry => entry.Kind == CommissionEntryKind.Earned).ToList();
        Assert.Equal([(Cny(-30m), Percent(3), 1), (Cny(50m), Percent(5), null)],
            earned.Select(entry => (entry.Amount, entry.Rate!.Value, entry.Reverses)));
        Assert.Equal((Revenue(-1_000m), "commission.re-rated"), (earned[0].Base!.Value, earned[0].Reasons[0].Code));
        Assert.Equal((Cny(20m), Cny(20m)), (settlement.Earned, settlement.Paid));
        Assert.Equal((Cny(30m), Percent(3)), (settlement.Account.Entries[0].Amount, settlement.Account.Entries[0].Rate!.Value));
    }

    [Fact]
    public void Another_version_of_a_plan_undoes_what_the_one_before_entered()
    {
        var account = Nothing.Settle([Earned(Quarter(1), 100m)], Run(1), Plain).Account;
        var settlement = account.SettleTwice([Earned(Quarter(1), 140m).WithPlanVersion("2")], Run(2), Plain);

        Assert.Equal((Cny(40m), "2"), (settlement.Paid, settlement.Entries[1].PlanVersion));
        Assert.Equal((1, "commission.re-rated"), (settlement.Entries[0].Reverses, settlement.Entries[0].Reasons[0].Code));
    }

    [Fact]
    public void At_the_same_rate_the_difference_is_entered()
    {
        var account = Nothing.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 3m)], Run(1), Plain).Account;
        var settlement = account.SettleTwice([OfLine(Quarter(1), "SO-1", 1_500m, 3m)], Run(1), Plain);

        Assert.Equal((Cny(15m), Revenue(500m)), (settlement.Entries[0].Amount, settlement.Entries[0].Base!.Value));
        Assert.Equal(Cny(15m), settlement.Paid);
    }

    [Fact]
    public void What_is_missing_is_earned_no_more_in_a_period_that_is_restated_and_stays_in_another()
    {
        var account = Nothing.Settle(
            [Earned(Quarter(1), 100m), Earned(Quarter(1), 50m, "bonus"), Earned(Month(1), 7m, "spiff")], Run(1), Plain).Account;

        var without = account.SettleTwice([Earned(Quarter(1), 100m)], Run(2), Plain);
        Assert.Equal((Cny(-50m), "bonus"), (without.Earned, without.Entries[0].Component));
        Assert.Equal(Cny(107m), without.Account.Balances.Earned);

        Assert.Empty(account.Settle([], Run(2), Plain).Entries);
        Assert.Equal(Cny(-7m), account.SettleTwice([], Run(2).Restating(Month(1)), Plain).Earned);
    }

    [Fact]
    public void A_closed_period_is_not_restated_and_says_so()
    {
        var account = Nothing.Settle([Earned(Quarter(1), 100m), Earned(Quarter(1), 50m, "bonus")], Run(3), Plain).Account
            .Close(Quarter(1), new LocalDate(2026, 5, 10));

        var settlement = account.SettleTwice([Earned(Quarter(1), 120m), Earned(Quarter(2), 10m)], Run(4), Plain);
        Assert.Equal(Cny(10m), settlement.Earned);
        Assert.Equal(["commission.closed-period", "commission.closed-period"], settlement.Reasons.Select(reason => reason.Code));
        Assert.Equal((Figure)Cny(120m), settlement.Reasons[1].Find("earned to date"));

        // The same figures are no difference, and the day before it is closed it is open.
        Assert.Empty(account.Settle([Earned(Quarter(1), 100m), Earned(Quarter(1), 50m, "bonus")], Run(4), Plain).Reasons);
        var before = PayoutRun.Of(Month(4), new LocalDate(2026, 5, 9));
        Assert.Equal(Cny(20m), account.Settle([Earned(Quarter(1), 120m), Earned(Quarter(1), 50m, "bonus")], before, Plain).Earned);
    }

    // Pitfall 1: a refund is no gain, whatever the order of sale and refund.
    [Fact]
    public void A_refund_lowers_what_is_paid_in_either_order()
    {
        CommissionEarning[] earned = [OfLine(Month(1), "INV-1", 480m, 10m), OfLine(Month(1), "CN-1", -160m, 10m)];
        foreach (var list in new[] { earned, [earned[1], earned[0]] })
            Assert.Equal(Cny(32m), Nothing.SettleTwice(list, Run(1), Plain).Paid);
    }

    // Pitfall 12: a settlement that is run inside its period finds what is there, and the run after the period the rest.
    [Fact]
    public void A_run_inside_the_period_is_not_empty_and_does_not_move_the_period()
    {
        CommissionEarning[] byTheTenth = [OfLine(Month(1), "SO-1", 1_000m, 5m, new LocalDate(2026, 1, 5))];
        CommissionEarning[] byTheEnd = [.. byTheTenth, OfLine(Month(1), "SO-2", 400m, 5m, new LocalDate(2026, 1, 25))];

        var inside = Nothing.SettleTwice(byTheTenth, PayoutRun.Of(Month(1), new LocalDate(2026, 1, 10)), Plain);
        Assert.Equal(Cny(50m), inside.Paid);
        Assert.All(inside.Entries, entry => Assert.Equal(Month(1), entry.PayoutPeriod));

        var after = inside.Account.SettleTwice(byTheEnd, PayoutRun.Of(Month(1), new LocalDate(2026, 2, 1)), Plain);
        Assert.Equal((Cny(20m), Line("SO-2")), (after.Paid, after.Entries[0].Line!.Value));
        Assert.Equal(Nothing.SettleTwice(byTheEnd, Run(1), Plain).Account.Balances, after.Account.Balances);
    }

    // Pitfall 11: a later closing date pays nothing twice.
    [Fact]
    public void Runs_inside_a_period_and_after_it_pay_the_difference()
    {
        var account = Nothing;
        var paid = new List<Money>();
        foreach (var (day, amount) in new[] { (10, 100m), (20, 250m), (31, 250m) })
        {
            var settlement = account.SettleTwice([Earned(Month(1), amount)], PayoutRun.Of(Month(1), new LocalDate(2026, 1, day)), Plain);
            paid.Add(settlement.Paid);
            account = settlement.Account;
        }

        paid.Add(account.SettleTwice([Earned(Month(1), 250m)], Run(2), Plain).Paid);
        Assert.Equal([Cny(100m), Cny(150m), Cny(0m), Cny(0m)], paid);
    }

    [Fact]
    public void A_true_up_of_the_same_payout_period_corrects_its_draw()
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m)));
        var first = Nothing.SettleTwice([Earned(Month(1), 400m)], Run(1), rules);
        var second = first.Account.SettleTwice([Earned(Month(1), 600m)], Run(1), rules);
        Assert.Equal((Cny(-200m), Cny(0m), Cny(400m)), (second.DrawAdvanced, second.Paid, second.Account.Balances.DrawOwed));

        var third = second.Account.SettleTwice([Earned(Month(1), 1_700m)], Run(1), rules);
        Assert.Equal((Cny(700m), Cny(0m)), (third.Paid, third.Account.Balances.DrawOwed));
    }

    // Tax of 13 % divided out leaves a base of 28 digits, which the sum of its differences meets only in what is recorded.
    [Property(MaxTest = 400)]
    public void Run_again_enters_nothing_where_bases_are_quotients(int seed)
    {
        var random = new Random(seed);
        var (account, gross) = (Nothing, 0m);
        foreach (var month in Enumerable.Range(1, 10))
        {
            gross += random.Next(1, 99_999_999) / 100m;
            var earning = Earned(DateSpan.OfYear(2026), Math.Round(gross / 1.13m * 0.03m, 2, MidpointRounding.AwayFromZero))
                .WithBase(Revenue(gross / 1.13m)).WithRate(Percent(3));
            account = account.SettleTwice([earning], Run(month), Plain).Account;
        }
    }

    [Fact]
    public void A_preview_changes_nothing()
    {
        var account = Nothing.Settle([Earned(Month(1), 100m)], Run(1), Plain).Account;
        var (entries, balances) = (account.Entries.ToList(), account.Balances);
        Assert.Equal(Cny(50m), account.Settle([Earned(Month(1), 150m)], Run(2), Plain).Paid);
        Assert.Equal(entries, account.Entries);
        Assert.Equal(balances, account.Balances);
    }

    [Fact]
    public void Bad_input_is_refused_and_names_the_record()
    {
        var account = Nothing.Settle([Earned(Month(2), 100m)], Run(2), Plain).Account;
        var twice = Assert.Throws<ArgumentException>(
            "earnedToDate", () => account.Settle([Earned(Month(2), 1m), Earned(Month(2), 2m)], Run(2), Plain));
        Assert.Contains("revenue 2026-02-01/2026-02-28: CNY 2.00", twice.Message, StringComparison.Ordinal);

        Assert.Throws<ArgumentOutOfRangeException>("run", () => account.Settle([], Run(1), Plain));
        Assert.Throws<ArgumentOutOfRangeException>(
            "run", () => account.Settle([], PayoutRun.Of(new DateSpan(new(2026, 2, 15), new(2026, 3, 15)), new(2026, 4, 1)), Plain));
        Assert.Throws<ArgumentOutOfRangeException>(
            "run", () => account.Settle([], PayoutRun.Of(Month(3), new LocalDate(2026, 3, 9)), Plain));
        Assert.Throws<CurrencyMismatchException>("run", () => account.Settle([], Run(3).WithFixedPay(new Money(1m, Currency.USD)), Plain));
        Assert.Throws<CurrencyMismatchException>(
            "rules", () => account.Settle([], Run(3), Plain.WithMinimumPayout(new Money(1m, Currency.USD))));
        Assert.Throws<ArgumentException>("rules", () => account.Settle([], Run(3).WithHoldbackFigure(Month(2), Percent(90)), Plain));
        Assert.Throws<ArgumentOutOfRangeException>(
            "run", () => account.Settle(
                [], Run(3).WithHoldbackFigure(Month(2), Percent(90)),
                Plain.WithHoldback(HoldbackRule.Of(Percent(10)).WithRelease(StepSchedule.From((Percent(95), Percent(80)))))));
        Assert.Throws<ArgumentException>(
            "run", () => account.Settle(
                [Earned(Month(2), -100m)], Run(3),
                Plain.WithDebitRecovery(DebitRecoveryRule.FromCommissions.WithDeduction(DeductionCap.Of(Percent(20))))));
    }
}
