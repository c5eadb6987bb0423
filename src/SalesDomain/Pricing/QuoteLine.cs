using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A line that a customer asks a price for: which product, and how much of it.</summary>
/// <remarks>
/// What comes back is never priced anew: it is a line of <see cref="Returned"/> with what it is credited with, as a
/// <see cref="ReturnedSale"/> says. Amounts that a line states, its floor, a negotiated price and the value of a gift, are in the tax
/// basis of the quotation. Immutable; equality is by all values.
/// </remarks>
public sealed partial class QuoteLine : IEquatable<QuoteLine>
{
    private readonly Settings _settings;

    private QuoteLine(int number, ProductId product, Quantity quantity, Settings settings)
    {
        Number = number;
        Product = product;
        Quantity = quantity;
        _settings = settings;
    }

    /// <summary>The number of the line in the document.</summary>
    public int Number { get; }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>How much, in the unit that is ordered; negative for what comes back, never zero.</summary>
    public Quantity Quantity { get; }

    /// <summary>The category of the product, or null where nothing asks for it.</summary>
    public ProductCategoryId? Category => _settings.Category;

    /// <summary>On what terms, or null for those of the document; a negotiated price is a special one unless another is stated.</summary>
    public PriceKind? PriceKind => _settings.PriceKind;

    /// <summary>The lowest net price of one <see cref="FloorUnit"/>, in the tax basis of the quotation; or null for none.</summary>
    public Money? Floor => _settings.Floor?.Amount;

    /// <summary>Of what one the floor is; null without a floor.</summary>
    public UnitOfMeasure? FloorUnit => _settings.Floor?.Unit;

    /// <summary>The negotiated price of one <see cref="NegotiatedUnit"/>, in the tax basis of the quotation; or null for none.</summary>
    public Money? NegotiatedPrice => _settings.Negotiated?.Amount;

    /// <summary>Of what one the negotiated price is; null without one.</summary>
    public UnitOfMeasure? NegotiatedUnit => _settings.Negotiated?.Unit;

    /// <summary>
    /// What one <see cref="ValueUnit"/> of a gift is worth where no list has a price, in the tax basis of the quotation; or null for none.
    /// </summary>
    public Money? Value => _settings.Value?.Amount;

    /// <summary>Of what one the value is; null without one.</summary>
    public UnitOfMeasure? ValueUnit => _settings.Value?.Unit;

    /// <summary>The promotion whose free goods it is, or null where it states none.</summary>
    public string? Promotion => _settings.Promotion;

    /// <summary>The day whose price lists hold for the line, or null for that of the request.</summary>
    public LocalDate? PriceDate => _settings.PriceDate;

    /// <summary>
    /// Which price an open order takes where that of the price date is no longer that of the request; of a line without a price date the
    /// request says so.
    /// </summary>
    public OpenOrderPrice OpenOrderPrice => _settings.OpenOrderPrice;

    /// <summary>The smallest quantity sold, in whose multiples is ordered: one of the ordered unit unless stated.</summary>
    public Quantity Smallest => _settings.Smallest ?? new Quantity(1m, Quantity.Unit);

    /// <summary>What a return is credited with, zero or more; null for a sale.</summary>
    public Money? Credit => _settings.Credit;

    /// <summary>Whether the credit has the tax in it.</summary>
    public TaxBasis CreditBasis => _settings.CreditBasis;

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

    /// <summary>Whether the other asks for the same.</summary>
    /// <param name="other">The line to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuoteLine? other) =>
        other is not null && Number == other.Number && Product == other.Product && Quantity == other.Quantity
        && Smallest == other.Smallest && _settings with { Smallest = null } == other._settings with { Smallest = null };

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as QuoteLine);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Number, Product.GetHashCode(), Quantity.GetHashCode());

    /// <summary>Number, quantity and product, and what else is stated: <c>1: 40 PCE P-1, not below CNY 90.00 per PCE</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            InvariantText.Number(Number) + ": " + Quantity + " " + Product,
            Category is { } category ? "category " + category : "",
            PriceKind is { } kind ? "price kind " + Dimension.CodeOf(kind) : "",
            _settings.Negotiated is { } negotiated ? "at " + negotiated : "",
            _settings.Value is { } value ? "worth " + value : "",
            Promotion is null ? "" : "of " + Promotion,
            _settings.Floor is { } floor ? "not below " + floor : "",
            QuoteRequest.PriceDateText(PriceDate, OpenOrderPrice),
            Smallest.Amount == 1m ? "" : "in multiples of " + Smallest,
            Credit is { } credit ? "credited with " + credit + " " + Measure.Text(CreditBasis) : "");

    /// <summary>What is known of the sale of this line, when its list price is looked up.</summary>
    internal ScopeSubject SubjectOf(ScopeSubject document)
    {
        var subject = document.With(Product);
        subject = Category is { } category ? subject.With(category) : subject;
        return PriceKind is { } kind ? subject.With(kind) : subject;
    }

    /// <summary>The same on the terms on which it is sold: a negotiated price is a special price, unless another kind is stated.</summary>
    internal ScopeSubject SoldAs(ScopeSubject subject) =>
        NegotiatedPrice is not null
        && subject.PriceKind is null or SalesDomain.PriceKind.Standard or SalesDomain.PriceKind.Consignment
            ? subject.With(SalesDomain.PriceKind.Special) : subject;

    /// <summary>The amounts that the line states, in the currency of the quotation.</summary>
    internal IEnumerable<Money> Amounts()
    {
        foreach (var amount in new[] { Floor, NegotiatedPrice, Value, Credit })
        {
            if (amount is { } stated)
                yield return stated;
        }
    }

    /// <summary>The line for another quantity.</summary>
    internal QuoteLine Ordering(Quantity quantity) => new(Number, Product, quantity, _settings);

    /// <summary>So much of the line, or of what is left of it.</summary>
    internal QuoteLine Leaving(Quantity rest, int number) =>
        new(number, Product, rest, rest.Unit == Quantity.Unit ? _settings : _settings with { Smallest = null });

    private QuoteLine Changed(Settings settings) => new(Number, Product, Quantity, settings);

    /// <summary>An amount of one of a unit.</summary>
    private sealed record PerUnit(Money Amount, UnitOfMeasure Unit)
    {
        public override string ToString() => Amount + " per " + Unit;
    }

    private sealed record Settings
    {
        internal ProductCategoryId? Category { get; init; }

        internal PriceKind? PriceKind { get; init; }

        internal PerUnit? Floor { get; init; }

        internal PerUnit? Negotiated { get; init; }

        internal PerUnit? Value { get; init; }

        internal string? Promotion { get; init; }

        internal LocalDate? PriceDate { get; init; }

        internal OpenOrderPrice OpenOrderPrice { get; init; }

        internal Quantity? Smallest { get; init; }

        internal Money? Credit { get; init; }

        internal TaxBasis CreditBasis { get; init; }
    }
}
