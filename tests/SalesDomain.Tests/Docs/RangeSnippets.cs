using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Ranges;

namespace SalesDomain.Tests.Docs;

public static class RangeSnippets
{
    public static void TheRangeAgainstItsTargets()
    {
        SalesLine[] lines =
        [
            Line("INV-1", "P-100", new LocalDate(2026, 2, 3), 300m), Line("INV-2", "P-200", new LocalDate(2026, 2, 9), 140m),
            Line("INV-3", "C-10", new LocalDate(2026, 3, 2), 150m), Line("INV-4", "R-7", new LocalDate(2026, 3, 5), 160m),
            Line("INV-5", "H-1", new LocalDate(2026, 3, 9), 250m),
        ];
        string FamilyOf(ProductId product) =>
            product.Code[0] switch { 'P' => "pumps", 'C' => "controls", 'R' => "resale", _ => "hoses" };

        #region TheRangeAgainstItsTargets
        var rule = ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced);
        SalesMix<string> mix = SalesMix.From(rule.Evaluate(DateSpan.OfQuarter(2026, 1), Crediting.ByProduct, lines)).By(FamilyOf);

        var plan = RangePlan.Of(
            Measure.Revenue,
            RangeTarget.Around("pumps", Percentage.FromPercent(50), points: 5m),
            RangeTarget.AtLeast("controls", Percentage.FromPercent(20)),
            RangeTarget.AtMost("resale", Percentage.FromPercent(10)));

        RangeReview<string> review = plan.Review(mix);
        foreach (var line in review.Lines)
            Console.WriteLine(line);
        // pumps 50%, from 45% to 55%: CNY 440.00, 44%; Below
        // controls at least 20%: CNY 150.00, 15%; Below
        // resale at most 10%: CNY 160.00, 16%; Above

        Console.WriteLine(review.Lines[0].Points == -6m);                            // True
        Console.WriteLine(review.Lines[0].ToTarget?.Value);                          // CNY 120.00
        Console.WriteLine(review.Lines[0].ToBound?.Money.Round(Rounding.Commercial));  // CNY 18.18
        Console.WriteLine(review.UnplannedKeys[0] + ": " + review.Unplanned);        // hoses: CNY 250.00, 25%
        Console.WriteLine(review.Reasons[1]);  // range.below (key controls, share 15%, least 20%, to bound CNY 62.50)
        #endregion
    }

    public static void TheShiftOfAMix()
    {
        #region TheShiftOfAMix
        var now = SalesMix.Of(("pumps", Revenue(500m)), ("valves", Revenue(300m)), ("controls", Revenue(200m)));
        var before = SalesMix.Of(("pumps", Revenue(480m)), ("valves", Revenue(224m)), ("hoses", Revenue(96m)));

        MixShift<string> shift = now.ShiftFrom(before);
        foreach (var family in shift.Keys)
            Console.WriteLine(family + ": " + shift.Of(family));
        // pumps: 50% after 60%, -10 points
        // valves: 30% after 28%, 2 points
        // controls: 20% after 0%, 20 points
        // hoses: 0% after 12%, -12 points

        Console.WriteLine(shift.NewKeys[0] + " new, " + shift.GoneKeys[0] + " gone");  // controls new, hoses gone
        Console.WriteLine(shift.MovedPoints == 22m);  // True

        static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void TheShareOfNewProducts()
    {
        SalesLine[] lines =
        [
            Line("INV-1", "X-1", new LocalDate(2027, 3, 14), 120m), Line("INV-2", "X-1", new LocalDate(2027, 3, 15), 80m),
            Line("INV-3", "P-1", new LocalDate(2027, 2, 1), 800m),
        ];

        #region TheShareOfNewProducts
        var rule = NewProductRule.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced), months: 12);
        (ProductId, LocalDate)[] launches =
            [(new ProductId("X-1"), new LocalDate(2026, 3, 15)), (new ProductId("P-1"), new LocalDate(2019, 6, 1))];

        NewProductSales sales = rule.Evaluate(DateSpan.OfQuarter(2027, 1), launches, lines);
        Console.WriteLine(rule.NewDays(new LocalDate(2026, 3, 15)));  // 2026-03-15/2027-03-14
        Console.WriteLine(sales);                                     // new CNY 120.00 of CNY 1000.00, 12%
        Console.WriteLine(sales.Products[0].Sales.Value?.Value);      // CNY 120.00

        // Without a launch day nobody knows: the share is no number, until the rule says that undated products are old.
        var undated = rule.Evaluate(DateSpan.OfQuarter(2027, 1), launches.Take(1), lines);
        Console.WriteLine(undated.Share is null);  // True
        Console.WriteLine(undated.Reasons[0]);     // new-product.undated (products 1, facts 1, amount CNY 800.00)
        Console.WriteLine(rule.CountingUndatedAsOld().Evaluate(DateSpan.OfQuarter(2027, 1), launches.Take(1), lines).Share);  // 12%
        #endregion
    }

    public static void WhoHasTheNewProduct()
    {
        SalesLine[] lines =
        [
            Line("INV-1", "X-1", new LocalDate(2026, 4, 1), 50m, "Dawei"), Line("INV-2", "X-1", new LocalDate(2026, 5, 6), 400m, "Dawei"),
            Line("INV-3", "X-1", new LocalDate(2026, 6, 9), 400m, "Dawei"),
            Line("INV-4", "X-1", new LocalDate(2026, 4, 2), 50m, "East"), Line("INV-5", "X-1", new LocalDate(2026, 5, 2), 60m, "Web shop"),
        ];

        #region WhoHasTheNewProduct
        var rule = NewProductRule.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced), months: 12);
        var sinceLaunch = new DateSpan(new LocalDate(2026, 3, 15), new LocalDate(2026, 6, 30));
        NewProductLine product = rule.Evaluate(sinceLaunch, [(new ProductId("X-1"), new LocalDate(2026, 3, 15))], lines).Products[0];

        CustomerId[] dealers = [new("Dawei"), new("East"), new("Fenghua"), new("Golden")];
        NewProductDistribution distribution = product.Buyers.DistributionAmong(dealers);
        Console.WriteLine(distribution.Rate + " came back, " + distribution.Reach + " bought");                 // 25% came back, 50% bought
        Console.WriteLine(string.Join(", ", distribution.NotReached.Select(dealer => dealer.ToString())));     // Fenghua, Golden
        Console.WriteLine(string.Join(", ", distribution.Outside.Select(customer => customer.ToString())));    // Web shop
        Console.WriteLine(product.Buyers);  // 3 buyers, 1 with 2 orders or more
        #endregion
    }

    private static SalesLine Line(string document, string product, LocalDate date, decimal amount, string customer = "Dawei") =>
        NewProductSample.Sold(product, customer, date, amount, document);
}
