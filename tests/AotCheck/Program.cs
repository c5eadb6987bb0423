using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Commissions;
using SalesDomain.Customers;
using SalesDomain.Organization;
using SalesDomain.Pricing;
using SalesDomain.Quotas;
using SalesDomain.Terms;

// Compiled ahead of time, trimmed, without reflection emit: the rules must still give the same figures, type converters included.
var failures = 0;
TypeDescriptor.RegisterType<Money>();
TypeDescriptor.RegisterType<DateSpan>();
TypeDescriptor.RegisterType<FiscalCalendar>();
TypeDescriptor.RegisterType<WorkingHours>();

Check("CNY 19215.00", AttainmentRate
    .From((Percentage.Zero, Percentage.FromPercent(1.5m)), (Percentage.OneHundred, Percentage.FromPercent(2.5m)))
    .Graduated(new Money(1_225_000m, Currency.CNY), new Money(1_141_000m, Currency.CNY)).ToString());
Check("CNY 1141000.00 CNY 930000.00 CNY 569000.00", string.Join(' ', Apportionment.InUnitsOf(1000m)
    .Split(new Money(2_640_000m, Currency.CNY), [1037m, 846m, 517m])));
Check("1 0 0 1", string.Join(' ', ControlledRounding.ToWhole.Round(new[,] { { 0.7m, 0.3m }, { 0.3m, 0.7m } }).Cast<decimal>()));
Check("USD 2.50", TypeDescriptor.GetConverterFromRegisteredType(typeof(Money)).ConvertFromInvariantString("USD 2.5")?.ToString());
Check(
    "2026-01-01/..",
    TypeDescriptor.GetConverterFromRegisteredType(typeof(DateSpan)).ConvertFromInvariantString("2026-01-01/..")?.ToString());
Check("B", StepSchedule.From((0m, "C"), (85m, "B"), (95m, "A")).At(91.67m));
Check("120", Timeline.Of((DateSpan.From(new LocalDate(2026, 4, 1)), "120")).At(new LocalDate(2026, 4, 1)));
Check("CNY 26250.00", PayoutCurve.ThresholdTargetExcellence((80, 50), (100, 100), (120, 200))
    .Payout(new Money(30_000m, Currency.CNY), new Money(1_178_000m, Currency.CNY), new Money(1_240_000m, Currency.CNY)).ToString());
Check("B", StepMatrix.From([0m, 80m], (0, ["D", "C"]), (30, ["C", "B"])).At(31, 80m));
Check("FY2023-W53", FiscalCalendar.Nrf.PeriodOf(new LocalDate(2024, 2, 3), FiscalPeriodKind.Week).ToString());
Check(
    "2025-M12",
    FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.AtMonthEnd).PeriodOf(new LocalDate(2025, 12, 28), FiscalPeriodKind.Month)
        .ToString());
Check(
    "from-month:4 by-end",
    TypeDescriptor.GetConverterFromRegisteredType(typeof(FiscalCalendar)).ConvertFromInvariantString("from-month:4 by-end")?.ToString());
Check("2025-10-09/2025-10-09", DateSpan.On(WorkCalendar.MondayToFriday.WithHolidays(DateSpan.Parse("2025-10-01/2025-10-08"))
    .AddWorkingDays(new LocalDate(2025, 9, 30), 1)).ToString());
Check(
    "09:00-17:00",
    TypeDescriptor.GetConverterFromRegisteredType(typeof(WorkingHours)).ConvertFromInvariantString("12:00-17:00,09:00-12:00")?.ToString());
Check(
    "True",
    WorkCalendar.MondayToFriday.WithHours(WorkingHours.AllDay).IsWorkingTime(Instant.FromUtc(2025, 11, 24, 0, 0), DateTimeZone.Utc) ? "True"
        : "False");
Check("agreed", ScopeTable.MostSpecific(
        AccessSequence.Of(ScopeDimensions.Customer | ScopeDimensions.Product, ScopeDimensions.None),
        ScopeEntry.Of("list", Scope.Everything, 10m),
        ScopeEntry.Of("agreed", Scope.Everything.Only(new CustomerId("D")).Only(new ProductId("P")), 9m))
    .Resolve(default(ScopeSubject).With(new CustomerId("D")).With(new ProductId("P")), new LocalDate(2026, 4, 1)).Winner?.Name);
