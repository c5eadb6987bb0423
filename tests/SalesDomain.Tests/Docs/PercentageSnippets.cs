using System;

namespace SalesDomain.Tests.Docs;

public static class PercentageSnippets
{
    public static void DiscountUponDiscount()
    {
        #region DiscountUponDiscount
        var eight = Percentage.FromPercent(8);
        var five = Percentage.FromPercent(5);

        Console.WriteLine(eight + five);                        // 13%
        Console.WriteLine(Percentage.Successive(eight, five));  // 12.6%
        #endregion
    }

    public static void ChineseDiscounts()
    {
        #region ChineseDiscounts
        // 85折: the customer pays 85 %, so the discount is 15 %.
        var pays = Percentage.FromPercent(85);
        Console.WriteLine(pays.Complement());                       // 15%
        Console.WriteLine(new Money(200m, Currency.CNY) * pays);  // CNY 170.00

        // 扣3个点: three percentage points off a rate, 17 % to 14 %.
        Console.WriteLine(Percentage.FromPercent(17) - Percentage.FromPercent(3));  // 14%
        #endregion
    }

    public static void FreeGoodsAreADiscount()
    {
        #region FreeGoodsAreADiscount
        Percentage? buyTenGetOne = Percentage.Ratio(1, 11);
        Percentage? oneInTenFree = Percentage.Ratio(1, 10);

        Console.WriteLine(buyTenGetOne?.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));  // 9.09%
        Console.WriteLine(oneInTenFree);                                                              // 10%
        #endregion
    }

    public static void MarkUpOrMargin()
    {
        #region MarkUpOrMargin
        var cost = new Money(4.68m, Currency.EUR);
        var twenty = Percentage.FromPercent(20);

        Console.WriteLine(cost + (cost * twenty));             // EUR 5.616
        Console.WriteLine(cost / twenty.Complement().Fraction);  // EUR 5.85
        #endregion
    }

    public static void AttainmentAndPoints()
    {
        #region AttainmentAndPoints
        var quota = new Money(1_200_000m, Currency.CNY);
        Percentage? attainment = Percentage.Ratio(new Money(540_000m, Currency.CNY), quota);
        Percentage? time = Percentage.Ratio(11, 22);

        Console.WriteLine(attainment);         // 45%
        Console.WriteLine(time - attainment);  // 5%

        // A quota of zero gives no attainment: null, neither 0 % nor infinity.
        Console.WriteLine(Percentage.Ratio(quota, Money.Zero(Currency.CNY)) is null);  // True
        #endregion
    }

    public static void GrowthUponGrowth()
    {
        #region GrowthUponGrowth
        var first = Percentage.FromPercent(10);
        var second = Percentage.FromPercent(20);

        Console.WriteLine(first.Compound(second));     // 32%
        Console.WriteLine((-first).Compound(second));  // 8%
        #endregion
    }
}
