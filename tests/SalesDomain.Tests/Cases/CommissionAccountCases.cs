using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Tests.Commissions.Settling;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases of draws, credit notes and true-ups, by the numbers of their sources.</summary>
public sealed class CommissionAccountCases
{
    // https://www.studypool.com/discuss/183314/plzz-help-me-with-this-one
    [Fact]
    public void COM_DRAW_002_A_recoverable_draw()
    {
        var rules = Plain.WithDraw(DrawRule.Recoverable(Cny(1000m)));
        var account = Nothing;
        var (paid, owed) = (new List<Money>(), new List<Money>());
        foreach (var (earned, week) in new[] { 400m, 600m, 1200m, 1500m, 1400m }.Select((earned, week) => (earned, week)))
        {
            var monday = new LocalDate(2026, 1, 5).PlusWeeks(week);
            var span = new DateSpan(monday, monday.PlusDays(6));
            var settlement = account.SettleTwice([Earned(span, earned)], PayoutRun.Of(span, monday.PlusDays(7)), rules);
            account = settlement.Account;
            paid.Add(settlement.Paid);
            owed.Add(account.Balances.DrawOwed);
        }

        Assert.Equal([Cny(1000m), Cny(1000m), Cny(1000m), Cny(1000m), Cny(1100m)], paid);
        Assert.Equal([Cny(600m), Cny(1000m), Cny(800m), Cny(300m), Cny(0m)], owed);
    }

    // https://hyacinthmetzler.blogspot.com/2022/04/non-recoverable-draw-example.html
    [Fact]
    public void COM_DRAW_004_A_draw_paid_up_front_and_what_is_paid_above_it()
    {
        var draw = Cny(6667m);
        foreach (var (rule, owed) in new[] { (DrawRule.Recoverable(draw), 1667m), (DrawRule.NonRecoverable(draw), 0m) })
        {
            // Independent months: each opens without a balance.
            var good = Nothing.SettleTwice([Earned(Month(1), 10_000m)], Run(1), Plain.WithDraw(rule));
            var weak = Nothing.SettleTwice([Earned(Month(2), 5_000m)], Run(2), Plain.WithDraw(rule));

            Assert.Equal((Cny(3333m), Cny(0m)), (good.Paid - draw, weak.Paid - draw));
            Assert.Equal((Cny(0m), Cny(owed)), (good.Account.Balances.DrawOwed, weak.Account.Balances.DrawOwed));
            Assert.Equal(Cny(1667m - owed), weak.DrawGranted);
        }
    }

    // https://github.com/OCA/commission/issues/55
    [Fact]
    public void COM_RET_003_A_refund_enters_with_a_minus_sign()
    {
        var sale = OfLine(Month(1), "INV-1", 100m, 10m);
        var refund = OfLine(Month(1), "CN-1", -100m, 10m);

        var together = Nothing.SettleTwice([sale, refund], Run(1), Plain);
        Assert.Equal([Cny(10m), Cny(-10m)], together.Entries.Select(entry => entry.Amount));
        Assert.Equal((Cny(0m), Cny(0m)), (together.Earned, together.Paid));

        // A settlement with refunds alone is a claim, and pays nothing.
        var alone = Nothing.SettleTwice([refund], Run(1), Plain);
        Assert.Equal(Cny(-10m), alone.Entries[0].Amount);
        Assert.Equal((Cny(0m), Cny(10m)), (alone.Paid, alone.Account.Balances.Debit));
    }

    // https://mrexcel.com/board/threads/formula-for-sales-rep-payout-for-overachievement.857705
    [Fact]
    public void COM_ACC_005_Earned_to_date_less_paid_to_date()
    {
        var year = DateSpan.OfYear(2026);
        var account = Nothing.Settle([Earned(year, 14_175m)], Run(1), Plain).Account;
        var first = account.SettleTwice([Earned(year, 23_100m)], Run(2), Plain);
        var second = first.Account.SettleTwice([Earned(year, 27_300m)], Run(3), Plain);

        Assert.Equal((Cny(8_925m), Cny(4_200m)), (first.Paid, second.Paid));
        Assert.Equal(Cny(27_300m), second.Account.Balances.Earned);
    }

    // practice.md, one quarter from plan to rating, figures 13 to 15.
    [Fact]
    public void Figures_13_to_15_of_the_quarter_the_return_and_the_second_run()
    {
        var rules = Plain.WithHoldback(HoldbackRule.Of(Percent(30)));
        var march = Nothing.SettleTwice([Earned(Quarter(1), 19_215m)], Run(3), rules);
        Assert.Equal((Cny(19_215m), Cny(5_764.50m), Cny(13_450.50m)), (march.Earned, march.HeldBack, march.Paid));

        var april = march.Account.SettleTwice([Earned(Quarter(1), 17_965m)], Run(4), rules);
        Assert.Equal((Cny(-1_250m), Cny(-375m), Cny(875m)), (april.Earned, april.HeldBack, april.DebitCharged));
        Assert.Equal(Cny(-875m), april.Earned - april.HeldBack);
        Assert.Equal(Cny(0m), april.Paid);

        var again = april.Account.Settle([Earned(Quarter(1), 17_965m)], Run(4), rules);
        Assert.Equal(Cny(0m), again.Earned);
        Assert.Empty(again.Entries);

        // The next quarter pays it back.
        var may = april.Account.SettleTwice([Earned(Quarter(2), 2_000m)], Run(5), rules);
        Assert.Equal((Cny(875m), Cny(525m)), (may.DebitRecovered, may.Paid));
    }

