using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class EqualityAndOrderOfMoney
{
    [Fact]
    public void Is_by_amount_and_currency_whatever_the_trailing_zeros()
    {
        TestHelper.TestEqualsStruct(
            new Money(2.5m, Currency.USD), new Money(2.50m, Currency.USD), new Money(2.5m, Currency.EUR), new Money(2.51m, Currency.USD),
            default);
        TestHelper.TestEqualsStruct(default, new Money(-0.00m, Currency.XXX), new Money(0m, Currency.USD));
    }

    [Fact]
    public void Order_is_that_of_the_amounts() =>
        TestHelper.TestCompareTo(
            new Money(2.5m, Currency.USD), new Money(2.50m, Currency.USD), new Money(2.5001m, Currency.USD), new Money(10m, Currency.USD));

    [Fact]
    public void Order_of_negative_amounts_is_that_of_the_numbers() =>
        TestHelper.TestCompareTo(
            new Money(-2m, Currency.JPY), new Money(-2.0m, Currency.JPY), new Money(-1m, Currency.JPY), Money.Zero(Currency.JPY));

    [Theory]
    [InlineData("2.5", "2.50")]
    [InlineData("0", "-0.000")]
    [InlineData("100", "100.0000000000000000000000000")]
    [InlineData("0.1", "0.1000000000000000000000000000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("7922816251426433759354395033", "7922816251426433759354395033.0")]
    public void Equal_amounts_written_differently_have_one_hash_code(string one, string other)
    {
        var left = new Money(Number(one), Currency.USD);
        var right = new Money(Number(other), Currency.USD);

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Equal_amounts_computed_differently_have_one_hash_code()
    {
        var third = new Money(1m, Currency.CNY) / 3;

        // 0.9999999999999999999999999999, once as the product of a quotient and once as written.
        AssertSame(third * 3, new Money(0.9999999999999999999999999999m, Currency.CNY));
        AssertSame(new Money(10m, Currency.CNY) / 4, new Money(2.5m, Currency.CNY));
        AssertSame(new Money(0.05m, Currency.CNY) * 20, new Money(1m, Currency.CNY));
        AssertSame(third - third, Money.Zero(Currency.CNY));
    }

    [Property]
    public void Trailing_zeros_change_neither_equality_nor_hash_nor_text(Money money)
    {
        // A factor of 1 with decimals changes how the amount is stored and nothing else.
        AssertSame(money, money * 1.00000m);
        Assert.Equal(money.ToString(), (money * 1.00000m).ToString());
    }

    [Property]
    public void An_amount_reached_on_two_ways_is_one_amount(MoneyPair pair) => AssertSame(pair.Left, pair.Left + pair.Right - pair.Right);

    [Property]
    public void Order_is_antisymmetric_and_agrees_with_the_difference(MoneyPair pair)
    {
        var order = Math.Sign(pair.Left.CompareTo(pair.Right));

        Assert.Equal(-order, Math.Sign(pair.Right.CompareTo(pair.Left)));
        Assert.Equal(Math.Sign((pair.Left - pair.Right).Amount), order);
        Assert.Equal(order == 0, pair.Left == pair.Right);
        Assert.Equal(order < 0, pair.Left < pair.Right);
    }

    private static void AssertSame(Money left, Money right)
    {
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
