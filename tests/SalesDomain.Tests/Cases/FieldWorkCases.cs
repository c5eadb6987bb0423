using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

public sealed class FieldWorkCases
{
    private static readonly LocalDate s_day = new(2026, 3, 2);

    // https://help.fieldproapp.com/web-app/pro-plan-retail-kpis: coverage counts customers, the strike rate visits.
    [Fact]
    public void CV_05_Coverage_and_strike_rate()
    {
        // 180 visits to 150 of 200 customers, 108 of them with a sale.
        var log = VisitLog.Of(Enumerable.Range(0, 180).Select(i => Visit(i, "C-" + (i % 150), order: i < 108)));
        var portfolio = Enumerable.Range(0, 200).Select(i => new CustomerId("C-" + i));

        Assert.Equal(Percent(75), log.Coverage(portfolio, 1, VisitCounting.EveryVisit).Rate);
        Assert.Equal(
            Percent(60), log.Report(DateSpan.On(s_day), WorkCalendar.MondayToFriday, [], VisitCounting.EveryVisit).Total.StrikeRate);
    }

    [Fact]
    public void S7_5_Visits_by_customer_and_plan()
    {
        // 24 customers, four visits planned at each; six of them had three, and six had one more, which fills no gap.
        var plan = Enumerable.Range(0, 24).Select(i => (new CustomerId("C-" + i), 4m)).ToArray();
        var made = Enumerable.Range(0, 24).SelectMany(i => Enumerable.Repeat("C-" + i, i < 6 ? 3 : i < 12 ? 5 : 4));
        var log = VisitLog.Of(made.Select((customer, i) => Visit(i, customer, order: false)));

        var table = log.Against(plan, visit => visit.Customer, VisitCounting.EveryVisit);

        Assert.Equal((96m, 96m, 90m, 6m), (table.Planned, table.Made, table.Filled, table.Surplus));
        Assert.Equal(Percent(93.75m), table.Compliance);
    }

    private static Visit Visit(int id, string customer, bool order) => new VisitBuilder
    {
        Id = new DocumentId("V-" + id),
        Date = s_day,
        Customer = new CustomerId(customer),
        Salesperson = new SalespersonId("S-1"),
        OrderTaken = order,
    }.Build();
}
