using System;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Who joined, who is on leave and who was there all the time stand in one table, each against their own days.</summary>
public sealed class EachWithTheirOwnDays
{
    private static readonly LocalDate s_asOf = new(2026, 6, 30);
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);
    private static readonly DateSpan s_toDate = new(Start, s_asOf);

    private static readonly PhasedQuota s_full = Phasing
        .Even(PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month))
        .Split(Cny(120_000m), Rounding.Commercial);

    private static readonly ProratedQuota s_joiner =
        Proration.ByDays.Of(s_full, DateSpan.From(new LocalDate(2026, 4, 1)), Rounding.Commercial);

    private static readonly ProratedQuota s_leaver =
        Proration.ByDays.Of(s_full, DateSpan.Until(new LocalDate(2026, 2, 28)), Rounding.Commercial);

    private static readonly ProratedQuota s_onLeave = Proration.ByDays.Of(
        s_full, [DateSpan.Until(new LocalDate(2026, 5, 31)), DateSpan.From(new LocalDate(2026, 9, 1))], Rounding.Commercial);

    private static readonly SalesLine[] s_lines =
    [
        Sale(new LocalDate(2026, 2, 1), 50_000m, "S1"), Sale(new LocalDate(2026, 5, 1), 15_000m, "S2"),
        Sale(new LocalDate(2026, 1, 9), 20_000m, "S3"), Sale(new LocalDate(2026, 3, 9), 60_000m, "M1"),
    ];

    private static Crediting<SalespersonId> Credits => Crediting.BySalesperson.RolledUpThrough(Hierarchy.Of((Person("S2"), Person("M1"))));

    [Fact]
    public void A_joiner_stands_beside_the_others()
    {
        var table = Revenue.Evaluate(s_toDate, Credits, s_lines).Against(
        [
            (Person("S1"), s_onLeave.ToPhasedQuota()!, TimeOf(s_onLeave)), (Person("S2"), s_joiner.ToPhasedQuota()!, TimeOf(s_joiner)),
            (Person("S3"), s_leaver.ToPhasedQuota()!, TimeOf(s_leaver)),
        ]);

        Assert.Equal(Percentage.OneHundred, table.Of(Person("S1")).RateToDate);
        Assert.Equal((Cny(90_000m), Percentage.FromPercent(50)), (table.Of(Person("S2")).Quota, table.Of(Person("S2")).RateToDate));
        Assert.Equal((91, 275), (table.Of(Person("S2")).Elapsed!.Elapsed, table.Of(Person("S2")).Elapsed!.Total));
        Assert.Equal((Percentage.OneHundred, 0), (table.Of(Person("S3")).Rate, table.Of(Person("S3")).Elapsed!.Remaining));
        Assert.Equal([Person("M1")], table.WithoutQuota);
        foreach (var owner in table.Owners)
            Proof.Holds(Figure.OrAbsent(table.Of(owner).PointsAheadOfTime), table.Of(owner).Explain(AttainmentFigure.PointsAheadOfTime));
    }

    [Fact]
    public void A_manager_has_the_days_of_the_team_and_a_member_their_own()
    {
        var table = Revenue.Evaluate(s_toDate, Credits, s_lines).TeamsAgainst(
            [(Person("M1"), s_full, ElapsedTime.ByDays(s_year, s_asOf)), (Person("S2"), s_joiner.ToPhasedQuota()!, TimeOf(s_joiner))]);

        Assert.Equal(Percentage.FromPercent(125), table.Of(Person("M1")).RateToDate);
        Assert.Equal(Percentage.FromPercent(50), table.Of(Person("S2")).RateToDate);
        Assert.Throws<InvalidOperationException>(() =>
            Revenue.Evaluate(s_toDate, Crediting.BySalesperson, s_lines)
                .TeamsAgainst([(Person("M1"), s_full, ElapsedTime.ByDays(s_year, s_asOf))]));
    }

    [Fact]
    public void With_one_time_for_all_it_is_the_table_of_one_time()
    {
        var time = ElapsedTime.ByDays(s_year, s_asOf);
        var actuals = Revenue.Evaluate(s_toDate, Credits, s_lines);
        var each = actuals.Against([(Person("S1"), s_full, time), (Person("S2"), s_full, time)]);
        var all = actuals.Against([(Person("S1"), s_full), (Person("S2"), s_full)], time);

        Assert.Equal(all.Owners, each.Owners);
        Assert.All(all.Owners, owner => Assert.Equal(all.Of(owner), each.Of(owner)));
    }

    [Fact]
    public void Who_begins_after_the_day_has_nothing_due_yet()
    {
        var later = Proration.ByDays.Of(s_full, DateSpan.From(new LocalDate(2026, 8, 1)), Rounding.Commercial);
        var table = Revenue.Evaluate(s_toDate, Credits, s_lines).Against(
            [(Person("S1"), s_full, ElapsedTime.ByDays(s_year, s_asOf)), (Person("S4"), later.ToPhasedQuota()!, TimeOf(later))]);

        Assert.Equal((0, null), (table.Of(Person("S4")).Elapsed!.Elapsed, table.Of(Person("S4")).RateToDate));
        Assert.Throws<ArgumentException>("elapsed", () =>
            Revenue.Evaluate(s_toDate, Credits, s_lines).Against([(Person("S4"), later.ToPhasedQuota()!, TimeOf(later))]));
    }

    [Fact]
    public void Another_day_or_period_and_sums_of_other_days_are_refused()
    {
        var actuals = Revenue.Evaluate(s_toDate, Credits, s_lines);
        var time = ElapsedTime.ByDays(s_year, s_asOf);
        var joiner = (Owner: Person("S2"), Quota: s_joiner.ToPhasedQuota()!, Elapsed: TimeOf(s_joiner));
        void Refused(Actuals<SalespersonId> sums, params (SalespersonId, PhasedQuota, ElapsedTime)[] quotas)
        {
            Assert.Throws<ArgumentException>(nameof(quotas), () => sums.Against(quotas));
            Assert.Throws<ArgumentException>(nameof(quotas), () => sums.TeamsAgainst(quotas));
        }

        Refused(actuals, (Person("S1"), s_full, time), (joiner.Owner, joiner.Quota, time));
        Refused(actuals, (Person("S1"), s_full, ElapsedTime.ByDays(s_year, s_asOf.PlusDays(1))), joiner);
        Refused(actuals, joiner);
        Refused(actuals, (Person("S1"), s_full, time), (Person("S1"), s_full, time));
        foreach (var (first, last) in new[] { (0, -1), (0, 1), (1, 0), (-1, 0) })
        {
            var span = new DateSpan(Start.PlusDays(first), s_asOf.PlusDays(last));
            Refused(Revenue.Evaluate(span, Credits, s_lines), (Person("S1"), s_full, time), joiner);
        }

        Assert.Equal(
            Percentage.FromPercent(50),
            Revenue.Evaluate(joiner.Elapsed.SpanToDate!.Value, Credits, s_lines).Against([joiner]).Of(joiner.Owner).RateToDate);
        Assert.Throws<ArgumentNullException>("quotas", () => actuals.Against([(Person("S1"), s_full, null!)]));
        Assert.Throws<ArgumentNullException>("quotas", () => actuals.Against([(Person("S1"), null!, time)]));
    }

    private static ElapsedTime TimeOf(ProratedQuota quota) =>
        ElapsedTime.ByDays(quota.ToPhasedQuota()!.Phasing.Periods.Span, s_asOf).Within(quota.Held);
}
