using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What discounts took off so far, and which coupons were used: the facts that limits and budgets are held against.</summary>
/// <remarks>
/// What is recorded of a document does not count when the same document is priced again, so that pricing it twice gives the same. Totals
/// are looked up, not added up again, and a document more costs the same however many there are. The order of facts does not matter.
/// Immutable; equality is by value.
/// </remarks>
public sealed class PromotionHistory : IEquatable<PromotionHistory>
{
    private readonly PromotionTotals _totals;

    private PromotionHistory(PromotionTotals totals) => _totals = totals;

    /// <summary>Nothing was used so far.</summary>
    public static PromotionHistory None { get; } = new(PromotionTotals.Of([], ""));

    /// <summary>The facts, by discount, document, customer and coupon.</summary>
    public IReadOnlyList<PromotionUse> Uses => Array.AsReadOnly(_totals.Uses.ToArray());

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A history.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PromotionHistory? left, PromotionHistory? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A history.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PromotionHistory? left, PromotionHistory? right) => !(left == right);

    /// <summary>A history of some facts.</summary>
    /// <param name="uses">The facts, in any order.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="uses"/> or a fact is null.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts of one discount are in different currencies.</exception>
    /// <exception cref="OverflowException">A total does not fit.</exception>
    public static PromotionHistory Of(params PromotionUse[] uses) => Of((IEnumerable<PromotionUse>)uses);

    /// <inheritdoc cref="Of(PromotionUse[])"/>
    public static PromotionHistory Of(IEnumerable<PromotionUse> uses) =>
        new(PromotionTotals.Of(Copied(uses, nameof(uses)), nameof(uses)));

    /// <summary>The history with more facts.</summary>
    /// <param name="uses">The facts, in any order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="uses"/> or a fact is null.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts of one discount are in different currencies.</exception>
    /// <exception cref="OverflowException">A total does not fit.</exception>
    public PromotionHistory With(IEnumerable<PromotionUse> uses) =>
        new(_totals.With(Copied(uses, nameof(uses)), nameof(uses)));

    /// <summary>The history with what a document uses, instead of whatever was recorded of that document before.</summary>
    /// <param name="document">
    /// The document after its discounts. One without an id is added, since nobody could tell it from another.
    /// </param>
    /// <returns>The changed copy; recording a document twice changes nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts of one discount are in different currencies.</exception>
    /// <exception cref="OverflowException">A total does not fit.</exception>
    public PromotionHistory Recording(DiscountedDocument document)
    {
        Guard.Against.Null(document);
        return new PromotionHistory(_totals.Without(document.Document.Id).With(document.Uses, nameof(document)));
    }

    /// <summary>The history without what was recorded of a document: when that is cancelled.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="document"/> is the default value.</exception>
    public PromotionHistory Cancelling(DocumentId document) =>
        new(_totals.Without(Identifier.Given(document)));

    /// <summary>What a discount took off so far.</summary>
    /// <param name="discount">The name of the discount.</param>
    /// <returns>The amount, or null where nothing is recorded of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="discount"/> is null.</exception>
    public Money? GrantedBy(string discount) =>
        TryFind(Guard.Against.Null(discount), out var sum) ? new Money(sum.Amount, sum.Currency) : null;

    /// <summary>How often a coupon of a discount was used so far, whatever the code.</summary>
    /// <param name="discount">The name of the discount.</param>
    /// <returns>The number of uses.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="discount"/> is null.</exception>
    public int UsesOf(string discount) =>
        TryFind(Guard.Against.Null(discount), out var sum) ? sum.Times : 0;

    /// <summary>Whether the other has the same facts.</summary>
    /// <param name="other">The history to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PromotionHistory? other) => other is not null && _totals.Uses.SequenceEqual(other._totals.Uses);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PromotionHistory);

    /// <inheritdoc/>
    public override int GetHashCode() => _totals.Uses.Aggregate(0, (hash, use) => Hash.Combine(hash, use.GetHashCode()));

    /// <summary>The facts, one after another.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => _totals.IsEmpty ? "nothing used" : string.Join("; ", _totals.Uses.Select(use => use.ToString()));

    /// <summary>Amount and uses of a discount, of a code or of a customer where one is named, without those of a document.</summary>
    internal (decimal Amount, int Times) Before(string discount, string? coupon, CustomerId? customer, DocumentId? without)
    {
        _totals.TryFind(new PromotionKey(discount, coupon, customer, null), out var all);
        PromotionSum own = default;
        if (without is not null)
            _totals.TryFind(new PromotionKey(discount, coupon, customer, without), out own);

        return (all.Amount - own.Amount, all.Times - own.Times);
    }

    internal Currency? CurrencyOf(string discount) => TryFind(discount, out var sum) ? sum.Currency : null;

    private static PromotionUse[] Copied(IEnumerable<PromotionUse> uses, string parameterName)
    {
        PromotionUse[] copy = [.. Guard.Against.Null(uses, parameterName)];
        Array.ForEach(copy, use => Guard.Against.Null(use, parameterName));
        return copy;
    }

    private bool TryFind(string discount, out PromotionSum sum) =>
        _totals.TryFind(new PromotionKey(discount, null, null, null), out sum);
}
