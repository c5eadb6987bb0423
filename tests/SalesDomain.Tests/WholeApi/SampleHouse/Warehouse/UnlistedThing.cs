namespace SalesDomain.Tests.WholeApi.SampleHouse.Warehouse;

internal sealed class UnlistedThing;
