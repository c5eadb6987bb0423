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

/// <summary>
/// What events took of a line, and what the facts say of it, are settled once, in whatever order and however often they are given.
/// </summary>
public sealed class EventsBesideTheFacts
{
    private static readonly EarningSchedule s_withOrder = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(100)));
    private static readonly EarningSchedule s_withMoney = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100)));
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(2, 12), 10_000m, "SO-1");
    private static readonly SalesLine s_cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -4_000m, original: "SO-1");
    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_full = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    // On 20 April half of the window is left.
    private static readonly PayoutRules s_half =
        PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full.WithinDays(138).ProRata());

    private static CommissionEvent Cancelled =>
        CommissionEvent.Cancellation(s_cancelled.Id, s_order, s_cancelled.Date).WithPart(Percent(40));

    // 1,000 with the order, of which an event took half of 40 %: 800. Then that is a fact, and 30 % more: 1,000 − 200 − 300, whether June
    // is run once or again, in one run or month after month, and of the account or of its entries.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_came_back_by_an_event_is_what_it_was_when_it_did(bool isStored)
    {
        var more = Line(Stage.Ordered, "CA-2", On(6, 5), -3_000m, original: "SO-1");
        var account = Settled(Closed(s_withOrder), DealBook.Of([s_order], []), 4, s_half, s_withOrder, Cancelled);
        Assert.Equal(Cny(800m), account.Balances.Earned);

        var deals = DealBook.Of([s_order, s_cancelled, more], []);
        for (var month = 6; month <= 9; month++)
        {
            for (var again = 0; again < 3; again++)
            {
                account = isStored ? Stored(account) : account;
                account = Settled(account, deals, month, s_half, s_withOrder);
                Assert.Equal(Cny(500m), account.Balances.Earned);
            }

            account = account.Close(DateSpan.OfMonth(2026, month), Run(month).Recorded.PlusDays(1));
        }
    }

    // 500 with the order, taken because nobody pays; then all of it is credited as well.
    [Fact]
    public void Facts_take_no_more_than_stands_beside_what_events_took()
    {
        var unpaid = CommissionEvent.NonPayment(Id("NP-1"), s_order, On(6, 20));
        var note = Line(Stage.Invoiced, "CN-1", On(8, 2), -10_000m, original: "INV-1");
        var account = Settled(Closed(Halves), DealBook.Of([s_order, s_invoice], []), 6, s_full, Halves, unpaid);
        Assert.Equal(Cny(0m), account.Balances.Earned);

        var deals = DealBook.Of([s_order, s_invoice, note], []);
        var earning = Halves.ToEarnings(s_locked, deals, DateSpan.OfMonth(2026, 8), account, Run(8)).Single();
        Assert.Equal((Cny(0m), note.Id), (earning.Amount, earning.Included.Single()));
        Assert.Contains(
            "commission.taken-by-events (by the facts CNY 0.00, taken by events CNY 500.00)",
            earning.Reasons.Select(each => each.ToString()));
        account = Settled(account, deals, 8, s_full, Halves, unpaid).Close(DateSpan.OfMonth(2026, 8), On(9, 15));
        Assert.Equal(Cny(0m), account.Balances.Earned);
        Assert.Empty(Halves.ToEarnings(s_locked, deals, DateSpan.OfMonth(2026, 9), account, Run(9)));

        // Paid after all, the event is undone: the facts take what it did not.
        var undone = CommissionEvent.Reinstatement(Id("RE-1"), unpaid.Id, On(9, 20));
        Assert.Equal(Cny(0m), Settled(account, deals, 9, s_full, Halves, undone).Balances.Earned);
        Assert.Equal(
            Cny(1_000m),
            Settled(account, DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(9, 2), 11_300m)]), 9, s_full, Halves, undone)
                .Balances.Earned);
    }

    // What came in after the day of an event is not taken by it, however often it is given.
    [Theory]
    [InlineData(100, 11_300, 500)]
    [InlineData(40, 6_780, 600)]
    public void An_event_that_is_given_again_takes_nothing_that_came_in_since(int part, int paid, int earned)
    {
        var @event = CommissionEvent.NonPayment(Id("NP-1"), s_order, On(6, 20)).WithPart(Percent(part));
        var account = Settled(Closed(Halves), DealBook.Of([s_order, s_invoice], []), 6, s_full, Halves, @event);
        Assert.Equal(Cny(500m - (5m * part)), account.Balances.Earned);

        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(8, 2), paid)]);
        for (var month = 6; month <= 10; month++)
        {
            account = Settled(account, deals, month, s_full, Halves, @event)
                .Close(DateSpan.OfMonth(2026, month), Run(month).Recorded.PlusDays(1));
        }

        Assert.Equal(Cny(earned), account.Balances.Earned);
    }

    // An event took all; in July its cancellation is taken back, by a fact and by a reinstatement, in one run.
    [Fact]
    public void What_the_run_reinstates_is_not_given_back_by_the_facts_as_well()
    {
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -10_000m, original: "SO-1");
        var back = Line(Stage.Ordered, "CB-1", On(7, 1), 10_000m, original: "CA-1");
        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date);
        var undone = CommissionEvent.Reinstatement(Id("UN-1"), cancelled.Id, On(7, 2));
        var account = Settled(Closed(s_withOrder), DealBook.Of([s_order], []), 4, s_full, s_withOrder, @event);
        account = Settled(account, DealBook.Of([s_order, cancelled], []), 6, s_full, s_withOrder).Close(
            DateSpan.OfMonth(2026, 6), On(7, 12));
        Assert.Equal(Cny(0m), account.Balances.Earned);

        foreach (var month in new[] { 7, 7, 8 })
        {
            account = Settled(account, DealBook.Of([s_order, cancelled, back], []), month, s_full, s_withOrder, undone);
            Assert.Equal(Cny(1_000m), account.Balances.Earned);
        }
    }

    // All with the money, and paid in full; of goods that came back an event takes. Their fact gives nothing back before the refund.
    [Theory]
    [InlineData(true, 800)]
    [InlineData(false, 600)]
    public void Goods_that_came_back_and_lower_nothing_yet_give_nothing_back(bool isProRata, int earned)
    {
        var delivered = Line(Stage.Delivered, "DN-1", On(2, 12), 10_000m, "SO-1");
        var returned = Line(Stage.Delivered, "RT-1", On(4, 20), -4_000m, original: "DN-1");
        var note = Line(Stage.Invoiced, "CN-1", On(7, 2), -4_000m, original: "INV-1");
        var paid = Paid("R-1", "INV-1", On(2, 20), 11_300m);
        var refund = Back(paid, "B-1", On(7, 5), 4_520m);
        var rules = isProRata ? s_half : s_full;
        var @event = CommissionEvent.Return(returned.Id, s_order.Id, s_order.Date, returned.Date).WithPart(Percent(40));
        var before = DealBook.Of([s_order, s_invoice, delivered], [paid]);
        var account = Settled(Closed(s_withMoney, before), before, 4, rules, s_withMoney, @event);
        Assert.Equal(Cny(earned), account.Balances.Earned);

        account = Settled(account, DealBook.Of([s_order, s_invoice, delivered, returned], [paid]), 6, rules, s_withMoney)
            .Close(DateSpan.OfMonth(2026, 6), On(7, 12));
        Assert.Equal(Cny(earned), account.Balances.Earned);
        account = Settled(
            account, DealBook.Of([s_order, s_invoice, delivered, returned, note], [paid, refund]), 7, rules, s_withMoney);
        Assert.Equal(Cny(earned), account.Balances.Earned);
    }

    // 60 % of what was paid for in full comes back, and an event takes 600. However much of the money is refunded, 400 stands: with the
    // money alone, and where half is earned with the order, which is lowered at once.
    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 113)]
    [InlineData(true, 3_390)]
    [InlineData(true, 6_780)]
    [InlineData(false, 0)]
    [InlineData(false, 113)]
    [InlineData(false, 6_780)]
    public void What_an_event_took_is_given_back_as_far_as_the_money_is(bool isWithMoney, int refunded)
    {
        var schedule = isWithMoney ? s_withMoney : Halves;
        var delivered = Line(Stage.Delivered, "DN-1", On(2, 12), 10_000m, "SO-1");
        var returned = Line(Stage.Delivered, "RT-1", On(4, 20), -6_000m, original: "DN-1");
        var paid = Paid("R-1", "INV-1", On(2, 20), 11_300m);
        var @event = CommissionEvent.Return(returned.Id, s_order.Id, s_order.Date, returned.Date).WithPart(Percent(60));
        var before = DealBook.Of([s_order, s_invoice, delivered], [paid]);
        var account = Settled(Closed(schedule, before), before, 4, s_full, schedule, @event);
        Assert.Equal(Cny(400m), account.Balances.Earned);

        CollectionLine[] receipts = refunded == 0 ? [paid] : [paid, Back(paid, "B-1", On(7, 5), refunded)];
        account = Settled(account, DealBook.Of([s_order, s_invoice, delivered, returned], receipts), 7, s_full, schedule, @event);
        Assert.Equal(Cny(400m), account.Balances.Earned);
    }

    // Of 7,500 invoiced and paid nothing comes back when the rest is cancelled, and the facts say so: all that the event took is given
    // back, and of what a clause left of it nothing more.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_an_event_took_and_the_facts_never_lower_is_given_back(bool isProRata)
    {
        var rules = isProRata ? s_half : s_full;
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -2_500m, original: "SO-1");
        var invoice = Line(Stage.Invoiced, "INV-1", On(2, 12), 7_500m, "SO-1");
        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(25));
        CollectionLine[] paid = [Paid("R-1", "INV-1", On(2, 20), 8_475m)];
        var before = DealBook.Of([s_order, invoice], paid);
        var account = Settled(Closed(s_withMoney, before), before, 4, rules, s_withMoney, @event);
        Assert.Equal(Cny(isProRata ? 656.25m : 562.50m), account.Balances.Earned);
        Assert.Equal(
            Cny(750m), Settled(account, DealBook.Of([s_order, invoice, cancelled], paid), 6, rules, s_withMoney).Balances.Earned);
    }

    // Half is paid, and a quarter cancelled: the event takes a quarter of all that is earned, 187.50 of 750, and the facts only 125.
    [Fact]
    public void What_an_event_took_of_more_than_the_facts_lower_is_given_back_too()
    {
        var cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -2_500m, original: "SO-1");
        var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(25));
        CollectionLine[] paid = [Paid("R-1", "INV-1", On(2, 20), 5_650m)];
        var before = DealBook.Of([s_order, s_invoice], paid);
        var account = Settled(Closed(Halves, before), before, 4, s_full, Halves, @event);
        Assert.Equal(Cny(562.50m), account.Balances.Earned);
        var deals = DealBook.Of([s_order, s_invoice, cancelled], paid);
        Assert.Equal(Cny(625m), Settled(account, deals, 6, s_full, Halves).Balances.Earned);
    }

    // The facts of the day before, what events took beside them, and what is entered.
    [Fact]
    public void What_is_known_late_says_what_the_facts_say_and_what_events_took()
    {
        var account = Settled(Closed(s_withOrder), DealBook.Of([s_order], []), 4, s_half, s_withOrder, Cancelled);
        var late = Line(Stage.Ordered, "CA-2", On(5, 5), -3_000m, original: "SO-1");
        var earning = s_withOrder.ToEarnings(
            s_locked, DealBook.Of([s_order, s_cancelled, late], []), DateSpan.OfMonth(2026, 6), account, Run(6)).Single();
        Assert.Equal(Cny(-300m), earning.Amount);
        Assert.Contains(
            "commission.known-late (entered before CNY 1000.00, by the facts CNY 300.00, came back by events CNY 400.00)",
            earning.Reasons.Select(each => each.ToString()));
    }

    // Cancelled as a fact and by an event, not paid for by an event that is no fact, and that one undone again, with a clause for the time
    // left or without: each given with every run from some month on. Nothing is earned twice, or taken twice.
    [Property(MaxTest = 200)]
    public Property Whatever_events_come_beside_the_facts_a_line_earns_once_and_loses_once() =>
        Prop.ForAll(
            (from paid in Gen.Choose(1, 500_000).ArrayOf(3)
             from days in Gen.Choose(0, 150).ArrayOf(6)
             from late in Gen.Choose(0, 4).ArrayOf(4)
             from part in Gen.Choose(1, 100).ArrayOf(2)
             from pace in Gen.Choose(0, 4).Select(pace => (EarningPace)pace)
             from eventFrom in Gen.Choose(2, 14).ArrayOf(3)
             from isProRata in Gen.Elements(true, false)
             select (paid, days, late, part, pace, eventFrom, isProRata)).ToArbitrary(),
            any =>
            {
                var schedule = Halves.With(Stage.Collected, any.pace);
                var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(
                    any.isProRata ? ClawBackRule.Full.WithinDays(200).ProRata() : ClawBackRule.Full);
                CollectionLine[] receipts = [.. any.paid.Select((cents, i) => Paid("R-" + (char)('1' + i), "INV-1", Day(i), cents / 100m))];
                var cancelled = Line(Stage.Ordered, "CA-1", Day(3), -100m * any.part[0], original: "SO-1");
                var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(any.part[0]));
                var unpaid = CommissionEvent.NonPayment(Id("NP-1"), s_order, Day(4)).WithPart(Percent(any.part[1]));
                var undone = CommissionEvent.Reinstatement(Id("RE-1"), unpaid.Id, LocalDate.Max(Day(4), Day(5)));
                var account = CommissionAccount.In(Currency.CNY);
                for (var month = 2; month <= 12; month++)
                {
                    var run = Run(month, On(month, 28).PlusDays(12)).Restating(DateSpan.OfMonth(2026, month - 1));
                    run = run.With(
                        [.. new[] { @event, unpaid, undone }.Where((each, i) => month >= any.eventFrom[i] && each.On <= On(month, 28))]);
                    SalesLine[] lines = IsKnown(cancelled.Date, 3, month) ? [s_order, s_invoice, cancelled] : [s_order, s_invoice];
                    var deals = DealBook.Of(lines, receipts.Where((receipt, i) => IsKnown(receipt.Date, i, month)));
                    if (month > 3)
                        account = account.Close(DateSpan.OfMonth(2026, month - 2), run.Recorded.PlusDays(-1));
                    account = account.Settle(Open(month, deals, run), run, rules).Account;
                    Assert.Empty(account.Settle(Open(month, deals, run), run, rules).Entries);
                    Assert.InRange(account.Balances.Earned.Amount, 0m, 1_000m);
                }

                var all = DealBook.Of([s_order, s_invoice, cancelled], receipts);
                var whole = schedule.ToEarnings(s_locked, all, DateSpan.OfYear(2026));
                var kept = KeptFromFacts(account, schedule, all, cancelled, lines: 1, whole);
                var facts = whole.Sum(each => each.Amount.Amount) - kept;
                CommissionEntry[] taken = [.. account.Entries.Where(each => each.Kind == CommissionEntryKind.ClawedBack)];
                var notPaid = -taken.Where(each => each.Event!.Id != @event.Id).Sum(each => each.Amount.Amount);
                var left = taken.Where(each => each.Event!.Id == @event.Id && each.TimeLeft is { IsZero: false })
                    .Sum(each => ((0.005m - each.Amount.Amount) / each.TimeLeft!.Value.Fraction) + each.Amount.Amount + 0.005m);
                var cent = kept == 0m ? 0m : 0.01m;
                return account.Balances.Earned.Amount >= Math.Max(0m, facts - notPaid) - cent
                    && account.Balances.Earned.Amount <= Math.Max(0m, facts + left - notPaid) + cent;

                IEnumerable<CommissionEarning> Open(int month, DealBook deals, PayoutRun run) =>
                    Enumerable.Range(2, month - 1).Where(each => each >= month - 1).SelectMany(
                        each => schedule.ToEarnings(s_locked, deals, DateSpan.OfMonth(2026, each), account, run));

                LocalDate Day(int i) => s_order.Date.PlusDays(any.days[i]);
                bool IsKnown(LocalDate on, int i, int month) => on.PlusMonths(any.late[i]) <= On(month, 28);
            });

    private static LineId Id(string document) => new(new DocumentId(document), 1);

    // All months through May are closed with what the first quarter has earned.
    private static CommissionAccount Closed(EarningSchedule schedule, DealBook? deals = null) =>
        Enumerable.Range(1, 5).Aggregate(
            CommissionAccount.In(Currency.CNY).Settle(
                schedule.ToEarnings(s_locked, deals ?? DealBook.Of([s_order], []), DateSpan.OfMonth(2026, 2)), Run(2), s_full).Account,
            (account, month) => account.Close(DateSpan.OfMonth(2026, month), On(4, 5)));

    private static CommissionAccount Stored(CommissionAccount account) =>
        account.Closings.Aggregate(
            CommissionAccount.In(Currency.CNY).Apply(account.Entries),
            (all, each) => all.Close(each.Span, each.On));

    /// <summary>A month with its events; one that is closed has nothing but these.</summary>
    private static CommissionAccount Settled(
        CommissionAccount account, DealBook deals, int month, PayoutRules rules, EarningSchedule schedule, params CommissionEvent[] events)
    {
        var (during, run) = (DateSpan.OfMonth(2026, month), Run(month).With(events));
        return account.Settle(
            account.IsClosed(during, run.Recorded) ? [] : schedule.ToEarnings(s_locked, deals, during, account, run), run, rules).Account;
    }
}
