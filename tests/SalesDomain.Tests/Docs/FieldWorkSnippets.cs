using System;
using System.Linq;
using NodaTime;
using SalesDomain.Customers;
using SalesDomain.Organization;

namespace SalesDomain.Tests.Docs;

public static class FieldWorkSnippets
{
    public static void SixWentToTheWrongCustomers()
    {
        #region SixWentToTheWrongCustomers
        var table = PlannedAndMade.Plan([("Aster", 48m), ("Briar", 48m)]).WithMade([("Aster", 42m), ("Briar", 50m), ("Clover", 4m)]);

        Console.WriteLine(table.Made + " made of " + table.Planned);  // 96 made of 96
        Console.WriteLine(table.Compliance);                          // 93.75%
        foreach (var line in table.Lines)
            Console.WriteLine(line + ", gap " + line.Gap + ", surplus " + line.Surplus);
        // Aster: 42 of 48, gap 6, surplus 0
        // Briar: 50 of 48, gap 0, surplus 2
        // Clover: 4 of 0, gap 0, surplus 4
        #endregion
    }

    public static void WhyTheComplianceIsSo()
    {
        #region WhyTheComplianceIsSo
        var table = PlannedAndMade.Plan([("Aster", 48m), ("Briar", 48m)]).WithMade([("Aster", 42m), ("Briar", 54m)]);

        Console.Write(table.Explain());
        // compliance: 93.75%  [ratio]
        //   filled: 90  [sum]
        //     Aster: 42  [min]
        //       planned: 48  [fact]
        //       made: 42  [fact]
        //     Briar: 48  [min]
        //       planned: 48  [fact]
        //       made: 54  [fact]
        //   planned: 96  [sum]
        //     Aster: 48  [fact]
        //     Briar: 48  [fact]
        #endregion
    }

    public static void VisitsOfAWeek()
    {
        #region VisitsOfAWeek
        var monday = new LocalDate(2026, 3, 2);
        var li = new SalespersonId("Li");
        var wu = new SalespersonId("Wu");
        Visit Made(string id, SalespersonId by, string at, LocalDate on, bool order) => new VisitBuilder
        {
            Id = new DocumentId(id),
            Salesperson = by,
            Customer = new CustomerId(at),
            Date = on,
            OrderTaken = order,
        }.Build();

        var log = VisitLog.Of([
            Made("V-1", li, "Aster", monday, order: true), Made("V-2", li, "Aster", monday, order: false),
            Made("V-3", li, "Briar", monday.PlusDays(1), order: false), Made("V-4", wu, "Briar", monday.PlusDays(3), order: true),
        ]);

        VisitReport report = log.Report(
            WorkCalendar.MondayToFriday, new DateSpan(monday, monday.PlusDays(6)), salespersons: [li, wu, new SalespersonId("Xu")],
            VisitCounting.OncePerDay);
        foreach (var figures in report.Salespersons.Append(report.Total))
            Console.WriteLine(figures + ", strike rate " + (figures.StrikeRate?.ToString("P1", null) ?? "none"));
        // Li: 2 visits, 1 with an order, 2 days in the field, 5 selling days, strike rate 50.0 %
        // Wu: 1 visits, 1 with an order, 1 days in the field, 5 selling days, strike rate 100.0 %
        // Xu: 0 visits, 0 with an order, 0 days in the field, 5 selling days, strike rate none
        // total: 3 visits, 2 with an order, 3 days in the field, 15 selling days, strike rate 66.7 %

        VisitCoverage coverage = log.Coverage(
            [new CustomerId("Aster"), new CustomerId("Briar"), new CustomerId("Dill")], atLeast: 1, VisitCounting.OncePerDay);
        Console.WriteLine(coverage + ", not: " + string.Join(", ", coverage.NotVisited));
        // 2 of 3 customers visited at least 1 times, not: Dill
        #endregion
    }

