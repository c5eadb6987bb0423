using System;

namespace SalesDomain.Tests.Docs;

public static class RoundingSnippets
{
    public static void RoundOnceByName()
    {
        #region RoundOnceByName
        var price = new Money(51.86m, Currency.USD);

        Money discount = (price * Percentage.FromPercent(40)).Round(Rounding.Commercial);
        Money net = price - discount;
        Money tax = (net * Percentage.FromPercent(8.25m)).Round(Rounding.Commercial);

        Console.WriteLine(discount);   // USD 20.74
        Console.WriteLine(net);        // USD 31.12
        Console.WriteLine(tax);        // USD 2.57
        Console.WriteLine(net + tax);  // USD 33.69
        #endregion
    }

    public static void TheSixModes()
    {
        #region TheSixModes
        RoundingMode[] modes =
        [
            RoundingMode.HalfAwayFromZero, RoundingMode.HalfEven, RoundingMode.Up,
            RoundingMode.Down, RoundingMode.Ceiling, RoundingMode.Floor,
        ];

        foreach (RoundingMode mode in modes)
        {
            var rounding = Rounding.ToMinorUnit(mode);
            var up = new Money(0.125m, Currency.USD).Round(rounding);
            var down = new Money(-0.125m, Currency.USD).Round(rounding);
            Console.WriteLine(mode + ": " + up + ", " + down);
        }
        // HalfAwayFromZero: USD 0.13, USD -0.13
        // HalfEven: USD 0.12, USD -0.12
        // Up: USD 0.13, USD -0.13
        // Down: USD 0.12, USD -0.12
        // Ceiling: USD 0.13, USD -0.12
        // Floor: USD 0.12, USD -0.13
        #endregion
    }

    public static void StepsAndEndings()
    {
        #region StepsAndEndings
        var amount = new Money(10.125m, Currency.CHF);
        var nearest = RoundingMode.HalfAwayFromZero;

        Console.WriteLine(amount.Round(Rounding.ToStep(0.05m, nearest)));                // CHF 10.15
        Console.WriteLine(amount.Round(Rounding.ToStep(0.25m, nearest)));                // CHF 10.25
        Console.WriteLine(amount.Round(Rounding.ToEnding(0.99m, 1m, nearest)));          // CHF 9.99
        Console.WriteLine(amount.Round(Rounding.ToEnding(0.99m, 1m, RoundingMode.Up)));  // CHF 10.99
        #endregion
    }

    public static void ARoundingIsAValue()
    {
        #region ARoundingIsAValue
        var rounding = Rounding.Parse("step:0.05 half-away");

        Console.WriteLine(rounding == Rounding.ToStep(0.05m, RoundingMode.HalfAwayFromZero));  // True
        Console.WriteLine(Rounding.Commercial);                                                // minor-unit half-away
        #endregion
    }
}
