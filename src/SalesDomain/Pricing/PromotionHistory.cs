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
/// are looked up, not added up again. The order of facts does not matter. Immutable; equality is by value.
/// </remarks>
public sealed class PromotionHistory : IEquatable<PromotionHistory>
{
    private readonly PromotionUse[] _uses;
    private readonly Dictionary<(string Discount, string? Coupon, CustomerId? Customer, DocumentId? Document), (decimal Amount, int Times)>
        _sums = [];
    private readonly Dictionary<string, Currency> _currencies = new(StringComparer.Ordinal);

    private PromotionHistory(PromotionUse[] uses, string parameterName)
    {
        _uses = uses;
        foreach (var use in uses)
        {
            if (!_currencies.TryGetValue(use.Discount, out var currency))
                _currencies.Add(use.Discount, use.Amount.Currency);
            else if (currency != use.Amount.Currency)
                throw new CurrencyMismatchException(currency, use.Amount.Currency, "'" + use.Discount + "'", parameterName);

            foreach (var key in KeysOf(use))
            {
                _sums.TryGetValue(key, out var sum);
                _sums[key] = (sum.Amount + use.Amount.Amount, checked(sum.Times + use.Times));
            }
        }
    }

    /// <summary>Nothing was used so far.</summary>
    public static PromotionHistory None { get; } = new([], "");

    /// <summary>The facts, by discount, document, customer and coupon.</summary>
    public IReadOnlyList<PromotionUse> Uses => Array.AsReadOnly(_uses);

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
    public static PromotionHistory Of(IEnumerable<PromotionUse> uses) => Sorted(Guard.Against.Null(uses), nameof(uses));

    /// <summary>The history with more facts.</summary>
    /// <param name="uses">The facts, in any order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="uses"/> or a fact is null.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts of one discount are in different currencies.</exception>
    /// <exception cref="OverflowException">A total does not fit.</exception>
    public PromotionHistory With(IEnumerable<PromotionUse> uses) => Sorted(_uses.Concat(Guard.Against.Null(uses)), nameof(uses));

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
        return Sorted(Without(document.Document.Id).Concat(document.Uses), nameof(document));
    }

    /// <summary>The history without what was recorded of a document: when that is cancelled.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="document"/> is the default value.</exception>
    public PromotionHistory Cancelling(DocumentId document) =>
        Sorted(Without(Identifier.Given(document)), nameof(document));

    /// <summary>What a discount took off so far.</summary>
    /// <param name="discount">The name of the discount.</param>
    /// <returns>The amount, or null where nothing is recorded of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="discount"/> is null.</exception>
    public Money? GrantedBy(string discount) =>
        _currencies.TryGetValue(Guard.Against.Null(discount), out var currency)
            ? new Money(_sums[(discount, null, null, null)].Amount, currency) : null;

    /// <summary>How often a coupon of a discount was used so far, whatever the code.</summary>
    /// <param name="discount">The name of the discount.</param>
    /// <returns>The number of uses.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="discount"/> is null.</exception>
    public int UsesOf(string discount) =>
        _sums.TryGetValue((Guard.Against.Null(discount), null, null, null), out var sum) ? sum.Times : 0;

    /// <summary>Whether the other has the same facts.</summary>
    /// <param name="other">The history to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PromotionHistory? other) => other is not null && _uses.SequenceEqual(other._uses);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PromotionHistory);

    /// <inheritdoc/>
    public override int GetHashCode() => _uses.Aggregate(_uses.Length, (hash, use) => Hash.Combine(hash, use.GetHashCode()));

    /// <summary>The facts, one after another.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => _uses.Length == 0 ? "nothing used" : string.Join("; ", _uses.Select(use => use.ToString()));

    /// <summary>Amount and uses of a discount, of a code and of a customer where they are named, without those of a document.</summary>
    internal (decimal Amount, int Times) Before(string discount, string? coupon, CustomerId? customer, DocumentId? without)
    {
        _sums.TryGetValue((discount, coupon, customer, null), out var all);
        var own = (Amount: 0m, Times: 0);
        if (without is not null)
            _sums.TryGetValue((discount, coupon, customer, without), out own);

        return (all.Amount - own.Amount, all.Times - own.Times);
    }

    internal Currency? CurrencyOf(string discount) => _currencies.TryGetValue(discount, out var currency) ? currency : null;

    private static PromotionHistory Sorted(IEnumerable<PromotionUse> uses, string parameterName)
    {
        PromotionUse[] copy = [.. uses];
        Array.ForEach(copy, use => Guard.Against.Null(use, parameterName));
        Array.Sort(copy, PromotionUse.InOrder);
        return new PromotionHistory(copy, parameterName);
    }

    // With and without each of what is stated, so that every total is one look-up.
    private static IEnumerable<(string Discount, string? Coupon, CustomerId? Customer, DocumentId? Document)> KeysOf(PromotionUse use)
    {
        for (var stated = 0; stated < 8; stated++)
        {
            var (coupon, customer, document) = ((stated & 1) != 0, (stated & 2) != 0, (stated & 4) != 0);
            if (!(coupon && use.Coupon is null) && !(customer && use.Customer is null) && !(document && use.Document is null))
            {
                yield return (
                    use.Discount, coupon ? use.Coupon : null, customer ? use.Customer : null, document ? use.Document : null);
            }
        }
    }

    private IEnumerable<PromotionUse> Without(DocumentId? document) =>
        document is null ? _uses : _uses.Where(use => use.Document != document);
}