    public static void WhyTheRatesAreSo()
    {
        #region WhyTheRatesAreSo
        var monday = new LocalDate(2026, 3, 2);
        var li = new SalespersonId("Li");
        var customers = new[] { "Aster", "Briar", "Clover" }.Select(code => new CustomerId(code)).ToArray();
        var log = VisitLog.Of(Enumerable.Range(0, 4).Select(i => new VisitBuilder
        {
            Id = new DocumentId("V-" + i),
            Salesperson = li,
            Customer = customers[i % 2],
            Date = monday.PlusDays(i / 2),
            OrderTaken = i == 0,
        }.Build()));

        VisitFigures figures = log.Report(new DateSpan(monday, monday.PlusDays(4)), [(li, 4.5m)], VisitCounting.OncePerDay).Total;
        Console.Write(figures.ExplainStrikeRate());
        // total: strike rate: 25%  [ratio]
        //   visits with an order: 1  [sum of 1 facts]
        //   visits made: 4  [sum of 4 facts]
        Console.Write(figures.ExplainPerDayInField());
        // total: visits per day in the field: 2  [ratio]
        //   visits made: 4  [sum of 4 facts]
        //   days in the field: 2  [fact]
        Console.Write(log.Coverage(customers, atLeast: 2, VisitCounting.OncePerDay).Explain());
        // visit coverage: ≈ 66.666667%  [ratio]
        //   customers visited: 2  [sum of 2 facts]
        //   customers to visit: 3  [sum of 3 facts]
        #endregion
    }

    public static void ByCustomerAndPurpose()
    {
        #region ByCustomerAndPurpose
        var shelf = new VisitPurposeId("shelf check");
        var aster = new CustomerId("Aster");
        Visit Made(string id, VisitPurposeId purpose) => new VisitBuilder
        {
            Id = new DocumentId(id),
            Salesperson = new SalespersonId("Li"),
            Customer = aster,
            Date = new LocalDate(2026, 3, 2),
            Purpose = purpose,
        }.Build();
        var log = VisitLog.Of([Made("V-1", shelf), Made("V-2", shelf)]);

        var table = log.Against([(aster, shelf, 1m), (aster, new VisitPurposeId("collection"), 1m)], VisitCounting.EveryVisit);
        Console.WriteLine(table.Compliance + ", gap " + table.Gap + ", surplus " + table.Surplus);  // 50%, gap 1, surplus 1
        #endregion
    }

    public static void ACallCycle()
    {
        #region ACallCycle
        FiscalPeriod january = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1);
        var (a, c) = (new CustomerClassId("A"), new CustomerClassId("C"));
        var policy = VisitPolicy.StartingWith(january)
            .With(a, VisitRule.Of(CallFrequency.Of(4)).WithMaximumInterval(14))
            .With(c, VisitRule.Of(CallFrequency.Of(1, everyPeriods: 2)).WithMaximumInterval(75))
            .With(new CustomerId("Elder"), VisitRule.Of(CallFrequency.Of(2)), DateSpan.OfQuarter(2026, 1));

        var since2020 = DateSpan.From(new LocalDate(2020, 1, 1));
        var customers = policy.TakeTurns(
            new[] { ("Aster", a), ("Clover", c), ("Dill", c), ("Elder", c), ("Fern", c) }
                .Select(each => new CustomerToVisit(new CustomerId(each.Item1), each.Item2, since2020)),
            on: january.Start);

