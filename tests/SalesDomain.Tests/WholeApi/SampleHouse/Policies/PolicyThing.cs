namespace SalesDomain.Tests.WholeApi.SampleHouse.Policies;

internal sealed class PolicyThing : Pricing.PriceThing;
