using System;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Docs;

public static class ChannelSnippets
{
    public static void TheLadderFromEitherEnd()
    {
        #region TheLadderFromEitherEnd
        var ladder = PriceLadder.Of(
            Currency.CNY,
            PriceLevel.First("maker"),
            PriceLevel.ByMargin("distributor", Percentage.FromPercent(10)),
            PriceLevel.ByMarkup("sub-distributor", Percentage.FromPercent(8)),
            PriceLevel.ByAmount("retailer", new Money(0.25m, Currency.CNY)),
            PriceLevel.ByMargin("shelf", Percentage.FromPercent(25)).WithTax(Percentage.FromPercent(13)));

        Console.WriteLine(ladder.From("maker", new Money(4.05m, Currency.CNY)));
        // maker: CNY 4.05, distributor: CNY 4.50, sub-distributor: CNY 4.86, retailer: CNY 5.11, shelf: CNY 7.70
        Console.WriteLine(ladder.From("shelf", new Money(7.99m, Currency.CNY)));
        // maker: CNY 4.21, distributor: CNY 4.68, sub-distributor: CNY 5.05, retailer: CNY 5.30, shelf: CNY 7.99
        #endregion
    }

    public static void WhatTheLevelsReallyEarn()
    {
        var ladder = PriceLadder.Of(
            Currency.CNY, PriceLevel.First("maker"), PriceLevel.ByMargin("dealer", Percentage.FromPercent(10)),
            PriceLevel.ByMargin("shelf", Percentage.FromPercent(25)).WithTax(Percentage.FromPercent(13)));

        #region WhatTheLevelsReallyEarn
        LadderMargins margins = ladder.Margins(
            new LocalDate(2026, 3, 31),
            StatedPrice.Of("dealer", new Money(6m, Currency.CNY), DateSpan.OfYear(2026), "price list"),
            StatedPrice.Of("shelf", new Money(9.04m, Currency.CNY), DateSpan.OfMonth(2026, 3), "visit"));

        Console.WriteLine(margins.Find("shelf"));     // shelf: CNY 2.00, margin 25%, mark-up 33.33%
        Console.WriteLine(margins.Reasons[0]);        // channel.no-price (level maker, on 2026-03-31)
        #endregion
    }

    public static void PricesHeldAgainstACorridor()
    {
        #region PricesHeldAgainstACorridor
        var minimum = PriceCorridor.Of(
                "contract 2026", CorridorKind.ContractualMinimum, "shelf", Currency.CNY, UnitOfMeasure.Piece, TaxBasis.WithTax,
                "clause 7, law of the place")
            .During(DateSpan.OfYear(2026), CorridorBounds.AtLeast(new Money(9m, Currency.CNY)))
            .WithSeverity(StepSchedule.From((Percentage.Zero, "slight"), (Percentage.FromPercent(3), "serious")))
            .WithLookBack(days: 30)
            .WithPenalty(StepSchedule.From((2, new Money(500m, Currency.CNY))));

        var where = default(ScopeSubject).With(new ProductId("P-1")).With(new CustomerId("D-7")).With(new TerritoryId("West"));
        PriceObservation Seen(string id, int day, decimal price, decimal pieces) =>
            PriceObservation.Of(
                new DocumentId(id), new LocalDate(2026, 3, day), "shelf", where, new Money(price, Currency.CNY), Quantity.Pieces(pieces),
                TaxBasis.WithTax, SeenPrice.Shelf);

        PriceObservation[] seen =
            [Seen("OBS-1", 2, 8.91m, 1), Seen("OBS-2", 9, 54m, 6), Seen("OBS-3", 31, 8.10m, 1), Seen("OBS-4", 31, 8.50m, 1)];
        foreach (var finding in PriceWatch.Of(minimum).Judge(seen))
            Console.WriteLine(finding + "; " + (finding.Severity ?? "no severity") + ", " + (finding.Penalty?.ToString() ?? "no penalty"));
        // OBS-1, contract 2026: Below by CNY 0.09 (1%), occurrence 1 in 30 days; slight, no penalty
        // OBS-2, contract 2026: Within; no severity, no penalty
        // OBS-3, contract 2026: Below by CNY 0.90 (10%), occurrence 2 in 30 days; serious, CNY 500.00
        // OBS-4, contract 2026: Below by CNY 0.50 (5.56%), occurrence 2 in 30 days, counted with OBS-3; serious, no penalty
        #endregion
    }

    public static void APriceThatFell()
    {
        var bought = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1"),
            Line = 1,
            Date = new LocalDate(2006, 2, 20),
            Customer = new CustomerId("D-1"),
            Product = new ProductId("P-1"),
            Quantity = Quantity.Pieces(30),
            NetAmount = new Money(15_000m, Currency.USD),
            Tax = new Money(0m, Currency.USD),
        }.Build();

        #region APriceThatFell
        var drop = PriceDrop.Of(
            new CustomerId("D-1"), new ProductId("P-1"), new LocalDate(2006, 3, 5), oldPrice: new Money(500m, Currency.USD),
            newPrice: new Money(450m, Currency.USD), per: UnitOfMeasure.Piece, TaxBasis.WithoutTax);
        var stock = ProtectedStock.CountedLater(
            onHand: Quantity.Pieces(15), soldSince: Quantity.Pieces(5), receivedSince: Quantity.Pieces(0));
        var rule = PriceProtection.Of(Rounding.Commercial, window: 30);

        PriceProtectionResult first = rule.Evaluate(drop, stock, purchases: [bought], claims: []);
        Console.WriteLine(first.Eligible + ", " + first.Payable);    // 20 PCE, USD 1000.00

        PriceProtectionResult again = rule.Evaluate(drop, stock, purchases: [bought], claims: [first.ToClaim(new DocumentId("CN-1"))]);
        Console.WriteLine(again.Units + ", " + again.Payable);       // 0 PCE, USD 0.00
        #endregion
    }

    public static void ARebateForBothSides()
    {
        #region ARebateForBothSides
        var range = RebateRange.Of(
            purchases: new Money(745_000m, Currency.CNY),
            DealerEconomics.Of(
                grossMargin: new Money(64_782.61m, Currency.CNY), expense: new Money(48_000m, Currency.CNY),
                funds: new Money(420_000m, Currency.CNY), hurdle: Percentage.FromPercent(30), months: 3),
            MakerEconomics.Of(margin: new Money(176_200m, Currency.CNY), floor: Percentage.FromPercent(20)));

        Console.WriteLine(range.Least + " to " + range.Most);                           // CNY 14717.39 to CNY 34000.00
        Console.WriteLine(range);                                                         // from 1.98% to 4.56%
        Console.WriteLine(range.ReasonsAgainst(Percentage.FromPercent(5))[0]);            // channel.maker-short (short CNY 3250.00)
        #endregion
    }
}
