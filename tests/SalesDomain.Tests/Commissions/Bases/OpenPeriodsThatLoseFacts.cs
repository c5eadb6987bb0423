using System.Collections.Generic;
using System.Linq;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>
/// What is entered in an open period, and is none of its facts any more, is taken back where all open periods are given; nobody has to
/// name the period to the run. An order of 10,000 at 10 %, half with the order and half with the money.
/// </summary>
public sealed class OpenPeriodsThatLoseFacts
{
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(1, 20), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(2, 12), 10_000m, "SO-1");
    private static readonly CollectionLine s_receipt = Paid("RC-1", "INV-1", On(5, 20), 4_520m);

    // 200 in January, ahead of the receipt of May.
    private static readonly CommissionEvent s_anticipated = CommissionEvent.Correction(
        new LineId(new DocumentId("K-1"), 1), On(4, 16),
        CommissionEarning.Of("Orders 2026", "orders", DateSpan.OfMonth(2026, 1), Cny(200m)).With(s_order.Id, s_order.Date)
            .Including(s_receipt.Id),
        new Reason("anticipated"));

    [Fact]
    public void A_receipt_that_moves_into_the_next_month_is_paid_once()
    {
        var sold = At(10m).Evaluate(s_order);
        var account = Settled(CommissionAccount.In(Currency.CNY), DealBook.Of([s_order, s_invoice]), sold, 1);
        account = account.Close(DateSpan.OfMonth(2026, 1), On(2, 15));
        account = Settled(account, DealBook.Of([s_order, s_invoice], [Paid("RC-1", "INV-1", On(4, 30), 11_300m)]), sold, 4);
        Assert.Equal(Cny(1_000m), account.Balances.Earned);

        var moved = DealBook.Of([s_order, s_invoice], [Paid("RC-1", "INV-1", On(5, 2), 11_300m)]);
        account = Settled(account, moved, sold, 4, 5);
        Assert.Equal(Cny(1_000m), account.Balances.Earned);
        Assert.Equal(Cny(500m), Earned(account, 5));
        Assert.Equal(Cny(0m), Earned(account, 4));
    }

    [Fact]
    public void An_order_that_is_withdrawn_is_taken_back()
    {
        var account = Settled(CommissionAccount.In(Currency.CNY), DealBook.Of([s_order]), At(10m).Evaluate(s_order), 1);
        Assert.Equal(Cny(500m), account.Balances.Earned);
        Assert.Equal(Cny(0m), Settled(account, DealBook.Of([]), At(10m).Evaluate(), 1, 2).Balances.Earned);
    }

    [Fact]
    public void An_order_whose_day_moves_into_the_next_month_is_earned_there()
    {
        var account = Settled(CommissionAccount.In(Currency.CNY), DealBook.Of([s_order]), At(10m).Evaluate(s_order), 1);
        var moved = Line(Stage.Ordered, "SO-1", On(2, 5), 10_000m);

        account = Settled(account, DealBook.Of([moved]), At(10m).Evaluate(moved), 1, 2);
        Assert.Equal((Cny(0m), Cny(500m)), (Earned(account, 1), Earned(account, 2)));
    }

    // 800 in April, 200 more in May; then the score was 60 % after all, with April opened again.
    [Fact]
    public void What_a_goal_gave_in_a_later_month_is_taken_back_there()
    {
        var none = DealBook.Of([]);
        var account = Settled(CommissionAccount.In(Currency.CNY), none, Goal(null), 3).Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        account = Settled(account, none, Goal(80m), 4).Close(DateSpan.OfMonth(2026, 4), On(5, 15));
        account = Settled(account, none, Goal(100m), 5).Reopen(DateSpan.OfMonth(2026, 4), On(6, 2));
        Assert.Equal(Cny(1_000m), account.Balances.Earned);

        account = Settled(account, none, Goal(60m), 4, 5, 6);
        Assert.Equal((Cny(600m), Cny(0m)), (Earned(account, 4), Earned(account, 5)));
    }

    // Ordered on 30 March, which is closed with 500. Its day is corrected to 2 April, or not, and it is credited to somebody else.
    [Theory]
    [InlineData(3, 30)]
    [InlineData(4, 2)]
    public void A_line_that_is_credited_to_another_is_taken_back_on_whatever_day_it_is(int month, int day)
    {
        var order = Line(Stage.Ordered, "SO-1", On(3, 30), 10_000m);
        var account = Settled(CommissionAccount.In(Currency.CNY), DealBook.Of([order]), At(10m).Evaluate(order), 3)
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        var deals = DealBook.Of([Line(Stage.Ordered, "SO-1", On(month, day), 10_000m)]);
        var plan = At(10m);
        CommissionResult[] results =
            [.. Enumerable.Range(1, 2).Select(each => DateSpan.OfQuarter(2026, each))
                .Select(quarter => plan.Evaluate(quarter, CommissionTerms.None, plan.Sum(quarter, [])))];

        var run = Run(4);
        var given = results.SelectMany(each => Halves.ToEarnings(each, deals, DateSpan.OfMonth(2026, 4), account, run)).ToList();
        var settled = account.Settle(given, run, s_rules);
        Assert.Equal(Cny(0m), settled.Account.Balances.Earned);
        Assert.Equal("commission.credited-no-more", given.Single().Reasons[0].Code);
    }

    // An event took all 500 of January, which is opened again. Then the order is credited to somebody else: nothing more is taken of it,
    // and nothing is paid for what was.
    [Fact]
    public void A_line_that_events_took_is_credited_to_another_and_pays_nothing_where_its_period_is_open_again()
    {
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -10_000m, original: "SO-1");
        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date);
        var account = Entered().Settle([], Run(4).With(@event), s_rules).Account;
        Assert.Equal(Cny(0m), account.Balances.Earned);

        account = account.Reopen(DateSpan.OfQuarter(2026, 1), On(5, 20));
        var deals = DealBook.Of([s_order, s_invoice, cancelled]);
        Assert.Equal(Cny(0m), Settled(account, deals, At(10m).Evaluate(), 1, 2, 3, 4, 5).Balances.Earned);
    }

    // 500 and a correction of 200 that anticipates a receipt; nine tenths of it are taken, 630. The correction cannot be undone, as too
    // little would be left, so the receipt is paid already.
    [Fact]
    public void A_correction_that_the_run_cannot_undo_stands_beside_the_facts()
    {
        var (sold, account) = (At(10m).Evaluate(s_order), Entered());
        var unpaid = CommissionEvent.NonPayment(new LineId(new DocumentId("NP-1"), 1), s_order, On(4, 20)).WithPart(Percent(90));
        account = account.Settle([], Run(4).With(s_anticipated, unpaid), s_rules).Account;
        Assert.Equal(Cny(70m), account.Balances.Earned);

        var undone = CommissionEvent.Reinstatement(new LineId(new DocumentId("U-1"), 1), s_anticipated.Id, On(6, 3));
        var deals = DealBook.Of([s_order, s_invoice], [s_receipt]);
        Assert.Equal(Cny(70m), Settled(account, deals, sold, [4, 5, 6], Run(6).With(undone)).Balances.Earned);

        // With the event undone in the same run there is room: 500 with the order and 200 with the money.
        var paid = CommissionEvent.Reinstatement(new LineId(new DocumentId("U-2"), 1), unpaid.Id, On(6, 3));
        Assert.Equal(Cny(700m), Settled(account, deals, sold, [4, 5, 6], Run(6).With(undone, paid)).Balances.Earned);
    }

    // Entered in January, 200 ahead of a receipt of May; April to June are open, and given together.
    [Fact]
    public void What_a_correction_anticipates_is_not_paid_again_when_its_fact_comes_in_an_open_period()
    {
        var (sold, account) = (At(10m).Evaluate(s_order), Entered());
        account = account.Settle([], Run(4).With(s_anticipated), s_rules).Account;

        var deals = DealBook.Of([s_order, s_invoice], [s_receipt]);
        Assert.Equal(Cny(700m), Settled(account, deals, sold, 4, 5, 6).Balances.Earned);
    }

    // 500 with the order, in the first quarter, which is closed.
    private static CommissionAccount Entered() =>
        Settled(CommissionAccount.In(Currency.CNY), DealBook.Of([s_order, s_invoice]), At(10m).Evaluate(s_order), 1)
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));

    private static CommissionResult Goal(decimal? score)
    {
        var plan = CommissionPlan.Of(
            "Goals", Currency.CNY, Rounding.Commercial, CommissionComponent.OfGoal("launch", CommissionRate.Score("score")));
        var figures = plan.Sum(DateSpan.OfQuarter(2026, 1), []);
        return plan.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None.WithTarget("launch", Cny(1_000m)),
            score is { } known ? figures.WithFigure("score", Percent(known)) : figures);
    }

    private static Money Earned(CommissionAccount account, int month) => Money.Sum(
        Currency.CNY, account.Entries.Where(entry => entry.Period == DateSpan.OfMonth(2026, month)).Select(entry => entry.Amount));

    private static CommissionAccount Settled(CommissionAccount account, DealBook deals, CommissionResult result, params int[] months) =>
        Settled(account, deals, result, months, Run(months[months.Length - 1]));

    // Of all open months, run twice.
    private static CommissionAccount Settled(
        CommissionAccount account, DealBook deals, CommissionResult result, int[] months, PayoutRun run)
    {
        var settled = account.Settle(Given(account), run, s_rules);
        Assert.Empty(settled.Account.Settle(Given(settled.Account), run, s_rules).Entries);
        Assert.Empty(settled.Explain(Halves, deals, result).Verify());
        return settled.Account;

        List<CommissionEarning> Given(CommissionAccount of) =>
            [.. months.SelectMany(month => Halves.ToEarnings(result, deals, DateSpan.OfMonth(2026, month), of, run))];
    }
}
