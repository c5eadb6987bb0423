using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class DueDates
{
    [Theory]
    [InlineData("0", "2026-01-15", "2026-01-15")]
    [InlineData("30", "2026-01-15", "2026-02-14")]
    [InlineData("60", "2023-12-31", "2024-02-29")]
    [InlineData("EOM", "2026-01-31", "2026-01-31")]
    [InlineData("EOM", "2026-02-01", "2026-02-28")]
    [InlineData("30+EOM", "2026-01-15", "2026-02-28")]
    [InlineData("EOM+30", "2026-01-15", "2026-03-02")]
    [InlineData("30+EOM", "2026-01-31", "2026-03-31")]
    [InlineData("EOM+30", "2026-01-31", "2026-03-02")]
    [InlineData("1M", "2026-01-31", "2026-02-28")]
    [InlineData("2M+EOM", "2025-12-31", "2026-02-28")]
    [InlineData("day 15", "2026-01-14", "2026-01-15")]
    [InlineData("day 15", "2026-01-15", "2026-01-15")]
    [InlineData("day 15", "2026-01-16", "2026-02-15")]
    [InlineData("day 10,20,30", "2026-01-10", "2026-01-10")]
    [InlineData("day 10,20,30", "2026-01-11", "2026-01-20")]
    [InlineData("day 10,20,30", "2026-01-21", "2026-01-30")]
    [InlineData("day 10,20,30", "2026-01-31", "2026-02-10")]
    [InlineData("day 10,20,30", "2026-02-21", "2026-02-28")]
    [InlineData("day 31", "2026-04-30", "2026-04-30")]
    [InlineData("day 30", "2026-01-31", "2026-02-28")]
    [InlineData("day 15", "2025-12-16", "2026-01-15")]
    [InlineData("10 prox", "2026-01-01", "2026-02-10")]
    [InlineData("10 prox", "2026-01-31", "2026-02-10")]
    [InlineData("10 prox2", "2025-11-30", "2026-01-10")]
    [InlineData("10 prox cut-off:25", "2026-01-25", "2026-02-10")]
    [InlineData("10 prox cut-off:25", "2026-01-26", "2026-03-10")]
    [InlineData("31 prox", "2026-01-15", "2026-02-28")]
    [InlineData("EOM+30+day 10,20", "2026-01-15", "2026-03-10")]
    public void A_rule_leads_from_a_day_to_a_day(string rule, string from, string due) =>
        Assert.Equal(Day(due), DueRule.Parse(rule).DateFrom(Day(from)));

    [Fact]
    public void Rules_are_put_together_in_the_order_that_is_meant()
    {
        Assert.Equal("EOM+30", DueRule.EndOfMonth.Then(DueRule.Days(30)).ToString());
        Assert.Equal("30+EOM", DueRule.Days(30).Then(DueRule.EndOfMonth).ToString());
        Assert.Equal("2M+day 10,20,30", DueRule.Months(2).Then(DueRule.OnDays(30, 10, 20)).ToString());
        Assert.Equal("10 prox2 cut-off:25", DueRule.DayOfMonth(10, 2, 25).ToString());
        Assert.Equal(DueRule.DayOfMonth(10, 1), DueRule.DayOfMonth(10, 1, 31));
        Assert.Equal(30, DueRule.Days(30).NetDays);
        Assert.Null(DueRule.EndOfMonth.NetDays);
        Assert.Null(DueRule.Days(30).Then(DueRule.Days(1)).NetDays);
    }

    [Theory]
    [InlineData(BusinessDayConvention.Unadjusted, "2026-01-31")]
    [InlineData(BusinessDayConvention.Following, "2026-02-02")]
    [InlineData(BusinessDayConvention.ModifiedFollowing, "2026-01-30")]
    [InlineData(BusinessDayConvention.Preceding, "2026-01-30")]
    public void A_day_without_work_is_moved_as_the_terms_have_it(BusinessDayConvention convention, string due)
    {
        var terms = PaymentTerms.Of(DueRule.EndOfMonth).WithDiscount(Percent(2), DueRule.Days(7)).WithConvention(convention);

        Assert.Equal(Day(due), terms.DueDate(new LocalDate(2026, 1, 10), WorkCalendar.MondayToFriday));
        Assert.Equal(Day(due), terms.Schedule(Cny(1m), new LocalDate(2026, 1, 10), WorkCalendar.MondayToFriday).DueDate);
    }

    [Fact]
    public void The_day_of_a_discount_is_moved_too()
    {
        var terms = PaymentTerms.Net(30).WithDiscount(Percent(2), 10).WithConvention(BusinessDayConvention.Following);
        var thursday = new LocalDate(2026, 1, 1);
        var sunday = thursday.PlusDays(10);

        Assert.Equal(IsoDayOfWeek.Sunday, sunday.DayOfWeek);
        Assert.Equal(Percent(2), terms.DiscountFor(thursday, sunday.PlusDays(1), WorkCalendar.MondayToFriday));
        Assert.Equal(Percent(0), terms.DiscountFor(thursday, sunday.PlusDays(2), WorkCalendar.MondayToFriday));
    }

    [Fact]
    public void Terms_that_move_days_ask_for_a_calendar_that_knows_them()
    {
        var terms = PaymentTerms.Net(30).WithConvention(BusinessDayConvention.Following);
        var year = WorkCalendar.MondayToFriday.WithValidity(DateSpan.OfYear(2026));

        Assert.Throws<InvalidOperationException>(() => terms.DueDate(new LocalDate(2026, 1, 1)));
        Assert.Throws<InvalidOperationException>(() => terms.Schedule(Cny(1m), new LocalDate(2026, 1, 1)));
        Assert.Throws<InvalidOperationException>(() => terms.DiscountFor(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 1)));
        Assert.Equal(new LocalDate(2026, 12, 31), terms.DueDate(new LocalDate(2026, 12, 1), year));
        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => terms.DueDate(new LocalDate(2026, 12, 2), year));
    }

    [Fact]
    public void What_is_no_rule_is_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("days", () => DueRule.Days(-1));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => DueRule.Days(3_651));
        Assert.Equal("3650", DueRule.Days(3_650).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("months", () => DueRule.Months(0));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => DueRule.Months(121));
        Assert.Throws<ArgumentException>("days", () => DueRule.OnDays());
        Assert.Throws<ArgumentException>("days", () => DueRule.OnDays(10, 10));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => DueRule.OnDays(10, 32));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => DueRule.DayOfMonth(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => DueRule.DayOfMonth(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("cutOff", () => DueRule.DayOfMonth(1, 1, 32));
        var eight = Enumerable.Repeat(DueRule.Days(1), 7).Aggregate(DueRule.EndOfMonth, (all, next) => all.Then(next));
        Assert.Throws<ArgumentException>("next", () => eight.Then(DueRule.EndOfMonth));
        Assert.Throws<ArgumentException>("baseline", () => eight.DateFrom(new LocalDate(2026, 1, 1, CalendarSystem.Julian)));
        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => eight.DateFrom(new LocalDate(9901, 1, 1)));
        Assert.Equal(new LocalDate(9901, 1, 7), eight.DateFrom(new LocalDate(9900, 12, 31)));
    }

    [Property]
    public Property A_later_baseline_is_never_due_earlier_and_no_day_is_before_its_baseline() =>
        Prop.ForAll(TermsSample.Rules, Gen.Choose(0, 3_000).ToArbitrary(), Gen.Choose(0, 70).ToArbitrary(), (rule, start, later) =>
        {
            var from = new LocalDate(2023, 1, 1).PlusDays(start);
            return rule.DateFrom(from) >= from && rule.DateFrom(from.PlusDays(later)) >= rule.DateFrom(from);
        });

    [Property]
    public Property A_moved_day_keeps_the_order_of_baselines() =>
        Prop.ForAll(
            TermsSample.Rules,
            Gen.Elements(
                BusinessDayConvention.Unadjusted, BusinessDayConvention.Following, BusinessDayConvention.ModifiedFollowing,
                BusinessDayConvention.Preceding, BusinessDayConvention.ModifiedPreceding).ToArbitrary(),
            Gen.Choose(0, 3_000).ToArbitrary(),
            (rule, convention, start) =>
            {
                var terms = PaymentTerms.Of(rule).WithConvention(convention);
                var from = new LocalDate(2023, 1, 1).PlusDays(start);
                return terms.DueDate(from.PlusDays(1), WorkCalendar.MondayToFriday) >= terms.DueDate(from, WorkCalendar.MondayToFriday);
            });

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
