using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>What is posted after its quarter was closed is earned, or taken back, in the first quarter that is open.</summary>
public sealed class FactsThatComeLate
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly SalesLine s_cancelled = Line(Stage.Ordered, "CA-1", On(3, 3), -2_500m, original: "SO-1");
    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    // 1,000, half with the order and half with the money. The first quarter was closed with 500 on 15 April; a receipt of 28 March is
    // posted in May, one of August in August.
    [Fact]
    public void A_receipt_that_is_posted_after_its_quarter_was_closed_is_earned_in_the_open_one()
    {
        var account = Closed();
        CollectionLine[] receipts = [Paid("R-1", "INV-1", On(3, 28), 5_650m), Paid("R-2", "INV-1", On(8, 20), 5_650m)];
        var deals = DealBook.Of([s_order, s_invoice], receipts);

        Assert.Empty(Halves.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2)));
        var second = account.Settle(Of(deals, 2, account, 6), Run(6), s_rules);
        Assert.Equal((Cny(250m), DateSpan.OfQuarter(2026, 2)), (second.Paid, Of(deals, 2, account, 6).Single().Period));

        // Again, with the account as it is then, and with the quarter after beside it.
        account = second.Account;
        Assert.Empty(account.Settle([.. Of(deals, 2, account, 6), .. Of(deals, 3, account, 6)], Run(6), s_rules).Reasons);
        var third = account.Settle([.. Of(deals, 2, account, 9), .. Of(deals, 3, account, 9)], Run(9), s_rules);
        Assert.Equal(Cny(250m), third.Paid);
        account = third.Account.Close(DateSpan.OfQuarter(2026, 2), On(10, 15)).Close(DateSpan.OfQuarter(2026, 3), On(10, 15));
        Assert.Empty(Of(deals, 4, account, 10));
        Assert.Equal(Cny(1_000m), account.Balances.Earned);
    }

    [Fact]
    public void A_cancellation_that_is_posted_late_is_taken_back_once_whether_as_a_fact_or_as_an_event()
    {
        var deals = DealBook.Of([s_order, s_invoice, s_cancelled], []);
        var account = Closed();
        var second = Of(deals, 2, account, 6);
        var @event = CommissionEvent.Cancellation(s_cancelled.Id, s_order, s_cancelled.Date).WithPart(Percent(25));

        Assert.Equal(Cny(-125m), second.Single().Amount);
        Assert.Equal([s_cancelled.Id], second.Single().Included);
        var byFact = account.Settle(second, Run(6).With(@event), s_rules);
        Assert.Equal((Cny(375m), "commission.among-the-facts"), (byFact.Account.Balances.Earned, byFact.Reasons.Single().Code));

        // What the event took is taken, and the fact of its number lowers nothing; undone, it does. From here on the fact is known: the
        // event, given again, takes nothing of what is closed since.
        var byEvent = account.Settle([], Run(5).With(@event), s_rules).Account;
        Assert.Equal(Cny(375m), byEvent.Balances.Earned);
        var none = Of(deals, 2, byEvent, 6).Single();
        Assert.Equal((Cny(0m), s_cancelled.Id), (none.Amount, none.Included.Single()));
        var paid = DealBook.Of([s_order, s_invoice, s_cancelled], [Paid("R-1", "INV-1", On(8, 20), 8_475m)]);
        var later = byEvent.Settle([none], Run(6).With(@event), s_rules).Account.Close(DateSpan.OfQuarter(2026, 2), On(7, 15));
        later = later.Settle(Of(paid, 3, later, 9), Run(9), s_rules).Account.Close(DateSpan.OfQuarter(2026, 3), On(10, 15));
        Assert.Equal(Cny(750m), later.Balances.Earned);
        Assert.Equal(Cny(750m), later.Settle([], Run(10).With(@event), s_rules).Account.Balances.Earned);
        var undone = CommissionEvent.Reinstatement(new LineId(new DocumentId("RE-1"), 1), s_cancelled.Id, On(5, 20));
        var reinstated = byEvent.Settle([], Run(5).With(undone), s_rules).Account;
        Assert.Equal(Cny(-125m), Of(deals, 2, reinstated, 6).Single().Amount);
    }

    // An event took 125 of the 500 of the closed quarter, and then what stands is paid: 750 in all, at every pace.
    [Theory]
    [InlineData(EarningPace.InProportion)]
    [InlineData(EarningPace.OnFirstOfLine)]
    [InlineData(EarningPace.OnFirstOfDeal)]
    [InlineData(EarningPace.WhenLineComplete)]
    [InlineData(EarningPace.WhenDealComplete)]
    public void What_an_event_took_is_cancelled_for_the_money_as_well(EarningPace pace)
    {
        var schedule = Halves.With(Stage.Collected, pace);
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -2_500m, original: "SO-1");
        var invoice = Line(Stage.Invoiced, "INV-1", On(7, 1), 7_500m, "SO-1");
        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(25));
        var account = Closed().Settle([], Run(4).With(@event), s_rules).Account;
        Assert.Equal(Cny(375m), account.Balances.Earned);

        var deals = DealBook.Of([s_order, cancelled, invoice], [Paid("R-1", "INV-1", On(8, 20), 8_475m)]);
        foreach (var quarter in new[] { 2, 3 })
        {
            account = account.Settle(
                schedule.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, quarter), account, Run(3 * quarter)),
                Run(3 * quarter), s_rules).Account.Close(DateSpan.OfQuarter(2026, quarter), On((3 * quarter) + 1, 15));
        }

        Assert.Equal(Cny(750m), account.Balances.Earned);
        Assert.Empty(schedule.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 4), account, Run(12, On(12, 31))));
    }

    // A clause for the time left takes half of what came back; the other half is left for good.
    [Fact]
    public void What_the_clause_left_of_what_came_back_is_left()
    {
        var rule = ClawBackRule.Full.WithinDays(138).ProRata();
        var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(rule);
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -2_500m, original: "SO-1");
        var invoice = Line(Stage.Invoiced, "INV-1", On(7, 1), 7_500m, "SO-1");
        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(25));
        var account = Closed().Settle([], Run(4).With(@event), rules).Account;
        Assert.Equal(Cny(437.50m), account.Balances.Earned);

        var deals = DealBook.Of([s_order, cancelled, invoice], [Paid("R-1", "INV-1", On(8, 20), 8_475m)]);
        Assert.Equal(Cny(375m), Of(deals, 3, account, 9).Single().Amount);
        Assert.Equal([cancelled.Id], Of(deals, 3, account, 9).Single().Included);
    }

    // An event of a line without a fact in the book stays what it is.
    [Fact]
    public void What_an_event_took_that_is_no_fact_stays_taken()
    {
        var @event = CommissionEvent.Cancellation(s_cancelled.Id, s_order, s_cancelled.Date).WithPart(Percent(25));
        var account = Closed().Settle([], Run(4).With(@event), s_rules).Account;
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(8, 20), 11_300m)]);
        Assert.Equal(Cny(500m), Of(deals, 3, account, 9).Single().Amount);
    }

    // An order of February is posted in July, when the first quarter is opened again; nothing is entered in it so far.
    [Fact]
    public void A_quarter_that_is_opened_again_and_has_nothing_yet_has_its_own_facts()
    {
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-2", "INV-1", On(8, 20), 5_650m)]);
        var account = CommissionAccount.In(Currency.CNY)
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15)).Close(DateSpan.OfQuarter(2026, 2), On(7, 1))
            .Reopen(DateSpan.OfQuarter(2026, 1), On(7, 5));

        var settled = account.Settle([.. Of(deals, 1, account, 9), .. Of(deals, 3, account, 9)], Run(9), s_rules);
        Assert.Equal(Cny(750m), settled.Paid);
        Assert.Equal(Cny(250m), Of(deals, 3, settled.Account, 9).Single().Amount);

        // Of a year that was opened again, of which a quarter is closed, month by month.
        account = CommissionAccount.In(Currency.CNY).Reopen(DateSpan.OfYear(2026), On(7, 1))
            .Close(DateSpan.OfMonth(2026, 3), On(7, 2)).Close(DateSpan.OfQuarter(2026, 2), On(7, 2));
        CommissionEarning[] months =
        [
            .. new[] { 1, 2, 7, 8 }.SelectMany(
                month => Halves.ToEarnings(s_locked, deals, DateSpan.OfMonth(2026, month), account, Run(9))),
        ];
        Assert.Equal([Cny(500m), Cny(250m)], months.Select(each => each.Amount));
    }

    // The first quarter is opened again in July: it has its receipt itself, and the quarters after it have nothing of that.
    [Fact]
    public void A_quarter_that_is_opened_again_has_its_own_facts()
    {
        var account = Closed().Close(DateSpan.OfQuarter(2026, 2), On(7, 1)).Reopen(DateSpan.OfQuarter(2026, 1), On(7, 5));
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(3, 28), 5_650m)]);

        var settled = account.Settle([.. Of(deals, 1, account, 9), .. Of(deals, 3, account, 9)], Run(9), s_rules);
        Assert.Equal(Cny(250m), settled.Paid);
        Assert.Empty(Of(deals, 3, account, 9));
        Assert.Equal(Cny(750m), Of(deals, 1, account, 9).Single().Amount);

        // As of a day on which the quarter was closed, the open one has it.
        Assert.Equal(
            Cny(250m), Halves.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 3), account, Run(6, On(7, 4))).Single().Amount);
    }

    [Fact]
    public void What_has_no_sale_is_taken_when_it_is_known()
    {
        var back = Line(Stage.Ordered, "CA-9", On(3, 20), -1_000m);
        var plan = At(10m);
        var quarter = DateSpan.OfQuarter(2026, 1);
        var result = plan.Evaluate(quarter, CommissionTerms.None, plan.Sum(quarter, [Own(s_order), Own(back)]));
        var account = Closed();
        var deals = DealBook.Of([s_order, back], []);

        var second = Halves.ToEarnings(result, deals, DateSpan.OfQuarter(2026, 2), account, Run(6));
        Assert.Equal((back.Id, Cny(-100m)), (second.Single().Line!.Value, second.Single().Amount));
        account = account.Settle(second, Run(6), s_rules).Account.Close(DateSpan.OfQuarter(2026, 2), On(7, 15));
        Assert.Empty(Halves.ToEarnings(result, deals, DateSpan.OfQuarter(2026, 3), account, Run(9)));
    }

    // Facts of every day of the year, each known some months later; a month is closed when the next but one is settled. From some month on
    // an event of the cancellation is given with every run, whether the fact is known or not. In the end what is earned is what all facts
    // say, at every pace.
    [Property(MaxTest = 100)]
    public Property Whenever_facts_come_to_be_known_what_is_earned_in_the_end_is_what_they_say() =>
        Prop.ForAll(
            (from paid in Gen.Choose(1, 400_000).ArrayOf(5)
             from back in Gen.Choose(0, 300_000).ArrayOf(2)
             from days in Gen.Choose(0, 150).ArrayOf(9)
             from late in Gen.Choose(0, 4).ArrayOf(9)
             from pace in Gen.Choose(0, 4).Select(pace => (EarningPace)pace)
             from eventFrom in Gen.Choose(2, 14)
             from count in Gen.Choose(1, 3)
             from isNamed in Gen.Elements(true, false)
             select (paid, back, days, late, pace, eventFrom, count, isNamed)).ToArbitrary(),
            any =>
            {
                var schedule = Halves.With(Stage.Collected, any.pace);
                var start = On(2, 10);

                // Of the lines of the order the last is cancelled; the invoice says of which of them each of its lines is, or not.
                SalesLine[] lines = [.. Numbers().Select(i => Line(Stage.Ordered, "SO-1", start, 10_000m, number: i))];
                SalesLine[] invoices = [.. Numbers().Select(Invoice)];
                var locked = At(10m).Evaluate(lines);
                var invoice = invoices[0].Id.Document.ToString();
                var receipts = any.paid
                    .Select((cents, i) => Paid("R-" + (char)('1' + i), invoice, Day(i), any.count * cents / 100m)).ToList();
                foreach (var (cents, i) in any.back.Select((cents, i) => (cents, i)).Where(each => each.cents > 0))
                {
                    receipts.Add(
                        Back(receipts[i], "B-" + (char)('1' + i), LocalDate.Max(Day(5 + i), receipts[i].Date), cents / 100m));
                }

                var cancelled = Line(Stage.Ordered, "CA-1", Day(7), (-20m * any.days[8]) - 1m, originalLine: lines[any.count - 1].Id);
                var @event = CommissionEvent.Cancellation(cancelled.Id, lines[any.count - 1], cancelled.Date)
                    .WithPart(Percentage.FromFraction(-cancelled.NetAmount.Amount / 10_000m));
                var account = CommissionAccount.In(Currency.CNY);
                for (var month = 2; month <= 11; month++)
                {
                    var isGiven = month >= any.eventFrom && cancelled.Date <= On(month, 28);
                    var run = isGiven ? Run(month).With(@event) : Run(month);
                    SalesLine[] known = IsKnown(cancelled.Date, 7, month) ? [.. lines, .. invoices, cancelled] : [.. lines, .. invoices];
                    var deals = DealBook.Of(known, receipts.Where((receipt, i) => IsKnown(receipt.Date, i % 7, month)));
                    if (month > 3)
                        account = account.Close(DateSpan.OfMonth(2026, month - 2), run.Recorded.PlusDays(-1));
                    var open = Enumerable.Range(2, month - 1).Where(each => each >= month - 1).SelectMany(
                        each => schedule.ToEarnings(locked, deals, DateSpan.OfMonth(2026, each), account, run));
                    var settled = account.Settle(open, run.Restating(DateSpan.OfMonth(2026, month - 1)), s_rules);
                    Assert.True(isGiven || settled.Reasons.Count == 0);
                    account = settled.Account;
                }

                var all = DealBook.Of([.. lines, .. invoices, cancelled], receipts);
                var earned = schedule.ToEarnings(locked, all, DateSpan.OfYear(2026));
                var whole = Money.Sum(Currency.CNY, earned.Select(each => each.Amount));
                var kept = KeptFromFacts(
                    account, schedule, all, cancelled, any.count, earned.Where(each => each.Line == cancelled.Original));
                return kept == 0m ? account.Balances.Earned == whole
                    : Math.Abs((account.Balances.Earned - whole).Amount + kept) <= 0.01m;

                IEnumerable<int> Numbers() => Enumerable.Range(1, any.count);

                SalesLine Invoice(int number)
                {
                    var line = s_invoice.ToBuilder();
                    (line.Line, line.OrderLine) = (number, new LineId(s_order.Id.Document, number));
                    if (!any.isNamed)
                        (line.Document, line.OrderLine) = (s_order.Id.Document, null);
                    return line.Build();
                }

                LocalDate Day(int i) => start.PlusDays(any.days[i]);
                bool IsKnown(LocalDate on, int i, int month) => on.PlusMonths(any.late[i]) <= On(month, 28);
            });

    private static CommissionAccount Closed() =>
        CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(s_locked, DealBook.Of([s_order], []), DateSpan.OfQuarter(2026, 1)), Run(3), s_rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));

    private static IReadOnlyList<CommissionEarning> Of(DealBook deals, int quarter, CommissionAccount account, int run) =>
        Halves.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, quarter), account, Run(run));
}
