using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

/// <summary>Coaching quotas by tenure and role, filled by days or visits on which a coach came along.</summary>
public sealed class RideAlongs
{
    private static readonly LocalDate s_day = new(2026, 3, 2);
    private static readonly DateSpan s_march = DateSpan.OfMonth(2026, 3);
    private static readonly SalespersonId s_coach = new("M-1");

    private static readonly CoachingPolicy s_policy =
        CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4), (6, 2), (24, 1))).With(new RoleId("KAM"), StepSchedule.From((3, 1)));

    [Theory]
    [InlineData("2026-03-31", 0, 4)]
    [InlineData("2025-09-02", 5, 4)]
    [InlineData("2025-09-01", 6, 2)]
    [InlineData("2024-03-02", 23, 2)]
    [InlineData("2024-03-01", 24, 1)]
    public void The_quota_goes_by_whole_months_on_the_first_day(string start, int months, int required)
    {
        var quota = s_policy.QuotaOf(Seller("S-1", start), s_march);

        Assert.Equal((months, required), (quota!.MonthsOfTenure, quota.Required));
        Assert.True(quota.Explain().IsVerified);
        Assert.Equal("S-1: " + required + " at " + months + " months", quota.ToString());
    }

    // Started on 29 March: 3 of 31 days; 4 × 3 ÷ 31 is less than one. Left on 8 March: 8 of 31 days, 1.03 of 4.
    [Theory]
    [InlineData(PartPeriod.Whole, "2026-03-29", null, 4)]
    [InlineData(PartPeriod.ByDays, "2026-03-29", null, 1)]
    [InlineData(PartPeriod.ByDays, "2026-03-24", null, 2)]
    [InlineData(PartPeriod.ByDays, "2026-03-02", null, 4)]
    [InlineData(PartPeriod.ByDays, "2026-02-01", "2026-03-07", 1)]
    [InlineData(PartPeriod.ByDays, "2026-02-01", "2026-03-08", 2)]
    [InlineData(PartPeriod.ByDays, "2026-03-01", "2026-03-31", 4)]
    [InlineData(PartPeriod.Nothing, "2026-03-02", null, 0)]
    [InlineData(PartPeriod.Nothing, "2026-02-01", "2026-03-30", 0)]
    [InlineData(PartPeriod.Nothing, "2026-03-01", "2026-03-31", 4)]
    public void A_part_of_a_period_has_what_the_policy_says(PartPeriod rule, string start, string? end, int required)
    {
        var seller = new CoachedSalesperson(new("S-1"), new DateSpan(Day(start), end is null ? null : Day(end)));
        var quota = s_policy.WithPartPeriods(rule).QuotaOf(seller, s_march)!;

        Assert.Equal((4, required), (quota.OfWholePeriod, quota.Required));
        Assert.Equal((decimal)required, s_policy.WithPartPeriods(rule).Review(s_march, [seller], VisitLog.Empty).BySalesperson.Planned);
        Tampering.EveryChangeIsNamed(quota.Explain());
        Assert.Null(s_policy.WithPartPeriods(rule).QuotaOf(seller.WithRole(new RoleId("KAM")), s_march)!.Required);
    }

    [Fact]
    public void A_tenure_without_a_step_has_no_quota_and_who_is_not_employed_has_none_at_all()
    {
        var newcomer = Seller("S-1", "2026-01-15").WithRole(new RoleId("KAM"));

        Assert.Null(s_policy.QuotaOf(newcomer, s_march)!.Required);
        Assert.Equal(Figure.Absent, s_policy.QuotaOf(newcomer, s_march)!.Explain().Value);
        Assert.True(s_policy.QuotaOf(newcomer, s_march)!.Explain().IsVerified);
        Assert.Equal(1, s_policy.QuotaOf(newcomer, DateSpan.OfMonth(2026, 5))!.Required);
        Assert.Null(s_policy.QuotaOf(Seller("S-1", "2026-04-01"), s_march));
        Assert.Null(s_policy.QuotaOf(new CoachedSalesperson(new("S-1"), new DateSpan(s_day.PlusYears(-1), new LocalDate(2026, 2, 28))),
            s_march));
        Assert.Equal(2, s_policy.QuotaOf(Seller("S-1", "2025-05-01").WithRole(new RoleId("other")), s_march)!.Required);
    }

    [Fact]
    public void A_day_with_two_coaches_is_one_of_the_seller_and_one_of_each_coach()
    {
        var log = VisitLog.Of([Accompanied(1, "S-1", s_day, "M-1", "M-2"), Accompanied(2, "S-1", s_day, "M-1")]);
        var review = s_policy.Review(s_march, [Seller("S-1", "2026-01-01").WithCoach(s_coach)], log);

        Assert.Equal((4m, 1m), (review.BySalesperson.Planned, review.BySalesperson.Made));
        var ofCoaches = review.ByCoachAndSalesperson;
        Assert.Equal((4m, 2m, 1m), (ofCoaches.Planned, ofCoaches.Made, ofCoaches.Filled));
        Assert.True(review.ByCoachAndSalesperson.TryLine((new("M-2"), new("S-1")), out var guest));
        Assert.Equal(1m, guest!.Surplus);

        var visits = CoachingPolicy.Of(CoachingUnit.Visits, StepSchedule.From((0, 4)))
            .Review(s_march, [Seller("S-1", "2026-01-01").WithCoach(s_coach)], log);
        Assert.Equal((2m, 3m), (visits.BySalesperson.Made, visits.ByCoachAndSalesperson.Made));
        Assert.Equal("2026-03-01/2026-03-31: filled 2 of 4, made 2", visits.ToString());
    }

    [Fact]
    public void A_day_with_two_sellers_is_a_day_of_each_and_one_seller_fills_no_gap_of_another()
    {
        var log = VisitLog.Of([Accompanied(1, "S-1", s_day, "M-1"), Accompanied(2, "S-2", s_day, "M-1"), .. Enumerable.Range(1, 9).Select(
            i => Accompanied(2 + i, "S-2", s_day.PlusDays(i), "M-1"))]);
        var review = s_policy.Review(
            s_march, [Seller("S-1", "2026-01-01").WithCoach(s_coach), Seller("S-2", "2026-01-01").WithCoach(s_coach),
                Seller("S-3", "2026-01-01")], log);

        Assert.Equal([1m, 4m, 0m], review.BySalesperson.Lines.Select(line => line.Filled));
        Assert.Equal(6m, review.BySalesperson.Surplus);
        Assert.Equal(Percent(62.5m), review.ByCoachAndSalesperson.SplitBy(key => key.Coach).Single().Lines.Compliance);
        Assert.Equal(["S-3"], review.WithoutCoach.Select(quota => quota.Coached.Salesperson.ToString()));
        Assert.True(review.Explain().IsVerified);
    }

    // Eight days in the field a month for each first-line manager, with whomever.
    [Fact]
    public void A_quota_of_the_coach_is_filled_with_whoever_was_coached()
    {
        var log = VisitLog.Of([Accompanied(1, "S-1", s_day, "M-1", "M-2"), Accompanied(2, "S-2", s_day, "M-1"),
            Accompanied(3, "S-2", s_day.PlusDays(1), "M-1")]);
        (SalespersonId, decimal)[] plan = [(s_coach, 8m), (new("M-3"), 8m)];

        var days = log.CoachingAgainst(plan, CoachingUnit.Days);
        Assert.Equal((16m, 3m, 2m, 1m), (days.Planned, days.Made, days.Filled, days.Surplus));
        Assert.Equal(["M-1: 2 of 8", "M-3: 0 of 8", "M-2: 1 of 0"], days.Lines.Select(line => line.ToString()));
        Assert.Equal(3m, log.CoachingAgainst(plan, CoachingUnit.Visits).Filled);
        Assert.Null(log.CoachingAgainst([], CoachingUnit.Days).Compliance);
        Assert.Equal("plan", Assert.Throws<ArgumentException>(() => log.CoachingAgainst([(default, 1m)], CoachingUnit.Days)).ParamName);
        Assert.Equal("plan", Assert.Throws<ArgumentOutOfRangeException>(
            () => log.CoachingAgainst([(s_coach, -1m)], CoachingUnit.Days)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(() => log.CoachingAgainst(plan, (CoachingUnit)2)).ParamName);
    }

    [Fact]
    public void Days_outside_the_period_and_visits_alone_do_not_count()
    {
        var alone = VisitSample.Visit(9, "C-1", "S-1", s_day).Build();
        var log = VisitLog.Of([Accompanied(1, "S-1", new LocalDate(2026, 2, 28), "M-1"),
            Accompanied(2, "S-1", new LocalDate(2026, 3, 1), "M-1"),
            Accompanied(3, "S-1", new LocalDate(2026, 3, 31), "M-1"), Accompanied(4, "S-1", new LocalDate(2026, 4, 1), "M-1"), alone]);

        Assert.Equal(2m, s_policy.Review(s_march, [Seller("S-1", "2026-01-01")], log).BySalesperson.Made);
    }

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        var seller = Seller("S-1", "2026-01-01");
        Assert.Equal("byTenure", Assert.Throws<ArgumentOutOfRangeException>(
            () => CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, -1)))).ParamName);
        Assert.Equal("byTenure", Assert.Throws<ArgumentOutOfRangeException>(
            () => s_policy.With(new RoleId("X"), StepSchedule.From((0, -1)))).ParamName);
        Assert.Equal("role", Assert.Throws<ArgumentException>(() => s_policy.With(new RoleId("KAM"), StepSchedule.From((0, 1)))).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(
            () => CoachingPolicy.Of((CoachingUnit)2, s_policy.ByTenure)).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => s_policy.QuotaOf(seller, DateSpan.Until(s_day))).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => s_policy.QuotaOf(seller, DateSpan.From(s_day))).ParamName);
        Assert.Equal("partPeriods", Assert.Throws<ArgumentOutOfRangeException>(
            () => s_policy.WithPartPeriods((PartPeriod)3)).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => s_policy.Review(DateSpan.Until(s_day), [], VisitLog.Empty)).ParamName);
        Assert.Equal("salespersons", Assert.Throws<ArgumentException>(
            () => s_policy.Review(s_march, [seller, seller], VisitLog.Empty)).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(() => new CoachedSalesperson(new("S-1"), DateSpan.Until(s_day))).ParamName);
        Assert.Equal("coach", Assert.Throws<ArgumentException>(() => seller.WithCoach(new("S-1"))).ParamName);
    }

    [Fact]
    public void Policies_are_values()
    {
        TestHelper.TestEqualsClass(
            s_policy, CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4), (6, 2), (24, 1))).With(new RoleId("KAM"),
                StepSchedule.From((3, 1))),
            s_policy.WithPartPeriods(PartPeriod.ByDays), CoachingPolicy.Of(CoachingUnit.Days, s_policy.ByTenure),
            CoachingPolicy.Of(CoachingUnit.Visits, s_policy.ByTenure)
                .With(new RoleId("KAM"), StepSchedule.From((3, 1))), CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4))));
        Assert.Equal("days by months of tenure: from 0: 4, from 6: 2, from 24: 1; KAM: from 3: 1", s_policy.ToString());
        Assert.Equal(
            "visits by months of tenure: from 0: 4; part periods by days",
            CoachingPolicy.Of(CoachingUnit.Visits, StepSchedule.From((0, 4))).WithPartPeriods(PartPeriod.ByDays).ToString());
        Assert.Equal(
            "S-1 (KAM) coached by M-1 2026-01-01/..", Seller("S-1",
                "2026-01-01").WithRole(new RoleId("KAM")).WithCoach(s_coach).ToString());
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void Days_are_those_of_plain_counting(VisitSample sample)
    {
        var sellers = VisitSample.People.Select(person => new CoachedSalesperson(person,
            DateSpan.From(VisitSample.Start.PlusYears(-1)))).ToArray();
        var review = s_policy.Review(VisitSample.Days, sellers, sample.Log);
        Assert.All(review.BySalesperson.Lines, line => Assert.Equal(
            sample.Visits.Where(visit => visit.Salesperson == line.Key && visit.IsAccompanied && VisitSample.Days.Contains(visit.Date))
                .Select(visit => visit.Date).Distinct().Count(),
            line.Made));
        Assert.All(sample.Log.CoachingAgainst([], CoachingUnit.Days).Lines, line => Assert.Equal(
            sample.Visits.Where(visit => visit.AccompaniedBy.Contains(line.Key)).Select(visit => visit.Date).Distinct().Count(),
            line.Made));
        Assert.Equal(2m * sellers.Length, review.BySalesperson.Planned);
        Assert.Equal(review.BySalesperson, s_policy.Review(VisitSample.Days, sellers, VisitLog.Of(sample.Visits.Reverse())).BySalesperson);
        Assert.True(review.Explain().IsVerified);
    }

    private static CoachedSalesperson Seller(string id, string start) =>
        new(new SalespersonId(id), DateSpan.From(Day(start)));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Visit Accompanied(int id, string person, LocalDate date, params string[] coaches)
    {
        var visit = VisitSample.Visit(id, "C-1", person, date);
        visit.AccompaniedBy = [.. coaches.Select(coach => new SalespersonId(coach))];
        return visit.Build();
    }
}
