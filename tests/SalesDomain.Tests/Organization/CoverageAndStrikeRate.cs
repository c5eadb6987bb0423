using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

/// <summary>Coverage counts customers, the strike rate counts visits, a plan is compared by customer and purpose.</summary>
public sealed class CoverageAndStrikeRate
{
    private static readonly LocalDate s_day = VisitSample.Start;
    private static readonly WorkCalendar s_everyDay = WorkCalendar.Weekends();

    [Fact]
    public void Coverage_counts_customers_and_the_strike_rate_visits()
    {
        var log = VisitLog.Of(
        [
            VisitSample.Visit(1, "C-1", "S-1", s_day, order: true).Build(), VisitSample.Visit(2, "C-1", "S-1", s_day.PlusDays(1)).Build(),
            VisitSample.Visit(3, "C-2", "S-2", s_day).Build(), VisitSample.Visit(4, "C-9", "S-2", s_day).Build(),
        ]);
        CustomerId[] toVisit = [new("C-1"), new("C-2"), new("C-3"), new("C-4")];

        var coverage = log.Coverage(toVisit, 1, VisitCounting.EveryVisit);
        Assert.Equal((2, 4, Percent(50m)), (coverage.Visited, coverage.ToVisit, coverage.Rate));
        Assert.Equal([new("C-3"), new("C-4")], coverage.NotVisited);
        Assert.Equal("2 of 4 customers visited at least 1 times", coverage.ToString());
        Assert.Equal(Percent(25m), log.Coverage(toVisit, 2, VisitCounting.EveryVisit).Rate);
        Assert.Equal(Percent(0m), log.Coverage(toVisit, 3, VisitCounting.EveryVisit).Rate);

        var report = log.Report(s_everyDay, VisitSample.Days, [], VisitCounting.EveryVisit);
        Assert.Equal((4, 1, 3, Percent(25m)), (report.Total.Made, report.Total.WithOrder, report.Total.Customers, report.Total.StrikeRate));
    }

    [Fact]
    public void Without_customers_there_is_no_coverage_and_without_visits_no_strike_rate()
    {
        Assert.Null(VisitLog.Empty.Coverage([], 1, VisitCounting.EveryVisit).Rate);
        Assert.Equal(Figure.Absent, VisitLog.Empty.Coverage([], 1, VisitCounting.EveryVisit).Explain().Value);
        var report = VisitLog.Empty.Report(WorkCalendar.MondayToFriday, DateSpan.On(s_day), [new("S-1")], VisitCounting.EveryVisit);

        // 1 March 2026 is a Sunday.
        Assert.Equal((0, 0m), (report.Total.Made, report.Total.SellingDays));
        Assert.Null(report.Total.StrikeRate);
        Assert.Null(report.Total.PerSellingDay);
        Assert.Equal(Figure.Absent, report.ExplainStrikeRate().Value);
        Assert.Empty(VisitLog.Empty.Report(s_everyDay, DateSpan.On(s_day), [], VisitCounting.EveryVisit).Salespersons);
        Assert.True(VisitLog.Empty.Report(s_everyDay, DateSpan.On(s_day), [], VisitCounting.EveryVisit).ExplainStrikeRate().IsVerified);
    }

    [Fact]
    public void The_rate_of_the_total_is_that_of_the_sums_and_the_idle_are_in_it()
    {
        var visits = Enumerable.Range(0, 101).Select(i => VisitSample.Visit(i, "C-" + i, i == 0 ? "S-1" : "S-2", s_day.PlusDays(i % 10),
            i <= 10));
        var report = VisitLog.Of(visits.Select(visit => visit.Build()))
            .Report(s_everyDay, new DateSpan(s_day, s_day.PlusDays(9)), [new("S-3"), new("S-1")], VisitCounting.EveryVisit);

        Assert.Equal(["S-3", "S-1", "S-2"], report.Salespersons.Select(each => each.Salesperson.ToString()));
        Assert.Equal([null, Percent(100m), Percent(10m)], report.Salespersons.Select(each => each.StrikeRate));
        Assert.Equal(Percentage.Ratio(11m, 101m), report.Total.StrikeRate);
        Assert.Equal([0m, 0.1m, 10m], report.Salespersons.Select(each => each.PerSellingDay));
        Assert.Equal(101m / 30m, report.Total.PerSellingDay);
        Assert.True(report.TryLine(new SalespersonId("S-3"), out var idle));
        Assert.Equal("S-3: 0 visits, 0 with an order, 0 days in the field, 10 selling days", idle!.ToString());
        Assert.False(report.TryLine(new SalespersonId("S-9"), out _));
    }

