using System;

namespace SalesDomain.Tests.Docs;

public static class TierSnippets
{
    public static void TwoReadingsOfOneTable()
    {
        #region TwoReadingsOfOneTable
        var scale = TieredRate.From(
            Currency.USD,
            (0m, Percentage.FromPercent(10)),
            (5_000m, Percentage.FromPercent(15)));
        var sales = new Money(22_000m, Currency.USD);

        Console.WriteLine(scale.AllUnits(sales));   // USD 3300.00
        Console.WriteLine(scale.Graduated(sales));  // USD 3050.00

        foreach (RatePortion portion in scale.Portions(sales))
            Console.WriteLine(portion.Rate + " of " + portion.Base + " = " + portion.Result);
        // 10% of USD 5000.00 = USD 500.00
        // 15% of USD 17000.00 = USD 2550.00
        #endregion
    }

    public static void WhoOwnsTheBound()
    {
        #region WhoOwnsTheBound
        var bound = new Money(1_500_000m, Currency.USD);

        // "From 1,500,000": the bound is in the step that begins there.
        var from = TieredRate.From(Currency.USD, (0m, Percentage.FromPercent(1.75m)), (1_500_000m, Percentage.FromPercent(2.5m)));

        // "Up to 1,500,000": the bound is in the step that ends there.
        var upTo = TieredRate.UpTo(Currency.USD, (1_500_000m, Percentage.FromPercent(1.75m))).ThenAbove(Percentage.FromPercent(2.5m));

        Console.WriteLine(from.AllUnits(bound));  // USD 37500.00
        Console.WriteLine(upTo.AllUnits(bound));  // USD 26250.00
        #endregion
    }

    public static void BandsOfWholePieces()
    {
        #region BandsOfWholePieces
        var quantity = Quantity.Pieces(150);

        // 1 to 99 at 10.00, from the 100th piece on at 9.20: 99 pieces at the first price.
        var bands = TieredPrice.Bands(Currency.USD, UnitOfMeasure.Piece, smallest: 1, (1, 99, 10.00m), (100, null, 9.20m));

        // A scale with a bound at 100: 100 pieces at the first price.
        var scale = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0, 10.00m), (100, 9.20m));

        Console.WriteLine(bands.Graduated(quantity));  // USD 1459.20
        Console.WriteLine(scale.Graduated(quantity));  // USD 1460.00

        // All-units the two agree on whole pieces.
        Console.WriteLine(bands.AllUnits(quantity) == scale.AllUnits(quantity));  // True
        #endregion
    }

    public static void NinePiecesCostMoreThanTen()
    {
        #region NinePiecesCostMoreThanTen
        var price = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1, 50m), (5, 45m), (10, 40m));

        Console.WriteLine(price.AllUnits(Quantity.Pieces(9)));   // USD 405.00
        Console.WriteLine(price.AllUnits(Quantity.Pieces(10)));  // USD 400.00

        foreach (Inversion<Quantity> inversion in price.Inversions(smallest: Quantity.Pieces(1)))
            Console.WriteLine(inversion);
        // 9 PCE to 9 PCE give more (USD 405.00 at the end) than 10 PCE (USD 400.00)
        #endregion
    }

    public static void NoPriceIsNotZero()
    {
        #region NoPriceIsNotZero
        var price = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (10, 8.00m), (100, 0.00m)).WithCeiling(Quantity.Pieces(500));

        Console.WriteLine(price.TryPriceAt(Quantity.Pieces(9), out _));    // False
        Console.WriteLine(price.PriceAt(Quantity.Pieces(100)));            // USD 0.00
        Console.WriteLine(price.TryPriceAt(Quantity.Pieces(501), out _));  // False
        #endregion
    }

    public static void ACeilingCapsTheResult()
    {
        #region ACeilingCapsTheResult
        var capped = TieredRate.From(Currency.USD, (1_000m, Percentage.FromPercent(5)))
            .WithCeiling(new Money(10_000m, Currency.USD));

        Console.WriteLine(capped.Graduated(new Money(999m, Currency.USD)));     // USD 0.00
        Console.WriteLine(capped.Graduated(new Money(10_000m, Currency.USD)));  // USD 450.00
        Console.WriteLine(capped.Graduated(new Money(25_000m, Currency.USD)));  // USD 450.00

        Console.WriteLine(capped.RateAt(new Money(25_000m, Currency.USD)));     // 5%
        #endregion
    }

    public static void TheMissingFortyThousand()
    {
        #region TheMissingFortyThousand
        var target = new Money(1_000_000m, Currency.CNY);
        var rebate = AttainmentRate.From(
            (Percentage.FromPercent(80), Percentage.FromPercent(1)),
            (Percentage.FromPercent(100), Percentage.FromPercent(2)),
            (Percentage.FromPercent(120), Percentage.FromPercent(3)));

        var reached = new Money(960_000m, Currency.CNY);
        var missing = target - reached;
        Money gain = rebate.AllUnits(target, target) - rebate.AllUnits(reached, target);

        Console.WriteLine(rebate.AllUnits(reached, target));  // CNY 9600.00
        Console.WriteLine(rebate.AllUnits(target, target));   // CNY 20000.00
        Console.WriteLine(gain + " for " + missing);          // CNY 10400.00 for CNY 40000.00
        Console.WriteLine(Percentage.Ratio(gain, missing));   // 26%
        #endregion
    }

    public static void MeetingTheQuotaIsMeetingIt()
    {
        #region MeetingTheQuotaIsMeetingIt
        var quota = new Money(3_000_000m, Currency.USD);
        var almost = new Money(2_999_950m, Currency.USD);
        var rates = AttainmentRate.From(
            (Percentage.Zero, Percentage.FromPercent(3)),
            (Percentage.OneHundred, Percentage.FromPercent(5)));

        Console.WriteLine(Percentage.Ratio(almost, quota)?.ToString("P1", null));  // 100.0 %
        Console.WriteLine(rates.RateAt(almost, quota));                            // 3%
        Console.WriteLine(rates.RateAt(quota, quota));                             // 5%
        #endregion
    }

    public static void ReturnsBelowZero()
    {
        #region ReturnsBelowZero
        var rate = TieredRate.From(Currency.USD, (0m, Percentage.FromPercent(4)));
        var returned = new Money(-500m, Currency.USD);

        Console.WriteLine(rate.Graduated(returned));             // USD 0.00
        Console.WriteLine(rate.Mirrored().Graduated(returned));  // USD -20.00
        #endregion
    }

    public static void BandsThatAreNotMoney()
    {
        #region BandsThatAreNotMoney
        var grades = StepSchedule.From((0m, "C"), (85m, "B"), (95m, "A")).WithCeiling(150m);

        Console.WriteLine(grades.At(94.9m));             // B
        Console.WriteLine(grades.At(95m));               // A
        Console.WriteLine(grades.TryAt(150.1m, out _));  // False

        // Who may approve a discount: up to 5 % the salesperson, up to 12 % the manager, above that the director.
        var authority = StepSchedule.UpTo(
            (Percentage.FromPercent(5), "salesperson"),
            (Percentage.FromPercent(12), "manager")).ThenAbove("director");

        Console.WriteLine(authority.At(Percentage.FromPercent(12)));     // manager
        Console.WriteLine(authority.At(Percentage.FromPercent(12.6m)));  // director
        #endregion
    }
}
