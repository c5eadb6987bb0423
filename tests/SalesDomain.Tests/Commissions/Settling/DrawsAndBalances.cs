using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class DrawsAndBalances
{
    [Fact]
    public void At_the_ceiling_only_the_guarantee_is_paid_and_is_not_owed()
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m)).WithCeiling(Cny(1_200m)).WithGuarantee(Cny(600m)));
        var first = Nothing.SettleTwice([Earned(Month(1), 100m)], Run(1), rules);
        Assert.Equal((Cny(900m), Cny(0m), Cny(1_000m)), (first.DrawAdvanced, first.DrawGranted, first.Paid));

        var second = first.Account.SettleTwice([Earned(Month(2), 100m)], Run(2), rules);
        Assert.Equal((Cny(300m), Cny(200m), Cny(600m)), (second.DrawAdvanced, second.DrawGranted, second.Paid));
        Assert.Equal(Cny(1_200m), second.Account.Balances.DrawOwed);

        var third = second.Account.SettleTwice([Earned(Month(3), 1_500m)], Run(3), rules);
        Assert.Equal((Cny(500m), Cny(1_000m), Cny(700m)), (third.DrawRecovered, third.Paid, third.Account.Balances.DrawOwed));
    }

    [Fact]
    public void A_share_of_the_excess_recovers_and_a_draw_that_has_ended_is_recovered_on()
    {
        var half = DrawRule.Recoverable(Cny(1_000m)).WithRecoveryShare(Percent(50));
        var account = Nothing.Settle([Earned(Month(1), 200m)], Run(1), Plain.WithDraw(half)).Account;
        var second = account.SettleTwice([Earned(Month(2), 1_300m)], Run(2), Plain.WithDraw(half));
        Assert.Equal((Cny(150m), Cny(1_150m)), (second.DrawRecovered, second.Paid));

        var ended = second.Account.SettleTwice([Earned(Month(3), 400m)], Run(3), Plain);
        Assert.Equal((Cny(400m), Cny(0m), Cny(250m)), (ended.DrawRecovered, ended.Paid, ended.Account.Balances.DrawOwed));
    }

    [Fact]
    public void A_draw_of_a_part_period_is_prorated()
    {
        var share = Proration.ByDays.Share(Month(4), DateSpan.From(new LocalDate(2026, 4, 16)));
        var settlement = Nothing.SettleTwice([], Run(4).WithDrawShare(share), Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m))));

        Assert.Equal((Cny(500m), Cny(500m)), (settlement.Paid, settlement.Account.Balances.DrawOwed));
    }

    [Fact]
    public void The_debit_balance_and_the_draw_are_two_accounts()
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m))).WithDebitRecovery(DebitRecoveryRule.Of(Percent(40)));
        var claim = Nothing.SettleTwice([Earned(Month(1), -500m)], Run(1), rules);
        Assert.Equal((Cny(500m), Cny(1_000m), Cny(1_000m)), (claim.DebitCharged, claim.DrawAdvanced, claim.Paid));

        var next = claim.Account.SettleTwice([Earned(Month(2), 1_000m)], Run(2), rules);
        Assert.Equal((Cny(400m), Cny(600m), Cny(400m)), (next.DebitRecovered, next.BeforeDraw, next.DrawAdvanced));
        Assert.Equal((Cny(100m), Cny(1_400m)), (next.Account.Balances.Debit, next.Account.Balances.DrawOwed));
    }

    [Fact]
    public void The_wage_is_fixed_pay_and_what_is_paid()
    {
        var cap = DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m));
        var rules = Plain.WithDebitRecovery(DebitRecoveryRule.Of(Percent(0)).WithDeduction(cap));
        var claim = Nothing.SettleTwice([Earned(Month(1), -3_000m)], Run(1).WithFixedPay(Cny(0m)), rules);
        Assert.Equal(Cny(0m), claim.Deducted);

        var next = claim.Account.SettleTwice([Earned(Month(2), 3_000m)], Run(2).WithFixedPay(Cny(5_000m)), rules);
        Assert.Equal((Cny(3_000m), Cny(1_600m)), (next.Paid, next.Deducted));

        // At most the fixed pay itself, and in a second run of the month only the difference.
        var little = claim.Account.SettleTwice([Earned(Month(2), 9_000m)], Run(2).WithFixedPay(Cny(700m)), rules);
        Assert.Equal(Cny(700m), little.Deducted);
        var more = next.Account.SettleTwice([Earned(Month(2), 4_000m)], Run(2).WithFixedPay(Cny(5_000m)), rules);
        Assert.Equal((Cny(200m), Cny(1_200m)), (more.Deducted, more.Account.Balances.Debit));
    }

    // commission is wage too.
    [Fact]
    public void A_cap_that_covers_commissions_bounds_all_that_is_recovered_in_the_payout_period()
    {
        var cap = DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m));
        var claim = Nothing.SettleTwice([Earned(Month(1), -6_000m)], Run(1), Plain).Account;
        CommissionSettlement By(Percentage share, DeductionCap cap, decimal earned = 5_000m) => claim.SettleTwice(
            [Earned(Month(2), earned)], Run(2).WithFixedPay(Cny(3_000m)),
            Plain.WithDebitRecovery(DebitRecoveryRule.Of(share).WithDeduction(cap)));

        var all = By(Percent(100), cap);
        Assert.Equal((Cny(5_000m), Cny(510m)), (all.DebitRecovered, all.Deducted));
        var capped = By(Percent(100), cap.CoveringCommissions());
        Assert.Equal((Cny(1_600m), Cny(0m), Cny(3_400m)), (capped.DebitRecovered, capped.Deducted, capped.Paid));
        Assert.Equal(Cny(4_400m), capped.Account.Balances.Debit);

        // What commissions do not give, fixed pay does; and never so much that less than the minimum wage is left.
        var tenth = By(Percent(10), cap.CoveringCommissions());
        Assert.Equal((Cny(500m), Cny(1_100m)), (tenth.DebitRecovered, tenth.Deducted));
        var little = By(Percent(100), cap.CoveringCommissions(), 50m);
        Assert.Equal((Cny(50m), Cny(510m)), (little.DebitRecovered, little.Deducted));

        // A second run of the month has a higher wage, and what was taken before counts.
        var rules = Plain.WithDebitRecovery(DebitRecoveryRule.FromCommissions.WithDeduction(cap.CoveringCommissions()));
        var more = capped.Account.SettleTwice([Earned(Month(2), 6_000m)], Run(2).WithFixedPay(Cny(3_000m)), rules);
        Assert.Equal((Cny(200m), Cny(0m), Cny(800m)), (more.DebitRecovered, more.Deducted, more.Paid));
        Assert.Throws<ArgumentException>("run", () => claim.Settle([Earned(Month(2), 1m)], Run(2), rules));
    }

    [Fact]
    public void What_is_written_off_is_given_up_once_with_its_reason()
    {
        var account = Nothing.Settle([Earned(Month(1), -500m)], Run(1), Plain).Account;
        var given = CommissionEvent.WriteOff(Line("WO-1"), new LocalDate(2026, 2, 3), Cny(300m), new Reason("goodwill"));
        var settlement = account.SettleTwice([], Run(2).With(given), Plain);
        Assert.Equal((Cny(300m), Cny(200m)), (settlement.WrittenOff, settlement.Account.Balances.Debit));
        Assert.Equal(new Reason("goodwill"), settlement.Entries[0].Reasons[0]);

        var undo = CommissionEvent.Reinstatement(Line("WO-2"), Line("WO-1"), new LocalDate(2026, 3, 3));
        Assert.Equal(Cny(500m), settlement.Account.SettleTwice([], Run(3).With(undo), Plain).Account.Balances.Debit);
    }

    [Fact]
    public void Less_than_the_minimum_is_carried_until_it_is_reached_or_all_is_paid()
    {
        var rules = Plain.WithMinimumPayout(Cny(50m));
        var first = Nothing.SettleTwice([Earned(Month(1), 49.99m)], Run(1), rules);
        Assert.Equal((Cny(0m), Cny(49.99m)), (first.Paid, first.CarriedForward));
        Assert.Equal(Cny(50m), first.Account.SettleTwice([Earned(Month(2), 0.01m)], Run(2), rules).Paid);
        Assert.Equal(Cny(49.99m), first.Account.SettleTwice([], Run(2).PayingAll(), rules).Paid);
        Assert.Equal(Cny(49.99m), first.Account.Leave(new LocalDate(2026, 2, 28)).SettleTwice([], Run(2), rules).Paid);
        Assert.Equal(Cny(0m), first.Account.Leave(new LocalDate(2026, 3, 1)).SettleTwice([], Run(2), rules).Paid);
    }

    [Fact]
    public void A_draw_is_paid_below_the_minimum_too_and_is_no_earning_of_the_next_month()
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m))).WithMinimumPayout(Cny(500m));
        var joined = Nothing.SettleTwice([], Run(1).WithDrawShare(Percent(40)), rules);
        Assert.Equal((Cny(400m), Cny(0m)), (joined.Paid, joined.CarriedForward));
        var next = joined.Account.SettleTwice([], Run(2), rules);
        Assert.Equal((Cny(1_000m), Cny(1_400m)), (next.Paid, next.Account.Balances.DrawOwed));

        var little = Plain.WithDraw(DrawRule.Recoverable(Cny(50m))).WithMinimumPayout(Cny(100m));
        Assert.Equal(Cny(50m), Nothing.SettleTwice([Earned(Month(1), 20m)], Run(1), little).Paid);
        Assert.Equal(Cny(50m), Nothing.SettleTwice([], Run(1), Plain.WithDraw(DrawRule.NonRecoverable(Cny(50m)))
            .WithMinimumPayout(Cny(100m))).Paid);

        // Commissions that reach the draw are paid too: the draw promises as much.
        Assert.Equal(Cny(60m), Nothing.SettleTwice([Earned(Month(1), 60m)], Run(1), little).Paid);
    }

    [Fact]
    public void A_draw_is_not_lost_to_the_minimum_payout_by_what_was_carried()
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(200m))).WithMinimumPayout(Cny(500m));
        var january = Nothing.SettleTwice([Earned(Month(1), 300m)], Run(1), rules);
        Assert.Equal((Cny(300m), Cny(0m)), (january.Paid, january.DrawAdvanced));
        var february = january.Account.SettleTwice([], Run(2), rules);
        Assert.Equal((Cny(200m), Cny(200m)), (february.Paid, february.DrawAdvanced));

        // Where no draw is due the minimum asks about commissions again.
        Assert.Equal(Cny(0m), february.Account.SettleTwice([Earned(Month(3), 400m)], Run(3).WithDrawShare(Percent(0)), rules).Paid);
    }

    // what is taken back in the run of new commissions would otherwise be set against them without a cap.
    [Theory]
    [InlineData(0, 6_400)]
    [InlineData(20, 6_400)]
    public void A_cap_that_covers_commissions_bounds_a_claw_back_of_their_own_run(int held, int received)
    {
        var cap = DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m)).CoveringCommissions();
        var rules = Plain.WithClawBack(ClawBackRule.Full)
            .WithDebitRecovery(DebitRecoveryRule.FromCommissions.WithDeduction(cap));
        if (held > 0)
            rules = rules.WithHoldback(HoldbackRule.Of(Percent(held)).For("bonus"));

        var sale = CommissionEarning.Of("Reps 2026", "bonus", Quarter(1), Cny(6_000m / (1m - (held / 100m))))
            .With(Line("SO-1"), new LocalDate(2026, 2, 3)).WithBase(Revenue(100_000m));
        var account = Nothing.Settle([sale], Run(3).WithFixedPay(Cny(3_000m)), rules).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 15));
        var back = CommissionEvent.Cancellation(Line("X-1"), Line("SO-1"), new LocalDate(2026, 2, 3), new LocalDate(2026, 5, 4));
        var may = Run(5).WithFixedPay(Cny(3_000m));
        CommissionEarning[] earned = [Earned(Month(5), 5_000m)];

        // At once, the claw-back first, or the commissions first: 20 % of 8,000.
        var once = account.SettleTwice(earned, may.With(back), rules);
        Assert.Equal(
            (Cny(6_000m), Cny(1_600m), Cny(0m), Cny(3_400m)), (once.DebitCharged, once.DebitRecovered, once.Deducted, once.Paid));
        var backFirst = account.Settle([], may.With(back), rules);
        var earnedNext = backFirst.Account.Settle(earned, may.With(back), rules);
        var earnedFirst = account.Settle(earned, may, rules);
        var backNext = earnedFirst.Account.SettleTwice(earned, may.With(back), rules);
        foreach (var runs in new[] { new[] { once }, [backFirst, earnedNext], [earnedFirst, backNext] })
        {
            Assert.Equal(received, 3_000m + runs.Sum(run => run.Paid.Amount - run.Deducted.Amount));
            Assert.Equal(Cny(4_400m), runs[^1].Account.Balances.Debit);
        }
    }

    // What is earned to date comes before the debit balance: a true-up is a smaller earning of its run.
    [Fact]
    public void A_true_up_of_an_open_period_is_netted_in_its_run_and_owed_where_it_is_settled_by_itself()
    {
        var cap = DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m)).CoveringCommissions();
        var rules = Plain.WithDebitRecovery(DebitRecoveryRule.FromCommissions.WithDeduction(cap));
        var account = Nothing.Settle([Earned(Quarter(1), 6_000m)], Run(3).WithFixedPay(Cny(3_000m)), rules).Account;
        var april = Run(4).WithFixedPay(Cny(3_000m));
        CommissionEarning[] facts = [Earned(Quarter(1), 0m), Earned(Month(4), 5_000m)];

        var once = account.SettleTwice(facts, april, rules);
        Assert.Equal((Cny(1_000m), Cny(510m), Cny(0m)), (once.DebitCharged, once.Deducted, once.Paid));
        var trueUp = account.Settle([facts[0]], april, rules);
        var then = trueUp.Account.Settle(facts, april, rules);
        Assert.Equal((Cny(6_000m), Cny(4_400m)), (trueUp.DebitCharged, then.Account.Balances.Debit));
        Assert.Equal(Cny(3_400m), then.Paid - then.Deducted - trueUp.Deducted);
    }

    // At half of what becomes payable, a claw-back took all of the commissions of its own run.
    [Fact]
    public void A_share_bounds_a_claw_back_of_the_own_run_as_of_the_next()
    {
        var rules = Plain.WithClawBack(ClawBackRule.Full).WithDebitRecovery(DebitRecoveryRule.Of(Percent(50)));
        var soldOn = new LocalDate(2026, 2, 3);
        var account = Nothing.Settle([Earned(Quarter(1), 600m).With(Line("SO-1"), soldOn)], Run(3), rules).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 15));
        var may = Run(5).With(CommissionEvent.Cancellation(Line("X-1"), Line("SO-1"), soldOn, new LocalDate(2026, 5, 4)));
        CommissionEarning[] earned = [Earned(Month(5), 1_000m)];
        var once = account.SettleTwice(earned, may, rules);
        Assert.Equal((Cny(500m), Cny(100m)), (once.Paid, once.Account.Balances.Debit));
        var next = account.SettleTwice([], may, rules).Account.SettleTwice(earned, may, rules);
        Assert.Equal((Cny(500m), Cny(100m)), (next.Paid, next.Account.Balances.Debit));

        // A true-up is netted; and of a leaver all is set off.
        var trueUp = account.Reopen(Quarter(1), new LocalDate(2026, 5, 1))
            .SettleTwice([Earned(Quarter(1), 0m).With(Line("SO-1"), soldOn), .. earned], Run(5), rules);
        Assert.Equal((Cny(400m), Cny(0m)), (trueUp.Paid, trueUp.Account.Balances.Debit));
        var setOff = Plain.WithClawBack(ClawBackRule.Full)
            .WithDebitRecovery(DebitRecoveryRule.Of(Percent(50)).WithLeaving(BalanceOnLeaving.SetOff));
        Assert.Equal(Cny(400m), account.Leave(new LocalDate(2026, 5, 31)).SettleTwice(earned, may, setOff).Paid);
    }

    // what is carried is not received, and the minimum wage is.
    [Fact]
    public void Under_a_cap_that_covers_commissions_the_minimum_wage_is_received()
    {
        var cap = DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m)).CoveringCommissions();
        var rules = Plain.WithDebitRecovery(DebitRecoveryRule.Of(Percent(50)).WithDeduction(cap)).WithMinimumPayout(Cny(500m));
        var claim = Nothing.Settle([Earned(Month(1), -6_000m)], Run(1), Plain).Account;

        var settlement = claim.SettleTwice([Earned(Month(2), 400m)], Run(2).WithFixedPay(Cny(2_490m)), rules);
        Assert.Equal((Cny(200m), Cny(200m)), (settlement.DebitRecovered, settlement.Deducted));
        Assert.Equal((Cny(200m), Cny(2_490m)), (settlement.Paid, Cny(2_490m) - settlement.Deducted + settlement.Paid));

        // When nothing is owed any more, the minimum asks again.
        var free = Nothing.SettleTwice([Earned(Month(2), 400m)], Run(2).WithFixedPay(Cny(2_490m)), rules);
        Assert.Equal(Cny(0m), free.Paid);
    }

    [Fact]
    public void The_draw_of_the_period_of_leaving_is_that_of_its_days_or_is_asked_for()
    {
        var draw = DrawRule.Recoverable(Cny(1_000m)).WithGuarantee(Cny(500m));
        var left = Nothing.Leave(new LocalDate(2026, 5, 2));
        var refused = Assert.Throws<ArgumentException>("run", () => left.Settle([], Run(5), Plain.WithDraw(draw)));
        Assert.Contains("2026-05-02", refused.Message, StringComparison.Ordinal);

        Assert.Equal(Cny(64.52m), left.SettleTwice([], Run(5), Plain.WithDraw(draw.WithProration(Proration.ByDays))).Paid);
        Assert.Equal(Cny(64.5m), left.SettleTwice([], Run(5).WithDrawShare(Percent(6.45m)), Plain.WithDraw(draw)).Paid);
        var given = Plain.WithDraw(DrawRule.NonRecoverable(Cny(1_000m)).WithProration(Proration.ByDays));
        Assert.Equal(Cny(64.52m), left.SettleTwice([], Run(5), given).DrawGranted);

        // Who leaves on the last day has all of it, and after it there is none.
        var whole = Nothing.Leave(new LocalDate(2026, 5, 31));
        Assert.Equal(Cny(1_000m), whole.SettleTwice([], Run(5), Plain.WithDraw(draw)).Paid);
        Assert.Equal(Cny(0m), whole.SettleTwice([], Run(6), Plain.WithDraw(draw)).Paid);
        Assert.NotEqual(draw, draw.WithProration(Proration.ByDays));
        Assert.EndsWith("in the period of leaving by days", draw.WithProration(Proration.ByDays).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 400)]
    [InlineData(500, 0)]
    public void The_part_of_a_draw_is_kept_for_its_payout_period(int earned, int advanced)
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m)));
        CommissionEarning[] january = [Earned(Month(1), earned)];
        var joined = Nothing.SettleTwice(january, Run(1).WithDrawShare(Percent(40)), rules);
        Assert.Equal(Cny(advanced), joined.DrawAdvanced);

        // Unsaid, also by an account that was stored, and until another is said.
        Assert.Empty(joined.Account.SettleTwice(january, Run(1), rules).Entries);
        Assert.Empty(Nothing.Apply(joined.Account.Entries).SettleTwice(january, Run(1), rules).Entries);
        var more = joined.Account.SettleTwice(january, Run(1).WithDrawShare(Percent(100)), rules);
        Assert.Equal(Cny(1_000m), joined.Paid + more.Paid);

        // Of that payout period only.
        Assert.Equal(Cny(1_000m), more.Account.SettleTwice([], Run(2), rules).DrawAdvanced);
    }

    [Fact]
    public void Who_leaves_no_more_has_a_draw_again_and_goes_by_the_rules_of_those_who_stay()
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m)).WithProration(Proration.ByDays)).WithHoldback(
            HoldbackRule.Of(Percent(20)).WithLeaving(HoldbackOnLeaving.Forfeited));
        var account = Nothing.Settle([Earned(Month(4), 2_000m)], Run(4), rules).Account.Leave(new LocalDate(2026, 5, 2));
        var left = account.SettleTwice([], Run(5), rules);
        Assert.Equal((Cny(400m), Cny(64.52m)), (left.Forfeited, left.Paid));

        // Withdrawn before anything was settled, nothing has happened.
        Assert.Null(account.Rejoin().LeftOn);
        Assert.Equal(Cny(1_000m), account.Rejoin().SettleTwice([], Run(5), rules).Paid);

        // Afterwards the draw is that of the whole period, and what was forfeited is given back where the run says so.
        var back = left.Account.Rejoin().SettleTwice([], Run(5), rules);
        Assert.Equal((Cny(935.48m), Cny(0m)), (back.Paid, back.Forfeited));
        var released = back.Account.SettleTwice([], Run(6).WithHoldbackRelease(Month(4), Percent(100)), rules.WithoutDraw());
        Assert.Equal((Cny(400m), Cny(-400m)), (released.Released, released.Forfeited));
    }

    // What was held since was forfeited at once, or paid at once, for the rest of the quarter.
    [Theory]
    [InlineData(HoldbackOnLeaving.Forfeited)]
    [InlineData(HoldbackOnLeaving.PaidOut)]
    public void Who_comes_back_within_the_measurement_period_is_held_anew(HoldbackOnLeaving leaving)
    {
        var byCollection = StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(80)));
        var rules = Plain.WithHoldback(HoldbackRule.Of(Percent(20)).WithLeaving(leaving).WithRelease(byCollection));
        var (paid, lost) = leaving == HoldbackOnLeaving.PaidOut ? (2_000m, 0m) : (0m, 2_000m);
        var may = Nothing.SettleTwice([Earned(Quarter(2), 10_000m)], Run(5), rules).Account.Leave(new LocalDate(2026, 5, 15))
            .SettleTwice([Earned(Quarter(2), 10_000m)], Run(5), rules);
        Assert.Equal((Cny(paid), Cny(lost), Cny(0m)), (may.Released, may.Forfeited, may.Account.Balances.HeldBack));
        Assert.Equal("commission.left", may.Entries.Single(each => each.Period is not null).Reasons[0].Code);

        var june = may.Account.Rejoin().SettleTwice([Earned(Quarter(2), 15_000m)], Run(6), rules);
        Assert.Equal((Cny(1_000m), Cny(0m), Cny(0m)), (june.HeldBack, june.Released, june.Forfeited));
        Assert.Equal((Cny(1_000m), Cny(4_000m)), (june.Account.Balances.HeldBack, june.Paid));
        Assert.Equal(june.Account, may.Account.Rejoin().Apply(june.Entries));

        // The figure of the year releases of what is held since; what was done on leaving stays, and falls with what it was done to.
        var figure = Run(12).WithHoldbackFigure(DateSpan.OfYear(2026), Percent(96));
        var year = june.Account.SettleTwice([Earned(Quarter(2), 15_000m)], figure, rules);
        Assert.Equal((Cny(800m), Cny(0m)), (year.Released, year.Forfeited));
        Assert.Equal(Cny(200m), year.Account.Balances.HeldBack);
        var fallen = june.Account.SettleTwice([Earned(Quarter(2), 5_000m)], Run(7), rules);
        Assert.Equal((Cny(-2_000m), Cny(-paid / 2m), Cny(-lost / 2m)), (fallen.HeldBack, fallen.Released, fallen.Forfeited));
        Assert.Equal(Cny(0m), fallen.Account.Balances.HeldBack);

        // A part that the run states is one of all that is held, what was forfeited with it; nothing that was paid comes back.
        var half = june.Account.SettleTwice([Earned(Quarter(2), 15_000m)], Run(7).WithHoldbackRelease(Quarter(2), Percent(50)), rules);
        Assert.Equal((Cny(lost == 0m ? 500m : 1_500m), Cny(-lost)), (half.Released, half.Forfeited));
        Assert.Equal(Cny(lost == 0m ? 500m : 1_500m), half.Account.Balances.HeldBack);
        Assert.Empty(half.Account.SettleTwice([Earned(Quarter(2), 15_000m)], Run(8), rules).Entries);

        // And who leaves once more is treated as a leaver once more.
        var again = june.Account.Leave(new LocalDate(2026, 7, 1)).SettleTwice([Earned(Quarter(2), 15_000m)], Run(7), rules);
        Assert.Equal((Cny(paid / 2m), Cny(lost / 2m)), (again.Released, again.Forfeited));
    }

    // The grant tops up what was earned: neither a claw-back nor what is only held becomes a gift.
    [Fact]
    public void A_draw_that_is_not_owed_pays_neither_the_debit_balance_nor_what_is_held_back()
    {
        var rules = Plain.WithDraw(DrawRule.NonRecoverable(Cny(1_000m)));
        var debit = Nothing.Settle([Earned(Month(1), -1_000m)], Run(1), Plain).Account;
        var recovered = debit.SettleTwice([Earned(Month(2), 1_000m)], Run(2), rules);
        Assert.Equal((Cny(1_000m), Cny(0m), Cny(0m)), (recovered.DebitRecovered, recovered.DrawGranted, recovered.Paid));

        var holding = rules.WithHoldback(HoldbackRule.Of(Percent(20)));
        var held = Nothing.SettleTwice([Earned(Month(1), 1_000m)], Run(1), holding);
        Assert.Equal((Cny(200m), Cny(0m), Cny(800m)), (held.HeldBack, held.DrawGranted, held.Paid));

        // What is missing to the draw is granted, and a true-up takes back of it no more than there is to pay.
        var first = Nothing.SettleTwice([Earned(Month(1), 700m)], Run(1), holding);
        Assert.Equal((Cny(300m), Cny(860m)), (first.DrawGranted, first.Paid));
        var more = first.Account.SettleTwice([Earned(Month(1), 900m)], Run(1), holding);
        Assert.Equal((Cny(-160m), Cny(0m)), (more.DrawGranted, more.Paid));

        var guarantee = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m)).WithCeiling(Cny(0m)).WithGuarantee(Cny(600m)));
        Assert.Equal(Cny(0m), debit.SettleTwice([Earned(Month(2), 700m)], Run(2), guarantee).DrawGranted);
        Assert.Equal(Cny(100m), debit.SettleTwice([Earned(Month(2), 500m)], Run(2), guarantee).DrawGranted);
    }

    [Theory]
    [InlineData(BalanceOnLeaving.StaysOwed, 0, 1_000, 1_000)]
    [InlineData(BalanceOnLeaving.SetOff, 0, 0, 0)]
    [InlineData(BalanceOnLeaving.Forgiven, 1_000, 0, 1_000)]
    public void What_a_leaver_owes_of_a_draw_goes_by_the_rule(BalanceOnLeaving leaving, int forgiven, int owed, int paid)
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1_000m)).WithLeaving(leaving));
        var account = Nothing.Settle([Earned(Month(1), 100m)], Run(1), rules).Account;
        Assert.Equal(Cny(900m), account.Balances.DrawOwed);

        var last = account.Leave(new LocalDate(2026, 2, 10))
            .SettleTwice([Earned(Month(2), 900m)], Run(2).WithDrawShare(Percent(100)), rules);
        Assert.Equal(Cny(100m), last.DrawAdvanced);
        Assert.Equal((Cny(forgiven), Cny(owed), Cny(paid)), (last.DrawForgiven, last.Account.Balances.DrawOwed, last.Paid));

        // After the last day there is no draw any more.
        Assert.Equal(Cny(0m), last.Account.SettleTwice([], Run(3), rules).Paid);
    }

    [Fact]
    public void The_debit_balance_of_a_leaver_is_set_off_or_forgiven_by_the_rule()
    {
        var half = DebitRecoveryRule.Of(Percent(50));
        var account = Nothing.Settle([Earned(Month(1), -500m)], Run(1), Plain).Account.Leave(new LocalDate(2026, 2, 10));
        CommissionSettlement By(BalanceOnLeaving leaving) =>
            account.SettleTwice([Earned(Month(2), 600m, "late")], Run(2), Plain.WithDebitRecovery(half.WithLeaving(leaving)));

        Assert.Equal((Cny(300m), Cny(200m)), (By(BalanceOnLeaving.StaysOwed).Paid, By(BalanceOnLeaving.StaysOwed).Account.Balances.Debit));
        Assert.Equal((Cny(100m), Cny(0m)), (By(BalanceOnLeaving.SetOff).Paid, By(BalanceOnLeaving.SetOff).Account.Balances.Debit));
        var forgiven = By(BalanceOnLeaving.Forgiven);
        Assert.Equal((Cny(300m), Cny(200m), Cny(0m)), (forgiven.Paid, forgiven.WrittenOff, forgiven.Account.Balances.Debit));
    }

    [Fact]
    public void What_is_held_of_a_leaver_goes_by_the_rule()
    {
        var account = Nothing.Settle([Earned(Month(1), 1_000m)], Run(1), Plain.WithHoldback(HoldbackRule.Of(Percent(30)))).Account
            .Leave(new LocalDate(2026, 2, 10));
        CommissionSettlement By(HoldbackOnLeaving leaving) =>
            account.SettleTwice([], Run(2), Plain.WithHoldback(HoldbackRule.Of(Percent(30)).WithLeaving(leaving)));

        Assert.Empty(By(HoldbackOnLeaving.Kept).Entries);
        Assert.Equal(Cny(300m), By(HoldbackOnLeaving.PaidOut).Paid);
        Assert.Equal(Cny(300m), By(HoldbackOnLeaving.Forfeited).Forfeited);
    }

    [Fact]
    public void Later_collections_are_earned_where_the_terms_say_so()
    {
        var account = Nothing.Settle([OfLine(Month(1), "R-1", 1_000m, 2m)], Run(1), Plain).Account.Leave(new LocalDate(2026, 2, 10));
        CommissionEarning[] late =
        [
            OfLine(Month(2), "R-2", 1_000m, 2m, new LocalDate(2026, 2, 10)),
            OfLine(Month(2), "R-3", 1_000m, 2m, new LocalDate(2026, 2, 11)),
        ];

        var without = account.SettleTwice(late, Run(2), Plain);
        Assert.Equal((Cny(20m), "commission.after-leaving"), (without.Paid, Assert.Single(without.Reasons).Code));
        Assert.Equal(Cny(40m), account.SettleTwice(late, Run(2), Plain.EarningAfterLeaving()).Paid);
    }

    [Fact]
    public void The_payee_bears_a_capped_share_of_an_uncollectible_amount_once()
    {
        var account = Nothing.Settle([Earned(Month(1), 5_000m)], Run(1), Plain).Account;
        var lost = CommissionEvent.Uncollectible(Line("BAD-1"), new LocalDate(2026, 2, 3), Cny(33_333.33m));

        Assert.Equal(Cny(-3_333.33m), account.SettleTwice([], Run(2).With(lost), Plain.WithLossShare(Percent(10))).LossShared);
        var capped = account.SettleTwice([Earned(Month(2), 4_000m)], Run(2).With(lost), Plain.WithLossShare(Percent(10), Cny(3_000m)));
        Assert.Equal((Cny(-3_000m), Cny(1_000m)), (capped.LossShared, capped.Paid));

        var paid = CommissionEvent.Reinstatement(Line("PAID-1"), Line("BAD-1"), new LocalDate(2026, 3, 3));
        Assert.Equal(Cny(3_000m), capped.Account.SettleTwice([], Run(3).With(paid), Plain.WithLossShare(Percent(10))).Paid);
        Assert.Equal("commission.no-loss-share", Assert.Single(account.SettleTwice([], Run(2).With(lost), Plain).Reasons).Code);
    }

    [Fact]
    public void Rules_that_make_no_sense_are_refused()
    {
        var draw = DrawRule.Recoverable(Cny(1_000m));
        Assert.Throws<ArgumentOutOfRangeException>("guarantee", () => draw.WithGuarantee(Cny(1_000.01m)));
        Assert.Throws<CurrencyMismatchException>("ceiling", () => draw.WithCeiling(new Money(1m, Currency.USD)));
        Assert.Throws<InvalidOperationException>(() => DrawRule.NonRecoverable(Cny(1m)).WithCeiling(Cny(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => DrawRule.Recoverable(Cny(-0.01m)));
        Assert.Throws<ArgumentException>("amount", () => DrawRule.Recoverable(Cny(0.001m)));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => HoldbackRule.Of(Percent(100.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => DebitRecoveryRule.Of(Percent(-1)));
        Assert.Throws<InvalidOperationException>(() => ClawBackRule.Full.ProRata());
        Assert.Throws<ArgumentException>("kinds", () => ClawBackRule.Full.For(CommissionEventKind.WriteOff));
        Assert.Throws<CurrencyMismatchException>("minimum", () => Plain.WithDraw(draw).WithMinimumPayout(new Money(1m, Currency.USD)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "returned", () => CommissionEvent.Return(Line("a"), Line("b"), new(2026, 1, 1), new(2026, 1, 2), Revenue(0m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "on", () => CommissionEvent.Return(Line("a"), Line("b"), new(2026, 1, 2), new(2026, 1, 1)));
    }
}
