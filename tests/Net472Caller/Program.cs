using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Commissions;
using SalesDomain.Customers;
using SalesDomain.Organization;
using SalesDomain.Pricing;
using SalesDomain.Quotas;
using SalesDomain.Terms;

namespace Net472Caller
{
    /// <summary>
    /// Uses the library as a plug-in on .NET Framework would, in C# 7.3, and fails loudly when a figure is not the right one.
    /// </summary>
    internal static class Program
    {
        private static int s_failures;

        private static int Main()
        {
            AmountsAndRounding();
            Sizing();
            CommissionAccounts();
            CommissionPlans();
            CostsOfFunds();
            Splits();
            Tiers();
            CurvesAndMatrices();
            DatesAndFacts();
            HistoryAndAuthority();
            Exchange();
            Scopes();
            Explanations();
            Measures();
            FieldWork();
            WorkingTime();
            SalesForceAtADay();
            Plans();
            TheRange();
            Attaining();
            QuotaTrees();
            QuotasInTime();
            Watching();
            DueDatesAndBills();
            PriceLists();
            Discounts();
            Quotations();
            Promotions();
            ChannelPrices();
            Diversion();
            Console.WriteLine(s_failures == 0 ? "net472 caller: all figures right" : "net472 caller: " + s_failures + " wrong");
            return s_failures;
        }

        private static void AmountsAndRounding()
        {
            var price = new Money(9.99m, Currency.CNY);
            Check("CNY 8840.71", (price * 1000m / 1.13m).Round(Rounding.Commercial));
            Check("12.6%", Percentage.Successive(Percentage.FromPercent(8m), Percentage.FromPercent(5m)));
            Check("24 PCE", Packing().Convert(new Quantity(1m, UnitOfMeasure.Case), UnitOfMeasure.Piece));
            Throws<CurrencyMismatchException>(() => price + Money.Zero(Currency.EUR));
        }

        private static void DueDatesAndBills()
        {
            Check("n/EOM+30 following", PaymentTerms.Parse("EOM+30 following"));
            var invoice = PayableInvoice.Of(new Money(1000m, Currency.USD), new LocalDate(2026, 3, 1));
            var rule = CashDiscountRule.Of(PaymentTerms.Parse("2/10 n/30"), TaxBasis.WithTax, Rounding.Commercial);
            Check("USD 591.84", rule.Settle(invoice, (new LocalDate(2026, 3, 10), new Money(400m, Currency.USD))).Balance);
            var bill = AcceptanceBill.Of(new Money(1000000m, Currency.CNY), new LocalDate(2026, 9, 15));
            var bank = BillDiscounting.Of(Percentage.FromPercent(2.4m), DayCountBasis.Actual360, Rounding.Commercial);
            Check("CNY 988066.67 for 179 days", bank.Discount(bill, new LocalDate(2026, 3, 20)));
            Check(
                "2% for 20 days: 37.24% simple, 44.59% effective",
                CashDiscountCost.Of(Percentage.FromPercent(2), Percentage.Zero, 20, DayCountBasis.Actual365));
            var inParts = PaymentTerms.Parse("30%/0 from order 70%/60 from delivery");
            Check(
                "CNY 30.00 due 2026-03-01; CNY 70.00 not due yet, counted from delivery",
                inParts.Schedule(new Money(100m, Currency.CNY), (TermsBaseline.Order, new LocalDate(2026, 3, 1))));
        }