Check("8%", ScopeTable.Highest(
        Comparer<Percentage>.Default, ScopeEntry.Of("march", Scope.Everything, Percentage.FromPercent(9)).During(DateSpan.OfMonth(2026, 3)),
        ScopeEntry.Of("april", Scope.Everything, Percentage.FromPercent(8)).During(DateSpan.OfMonth(2026, 4)))
    .At(default, new LocalDate(2026, 4, 1)).ToString());

Check("93.75%", PlannedAndMade.Plan([("A", 48m), ("B", 48m)]).WithMade([("A", 42m), ("B", 54m)]).Compliance.ToString());
Check("1 0 1", string.Join(' ', Enumerable.Range(0, 3).Select(month => VisitPolicy
    .StartingWith(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1))
    .With(new CustomerClassId("C"), VisitRule.Of(CallFrequency.Of(1, everyPeriods: 2)))
    .Plan(
        FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1 + month),
        [new CustomerToVisit(new CustomerId("D"), new CustomerClassId("C"), DateSpan.Always)]).Calls)));
Check("1 4", string.Join(' ', Enumerable.Range(1, 2).Select(month => VisitPolicy
    .StartingWith(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1)).WithPartPeriods(PartPeriod.ByDays)
    .With(new CustomerClassId("A"), VisitRule.Of(CallFrequency.Of(4)))
    .Plan(
        FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, month),
        [CustomerToVisit.FromClasses(
            new CustomerId("D"), CustomerClasses.Of((new CustomerId("D"), new CustomerClassId("A"), DateSpan.Always)),
            DateSpan.From(new LocalDate(2026, 1, 30)))]).Calls)));
Check("D: A, earned B, stays", ClassMovement.Of(new("A"), new("B")).WithDown(afterReviews: 2).Review(
    CustomerClasses.Of((new CustomerId("D"), new CustomerClassId("A"), DateSpan.Always)),
    EarnedClasses.Empty.With(new LocalDate(2026, 7, 1), [(new CustomerId("D"), new CustomerClassId("B"))]), new LocalDate(2026, 7, 1))
    .Decisions[0].ToString());
Check("33.333333%", VisitLog.Empty.Merge(VisitLog.Of([new VisitBuilder
{
    Id = new DocumentId("V-1"),
    Date = new LocalDate(2026, 3, 2),
    Customer = new CustomerId("A"),
    Salesperson = new SalespersonId("Li"),
}.Build()])).Coverage([new("A"), new("B"), new("C")], 1, VisitCounting.OncePerDay).Rate?
    .Round(Rounding.ToDigits(6, RoundingMode.HalfEven)).ToString());

var phased = Phasing.Even(PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month))
    .Split(Measure.Revenue.Of(new Money(100m, Currency.CNY)), Rounding.Commercial);
Check("CNY 8.34 CNY 16.67", phased[1].Money + " " + phased.QuotaToDate(new LocalDate(2026, 2, 28)).Money);
Check("Li CNY 50.00, Wang CNY 50.00, vacant CNY 0.00", Proration.ByMonths(FiscalCalendar.CalendarYear, 15).Split(
    phased.Total, DateSpan.OfYear(2026), Rounding.Commercial,
    ("Li", DateSpan.Until(new LocalDate(2026, 6, 30))), ("Wang", DateSpan.From(new LocalDate(2026, 7, 1)))).ToString());
Check("Li CNY 70.00, Wang CNY 30.00, vacant CNY 0.00", Proration.ByDays.Split(
    phased.Total, DateSpan.OfYear(2026), Rounding.Commercial,
    ("Li", DateSpan.Always, Percentage.FromPercent(70)), ("Wang", DateSpan.Always, Percentage.FromPercent(30))).ToString());
Check("CNY 88.00 CNY 188.00", QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("Li", phased.Total))
    .Record(QuotaChange.Relief(
        new DocumentId("Q-1"), new LocalDate(2026, 2, 2), new LocalDate(2026, 7, 1), "Li",
        Measure.Revenue.Of(new Money(12m, Currency.CNY)), new Reason("territory-lost")))
    .BalanceOf("Li", new LocalDate(2026, 12, 31), new LocalDate(2026, 12, 31)).Phase(phased) is var less
        ? less.Total.Money + " " + (less + phased).Total.Money : "");

