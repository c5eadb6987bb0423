using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Tests;

[assembly: Properties(Arbitrary = [typeof(Generators)])]

namespace SalesDomain.Tests;

/// <summary>Two amounts of one currency.</summary>
public sealed record MoneyPair(Money Left, Money Right);

/// <summary>Amounts of one currency, possibly none.</summary>
public sealed record MoneyList(Currency Currency, Money[] Amounts);

/// <summary>Two quantities of one unit.</summary>
public sealed record QuantityPair(Quantity Left, Quantity Right);

/// <summary>
/// A number of the whole range of decimal, most of its digits in use: for text and refusals, where arithmetic may overflow.
/// </summary>
public sealed record AnyDecimal(decimal Value);

/// <summary>
/// What every property may ask for by its type. Amounts have at most 13 whole digits and 6 decimals, so that sums and products of a few of
/// them are exact in a decimal; <see cref="AnyDecimal"/> has no such bound.
/// </summary>
public static class Generators
{
    /// <summary>Minor digits 0, 2, 3 and 4, none, and custom units beside the ISO list.</summary>
    public static readonly IReadOnlyList<Currency> TellingCurrencies =
    [
        Currency.USD, Currency.EUR, Currency.CNY, Currency.JPY, Currency.KRW, Currency.KWD, Currency.BHD, Currency.CLF, Currency.UYW,
        Currency.XXX, Currency.XAU, Currency.Custom("POINT", 0, "Loyalty points"), Currency.Custom("HRK", 2, "Kuna, retired"),
        Currency.Custom("CREDIT", null, "Credits"),
    ];

    public static readonly IReadOnlyList<UnitOfMeasure> TellingUnits =
    [
        UnitOfMeasure.Piece, UnitOfMeasure.Case, UnitOfMeasure.Pallet, UnitOfMeasure.Kilogram, UnitOfMeasure.SquareMetre,
        UnitOfMeasure.FromCode("箱"),
        UnitOfMeasure.FromCode("m²"),
    ];

    public static readonly IReadOnlyList<RoundingMode> Modes =
    [
        RoundingMode.HalfAwayFromZero, RoundingMode.HalfEven, RoundingMode.Up, RoundingMode.Down, RoundingMode.Ceiling, RoundingMode.Floor,
    ];

    private static readonly LocalDate[] s_tellingDates =
    [
        new(2024, 2, 28), new(2024, 2, 29), new(2024, 3, 1), new(2023, 2, 28), new(2023, 3, 1), new(2000, 2, 29), new(1900, 2, 28),
        new(1900, 3, 1),
        new(2025, 12, 31), new(2026, 1, 1), new(2026, 1, 31), new(2026, 3, 31), new(2026, 4, 1), new(2026, 6, 30), new(1, 1, 1),
        new(9999, 12, 31),
    ];

    private static readonly decimal[] s_tellingAmounts =
    [
        0m, 0.00m, 0.0001m, 0.001m, 0.005m, 0.01m, 0.015m, 0.025m, 0.05m, 0.5m, 0.99m, 1m, 1.0m, 1.5m, 2.5m, 2.50m, 9.99m, 10.155m, 99.995m,
        100m, 1000m,
        0.000001m, 1234567.891m, 9999999999999m, 9999999999999.999999m,
    ];

    private static readonly decimal[] s_tellingDecimals =
    [
        decimal.MaxValue, decimal.MaxValue - 1m, decimal.MaxValue / 10m, decimal.MaxValue / 100m, 39614081257132168796771975168m,
        0.0000000000000000000000000001m, 0.0000000000000000000000000010m, 7.9228162514264337593543950335m, 1m / 3m, 2m / 3m, 1m / 3m * 3m,
        1.0000000000000000000000000000m, 12345678901234567890.12345678m, 1e15m, 1e-15m,
    ];

    private static readonly decimal[] s_tellingSteps =
        [0.05m, 0.01m, 0.03m, 0.25m, 0.5m, 0.1m, 1m, 7m, 10m, 100m, 0.3333m, 0.0001m, 2.50m, 1000000m, 0.333333333m];

    /// <summary>Zero, smallest units, ties, trailing zeros, and numbers of every size, of both signs.</summary>
    private static readonly Gen<decimal> s_amount = Signed(Gen.Frequency(
        (2, Gen.Elements(s_tellingAmounts)),
        (3, from digits in Gen.Choose(0, 2) from number in Gen.Choose(0, 100_000) select Scaled(number, digits)),
        (3, from digits in Gen.Choose(0, 6) from high in Gen.Choose(0, 9_999_999) from low in Gen.Choose(0, 999_999)
            select Scaled((high * 1_000_000L) + low, digits))));

    private static readonly Gen<decimal> s_anyDecimal = Signed(Gen.Frequency(
        (2, Gen.Elements(s_tellingDecimals)),
        (2, from scale in Gen.Choose(0, 28) from low in Bits() from middle in Bits() from high in Bits()
            select new decimal(low, middle, high, false, (byte)scale)),
        (2, s_amount)));

    private static readonly Gen<Currency> s_currency = Gen.Frequency(
        (3, Gen.Elements<Currency>(TellingCurrencies)), (1, Gen.Elements<Currency>(Currency.Iso)));