        private static void PriceLists()
        {
            var tea = new ProductId("TEA");
            var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 10m), (100m, 9.2m));
            var retail = PriceList.Of("retail", Currency.CNY, TaxBasis.WithTax)
                .During(DateSpan.OfYear(2026), PriceListVersion.Empty.With(tea, ItemPrice.Of(breaks)));
            var price = PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), retail)
                .Price(tea, Quantity.Pieces(97), default(ScopeSubject), new LocalDate(2026, 12, 31), Currency.CNY);
            Check("CNY 970.00", price.Amount);
            Check("CNY 920.00", price.NextBreak(Quantity.Pieces(1)).Value.Amount);
            Check("True", price.Explain().IsVerified);
            Check("CNY 8840.71", LineTax.InGross(new Money(9990m, Currency.CNY), Percentage.FromPercent(13), Rounding.Commercial).Net);
        }

        private static void Discounts()
        {
            var schedule = DiscountSchedule.Of(
                Rounding.Commercial,
                Discount.Percent("dealer", Percentage.FromPercent(8)).At(10),
                Discount.Percent("campaign", StepSchedule.From((Quantity.Pieces(10), Percentage.FromPercent(5)))).At(20),
                Discount.OfOrder("bonus", new Money(74m, Currency.CNY)).At(90));
            var order = PricedDocument.Of(
                Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
                PricedLine.Of(1, default(ScopeSubject), Quantity.Pieces(10), new Money(100m, Currency.CNY)));
            var given = schedule.Apply(order, new[] { "SPRING" });

            Check("CNY 800.00", given.Net);
            Check("20%", given.EffectiveDiscount.Value);
            Check("True", given.Explain().IsVerified);

            var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount).With(
                new RoleId("manager"), (PriceAuthority.Discount, AuthorityLimit.AtMost(Percentage.FromPercent(20)))));
            var needed = authority.Decide(PriceCase.Of(new DocumentId("SO-1"), new CustomerId("D"), given));
            Check("manager", needed.Role.Value);
            Check("True", needed.Explain().IsVerified);
        }

        private static void Quotations()
        {
            var tea = new ProductId("TEA");
            var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 10m), (100m, 9.2m));
            var retail = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
                .During(DateSpan.OfYear(2026), PriceListVersion.Empty.With(tea, ItemPrice.Of(breaks)));
            var rules = QuotationRules.Of(
                    PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), retail), DiscountSchedule.Of(Rounding.Commercial),
                    Percentage.FromPercent(13), TaxBasis.WithoutTax)
                .WithTerms(PaymentTerms.Net(30)).WithNearBreak(Percentage.FromPercent(10));
            var quotation = rules.Quote(QuoteRequest.Of(
                new LocalDate(2026, 3, 31), Currency.CNY, default(ScopeSubject), (1, tea, Quantity.Pieces(97))));

            Check("CNY 970.00 + tax CNY 126.10 = CNY 1096.10", quotation);
            Check("CNY 1096.10 due 2026-04-30", quotation.Payment);
            Check("2", quotation.Warnings.Count);
            Check("True", quotation.Explain().IsVerified);
        }

        private static void Promotions()
        {
            var schedule = DiscountSchedule.Of(
                Rounding.Commercial,
                Discount.OfDeal("3 for 2", Deal.CheapestFree(3, 1)).At(10),
                Discount.ForEvery("100-10", new Money(100m, Currency.CNY), new Money(10m, Currency.CNY)).At(90)
                    .WithCoupon(Coupon.OfSingleUse("A", "B")));
            var order = PricedDocument.Of(
                Currency.CNY, TaxBasis.WithoutTax, new LocalDate(2026, 3, 31),
                PricedLine.Of(1, default(ScopeSubject), Quantity.Pieces(3), new Money(50m, Currency.CNY)));
            var given = schedule.Apply(order.WithId(new DocumentId("1")), new[] { "A" }, PromotionHistory.None);

            Check("CNY 90.00", given.Net);
            Check("100-10: CNY 10.00, document 1, coupon A", given.Uses[0]);
            Check("True", given.Explain().IsVerified);
        }

        private static void ChannelPrices()
        {
            var drop = PriceDrop.Of(
                new CustomerId("D"), new ProductId("P"), new LocalDate(2026, 3, 5), new Money(94m, Currency.CNY),
                new Money(90m, Currency.CNY), UnitOfMeasure.Piece, TaxBasis.WithoutTax);
            var bought = new SalesLineBuilder
            {
                Stage = Stage.Invoiced,
                Document = new DocumentId("INV-1"),
                Line = 1,
                Date = new LocalDate(2026, 2, 20),
                Customer = drop.Dealer,
                Product = drop.Product,
                Quantity = Quantity.Pieces(50),
                NetAmount = new Money(4700m, Currency.CNY),
                Tax = new Money(611m, Currency.CNY),
            }.Build();
            var result = PriceProtection.Of(Rounding.Commercial, 30).Evaluate(
                drop, ProtectedStock.AtChange(Quantity.Pieces(20)), new[] { bought }, Array.Empty<PriceProtectionClaim>());
            Check("CNY 80.00", result.Payable);
            Check("True", result.Explain().IsVerified);
        }

        private static void Diversion()
        {
            var day = new LocalDate(2026, 3, 31);
            var found = DiversionFinding.Of(
                new DocumentId("DF-1"), day, new TerritoryId("East"), new ProductId("P"), Quantity.Pieces(500m), "photographs");
            var trace = DiversionTrace.Of(
                found.Id, new DocumentId("SH-1"), day, new CustomerId("D"), new TerritoryId("West"));
            var rule = DiversionRule.Of(
                "contract", "clause 9", Currency.CNY, Rounding.Commercial,
                StepSchedule.From(
                    (1, DiversionSanction.Warning.WithPerUnit(new Money(10m, Currency.CNY), UnitOfMeasure.Piece))));
            var areas = Assignments.Of((new TerritoryId("East"), new CustomerId("E"), DateSpan.Always));
            var judged = rule.Judge(new[] { found }, new[] { trace }, areas)[0];
            var deposit = new Money(100000m, Currency.CNY);
            var penalty = rule.PenaltyFor(judged, Money.Zero(Currency.CNY), deposit, deposit);
            Check("CNY 5000.00", penalty.Owed);
            Check("CNY 95000.00", DepositLedger.Of(new CustomerId("D"), day, deposit, 15)
                .Record(DepositEntry.PaidIn(new DocumentId("E-1"), day, deposit), penalty.ToEntry(new DocumentId("E-2"), day))
                .On(day).Balance);
        }

        private static UnitConversions Packing()
        {
            return UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));
        }

        private static void Sizing()
        {
            var ramp = Ramp.Of(Percentage.Zero, Percentage.FromPercent(50m), Percentage.OneHundred);
            Check("50%", ramp.At(new LocalDate(2026, 1, 31), new LocalDate(2026, 2, 28)));
            var time = SellingTime.Of(240m, Duration.FromHours(8)).WithoutDays("leave", 15m);
            Check(
                "1",
                WorkloadMethod.InTime(
                    time, new WorkloadSegment("A", 10, AccountWorkload.Of(12m, Duration.FromHours(1), Duration.Zero))).Size().People);
            var account = AccountProfile.Of(
                new CustomerId("D1"), Measure.Revenue.Of(new Money(4m, Currency.CNY)), Measure.Revenue.Of(new Money(9m, Currency.CNY)),
                AccountWorkload.OfCalls(1m));
            var alignment = Alignment.Of(new List<(AccountProfile<CustomerId>, TerritoryId)> { (account, new TerritoryId("N")) })
                .WithTerritory(new TerritoryId("S"));
            Check(
                "100%",
                alignment.ChangeTo(alignment.Move(new CustomerId("D1"), new TerritoryId("S"))).DisruptionBy(AlignmentMeasure.Sales));
            var power = IndicatorWeights.Classical.Evaluate(
                new List<(string, IReadOnlyList<decimal>)> { ("city", new[] { 6m, 7m, 5m }), ("rest", new[] { 94m, 93m, 95m }) });
            Check("6.1%", power.Lines[0].BuyingPowerIndex);
            var team = HeadCount.Of(new List<Employment> { new Employment(new SalespersonId("Li"), new LocalDate(2026, 1, 1)) });
            Check("1", team.On(new LocalDate(2026, 1, 1)));
        }

        private static void Splits()
        {
            Money[] parts = Apportionment.ToMinorUnit.SplitEvenly(new Money(8m, Currency.USD), 3);
            Check("USD 2.67, USD 2.67, USD 2.66", string.Join(", ", parts));
            Money[] quotas = Apportionment.InUnitsOf(1000m)
                .Split(new Money(2640000m, Currency.CNY), new List<decimal> { 1037m, 846m, 517m });
            Check("CNY 1141000.00, CNY 930000.00, CNY 569000.00", string.Join(", ", quotas));
            decimal[,] table = ControlledRounding.ToWhole.Round(new decimal[,] { { 0.7m, 0.3m }, { 0.3m, 0.7m } });
            Check("2", table[0, 0] + table[1, 1]);
            Money[,] cells = ControlledRounding.InUnitsOf(1000m).Spread(quotas, new List<Money> { quotas[0] + quotas[1], quotas[2] });
            Check("CNY 569000.00", cells[0, 1] + cells[1, 1] + cells[2, 1]);
        }

        private static void Tiers()
        {
            var rate = AttainmentRate.From(
                (Percentage.Zero, Percentage.FromPercent(1.5m)), (Percentage.OneHundred, Percentage.FromPercent(2.5m)));
            Check("CNY 19215.00", rate.Graduated(new Money(1225000m, Currency.CNY), new Money(1141000m, Currency.CNY)));
            var list = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1m, 100m), (1000m, 96m), (3000m, 94m));
            Check("CNY 300800.00", list.AllUnits(Quantity.Pieces(3200m)));
            Check("B", StepSchedule.From((0m, "C"), (85m, "B"), (95m, "A")).At(91.67m));
        }

        private static void CurvesAndMatrices()
        {
            var curve = PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 200m));
            Check(
                "CNY 26250.00",
                curve.Payout(new Money(30000m, Currency.CNY), new Money(1178000m, Currency.CNY), new Money(1240000m, Currency.CNY)));
            Check("80 to 100: 2.5", curve.Segments[1]);
            Check("12", PayoutCurve.Between((65m, 0m), (100m, 20m)).At(86m));
            var matrix = StepMatrix.From(new[] { 0m, 80m }, (0m, new[] { "D", "C" }), (30m, new[] { "C", "B" }));
            Check("B", matrix.At(31m, 80m));
            Check("Row", matrix.Outside(-1m, 80m));
        }

        private static void DatesAndFacts()
        {
            var limits = Timeline.Of((DateSpan.Until(new LocalDate(2026, 3, 31)), 100m), (DateSpan.From(new LocalDate(2026, 4, 1)), 120m));
            Check("100", limits.At(new LocalDate(2026, 3, 31)));
            Calendars();
            var line = new SalesLineBuilder
            {
                Stage = Stage.Invoiced,
                Document = new DocumentId("4711"),
                Line = 1,
                Date = new LocalDate(2026, 1, 15),
                Customer = new CustomerId("D"),
                Product = new ProductId("P"),
                Quantity = Quantity.Pieces(3200m),
                ListAmount = new Money(320000m, Currency.CNY),
                NetAmount = new Money(300800m, Currency.CNY),
                Tax = new Money(39104m, Currency.CNY),
            }.Build();
            Check("CNY 339904.00", line.GrossAmount);
            Throws<ArgumentException>(() => new SalesLineBuilder().Build());
        }

        private static void Exchange()
        {
            var friday = new LocalDate(2026, 3, 27);
            var rates = ExchangeRates
                .Of(
                    new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, friday),
                    new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, friday, units: 100))
                .WithBase(Currency.CNY).WithMaximumAge(3);
            Conversion conversion;
            Check("True", rates.TryConvert(new Money(23m, Currency.USD), Currency.JPY, friday.PlusDays(3), out conversion));
            Check("JPY 3560", conversion.Result);
            Check("True", conversion.Explain().IsVerified);
            Check("3", rates.Missing(Currency.USD, Currency.JPY, friday.PlusDays(4)).Count);
            Throws<ArgumentOutOfRangeException>(() => rates.Convert(new Money(23m, Currency.EUR), Currency.JPY, friday));
        }

        private static void Scopes()
        {
            var product = new ProductId("P");
            var discounts = ScopeTable.Highest(
                Comparer<decimal>.Default,
                ScopeEntry.Of("list", Scope.Everything, 2m),
                ScopeEntry.Of("product", Scope.Everything.Only(product).Except(PriceKind.Special), 10m).During(DateSpan.OfYear(2026)));
            var subject = default(ScopeSubject).With(product).InGroups(new CustomerGroupId("A"), new CustomerGroupId("B"));
            Check("product", discounts.Resolve(subject, new LocalDate(2026, 12, 31)).Winner.Name);
            Check("2", discounts.Applicable(subject, new LocalDate(2026, 12, 31)).Count);
            decimal value;
            Check("True", discounts.TryAt(subject.With(PriceKind.Special), new LocalDate(2026, 12, 31), out value));
            Check("2", value);
            Check("10", discounts.At(subject, new LocalDate(2026, 12, 31)));
            Check("Highest", discounts.Choice);
            Check("PriceKind", discounts.Unstated(subject));
            Throws<ArgumentException>(() => discounts.With(ScopeEntry.Of("other", Scope.Everything, 10m)));
        }

        private static void HistoryAndAuthority()
        {
            var recorded = new LocalDate(2026, 4, 10);
            var rates = Revisions.Of((new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), 4m))
                .Record(recorded, DateSpan.OfMonth(2026, 3), 5m, new Reason("typing-error"));
            Check("4", rates.At(new LocalDate(2026, 3, 15), knownOn: recorded.PlusDays(-1)));
            Check("5", rates.At(new LocalDate(2026, 3, 15), knownOn: recorded));
            Check("1", rates.Changes(recorded.PlusDays(-1), recorded).Count);
            Check("4", rates.FirstKnown(new LocalDate(2026, 1, 3)));
            Check("1", rates.EntriesBetween(recorded.PlusDays(-1), recorded).Count);

            var manager = new RoleId("manager");
            var authority = Authority.Over("discount", "days")
                .With(
                    new RoleId("clerk"), ("discount", AuthorityLimit.AtMost(Percentage.FromPercent(5m))),
                    ("days", AuthorityLimit.AtMost(30)))
                .With(manager, ("days", AuthorityLimit.Unlimited), ("discount", AuthorityLimit.AtMost(Percentage.FromPercent(10m))));
            var order = new DocumentId("4711");
            var decision = authority.Decide(order, ("discount", Percentage.FromPercent(12.6m)), ("days", 30));
            Check("False", decision.Role.HasValue);
            Check("1", decision.ReasonsAgainst(manager).Count);
            var approval = Approval
                .ForDocument(new DocumentId("A-17"), new RoleId("director"), recorded, DateSpan.OfMonth(2026, 4), order)
                .With("discount", AuthorityLimit.AtMost(Percentage.FromPercent(13m)));
            var check = approval.Check(
                order, default(ScopeSubject), recorded, ("discount", Percentage.FromPercent(12.6m)));
            Check("nobody", decision.With(check).Role ?? new RoleId("nobody"));
            var firm = authority.With(
                new RoleId("director"), ("discount", AuthorityLimit.Unlimited), ("days", AuthorityLimit.Unlimited));
            Check("clerk", decision.With(firm, check).Role);
            Check("False", decision.With(firm, check).Approvals[0].IsAfterTheFact);
        }

        private static void Calendars()
        {
            var calendar = FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).WithClosingDay(25, YearClosing.OnClosingDay);
            var month = calendar.PeriodOf(new LocalDate(2026, 4, 11), FiscalPeriodKind.Month);
            Check("FY2027-M01", month);
            Check("2026-03-26/2026-04-25", month.Span);
            Check("17", month.ElapsedDays(new LocalDate(2026, 4, 11)));
            Check("3", month.Parts(FiscalPeriodKind.TenDays).Count);
            FiscalPeriod? lastYear = FiscalCalendar.Nrf.ParsePeriod("FY2023-W53").InYear(2022);
            Check("False", lastYear.HasValue);
        }

        private static void Explanations()
        {
            var revenue = new Money(1000.005m, Currency.CNY);
            var explanation = Explanation.Node(
                "payable", revenue.Round(Rounding.Commercial), Operation.Round(Rounding.Commercial), Explanation.Fact("revenue", revenue));
            Check("True", explanation.IsVerified);
            Check(
                "1",
                Explanation.Node("wrong", revenue, Operation.Round(Rounding.Commercial), explanation.Children.ToArray()).Verify().Count);
        }

        private static void Measures()
        {
            var receivables = Measure.Receivables.Of(new Money(1130000m, Currency.CNY));
            var sales = Measure.Revenue.Of(new Money(1000000m, Currency.CNY));
            Throws<TaxBasisMismatchException>(() => Measured.Ratio(receivables, sales));
            Check("113%", Measured.Ratio(receivables, sales.WithTax(Percentage.Zero)));
            Check("30", Measured.Ratio(receivables * 30m, sales.WithTax(Percentage.FromPercent(13m))).Value.Fraction);
            Check("C", ParetoClasses.Abc.Classify(new[] { ("a", 60m), ("b", 36m), ("c", 4m) })[2].Class);
            Check("visits, count", Measure.Parse("visits, count"));
        }

        private static void FieldWork()
        {
            var visit = new VisitBuilder
            {
                Id = new DocumentId("V-1"),
                Date = new LocalDate(2026, 3, 2),
                Customer = new CustomerId("A"),
                Salesperson = new SalespersonId("Li"),
                AccompaniedBy = new[] { new SalespersonId("Chen") },
            }.Build();
            var log = VisitLog.Of(new[] { visit });
            var purpose = default(VisitPurposeId?);
            Check(
                "50%",
                log.Against(
                    new[] { (new CustomerId("A"), purpose, 1m), (new CustomerId("B"), purpose, 1m) }, VisitCounting.EveryVisit).Compliance);
            Check(
                "0.5",
                log.Report(DateSpan.OfMonth(2026, 3), new[] { (new SalespersonId("Li"), 2m) }, VisitCounting.OncePerDay).Salespersons[0]
                    .PerSellingDay);
            Check("filled 1 of 4, made 1", CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4)))
                .Review(
                    DateSpan.OfMonth(2026, 3), new[] { new CoachedSalesperson(new SalespersonId("Li"), DateSpan.OfYear(2026)) },
                    log).BySalesperson);
            Check("filled 1 of 8, made 1", log.CoachingAgainst(new[] { (new SalespersonId("Chen"), 8m) }, CoachingUnit.Days));
            Check("1", CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4))).WithPartPeriods(PartPeriod.ByDays)
                .QuotaOf(
                    new CoachedSalesperson(new SalespersonId("Li"), DateSpan.From(new LocalDate(2026, 3, 29))),
                    DateSpan.OfMonth(2026, 3)).Required);
            var july = new LocalDate(2026, 7, 1);
            var held = CustomerClasses.Of((new CustomerId("A"), new CustomerClassId("A"), DateSpan.Always));
            Check("A: A, earned B, stays", ClassMovement.Of(new CustomerClassId("A"), new CustomerClassId("B")).WithDown(2)
                .Review(
                    held, EarnedClasses.Empty.With(july, new[] { (new CustomerId("A"), new CustomerClassId("B")) }), july).Decisions[0]);
            Throws<ArgumentException>(() => log.Merge(log));
        }

        private static void QuotaTrees()
        {
            var tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));
            var rule = AllocationRule.By(AllocationDriver.Of("outlets", ("North", 2m), ("South", 1m))).InUnitsOf(10m).WithRestTo("South");
            var quotas = QuotaTree.Allocate(Measure.Revenue.Of(new Money(105m, Currency.CNY)), tree, rule);
            Check("CNY 70.00", quotas["North"].Quota.Money);
            Check("CNY 35.00", quotas["South"].Quota.Money);
            Check(
                "CNY 55.00",
                quotas.WithQuota("North", Measure.Revenue.Of(new Money(50m, Currency.CNY)), QuotaAdjustmentPolicy.Siblings)["South"]
                    .Quota.Money);
            Check(
                "50%",
                quotas.RollUp(new[] { "South" }, seller => seller, seller => quotas.QuotaOf(seller) * 0.5m).AttainmentOf("South").Rate);
            var south = new[] { ("South", Measure.Revenue.Of(new Money(65m, Currency.CNY))) };
            Check("CNY 40.00", QuotaTree.Allocate(quotas.Target, tree, rule.WithMinimums(south))["North"].Quota.Money);
            Check("CNY 40.00", quotas.WithQuotas(south, QuotaAdjustmentPolicy.Siblings)["North"].Quota.Money);
            var published = new LocalDate(2026, 1, 5);
            var ledger = quotas.ToLedger(published, DateSpan.OfYear(2026)).Record(QuotaChange.Correction(
                new DocumentId("Q-1"), published, published, "North", Measure.Revenue.Of(new Money(5m, Currency.CNY)),
                new Reason("mistyped")));
            Check("CNY 110.00", quotas.WithBalances(ledger.Balances(published, published)).Target.Money);
            Check("3 of 3 targets, 0 reasons", quotas.ToPlan(DateSpan.OfYear(2026)).Check());
            var quarters = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Quarter);
            var phased = quotas.Phase(
                leaf => leaf == "South" ? Phasing.ByWeights(quarters, 0m, 1m, 2m, 2m) : Phasing.Even(quarters), Rounding.Commercial);
            Check("CNY 17.50", phased.Part("China", 0).Money);
            Check("CNY 24.50", phased.Part("China", 1).Money);
            Check(
                "CNY -5.00",
                quotas.Compare(
                    new[] { ("North", quotas.QuotaOf("North")), ("South", Measure.Revenue.Of(new Money(30m, Currency.CNY))) })["China"]
                    .Gap.Value.Money);
        }

        private static void WorkingTime()
        {
            var calendar = WorkCalendar.Weekends(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)
                .WithHolidays(DateSpan.Parse("2025-10-01/2025-10-08"))
                .WithMakeUpDays(new LocalDate(2025, 9, 28), new LocalDate(2025, 10, 11))
                .WithHours(WorkingHours.Of((new LocalTime(9, 0), new LocalTime(12, 0)), (new LocalTime(13, 0), new LocalTime(18, 0))));
            Check("18", calendar.WorkingDays(DateSpan.OfMonth(2025, 10)));
            Check("2025-10-09/..", DateSpan.From(calendar.Roll(new LocalDate(2025, 10, 4), BusinessDayConvention.Following)));
            Check(
                "2025-10-09T02:00:00Z",
                calendar.AddWorkingTime(
                    Instant.FromUtc(2025, 9, 30, 9, 0), Duration.FromHours(2), DateTimeZone.ForOffset(Offset.FromHours(8))));
            Check("21.75", calendar.AveragePaidDaysAMonth);
        }

        private static void Plans()
        {
            var li = PlanCell.Of("Li", Measure.Revenue, DateSpan.OfYear(2026));
            var plan = SalesPlan.Of(DateSpan.OfYear(2026), SalesTarget.Of(li, Measure.Revenue.Of(new Money(10m, Currency.CNY))))
                .WithBreakdowns(PlanBreakdown.Of("by quarter", li, li.WithSpan(DateSpan.OfQuarter(2026, 1))))
                .WithWeights(WeightedMeasures.Of((Measure.Revenue, Percentage.OneHundred)));
            Check("1 of 2 targets, 1 reason", plan.Check());
            var grid = li.Grid(
                new[] { DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 2) },
                products: new[] { new ProductId("pump"), new ProductId("valve"), new ProductId("seal") }).ToArray();
            Check("1 of 8 targets, 7 reasons", plan.WithRequiredCells(grid).Check());
            var forPerson = SalesPlan.Of(
                DateSpan.OfYear(2026),
                SalesTarget.Of(
                    PlanCell.Of(new SalespersonId("Li"), Measure.Revenue, DateSpan.OfYear(2026)),
                    Measure.Revenue.Of(new Money(10m, Currency.CNY))));
            var against = forPerson.Against(
                ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced), Crediting.BySalesperson, Array.Empty<SalesLine>());
            Check("0%", against.Attainments.Of(forPerson.Targets[0].Cell).Rate);
            var rule = NewCustomerRule.Of(1, Measure.Revenue.Of(new Money(10m, Currency.CNY)), 90, 24)
                .WithCountedOn(NewCustomerDate.BecameValid);
            var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7m, new LocalDate(2026, 1, 1)));
            Check(
                "True",
                rule.WithRates(rates, Rounding.Commercial).ToString()
                    .EndsWith("; converted, rounded " + Rounding.Commercial, StringComparison.Ordinal));
            Check(
                "2026-01-01/2026-12-31: 0 valid new customers of 0 accounts",
                rule.Evaluate(
                    DateSpan.OfYear(2026), DateSpan.Until(new LocalDate(2026, 12, 31)), Array.Empty<SalesLine>(),
                    (new CustomerId("B"), new CustomerId("A"))));
        }

        private static void TheRange()
        {
            var mix = SalesMix.Of(
                ("pumps", Measure.Revenue.Of(new Money(440m, Currency.CNY))), ("hoses", Measure.Revenue.Of(new Money(560m, Currency.CNY))));
            var plan = RangePlan.Of(Measure.Revenue, RangeTarget.Around("pumps", Percentage.FromPercent(50m), 5m));
            Check("pumps 50%, from 45% to 55%: CNY 440.00, 44%; Below", plan.Review(mix).Lines[0]);
            Check("44%", mix.ShareOf("pumps"));
            var rule = NewProductRule.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced), 12);
            var sales = rule.Evaluate(
                DateSpan.OfYear(2026), new[] { (new ProductId("X"), new LocalDate(2026, 3, 15)) }, Array.Empty<SalesLine>());
            Check("X: CNY 0.00, ?; 0 buyers, 0 with 2 orders or more", sales.Products[0]);
        }

        private static void QuotasInTime()
        {
            var months = PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month);
            var quota = Phasing.Even(months).Split(Measure.Revenue.Of(new Money(12000000m, Currency.CNY)), Rounding.Commercial);
            var june = new LocalDate(2026, 6, 30);
            Check("revenue, without tax: CNY 6000000.00", quota.QuotaToDate(june));
            var rolled = ShortfallPolicy.NextPeriod.Evaluate(
                Measure.Revenue.Of(new Money(4400000m, Currency.CNY)), quota, june, Rounding.Commercial);
            Check("Added CNY 1600000.00 after 2026-06-30, CNY 7600000.00 to come", rolled);
            var next = ShortfallPolicy.Spread.Evaluate(
                Measure.Revenue.Of(new Money(6500000m, Currency.CNY)), rolled, new LocalDate(2026, 7, 31), Rounding.Commercial);
            Check("Added CNY 500000.00 after 2026-07-31, CNY 5500000.00 to come", next);
            Check("2026-06-30/..", DateSpan.From(next.Before.AsOf));
            Check(
                "2026-01-01/2026-01-31: 17 of 31 CNY 548387.10",
                Proration.ByDays.Of(quota, DateSpan.From(new LocalDate(2026, 1, 15)), Rounding.Commercial).Parts[0]);
            Check("True", quota.Explain(1).IsVerified);

            var ledger = QuotaLedger.Of(june, DateSpan.OfYear(2026), ("Li", quota[0]), ("Wang", quota[1]))
                .Record(QuotaChange.Transfer(new DocumentId("Q-1"), june, june, "Li", "Wang", quota[0], new Reason("account-moved")));
            Check("1", ledger.Merge(ledger.Record(ledger.Changes)).Changes.Count);
            Check(
                "CNY 6000000.00",
                Proration.ByDays.Of(
                    quota, new[] { DateSpan.OfQuarter(2026, 1), DateSpan.OfQuarter(2026, 4) }, Rounding.Commercial).Relief.Value);
            Check("Wang on 2026-12-31: CNY 2000000.00", ledger.BalanceOf("Wang", new LocalDate(2026, 12, 31), june));
            var wang = ledger.BalanceOf("Wang", new LocalDate(2026, 12, 31), june)
                .Phase(quota.Phasing.Split(quota[1], Rounding.Commercial));
            Check("revenue, without tax: CNY 14000000.00", (quota + wang).Total);
            Check("Li CNY 700000.00, Wang CNY 300000.00, vacant CNY 0.00", Proration.ByDays.Split(
                quota[0], DateSpan.OfQuarter(2026, 1), Rounding.Commercial,
                ("Li", DateSpan.Always, Percentage.FromPercent(70)), ("Wang", DateSpan.Always, Percentage.FromPercent(30))));
            var joined = ledger.Record(
                QuotaChange.Admission(new DocumentId("Q-2"), june, new LocalDate(2026, 7, 1), "Chen", quota[0], new Reason("new-hire")));
            Check("Chen on 2026-12-31: CNY 1000000.00", joined.BalanceOf("Chen", new LocalDate(2026, 12, 31), june));
        }

        private static void SalesForceAtADay()
        {
            var day = new LocalDate(2026, 4, 1);
            var force = SalesForce.Of(
                Hierarchy.Of((new PositionId("E1"), new PositionId("East")), (new PositionId("East"), new PositionId("Head"))),
                Assignments.Of(
                    (new PositionId("E1"), new SalespersonId("Li"), DateSpan.Always),
                    (new PositionId("Head"), new SalespersonId("He"), DateSpan.Always)),
                Assignments.Of((new TerritoryId("T-1"), new PositionId("E1"), DateSpan.Always)));
            Check("Head (He), past East", force.ManagersOf(new SalespersonId("Li"), day)[0]);
            Check(
                "E1, 2026-04-01/..: Wu 100%",
                force.People.Move(new PositionId("E1"), new SalespersonId("Wu"), day)
                    .Coverage(new PositionId("E1"), DateSpan.From(day))[0]);
            Throws<ArgumentException>(() => force.Positions.Move(new PositionId("Head"), new PositionId("E1"), day));
            Check("open", TerritoryMap.InOrder(TerritoryBasis.Account, TerritoryBasis.Area).Resolve(default(ScopeSubject), null, day));
            var keyAccounts = Scope.Everything.Only(new ChannelId("KA"));
            var map = TerritoryMap.InOrder(TerritoryBasis.Area).With(
                TerritoryRule.Of(new AreaId("Shanghai"), new TerritoryId("T-1"), DateSpan.Always),
                TerritoryRule.Of(new AreaId("Shanghai"), new TerritoryId("T-2"), DateSpan.Always).Within(keyAccounts));
            Check(
                "area Shanghai (only channels KA) to T-2: ../..",
                map.Resolve(default(ScopeSubject).With(new ChannelId("KA")), new AreaId("Shanghai"), day));
            Check("Head (He): 1 people, 1 positions, 1 vacant\n", force.SpanOfControl(day).AtLevel(1));
            var posts = Staffing.ByNumber(
                new List<(string, int, DateSpan)> { ("East", 2, DateSpan.Always) },
                new List<(string, DateSpan)> { ("East", DateSpan.Always) });
            Check("East: 1 of 2, 1 vacant\n", posts.On(day));
        }

        private static void Watching()
        {
            var quota = Measure.Revenue.Of(new Money(1200000m, Currency.CNY));
            var elapsed = ElapsedTime.ByWorkingDays(
                WorkCalendar.Weekends(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday), DateSpan.OfMonth(2026, 4), new LocalDate(2026, 4, 15));
            var pace = Pace.Of(quota * 0.45m, quota, elapsed);
            Check("CNY 60000.00", pace.NeededPerDay.Value.Money);
            Check("CNY 1080000.00", pace.RunRateProjection.Value.Money);
            Check("amber", StatusBands.GreenAmberRed.At(-5m));

            var subject = AlertSubject.Of(new SalespersonId("Li"), Measure.Revenue, DateSpan.OfQuarter(2026, 1));
            var ledger = AlertLedger.Empty<SalespersonId>().Record(AlertEntry.Raised(subject, new LocalDate(2026, 1, 30), "red"));
            Check("1", ledger.OpenOn(new LocalDate(2026, 1, 31)).Count);
        }

        private static void Attaining()
        {
            Func<decimal, Measured> revenue = amount => Measure.Revenue.Of(new Money(amount, Currency.CNY));
            var elapsed = ElapsedTime.ByDays(DateSpan.OfMonth(2026, 4), new LocalDate(2026, 4, 15));
            var attainment = Attainment.Of(revenue(45m), revenue(100m)).WithQuotaToDate(revenue(36m)).WithElapsed(elapsed);
            Check("-5", attainment.PointsAheadOfTime.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
            Check("125%", attainment.RateToDate.Value);
            Check(
                "10 of 20 days held of 2026-04-01/2026-04-30",
                elapsed.Within(new[] { DateSpan.Until(new LocalDate(2026, 4, 10)), DateSpan.From(new LocalDate(2026, 4, 21)) }));
            Check("attainment.zero-quota", Attainment.Of(revenue(45m), revenue(0m)).Reasons[0]);
            var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).WithReturns(ReturnRule.OwnerOfOriginal);
            Check(
                "revenue, without tax: CNY 0.00 of 0 facts",
                rule.Evaluate(DateSpan.OfYear(2026), Crediting.BySalesperson, Array.Empty<SalesLine>()).Total);
            var composite = CompositeRule.Of(
                MissingMeasure.CountAsZero, CompositeComponent.Of("revenue", Percentage.OneHundred).WithCap(Percentage.FromPercent(40)));
            Check("40%", composite.Evaluate(("revenue", attainment)).Value.Value);
            var deal = new DocumentId("SO-17");
            var rules = CreditRules.Of(Crediting.BySalesperson)
                .WithSplits((deal, CreditSplit.Evenly(Apportionment.InUnitsOf(0.01m), new SalespersonId("a"), new SalespersonId("b"))));
            Check("a 50%, b 50%", rules.SplitOf(deal));
            Check("0", rules.Credit(Array.Empty<SalesLine>()).Credits.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            EarnParts();
        }

        private static void EarnParts()
        {
            var schedule = EarningSchedule.Of(
                Rounding.Commercial, (Stage.Ordered, Percentage.FromPercent(50)), (Stage.Collected, Percentage.FromPercent(50)));
            var progress = DealProgress.Unstated.With(Stage.Ordered, Percentage.OneHundred)
                .With(Stage.Collected, Percentage.FromPercent(50));
            Check("CNY 750.00", schedule.Earned(new Money(1000m, Currency.CNY), progress).ToDate);
            var measure = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY)).WithoutTax(Percentage.FromPercent(13));
            Check("collections, without tax: CNY 0.00 of 0 credits", measure.Sum(Array.Empty<SalesCredit>()));
        }

        private static void CostsOfFunds()
        {
            var receipt = new CollectionLineBuilder
            {
                Document = new DocumentId("RC-3"),
                Line = 1,
                Date = new LocalDate(2026, 3, 31),
                Customer = new CustomerId("D"),
                Amount = new Money(33900m, Currency.CNY),
                DueDate = new LocalDate(2026, 1, 15),
            };
            var late = new[] { SalesCredit.Of(receipt.Build(), Percentage.OneHundred, CreditKind.Direct, "own") };
            var funds = CostOfFunds.Of(Percentage.FromPercent(6), DayCountBasis.Actual360, Rounding.Commercial);
            Check("CNY 423.75 for CNY 33900.00, 75 days late", funds.Charge(late[0]));

            var measure = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY)).WithoutTax(Percentage.FromPercent(13));
            var plan = CommissionPlan.Of(
                "Collections 2026", Currency.CNY, Rounding.Commercial,
                CommissionComponent.Cumulative("collections", measure, CommissionRate.Flat(Percentage.FromPercent(2))))
                .WithCostOfFunds(funds, Percentage.FromPercent(50));
            var quarter = DateSpan.OfQuarter(2026, 1);
            var earned = plan.Evaluate(
                quarter, CommissionTerms.None, plan.Sum(quarter, late).WithCharges(funds.Charges(late)));
            Check("CNY 300.00", earned.Earned);
            Check("cost of funds: CNY 300.00", earned.CostOfFunds);
        }

        private static void CommissionPlans()
        {
            var pay = TargetPay.Of(
                new Money(200000m, Currency.CNY), Percentage.FromPercent(60), ("revenue", Percentage.FromPercent(70)),
                ("launch", Percentage.FromPercent(30)));
            Check("CNY 200000.00: base pay CNY 120000.00, target incentive CNY 80000.00", pay);
            var plan = CommissionPlan.Of(
                "Reps 2026", Currency.CNY, Rounding.Commercial,
                CommissionComponent.Cumulative(
                    "revenue", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)),
                    CommissionRate.Flat(Percentage.FromPercent(5))),
                CommissionComponent.OfGoal("launch", CommissionRate.Score("launch score")));
            var terms = CommissionTerms.None.WithQuota("revenue", Measure.Revenue.Of(new Money(1120000m, Currency.CNY))).WithTargets(pay);
            var earned = plan.Evaluate(
                DateSpan.OfYear(2026), terms,
                CommissionFigures.None.With("revenue", terms.QuotaOf("revenue")).WithFigure("launch score", Percentage.FromPercent(90)));
            Check("5%", terms.EffectiveRateOf("revenue"));
            Check("CNY 77600.00", earned.Earned);
            var cost = CommissionCost.Of(new Money(1120000m, Currency.CNY), new[] { ("Lin", earned) });
            Check("CNY 77600.00", cost.OfPayee("Lin"));
            Check("CNY 2400.00", CommissionComparison.Of(
                earned, plan.Evaluate(
                    DateSpan.OfYear(2026), terms,
                    CommissionFigures.None.With("revenue", terms.QuotaOf("revenue"))
                        .WithFigure("launch score", Percentage.OneHundred))).Difference);
        }

        private static void CommissionAccounts()
        {
            Func<decimal, Money> money = amount => new Money(amount, Currency.CNY);
            var rules = PayoutRules.Of(Rounding.Commercial).WithDraw(DrawRule.Recoverable(money(1000m))).WithClawBack(ClawBackRule.Full);
            var january = DateSpan.OfMonth(2026, 1);
            var line = new LineId(new DocumentId("SO-1"), 1);
            var earning = CommissionEarning.Of("Reps 2026", "revenue", january, money(400m)).With(line, new LocalDate(2026, 1, 5))
                .WithBase(Measure.Revenue.Of(money(4000m)));
            var account = CommissionAccount.In(Currency.CNY)
                .Settle(new[] { earning }, PayoutRun.Of(january, new LocalDate(2026, 2, 10)), rules).Account
                .Close(january, new LocalDate(2026, 2, 15));
            Check("CNY 600.00", account.Balances.DrawOwed);
            var returned = CommissionEvent.Return(
                new LineId(new DocumentId("CN-1"), 1), line, new LocalDate(2026, 1, 5), new LocalDate(2026, 2, 20),
                Measure.Revenue.Of(money(1000m)));
            var run = PayoutRun.Of(DateSpan.OfMonth(2026, 2), new LocalDate(2026, 3, 10)).With(returned);
            var settled = account.Settle(Array.Empty<CommissionEarning>(), run, rules);
            Check("CNY -100.00", settled.ClawedBack);
            Check("CNY 100.00", settled.Statement().Closing.Debit);

            var batch = PayoutBatch.Of(
                    PayoutRun.Of(january, new LocalDate(2026, 2, 10)), PayoutRules.Of(Rounding.Commercial), new[] { ("Lin", earning) })
                .WithRules(("Lin", rules));
            var everybody = CommissionLedger.In<string>(Currency.CNY).Settle(batch);
            Check("CNY 1000.00", everybody.Paid);
            Check("CNY 600.00", everybody.Total(CommissionEntryKind.DrawAdvanced));
        }

        private static void Check(string expected, object actual)
        {
            var text = actual is IFormattable ? ((IFormattable)actual).ToString(null, System.Globalization.CultureInfo.InvariantCulture)
                : actual.ToString();
            if (text == expected)
                return;

            s_failures++;
            Console.Error.WriteLine("expected " + expected + ", got " + text);
        }

        private static void Throws<TException>(Func<object> action)
            where TException : Exception
        {
            try
            {
                action();
            }
            catch (TException)
            {
                return;
            }

            s_failures++;
            Console.Error.WriteLine("expected a " + typeof(TException).Name);
        }
    }
}
