using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>A floor of 800 a quarter beside an order of 10,000 at 10 %, of which events took or something is not known.</summary>
public sealed class FloorsBesideEvents
{
    private static readonly EarningSchedule s_withOrder = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(100)));
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_cancelled = Line(Stage.Ordered, "CA-1", On(4, 20), -6_000m, original: "SO-1");
    private static readonly PayoutRules s_full = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    // On 20 April half of the window is left.
    private static readonly PayoutRules s_half =
        PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full.WithinDays(138).ProRata());

    // Of the line 400 stand when all of the 60 % is taken, and 700 where the clause leaves half. Of the floor of a closed quarter nothing
    // is said before the cancellation is a fact; then as much of it is paid as the line has not.
    [Theory]
    [InlineData(false, 400)]
    [InlineData(true, 700)]
    public void A_floor_fills_up_what_stands_of_a_line_and_no_more(bool isProRata, int stands)
    {
        var rules = isProRata ? s_half : s_full;
        var sold = Plan(800m).Evaluate(s_order);
        var @event = CommissionEvent.Cancellation(s_cancelled.Id, s_order, s_cancelled.Date).WithPart(Percent(60));
        var account = Run(CommissionAccount.In(Currency.CNY), 1, DealBook.Of([s_order], []));
        Assert.Equal(Cny(1_000m), account.Balances.Earned);
        account = Run(account, 2, DealBook.Of([s_order], []), @event);
        Assert.Equal(Cny(stands), account.Balances.Earned);

        account = Run(account, 3, DealBook.Of([s_order, s_cancelled], []), @event);
        Assert.Equal(Cny(800m), account.Balances.Earned);
        Assert.Equal(Cny(800m), Run(account, 4, DealBook.Of([s_order, s_cancelled], []), @event).Balances.Earned);

        CommissionAccount Run(CommissionAccount before, int quarter, DealBook deals, params CommissionEvent[] events) =>
            Settled(before, quarter, deals, s_withOrder, rules, [sold], events).Close(Quarter(quarter), Recorded(quarter));
    }

    // Half of 1,000 with the order, and 300 of the floor. What the receipt without a due date earns nobody knows; the 500 are paid.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_stands_of_a_line_that_is_not_known_any_more_is_in_the_floor(bool isByAccount)
    {
        var late = Halves.WithLateness(Lateness);
        var sold = Plan(800m).Evaluate(s_order);
        var invoice = Line(Stage.Invoiced, "INV-1", On(4, 2), 10_000m, "SO-1");
        var deals = DealBook.Of([s_order, invoice], [Paid("R-1", "INV-1", On(5, 20), 5_650m)]);
        var account = Settled(CommissionAccount.In(Currency.CNY), 1, DealBook.Of([s_order], []), late, s_full, [sold]);
        Assert.Equal(Cny(800m), account.Balances.Earned);
        if (isByAccount)
            account = account.Close(Quarter(1), Recorded(1));

        var run = PayoutRun.Of(Quarter(2), Recorded(2));
        var given = isByAccount ? late.ToEarnings(sold, deals, Quarter(2), account, run) : late.ToEarnings(sold, deals, Quarter(2));
        var settled = account.Settle(given, run, s_full);
        Assert.Equal(Cny(800m), settled.Account.Balances.Earned);
        Assert.Contains(settled.Reasons, reason => reason.Code == "commission.not-known");
    }

    // Events of two orders, all of them facts sooner or later: at least the floor is earned in the end, and no floor beside lines that have
    // it already.
    [Property(MaxTest = 200)]
    public Property Lines_and_floor_come_to_the_greater_of_both_whatever_events_took() =>
        Prop.ForAll(
            (from orders in Gen.Choose(1, 2_000_000).ArrayOf(2)
             from part in Gen.Choose(1, 100).ArrayOf(2)
             from eventFrom in Gen.Choose(2, 5).ArrayOf(2)
             from factFrom in Gen.Choose(0, 3).ArrayOf(2)
             from paid in Gen.Choose(0, 100).ArrayOf(2)
             from floor in Gen.Choose(1, 300_000)
             from isProRata in Gen.Elements(true, false)
             from isWithOrder in Gen.Elements(true, false)
             select (orders, part, eventFrom, factFrom, paid, floor, isProRata, isWithOrder)).ToArbitrary(),
            any =>
            {
                var (schedule, rules) = (any.isWithOrder ? s_withOrder : Halves, any.isProRata ? s_half : s_full);
                SalesLine[] orders = [.. any.orders.Select((cents, i) => Line(Stage.Ordered, Order(i), On(2, 10 + i), cents / 100m))];
                var sold = Plan(any.floor / 100m).Evaluate(orders);
                var account = CommissionAccount.In(Currency.CNY);
                for (var quarter = 1; quarter <= 8; quarter++)
                {
                    var (lines, receipts, events) = (orders.ToList(), new List<CollectionLine>(), new List<CommissionEvent>());
                    for (var i = 0; i < 2; i++)
                    {
                        lines.Add(Line(Stage.Invoiced, "INV-" + Digit(i), On(2, 15), orders[i].NetAmount.Amount, Order(i)));
                        var paid = orders[i].GrossAmount.Amount * any.paid[i] / 100m;
                        if (paid > 0m && quarter > 2)
                            receipts.Add(Paid("R-" + Digit(i), "INV-" + Digit(i), On(9, 1), paid));
                        var back = (orders[i].NetAmount * Percent(any.part[i])).Round(Rounding.Commercial);
                        if (back.IsZero)
                            continue;

                        var cancelled = Line(Stage.Ordered, "CA-" + Digit(i), On(4, 20), -back.Amount, original: Order(i));
                        if (quarter >= any.eventFrom[i])
                        {
                            events.Add(
                                CommissionEvent.Cancellation(cancelled.Id, orders[i], cancelled.Date)
                                    .WithPart(Percentage.FromFraction(back.Amount / orders[i].NetAmount.Amount)));
                        }

                        if (quarter >= any.eventFrom[i] + any.factFrom[i])
                            lines.Add(cancelled);
                    }

                    account = Settled(account, quarter, DealBook.Of(lines, receipts), schedule, rules, [sold], [.. events])
                        .Close(Quarter(quarter), Recorded(quarter));
                }

                var ofLines = account.Entries.Where(entry => entry.Line is not null).Sum(entry => entry.Amount.Amount);
                Assert.Equal(Math.Max(any.floor / 100m, ofLines), account.Balances.Earned.Amount);
            });

    private static string Digit(int i) => i == 0 ? "1" : "2";

    private static string Order(int i) => "SO-" + Digit(i);

    private static CommissionPlan Plan(decimal floor) => CommissionPlan.Of(
        "Orders 2026", Currency.CNY, Rounding.Commercial,
        CommissionComponent.Cumulative(
            "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
            CommissionRate.Flat(Percent(10))).WithFloor(Cny(floor)));

    private static DateSpan Quarter(int number) => DateSpan.OfQuarter(2026 + ((number - 1) / 4), ((number - 1) % 4) + 1);

    private static LocalDate Recorded(int quarter) => Quarter(quarter).End!.Value.PlusDays(12);

    // Run twice, and explained.
    private static CommissionAccount Settled(
        CommissionAccount account, int quarter, DealBook deals, EarningSchedule schedule, PayoutRules rules, CommissionResult[] results,
        params CommissionEvent[] events)
    {
        var run = PayoutRun.Of(Quarter(quarter), Recorded(quarter)).With(events);
        var settled = account.Settle(
            results.SelectMany(each => schedule.ToEarnings(each, deals, Quarter(quarter), account, run)), run, rules);
        var explanation = settled.Explain(schedule, deals, results);
        Assert.True(explanation.IsVerified, explanation.ToString());
        var again = settled.Account;
        Assert.Empty(
            again.Settle(results.SelectMany(each => schedule.ToEarnings(each, deals, Quarter(quarter), again, run)), run, rules).Entries);
        return settled.Account;
    }
}
