using System;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class MeasureSnippets
{
    public static void ARatioRefusesAMix()
    {
        #region ARatioRefusesAMix
        Measured receivables = Measure.Receivables.Of(new Money(1_130_000m, Currency.CNY));
        Measured sales = Measure.Revenue.Of(new Money(1_000_000m, Currency.CNY));

        try
        {
            Measured.Ratio(receivables * 30m, sales);
        }
        catch (TaxBasisMismatchException refused)
        {
            Console.WriteLine(refused.Expected + ", " + refused.Actual);  // WithTax, WithoutTax
        }

        var vat = Percentage.FromPercent(13);
        Console.WriteLine(Measured.Ratio(receivables * 30m, sales.WithTax(vat))?.Fraction);  // 30
        #endregion
    }

    public static void FourCollectionRates()
    {
        #region FourCollectionRates
        Measured planned = Measure.Collections.Of(new Money(800m, Currency.CNY));
        Measured collected = Measure.Collections.Of(new Money(860m, Currency.CNY));
        Measured sold = Measure.GrossRevenue.Of(new Money(1_130m, Currency.CNY));
        Measured opening = Measure.Receivables.Of(new Money(500m, Currency.CNY));
        Measured due = Measure.Receivables.Of(new Money(900m, Currency.CNY));
        Measured collectedOfDue = Measure.Collections.Of(new Money(780m, Currency.CNY));

        Console.WriteLine(Measured.Ratio(collected, planned)?.ToString("P2", null));                                 // 107.50 %
        Console.WriteLine(Measured.Ratio(collected, sold)?.ToString("P2", null));                                    // 76.11 %
        Console.WriteLine(Measured.Ratio(collected, opening + sold.As(Measure.Receivables))?.ToString("P2", null));  // 52.76 %
        Console.WriteLine(Measured.Ratio(collectedOfDue, due)?.ToString("P2", null));                                // 86.67 %
        #endregion
    }

    public static void ADepositIsOwed()
    {
        #region ADepositIsOwed
        var deposit = Measure.OfMoney("deposit", TaxBasis.WithoutTax).Of(new Money(50_000m, Currency.CNY));
        var invoices = Measure.Receivables.Of(new Money(1_130_000m, Currency.CNY));

        Console.WriteLine(invoices + deposit.WithTax(Percentage.Zero).As(Measure.Receivables));  // receivables, with tax: CNY 1180000.00
        #endregion
    }

    public static void WhatALineContributes()
    {
        #region WhatALineContributes
        SalesLine line = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1043"),
            Line = 1,
            Date = new LocalDate(2026, 1, 22),
            Customer = new CustomerId("D"),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(3_200),
            NetAmount = new Money(300_800m, Currency.CNY),
            Tax = new Money(39_104m, Currency.CNY),
        }.Build();

        Console.WriteLine(Measure.Revenue.Of(line));                     // revenue, without tax: CNY 300800.00
        Console.WriteLine(Measure.GrossRevenue.Of(line));                // revenue, with tax: CNY 339904.00
        Console.WriteLine(Measure.Units(UnitOfMeasure.Piece).Of(line));  // units, in PCE: 3200 PCE
        Console.WriteLine(Measure.Margin.Of(line) is null);              // True
        #endregion
    }

    public static void MeasuresOfYourOwn()
    {
        #region MeasuresOfYourOwn
        var expense = Measure.OfMoney("selling expense", TaxBasis.WithoutTax);
        var spent = expense.Of(new Money(34_300m, Currency.CNY));
        var revenue = Measure.Revenue.Of(new Money(1_225_000m, Currency.CNY));
        var visits = Measure.Count("visits").Of(90);

        Console.WriteLine(Measured.Ratio(spent, revenue));                                  // 2.8%
        Console.WriteLine(Measured.Ratio(visits, Measure.Count("planned visits").Of(96)));  // 93.75%
        Console.WriteLine(Measured.MoneyPer(revenue, visits)?.Round(Rounding.Commercial));  // CNY 13611.11
        Console.WriteLine(Measure.Parse("selling expense, without tax") == expense);        // True
        #endregion
    }

    public static void CustomersByClass()
    {
        #region CustomersByClass
        var customers = new[]
        {
            ("Wu", new Money(50m, Currency.CNY)), ("Li", new Money(650m, Currency.CNY)), ("He", new Money(200m, Currency.CNY)),
            ("Ma", new Money(50m, Currency.CNY)), ("Xu", new Money(50m, Currency.CNY)), ("Zu", new Money(-30m, Currency.CNY)),
        };

        foreach (ParetoItem<string, Money> item in ParetoClasses.Abc.Classify(customers))
            Console.WriteLine(item + " " + item.CumulativeShare);
        // 1 Li A CNY 650.00 65%
        // 2 He A CNY 200.00 85%
        // 3 Ma B CNY 50.00 90%
        // 3 Wu B CNY 50.00 95%
        // 3 Xu B CNY 50.00 100%
        // 6 Zu C CNY -30.00 100%
        #endregion
    }

    public static void WhereTheCrossingItemGoes()
    {
        #region WhereTheCrossingItemGoes
        var classes = ParetoClasses.Of(("A", Percentage.FromPercent(80)), ("B", Percentage.FromPercent(95)), ("C", Percentage.OneHundred));
        var dealers = new[] { ("North", 85m), ("East", 10m), ("South", 5m) };

        foreach (var crossing in new[] { CrossingItem.Included, CrossingItem.Excluded, CrossingItem.Nearest })
            Console.WriteLine(crossing + ": North is " + classes.WithCrossing(crossing).Classify(dealers)[0].Class);
        // Included: North is A
        // Excluded: North is B
        // Nearest: North is A
        #endregion
    }

    public static void WhyACustomerIsB()
    {
        #region WhyACustomerIsB
        var dealers = new[] { ("North", 650m), ("East", 200m), ("South", 100m), ("West", 50m) };

        Console.Write(ParetoClasses.Abc.Classify(dealers)[2].Explain());
        // class: B  [select]
        //   is within A: no  [compare <]
        //     larger values: 850  [sum of 2 facts]
        //     bound of A: 800  [product]
        //       share of A: 0.8  [by the rule]
        //       total: 1000  [sum of 4 facts]
        //   then: A  [by the rule]
        //   is within B: yes  [compare <]
        //     larger values: 850  [sum of 2 facts]
        //     bound of B: 950  [product]
        //       share of B: 0.95  [by the rule]
        //       total: 1000  [sum of 4 facts]
        //   then: B  [by the rule]
        //   else: C  [by the rule]
        #endregion
    }
}
