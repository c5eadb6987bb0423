using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>
/// What a schedule goes on from: beside events of other lines, corrections, lines that are credited no more, and periods that are open.
/// </summary>
public sealed class GoingOnFromTheAccount
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);
    private static readonly DealBook s_ordered = DealBook.Of([s_order, s_invoice], []);

    // Two lines of 5,000 earn 250 each with the order. The second is cancelled by an event; the first is invoiced and paid in May.
    [Theory]
    [InlineData(EarningPace.InProportion)]
    [InlineData(EarningPace.OnFirstOfDeal)]
    [InlineData(EarningPace.WhenDealComplete)]
    public void What_an_event_took_of_one_line_of_an_order_does_not_stand_in_the_way_of_another(EarningPace pace)
    {
        var schedule = Halves.With(Stage.Collected, pace);
        var first = Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m);
        var second = Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m, number: 2);
        var locked = At(10m).Evaluate(first, second);
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -5_000m, originalLine: second.Id);
        var account = Closed(schedule.ToEarnings(locked, DealBook.Of([first, second], []), Quarter(1)))
            .Settle([], Run(4).With(CommissionEvent.Cancellation(cancelled.Id, second, cancelled.Date)), s_rules).Account;
        Assert.Equal(Cny(250m), account.Balances.Earned);

        // The invoice does not say of which line it is, so that at every pace the deal counts.
        var invoice = Line(Stage.Invoiced, "SO-1", On(5, 1), 5_000m);
        var deals = DealBook.Of([first, second, cancelled, invoice], [Paid("R-1", "SO-1", On(5, 20), 5_650m)]);
        var settled = account.Settle(
            schedule.ToEarnings(locked, deals, Quarter(2), account, Run(6)), Run(6), s_rules);

        Assert.Empty(settled.Reasons);
        Assert.Equal(Cny(500m), settled.Account.Balances.Earned);
    }

    // The first quarter was closed with an order of 31 March, of which the day is corrected to 1 April: each quarter has its own result.
    [Fact]
    public void An_order_whose_day_moves_into_the_next_quarter_is_earned_once()
    {
        var (before, after) = (Line(Stage.Ordered, "SO-1", On(3, 31), 10_000m), Line(Stage.Ordered, "SO-1", On(4, 1), 10_000m));
        var account = Closed(Halves.ToEarnings(At(10m).Evaluate(before), DealBook.Of([before]), Quarter(1)));
        var deals = DealBook.Of([after, s_invoice], [Paid("R-1", "INV-1", On(8, 20), 11_300m)]);
        var plan = At(10m);
        var second = plan.Evaluate(Quarter(2), CommissionTerms.None, plan.Sum(Quarter(2), [Own(after)]));
        foreach (var quarter in new[] { 2, 3 })
        {
            var run = Run(3 * quarter);
            var settled = account.Settle(
                [
                    .. Halves.ToEarnings(plan.Evaluate(), deals, Quarter(quarter), account, run),
                    .. Halves.ToEarnings(second, deals, Quarter(quarter), account, run),
                ],
                run, s_rules);
            Assert.Empty(settled.Reasons);
            Assert.Equal(Cny(quarter == 2 ? 0m : 500m), settled.Paid);
            account = settled.Account.Close(Quarter(quarter), On((3 * quarter) + 1, 15));
        }

        // Without the account it is told, and not earned a second time.
        var told = Closed(Halves.ToEarnings(At(10m).Evaluate(before), DealBook.Of([before]), Quarter(1)))
            .Settle(Halves.ToEarnings(second, deals, Quarter(2)), Run(6), s_rules);
        Assert.Equal((Cny(500m), "commission.moved"), (told.Account.Balances.Earned, told.Reasons.Single().Code));
    }

    // An adjustment that was approved stands, whatever the facts say; what the run has is earned once, run again.
    [Fact]
    public void A_correction_of_a_line_stands()
    {
        var account = Closed();
        var run = Run(4).With(Correction("CO-1", 100m));
        account = account.Settle(OfMonth(4, account, s_ordered), run, s_rules).Account;
        Assert.Equal(Cny(600m), account.Balances.Earned);
        Assert.Empty(account.Settle(OfMonth(4, account, s_ordered), run, s_rules).Entries);
        account = account.Close(DateSpan.OfMonth(2026, 4), On(5, 15));
        Assert.Empty(OfMonth(5, account, s_ordered));

        // An event of the line takes it too, and is that of the facts for what these say.
        var cancelled = Line(Stage.Ordered, "CA-1", On(5, 5), -10_000m, original: "SO-1");
        account = account.Settle([], Run(5).With(CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date)), s_rules).Account;
        Assert.Equal(Cny(0m), account.Balances.Earned);
        Assert.Equal(Cny(0m), OfMonth(5, account, DealBook.Of([s_order, s_invoice, cancelled], [])).Single().Amount);
    }

    // What it anticipates is said by what it includes: it counts from when that is among the facts, and is paid once.
    [Fact]
    public void A_correction_that_includes_a_fact_is_what_that_earns()
    {
        var receipt = Paid("R-1", "INV-1", On(3, 28), 2_825m);
        var account = Closed().Settle([], Run(4).With(Correction("CO-1", 125m, receipt.Id)), s_rules).Account;
        Assert.Equal(Cny(625m), account.Balances.Earned);

        var second = DealBook.Of([s_order, s_invoice], [receipt, Paid("R-2", "INV-1", On(3, 29), 2_825m)]);
        Assert.Empty(Of(s_ordered, 2, account));
        Assert.Empty(Of(DealBook.Of([s_order, s_invoice], [receipt]), 2, account));
        Assert.Equal(Cny(125m), Of(second, 2, account).Single().Amount);
    }

    [Fact]
    public void Without_the_account_closed_periods_tell_it_and_a_correction_pays_it()
    {
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(3, 28), 5_650m)]);
        var first = Halves.ToEarnings(s_locked, deals, Quarter(1));
        var told = Closed().Settle(first, Run(5), s_rules);

        Assert.Equal("commission.closed-period", told.Reasons.Single().Code);
        var correction = CommissionEvent.Correction(
            new LineId(new DocumentId("CO-1"), 1), On(5, 10), Late(), new Reason("receipt.late"));
        var settled = told.Account.Settle(first, Run(5).With(correction), s_rules);
        Assert.Equal(Cny(250m), settled.Paid);
        Assert.Empty(settled.Account.Settle(first, Run(6), s_rules).Reasons);
    }

    [Fact]
    public void Of_a_leaver_it_is_told_and_a_correction_pays_it()
    {
        var account = Closed().Leave(On(4, 30)).Close(Quarter(2), On(7, 15));
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(3, 28), 5_650m)]);
        var third = Of(deals, 3, account, 9);
        var correction = CommissionEvent.Correction(
            new LineId(new DocumentId("CO-1"), 1), On(8, 10), Late(), new Reason("receipt.late"));

        var told = account.Settle(third, Run(9), s_rules);
        Assert.Equal((Cny(0m), "commission.after-leaving"), (told.Paid, told.Reasons.Single().Code));
        var settled = account.Settle([], Run(9).With(correction), s_rules);
        Assert.Equal(Cny(250m), settled.Paid);
        Assert.Empty(Of(deals, 3, settled.Account, 9));
    }

    // Half of the first quarter is Wu's: 250 of 500, and then all is paid. Together they have 1,000.
    [Fact]
    public void A_split_after_a_dispute_is_paid_once()
    {
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(5, 20), 11_300m)]);
        var lin = Closed().Settle([], Run(4).With(Correction("CO-1", -250m)), s_rules).Account;
        var wu = CommissionAccount.In(Currency.CNY).Close(Quarter(1), On(4, 15))
            .Settle([], Run(4).With(Correction("CO-2", 250m)), s_rules).Account;

        lin = lin.Settle(Of(deals, 2, lin), Run(6), s_rules).Account;
        wu = wu.Settle(Halves.ToEarnings(At(10m).Evaluate(), deals, Quarter(2), wu, Run(6)), Run(6), s_rules).Account;
        Assert.Equal((Cny(750m), Cny(250m)), (lin.Balances.Earned, wu.Balances.Earned));
    }

    // Lin has 500 of the closed quarter. Then the sale is credited to Wu.
    [Fact]
    public void What_is_credited_to_another_is_earned_once()
    {
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(5, 20), 11_300m)]);
        var none = At(10m).Evaluate();
        var (lin, wu) = (Closed(), CommissionAccount.In(Currency.CNY).Close(Quarter(1), On(4, 15)));
        var second = Halves.ToEarnings(none, deals, Quarter(2), lin, Run(6));

        Assert.Equal("commission.credited-no-more (line SO-1/1)", second.Single().Reasons.Single().ToString());
        lin = lin.Settle(second, Run(6), s_rules).Account;
        wu = wu.Settle(Of(deals, 2, wu), Run(6), s_rules).Account;
        Assert.Equal((Cny(0m), Cny(1_000m)), (lin.Balances.Earned, wu.Balances.Earned));

        // Once; not what an event took; and of the lines of another period, or of none closed, nothing.
        lin = lin.Close(Quarter(2), On(7, 15));
        Assert.Empty(Halves.ToEarnings(none, deals, Quarter(3), lin, Run(9)));
        var taken = CommissionEvent.Cancellation(new LineId(new DocumentId("CA-1"), 1), s_order, On(4, 20)).WithPart(Percent(25));
        var less = Closed().Settle([], Run(4).With(taken), s_rules).Account;
        Assert.Equal(Cny(-375m), Halves.ToEarnings(none, deals, Quarter(2), less, Run(6)).Single().Amount);
        var other = At(10m).Evaluate(Quarter(2), CommissionTerms.None, At(10m).Sum(Quarter(2), []));
        Assert.Empty(Halves.ToEarnings(other, deals, Quarter(2), Closed(), Run(6)));
        var open = Closed().Reopen(Quarter(1), On(6, 1));
        Assert.Empty(Halves.ToEarnings(none, deals, Quarter(2), open, Run(6)));
        Assert.Equal(Cny(0m), open.Settle([], Run(6).Restating(Quarter(1)), s_rules).Account.Balances.Earned);
    }

    // The quarter is opened again for another order. What the event took of it is taken all the same.
    [Fact]
    public void What_an_event_took_is_taken_though_the_quarter_is_open_again()
    {
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -2_500m, original: "SO-1");
        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(25));
        var invoice = Line(Stage.Invoiced, "INV-1", On(5, 1), 7_500m, "SO-1");
        var deals = DealBook.Of([s_order, cancelled, invoice], [Paid("R-1", "INV-1", On(5, 20), 8_475m)]);
        var closed = Closed().Settle([], Run(4).With(@event), s_rules).Account;
        var open = closed.Reopen(Quarter(1), On(6, 1));

        var settled = open.Settle([.. Of(deals, 1, open), .. Of(deals, 2, open)], Run(6), s_rules);
        Assert.Empty(settled.Reasons);
        Assert.Equal(
            (Cny(750m), Cny(750m)),
            (settled.Account.Balances.Earned, closed.Settle(Of(deals, 2, closed), Run(6), s_rules).Account.Balances.Earned));
    }

    // The cancellation was a fact, and none when the quarter was closed. It is known again, and its event is given with it.
    [Fact]
    public void What_was_withdrawn_before_the_quarter_was_closed_is_in_it_no_more()
    {
        var cancelled = Line(Stage.Ordered, "CA-1", On(3, 3), -2_500m, original: "SO-1");
        var with = DealBook.Of([s_order, s_invoice, cancelled], []);
        var march = DateSpan.OfMonth(2026, 3);
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(s_locked, with, Quarter(1)), PayoutRun.Of(march, On(4, 5)), s_rules).Account
            .Settle(Halves.ToEarnings(s_locked, s_ordered, Quarter(1)), PayoutRun.Of(march, On(4, 8)), s_rules).Account
            .Close(Quarter(1), On(4, 15));

        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(25));
        var settled = account.Settle(Of(with, 2, account), Run(6).With(@event), s_rules);
        Assert.Equal((Cny(375m), "commission.among-the-facts"), (settled.Account.Balances.Earned, settled.Reasons.Single().Code));
    }

    // March is opened again for a plan by months; the quarter of this plan stays closed.
    [Fact]
    public void A_month_that_is_opened_again_opens_no_quarter()
    {
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(3, 28), 5_650m)]);
        var account = Closed().Reopen(DateSpan.OfMonth(2026, 3), On(5, 2));
        Assert.Equal(Cny(250m), Of(deals, 2, account).Single().Amount);
    }

    // The first quarter was never closed, and nothing is entered in it: with the third one it is given too.
    [Fact]
    public void A_quarter_that_was_never_closed_has_its_own_facts()
    {
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-2", "INV-1", On(8, 20), 5_650m)]);
        var account = CommissionAccount.In(Currency.CNY).Close(Quarter(2), On(7, 1));

        Assert.Equal(Cny(750m), account.Settle([.. Of(deals, 1, account, 9), .. Of(deals, 3, account, 9)], Run(9), s_rules).Paid);
        Assert.Equal(Cny(250m), Of(deals, 3, account, 9).Single().Amount);

        // Days before the line do not count: there is nothing to give of them.
        account = CommissionAccount.In(Currency.CNY).Close(new DateSpan(s_order.Date, On(6, 30)), On(7, 1));
        Assert.Equal(Cny(750m), Of(deals, 3, account, 9).Single().Amount);
    }

    // Every other of 44 months is open again.
    [Fact]
    public void Months_that_are_open_between_closed_ones_are_looked_at_once()
    {
        var months = Enumerable.Range(0, 44).Select(i => s_order.Date.PlusMonths(i))
            .Select(each => DateSpan.OfMonth(each.Year, each.Month)).ToList();
        var account = months.Aggregate(CommissionAccount.In(Currency.CNY), (all, month) => all.Close(month, month.End!.Value.PlusDays(5)));
        var (day, last) = (new LocalDate(2029, 11, 1), DateSpan.OfMonth(2029, 10));
        account = months.Where((_, i) => i % 2 == 0).Aggregate(account, (all, month) => all.Reopen(month, day));
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(4, 10), 5_650m), Paid("R-2", "INV-1", On(5, 10), 5_650m)]);

        // 500 is of February, 250 of March is of no month that is open, and what follows closes is of April.
        Assert.Equal(
            [Cny(500m), Cny(250m), Cny(250m), Cny(0m)],
            new[] { months[0], months[2], months[4], last }.Select(
                month => Money.Sum(
                    Currency.CNY,
                    Halves.ToEarnings(s_locked, deals, month, account, PayoutRun.Of(last, day)).Select(each => each.Amount))));
    }

    [Fact]
    public void A_period_that_is_closed_and_a_day_before_the_last_one_of_record_are_refused()
    {
        var account = Closed();
        Assert.Throws<ArgumentException>("during", () => Of(s_ordered, 1, account));
        Assert.Throws<ArgumentOutOfRangeException>(
            "run", () => Halves.ToEarnings(s_locked, s_ordered, Quarter(2), account, Run(3, On(4, 9))));
        Assert.Empty(Halves.ToEarnings(s_locked, s_ordered, Quarter(2), account, Run(3)));
        Assert.Single(Halves.ToEarnings(s_locked, s_ordered, Quarter(1), account, Run(3, On(4, 14))));
    }

    private static DateSpan Quarter(int quarter) => DateSpan.OfQuarter(2026, quarter);

    private static CommissionEvent Correction(string document, decimal amount, params LineId[] including) => CommissionEvent.Correction(
        new LineId(new DocumentId(document), 1), On(4, 20),
        CommissionEarning.Of("Orders 2026", "orders", Quarter(1), Cny(amount)).With(s_order.Id, s_order.Date).Including(including),
        new Reason("dispute.won"));

    // What a receipt of March earns, of which it is said that it is that.
    private static CommissionEarning Late() =>
        CommissionEarning.Of("Orders 2026", "orders", Quarter(1), Cny(250m)).With(s_order.Id, s_order.Date)
            .Including(new LineId(new DocumentId("R-1"), 1));

    // 500 of the first quarter, which is closed on 15 April.
    private static CommissionAccount Closed() => Closed(Halves.ToEarnings(s_locked, s_ordered, Quarter(1)));

    private static CommissionAccount Closed(IEnumerable<CommissionEarning> earnings) =>
        CommissionAccount.In(Currency.CNY).Settle(earnings, Run(3), s_rules).Account.Close(Quarter(1), On(4, 15));

    private static IReadOnlyList<CommissionEarning> Of(DealBook deals, int quarter, CommissionAccount account, int run = 6) =>
        Halves.ToEarnings(s_locked, deals, Quarter(quarter), account, Run(run));

    private static IReadOnlyList<CommissionEarning> OfMonth(int month, CommissionAccount account, DealBook deals) =>
        Halves.ToEarnings(s_locked, deals, DateSpan.OfMonth(2026, month), account, Run(month));
}
