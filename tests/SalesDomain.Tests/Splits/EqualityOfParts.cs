using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class EqualityOfParts
{
    [Fact]
    public void Parts_are_equal_by_weight_and_bounds()
    {
        TestHelper.TestEqualsStruct(
            new ApportionmentPart(1m, 2m, 3m), new ApportionmentPart(1.0m, 2.0m, 3.00m),
            new ApportionmentPart(1.01m, 2m, 3m), new ApportionmentPart(1m, 2.01m, 3m), new ApportionmentPart(1m, 2m, 3.01m),
            new ApportionmentPart(1m, null, 3m), new ApportionmentPart(1m, 2m), default);
        TestHelper.TestEqualsStruct(default, new ApportionmentPart(0m), new ApportionmentPart(0m, 0m), new ApportionmentPart(0m, null, 0m));
    }

    [Fact]
    public void The_default_part_gets_nothing() =>
        Assert.Equal([0m, 7m], Apportionment.ToWhole.Split(7m, new[] { default, new ApportionmentPart(1m) }));
}
