using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class WindowsOfClawBacks
{
    private static readonly LocalDate s_sold = new(2026, 1, 15);
    private static readonly LocalDate s_invoiced = new(2026, 1, 20);
    private static readonly LocalDate s_due = new(2026, 3, 1);
    private static readonly ClawBackRule s_unpaid = ClawBackRule.Full.For(CommissionEventKind.NonPayment);

    private static readonly CommissionAccount s_account =
        Nothing.Settle([OfLine(Quarter(1), "SO-1", 1_000m, 9m, s_sold)], Run(3), Plain).Account
            .Close(Quarter(1), new LocalDate(2026, 4, 1));

    private static CommissionEvent Unpaid(LocalDate on) => CommissionEvent.NonPayment(Line("NP-1"), Line("SO-1"), s_sold, on);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    [Theory]
    [InlineData(ClawBackStart.DueDate, "2026-02-20", true)]
    [InlineData(ClawBackStart.DueDate, "2026-03-01", true)]
    [InlineData(ClawBackStart.DueDate, "2026-05-30", true)]
    [InlineData(ClawBackStart.DueDate, "2026-05-31", false)]
    [InlineData(ClawBackStart.Invoice, "2026-04-20", true)]
    [InlineData(ClawBackStart.Invoice, "2026-04-21", false)]
    [InlineData(ClawBackStart.Sale, "2026-04-15", true)]
    [InlineData(ClawBackStart.Sale, "2026-04-16", false)]
    public void Ninety_days_run_from_the_day_that_the_rule_names(ClawBackStart start, string on, bool isTaken)
    {
        var rules = Plain.WithClawBack(s_unpaid.WithinDays(90).From(start));
        var unpaid = Unpaid(Day(on)).WithInvoiceDate(s_invoiced).WithDueDate(s_due);
        var settlement = s_account.SettleTwice([], Run(5).With(unpaid), rules);

        Assert.Equal(isTaken ? Cny(-90m) : Cny(0m), settlement.ClawedBack);
        Assert.Equal(isTaken ? [] : ["commission.outside-window"], settlement.Reasons.Select(reason => reason.Code));
    }

    // The usual clause: what is not paid 90 days after it was due is taken back.
    [Theory]
    [InlineData("2026-05-30", false)]
    [InlineData("2026-05-31", true)]
    [InlineData("2027-05-31", true)]
    public void After_ninety_days_it_is_taken_back_and_not_before(string on, bool isTaken)
    {
        var rules = Plain.WithClawBack(s_unpaid.AfterDays(90).From(ClawBackStart.DueDate));
        var run = PayoutRun.Of(DateSpan.OfMonth(2027, 6), new LocalDate(2027, 7, 10));
        var early = s_account.SettleTwice([], run.With(Unpaid(Day(on)).WithDueDate(s_due)), rules);
        Assert.Equal(isTaken ? Cny(-90m) : Cny(0m), early.ClawedBack);
        Assert.Equal(
            isTaken ? [] : ["commission.not-yet-taken-back (event NP-1/1, start 2026-03-01, days 90)"],
            early.Reasons.Select(reason => reason.ToString()));

        // Not recorded: given again with a day after the ninety it takes back.
        if (!isTaken)
        {
            var later = Unpaid(new LocalDate(2026, 6, 5)).WithDueDate(s_due);
            Assert.Equal(Cny(-90m), early.Account.SettleTwice([], run.With(later), rules).ClawedBack);
        }

        Assert.Equal(
            "commission.window-start-missing", Assert.Single(s_account.Settle([], run.With(Unpaid(Day(on))), rules).Reasons).Code);
    }

    [Fact]
    public void What_waits_can_end_too_and_the_window_is_longer()
    {
        var rule = s_unpaid.AfterDays(90).WithinDays(365).From(ClawBackStart.DueDate);
        Assert.Equal("in full after 90 days within 365 days from the due date of NonPayment", rule.ToString());
        Assert.Equal((90, 365), (rule.GraceDays, rule.Days));
        Assert.Equal(
            [false, true, true, false],
            new[] { 90, 91, 365, 366 }.Select(days => rule.IsWithin(s_due, s_due.PlusDays(days))));
        Assert.Equal(rule, s_unpaid.WithinDays(365).From(ClawBackStart.DueDate).AfterDays(90));
        Assert.NotEqual(rule, s_unpaid.WithinDays(365).From(ClawBackStart.DueDate));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_unpaid.AfterDays(0));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_unpaid.AfterDays(90).WithinDays(90));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_unpaid.WithinDays(90).AfterDays(90));
    }

    // After 90 days, and within two months: to day 90 it is too early, and afterwards too late.
    [Theory]
    [InlineData(1, 31)]
    [InlineData(2, 62)]
    [InlineData(3, 92)]
    [InlineData(12, 366)]
    [InlineData(30, 915)]
    [InlineData(48, 1461)]
    public void Days_that_have_to_pass_and_a_window_of_months_that_is_over_by_then_are_refused(int months, int most)
    {
        var longest = Enumerable.Range(0, 1461).Select(day => new LocalDate(2001, 1, 1).PlusDays(day))
            .Max(start => Period.DaysBetween(start, start.PlusMonths(months)));
        Assert.Equal(most, longest);
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_unpaid.WithinMonths(months).AfterDays(most));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(months), () => s_unpaid.AfterDays(most).WithinMonths(months));
        var rule = s_unpaid.WithinMonths(months).AfterDays(most - 1);
        Assert.Equal(rule, s_unpaid.AfterDays(most - 1).WithinMonths(months));
        Assert.Contains(
            Enumerable.Range(0, 1461).Select(day => new LocalDate(2001, 1, 1).PlusDays(day)),
            start => rule.IsWithin(start, start.PlusMonths(months)));
        Assert.Equal(int.MaxValue, s_unpaid.AfterDays(90).WithinMonths(int.MaxValue).Months);
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_unpaid.WithinMonths(2).AfterDays(90));
    }

    [Fact]
    public void What_is_taken_pro_rata_says_from_which_day_its_window_runs()
    {
        var rules = Plain.WithClawBack(s_unpaid.WithinDays(90).ProRata().From(ClawBackStart.DueDate));
        var settlement = s_account.SettleTwice([], Run(5).With(Unpaid(new LocalDate(2026, 3, 31)).WithDueDate(s_due)), rules);
        Assert.Equal("commission.window (from 2026-03-01)", Assert.Single(settlement.Entries[0].Reasons).ToString());
        Assert.Contains("part of the window left, from 2026-03-01", settlement.Explain().ToString(), StringComparison.Ordinal);
        Assert.Contains("from 2026-03-01", settlement.Statement().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-20", -90)]
    [InlineData("2026-03-01", -90)]
    [InlineData("2026-03-31", -60)]
    [InlineData("2026-05-30", 0)]
    public void Before_it_begins_all_of_a_window_is_left(string on, int taken)
    {
        var rules = Plain.WithClawBack(s_unpaid.WithinDays(90).ProRata().From(ClawBackStart.DueDate));
        Assert.Equal(Cny(taken), s_account.SettleTwice([], Run(5).With(Unpaid(Day(on)).WithDueDate(s_due)), rules).ClawedBack);

        var months = Plain.WithClawBack(s_unpaid.WithinMonths(3).ProRata().From(ClawBackStart.DueDate));
        var early = s_account.SettleTwice([], Run(5).With(Unpaid(new LocalDate(2026, 1, 20)).WithDueDate(s_due)), months);
        Assert.Equal(Cny(-90m), early.ClawedBack);
    }

    [Fact]
    public void A_day_that_is_not_said_is_asked_for_and_the_event_can_be_given_again_with_it()
    {
        var rules = Plain.WithClawBack(s_unpaid.WithinDays(90).From(ClawBackStart.DueDate));
        var unsaid = s_account.SettleTwice([], Run(5).With(Unpaid(new LocalDate(2026, 5, 4)).WithInvoiceDate(s_invoiced)), rules);
        Assert.Empty(unsaid.Entries);
        Assert.Equal("commission.window-start-missing (event NP-1/1, start DueDate)", Assert.Single(unsaid.Reasons).ToString());

        var said = Unpaid(new LocalDate(2026, 5, 4)).WithDueDate(s_due);
        Assert.Equal(Cny(-90m), unsaid.Account.SettleTwice([], Run(5).With(said), rules).ClawedBack);

        // Without a window no day is asked for.
        var always = Plain.WithClawBack(s_unpaid.From(ClawBackStart.DueDate));
        Assert.Equal(Cny(-90m), s_account.SettleTwice([], Run(5).With(Unpaid(new LocalDate(2026, 5, 4))), always).ClawedBack);
    }

    // Noted with the first of March; the terms were extended, and every later run was refused.
    [Fact]
    public void An_event_whose_due_date_is_changed_later_is_the_same_event()
    {
        var rules = Plain.WithClawBack(s_unpaid.WithinDays(90).From(ClawBackStart.DueDate));
        var noted = s_account.SettleTwice([], Run(6).With(Unpaid(new LocalDate(2026, 6, 5)).WithDueDate(s_due)), rules);
        Assert.Equal("commission.outside-window", Assert.Single(noted.Reasons).Code);

        var extended = Unpaid(new LocalDate(2026, 6, 5)).WithInvoiceDate(s_invoiced).WithDueDate(new LocalDate(2026, 4, 1));
        Assert.Empty(noted.Account.SettleTwice([], Run(7).With(extended), rules).Entries);
        Assert.Equal(
            "NonPayment NP-1/1 on 2026-06-05 of SO-1/1, sold 2026-01-15, invoiced 2026-01-20, due 2026-04-01", extended.ToString());
        var other = Assert.Throws<ArgumentException>(
            "run", () => noted.Account.Settle([], Run(7).With(extended.WithPart(Percent(50))), rules));
        Assert.Contains("50", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reinstatement_keeps_the_factor_of_the_day_that_was_named()
    {
        var rules = Plain.WithClawBack(ClawBackRule.Full.WithinMonths(9).ProRata().From(ClawBackStart.DueDate));
        var unpaid = Unpaid(new LocalDate(2026, 5, 4)).WithDueDate(s_due);
        var back = CommissionEvent.Return(Line("CN-1"), Line("SO-1"), s_sold, new LocalDate(2026, 7, 2), Revenue(500m)).WithDueDate(s_due);
        var account = s_account.SettleTwice([], Run(5).With(unpaid), rules).Account.SettleTwice([], Run(7).With(back), rules).Account;
        Assert.Equal(Cny(20m), account.Balances.Earned);

        // 90 × 7/9 are given back, and 90 × ½ × 5/9 taken.
        var paid = CommissionEvent.Reinstatement(Line("P-1"), Line("NP-1"), new LocalDate(2026, 8, 1));
        Assert.Equal(Cny(65m), account.SettleTwice([], Run(8).With(paid), rules).Account.Balances.Earned);
    }

    [Fact]
    public void An_event_of_no_sale_has_no_invoice_and_the_days_are_part_of_its_value()
    {
        var loss = CommissionEvent.Uncollectible(Line("L-1"), s_due, Cny(1m));
        Assert.Throws<InvalidOperationException>(() => loss.WithDueDate(s_due));
        Assert.Throws<InvalidOperationException>(() => loss.WithInvoiceDate(s_due));
        Assert.NotEqual(Unpaid(s_due), Unpaid(s_due).WithDueDate(s_due));
        Assert.NotEqual(Unpaid(s_due).WithInvoiceDate(s_due), Unpaid(s_due).WithDueDate(s_due));
        Assert.NotEqual(s_unpaid, s_unpaid.From(ClawBackStart.Invoice));
        Assert.Equal(
            "in full within 90 days from the due date of NonPayment", s_unpaid.WithinDays(90).From(ClawBackStart.DueDate).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("start", () => s_unpaid.From((ClawBackStart)3));
    }
}
