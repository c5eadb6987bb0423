using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class Scope
{
    /// <summary>The scope narrowed to these customers.</summary>
    /// <param name="customers">The customers, at least one.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="customers"/> is empty, one is the default value, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params CustomerId[] customers) =>
        Narrowed(ScopeDimensions.Customer, false, customers, id => id.Code, nameof(customers));

    /// <summary>The scope narrowed to customers in at least one of these groups.</summary>
    /// <param name="groups">The groups, at least one.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="groups"/> is empty, one is the default value, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params CustomerGroupId[] groups) =>
        Narrowed(ScopeDimensions.CustomerGroup, false, groups, id => id.Code, nameof(groups));

    /// <summary>The scope narrowed to customers of these classes.</summary>
    /// <param name="classes">The classes, at least one.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="classes"/> is empty, one is the default value, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params CustomerClassId[] classes) =>
        Narrowed(ScopeDimensions.CustomerClass, false, classes, id => id.Code, nameof(classes));

    /// <summary>The scope narrowed to these products.</summary>
    /// <param name="products">The products, at least one.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="products"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="products"/> is empty, one is the default value, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params ProductId[] products) => Narrowed(ScopeDimensions.Product, false, products, id => id.Code, nameof(products));

    /// <summary>The scope narrowed to products of these categories.</summary>
    /// <param name="categories">The categories; of a tree, each with those below it that are meant.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="categories"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="categories"/> is empty, one is the default value, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params ProductCategoryId[] categories) =>
        Narrowed(ScopeDimensions.ProductCategory, false, categories, id => id.Code, nameof(categories));

    /// <summary>The scope narrowed to sales through these channels.</summary>
    /// <param name="channels">The channels, at least one.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channels"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="channels"/> is empty, one is the default value, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params ChannelId[] channels) => Narrowed(ScopeDimensions.Channel, false, channels, id => id.Code, nameof(channels));

    /// <summary>The scope narrowed to sales in these territories.</summary>
    /// <param name="territories">The territories; of a tree, each with those below it that are meant.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territories"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="territories"/> is empty, one is the default value, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params TerritoryId[] territories) =>
        Narrowed(ScopeDimensions.Territory, false, territories, id => id.Code, nameof(territories));

    /// <summary>The scope narrowed to sales on these terms.</summary>
    /// <param name="priceKinds">The price kinds, at least one.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="priceKinds"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="priceKinds"/> is empty, one is not a defined kind, or nothing is left of the scope.
    /// </exception>
    public Scope Only(params PriceKind[] priceKinds) =>
        Narrowed(ScopeDimensions.PriceKind, false, Names(priceKinds, nameof(priceKinds)), nameof(priceKinds));

    /// <summary>The scope without these customers.</summary>
    /// <param name="customers">The customers; none leaves the scope as it is.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException">One is the default value, or nothing is left of the scope.</exception>
    public Scope Except(params CustomerId[] customers) =>
        Narrowed(ScopeDimensions.Customer, true, customers, id => id.Code, nameof(customers));

    /// <summary>The scope without customers in any of these groups.</summary>
    /// <param name="groups">The groups; none leaves the scope as it is.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    /// <exception cref="ArgumentException">One is the default value, or nothing is left of the scope.</exception>
    public Scope Except(params CustomerGroupId[] groups) =>
        Narrowed(ScopeDimensions.CustomerGroup, true, groups, id => id.Code, nameof(groups));

    /// <summary>The scope without customers of these classes.</summary>
    /// <param name="classes">The classes; none leaves the scope as it is.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException">One is the default value, or nothing is left of the scope.</exception>
    public Scope Except(params CustomerClassId[] classes) =>
        Narrowed(ScopeDimensions.CustomerClass, true, classes, id => id.Code, nameof(classes));

    /// <summary>The scope without these products.</summary>
    /// <param name="products">The products; none leaves the scope as it is.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="products"/> is null.</exception>
    /// <exception cref="ArgumentException">One is the default value, or nothing is left of the scope.</exception>
    public Scope Except(params ProductId[] products) => Narrowed(ScopeDimensions.Product, true, products, id => id.Code, nameof(products));

    /// <summary>The scope without products of these categories.</summary>
    /// <param name="categories">The categories; of a tree, each with those below it that are meant.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="categories"/> is null.</exception>
    /// <exception cref="ArgumentException">One is the default value, or nothing is left of the scope.</exception>
    public Scope Except(params ProductCategoryId[] categories) =>
        Narrowed(ScopeDimensions.ProductCategory, true, categories, id => id.Code, nameof(categories));

    /// <summary>The scope without sales through these channels.</summary>
    /// <param name="channels">The channels; none leaves the scope as it is.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channels"/> is null.</exception>
    /// <exception cref="ArgumentException">One is the default value, or nothing is left of the scope.</exception>
    public Scope Except(params ChannelId[] channels) => Narrowed(ScopeDimensions.Channel, true, channels, id => id.Code, nameof(channels));

    /// <summary>The scope without sales in these territories.</summary>
    /// <param name="territories">The territories; of a tree, each with those below it that are meant.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territories"/> is null.</exception>
    /// <exception cref="ArgumentException">One is the default value, or nothing is left of the scope.</exception>
    public Scope Except(params TerritoryId[] territories) =>
        Narrowed(ScopeDimensions.Territory, true, territories, id => id.Code, nameof(territories));

    /// <summary>The scope without sales on these terms.</summary>
    /// <param name="priceKinds">The price kinds; none leaves the scope as it is.</param>
    /// <returns>The narrowed scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="priceKinds"/> is null.</exception>
    /// <exception cref="ArgumentException">One is not a defined kind, or nothing is left of the scope.</exception>
    public Scope Except(params PriceKind[] priceKinds) =>
        Narrowed(ScopeDimensions.PriceKind, true, Names(priceKinds, nameof(priceKinds)), nameof(priceKinds));

    private static string[] Names(PriceKind[] kinds, string parameterName) =>
        Array.ConvertAll(Guard.Against.Null(kinds, parameterName), kind => Dimension.CodeOf(kind, parameterName));
}
