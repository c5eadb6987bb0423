namespace SalesDomain.Tests.WholeApi.SampleHouse.Rebates;

internal sealed class RebateThatUsesAStranger
{
    internal static void Check() => Xunit.Assert.True(true);
}
