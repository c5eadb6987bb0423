using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>What is held of a leaver against what the leaver owes.</summary>
public sealed class HeldMoneySetOff
{
    private static readonly LocalDate s_left = new(2026, 5, 20);

    private static readonly HoldbackRule s_holdback = HoldbackRule.Of(Percent(20)).WithLeaving(HoldbackOnLeaving.SetOff)
        .WithRelease(StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(100))));

    private static readonly PayoutRules s_rules = Plain.WithHoldback(s_holdback).WithClawBack(ClawBackRule.Full);

    // 200 held, and 1,000 − 20 % of it owed after all of the other quarter's sale came back.
    private static CommissionAccount Owing(PayoutRules rules) =>
        Nothing.SettleTwice(
                [OfLine(Quarter(1), "SO-1", 10_000m, 10m), OfLine(Month(4), "SO-2", 10_000m, 10m)], Run(4), rules).Account
            .Close(Quarter(1), new LocalDate(2026, 5, 15)).SettleTwice([], Run(5).With(Back("CN-1", "SO-1")), rules).Account;

    private static CommissionEvent Back(string id, string line) =>
        CommissionEvent.Return(Line(id), Line(line), new LocalDate(2026, 1, 1), new LocalDate(2026, 5, 16));

    [Fact]
    public void What_is_held_goes_to_the_debit_balance_and_no_further_than_it()
    {
        var account = Owing(s_rules);
        Assert.Equal((Cny(200m), Cny(800m)), (account.Balances.HeldBack, account.Balances.Debit));

        var kept = account.Leave(s_left).SettleTwice([], Run(5), Plain.WithHoldback(s_holdback.WithLeaving(HoldbackOnLeaving.Kept)));
        Assert.Empty(kept.Entries);

        var left = account.Leave(s_left).SettleTwice([], Run(5), s_rules);
        Assert.Equal((Cny(200m), Cny(0m)), (left.SetOff, left.Paid));
        Assert.Equal((Cny(0m), Cny(600m)), (left.Account.Balances.HeldBack, left.Account.Balances.Debit));
        Assert.Equal(CommissionEntryKind.DebitSetOff, Assert.Single(left.Entries).Kind);
        Assert.Empty(left.Account.SettleTwice([], Run(6), s_rules).Entries);

        // What is released afterwards is not there any more.
        Assert.Empty(left.Account.SettleTwice([], Run(6).WithHoldbackFigure(DateSpan.OfYear(2026), Percent(99)), s_rules).Entries);
    }

    [Fact]
    public void The_draw_owed_comes_after_the_debit_balance_and_the_rest_is_kept()
    {
        var rules = s_rules.WithDraw(DrawRule.Recoverable(Cny(60m)));
        var account = Nothing.SettleTwice([Earned(Month(1), 1_000m)], Run(1), rules).Account
            .SettleTwice([], Run(2), rules).Account.SettleTwice([], Run(3), rules).Account;
        Assert.Equal((Cny(200m), Cny(120m)), (account.Balances.HeldBack, account.Balances.DrawOwed));

        var left = account.Leave(new LocalDate(2026, 3, 31)).SettleTwice([], Run(4), rules);
        Assert.Equal((CommissionEntryKind.DrawSetOff, Cny(120m)), (Assert.Single(left.Entries).Kind, left.SetOff));
        Assert.Equal((Cny(80m), Cny(0m)), (left.Account.Balances.HeldBack, left.Account.Balances.DrawOwed));

        var released = left.Account.SettleTwice([], Run(5).WithHoldbackFigure(Month(1), Percent(99)), rules);
        Assert.Equal((Cny(80m), Cny(80m)), (released.Released, released.Paid));
    }

    [Fact]
    public void What_was_set_off_is_owed_again_when_what_was_held_goes_back_with_its_sale()
    {
        var left = Owing(s_rules).Leave(s_left).SettleTwice([], Run(5), s_rules).Account.Close(Month(4), new LocalDate(2026, 6, 1));
        var settlement = left.SettleTwice([], Run(6).With(Back("CN-2", "SO-2")), s_rules);

        // 2,000 were earned and all came back; 1,600 were paid.
        Assert.Equal((Cny(-200m), Cny(1_600m)), (settlement.SetOff, settlement.Account.Balances.Debit));
        Assert.Equal((Cny(0m), Cny(1_600m)), (settlement.Account.Balances.HeldBack, settlement.Account.Balances.Paid));
    }

    [Fact]
    public void In_one_payout_period_it_is_set_off_to_date_beside_what_commissions_recover_and_before_fixed_pay()
    {
        var rules = s_rules.WithDebitRecovery(DebitRecoveryRule.Of(Percent(0)).WithDeduction(DeductionCap.Of(Percent(50))));
        var pay = Run(5).WithFixedPay(Cny(1_000m));
        var account = Nothing.SettleTwice(
                [OfLine(Quarter(1), "SO-1", 10_000m, 10m), OfLine(Month(4), "SO-2", 10_000m, 10m)],
                Run(4).WithFixedPay(Cny(0m)), rules).Account
            .Close(Quarter(1), new LocalDate(2026, 5, 15)).Leave(s_left);
        var first = account.SettleTwice([], pay.With(Back("CN-1", "SO-1")), rules);
        Assert.Equal((Cny(200m), Cny(500m), Cny(100m)), (first.SetOff, first.Deducted, first.Account.Balances.Debit));

        // More is earned and held in the same period: what is still owed takes of it.
        var second = first.Account.SettleTwice([Earned(Month(5), 1_000m)], pay, rules.EarningAfterLeaving());
        Assert.Equal((Cny(100m), Cny(100m)), (second.SetOff, second.Account.Balances.HeldBack));
    }

    [Fact]
    public void Of_several_holdbacks_only_those_that_say_so_are_set_off()
    {
        var rules = Plain.WithClawBack(ClawBackRule.Full).WithHoldback(
            HoldbackRule.Of(Percent(20)).For("revenue"),
            HoldbackRule.Of(Percent(10)).For("bonus").WithLeaving(HoldbackOnLeaving.SetOff));
        var account = Nothing.SettleTwice(
                [OfLine(Quarter(1), "SO-1", 10_000m, 10m), OfLine(Month(4), "SO-2", 10_000m, 10m), Earned(Month(4), 500m, "bonus")],
                Run(4), rules).Account.Close(Quarter(1), new LocalDate(2026, 5, 15)).Leave(s_left);
        var settlement = account.SettleTwice([], Run(5).With(Back("CN-1", "SO-1")), rules);
        Assert.Equal((Cny(50m), Cny(200m)), (settlement.SetOff, settlement.Account.Balances.HeldBack));
    }
}
