using System;
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

/// <summary>Months that are closed early, late or never, and opened again: whatever is open is given in every run.</summary>
public sealed class MonthsOpenAndClosed
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    // Facts of February to July, each known some months later. Each month is closed some months after it, or never, and some are opened
    // again; from some month on an event of the cancellation is given with every run, and from some month on its reinstatement. Run again,
    // a run enters nothing, and in the end what is earned is what all facts say, but for what the event keeps beside them.
    [Property(MaxTest = 200)]
    public Property Whatever_is_open_all_open_months_together_earn_what_the_facts_say() =>
        Prop.ForAll(
            (from paid in Gen.Choose(1, 400_000).ArrayOf(4)
             from days in Gen.Choose(0, 150).ArrayOf(6)
             from late in Gen.Choose(0, 4).ArrayOf(6)
             from closed in Gen.Choose(1, 12).ArrayOf(13)
             from opened in Gen.Choose(1, 16).ArrayOf(13)
             from pace in Gen.Choose(0, 4).Select(pace => (EarningPace)pace)
             from eventFrom in Gen.Choose(2, 24)
             from undoneFrom in Gen.Choose(2, 24)
             select (paid, days, late, closed, opened, pace, eventFrom, undoneFrom)).ToArbitrary(),
            any =>
            {
                var schedule = Halves.With(Stage.Collected, any.pace);
                var receipts = any.paid.Select((cents, i) => Paid("R-" + (char)('1' + i), "INV-1", Day(i), cents / 100m)).ToList();
                var cancelled = Line(Stage.Ordered, "CA-1", Day(4), (-20m * any.days[5]) - 1m, original: "SO-1");
                var @event = CommissionEvent.Cancellation(cancelled.Id, s_order, cancelled.Date)
                    .WithPart(Percentage.FromFraction(-cancelled.NetAmount.Amount / 10_000m));
                var undone = CommissionEvent.Reinstatement(new LineId(new DocumentId("U-1"), 1), @event.Id, cancelled.Date.PlusDays(1));
                var account = CommissionAccount.In(Currency.CNY);
                for (var month = 2; month <= 12; month++)
                {
                    var run = PayoutRun.Of(DateSpan.OfMonth(2026, month), On(month, 28).PlusDays(13));
                    foreach (var before in Enumerable.Range(1, month - 1).Select(each => DateSpan.OfMonth(2026, each)))
                    {
                        var each = before.Start!.Value.Month;
                        if (month == each + any.closed[each])
                            account = account.Close(before, run.Recorded.PlusDays(-1));
                        if (month == each + any.closed[each] + any.opened[each])
                            account = account.Reopen(before, run.Recorded.PlusDays(-1));
                    }

                    SalesLine[] lines = IsKnown(cancelled.Date, 4, month) ? [s_order, s_invoice, cancelled] : [s_order, s_invoice];
                    var deals = DealBook.Of(lines, receipts.Where((receipt, i) => IsKnown(receipt.Date, i, month)));
                    DateSpan[] open =
                    [
                        .. Enumerable.Range(1, month).Select(each => DateSpan.OfMonth(2026, each))
                            .Where(each => !account.IsClosed(each, run.Recorded)),
                    ];
                    run = open.Aggregate(run, (all, each) => all.Restating(each));
                    if (month >= any.eventFrom && cancelled.Date <= On(month, 28))
                        run = run.With(@event);
                    if (month >= Math.Max(any.eventFrom, any.undoneFrom))
                        run = run.With(undone);
                    account = Settled().Account;
                    Assert.Empty(Settled().Entries);

                    CommissionSettlement Settled() => account.Settle(
                        open.SelectMany(each => schedule.ToEarnings(s_locked, deals, each, account, run)).ToList(), run, s_rules);
                }

                var all = DealBook.Of([s_order, s_invoice, cancelled], receipts);
                var whole = schedule.Earned(Cny(1_000m), all.ProgressOf(s_order.Id.Document)!).ToDate;
                var kept = KeptFromFacts(
                    account, schedule, all, cancelled, lines: 1, schedule.ToEarnings(s_locked, all, DateSpan.OfYear(2026)));
                return kept == 0m ? account.Balances.Earned == whole
                    : Math.Abs((account.Balances.Earned - whole).Amount + kept) <= 0.01m;

                LocalDate Day(int i) => On(2, 10).PlusDays(any.days[i]);
                bool IsKnown(LocalDate on, int i, int month) => on.PlusMonths(any.late[i]) <= On(month, 28);
            });
}