var january = ShortfallPolicy.NextPeriod.Evaluate(
    Measure.Revenue.Of(new Money(8m, Currency.CNY)), phased, new LocalDate(2026, 1, 31), Rounding.Commercial);
Check("Added CNY 0.33 after 2026-01-31, CNY 92.00 to come", january.ToString());
Check("Met CNY 0.00 after 2026-02-28, CNY 83.33 to come", ShortfallPolicy.Spread.Evaluate(
    Measure.Revenue.Of(new Money(16.67m, Currency.CNY)), january, new LocalDate(2026, 2, 28), Rounding.Commercial).ToString());
Check("Wang on 2026-12-31: CNY 8.34", QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("Li", phased[0]))
    .Record(QuotaChange.Admission(
        new DocumentId("Q-1"), new LocalDate(2026, 2, 2), new LocalDate(2026, 2, 1), "Wang", phased[1], new Reason("new-hire")))
    .BalanceOf("Wang", new LocalDate(2026, 12, 31), new LocalDate(2026, 12, 31)).ToString());
Check("4 orders", NewCustomerRule.Of(4, Measure.Revenue.Of(new Money(10m, Currency.CNY)), 90, 24)
    .WithRates(
        ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7m, new LocalDate(2026, 1, 1))), Rounding.Commercial)
    .ToString()[..8]);

Check("178", Currency.Iso.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

var day = new LocalDate(2026, 3, 31);
Check("JPY 3560", ExchangeRates
    .Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, day), new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, day, units: 100))
    .WithBase(Currency.CNY)
    .Convert(new Money(23m, Currency.USD), Currency.JPY, day).Result.ToString());
Check("30", Measured.Ratio(
    Measure.Receivables.Of(new Money(1_130_000m, Currency.CNY)) * 30m,
    Measure.Revenue.Of(new Money(1_000_000m, Currency.CNY)).WithTax(Percentage.FromPercent(13)))?.Fraction.ToString("0.#",
    System.Globalization.CultureInfo.InvariantCulture));
Check(
    "1 Li A CNY 650.00",
    ParetoClasses.Abc.Classify([("He", new Money(350m, Currency.CNY)), ("Li", new Money(650m, Currency.CNY))])[0].ToString());
Check("B", ParetoClasses.Abc.Classify([(new CustomerId("He"), 15m), (new CustomerId("Li"), 85m)])[1].Explain().Value.ToString());

var known = Revisions.Of(
    (new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), 4m), (new LocalDate(2026, 4, 10), DateSpan.OfMonth(2026, 3), 5m));
Check("4 5", known.At(new LocalDate(2026, 3, 15), new LocalDate(2026, 3, 31)) + " " + known.Current.At(new LocalDate(2026, 3, 15)));
Check(
    "4 True",
    known.FirstKnown(new LocalDate(2026, 1, 3)) + " "
        + known.EntryAt(new LocalDate(2026, 3, 15), new LocalDate(2026, 4, 10))?.ChangesPastValues);
Check("2026-03-01/2026-03-31: 4 to 5", known.Changes(new LocalDate(2026, 1, 5), new LocalDate(2026, 4, 10))[0].ToString());
Check("manager; authority.over-limit (role clerk, figure discount, value 6%, limit 5%, excess points 1)", Authority.Over("discount")
    .With(new RoleId("clerk"), ("discount", AuthorityLimit.AtMost(Percentage.FromPercent(5m))))
    .With(new RoleId("manager"), ("discount", AuthorityLimit.Unlimited)).Decide(("discount", Percentage.FromPercent(6m))).ToString());

var plan = QuotaTree.Allocate(
    Measure.Count("new customers").Of(100m),
    PlanTree.Of(
        new TerritoryId("China"), (new TerritoryId("North"), new TerritoryId("China")),
        (new TerritoryId("South"), new TerritoryId("China"))),
    AllocationRule.By(AllocationDriver.Of("outlets", (new TerritoryId("North"), 2m), (new TerritoryId("South"), 1m)))
        .WithHedge(Percentage.FromPercent(10)));
Check(
    "73 10% True",
    plan.QuotaOf(new TerritoryId("North")).Value + " " + plan.OverAssignmentRatio + " "
        + plan.Explain(new TerritoryId("North")).IsVerified);
var halves = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Half);
var wholes = Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero);
var ofSeason = plan.Phase(
    leaf => leaf.Code == "South" ? Phasing.ByWeights(halves, 0m, 1m) : Phasing.ByWeights(halves, 2m, 1m), wholes);
