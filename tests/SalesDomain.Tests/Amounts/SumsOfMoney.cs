using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class SumsOfMoney
{
    [Property]
    public void Are_what_adding_one_by_one_gives(MoneyList list)
    {
        var oneByOne = list.Amounts.Aggregate(Money.Zero(list.Currency), (sum, money) => sum + money);

        Assert.Equal(oneByOne, Money.Sum(list.Currency, list.Amounts.Select(money => money)));
        Assert.Equal(oneByOne, Money.Sum(list.Currency, list.Amounts));
        Assert.Equal(oneByOne, Money.Sum(list.Currency, list.Amounts.ToList()));
#if NET
        Assert.Equal(oneByOne, Money.Sum(list.Currency, list.Amounts.AsSpan()));
#endif
    }

    [Property]
    public void Are_exact_and_do_not_depend_on_the_order(MoneyList list)
    {
        var exact = list.Amounts.Aggregate(Exact.Of(0), (sum, money) => sum + Exact.Of(money.Amount));

        Assert.Equal(exact, Exact.Of(Money.Sum(list.Currency, list.Amounts).Amount));
        Assert.Equal(exact, Exact.Of(Money.Sum(list.Currency, list.Amounts.OrderByDescending(money => money)).Amount));
    }

    [Fact]
    public void Of_nothing_are_zero_of_the_currency()
    {
        Assert.Equal(Money.Zero(Currency.KWD), Money.Sum(Currency.KWD, Enumerable.Empty<Money>()));
#if NET
        Assert.Equal(Money.Zero(Currency.KWD), Money.Sum(Currency.KWD, ReadOnlySpan<Money>.Empty));
#endif
    }

    [Fact]
    public void Refuse_an_amount_of_another_currency_even_a_zero()
    {
        Refuse(() => Money.Sum(Currency.USD, Enumerable.Repeat(Money.Zero(Currency.EUR), 1)));
        Refuse(() => Money.Sum(Currency.USD, new List<Money> { new(1m, Currency.USD), new(1m, Currency.EUR) }));
#if NET
        Refuse(() => Money.Sum(Currency.USD, [new Money(1m, Currency.USD), new Money(1m, Currency.EUR)]));
#endif
    }

    [Fact]
    public void Refuse_null_by_its_name()
    {
        Assert.Equal("amounts", Assert.Throws<ArgumentNullException>(() => Money.Sum(Currency.USD, (IEnumerable<Money>)null!)).ParamName);
        Assert.Equal("currency", Assert.Throws<ArgumentNullException>(() => Money.Sum(null!, Enumerable.Empty<Money>())).ParamName);
        Assert.Equal("currency", Assert.Throws<ArgumentNullException>(() => Money.Zero(null!)).ParamName);
        Assert.Equal("currency", Assert.Throws<ArgumentNullException>(() => new Money(0m, null!)).ParamName);
    }

    private static void Refuse(Func<Money> sum)
    {
        var refusal = Assert.Throws<CurrencyMismatchException>(() => sum());

        Assert.Equal("amounts", refusal.ParamName);
        Assert.Equal(Currency.USD, refusal.Expected);
        Assert.Equal(Currency.EUR, refusal.Actual);
    }
}