    [Fact]
    public void R_17_A_fifth_of_each_month_is_held_and_released_by_the_collection_of_the_year()
    {
        var schedule = StepSchedule.From(
            (Percent(0), Percent(0)), (Percent(95), Percent(80)), (Percent(98), Percent(100)));
        var rules = Plain.WithHoldback(HoldbackRule.Of(Percent(20)).WithRelease(schedule));
        var account = Nothing;
        foreach (var month in Enumerable.Range(1, 12))
        {
            var settlement = account.SettleTwice([Earned(Month(month), 3_200m)], Run(month), rules);
            Assert.Equal((Cny(640m), Cny(2_560m)), (settlement.HeldBack, settlement.Paid));
            account = settlement.Account;
        }

        Assert.Equal(Cny(7_680m), account.Balances.HeldBack);
        CommissionSettlement By(decimal figure, PayoutRules by) =>
            account.SettleTwice(
                [], PayoutRun.Of(DateSpan.OfMonth(2027, 1), new LocalDate(2027, 2, 1))
                    .WithHoldbackFigure(DateSpan.OfYear(2026), Percent(figure)), by);

        Assert.Equal(Cny(7_680m), By(98m, rules).Paid);
        Assert.Equal(Cny(6_144m), By(97.99m, rules).Paid);
        Assert.Equal(Cny(6_144m), By(95m, rules).Paid);
        Assert.Equal(Cny(0m), By(94.99m, rules).Paid);
        Assert.Equal(Cny(1_536m), By(95m, rules).Account.Balances.HeldBack);

        var forfeiting = Plain.WithHoldback(rules.Holdbacks[0].ForfeitingRest());
        Assert.Equal(Cny(1_536m), By(95m, forfeiting).Forfeited);
        Assert.Equal(Cny(0m), By(95m, forfeiting).Account.Balances.HeldBack);

        // Once per span; a later figure that is better releases the difference, a worse one nothing.
        var later = By(95m, forfeiting).Account;
        var run = PayoutRun.Of(DateSpan.OfMonth(2027, 2), new LocalDate(2027, 3, 1));
        var better = later.SettleTwice([], run.WithHoldbackFigure(DateSpan.OfYear(2026), Percent(99)), forfeiting);
        Assert.Equal((Cny(1_536m), Cny(-1_536m)), (better.Paid, better.Forfeited));
        var worse = later.SettleTwice([], run.WithHoldbackFigure(DateSpan.OfYear(2026), Percent(50)), forfeiting);
        Assert.Empty(worse.Entries);
        Assert.Equal("commission.release-kept", Assert.Single(worse.Reasons).Code);
    }

    [Fact]
    public void R_18_A_deduction_is_capped_by_the_wage()
    {
        var cap = DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m));
        Assert.Equal(Cny(1_600m), cap.Limit(Cny(3_000m), Cny(8_000m)));
        Assert.Equal(Cny(410m), cap.Limit(Cny(3_000m), Cny(2_900m)));
        Assert.Equal(Cny(0m), cap.Limit(Cny(3_000m), Cny(2_490m)));
        Assert.Equal(Cny(0m), cap.Limit(Cny(3_000m), Cny(2_000m)));
        Assert.Equal(Cny(10m), cap.Limit(Cny(10m), Cny(8_000m)));

        // The same through the account: owed 3,000 of a claim, kept of fixed pay.
        var rules = Plain.WithDebitRecovery(DebitRecoveryRule.FromCommissions.WithDeduction(cap));
        var first = Nothing.SettleTwice([Earned(Month(1), -3_000m)], Run(1).WithFixedPay(Cny(8_000m)), rules);
        Assert.Equal((Cny(1_600m), Cny(1_400m)), (first.Deducted, first.Account.Balances.Debit));
        var second = first.Account.SettleTwice([], Run(2).WithFixedPay(Cny(2_900m)), rules);
        Assert.Equal((Cny(410m), Cny(990m)), (second.Deducted, second.Account.Balances.Debit));
    }

    // practice.md G4-5, of an agreement that ends after 9 of 24 months.
    [Fact]
    public void G4_5_Fifteen_months_of_twenty_four_are_taken_back()
    {
        var year = DateSpan.OfYear(2026);
        var account = Nothing.Settle([OfLine(year, "SO-1", 58_800m, 10m, new LocalDate(2026, 1, 15))], Run(1), Plain).Account
            .Close(year, new LocalDate(2026, 2, 20));
        var rules = Plain.WithClawBack(ClawBackRule.Full.WithinMonths(24).ProRata());
        var ended = CommissionEvent.Cancellation(Line("END-1"), Line("SO-1"), new LocalDate(2026, 1, 15), new LocalDate(2026, 10, 20));

        Assert.Equal(Cny(-3_675m), account.SettleTwice([], Run(10).With(ended), rules).ClawedBack);
    }
}
