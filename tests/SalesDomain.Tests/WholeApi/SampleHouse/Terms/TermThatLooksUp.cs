using System.Collections.Generic;

namespace SalesDomain.Tests.WholeApi.SampleHouse.Terms;

internal sealed class TermThatLooksUp
{
    internal IReadOnlyList<Pricing.PriceThing> Prices { get; } = [];
}
