using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>
/// Which stage, receipt and rate a payee is paid for. An order of 10,000 at 10 %, half with the order and half with the money: 1,000.
/// </summary>
public sealed class WhyALineEarns
{
    private static readonly EarningSchedule s_late = Halves.WithLateness(Lateness);
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly CollectionLine[] s_paid =
        [Due(Paid("R-1", "INV-1", On(3, 20), 5_650m), 0), Due(Paid("R-2", "INV-1", On(5, 20), 5_650m), 45)];

    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    [Fact]
    public void An_earning_says_its_rate_and_each_stage_and_receipt_of_its_period()
    {
        var deals = DealBook.Of([s_order, s_invoice], s_paid);
        var first = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 1)).Single();
        var second = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2)).Single();

        Assert.Equal((Percent(10), Percent(10)), (first.Rate, second.Rate));
        Assert.Equal(
            [
                "commission.earned-with (stage Ordered, from 0%, to 100%, earned CNY 500.00)",
                "commission.earned-with (stage Collected, from 0%, to 50%, earned CNY 250.00)",
                "commission.receipt (receipt R-1/1, without tax CNY 5000.00, days late 0, factor 100%)",
            ],
            first.Reasons.Select(each => each.ToString()));
        Assert.Equal(
            [
                "commission.earned-with (stage Collected, from 50%, to 85%, earned CNY 175.00)",
                "commission.receipt (receipt R-2/1, without tax CNY 5000.00, days late 45, factor 70%)",
            ],
            second.Reasons.Select(each => each.ToString()));
    }

    [Fact]
    public void Money_that_comes_back_is_told_of_its_receipt()
    {
        var deals = DealBook.Of([s_order, s_invoice], [s_paid[0], Back(s_paid[0], "R-9", On(4, 3), 5_650m)]);
        Assert.Equal(
            [
                "commission.earned-with (stage Collected, from 50%, to 0%, earned CNY -250.00)",
                "commission.receipt (receipt R-1/1, without tax CNY -5000.00)",
            ],
            Halves.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2)).Single().Reasons.Select(each => each.ToString()));
    }

    // Half is paid in March, when nothing is earned of it yet; in May all has come in, and the receipt of March counts too.
    [Theory]
    [InlineData(EarningPace.WhenLineComplete)]
    [InlineData(EarningPace.WhenDealComplete)]
    public void Receipts_that_waited_are_told_when_all_has_come_in(EarningPace pace)
    {
        var deals = DealBook.Of([s_order, s_invoice], s_paid);
        var (first, second) = (DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 2));
        Assert.Equal(
            [
                "commission.earned-with (stage Collected, from 0%, to 100%, earned CNY 500.00)",
                "commission.receipt (receipt R-1/1, without tax CNY 5000.00)",
                "commission.receipt (receipt R-2/1, without tax CNY 5000.00)",
            ],
            Told(Halves.With(Stage.Collected, pace), second));
        Assert.Equal(
            [
                "commission.earned-with (stage Collected, from 0%, to 85%, earned CNY 425.00)",
                "commission.receipt (receipt R-1/1, without tax CNY 5000.00, days late 0, factor 100%)",
                "commission.receipt (receipt R-2/1, without tax CNY 5000.00, days late 45, factor 70%)",
            ],
            Told(s_late.With(Stage.Collected, pace), second));
        Assert.Equal(
            ["commission.earned-with (stage Ordered, from 0%, to 100%, earned CNY 500.00)"],
            Told(Halves.With(Stage.Collected, pace), first));

        string[] Told(EarningSchedule schedule, DateSpan during) =>
            [.. schedule.ToEarnings(s_locked, deals, during).Single().Reasons.Select(each => each.ToString())];
    }

    // 12,000 is invoiced, and paid in two halves, of an order of 10,000: of the second 4,000 are left to count.
    [Fact]
    public void Of_receipts_no_more_is_told_than_counts()
    {
        var deals = DealBook.Of(
            [s_order, Line(Stage.Invoiced, "INV-1", On(3, 1), 12_000m, "SO-1")],
            [Due(Paid("R-1", "INV-1", On(3, 20), 6_780m), 0), Due(Paid("R-2", "INV-1", On(5, 20), 6_780m), 0)]);
        foreach (var schedule in new[] { Halves, s_late })
        {
            Assert.Equal(
                ["CNY 6000.00", "CNY 4000.00"],
                new[] { 1, 2 }.Select(
                    quarter => schedule.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, quarter)).Single().Reasons
                        .Single(each => each.Code == "commission.receipt").Figures
                        .Single(figure => figure.Name == "without tax").Value.ToString()));
        }
    }

    // The receipt of March is posted in May, when the first quarter is closed with 500.
    [Fact]
    public void What_is_known_late_is_told_as_such()
    {
        var account = Closed(DealBook.Of([s_order, s_invoice], []));
        var deals = DealBook.Of([s_order, s_invoice], s_paid);
        var second = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2), account, Run(6)).Single();

        Assert.Equal(Cny(425m), second.Amount);
        Assert.Equal(
            [
                "commission.earned-with (stage Collected, from 50%, to 85%, earned CNY 175.00)",
                "commission.receipt (receipt R-2/1, without tax CNY 5000.00, days late 45, factor 70%)",
                "commission.known-late (entered before CNY 500.00, by the facts CNY 750.00)",
            ],
            second.Reasons.Select(each => each.ToString()));

        var text = s_late.Explain(s_locked, deals, second).ToString();
        Assert.Contains("entered of periods before, without what events took: CNY 500.00  [fact]", text, StringComparison.Ordinal);
        var settled = account.Settle([second], Run(6), s_rules);
        Assert.Contains("commission.known-late (", settled.Statement().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_settlement_explains_itself_down_to_the_receipts()
    {
        var deals = DealBook.Of([s_order, s_invoice], s_paid);
        var account = Closed(DealBook.Of([s_order, s_invoice], [s_paid[0]]));
        var settled = account.Settle(
            s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2), account, Run(6)), Run(6), s_rules);
        var explained = settled.Explain(s_late, deals, s_locked);

        Assert.Equal((Cny(175m), settled.Paid), (settled.Paid, explained.Value));
        Assert.Empty(explained.Verify());
        foreach (var told in new[]
                 {
                     "earned by 2026-06-30: CNY 925.00", "earned by 2026-03-31: CNY 750.00", "days late: 45", "rate: 10%",
                     "for the deal of R-2/1: CNY 5000.00",
                 })
        {
            Assert.Contains(told, explained.ToString(), StringComparison.Ordinal);
        }

        // Of another result, or without one, it is a figure.
        Assert.Equal(settled.Explain().ToString(), settled.Explain(s_late, deals).ToString());
        Assert.Equal(settled.Explain().ToString(), settled.Explain(s_late, deals, At(7m).Evaluate()).ToString());
    }

    // A floor of 500, of which a line of 2,000 has earned 100 and then 200.
    [Fact]
    public void What_a_floor_adds_explains_itself()
    {
        var order = Line(Stage.Ordered, "SO-1", On(2, 10), 2_000m);
        var component = At(10m).Components[0].WithFloor(Cny(500m));
        var locked = CommissionPlan.Of("Orders 2026", Currency.CNY, Rounding.Commercial, component).Evaluate(order);
        var deals = DealBook.Of(
            [order, Line(Stage.Invoiced, "INV-1", On(3, 1), 2_000m, "SO-1")], [Paid("R-1", "INV-1", On(5, 20), 2_260m)]);
        foreach (var quarter in new[] { 1, 2 })
        {
            var earnings = Halves.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, quarter));
            Assert.Equal(2, earnings.Count);
            foreach (var explained in earnings.Select(each => Halves.Explain(locked, deals, each)))
                Assert.Empty(explained.Verify());
            Assert.Contains("missing to the floor: CNY", Halves.Explain(locked, deals, earnings[1]).ToString(), StringComparison.Ordinal);
            Assert.Contains("rate: 10%", Halves.Explain(locked, deals, earnings[0]).ToString(), StringComparison.Ordinal);
            Assert.Null(earnings[0].Rate);
        }
    }

    [Fact]
    public void What_it_did_not_give_is_refused()
    {
        var deals = DealBook.Of([s_order, s_invoice], s_paid);
        var first = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 1)).Single();
        void Refused(CommissionEarning earning) =>
            Assert.Throws<ArgumentException>(nameof(earning), () => s_late.Explain(s_locked, deals, earning));

        Refused(CommissionEarning.Of("Orders 2026", "orders", first.Period, Cny(749m)).With(s_order.Id, s_order.Date));
        Refused(CommissionEarning.Of("Orders 2026", "orders", first.Period, first.Amount).With(s_invoice.Id, s_order.Date));
        Refused(CommissionEarning.Of("Orders 2025", "orders", first.Period, first.Amount).With(s_order.Id, s_order.Date));
        Refused(CommissionEarning.Unknown("Orders 2026", "orders", first.Period, Currency.CNY).With(s_order.Id, s_order.Date));
        Assert.Empty(s_late.Explain(s_locked, deals, first).Verify());

        // Whatever was before: another amount, another period, one that was never given.
        var second = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2)).Single();
        foreach (var amount in new[] { 999_999m, -7m, 174.99m })
            Refused(CommissionEarning.Of("Orders 2026", "orders", second.Period, Cny(amount)).With(s_order.Id, s_order.Date));
        Refused(
            CommissionEarning.Of("Orders 2026", "orders", DateSpan.OfMonth(2026, 9), Cny(123m)).With(s_order.Id, s_order.Date));
        Assert.Empty(s_late.Explain(s_locked, deals, second).Verify());
    }

    // 500 was entered of the first quarter, and the facts say 750: 425 in the second, whose reason says both.
    [Fact]
    public void What_was_entered_before_is_what_the_earning_says()
    {
        var account = Closed(DealBook.Of([s_order, s_invoice], []));
        var deals = DealBook.Of([s_order, s_invoice], s_paid);
        var second = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2), account, Run(6)).Single();
        Assert.Empty(s_late.Explain(s_locked, deals, second).Verify());

        foreach (var (amount, month) in new[] { (424m, 6), (500m, 6), (425m, 7) })
        {
            var earning = CommissionEarning.Of(
                    "Orders 2026", "orders", month == 6 ? second.Period : DateSpan.OfMonth(2026, month), Cny(amount))
                .With(s_order.Id, s_order.Date);
            foreach (var tampered in new[] { earning, earning.Because([.. second.Reasons]) })
                Assert.Throws<ArgumentException>(nameof(earning), () => s_late.Explain(s_locked, deals, tampered));
        }
    }

    // 5,000 was settled of a commission of 1,000: a figure, and none of the schedule.
    [Fact]
    public void A_settlement_explains_by_the_schedule_only_what_that_gives()
    {
        var deals = DealBook.Of([s_order, s_invoice], s_paid);
        var account = Closed(DealBook.Of([s_order, s_invoice], []));
        foreach (var (amount, isGiven) in new[] { (425m, true), (175m, true), (424.99m, false), (5_000m, false), (-7m, false) })
        {
            var earning = CommissionEarning.Of("Orders 2026", "orders", DateSpan.OfQuarter(2026, 2), Cny(amount))
                .With(s_order.Id, s_order.Date);
            var settled = account.Settle([earning], Run(6), s_rules);
            var explained = settled.Explain(s_late, deals, s_locked);
            Assert.Empty(explained.Verify());
            if (isGiven)
                Assert.Contains("earned by 2026-06-30: CNY 925.00", explained.ToString(), StringComparison.Ordinal);
            else
                Assert.Equal(settled.Explain().ToString(), explained.ToString());
        }
    }

    // Whatever is paid, late, taken back or cancelled, at every pace: each earning explains itself, figures that are changed are found,
    // and its stages say all of it.
    [Property(MaxTest = 150)]
    public Property Every_earning_explains_itself_and_its_stages_sum_to_it() =>
        Prop.ForAll(
            Gen.Choose(0, 110).ArrayOf(6).ToArbitrary(),
            Gen.Elements(
                EarningPace.InProportion, EarningPace.WhenLineComplete, EarningPace.WhenDealComplete,
                EarningPace.OnFirstOfDeal).ToArbitrary(),
            Gen.Choose(0, 1_000).ToArbitrary(),
            (any, pace, choice) =>
            {
                var second = Line(Stage.Ordered, "SO-1", On(3, 5), 333.33m, number: 2);
                CollectionLine[] paid =
                [
                    Due(Paid("R-1", "INV-1", On(3, 20), (56.5m * any[0]) + 1m), any[1]),
                    Due(Paid("R-2", "INV-1", On(5, 22), (56.5m * any[2]) + 1m), any[3]),
                ];
                var deals = DealBook.Of(
                    [s_order, second, s_invoice, Line(Stage.Ordered, "CA-1", On(6, 2), -any[4] - 1m, original: "SO-1")],
                    [.. paid, Back(paid[0], "B-1", On(8, 2), paid[0].Amount.Amount * Math.Min(any[5], 100) / 100m)]);
                var schedule = (pace == EarningPace.OnFirstOfDeal ? Halves : s_late).With(Stage.Collected, pace);
                var locked = At(3.33m).Evaluate(s_order, second);
                for (var month = 2; month <= 9; month++)
                {
                    foreach (var earning in schedule.ToEarnings(locked, deals, DateSpan.OfMonth(2026, month)))
                    {
                        var explained = schedule.Explain(locked, deals, earning);
                        Assert.Equal(earning.Amount, explained.Value);
                        Tampering.IsNamed(explained, choice);
                        Assert.Equal(
                            earning.Amount.Amount,
                            earning.Reasons.Where(each => each.Code == "commission.earned-with").Sum(
                                each => Number(each.Figures.Single(figure => figure.Name == "earned").Value.ToString().Substring(4))));
                    }
                }
            });

    private static CommissionAccount Closed(DealBook deals) => CommissionAccount.In(Currency.CNY)
        .Settle(s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 1)), Run(3), s_rules).Account
        .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
}
