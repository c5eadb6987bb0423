using System;
using System.Linq;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Docs;

public static class PriceListSnippets
{
    public static void AListAndADealer()
    {
        #region AListAndADealer
        var (widget, screw, dealer) = (new ProductId("WIDGET"), new ProductId("SCREW"), new CustomerId("D-1"));
        var retail = PriceList.Of("retail 2026", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.OfYear(2026), PriceListVersion.Empty
                .With(widget, ItemPrice.Of(TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1, 10.00m), (100, 9.20m))))
                .With(screw, ItemPrice.Of(new Money(3.20m, Currency.CNY), per: Quantity.Pieces(100))));
        var agreed = PriceList.Of("dealer D-1", Currency.CNY, TaxBasis.WithoutTax)
            .For(Scope.Everything.Only(dealer))
            .During(DateSpan.OfYear(2026), PriceListVersion.Empty
                .WithFormula(PriceFormula.Of("retail 2026").Less(Percentage.FromPercent(5))));

        var book = PriceBook.Of(AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.None), retail, agreed);
        var subject = default(ScopeSubject).With(dealer);

        ResolvedPrice price = book.Price(widget, Quantity.Pieces(120), subject, on: new LocalDate(2026, 3, 31), Currency.CNY);

        Console.WriteLine(price);                     // CNY 8.74 per PCE by 'dealer D-1', without tax
        Console.WriteLine(price.Amount);              // CNY 1048.80
        Console.WriteLine(price.Losers().Single());
        // retail 2026, CNY 9.20: pricing.less-specific (list retail 2026, level everything, winner's level customer)
        #endregion
    }

    public static void SixtyBefore()
    {
        #region SixtyBefore
        var (widget, year) = (new ProductId("WIDGET"), DateSpan.OfYear(2026));
        var breaks = ItemPrice.Of(TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0, 10.00m), (100, 9.20m)));
        var before = PurchaseHistory.Of(
            EarlierPurchase.Of(widget, Quantity.Pieces(60), on: new LocalDate(2026, 3, 5)).In(new DocumentId("O-1")));

        Console.WriteLine(Priced(breaks).Amount);               // CNY 736.00
        Console.WriteLine(Priced(breaks.Graduated()).Amount);   // CNY 768.00
        Console.WriteLine(Priced(breaks).BoughtBefore);         // 60 PCE

        ResolvedPrice Priced(ItemPrice price) =>
            PriceBook.Of(
                    AccessSequence.Of(ScopeDimensions.None),
                    PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
                        .During(year, PriceListVersion.Empty.With(widget, price).Cumulative(over: year)))
                .Price(widget, Quantity.Pieces(80), default, new LocalDate(2026, 3, 31), Currency.CNY, before);
        #endregion
    }

    public static void ThreeMore()
    {
        #region ThreeMore
        var widget = new ProductId("WIDGET");
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1, 10.00m), (100, 9.20m));
        var book = PriceBook.Of(
            AccessSequence.Of(ScopeDimensions.None),
            PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
                .During(DateSpan.Always, PriceListVersion.Empty.With(widget, ItemPrice.Of(breaks))));

        var price = book.Price(widget, Quantity.Pieces(97), default, new LocalDate(2026, 3, 31), Currency.CNY);

        Console.WriteLine(price.Amount);                                 // CNY 970.00
        Console.WriteLine(price.NextBreak(Quantity.Pieces(1)));          // 3 PCE more: CNY 9.20, CNY 920.00 for 100 PCE
        Console.WriteLine(price.Inversion(Quantity.Pieces(1)) is null);  // False
        #endregion
    }

    public static void PiecesAndCases()
    {
        #region PiecesAndCases
        var tea = new ProductId("TEA");
        var oneCase = new Quantity(1, UnitOfMeasure.Case);
        var units = UnitConversions.Of(UnitOfMeasure.Piece)
            .With(oneCase, Quantity.Pieces(24))
            .With(new Quantity(0.35m, UnitOfMeasure.Kilogram), Quantity.Pieces(1));
        var byWeight = TieredPrice.From(Currency.CNY, UnitOfMeasure.Kilogram, (0, 10.00m), (100, 9.00m));
        var book = PriceBook.Of(
                AccessSequence.Of(ScopeDimensions.None),
                PriceList.Of("tea", Currency.CNY, TaxBasis.WithTax)
                    .During(DateSpan.Always, PriceListVersion.Empty.With(tea, ItemPrice.Of(byWeight, per: Quantity.Pieces(1)))))
            .With(PricedProduct.Of(tea, units));
        var on = new LocalDate(2026, 3, 31);

        Console.WriteLine(book.Price(tea, oneCase * 11, default, on, Currency.CNY).UnitPrice);   // CNY 240.00
        Console.WriteLine(book.Price(tea, oneCase * 12, default, on, Currency.CNY).UnitPrice);   // CNY 216.00
        #endregion
    }

    public static void FromYenToDollars()
    {
        #region FromYenToDollars
        var camera = new ProductId("CAMERA");
        var on = new LocalDate(2026, 3, 31);
        var yen = PriceList.Of("tokyo", Currency.JPY, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(camera, ItemPrice.Of(new Money(1_000m, Currency.JPY))));
        var formula = PriceFormula.Of("tokyo")
            .Rounded(Rounding.ToStep(10m, RoundingMode.HalfAwayFromZero))
            .Plus(new Money(-0.01m, Currency.USD));
        var dollars = PriceList.Of("boston", Currency.USD, TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.WithFormula(formula));
        var book = PriceBook.Of(AccessSequence.Of(ScopeDimensions.None), yen, dollars)
            .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.JPY, Currency.USD, 0.009502m, on)));

        Console.WriteLine(book.Price(camera, Quantity.Pieces(1), default, on, Currency.USD).UnitPrice);   // USD 9.99
        #endregion
    }

    public static void MarkUpAndMargin()
    {
        #region MarkUpAndMargin
        var cost = PricedProduct.Of(new ProductId("TEA"), UnitConversions.Of(UnitOfMeasure.Piece))
            .WithCost(Timeline.Always(new Money(4.68m, Currency.EUR)));

        Console.WriteLine(Priced(PriceFormula.OfCost().MarkedUp(Percentage.FromPercent(20))));   // EUR 5.616
        Console.WriteLine(Priced(PriceFormula.OfCost().AtMargin(Percentage.FromPercent(20))));   // EUR 5.85

        Money Priced(PriceFormula formula) =>
            PriceBook.Of(
                    AccessSequence.Of(ScopeDimensions.None),
                    PriceList.Of("cost plus", Currency.EUR, TaxBasis.WithoutTax)
                        .During(DateSpan.Always, PriceListVersion.Empty.WithFormula(formula)))
                .With(cost)
                .Price(cost.Product, Quantity.Pieces(1), default, new LocalDate(2026, 3, 31), Currency.EUR).UnitPrice;
        #endregion
    }

    public static void EndingsByPrice()
    {
        #region EndingsByPrice
        var formula = PriceFormula.OfCost().MarkedUp(Percentage.FromPercent(25)).Rounded(StepSchedule.From(
            (Money.Zero(Currency.CNY), Rounding.ToEnding(0.99m, 1m, RoundingMode.HalfAwayFromZero)),
            (new Money(100m, Currency.CNY), Rounding.ToEnding(9m, 10m, RoundingMode.HalfAwayFromZero)),
            (new Money(1_000m, Currency.CNY), Rounding.ToStep(50m, RoundingMode.HalfAwayFromZero))));

        Console.WriteLine(Priced(31.60m));    // CNY 39.99
        Console.WriteLine(Priced(79.99m));    // CNY 99.99
        Console.WriteLine(Priced(90.00m));    // CNY 109.00
        Console.WriteLine(Priced(803.50m));   // CNY 1000.00

        Money Priced(decimal cost) =>
            PriceBook.Of(
                    AccessSequence.Of(ScopeDimensions.None),
                    PriceList.Of("cost plus", Currency.CNY, TaxBasis.WithoutTax)
                        .During(DateSpan.Always, PriceListVersion.Empty.WithFormula(formula)))
                .With(PricedProduct.Of(new ProductId("TEA"), UnitConversions.Of(UnitOfMeasure.Piece))
                    .WithCost(Timeline.Always(new Money(cost, Currency.CNY))))
                .Price(new ProductId("TEA"), Quantity.Pieces(1), default, new LocalDate(2026, 3, 31), Currency.CNY).UnitPrice;
        #endregion
    }

    public static void TaxOnTheLine()
    {
        #region TaxOnTheLine
        var line = LineTax.InGross(new Money(9.99m, Currency.CNY) * 1_000, Percentage.FromPercent(13), Rounding.Commercial);

        Console.WriteLine(line);   // CNY 8840.71 + 13% CNY 1149.29 = CNY 9990.00
        #endregion
    }
}
