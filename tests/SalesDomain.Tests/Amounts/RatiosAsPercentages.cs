using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class RatiosAsPercentages
{
    [Fact]
    public void Say_what_share_one_figure_is_of_another()
    {
        Assert.Equal(Percentage.FromPercent(45), Percentage.Ratio(new Money(540_000m, Currency.CNY), new Money(1_200_000m, Currency.CNY)));
        Assert.Equal(Percentage.FromPercent(-25), Percentage.Ratio(new Money(-1m, Currency.CNY), new Money(4m, Currency.CNY)));
        Assert.Equal(Percentage.FromPercent(75), Percentage.Ratio(Quantity.Pieces(3), Quantity.Pieces(4)));
        Assert.Equal(Percentage.FromPercent(93.75m), Percentage.Ratio(90m, 96m));
    }

    [Property]
    public void Of_zero_are_absent_and_neither_zero_nor_infinite(Money part)
    {
        Assert.Null(Percentage.Ratio(part, Money.Zero(part.Currency)));
        Assert.Null(Percentage.Ratio(part.Amount, 0m));
        Assert.Null(Percentage.Ratio(Quantity.Pieces(part.Amount), Quantity.Pieces(-0.00m)));
    }

    [Property]
    public void Of_an_amount_to_itself_are_exactly_one_hundred_percent(Money money)
    {
        if (!money.IsZero)
            Assert.Equal(Percentage.OneHundred, Percentage.Ratio(money, money));
    }

    [Property]
    public void Of_a_percentage_of_a_quota_to_the_quota_are_exactly_that_percentage(Money quota, Percentage attained)
    {
        // Reaching 1.2 × quota must reach the step from 120 %, not one ten-quadrillionth below it.
        if (!quota.IsZero)
        {
            Assert.Equal(attained, Percentage.Ratio(attained.Of(quota), quota));
            Assert.Equal(Percentage.FromPercent(120), Percentage.Ratio(1.2m * quota, quota));
        }
    }

    [Fact]
    public void Refuse_two_currencies_and_two_units()
    {
        var money = Assert.Throws<CurrencyMismatchException>(() => Percentage.Ratio(new Money(1m, Currency.USD), Money.Zero(Currency.EUR)));
        Assert.Equal(("whole", Currency.USD, Currency.EUR), (money.ParamName, money.Expected, money.Actual));

        var quantity = Assert.Throws<UnitMismatchException>(() => Percentage.Ratio(Quantity.Pieces(1), Quantity.Zero(UnitOfMeasure.Case)));
        Assert.Equal(("whole", UnitOfMeasure.Piece, UnitOfMeasure.Case), (quantity.ParamName, quantity.Expected, quantity.Actual));
    }
}
