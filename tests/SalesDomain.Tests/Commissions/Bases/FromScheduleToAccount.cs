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

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>Half with the order, half with the money, from the plan to the account, deal by deal and month by month.</summary>
public sealed class FromScheduleToAccount
{
    private static readonly EarningSchedule s_halves =
        EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50)));

    private static readonly CommissionPlan s_plan = CommissionPlan.Of(
        "Orders 2026", Currency.CNY, Rounding.Commercial,
        CommissionComponent.Cumulative(
            "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
            CommissionRate.Flat(Percent(3))));

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

        var first = s_halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 1));
        var third = s_halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 3));

        Assert.Equal(
            (Cny(150), DateSpan.OfQuarter(2026, 1), new LineId(new DocumentId("SO-1"), 1), On(2, 10)),
            (first.Single().Amount, first.Single().Period, first.Single().Line!.Value, first.Single().On!.Value));
        Assert.Empty(s_halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, 2)));
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
        var back = paid.ToBuilder();
        (back.Document, back.Date, back.Amount, back.Original) = (new DocumentId("R-2"), On(7, 3), Cny(-11_300m), paid.Id);
        var deals = DealBook.Of(s_lines, [paid, back.Build()]);

        Assert.Equal(
            [0m, 150m, 0m, 0m, 150m, 0m, -150m, 0m],
            Enumerable.Range(1, 8).Select(
                month => s_halves.ToEarnings(Evaluate(s_lines[0]), deals, DateSpan.OfMonth(2026, month)).Sum(each => each.Amount.Amount)));
    }

    [Fact]
    public void A_cancelled_order_takes_its_part_back_once()
    {
        var cancelled = Line(Stage.Ordered, "SO-9", On(6, 1), -4_000m, original: "SO-1");
        var locked = s_plan.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None,
            s_plan.Sum(DateSpan.OfQuarter(2026, 1), [Own(s_lines[0]), Own(cancelled).Following(s_lines[0])]));

        var deals = DealBook.Of([s_lines[0], cancelled], []);

        Assert.Equal(Cny(150), s_halves.ToEarnings(locked, deals, DateSpan.OfMonth(2026, 2)).Single().Amount);
        Assert.Equal(Cny(-60), s_halves.ToEarnings(locked, deals, DateSpan.OfMonth(2026, 6)).Single().Amount);
    }

    [Fact]
    public void A_line_of_which_there_are_no_facts_is_not_known()
    {
        var earning = s_halves.ToEarnings(Evaluate(s_lines[0]), DealBook.Of([s_lines[1]], []), DateSpan.OfMonth(2026, 2)).Single();

        Assert.False(earning.IsKnown);
        Assert.Equal("commission.no-progress (line SO-1/1)", earning.Reasons.Single().ToString());
        Assert.Empty(s_halves.ToEarnings(Evaluate(s_lines[0]), DealBook.Of([s_lines[1]], []), DateSpan.OfMonth(2026, 1)));
    }

    [Fact]
    public void What_belongs_to_no_line_is_earned_at_the_end_of_its_measurement_period()
    {
        var goal = CommissionPlan.Of(
            "Goals", Currency.CNY, Rounding.Commercial, CommissionComponent.OfGoal("launch", CommissionRate.Score("score")));
        var result = goal.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None.WithTarget("launch", Cny(900)),
            CommissionFigures.None.WithFigure("score", Percent(100)));

        Assert.Empty(s_halves.ToEarnings(result, DealBook.Of([]), DateSpan.OfMonth(2026, 2)));
        Assert.Equal(Cny(900), s_halves.ToEarnings(result, DealBook.Of([]), DateSpan.OfMonth(2026, 3)).Single().Amount);
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
            () => s_halves.ToEarnings(invoiced.Evaluate(quarter, CommissionTerms.None, invoiced.Sum(quarter, [])), deals, quarter));
        Assert.Throws<ArgumentException>(
            "during", () => s_halves.ToEarnings(Evaluate(s_lines[0]), deals, DateSpan.From(On(1, 1))));
        var streamed = s_plan.Figures<string>(quarter);
        streamed.Add("Lin", Own(s_lines[0]));
        Assert.Throws<InvalidOperationException>(
            () => s_halves.ToEarnings(s_plan.Evaluate(quarter, CommissionTerms.None, streamed.Of("Lin")), deals, quarter));
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
                    month => s_halves.ToEarnings(result, deals, DateSpan.OfMonth(2026, month))).Sum(each => each.Amount.Amount);
                var whole = result.Of("orders").Credits.Sum(
                    credit => s_halves.Earned(credit.Earned, DealProgress.OfFacts(credit.Credit.Deal, lines, receipts)).ToDate.Amount);
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

    private static CommissionResult Evaluate(params SalesLine[] orders)
    {
        var period = DateSpan.OfYear(2026);
        period = orders.All(order => order.Date <= On(3, 31)) ? DateSpan.OfQuarter(2026, 1) : period;
        return s_plan.Evaluate(period, CommissionTerms.None, s_plan.Sum(period, orders.Select(Own)));
    }

    private static SalesCredit Own(SalesLine line) => SalesCredit.Of(line, Percent(100), CreditKind.Direct, "own");

    private static LocalDate On(int month, int day) => new(2026, month, day);

    private static PayoutRun Run(int month) => PayoutRun.Of(DateSpan.OfMonth(2026, month), On(month + 1, 10));

    private static SalesLine Line(
        Stage stage, string document, LocalDate on, decimal net, string? order = null, string? original = null, LineId? originalLine = null,
        int number = 1) =>
        Sale(net, pieces: 1m, change: sale =>
        {
            sale.Stage = stage;
            sale.Document = new DocumentId(document);
            sale.Line = number;
            sale.Date = on;
            sale.Tax = new Money(net * 0.13m, Currency.CNY).Round(Rounding.Commercial);
            sale.OrderLine = order is null ? null : new LineId(new DocumentId(order), 1);
            sale.Original = originalLine ?? (original is null ? null : new LineId(new DocumentId(original), 1));
        });

    private static CollectionLine Paid(string receipt, string invoice, LocalDate on, decimal amount) => Receipt(amount, null, line =>
    {
        line.Document = new DocumentId(receipt);
        line.Date = on;
        line.Invoice = new DocumentId(invoice);
    });
}
