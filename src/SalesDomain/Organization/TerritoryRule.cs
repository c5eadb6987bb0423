using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>One line of a <see cref="TerritoryMap"/>: over a span of days a customer, product, category or area belongs to a
/// territory.</summary>
/// <remarks>Equality is by basis, code, territory and span.</remarks>
public sealed class TerritoryRule : IEquatable<TerritoryRule>
{
    private TerritoryRule(TerritoryBasis basis, string code, TerritoryId territory, DateSpan span)
    {
        Basis = basis;
        Code = code;
        Territory = Identifier.Given(territory);
        Span = span;
    }

    /// <summary>By what it gives.</summary>
    public TerritoryBasis Basis { get; }

    /// <summary>The code of the customer, product, category or area.</summary>
    public string Code { get; }

    /// <summary>The territory it gives to.</summary>
    public TerritoryId Territory { get; }

    /// <summary>On which days.</summary>
    public DateSpan Span { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TerritoryRule? left, TerritoryRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TerritoryRule? left, TerritoryRule? right) => !(left == right);

    /// <summary>A customer by name, wherever it is and whatever it buys.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(CustomerId customer, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.Account, Identifier.Given(customer).Code, territory, span);

    /// <summary>A product, whoever buys it.</summary>
    /// <param name="product">The product.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(ProductId product, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.Product, Identifier.Given(product).Code, territory, span);

    /// <summary>A category of products, whoever buys them.</summary>
    /// <param name="category">The category.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(ProductCategoryId category, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.ProductCategory, Identifier.Given(category).Code, territory, span);

    /// <summary>An area, and the areas in it that have no rule of their own.</summary>
    /// <param name="area">The area.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(AreaId area, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.Area, Identifier.Given(area).Code, territory, span);

    /// <summary>Whether the other gives the same to the same territory over the same span.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TerritoryRule? other) =>
        other is not null && Basis == other.Basis && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && Territory == other.Territory && Span == other.Span;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as TerritoryRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine((int)Basis, StringComparer.Ordinal.GetHashCode(Code), Territory.GetHashCode(), Span.GetHashCode());

    /// <summary>The rule in words: <c>account C-1 to T-2: 2026-01-01/..</c></summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => TerritoryBases.Word(Basis) + " " + Code + " to " + Territory + ": " + Span;

    internal TerritoryRule Over(DateSpan span) => new(Basis, Code, Territory, span);
}
