using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A line that a customer asks a price for: which product, and how much of it.</summary>
/// <remarks>
/// What comes back is never priced anew: it is a line of <see cref="Returned"/> with what it is credited with, as a
/// <see cref="ReturnedSale"/> says. Immutable; equality is by all values.
/// </remarks>
public sealed class QuoteLine : IEquatable<QuoteLine>
{
    private QuoteLine(
        int number, ProductId product, Quantity quantity, ProductCategoryId? category, PriceKind? priceKind, Money? floor,
        Quantity smallest, Money? credit, TaxBasis creditBasis)
    {
        Number = number;
        Product = product;
        Quantity = quantity;
        Category = category;
        PriceKind = priceKind;
        Floor = floor;
        Smallest = smallest;
        Credit = credit;
        CreditBasis = creditBasis;
    }

    /// <summary>The number of the line in the document.</summary>
    public int Number { get; }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>How much, in the unit that is ordered; negative for what comes back, never zero.</summary>
    public Quantity Quantity { get; }

    /// <summary>The category of the product, or null where nothing asks for it.</summary>
    public ProductCategoryId? Category { get; }

    /// <summary>On what terms, or null for those of the document.</summary>
    public PriceKind? PriceKind { get; }

    /// <summary>The lowest net price of one ordered unit, in the tax basis of the quotation; or null for none.</summary>
    public Money? Floor { get; }

    /// <summary>The smallest quantity sold, in whose multiples is ordered: one of the ordered unit unless stated.</summary>
    public Quantity Smallest { get; }

    /// <summary>What a return is credited with, zero or more; null for a sale.</summary>
    public Money? Credit { get; }

    /// <summary>Whether the credit has the tax in it.</summary>
    public TaxBasis CreditBasis { get; }

    /// <summary>True when the quantity is negative.</summary>
    public bool IsReturn => Quantity.IsNegative;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A line.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(QuoteLine? left, QuoteLine? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A line.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(QuoteLine? left, QuoteLine? right) => !(left == right);

    /// <summary>A line to be priced.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="product">The product.</param>
    /// <param name="quantity">
    /// How much, in the unit that is ordered; not zero. A negative quantity gets no price, and the quotation says so: a return has that of
    /// its sale.
    /// </param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> is negative, or <paramref name="quantity"/> is zero.
    /// </exception>
    public static QuoteLine Of(int number, ProductId product, Quantity quantity)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Identifier.Given(product);
        return quantity.IsZero
            ? throw Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must not be zero: a line is of something")
            : new QuoteLine(
                number, product, quantity, null, null, null, new Quantity(1m, quantity.Unit), null, TaxBasis.WithoutTax);
    }

    /// <summary>A line of what comes back, at the price of its sale.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="product">The product.</param>
    /// <param name="returned">How much comes back, above zero.</param>
    /// <param name="credit">What it is credited with, zero or more: <see cref="ReturnCredit.Amount"/>.</param>
    /// <param name="basis">Whether the credit has the tax in it.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> or <paramref name="credit"/> is negative, <paramref name="returned"/> is not positive, or
    /// <paramref name="basis"/> is not defined.
    /// </exception>
    public static QuoteLine Returned(int number, ProductId product, Quantity returned, Money credit, TaxBasis basis)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Identifier.Given(product);
        Guard.Against.NotPositive(returned.Amount, nameof(returned));
        Guard.Against.Below(0m, credit.Amount, nameof(credit));
        return new QuoteLine(
            number, product, -returned, null, null, null, new Quantity(1m, returned.Unit), credit, Guard.Against.Undefined(basis));
    }

    /// <summary>The line of a product of this category.</summary>
    /// <param name="category">The category, in a tree the lowest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="category"/> is the default value.</exception>
    public QuoteLine With(ProductCategoryId category) => Changed(Identifier.Given(category), PriceKind, Floor, Smallest);

    /// <summary>The line on these terms: <see cref="PriceKind.Free"/> for free goods.</summary>
    /// <param name="priceKind">On what terms.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priceKind"/> is not defined.</exception>
    public QuoteLine With(PriceKind priceKind) => Changed(Category, Guard.Against.Undefined(priceKind), Floor, Smallest);

    /// <summary>The line with a lowest price that no discount goes below (底价).</summary>
    /// <param name="floor">The lowest net price of one ordered unit, zero or more, in the tax basis of the quotation.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is negative.</exception>
    public QuoteLine WithFloor(Money floor)
    {
        Guard.Against.Below(0m, floor.Amount, nameof(floor));
        return Changed(Category, PriceKind, floor, Smallest);
    }

    /// <summary>The line of what is only sold by so many, for what is said of larger quantities.</summary>
    /// <param name="smallest">The smallest quantity sold, above zero, in the ordered unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="smallest"/> has another unit than the quantity.</exception>
    public QuoteLine InMultiplesOf(Quantity smallest)
    {
        Guard.Against.NotPositive(smallest.Amount, nameof(smallest));
        return smallest.Unit == Quantity.Unit ? Changed(Category, PriceKind, Floor, smallest)
            : throw new UnitMismatchException(Quantity.Unit, smallest.Unit, nameof(smallest));
    }

    /// <summary>Whether the other asks for the same.</summary>
    /// <param name="other">The line to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuoteLine? other) =>
        other is not null && Number == other.Number && Product == other.Product && Quantity == other.Quantity && Category == other.Category
        && PriceKind == other.PriceKind && Floor == other.Floor && Smallest == other.Smallest && Credit == other.Credit
        && CreditBasis == other.CreditBasis;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as QuoteLine);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Number, Product.GetHashCode(), Quantity.GetHashCode());

    /// <summary>Number, quantity and product, and what else is stated: <c>1: 40 PCE P-1, not below CNY 90.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            InvariantText.Number(Number) + ": " + Quantity + " " + Product,
            Category is { } category ? "category " + category : "",
            PriceKind is { } kind ? "price kind " + Dimension.CodeOf(kind) : "",
            Floor is { } floor ? "not below " + floor : "",
            Smallest.Amount == 1m ? "" : "in multiples of " + Smallest,
            Credit is { } credit ? "credited with " + credit + " " + Measure.Text(CreditBasis) : "");

    /// <summary>What is known of the sale of this line.</summary>
    internal ScopeSubject SubjectOf(ScopeSubject document)
    {
        var subject = document.With(Product);
        subject = Category is { } category ? subject.With(category) : subject;
        return PriceKind is { } kind ? subject.With(kind) : subject;
    }

    private QuoteLine Changed(ProductCategoryId? category, PriceKind? priceKind, Money? floor, Quantity smallest) =>
        new(Number, Product, Quantity, category, priceKind, floor, smallest, Credit, CreditBasis);
}
