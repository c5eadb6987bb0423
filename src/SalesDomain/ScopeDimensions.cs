using System;

namespace SalesDomain;

/// <summary>
/// What a <see cref="Scope"/> can speak of, alone or together: customer and product is the key of a price agreed with one customer for
/// one product.
/// </summary>
[Flags]
public enum ScopeDimensions
{
    /// <summary>Nothing: what holds for everything.</summary>
    None = 0,

    /// <summary>Who buys.</summary>
    Customer = 1,

    /// <summary>A group of customers; a customer may be in several.</summary>
    CustomerGroup = 2,

    /// <summary>The class of the customer, of which each has one.</summary>
    CustomerClass = 4,

    /// <summary>What is sold.</summary>
    Product = 8,

    /// <summary>The category of the product, of which each has one.</summary>
    ProductCategory = 16,

    /// <summary>Through which channel.</summary>
    Channel = 32,

    /// <summary>In which territory.</summary>
    Territory = 64,

    /// <summary>On what terms.</summary>
    PriceKind = 128,
}