Check("49 61", ofSeason.Part(new TerritoryId("China"), 0).Value + " " + ofSeason.Part(new TerritoryId("China"), 1).Value);
Check("3 of 3 targets, 0 reasons", plan.ToPlan(
    DateSpan.OfYear(2026), territory => "head of " + territory,
    territory => territory.Code == "China" ? Scope.Everything : Scope.Everything.Only(territory)).Check().ToString());
Check(
    "50%",
    Ramp.Of(Percentage.Zero, Percentage.FromPercent(50), Percentage.OneHundred).At(new LocalDate(2026, 1, 31), new LocalDate(2026, 2, 28))
        .ToString());
Check("60", WorkloadMethod.InCalls(1000m, new WorkloadSegment("A", 1000, AccountWorkload.OfCalls(60m))).Size().Explain().Value.ToString());
Check("1. Li: 4", CandidateScorecard.Of(ScoreScale.Of(1m, 5m), new CandidateCriterion("drive", Percentage.OneHundred)) is var card
    ? card.Rank([card.Evaluate("Li", [new InterviewScore("Wu", "drive", 4m)])])[0].ToString() : null);
Check(
    "100%",
    Staffing.Of([("P-1", DateSpan.From(new LocalDate(2026, 1, 1)))]).WithFilled([("P-1", DateSpan.Always)]).On(new LocalDate(2026, 2, 1))
        .FillRate?.ToString());
Check(
    "2026-04-20 0.3: amber",
    StatusBands.GreenAmberRed.WithMargin(1m).Observe(new LocalDate(2026, 4, 13), -0.2m).Then(new LocalDate(2026, 4, 20), 0.3m).ToString());
var alerts = AlertLedger.Empty<SalespersonId>().Record(
    AlertEntry.Raised(
        AlertSubject.Of(new SalespersonId("Li"), Measure.Revenue, DateSpan.OfQuarter(2026, 1)), new LocalDate(2026, 1, 30), "red"));
Check("Open", alerts.Alerts[0].StateOn(new LocalDate(2026, 1, 30)).ToString());
var deal = new Opportunity(
    new OpportunityId("O-1"), new CustomerId("D"), new SalespersonId("Li"), Measure.Revenue.Of(new Money(300m, Currency.CNY)), "offer",
    new LocalDate(2026, 3, 31));
Check("CNY 146.97", PipelineForecast.Of(
    PipelineStages.Of(new PipelineStage("offer", Percentage.FromPercent(40), ForecastCategory.BestCase)), deal.Amount, [deal],
    DateSpan.OfQuarter(2026, 1), new LocalDate(2026, 2, 28)).StandardDeviation(2).Money.ToString());

Check("East: 2 of 2, 0 vacant, 1 over strength\n", Staffing.ByNumber(
    [("East", 2, DateSpan.Always)], Enumerable.Repeat(("East", DateSpan.Always), 3)).On(day).ToString());
Check("area East (only channels KA) to T-2: ../..", TerritoryMap.InOrder(TerritoryBasis.Area)
    .With(TerritoryRule.Of(new AreaId("East"), new TerritoryId("T-2"), DateSpan.Always).Within(Scope.Everything.Only(new ChannelId("KA"))))
    .Resolve(default(ScopeSubject).With(new ChannelId("KA")), new AreaId("East"), day).ToString());
var regions = Hierarchy.Of((new TerritoryId("Ningbo"), new TerritoryId("East")))
    .Move(new TerritoryId("Ningbo"), new TerritoryId("Ports"), day);
Check("Ports", regions.AncestorsOf(new TerritoryId("Ningbo"), day)[0].ToString());
Check("East: CNY 0.00", regions.RollUp(day.PlusDays(-1), Measure.Revenue.Of(Money.Zero(Currency.CNY)), []).ToString().Split('\n')[0]);
Check("C-1, 2026-03-31/..: Wu 100%", Assignments.Of((new CustomerId("C-1"), new SalespersonId("Li"), DateSpan.Always))
    .Move(new CustomerId("C-1"), new SalespersonId("Wu"), day).Coverage(new CustomerId("C-1"), DateSpan.From(day))[0].ToString());

