namespace SalesDomain.Tests.WholeApi.SampleHouse.Terms;

internal sealed class TermThing(GroundThing ground)
{
    internal GroundThing Ground { get; } = ground;
}
