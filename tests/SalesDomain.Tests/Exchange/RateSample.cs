using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SalesDomain.Tests.Exchange;

/// <summary>A table of rates, a question to it, and the answer found by looking at every rate.</summary>
internal sealed class RateSample
{
    // A leap day and a month's end; questions reach some days to either side.
    private const int Window = 12;

    private static readonly LocalDate s_firstDay = new(2024, 2, 24);

    private static readonly Currency[] s_currencies =
        [Currency.USD, Currency.CNY, Currency.JPY, Currency.KWD, Currency.Custom("POINT", 0, "Loyalty points")];

    /// <summary>As published: up to seven digits, up to four of them decimals, from hundredths to thousands.</summary>
    internal static Gen<decimal> PublishedRate { get; } =
        from digits in Gen.Choose(0, 4)
        from number in Gen.Frequency((1, Gen.Choose(1, 100)), (2, Gen.Choose(100, 9_999_999)))
        select number * new decimal(1, 0, 0, false, (byte)digits);

    internal static Gen<int> Units { get; } = Gen.Elements(1, 1, 100, 10_000);

    internal static Arbitrary<RateSample> Any { get; } =
        (from count in Gen.Choose(0, 24)
         from rates in (
             from pair in Pair
             from rate in PublishedRate
             from units in Units
             from day in Gen.Choose(0, Window - 1)
             from length in Gen.Elements<int?>(null, null, null, 0, 1, 4)
             select new ExchangeRate(
                 pair.From, pair.To, rate, s_firstDay.PlusDays(day), units,
                 length is { } days ? s_firstDay.PlusDays(day + days) : null)).ArrayOf(count)
         from @base in Gen.Elements<Currency?>([null, .. s_currencies])
         from age in Gen.Elements<int?>(null, 0, 1, 2, 5)
         from asked in Pair
         from day in Gen.Choose(-2, Window + 6)
         from units in Gen.Choose(-1_000_000_000, 1_000_000_000)
         select new RateSample(rates, @base, age, Amount(units, asked.From), asked.To, s_firstDay.PlusDays(day))).ToArbitrary();

    private RateSample(ExchangeRate[] rates, Currency? @base, int? age, Money amount, Currency to, LocalDate on)
    {
        Rates = [.. rates.GroupBy(rate => (rate.From, rate.To, rate.On)).Select(same => same.First())];
        (Base, Age, Question, To, On) = (@base, age, amount, to, on);
        Table = Make(Rates);
    }

    internal ExchangeRate[] Rates { get; }

    internal Currency? Base { get; }

    internal int? Age { get; }

    internal Money Question { get; }

    internal Currency To { get; }

    internal LocalDate On { get; }

    internal ExchangeRates Table { get; }

    private static Gen<(Currency From, Currency To)> Pair =>
        from one in Gen.Choose(0, s_currencies.Length - 1)
        from step in Gen.Choose(1, s_currencies.Length - 1)
        select (s_currencies[one], s_currencies[(one + step) % s_currencies.Length]);

    public override string ToString() => Question + " in " + To + " on " + On + " by " + Table;

    /// <summary>The table of the same kind with these rates.</summary>
    internal ExchangeRates Make(ExchangeRate[] rates)
    {
        var table = ExchangeRates.Of(rates);
        if (Base is not null)
            table = table.WithBase(Base);

        return Age is { } days ? table.WithMaximumAge(days) : table;
    }

    /// <summary>The rates to use, or null when there is none.</summary>
    internal ExchangeRate[]? Expected()
    {
        if (Own(Question.Currency, To) is { } rate)
            return [rate];

        return Base is { } through && through != Question.Currency && through != To
            && Own(Question.Currency, through) is { } first && Own(through, To) is { } second ? [first, second] : null;
    }

    /// <summary>What the rates give, as a fraction.</summary>
    internal static Exact Exactly(Money amount, IEnumerable<ExchangeRate> rates)
    {
        var (value, reached) = (Exact.Of(amount.Amount), amount.Currency);
        foreach (var rate in rates)
        {
            var price = Exact.Of(rate.Rate) / Exact.Of(rate.Units);
            (value, reached) = reached == rate.From ? (value * price, rate.To) : (value / price, rate.From);
        }

        return value;
    }

    private ExchangeRate? Own(Currency from, Currency to)
    {
        var last = Rates
            .Where(rate => (rate.From == from && rate.To == to) || (rate.From == to && rate.To == from))
            .Where(rate => rate.On <= On)
            .OrderByDescending(rate => rate.On).ThenByDescending(rate => rate.From == from)
            .FirstOrDefault();
        return last is not null && (last.Until < On || (Age is { } most && last.On.PlusDays(most) < On)) ? null : last;
    }

    private static Money Amount(int units, Currency currency) => Money.FromMinorUnits(units, currency);
}
