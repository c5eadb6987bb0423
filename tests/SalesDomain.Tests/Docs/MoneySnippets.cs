using System;

namespace SalesDomain.Tests.Docs;

public static class MoneySnippets
{
    public static void RoundOneSide()
    {
        #region RoundOneSide
        var order = new Money(6.45m, Currency.USD);

        Money commission = (order * Percentage.FromPercent(30)).Round(Rounding.Commercial);
        Money vendor = order - commission;

        Console.WriteLine(commission);           // USD 1.94
        Console.WriteLine(vendor);               // USD 4.51
        Console.WriteLine(commission + vendor);  // USD 6.45
        #endregion
    }

    public static void DivideLast()
    {
        #region DivideLast
        var expected = new Money(1_450_000m, Currency.AUD);  // for 150,000 pieces
        Money averagePrice = expected / 150_000m;

        Console.WriteLine(expected * 30_000m / 150_000m);                                // AUD 290000.00
        Console.WriteLine(averagePrice.Round(Rounding.Commercial) * 30_000m);            // AUD 290100.00
        Console.WriteLine(averagePrice * 30_000m == new Money(290_000m, Currency.AUD));  // False
        #endregion
    }

    public static void RoundTheLine()
    {
        #region RoundTheLine
        var priceWithTax = new Money(9.99m, Currency.CNY);

        Money byLine = (priceWithTax * 1_000m / 1.13m).Round(Rounding.Commercial);
        Money byPiece = (priceWithTax / 1.13m).Round(Rounding.Commercial) * 1_000m;

        Console.WriteLine(byLine);   // CNY 8840.71
        Console.WriteLine(byPiece);  // CNY 8840.00
        #endregion
    }

    public static void CurrenciesDoNotMix()
    {
        #region CurrenciesDoNotMix
        var dollars = new Money(100m, Currency.USD);

        try
        {
            Console.WriteLine(dollars + Money.Zero(Currency.EUR));
        }
        catch (CurrencyMismatchException mismatch)
        {
            Console.WriteLine(mismatch.Expected + " meets " + mismatch.Actual);  // USD meets EUR
        }

        Console.WriteLine(dollars == new Money(100m, Currency.EUR));  // False
        #endregion
    }

    public static void MinorUnits()
    {
        #region MinorUnits
        Console.WriteLine(Money.FromMinorUnits(250, Currency.USD));  // USD 2.50
        Console.WriteLine(Money.FromMinorUnits(250, Currency.JPY));  // JPY 250
        Console.WriteLine(Money.FromMinorUnits(250, Currency.KWD));  // KWD 0.250
        Console.WriteLine(Money.FromMinorUnits(250, Currency.CLF));  // CLF 0.0250

        var unitPrice = new Money(0.0042m, Currency.USD);
        Console.WriteLine(unitPrice);                 // USD 0.0042
        Console.WriteLine(unitPrice.IsInMinorUnits);  // False
        #endregion
    }

    public static void TextOfMoney()
    {
        #region TextOfMoney
        var amount = new Money(1234567.5m, Currency.CNY);

        Console.WriteLine(amount);                       // CNY 1234567.50
        Console.WriteLine(amount.ToString("N", null));   // CNY 1,234,567.50
        Console.WriteLine(amount.ToString("A0", null));  // 1,234,568

        Console.WriteLine(Money.Parse("CNY 1234567.50") == amount);  // True
        #endregion
    }

    public static void UnitsOfYourOwn()
    {
        #region UnitsOfYourOwn
        var points = Currency.Custom("POINT", minorDigits: 0, "Loyalty points");
        var balance = new Money(1_200m, points);

        Console.WriteLine(balance + new Money(50m, points));              // POINT 1250
        Console.WriteLine(Currency.FromCode("CNY").NumericCode);          // 156
        Console.WriteLine(Money.Parse("POINT 1200", points) == balance);  // True
        Console.WriteLine(Money.TryParse("POINT 1200", out _));           // False
        #endregion
    }
}
