using System;

namespace SalesDomain.Tests.Docs;

public static class ApportionmentSnippets
{
    public static void DiscountOverLines()
    {
        #region DiscountOverLines
        var discount = new Money(15.00m, Currency.USD);
        decimal[] linePrices = [22.00m, 14.00m, 43.00m, 7.50m, 0.00m];

        Money[] shares = Apportionment.ToMinorUnit.Split(discount, linePrices);

        Console.WriteLine(string.Join(", ", shares));        // USD 3.81, USD 2.43, USD 7.46, USD 1.30, USD 0.00
        Console.WriteLine(Money.Sum(Currency.USD, shares));  // USD 15.00
        #endregion
    }

    public static void PlanOverPeople()
    {
        #region PlanOverPeople
        var plan = new Money(2_640_000m, Currency.CNY);
        decimal[] lastYear = [1_037_000m, 846_000m, 517_000m];

        Money[] quotas = Apportionment.InUnitsOf(1_000m).Split(plan, lastYear);

        foreach (Money quota in quotas)
            Console.WriteLine(quota);
        // CNY 1141000.00
        // CNY 930000.00
        // CNY 569000.00
        #endregion
    }

    public static void PercentagesThatSum()
    {
        #region PercentagesThatSum
        // Rounded one by one, 36.08, 36.47 and 27.45 give 36 + 36 + 27 = 99.
        decimal[] percents = Apportionment.ToWhole.Split(100m, [92m, 93m, 70m]);

        Console.WriteLine(string.Join(" + ", percents));  // 36 + 37 + 27
        #endregion
    }

    public static void TheRestGoesToSomebody()
    {
        #region TheRestGoesToSomebody
        var plan = new Money(12_345_678m, Currency.CNY);
        var inThousands = Apportionment.InUnitsOf(1_000m);

        try
        {
            inThousands.Split(plan, [1m, 1m]);
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine(refused.ParamName);  // total
        }

        Money[] parts = inThousands.WithRestTo(part: 0).Split(plan, [1m, 1m]);
        Console.WriteLine(string.Join(", ", parts));  // CNY 6173678.00, CNY 6172000.00
        #endregion
    }

    public static void DiscountWithFloors()
    {
        #region DiscountWithFloors
        // Two pieces of 50.00 that may not go below 45.00, two of 20.00 and one of 40.00.
        ApportionmentPart[] pieces =
        [
            new(weight: 50m, maximum: 5m),
            new(weight: 50m, maximum: 5m),
            new(weight: 20m),
            new(weight: 20m),
            new(weight: 40m),
        ];

        Money[] shares = Apportionment.ToMinorUnit.Split(new Money(27.00m, Currency.EUR), pieces);
        Console.WriteLine(string.Join(", ", shares));  // EUR 5.00, EUR 5.00, EUR 4.25, EUR 4.25, EUR 8.50
        #endregion
    }

    public static void TiesAreStated()
    {
        #region TiesAreStated
        var amount = new Money(8.00m, Currency.USD);

        Console.WriteLine(string.Join(", ", Apportionment.ToMinorUnit.SplitEvenly(amount, 3)));
        // USD 2.67, USD 2.67, USD 2.66
        Console.WriteLine(string.Join(", ", Apportionment.ToMinorUnit.WithTies(TieBreak.Last).SplitEvenly(-amount, 3)));
        // USD -2.66, USD -2.67, USD -2.67
        #endregion
    }

    public static void BudgetOfYearsAndQuarters()
    {
        #region BudgetOfYearsAndQuarters
        // 100 over four years by four quarters, in per cent.
        decimal[] years = [32.85m, 15.34m, 41.62m, 10.19m];
        decimal[] quarters = [13.92m, 26.27m, 47.30m, 12.51m];
        var exact = new decimal[4, 4];
        for (var year = 0; year < 4; year++)
        {
            for (var quarter = 0; quarter < 4; quarter++)
                exact[year, quarter] = years[year] * quarters[quarter] / 100m;
        }

        decimal[,] budget = ControlledRounding.ToWhole.Round(exact);

        for (var year = 0; year < 4; year++)
        {
            var total = budget[year, 0] + budget[year, 1] + budget[year, 2] + budget[year, 3];
            Console.WriteLine($"{budget[year, 0]} + {budget[year, 1]} + {budget[year, 2]} + {budget[year, 3]} = {total}");
        }
        // 5 + 9 + 15 + 4 = 33
        // 2 + 4 + 7 + 2 = 15
        // 6 + 11 + 20 + 5 = 42
        // 1 + 2 + 5 + 2 = 10
        #endregion
    }

    public static void QuotasOfAreasAndQuarters()
    {
        #region QuotasOfAreasAndQuarters
        Money[] areas = [Thousands(1_141), Thousands(930), Thousands(569)];
        Money[] quarters = [Thousands(550), Thousands(700), Thousands(730), Thousands(660)];

        Money[,] quotas = ControlledRounding.InUnitsOf(1_000m).Spread(areas, quarters);

        for (var area = 0; area < 3; area++)
            Console.WriteLine($"{quotas[area, 0]} {quotas[area, 1]} {quotas[area, 2]} {quotas[area, 3]}");
        // CNY 238000.00 CNY 302000.00 CNY 316000.00 CNY 285000.00
        // CNY 193000.00 CNY 247000.00 CNY 257000.00 CNY 233000.00
        // CNY 119000.00 CNY 151000.00 CNY 157000.00 CNY 142000.00

        static Money Thousands(decimal amount) => new(amount * 1_000m, Currency.CNY);
        #endregion
    }

    public static void OwnWeightsBetweenDecidedTotals()
    {
        #region OwnWeightsBetweenDecidedTotals
        // What each area sold of three products; the third does not sell the second product.
        decimal[,] cells = { { 520m, 310m, 205m }, { 390m, 410m, 130m }, { 300m, 0m, 240m } };
        decimal[] areas = [1_141m, 930m, 569m];
        decimal[] products = [1_320m, 770m, 550m];

        for (var pass = 0; pass < 100; pass++)
        {
            for (var area = 0; area < 3; area++)
            {
                var factor = areas[area] / (cells[area, 0] + cells[area, 1] + cells[area, 2]);
                for (var product = 0; product < 3; product++)
                    cells[area, product] *= factor;
            }

            for (var product = 0; product < 3; product++)
            {
                var factor = products[product] / (cells[0, product] + cells[1, product] + cells[2, product]);
                for (var area = 0; area < 3; area++)
                    cells[area, product] *= factor;
            }
        }

        decimal[,] quotas = ControlledRounding.ToWhole.Round(cells);

        for (var area = 0; area < 3; area++)
        {
            var total = quotas[area, 0] + quotas[area, 1] + quotas[area, 2];
            Console.WriteLine($"{quotas[area, 0]} + {quotas[area, 1]} + {quotas[area, 2]} = {total}, decided {areas[area]}");
        }
        // 588 + 352 + 201 = 1141, decided 1141
        // 397 + 418 + 115 = 930, decided 930
        // 335 + 0 + 234 = 569, decided 569
        #endregion
    }
}
