using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class MoneyAcrossCurrencies
{
    private static readonly Money s_usd = new(5m, Currency.USD);
    private static readonly Money s_eur = new(5m, Currency.EUR);

    [Property]
    public void Is_never_equal(Money left, Money right)
    {
        if (left.Currency != right.Currency)
        {
            Assert.False(left == right);
            Assert.True(left != right);
            Assert.False(left.Equals(right));
            Assert.False(Money.Zero(left.Currency) == Money.Zero(right.Currency));
        }
    }

    [Property]
    public void Is_refused_by_every_operation_that_needs_one_currency(Money left, Money right)
    {
        if (left.Currency != right.Currency)
            RefuseAll(left, right);
    }

    [Fact]
    public void Is_refused_for_zero_too()
    {
        RefuseAll(s_usd, Money.Zero(Currency.EUR));
        RefuseAll(Money.Zero(Currency.USD), s_eur);
        RefuseAll(Money.Zero(Currency.USD), Money.Zero(Currency.EUR));
    }

    [Fact]
    public void The_default_value_is_zero_of_no_currency_and_adds_to_none()
    {
        Money nothing = default;

        Assert.Equal(0m, nothing.Amount);
        Assert.Equal(Currency.XXX, nothing.Currency);
        Assert.Equal(Money.Zero(Currency.XXX), nothing);
        Assert.Equal(Money.Zero(Currency.XXX).GetHashCode(), nothing.GetHashCode());
        Assert.Equal("XXX 0", nothing.ToString());
        Assert.Equal(nothing, nothing + nothing);
        RefuseAll(nothing, s_usd);
        RefuseAll(s_usd, nothing);
    }

    [Fact]
    public void Two_custom_units_of_one_code_mix_when_they_have_the_same_minor_digits()
    {
        var points = new Money(5m, Currency.Custom("POINT", 0, "Loyalty points"));
        var others = new Money(7m, Currency.Custom("POINT", 0, "Points"));
        var fractions = new Money(7m, Currency.Custom("POINT", 2, "Loyalty points"));

        Assert.Equal(12m, (points + others).Amount);
        Assert.True(points < others);
        RefuseAll(points, fractions);
    }

    [Fact]
    public void The_refusal_carries_both_currencies_and_says_them()
    {
        var refusal = new CurrencyMismatchException(Currency.USD, Currency.EUR, "other");

        Assert.Equal(Currency.USD, refusal.Expected);
        Assert.Equal(Currency.EUR, refusal.Actual);
        Assert.Equal("other", refusal.ParamName);
        Assert.StartsWith("The amount must be in USD and is in EUR.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_refusal_of_two_units_of_one_code_says_what_differs() =>
        Assert.StartsWith(
            "The two units named POINT differ in their minor digits.",
            new CurrencyMismatchException(Currency.Custom("POINT", 0, "Points"), Currency.Custom("POINT", 2, "Points"), null).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_refusal_needs_both_currencies()
    {
        Assert.Equal(
            "expected", Assert.Throws<ArgumentNullException>(() => new CurrencyMismatchException(null!, Currency.EUR, null)).ParamName);
        Assert.Equal(
            "actual", Assert.Throws<ArgumentNullException>(() => new CurrencyMismatchException(Currency.EUR, null!, null)).ParamName);
    }

    private static void RefuseAll(Money left, Money right)
    {
        Refuse(left, right, "right", () => left + right);
        Refuse(left, right, "right", () => left - right);
        Refuse(left, right, "right", () => left / right);
        Refuse(left, right, "right", () => left < right);
        Refuse(left, right, "right", () => left <= right);
        Refuse(left, right, "right", () => left > right);
        Refuse(left, right, "right", () => left >= right);
        Refuse(left, right, "right", () => Money.Min(left, right));
        Refuse(left, right, "right", () => Money.Max(left, right));
        Refuse(left, right, "other", () => left.CompareTo(right));
        Refuse(left, right, "other", () => ((IComparable)left).CompareTo(right));
        Refuse(left, right, "whole", () => Percentage.Ratio(left, right));
        Refuse(left, right, "amounts", () => Money.Sum(left.Currency, (System.Collections.Generic.IEnumerable<Money>)[left, right]));
    }

    private static void Refuse(Money left, Money right, string parameterName, Func<object?> operation)
    {
        var refusal = Assert.Throws<CurrencyMismatchException>(() => operation());

        Assert.Equal(left.Currency, refusal.Expected);
        Assert.Equal(right.Currency, refusal.Actual);
        Assert.Equal(parameterName, refusal.ParamName);
    }
}
