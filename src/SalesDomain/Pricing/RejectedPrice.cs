using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>A price list that does not give the price of a sale, and why.</summary>
/// <remarks>Made by <see cref="ResolvedPrice"/>. Equality is by list, price and reasons.</remarks>
public sealed class RejectedPrice : IEquatable<RejectedPrice>
{
    private readonly Reason[] _reasons;

    internal RejectedPrice(PriceList list, Money? unitPrice, IEnumerable<Reason> reasons)
    {
        List = list;
        UnitPrice = unitPrice;
        _reasons = [.. reasons];
    }

    /// <summary>The list.</summary>
    public PriceList List { get; }

    /// <summary>What one ordered unit would have cost by it, in the currency asked for, or null where it has no price.</summary>
    public Money? UnitPrice { get; }

    /// <summary>Every reason there is, at least one.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rejected list.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RejectedPrice? left, RejectedPrice? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rejected list.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RejectedPrice? left, RejectedPrice? right) => !(left == right);

    /// <summary>Whether the other is the same list with the same price, for the same reasons.</summary>
    /// <param name="other">The rejected list to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RejectedPrice? other) =>
        other is not null && UnitPrice == other.UnitPrice && List == other.List && _reasons.SequenceEqual(other._reasons);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RejectedPrice);

    /// <inheritdoc/>
    public override int GetHashCode() => List.GetHashCode();

    /// <summary>Name, price and reasons: <c>retail, CNY 9.20: pricing.less-specific (level everything, …)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        List.Name + (UnitPrice is { } price ? ", " + price : "") + ": " + string.Join(", ", _reasons.Select(reason => reason.ToString()));
}
