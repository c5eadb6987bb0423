using System;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class AmountsTooLarge
{
    private static readonly Money s_largest = new(decimal.MaxValue, Currency.USD);
    private static readonly Money s_one = new(1m, Currency.USD);

    [Fact]
    public void Are_refused_and_never_wrapped_or_cut()
    {
        Assert.Throws<OverflowException>(() => s_largest + s_one);
        Assert.Throws<OverflowException>(() => -s_largest - s_one);
        Assert.Throws<OverflowException>(() => s_largest * 1.1m);
        Assert.Throws<OverflowException>(() => s_largest * Percentage.FromPercent(101));
        Assert.Throws<OverflowException>(() => s_largest / 0.9m);
        Assert.Throws<OverflowException>(() => Money.Sum(Currency.USD, new[] { s_largest, s_one }));
        Assert.Throws<OverflowException>(
            () => new Money(decimal.MaxValue - 1m, Currency.USD).Round(Rounding.ToStep(100m, RoundingMode.Up)));
        Assert.Throws<OverflowException>(() => Rounding.ToEnding(99m, 100m, RoundingMode.Up).Round(decimal.MaxValue));
    }

    [Fact]
    public void Leave_the_operands_as_they_were()
    {
        var (left, right) = (s_largest, s_one);

        Assert.Throws<OverflowException>(() => left + right);

        Assert.Equal(decimal.MaxValue, left.Amount);
        Assert.Equal(1m, right.Amount);
    }

    [Fact]
    public void The_largest_amount_itself_is_an_amount_like_any_other()
    {
        Assert.Equal(s_largest, s_largest + Money.Zero(Currency.USD));
        Assert.Equal(s_largest, s_largest * Percentage.OneHundred);
        Assert.Equal(s_largest, s_largest.Round(Rounding.Commercial));
        Assert.Equal(new Money(decimal.MinValue, Currency.USD), -s_largest);
        Assert.Equal(s_largest, (-s_largest).Abs());
        Assert.True((s_largest - s_largest).IsZero);
        Assert.Equal(s_largest, Money.Parse(s_largest.ToString()));
    }
}