var revenue = new Money(1000.005m, Currency.CNY);
var payable = Explanation.Node(
    "payable", revenue.Round(Rounding.Commercial), Operation.Round(Rounding.Commercial), Explanation.Fact("revenue", revenue));
Check("True", payable.IsVerified ? "True" : "False");

var plannedYear = PlanCell.Of("VP", Measure.Revenue, DateSpan.OfYear(2026));
var planned = SalesPlan.Of(DateSpan.OfYear(2026), SalesTarget.Of(plannedYear, Measure.Revenue.Of(new Money(12_000_000m, Currency.CNY))))
    .WithBreakdowns(
        PlanBreakdown.Of(
            "by half", plannedYear, plannedYear.WithSpan(DateSpan.Parse("2026-01-01/2026-06-30")),
            plannedYear.WithSpan(DateSpan.Parse("2026-07-01/2026-12-31"))));
Check("1 of 3 targets, 2 reasons", planned.Check().ToString());
var growth = GrowthPlan.Of(
    Measure.Revenue.Of(new Money(9_500_000m, Currency.CNY)), Measure.Revenue.Of(new Money(12_000_000m, Currency.CNY)))
    .WithChurn(Percentage.FromPercent(8)).WithPriceChange(Percentage.FromPercent(2))
    .WithNewCustomers(Measure.Revenue.Of(new Money(180_000m, Currency.CNY))).Evaluate();
Check("carried CNY 8914800.00, increment CNY 3085200.00, 18 new customers, uncovered CNY 0.00", growth.ToString());
Check("True", growth.Explain().IsVerified ? "True" : "False");

var mix = SalesMix.Of(
    ("pumps", Measure.Revenue.Of(new Money(440m, Currency.CNY))), ("hoses", Measure.Revenue.Of(new Money(560m, Currency.CNY))));
var range = RangePlan.Of(Measure.Revenue, RangeTarget.Around("pumps", Percentage.FromPercent(50), 5m)).Review(mix).Lines[0];
Check("pumps 50%, from 45% to 55%: CNY 440.00, 44%; Below", range.ToString());
Check("CNY 120.00", range.ToTarget?.Value.ToString());
Check("True", range.ExplainToTarget().IsVerified ? "True" : "False");
Check("2026-03-15/2027-03-14", NewProductRule.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced), 12)
    .NewDays(new LocalDate(2026, 3, 15)).ToString());

var (lin, gao) = (new SalespersonId("Lin"), new SalespersonId("Gao"));
var creditedLine = new SalesLineBuilder
{
    Stage = Stage.Invoiced, Document = new DocumentId("INV-9"), Line = 1, Date = new LocalDate(2026, 2, 10), Customer = new CustomerId("D"),
    Product = new ProductId("P"),
    Quantity = Quantity.Pieces(1), NetAmount = new Money(100m, Currency.CNY), Tax = Money.Zero(Currency.CNY),
}.Build();
var credited = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Evaluate(
    DateSpan.OfQuarter(2026, 1),
    Crediting.ByCustomer.Through(Assignments.Of(Assignment.Of(new CustomerId("D"), lin, DateSpan.Always, Percentage.FromPercent(40))))
        .RolledUpThrough(Hierarchy.Of((lin, gao))),
    [creditedLine]);
Check(
    "Gao: revenue, without tax: CNY 40.00 of CNY 80.00 = 50%\n",
    credited.TeamsAgainst([(gao, Measure.Revenue.Of(new Money(80m, Currency.CNY)))]).ToString().Split("Lin")[0]);
Check("actual.unassigned (facts 1, amount CNY 60.00)", credited.Reasons[0].ToString());
var sinceFebruary = Phasing.Even(PlanPeriods.Of(DateSpan.OfMonth(2026, 2), DateSpan.OfMonth(2026, 3)))
    .Split(Measure.Revenue.Of(new Money(80m, Currency.CNY)), Rounding.Commercial);
var heldInMarch = ElapsedTime.ByDays(new DateSpan(new LocalDate(2026, 2, 1), new LocalDate(2026, 3, 31)), new LocalDate(2026, 3, 31))
    .Within([DateSpan.OfMonth(2026, 3)]);
var sinceFebruaryActuals = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).WithReturns(ReturnRule.OwnerOfOriginal)
    .Evaluate(heldInMarch.SpanToDate!.Value, Crediting.ByCustomer, [creditedLine]);
