using System;
using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Quotas.OrderSample;

namespace SalesDomain.Tests.Docs;

public static class PlanSnippets
{
    public static void AnEmptyQuarterIsMissing()
    {
        #region AnEmptyQuarterIsMissing
        var year = PlanCell.Of("vice president", Measure.Revenue, DateSpan.OfYear(2026));
        var quarters = FiscalCalendar.CalendarYear.Year(2026).Parts(FiscalPeriodKind.Quarter).Select(quarter => year.WithSpan(quarter.Span))
            .ToArray();
        var areas = new[] { "north", "south" }.Select(area => year.WithScope(Scope.Everything.Only(new TerritoryId(area)))).ToArray();

        SalesPlan<string> plan = SalesPlan.Of(
                DateSpan.OfYear(2026),
                SalesTarget.Of(year, Revenue(12_000_000m)),
                SalesTarget.Of(quarters[0], Revenue(2_640_000m)),
                SalesTarget.Of(quarters[1], Revenue(3_000_000m)),
                SalesTarget.Of(quarters[2], Revenue(2_760_000m)),
                SalesTarget.Of(areas[0], Revenue(7_000_000m)),
                SalesTarget.Of(areas[1], Revenue(4_900_000m)))
            .WithBreakdowns(PlanBreakdown.Of("by quarter", year, quarters), PlanBreakdown.Of("by area", year, areas));

        PlanCheck<string> check = plan.Check();
        Console.WriteLine(check);                                                 // 6 of 7 targets, 3 reasons
        Console.WriteLine(check.Completeness?.ToString("P2", null));              // 85.71 %
        Console.WriteLine(check.Missing.Single().Span);                           // 2026-10-01/2026-12-31
        Console.WriteLine(check.Sums[0]);
        // by quarter: CNY 8400000.00 of CNY 12000000.00, 1 missing
        Console.WriteLine(check.Sums[1] + ": " + check.Sums[1].Difference?.Value);
        // by area: CNY 11900000.00 of CNY 12000000.00: CNY -100000.00

        static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void EveryCellOfAGrid()
    {
        #region EveryCellOfAGrid
        var year = PlanCell.Of("Li", Measure.Revenue, DateSpan.OfYear(2026));
        var months = FiscalCalendar.CalendarYear.Year(2026).Parts(FiscalPeriodKind.Month).Select(month => month.Span);

        PlanCell<string>[] cells = year.Grid(
            months,
            territories: [new TerritoryId("north"), new TerritoryId("south")],
            products: [new ProductId("pump"), new ProductId("valve"), new ProductId("seal")]).ToArray();  // of all customers together

        var january = SalesTarget.Of(cells[0], Measure.Revenue.Of(new Money(90_000m, Currency.CNY)));
        SalesPlan<string> plan = SalesPlan.Of(DateSpan.OfYear(2026), january).WithRequiredCells(cells);
        Console.WriteLine(plan.Check());             // 1 of 72 targets, 71 reasons
        Console.WriteLine(plan.Check().Missing[0]);
        // Li; revenue, without tax; 2026-01-01/2026-01-31; only products valve; only territories north
        #endregion
    }

    public static void PlanAgainstActual()
    {
        SalesLine Sold(string? by, LocalDate on, decimal amount, string? territory = null)
        {
            var builder = Line("C", "D-" + amount.ToString(System.Globalization.CultureInfo.InvariantCulture), on, amount).ToBuilder();
            builder.Stage = Stage.Invoiced;
            builder.Salesperson = by is null ? null : new SalespersonId(by);
            builder.Territory = territory is null ? null : new TerritoryId(territory);
            return builder.Build();
        }

        SalesLine[] lines =
        [
            Sold("Li", new LocalDate(2026, 3, 31), 240m), Sold("Li", new LocalDate(2026, 4, 1), 100m, "north"),
            Sold("Bo", new LocalDate(2026, 5, 4), 20m), Sold("An", new LocalDate(2026, 5, 4), 7m),
            Sold(null, new LocalDate(2026, 5, 4), 5m),
        ];
        #region PlanAgainstActual
        var year = PlanCell.Of(new SalespersonId("Li"), Measure.Revenue, DateSpan.OfYear(2026));
        var spring = year.WithSpan(DateSpan.OfQuarter(2026, 1));
        var north = year.WithScope(Scope.Everything.Only(new TerritoryId("north")));
        var learner = year.WithOwner(new SalespersonId("Bo"));
        var plan = SalesPlan.Of(
            DateSpan.OfYear(2026), SalesTarget.Of(year, Revenue(1_000m)), SalesTarget.Of(spring, Revenue(200m)),
            SalesTarget.Of(north, Revenue(400m)), SalesTarget.Of(learner, Revenue(0m)));

        ActualRule invoiced = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);
        PlanActuals<SalespersonId> against = plan.Against(invoiced, Crediting.BySalesperson, lines);

        Console.Write(against.Attainments);
        // Li; revenue, without tax; 2026-01-01/2026-12-31; everything: revenue, without tax: CNY 340.00 of CNY 1000.00 = 34%
        // Li; revenue, without tax; 2026-01-01/2026-03-31; everything: revenue, without tax: CNY 240.00 of CNY 200.00 = 120%
        // Li; revenue, without tax; 2026-01-01/2026-12-31; only territories north: revenue, without tax: CNY 100.00 of CNY 400.00 = 25%
        // Bo; revenue, without tax; 2026-01-01/2026-12-31; everything: revenue, without tax: CNY 20.00 of CNY 0.00 = none
        foreach (var reason in against.Reasons)
            Console.WriteLine(reason);
        // plan.outside-cells (measure revenue, without tax, facts 1, amount CNY 7.00)
        // actual.unassigned (measure revenue, without tax, facts 1, amount CNY 5.00)
        Console.Write(against.Explain(north));
        // attainment: 25%  [ratio]
        //   actual: CNY 100.00  [sum of 1 facts]
        //   quota: CNY 400.00  [fact]

        static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void OneSaleCountsOnce()
    {
        #region OneSaleCountsOnce
        var year = PlanCell.Of("Li", Measure.Revenue, DateSpan.OfYear(2026));
        var north = year.WithScope(Scope.Everything.Only(new TerritoryId("north")));
        var pumps = year.WithScope(Scope.Everything.Only(new ProductId("pump")));

        try
        {
            PlanBreakdown.Of("by area and product", year, north, pumps);
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine(refused.ParamName);  // parts
        }

        var northernPumps = north.WithScope(Scope.Everything.Only(new TerritoryId("north")).Only(new ProductId("pump")));
        Console.WriteLine(PlanBreakdown.Of("by product", north, northernPumps).Parts.Count);  // 1
        #endregion
    }

    public static void MeasuresWithWeights()
    {
        #region MeasuresWithWeights
        var weights = WeightedMeasures.Of(
            (Measure.Revenue, Percentage.FromPercent(50)),
            (Measure.Collections, Percentage.FromPercent(30)),
            (NewCustomerRule.Measure, Percentage.FromPercent(20)));

        Console.WriteLine(weights.WeightOf(Measure.Collections));     // 30%
        Console.WriteLine(weights.WeightOf(Measure.Margin) is null);  // True
        Console.WriteLine(CompositeRule.Of(MissingMeasure.Block, weights).WithCap(Percentage.FromPercent(150)).Components[0]);
        // revenue, without tax 50%, at most 150%

        var plan = SalesPlan.Of(DateSpan.OfYear(2026), SalesTarget.Of("Li", NewCustomerRule.Measure.Of(12m), DateSpan.OfYear(2026)))
            .WithWeights(weights);
        foreach (var reason in plan.Check().Reasons)
            Console.WriteLine(reason);
        // plan.measure-without-target (measure revenue, without tax)
        // plan.measure-without-target (measure collections, with tax)
        #endregion
    }

    public static void WhoIsANewCustomer()
    {
        SalesLine[] lines =
        [
            Line("Dawei", "SO-1", new LocalDate(2026, 1, 10), 20_000m), Line("Dawei", "SO-2", new LocalDate(2026, 2, 20), 20_000m),
            Line("Dawei", "SO-3", new LocalDate(2026, 4, 10), 12_000m), Line("East", "SO-4", new LocalDate(2026, 5, 4), 30_000m),
            Line("Fenghua", "SO-5", new LocalDate(2025, 3, 2), 9_000m), Line("Fenghua", "SO-6", new LocalDate(2026, 3, 3), 80_000m),
        ];

        #region WhoIsANewCustomer
        var rule = NewCustomerRule.Of(
            orders: 3, floor: Measure.Revenue.Of(new Money(50_000m, Currency.CNY)), withinDays: 90, absenceMonths: 24);
        var known = DateSpan.Until(new LocalDate(2026, 5, 31));

        NewCustomerCount count = rule.Evaluate(period: DateSpan.OfYear(2026), known, lines);
        foreach (var outcome in count.Outcomes)
            Console.WriteLine(outcome.Customer + " " + outcome.Status + " " + outcome.CountsOn?.ToString("uuuu-MM-dd", null));
        // Dawei Valid 2026-01-10
        // East Pending
        // Fenghua NotValid

        foreach (var reason in count.Outcomes[1].Reasons)
            Console.WriteLine(reason);
        // new-customer.too-few-orders (orders 1, required 3, missing 2, until 2026-08-02)
        // new-customer.below-floor (amount CNY 30000.00, floor CNY 50000.00, missing CNY 20000.00, until 2026-08-02)

        Console.WriteLine(count.Outcomes[2].Reasons[0].Code);   // new-customer.bought-before
        Console.WriteLine(count.Counted);                       // new customers, count: 1
        Console.WriteLine(count.Rate?.ToString("P2", null));    // 33.33 %
        #endregion
    }

    public static void ARenamedAccount()
    {
        SalesLine[] lines =
        [
            Line("Old", "SO-1", new LocalDate(2025, 6, 1), 5_000m), Line("New", "SO-2", new LocalDate(2026, 2, 1), 60_000m),
        ];

        #region ARenamedAccount
        var rule = NewCustomerRule.Of(
            orders: 1, floor: Measure.Revenue.Of(new Money(50_000m, Currency.CNY)), withinDays: 90, absenceMonths: 24);
        var known = DateSpan.Until(new LocalDate(2026, 12, 31));

        Console.WriteLine(rule.Evaluate(DateSpan.OfYear(2026), known, lines).Count);  // 1

        var renamed = rule.Evaluate(DateSpan.OfYear(2026), known, lines, (new CustomerId("New"), new CustomerId("Old")));
        Console.WriteLine(renamed.Outcomes[0]);  // New: NotValid; new-customer.continues-account (account Old)
        Console.WriteLine(renamed.Outcomes[1]);
        // Old: NotValid; new-customer.bought-before (last order 2025-06-01, absent from 2024-02-01)
        #endregion
    }

    public static void WhereGrowthComesFrom()
    {
        #region WhereGrowthComesFrom
        GrowthBridge bridge = GrowthPlan.Of(baseline: Revenue(9_500_000m), target: Revenue(12_000_000m))
            .WithChurn(Percentage.FromPercent(8))
            .WithPriceChange(Percentage.FromPercent(2))
            .WithSource("new products", Revenue(1_200_000m))
            .WithNewCustomers(Revenue(180_000m), atMost: 8)
            .Evaluate();

        Console.WriteLine(bridge.Carried.Value);    // CNY 8914800.00
        Console.WriteLine(bridge.Increment.Value);        // CNY 3085200.00
        Console.WriteLine(bridge.Rest.Value);       // CNY 1885200.00
        Console.WriteLine(bridge.CustomersNeeded);  // 11
        Console.WriteLine(bridge.NewCustomers);     // 8
        Console.WriteLine(bridge.Uncovered.Value);  // CNY 445200.00

        static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void ATargetByGrowth()
    {
        #region ATargetByGrowth
        var lastYear = Measure.Revenue.Of(new Money(138_288.95m, Currency.USD));
        var hundreds = Rounding.ToStep(100m, RoundingMode.HalfAwayFromZero);

        GrowthTarget target = GrowthTarget.Of(lastYear, growth: Percentage.FromPercent(25), hundreds);
        Console.WriteLine(target.Grown.Value);   // USD 172861.1875
        Console.WriteLine(target.Amount.Value);  // USD 172900.00
        #endregion
    }

    public static void VersionsOfThePlan()
    {
        #region VersionsOfThePlan
        var li = PlanCell.Of("Li", Measure.Revenue, DateSpan.OfYear(2026));
        var published = SalesPlan.Of(DateSpan.OfYear(2026), SalesTarget.Of(li, Measure.Revenue.Of(new Money(5_000_000m, Currency.CNY))));
        var revised = published.WithRevisedTargets(SalesTarget.Of(li, Measure.Revenue.Of(new Money(4_600_000m, Currency.CNY))));

        var versions = Revisions.Of(
            (new LocalDate(2025, 12, 15), DateSpan.OfYear(2026), published),
            (new LocalDate(2026, 6, 20), DateSpan.From(new LocalDate(2026, 7, 1)), revised));

        var august = new LocalDate(2026, 8, 1);
        Console.WriteLine(versions.At(august, new LocalDate(2026, 6, 19)).TargetOf(li).Amount.Value);  // CNY 5000000.00
        Console.WriteLine(versions.At(august, new LocalDate(2026, 6, 20)).TargetOf(li).Amount.Value);  // CNY 4600000.00
        Console.WriteLine(published.ChangesTo(revised)[0].Change?.Value);                          // CNY -400000.00
        #endregion
    }

    public static void NewCustomersOfAPerson()
    {
        var count = NewCustomerRule.Of(3, Measure.Revenue.Of(new Money(50_000m, Currency.CNY)), withinDays: 90, absenceMonths: 24).Evaluate(
            DateSpan.OfYear(2026), DateSpan.Until(new LocalDate(2026, 5, 31)),
            [
                Line("Dawei", "SO-1", new LocalDate(2026, 1, 10), 20_000m), Line("Dawei", "SO-2", new LocalDate(2026, 2, 20), 20_000m),
                Line("Dawei", "SO-3", new LocalDate(2026, 4, 10), 12_000m),
            ]);
        #region NewCustomersOfAPerson
        var accounts = Assignments.Of(
            (new CustomerId("Dawei"), "Lin", DateSpan.Until(new LocalDate(2026, 2, 28))),
            (new CustomerId("Dawei"), "Wu", DateSpan.From(new LocalDate(2026, 3, 1))));

        Actuals<string> opened = count.CreditedBy(Crediting.ByCustomer.Through(accounts));
        Attainments<string> attained = opened.Against([("Lin", NewCustomerRule.Measure.Of(2m)), ("Wu", NewCustomerRule.Measure.Of(1m))]);
        Console.WriteLine(attained.Of("Lin").Rate);  // 50%
        Console.WriteLine(attained.Of("Wu").Rate);   // 0%
        #endregion
    }
}
