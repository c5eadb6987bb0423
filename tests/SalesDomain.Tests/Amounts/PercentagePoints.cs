using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class PercentagePoints
{
    [Fact]
    public void Are_the_difference_and_not_the_ratio_of_two_percentages()
    {
        Assert.Equal(2m, Percentage.FromPercent(5).PointsAbove(Percentage.FromPercent(3)));
        Assert.Equal(-5m, Percentage.FromPercent(45).PointsAbove(Percentage.FromPercent(50)));
        Assert.Equal(Percentage.FromPercent(5), Percentage.FromPercent(3) + Percentage.FromPercent(2));
    }

    [Property]
    public void Added_to_the_other_give_the_percentage(Percentage one, Percentage other) =>
        Assert.Equal(one, other + Percentage.FromPercent(one.PointsAbove(other)));

    [Property]
    public void Turn_their_sign_with_the_direction(Percentage one, Percentage other)
    {
        Assert.Equal(-one.PointsAbove(other), other.PointsAbove(one));
        Assert.Equal(0m, one.PointsAbove(one));
    }
}
