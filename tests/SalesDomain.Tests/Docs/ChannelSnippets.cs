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
                "contract 2026", CorridorKind.ContractualMinimum, "shelf", Currency.CNY, TaxBasis.WithTax, "clause 7, law of the place")
            .During(DateSpan.OfYear(2026), CorridorBounds.AtLeast(new Money(9m, Currency.CNY)))
            .WithSeverity(StepSchedule.From((Percentage.Zero, "slight"), (Percentage.FromPercent(3), "serious")))
            .WithLookBack(days: 30)
            .WithPenalty(StepSchedule.From((2, new Money(500m, Currency.CNY))));

        var where = default(ScopeSubject).With(new ProductId("P-1")).With(new CustomerId("D-7")).With(new TerritoryId("West"));
        PriceObservation Seen(string id, int day, decimal price) =>
            PriceObservation.Of(
                new DocumentId(id), new LocalDate(2026, 3, day), "shelf", where, new Money(price, Currency.CNY), TaxBasis.WithTax,
                SeenPrice.Shelf);

        foreach (var finding in PriceWatch.Of(minimum).Judge([Seen("OBS-1", 2, 8.91m), Seen("OBS-2", 9, 9m), Seen("OBS-3", 31, 8.10m)]))
            Console.WriteLine(finding + "; " + (finding.Severity ?? "no severity") + ", " + (finding.Penalty?.ToString() ?? "no penalty"));
        // OBS-1, contract 2026: Below by CNY 0.09 (1%), 1 in the look-back; slight, no penalty
        // OBS-2, contract 2026: Within; no severity, no penalty
        // OBS-3, contract 2026: Below by CNY 0.90 (10%), 2 in the look-back; serious, CNY 500.00
        #endregion
    }

    public static void APriceThatFell()
    {
        #region APriceThatFell
        var drop = PriceDrop.Of(
            new CustomerId("D-1"), new ProductId("P-1"), new LocalDate(2006, 3, 5), oldNet: new Money(500m, Currency.USD),
            newNet: new Money(450m, Currency.USD));
        var stock = ProtectedStock.CountedLater(
            onHand: Quantity.Pieces(15), soldSince: Quantity.Pieces(5), receivedSince: Quantity.Pieces(0));
        var rule = PriceProtection.Of(Rounding.Commercial);

        PriceProtectionResult first = rule.Evaluate(drop, stock, purchases: [], claims: []);
        Console.WriteLine(first.Eligible + ", " + first.Payable);    // 20 PCE, USD 1000.00

        PriceProtectionResult again = rule.Evaluate(drop, stock, purchases: [], claims: [first.ToClaim(new DocumentId("CN-1"))]);
        Console.WriteLine(again.Units + ", " + again.Payable);       // 0 PCE, USD 0.00
        #endregion
    }

    public static void ARebateForBothSides()
    {
        #region ARebateForBothSides
        var balance = RebateBalance.Of(
            purchases: new Money(745_000m, Currency.CNY),
            DealerEconomics.Of(
                grossMargin: new Money(64_782.61m, Currency.CNY), expense: new Money(48_000m, Currency.CNY),
                funds: new Money(420_000m, Currency.CNY), hurdle: Percentage.FromPercent(30), months: 3),
            MakerEconomics.Of(margin: new Money(176_200m, Currency.CNY), floor: Percentage.FromPercent(20)));

        Console.WriteLine(balance.Least + " to " + balance.Most);                           // CNY 14717.39 to CNY 34000.00
        Console.WriteLine(balance);                                                         // from 1.98% to 4.56%
        Console.WriteLine(balance.ReasonsAgainst(Percentage.FromPercent(5))[0]);            // channel.maker-short (short CNY 3250.00)
        #endregion
    }
}
