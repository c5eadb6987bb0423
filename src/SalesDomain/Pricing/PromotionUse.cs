using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A fact: what a discount took off a document, for whom, and with which coupon.</summary>
/// <remarks>
/// What a document uses is in <see cref="DiscountedDocument.Uses"/>, to be recorded by the caller. Several uses can be one fact: the
/// amounts and uses of last month in one row. Immutable; equality is by value.
/// </remarks>
public sealed class PromotionUse : IEquatable<PromotionUse>
{
    private PromotionUse(string discount, Money amount, int times, DocumentId? document, CustomerId? customer, string? coupon)
    {
        Discount = discount;
        Amount = amount;
        Times = times;
        Document = document;
        Customer = customer;
        Coupon = coupon;
    }

    /// <summary>The name of the discount.</summary>
    public string Discount { get; }

    /// <summary>What was taken off; negative where a return gives back.</summary>
    public Money Amount { get; }

    /// <summary>How many uses it is, zero or more.</summary>
    public int Times { get; }

    /// <summary>The document, or null; what is recorded of a document does not count when that document is priced again.</summary>
    public DocumentId? Document { get; }

    /// <summary>The customer, or null.</summary>
    public CustomerId? Customer { get; }

    /// <summary>The code that was used, or null.</summary>
    public string? Coupon { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A use.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PromotionUse? left, PromotionUse? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A use.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PromotionUse? left, PromotionUse? right) => !(left == right);

    /// <summary>One use of a discount.</summary>
    /// <param name="discount">The name of the discount; not empty, no white space at either end.</param>
    /// <param name="amount">What was taken off; negative where a return gives back.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="discount"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="discount"/> is empty or padded.</exception>
    public static PromotionUse Of(string discount, Money amount) =>
        new(Identifier.Checked(discount), amount, 1, document: null, customer: null, coupon: null);

    /// <summary>The use on a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="document"/> is the default value.</exception>
    public PromotionUse On(DocumentId document) => new(Discount, Amount, Times, Identifier.Given(document), Customer, Coupon);

    /// <summary>The use by a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public PromotionUse By(CustomerId customer) => new(Discount, Amount, Times, Document, Identifier.Given(customer), Coupon);

    /// <summary>The use of a code.</summary>
    /// <param name="coupon">The code; not empty, no white space at either end.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coupon"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="coupon"/> is empty or padded.</exception>
    public PromotionUse WithCoupon(string coupon) => new(Discount, Amount, Times, Document, Customer, Identifier.Checked(coupon));

    /// <summary>Several uses as one fact.</summary>
    /// <param name="times">How many, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is negative.</exception>
    public PromotionUse Counting(int times) =>
        new(Discount, Amount, Guard.Against.OutsideRange(0, int.MaxValue, times), Document, Customer, Coupon);

    /// <summary>Whether the other is the same fact.</summary>
    /// <param name="other">The use to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PromotionUse? other) =>
        other is not null && string.Equals(Discount, other.Discount, StringComparison.Ordinal) && Amount == other.Amount
        && Times == other.Times && Document == other.Document && Customer == other.Customer
        && string.Equals(Coupon, other.Coupon, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PromotionUse);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Discount), Amount.GetHashCode(), Times);

    /// <summary>Discount, amount and whose: <c>summer: CNY 40.00, document A-1, customer Dawei, coupon WEB3</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            Discount + ": " + Amount, Times == 1 ? "" : InvariantText.Number(Times) + " times",
            Document is { } document ? "document " + document : "", Customer is { } customer ? "customer " + customer : "",
            Coupon is { } coupon ? "coupon " + coupon : "");

    /// <summary>A fixed order, so that a history does not depend on the order of its facts.</summary>
    internal static int InOrder(PromotionUse left, PromotionUse right)
    {
        var order = string.CompareOrdinal(left.Discount, right.Discount);
        order = order != 0 ? order : string.CompareOrdinal(left.Document?.Code, right.Document?.Code);
        order = order != 0 ? order : string.CompareOrdinal(left.Customer?.Code, right.Customer?.Code);
        order = order != 0 ? order : string.CompareOrdinal(left.Coupon, right.Coupon);
        order = order != 0 ? order : left.Amount.Amount.CompareTo(right.Amount.Amount);
        return order != 0 ? order : left.Times.CompareTo(right.Times);
    }
}
