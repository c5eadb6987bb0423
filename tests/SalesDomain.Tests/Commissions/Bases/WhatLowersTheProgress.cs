using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>What lowers what is earned by a schedule is named by the earning, whatever is earned beside it.</summary>
public sealed class WhatLowersTheProgress
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly SalesLine s_cancelled = Line(Stage.Ordered, "CA-1", On(8, 3), -2_500m, original: "SO-1");
    private static readonly CollectionLine s_paid = Paid("R-1", "INV-1", On(3, 20), 5_650m);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    // 10,000 at 10 %, half with the order and half with the money: 750 in the first quarter. In the third a quarter of it is cancelled, and
    // as much is paid: −125 + 125. The event of the same cancellation takes nothing, and not 187.50.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_made_up_for_by_a_receipt_of_the_period_is_not_taken_back_by_its_event_too(bool isLater)
    {
        var deals = DealBook.Of([s_order, s_invoice, s_cancelled], [s_paid, Paid("R-2", "INV-1", On(9, 1), 2_825m)]);
        var locked = At(10m).Evaluate(s_order);
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1)), Run(3), s_rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        Assert.Equal(Cny(750m), account.Balances.Earned);

        var third = Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3));
        Assert.Equal(Cny(0m), third.Single().Amount);
        Assert.Equal([s_cancelled.Id], third.Single().Included);

        var @event = CommissionEvent.Cancellation(s_cancelled.Id, s_order, s_cancelled.Date).WithPart(Percent(25));
        if (isLater)
            account = account.Settle(third, Run(9), s_rules).Account;
        var settled = account.Settle(third, Run(isLater ? 10 : 9).With(@event), s_rules);
        Assert.Equal(Cny(0m), settled.ClawedBack);
        Assert.Equal(Cny(750m), settled.Account.Balances.Earned);
        Assert.Equal("commission.among-the-facts", settled.Reasons.Single().Code);
        Assert.Empty(settled.Account.Settle(third, Run(10), s_rules).Entries);
        Assert.Empty(settled.Explain().Verify());
    }

    // Without either of two refunds the money is still not complete; together they have taken the half that was earned with it.
    [Fact]
    public void Of_two_refunds_that_are_each_enough_both_are_named()
    {
        var complete = Halves.With(Stage.Collected, EarningPace.WhenLineComplete);
        var (first, second) = (Refund("R-2", On(7, 3), 3_390m), Refund("R-3", On(8, 3), 1_130m));
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(3, 20), 11_300m), first, second]);
        var locked = At(10m).Evaluate(s_order);

        Assert.Equal(Cny(1_000m), complete.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1)).Single().Amount);
        var third = complete.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3)).Single();
        Assert.Equal(Cny(-500m), third.Amount);
        Assert.Equal([first.Id, second.Id], third.Included);
    }

    [Fact]
    public void What_falls_by_less_than_a_cent_is_named()
    {
        var cancelled = Line(Stage.Ordered, "CA-1", On(8, 3), -0.10m, original: "SO-1");
        var deals = DealBook.Of([s_order, cancelled], []);
        var third = Halves.ToEarnings(At(3m).Evaluate(s_order), deals, DateSpan.OfQuarter(2026, 3)).Single();

        Assert.Equal(Cny(0m), third.Amount);
        Assert.Equal([cancelled.Id], third.Included);
    }

    // Whatever is cancelled and refunded in the third quarter, and whatever is paid beside it: what the order has earned is what the facts
    // say, also where events of all that lowered it are given with the closed quarter.
    [Property(MaxTest = 100)]
    public Property Events_of_what_lowered_the_progress_take_nothing_more() =>
        Prop.ForAll(
            Gen.Choose(0, 100).ArrayOf(4).ToArbitrary(), Gen.Choose(0, 4).Select(pace => (EarningPace)pace).ToArbitrary(),
            (parts, pace) =>
            {
                var schedule = Halves.With(Stage.Collected, pace);
                var cancelled = Line(Stage.Ordered, "CA-1", On(8, 3), -(100m * parts[0]) - 1m, original: "SO-1");
                var refunds = new[] { Refund("R-2", On(7, 3), (113m * parts[1]) + 1m), Refund("R-3", On(8, 4), (113m * parts[2]) + 1m) };
                CollectionLine[] paid = [Paid("R-1", "INV-1", On(3, 20), 11_300m), Paid("R-4", "INV-1", On(9, 2), 113m * parts[3])];
                var deals = DealBook.Of([s_order, s_invoice, cancelled], [.. paid, .. refunds]);
                var locked = At(10m).Evaluate(s_order);
                var account = CommissionAccount.In(Currency.CNY)
                    .Settle(schedule.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1)), Run(3), s_rules).Account
                    .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
                var earning = schedule.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3));
                CommissionEvent[] events =
                [
                    CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(10)),
                    .. refunds.Where(refund => earning.Single().Included.Contains(refund.Id))
                        .Select(refund => CommissionEvent.Cancellation(refund.Id, s_order, refund.Date).WithPart(Percent(10))),
                ];

                var settled = account.Settle(earning, Run(9).With(events), s_rules).Account;
                var whole = schedule.Earned(Cny(1_000m), deals.ProgressOf(s_order.Id.Document)!).ToDate;
                return settled.Balances.Earned == whole;
            });

    // 30 % with the order and 70 % with the money: 3,390 of 11,300 are paid, and a quarter is credited before it is. What that does not
    // lower today, since it was open, a later fact may show; so the event of it takes nothing, whatever the schedule and its pace.
    [Theory]
    [InlineData(EarningPace.OnFirstOfDeal, 1_000, -250)]
    [InlineData(EarningPace.OnFirstOfLine, 1_000, -250)]
    [InlineData(EarningPace.InProportion, 510, -75)]
    [InlineData(EarningPace.WhenDealComplete, 300, -75)]
    public void What_takes_back_of_what_is_open_is_named_too(EarningPace pace, int first, int third)
    {
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(30)), (Stage.Collected, Percent(70)))
            .With(Stage.Collected, pace);
        var note = Line(Stage.Invoiced, "CN-1", On(8, 2), -2_500m, original: "INV-1");
        Assert.Equal((Cny(first), Cny(third)), EarnedBeside(schedule, note, Paid("R-1", "INV-1", On(3, 20), 3_390m)));
    }

    [Fact]
    public void A_credit_note_that_makes_the_contract_complete_is_named()
    {
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(30)), (Stage.Collected, Percent(70)))
            .With(Stage.Collected, EarningPace.WhenDealComplete);
        var note = Line(Stage.Invoiced, "CN-1", On(8, 2), -2_500m, original: "INV-1");
        Assert.Equal((Cny(300m), Cny(450m)), EarnedBeside(schedule, note, Paid("R-1", "INV-1", On(3, 20), 8_475m)));
    }

    // What is collected is not lowered by what is cancelled of the order before it is invoiced.
    [Fact]
    public void A_cancellation_of_what_was_not_invoiced_is_named()
    {
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100)));
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 7_500m, "SO-1");
        Assert.Equal(
            (Cny(750m), Cny(0m)), EarnedBeside(schedule, s_cancelled, Paid("R-1", "INV-1", On(3, 20), 8_475m), invoice));
    }

    // A return of goods is no fact of a schedule that goes by invoices: its event takes, as it says.
    [Fact]
    public void What_the_schedule_does_not_go_by_is_taken_back_by_its_event()
    {
        var delivered = Line(Stage.Delivered, "DN-1", On(3, 2), 10_000m, "SO-1");
        var returned = Line(Stage.Delivered, "RT-1", On(8, 3), -2_500m, original: "DN-1");
        var deals = DealBook.Of([s_order, s_invoice, delivered, returned], [s_paid]);
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Invoiced, Percent(100)));
        var account = ClosedWith(schedule, deals);
        var @event = CommissionEvent.Return(returned.Id, s_order.Id, s_order.Date, returned.Date).WithPart(Percent(25));

        Assert.Empty(schedule.ToEarnings(At(10m).Evaluate(s_order), deals, DateSpan.OfQuarter(2026, 3)));
        account = account.Settle([], Run(9).With(@event), s_rules).Account;
        Assert.Equal(Cny(750m), account.Balances.Earned);

        // And it stays taken, with the account too.
        Assert.Empty(schedule.ToEarnings(At(10m).Evaluate(s_order), deals, DateSpan.OfQuarter(2026, 3), account, Run(10)));
    }

    // The credit note of one quarter and the refund of it in the next are one and the same taking back.
    [Theory]
    [InlineData(EarningPace.InProportion)]
    [InlineData(EarningPace.OnFirstOfDeal)]
    [InlineData(EarningPace.WhenLineComplete)]
    public void A_credit_note_whose_refund_comes_a_quarter_later_is_named_when_it_comes(EarningPace pace)
    {
        var schedule = Halves.With(Stage.Collected, pace);
        var note = Line(Stage.Invoiced, "CN-1", On(5, 2), -2_500m, original: "INV-1");
        var deals = DealBook.Of(
            [s_order, s_invoice, note], [Paid("R-1", "INV-1", On(3, 20), 11_300m), Refund("R-2", On(8, 2), 2_825m)]);
        var account = ClosedWith(schedule, deals);
        var locked = At(10m).Evaluate(s_order);
        var @event = CommissionEvent.Return(note.Id, s_order.Id, s_order.Date, note.Date).WithPart(Percent(25));
        var second = schedule.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 2));
        Assert.Equal([note.Id], second.Single().Included);

        account = account.Settle(second, Run(6).With(@event), s_rules).Account;
        account = account.Settle(
            [.. second, .. schedule.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3))], Run(9).With(@event), s_rules).Account;
        Assert.Equal(Cny(750m), account.Balances.Earned);
    }

    // By the money alone, at every pace, whatever of it came in before: events of all that takes back take nothing more.
    [Property(MaxTest = 100)]
    public Property Events_of_what_takes_back_of_what_is_open_take_nothing_more() =>
        Prop.ForAll(
            Gen.Choose(0, 100).ArrayOf(4).ToArbitrary(), Gen.Choose(0, 4).Select(pace => (EarningPace)pace).ToArbitrary(),
            (parts, pace) =>
            {
                var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100))).With(Stage.Collected, pace);
                var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), (100m * parts[0]) + 1m, "SO-1");
                var cancelled = Line(Stage.Ordered, "CA-1", On(8, 3), -(50m * parts[1]) - 1m, original: "SO-1");
                var note = Line(Stage.Invoiced, "CN-1", On(8, 4), -(50m * parts[2]) - 1m, original: "INV-1");
                var deals = DealBook.Of(
                    [s_order, invoice, cancelled, note],
                    [Paid("R-1", "INV-1", On(3, 20), 113m * parts[3]), Paid("R-2", "INV-1", On(8, 20), 113m)]);
                var account = ClosedWith(schedule, deals);
                var earning = schedule.ToEarnings(At(10m).Evaluate(s_order), deals, DateSpan.OfQuarter(2026, 3));
                CommissionEvent[] events =
                [
                    CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date).WithPart(Percent(10)),
                    CommissionEvent.Return(note.Id, s_order.Id, s_order.Date, note.Date).WithPart(Percent(10)),
                ];
                Assert.Equal([cancelled.Id, note.Id], earning.Single().Included);

                // With the facts of the quarter, or a month later, when it is closed as well.
                var whole = schedule.Earned(Cny(1_000m), deals.ProgressOf(s_order.Id.Document)!).ToDate;
                var later = account.Settle(earning, Run(9), s_rules).Account.Close(DateSpan.OfQuarter(2026, 3), On(10, 20));
                return account.Settle(earning, Run(9).With(events), s_rules).Account.Balances.Earned == whole
                    && later.Settle([], Run(10).With(events), s_rules).Account.Balances.Earned == whole;
            });

    private static CommissionAccount ClosedWith(EarningSchedule schedule, DealBook deals) =>
        CommissionAccount.In(Currency.CNY)
            .Settle(schedule.ToEarnings(At(10m).Evaluate(s_order), deals, DateSpan.OfQuarter(2026, 1)), Run(3), s_rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));

    /// <summary>What the first quarter and the third earn, where the event of what takes back is given with the third.</summary>
    private static (Money First, Money Third) EarnedBeside(
        EarningSchedule schedule, SalesLine back, CollectionLine paid, SalesLine? invoice = null)
    {
        var deals = DealBook.Of([s_order, invoice ?? s_invoice, back], [paid]);
        var account = ClosedWith(schedule, deals);
        var third = schedule.ToEarnings(At(10m).Evaluate(s_order), deals, DateSpan.OfQuarter(2026, 3));
        Assert.Equal([back.Id], third.Single().Included);

        var @event = CommissionEvent.Return(back.Id, s_order.Id, s_order.Date, back.Date).WithPart(Percent(25));
        var settled = account.Settle(third, Run(9).With(@event), s_rules);
        Assert.Equal("commission.among-the-facts", settled.Reasons.Single().Code);
        return (account.Balances.Earned, settled.Account.Balances.Earned - account.Balances.Earned);
    }

    private static CollectionLine Refund(string document, NodaTime.LocalDate on, decimal amount)
    {
        var refund = s_paid.ToBuilder();
        (refund.Document, refund.Date, refund.Amount, refund.Original) = (new DocumentId(document), on, Cny(-amount), s_paid.Id);
        return refund.Build();
    }
}