Check(
    "31 of 31 days held of 2026-02-01/2026-03-31",
    sinceFebruaryActuals.Against([(new CustomerId("D"), sinceFebruary, heldInMarch)]).Of(new CustomerId("D")).Elapsed?.ToString());
Check("True", credited.Of(lin).Against(null).Explain().IsVerified ? "True" : "False");
var ofD = PlanCell.Of(new CustomerId("D"), Measure.Revenue, DateSpan.OfQuarter(2026, 1));
var againstPlan = SalesPlan.Of(ofD.Span, SalesTarget.Of(ofD, Measure.Revenue.Of(new Money(80m, Currency.CNY))))
    .Against(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced), Crediting.ByCustomer, [creditedLine]);
Check("125%", againstPlan.Attainments.Of(ofD).Rate?.ToString());
Check("True", againstPlan.Explain(ofD).IsVerified ? "True" : "False");
var paidLate = SalesCredit.Of(
    new CollectionLineBuilder
    {
        Document = new DocumentId("RC-3"), Line = 1, Date = new LocalDate(2026, 3, 31), Customer = new CustomerId("D"),
        Amount = new Money(33_900m, Currency.CNY), DueDate = new LocalDate(2026, 1, 15),
    }.Build(),
    Percentage.OneHundred, CreditKind.Direct, "own");
var paidOn = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY))
    .WithLateness(StepSchedule.UpTo((0, Percentage.OneHundred), (90, Percentage.FromPercent(50))).ThenAbove(Percentage.Zero))
    .WithoutTax(Percentage.FromPercent(13));
Check("collections, without tax: CNY 15000.00 of 1 credits", paidOn.Sum([paidLate]).ToString());
Check("True", paidOn.Of(paidLate).Explain().IsVerified ? "True" : "False");
Check(
    "CNY 5000.00",
    CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY).Within(Scope.Everything.Only(creditedLine.PriceKind)))
        .Of(paidLate.For(creditedLine, new Money(5_000m, Currency.CNY))).Value?.Money.ToString());
Check(
    "CNY 423.75 for CNY 33900.00, 75 days late",
    CostOfFunds.Of(Percentage.FromPercent(6), DayCountBasis.Actual360, Rounding.Commercial).Charge(paidLate).ToString());
var funds = CostOfFunds.Of(Percentage.FromPercent(6), DayCountBasis.Actual360, Rounding.Commercial);
var onCollections = CommissionPlan.Of(
        "Collections 2026", Currency.CNY, Rounding.Commercial,
        CommissionComponent.Cumulative("collections", paidOn, CommissionRate.Flat(Percentage.FromPercent(2))))
    .WithCostOfFunds(funds, Percentage.OneHundred);
var lessFunds = onCollections.Evaluate(
    DateSpan.OfQuarter(2026, 1), CommissionTerms.None,
    onCollections.Sum(DateSpan.OfQuarter(2026, 1), [paidLate]).WithCharges(funds.Charges([paidLate])));
Check("cost of funds: CNY 300.00", lessFunds.CostOfFunds!.ToString());
Check("True", lessFunds.Explain().IsVerified ? "True" : "False");

var shared = CreditRules.Of(Crediting.ByCustomer.Through(Assignments.Of((new CustomerId("D"), lin, DateSpan.Always))))
    .WithOverlays(
        CreditRule.Of("desk", Scope.Everything, CreditSplit.Of((gao, Percentage.OneHundred))).WithShare(Percentage.FromPercent(30)))
    .WithRollUp(CreditRollUp.Through(Hierarchy.Of((lin, gao)))).Credit([creditedLine]);
Check(
    "100% Direct, 30% Overlay, 100% RollUp",
    string.Join(", ", shared.Credits.Select(each => each.Credit.Share + " " + each.Credit.Kind)));
Check("True", shared.Explain(gao, shared.Of(gao)[1]).IsVerified ? "True" : "False");

var firstQuarter = DateSpan.OfQuarter(2026, 1);
var settlement = CommissionAccount.In(Currency.CNY).Settle(
    [CommissionEarning.Of("Reps 2026", "revenue", firstQuarter, new Money(19_215m, Currency.CNY))],
    PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)),
    PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percentage.FromPercent(30))));
