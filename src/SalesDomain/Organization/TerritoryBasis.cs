namespace SalesDomain.Organization;

/// <summary>By what a <see cref="TerritoryRule"/> gives a sale or a customer to a territory.</summary>
public enum TerritoryBasis
{
    /// <summary>The customer is named, or a head office above it: a key account.</summary>
    Account,

    /// <summary>The product is named.</summary>
    Product,

    /// <summary>The category of the product is named.</summary>
    ProductCategory,

    /// <summary>The area is named, or one that it lies in: a district, a postcode.</summary>
    Area,

    /// <summary>Nothing is named; the <see cref="Scope"/> alone says what belongs there: a channel, a group or class of customers,
    /// everything that is left.</summary>
    Scope,
}
