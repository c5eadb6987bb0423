using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Docs;

public static class CommissionBaseSnippets
{
    public static void PaidLateCountsLess()
    {
        #region PaidLateCountsLess
        var lateness = StepSchedule.UpTo(
                (0, Percentage.OneHundred), (30, Percentage.FromPercent(90)),
                (60, Percentage.FromPercent(70)), (90, Percentage.FromPercent(50)))
            .ThenAbove(Percentage.Zero);
        CommissionMeasure collected = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY))
            .WithLateness(lateness)
            .WithoutTax(Percentage.FromPercent(13));

        SalesCredit[] march =
        [
            Receipt("RC-1", 113_000m, daysLate: 0), Receipt("RC-2", 56_500m, daysLate: 25),
            Receipt("RC-3", 33_900m, daysLate: 75), Receipt("RC-4", 22_600m, daysLate: 120),
        ];

        CreditSum sum = collected.Sum(march);
        Console.WriteLine(sum);                                               // collections, without tax: CNY 160000.00 of 4 credits
        Console.WriteLine(sum.Value!.Value.Money * Percentage.FromPercent(2));  // CNY 3200.00
        Console.Write(collected.Of(march[2]).Explain());
        // counted: CNY 15000.00  [ratio]
        //   with tax: CNY 16950.00  [product]
        //     share credited: 100%  [fact]
        //     by days late: CNY 16950.00  [product]
        //       received: CNY 33900.00  [fact]
        //       factor: 50%  [look-up up to 0: 100%, up to 30: 90%, up to 60: 70%, up to 90: 50%, above: 0%]
        //         days late: 75  [difference]
        //           paid on: 2026-03-31  [fact]
        //           due date: 2026-01-15  [fact]
        //   with tax, of what is without: 113%  [sum]
        //     whole: 100%  [by the rule]
        //     rate of tax: 13%  [by the rule]
        #endregion
    }

    public static void TheChequeComesBack()
    {
        var lateness = StepSchedule.UpTo((0, Percentage.OneHundred), (30, Percentage.FromPercent(90))).ThenAbove(Percentage.Zero);
        CommissionMeasure collected = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY)).WithLateness(lateness);

        #region TheChequeComesBack
        SalesCredit cheque = Receipt("RC-2", 56_500m, daysLate: 25);

        CollectionLineBuilder returned = cheque.Receipt!.ToBuilder();
        returned.Document = new DocumentId("RC-9");
        returned.Date = cheque.Date.PlusDays(40);
        returned.Amount = new Money(-56_500m, Currency.CNY);
        returned.Original = cheque.Line;
        SalesCredit back = SalesCredit.Of(returned.Build(), Percentage.OneHundred, CreditKind.Direct, "own");

        Console.WriteLine(collected.Of(back).Reasons[0]);                                  // commission.no-original (line RC-9/1)
        Console.WriteLine(collected.Of(back.Following(cheque.Receipt)).Value?.Money);      // CNY -50850.00
        Console.WriteLine(collected.Sum([cheque, back.Following(cheque.Receipt)]).Value?.Money);  // CNY 0.00
        #endregion
    }

    public static void CollectedByProduct()
    {
        #region CollectedByProduct
        SalesLineBuilder Billed(int line, string product, decimal net)
        {
            SalesLineBuilder invoiced = Invoiced("INV-1", net, order: "SO-1").ToBuilder();
            (invoiced.Line, invoiced.Product) = (line, new ProductId(product));
            return invoiced;
        }

        SalesLine[] invoice = [Billed(1, "pump", 2_000m).Build(), Billed(2, "seal", 1_000m).Build()];
        SalesCredits<string> credits = CreditRules.Empty<string>()
            .WithSplits((new DocumentId("SO-1"), CreditSplit.Of(("Lin", Percentage.OneHundred))))
            .WithReceipts(ReceiptCrediting.OfSale)
            .Credit(invoice, [Paid("RC-1", "INV-1", 1_000m), Paid("RC-2", "INV-1", 2_390m)]);

        ActualRule collected = ActualRule.OfCollections(Currency.CNY);
        var pump = new ProductId("pump");
        var plan = CommissionPlan.Of(
            "Collected 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "pumps", CommissionMeasure.Of(collected.Within(Scope.Everything.Only(pump))).WithoutTax(Percentage.FromPercent(13)),
                CommissionRate.Flat(Percentage.FromPercent(3))),
            CommissionComponent.Cumulative(
                "the rest", CommissionMeasure.Of(collected.Within(Scope.Everything.Except(pump))).WithoutTax(Percentage.FromPercent(13)),
                CommissionRate.Flat(Percentage.FromPercent(1))));

        var quarter = DateSpan.OfQuarter(2026, 1);
        CommissionResult result = plan.Evaluate(quarter, CommissionTerms.None, plan.Sum(quarter, credits.Of("Lin")));
        foreach (CommissionEarning earning in result.ToEarnings(byCredit: true))
        {
            Console.WriteLine(earning);
            // pumps RC-1/1 2026-01-01/2026-03-31: CNY 17.70
            // pumps RC-2/1 2026-01-01/2026-03-31: CNY 42.30
            // the rest RC-1/1 2026-01-01/2026-03-31: CNY 2.95
            // the rest RC-2/1 2026-01-01/2026-03-31: CNY 7.05
        }

        SalesCredit first = credits.Of("Lin").First(credit => credit.Receipt is not null);
        Console.WriteLine(first);  // RC-1/1 of 2026-03-31 for INV-1/1: 100% of CNY 666.67 Direct by deal SO-1
        Console.WriteLine(result.Of("pumps").Base!.Value.Money);     // CNY 2000.00
        Console.WriteLine(result.Of("the rest").Base!.Value.Money);  // CNY 1000.00
        #endregion
    }

    public static void BelowTheListPrice()
    {
        #region BelowTheListPrice
        CommissionMeasure revenue = CommissionMeasure
            .Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Except(PriceKind.Special)))
            .WithPriceCoefficient(Rounding.Commercial);

        Console.WriteLine(revenue.Of(Sale("INV-1", net: 94m, list: 100m)).Value?.Money);   // CNY 88.36
        Console.WriteLine(revenue.Of(Sale("INV-2", net: 120m, list: 100m)).Value?.Money);  // CNY 120.00
        Console.WriteLine(revenue.Of(Sale("INV-3", net: 80m, list: null)).Reasons[0]);     // commission.no-list-amount (line INV-3/1)
        #endregion
    }

    public static void PartsOfTheMargin()
    {
        #region PartsOfTheMargin
        CommissionMeasure margin = CommissionMeasure.Of(ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced));
        CommissionMeasure upTo = margin.OfMarginPart(MarginPart.UpToList, Rounding.Commercial);
        CommissionMeasure above = margin.OfMarginPart(MarginPart.AboveList, Rounding.Commercial);

        foreach (decimal price in new[] { 1_500m, 1_100m, 900m })
        {
            SalesCredit sold = Sale("INV-1", net: price, list: 1_200m, cost: 1_000m);
            Console.WriteLine(upTo.Of(sold).Value?.Money + " + " + above.Of(sold).Value?.Money);
            // CNY 200.00 + CNY 300.00
            // CNY 100.00 + CNY 0.00
            // CNY 0.00 + CNY 0.00
        }
        #endregion
    }

    public static void UnknownIsNotZero()
    {
        #region UnknownIsNotZero
        CommissionMeasure margin = CommissionMeasure.Of(ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced));
        SalesCredit[] credits = [Sale("INV-1", net: 100m, cost: 60m), Sale("INV-2", net: 50m)];

        CreditSum sum = margin.Sum(credits);
        Console.WriteLine(sum.Value is null);                                          // True
        Console.WriteLine(sum.Known.Money + ", " + sum.Reasons.Single());              // CNY 40.00, commission.no-cost (line INV-2/1)
        Console.WriteLine(margin.LeavingOutUnknown().Sum(credits).Value?.Money);       // CNY 40.00
        #endregion
    }

    public static void HalfOnOrderHalfOnCollection()
    {
        #region HalfOnOrderHalfOnCollection
        EarningSchedule schedule = EarningSchedule.Of(
            Rounding.Commercial, (Stage.Ordered, Percentage.FromPercent(50)), (Stage.Collected, Percentage.FromPercent(50)));

        SalesLine[] lines = [Ordered("SO-1", 10_000m), Invoiced("INV-1", 5_000m, order: "SO-1"), Invoiced("INV-2", 5_000m, order: "SO-1")];
        var receipts = new List<CollectionLine>();
        Money commission = new Money(1_000m, Currency.CNY);

        Money Earned() => schedule.Earned(commission, DealProgress.OfFacts(new DocumentId("SO-1"), lines, receipts)).ToDate;
        Console.WriteLine(Earned());  // CNY 500.00
        receipts.Add(Paid("RC-1", "INV-1", 5_650m));
        Console.WriteLine(Earned());  // CNY 750.00
        receipts.Add(Paid("RC-2", "INV-2", 5_650m));
        Console.WriteLine(Earned());  // CNY 1000.00
        receipts.Add(Paid("RC-3", "INV-2", -5_650m));
        Console.WriteLine(Earned());  // CNY 750.00
        #endregion
    }

    public static void LateMoneyEarnsLess()
    {
        #region LateMoneyEarnsLess
        EarningSchedule schedule = EarningSchedule
            .Of(Rounding.Commercial, (Stage.Ordered, Percentage.FromPercent(50)), (Stage.Collected, Percentage.FromPercent(50)))
            .WithLateness(
                StepSchedule.UpTo((0, Percentage.OneHundred), (30, Percentage.FromPercent(90)), (60, Percentage.FromPercent(70)))
                    .ThenAbove(Percentage.Zero));

        // Half of the money comes in time, and half 45 days late.
        SalesLine[] lines = [Ordered("SO-1", 10_000m), Invoiced("INV-1", 10_000m, order: "SO-1")];
        CollectionLine[] receipts = [Receipt("RC-1", 5_650m, daysLate: 0).Receipt!, Receipt("RC-2", 5_650m, daysLate: 45).Receipt!];

        ScheduledCommission earned = schedule.Earned(
            new Money(1_000m, Currency.CNY), DealProgress.OfFacts(new DocumentId("SO-1"), lines, receipts));
        Console.WriteLine(earned.Of(Stage.Ordered) + " + " + earned.Of(Stage.Collected));  // CNY 500.00 + CNY 425.00
        #endregion
    }

    public static void WhatALineWasPaidFor()
    {
        #region WhatALineWasPaidFor
        // An order of March at 10 %, half with the order and half with the money; half of that comes 45 days late.
        var plan = CommissionPlan.Of(
            "Orders 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
                CommissionRate.Flat(Percentage.FromPercent(10))));
        EarningSchedule schedule = EarningSchedule
            .Of(Rounding.Commercial, (Stage.Ordered, Percentage.FromPercent(50)), (Stage.Collected, Percentage.FromPercent(50)))
            .WithLateness(StepSchedule.UpTo((0, Percentage.OneHundred), (60, Percentage.FromPercent(70))).ThenAbove(Percentage.Zero));
        SalesLine order = Ordered("SO-1", 10_000m);
        var quarter = DateSpan.OfQuarter(2026, 1);
        CommissionResult locked = plan.Evaluate(
            quarter, CommissionTerms.None,
            plan.Sum(quarter, [SalesCredit.Of(order, Percentage.OneHundred, CreditKind.Direct, "own")]));
        CollectionLine[] receipts = [Receipt("RC-1", 5_650m, daysLate: 45).Receipt!];
        DealBook deals = DealBook.Of([order, Invoiced("INV-1", 10_000m, order: "SO-1")], receipts);

        CommissionEarning earning = schedule.ToEarnings(locked, deals, quarter)[0];
        Console.WriteLine(earning.Amount + " at " + earning.Rate);  // CNY 675.00 at 10%
        foreach (Reason reason in earning.Reasons)
        {
            Console.WriteLine(reason);
            // commission.earned-with (stage Ordered, from 0%, to 100%, earned CNY 500.00)
            // commission.earned-with (stage Collected, from 0%, to 35%, earned CNY 175.00)
            // commission.receipt (receipt RC-1/1, without tax CNY 5000.00, days late 45, factor 70%)
        }

        CommissionSettlement settled = CommissionAccount.In(Currency.CNY).Settle(
            [earning], PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)), PayoutRules.Of(Rounding.Commercial));
        Console.WriteLine(settled.Explain(schedule, deals, locked).Value);               // CNY 675.00
        Console.WriteLine(schedule.Explain(locked, deals, earning).IsVerified);          // True
        #endregion
    }

    public static void EarnedWhenPaid()
    {
        #region EarnedWhenPaid
        var plan = CommissionPlan.Of(
            "Orders 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
                CommissionRate.Flat(Percentage.FromPercent(10))));
        EarningSchedule schedule = EarningSchedule.Of(
            Rounding.Commercial, (Stage.Ordered, Percentage.FromPercent(50)), (Stage.Collected, Percentage.FromPercent(50)));

        // Ordered and half paid for on 31 March, and paid for in full in August.
        SalesLine order = Ordered("SO-1", 10_000m);
        var quarter = DateSpan.OfQuarter(2026, 1);
        CommissionResult locked = plan.Evaluate(
            quarter, CommissionTerms.None,
            plan.Sum(quarter, [SalesCredit.Of(order, Percentage.OneHundred, CreditKind.Direct, "own")]));

        CollectionLineBuilder later = Paid("RC-2", "INV-1", 5_650m).ToBuilder();
        later.Date = new LocalDate(2026, 8, 20);
        DealBook deals = DealBook.Of([order, Invoiced("INV-1", 10_000m, order: "SO-1")], [Paid("RC-1", "INV-1", 5_650m), later.Build()]);

        foreach (DateSpan period in new[] { quarter, DateSpan.OfQuarter(2026, 2), DateSpan.OfQuarter(2026, 3) })
        {
            foreach (CommissionEarning earning in schedule.ToEarnings(locked, deals, period))
            {
                Console.WriteLine(earning);
                // orders SO-1/1 2026-01-01/2026-03-31: CNY 750.00
                // orders SO-1/1 2026-07-01/2026-09-30: CNY 250.00
            }
        }

        // The quarter is closed with 750, and then it comes to be known that the rest was paid in March too. The first open quarter has it.
        CommissionAccount account = CommissionAccount.In(Currency.CNY)
            .Settle(
                schedule.ToEarnings(locked, deals, quarter), PayoutRun.Of(DateSpan.OfMonth(2026, 3), new LocalDate(2026, 4, 10)),
                PayoutRules.Of(Rounding.Commercial)).Account
            .Close(quarter, on: new LocalDate(2026, 4, 15));
        deals = DealBook.Of(
            [order, Invoiced("INV-1", 10_000m, order: "SO-1")], [Paid("RC-1", "INV-1", 5_650m), Paid("RC-2", "INV-1", 5_650m)]);
        var second = DateSpan.OfQuarter(2026, 2);
        Console.WriteLine(schedule.ToEarnings(locked, deals, second).Count);  // 0
        var june = PayoutRun.Of(DateSpan.OfMonth(2026, 6), new LocalDate(2026, 7, 10));
        foreach (CommissionEarning earning in schedule.ToEarnings(locked, deals, second, account, june))
            Console.WriteLine(earning);  // orders SO-1/1 2026-04-01/2026-06-30: CNY 250.00
        #endregion
    }

    public static void ProgressThatIsStated()
    {
        #region ProgressThatIsStated
        EarningSchedule schedule = EarningSchedule
            .Of(Rounding.Commercial, (Stage.Invoiced, Percentage.FromPercent(30)), (Stage.Collected, Percentage.FromPercent(70)))
            .With(Stage.Collected, EarningPace.WhenDealComplete);
        DealProgress progress = DealProgress.Unstated
            .With(Stage.Invoiced, Percentage.FromPercent(60))
            .With(
                Stage.Collected, Measure.Collections.Of(new Money(5_000m, Currency.CNY)),
                Measure.Collections.Of(new Money(11_300m, Currency.CNY)));

        ScheduledCommission earned = schedule.Earned(new Money(1_000m, Currency.CNY), progress);
        Console.WriteLine(earned.ToDate);               // CNY 180.00
        Console.WriteLine(earned.Of(Stage.Collected));  // CNY 0.00
        Console.Write(schedule.With(Stage.Collected, EarningPace.InProportion).Earned(earned.Commission, progress).ToDate);  // CNY 489.73
        #endregion
    }

    public static void WhatLateMoneyCosts()
    {
        #region WhatLateMoneyCosts
        CostOfFunds rule = CostOfFunds.Of(Percentage.FromPercent(6), DayCountBasis.Actual360, Rounding.Commercial);

        FundsCharge charge = rule.Charge(Receipt("RC-3", 33_900m, daysLate: 75));
        Console.WriteLine(charge);  // CNY 423.75 for CNY 33900.00, 75 days late
        Console.Write(charge.Explain());
        // cost of funds, rounded: CNY 423.75  [round minor-unit half-away]
        //   cost of funds: CNY 423.75  [ratio]
        //     for the days of one year: CNY 152550.00  [product]
        //       paid late: CNY 33900.00  [fact]
        //       share credited: 100%  [fact]
        //       days late: 75  [max]
        //         in time: 0  [by the rule]
        //         days from the due date: 75  [difference]
        //           paid on: 2026-03-31  [fact]
        //           due date: 2026-01-15  [fact]
        //       rate a year: 6%  [by the rule]
        //     days of the year: 360  [by the rule]
        #endregion
    }

    public static void CostOfFundsInThePay()
    {
        #region CostOfFundsInThePay
        CostOfFunds funds = CostOfFunds.Of(Percentage.FromPercent(6), DayCountBasis.Actual360, Rounding.Commercial);
        var plan = CommissionPlan.Of(
                "Collections 2026", Currency.CNY, Rounding.Commercial,
                CommissionComponent.Cumulative(
                    "collections",
                    CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY)).WithoutTax(Percentage.FromPercent(13)),
                    CommissionRate.Flat(Percentage.FromPercent(2))))
            .WithCostOfFunds(funds, atMost: Percentage.FromPercent(50));

        var quarter = DateSpan.OfQuarter(2026, 1);
        SalesCredit[] credits = [Receipt("RC-1", 113_000m, daysLate: 0), Receipt("RC-3", 33_900m, daysLate: 75)];
        CommissionResult result = plan.Evaluate(
            quarter, CommissionTerms.None, plan.Sum(quarter, credits).WithCharges(funds.Charges(credits)));

        Console.WriteLine(result.Of("collections"));  // collections: CNY 2600.00
        Console.WriteLine(result.CostOfFunds);        // cost of funds: CNY 423.75
        Console.WriteLine(result.Earned);             // CNY 2176.25
        foreach (CommissionEarning earning in result.ToEarnings(byCredit: true))
        {
            Console.WriteLine(earning);
            // collections RC-1/1 2026-01-01/2026-03-31: CNY 2000.00
            // collections RC-3/1 2026-01-01/2026-03-31: CNY 600.00
            // cost of funds RC-3/1 2026-01-01/2026-03-31: CNY -423.75
        }
        #endregion
    }

    private static SalesCredit Receipt(string document, decimal amount, int daysLate)
    {
        var receipt = Paid(document, "INV-1", amount).ToBuilder();
        receipt.DueDate = receipt.Date!.Value.PlusDays(-daysLate);
        return SalesCredit.Of(receipt.Build(), Percentage.OneHundred, CreditKind.Direct, "own");
    }

    private static CollectionLine Paid(string document, string invoice, decimal amount) => new CollectionLineBuilder
    {
        Document = new DocumentId(document),
        Line = 1,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Amount = new Money(amount, Currency.CNY),
        Invoice = new DocumentId(invoice),
    }.Build();

    private static SalesCredit Sale(string document, decimal net, decimal? list = null, decimal? cost = null)
    {
        var line = Line(Stage.Invoiced, document, net);
        line.ListAmount = list is { } standard ? new Money(standard, Currency.CNY) : null;
        line.Cost = cost is { } spent ? new Money(spent, Currency.CNY) : null;
        return SalesCredit.Of(line.Build(), Percentage.OneHundred, CreditKind.Direct, "own");
    }

    private static SalesLine Ordered(string document, decimal net) => Line(Stage.Ordered, document, net).Build();

    private static SalesLine Invoiced(string document, decimal net, string order)
    {
        var line = Line(Stage.Invoiced, document, net);
        line.OrderLine = new LineId(new DocumentId(order), 1);
        return line.Build();
    }

    private static SalesLineBuilder Line(Stage stage, string document, decimal net) => new()
    {
        Stage = stage,
        Document = new DocumentId(document),
        Line = 1,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1),
        NetAmount = new Money(net, Currency.CNY),
        Tax = new Money(net * 0.13m, Currency.CNY),
    };
}
