using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Of what a percentage is taken: the list price, what is left before it, or what was left after a named discount.</summary>
/// <remarks>
/// 10 % and then 20 % are 28 % of the running price, and 30 % of the list price: a percentage is added to another only where it is declared
/// to be of the list price. Immutable; equality is by value.
/// </remarks>
public sealed class DiscountBase : IEquatable<DiscountBase>
{
    private readonly string _text;

    private DiscountBase(string text, string? discount)
    {
        _text = text;
        Discount = discount;
    }

    /// <summary>The list amount of the line.</summary>
    public static DiscountBase List { get; } = new("list price", null);

    /// <summary>What the discounts with lower numbers leave of the line.</summary>
    public static DiscountBase Running { get; } = new("running price", null);

    /// <summary>After which discount the subtotal is taken; null for list price and running price.</summary>
    public string? Discount { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A base.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DiscountBase? left, DiscountBase? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A base.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DiscountBase? left, DiscountBase? right) => !(left == right);

    /// <summary>
    /// What was left of the line after a named discount, whether or not that one took anything off it; where it is in an exclusion, after
    /// what is given of all of it.
    /// </summary>
    /// <param name="discount">The name of the discount, which has a lower number; not empty, no white space at either end.</param>
    /// <returns>The base.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="discount"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="discount"/> is empty or padded.</exception>
    public static DiscountBase After(string discount) => new("subtotal after " + Identifier.Checked(discount), discount);

    /// <summary>Whether the other is the same base.</summary>
    /// <param name="other">The base to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DiscountBase? other) =>
        other is not null && string.Equals(_text, other._text, StringComparison.Ordinal)
        && string.Equals(Discount, other.Discount, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as DiscountBase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The base in words: <c>list price</c>, <c>running price</c>, <c>subtotal after dealer</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => _text;
}
