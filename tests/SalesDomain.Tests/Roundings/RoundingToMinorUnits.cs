using System;
using System.Globalization;
using Xunit;

namespace SalesDomain.Tests.Roundings;

public sealed class RoundingToMinorUnits
{
    [Theory]
    [InlineData("JPY", "1234.5", "1235", "1234")]
    [InlineData("JPY", "1235.5", "1236", "1236")]
    [InlineData("USD", "2.345", "2.35", "2.34")]
    [InlineData("USD", "-2.345", "-2.35", "-2.34")]
    [InlineData("KWD", "1.2345", "1.235", "1.234")]
    [InlineData("CLF", "1.23445", "1.2345", "1.2344")]
    [InlineData("CLF", "1.2344", "1.2344", "1.2344")]
    public void Has_as_many_digits_as_the_currency_pays(string code, string amount, string commercial, string bankers)
    {
        var money = new Money(Number(amount), Currency.FromCode(code));

        Assert.Equal(Number(commercial), money.Round(Rounding.Commercial).Amount);
        Assert.Equal(Number(bankers), money.Round(Rounding.Bankers).Amount);
    }

    [Fact]
    public void Is_refused_for_a_currency_without_one_even_when_there_is_nothing_to_round()
    {
        Assert.Throws<InvalidOperationException>(() => new Money(1.5m, Currency.XAU).Round(Rounding.Commercial));
        Assert.Throws<InvalidOperationException>(() => new Money(1m, Currency.XDR).Round(Rounding.Bankers));
        Assert.Throws<InvalidOperationException>(() => default(Money).Round(Rounding.Commercial));
        Assert.Equal(2m, new Money(1.5m, Currency.XAU).Round(Rounding.ToDigits(0, RoundingMode.HalfEven)).Amount);
    }

    [Fact]
    public void Is_refused_for_what_has_no_currency()
    {
        Assert.Throws<InvalidOperationException>(() => Rounding.Commercial.Round(1.5m));
        Assert.Throws<InvalidOperationException>(() => Quantity.Pieces(1.5m).Round(Rounding.Commercial));
    }

    [Fact]
    public void Needs_a_rule()
    {
        Assert.Equal("rounding", Assert.Throws<ArgumentNullException>(() => new Money(1m, Currency.USD).Round(null!)).ParamName);
        Assert.Equal("rounding", Assert.Throws<ArgumentNullException>(() => Quantity.Pieces(1).Round(null!)).ParamName);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