    // A joiner of the 28th, one on leave for half the month, one who helped out from elsewhere.
    [Fact]
    public void Selling_days_are_those_of_each_and_the_days_in_the_field_those_with_a_visit()
    {
        var log = VisitLog.Of(
        [
            VisitSample.Visit(1, "C-1", "S-1", s_day.PlusDays(27)).Build(), VisitSample.Visit(2, "C-2", "S-1", s_day.PlusDays(27)).Build(),
            VisitSample.Visit(3, "C-2", "S-1", s_day.PlusDays(28)).Build(), VisitSample.Visit(4, "C-2", "S-2", s_day.PlusDays(27)).Build(),
        ]);
        var report = log.Report(VisitSample.Days, [(new("S-1"), 4m), (new("S-2"), 10.5m), (new("S-4"), 0m)], VisitCounting.OncePerDay);

        Assert.Equal([4m, 10.5m, 0m], report.Salespersons.Select(each => each.SellingDays));
        Assert.Equal([0.75m, 1m / 10.5m, null], report.Salespersons.Select(each => each.PerSellingDay));
        Assert.Equal([2, 1, 0], report.Salespersons.Select(each => each.DaysInField));
        Assert.Equal([1.5m, 1m, null], report.Salespersons.Select(each => each.PerDayInField));
        Assert.Equal(
            (14.5m, 4m / 14.5m, 3, 4m / 3m), (report.Total.SellingDays!.Value, report.Total.PerSellingDay!.Value, report.Total.DaysInField,
            report.Total.PerDayInField!.Value));
        Assert.Equal("S-1: 3 visits, 0 with an order, 2 days in the field, 4 selling days", report.Salespersons[0].ToString());
        foreach (var figures in report.Salespersons.Append(report.Total))
        {
            Assert.Equal(Figure.OrAbsent(figures.PerSellingDay), figures.ExplainPerSellingDay().Value);
            Assert.Equal(Figure.OrAbsent(figures.PerDayInField), figures.ExplainPerDayInField().Value);
        }

        Tampering.EveryChangeIsNamed(report.Total.ExplainPerSellingDay());
        Tampering.EveryChangeIsNamed(report.Total.ExplainPerDayInField());

        // Whose days are not given has none, and neither has the total: not fewer.
        var partly = log.Report(VisitSample.Days, [(new("S-2"), 10m)], VisitCounting.OncePerDay);
        Assert.Equal([10m, null], partly.Salespersons.Select(each => each.SellingDays));
        Assert.Equal((4, null, null), (partly.Total.Made, partly.Total.SellingDays, partly.Total.PerSellingDay));
        Assert.Equal("total: 4 visits, 0 with an order, 3 days in the field", partly.Total.ToString());
        Assert.Equal(Figure.Absent, partly.Total.ExplainPerSellingDay().Value);
    }

