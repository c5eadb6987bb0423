using System;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Docs;

public static class PriceWaterfallSnippets
{
    public static void FromListToPocket()
    {
        #region FromListToPocket
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var schedule = WaterfallSchedule.Of(
            Rounding.Commercial,
            WaterfallRule.Percent("expected rebate", WaterfallBase.InvoiceNet, Percentage.FromPercent(3)),
            WaterfallRule.PerUnit("freight", Cny(0.50m), UnitOfMeasure.Piece),
            WaterfallRule.CostOfCredit("cost of credit", Percentage.FromPercent(4.8m), days: 45, DayCountBasis.Actual360));

        SalesLine sold = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1"),
            Line = 1,
            Date = new LocalDate(2026, 3, 31),
            Customer = new CustomerId("D"),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(100),
            ListAmount = Cny(1_000m),
            NetAmount = Cny(920m),
            Tax = Cny(119.60m),
            Cost = Cny(600m),
        }.Build();

        PriceWaterfall waterfall = schedule.Evaluate(sold).Waterfall!;
        Console.WriteLine(waterfall.InvoiceNet);                 // CNY 920.00
        Console.WriteLine(waterfall.DeductedUnder("freight"));   // CNY 50.00
        Console.WriteLine(waterfall.Pocket);                     // CNY 836.16
        Console.WriteLine(waterfall.PocketMargin);               // CNY 236.16
        Console.WriteLine(waterfall.Explain().IsVerified);       // True
        #endregion
    }

    public static void FromOfferToPocket()
    {
        #region FromOfferToPocket
        Money Cny(decimal amount) => new Money(amount, Currency.CNY);
        var march = new LocalDate(2026, 3, 31);
        var bottle = default(ScopeSubject).With(new ProductId("BOTTLE"));
        DiscountedDocument offer = DiscountSchedule.Of(
                Rounding.Commercial,
                Discount.Percent("dealer", Percentage.FromPercent(8)).At(1),
                Discount.Percent("season", Percentage.FromPercent(5)).At(2))
            .Apply(PricedDocument.Of(
                Currency.CNY, TaxBasis.WithTax, march,
                PricedLine.Of(1, bottle, Quantity.Pieces(100), Cny(11.30m)),
                PricedLine.Of(2, bottle.With(PriceKind.Free), Quantity.Pieces(10), Cny(11.30m))));

        var schedule = WaterfallSchedule.Of(
            Rounding.Commercial, WaterfallRule.Percent("expected rebate", WaterfallBase.InvoiceNet, Percentage.FromPercent(3)));
        var rates = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.None), ScopeEntry.Of("standard", Scope.Everything, Percentage.FromPercent(13)));
        var book = PriceBook.Of(AccessSequence.Of(ScopeDimensions.None)).With(
            PricedProduct.Of(new ProductId("BOTTLE"), UnitConversions.Of(UnitOfMeasure.Piece))
                .WithCost(Timeline.Of((DateSpan.Until(march), Cny(6.00m)), (DateSpan.From(march.PlusDays(1)), Cny(6.60m)))));

        DocumentWaterfall waterfall = schedule.Evaluate(offer, rates, book);
        Console.WriteLine(waterfall.Total.Deductions[0]);        // dealer CNY 80.00, on invoice
        Console.WriteLine(waterfall.Total.Deductions[1]);        // season CNY 46.00, on invoice
        Console.WriteLine(waterfall.Total.Deductions[2]);        // free goods CNY 100.00, on invoice
        Console.WriteLine(waterfall.Total.Deductions[3]);        // expected rebate CNY 26.22, off invoice
        Console.WriteLine(waterfall.Total.List);                 // CNY 1100.00
        Console.WriteLine(waterfall.Total.InvoiceNet);           // CNY 874.00
        Console.WriteLine(waterfall.Total.Cost);                 // CNY 660.00
        Console.WriteLine(waterfall.Total.PocketMargin);         // CNY 187.78
        Console.WriteLine(waterfall.Explain().IsVerified);       // True
        #endregion
    }
}
