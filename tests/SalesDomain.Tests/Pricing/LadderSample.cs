using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

/// <summary>A ladder with a step of each kind, whose shelf price has the tax in it.</summary>
internal static class LadderSample
{
    internal static PriceLadder Drinks { get; } = PriceLadder.Of(
        Currency.CNY, PriceLevel.First("maker"), PriceLevel.ByMargin("distributor", Percent(10)),
        PriceLevel.ByMarkup("sub-distributor", Percent(8)), PriceLevel.ByAmount("retailer", Cny(0.25m)),
        PriceLevel.ByMargin("shelf", Percent(25)).WithTax(Percent(13)));
}
