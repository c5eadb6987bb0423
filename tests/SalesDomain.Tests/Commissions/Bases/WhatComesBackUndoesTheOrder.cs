using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>
/// What is ordered counts as far as it stands: goods that come back (退货) and credit notes undo it, a document that is issued anew does
/// not (红冲重开, 换货). An order of 10,000 at 10 %, half with the order and half with the money.
/// </summary>
public sealed class WhatComesBackUndoesTheOrder
{
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly SalesLine s_delivery = Line(Stage.Delivered, "DN-1", On(3, 2), 10_000m, "SO-1");
    private static readonly CollectionLine s_paid = Paid("R-1", "INV-1", On(3, 20), 11_300m);
    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    // Cancelled; delivered and come back; invoiced and credited; and what of the order stands, in per cent.
    [Theory]
    [InlineData(0, 0, 0, 10_000, 0, 100)]
    [InlineData(0, 0, 0, 10_000, 2_500, 75)]
    [InlineData(0, 0, 0, 20_000, 10_000, 100)] // Issued anew: the first invoice, its credit note and the second.
    [InlineData(0, 0, 0, 17_500, 10_000, 75)] // Issued anew for less.
    [InlineData(0, 4_000, 4_000, 0, 0, 60)] // A part was delivered, and came back.
    [InlineData(0, 10_000, 4_000, 10_000, 0, 60)]
    [InlineData(0, 14_000, 4_000, 10_000, 0, 100)] // Exchanged: what came back is delivered again.
    [InlineData(0, 10_000, 2_500, 10_000, 2_500, 75)] // Goods and credit note are one and the same.
    [InlineData(0, 10_000, 4_000, 10_000, 2_500, 60)]
    [InlineData(2_500, 0, 0, 10_000, 2_500, 75)] // The credit note is for what was cancelled too.
    [InlineData(2_500, 0, 0, 7_500, 2_500, 50)] // It is for something else.
    [InlineData(10_000, 10_000, 10_000, 10_000, 10_000, 0)]
    [InlineData(0, 10_000, 10_000, 10_000, 10_000, 0)]
    public void It_stands_as_far_as_it_is_not_undone(int cancelled, int delivered, int back, int invoiced, int credited, int stands)
    {
        var lines = Lines(cancelled, delivered, back, invoiced, credited);
        Assert.Equal(Percent(stands), DealProgress.OfFacts(s_order.Id.Document, lines).At(Stage.Ordered));
        Assert.Equal(Percent(stands), DealBook.Of(lines, []).ProgressOf(s_order.Id, On(12, 31))!.At(Stage.Ordered));
    }

    // Of 5,000 invoiced a credit note by mistake, which is taken back: 5,000 are open, and all of the order stands.
    [Fact]
    public void A_credit_note_that_is_taken_back_undoes_nothing()
    {
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 5_000m, "SO-1");
        var note = Line(Stage.Invoiced, "CN-1", On(3, 5), -5_000m, original: "INV-1");
        var again = Line(Stage.Invoiced, "INV-2", On(3, 9), 5_000m, original: "CN-1");
        var progress = DealBook.Of([s_order, invoice, note, again], [Paid("R-1", "INV-1", On(3, 20), 5_650m)])
            .ProgressOf(s_order.Id, On(12, 31))!;

