using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>
/// Years of random settlements: earnings that rise, fall, change their rate and vanish, returns and reinstatements, closings, and all the
/// rules, some of which change on the way.
/// </summary>
public sealed class AccountsAddUp
{
    private static readonly PayoutRules[] s_rules =
    [
        Plain, Plain.WithMinimumPayout(Cny(120m)).WithClawBack(ClawBackRule.Full),
        Plain.WithHoldback(
            HoldbackRule.Of(Percent(33.3m)).WithRelease(StepSchedule.From((Percent(0), Percent(0)), (Percent(50), Percent(66.6m)))))
            .WithClawBack(ClawBackRule.Full.WithinDays(120)),
        Plain.WithDraw(DrawRule.Recoverable(Cny(500m)).WithCeiling(Cny(700m)).WithGuarantee(Cny(200m)).WithRecoveryShare(Percent(70)))
            .WithClawBack(ClawBackRule.Full.WithinMonths(6).ProRata()).WithLossShare(Percent(10), Cny(40m)),
        Plain.WithDraw(DrawRule.NonRecoverable(Cny(300m))).WithDebitRecovery(
            DebitRecoveryRule.Of(Percent(45)).WithDeduction(DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_000m)))),
        Plain.WithHoldback(
            HoldbackRule.Of(Percent(20)).WithRelease(StepSchedule.From((Percent(0), Percent(50)), (Percent(60), Percent(100))))
                .ForfeitingRest().WithLeaving(HoldbackOnLeaving.PaidOut)).WithMinimumPayout(Cny(80m)).WithClawBack(ClawBackRule.Full)
            .WithDebitRecovery(DebitRecoveryRule.FromCommissions.WithLeaving(BalanceOnLeaving.SetOff))
            .WithDraw(DrawRule.Recoverable(Cny(250m)).WithLeaving(BalanceOnLeaving.SetOff)),
        Plain.WithHoldback(
            HoldbackRule.Of(Percent(33.3m)).For("team", "other")
                .WithRelease(StepSchedule.From((Percent(0), Percent(0)), (Percent(50), Percent(66.6m))))).WithClawBack(ClawBackRule.Full),
        Plain.WithHoldback(
            HoldbackRule.Of(Percent(33.3m)).WithRelease(StepSchedule.From((Percent(0), Percent(0)), (Percent(50), Percent(66.6m))))
                .WithLeaving(HoldbackOnLeaving.SetOff)).WithClawBack(ClawBackRule.Full.WithinDays(120).From(ClawBackStart.Invoice))
            .WithDraw(DrawRule.Recoverable(Cny(400m))).WithLossShare(Percent(30)).WithLossLimit(DateSpan.OfYear(2026), Cny(300m)),
        Plain.WithHoldback(
            HoldbackRule.Of(Percent(40)).For("team").WithLeaving(HoldbackOnLeaving.SetOff), HoldbackRule.Of(Percent(10)).For("revenue"))
            .WithClawBack(ClawBackRule.Full).WithDebitRecovery(DebitRecoveryRule.Of(Percent(45)))
            .WithLossShare(Percent(30), Cny(200m)).WithLossLimit(Quarter(2), Cny(250m)).WithLossLimit(DateSpan.OfYear(2026), Cny(400m)),
        Plain.WithDraw(DrawRule.Recoverable(Cny(400m)).WithLeaving(BalanceOnLeaving.Forgiven).WithProration(Proration.ByDays))
            .WithDebitRecovery(DebitRecoveryRule.Of(Percent(30)).WithLeaving(BalanceOnLeaving.Forgiven)),
        Plain.WithMinimumPayout(Cny(60m)).WithDraw(DrawRule.NonRecoverable(Cny(300m))).WithHoldback(HoldbackRule.Of(Percent(20)))
            .WithClawBack(ClawBackRule.Full.WithinMonths(7).ProRata()).WithDebitRecovery(
                DebitRecoveryRule.Of(Percent(80))
                    .WithDeduction(DeductionCap.Of(Percent(20)).WithMinimumWage(Cny(2_000m)).CoveringCommissions())),
    ];

    [Property(MaxTest = 150)]
    public void Every_run_keeps_the_identity_pays_nothing_negative_explains_itself_and_run_again_enters_nothing(int seed)
    {
        foreach (var _ in Settlements(seed))
        {
            // Checked as it is made.
        }
    }

    [Property(MaxTest = 60)]
    public void The_fold_of_the_entries_is_the_account_and_parts_merged_are_the_whole(int seed)
    {
        var whole = Settlements(seed).Last().Account;
        var empty = Nothing;
        foreach (var closing in whole.Closings.Reverse())
            empty = empty.With(closing);
        if (whole.LeftOn is { } left)
            empty = empty.Leave(left);

        var random = new Random(seed);
        var entries = whole.Entries.OrderBy(_ => random.Next()).ToList();
        var folded = empty.Apply(entries);
        Assert.Equal(whole, folded);
        Assert.Equal(whole.Balances, folded.Balances);

        var cut = random.Next(entries.Count + 1);
        var (one, other) = (empty.Apply(entries.Take(cut)), empty.Apply(entries.Skip(cut)));
        Assert.Equal(whole, one.Merge(other));
        Assert.Equal(whole, other.Merge(one));
        Assert.Equal(whole, whole.Merge(one));

        // A run goes on from it in the same way.
        var run = Run(11).WithFixedPay(Cny(4_000m)).Restating(Quarter(1), Quarter(2), Quarter(3));
        foreach (var rules in s_rules)
            Assert.Equal(whole.Settle([], run, rules).Entries, one.Merge(other).Settle([], run, rules).Entries);
    }

    [Property(MaxTest = 150)]
    public void Any_sequence_of_partial_settlements_sums_to_the_entitlement(int seed)
    {
        // Nothing but differences: what is earned in the end is paid in the end, however it got there.
        var random = new Random(seed);
        var account = Nothing;
        foreach (var month in Enumerable.Range(1, 8))
        {
            foreach (var _ in Enumerable.Range(0, random.Next(3)))
                account = account.SettleTwice(Earnings(random, month), Run(month), s_rules[random.Next(2)]).Account;
        }

        account = account.SettleTwice([Earned(Quarter(3), 1_000m)], Run(9).Restating(Quarter(1), Quarter(2)), Plain).Account;
        var balances = account.Balances;
        Assert.Equal(Cny(1_000m), balances.Earned);
        Assert.Equal(Cny(1_000m), balances.Paid - balances.Debit);
    }

    [Property(MaxTest = 100)]
    public void An_explanation_that_was_tampered_with_is_found(int seed, NonNegativeInt choice)
    {
        var settlements = Settlements(seed).ToList();
        var settlement = settlements[choice.Get % settlements.Count];
        Tampering.IsNamed(settlement.Explain(), choice.Get);
        Tampering.IsNamed(settlement.ExplainDeducted(), choice.Get);
        Tampering.IsNamed(settlement.ExplainSetOff(), choice.Get);
        Tampering.IsNamed(settlement.Account.Balances.Explain(), choice.Get);
    }

    [Property(MaxTest = 100)]
    public void A_statement_opens_as_the_one_before_closes_and_what_moved_is_between(int seed, NonNegativeInt choice)
    {
        var account = Settlements(seed).Last().Account;
        var before = Nothing.Balances;
        foreach (var month in Enumerable.Range(1, 11))
        {
            var statement = account.Statement(Month(month));
            Money Of(CommissionEntryKind kind) => statement.Total(kind);
            Assert.Equal((before, account.BalancesBefore(Month(month).Start!.Value)), (statement.Opening, statement.Opening));
            var (open, close) = (statement.Opening, statement.Closing);
            Assert.Equal(
                close.Payable,
                open.Payable + statement.Earned + statement.Corrected + Of(CommissionEntryKind.ClawedBack)
                    + Of(CommissionEntryKind.LossShared) + Of(CommissionEntryKind.HoldbackReleased) + Of(CommissionEntryKind.DebitCharged)
                    + Of(CommissionEntryKind.DrawAdvanced) + Of(CommissionEntryKind.DrawGranted) - Of(CommissionEntryKind.HeldBack)
                    - Of(CommissionEntryKind.DebitRecovered) - Of(CommissionEntryKind.DrawRecovered) - statement.Paid);
            Assert.Equal(
                close.HeldBack,
                open.HeldBack + Of(CommissionEntryKind.HeldBack) - Of(CommissionEntryKind.HoldbackReleased)
                    - Of(CommissionEntryKind.HoldbackForfeited) - Of(CommissionEntryKind.DebitSetOff)
                    - Of(CommissionEntryKind.DrawSetOff));
            Assert.Equal(
                close.DrawOwed,
                open.DrawOwed + Of(CommissionEntryKind.DrawAdvanced) - Of(CommissionEntryKind.DrawRecovered)
                    - Of(CommissionEntryKind.DrawForgiven) - Of(CommissionEntryKind.DrawSetOff));
            Assert.Equal(
                close.Debit,
                open.Debit + Of(CommissionEntryKind.DebitCharged) - Of(CommissionEntryKind.DebitRecovered)
                    - Of(CommissionEntryKind.DebitDeducted) - Of(CommissionEntryKind.DebitWrittenOff)
                    - Of(CommissionEntryKind.DebitSetOff));
            Assert.Equal(account.EntriesOf(Month(month)), statement.Entries);
            Assert.Equal(Of(CommissionEntryKind.Earned), statement.Earned + statement.Corrected);
            Assert.Equal(statement.Payable, statement.Paid + close.Payable);

            Explanation[] explanations =
                [statement.Explain(), statement.ExplainHeldBack(), statement.ExplainDrawOwed(), statement.ExplainDebit()];
            Assert.All(explanations, each => Assert.Empty(each.Verify()));
            Assert.Equal(
                [(Figure)statement.Paid, close.HeldBack, close.DrawOwed, close.Debit], explanations.Select(each => each.Value));
            foreach (var each in explanations)
                Tampering.IsNamed(each, choice.Get);

            before = close;
        }

        Assert.Equal(account.Balances, before);
    }

    private static IEnumerable<CommissionSettlement> Settlements(int seed)
    {
        var random = new Random(seed);
        var account = Nothing;
        var rules = s_rules[random.Next(s_rules.Length)];
        var events = new List<CommissionEvent>();
        foreach (var month in Enumerable.Range(1, 10))
        {
            if (random.Next(5) == 0)
                rules = s_rules[random.Next(s_rules.Length)];
            if (month == 5)
                account = account.Close(Quarter(1), new LocalDate(2026, 5, random.Next(1, 20)));
            if (month == 6 && random.Next(2) == 0)
                account = account.Reopen(Quarter(1), new LocalDate(2026, 6, random.Next(1, 20)));
            if (month == 7 && random.Next(2) == 0)
                account = account.Close(DateSpan.OfYear(2026), new LocalDate(2026, 7, random.Next(1, 28)));
            if (month == 8 && random.Next(3) == 0)
                account = account.Leave(new LocalDate(2026, 8, 15));
            if (month == 10 && random.Next(2) == 0)
                account = account.Rejoin();

            foreach (var _ in Enumerable.Range(0, random.Next(1, 3)))
            {
                events.AddRange(Events(random, month, events));
                var run = Run(month).WithFixedPay(Cny(random.Next(0, 6_000))).With([.. events]);
                if (random.Next(4) == 0 || (month == 8 && rules.Draw is { Proration: null } && account.LeftOn is not null))
                    run = run.WithDrawShare(Percent(random.Next(0, 101)));
                if (random.Next(4) == 0)
                    run = run.Restating(Quarter((month + 2) / 3));
                if (random.Next(6) == 0 && rules.Holdbacks is [{ Release: not null }])
                    run = run.WithHoldbackFigure(Quarter(1 + random.Next(3)), Percent(random.Next(0, 101)));
                if (random.Next(10) == 0)
                    run = Release(run, random);

                var settlement = account.SettleTwice(Earnings(random, month), run, rules);
                account = settlement.Account;
                yield return settlement;
            }
        }
    }

    // Of the year, whatever was held under whatever rules: all, or of components.
    private static PayoutRun Release(PayoutRun run, Random random)
    {
        string[][] components = [[], ["team"], ["team", "revenue"]];
        return run.WithHoldbackRelease(DateSpan.OfYear(2026), Percent(random.Next(0, 101)), components[random.Next(3)]);
    }

    private static List<CommissionEarning> Earnings(Random random, int month)
    {
        var earnings = new List<CommissionEarning>();
        var quarter = Quarter(Math.Max(1, ((month + 2) / 3) - random.Next(2)));
        foreach (var i in Enumerable.Range(0, random.Next(4)))
        {
            var revenue = random.Next(-2, 10) * 1_111m;
            earnings.Add(OfLine(quarter, "SO-" + i, revenue, random.Next(1, 4), new LocalDate(2026, 1, 20)));
        }

        if (random.Next(2) == 0)
            earnings.Add(Earned(quarter, random.Next(-30_000, 90_000) / 100m, "team").WithBase(Revenue(random.Next(1, 9_999))));
        else if (random.Next(3) == 0)
            earnings.Add(CommissionEarning.Unknown("Reps 2026", "team", quarter, Currency.CNY, new Reason("cost.missing")));

        return earnings;
    }

    private static IEnumerable<CommissionEvent> Events(Random random, int month, List<CommissionEvent> before)
    {
        var on = new LocalDate(2026, month, random.Next(20, 28));
        var sold = new LocalDate(2026, 1, 20);
        var id = Line("E", before.Count + 1);
        switch (random.Next(8))
        {
            case 0:
                yield return CommissionEvent.Return(id, Line("SO-" + random.Next(4)), sold, on, Revenue(random.Next(1, 9_999)));
                break;
            case 1:
                yield return CommissionEvent.NonPayment(id, Line("SO-" + random.Next(4)), sold, on);
                break;
            case 2 when before.Count > 0:
                yield return CommissionEvent.Reinstatement(id, before[random.Next(before.Count)].Id, on);
                break;
            case 3:
                yield return CommissionEvent.Uncollectible(id, on, Cny(random.Next(1, 999)));
                break;
            case 4:
                yield return CommissionEvent.WriteOff(id, on, Cny(random.Next(1, 300)), new Reason("goodwill"));
                break;
            case 5:
                yield return CommissionEvent.CorrectionOfBase(
                    id, Line("SO-" + random.Next(4)), on, Revenue((2 * random.Next(-3_000, 3_000)) + 1), new Reason("missed"));
                break;
            case 6:
                yield return CommissionEvent.Correction(
                    id, on, Earned(Quarter(1), random.Next(1, 9_000) / (random.Next(2) == 0 ? 100m : -100m), "team"), new Reason("split"));
                break;
        }
    }
}
