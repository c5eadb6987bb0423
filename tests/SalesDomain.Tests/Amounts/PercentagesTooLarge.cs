using System;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class PercentagesTooLarge
{
    private const decimal LargestFraction = decimal.MaxValue / 100m;
    private const decimal OneUnit = 0.01m;

    private static readonly Percentage s_largest = Percentage.FromFraction(LargestFraction);

    [Fact]
    public void Are_refused_by_name_and_value_one_unit_above_what_is_allowed()
    {
        foreach (var fraction in new[] { LargestFraction + OneUnit, -LargestFraction - OneUnit, decimal.MaxValue, decimal.MinValue })
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Percentage.FromFraction(fraction));

            Assert.Equal("fraction", refusal.ParamName);
            Assert.Contains(
                fraction.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_largest_of_both_signs_can_be_made_and_printed()
    {
        Assert.Equal(decimal.MaxValue, s_largest.Percent);
        Assert.Equal(s_largest, Percentage.FromPercent(decimal.MaxValue));
        Assert.Equal(-s_largest, Percentage.FromPercent(decimal.MinValue));
        Assert.Equal("-79228162514264337593543950335%", (-s_largest).ToString());
    }

    [Fact]
    public void Are_an_overflow_where_arithmetic_makes_them()
    {
        var whole = Percentage.OneHundred;

        Assert.Throws<OverflowException>(() => s_largest + whole);
        Assert.Throws<OverflowException>(() => -s_largest - whole);
        Assert.Throws<OverflowException>(() => (-s_largest).Complement());
        Assert.Throws<OverflowException>(() => s_largest * 1.01m);
        Assert.Throws<OverflowException>(() => s_largest * 1000m);
        Assert.Throws<OverflowException>(() => s_largest * Percentage.FromPercent(101));
        Assert.Throws<OverflowException>(() => s_largest * s_largest);
        Assert.Throws<OverflowException>(() => s_largest / 0.99m);
        Assert.Throws<OverflowException>(() => s_largest / 0.0001m);
        Assert.Throws<OverflowException>(() => s_largest.Compound(whole));
        Assert.Throws<OverflowException>(() => Percentage.Successive(s_largest, -s_largest));
        Assert.Throws<OverflowException>(() => Percentage.Ratio(decimal.MaxValue, 99m));
        Assert.Throws<OverflowException>(() => Percentage.Ratio(decimal.MaxValue, 0.01m));
        Assert.Throws<OverflowException>(() => s_largest.PointsAbove(-s_largest));
    }

    [Fact]
    public void The_largest_ratio_is_a_hundredth_of_the_largest_number() =>
        Assert.Equal(s_largest, Percentage.Ratio(decimal.MaxValue, 100m));
}
