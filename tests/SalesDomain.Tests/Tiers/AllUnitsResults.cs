using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class AllUnitsResults
{
    private static readonly TieredRate s_fromScale = TieredRate.From(
        Currency.USD, (100m, Percentage.FromPercent(1m)), (200m, Percentage.FromPercent(2m)));

    [Property(MaxTest = 300)]
    public Property Everything_is_paid_at_the_rate_reached() =>
        Prop.ForAll(TierSample.Any, sample => sample.Rate.AllUnits(sample.Money).Amount == sample.Slab());

    [Theory]
    [InlineData("99.99", "0")]
    [InlineData("100", "1")]
    [InlineData("100.01", "1.0001")]
    [InlineData("199.99", "1.9999")]
    [InlineData("200", "4")]
    [InlineData("200.01", "4.0002")]
    public void From_a_level_on_everything_has_its_rate(string amount, string expected) =>
        Assert.Equal(Money.Parse("USD " + expected), s_fromScale.AllUnits(Money.Parse("USD " + amount)));

    [Theory]
    [InlineData("100", "1")]
    [InlineData("100.01", "2.0002")]
    [InlineData("200", "4")]
    [InlineData("200.01", "0")]
    [InlineData("1000000", "0")]
    public void Above_a_closed_to_scale_there_is_no_rate(string amount, string expected) =>
        Assert.Equal(
            Money.Parse("USD " + expected),
            TieredRate.UpTo(Currency.USD, (100m, Percentage.FromPercent(1m)), (200m, Percentage.FromPercent(2m)))
                .AllUnits(Money.Parse("USD " + amount)));

    [Theory]
    [InlineData("300", "6")]
    [InlineData("300.01", "6")]
    public void A_ceiling_caps_the_result(string amount, string expected) =>
        Assert.Equal(
            Money.Parse("USD " + expected),
            s_fromScale.WithCeiling(Money.Parse("USD 300")).AllUnits(Money.Parse("USD " + amount)));

    [Fact]
    public void A_return_on_its_own_gives_nothing_unless_mirrored()
    {
        Assert.Equal(Money.Zero(Currency.USD), s_fromScale.AllUnits(Money.Parse("USD -200")));
        Assert.Equal(Money.Parse("USD -4"), s_fromScale.Mirrored().AllUnits(Money.Parse("USD -200")));
    }
}