Check("CNY 13450.50", settlement.Paid.ToString());
Check("True", settlement.Explain().IsVerified ? "True" : "False");
Check("CNY 13450.50", settlement.Statement().Paid.ToString());
var batch = PayoutBatch.Of(
    PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), PayoutRules.Of(Rounding.Commercial),
    [("Lin", CommissionEarning.Of("Reps 2026", "revenue", firstQuarter, new Money(600m, Currency.CNY)))]);
Check("CNY 600.00", CommissionLedger.In<string>(Currency.CNY).Settle(batch).Paid.ToString());

var repsPlan = CommissionPlan.Of(
    "Reps 2026", Currency.CNY, Rounding.Commercial,
    CommissionComponent.Cumulative(
            "revenue", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)),
            CommissionRate.Graduated(AttainmentRate.From(
                (Percentage.Zero, Percentage.FromPercent(1.5m)), (Percentage.OneHundred, Percentage.FromPercent(2.5m)))))
        .AgainstQuota(ZeroQuotaPolicy.PayNothing));
var repsTerms = CommissionTerms.None.WithQuota("revenue", Measure.Revenue.Of(new Money(1_141_000m, Currency.CNY)));
var liEarned = repsPlan.Evaluate(
    firstQuarter, repsTerms, CommissionFigures.None.With("revenue", Measure.Revenue.Of(new Money(1_225_000m, Currency.CNY))));
Check("Reps 2026 over 2026-01-01/2026-03-31: CNY 19215.00", liEarned.ToString());
Check("True", liEarned.Explain().IsVerified ? "True" : "False");
Check(
    "CNY 19215.00: li CNY 12810.00, wu CNY 6405.00", CommissionPool.Of("pool", liEarned, ("li", 2m), ("wu", 1m)).ToString());
Check("1", liEarned.PayoutBounds("revenue").Count == 1 ? "1" : "0");

var discountTerms = PaymentTerms.Parse("2/10 n/30");
var paidInPart = CashDiscountRule.Of(discountTerms, TaxBasis.WithTax, Rounding.Commercial).Settle(
    PayableInvoice.Of(new Money(1_000m, Currency.USD), new LocalDate(2026, 3, 1)),
    (new LocalDate(2026, 3, 10), new Money(400m, Currency.USD)));
Check("USD 591.84", paidInPart.Balance.ToString());
Check("True", paidInPart.Explain().IsVerified ? "True" : "False");
var forgone = discountTerms.CostOfForgoing(0, new LocalDate(2026, 3, 1), DayCountBasis.Actual365)!;
Check("2% for 20 days: 37.24% simple, 44.59% effective", forgone.ToString());
Check("True", forgone.ExplainEffective().IsVerified ? "True" : "False");
Check(
    "CNY 20.00 for CNY 100.00, 900 days late",
    LatePaymentRule.PerYear(Percentage.FromPercent(10.15m), DayCountBasis.Actual365, Rounding.Commercial)
        .WithCap(Percentage.FromPercent(20))
        .Charge(new Money(100m, Currency.CNY), new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 1).PlusDays(900)).ToString());
var tea = new ProductId("TEA");
Check("USD 9.99", PriceBook.Of(
        AccessSequence.Of(ScopeDimensions.None),
        PriceList.Of("yen", Currency.JPY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(tea, ItemPrice.Of(new Money(1_000m, Currency.JPY)))),
        PriceList.Of("dollars", Currency.USD, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.WithFormula(
                PriceFormula.Of("yen").Rounded(Rounding.ToStep(10m, RoundingMode.HalfAwayFromZero)).Plus(new Money(-0.01m, Currency.USD)))))
    .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.JPY, Currency.USD, 0.009502m, new LocalDate(2026, 3, 31))))
    .Price(tea, Quantity.Pieces(1), default, new LocalDate(2026, 3, 31), Currency.USD).UnitPrice.ToString());
var discounted = DiscountSchedule.Of(
        Rounding.Commercial, Discount.Percent("dealer", Percentage.FromPercent(8)).At(10),
        Discount.Percent("campaign", Percentage.FromPercent(5)).At(20))
    .Apply(PricedDocument.Of(
        Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
        PricedLine.Of(1, default, Quantity.Pieces(10), new Money(100m, Currency.CNY))));
Check("CNY 1000.00, net CNY 874.00, 12.6% off", discounted.ToString());
Check("True", discounted.Explain().IsVerified ? "True" : "False");
var upToTheLimit = Authority.Over(PriceAuthority.Discount)
    .With(new RoleId("manager"), (PriceAuthority.Discount, AuthorityLimit.AtMost(Percentage.FromPercent(12.6m))));
