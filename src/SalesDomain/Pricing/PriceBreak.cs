using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a larger quantity would cost: "3 more, and the price is 9.20".</summary>
/// <remarks>Made by <see cref="ResolvedPrice"/>. Equality is by value; the default value is of nothing.</remarks>
public readonly struct PriceBreak : IEquatable<PriceBreak>
{
    internal PriceBreak(Quantity missing, Quantity quantity, Money unitPrice, Money amount)
    {
        Missing = missing;
        Quantity = quantity;
        UnitPrice = unitPrice;
        Amount = amount;
    }

    /// <summary>How much more has to be ordered, in the ordered unit.</summary>
    public Quantity Missing { get; }

    /// <summary>The quantity with it.</summary>
    public Quantity Quantity { get; }

    /// <summary>The price of one ordered unit then.</summary>
    public Money UnitPrice { get; }

    /// <summary>What all of it costs then, not rounded.</summary>
    public Money Amount { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A break.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(PriceBreak left, PriceBreak right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A break.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(PriceBreak left, PriceBreak right) => !left.Equals(right);

    /// <summary>Whether the other has the same quantities and prices.</summary>
    /// <param name="other">The break to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceBreak other) =>
        Missing == other.Missing && Quantity == other.Quantity && UnitPrice == other.UnitPrice && Amount == other.Amount;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is PriceBreak other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Missing.GetHashCode(), Quantity.GetHashCode(), Amount.GetHashCode());

    /// <summary>The break in words: <c>3 PCE more: CNY 9.20, CNY 920.00 for 100 PCE</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Missing + " more: " + UnitPrice + ", " + Amount + " for " + Quantity;
}
