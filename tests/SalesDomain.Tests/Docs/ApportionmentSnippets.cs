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
}
