using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

/// <summary>Lines per productive call and drop size, over the visits with an order alone.</summary>
public sealed class OrdersOfVisits
{
    private static readonly LocalDate s_day = VisitSample.Start;

    [Fact]
    public void Lines_and_value_are_divided_by_the_visits_with_an_order()
    {
        var report = Report(
            Visit(1, "S-1", 3, Cny(700m)), Visit(2, "S-1", null, null), Visit(3, "S-2", 2, Cny(200m)), Visit(4, "S-2", 1, Cny(0m)));

        Assert.Equal([3m, 1.5m], report.Salespersons.Select(each => each.LinesPerProductiveCall!.Value));
        Assert.Equal([Cny(700m), Cny(100m)], report.Salespersons.Select(each => each.DropSize!.Value));
        Assert.Equal((6L, 2m, Cny(900m), Cny(300m)), (
            report.Total.OrderLines!.Value, report.Total.LinesPerProductiveCall!.Value, report.Total.OrderValue!.Value,
            report.Total.DropSize!.Value));
        Tampering.EveryChangeIsNamed(report.Total.ExplainLinesPerProductiveCall());
        Tampering.EveryChangeIsNamed(report.Total.ExplainDropSize());
        Assert.Equal(
            """
            total: drop size: CNY 300.00  [ratio]
              value of the orders: CNY 900.00  [fact]
              visits with an order: 3  [sum of 3 facts]

            """, report.Total.ExplainDropSize().ToString());
    }

    // An order whose lines or value nobody wrote down is not one of none.
    [Fact]
    public void What_is_not_known_of_one_order_is_not_known_of_all()
    {
        var report = Report(Visit(1, "S-1", 3, Cny(700m)), Visit(2, "S-2", null, null, order: true), Visit(3, "S-3", null, null));

        Assert.Equal([3L, null, 0L], report.Salespersons.Select(each => each.OrderLines));
        Assert.Equal([Cny(700m), null, null], report.Salespersons.Select(each => each.OrderValue));
        Assert.Equal((null, null), (report.Total.LinesPerProductiveCall, report.Total.DropSize));
        Assert.Null(report.Salespersons[2].LinesPerProductiveCall);
        Assert.Equal(Figure.Absent, report.Total.ExplainDropSize().Value);
        Assert.Equal(Figure.Absent, report.Total.ExplainLinesPerProductiveCall().Value);
    }

    [Fact]
    public void Values_of_two_currencies_have_no_sum_but_those_of_each_salesperson_do()
    {
        var report = Report(Visit(1, "S-1", 1, Cny(700m)), Visit(2, "S-2", 1, new Money(50m, Currency.USD)));

        Assert.Equal([Cny(700m), new Money(50m, Currency.USD)], report.Salespersons.Select(each => each.DropSize!.Value));
        Assert.Null(report.Total.OrderValue);
        Assert.Equal(1m, report.Total.LinesPerProductiveCall);
    }

    [Fact]
    public void Lines_or_a_value_are_an_order_and_are_kept()
    {
        var visit = Visit(1, "S-1", 3, Cny(700m));

        Assert.True(visit.OrderTaken);
        Assert.True(Visit(1, "S-1", 3, null).OrderTaken);
        Assert.True(Visit(1, "S-1", null, Cny(1m)).OrderTaken);
        Assert.Equal("2026-03-01 V-1 S-1 at C-1, order, 3 lines, CNY 700.00", visit.ToString());
        Assert.Equal(visit, visit.ToBuilder().Build());
        Assert.NotEqual(visit, Visit(1, "S-1", 4, Cny(700m)));
        Assert.NotEqual(visit, Visit(1, "S-1", 3, Cny(701m)));
        Assert.Throws<ArgumentOutOfRangeException>("OrderLines", () => Visit(1, "S-1", 0, null));
        Assert.Throws<ArgumentOutOfRangeException>("OrderValue", () => Visit(1, "S-1", null, Cny(-0.01m)));
    }

    // The oracle: plain sums over the visits.
    [Property(Arbitrary = [typeof(VisitSample)])]
    public void The_sums_are_those_of_the_visits_however_they_count(VisitSample sample)
    {
        var visits = sample.Visits.Select((visit, i) =>
        {
            var builder = visit.ToBuilder();
            builder.OrderLines = visit.OrderTaken && i % 7 != 6 ? 1 + (i % 4) : null;
            builder.OrderValue = visit.OrderTaken && i % 11 != 10 ? Cny(i) : null;
            return builder.Build();
        }).ToArray();
        foreach (var counting in new[] { VisitCounting.EveryVisit, VisitCounting.OncePerDay })
        {
            var report = VisitLog.Of(visits).Report(WorkCalendar.MondayToFriday, VisitSample.Days, [], counting);
            foreach (var figures in report.Salespersons.Append(report.Total))
            {
                var orders = visits.Where(visit => visit.OrderTaken && VisitSample.Days.Contains(visit.Date)
                    && (figures.Salesperson is null || visit.Salesperson == figures.Salesperson)).ToArray();
                Assert.Equal(
                    orders.All(visit => visit.OrderLines is not null) ? orders.Sum(visit => (long?)visit.OrderLines!.Value) : null,
                    figures.OrderLines);
                Assert.Equal(
                    orders.Length > 0 && orders.All(visit => visit.OrderValue is not null)
                        ? Money.Sum(Currency.CNY, orders.Select(visit => visit.OrderValue!.Value)) : null,
                    figures.OrderValue);
                Assert.Empty(figures.ExplainDropSize().Verify());
                Assert.Empty(figures.ExplainLinesPerProductiveCall().Verify());
            }
        }
    }

    private static VisitReport Report(params Visit[] visits) =>
        VisitLog.Of(visits).Report(WorkCalendar.MondayToFriday, DateSpan.On(s_day), [], VisitCounting.EveryVisit);

    private static Visit Visit(int id, string salesperson, int? lines, Money? value, bool order = false)
    {
        var builder = VisitSample.Visit(id, "C-1", salesperson, s_day, order);
        builder.OrderLines = lines;
        builder.OrderValue = value;
        return builder.Build();
    }
}
