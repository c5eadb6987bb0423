using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class WhatAPayeeIsTold
{
    private static readonly PayoutRules s_rules = Plain.WithClawBack(ClawBackRule.Full);

    [Fact]
    public void What_corrects_an_earlier_period_stands_apart()
    {
        var account = Nothing.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 3m), Earned(Quarter(1), 50m, "bonus")], Run(3), s_rules).Account
            .Settle(
                [
                    OfLine(Quarter(1), "SO-1", 900m, 3m), OfLine(Quarter(1), "SO-2", 100m, 3m), Earned(Quarter(1), 60m, "bonus"),
                    Earned(Quarter(1), 5m, "spiff"), OfLine(Quarter(2), "SO-3", 500m, 3m), Earned(Quarter(2), 20m, "bonus"),
                ],
                Run(4), s_rules).Account;
        account = account.Settle(
            [OfLine(Quarter(2), "SO-3", 500m, 4m), OfLine(Quarter(2), "SO-4", 100m, 4m), Earned(Quarter(2), 35m, "bonus")], Run(5),
            s_rules).Account;

        // A line changed, a late line and a component of a quarter that is over; what is first entered of it is earned in arrears.
        var april = account.Statement(Month(4));
        Assert.Equal([Cny(-3m), Cny(3m), Cny(10m)], april.Corrections.Select(entry => entry.Amount));
        Assert.Equal([Cny(5m), Cny(15m), Cny(20m)], april.Earnings.Select(entry => entry.Amount));
        Assert.Equal((Cny(40m), Cny(10m), Cny(50m)), (april.Earned, april.Corrected, april.Paid));

        // The re-rated line is a correction, the component of the open quarter is not.
        var may = account.Statement(Month(5));
        Assert.Equal([Cny(-15m), Cny(20m)], may.Corrections.Select(entry => entry.Amount));
        Assert.Equal([Cny(4m), Cny(15m)], may.Earnings.Select(entry => entry.Amount));
        Assert.Equal(["Reps 2026"], may.Plans);
    }

    // An invoice and a receipt are told with the order they belong to; an order that is paid on itself needs none.
    [Fact]
    public void Each_credit_is_told_with_its_deal()
    {
        var invoice = OfLine(Quarter(1), "INV-7", 1_000m, 5m).OfDeal(new DocumentId("SO-7"));
        var order = OfLine(Quarter(1), "SO-8", 1_000m, 5m).OfDeal(new DocumentId("SO-8"));
        var account = Nothing.SettleTwice([invoice, order], Run(1), Plain).Account;
        var text = account.Statement(Month(1)).ToString();
        Assert.Contains("1: 2026-01-01 INV-7/1 of SO-7, 5% of revenue", text, StringComparison.Ordinal);
        Assert.Contains("2: 2026-01-01 SO-8/1, 5% of revenue", text, StringComparison.Ordinal);
        Assert.Equal(new DocumentId("SO-7"), account.Entries[0].Deal);

        // What is earned and entered goes by the line: another deal is no change.
        Assert.Empty(account.SettleTwice([invoice.OfDeal(new DocumentId("SO-9")), order], Run(2), Plain).Entries);
        Assert.Null(OfLine(Quarter(1), "INV-7", 1m, 1m).Deal);
        Assert.Throws<InvalidOperationException>(() => Earned(Month(1), 1m).OfDeal(new DocumentId("SO-7")));
        Assert.Throws<ArgumentException>("deal", () => invoice.OfDeal(default));
        Assert.NotEqual(invoice, invoice.OfDeal(new DocumentId("SO-9")));
        Assert.Null(invoice.With(Line("INV-8"), new LocalDate(2026, 1, 1)).Deal);
    }

    [Fact]
    public void A_period_is_one_of_the_account_or_beside_all_of_them()
    {
        var account = Nothing.Settle([Earned(Month(2), 50m)], Run(2), Plain).Account;
        foreach (var (month, paid) in new[] { (1, 0m), (2, 50m), (3, 0m) })
            Assert.Equal(Cny(paid), account.Statement(Month(month)).Paid);

        Assert.Equal(Cny(0m), account.Statement(Month(1)).Closing.Earned);
        Assert.Equal(Cny(50m), account.Statement(Month(3)).Opening.Earned);
        Assert.Throws<ArgumentException>("payoutPeriod", () => account.Statement(Quarter(1)));
        Assert.Throws<ArgumentException>("payoutPeriod", () => account.Statement(DateSpan.Always));
    }

    [Fact]
    public void Disputes_of_its_entries_are_told_and_the_open_ones_apart()
    {
        var account = Nothing.Settle([Earned(Month(1), 50m), Earned(Month(1), 5m, "bonus")], Run(1), Plain).Account
            .With(new CommissionDispute(1, CommissionDisputeStatus.Raised, new LocalDate(2026, 2, 12), "not my customer"))
            .With(new CommissionDispute(2, CommissionDisputeStatus.Raised, new LocalDate(2026, 2, 12), "too little"))
            .With(new CommissionDispute(2, CommissionDisputeStatus.Rejected, new LocalDate(2026, 2, 14), "as agreed"));

        var january = account.Statement(Month(1));
        Assert.Equal(
            [CommissionDisputeStatus.Raised, CommissionDisputeStatus.Rejected], january.Disputes.Select(dispute => dispute.Status));
        Assert.Equal(1, Assert.Single(january.OpenDisputes).Entry);
        Assert.Empty(account.Statement(Month(2)).Disputes);
    }

    [Fact]
    public void Claw_backs_are_told_and_events_of_no_consequence_are_not()
    {
        var (sold, on) = (new LocalDate(2026, 1, 1), new LocalDate(2026, 5, 4));
        var account = Nothing.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 7m, sold)], Run(3), s_rules).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 15));
        account = account.Settle(
            [],
            Run(5).With(
                CommissionEvent.Return(Line("CN-1"), Line("SO-1"), sold, on), CommissionEvent.Return(Line("CN-2"), Line("SO-1"), sold, on)),
            s_rules).Account;

        var statement = account.Statement(Month(5));
        Assert.Equal(Cny(-70m), Assert.Single(statement.ClawBacks).Amount);
        Assert.Equal(Cny(70m), statement.Closing.Debit);
        Assert.Contains("Return CN-1/1 on 2026-05-04", statement.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CN-2", statement.ToString(), StringComparison.Ordinal);
    }

    // SO-17 of two plans: two equal lines, and half of a line said nowhere why it was half.
    [Fact]
    public void Claw_backs_of_two_plans_are_told_apart_and_a_part_of_a_line_is_named()
    {
        var (sold, on) = (new LocalDate(2026, 2, 3), new LocalDate(2026, 5, 4));
        CommissionEarning Of(string plan) => CommissionEarning.Of(plan, "revenue", Quarter(1), Cny(90m)).With(Line("SO-17"), sold);
        CommissionStatement Told(CommissionEvent source, params CommissionEarning[] earned) =>
            Nothing.Settle(earned, Run(3), s_rules).Account.Close(Quarter(1), new LocalDate(2026, 4, 15))
                .SettleTwice([], Run(5).With(source), s_rules).Statement();
        string[] Lines(CommissionStatement statement) =>
        [
            .. statement.ToString().Split('\n').Where(line => line.Contains("CN-1")).Select(line => line.Trim()),
        ];

        var half = CommissionEvent.Return(Line("CN-1"), Line("SO-17"), sold, on).WithPart(Percent(50));
        var told = Told(half, Of("Reps 2026"), Of("Spring contest"));
        var two = Lines(told);
        const string OfPlan =
            ": clawed back, revenue, 2026-01-01/2026-03-31, {0}, 2026-02-03 SO-17/1, Return CN-1/1 on 2026-05-04, 50% of the line -45.00";
        foreach (var (plan, i) in new[] { ("Reps 2026", 0), ("Spring contest", 1) })
            Assert.EndsWith(OfPlan.Replace("{0}", plan), two[i], StringComparison.Ordinal);

        foreach (var explanation in new[] { told.Explain(), told.Settlement!.Explain() })
        {
            var names = Names(explanation).Where(name => name.Contains("SO-17/1")).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
            Assert.Contains(names, name => name.EndsWith("2026-01-01/2026-03-31, Spring contest", StringComparison.Ordinal));
            Assert.True(explanation.IsVerified);
        }

        var one = Assert.Single(Lines(Told(half, Of("Reps 2026"))));
        Assert.DoesNotContain("Reps 2026", one, StringComparison.Ordinal);

        // Of 30 % and twice 50 % the third found a fifth, and said half; so does one that is of all that is left.
        var account = Nothing.Settle([Of("Reps 2026")], Run(3), s_rules).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));
        foreach (var (id, percent) in new[] { ("CN-7", 30), ("CN-8", 50) })
        {
            account = account.SettleTwice(
                [], Run(5).With(CommissionEvent.Return(Line(id), Line("SO-17"), sold, on).WithPart(Percent(percent))), s_rules).Account;
        }

        foreach (var rest in new[] { half, CommissionEvent.Return(Line("CN-1"), Line("SO-17"), sold, on) })
        {
            var line = Assert.Single(Lines(account.SettleTwice([], Run(6).With(rest), s_rules).Statement()));
            Assert.EndsWith("Return CN-1/1 on 2026-05-04, 20% of the line -18.00", line, StringComparison.Ordinal);
        }

        // An amount counts before the part, and all of a line is no part.
        var based = Of("Reps 2026").WithBase(Revenue(900m));
        var byAmount = CommissionEvent.Return(Line("CN-1"), Line("SO-17"), sold, on, Revenue(100m)).WithPart(Percent(50));
        var whole = CommissionEvent.Return(Line("CN-1"), Line("SO-17"), sold, on);
        Assert.Equal(Cny(-10m), Assert.Single(Told(byAmount, based).ClawBacks).Amount);
        foreach (var line in Lines(Told(byAmount, based)).Concat(Lines(Told(whole, based)))
            .Concat(Lines(Told(whole, Of("Reps 2026")))))
            Assert.DoesNotContain("of the line", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_results_show_what_the_components_achieved_and_their_tiers()
    {
        var tiers = TieredRate.From(Currency.CNY, (0m, Percent(1)), (10_000m, Percent(2)));
        var plan = CommissionPlan.Of(
            "Reps 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.OfGiven("revenue", Measure.Revenue, CommissionRate.Graduated(tiers)));
        var result = plan.Evaluate(
            Quarter(1), CommissionTerms.None, CommissionFigures.None.With("revenue", Revenue(15_000m)));

        var account = Nothing.Settle(result.ToEarnings(byCredit: false), Run(3), Plain).Account;
        var statement = account.Statement(Month(3)).With(result);
        Assert.Equal(Cny(200m), statement.Paid);
        Assert.Contains("CNY 5000.00 at 2% is CNY 100.00", statement.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(account.Statement(Month(3)), statement);
    }

    [Fact]
    public void A_true_up_within_a_month_has_its_own_statement()
    {
        var march = Nothing.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 3m), Earned(Quarter(1), 50m, "bonus")], Run(3), s_rules);
        var late = PayoutRun.Of(Month(3), new LocalDate(2026, 4, 20));
        var trueUp = march.Account.Settle(
            [OfLine(Quarter(1), "SO-1", 1_000m, 4m), OfLine(Quarter(1), "SO-2", 100m, 4m), Earned(Quarter(1), 60m, "bonus")], late,
            s_rules);

        var (first, second) = (march.Statement(), trueUp.Statement());
        Assert.Equal((Cny(80m), Cny(24m)), (first.Paid, second.Paid));
        Assert.Equal((Cny(14m), Cny(10m)), (second.Earned, second.Corrected));
        Assert.Equal(first.Closing, second.Opening);
        Assert.Equal((march, trueUp), (first.Settlement, second.Settlement));
        Assert.StartsWith(
            "Commission statement 2026-03-01/2026-03-31, run of 2026-04-20, CNY", second.ToString(), StringComparison.Ordinal);
        Assert.Contains("Corrections of what was entered before", second.ToString(), StringComparison.Ordinal);

        // Together they are the payout period, where nothing was paid before it.
        var whole = trueUp.Account.Statement(Month(3));
        Assert.Equal((first.Opening, second.Closing), (whole.Opening, whole.Closing));
        Assert.Equal(whole.Entries, first.Entries.Concat(second.Entries));
        Assert.Equal((Cny(104m), Cny(0m)), (whole.Earned, whole.Corrected));
        Assert.Null(whole.Settlement);
        Assert.NotEqual(march.Account.Statement(Month(3)), first);
        foreach (var statement in new[] { first, second, whole })
            Assert.True(statement.Explain().IsVerified);
    }

    [Fact]
    public void A_run_that_enters_nothing_has_a_statement_with_its_reasons()
    {
        var account = Nothing.Settle([Earned(Quarter(1), 50m)], Run(3), Plain).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));
        var settled = account.Settle([Earned(Quarter(1), 60m)], Run(4), Plain);
        var statement = settled.Statement();

        Assert.Empty(statement.Entries);
        Assert.Equal(settled.Reasons, statement.Reasons);
        Assert.Equal((statement.Opening, Cny(0m)), (statement.Closing, statement.Paid));
    }

    [Fact]
    public void Steps_that_nothing_was_there_for_are_not_explained_and_those_asked_for_are()
    {
        string Steps(CommissionSettlement settled) => string.Join(", ", Names(settled.Checked().Explain()));
        Assert.Equal("paid, payable, earned", Steps(Nothing.Settle([], Run(1), Plain)));
        Assert.Equal(
            "paid, payable, earned, revenue 2026-01-01/2026-01-31, earned to date, entered before",
            Steps(Nothing.Settle([Earned(Month(1), 50m)], Run(1), Plain)));

        // A draw of the rules stays, though it comes to nothing, and so does the minimum payout.
        var draw = Plain.WithDraw(DrawRule.Recoverable(Cny(10m)));
        Assert.Contains("draw advanced, ", Steps(Nothing.Settle([Earned(Month(1), 50m)], Run(1), draw)), StringComparison.Ordinal);
        var minimum = Plain.WithMinimumPayout(Cny(10m));
        Assert.Contains("reaches the minimum payout", Steps(Nothing.Settle([], Run(1), minimum)), StringComparison.Ordinal);
    }

    private static System.Collections.Generic.IEnumerable<string> Names(Explanation explanation) =>
        explanation.Children.SelectMany(Names).Prepend(explanation.Name);
}
