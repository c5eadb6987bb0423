using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

[Properties(Arbitrary = [typeof(AnyCreditedSales)], MaxTest = 100)]
public sealed class ManyPeople
{
    private static readonly CommissionLedger<string> s_nobody = CommissionLedger.In<string>(Currency.CNY);

    private static readonly PayoutRules s_rules = Plain.WithHoldback(HoldbackRule.Of(Percent(20))).WithClawBack(ClawBackRule.Full);

    private static readonly PayoutRules s_ofManager =
        Plain.WithClawBack(ClawBackRule.Full).WithDraw(DrawRule.Recoverable(Cny(500m)));

    [Property]
    public void Settled_together_everybody_has_what_their_own_account_gives(AnyCreditedSales sales)
    {
        var (ledger, alone) = (s_nobody, new Dictionary<string, CommissionAccount>());
        for (var month = 1; month <= 4; month++)
        {
            var batch = Batch(sales, month);
            var settled = ledger.Settle(batch);
            foreach (var payee in settled.Payees)
            {
                var before = alone.TryGetValue(payee, out var known) ? known : Nothing;
                var one = before.Settle(EarningsOf(sales, payee, month), Run(month), payee == "M" ? s_ofManager : s_rules);
                Assert.Equal(one, settled.Of(payee));
                alone[payee] = one.Account;
            }

            foreach (var kind in typeof(CommissionEntryKind).GetEnumValues().Cast<CommissionEntryKind>())
                Assert.Equal(Cny(settled.Payees.Sum(payee => Moved(settled.Of(payee), kind))), settled.Total(kind));

            Assert.Equal(
                settled.Earned,
                Money.Sum(
                    Currency.CNY, settled.Components.Select(each => settled.Total(CommissionEntryKind.Earned, each.Plan, each.Component))));
            Assert.True(settled.Explain().IsVerified, settled.Explain().ToString());
            Assert.Equal(settled.Paid, settled.Explain().Value);
            ledger = settled.Ledger;
            Assert.Equal(CommissionLedger.Of(Currency.CNY, alone.Select(pair => (pair.Key, pair.Value))), ledger);
            Assert.Equal(ledger.Payees.Count, ledger.Settle(batch).WithoutEntries.Count);
        }
    }

    [Property]
    public void Parts_by_people_merge_to_the_whole(AnyCreditedSales sales, int cut)
    {
        bool IsFirst(string payee) => ((payee[0] >> (cut & 3)) & 1) == 0;
        bool IsSecond(string payee) => !IsFirst(payee);
        var (whole, parts) = (s_nobody, s_nobody);
        for (var month = 1; month <= 3; month++)
        {
            var batch = Batch(sales, month);
            var all = whole.Settle(batch);
            var (first, second) = (parts.Where(IsFirst).Settle(batch.Where(IsFirst)), parts.Where(IsSecond).Settle(batch.Where(IsSecond)));
            var merged = first.Merge(second);

            Assert.Equal(all, merged);
            Assert.Equal(all.Ledger, merged.Ledger);
            Assert.Equal(all.Ledger, second.Ledger.Merge(first.Ledger));
            Assert.Equal(batch, batch.Where(IsSecond).Merge(batch.Where(IsFirst)));
            Assert.Equal(all.Paid, first.Paid + second.Paid);
            (whole, parts) = (all.Ledger, merged.Ledger);
        }
    }

