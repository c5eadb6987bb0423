using System;
using System.Globalization;
using Xunit;

namespace SalesDomain.Tests.Roundings;

/// <summary>Every mode on, just below and just above a tie, for both signs.</summary>
public sealed class RoundingModes
{
    [Theory]
    [InlineData("0.125", "0.13", "0.12", "0.13", "0.12", "0.13", "0.12")]
    [InlineData("0.135", "0.14", "0.14", "0.14", "0.13", "0.14", "0.13")]
    [InlineData("0.1249", "0.12", "0.12", "0.13", "0.12", "0.13", "0.12")]
    [InlineData("0.1251", "0.13", "0.13", "0.13", "0.12", "0.13", "0.12")]
    [InlineData("0.121", "0.12", "0.12", "0.13", "0.12", "0.13", "0.12")]
    [InlineData("0.129", "0.13", "0.13", "0.13", "0.12", "0.13", "0.12")]
    [InlineData("-0.125", "-0.13", "-0.12", "-0.13", "-0.12", "-0.12", "-0.13")]
    [InlineData("-0.135", "-0.14", "-0.14", "-0.14", "-0.13", "-0.13", "-0.14")]
    [InlineData("-0.1249", "-0.12", "-0.12", "-0.13", "-0.12", "-0.12", "-0.13")]
    [InlineData("-0.1251", "-0.13", "-0.13", "-0.13", "-0.12", "-0.12", "-0.13")]
    [InlineData("0.12", "0.12", "0.12", "0.12", "0.12", "0.12", "0.12")]
    [InlineData("-0.12", "-0.12", "-0.12", "-0.12", "-0.12", "-0.12", "-0.12")]
    [InlineData("0.005", "0.01", "0", "0.01", "0", "0.01", "0")]
    [InlineData("-0.005", "-0.01", "0", "-0.01", "0", "0", "-0.01")]
    [InlineData("0.0049999999999999999999999999", "0", "0", "0.01", "0", "0.01", "0")]
    [InlineData("0.0050000000000000000000000001", "0.01", "0.01", "0.01", "0", "0.01", "0")]
    [InlineData("0", "0", "0", "0", "0", "0", "0")]
    public void Take_the_neighbour_they_name(
        string value, string halfAway, string halfEven, string up, string down, string ceiling, string floor)
    {
        var expected = new[]
        {
            (RoundingMode.HalfAwayFromZero, halfAway), (RoundingMode.HalfEven, halfEven), (RoundingMode.Up, up), (RoundingMode.Down, down),
            (RoundingMode.Ceiling, ceiling), (RoundingMode.Floor, floor),
        };

        foreach (var (mode, result) in expected)
        {
            // As a number of digits, as a step, and as the minor unit of dollars: one rule in three coats.
            Assert.Equal(Number(result), Rounding.ToDigits(2, mode).Round(Number(value)));
            Assert.Equal(Number(result), Rounding.ToStep(0.01m, mode).Round(Number(value)));
            Assert.Equal(Number(result), new Money(Number(value), Currency.USD).Round(Rounding.ToMinorUnit(mode)).Amount);
        }
    }

    [Fact]
    public void Commercial_is_half_away_from_zero_and_bankers_half_even()
    {
        Assert.Equal(Rounding.ToMinorUnit(RoundingMode.HalfAwayFromZero), Rounding.Commercial);
        Assert.Equal(Rounding.ToMinorUnit(RoundingMode.HalfEven), Rounding.Bankers);
        Assert.Equal(RoundingMode.HalfEven, Rounding.Bankers.Mode);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void There_are_no_others(int mode)
    {
        var undefined = (RoundingMode)mode;

        Assert.Equal("mode", Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToMinorUnit(undefined)).ParamName);
        Assert.Equal("mode", Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToDigits(2, undefined)).ParamName);
        Assert.Equal("mode", Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToStep(1m, undefined)).ParamName);
        Assert.Equal("mode", Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToEnding(0.99m, 1m, undefined)).ParamName);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
