using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>The part of a quantity that one break of a graduated price takes, and what it costs.</summary>
/// <remarks>
/// The bases of all portions sum to the quantity, and their results to the graduated total. Equality is by value; the default value is
/// empty.
/// </remarks>
public readonly struct PricePortion : IEquatable<PricePortion>
{
    internal PricePortion(Quantity @base, Money unitPrice)
    {
        Base = @base;
        UnitPrice = unitPrice;
    }

    /// <summary>The part of the quantity at this price.</summary>
    public Quantity Base { get; }

    /// <summary>The price of one unit.</summary>
    public Money UnitPrice { get; }

    /// <summary>Base × unit price, not rounded.</summary>
    public Money Result => UnitPrice * Base.Amount;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A portion.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(PricePortion left, PricePortion right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A portion.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(PricePortion left, PricePortion right) => !left.Equals(right);

    /// <summary>Whether the other has the same base and price.</summary>
    /// <param name="other">The portion to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PricePortion other) => Base == other.Base && UnitPrice == other.UnitPrice;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is PricePortion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Base.GetHashCode(), UnitPrice.GetHashCode());
}
