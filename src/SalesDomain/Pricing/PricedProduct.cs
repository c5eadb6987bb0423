using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What pricing has to know of a product beside its prices: how its units convert, what one weighs, what it costs.</summary>
/// <remarks>
/// A weight is a conversion like any other: 1 piece = 0.35 kg. The cost is a fact with its days, of one base unit, in any currency; a
/// purchase price belongs here and nowhere else. Immutable; equality is by all of it.
/// </remarks>
public sealed class PricedProduct : IEquatable<PricedProduct>
{
    private PricedProduct(ProductId product, UnitConversions units, Timeline<Money>? cost)
    {
        Product = product;
        Units = units;
        Cost = cost;
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>How its units convert.</summary>
    public UnitConversions Units { get; }

    /// <summary>What one base unit costs on which days, without tax, or null when that is not known.</summary>
    public Timeline<Money>? Cost { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A product.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PricedProduct? left, PricedProduct? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A product.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PricedProduct? left, PricedProduct? right) => !(left == right);

    /// <summary>A product of which only its units are known.</summary>
    /// <param name="product">The product.</param>
    /// <param name="units">How its units convert; of a product with one unit <c>UnitConversions.Of(unit)</c>.</param>
    /// <returns>The product.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    public static PricedProduct Of(ProductId product, UnitConversions units) =>
        new(Identifier.Given(product), Guard.Against.Null(units), null);

    /// <summary>The product with its cost.</summary>
    /// <param name="cost">What one base unit costs on which days, zero or more and without tax.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cost"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost is negative.</exception>
    public PricedProduct WithCost(Timeline<Money> cost)
    {
        foreach (var entry in Guard.Against.Null(cost).Entries)
            Guard.Against.Below(0m, entry.Value.Amount, nameof(cost));

        return new PricedProduct(Product, Units, cost);
    }

    /// <summary>Whether the other is the same product with the same units and cost.</summary>
    /// <param name="other">The product to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PricedProduct? other) => other is not null && Product == other.Product && Units == other.Units && Cost == other.Cost;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PricedProduct);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Product.GetHashCode(), Units.GetHashCode());

    /// <summary>Product, units and cost: <c>P-1 in PCE, 1 CS = 24 PCE, cost ../..: CNY 4.68</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var units = Units.ToString();
        return Product + " in " + Units.BaseUnit + (units.Length == 0 ? "" : ", " + units) + (Cost is null ? "" : ", cost " + Cost);
    }
}
