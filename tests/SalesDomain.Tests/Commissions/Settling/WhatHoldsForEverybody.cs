using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class WhatHoldsForEverybody
{
    private static readonly CommissionLedger<string> s_nobody = CommissionLedger.In<string>(Currency.CNY);

    private static readonly PayoutRules s_rules = Plain.WithClawBack(ClawBackRule.Full);

    // January: Wu 400 for SO-17. February: it was Gao's, and Wu has no credit left. 400 in all, not 800.
    [Fact]
    public void A_sale_that_is_credited_anew_to_somebody_else_is_paid_once()
    {
        var sale = OfLine(Quarter(1), "SO-17", 8_000m, 5m);
        var january = s_nobody.Settle(PayoutBatch.Of(Run(1), Plain, [("Wu", sale)]));

        var february = PayoutBatch.Of(Run(2), Plain, [("Gao", sale)]);
        var settled = january.Ledger.Settle(february);

        Assert.Equal((Cny(400m), Cny(-400m)), (settled.Of("Gao").Earned, settled.Of("Wu").Earned));
        Assert.Equal(Cny(400m), settled.Ledger.Balances.Earned);
        Assert.Empty(settled.Ledger.Settle(february).Components);

        // In parts too, though Wu's part has no earning at all.
        bool IsWu(string payee) => payee == "Wu";
        var of = january.Ledger.Where(IsWu).Settle(february.Where(IsWu));
        Assert.Equal(Cny(-400m), of.Earned);
        Assert.Equal(settled, of.Merge(january.Ledger.Where(payee => !IsWu(payee)).Settle(february.Where(payee => !IsWu(payee)))));
        Assert.NotEqual(february.Where(IsWu), PayoutBatch.Of<string>(Run(2), Plain, []));
    }

    [Fact]
    public void Who_is_a_member_of_a_pool_no_more_has_earned_nothing_of_it()
    {
        CommissionEarning Share(decimal amount) => CommissionEarning.Of("Pool 2026", "pool", Quarter(1), Cny(amount));
        var ledger = s_nobody.Settle(
            PayoutBatch.Of(Run(1), Plain, [("Lin", Share(300m)), ("Wu", Share(300m)), ("Wu", Earned(Quarter(1), 70m))])).Ledger;

        var settled = ledger.Settle(PayoutBatch.Of(Run(2), Plain, [("Lin", Share(600m))]));

        Assert.Equal((Cny(300m), Cny(-300m)), (settled.Of("Lin").Earned, settled.Of("Wu").Earned));
        Assert.Equal(("Pool 2026", Quarter(1)), Assert.Single(settled.Of("Wu").Run.Restated));

        // Another plan, another period, and who is left out: nobody said anything of them.
        Assert.Equal(Cny(70m), settled.Ledger.AccountOf("Wu").Balances.Earned);
        var april = PayoutBatch.Of(Run(4), Plain, [("Lin", CommissionEarning.Of("Pool 2026", "pool", Quarter(2), Cny(5m)))]);
        Assert.Equal(Cny(0m), ledger.Settle(april).Of("Wu").Earned);
        Assert.Equal(["Lin"], ledger.Where(payee => payee == "Lin").Settle(PayoutBatch.Of(Run(2), Plain, [("Lin", Share(600m))])).Payees);
    }

    [Fact]
    public void What_somebody_has_of_a_closed_period_stays_and_is_told()
    {
        var sale = OfLine(Quarter(1), "SO-17", 8_000m, 5m);
        var ledger = s_nobody.Settle(PayoutBatch.Of(Run(1), Plain, [("Wu", sale), ("Gao", Earned(Quarter(1), 1m))])).Ledger
            .Close(Quarter(1), new LocalDate(2026, 2, 1));

        var settled = ledger.Settle(PayoutBatch.Of(Run(2), Plain, [("Gao", sale)]));

        Assert.Equal(Cny(0m), settled.Earned);
        Assert.Contains(("Wu", "commission.closed-period"), settled.Reasons.Select(each => (each.Payee, each.Reason.Code)));
    }

    // Wu has 24,000 of the year to date. The batch of July is made from the list of the active, and Wu has left: 24,000 were owed.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whom_a_run_restates_only_because_others_have_earnings_is_told(bool isKnown)
    {
        var year = DateSpan.OfYear(2026);
        var ledger = s_nobody.Settle(
            PayoutBatch.Of(
                Run(6), Plain,
                [("Lin", Earned(year, 30_000m)), ("Wu", Earned(year, 24_000m)), ("Wu", Earned(Quarter(2), 5m, "bonus"))])).Ledger;
        var unknown = CommissionEarning.Unknown("Reps 2026", "revenue", year, Currency.CNY, new Reason("cost.missing"));
        var july = PayoutBatch.Of(Run(7), Plain, [("Lin", isKnown ? Earned(year, 31_000m) : unknown)]);
        var settled = ledger.Settle(july);

        Assert.Equal(Cny(24_000m), settled.Of("Wu").Account.Balances.Debit);
        var (payee, reason) = Assert.Single(settled.Reasons, each => each.Payee == "Wu");
        Assert.Equal(
            "commission.restated-with-others (plan Reps 2026, period 2026-01-01/2026-12-31, entered CNY 24000.00)", reason.ToString());
        Assert.Contains(reason.ToString(), settled.Of(payee).Statement().ToString(), StringComparison.Ordinal);

        // It is told once, and not of what somebody names, or of who is left out.
        Assert.DoesNotContain(settled.Ledger.Settle(july).Reasons, each => each.Payee == "Wu");
        var named = PayoutBatch.Of(Run(7), Plain, [("Lin", Earned(year, 31_000m))]).WithRuns(("Wu", Run(7).Restating("Reps 2026", year)));
        Assert.Equal((Cny(-24_000m), 0), (ledger.Settle(named).Of("Wu").Earned, ledger.Settle(named).Reasons.Count));
        var everybody = PayoutBatch.Of(Run(7).Restating(year), Plain, [("Lin", Earned(year, 31_000m))]);
        Assert.Equal((Cny(-24_000m), 0), (ledger.Settle(everybody).Of("Wu").Earned, ledger.Settle(everybody).Reasons.Count));
        var without = july.Where(each => each != "Wu");
        Assert.DoesNotContain(ledger.Where(each => each != "Wu").Settle(without).Reasons, each => each.Payee == "Wu");
        Assert.NotEqual(Run(7).Restating("Reps 2026", year), settled.Of("Wu").Run);
    }

    // Whatever a batch leaves out: nobody loses what was entered without being told how much.
    [Property(MaxTest = 200)]
    public void Nobody_is_undone_in_silence(int seed)
    {
        var random = new Random(seed);
        var ledger = s_nobody;
        foreach (var month in Enumerable.Range(1, 5))
        {
            var earned =
                (from payee in new[] { "Lin", "Wu", "Gao" }
                 from plan in new[] { "Reps 2026", "Pool 2026" }
                 from quarter in new[] { 1, 2 }
                 where random.Next(2) == 0
                 select (payee, CommissionEarning.Of(plan, plan, Quarter(quarter), Cny(random.Next(1, 1_000))))).ToList();
            if (random.Next(5) == 0)
                ledger = ledger.Close(Quarter(1), Run(month).Recorded);

            var settled = ledger.Settle(PayoutBatch.Of(Run(month), Plain, earned));
            foreach (var payee in settled.Payees)
            {
                var undone = settled.Of(payee).Entries.Where(
                    entry => entry.Reverses is not null
                        && !earned.Exists(
                            each => each.payee == payee && each.Item2.Plan == entry.Plan && each.Item2.Period == entry.Period))
                    .GroupBy(entry => ((Figure)entry.Plan!, (Figure)entry.Period!.Value.ToString()))
                    .Select(of => (of.Key.Item1, of.Key.Item2, (Figure)Money.Sum(Currency.CNY, of.Select(entry => -entry.Amount))));
                var told = settled.Of(payee).Reasons.Where(reason => reason.Code == "commission.restated-with-others")
                    .Select(reason => (reason.Find("plan")!.Value, reason.Find("period")!.Value, reason.Find("entered")!.Value));
                Assert.Equal(undone.OrderBy(each => each.ToString()), told.OrderBy(each => each.ToString()));
            }

            ledger = settled.Ledger;
        }
    }

    // Lin 600 and Wu 400 share SO-17. Lin has fixed pay, which a cap asks for; the cancellation stands in the run of everybody.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_of_one_person_cuts_nobody_off_from_the_run_of_everybody(int way)
    {
        var rules = s_rules.WithDebitRecovery(
            DebitRecoveryRule.FromCommissions.WithDeduction(DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_490m))));
        var sold = new LocalDate(2026, 2, 3);
        var ledger = s_nobody.Settle(
                PayoutBatch.Of(
                        Run(3), rules,
                        [("Lin", OfLine(Quarter(1), "SO-17", 12_000m, 5m, sold)), ("Wu", OfLine(Quarter(1), "SO-17", 8_000m, 5m, sold))])
                    .WithFixedPay(("Lin", Cny(3_000m)), ("Wu", Cny(3_000m)))).Ledger
            .Close(Quarter(1), new LocalDate(2026, 4, 5));
        var cancelled = CommissionEvent.Cancellation(Line("CA-1"), Line("SO-17"), sold, new LocalDate(2026, 4, 20));
        var strange = CommissionEvent.Return(Line("CN-2"), Line("SO-9"), sold, new LocalDate(2026, 4, 20));
        var april = Run(4).With(cancelled, strange);

        var batch = PayoutBatch.Of<string>(april, rules, []).WithFixedPay(("Lin", Cny(1m)), ("Wu", Cny(3_000m)));
        batch = way == 0 ? batch.WithFixedPay(("Lin", Cny(3_000m)))
            : PayoutBatch.Of<string>(april, rules, []).WithFixedPay(("Wu", Cny(3_000m)))
                .WithRuns(("Lin", (way == 1 ? april : Run(4)).WithFixedPay(Cny(3_000m))));
        var settled = ledger.Settle(batch);

        Assert.Equal((Cny(-600m), Cny(-400m)), (settled.Of("Lin").ClawedBack, settled.Of("Wu").ClawedBack));
        Assert.Equal(Cny(3_000m), settled.Of("Lin").Run.FixedPay);
        Assert.Equal([strange], settled.Unreached);
        Assert.Equal([cancelled], settled.Of("Lin").Run.Events);
    }

    [Fact]
    public void A_run_of_ones_own_adds_to_that_of_everybody()
    {
        var everybody = Run(3).Restating(Quarter(1)).WithHoldbackFigure(Quarter(1), Percent(80)).WithHoldbackFigure(Quarter(2), Percent(90))
            .WithFixedPay(Cny(5m)).WithDrawShare(Percent(40)).PayingAll();
        var own = PayoutRun.Of(Month(3), new LocalDate(2026, 4, 12)).Restating("Reps 2026", Quarter(2))
            .WithHoldbackFigure(Quarter(1), Percent(100));
        var rules = Plain.WithHoldback(
            HoldbackRule.Of(Percent(20)).WithRelease(
                StepSchedule.From((Percent(0), Percent(0)), (Percent(80), Percent(80)), (Percent(100), Percent(100)))));
        PayoutRun RunOf(PayoutBatch<string> batch) => s_nobody.Settle(batch).Of("Lin").Run;
        var batch = PayoutBatch.Of<string>(everybody, rules, []).WithRuns(("Lin", own));

        var run = RunOf(batch);

        Assert.Equal(
            PayoutRun.Of(Month(3), new LocalDate(2026, 4, 12)).Restating(Quarter(1)).Restating("Reps 2026", Quarter(2))
                .WithHoldbackFigure(Quarter(2), Percent(90)).WithHoldbackFigure(Quarter(1), Percent(100))
                .WithFixedPay(Cny(5m)).WithDrawShare(Percent(40)).PayingAll(),
            run);
        Assert.Equal(Percent(70), RunOf(batch.WithRuns(("Lin", own.WithDrawShare(Percent(70))))).DrawShare);

        // All of it, though everybody's is a part.
        Assert.Equal(Percent(100), RunOf(batch.WithDrawShare(("Lin", Percent(100)))).DrawShare);
        var others = s_nobody.Settle(batch.WithDrawShare(("Wu", Percent(100))).WithFixedPay(("Gao", Cny(0m))));
        Assert.Equal((Percent(100), Percent(40)), (others.Of("Wu").Run.DrawShare, others.Of("Gao").Run.DrawShare));
        Assert.NotEqual(batch, batch.WithDrawShare(("Lin", Percent(100))));
        Assert.NotEqual(batch, batch.WithFixedPay(("Lin", Cny(5m))));
    }

    // The first quarter was closed on 15 April. Zhao comes in May, with 500 of it.
    [Fact]
    public void What_is_closed_is_closed_for_those_who_come_later()
    {
        var ledger = s_nobody.Close(Quarter(1), new LocalDate(2026, 4, 15));
        var may = PayoutBatch.Of(Run(5), Plain, [("Zhao", Earned(Quarter(1), 500m))]);

        CommissionLedger<string>[] all =
            [ledger, ledger.With("Zhao", Nothing), ledger.Where(_ => true), ledger.Settle(may).Ledger, s_nobody.Merge(ledger)];
        foreach (var closed in all)
        {
            var settled = closed.Settle(may);
            Assert.Equal(Cny(0m), settled.Paid);
            Assert.Equal("commission.closed-period", Assert.Single(settled.Reasons).Reason.Code);
            Assert.True(settled.Ledger.AccountOf("Zhao").IsClosed(Quarter(1), new LocalDate(2026, 5, 1)));
        }

        Assert.NotEqual(s_nobody, ledger);
        Assert.Equal(ledger, s_nobody.With(ledger.Closings[0]).With(ledger.Closings[0]));
    }

    [Fact]
    public void What_is_open_again_is_open_for_those_who_come_later()
    {
        var ledger = s_nobody.With("Lin", Nothing)
            .Close(Quarter(1), new LocalDate(2026, 4, 15)).Reopen(Quarter(1), new LocalDate(2026, 5, 2));
        var batch = PayoutBatch.Of(Run(5), Plain, [("Lin", Earned(Quarter(1), 500m)), ("Zhao", Earned(Quarter(1), 500m))]);

        Assert.Equal(Cny(1_000m), ledger.Settle(batch).Paid);
        Assert.Equal(2, ledger.Closings.Count);
    }

    [Fact]
    public void A_part_can_be_closed_before_the_other()
    {
        var ledger = s_nobody.With("Lin", Nothing).With("Wu", Nothing);
        var closed = ledger.Where(payee => payee == "Lin").Close(Quarter(1), new LocalDate(2026, 4, 15));
        var merged = closed.Merge(ledger.Where(payee => payee == "Wu"));

        Assert.True(merged.AccountOf("Lin").IsClosed(Quarter(1), new LocalDate(2026, 4, 15)));
        Assert.False(merged.AccountOf("Wu").IsClosed(Quarter(1), new LocalDate(2026, 4, 15)));
    }

    // Opened again on 5 June, settled and closed on 5 June, it stayed open for ever, and nobody was told.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_opened_again_on_a_day_is_closed_for_everybody_from_the_next_day_on(bool forEverybody)
    {
        var (opened, period) = (new LocalDate(2026, 6, 5), Quarter(1));
        var ledger = s_nobody.With("Lin", Nothing).With("Wu", Nothing).Close(period, new LocalDate(2026, 4, 15));
        ledger = forEverybody ? ledger.Reopen(period, opened) : ledger.With("Wu", ledger.AccountOf("Wu").Reopen(Month(3), opened));

        Assert.Throws<ArgumentException>("on", () => ledger.Close(period, opened));

        // The day on which it was closed the first time would not close it either.
        Assert.Throws<ArgumentException>("on", () => ledger.Close(period, new LocalDate(2026, 4, 15)));
        Assert.Throws<ArgumentException>("on", () => ledger.AccountOf("Wu").Close(period, new LocalDate(2026, 4, 15)));
        var closed = ledger.Close(period, opened.PlusDays(1));
        Assert.True(closed.AccountOf("Wu").IsClosed(Month(3), opened.PlusDays(1)));

        // Another quarter has nothing to do with it, and what a store has is taken as it is.
        Assert.Equal(ledger.Closings.Count + 1, ledger.Close(Quarter(2), opened).Closings.Count);
        Assert.False(ledger.With(CommissionClosing.Of(period, opened)).AccountOf("Wu").IsClosed(Month(3), opened));
    }

    // Lin's part has closed the quarter, Wu's has not. Wu leaves, with 500 of it to come: they were left out as closed.
    [Fact]
    public void An_account_that_is_changed_keeps_the_closings_it_had()
    {
        var on = new LocalDate(2026, 4, 15);
        var ledger = s_nobody.Settle(
            PayoutBatch.Of(Run(3), Plain, [("Lin", Earned(Quarter(1), 7m)), ("Wu", Earned(Quarter(1), 100m))])).Ledger;
        var merged = ledger.Where(payee => payee == "Lin").Close(Quarter(1), on).Merge(ledger.Where(payee => payee == "Wu"));
        var last = PayoutBatch.Of(Run(4), Plain, [("Wu", Earned(Quarter(1), 600m))]);
        var dispute = new CommissionDispute(1, CommissionDisputeStatus.Raised, new LocalDate(2026, 5, 6), "late");

        CommissionLedger<string>[] changed =
        [
            merged.With("Wu", merged.AccountOf("Wu").Leave(new LocalDate(2026, 4, 30))),
            merged.With("Wu", merged.AccountOf("Wu").With(dispute)),
        ];
        foreach (var each in changed)
        {
            Assert.Equal(Cny(500m), each.Settle(last).Of("Wu").Paid);
            Assert.False(each.AccountOf("Wu").IsClosed(Quarter(1), on));
        }

        // Read from a store without its closings, an account has those that the ledger knew of it; who comes later those of the ledger.
        var stored = merged.With("Lin", Nothing).With("Zhao", Nothing);
        Assert.True(stored.AccountOf("Lin").IsClosed(Quarter(1), on));
        Assert.True(stored.AccountOf("Zhao").IsClosed(Quarter(1), on));
    }
}
