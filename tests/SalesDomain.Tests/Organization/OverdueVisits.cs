using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

/// <summary>A visit is overdue from the day after the interval ends; a visit more never makes anything overdue.</summary>
public sealed class OverdueVisits
{
    private static readonly CustomerClassId s_key = new("A");
    private static readonly CustomerClassId s_small = new("Z");
    private static readonly LocalDate s_start = new(2026, 1, 1);

    private static readonly VisitPolicy s_policy =
        VisitPolicy.StartingWith(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1))
            .With(s_key, VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14))
            .With(s_small, VisitRule.Of(CallFrequency.Of(1)));

    [Fact]
    public void The_last_day_of_the_interval_is_in_time_and_the_next_is_overdue()
    {
        var last = new LocalDate(2026, 3, 2);

        Assert.False(Asked(last, new LocalDate(2026, 3, 16)).IsOverdue);
        Assert.True(Asked(last, new LocalDate(2026, 3, 17)).IsOverdue);
        Assert.Equal(1, Asked(last, new LocalDate(2026, 3, 17)).DaysOverdue);
        Assert.Equal((last, 15), (Asked(last, new LocalDate(2026, 3, 17)).CountedFrom,
            Asked(last, new LocalDate(2026, 3, 17)).DaysSinceLastVisit));
        Assert.Equal("C-1 due on 2026-03-16, overdue by 1 days", Asked(last, new LocalDate(2026, 3, 17)).ToString());
        Assert.Equal("C-1 due on 2026-03-16", Asked(last, last).ToString());
    }

    [Theory]
    [InlineData("2025-06-01", "2026-01-15")]
    [InlineData("2026-01-01", "2026-01-15")]
    [InlineData("2026-02-10", "2026-02-24")]
    [InlineData(null, "2026-01-15")]
    public void Who_was_never_visited_counts_from_the_relation_or_from_the_policy(string? since, string due)
    {
        var customer = new CustomerToVisit(new("C-1"), s_key, new DateSpan(since is null ? null : Day(since), null));
        var next = s_policy.NextVisit(customer, null, Day("2026-04-01"));

        Assert.Equal(Day(due), next.DueOn);
        Assert.True(next.IsNeverVisited && next.IsOverdue && next.DaysSinceLastVisit is null);
        Tampering.EveryChangeIsNamed(next.Explain());
    }

    [Fact]
    public void A_visit_before_the_policy_is_no_worse_than_none()
    {
        var old = Asked(new LocalDate(2025, 10, 1), new LocalDate(2026, 1, 10));

        Assert.Equal(new LocalDate(2026, 1, 15), old.DueOn);
        Assert.Equal(101, old.DaysSinceLastVisit);
        Assert.False(old.IsOverdue);
    }

    [Fact]
    public void Nothing_is_due_without_a_relation_a_rule_or_an_interval()
    {
        var ended = new CustomerToVisit(new("C-1"), s_key, DateSpan.Until(new LocalDate(2026, 3, 31)));
        Assert.True(s_policy.NextVisit(ended, null, new LocalDate(2026, 3, 31)).IsOverdue);

        foreach (var next in new[]
        {
            s_policy.NextVisit(ended, null, new LocalDate(2026, 4, 1)),
            s_policy.NextVisit(new CustomerToVisit(new("C-1"), new("N"), default), null, new LocalDate(2026, 4, 1)),
            s_policy.NextVisit(new CustomerToVisit(new("C-1"), s_small, default), s_start, new LocalDate(2026, 4, 1)),
        })
        {
            Assert.Null(next.DueOn);
            Assert.False(next.IsOverdue);
            Assert.Equal(Figure.Absent, next.Explain().Value);
            Assert.Equal("C-1 not due", next.ToString());
            Assert.Equal(next, next.Rolled(WorkCalendar.MondayToFriday, BusinessDayConvention.Following));
        }
    }

    [Fact]
    public void The_due_day_moves_to_a_working_day_if_asked()
    {
        // 21 February 2026 is a Saturday.
        var next = Asked(new LocalDate(2026, 2, 7), new LocalDate(2026, 2, 23));
        var after = next.Rolled(WorkCalendar.MondayToFriday, BusinessDayConvention.Following);
        var before = after.Rolled(WorkCalendar.MondayToFriday, BusinessDayConvention.Preceding);

        Assert.Equal((new LocalDate(2026, 2, 21), 2), (next.DueOn, next.DaysOverdue));
        Assert.Equal((new LocalDate(2026, 2, 23), 0, 2), (after.DueOn, after.DaysOverdue, after.RolledDays));
        Assert.Equal((new LocalDate(2026, 2, 20), 3, -1), (before.DueOn, before.DaysOverdue, before.RolledDays));
        Assert.Equal(next, before.Rolled(WorkCalendar.MondayToFriday, BusinessDayConvention.Unadjusted));
        Assert.All([next, after, before], each => Tampering.EveryChangeIsNamed(each.Explain()));

        var unknown = WorkCalendar.MondayToFriday.WithValidity(DateSpan.OfYear(2025));
        Assert.Equal("calendar", Assert.Throws<ArgumentOutOfRangeException>(
            () => next.Rolled(unknown, BusinessDayConvention.Following)).ParamName);
    }

    [Fact]
    public void A_visit_after_the_day_is_refused_and_one_in_the_log_does_not_count()
    {
        var customer = new CustomerToVisit(new("C-1"), s_key, default);
        var log = VisitLog.Of([VisitSample.Visit(1, "C-1", "S-1", new LocalDate(2026, 3, 20)).Build()]);

        Assert.Equal("lastVisit", Assert.Throws<ArgumentOutOfRangeException>(
            () => s_policy.NextVisit(customer, new LocalDate(2026, 3, 20), new LocalDate(2026, 3, 19))).ParamName);
        Assert.Null(s_policy.NextVisits([customer], log, new LocalDate(2026, 3, 19))[0].LastVisit);
        Assert.Equal(0, s_policy.NextVisits([customer], log, new LocalDate(2026, 3, 20))[0].DaysSinceLastVisit);
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void A_visit_more_never_makes_anything_overdue(VisitSample sample)
    {
        var customers = VisitSample.Customers.Select((customer, i) =>
            new CustomerToVisit(customer, i == 5 ? s_small : s_key,
                new DateSpan(VisitSample.Start.PlusDays((i * 7) - 10), null))).ToArray();
        for (var day = -5; day < 45; day += 5)
        {
            var asOf = VisitSample.Start.PlusDays(day);
            var fewer = s_policy.NextVisits(customers, sample.First, asOf);
            var more = s_policy.NextVisits(customers, sample.Log, asOf);
            foreach (var (one, other) in fewer.Zip(more, (one, other) => (one, other)))
            {
                Assert.True(other.DaysOverdue <= one.DaysOverdue);
                Assert.Equal(one.DueOn is null, other.DueOn is null);
                Assert.Empty(other.Explain().Verify());
                Assert.Equal(other.DueOn < asOf, other.IsOverdue);
            }
        }
    }

    private static NextVisit Asked(LocalDate last, LocalDate asOf) =>
        s_policy.NextVisit(new CustomerToVisit(new("C-1"), s_key, DateSpan.From(new LocalDate(2020, 1, 1))), last, asOf);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
