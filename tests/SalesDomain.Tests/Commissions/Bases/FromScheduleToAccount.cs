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

/// <summary>Half with the order, half with the money, from the plan to the account, deal by deal and month by month.</summary>
public sealed class FromScheduleToAccount
{
    private static readonly SalesLine[] s_lines =
    [
        Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m), Line(Stage.Ordered, "SO-2", On(3, 5), 333.33m),
        Line(Stage.Invoiced, "INV-1", On(4, 1), 10_000m, "SO-1"), Line(Stage.Invoiced, "INV-2", On(4, 2), 333.33m, "SO-2"),
    ];

    // Rated in the first quarter at 3 %, paid for in the third: 150 and 150, also though the first quarter is closed.
    [Fact]
    public void A_deal_is_earned_half_when_ordered_and_half_when_paid_at_the_rate_that_was_locked()
    {
        var locked = Evaluate(s_lines[0]);
        var deals = DealBook.Of(s_lines, [Paid("R-1", "INV-1", On(8, 20), 11_300m)]);
        var rules = PayoutRules.Of(Rounding.Commercial);

        var first = Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1));
        var third = Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3));

        Assert.Equal(
            (Cny(150), DateSpan.OfQuarter(2026, 1), new LineId(new DocumentId("SO-1"), 1), On(2, 10)),
            (first.Single().Amount, first.Single().Period, first.Single().Line!.Value, first.Single().On!.Value));
        Assert.Empty(Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 2)));
        Assert.Equal(Cny(150), third.Single().Amount);

        var account = CommissionAccount.In(Currency.CNY).Settle(first, Run(3), rules).Account.Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        var settled = account.Settle(third, Run(9), rules);
        Assert.Equal(Cny(150), settled.Paid);
        Assert.Equal(Cny(0), settled.Account.Settle(third, Run(10), rules).Paid);
    }

    [Fact]
    public void A_returned_cheque_takes_its_part_back_in_the_month_in_which_it_comes_back()
    {
        var paid = Paid("R-1", "INV-1", On(5, 20), 11_300m);
        var deals = DealBook.Of(s_lines, [paid, Back(paid, "R-2", On(7, 3), 11_300m)]);

        Assert.Equal(
            [0m, 150m, 0m, 0m, 150m, 0m, -150m, 0m],
            Enumerable.Range(1, 8).Select(
                month => Halves.ToEarnings(Evaluate(s_lines[0]), deals, DateSpan.OfMonth(2026, month)).Sum(each => each.Amount.Amount)));
    }

    [Fact]
    public void A_cancelled_order_takes_its_part_back_once()
    {
        var cancelled = Line(Stage.Ordered, "SO-9", On(6, 1), -4_000m, original: "SO-1");
        var locked = Orders.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None,
            Orders.Sum(DateSpan.OfQuarter(2026, 1), [Own(s_lines[0]), Own(cancelled).Following(s_lines[0])]));

        var deals = DealBook.Of([s_lines[0], cancelled], []);

        Assert.Equal(Cny(150), Halves.ToEarnings(locked, deals, DateSpan.OfMonth(2026, 2)).Single().Amount);
        Assert.Equal(Cny(-60), Halves.ToEarnings(locked, deals, DateSpan.OfMonth(2026, 6)).Single().Amount);
    }

    // 1,000, half with the order and half with the money: 750 in the first quarter, which is closed. It is cancelled and refunded in
    // August, and the facts of the third quarter say so. An event of the same cancellation takes nothing a second time.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_cancellation_that_lowered_the_progress_is_not_taken_back_by_its_event_too(bool factsFirst)
    {
        var order = Line(Stage.Ordered, "SO-1", On(2, 10), 33_333.33m);
        var cancelled = Line(Stage.Ordered, "CA-1", On(8, 3), -33_333.33m, original: "SO-1");
        var paid = Paid("R-1", "INV-1", On(3, 20), order.GrossAmount.Amount / 2m);
        var refund = Back(paid, "R-2", On(8, 20), paid.Amount.Amount);
        var deals = DealBook.Of([order, cancelled, Line(Stage.Invoiced, "INV-1", On(3, 1), 33_333.33m, "SO-1")], [paid, refund]);
        var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);
        var locked = Evaluate(order);
        var third = Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3));
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1)), Run(3), rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        Assert.Equal(Cny(750), account.Balances.Earned);
        var @event = CommissionEvent.Cancellation(cancelled.Id, order, cancelled.Date);

        // The facts and the event in one run; or the event first, and the facts with the run after.
        var (first, last) = factsFirst ? (third, third) : ([], third);
        account = account.Settle(first, Run(8).With(@event), rules).Account;
        var settled = account.Settle(last, Run(9).With(@event), rules);

        Assert.Equal(Cny(-750), third.Single().Amount);
        Assert.Equal([cancelled.Id, new LineId(new DocumentId("R-2"), 1)], third.Single().Included);
        Assert.Equal(Cny(0), settled.Account.Balances.Earned);
        Assert.Equal(factsFirst ? "commission.among-the-facts" : "commission.taken-back-already", settled.Reasons[0].Code);
    }

    [Fact]
    public void What_takes_back_of_what_nobody_paid_is_named_all_the_same()
    {
        // Nothing was paid, so of the money the credit note lowers nothing yet: the rest that will be paid is 600. Of the order it takes 6.
        var order = Line(Stage.Ordered, "SO-1", On(2, 10), 1_000m);
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 1_000m, "SO-1");
        var deals = DealBook.Of(
            [order, invoice, Line(Stage.Invoiced, "CN-1", On(5, 2), -400m, originalLine: invoice.Id)],
            [Paid("R-1", "INV-1", On(5, 20), 226m)]);

        var may = Halves.ToEarnings(Evaluate(order), deals, DateSpan.OfMonth(2026, 5)).Single();

        Assert.Equal(Cny(-3), may.Amount);
        Assert.Equal([new LineId(new DocumentId("CN-1"), 1)], may.Included);
    }

    // A 5,000 at 10 % and B 5,000 at 2 %, earned when delivered. B is cancelled, A is delivered: 500, not half of 600.
    [Fact]
    public void Each_line_of_an_order_is_earned_by_its_own_progress()
    {
        var delivered = EarningSchedule.Of(Rounding.Commercial, (Stage.Delivered, Percent(100)));
        var (a, b) = (Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m), OfB(Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m, number: 2)));
        var cancelled = OfB(Line(Stage.Ordered, "CA-1", On(3, 1), -5_000m, originalLine: b.Id));
        SalesLine Delivery(bool isNamed) => Line(Stage.Delivered, isNamed ? "DN-1" : "SO-1", On(3, 5), 5_000m, isNamed ? "SO-1" : null);
        var plan = CommissionPlan.Of(
            "Orders 2026", Currency.CNY, Rounding.Commercial, Of("a", a, 10m), Of("b", b, 2m));
        var locked = plan.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None, plan.Sum(DateSpan.OfQuarter(2026, 1), [Own(a), Own(b)]));
        IEnumerable<CommissionEarning> Earned(bool isNamed) => delivered.ToEarnings(
            locked, DealBook.Of([a, b, cancelled, Delivery(isNamed)]), DateSpan.OfQuarter(2026, 1));

        Assert.Equal([("a", Cny(500)), ("b", Cny(0))], Earned(isNamed: true).Select(each => (each.Component, each.Amount)));
        Assert.Equal([0, 1], Earned(isNamed: true).Select(each => each.Included.Count));

        // Where the delivery does not say of which line it is, the progress is that of the deal.
        Assert.Equal([Cny(250), Cny(50)], Earned(isNamed: false).Select(each => each.Amount));

        CommissionComponent Of(string name, SalesLine line, decimal percent) => CommissionComponent.Cumulative(
            name,
            CommissionMeasure.Of(
                ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered).Within(Scope.Everything.Only(line.Product))),
            CommissionRate.Flat(Percent(percent)));

        static SalesLine OfB(SalesLine line)
        {
            var builder = line.ToBuilder();
            builder.Product = new ProductId("B");
            return builder.Build();
        }
    }

    // Of what is paid for an invoice of both lines each has its part, and a down payment too.
    [Fact]
    public void What_is_paid_falls_to_the_lines_that_it_is_for()
    {
        var (a, b) = (Line(Stage.Ordered, "SO-1", On(2, 10), 6_000m), Line(Stage.Ordered, "SO-1", On(2, 10), 4_000m, number: 2));
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 5), 6_000m, "SO-1");
        var deals = DealBook.Of([a, b, invoice], [Paid("R-0", "SO-1", On(2, 12), 1_130m), Paid("R-1", "INV-1", On(3, 20), 3_390m)]);

        Assert.Equal(Percent(60), deals.ProgressOf(a.Id, On(3, 31))!.At(Stage.Collected));
        Assert.Equal(Percent(10), deals.ProgressOf(b.Id, On(3, 31))!.At(Stage.Collected));
        Assert.Equal(Percent(100), deals.ProgressOf(a.Id, On(3, 31))!.At(Stage.Invoiced));
        Assert.Equal(Percent(0), deals.ProgressOf(b.Id, On(3, 31))!.At(Stage.Invoiced));
        Assert.Equal(Percent(40), deals.ProgressOf(new DocumentId("SO-1"), On(3, 31))!.At(Stage.Collected));
        Assert.Null(deals.ProgressOf(a.Id, On(2, 9)));
    }

    // 1,000, half with the order and half with the money. The payee leaves on 15 May; the customer pays in May, June and August.
    [Fact]
    public void Money_that_comes_in_after_leaving_is_earned_where_the_rules_say_so()
    {
        CollectionLine[] receipts = [
            Paid("R-1", "INV-1", On(5, 10), 2_825m), Paid("R-2", "INV-1", On(6, 10), 2_825m), Paid("R-3", "INV-1", On(8, 20), 5_650m)];
        var (locked, deals) = (At(10m).Evaluate(s_lines[0]), DealBook.Of(s_lines, receipts));
        var (rules, left) = (PayoutRules.Of(Rounding.Commercial), On(5, 15));
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1)), Run(3), rules).Account.Leave(left);
        IEnumerable<CommissionEarning> Of(params DateSpan[] spans) => spans.SelectMany(span => Halves.ToEarnings(locked, deals, span));
        var (before, after) = (new DateSpan(On(4, 1), left), new DateSpan(On(5, 16), On(6, 30)));

        var third = account.Settle(Of(DateSpan.OfQuarter(2026, 3)), Run(9), rules);
        Assert.Equal((Cny(0m), "commission.after-leaving"), (third.Paid, third.Reasons.Single().Code));
        Assert.Equal(Cny(250m), account.Settle(Of(DateSpan.OfQuarter(2026, 3)), Run(9), rules.EarningAfterLeaving()).Paid);

        // Of the quarter of leaving, until the last day and from the day after; as one it is paid and told.
        var second = account.Settle(Of(before, after), Run(6), rules);
        Assert.Equal((Cny(125m), "commission.after-leaving"), (second.Paid, second.Reasons.Single().Code));
        var whole = account.Settle(Of(DateSpan.OfQuarter(2026, 2)), Run(6), rules);
        Assert.Equal(Cny(250m), whole.Paid);
        Assert.Equal(
            "commission.leaving-within (plan Orders 2026, earning orders 2026-04-01/2026-06-30, left 2026-05-15, lines 1, "
            + "difference CNY 250.00)",
            whole.Reasons.Single().ToString());
        Assert.Empty(account.Settle(Of(DateSpan.OfQuarter(2026, 2)), Run(6), rules.EarningAfterLeaving()).Reasons);
    }

    [Fact]
    public void What_comes_back_after_leaving_is_taken_back()
    {
        var paid = Paid("R-1", "INV-1", On(3, 20), 11_300m);
        var (locked, deals) = (At(10m).Evaluate(s_lines[0]), DealBook.Of(s_lines, [paid, Back(paid, "R-2", On(7, 3), 11_300m)]));
        var rules = PayoutRules.Of(Rounding.Commercial);
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1)), Run(3), rules).Account.Leave(On(5, 15));

        Assert.Equal(Cny(-500m), account.Settle(Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3)), Run(9), rules).Earned);
    }

    [Fact]
    public void A_line_of_which_there_are_no_facts_is_not_known()
    {
        var earning = Halves.ToEarnings(Evaluate(s_lines[0]), DealBook.Of([s_lines[1]], []), DateSpan.OfMonth(2026, 2)).Single();

        Assert.False(earning.IsKnown);
        Assert.Equal("commission.no-progress (line SO-1/1)", earning.Reasons.Single().ToString());
        Assert.Empty(Halves.ToEarnings(Evaluate(s_lines[0]), DealBook.Of([s_lines[1]], []), DateSpan.OfMonth(2026, 1)));
    }

    [Fact]
    public void What_belongs_to_no_line_is_earned_at_the_end_of_its_measurement_period()
    {
        var goal = CommissionPlan.Of(
            "Goals", Currency.CNY, Rounding.Commercial, CommissionComponent.OfGoal("launch", CommissionRate.Score("score")));
        var result = goal.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None.WithTarget("launch", Cny(900)),
            CommissionFigures.None.WithFigure("score", Percent(100)));

        Assert.Empty(Halves.ToEarnings(result, DealBook.Of([]), DateSpan.OfMonth(2026, 2)));
        Assert.Equal(Cny(900), Halves.ToEarnings(result, DealBook.Of([]), DateSpan.OfMonth(2026, 3)).Single().Amount);
    }

    [Fact]
    public void What_it_cannot_tell_is_refused()
    {
        var invoiced = CommissionPlan.Of(
            "Invoices", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "invoices", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)),
                CommissionRate.Flat(Percent(3))));
        var (quarter, deals) = (DateSpan.OfQuarter(2026, 1), DealBook.Of(s_lines));

        Assert.Throws<ArgumentException>(
            "result",
            () => Halves.ToEarnings(invoiced.Evaluate(quarter, CommissionTerms.None, invoiced.Sum(quarter, [])), deals, quarter));
        Assert.Throws<ArgumentException>(
            "during", () => Halves.ToEarnings(Evaluate(s_lines[0]), deals, DateSpan.From(On(1, 1))));
        var streamed = Orders.Figures<string>(quarter);
        streamed.Add("Lin", Own(s_lines[0]));
        Assert.Throws<InvalidOperationException>(
            () => Halves.ToEarnings(Orders.Evaluate(quarter, CommissionTerms.None, streamed.Of("Lin")), deals, quarter));
        Assert.Throws<ArgumentException>("lines", () => DealBook.Of([s_lines[0], s_lines[0]]));
        Assert.Null(deals.ProgressOf(new DocumentId("SO-7")));
        Assert.Null(deals.ProgressOf(new DocumentId("SO-1"), On(2, 9)));
    }

    [Property(MaxTest = 200)]
    public Property Months_sum_to_the_commission_whatever_came_back_between() =>
        Prop.ForAll(
            AnyFacts(),
            facts =>
            {
                var (lines, receipts) = facts;
                var orders = lines.Where(line => line.Stage == Stage.Ordered && line.Original is null).ToArray();
                var result = Evaluate(orders);
                var deals = DealBook.Of(lines, receipts);
                var byMonth = Enumerable.Range(1, 12).SelectMany(
                    month => Halves.ToEarnings(result, deals, DateSpan.OfMonth(2026, month))).Sum(each => each.Amount.Amount);
                var whole = result.Of("orders").Credits.Sum(
                    credit => Halves.Earned(credit.Earned, DealProgress.OfFacts(credit.Credit.Deal, lines, receipts)).ToDate.Amount);
                return byMonth == whole;
            });

    [Property(MaxTest = 200)]
    public Property One_pass_says_of_each_deal_what_its_own_says_on_every_day() =>
        Prop.ForAll(
            AnyFacts(),
            facts =>
            {
                var (lines, receipts) = facts;
                var (deals, ofLines) = (DealBook.Of(lines, receipts), DealBook.Of(lines));
                return deals.Deals.All(
                    deal => deals.ProgressOf(deal) == DealProgress.OfFacts(deal, lines, receipts)
                        && ofLines.ProgressOf(deal) == DealProgress.OfFacts(deal, lines)
                        && Enumerable.Range(1, 12).Select(month => On(month, 15)).All(
                            day => lines.Any(line => line.Id.Document == deal && line.Stage == Stage.Ordered && line.Date <= day)
                                ? deals.ProgressOf(deal, day) == DealProgress.OfFacts(
                                    deal, lines.Where(line => line.Date <= day), receipts.Where(receipt => receipt.Date <= day))
                                : deals.ProgressOf(deal, day) is null));
            });

    private static Arbitrary<(SalesLine[] Lines, CollectionLine[] Receipts)> AnyFacts() =>
        (from count in Gen.Choose(1, 5)
         from cents in Gen.Choose(1, 3_000_000).ArrayOf(count)
         from days in Gen.Choose(0, 100).ArrayOf(count)
         from invoices in Gen.Choose(1, 3).ArrayOf(count)
         from paid in Gen.Choose(-20, 130).ArrayOf(6)
         from backs in Gen.Choose(0, 3).ArrayOf(count)
         select Facts(cents, days, invoices, paid, backs)).ToArbitrary();

    private static (SalesLine[] Lines, CollectionLine[] Receipts) Facts(int[] cents, int[] days, int[] invoices, int[] paid, int[] backs)
    {
        var (lines, receipts) = (new List<SalesLine>(), new List<CollectionLine>());
        for (var i = 0; i < cents.Length; i++)
        {
            var (order, net, day) = ("SO-" + (char)('1' + i), cents[i] / 100m, new LocalDate(2026, 1, 1).PlusDays(days[i]));
            lines.Add(Line(Stage.Ordered, order, day, net));
            var invoice = Line(Stage.Invoiced, "INV-" + (char)('0' + invoices[i]), day.PlusDays(20), net, order, number: i + 1);
            lines.Add(invoice);
            if (backs[i] == 1)
                lines.Add(Line(Stage.Ordered, "CO-" + (char)('1' + i), day.PlusDays(50), -net, original: order));
            if (backs[i] == 2)
                lines.Add(Line(Stage.Invoiced, "CN-" + (char)('1' + i), day.PlusDays(60), -net, originalLine: invoice.Id));
        }

        for (var i = 0; i < paid.Length; i++)
        {
            var amount = decimal.Truncate(cents[i % cents.Length] * (decimal)paid[i] / 100m) / 100m;
            receipts.Add(Paid("R-" + (char)('1' + i), "INV-" + (char)('1' + (i % 3)), new LocalDate(2026, 3, 1).PlusDays(30 * i), amount));
        }

        return ([.. lines], [.. receipts]);
    }
}
