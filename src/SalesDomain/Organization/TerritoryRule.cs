using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>One line of a <see cref="TerritoryMap"/>: over a span of days a customer, product, category or area, or what a scope says of
/// it, belongs to a territory.</summary>
/// <remarks>
/// <see cref="Within"/> crosses what is named with a <see cref="SalesDomain.Scope"/>: an area and a category, an area and a channel, a
/// customer and a product. Equality is by basis, code, scope, territory and span.
/// </remarks>
public sealed class TerritoryRule : IEquatable<TerritoryRule>
{
    private TerritoryRule(TerritoryBasis basis, string code, Scope scope, TerritoryId territory, DateSpan span)
    {
        Basis = basis;
        Code = code;
        Scope = scope;
        Territory = Identifier.Given(territory);
        Span = span;
    }

    /// <summary>By what it gives.</summary>
    public TerritoryBasis Basis { get; }

    /// <summary>The code of the customer, product, category or area; empty for a rule by its scope alone.</summary>
    public string Code { get; }

    /// <summary>Of which sales it gives them; all, unless <see cref="Within"/> says so.</summary>
    public Scope Scope { get; }

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

    /// <summary>A customer by name, wherever it is and whatever it buys, and the customers under it that have no rule of their
    /// own.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(CustomerId customer, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.Account, Identifier.Given(customer).Code, Scope.Everything, territory, span);

    /// <summary>A product, whoever buys it.</summary>
    /// <param name="product">The product.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(ProductId product, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.Product, Identifier.Given(product).Code, Scope.Everything, territory, span);

    /// <summary>A category of products, whoever buys them.</summary>
    /// <param name="category">The category.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(ProductCategoryId category, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.ProductCategory, Identifier.Given(category).Code, Scope.Everything, territory, span);

    /// <summary>An area, and the areas in it that have no rule of their own.</summary>
    /// <param name="area">The area.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static TerritoryRule Of(AreaId area, TerritoryId territory, DateSpan span) =>
        new(TerritoryBasis.Area, Identifier.Given(area).Code, Scope.Everything, territory, span);

    /// <summary>What is in a scope, whoever and wherever it is: a channel, a group of customers; with
    /// <see cref="Scope.Everything"/> the house accounts, asked last.</summary>
    /// <param name="scope">The scope; it does not speak of territories.</param>
    /// <param name="territory">The territory it belongs to.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">The scope speaks of territories, or <paramref name="territory"/> is the default
    /// value.</exception>
    public static TerritoryRule Of(Scope scope, TerritoryId territory, DateSpan span) =>
        new TerritoryRule(TerritoryBasis.Scope, "", Scope.Everything, territory, span).Within(scope);

    /// <summary>The rule for some sales only: of an area one category, of a customer one channel.</summary>
    /// <param name="scope">The sales. It narrows what the rule had, and does not speak of territories.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The scope speaks of territories: what decides the territory cannot depend on it; or it leaves nothing of the rule: another product
    /// than the one named, say.
    /// </exception>
    /// <remarks>
    /// Rules on one code may stand beside each other with different scopes; where two of them hold for a sale, the one whose scope lies
    /// within the other's decides. What the scope speaks of and a sale does not state is not in it:
    /// <see cref="TerritoryMap.Unstated"/>.
    /// </remarks>
    public TerritoryRule Within(Scope scope)
    {
        Guard.Against.Null(scope);
        if ((scope.Mentioned & ScopeDimensions.Territory) != ScopeDimensions.None)
            throw Guards.Invalid(nameof(scope), scope.ToString(), "must not speak of territories, which are what is asked for");

        return Scope.Intersection(scope) is { } narrowed && narrowed.Overlaps(Named())
            ? new TerritoryRule(Basis, Code, narrowed, Territory, Span)
            : throw Guards.Invalid(nameof(scope), scope.ToString(), "must leave something of the rule (" + this + ")");
    }

    /// <summary>Whether the other gives the same to the same territory over the same span.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TerritoryRule? other) =>
        other is not null && IsOnSameAs(other) && Territory == other.Territory && Span == other.Span;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as TerritoryRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            Hash.Combine((int)Basis, StringComparer.Ordinal.GetHashCode(Code), Scope.GetHashCode()),
            Territory.GetHashCode(), Span.GetHashCode());

    /// <summary>The rule in words: <c>account C-1 to T-2: 2026-01-01/..</c>, and with a scope
    /// <c>area Zhejiang (only channels KA) to T-3: ../..</c></summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        TerritoryBases.Word(Basis) + (Code.Length > 0 ? " " + Code : "")
        + (Basis == TerritoryBasis.Scope || Scope != Scope.Everything ? " (" + Scope + ")" : "") + " to " + Territory + ": " + Span;

    internal TerritoryRule Over(DateSpan span) => new(Basis, Code, Scope, Territory, span);

    /// <summary>Whether both are about the same sales, by the same words.</summary>
    internal bool IsOnSameAs(TerritoryRule other) =>
        Basis == other.Basis && string.Equals(Code, other.Code, StringComparison.Ordinal) && Scope == other.Scope;

    /// <summary>What is named, as far as a scope can say it. A rule on a head office holds for others than the customer named.</summary>
    private Scope Named() =>
        Basis switch
        {
            TerritoryBasis.Product => Scope.Everything.Only(new ProductId(Code)),
            TerritoryBasis.ProductCategory => Scope.Everything.Only(new ProductCategoryId(Code)),
            _ => Scope.Everything,
        };
}
