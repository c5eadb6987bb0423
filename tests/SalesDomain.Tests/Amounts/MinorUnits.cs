using System;
using System.Globalization;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class MinorUnits
{
    [Theory]
    [InlineData("USD", 250, "2.50")]
    [InlineData("USD", -1, "-0.01")]
    [InlineData("JPY", 250, "250")]
    [InlineData("KWD", 250, "0.250")]
    [InlineData("CLF", 250, "0.0250")]
    [InlineData("USD", 0, "0")]
    [InlineData("USD", long.MaxValue, "92233720368547758.07")]
    [InlineData("CLF", long.MinValue, "-922337203685477.5808")]
    public void Are_the_smallest_units_the_currency_pays(string code, long units, string amount)
    {
        var money = Of(amount, code);

        Assert.Equal(money, Money.FromMinorUnits(units, money.Currency));
        Assert.Equal(units, money.ToMinorUnits());
        Assert.True(money.IsInMinorUnits);
    }

    [Theory]
    [InlineData("USD", "2.505")]
    [InlineData("USD", "0.0000000000000000000000000001")]
    [InlineData("JPY", "0.5")]
    [InlineData("KWD", "0.0005")]
    [InlineData("CLF", "-0.00001")]
    public void A_finer_amount_must_be_rounded_first(string code, string amount)
    {
        var money = Of(amount, code);

        Assert.False(money.IsInMinorUnits);
        var refusal = Assert.Throws<InvalidOperationException>(() => money.ToMinorUnits());
        Assert.Contains(money.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.True(money.Round(Rounding.Commercial).IsInMinorUnits);
    }

    [Fact]
    public void Trailing_zeros_do_not_make_an_amount_finer()
    {
        Assert.True(Of("2.50000", "USD").IsInMinorUnits);
        Assert.Equal(3, Of("3.0000", "JPY").ToMinorUnits());
    }

    [Fact]
    public void A_currency_without_a_minor_unit_has_none()
    {
        Assert.Equal("currency", Assert.Throws<ArgumentException>(() => Money.FromMinorUnits(1, Currency.XAU)).ParamName);
        Assert.Throws<InvalidOperationException>(() => new Money(1m, Currency.XAU).ToMinorUnits());
        Assert.Throws<InvalidOperationException>(() => default(Money).ToMinorUnits());
        Assert.False(new Money(1m, Currency.XAU).IsInMinorUnits);
        Assert.False(new Money(1m, Currency.XXX).IsInMinorUnits);
        Assert.True(Money.Zero(Currency.XAU).IsInMinorUnits);
    }

    [Fact]
    public void A_number_of_them_that_no_long_holds_is_refused()
    {
        Assert.Throws<OverflowException>(() => Of("92233720368547758.08", "USD").ToMinorUnits());
        Assert.Throws<OverflowException>(() => new Money(decimal.MaxValue, Currency.CLF).ToMinorUnits());
        Assert.Throws<OverflowException>(() => new Money(decimal.MinValue, Currency.JPY).ToMinorUnits());
    }

    [Fact]
    public void Null_is_refused_by_its_name() =>
        Assert.Equal("currency", Assert.Throws<ArgumentNullException>(() => Money.FromMinorUnits(1, null!)).ParamName);

    [Property]
    public void There_and_back_is_the_same_number(long units, Currency currency)
    {
        if (currency.MinorDigits is not null)
            Assert.Equal(units, Money.FromMinorUnits(units, currency).ToMinorUnits());
    }

    [Property]
    public void Back_and_there_is_the_same_amount(Money money)
    {
        if (money.Currency.MinorDigits is null)
            return;

        var rounded = money.Round(Rounding.Bankers);
        Assert.Equal(rounded, Money.FromMinorUnits(rounded.ToMinorUnits(), money.Currency));
        Assert.Equal(money == rounded, money.IsInMinorUnits);
    }

    private static Money Of(string amount, string code) =>
        new(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.FromCode(code));
}
