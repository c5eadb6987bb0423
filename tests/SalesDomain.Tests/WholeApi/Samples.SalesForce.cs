using SalesDomain.Organization;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static SalesForce[] Forces() =>
    [
        SalesForce.Of(
            Hierarchy.Of((new PositionId("P-2"), new PositionId("P-1"))),
            Assignments.Of((new PositionId("P-1"), new SalespersonId("S-1"), DateSpan.OfYear(2026))),
            Assignments.Of((new TerritoryId("T-1"), new PositionId("P-2"), DateSpan.Always))),
        SalesForce.Of(
            Hierarchy.Empty<PositionId>(), Assignments.Empty<PositionId, SalespersonId>(), Assignments.Empty<TerritoryId, PositionId>()),
    ];

    private static TerritoryMap Mapped() =>
        TerritoryMap.InOrder(TerritoryBasis.Account, TerritoryBasis.Product, TerritoryBasis.ProductCategory, TerritoryBasis.Area).With(
            TerritoryRule.Of(new CustomerId("C-9"), new TerritoryId("T-1"), DateSpan.OfYear(2026)),
            TerritoryRule.Of(new AreaId("AR-2"), new TerritoryId("T-2"), DateSpan.Always),
            TerritoryRule.Of(new AreaId("AR-2"), new TerritoryId("T-3"), DateSpan.Always)
                .Within(Scope.Everything.Only(new ChannelId("CH-9"))));
}
