using System;
using System.Linq;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class ArithmeticOfMoney
{
    private static readonly Money s_usd250 = new(2.50m, Currency.USD);

    [Fact]
    public void Reads_as_arithmetic()
    {
        Assert.Equal(new Money(3.75m, Currency.USD), s_usd250 + new Money(1.25m, Currency.USD));
        Assert.Equal(new Money(1.25m, Currency.USD), s_usd250 - new Money(1.25m, Currency.USD));
        Assert.Equal(new Money(-2.50m, Currency.USD), -s_usd250);
        Assert.Equal(new Money(7.50m, Currency.USD), s_usd250 * 3);
        Assert.Equal(new Money(7.50m, Currency.USD), 3 * s_usd250);
        Assert.Equal(new Money(1.25m, Currency.USD), s_usd250 / 2);
        Assert.Equal(2m, s_usd250 / new Money(1.25m, Currency.USD));
        Assert.Equal(new Money(0.075m, Currency.USD), s_usd250 * Percentage.FromPercent(3));
        Assert.Equal(new Money(0.075m, Currency.USD), Percentage.FromPercent(3) * s_usd250);
    }

    [Property]
    public void A_sum_is_exact(MoneyPair pair) =>
        Assert.Equal(Exact.Of(pair.Left.Amount) + Exact.Of(pair.Right.Amount), Exact.Of((pair.Left + pair.Right).Amount));

    [Property]
    public void A_difference_is_exact(MoneyPair pair) =>
        Assert.Equal(Exact.Of(pair.Left.Amount) - Exact.Of(pair.Right.Amount), Exact.Of((pair.Left - pair.Right).Amount));

    [Property]
    public void A_percentage_of_an_amount_is_exact(Money money, Percentage percentage) =>
        Assert.Equal(Exact.Of(money.Amount) * Exact.Of(percentage.Fraction), Exact.Of((money * percentage).Amount));

    [Property]
    public void Addition_is_commutative(MoneyPair pair) => Assert.Equal(pair.Left + pair.Right, pair.Right + pair.Left);

    [Property]
    public void Addition_is_associative(MoneyPair pair, decimal third)
    {
        var last = new Money(third, pair.Left.Currency);

        Assert.Equal(pair.Left + (pair.Right + last), pair.Left + pair.Right + last);
    }

    [Property]
    public void Subtraction_undoes_addition(MoneyPair pair) => Assert.Equal(pair.Left, pair.Left + pair.Right - pair.Right);

    [Property]
    public void Zero_changes_nothing(Money money)
    {
        Assert.Equal(money, money + Money.Zero(money.Currency));
        Assert.Equal(money, money - Money.Zero(money.Currency));
    }

    [Property]
    public void An_amount_and_its_negation_cancel(Money money)
    {
        Assert.True((money + -money).IsZero);
        Assert.Equal(money, -(-money));
        Assert.Equal(money * -1m, -money);
    }

    [Property]
    public void A_factor_distributes_over_a_sum(MoneyPair pair, byte factor) =>
        Assert.Equal((pair.Left * factor) + (pair.Right * factor), (pair.Left + pair.Right) * factor);

    [Property]
    public void An_amount_is_its_ratio_times_the_other_where_the_ratio_is_exact(Money money, byte factor)
    {
        if (!money.IsZero)
            Assert.Equal(factor, money * factor / money);
    }

    [Property]
    public void Every_result_keeps_the_currency(MoneyPair pair, Percentage percentage)
    {
        var results = new[]
        {
            pair.Left + pair.Right, pair.Left - pair.Right, -pair.Left, pair.Left * 2m, pair.Left / 2m, pair.Left * percentage,
            pair.Left.Abs(),
            Money.Min(pair.Left, pair.Right), Money.Max(pair.Left, pair.Right), percentage.Of(pair.Left),
        };

        Assert.All(results, result => Assert.Equal(pair.Left.Currency, result.Currency));
    }

    [Property]
    public void The_smaller_and_the_larger_are_the_two(MoneyPair pair)
    {
        var (smaller, larger) = (Money.Min(pair.Left, pair.Right), Money.Max(pair.Left, pair.Right));

        Assert.True(smaller <= larger);
        Assert.Equal(new[] { pair.Left, pair.Right }.OrderBy(money => money), [smaller, larger]);
    }

    [Property]
    public void The_absolute_amount_is_the_amount_without_its_sign(Money money)
    {
        Assert.False(money.Abs().IsNegative);
        Assert.Equal(money.IsNegative ? -money : money, money.Abs());
        Assert.Equal(money.Abs(), (-money).Abs());
    }

    [Property]
    public void Exactly_one_of_negative_zero_and_positive_is_true(Money money) =>
        Assert.Equal(1, new[] { money.IsNegative, money.IsZero, money.IsPositive }.Count(isTrue => isTrue));

    [Fact]
    public void Nothing_is_rounded_by_itself()
    {
        var unitPrice = new Money(0.0042m, Currency.USD);

        Assert.Equal(0.0042m, unitPrice.Amount);
        Assert.Equal(new Money(0.0126m, Currency.USD), unitPrice * 3);
        Assert.Equal(new Money(10m / 3m, Currency.JPY), new Money(10m, Currency.JPY) / 3);
    }

    [Fact]
    public void Multiplying_first_and_dividing_last_is_exact_where_the_other_order_is_not()
    {
        var amount = new Money(1m, Currency.CNY);

        Assert.Equal(amount, amount * 3 / 3);
        Assert.NotEqual(amount, amount / 3 * 3);
    }

    [Fact]
    public void Division_by_zero_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => s_usd250 / 0m);
        Assert.Throws<DivideByZeroException>(() => s_usd250 / Money.Zero(Currency.USD));
    }
}