var approved = PriceAuthority.Of(upToTheLimit).Decide(PriceCase.Of(new DocumentId("SO-1"), new CustomerId("D"), discounted));
Check("SO-1: manager", approved.ToString());
Check("True", approved.Explain().IsVerified ? "True" : "False");
var teaBreaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 10m), (100m, 9.2m));
var quoted = QuotationRules.Of(
        PriceBook.Of(
            AccessSequence.Of(ScopeDimensions.None),
            PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
                .During(DateSpan.Always, PriceListVersion.Empty.With(tea, ItemPrice.Of(teaBreaks)))),
        DiscountSchedule.Of(Rounding.Commercial), Percentage.FromPercent(13), TaxBasis.WithoutTax)
    .WithTerms(PaymentTerms.Net(30))
    .Quote(QuoteRequest.Of(new LocalDate(2026, 3, 31), Currency.CNY, default, (1, tea, Quantity.Pieces(97))));
Check("CNY 970.00 + tax CNY 126.10 = CNY 1096.10", quoted.ToString());
Check("pricing.quote-inverted-scale", quoted.Warnings[0].Code);
Check("True", quoted.Explain().IsVerified ? "True" : "False");
var threeForTwo = DiscountSchedule.Of(
        Rounding.Commercial,
        Discount.OfDeal("3 for 2", Deal.CheapestFree(3, 1)).WithBudget(PromotionBudget.OfTotal(new Money(100m, Currency.CNY))))
    .Apply(
        PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
            PricedLine.Of(1, default, Quantity.Pieces(3), new Money(50m, Currency.CNY))),
        [], PromotionHistory.Of(PromotionUse.Of("3 for 2", new Money(60m, Currency.CNY))));
Check("3 for 2: CNY 40.00, refused CNY 10.00", threeForTwo.Deductions[0].ToString());
Check("True", threeForTwo.Explain().IsVerified ? "True" : "False");
var ladder = PriceLadder.Of(
    Currency.CNY, PriceLevel.First("maker"), PriceLevel.ByMargin("shelf", Percentage.FromPercent(25)).WithTax(Percentage.FromPercent(13)));
var shelf = ladder.From("maker", new Money(6m, Currency.CNY))["shelf"];
Check("shelf: CNY 9.04", shelf.ToString());
Check("True", shelf.Explain().IsVerified ? "True" : "False");
var diverted = DiversionFinding.Of(
    new DocumentId("DF-1"), day, new TerritoryId("East"), new ProductId("P"), Quantity.Pieces(500), "photographs");
var barred = DiversionRule.Of(
    "contract", "clause 9", Currency.CNY, Rounding.Commercial,
    StepSchedule.From((1, DiversionSanction.Warning.WithPerUnit(new Money(10m, Currency.CNY), UnitOfMeasure.Piece))));
var punished = barred.PenaltyFor(
    barred.Judge(
        [diverted], [DiversionTrace.Of(diverted.Id, new DocumentId("SH-1"), day, new CustomerId("D"), new TerritoryId("West"))],
        Assignments.Of((new TerritoryId("East"), new CustomerId("E"), DateSpan.Always)))[0],
    Money.Zero(Currency.CNY), agreedDeposit: new Money(4000m, Currency.CNY), balance: new Money(4000m, Currency.CNY));
Check("DF-1: owed CNY 5000.00, taken CNY 4000.00, rest CNY 1000.00", punished.ToString());
Check("True", punished.ExplainRest().IsVerified ? "True" : "False");
Check("CNY 1000.00", DepositLedger.Of(new CustomerId("D"), day, new Money(4000m, Currency.CNY), 15)
    .Record(
        DepositEntry.PaidIn(new DocumentId("E-1"), day, new Money(4000m, Currency.CNY)), punished.ToEntry(new DocumentId("E-2"), day))
    .On(day).RestOwed.ToString());

Console.WriteLine(failures == 0 ? "ahead-of-time caller: all figures right" : "ahead-of-time caller: failed");
return failures;

void Check(string expected, string? actual)
{
    if (actual == expected)
        return;

    failures++;
    Console.Error.WriteLine($"expected {expected}, got {actual}");
}
