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
        Measured Of(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));

        Attainment firstMonth = Attainment.Of(Of(20_000m), Of(0m));
        Attainment expectedReturns = Attainment.Of(Of(20_000m), Of(-5_000m));
        Attainment noPlan = Attainment.Of(Of(20_000m), null);
        Attainment nothingKnown = Attainment.Of(null, Of(5_000m));

        Console.WriteLine(firstMonth.Rate is null);       // True
        Console.WriteLine(firstMonth.Reasons[0]);         // attainment.zero-quota
        Console.WriteLine(expectedReturns.Rate is null);  // True
        Console.WriteLine(expectedReturns.Reasons[0]);    // attainment.negative-quota (quota CNY -5000.00)
        Console.WriteLine(expectedReturns.Gap?.Money);    // CNY 25000.00
        Console.WriteLine(noPlan.Reasons[0]);             // attainment.no-quota
        Console.WriteLine(nothingKnown.Reasons[0]);       // attainment.unknown-actual
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
            .Within(Scope.Everything.Except(PriceKind.Free, PriceKind.RebateFunded));

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

    public static void QuotasAsAssigned()
    {
        var lines = new[]
        {
            Line("INV-1", new LocalDate(2026, 2, 10), null, customer: "D", 100_000m),
            Line("INV-2", new LocalDate(2026, 3, 5), null, customer: "D", 60_000m),
        };
        #region QuotasAsAssigned
        var today = new LocalDate(2026, 4, 1);
        var accounts = Assignments.Of(
            (new CustomerId("D"), new SalespersonId("Lin"), DateSpan.Until(new LocalDate(2026, 2, 28))),
            (new CustomerId("D"), new SalespersonId("Wu"), DateSpan.From(new LocalDate(2026, 3, 1))));
        (CustomerId Account, Measured Quota)[] quotas =
            [(new CustomerId("D"), Revenue(200_000m)), (new CustomerId("E"), Revenue(50_000m))];

        var moved = quotas
            .SelectMany(each => accounts.HoldersOf(each.Account, today).Select(held => (held.Holder, Quota: each.Quota * held.Share)))
            .GroupBy(each => each.Holder, each => each.Quota)
            .Select(of => (of.Key, of.Aggregate((sum, next) => sum + next))).ToArray();
        var ofNobody = quotas.Where(each => accounts.HoldersOf(each.Account, today).Count == 0);

        var asAssigned = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)
            .Evaluate(DateSpan.OfQuarter(2026, 1), Crediting.ByCustomer.Through(accounts).AsAssignedOn(today), lines);
        Console.WriteLine(asAssigned.Against(moved).Of(new SalespersonId("Wu")).Rate);  // 80%
        Console.WriteLine(ofNobody.Single().Account);                                   // E

        static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
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

    public static void WhereAReturnCounts()
    {
        #region WhereAReturnCounts
        var (lin, wu) = (new SalespersonId("Lin"), new SalespersonId("Wu"));
        var accounts = Assignments.Of(
            (new CustomerId("D"), lin, DateSpan.Until(new LocalDate(2026, 3, 31))),
            (new CustomerId("D"), wu, DateSpan.From(new LocalDate(2026, 4, 1))));
        SalesLine sale = Line("INV-1", new LocalDate(2026, 2, 10), null, customer: "D", 100_000m);
        var back = Line("CN-1", new LocalDate(2026, 4, 2), null, customer: "D", -30_000m).ToBuilder();
        back.Original = sale.Id;
        var lines = new[] { sale, back.Build() };
        var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);

        foreach (var returns in new[] { ReturnRule.OfReturn, ReturnRule.OwnerOfOriginal, ReturnRule.OfOriginal })
        {
            Actuals<SalespersonId> Of(int quarter) => rule.WithReturns(returns)
                .Evaluate(DateSpan.OfQuarter(2026, quarter), Crediting.ByCustomer.Through(accounts), lines);

            var (first, second) = (Of(1), Of(2));
            var (ofLin, ofWu) = (second.Of(lin).Known.Money, second.Of(wu).Known.Money);
            Console.WriteLine(returns + ": " + first.Of(lin).Known.Money + "; Lin " + ofLin + ", Wu " + ofWu);
        }
        // OfReturn: CNY 100000.00; Lin CNY 0.00, Wu CNY -30000.00
        // OwnerOfOriginal: CNY 100000.00; Lin CNY -30000.00, Wu CNY 0.00
        // OfOriginal: CNY 70000.00; Lin CNY 0.00, Wu CNY 0.00
        #endregion
    }

    public static void FreeGoodsAreNotSold()
    {
        #region FreeGoodsAreNotSold
        var free = Line("INV-2", new LocalDate(2026, 2, 10), "Lin", customer: "D", 0m).ToBuilder();
        free.PriceKind = PriceKind.Free;
        free.Quantity = Quantity.Pieces(1);
        var sold = Line("INV-1", new LocalDate(2026, 2, 10), "Lin", customer: "D", 1_000m).ToBuilder();
        sold.Quantity = Quantity.Pieces(10);
        var lines = new[] { sold.Build(), free.Build() };
        var rule = ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced);
        var month = DateSpan.OfMonth(2026, 2);

        foreach (ActualRule each in new[] { rule, rule.CountingFreeGoods() })
            Console.WriteLine(each.Evaluate(month, Crediting.BySalesperson, lines).Total.Value?.Quantity);
        // 10 PCE
        // 11 PCE
        #endregion
    }

    public static void AJoinerInTheTable()
    {
        #region AJoinerInTheTable
        var (lin, wu) = (new SalespersonId("Lin"), new SalespersonId("Wu"));
        var year = FiscalCalendar.CalendarYear.Year(2026);
        var june = new LocalDate(2026, 6, 30);
        PhasedQuota full = Phasing.Even(PlanPeriods.Of(year, FiscalPeriodKind.Month))
            .Split(Measure.Revenue.Of(new Money(1_200_000m, Currency.CNY)), Rounding.Commercial);
        ProratedQuota sinceApril = Proration.ByDays.Of(full, DateSpan.From(new LocalDate(2026, 4, 1)), Rounding.Commercial);
        PhasedQuota ofWu = sinceApril.ToPhasedQuota()!;
        var actuals = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Evaluate(
            new DateSpan(new LocalDate(2026, 1, 1), june), Crediting.BySalesperson,
            [
                Line("INV-1", new LocalDate(2026, 2, 10), "Lin", customer: "D", 600_000m),
                Line("INV-2", new LocalDate(2026, 5, 10), "Wu", customer: "E", 240_000m),
            ]);

        Attainments<SalespersonId> table = actuals.Against(
        [
            (lin, full, ElapsedTime.ByDays(year.Span, june)),
            (wu, ofWu, ElapsedTime.ByDays(ofWu.Phasing.Periods.Span, june).Within(sinceApril.Held)),
        ]);

        foreach (SalespersonId person in table.Owners)
            Console.WriteLine(person + ": to date " + table.Of(person).RateToDate + ", " + table.Of(person).Elapsed);
        // Lin: to date 100%, 181 of 365 days of 2026-01-01/2026-12-31
        // Wu: to date 80%, 91 of 275 days of 2026-04-01/2026-12-31
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
        Attainment Customers(decimal actual, decimal quota) =>
            Attainment.Of(Measure.Count("new customers").Of(actual), Measure.Count("new customers").Of(quota));
        Attainment Percent(decimal percent) =>
            Attainment.Of(Measure.Revenue.Of(new Money(percent, Currency.CNY)), Measure.Revenue.Of(new Money(100m, Currency.CNY)));

        CompositeAttainment whole = rule.Evaluate(("revenue", Percent(180m)), ("units", Percent(90m)), ("new customers", Customers(4, 5)));
        CompositeAttainment without = rule.Evaluate(
            ("revenue", Percent(180m)), ("units", Percent(90m)), ("new customers", Customers(4, 0)));

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
    public static void ATreeToDate()
    {
        #region ATreeToDate
        var (lin, wu, gao) = (new SalespersonId("Lin"), new SalespersonId("Wu"), new SalespersonId("Gao"));
        var tree = PlanTree.Of(gao, (lin, gao), (wu, gao));
        var quarter = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1);
        PhasedQuotaTree<SalespersonId> quotas = QuotaTree
            .Allocate(
                Measure.Revenue.Of(new Money(600_000m, Currency.CNY)), tree,
                AllocationRule.By(AllocationDriver.Of("last year", (lin, 2m), (wu, 1m))))
            .Phase(Phasing.ByWeights(PlanPeriods.Of(quarter, FiscalPeriodKind.Month), 20m, 30m, 50m), Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(quarter.Span, new LocalDate(2026, 2, 28));

        Actuals<SalespersonId> actuals = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Evaluate(
            elapsed.SpanToDate!.Value, Crediting.BySalesperson.RolledUpThrough(tree),
            [
                Line("INV-1", new LocalDate(2026, 2, 10), "Lin", customer: "D", 180_000m),
                Line("INV-2", new LocalDate(2026, 2, 11), "Wu", customer: "E", 60_000m),
            ]);
        Attainments<SalespersonId> table = actuals.TeamsAgainst(quotas, elapsed);

        foreach (SalespersonId person in table.Owners)
            Console.WriteLine(person + ": " + table.Of(person).Rate + ", to date " + table.Of(person).RateToDate);
        // Gao: 40%, to date 80%
        // Lin: 45%, to date 90%
        // Wu: 30%, to date 60%
        #endregion
    }

    public static void AnOverlay()
    {
        #region AnOverlay
        var (lin, bo) = (new SalespersonId("Lin"), new SalespersonId("Bo"));
        var accounts = Assignments.Of((new CustomerId("D"), lin, DateSpan.Always));
        var specialists = Assignments.Of((new ProductId("P"), bo, DateSpan.Always));
        var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);
        var lines = new[] { Line("INV-1", new LocalDate(2026, 2, 10), null, customer: "D", 100_000m) };

        var direct = rule.Evaluate(DateSpan.OfQuarter(2026, 1), Crediting.ByCustomer.Through(accounts), lines);
        var overlay = rule.Evaluate(DateSpan.OfQuarter(2026, 1), Crediting.ByProduct.Through(specialists), lines);

        Console.WriteLine(direct.Of(lin).Value?.Money);     // CNY 100000.00
        Console.WriteLine(overlay.Of(bo).Value?.Money);     // CNY 100000.00
        Console.WriteLine(direct.Total == overlay.Total);   // True
        #endregion
    }

    public static void CollectionsAgainstAQuota()
    {
        #region CollectionsAgainstAQuota
        var lin = new SalespersonId("Lin");
        var quarter = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1);
        PhasedQuota quota = Phasing.ByWeights(PlanPeriods.Of(quarter, FiscalPeriodKind.Month), 20m, 30m, 50m)
            .Split(Measure.Collections.Of(new Money(800_000m, Currency.CNY)), Rounding.Commercial);
        var elapsed = ElapsedTime.ByDays(quarter.Span, new LocalDate(2026, 2, 28));
        var receipts = new[]
        {
            Receipt("R-1", new LocalDate(2026, 1, 20), "Lin", 150_000m),
            Receipt("R-2", new LocalDate(2026, 2, 10), "Lin", 300_000m, billDue: new LocalDate(2026, 5, 10)),
        };

        ActualRule received = ActualRule.OfCollections(Currency.CNY);
        foreach (ActualRule rule in new[] { received, received.WithBills(BillDay.OfMaturity) })
        {
            Attainment attainment = rule.Evaluate(elapsed.SpanToDate!.Value, Crediting.BySalesperson, receipts)
                .Against([(lin, quota)], elapsed).Of(lin);
            Console.WriteLine(rule.Bills + ": " + attainment.Rate + ", to date " + attainment.RateToDate);
        }
        // OfReceipt: 56.25%, to date 112.5%
        // OfMaturity: 18.75%, to date 37.5%
        #endregion
    }

    private static CollectionLine Receipt(string document, LocalDate date, string seller, decimal amount, LocalDate? billDue = null) =>
        new CollectionLineBuilder
        {
            Document = new DocumentId(document),
            Line = 1,
            Date = date,
            Customer = new CustomerId("D"),
            Amount = new Money(amount, Currency.CNY),
            Instrument = billDue is null ? Instrument.Cash : Instrument.BankBill,
            Maturity = billDue,
            Salesperson = new SalespersonId(seller),
        }.Build();

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
