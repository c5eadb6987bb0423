using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class BillsDiscounted
{
    private static readonly LocalDate s_on = new(2026, 3, 20);
    private static readonly AcceptanceBill s_bill = AcceptanceBill.Of(Cny(1_000_000m), new LocalDate(2026, 9, 15));
    private static readonly BillDiscounting s_rule = BillDiscounting.Of(Percent(2.4m), DayCountBasis.Actual360, Rounding.Commercial);

    [Fact]
    public void A_bill_that_is_due_brings_nothing_and_a_day_before_it_does()
    {
        var matured = s_rule.Discount(s_bill, s_bill.Maturity);
        var before = s_rule.Discount(s_bill, s_bill.Maturity.PlusDays(-1));

        Assert.Equal("terms.bill-matured (on 2026-09-15, maturity 2026-09-15)", Assert.Single(matured.Reasons).ToString());
        Assert.Equal(matured.Reasons[0].ToString(), matured.ToString());
        Assert.Equal((null, null, null), (matured.Interest, matured.Proceeds, matured.TrueYield));
        Assert.Equal(Figure.Absent, matured.Explain().Value);
        Assert.Equal(Figure.Absent, matured.ExplainTrueYield().Value);
        Assert.Equal((1, Cny(66.67m)), (before.Days, before.Interest!.Value));
    }

    [Theory]
    [InlineData(-1, "terms.bill-not-issued (on 2026-03-19, issued 2026-03-20)")]
    [InlineData(0, null)]
    public void A_bill_is_not_discounted_before_it_is_issued(int days, string? reason)
    {
        var given = s_rule.Discount(s_bill.WithIssueDate(s_on), s_on.PlusDays(days));

        Assert.Equal(reason, given.Reasons.Select(each => each.ToString()).SingleOrDefault());
        Assert.Equal(reason is null, given.Proceeds is not null);
    }

    // The three days of a remote acceptor would make two days of interest of a bill that was due yesterday, and at 60,000 % more than all.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(400)]
    public void A_bill_that_has_matured_counts_no_days_and_names_both(int late)
    {
        var on = s_bill.Maturity.PlusDays(late);
        var dear = BillDiscounting.Of(Percent(60_000), DayCountBasis.Actual360, Rounding.Commercial);
        foreach (var matured in new[] { s_rule.Discount(s_bill, on), s_rule.Discount(s_bill.WithRemoteAcceptor(), on) }
            .Append(dear.Discount(s_bill.WithRemoteAcceptor(), on)))
        {
            Assert.Equal((0, null, null), (matured.Days, matured.Interest, matured.Proceeds));
            Assert.Equal(
                "terms.bill-matured (on " + on.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + ", maturity 2026-09-15)",
                Assert.Single(matured.Reasons).ToString());
            Assert.Equal(Figure.Absent, matured.Explain().Value);
        }

        var before = s_rule.Discount(s_bill.WithRemoteAcceptor(), s_bill.Maturity.PlusDays(-1));
        Assert.Equal((4, Cny(266.67m)), (before.Days, before.Interest!.Value));
    }

    // 13 September 2026 is a Sunday: the bill is paid on Monday, and on Sunday it has one day to go.
    [Fact]
    public void A_bill_that_is_paid_later_than_it_is_due_matures_on_the_day_it_is_paid()
    {
        var sunday = AcceptanceBill.Of(Cny(1_000_000m), new LocalDate(2026, 9, 13));
        var rule = s_rule.WithConvention(BusinessDayConvention.Following, WorkCalendar.MondayToFriday);
        var (onIt, paid) = (rule.Discount(sunday, sunday.Maturity), rule.Discount(sunday, sunday.Maturity.PlusDays(1)));

        Assert.Equal((1, Cny(66.67m)), (onIt.Days, onIt.Interest!.Value));
        Assert.Equal((0, "terms.bill-matured (on 2026-09-14, maturity 2026-09-14)"), (paid.Days, paid.ToString()));
    }

    [Fact]
    public void The_longest_tenor_is_taken_and_a_day_more_is_not()
    {
        var rule = s_rule.WithMaximumTenor(6);
        var issued = s_bill.WithIssueDate(new LocalDate(2026, 3, 15));

        Assert.Empty(rule.Discount(issued, s_on).Reasons);
        Assert.Equal(
            "terms.tenor-too-long (from 2026-03-14, maturity 2026-09-15, latest 2026-09-14)",
            rule.Discount(s_bill.WithIssueDate(new LocalDate(2026, 3, 14)), s_on).ToString());
        Assert.Empty(rule.Discount(s_bill, new LocalDate(2026, 3, 15)).Reasons);
        Assert.Equal("terms.tenor-too-long", rule.Discount(s_bill, new LocalDate(2026, 3, 14)).Reasons[0].Code);
    }

    [Fact]
    public void A_maturity_without_work_is_paid_on_another_day_and_interest_is_to_there()
    {
        var sunday = AcceptanceBill.Of(Cny(1_000_000m), new LocalDate(2026, 9, 13));
        var rule = s_rule.WithConvention(BusinessDayConvention.Following, WorkCalendar.MondayToFriday);
        var discounted = rule.Discount(sunday, s_on);

        Assert.Equal((new LocalDate(2026, 9, 14), 178), (discounted.PaidOn, discounted.Days));
        Assert.Equal(177, s_rule.Discount(sunday, s_on).Days);
        Assert.True(discounted.ExplainTrueYield().IsVerified);
        Assert.Throws<ArgumentOutOfRangeException>(
            "bill",
            () => rule.WithConvention(
                BusinessDayConvention.Following, WorkCalendar.MondayToFriday.WithValidity(DateSpan.OfYear(2025))).Discount(sunday, s_on));
    }

    [Fact]
    public void Interest_of_all_that_is_on_the_face_leaves_nothing()
    {
        var dear = BillDiscounting.Of(Percent(360), DayCountBasis.Actual360, Rounding.Commercial);

        Assert.Equal(
            "terms.interest-exceeds-face (interest CNY 1000000.00, face CNY 1000000.00)",
            dear.Discount(s_bill, s_bill.Maturity.PlusDays(-100)).ToString());
        Assert.Equal(Cny(10_000m), dear.Discount(s_bill, s_bill.Maturity.PlusDays(-99)).Proceeds);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("face", () => AcceptanceBill.Of(Cny(0m), s_on));
        Assert.Throws<ArgumentException>("maturity", () => AcceptanceBill.Of(Cny(1m), s_on.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentOutOfRangeException>("issuedOn", () => s_bill.WithIssueDate(s_bill.Maturity.PlusDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "rate", () => BillDiscounting.Of(Percent(-1), DayCountBasis.Actual360, Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>(
            "basis", () => BillDiscounting.Of(Percent(1), DayCountBasis.ActualActual, Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_rule.WithRemoteDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => s_rule.WithMaximumTenor(0));
        Assert.Throws<ArgumentException>("on", () => s_rule.Discount(s_bill, s_on.WithCalendar(CalendarSystem.Julian)));
    }

    [Fact]
    public void Rules_and_bills_are_values()
    {
        TestHelper.TestEqualsClass(
            s_rule, BillDiscounting.Of(Percent(2.4m), DayCountBasis.Actual360, Rounding.Commercial), s_rule.WithRemoteDays(0),
            s_rule.WithMaximumTenor(6), s_rule.WithConvention(BusinessDayConvention.Following, WorkCalendar.MondayToFriday),
            BillDiscounting.Of(Percent(2.4m), DayCountBasis.Actual365, Rounding.Commercial),
            BillDiscounting.Of(Percent(2.4m), DayCountBasis.Actual360, Rounding.Bankers));
        TestHelper.TestEqualsClass(
            s_bill, AcceptanceBill.Of(Cny(1_000_000m), s_bill.Maturity), s_bill.WithRemoteAcceptor(), s_bill.WithIssueDate(s_on));
        Assert.Equal("CNY 1000000.00 on 2026-09-15, remote", s_bill.WithRemoteAcceptor().ToString());
        Assert.Equal(
            "2.4% a year, Actual360, rounded minor-unit half-away, remote +3, at most 6 months, Following",
            s_rule.WithMaximumTenor(6).WithConvention(BusinessDayConvention.Following, WorkCalendar.MondayToFriday).ToString());
    }

    [Property]
    public Property Proceeds_and_interest_are_the_face_and_are_proven() =>
        Prop.ForAll(
            Gen.Choose(1, 100_000_000).ToArbitrary(), Gen.Choose(1, 365).ToArbitrary(), Gen.Choose(0, 1_200).ToArbitrary(),
            (cents, days, rate) =>
            {
                var bill = AcceptanceBill.Of(Cny(cents / 100m), s_on.PlusDays(days)).WithRemoteAcceptor();
                var rule = BillDiscounting.Of(Percent(rate / 100m), DayCountBasis.Actual365, Rounding.Commercial);
                var (now, later) = (rule.Discount(bill, s_on), rule.Discount(bill, s_on.PlusDays(1)));
                return now.Interest + now.Proceeds == bill.Face && now.Days == days + 3
                    && (days == 1 || later.Interest <= now.Interest) && now.TrueYield >= Percentage.Zero
                    && now.Explain().IsVerified && now.Explain().Value == now.Proceeds!.Value
                    && now.ExplainTrueYield().IsVerified && now.ExplainTrueYield().Value == now.TrueYield!.Value;
            });
}
