using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What was bought before: the facts that breaks over several documents are counted with.</summary>
/// <remarks>
/// They count only for a version of a price list that declares it (<see cref="PriceListVersion.Cumulative"/>), on the days of its period
/// and up to the day of the sale, itself included. What is recorded of a document does not count when the same document is priced again.
/// The order of facts does not matter, and a fact more costs the same however many there are. Immutable; equality is by value.
/// </remarks>
public sealed class PurchaseHistory : IEquatable<PurchaseHistory>
{
    private readonly PurchaseFacts _facts;

    private PurchaseHistory(PurchaseFacts facts) => _facts = facts;

    /// <summary>Nothing was bought before.</summary>
    public static PurchaseHistory None { get; } = new(PurchaseFacts.Of([]));

    /// <summary>The facts, by day, document and product.</summary>
    public IReadOnlyList<EarlierPurchase> Purchases => Array.AsReadOnly(_facts.All.ToArray());

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A history.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PurchaseHistory? left, PurchaseHistory? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A history.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PurchaseHistory? left, PurchaseHistory? right) => !(left == right);

    /// <summary>A history of some facts.</summary>
    /// <param name="purchases">The facts, in any order.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> or a fact is null.</exception>
    public static PurchaseHistory Of(params EarlierPurchase[] purchases) => Of((IEnumerable<EarlierPurchase>)purchases);

    /// <inheritdoc cref="Of(EarlierPurchase[])"/>
    public static PurchaseHistory Of(IEnumerable<EarlierPurchase> purchases) => new(PurchaseFacts.Of(Copied(purchases)));

    /// <summary>The history with more facts.</summary>
    /// <param name="purchases">The facts, in any order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> or a fact is null.</exception>
    public PurchaseHistory With(IEnumerable<EarlierPurchase> purchases) => new(_facts.With(Copied(purchases)));

    /// <summary>
    /// The history without what was recorded of a document: when that is cancelled, or priced again by <see cref="PriceBook"/>.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="document"/> is the default value.</exception>
    public PurchaseHistory Without(DocumentId document) => new(_facts.Without(Identifier.Given(document)));

    /// <summary>Whether the other has the same facts.</summary>
    /// <param name="other">The history to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PurchaseHistory? other) => other is not null && _facts.All.SequenceEqual(other._facts.All);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PurchaseHistory);

    /// <inheritdoc/>
    public override int GetHashCode() => _facts.All.Aggregate(0, (hash, purchase) => Hash.Combine(hash, purchase.GetHashCode()));

    /// <summary>The facts, one after another.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        IsEmpty ? "nothing bought before" : string.Join("; ", _facts.All.Select(purchase => purchase.ToString()));

    internal bool IsEmpty => _facts.IsEmpty;

    /// <summary>Those of a product, in order.</summary>
    internal IEnumerable<EarlierPurchase> Of(ProductId product) => _facts.Of(product);

    private static EarlierPurchase[] Copied(IEnumerable<EarlierPurchase> purchases)
    {
        EarlierPurchase[] copy = [.. Guard.Against.Null(purchases)];
        Array.ForEach(copy, purchase => Guard.Against.Null(purchase, nameof(purchases)));
        return copy;
    }
}
