using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

public sealed class FieldWorkCases
{
    private static readonly LocalDate s_day = new(2026, 3, 2);

    // https://www.zabanga.us/sales-promotion/sales-force-size.html: 1,000 customers at 36 calls a year and 2,000 at 12.
    [Fact]
    public void CV_01_Calls_of_a_year_by_class_and_the_people_for_them()
    {
        var (a, b) = (new CustomerClassId("A"), new CustomerClassId("B"));
        var policy = VisitPolicy.StartingWith(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1))
            .With(a, VisitRule.Of(CallFrequency.Of(36, everyPeriods: 12))).With(b, VisitRule.Of(CallFrequency.Of(12, everyPeriods: 12)));
        var customers = Enumerable.Range(0, 3_000)
            .Select(i => new CustomerToVisit(new CustomerId("C-" + i), i < 1_000 ? a : b, DateSpan.Always));

        var plan = policy.Plan(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Year, 2026, 1), customers);

        Assert.Equal(60_000, plan.Calls);
        Assert.Equal(0m, CallCapacity.Of(callsPerDay: 1_000m, sellingDays: 1m, people: 60m).Load(plan.Calls).Balance);
        Assert.Equal(60, WorkloadMethod.InCalls(1_000m, new WorkloadSegment("all", 1, AccountWorkload.OfCalls(plan.Calls))).Size().People);
    }

    // http://eslm.lpude.in/management/bba/term_4/DMGT205_SALES_MANAGEMENT/files/basic-html/page58.html: Talley's steps 4 to 6.
    [Fact]
    public void CV_02_Hours_of_a_year_and_the_people_for_them()
    {
        var time = SellingTime.Of(workingDays: 48m, Duration.FromHours(40)).WithoutShare("not selling", Percent(50));
        var size = WorkloadMethod.InTime(
            time, new WorkloadSegment("all", 1, AccountWorkload.Of(1m, Duration.FromHours(9_100), Duration.Zero))).Size();

        Assert.Equal((960m * 60, 10), (time.Minutes, size.People));
        Assert.Equal(9.48m, Rounding.ToDigits(2, RoundingMode.HalfEven).Round(size.Need));
    }

    // https://help.fieldproapp.com/web-app/pro-plan-retail-kpis: coverage counts customers, the strike rate visits.
    [Fact]
    public void CV_05_Coverage_strike_rate_lines_per_productive_call_and_drop_size()
    {
        // 180 visits to 150 of 200 customers, 108 of them with a sale, of 324 lines and 54,000 in all.
        var log = VisitLog.Of(Enumerable.Range(0, 180).Select(i =>
        {
            var visit = Visit(i, "C-" + (i % 150), order: i < 108).ToBuilder();
            visit.OrderLines = i < 108 ? 2 + (i % 3) : null;
            visit.OrderValue = i < 108 ? Cny(i % 2 == 0 ? 350m : 650m) : null;
            return visit.Build();
        }));
        var portfolio = Enumerable.Range(0, 200).Select(i => new CustomerId("C-" + i));

        Assert.Equal(Percent(75), log.Coverage(portfolio, 1, VisitCounting.EveryVisit).Rate);
        var total = log.Report(WorkCalendar.MondayToFriday, DateSpan.On(s_day), [], VisitCounting.EveryVisit).Total;
        Assert.Equal((180, 108, 150), (total.Made, total.WithOrder, total.Customers));
        Assert.Equal(Percent(60), total.StrikeRate);
        Assert.Equal((324L, 3m), (total.OrderLines!.Value, total.LinesPerProductiveCall!.Value));
        Assert.Equal((Cny(54_000m), Cny(500m)), (total.OrderValue!.Value, total.DropSize!.Value));
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
