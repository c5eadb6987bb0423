using System;
using System.Globalization;
using Xunit;

namespace SalesDomain.Tests.Roundings;

public sealed class RoundingToSteps
{
    [Theory]
    [InlineData("0.05", "10.124", "10.10")]
    [InlineData("0.05", "10.125", "10.15")]
    [InlineData("0.05", "-10.125", "-10.15")]
    [InlineData("0.05", "10.12499999999999999999999999", "10.10")]
    [InlineData("100", "12345678", "12345700")]
    [InlineData("100", "50", "100")]
    [InlineData("100", "49.99", "0")]
    [InlineData("0.25", "3.375", "3.5")]
    [InlineData("7", "10.5", "14")]
    [InlineData("7", "10.4999999999999999999999999", "7")]
    [InlineData("0.03", "0.045", "0.06")]
    [InlineData("0.03", "1.005", "1.02")]
    [InlineData("0.333333333", "0.4999999995", "0.666666666")]
    [InlineData("0.333333333", "0.4999999994", "0.333333333")]
    public void Gives_the_nearest_multiple_and_on_a_tie_the_farther(string step, string value, string rounded) =>
        Assert.Equal(Number(rounded), Rounding.ToStep(Number(step), RoundingMode.HalfAwayFromZero).Round(Number(value)));

    [Theory]
    [InlineData("0.03", "0.045", "0.06")]
    [InlineData("0.03", "0.015", "0")]
    [InlineData("0.03", "0.075", "0.06")]
    [InlineData("7", "3.5", "0")]
    [InlineData("7", "10.5", "14")]
    [InlineData("7", "-17.5", "-14")]
    [InlineData("0.05", "10.125", "10.10")]
    [InlineData("0.05", "10.175", "10.20")]
    public void Gives_the_even_multiple_on_a_tie_where_half_even_is_asked_for(string step, string value, string rounded) =>
        Assert.Equal(Number(rounded), Rounding.ToStep(Number(step), RoundingMode.HalfEven).Round(Number(value)));

    [Fact]
    public void Decides_by_the_remainder_where_the_quotient_would_already_be_rounded()
    {
        // The quotient by 7 is 0.49999999999999999999999999998…, which 28 digits show as a tie of 0.5.
        var step = Rounding.ToStep(7m, RoundingMode.HalfAwayFromZero);

        Assert.Equal(0.5m, 3.4999999999999999999999999999m / 7m);
        Assert.Equal(0m, step.Round(3.4999999999999999999999999999m));
        Assert.Equal(7m, step.Round(3.5m));
        Assert.Equal(0m, Rounding.ToStep(7m, RoundingMode.HalfEven).Round(3.5m));
        Assert.Equal(7m, Rounding.ToStep(7m, RoundingMode.HalfEven).Round(3.5000000000000000000000000001m));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.05")]
    [InlineData("-0.0000000000000000000000000001")]
    public void Needs_a_step_above_zero(string step)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToStep(Number(step), RoundingMode.Up));

        Assert.Equal("step", refusal.ParamName);
        Assert.Equal(step, refusal.ActualValue);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(29)]
    public void Needs_digits_from_0_to_28(int digits) =>
        Assert.Equal("digits", Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToDigits(digits, RoundingMode.Up)).ParamName);

    [Fact]
    public void Takes_the_finest_step_and_the_most_digits()
    {
        Assert.Equal(1.5m, Rounding.ToDigits(28, RoundingMode.Up).Round(1.5m));
        Assert.Equal(1.5m, Rounding.ToStep(0.0000000000000000000000000001m, RoundingMode.Up).Round(1.5m));
        Assert.Equal(decimal.MaxValue, Rounding.ToStep(decimal.MaxValue, RoundingMode.Up).Round(1m));
        Assert.Equal(0m, Rounding.ToStep(decimal.MaxValue, RoundingMode.HalfEven).Round(decimal.MaxValue / 3m));
    }

    [Fact]
    public void Refuses_a_multiple_with_more_digits_than_a_decimal_holds()
    {
        // With two decimals the multiple of 0.03 and the price that ends on .99 have 30 digits.
        Assert.Throws<OverflowException>(() => Rounding.ToStep(0.03m, RoundingMode.Down).Round(7922816251426433759354395033.4m));
        Assert.Throws<OverflowException>(() => Rounding.ToEnding(0.99m, 1m, RoundingMode.Down).Round(7922816251426433759354395033.4m));
        Assert.Equal(7922816251426433759354395033m, Rounding.ToStep(1m, RoundingMode.Down).Round(7922816251426433759354395033.4m));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
