using System;
using System.Globalization;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Roundings;

public sealed class PriceEndings
{
    [Theory]
    [InlineData("0.99", "1", "12.48", "11.99")]
    [InlineData("0.99", "1", "12.49", "12.99")]
    [InlineData("0.99", "1", "12.50", "12.99")]
    [InlineData("0.99", "1", "12.99", "12.99")]
    [InlineData("0.99", "1", "13", "12.99")]
    [InlineData("9.90", "10", "14.89", "9.90")]
    [InlineData("9.90", "10", "14.90", "19.90")]
    [InlineData("9.90", "10", "100", "99.90")]
    [InlineData("9.99", "10", "9.502", "9.99")]
    [InlineData("99", "100", "1234", "1199")]
    public void Give_the_nearest_price_that_ends_so(string ending, string step, string value, string price) =>
        Assert.Equal(Number(price), Ending(ending, step, RoundingMode.HalfAwayFromZero).Round(Number(value)));

    [Theory]
    [InlineData(RoundingMode.Up, "12.99", "-12.99")]
    [InlineData(RoundingMode.Down, "11.99", "-11.99")]
    [InlineData(RoundingMode.Ceiling, "12.99", "-11.99")]
    [InlineData(RoundingMode.Floor, "11.99", "-12.99")]
    [InlineData(RoundingMode.HalfAwayFromZero, "12.99", "-12.99")]
    [InlineData(RoundingMode.HalfEven, "12.99", "-12.99")]
    public void Of_a_credit_are_those_of_the_price_it_reverses(RoundingMode mode, string price, string credit)
    {
        Assert.Equal(Number(price), Ending("0.99", "1", mode).Round(12.60m));
        Assert.Equal(Number(credit), Ending("0.99", "1", mode).Round(-12.60m));
    }

    [Theory]
    [InlineData("11.49", "10.99")]
    [InlineData("12.49", "12.99")]
    [InlineData("-11.49", "-10.99")]
    public void On_a_tie_take_the_ending_of_an_even_number_of_steps_where_half_even_is_asked_for(string value, string price) =>
        Assert.Equal(Number(price), Ending("0.99", "1", RoundingMode.HalfEven).Round(Number(value)));

    [Property]
    public void Below_the_first_of_them_are_the_first_whatever_the_mode(RoundingMode mode)
    {
        foreach (var value in new[] { 0.01m, 0.5m, 0.98m, 0.99m, 0.0000000000000000000000000001m })
        {
            Assert.Equal(0.99m, Ending("0.99", "1", mode).Round(value));
            Assert.Equal(-0.99m, Ending("0.99", "1", mode).Round(-value));
        }
    }

    [Property]
    public void Leave_what_is_free_free(RoundingMode mode) => Assert.Equal(0m, Ending("0.99", "1", mode).Round(-0.00m));

    [Property]
    public void Are_kept_by_every_price_but_that_of_the_free(decimal value, RoundingMode mode)
    {
        var price = Ending("9.90", "10", mode).Round(value);

        Assert.Equal(value == 0m ? 0m : 9.90m, Math.Abs(price) % 10m);
        Assert.Equal(Math.Sign(value), Math.Sign(price));
    }

    [Theory]
    [InlineData("0", "1", "ending")]
    [InlineData("-0.01", "1", "ending")]
    [InlineData("1", "1", "ending")]
    [InlineData("1.01", "1", "ending")]
    [InlineData("0.99", "0", "step")]
    [InlineData("0.99", "-1", "step")]
    public void Must_lie_above_zero_and_below_the_step(string ending, string step, string parameterName) =>
        Assert.Equal(parameterName, Assert.Throws<ArgumentOutOfRangeException>(() => Ending(ending, step, RoundingMode.Up)).ParamName);

    [Fact]
    public void May_be_anything_between() => Assert.Equal(1.9999m, Ending("0.9999", "1", RoundingMode.Up).Round(1.5m));

    private static Rounding Ending(string ending, string step, RoundingMode mode) => Rounding.ToEnding(Number(ending), Number(step), mode);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