        foreach (var month in new[] { january, january.Next() })
            Console.WriteLine(month + ": " + string.Join(", ", policy.Plan(month, customers).Lines.Select(line => line.ToString())));
        // 2026-M01: Aster: 4 calls, Clover: 1 calls, Dill: 0 calls, Elder: 2 calls, Fern: 1 calls
        // 2026-M02: Aster: 4 calls, Clover: 0 calls, Dill: 1 calls, Elder: 2 calls, Fern: 0 calls
        Console.WriteLine(policy.CycleLength(customers, january.Start));  // 2
        #endregion
    }

    public static void AMonthFromPlanToGap()
    {
        #region AMonthFromPlanToGap
        FiscalPeriod march = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 3);
        var key = new CustomerClassId("A");
        var policy = VisitPolicy.StartingWith(march).With(key, VisitRule.Of(CallFrequency.Of(2)));
        var customers = new[] { "Aster", "Briar" }
            .Select(code => new CustomerToVisit(new CustomerId(code), key, DateSpan.From(new LocalDate(2020, 1, 1)))).ToArray();
        var log = VisitLog.Of(new[] { (3, "Aster"), (10, "Aster"), (17, "Aster"), (24, "Briar") }.Select(each => new VisitBuilder
        {
            Id = new DocumentId("V-" + each.Item1),
            Salesperson = new SalespersonId("Li"),
            Customer = new CustomerId(each.Item2),
            Date = new LocalDate(2026, 3, each.Item1),
        }.Build()));

        CallPlan plan = policy.Plan(march, customers);
        var table = log.In(plan.Span).Against(plan.ByCustomer, visit => visit.Customer, VisitCounting.OncePerDay);
        foreach (var line in table.Lines)
            Console.WriteLine(line + ", gap " + line.Gap + ", surplus " + line.Surplus);
        // Aster: 3 of 2, gap 0, surplus 1
        // Briar: 1 of 2, gap 1, surplus 0
        Console.WriteLine(table.Compliance);  // 75%
        Console.Write(plan.Lines[1].Explain());
        // Briar: 2  [difference]
        //   due through the last period: 2  [round digits:0 ceiling]
        //     exactly: 2  [ratio]
        //       calls × periods: 2  [product]
        //         calls: 2  [by the rule]
        //         periods of its cycles: 1  [fact]
        //       every periods: 1  [by the rule]
        //   due before the first period: 0  [round digits:0 ceiling]
        //     exactly: 0  [ratio]
        //       calls × periods: 0  [product]
        //         calls: 2  [by the rule]
        //         periods of its cycles: 0  [fact]
        //       every periods: 1  [by the rule]
        #endregion
    }

    public static void EnoughPeople()
    {
        #region EnoughPeople
        CallCapacity capacity = CallCapacity.Of(callsPerDay: 8, WorkCalendar.MondayToFriday, DateSpan.OfMonth(2026, 3), people: 3);

        Console.WriteLine(capacity.Load(500));  // spare 28 calls, 3.5 days
        Console.WriteLine(capacity.Load(564));  // short by 36 calls, 4.5 days
        Console.Write(capacity.Load(564).Explain());
        // balance in days: -4.5  [ratio]
        //   balance in calls: -36  [difference]
        //     calls that can be made: 528  [product]
        //       calls a day: 8  [by the rule]
        //       selling days: 22  [fact]
        //       people: 3  [fact]
        //     calls needed: 564  [fact]
        //   calls a day: 8  [by the rule]
        #endregion
    }

    public static void WhoIsOverdue()
    {
        #region WhoIsOverdue
        var key = new CustomerClassId("A");
        var policy = VisitPolicy.StartingWith(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1))
            .With(key, VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14));
        var aster = new CustomerToVisit(new CustomerId("Aster"), key, DateSpan.From(new LocalDate(2020, 1, 1)));
        var briar = new CustomerToVisit(new CustomerId("Briar"), key, DateSpan.From(new LocalDate(2026, 2, 10)));

        NextVisit next = policy.NextVisit(aster, lastVisit: new LocalDate(2026, 2, 7), on: new LocalDate(2026, 2, 23));
        Console.WriteLine(next);
        // Aster due on 2026-02-21, overdue by 2 days
        Console.WriteLine(next.Rolled(WorkCalendar.MondayToFriday, BusinessDayConvention.Following));
        // Aster due on 2026-02-23
        Console.WriteLine(policy.NextVisit(briar, lastVisit: null, on: new LocalDate(2026, 2, 23)));
        // Briar due on 2026-02-24
        #endregion
    }

    public static void TheClassOfTheDay()
    {
        #region TheClassOfTheDay
        FiscalPeriod january = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1);
        var (a, c) = (new CustomerClassId("A"), new CustomerClassId("C"));
        var policy = VisitPolicy.StartingWith(january)
            .With(a, VisitRule.Of(CallFrequency.Of(4)).WithMaximumInterval(14))
            .With(c, VisitRule.Of(CallFrequency.Of(1)).WithMaximumInterval(45));

        var (aster, briar) = (new CustomerId("Aster"), new CustomerId("Briar"));
        CustomerClasses classes = CustomerClasses.Of((aster, c, DateSpan.From(new LocalDate(2025, 7, 1))))
            .WithReview([(aster, a)], from: new LocalDate(2026, 2, 1));
        var customers = new[] { aster, briar }
            .Select(id => CustomerToVisit.FromClasses(id, classes, DateSpan.From(new LocalDate(2020, 1, 1)))).ToArray();

        foreach (var month in new[] { january, january.Next() })
        {
            CallPlan plan = policy.Plan(month, customers);
            Console.WriteLine(plan.Lines[0] + ", unclassed: " + plan.Unclassed[0].Customer);
        }
        // Aster: 1 calls, unclassed: Briar
        // Aster: 4 calls, unclassed: Briar
        Console.Write(policy.NextVisit(customers[0], lastVisit: new LocalDate(2026, 1, 5), on: new LocalDate(2026, 2, 20)).Explain());
        // Aster: days overdue: 5  [max]
        //   days after the due day: 5  [difference]
        //     as of: 2026-02-20  [fact]
        //     due on: 2026-02-15  [max]
        //       by the days of the rule: 2026-01-19  [sum]
        //         counted from: 2026-01-05  [max]
        //           start of the policy: 2026-01-01  [by the rule]
        //           start of the relation: 2020-01-01  [fact]
        //           last visit: 2026-01-05  [fact]
        //         days between visits at most: 14  [by the rule]
        //       by the change: 2026-02-15  [min]
        //         by the days before: 2026-02-19  [sum]
        //           counted from: 2026-01-05  [max]
        //             start of the policy: 2026-01-01  [by the rule]
        //             start of the relation: 2020-01-01  [fact]
        //             last visit: 2026-01-05  [fact]
        //           days between visits at most: 45  [by the rule]
        //         all days from the change: 2026-02-15  [sum]
        //           changed on: 2026-02-01  [by the rule]
        //           days between visits at most: 14  [by the rule]
        //   in time: 0  [by the rule]
        #endregion
    }

    public static void RideAlongDays()
    {
        #region RideAlongDays
        var policy = CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4), (6, 2), (24, 1)));
        var chen = new SalespersonId("Chen");
        var li = new CoachedSalesperson(new SalespersonId("Li"), DateSpan.From(new LocalDate(2025, 12, 15))).WithCoach(chen);
        var wu = new CoachedSalesperson(new SalespersonId("Wu"), DateSpan.From(new LocalDate(2022, 5, 1))).WithCoach(chen);

        var log = VisitLog.Of(Enumerable.Range(1, 5).Select(day => new VisitBuilder
        {
            Id = new DocumentId("V-" + day),
            Salesperson = wu.Salesperson,
            Customer = new CustomerId("Aster"),
            Date = new LocalDate(2026, 3, day),
            AccompaniedBy = [chen],
        }.Build()));

        CoachingReview review = policy.Review(DateSpan.OfMonth(2026, 3), [li, wu], log);
        foreach (var line in review.BySalesperson.Lines)
            Console.WriteLine(line);
        // Li: 0 of 4
        // Wu: 5 of 1
        Console.WriteLine(review.BySalesperson.Compliance);  // 20%
        #endregion
    }

    public static void TrainingOnADay()
    {
        #region TrainingOnADay
        var seller = new RoleId("salesperson");
        var safety = new CourseId("safety");
        var li = new SalespersonId("Li");
        var matrix = TrainingMatrix.Empty
            .With(seller, TrainingRequirement.Of(safety, dueWithinDays: 30).WithValidity(months: 12, warningDays: 30));
        var roles = new[] { Assignment.Of(seller, li, DateSpan.From(new LocalDate(2026, 1, 1))) };
        var passed = TrainingRecord.Passed(li, safety, new LocalDate(2026, 3, 15));

        LocalDate[] days = [new(2026, 1, 31), new(2026, 3, 15), new(2027, 2, 14), new(2027, 3, 15), new(2027, 3, 16)];
        foreach (var day in days)
            Console.WriteLine(matrix.Review(roles, [passed], day).Cells[0]);
        // Li safety Missing, due by 2026-01-31
        // Li safety Done through 2027-03-15
        // Li safety ExpiringSoon through 2027-03-15
        // Li safety ExpiringSoon through 2027-03-15
        // Li safety Expired since 2027-03-16
        #endregion
    }
}
