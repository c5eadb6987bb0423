using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>
/// Late money by a schedule, from period to period: what takes back, credit notes, lines of one order, and what comes to be known late. An
/// order of 10,000 at 10 %, half with the order and half with the money.
/// </summary>
public sealed class LateMoneyInTime
{
    private static readonly EarningSchedule s_late = Halves.WithLateness(Lateness);
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
    private static readonly CommissionResult s_locked = At(10m).Evaluate(s_order);
    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBackRule.Full);

    // Half of the money in time in March, half 45 days late in May; the late half is credited in July and paid back in August. With it
    // goes half of the order.
    [Fact]
    public void A_credit_note_lowers_what_counts_of_the_invoice_the_last_money_first()
    {
        CollectionLine[] paid = [Due(Paid("R-1", "INV-1", On(3, 20), 5_650m), 0), Due(Paid("R-2", "INV-1", On(5, 20), 5_650m), 45)];
        var note = Line(Stage.Invoiced, "CN-1", On(7, 2), -5_000m, originalLine: s_invoice.Id);
        var unnamed = Paid("R-3", "INV-1", On(8, 2), -5_650m);

        Assert.Equal(Cny(925m), Earned([s_order, s_invoice], paid).ToDate);
        Assert.Equal(Cny(500m), Earned([s_order, s_invoice, note], paid).ToDate);

        // What goes back of too much is of no receipt in particular; what is said to be of the first leaves the late one.
        Assert.Equal(Cny(500m), Earned([s_order, s_invoice, note], [.. paid, unnamed]).ToDate);
        Assert.Equal(Cny(425m), Earned([s_order, s_invoice, note], [.. paid, Back(paid[0], "R-3", On(8, 2), 5_650m)]).ToDate);

        var deals = DealBook.Of([s_order, s_invoice, note], [.. paid, Back(paid[1], "R-3", On(8, 2), 5_650m)]);
        var third = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 3)).Single();
        Assert.Equal(Cny(-425m), third.Amount);
        Assert.Equal([note.Id, new LineId(new DocumentId("R-3"), 1)], third.Included);
    }

    // Of an invoice that stands, money that goes back and names no receipt has no days; and so has what is more than its receipt.
    [Fact]
    public void What_goes_back_of_no_receipt_is_not_known()
    {
        CollectionLine[] paid = [Due(Paid("R-1", "INV-1", On(3, 19), 5_650m), 0), Due(Paid("R-2", "INV-1", On(3, 20), 5_650m), 45)];
        void Refused(CollectionLine back, string line)
        {
            var refused = Assert.Throws<ArgumentException>("progress", () => Earned([s_order, s_invoice], [.. paid, back]));
            Assert.Contains("commission.no-original (line " + line + "/1)", refused.Message, StringComparison.Ordinal);
        }

        Refused(Paid("R-3", "INV-1", On(4, 20), -1_000m), "R-3");
        Refused(Back(paid[1], "R-3", On(4, 20), 5_650.01m), "R-2");
        Assert.Equal(Cny(750m), Earned([s_order, s_invoice], [.. paid, Back(paid[1], "R-3", On(4, 20), 5_650m)]).ToDate);
    }

    // Two lines of 5,000; the first is paid in time in March, the second 45 days late in May.
    [Theory]
    [InlineData(EarningPace.InProportion, "250", "0", "0", "175")]
    [InlineData(EarningPace.WhenLineComplete, "250", "0", "0", "175")]
    [InlineData(EarningPace.WhenDealComplete, "0", "0", "250", "175")]
    public void When_the_contract_is_paid_in_full_each_line_counts_by_the_days_of_its_own_money(
        EarningPace pace, string one, string two, string oneLater, string twoLater)
    {
        var lines = new[] { Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m), Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m, number: 2) };
        var second = Line(Stage.Invoiced, "INV-2", On(3, 1), 5_000m, "SO-1").ToBuilder();
        second.OrderLine = lines[1].Id;
        var deals = DealBook.Of(
            [.. lines, Line(Stage.Invoiced, "INV-1", On(3, 1), 5_000m, "SO-1"), second.Build()],
            [Due(Paid("R-1", "INV-1", On(3, 20), 5_650m), 0), Due(Paid("R-2", "INV-2", On(5, 20), 5_650m), 45)]);
        var schedule = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100))).With(Stage.Collected, pace)
            .WithLateness(Lateness);
        var locked = At(5m).Evaluate(lines);
        decimal Of(int line, int quarter) => schedule.ToEarnings(locked, deals, DateSpan.OfQuarter(2026, quarter))
            .SingleOrDefault(each => each.Line == lines[line].Id)?.Amount.Amount ?? 0m;

        Assert.Equal((Number(one), Number(two)), (Of(0, 1), Of(1, 1)));
        Assert.Equal((Number(oneLater), Number(twoLater)), (Of(0, 2), Of(1, 2)));
    }

    // Money that was too late to earn anything comes back in August: nothing changes, and it is named, so that its event takes nothing.
    [Fact]
    public void What_takes_back_money_that_earned_nothing_is_named()
    {
        var paid = Due(Paid("R-1", "INV-1", On(3, 20), 5_650m), 91);
        var deals = DealBook.Of([s_order, s_invoice], [paid, Back(paid, "R-2", On(8, 2), 5_650m)]);
        var third = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 3)).Single();

        Assert.Equal((Cny(0m), "R-2/1"), (third.Amount, third.Included.Single().ToString()));
    }

    // More is paid than is due, and a cheque in time comes back: the late money takes its place.
    [Fact]
    public void What_takes_back_money_in_time_is_named_though_late_money_takes_its_place()
    {
        CollectionLine[] paid = [Due(Paid("R-1", "INV-1", On(3, 20), 11_300m), 0), Due(Paid("R-2", "INV-1", On(3, 21), 11_300m), 45)];
        var deals = DealBook.Of([s_order, s_invoice], [.. paid, Back(paid[0], "R-3", On(8, 2), 11_300m)]);
        var third = s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 3)).Single();

        Assert.Equal((Cny(-150m), "R-3/1"), (third.Amount, third.Included.Single().ToString()));
    }

    // Nobody knew the due date when the quarter was closed, so nothing of the line was entered; the open quarter has all of it.
    [Fact]
    public void A_due_date_that_comes_to_be_known_late_is_of_the_first_open_period()
    {
        var paid = Paid("R-1", "INV-1", On(3, 20), 5_650m);
        var unknown = DealBook.Of([s_order, s_invoice], [paid]);
        var first = s_late.ToEarnings(s_locked, unknown, DateSpan.OfQuarter(2026, 1));
        Assert.Equal("commission.no-due-date (line R-1/1)", first.Single().Reasons.Single().ToString());
        var account = CommissionAccount.In(Currency.CNY).Settle(first, Run(3), s_rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        Assert.Equal(Cny(0m), account.Balances.Earned);

        Assert.False(Of(unknown, account).Single().IsKnown);
        Assert.Equal(Cny(675m), Of(DealBook.Of([s_order, s_invoice], [Due(paid, 45)]), account).Single().Amount);

        // Without the account the second quarter has no part of it; what the first earned is a matter of the first.
        Assert.Empty(s_late.ToEarnings(s_locked, DealBook.Of([s_order, s_invoice], [Due(paid, 45)]), DateSpan.OfQuarter(2026, 2)));
        Assert.False(s_late.ToEarnings(s_locked, unknown, DateSpan.OfQuarter(2026, 2)).Single().IsKnown);
    }

    // What was entered of a closed period stands; a due date that is corrected later is the difference of the open one.
    [Fact]
    public void A_due_date_that_is_corrected_after_the_period_was_closed_is_a_difference_of_the_open_one()
    {
        var paid = Paid("R-1", "INV-1", On(3, 20), 5_650m);
        var first = s_late.ToEarnings(s_locked, DealBook.Of([s_order, s_invoice], [Due(paid, 0)]), DateSpan.OfQuarter(2026, 1));
        var account = CommissionAccount.In(Currency.CNY).Settle(first, Run(3), s_rules).Account
            .Close(DateSpan.OfQuarter(2026, 1), On(4, 15));
        Assert.Equal(Cny(750m), account.Balances.Earned);

        Assert.Equal(Cny(-75m), Of(DealBook.Of([s_order, s_invoice], [Due(paid, 45)]), account).Single().Amount);
    }

    // Whatever is cancelled, credited, paid on whatever days and taken back, of an invoice for two orders too: it explains itself, figures
    // that are changed are found, and in time it is what it is without factors.
    [Property(MaxTest = 300)]
    public Property Late_money_explains_itself_at_every_pace() =>
        Prop.ForAll(
            Gen.Choose(0, 120).ArrayOf(7).ToArbitrary(), AnyPace().ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(),
            (parts, pace, choice) =>
            {
                var cancelled = Line(Stage.Ordered, "CA-1", On(2, 20), (-50m * parts[0]) - 1m, original: "SO-1");
                var note = Line(Stage.Invoiced, "CN-1", On(3, 2), (-50m * parts[1]) - 1m, originalLine: s_invoice.Id);
                var other = Line(Stage.Invoiced, "INV-1", On(3, 1), (33.33m * parts[6]) + 1m, "SO-2", number: 2);
                CollectionLine[] paid =
                [
                    Due(Paid("R-1", "INV-1", On(3, 20), (56.5m * parts[2]) + 1m), parts[3]),
                    Due(Paid("R-2", "INV-1", On(3, 22), (56.5m * parts[4]) + 1m), parts[5]),
                ];
                var progress = DealProgress.OfFacts(
                    s_order.Id.Document, parts[6] % 2 == 0 ? [s_order, cancelled, s_invoice, note] : [s_order, s_invoice, note, other],
                    [.. paid, Back(paid[0], "B-1", On(4, 2), paid[0].Amount.Amount * Math.Min(parts[6], 100) / 100m)]);
                var earned = s_late.With(Stage.Collected, pace).Earned(Cny(1_000m), progress);
                var inTime = Halves.WithLateness(StepSchedule.From((0, Percent(100)))).With(Stage.Collected, pace);

                Assert.Equal(
                    Halves.With(Stage.Collected, pace).Earned(Cny(1_000m), progress).ToDate, inTime.Earned(Cny(1_000m), progress).ToDate);
                Assert.Equal(earned.ToDate, earned.Explain().Value);
                Assert.False(earned.Of(Stage.Collected).IsNegative);
                Tampering.IsNamed(earned.Explain(), choice);
            });

    // Facts of every day of the year, each known some months later; a month is closed when the next but one is settled. What periods earn
    // sums to what all facts say, in whatever order they came to be known.
    [Property(MaxTest = 100)]
    public Property Whenever_facts_come_to_be_known_periods_sum_to_what_they_say() =>
        Prop.ForAll(
            (from paid in Gen.Choose(1, 400_000).ArrayOf(5)
             from back in Gen.Choose(0, 100).ArrayOf(2)
             from days in Gen.Choose(0, 150).ArrayOf(9)
             from late in Gen.Choose(-10, 100).ArrayOf(5)
             from known in Gen.Choose(0, 4).ArrayOf(9)
             from pace in AnyPace()
             select (paid, back, days, late, known, pace)).ToArbitrary(),
            any =>
            {
                var schedule = s_late.With(Stage.Collected, any.pace);
                var receipts = any.paid
                    .Select((cents, i) => Due(Paid("R-" + (char)('1' + i), "INV-1", DayOf(i), cents / 100m), any.late[i])).ToList();
                foreach (var i in Enumerable.Range(0, 2).Where(i => any.back[i] > 0))
                {
                    receipts.Add(Back(
                        receipts[i], "B-" + (char)('1' + i), LocalDate.Max(DayOf(5 + i), receipts[i].Date),
                        receipts[i].Amount.Amount * any.back[i] / 100m));
                }

                SalesLine[] lines =
                [
                    s_order, s_invoice, Line(Stage.Ordered, "CA-1", DayOf(7), (-20m * any.days[8]) - 1m, original: "SO-1"),
                    Line(Stage.Invoiced, "CN-1", DayOf(8).PlusDays(30), (-20m * any.days[7]) - 1m, originalLine: s_invoice.Id),
                ];
                var account = CommissionAccount.In(Currency.CNY);
                for (var month = 2; month <= 12; month++)
                {
                    var run = PayoutRun.Of(DateSpan.OfMonth(2026, month), On(month, 28).PlusDays(13));
                    var known = DealBook.Of(
                        lines.Where((line, i) => i < 2 || IsKnown(line.Date, i + 5, month)),
                        receipts.Where((receipt, i) => IsKnown(receipt.Date, ReceiptAt(receipt, i), month)));
                    if (month > 3)
                        account = account.Close(DateSpan.OfMonth(2026, month - 2), run.Recorded.PlusDays(-1));
                    var open = Enumerable.Range(2, month - 1).Where(each => each >= month - 1).SelectMany(
                        each => schedule.ToEarnings(s_locked, known, DateSpan.OfMonth(2026, each), account, run));
                    var settled = account.Settle(open, run.Restating(DateSpan.OfMonth(2026, month - 1)), s_rules);
                    Assert.Empty(settled.Reasons);
                    account = settled.Account;
                }

                var all = DealBook.Of(lines, receipts);
                var whole = schedule.Earned(Cny(1_000m), all.ProgressOf(s_order.Id.Document)!).ToDate;
                var parts = Enumerable.Range(2, 11).SelectMany(month => schedule.ToEarnings(s_locked, all, DateSpan.OfMonth(2026, month)));
                return account.Balances.Earned == whole && Money.Sum(Currency.CNY, parts.Select(each => each.Amount)) == whole;

                LocalDate DayOf(int i) => On(2, 10).PlusDays(any.days[i]);
                bool IsKnown(LocalDate on, int i, int month) => on.PlusMonths(any.known[i]) <= On(month, 28);

                // What takes a receipt back is known with it or later.
                int ReceiptAt(CollectionLine receipt, int i) =>
                    receipt.Original is null ? i : receipts.FindIndex(each => each.Id == receipt.Original);
            });

    private static Gen<EarningPace> AnyPace() =>
        Gen.Elements(EarningPace.InProportion, EarningPace.WhenLineComplete, EarningPace.WhenDealComplete);

    private static ScheduledCommission Earned(SalesLine[] lines, CollectionLine[] receipts) =>
        s_late.Earned(Cny(1_000m), DealProgress.OfFacts(s_order.Id.Document, lines, receipts));

    private static IReadOnlyList<CommissionEarning> Of(DealBook deals, CommissionAccount account) =>
        s_late.ToEarnings(s_locked, deals, DateSpan.OfQuarter(2026, 2), account, Run(6));
}
