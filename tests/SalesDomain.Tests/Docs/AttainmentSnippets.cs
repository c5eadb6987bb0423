using System;
using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Docs;

public static class AttainmentSnippets
{
    public static void ThreeFigures()
    {
        #region ThreeFigures
        var actual = Measure.Revenue.Of(new Money(540_000m, Currency.CNY));
        var quota = Measure.Revenue.Of(new Money(1_200_000m, Currency.CNY));
        var month = DateSpan.OfMonth(2021, 9);
        var elapsed = ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, month, new LocalDate(2021, 9, 15));

        Attainment attainment = Attainment.Of(actual, quota)
            .WithQuotaToDate(quota * Percentage.FromPercent(35))
            .WithElapsed(elapsed);

        Console.WriteLine(elapsed);                                      // 11 of 22 working days of 2021-09-01/2021-09-30
        Console.WriteLine(attainment.Rate);                              // 45%
        Console.WriteLine(attainment.RateToDate?.ToString("P2", null));  // 128.57 %
        Console.WriteLine(attainment.PointsAheadOfTime == -5m);          // True
        Console.WriteLine(attainment.GapToDate);                         // revenue, without tax: CNY 120000.00
        Console.Write(attainment.Explain(AttainmentFigure.PointsAheadOfTime));
        // gap to elapsed time, in points: -5  [ratio]
        //   attainment less time elapsed: -5%  [difference]
        //     attainment: 45%  [ratio]
        //       actual: CNY 540000.00  [fact]
        //       quota: CNY 1200000.00  [fact]
        //     time elapsed: 50%  [ratio]
        //       working days elapsed: 11  [fact]
        //       working days of the period: 22  [fact]
        //   one point: 1%  [by the rule]
        #endregion
    }

    public static void NoQuotaNoAttainment()
    {
        #region NoQuotaNoAttainment
        var sold = Measure.Revenue.Of(new Money(20_000m, Currency.CNY));
        Attainment firstMonth = Attainment.Of(sold, Measure.Revenue.Of(new Money(0m, Currency.CNY)));
        Attainment noPlan = Attainment.Of(sold, null);

        Console.WriteLine(firstMonth.Rate is null);  // True
        Console.WriteLine(firstMonth.Reasons[0]);    // attainment.zero-quota
        Console.WriteLine(noPlan.Reasons[0]);        // attainment.no-quota
        #endregion
    }

    public static void RatesAreNotAveraged()
    {
        #region RatesAreNotAveraged
        Measured Of(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));

        Attainment both = Attainment.Pooled([Attainment.Of(Of(120m), Of(100m)), Attainment.Of(Of(40m), Of(80m))]);

        Console.WriteLine(both.Rate?.ToString("P2", null));  // 88.89 %
        #endregion
    }

    public static void ActualsFromLines()
    {
        #region ActualsFromLines
        var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)
            .Within(Scope.Everything.Except(PriceKind.Free, PriceKind.Consignment));

        var lines = new[]
        {
            Line("INV-1", new LocalDate(2026, 2, 10), "Lin", customer: "D", 100_000m),
            Line("INV-2", new LocalDate(2026, 3, 5), "Lin", customer: "D", 60_000m),
            Line("CN-1", new LocalDate(2026, 3, 9), "Lin", customer: "D", -10_000m),
            Line("INV-3", new LocalDate(2026, 3, 9), null, customer: "E", 7_000m),
        };
        Actuals<SalespersonId> actuals = rule.Evaluate(DateSpan.OfQuarter(2026, 1), Crediting.BySalesperson, lines);

        Console.WriteLine(actuals.Of(new SalespersonId("Lin")));  // revenue, without tax: CNY 150000.00 of 3 facts
        Console.WriteLine(actuals.Reasons[0]);                    // actual.unassigned (facts 1, amount CNY 7000.00)
        Console.WriteLine(actuals.Total);                         // revenue, without tax: CNY 157000.00 of 4 facts
        #endregion
    }

    public static void AsSoldAndAsAssigned()
    {
        #region AsSoldAndAsAssigned
        var accounts = Assignments.Of(
            (new CustomerId("D"), new SalespersonId("Lin"), DateSpan.Until(new LocalDate(2026, 2, 28))),
            (new CustomerId("D"), new SalespersonId("Wu"), DateSpan.From(new LocalDate(2026, 3, 1))));
        var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);
        var lines = new[]
        {
            Line("INV-1", new LocalDate(2026, 2, 10), null, customer: "D", 100_000m),
            Line("INV-2", new LocalDate(2026, 3, 5), null, customer: "D", 60_000m),
        };

        Crediting<SalespersonId> crediting = Crediting.ByCustomer.Through(accounts);
        var asSold = rule.Evaluate(DateSpan.OfQuarter(2026, 1), crediting, lines);
        var today = rule.Evaluate(DateSpan.OfQuarter(2026, 1), crediting.AsAssignedOn(new LocalDate(2026, 4, 1)), lines);
        Restatement<SalespersonId> both = asSold.RestatedAs(today);

        foreach (SalespersonId person in both.Owners)
            Console.WriteLine(person + ": " + both.Of(person));
        // Lin: CNY 100000.00 as sold, CNY 0.00 restated, difference CNY -100000.00
        // Wu: CNY 60000.00 as sold, CNY 160000.00 restated, difference CNY 100000.00
        #endregion
    }

    public static void SharedAndRolledUp()
    {
        #region SharedAndRolledUp
        var (lin, wu, gao) = (new SalespersonId("Lin"), new SalespersonId("Wu"), new SalespersonId("Gao"));
        var accounts = Assignments.Of(
            Assignment.Of(new CustomerId("D"), lin, DateSpan.Always, Percentage.FromPercent(40)),
            Assignment.Of(new CustomerId("D"), wu, DateSpan.Always, Percentage.FromPercent(60)));
        var crediting = Crediting.ByCustomer.Through(accounts).RolledUpThrough(Hierarchy.Of((lin, gao), (wu, gao)));

        var actuals = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)
            .Evaluate(DateSpan.OfQuarter(2026, 1), crediting, [Line("INV-1", new LocalDate(2026, 2, 10), null, customer: "D", 100_000m)]);
        var quota = Measure.Revenue.Of(new Money(125_000m, Currency.CNY));

        Console.WriteLine(actuals.Of(lin).Value);                            // revenue, without tax: CNY 40000.00
        Console.WriteLine(actuals.OfTeam(gao));                              // revenue, without tax: CNY 100000.00 of 1 facts
        Console.WriteLine(actuals.TeamsAgainst([(gao, quota)]).Of(gao));     // revenue, without tax: CNY 100000.00 of CNY 125000.00 = 80%
        #endregion
    }

    public static void ReturnsOnOneOfTwoDays()
    {
        #region ReturnsOnOneOfTwoDays
        SalesLine sale = Line("INV-1", new LocalDate(2026, 2, 10), "Lin", customer: "D", 100_000m);
        var back = Line("CN-1", new LocalDate(2026, 4, 2), "Lin", customer: "D", -30_000m).ToBuilder();
        back.Original = sale.Id;
        var lines = new[] { sale, back.Build() };
        var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);
        var firstQuarter = DateSpan.OfQuarter(2026, 1);

        Console.WriteLine(rule.Evaluate(firstQuarter, Crediting.BySalesperson, lines).Total.Value);
        // revenue, without tax: CNY 100000.00
        Console.WriteLine(rule.WithReturns(ReturnDay.OfOriginal).Evaluate(firstQuarter, Crediting.BySalesperson, lines).Total.Value);
        // revenue, without tax: CNY 70000.00
        #endregion
    }

    public static void LikeForLikeGrowth()
    {
        #region LikeForLikeGrowth
        var accounts = Assignments.Of(
            (new CustomerId("D"), new SalespersonId("Lin"), DateSpan.OfYear(2025)),
            (new CustomerId("D"), new SalespersonId("Wu"), DateSpan.From(new LocalDate(2026, 1, 1))));
        var quarter = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1);
        var today = new LocalDate(2026, 2, 15);

        LikeForLike<SalespersonId> growth = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).LikeForLike(
            quarter, today, Crediting.ByCustomer.Through(accounts).AsAssignedOn(today),
            [
                Line("INV-1", new LocalDate(2025, 2, 14), null, customer: "D", 100_000m),
                Line("INV-2", new LocalDate(2025, 3, 1), null, customer: "D", 500_000m),
                Line("INV-3", new LocalDate(2026, 2, 14), null, customer: "D", 112_000m),
            ]);

        Console.WriteLine(growth.Prior.Span);                    // 2025-01-01/2025-02-15
        Console.WriteLine(growth.Of(new SalespersonId("Wu")));   // CNY 112000.00 on CNY 100000.00 = 12%
        #endregion
    }

    public static void SeveralMeasures()
    {
        #region SeveralMeasures
        var rule = CompositeRule.Of(
            MissingMeasure.Exclude,
            CompositeComponent.Of("revenue", Percentage.FromPercent(30)).WithCap(Percentage.FromPercent(150)),
            CompositeComponent.Of("units", Percentage.FromPercent(30)),
            CompositeComponent.Of("new customers", Percentage.FromPercent(40)));
        Attainment Customers(decimal actual, decimal quota) => Attainment.Of(Measure.Count("new customers").Of(actual), Measure.Count("new customers").Of(quota));
        Attainment Percent(decimal percent) => Attainment.Of(Measure.Revenue.Of(new Money(percent, Currency.CNY)), Measure.Revenue.Of(new Money(100m, Currency.CNY)));

        CompositeAttainment whole = rule.Evaluate(("revenue", Percent(180m)), ("units", Percent(90m)), ("new customers", Customers(4, 5)));
        CompositeAttainment without = rule.Evaluate(("revenue", Percent(180m)), ("units", Percent(90m)), ("new customers", Customers(4, 0)));

        Console.WriteLine(whole);               // 104% = revenue 150% × 30% + units 90% × 30% + new customers 80% × 40%
        Console.WriteLine(without.Value);       // 120%
        Console.WriteLine(without.Reasons[0]);  // composite.missing (component new customers, policy Exclude)
        #endregion
    }

    public static void HowAttainmentsAreSpread()
    {
        #region HowAttainmentsAreSpread
        var bands = StepSchedule.From(
            (Percentage.Zero, "below 80 %"), (Percentage.FromPercent(80), "80 to 100 %"), (Percentage.OneHundred, "made it"));
        var quota = Measure.Revenue.Of(new Money(100m, Currency.CNY));
        var people = new[] { 70m, 79.99m, 80m, 99.99m, 100m, 130m }
            .Select(sold => Attainment.Of(Measure.Revenue.Of(new Money(sold, Currency.CNY)), quota));

        var spread = AttainmentDistribution.Of(bands, people);

        foreach (AttainmentBand band in spread.Bands)
            Console.WriteLine(band.Name + ": " + band.Count);
        // below 80 %: 2
        // 80 to 100 %: 2
        // made it: 2
        Console.WriteLine(spread.Reaching(Percentage.FromPercent(80)).Count);      // 4
        Console.WriteLine(spread.Pooled?.Rate?.ToString("P2", null));              // 93.33 %
        #endregion
    }

    // One piece of one product, so that the pages show what matters.
    private static SalesLine Line(string document, LocalDate date, string? seller, string customer, decimal amount) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId(document),
        Line = 1,
        Date = date,
        Customer = new CustomerId(customer),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(Math.Sign(amount)),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        Salesperson = seller is null ? null : new SalespersonId(seller),
    }.Build();
}