    [Fact]
    public void Two_visits_of_a_day_count_as_declared()
    {
        var log = VisitLog.Of(
        [
            VisitSample.Visit(1, "C-1", "S-1", s_day).Build(), VisitSample.Visit(2, "C-1", "S-1", s_day, order: true).Build(),
            VisitSample.Visit(3, "C-1", "S-2", s_day, order: true).Build(), VisitSample.Visit(4, "C-1", "S-1", s_day.PlusDays(1)).Build(),
        ]);

        var each = log.Report(s_everyDay, VisitSample.Days, [], VisitCounting.EveryVisit).Total;
        var once = log.Report(s_everyDay, VisitSample.Days, [], VisitCounting.OncePerDay).Total;
        Assert.Equal((4, 2), (each.Made, each.WithOrder));
        Assert.Equal((3, 2), (once.Made, once.WithOrder));

        var plan = new[] { (new CustomerId("C-1"), 4m) };
        Assert.Equal(4m, log.Against(plan, visit => visit.Customer, VisitCounting.EveryVisit).Filled);
        Assert.Equal(3m, log.Against(plan, visit => visit.Customer, VisitCounting.OncePerDay).Filled);
        Assert.Equal(1, log.Coverage([new("C-1")], 4, VisitCounting.EveryVisit).Visited);
        Assert.Equal(0, log.Coverage([new("C-1")], 4, VisitCounting.OncePerDay).Visited);
        Assert.Equal(1, log.Coverage([new("C-1")], 3, VisitCounting.OncePerDay).Visited);
    }

