namespace SalesDomain.Tests.WholeApi.SampleHouse;

internal sealed class GroundThing;
