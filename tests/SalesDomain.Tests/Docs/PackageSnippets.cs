using System;

namespace SalesDomain.Tests.Docs;

public static class PackageSnippets
{
    public static void CommissionInOneLine()
    {
        #region CommissionInOneLine
        var rates = AttainmentRate.From(
            (Percentage.Zero, Percentage.FromPercent(3)),
            (Percentage.OneHundred, Percentage.FromPercent(5)),
            (Percentage.FromPercent(120), Percentage.FromPercent(7)));

        var revenue = new Money(124_000m, Currency.USD);
        var quota = new Money(100_000m, Currency.USD);

        Money commission = rates.Graduated(revenue, quota).Round(Rounding.Commercial);
        Console.WriteLine(commission);  // USD 4280.00
        #endregion
    }
}
