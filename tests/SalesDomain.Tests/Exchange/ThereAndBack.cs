using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Exchange;

public sealed class ThereAndBack
{
    private static readonly LocalDate s_on = new(2026, 3, 31);

    private static readonly Gen<decimal> s_extremeRate =
        from exponent in Gen.Choose(-9, 8)
        from digits in Gen.Choose(100_000_000, 999_999_999)
        from divisor in Gen.Elements(1m, 1m, 1.0000007m)
        let rate = Power(exponent) * (digits / 100_000_000m) / divisor
        select rate < 0.000000001m ? 0.000000001m : rate;

    [Property(MaxTest = 500)]
    public Property It_is_the_same_amount_after_a_rounding_to_the_nearest_minor_unit() =>
        Prop.ForAll(RateSampleOfDigits.InMinorUnits, sample =>
            Returns(sample.Table, sample.Amount, Currency.CNY, sample.On) && Returns(sample.Table, sample.Amount, sample.To, sample.On));

    [Property(MaxTest = 500)]
    public Property So_it_is_for_rates_from_a_billionth_to_a_billion_quoted_either_way() =>
        Prop.ForAll(RateSampleOfDigits.InMinorUnits, s_extremeRate.ToArbitrary(), RateSample.Units.ToArbitrary(), (sample, rate, units) =>
        {
            var (amount, to) = (sample.Amount, Currency.CNY);
            return Returns(ExchangeRates.Of(new ExchangeRate(amount.Currency, to, rate, s_on, units)), amount, to, s_on)
                && Returns(ExchangeRates.Of(new ExchangeRate(to, amount.Currency, rate, s_on, units)), amount, to, s_on);
        });

    [Property(MaxTest = 500)]
    public Property When_it_is_rounded_there_it_is_back_within_half_a_minor_unit_of_each() =>
        Prop.ForAll(RateSampleOfDigits.InMinorUnits, sample =>
        {
            var there = sample.Table.Convert(sample.Amount, Currency.CNY, sample.On);
            var paid = there.Result.Round(Rounding.Commercial);
            var back = sample.Table.Convert(paid, sample.Amount.Currency, sample.On).Result.Round(Rounding.Commercial);
            var halfFen = RateSample.Exactly(new Money(0.005m, Currency.CNY), [sample.First]);
            var halfOwn = Exact.Of(Money.FromMinorUnits(1, sample.Amount.Currency).Amount) * Exact.Half;
            return (Exact.Of(back.Amount) - Exact.Of(sample.Amount.Amount)).Abs() <= halfFen + halfOwn;
        });

    [Property]
    public Property The_opposite_amount_gives_the_opposite_result() =>
        Prop.ForAll(RateSampleOfDigits.Awkward, sample =>
            sample.Table.Convert(-sample.Amount, sample.To, sample.On).Result
                == -sample.Table.Convert(sample.Amount, sample.To, sample.On).Result);

    [Fact]
    public void Rounding_down_can_miss_the_amount_by_a_minor_unit()
    {
        var table = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 3m, s_on));
        var there = table.Convert(new Money(1m, Currency.CNY), Currency.USD, s_on).Result;
        var back = table.Convert(there, Currency.CNY, s_on).Result;

        Assert.Equal(new Money(1m, Currency.CNY), back.Round(Rounding.Commercial));
        Assert.Equal(new Money(0.99m, Currency.CNY), back.Round(Rounding.ToMinorUnit(RoundingMode.Down)));
    }

    [Fact]
    public void Where_both_directions_are_quoted_each_way_takes_its_own_rate_and_there_and_back_costs_the_difference()
    {
        var table = ExchangeRates.Of(
            new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, s_on), new ExchangeRate(Currency.CNY, Currency.USD, 0.14m, s_on));
        var there = table.Convert(new Money(100m, Currency.USD), Currency.CNY, s_on).Result;

        Assert.Equal(new Money(712m, Currency.CNY), there);
        Assert.Equal(new Money(99.68m, Currency.USD), table.Convert(there, Currency.USD, s_on).Result);
    }

    private static bool Returns(ExchangeRates table, Money amount, Currency to, LocalDate on)
    {
        var there = table.Convert(amount, to, on).Result;
        var back = table.Convert(there, amount.Currency, on).Result;
        return back.Round(Rounding.Commercial) == amount && back.Round(Rounding.Bankers) == amount;
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power = exponent < 0 ? power / 10m : power * 10m;

        return power;
    }
}
