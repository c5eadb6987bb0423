using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What there is to know of each <see cref="TerritoryBasis"/>.</summary>
internal static class TerritoryBases
{
    internal const int Count = (int)TerritoryBasis.Scope + 1;

    private static readonly int s_customer = Dimension.IndexOf(ScopeDimensions.Customer);
    private static readonly int s_product = Dimension.IndexOf(ScopeDimensions.Product);
    private static readonly int s_category = Dimension.IndexOf(ScopeDimensions.ProductCategory);

    internal static string Word(TerritoryBasis basis) =>
        basis switch
        {
            TerritoryBasis.Account => "account",
            TerritoryBasis.Product => "product",
            TerritoryBasis.ProductCategory => "product category",
            TerritoryBasis.Area => "area",
            _ => "scope",
        };

    /// <summary>The code of a sale on the basis, or null when it is not stated; the basis without codes has the empty one.</summary>
    internal static string? CodeOf(TerritoryBasis basis, in ScopeSubject subject, AreaId? area) =>
        basis switch
        {
            TerritoryBasis.Account => (string?)subject.Given(s_customer),
            TerritoryBasis.Product => (string?)subject.Given(s_product),
            TerritoryBasis.ProductCategory => (string?)subject.Given(s_category),
            TerritoryBasis.Area => area?.Code,
            _ => "",
        };
}
