using System;

namespace SalesDomain.Tests.Docs;

public static class QuantitySnippets
{
    public static void CasesAndPallets()
    {
        #region CasesAndPallets
        var water = UnitConversions.Of(UnitOfMeasure.Piece)
            .With(new Quantity(1, UnitOfMeasure.Case), Quantity.Pieces(24))
            .With(new Quantity(1, UnitOfMeasure.Pallet), new Quantity(40, UnitOfMeasure.Case));

        Console.WriteLine(water.Convert(new Quantity(2, UnitOfMeasure.Pallet), UnitOfMeasure.Piece));  // 1920 PCE

        foreach (var part in water.Decompose(Quantity.Pieces(1_000), UnitOfMeasure.Pallet, UnitOfMeasure.Case, UnitOfMeasure.Piece))
            Console.WriteLine(part);
        // 1 PAL
        // 1 CS
        // 16 PCE
        #endregion
    }

    public static void UpToTheCase()
    {
        #region UpToTheCase
        var conversions = UnitConversions.Of(UnitOfMeasure.Piece)
            .With(new Quantity(1, UnitOfMeasure.Case), Quantity.Pieces(24));

        var soldSinceLastVisit = Quantity.Pieces(40 + 60 - 25);
        var order = (soldSinceLastVisit * 1.5m) - Quantity.Pieces(25);

        Console.WriteLine(order);                                                                                       // 87.5 PCE
        Console.WriteLine(conversions.Convert(order, UnitOfMeasure.Case, Rounding.ToDigits(0, RoundingMode.Ceiling)));  // 4 CS
        #endregion
    }

    public static void RatiosStayExact()
    {
        #region RatiosStayExact
        // 1000 pieces weigh 3.5 kg; a piece is 0.0035 kg, and a kilogram 285 5/7 pieces.
        var screws = UnitConversions.Of(UnitOfMeasure.Piece)
            .With(new Quantity(3.5m, UnitOfMeasure.Kilogram), Quantity.Pieces(1_000));

        Console.WriteLine(screws.Convert(Quantity.Pieces(600), UnitOfMeasure.Kilogram));                  // 2.1 KGM
        Console.WriteLine(screws.Convert(new Quantity(7, UnitOfMeasure.Kilogram), UnitOfMeasure.Piece));  // 2000 PCE
        #endregion
    }

    public static void UnitsDoNotMix()
    {
        #region UnitsDoNotMix
        try
        {
            Console.WriteLine(Quantity.Pieces(10) + new Quantity(1, UnitOfMeasure.Case));
        }
        catch (UnitMismatchException mismatch)
        {
            Console.WriteLine(mismatch.Expected + " meets " + mismatch.Actual);  // PCE meets CS
        }
        #endregion
    }
}
