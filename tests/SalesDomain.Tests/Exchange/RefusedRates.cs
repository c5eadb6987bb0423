using System;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Exchange;

public sealed class RefusedRates
{
    private static readonly LocalDate s_on = new(2026, 3, 31);

    private static readonly ExchangeRate s_rate = new(Currency.USD, Currency.CNY, 7.12m, s_on);

    [Theory]
    [InlineData("0", 1, "rate")]
    [InlineData("-7.12", 1, "rate")]
    [InlineData("7.12", 0, "units")]
    [InlineData("7.12", -1, "units")]
    public void A_rate_and_its_units_are_positive(string rate, int units, string parameter)
    {
        var value = decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture);

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRate(Currency.USD, Currency.CNY, value, s_on, units));

        Assert.Equal(parameter, refusal.ParamName);
    }

    [Fact]
    public void The_smallest_rate_is_taken() =>
        Assert.Equal(1e-28m, new ExchangeRate(Currency.USD, Currency.CNY, 1e-28m, s_on).Rate);

    [Fact]
    public void A_rate_does_not_end_before_its_day()
    {
        Assert.Equal(s_on, new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, s_on, until: s_on).Until);

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ExchangeRate(Currency.USD, Currency.CNY, 7.12m, s_on, until: s_on.PlusDays(-1)));
        Assert.Equal("until", refusal.ParamName);
        Assert.Equal("2026-03-30", refusal.ActualValue);
    }

    [Fact]
    public void A_currency_has_no_rate_to_itself()
    {
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => new ExchangeRate(Currency.USD, Currency.USD, 1m, s_on)).ParamName);

        var points = Currency.Custom("POINT", 0, "Points");
        var same = Currency.Custom("POINT", 0, "Other");
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => new ExchangeRate(points, same, 1m, s_on)).ParamName);
    }

    [Fact]
    public void Days_are_those_of_the_ISO_calendar()
    {
        var julian = s_on.WithCalendar(CalendarSystem.Julian);
        var table = ExchangeRates.Of(s_rate);
        var dollar = new Money(1m, Currency.USD);

        Assert.Equal("on", Assert.Throws<ArgumentException>(() => new ExchangeRate(Currency.USD, Currency.CNY, 1m, julian)).ParamName);
        Assert.Equal(
            "until", Assert.Throws<ArgumentException>(() => new ExchangeRate(Currency.USD, Currency.CNY, 1m, s_on, 1, julian)).ParamName);
        Assert.Equal("on", Assert.Throws<ArgumentException>(() => table.Convert(dollar, Currency.USD, julian)).ParamName);
        Assert.Equal("on", Assert.Throws<ArgumentException>(() => table.TryConvert(dollar, Currency.CNY, julian, out _)).ParamName);
        Assert.Equal("on", Assert.Throws<ArgumentException>(() => table.Missing(Currency.USD, Currency.CNY, julian)).ParamName);
    }

    [Fact]
    public void Two_rates_of_a_pair_and_day_are_refused_when_the_table_is_built()
    {
        var other = new ExchangeRate(Currency.USD, Currency.CNY, 7.13m, s_on);
        var opposite = new ExchangeRate(Currency.CNY, Currency.USD, 0.14m, s_on);

        var refusal = Assert.Throws<ArgumentException>(() => ExchangeRates.Of(s_rate, opposite, other));

        Assert.Equal("rates", refusal.ParamName);
        Assert.Contains("USD 1.00 = CNY 7.12 on 2026-03-31", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("USD 1.00 = CNY 7.13 on 2026-03-31", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("rates", Assert.Throws<ArgumentException>(() => ExchangeRates.Of(s_rate).With(s_rate)).ParamName);
        Assert.Equal(2, ExchangeRates.Of(s_rate).With(opposite).Rates.Count);
    }

    [Fact]
    public void An_age_is_not_negative() =>
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(() => ExchangeRates.Of(s_rate).WithMaximumAge(-1)).ParamName);

    [Fact]
    public void The_array_given_can_change_without_changing_the_table()
    {
        var given = new[] { s_rate };
        var table = ExchangeRates.Of(given);
        given[0] = new ExchangeRate(Currency.USD, Currency.CNY, 1m, s_on);

        Assert.Equal([s_rate], table.Rates);
        Assert.Equal(new Money(7.12m, Currency.CNY), table.Convert(new Money(1m, Currency.USD), Currency.CNY, s_on).Result);
    }
}