    [Fact]
    public void A_visit_for_one_purpose_fills_no_gap_of_another()
    {
        var shelf = VisitSample.Visit(1, "C-1", "S-1", s_day);
        shelf.Purpose = new VisitPurposeId("shelf");
        var second = VisitSample.Visit(2, "C-1", "S-1", s_day);
        second.Purpose = new VisitPurposeId("shelf");
        var log = VisitLog.Of([shelf.Build(), second.Build()]);

        var table = log.Against(
            [(new("C-1"), new VisitPurposeId("shelf"), 1m), (new("C-1"), new VisitPurposeId("order"), 1m), (new("C-1"), null, 1m)],
            VisitCounting.EveryVisit);

        Assert.Equal((1m, 3m, 1m), (table.Filled, table.Planned, table.Surplus));
        Assert.Equal(0m, log.Against([(new("C-1"), new VisitPurposeId("shelf"), 1m)], VisitCounting.OncePerDay).Surplus);
    }

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        var log = VisitLog.Empty;
        Assert.Equal("atLeast", Assert.Throws<ArgumentOutOfRangeException>(() => log.Coverage([], 0, VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("customers", Assert.Throws<ArgumentException>(
            () => log.Coverage([new("C"), new("C")], 1, VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => log.Coverage([default], 1, VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("counting", Assert.Throws<ArgumentOutOfRangeException>(() => log.Coverage([], 1, (VisitCounting)2)).ParamName);
        Assert.Equal("plan", Assert.Throws<ArgumentOutOfRangeException>(
            () => log.Against([(new("C"), null, -1m)], VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("plan", Assert.Throws<ArgumentException>(
            () => log.Against([(default, null, 1m)], VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("salespersons", Assert.Throws<ArgumentException>(
            () => log.Report(s_everyDay, VisitSample.Days, [new("S"), new("S")], VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("salespersons", Assert.Throws<ArgumentException>(
            () => log.Report(VisitSample.Days, [(new("S"), 1m), (new("S"), 1m)], VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("salespersons", Assert.Throws<ArgumentOutOfRangeException>(
            () => log.Report(VisitSample.Days, [(new("S"), -1m)], VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(
            () => log.Report(DateSpan.Until(s_day), [(new("S"), 1m)], VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(
            () => log.Report(s_everyDay, DateSpan.From(s_day), [], VisitCounting.EveryVisit)).ParamName);
        Assert.Equal("customer", Assert.Throws<ArgumentException>(() => log.LastVisit(default, s_day)).ParamName);
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void The_figures_are_those_of_plain_counting(VisitSample sample)
    {
        foreach (var counting in new[] { VisitCounting.EveryVisit, VisitCounting.OncePerDay })
        {
            var report = sample.Log.Report(s_everyDay, VisitSample.Days, VisitSample.People, counting);
            foreach (var figures in report.Salespersons)
            {
                var own = sample.PersonDays(VisitSample.Days).Where(group => group.Key.Item1 == figures.Salesperson).ToArray();
                var isOnce = counting == VisitCounting.OncePerDay;
                Assert.Equal(isOnce ? own.Length : own.Sum(group => group.Count()), figures.Made);
                Assert.Equal(
                    isOnce ? own.Count(group => group.Any(visit => visit.OrderTaken))
                        : own.Sum(group => group.Count(visit => visit.OrderTaken)),
                    figures.WithOrder);
                Assert.Equal(own.Select(group => group.Key.Item2).Distinct().Count(), figures.Customers);
                Assert.Equal(own.Select(group => group.Key.Item3).Distinct().Count(), figures.DaysInField);
            }

            Assert.Equal(
                sample.Visits.Where(visit => VisitSample.Days.Contains(visit.Date)).Select(visit => visit.Customer).Distinct().Count(),
                report.Total.Customers);
            RateLiesBetween(report);
            Tampering.EveryChangeIsNamed(report.ExplainStrikeRate());
            Assert.All(report.Salespersons.Append(report.Total), figures =>
            {
                Assert.Empty(figures.ExplainStrikeRate().Verify());
                Assert.Empty(figures.ExplainPerSellingDay().Verify());
                Assert.Empty(figures.ExplainPerDayInField().Verify());
            });
        }
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void Coverage_is_a_share_and_rises_with_visits(VisitSample sample)
    {
        foreach (var counting in new[] { VisitCounting.EveryVisit, VisitCounting.OncePerDay })
        {
            for (var atLeast = 1; atLeast <= 3; atLeast++)
            {
                var coverage = sample.Log.Coverage(VisitSample.Customers, atLeast, counting);
                Assert.Equal(
                    VisitSample.Customers.Select(customer => sample.PersonDays(DateSpan.Always).Where(group => group.Key.Item2 == customer)
                        .Sum(group => counting == VisitCounting.OncePerDay ? 1 : group.Count())),
                    coverage.Customers.Select(each => each.Visits));
                Assert.True(coverage.Rate <= Percentage.OneHundred
                    && coverage.Rate >= sample.First.Coverage(VisitSample.Customers, atLeast, counting).Rate);
                Assert.Equal(coverage.ToVisit - coverage.Visited, coverage.NotVisited.Count);
                Assert.Empty(coverage.Explain().Verify());
            }
        }
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void A_plan_is_filled_key_by_key_as_plain_counting_has_it(VisitSample sample)
    {
        var plan = VisitSample.Customers.SelectMany((customer, i) =>
            VisitSample.Purposes.Select((purpose, j) => (customer, purpose, (decimal)((i + j) % 4))));
        var table = sample.Log.Against(plan, VisitCounting.OncePerDay);
        foreach (var line in table.Lines)
        {
            var made = sample.Visits.Where(visit => (visit.Customer, visit.Purpose) == line.Key).Select(visit =>
                (visit.Salesperson, visit.Date)).Distinct();
            Assert.Equal(made.Count(), line.Made);
        }

        Assert.Equal(sample.Visits.Length, sample.Log.Against(plan, VisitCounting.EveryVisit).Made);
        Assert.Equal(table, VisitLog.Of(sample.Visits.Reverse()).Against(plan, VisitCounting.OncePerDay));
        Assert.Equal(
            sample.Log.Against(plan, VisitCounting.EveryVisit),
            sample.First.Against(plan, VisitCounting.EveryVisit).Merge(sample.Rest.Against([], VisitCounting.EveryVisit)));
    }

    private static void RateLiesBetween(VisitReport report)
    {
        var rates = report.Salespersons.Select(each => each.StrikeRate).OfType<Percentage>().ToArray();
        Assert.Equal(rates.Length == 0, report.Total.StrikeRate is null);
        Assert.True(rates.Length == 0 || (rates.Min() <= report.Total.StrikeRate && report.Total.StrikeRate <= rates.Max()));
    }
}
