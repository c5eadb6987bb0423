using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Customers;
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
            Assert.Equal(next.Class == s_small, next.IsWithoutInterval);
            Assert.Equal(next.Class == new CustomerClassId("N"), next.IsWithoutRule);
            Assert.Null(next.DueOn);
            Assert.False(next.IsOverdue);
            Assert.Equal(Figure.Absent, next.Explain().Value);
            Assert.Equal("C-1 not due", next.ToString());
            Assert.Equal(next, next.Rolled(WorkCalendar.MondayToFriday, BusinessDayConvention.Following));
        }
    }

    // In force from 1 July, in a policy from January: on its first day nobody is late.
    [Fact]
    public void A_rule_that_begins_later_gives_the_whole_interval_first()
    {
        var july = new LocalDate(2026, 7, 1);
        var policy = s_policy.With(new CustomerClassId("B"), VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14),
            DateSpan.From(july));
        var customer = new CustomerToVisit(new("C-1"), new("B"), DateSpan.From(new LocalDate(2020, 1, 1)));

        foreach (var last in new LocalDate?[] { null, new(2026, 6, 10), july })
        {
            var next = policy.NextVisit(customer, last, july);
            Assert.Equal((july, new LocalDate(2026, 7, 15), 0), (next.CountedFrom, next.DueOn, next.DaysOverdue));
            Assert.Equal(1, policy.NextVisit(customer, last, new LocalDate(2026, 7, 16)).DaysOverdue);
            Tampering.EveryChangeIsNamed(next.Explain());
        }

        Assert.Null(policy.NextVisit(customer, null, new LocalDate(2026, 6, 30)).DueOn);
        Assert.Equal(new LocalDate(2026, 7, 16), policy.NextVisit(customer, new LocalDate(2026, 7, 2), new LocalDate(2026, 7, 2)).DueOn);
    }

    // A rule that is confirmed every quarter hides nothing; a day without a rule is a beginning.
    [Theory]
    [InlineData("2026-03-31", "2026-01-15")]
    [InlineData("2026-03-30", "2026-04-15")]
    public void Rules_whose_days_adjoin_are_one(string end, string due)
    {
        var rule = VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14);
        var policy = VisitPolicy.StartingWith(s_policy.First)
            .With(s_key, rule, DateSpan.Until(Day(end))).With(s_key, rule.WithTimeOfACall(Duration.FromMinutes(30)),
                DateSpan.From(Day("2026-04-01")));

        Assert.Equal(Day(due), policy.NextVisit(new CustomerToVisit(new("C-1"), s_key, default), null, Day("2026-04-01")).DueOn);
    }

    // 60 days at first. From 1 March: 14.
    [Theory]
    [InlineData("2026-01-05", "2026-03-06")] // the longer one ends first
    [InlineData("2026-01-14", "2026-03-15")]
    [InlineData("2026-01-15", "2026-03-15")] // the shorter one from the change
    [InlineData("2026-02-28", "2026-03-15")]
    [InlineData("2026-03-01", "2026-03-15")]
    [InlineData("2026-03-02", "2026-03-16")]
    public void An_interval_that_is_shortened_makes_nothing_overdue_on_its_first_day(string last, string due)
    {
        var march = new LocalDate(2026, 3, 1);
        var policy = VisitPolicy.StartingWith(s_policy.First)
            .With(s_key, VisitRule.Of(CallFrequency.Of(1)).WithMaximumInterval(60))
            .With(new CustomerId("C-1"), VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14), DateSpan.From(march));
        var next = policy.NextVisit(new CustomerToVisit(new("C-1"), s_key, default), Day(last), march.PlusDays(4));

        Assert.Equal(Day(due), next.DueOn);
        Tampering.EveryChangeIsNamed(next.Explain());
        Tampering.EveryChangeIsNamed(next.Rolled(WorkCalendar.MondayToFriday, BusinessDayConvention.Following).Explain());
        Assert.Equal(next, policy.NextVisit(new CustomerToVisit(new("C-1"), s_key, default), Day(last), march.PlusDays(4)));
    }

    // C is asked within 60 days, A within 14: from 1 July, when it is A, it has 14 days.
    [Theory]
    [InlineData("2026-06-30", "C", "2026-07-30")]
    [InlineData("2026-07-01", "A", "2026-07-15")]
    [InlineData("2026-12-31", "A", "2026-07-15")]
    [InlineData("2027-01-01", null, null)]
    public void The_interval_is_that_of_the_class_of_the_day(string asOf, string? itsClass, string? due)
    {
        var policy = VisitPolicy.StartingWith(s_policy.First)
            .With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14))
            .With(new CustomerClassId("C"), VisitRule.Of(CallFrequency.Of(1)).WithMaximumInterval(60));
        var classes = CustomerClasses.Of(
            (new("C-1"), new("C"), DateSpan.Until(Day("2026-06-30"))),
            (new("C-1"), new("A"), new DateSpan(Day("2026-07-01"), Day("2026-12-31"))));

        var next = policy.NextVisit(CustomerToVisit.FromClasses(new("C-1"), classes, default), Day("2026-05-31"), Day(asOf));

        Assert.Equal((itsClass, due is null ? null : Day(due)), (next.Class?.ToString(), next.DueOn));
        Assert.Equal((due is null, false), (next.IsWithoutRule, next.IsWithoutInterval));
        Assert.Empty(next.Explain().Verify());
    }

    // Day by day, as somebody would keep a diary of it.
    [Property]
    public Property The_due_day_is_that_of_a_diary() =>
        Prop.ForAll(Histories, history =>
        {
            var first = s_policy.First;
            var id = new CustomerId("C-1");
            var policy = VisitPolicy.StartingWith(first);
            var classes = CustomerClasses.Empty;
            var day = s_start.PlusDays(-10);
            foreach (var (length, days, kind) in history.Rules)
            {
                var during = new DateSpan(day, day.PlusDays(length - 1));
                var rule = days == 0 ? VisitRule.Of(CallFrequency.Of(1)) : VisitRule.Of(CallFrequency.Of(1)).WithMaximumInterval(days);
                var its = kind == Rule.ByClassOfItsOwn ? new CustomerClassId("D-" + classes.HistoryOf(id).Entries.Count) : s_key;
                classes = kind == Rule.OfNoClass ? classes : classes.With((id, its, during));
                policy = kind == Rule.OfTheCustomer ? policy.With(id, rule, during) : kind == Rule.ByClassOfItsOwn ? policy.With(its, rule)
                    : policy.With(s_key, rule, during);
                day = day.PlusDays(length);
            }

            var customer = CustomerToVisit.FromClasses(id, classes, new DateSpan(history.Since, null));

            LocalDate? from = null, due = null, last = null;
            var asked = 0;
            for (var on = s_start; on < day; on = on.PlusDays(1))
            {
                if (history.Visits.Contains(on))
                    last = on;
                var days = customer.Span.Contains(on) && policy.TryRule(customer, on, out var rule) ? rule.MaximumIntervalDays : null;
                if (days is null)
                {
                    (from, due, asked) = (null, null, 0);
                }
                else
                {
                    if (from is null || last == on)
                        (from, due) = (on, on.PlusDays(days.Value));
                    else if (days != asked)
                        due = LocalDate.Max(from.Value.PlusDays(days.Value), LocalDate.Min(due!.Value, on.PlusDays(days.Value)));
                    asked = days.Value;
                }

                var next = policy.NextVisit(customer, last, on);
                Assert.Equal((from, due), (next.CountedFrom, next.DueOn));
                Assert.Empty(next.Explain().Verify());

                // A change of the rules alone makes nothing overdue on its day.
                Assert.True(next.DaysOverdue <= 1 || policy.NextVisit(customer, last, on.PlusDays(-1)).IsOverdue);
            }
        });

    private static Arbitrary<(LocalDate? Since, (int Length, int Days, Rule Kind)[] Rules, LocalDate[] Visits)> Histories =>
        (from since in Gen.Choose(-20, 20)
         from rules in (from length in Gen.Choose(1, 15)
                        from days in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 20)))
                        from kind in Gen.Elements(Rule.OfTheCustomer, Rule.OfTheClass, Rule.ByClassOfItsOwn, Rule.OfNoClass)
                        select (length, days, kind)).ArrayOf().Where(all => all.Length < 8)
         from visits in Gen.Choose(0, 60).ArrayOf().Where(all => all.Length < 4)
         select (since == 20 ? (LocalDate?)null : s_start.PlusDays(since), rules, visits.Select(day => s_start.PlusDays(day)).ToArray()))
        .ToArbitrary();

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

    private enum Rule
    {
        OfTheCustomer,
        OfTheClass,
        ByClassOfItsOwn,
        OfNoClass,
    }

    private static NextVisit Asked(LocalDate last, LocalDate asOf) =>
        s_policy.NextVisit(new CustomerToVisit(new("C-1"), s_key, DateSpan.From(new LocalDate(2020, 1, 1))), last, asOf);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