    [Fact]
    public void One_bad_record_is_named_with_its_payee_and_nobody_is_settled()
    {
        var earned = new[] { ("Lin", Earned(Month(1), 50m)), ("Wu", Earned(Month(1), 5m)), ("Wu", Earned(Month(1), 7m)) };
        var batch = PayoutBatch.Of(Run(1), Plain, earned);

        var refused = Assert.Throws<ArgumentException>("batch", () => s_nobody.Settle(batch));
        Assert.StartsWith("The settlement of Wu is refused: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("revenue 2026-01-01/2026-01-31: CNY 7.00", refused.Message, StringComparison.Ordinal);
        Assert.False(s_nobody.TrySettle(batch, out var nothing, out var why));
        Assert.Null(nothing);
        Assert.Equal("Wu", Assert.Single(why).Payee);
        Assert.Equal("earnedToDate", Assert.IsType<ArgumentException>(why[0].Why).ParamName);

        // The rest can go on without them.
        Assert.True(s_nobody.TrySettle(batch.Where(payee => payee != "Wu"), out var rest, out var none));
        Assert.Empty(none);
        Assert.Equal(Cny(50m), rest!.Paid);
        Assert.Equal(["Lin"], rest.Ledger.Payees);
    }

    [Fact]
    public void A_return_reaches_all_who_share_the_sale_and_nobody_else()
    {
        var (sold, on) = (new LocalDate(2026, 2, 3), new LocalDate(2026, 5, 4));
        CommissionEarning Part(decimal revenue) => OfLine(Quarter(1), "SO-1", revenue, 5m, sold);
        var batch = PayoutBatch.Of(
            Run(3), Plain.WithClawBack(ClawBackRule.Full),
            [("Lin", Part(600m)), ("Wu", Part(400m)), ("Gao", OfLine(Quarter(1), "SO-2", 100m, 5m, sold)), ("Bo", Earned(Quarter(1), 9m))]);
        var ledger = s_nobody.Settle(batch).Ledger.Close(Quarter(1), new LocalDate(2026, 4, 15));
        var returned = CommissionEvent.Return(Line("CN-1"), Line("SO-1"), sold, on);
        var strange = CommissionEvent.Return(Line("CN-2"), Line("SO-9"), sold, on);

        var may = ledger.Settle(PayoutBatch.Of<string>(Run(5).With(returned, strange), batch.Rules, []));

        Assert.Equal((Cny(-30m), Cny(-20m)), (may.Of("Lin").ClawedBack, may.Of("Wu").ClawedBack));
        Assert.Equal(["Gao", "Bo"], may.WithoutEntries);
        Assert.Equal([strange], may.Unreached);
        Assert.Equal(Cny(-50m), may.Total(CommissionEntryKind.ClawedBack, "Reps 2026", "revenue"));

        // What undoes it names the return alone, and reaches the same people; also within the run that has both.
        var undone = CommissionEvent.Reinstatement(Line("CN-3"), Line("CN-1"), on);
        var june = may.Ledger.Settle(PayoutBatch.Of<string>(Run(6).With(undone), batch.Rules, []));
        Assert.Equal(Cny(50m), june.Total(CommissionEntryKind.ClawedBack));
        Assert.Empty(june.Unreached);
        var both = ledger.Settle(PayoutBatch.Of<string>(Run(5).With(undone, returned), batch.Rules, []));
        Assert.Equal(Cny(0m), both.Total(CommissionEntryKind.ClawedBack));
        Assert.Empty(both.Unreached);
    }

    [Fact]
    public void A_return_reaches_who_is_only_now_credited_with_its_sale()
    {
        var sold = new LocalDate(2026, 2, 3);
        var returned = CommissionEvent.Return(Line("CN-1"), Line("SO-1"), sold, new LocalDate(2026, 3, 4));

        var march = s_nobody.Settle(PayoutBatch.Of(Run(3).With(returned), s_rules, [("Lin", OfLine(Quarter(1), "SO-1", 600m, 5m, sold))]));

        Assert.Empty(march.Unreached);
        var (payee, reason) = Assert.Single(march.Reasons);
        Assert.Equal(("Lin", "commission.re-rated-instead"), (payee, reason.Code));
    }

    [Fact]
    public void What_came_back_of_a_part_is_told_of_each_by_the_share_of_their_credit()
    {
        var (sold, on) = (new LocalDate(2026, 2, 3), new LocalDate(2026, 5, 4));
        var rules = Plain.WithClawBack(ClawBackRule.Full);
        var ledger = s_nobody.Settle(
                PayoutBatch.Of(
                    Run(3), rules,
                    [("Lin", OfLine(Quarter(1), "SO-1", 600m, 5m, sold)), ("Wu", OfLine(Quarter(1), "SO-1", 400m, 5m, sold))])).Ledger
            .Close(Quarter(1), new LocalDate(2026, 4, 15));
        CommissionEvent Back(decimal revenue) => CommissionEvent.Return(Line("CN-1"), Line("SO-1"), sold, on, Revenue(revenue));

        // A hundred of the thousand. Told of everybody it would take ten percent of the whole from each.
        Assert.Throws<ArgumentException>("run", () => PayoutBatch.Of<string>(Run(5).With(Back(100m)), rules, []));
        var may = ledger.Settle(PayoutBatch.Of<string>(Run(5), rules, []).WithEvents(("Lin", Back(60m)), ("Wu", Back(40m))));

        Assert.Equal((Cny(-3m), Cny(-2m)), (may.Of("Lin").ClawedBack, may.Of("Wu").ClawedBack));
    }

    [Fact]
    public void What_happened_to_one_person_is_told_of_that_person()
    {
        var writeOff = CommissionEvent.WriteOff(Line("W-1"), new LocalDate(2026, 2, 1), Cny(5m), new Reason("goodwill"));
        Assert.Throws<ArgumentException>("run", () => PayoutBatch.Of<string>(Run(2).With(writeOff), Plain, []));
        var batch = PayoutBatch.Of<string>(Run(2), Plain, []);
        Assert.Throws<ArgumentException>("runs", () => batch.WithRuns(("Lin", Run(3))));

        // By an event, or by a run of one's own, or by both.
        var ledger = s_nobody.With("Lin", Nothing.Settle([Earned(Month(1), 50m)], Run(1), Plain).Account);
        batch = PayoutBatch.Of(Run(2), Plain, [("Lin", Earned(Month(1), 40m))]);
        var other = CommissionEvent.WriteOff(Line("W-2"), new LocalDate(2026, 2, 1), Cny(2m), new Reason("goodwill"));
        foreach (var (one, writtenOff) in new[]
                 {
                     (batch.WithEvents(("Lin", writeOff)), 5m), (batch.WithRuns(("Lin", Run(2).With(writeOff))), 5m),
                     (batch.WithRuns(("Lin", Run(2).With(writeOff))).WithEvents(("Lin", other)), 7m),
                     (batch.WithEvents(("Lin", writeOff)).WithEvents(("Lin", other)), 7m),
                 })
        {
            var settled = ledger.Settle(one);
            Assert.Equal((Cny(10m), Cny(writtenOff)), (settled.Of("Lin").DebitCharged, settled.Of("Lin").WrittenOff));
        }

        // Who is named by an event alone is settled.
        Assert.Equal(["Wu"], s_nobody.Settle(PayoutBatch.Of<string>(Run(2), Plain, []).WithEvents(("Wu", writeOff))).Payees);
    }

    [Fact]
    public void Who_has_earned_nothing_is_settled_too()
    {
        var draw = Plain.WithDraw(DrawRule.Recoverable(Cny(100m)));
        var batch = PayoutBatch.Of(Run(1), Plain, [("Lin", Earned(Month(1), 50m))])
            .WithRules(("Wu", draw), ("Gao", draw), ("Bo", draw)).WithRuns(("Gao", Run(1).WithDrawShare(Percent(40))));

        // Wu has an account, Gao a run and no account yet, and of Bo there is nothing but rules.
        var settled = s_nobody.With("Wu", Nothing).With("Li", Nothing).Settle(batch);

        Assert.Equal(["Wu", "Li", "Lin", "Gao"], settled.Payees);
        Assert.Equal(["Li"], settled.WithoutEntries);
        Assert.Equal((Cny(100m), Cny(40m)), (settled.Of("Wu").Paid, settled.Of("Gao").Paid));
        Assert.Equal(Cny(140m), settled.Total(CommissionEntryKind.DrawAdvanced));
        Assert.Equal(Cny(140m), settled.Ledger.Balances.DrawOwed);
        Assert.Throws<ArgumentException>("payee", () => settled.Of("Bo"));
    }

    [Fact]
    public void A_settlement_whose_ledger_nobody_keeps_was_a_preview()
    {
        var batch = PayoutBatch.Of(Run(1), Plain, [("Lin", Earned(Month(1), 50m))]);
        var ledger = s_nobody.With("Lin", Nothing);

        Assert.Equal(Cny(50m), ledger.Settle(batch).Paid);
        Assert.Equal(Cny(0m), ledger.Balances.Earned);
        Assert.Equal(ledger.Settle(batch), ledger.Settle(batch));
        Assert.NotEqual(ledger.Settle(batch), ledger.Settle(batch.WithRules(("Lin", s_rules))));
    }

    [Fact]
    public void A_ledger_is_of_one_currency_and_has_one_account_of_a_payee()
    {
        var account = CommissionAccount.In(Currency.USD);
        Assert.Throws<CurrencyMismatchException>("account", () => s_nobody.With("Lin", account));
        Assert.Throws<CurrencyMismatchException>("other", () => s_nobody.Merge(CommissionLedger.In<string>(Currency.USD)));
        Assert.Throws<ArgumentException>("accounts", () => CommissionLedger.Of(Currency.USD, [("Lin", account), ("Lin", account)]));
        Assert.Throws<ArgumentException>("payee", () => s_nobody.AccountOf("Lin"));
        Assert.False(s_nobody.TryAccountOf("Lin", out _));
    }

    [Fact]
    public void Nobody_is_in_two_parts()
    {
        var batch = PayoutBatch.Of(Run(1), Plain, [("Lin", Earned(Month(1), 50m))]);
        var settled = s_nobody.Settle(batch);
        Assert.Throws<ArgumentException>("other", () => batch.Merge(batch));
        Assert.Throws<ArgumentException>("other", () => settled.Merge(settled));
        Assert.Throws<ArgumentException>("other", () => batch.Merge(PayoutBatch.Of<string>(Run(2), Plain, [])));
    }

    private static PayoutBatch<string> Batch(AnyCreditedSales sales, int month) =>
        PayoutBatch.Of(
                Run(month), s_rules,
                from payee in new[] { "B", "A", "M" } from earning in EarningsOf(sales, payee, month) select (payee, earning))
            .WithRules(("M", s_ofManager));

    // What is credited by the end of the month, at 3 % of revenue, line by line.
    private static IEnumerable<CommissionEarning> EarningsOf(AnyCreditedSales sales, string payee, int month) =>
        sales.Of(payee).Where(credit => credit.Date <= Month(month).End!.Value).GroupBy(credit => credit.Line).Select(line =>
        {
            var revenue = line.Sum(credit => credit.Sale!.NetAmount.Amount * credit.Share.Fraction);
            return CommissionEarning.Of("Reps 2026", "revenue", Quarter(1), (Cny(revenue) * Percent(3)).Round(Rounding.Commercial))
                .With(line.Key, line.First().Date).WithBase(Revenue(revenue));
        });

    private static decimal Moved(CommissionSettlement settled, CommissionEntryKind kind) =>
        settled.Entries.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount.Amount);
}