    private static readonly Gen<LocalDate> s_date = Gen.Frequency(
        (1, Gen.Elements(s_tellingDates)),
        (1,
            from year in Gen.Choose(1996, 2032) from quarter in Gen.Choose(1, 4)
            select new LocalDate(year, quarter * 3, 1).With(DateAdjusters.EndOfMonth)),
        (2, from day in Gen.Choose(0, 50_000) select new LocalDate(1950, 1, 1).PlusDays(day)));

    public static Arbitrary<decimal> Decimals() => Arb.From(s_amount, Simpler);

    public static Arbitrary<AnyDecimal> AnyDecimals() => s_anyDecimal.Select(value => new AnyDecimal(value)).ToArbitrary();

    public static Arbitrary<Currency> Currencies() => s_currency.ToArbitrary();

    public static Arbitrary<Money> Moneys() =>
        Arb.From(
            from currency in s_currency from amount in s_amount select new Money(amount, currency),
            money => Simpler(money.Amount).Select(amount => new Money(amount, money.Currency)));

    public static Arbitrary<MoneyPair> MoneyPairs() =>
        (from currency in s_currency
         from left in s_amount
         from right in s_amount
         select new MoneyPair(new Money(left, currency), new Money(right, currency))).ToArbitrary();

    public static Arbitrary<MoneyList> MoneyLists() =>
        (from currency in s_currency
         from amounts in s_amount.ArrayOf()
         select new MoneyList(currency, Array.ConvertAll(amounts, amount => new Money(amount, currency)))).ToArbitrary();

    /// <summary>0 %, 100 %, hundredths of a percent, thirds, above 100 % and negative, at most 1,000 %.</summary>
    public static Arbitrary<Percentage> Percentages() =>
        Signed(Gen.Frequency(
            (1, Gen.Elements(0m, 0.01m, 0.5m, 5m, 12.5m, 12.50m, 33.3333m, 50m, 99.99m, 100m, 100.01m, 120m, 1000m)),
            (1, from percent in Gen.Choose(0, 200) select (decimal)percent),
            (1, from hundredths in Gen.Choose(0, 100_000) select hundredths / 100m)))
        .Select(Percentage.FromPercent).ToArbitrary();

    public static Arbitrary<UnitOfMeasure> Units() => Gen.Elements<UnitOfMeasure>(TellingUnits).ToArbitrary();

    public static Arbitrary<Quantity> Quantities() =>
        (from unit in Gen.Elements<UnitOfMeasure>(TellingUnits) from amount in s_amount select new Quantity(amount, unit)).ToArbitrary();

    public static Arbitrary<QuantityPair> QuantityPairs() =>
        (from unit in Gen.Elements<UnitOfMeasure>(TellingUnits)
         from left in s_amount
         from right in s_amount
         select new QuantityPair(new Quantity(left, unit), new Quantity(right, unit))).ToArbitrary();

    /// <summary>
    /// Every target in every mode. A rounding to the minor unit needs a currency that has one: <see cref="NumberRoundings"/> has none of
    /// them.
    /// </summary>
    public static Arbitrary<Rounding> Roundings() =>
        Gen.Frequency((1, Gen.Elements<RoundingMode>(Modes).Select(Rounding.ToMinorUnit)), (3, NumberRounding())).ToArbitrary();

    public static Arbitrary<NumberRounding> NumberRoundings() =>
        NumberRounding().Select(rounding => new NumberRounding(rounding)).ToArbitrary();

    public static Arbitrary<LocalDate> Dates() => s_date.ToArbitrary();

    /// <summary>Single days, spans of both short and long, and spans open at either end or both.</summary>
    public static Arbitrary<DateSpan> Spans() =>
        Gen.Frequency(
            (1, s_date.Select(DateSpan.On)),
            (1, s_date.Select(DateSpan.From)),
            (1, s_date.Select(DateSpan.Until)),
            (1, Gen.Constant(DateSpan.Always)),
            (4,
                from one in s_date from other in s_date
                select new DateSpan(LocalDate.Min(one, other), LocalDate.Max(one, other)))).ToArbitrary();

    private static Gen<Rounding> NumberRounding() =>
        from mode in Gen.Elements<RoundingMode>(Modes)
        from step in Gen.Elements(s_tellingSteps)
        from digits in Gen.Choose(0, 28)
        from ending in Gen.Elements((0.99m, 1m), (9.90m, 10m), (0.5m, 1m), (0.01m, 0.03m), (4.95m, 5m), (99m, 100m))
        from rounding in Gen.Elements(
            Rounding.ToDigits(digits, mode), Rounding.ToDigits(digits % 5, mode), Rounding.ToStep(step, mode),
            Rounding.ToEnding(ending.Item1, ending.Item2, mode))
        select rounding;

    private static Gen<decimal> Signed(Gen<decimal> magnitude) =>
        from value in magnitude from negative in Gen.Elements(false, false, true) select negative ? -value : value;

    private static Gen<int> Bits() => Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(int.MinValue, int.MaxValue)));

    private static decimal Scaled(long number, int digits) =>
        number * new decimal(1, 0, 0, false, (byte)digits);

    private static IEnumerable<decimal> Simpler(decimal value)
    {
        if (value < 0m)
            yield return -value;
        decimal[] shorter = [decimal.Truncate(value), Math.Round(value, 2, MidpointRounding.ToEven), decimal.Truncate(value / 2m)];
        foreach (var simpler in shorter)
        {
            if (simpler != value)
                yield return simpler;
        }
    }
}

/// <summary>A rounding of plain numbers: by digits, step or ending.</summary>
public sealed record NumberRounding(Rounding Rounding);
