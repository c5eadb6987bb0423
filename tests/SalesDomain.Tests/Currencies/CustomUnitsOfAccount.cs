using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Currencies;

public sealed class CustomUnitsOfAccount
{
    [Fact]
    public void Are_what_the_caller_says()
    {
        var points = Currency.Custom("POINT", 0, "Loyalty points");

        Assert.Equal("POINT", points.Code);
        Assert.Equal("POINT", points.ToString());
        Assert.Equal(0, points.MinorDigits);
        Assert.Equal("Loyalty points", points.EnglishName);
        Assert.Null(points.NumericCode);
        Assert.False(points.IsIso);
    }

    [Fact]
    public void Are_equal_by_code_and_minor_digits_and_not_by_name() =>
        TestHelper.TestEqualsClass(
            Currency.Custom("POINT", 0, "Loyalty points"), Currency.Custom("POINT", 0, "Treuepunkte"),
            Currency.Custom("POINT", 2, "Loyalty points"),
            Currency.Custom("POINT", null, "Loyalty points"), Currency.Custom("POINTS", 0, "Loyalty points"), Currency.USD, Currency.XXX);

    [Fact]
    public void Are_in_no_registry()
    {
        _ = Currency.Custom("POINT", 0, "Loyalty points");

        Assert.False(Currency.TryFromCode("POINT", out _));
        Assert.DoesNotContain(Currency.Iso, currency => currency.Code == "POINT");
    }

    [Property]
    public void Never_equal_an_ISO_currency(Currency one, Currency other)
    {
        if (one.IsIso != other.IsIso)
            Assert.False(one == other);
    }

    [Theory]
    [InlineData("HRK")]
    [InlineData("P1")]
    [InlineData("A23456789012")]
    public void May_have_two_to_twelve_capital_letters_and_digits(string code) =>
        Assert.Equal(code, Currency.Custom(code, 2, "A unit").Code);

    [Theory]
    [InlineData("A")]
    [InlineData("A234567890123")]
    [InlineData("1A")]
    [InlineData("Point")]
    [InlineData("PO INT")]
    [InlineData("PO-INT")]
    [InlineData("ÄÖ")]
    [InlineData("A٣")]
    [InlineData("USD")]
    [InlineData("XXX")]
    public void Must_have_no_other_code_and_none_of_the_ISO_list(string code)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Currency.Custom(code, 2, "A unit"));

        Assert.Equal("code", refusal.ParamName);
        Assert.Contains("'" + code + "'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Must_have_a_code_and_a_name()
    {
        Assert.Equal("code", Assert.Throws<ArgumentNullException>(() => Currency.Custom(null!, 2, "A unit")).ParamName);
        Assert.Equal("code", Assert.Throws<ArgumentException>(() => Currency.Custom(" ", 2, "A unit")).ParamName);
        Assert.Equal("englishName", Assert.Throws<ArgumentNullException>(() => Currency.Custom("POINT", 2, null!)).ParamName);
        Assert.Equal("englishName", Assert.Throws<ArgumentException>(() => Currency.Custom("POINT", 2, "")).ParamName);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Must_have_zero_to_four_minor_digits(int digits) =>
        Assert.Equal("minorDigits", Assert.Throws<ArgumentOutOfRangeException>(() => Currency.Custom("POINT", digits, "A unit")).ParamName);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(4)]
    public void May_have_zero_to_four_minor_digits_or_none(int? digits) =>
        Assert.Equal(digits, Currency.Custom("POINT", digits, "A unit").MinorDigits);
}
