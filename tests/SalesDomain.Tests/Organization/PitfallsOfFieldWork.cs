using System;
using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

/// <summary>What really went wrong elsewhere, by the issue that tells of it.</summary>
public sealed class PitfallsOfFieldWork
{
    private static readonly LocalDate s_day = new(2026, 3, 2);

    // https://github.com/dimagi/commcare-hq/pull/24045: with more visits than expected, the expected ones were raised until they fitted.
    [Fact]
    public void Commcare_24045_More_visits_than_planned_do_not_raise_the_plan()
    {
        var table = PlannedAndMade.Plan([("A", 3m), ("B", 3m)]).WithMade([("A", 5m), ("B", 1m)]);

        Assert.Equal((6m, 4m, 2m), (table.Planned, table.Filled, table.Surplus));
        Assert.Equal(Percentage.Ratio(4m, 6m), table.Compliance);
    }

    // https://github.com/ury-erp/ury/pull/447: 100 % where nothing was required.
    [Fact]
    public void Ury_447_Nothing_required_is_no_compliance()
    {
        Assert.Null(PlannedAndMade.Plan([("A", 0m)]).Compliance);
        Assert.Null(TrainingMatrix.Empty.Review([], [], s_day).Share);
        Assert.Null(VisitLog.Empty.Coverage([], 1, VisitCounting.EveryVisit).Rate);
    }

    // Pitfall 15 (odoo #40666): a target of 0 divides by zero.
    [Fact]
    public void Pitfall_15_Nothing_to_divide_by_gives_null_and_explains_itself()
    {
        var report = VisitLog.Empty.Report(WorkCalendar.MondayToFriday, DateSpan.On(new LocalDate(2026, 3, 1)), [new("S-1")],
            VisitCounting.EveryVisit);

        Assert.Equal((null, null), (report.Total.StrikeRate, report.Total.PerSellingDay));
        Assert.True(report.Total.ExplainStrikeRate().IsVerified && report.Total.ExplainPerSellingDay().IsVerified);
        Assert.Null(CallCapacity.Of(8m, 0m, 3m).Load(0m).Utilization);
    }

    // https://github.com/polarsource/polar/pull/7428: a mean over periods, 0.125, in place of the quotient of the totals, 0.5.
    [Fact]
    public void Polar_7428_The_rate_of_a_total_is_no_mean_of_rates()
    {
        var log = VisitLog.Of([
            VisitSample.Visit(1, "C-1", "S-3", s_day, order: true).Build(), VisitSample.Visit(2, "C-1", "S-3", s_day).Build(),
        ]);
        var report = log.Report(WorkCalendar.MondayToFriday, DateSpan.On(s_day), [.. VisitSample.People], VisitCounting.EveryVisit);

        Assert.Equal([null, null, null, Percent(50m)], report.Salespersons.Select(each => each.StrikeRate));
        Assert.Equal(Percent(50m), report.Total.StrikeRate);
    }

    // https://github.com/avniproject/avni-client/issues/2048: one subject with two visits was counted twice where subjects were meant.
    [Fact]
    public void Avni_2048_Coverage_counts_a_customer_once()
    {
        var log = VisitLog.Of(Enumerable.Range(1, 4).Select(i => VisitSample.Visit(i, "C-1", "S-1", s_day).Build()));

        Assert.Equal(1, log.Coverage([new("C-1"), new("C-2")], 1, VisitCounting.EveryVisit).Visited);
        Assert.Equal(1, log.Report(WorkCalendar.MondayToFriday, DateSpan.On(s_day), [], VisitCounting.EveryVisit).Total.Customers);
    }

    // https://github.com/securo-finance/securo/issues/67: 31 January, 28 February, 28 March and so on for ever.
    [Fact]
    public void Securo_67_A_validity_of_months_does_not_drift()
    {
        var (person, role, course) = (new SalespersonId("S"), new RoleId("R"), new CourseId("C"));
        LocalDate? Last(int months) => TrainingMatrix.Empty.With(role, TrainingRequirement.Of(course, 0).WithValidity(months, 0))
            .Review(
                [Assignment.Of(role, person, DateSpan.From(new LocalDate(2026, 1, 1)))],
                [TrainingRecord.Passed(person, course, new LocalDate(2026, 1, 31))], new LocalDate(2026, 2, 1)).Cells[0].ValidThrough;

        Assert.Equal(
            [new LocalDate(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 31)],
                Enumerable.Range(1, 4).Select(months => Last(months)!.Value));
    }

    // Pitfall 19: AdventureWorks dates orders on the last day of a quarter that is taken as half open.
    [Fact]
    public void Pitfall_19_Both_end_days_of_a_span_count()
    {
        var march = DateSpan.OfMonth(2026, 3);
        var log = VisitLog.Of(new[] { -1, 0, 30, 31 }.Select((days, i) =>
            VisitSample.Visit(i, "C-1", "S-1", march.Start!.Value.PlusDays(days)).Build()));

        Assert.Equal(2, log.In(march).Count);
        Assert.Equal(2, log.Report(WorkCalendar.MondayToFriday, march, [], VisitCounting.EveryVisit).Total.Made);
    }

    // Pitfall 9 (erpnext #38868): rows that came twice counted twice.
    [Fact]
    public void Pitfall_9_What_comes_twice_is_refused()
    {
        var visit = VisitSample.Visit(1, "C-1", "S-1", s_day).Build();

        Assert.Throws<ArgumentException>(() => VisitLog.Of([visit, visit]));
    }
}
