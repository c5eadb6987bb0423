namespace SalesDomain.Tests.WholeApi.SampleHouse;

internal sealed class GroundThatLooksUp
{
    internal static object Make() => new Terms.TermThing(new GroundThing());
}
