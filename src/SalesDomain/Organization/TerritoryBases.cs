
namespace SalesDomain.Organization;

/// <summary>What there is to know of each <see cref="TerritoryBasis"/>.</summary>
internal static class TerritoryBases
{
    internal const int Count = (int)TerritoryBasis.Area + 1;

    internal static string Word(TerritoryBasis basis) =>
        basis switch
        {
            TerritoryBasis.Account => "account",
            TerritoryBasis.Product => "product",
            TerritoryBasis.ProductCategory => "product category",
            _ => "area",
        };

    /// <summary>The code of a sale on the basis, or null when it is not stated; an area is no part of the subject.</summary>
    internal static string? CodeOf(TerritoryBasis basis, in ScopeSubject subject) =>
        basis switch
        {
            TerritoryBasis.Account => subject.Customer?.Code,
            TerritoryBasis.Product => subject.Product?.Code,
            _ => subject.ProductCategory?.Code,
        };
}
