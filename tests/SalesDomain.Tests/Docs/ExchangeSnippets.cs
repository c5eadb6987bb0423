using System;
using System.Linq;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class ExchangeSnippets
{
    public static void RatesAsTheyArePublished()
    {
        #region RatesAsTheyArePublished
        var monday = new LocalDate(2026, 3, 30);
        var rates = ExchangeRates.Of(
            new ExchangeRate(Currency.USD, Currency.CNY, 7.1234m, monday),
            new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, monday, units: 100));

        Conversion order = rates.Convert(new Money(5_000m, Currency.JPY), Currency.CNY, on: new LocalDate(2026, 3, 31));

        Console.WriteLine(order.Result);           // CNY 230.00
        Console.WriteLine(order.Rates.Single());   // JPY 100 = CNY 4.60 on 2026-03-30
        #endregion
    }

    public static void TheOtherWayDivides()
    {
        #region TheOtherWayDivides
        var day = new LocalDate(2016, 8, 29);
        var dollars = new Money(1_000m, Currency.USD);
        var published = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.NIO, 28.8439m, day));
        var reciprocal = ExchangeRates.Of(new ExchangeRate(Currency.NIO, Currency.USD, 0.034669m, day));

        Console.WriteLine(published.Convert(dollars, Currency.NIO, day).Result);                               // NIO 28843.90
        Console.WriteLine(reciprocal.Convert(dollars, Currency.NIO, day).Result.Round(Rounding.Commercial));   // NIO 28844.21

        Money there = published.Convert(new Money(500m, Currency.NIO), Currency.USD, day).Result;
        Console.WriteLine(there);
        // USD 17.334687750269554394516691571
        Console.WriteLine(published.Convert(there, Currency.NIO, day).Result.Round(Rounding.Commercial));      // NIO 500.00
        #endregion
    }

    public static void ConvertThenRound()
    {
        #region ConvertThenRound
        var day = new LocalDate(2026, 3, 31);
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.JPY, Currency.USD, 0.009502m, day));
        var basePrice = new Money(1_000m, Currency.JPY);

        Money converted = rates.Convert(basePrice, Currency.USD, day).Result;
        Console.WriteLine(converted);                                                                         // USD 9.502
        Console.WriteLine(converted.Round(Rounding.ToEnding(9.99m, 10m, RoundingMode.HalfAwayFromZero)));     // USD 9.99
        #endregion
    }

    public static void ThroughABase()
    {
        #region ThroughABase
        var day = new LocalDate(2026, 3, 31);
        var parities = ExchangeRates
            .Of(
                new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, day),
                new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, day, units: 100))
            .WithBase(Currency.CNY);

        Conversion price = parities.Convert(new Money(23m, Currency.USD), Currency.JPY, day);

        Console.Write(price.Explain());
        // converted: JPY 3560  [convert to JPY, USD 1.00 = CNY 7.12 on 2026-03-31, JPY 100 = CNY 4.60 on 2026-03-31]
        //   amount: USD 23.00  [fact]

        Console.WriteLine(price.Explain().IsVerified);  // True
        #endregion
    }

    public static void NoRateIsNotARateOfOne()
    {
        #region NoRateIsNotARateOfOne
        var rates = ExchangeRates
            .Of(new ExchangeRate(Currency.EUR, Currency.CNY, 7.80m, new LocalDate(2026, 3, 27)))
            .WithMaximumAge(days: 3);
        var invoice = new Money(100m, Currency.EUR);

        Console.WriteLine(rates.TryConvert(invoice, Currency.CNY, new LocalDate(2026, 3, 26), out _));   // False
        Console.WriteLine(rates.Convert(invoice, Currency.CNY, new LocalDate(2026, 3, 30)).Result);      // CNY 780.00
        Console.WriteLine(rates.TryConvert(invoice, Currency.CNY, new LocalDate(2026, 3, 31), out _));   // False

        foreach (Reason reason in rates.Missing(Currency.EUR, Currency.CNY, new LocalDate(2026, 3, 31)))
            Console.WriteLine(reason);
        // exchange.stale-rate (from EUR, to CNY, on 2026-03-31, last 2026-03-27, age 4, maximum age 3)
        #endregion
    }

    public static void LinesAndTheirTotal()
    {
        #region LinesAndTheirTotal
        var day = new LocalDate(2026, 3, 31);
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.EUR, Currency.USD, 1.0834m, day));
        Money[] lines = [new(1m, Currency.EUR), new(1m, Currency.EUR), new(1m, Currency.EUR)];

        Money InDollars(Money amount) => rates.Convert(amount, Currency.USD, day).Result.Round(Rounding.Commercial);

        Money total = InDollars(Money.Sum(Currency.EUR, lines));
        Console.WriteLine(total);                                                // USD 3.25
        Console.WriteLine(Money.Sum(Currency.USD, lines.Select(InDollars)));     // USD 3.24

        Money[] parts = Apportionment.ToMinorUnit.Split(total, lines.Select(line => line.Amount));
        Console.WriteLine(string.Join(", ", parts.Select(part => part.ToString())));   // USD 1.09, USD 1.08, USD 1.08
        #endregion
    }
}
