using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Docs;

public static class CommissionSnippets
{
    public static void FromSaleToPay()
    {
        #region FromSaleToPay
        var quarter = DateSpan.OfQuarter(2026, 1);
        var accounts = Assignments.Of(
            Assignment.Of(new CustomerId("D"), "Lin", DateSpan.Always), Assignment.Of(new CustomerId("E"), "Wu", DateSpan.Always));
        SalesCredits<string> credits = CreditRules.Of(Crediting.ByCustomer.Through(accounts)).Credit(
        [
            Line("INV-1", new LocalDate(2026, 1, 20), "D", 80_000m), Line("INV-2", new LocalDate(2026, 3, 4), "D", 40_000m),
            Line("INV-3", new LocalDate(2026, 3, 9), "E", 30_000m),
        ]);

        var invoiced = CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced));
        var rates = AttainmentRate.From((Percentage.Zero, Percentage.FromPercent(3)), (Percentage.OneHundred, Percentage.FromPercent(5)));
        var plan = CommissionPlan.Of(
            "Reps 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative("revenue", invoiced, CommissionRate.Graduated(rates))
                .AgainstQuota(ZeroQuotaPolicy.PayNothing));

        CommissionTerms terms = CommissionTerms.None.WithQuota("revenue", Measure.Revenue.Of(new Money(100_000m, Currency.CNY)));
        CommissionResult earned = plan.Evaluate(quarter, terms, plan.Sum(quarter, credits.Of("Lin")));
        Console.WriteLine(earned.Earned);                    // CNY 4000.00
        Console.WriteLine(earned.Of("revenue").Attainment);  // 120%
        foreach (CreditCommission each in earned.Of("revenue").Credits)
        {
            Console.WriteLine(each.Credit.Line + " " + each.Earned);
            // INV-1/1 CNY 2400.00
            // INV-2/1 CNY 1600.00
        }

        CommissionSettlement settled = CommissionAccount.In(Currency.CNY).Settle(
            earned.ToEarnings(byCredit: true), PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)),
            PayoutRules.Of(Rounding.Commercial));
        Console.WriteLine(settled.Paid);  // CNY 4000.00
        #endregion
    }

    public static void CapWithoutKnowing()
    {
        #region CapWithoutKnowing
        var plan = CommissionPlan.Of(
                "Reps 2026", Currency.CNY, Rounding.Commercial,
                CommissionComponent.OfGiven("revenue", Measure.Revenue, CommissionRate.Flat(Percentage.FromPercent(1))),
                CommissionComponent.OfGiven("margin", Measure.Margin, CommissionRate.Flat(Percentage.FromPercent(10))))
            .WithCap(new Money(1_000m, Currency.CNY));

        // In January the margin gave 400. In February a line has no cost.
        CommissionResult february = plan.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None,
            CommissionFigures.None.With("revenue", Measure.Revenue.Of(new Money(90_000m, Currency.CNY))).With("margin", null)
                .WithStanding("margin", new Money(400m, Currency.CNY)));
        Console.WriteLine(february.Earned);  // CNY 600.00
        foreach (Reason reason in february.Reasons)
        {
            Console.WriteLine(reason);
            // commission.share-of-cap (component revenue, before CNY 900.00, earned CNY 600.00)
            // commission.unknown-figures (component margin)
            // commission.plan-capped (sum CNY 900.00, cap CNY 1000.00)
            // commission.cap-without (component margin, standing CNY 400.00)
        }
        #endregion
    }

    public static void TheRateAndTheBase()
    {
        #region TheRateAndTheBase
        Measured Booked(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        Measured Collected(decimal amount) => Measure.Collections.On(TaxBasis.WithoutTax).Of(new Money(amount, Currency.CNY));
        var rates = AttainmentRate.From((Percentage.Zero, Percentage.FromPercent(3)), (Percentage.OneHundred, Percentage.FromPercent(6)));

        var plan = CommissionPlan.Of(
            "Reps 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent
                .Cumulative(
                    "revenue",
                    CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY)).WithoutTax(Percentage.FromPercent(13)),
                    CommissionRate.Graduated(rates))
                .RatedBy(CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)))
                .AgainstQuota(ZeroQuotaPolicy.PayNothing)
                .ModifiedBy(CommissionModifier.GateUpTo("average discount", Percentage.FromPercent(5))));

        CommissionResult result = plan.Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None.WithQuota("revenue", Booked(100_000m)),
            CommissionFigures.None.With("revenue", Booked(120_000m), Collected(60_000m))
                .WithFigure("average discount", Percentage.FromPercent(4)));

        Console.Write(result.Of("revenue").Explain());
        // revenue: CNY 2100.00  [round minor-unit half-away]
        //   after average discount: CNY 2100.00  [product]
        //     at the rate: CNY 2100.00  [product]
        //       base: CNY 60000.00  [fact]
        //       blended rate: 0.035  [ratio]
        //         on the level: CNY 4200.00  [graduated from 0%: 3%, from 100%: 6%]
        //           · CNY 100000.00 at 3% = CNY 3000.00
        //           · CNY 20000.00 at 6% = CNY 1200.00
        //           level: CNY 120000.00  [fact]
        //           quota: CNY 100000.00  [fact]
        //         level: CNY 120000.00  [fact]
        //     factor: 100%  [look-up up to 5%: 100%, above: 0%]
        //       average discount: 4%  [fact]
        #endregion
    }

    public static void PayOnTarget()
    {
        #region PayOnTarget
        var year = DateSpan.OfYear(2026);
        var quarter = DateSpan.OfQuarter(2026, 1);
        var months = Proration.ByMonths(FiscalCalendar.CalendarYear, 15);

        // 200,000 a year, 60/40, and 70/30 between two components.
        var pay = TargetPay.Of(
            new Money(200_000m, Currency.CNY), Percentage.FromPercent(60),
            ("revenue", Percentage.FromPercent(70)), ("launch", Percentage.FromPercent(30)));
        Console.WriteLine(pay);                      // CNY 200000.00: base pay CNY 120000.00, target incentive CNY 80000.00
        Console.WriteLine(pay.TargetOf("revenue"));  // CNY 56000.00

        CommissionTerms terms = CommissionTerms.None
            .WithQuota("revenue", Measure.Revenue.Of(new Money(280_000m, Currency.CNY)))
            .WithTargets(pay.Prorated(months, year, quarter, Rounding.Commercial));
        Console.WriteLine(terms.TargetOf("revenue"));         // CNY 14000.00
        Console.WriteLine(terms.EffectiveRateOf("revenue"));  // 5%

        // Hired on 2 March, and away from 10 to 19 March: quota and targets in one call, by days.
        CommissionTerms joiner = terms.Prorated(
            Proration.ByDays, quarter,
            [
                new DateSpan(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 9)),
                new DateSpan(new LocalDate(2026, 3, 20), new LocalDate(2026, 3, 31)),
            ],
            quotas: Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero), targets: Rounding.Commercial);
        Console.WriteLine(joiner.QuotaOf("revenue")!.Value.Money);  // CNY 62222.00
        Console.WriteLine(joiner.TargetOf("revenue"));             // CNY 3111.12
        #endregion
    }

    public static void WhatIf()
    {
        var credits = new List<SalesCredit> { Own("INV-1", new LocalDate(2026, 3, 2), 95_000m) };
        #region WhatIf
        var quarter = DateSpan.OfQuarter(2026, 1);
        CommissionPlan plan = Reps("Reps 2026", (0m, 3m), (100m, 5m), (120m, 9m)).WithCap(new Money(4_500m, Currency.CNY));
        Measured Sold(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        CommissionTerms terms = CommissionTerms.None.WithQuota("revenue", Sold(100_000m));
        CommissionResult now = plan.Evaluate(quarter, terms, plan.Sum(quarter, credits));

        // The payout curve: even steps, and every bound met exactly.
        foreach (CommissionResult at in now.PayoutPoints("revenue", every: Sold(50_000m), upTo: Sold(150_000m)))
        {
            Console.WriteLine(at.Of("revenue").Level!.Value.Money + " pays " + at.Earned);
            // CNY 0.00 pays CNY 0.00
            // CNY 50000.00 pays CNY 1500.00
            // CNY 100000.00 pays CNY 3000.00
            // CNY 120000.00 pays CNY 4000.00
            // CNY 150000.00 pays CNY 4500.00
        }

        // A deal of 10,000: with it and without it, in this quarter and in the next.
        var next = DateSpan.OfQuarter(2026, 2);
        CommissionResult later = plan.Evaluate(next, terms, plan.Sum(next, []));
        SalesCredit inMarch = Own("INV-2", new LocalDate(2026, 3, 30), 10_000m);
        SalesCredit inApril = Own("INV-2", new LocalDate(2026, 4, 2), 10_000m);
        Console.WriteLine(CommissionComparison.Of(now, now.WithCredits([inMarch])));      // CNY 400.00 (CNY 2850.00 to CNY 3250.00)
        Console.WriteLine(CommissionComparison.Of(later, later.WithCredits([inApril])));  // CNY 300.00 (CNY 0.00 to CNY 300.00)
        #endregion
    }

    public static void CostOfAPlan()
    {
        #region CostOfAPlan
        var quarter = DateSpan.OfQuarter(2026, 1);
        Measured Sold(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        (string Payee, decimal Sold)[] team = [("Lin", 130_000m), ("Wu", 70_000m)];
        CommissionCost<string> Cost(CommissionPlan plan) => CommissionCost.Of(
            new Money(200_000m, Currency.CNY),
            team.Select(each => (
                each.Payee,
                plan.Evaluate(
                    quarter, CommissionTerms.None.WithQuota("revenue", Sold(100_000m)),
                    CommissionFigures.None.With("revenue", Sold(each.Sold))))));

        CommissionCost<string> inForce = Cost(Reps("Reps 2026", (0m, 4m)));
        CommissionCost<string> proposed = Cost(Reps("Reps 2027", (0m, 3m), (100m, 5m), (120m, 9m)));
        Console.WriteLine(inForce);   // CNY 8000.00 of CNY 200000.00 sold (4%)
        Console.WriteLine(proposed);  // CNY 7000.00 of CNY 200000.00 sold (3.5%)
        foreach (PayeeDifference<string> each in inForce.ComparedWith(proposed))
        {
            Console.WriteLine(each);
            // Lin: CNY 5200.00 to CNY 4900.00
            // Wu: CNY 2800.00 to CNY 2100.00
        }
        #endregion
    }

    public static void TeamPool()
    {
        #region TeamPool
        Measured teamSold = Measure.Revenue.Of(new Money(333_333.33m, Currency.CNY));
        CommissionResult earned = Reps("Team pool 2026", (0m, 3m)).Evaluate(
            DateSpan.OfQuarter(2026, 1),
            CommissionTerms.None.WithQuota("revenue", Measure.Revenue.Of(new Money(300_000m, Currency.CNY))),
            CommissionFigures.None.With("revenue", teamSold));

        // Role share × days present.
        var pool = CommissionPool.Of("team pool", earned, ("Lin", 3m * 90), ("Wu", 2m * 90), ("Gao", 1m * 30));
        Console.WriteLine(pool);                         // CNY 10000.00: Lin CNY 5625.00, Wu CNY 3750.00, Gao CNY 625.00
        Console.WriteLine(pool.EarningOf("Wu").Amount);  // CNY 3750.00
        #endregion
    }

    public static void Contest()
    {
        #region Contest
        var pieces = ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced).Within(Scope.Everything.Only(new ProductId("P-9")));
        var plan = CommissionPlan.Of(
            "Spring contest", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "contest",
                CommissionMeasure.Of(pieces).During(new DateSpan(new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 20))),
                CommissionRate.PerUnit(new Money(20m, Currency.CNY))));
        #endregion
        _ = plan;
    }

    public static void Reviewed()
    {
        #region Reviewed
        var review = WindfallReview.None
            .WithAttainment(Percentage.FromPercent(200)).WithDealOfQuota(Percentage.FromPercent(50));
        Measured Sold(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        CommissionResult result = Reps("Reps 2026", (0m, 3m), (100m, 5m)).Evaluate(
            DateSpan.OfQuarter(2026, 1), CommissionTerms.None.WithQuota("revenue", Sold(100_000m)),
            CommissionFigures.None.With("revenue", Sold(412_000m)));
        foreach (Reason reason in review.Review(result))
        {
            Console.WriteLine(reason);
            // windfall.attainment (component revenue, level CNY 412000.00, quota CNY 100000.00, limit 200%)
        }
        #endregion
    }

    public static void PlanInWords()
    {
        #region PlanInWords
        CommissionTerms terms = CommissionTerms.None.WithQuota("revenue", Measure.Revenue.Of(new Money(100_000m, Currency.CNY)));
        foreach (string line in Reps("Reps 2026", (0m, 3m), (100m, 5m)).Describe(terms))
        {
            Console.WriteLine(line);
            // Reps 2026. All amounts are in CNY.
            // revenue: you are paid on your own sales: revenue, without tax, when invoiced, over the period to date.
            //   Each part at its own rate, from 0% of quota: 3%, from 100% of quota (CNY 100000.00): 5%.
            //   Your quota is CNY 100000.00; a quota of zero pays nothing.
            // What a component pays is rounded once, at the end: minor-unit half-away.
        }
        #endregion
    }

    public static void LockedAccelerator()
    {
        #region LockedAccelerator
        var invoiced = CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced));
        var extra = AttainmentRate.From((Percentage.Zero, Percentage.Zero), (Percentage.OneHundred, Percentage.FromPercent(2)));
        var plan = CommissionPlan.Of(
            "Reps 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative("base", invoiced, CommissionRate.Flat(Percentage.FromPercent(3))),
            CommissionComponent.Cumulative("accelerator", invoiced, CommissionRate.Graduated(extra))
                .AgainstQuota(ZeroQuotaPolicy.PayNothing)
                .ModifiedBy(CommissionModifier.GateFrom("attainment of the year to date", Percentage.OneHundred)));
        #endregion
        _ = plan;
    }

    public static void VersionInForce()
    {
        #region VersionInForce
        var quarter = DateSpan.OfQuarter(2026, 1);
        Revisions<CommissionPlan> published = Revisions.Empty<CommissionPlan>()
            .Record(new LocalDate(2025, 12, 1), DateSpan.From(new LocalDate(2026, 1, 1)), Reps("Reps 2026", (0m, 3m)).WithVersion("1"))
            .Record(new LocalDate(2026, 3, 20), DateSpan.From(new LocalDate(2026, 4, 1)), Reps("Reps 2026", (0m, 4m)).WithVersion("2"));

        // Version 2 holds for sales from April on: the first quarter is paid by version 1, whenever it is computed.
        CommissionPlan plan = published.At(quarter.End!.Value, knownOn: new LocalDate(2026, 5, 10));
        Console.WriteLine(plan.Name + ", version " + plan.Version);  // Reps 2026, version 1

        // A retroactive version is one that is published with an earlier first day.
        published = published.Record(
            new LocalDate(2026, 5, 4), DateSpan.From(new LocalDate(2026, 1, 1)), Reps("Reps 2026", (0m, 4m)).WithVersion("3"));
        Console.WriteLine(published.At(quarter.End!.Value, knownOn: new LocalDate(2026, 5, 3)).Version);  // 1
        Console.WriteLine(published.At(quarter.End!.Value, knownOn: new LocalDate(2026, 5, 4)).Version);  // 3
        #endregion
    }

    private static CommissionPlan Reps(string name, params (decimal From, decimal Percent)[] rates) => CommissionPlan.Of(
        name, Currency.CNY, Rounding.Commercial,
        CommissionComponent.Cumulative(
                "revenue", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)),
                CommissionRate.Graduated(AttainmentRate.From(Array.ConvertAll(
                    rates, each => (Percentage.FromPercent(each.From), Percentage.FromPercent(each.Percent))))))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing));

    private static SalesCredit Own(string document, LocalDate date, decimal amount) =>
        SalesCredit.Of(Line(document, date, "D", amount), Percentage.OneHundred, CreditKind.Direct, "own");

    private static SalesLine Line(string document, LocalDate date, string customer, decimal amount) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId(document),
        Line = 1,
        Date = date,
        Customer = new CustomerId(customer),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1m),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
    }.Build();
}
