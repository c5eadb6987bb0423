using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Exchange;

/// <summary>
/// An amount and the two rates that lead through a base currency, each quoted either way; rates and amounts with as many digits as a
/// decimal has.
/// </summary>
internal sealed record RateSampleOfDigits(Money Amount, ExchangeRate First, ExchangeRate Second)
{
    private static readonly NodaTime.LocalDate s_on = new(2026, 3, 31);

    private static readonly Currency[] s_ends = [Currency.USD, Currency.JPY, Currency.KWD, Currency.CLF];

    /// <summary>Amounts in minor units up to 10^15.</summary>
    internal static Arbitrary<RateSampleOfDigits> InMinorUnits { get; } = Of(
        from currency in Gen.Elements<Currency>(s_ends)
        from digits in Gen.Choose(0, 15)
        from high in Gen.Choose(0, 99_999_999)
        from low in Gen.Choose(-99_999_999, 99_999_999)
        let most = (decimal)Math.Pow(10, digits)
        let amount = ((high * 100_000_000m) + low) * 0.1m % most
        select new Money(amount, currency).Round(Rounding.Bankers)).ToArbitrary();

    /// <summary>Amounts of every fineness: thirds, and most of a decimal's digits in use.</summary>
    internal static Arbitrary<RateSampleOfDigits> Awkward { get; } = Of(
        from currency in Gen.Elements<Currency>(s_ends)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, int.MaxValue)))
        from negative in Gen.Elements(false, true)
        from scale in Gen.Choose(16, 28)
        select new Money(new decimal(low, middle, high, negative, (byte)scale), currency)).ToArbitrary();

    internal ExchangeRates Table => ExchangeRates.Of(First, Second).WithBase(Currency.CNY);

    internal NodaTime.LocalDate On => s_on;

    /// <summary>The currency at the other end.</summary>
    internal Currency To => Second.From == Currency.CNY ? Second.To : Second.From;

    public override string ToString() => Amount + " by " + First + " and " + Second;

    // From 0.0001 to 10,000, of one digit or of 28.
    private static Gen<decimal> Rate =>
        from whole in Gen.Choose(1, 9_999)
        from decimals in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, 99_999)))
        from divisor in Gen.Elements(1m, 1m, 3m, 7m, 10_000m)
        select (whole + (decimals / 100_000m)) / divisor;

    private static Gen<RateSampleOfDigits> Of(Gen<Money> amounts) =>
        from amount in amounts
        from to in Gen.Elements(s_ends.Where(currency => currency != amount.Currency).ToArray())
        from first in Quoted(amount.Currency)
        from second in Quoted(to)
        select new RateSampleOfDigits(amount, first, second);

    private static Gen<ExchangeRate> Quoted(Currency currency) =>
        from rate in Rate
        from units in Gen.Elements(1, 100, 10_000)
        from direct in Gen.Elements(true, false)
        select direct
            ? new ExchangeRate(currency, Currency.CNY, rate, s_on, units)
            : new ExchangeRate(Currency.CNY, currency, rate, s_on, units);
}
