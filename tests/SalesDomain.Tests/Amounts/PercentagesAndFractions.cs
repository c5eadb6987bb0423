using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class PercentagesAndFractions
{
    [Fact]
    public void Are_two_ways_to_say_one_thing()
    {
        Assert.Equal(Percentage.FromFraction(0.125m), Percentage.FromPercent(12.5m));
        Assert.Equal(0.125m, Percentage.FromPercent(12.5m).Fraction);
        Assert.Equal(12.5m, Percentage.FromFraction(0.125m).Percent);
    }

    [Property]
    public void Lose_nothing_on_the_way_there_and_back(decimal number)
    {
        Assert.Equal(number, Percentage.FromPercent(number).Percent);
        Assert.Equal(number, Percentage.FromFraction(number).Fraction);
        Assert.Equal(Exact.Of(number), Exact.Of(Percentage.FromPercent(number).Fraction) * Exact.Of(100));
    }

    [Fact]
    public void Nought_is_the_default_and_a_hundred_the_whole()
    {
        Assert.Equal(default, Percentage.Zero);
        Assert.True(Percentage.Zero.IsZero);
        Assert.True(Percentage.FromPercent(-0.0m).IsZero);
        Assert.False(Percentage.OneHundred.IsZero);
        Assert.Equal(1m, Percentage.OneHundred.Fraction);
        Assert.Equal(100m, Percentage.OneHundred.Percent);
    }

    [Fact]
    public void Equality_and_order_are_those_of_the_fraction()
    {
        TestHelper.TestEqualsStruct(
            Percentage.FromPercent(12.5m), Percentage.FromFraction(0.12500m), Percentage.FromPercent(12.51m),
            Percentage.FromPercent(-12.5m), default);
        TestHelper.TestCompareTo(
            Percentage.FromPercent(12.5m), Percentage.FromFraction(0.12500m), Percentage.FromPercent(12.50001m),
            Percentage.FromPercent(120m));
        TestHelper.TestCompareTo(Percentage.FromPercent(-5m), Percentage.FromPercent(-5.0m), Percentage.Zero, Percentage.FromPercent(-4m));
    }

    [Property]
    public void The_complement_is_what_is_missing_to_the_whole(Percentage percentage)
    {
        Assert.Equal(Percentage.OneHundred, percentage + percentage.Complement());
        Assert.Equal(percentage, percentage.Complement().Complement());
    }

    [Property]
    public void A_part_and_its_complement_are_the_whole_amount(Money money, Percentage percentage) =>
        Assert.Equal(money, percentage.Of(money) + percentage.Complement().Of(money));

    [Property]
    public void Of_an_amount_is_times_the_amount(Money money, Percentage percentage)
    {
        Assert.Equal(money * percentage, percentage.Of(money));
        Assert.Equal(money * percentage, percentage * money);
        Assert.Equal(money * percentage.Fraction, percentage.Of(money));
    }

    [Property]
    public void Arithmetic_is_that_of_the_fractions(Percentage left, Percentage right, short factor)
    {
        Assert.Equal(left.Fraction + right.Fraction, (left + right).Fraction);
        Assert.Equal(left.Fraction - right.Fraction, (left - right).Fraction);
        Assert.Equal(left.Fraction * right.Fraction, (left * right).Fraction);
        Assert.Equal(left.Fraction * factor, (left * factor).Fraction);
        Assert.Equal(factor * left, left * factor);
        Assert.Equal(Percentage.Zero - left, -left);
        Assert.Equal(left, left * 4m / 4m);
    }

    [Fact]
    public void A_percentage_of_a_percentage_is_a_percentage() =>
        Assert.Equal(Percentage.FromPercent(20), Percentage.FromPercent(50) * Percentage.FromPercent(40));

    [Fact]
    public void Division_by_zero_is_refused() => Assert.Throws<DivideByZeroException>(() => Percentage.OneHundred / 0m);
}
