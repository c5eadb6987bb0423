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
        var grown = money + first.Of(money);

        Assert.Equal(grown + second.Of(grown), money + first.Compound(second).Of(money));
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
}
