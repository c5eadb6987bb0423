using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Amounts;

/// <summary>
/// Operators look first whether two amounts share one currency object; a custom unit made twice takes the other way to the same answer.
/// </summary>
public class OneCurrencyInTwoObjects
{
    private static readonly Currency s_points = Currency.Custom("PTS", 0, "Points");
    private static readonly Currency s_samePoints = Currency.Custom("PTS", 0, "Bonus points");
    private static readonly Currency s_finerPoints = Currency.Custom("PTS", 2, "Points");

    [Fact]
    public void Sums_differences_and_comparisons_are_those_of_one_currency()
    {
        var left = new Money(70m, s_points);
        var right = new Money(30m, s_samePoints);

        Assert.Equal(new Money(100m, s_points), left + right);
        Assert.Equal(new Money(40m, s_points), left - right);
        Assert.Equal(new Money(-40m, s_points), right - left);
        Assert.Equal(new Money(100m, s_points), Money.Sum(s_points, new[] { left, right }.Where(amount => amount.IsPositive)));
        Assert.True(right < left);
        Assert.NotEqual(left, right);
    }

    [Fact]
    public void Units_with_other_minor_digits_do_not_mix()
    {
        var left = new Money(70m, s_points);
        var right = new Money(30m, s_finerPoints);

        Assert.Equal("right", Assert.Throws<CurrencyMismatchException>(() => left + right).ParamName);
        Assert.Equal("right", Assert.Throws<CurrencyMismatchException>(() => left - right).ParamName);
        Assert.Equal(
            "amounts",
            Assert.Throws<CurrencyMismatchException>(() => Money.Sum(s_points, new[] { left, right }.Where(_ => true))).ParamName);
    }

    [Fact]
    public void Tiers_take_an_amount_of_the_equal_unit_and_refuse_the_other()
    {
        var rate = TieredRate.From(s_points, (0m, Percentage.FromPercent(10m)), (100m, Percentage.FromPercent(20m)));

        Assert.Equal(new Money(20m, s_points), rate.Graduated(new Money(150m, s_samePoints)));
        Assert.Equal(new Money(30m, s_points), rate.AllUnits(new Money(150m, s_samePoints)));
        Assert.Equal("amount", Assert.Throws<CurrencyMismatchException>(() => rate.Graduated(new Money(150m, s_finerPoints))).ParamName);
    }
}
