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
}
