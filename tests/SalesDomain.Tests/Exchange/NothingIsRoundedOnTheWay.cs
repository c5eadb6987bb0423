using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Exchange;

public sealed class NothingIsRoundedOnTheWay
{
    private static readonly LocalDate s_on = new(2026, 3, 31);

    [Property(MaxTest = 500)]
    public Property The_result_is_the_exact_fraction_or_the_nearest_decimal() =>
        Prop.ForAll(RateSampleOfDigits.Awkward, sample =>
            IsNearest(sample.Table.Convert(sample.Amount, Currency.CNY, sample.On))
            && IsNearest(sample.Table.Convert(new Money(sample.Amount.Amount, Currency.CNY), sample.To, sample.On))
            && IsNearest(sample.Table.Convert(sample.Amount, sample.To, sample.On)));

    [Property(MaxTest = 500)]
    public Property Rounded_once_it_is_the_exact_fraction_rounded() =>
        Prop.ForAll(RateSample.Any, sample =>
        {
            if (!sample.Table.TryConvert(sample.Question, sample.To, sample.On, out var conversion))
                return true;

            var exact = RateSample.Exactly(sample.Question, conversion.Rates);
            var scale = Exact.Of((int)Math.Pow(10, sample.To.MinorDigits!.Value));
            var units = ((exact.Abs() * scale) + Exact.Half).Floor();
            return Exact.Of(conversion.Result.Round(Rounding.Commercial).Amount) * scale == (exact.Sign < 0 ? -units : units);
        });

    [Theory]
    [InlineData("JPY 5000", "CNY", "CNY 230.00")]
    [InlineData("CNY 230", "JPY", "JPY 5000")]
    [InlineData("USD 50", "CNY", "CNY 356.00")]
    [InlineData("CNY 356", "USD", "USD 50.00")]
    [InlineData("USD 23", "JPY", "JPY 3560")]
    [InlineData("JPY 3560", "USD", "USD 23.00")]
    [InlineData("USD -23", "JPY", "JPY -3560")]
    [InlineData("USD 0", "JPY", "JPY 0")]
    [InlineData("CNY 1", "USD", "USD 0.1404494382022471910112359551")]
    public void Yen_are_quoted_for_a_hundred_and_go_through_the_yuan(string amount, string currency, string result)
    {
        var table = ExchangeRates
            .Of(
                new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, s_on, units: 100),
                new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, s_on))
            .WithBase(Currency.CNY);

        Assert.Equal(Money.Parse(result), table.Convert(Money.Parse(amount), Currency.FromCode(currency), s_on).Result);
    }

    [Fact]
    public void A_seventh_of_a_dong_keeps_its_digits_through_two_small_rates()
    {
        // A product cut to 28 decimals would lose five digits here, and dividing by hundred-thousandths would bring the loss into sight.
        var table = ExchangeRates
            .Of(
                new ExchangeRate(Currency.VND, Currency.USD, 0.0000393m, s_on),
                new ExchangeRate(Currency.IDR, Currency.USD, 0.0000625m, s_on))
            .WithBase(Currency.USD);
        var seventh = new Money(1m / 7m, Currency.VND);

        var conversion = table.Convert(seventh, Currency.IDR, s_on);

        Assert.Equal(new Money(0.0898285714285714285714285715m, Currency.IDR), conversion.Result);
        Assert.Equal(0.0898285714285714285714288m, seventh.Amount * 0.0000393m / 0.0000625m);
        Assert.True(conversion.Explain().IsVerified);
    }

    [Fact]
    public void What_does_not_fit_in_a_decimal_is_refused()
    {
        var table = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7m, s_on));

        Assert.Throws<OverflowException>(() => table.Convert(new Money(decimal.MaxValue, Currency.USD), Currency.CNY, s_on));
        Assert.Equal(
            new Money(decimal.MaxValue / 7m, Currency.USD),
            table.Convert(new Money(decimal.MaxValue, Currency.CNY), Currency.USD, s_on).Result);
    }

    private static bool IsNearest(Conversion conversion)
    {
        var exact = RateSample.Exactly(conversion.Amount, conversion.Rates);
        var error = (Exact.Of(conversion.Result.Amount) - exact).Abs();

        // Half a unit of the 28th digit, or of the 28th decimal where that is coarser.
        var half = Exact.Of(0.0000000000000000000000000001m) * Exact.Half;
        return exact.FitsDecimal ? error == Exact.Of(0) : error <= half || error <= exact.Abs() * half * Exact.Of(10);
    }
}