        Assert.Equal("Ordered 100%, Delivered 0%, Invoiced 50%, Collected 50%", progress.ToString());
        Assert.Equal(
            Cny(500m), Halves.With(Stage.Collected, EarningPace.WhenLineComplete).Earned(Cny(1_000m), progress).ToDate);
    }

    // Lines of 6,000 and 4,000. A credit note that says which line it is of is of that; of one that does not each line has its part.
    [Theory]
    [InlineData(true, 100, 75)]
    [InlineData(false, 90, 90)]
    public void What_names_no_line_is_of_each_in_proportion(bool isNamed, int one, int two)
    {
        SalesLine[] orders = [Line(Stage.Ordered, "SO-1", On(2, 10), 6_000m), Line(Stage.Ordered, "SO-1", On(2, 10), 4_000m, number: 2)];
        SalesLine Invoice(int number, decimal net)
        {
            var line = Line(Stage.Invoiced, isNamed ? "INV-1" : "SO-1", On(3, 1), net, number: number).ToBuilder();
            line.OrderLine = isNamed ? new LineId(new DocumentId("SO-1"), number) : null;
            return line.Build();
        }

        SalesLine[] invoices = [Invoice(1, 6_000m), Invoice(2, 4_000m)];
        var note = Line(Stage.Invoiced, "CN-1", On(3, 5), -1_000m, originalLine: invoices[1].Id);
        var deals = DealBook.Of([.. orders, .. invoices, note]);
        Percentage? Of(SalesLine order) => deals.ProgressOf(order.Id, On(12, 31))!.At(Stage.Ordered);

        Assert.Equal((Percent(one), Percent(two)), (Of(orders[0])!.Value, Of(orders[1])!.Value));

        var ordered = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(100)));
        var named = ordered.ToEarnings(At(10m).Evaluate(orders), deals, DateSpan.OfQuarter(2026, 1)).Select(each => each.Included.Count);
        Assert.Equal(isNamed ? [0, 1] : [1, 1], named);
    }

    // Goods that were not invoiced come back, 4,000 of 10,000, after a first payment: what stands is 6,000, also at the paces of the money.
    [Theory]
    [InlineData(EarningPace.InProportion, 350, 600)]
    [InlineData(EarningPace.OnFirstOfLine, 600, 600)]
    [InlineData(EarningPace.OnFirstOfDeal, 600, 600)]
    [InlineData(EarningPace.WhenLineComplete, 300, 600)]
    [InlineData(EarningPace.WhenDealComplete, 300, 600)]
    public void What_came_back_is_not_to_be_paid_any_more(EarningPace pace, int first, int last)
    {
        SalesLine[] lines =
        [
            s_order, Line(Stage.Delivered, "DN-1", On(3, 2), 4_000m, "SO-1"),
            Line(Stage.Delivered, "RT-1", On(4, 2), -4_000m, original: "DN-1"),
        ];
        var schedule = Halves.With(Stage.Collected, pace);
        Money Earned(SalesLine[] all, params CollectionLine[] paid) =>
            schedule.Earned(Cny(1_000m), DealBook.Of(all, paid).ProgressOf(s_order.Id, On(12, 31))!).ToDate;
        var deposit = Paid("R-0", "SO-1", On(2, 20), 1_130m);

        Assert.Equal(Cny(first), Earned(lines, deposit));
        Assert.Equal(
            Cny(last),
            Earned(
                [.. lines, Line(Stage.Invoiced, "INV-1", On(5, 2), 6_000m, "SO-1")], deposit, Paid("R-1", "INV-1", On(6, 1), 5_650m)));
    }

    // 1,000 in the first quarter, delivered, invoiced and paid. In May all comes back (退货退款): a goods return, its credit note and the
    // refund. Nothing is left, whichever of the documents is given as an event, then or before or afterwards, with the account or without.
    [Theory]
    [MemberData(nameof(EventsOfReturns))]
    public void What_all_came_back_of_earns_nothing(EarningPace pace, int part, bool byAccount, string events, int eventsFrom)
    {
        var schedule = Halves.With(Stage.Collected, pace);
        var goods = Line(Stage.Delivered, "RT-1", On(5, 2), -100m * part, original: "DN-1");
        var note = Line(Stage.Invoiced, "CN-1", On(5, 3), -100m * part, original: "INV-1");
        var refund = s_paid.ToBuilder();
        (refund.Document, refund.Date, refund.Amount, refund.Original) =
            (new DocumentId("R-2"), On(5, 20), Cny(-113m * part), s_paid.Id);
        var before = DealBook.Of([s_order, s_invoice, s_delivery], [s_paid]);
        var after = DealBook.Of([s_order, s_invoice, s_delivery, goods, note], [s_paid, refund.Build()]);
        CommissionEvent[] all =
        [
            .. new[] { goods, note }.Where(line => events.Contains(line.Id.Document.ToString()))
                .Select(line => CommissionEvent.Return(line.Id, s_order.Id, s_order.Date, line.Date).WithPart(Percent(part))),
        ];

        var account = CommissionAccount.In(Currency.CNY);
        foreach (var quarter in new[] { 1, 2, 3, 4 })
        {
            var (span, month) = (DateSpan.OfQuarter(2026, quarter), (3 * quarter) - (quarter == 4 ? 1 : 0));

            // Where the event comes first, the facts of the return are posted a quarter later.
            var deals = quarter == 1 || (quarter == 2 && eventsFrom == 2 && byAccount) ? before : after;
            var run = quarter >= eventsFrom ? Run(month).With(all) : Run(month);
            IEnumerable<CommissionEarning> earnings = byAccount ? schedule.ToEarnings(s_locked, deals, span, account, run)
                : schedule.ToEarnings(s_locked, deals, span);
            account = account.Settle(earnings, run, s_rules).Account.Close(span, run.Recorded.PlusDays(5));
            if (quarter == 1)
                Assert.Equal(Cny(1_000m), account.Balances.Earned);
        }

        Assert.Equal(Cny(10m * (100 - part)), account.Balances.Earned);
    }

    /// <summary>Every pace, all and a quarter, with and without the account, each event and both, in the quarter and afterwards.</summary>
    public static TheoryData<EarningPace, int, bool, string, int> EventsOfReturns()
    {
        var all = new TheoryData<EarningPace, int, bool, string, int>();
        foreach (var pace in new[]
            {
                EarningPace.InProportion, EarningPace.OnFirstOfLine, EarningPace.OnFirstOfDeal, EarningPace.WhenLineComplete,
                EarningPace.WhenDealComplete,
            })
        {
            foreach (var events in new[] { "", "RT-1", "CN-1", "RT-1 CN-1" })
            {
                foreach (var (byAccount, from) in new[] { (true, 2), (true, 3), (false, 2), (false, 3) })
                {
                    all.Add(pace, 100, byAccount, events, from);
                    if (events != "RT-1 CN-1")
                        all.Add(pace, 25, byAccount, events, from);
                }
            }
        }

        return all;
    }

    // Whatever is cancelled, delivered, returned, invoiced and credited.
    [Property(MaxTest = 300)]
    public Property It_is_what_is_ordered_less_the_larger_of_both() =>
        Prop.ForAll(
            Gen.Choose(0, 150).ArrayOf(5).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (parts, more) =>
            {
                Percentage Stands(params int[] of) =>
                    DealProgress.OfFacts(s_order.Id.Document, Lines(100 * of[0], 100 * of[1], 100 * of[2], 100 * of[3], 100 * of[4]))
                        .At(Stage.Ordered)!.Value;
                var (ordered, stands) = (Percent(System.Math.Max(0, 100 - parts[0])), Stands(parts));

                // Never more than is ordered, all of it where nothing came back, and never more for a further credit note.
                Assert.True(stands <= ordered);
                Assert.Equal(ordered, Stands(parts[0], parts[1], 0, parts[3], 0));
                Assert.True(Stands(parts[0], parts[1], parts[2], parts[3], parts[4] + more) <= stands);
                Assert.True(Stands(parts[0], parts[1], parts[2] + more, parts[3], parts[4]) <= stands);

                // What is issued anew of an order that is invoiced in full changes nothing.
                if (parts[3] >= 100 - parts[0])
                    Assert.Equal(stands, Stands(parts[0], parts[1], parts[2], parts[3] + more, parts[4] + more));
            });

    private static SalesLine[] Lines(int cancelled, int delivered, int back, int invoiced, int credited) =>
    [
        s_order,
        .. Given(Line(Stage.Ordered, "CA-1", On(4, 1), -cancelled, original: "SO-1")),
        .. Given(Line(Stage.Delivered, "DN-1", On(3, 2), delivered, "SO-1")),
        .. Given(Line(Stage.Delivered, "RT-1", On(5, 2), -back, "SO-1")),
        .. Given(Line(Stage.Invoiced, "INV-1", On(3, 1), invoiced, "SO-1")),
        .. Given(Line(Stage.Invoiced, "CN-1", On(5, 3), -credited, "SO-1")),
    ];

    private static SalesLine[] Given(SalesLine line) => line.NetAmount.IsZero ? [] : [line];
}
