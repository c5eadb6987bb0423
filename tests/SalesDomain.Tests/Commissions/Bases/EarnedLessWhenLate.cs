using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>
/// 回款提成 on a locked rate: half with the order, half with the money, and of the money less when it is late. An order of 10,000 with
/// 13 % of tax, of which 3 % are the commission, in two invoices.
/// </summary>
public sealed class EarnedLessWhenLate
{
    private static readonly EarningSchedule s_halves = EarningSchedule
        .Of(Rounding.Commercial, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50))).WithLateness(Lateness);

    private static readonly SalesLine[] s_lines =
    [
        Line(Stage.Ordered, "SO-1", 10_000m), Line(Stage.Invoiced, "INV-1", 5_000m, "SO-1"), Line(Stage.Invoiced, "INV-2", 5_000m, "SO-1"),
    ];

    private static readonly CommissionPlan s_plan = CommissionPlan.Of(
        "Orders 2026", Currency.CNY, Rounding.Commercial,
        CommissionComponent.Cumulative(
            "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
            CommissionRate.Flat(Percent(3))));

    // 150 with the order; of 150 half in time, and half 45 days late at 70 %: 75 and 52.50.
    [Theory]
    [InlineData(0, "225")]
    [InlineData(1, "217.5")]
    [InlineData(30, "217.5")]
    [InlineData(31, "202.5")]
    [InlineData(91, "150")]
    public void Of_what_is_earned_with_the_money_late_money_earns_its_factor(int daysLate, string earned)
    {
        var half = Earned(Paid("R-1", "INV-1", 5_650m, daysLate));

        Assert.Equal(Cny(Number(earned)), half.ToDate);
        Assert.Equal(Cny(150m), half.Of(Stage.Ordered));
        Assert.Empty(half.Explain().Verify());
    }

    [Fact]
    public void Each_receipt_counts_by_its_own_days_and_says_so()
    {
        var earned = Earned(Paid("R-1", "INV-1", 5_650m, -3), Paid("R-2", "INV-2", 5_650m, 45));

        Assert.Equal((Cny(277.5m), Cny(127.5m)), (earned.ToDate, earned.Of(Stage.Collected)));
        Assert.Equal(Percent(100), earned.Progress.At(Stage.Collected));
        Assert.Empty(earned.Explain().Verify());
        Assert.Contains("days late: 45", earned.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_paid_first_is_paid_and_too_much_is_not_late()
    {
        var (inTime, late) = (Paid("R-1", "INV-1", 4_650m, 0), Paid("R-2", "INV-1", 20_000m, 45, later: 10));

        // 4,650 in time and 1,000 of the invoice late.
        Assert.Equal(Cny(150m + 61.73m + 9.29m), Earned(late, inTime).ToDate);
    }

    [Fact]
    public void A_returned_cheque_takes_back_what_its_receipt_earned_though_it_is_later()
    {
        var (first, second) = (Paid("R-1", "INV-1", 5_650m, 25), Paid("R-2", "INV-2", 5_650m, 0, later: 3));

        Assert.Equal(Earned(second).ToDate, Earned(first, second, Returned(first)).ToDate);
        Assert.Equal(Cny(225m), Earned(first, second, Returned(first)).ToDate);
    }

    [Theory]
    [InlineData(EarningPace.WhenLineComplete)]
    [InlineData(EarningPace.WhenDealComplete)]
    public void When_all_is_paid_each_payment_counts_by_its_days(EarningPace pace)
    {
        var schedule = s_halves.With(Stage.Collected, pace);
        CollectionLine[] paid = [Paid("R-1", "INV-1", 5_650m, 0), Paid("R-2", "INV-2", 5_650m, 45)];
        ScheduledCommission Earned(params CollectionLine[] receipts) =>
            schedule.Earned(Cny(300m), DealProgress.OfFacts(s_lines[0].Id.Document, s_lines, receipts));

        Assert.Equal(Cny(150m), Earned(paid[0]).ToDate);
        Assert.Equal(Cny(277.5m), Earned(paid).ToDate);
        Assert.Empty(Earned(paid).Explain().Verify());
        Assert.Empty(Earned(paid[0]).Explain().Verify());

        // Until all is paid the days do not matter, and need not be known.
        var unknown = Paid("R-1", "INV-1", 5_650m, null);
        Assert.Equal(Cny(150m), Earned(unknown).ToDate);
        Assert.Throws<ArgumentException>("progress", () => Earned(unknown, paid[1]));
    }

    [Fact]
    public void Money_without_a_due_date_is_not_in_time_by_silence()
    {
        var progress = DealProgress.OfFacts(s_lines[0].Id.Document, s_lines, [Paid("R-1", "INV-1", 5_650m, null)]);
        var inFull = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50)))
            .WithLateness(Lateness, UnstatedFact.CountsInFull);
        var stated = DealProgress.Unstated.With(Stage.Ordered, Percent(100)).With(Stage.Collected, Percent(50));

        var refused = Assert.Throws<ArgumentException>(nameof(progress), () => s_halves.Earned(Cny(300m), progress));
        Assert.Contains("commission.no-due-date (line R-1/1)", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(nameof(progress), () => s_halves.Earned(Cny(300m), stated));
        Assert.Equal(Cny(225m), inFull.Earned(Cny(300m), progress).ToDate);
        Assert.Empty(inFull.Earned(Cny(300m), progress).Explain().Verify());
        Assert.Equal(Cny(225m), inFull.Earned(Cny(300m), stated).ToDate);

        // Nothing has come in, so nothing is late.
        Assert.Equal(Cny(150m), Earned().ToDate);
        Assert.Equal(Cny(150m), s_halves.Earned(Cny(300m), stated.With(Stage.Collected, Percent(0))).ToDate);
    }

    [Fact]
    public void From_the_plan_to_the_account_a_line_waits_for_the_due_date_of_its_money()
    {
        var locked = s_plan.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None,
            s_plan.Sum(DateSpan.OfQuarter(2026, 1), [SalesCredit.Of(s_lines[0], Percent(100), CreditKind.Direct, "own")]));
        CommissionEarning May(int? daysLate) => s_halves.ToEarnings(
            locked, DealBook.Of(s_lines, [Paid("R-1", "INV-1", 11_300m, daysLate, later: 50)]), DateSpan.OfMonth(2026, 5)).Single();

        Assert.Equal(Cny(52.5m), May(45).Amount);
        Assert.False(May(null).IsKnown);
        Assert.Equal("commission.no-due-date (line R-1/1)", May(null).Reasons.Single().ToString());
    }

    // Paid in May on a day nobody knows to be late, and returned in June: what May earned is not known, nor what June takes back of it.
    [Fact]
    public void What_goes_back_of_money_that_nobody_knows_to_be_late_is_not_known_either()
    {
        var locked = s_plan.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None,
            s_plan.Sum(DateSpan.OfQuarter(2026, 1), [SalesCredit.Of(s_lines[0], Percent(100), CreditKind.Direct, "own")]));
        CommissionEarning[] June(int? daysLate)
        {
            var paid = Paid("R-1", "INV-1", 5_650m, daysLate, later: 50);
            return [.. s_halves.ToEarnings(locked, DealBook.Of(s_lines, [paid, Returned(paid)]), DateSpan.OfMonth(2026, 6))];
        }

        Assert.Equal(Cny(-67.5m), June(10).Single().Amount);
        Assert.Single(June(10).Single().Included);
        Assert.False(June(null).Single().IsKnown);
    }

    [Fact]
    public void Only_what_is_earned_with_the_money_can_be_late()
    {
        var delivered = EarningSchedule.Of(Rounding.Commercial, (Stage.Delivered, Percent(100)));
        var factors = StepSchedule.From((0, Percent(-1)));

        Assert.Throws<InvalidOperationException>(() => delivered.WithLateness(Lateness));
        foreach (var pace in new[] { EarningPace.OnFirstOfLine, EarningPace.OnFirstOfDeal })
        {
            var onFirst = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100))).With(Stage.Collected, pace);
            Assert.Throws<InvalidOperationException>(() => onFirst.WithLateness(Lateness));
            Assert.Throws<ArgumentException>(nameof(pace), () => s_halves.With(Stage.Collected, pace));
            Assert.Equal(pace, s_halves.With(Stage.Ordered, pace).PaceOf(Stage.Ordered));
        }

        Assert.Throws<ArgumentException>(nameof(factors), () => s_halves.WithLateness(factors));
        Assert.Equal(
            "50% Ordered, 50% Collected, by days late " + Lateness + ", rounded minor-unit half-away", s_halves.ToString());
    }

    [Property(MaxTest = 300)]
    public Property Money_in_time_earns_what_it_earns_without_factors_and_no_more_when_late() =>
        Prop.ForAll(
            AnyReceived(),
            receipts =>
            {
                var progress = DealProgress.OfFacts(s_lines[0].Id.Document, s_lines, receipts);
                var plain = EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50)));
                var whole = plain.Earned(Cny(333.33m), progress);
                var late = s_halves.Earned(Cny(333.33m), progress);
                var never = plain.WithLateness(StepSchedule.UpTo((0, Percent(100))).ThenAbove(Percent(100)));
                return whole.ToDate == never.Earned(Cny(333.33m), progress).ToDate && late.ToDate <= whole.ToDate
                    && !late.Of(Stage.Collected).IsNegative && late.Explain().IsVerified;
            });

    [Property(MaxTest = 200)]
    public Property A_receipt_that_comes_back_never_was_and_the_order_of_facts_never_shows() =>
        Prop.ForAll(
            AnyReceived(),
            receipts =>
            {
                var cheque = Paid("R-0", "INV-1", 1_234.56m, 20);
                var with = Earned([.. receipts.Reverse(), Returned(cheque), cheque]);
                return with.ToDate == Earned(receipts).ToDate;
            });

    private static Arbitrary<CollectionLine[]> AnyReceived() =>
        (from cents in Gen.Choose(1, 800_000).ArrayOf(4)
         from late in Gen.Choose(-10, 100).ArrayOf(4)
         from invoice in Gen.Choose(1, 3).ArrayOf(4)
         from count in Gen.Choose(0, 4)
         select Enumerable.Range(0, count)
             .Select(i => Paid(
                 "R-" + (char)('1' + i), invoice[i] == 3 ? "SO-1" : "INV-" + (char)('0' + invoice[i]), cents[i] / 100m, late[i], later: i))
             .ToArray()).ToArbitrary();

    private static ScheduledCommission Earned(params CollectionLine[] receipts) =>
        s_halves.Earned(Cny(300m), DealProgress.OfFacts(s_lines[0].Id.Document, s_lines, receipts));

    private static SalesLine Line(Stage stage, string document, decimal net, string? order = null) =>
        Sale(net, change: sale =>
        {
            sale.Stage = stage;
            sale.Document = new DocumentId(document);
            sale.Tax = Cny(net * 0.13m);
            sale.OrderLine = order is null ? null : new LineId(new DocumentId(order), 1);
        });

    private static CollectionLine Paid(string receipt, string invoice, decimal amount, int? daysLate, int later = 0) =>
        Receipt(amount, null, line =>
        {
            line.Document = new DocumentId(receipt);
            line.Date = Day.PlusDays(later);
            line.Invoice = new DocumentId(invoice);
            line.DueDate = daysLate is { } days ? Day.PlusDays(later - days) : null;
        });
}
