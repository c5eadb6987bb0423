using System;

namespace SalesDomain.Tests.Docs;

public static class ReadmeSnippets
{
    public static void CommissionByAttainment()
    {
        #region CommissionByAttainment
        var rates = AttainmentRate.From(
            (Percentage.Zero, Percentage.FromPercent(1.5m)),
            (Percentage.OneHundred, Percentage.FromPercent(2.5m)));

        var quota = new Money(1_141_000m, Currency.CNY);
        var revenue = new Money(1_225_000m, Currency.CNY);

        Console.WriteLine(rates.Graduated(revenue, quota).Round(Rounding.Commercial));  // CNY 19215.00
        #endregion
    }

    public static void PlanByLastYear()
    {
        #region PlanByLastYear
        var plan = new Money(2_640_000m, Currency.CNY);
        Money[] lastYear = [new(1_037_000m, Currency.CNY), new(846_000m, Currency.CNY), new(517_000m, Currency.CNY)];

        Money[] quotas = Apportionment.InUnitsOf(1_000m).Split(plan, lastYear);

        Console.WriteLine(string.Join(", ", quotas));                     // CNY 1141000.00, CNY 930000.00, CNY 569000.00
        Console.WriteLine(Money.Sum(Currency.CNY, quotas) == plan);       // True
        #endregion
    }

    public static void AWarningFromThePriceList()
    {
        #region AWarningFromThePriceList
        var list = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1, 100m), (1_000, 96m), (3_000, 94m));

        Console.WriteLine(list.AllUnits(Quantity.Pieces(3_200)));         // CNY 300800.00
        foreach (var range in list.Inversions(Quantity.Pieces(1)))
            Console.WriteLine(range);
        // 961 PCE to 999 PCE give more (CNY 99900.00 at the end) than 1000 PCE (CNY 96000.00)
        // 2938 PCE to 2999 PCE give more (CNY 287904.00 at the end) than 3000 PCE (CNY 282000.00)
        #endregion
    }
}
