using System.Numerics;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class GrowthUponGrowth
{
    [Fact]
    public void Compounds() => Assert.Equal(Percentage.FromPercent(32), Percentage.FromPercent(10).Compound(Percentage.FromPercent(20)));

    [Property]
    public void Is_growth_of_what_has_grown(Money money, Percentage first, Percentage second)
    {
        var (amount, one, other) = (Exact.Of(money.Amount), Exact.Of(first.Fraction), Exact.Of(second.Fraction));
        var both = first.Compound(second);
        Assert.Equal(one + other + (one * other), Exact.Of(both.Fraction));

        // Both ways are the same as long as a decimal holds every product. Where it does not, the compound is rounded once at its last
        // digit.
        var grown = money + first.Of(money);
        if ((amount * one * other).FitsDecimal && (amount * (one + other + (one * other))).FitsDecimal && (amount * other).FitsDecimal)
            Assert.Equal(grown + second.Of(grown), money + both.Of(money));

        IsRoundedOnce(amount * Exact.Of(both.Fraction), both.Of(money).Amount);
    }

    [Fact]
    public void Of_more_digits_than_a_decimal_holds_is_rounded_once_and_growth_twice_is_rounded_twice()
    {
        var money = new Money(9_999_999_999_999.999999m, Currency.CNY);
        var (first, second) = (Percentage.FromPercent(33.3333m), Percentage.FromPercent(-99.9999m));
        var both = first.Compound(second);

        Assert.Equal(Percentage.FromPercent(-99.9998666667m), both);
        IsRoundedOnce(Exact.Of(money.Amount) * Exact.Of(both.Fraction), both.Of(money).Amount);
    }

    [Property]
    public void Commutes_and_nought_changes_nothing(Percentage first, Percentage second)
    {
        Assert.Equal(first.Compound(second), second.Compound(first));
        Assert.Equal(first, first.Compound(Percentage.Zero));
        Assert.Equal(first, Percentage.Zero.Compound(first));
    }

    [Property]
    public void Is_the_discount_in_succession_with_the_sign_turned(Percentage first, Percentage second) =>
        Assert.Equal(-Percentage.Successive(-first, -second), first.Compound(second));

    [Theory]
    [InlineData(25, -20)]
    [InlineData(100, -50)]
    [InlineData(-50, 100)]
    [InlineData(300, -75)]
    public void Is_undone_by_the_inverse_growth(int growth, int inverse) =>
        Assert.Equal(Percentage.Zero, Percentage.FromPercent(growth).Compound(Percentage.FromPercent(inverse)));

    [Property]
    public void Of_losing_everything_leaves_nothing_to_grow(Percentage next) =>
        Assert.Equal(Percentage.FromPercent(-100), Percentage.FromPercent(-100).Compound(next));

    private static void IsRoundedOnce(Exact exact, decimal rounded)
    {
        var lastDigit = new Exact(1, BigInteger.Pow(10, (decimal.GetBits(rounded)[3] >> 16) & 0xFF));
        Assert.True((Exact.Of(rounded) - exact).Abs() <= lastDigit * Exact.Half, exact + " is not " + rounded);
        Assert.True(!exact.FitsDecimal || Exact.Of(rounded) == exact, exact + " is not " + rounded);
    }
}
