using System;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

/// <summary>A rule once given is replaced or ended from a day on, and what was before stays.</summary>
public sealed class RulesEndedAndReplaced
{
    private static readonly CustomerClassId s_a = new("A");
    private static readonly CustomerId s_customer = new("C-1");
    private static readonly CustomerToVisit s_toVisit = new(s_customer, s_a, DateSpan.Always);
    private static readonly LocalDate s_july = new(2026, 7, 1);
    private static readonly VisitRule s_two = VisitRule.Of(CallFrequency.Of(2));
    private static readonly VisitRule s_four = VisitRule.Of(CallFrequency.Of(4));
    private static readonly VisitPolicy s_none = VisitPolicy.StartingWith(
        FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1));

    [Fact]
    public void The_rule_of_a_class_is_replaced_or_ended_from_a_day_on()
    {
        var replaced = s_none.With(s_a, s_two).Override(s_a, s_four, DateSpan.From(s_july));
        var ended = s_none.With(s_a, s_two).Without(s_a, DateSpan.From(s_july));

        Assert.Equal((s_two, s_four), (RuleOf(replaced, s_july.PlusDays(-1)), RuleOf(replaced, s_july)));
        Assert.Equal((s_two, null), (RuleOf(ended, s_july.PlusDays(-1)), RuleOf(ended, s_july)));
        Assert.Equal(s_none, s_none.With(s_a, s_two).Without(s_a, DateSpan.Always));
        Assert.Equal(s_none, s_none.Without(s_a, DateSpan.Always));
    }

    [Fact]
    public void The_exception_of_a_customer_is_replaced_or_ended_and_then_the_class_counts_again()
    {
        var policy = s_none.With(s_a, s_two).With(s_customer, s_four);
        var none = VisitRule.Of(CallFrequency.None);

        Assert.Equal(none, RuleOf(policy.Override(s_customer, none, DateSpan.From(s_july)), s_july));
        Assert.Equal(s_four, RuleOf(policy.Without(s_customer, DateSpan.From(s_july)), s_july.PlusDays(-1)));
        Assert.Equal(s_two, RuleOf(policy.Without(s_customer, DateSpan.From(s_july)), s_july));
        Assert.Equal(s_none.With(s_a, s_two), policy.Without(s_customer, DateSpan.Always));
    }

    [Fact]
    public void Exceptions_are_given_in_one_batch()
    {
        var batch = s_none.With([
            (s_customer, s_two, DateSpan.Until(s_july.PlusDays(-1))), (new CustomerId("C-2"), s_two, DateSpan.Always),
            (s_customer, s_four, DateSpan.From(s_july))]);

        Assert.Equal(
            s_none.With(s_customer, s_two, DateSpan.Until(s_july.PlusDays(-1))).With(s_customer, s_four, DateSpan.From(s_july))
                .With(new CustomerId("C-2"), s_two),
            batch);
        var refused = Assert.Throws<ArgumentException>(
            "rules", () => batch.With([(new CustomerId("C-3"), s_two, DateSpan.Always), (s_customer, s_two, DateSpan.On(s_july))]));
        Assert.Contains("C-1 over 2026-07-01/2026-07-01", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("rules", () => s_none.With([(default, s_two, DateSpan.Always)]));
    }

    [Fact]
    public void What_is_refused_is_what_is_printed()
    {
        var policy = s_none.With(s_a, s_two, DateSpan.OfYear(2026));

        var days = Assert.Throws<ArgumentException>("span", () => policy.With(s_a, s_four, DateSpan.From(s_july)));
        Assert.Contains("A has a rule, and it has one over 2026-01-01/2026-12-31: 2026-07-01/..", days.Message, StringComparison.Ordinal);
        var always = Assert.Throws<ArgumentException>("customerClass", () => policy.With(s_a, s_four));
        Assert.Contains("2026-01-01/2026-12-31: A.", always.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("customer", () => policy.Without(default(CustomerId), DateSpan.Always));
        Assert.Throws<ArgumentException>("customerClass", () => policy.Override(default(CustomerClassId), s_two, DateSpan.Always));
    }

    [Fact]
    public void A_course_is_required_differently_or_no_longer_from_a_day_on()
    {
        var (role, course) = (new RoleId("SR"), new CourseId("SAFETY"));
        var matrix = TrainingMatrix.Empty.With(role, TrainingRequirement.Of(course, 60));
        var shorter = matrix.Override(role, TrainingRequirement.Of(course, 10), DateSpan.From(s_july));

        Assert.True(shorter.TryRequirement(role, course, s_july.PlusDays(-1), out var before));
        Assert.True(shorter.TryRequirement(role, course, s_july, out var after));
        Assert.Equal((60, 10), (before!.DueWithinDays, after!.DueWithinDays));
        Assert.Empty(matrix.Without(role, course, DateSpan.From(s_july)).CoursesOn(s_july));
        Assert.Equal([course], matrix.Without(role, course, DateSpan.From(s_july)).CoursesOn(s_july.PlusDays(-1)));
        Assert.Equal(TrainingMatrix.Empty, matrix.Without(role, course, DateSpan.Always));
        var refused = Assert.Throws<ArgumentException>(
            "span", () => matrix.With(role, TrainingRequirement.Of(course, 10), DateSpan.From(s_july)));
        Assert.Contains("2026-07-01/..", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_coaching_quota_of_a_role_is_replaced_or_taken_away()
    {
        var role = new RoleId("KAM");
        var all = CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4)));
        var policy = all.With(role, StepSchedule.From((0, 1)));

        Assert.Equal(all.With(role, StepSchedule.From((0, 2))), policy.Override(role, StepSchedule.From((0, 2))));
        Assert.Equal(policy, all.Override(role, StepSchedule.From((0, 1))));
        Assert.Equal(all, policy.Without(role));
        Assert.Equal(all, all.Without(role));
        Assert.Throws<ArgumentException>("role", () => policy.Without(default));
    }

    private static VisitRule? RuleOf(VisitPolicy policy, LocalDate on) => policy.TryRule(s_toVisit, on, out var rule) ? rule : null;
}
