using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class RoundedPercentages
{
    [Fact]
    public void Count_the_digits_of_the_number_of_percent()
    {
        var percentage = Percentage.FromFraction(0.12345m);

        Assert.Equal(Percentage.FromPercent(12.3m), percentage.Round(Rounding.ToDigits(1, RoundingMode.HalfAwayFromZero)));
        Assert.Equal(Percentage.FromPercent(12.35m), percentage.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));
        Assert.Equal(Percentage.FromPercent(12.34m), percentage.Round(Rounding.ToDigits(2, RoundingMode.HalfEven)));
        Assert.Equal(Percentage.FromPercent(12.25m), percentage.Round(Rounding.ToStep(0.25m, RoundingMode.Down)));
        Assert.Equal(Percentage.FromPercent(13), percentage.Round(Rounding.ToDigits(0, RoundingMode.Up)));
    }

    [Property]
    public void Are_what_rounding_the_number_of_percent_gives(Percentage percentage, NumberRounding rule) =>
        Assert.Equal(rule.Rounding.Round(percentage.Percent), percentage.Round(rule.Rounding).Percent);

    [Property]
    public void Round_to_themselves(Percentage percentage, NumberRounding rule)
    {
        var rounded = percentage.Round(rule.Rounding);

        Assert.Equal(rounded, rounded.Round(rule.Rounding));
    }

    [Fact]
    public void Have_no_minor_unit() => Assert.Throws<InvalidOperationException>(() => Percentage.OneHundred.Round(Rounding.Commercial));

    [Fact]
    public void Need_a_rule() =>
        Assert.Equal("rounding", Assert.Throws<ArgumentNullException>(() => Percentage.OneHundred.Round(null!)).ParamName);
}
