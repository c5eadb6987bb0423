using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A fact: how much of a product was bought on a day, before the document that is priced now.</summary>
/// <remarks>
/// What came back is a negative quantity, on the day on which it came back. Several purchases can be one fact: what was bought in March in
/// one row, on its last day. Immutable; equality is by value.
/// </remarks>
public sealed class EarlierPurchase : IEquatable<EarlierPurchase>
{
    private readonly Settings _settings;

    private EarlierPurchase(Settings settings) => _settings = settings;

    /// <summary>What was bought.</summary>
    public ProductId Product => _settings.Product;

    /// <summary>How much, in any unit that the product has; negative where it came back.</summary>
    public Quantity Quantity => _settings.Quantity;

    /// <summary>The day of the document.</summary>
    public LocalDate On => _settings.On;

    /// <summary>The document, or null; what is recorded of a document does not count when that document is priced again.</summary>
    public DocumentId? Document => _settings.Document;

    /// <summary>The customer, or null; a purchase of one customer counts for no other.</summary>
    public CustomerId? Customer => _settings.Customer;

    /// <summary>
    /// The category of the product, by which the purchase is found in a mix group; or null for that of a line of the same product.
    /// </summary>
    public ProductCategoryId? Category => _settings.Category;

    /// <summary>On what terms it was sold, or null; free goods count for nothing.</summary>
    public PriceKind? PriceKind => _settings.PriceKind;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A purchase.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(EarlierPurchase? left, EarlierPurchase? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A purchase.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(EarlierPurchase? left, EarlierPurchase? right) => !(left == right);

    /// <summary>A purchase of a product.</summary>
    /// <param name="product">What was bought.</param>
    /// <param name="quantity">How much, in any unit that the product has; negative where it came back.</param>
    /// <param name="on">The day of the document; the caller chooses the time zone.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="product"/> is the default value, or <paramref name="on"/> not of the ISO calendar.
    /// </exception>
    public static EarlierPurchase Of(ProductId product, Quantity quantity, LocalDate on) =>
        new(new Settings(Identifier.Given(product), quantity, Guard.Against.OtherCalendar(on)));

    /// <summary>What a line of a sale bought: its product, quantity and day, in its document, by its customer, on its terms.</summary>
    /// <param name="line">The line; a return is what came back on its day, and what is free counts for nothing.</param>
    /// <returns>The fact, without a category, which the line does not state.</returns>
    /// <remarks>
    /// A history takes lines of one stage, as those that were invoiced: what is ordered and then invoiced would count twice.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static EarlierPurchase Of(SalesLine line)
    {
        Guard.Against.Null(line);
        return Of(line.Product, line.Quantity, line.Date).In(line.Id.Document).By(line.Customer).With(line.PriceKind);
    }

    /// <summary>The purchase in a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="document"/> is the default value.</exception>
    public EarlierPurchase In(DocumentId document) => new(_settings with { Document = Identifier.Given(document) });

    /// <summary>The purchase by a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public EarlierPurchase By(CustomerId customer) => new(_settings with { Customer = Identifier.Given(customer) });

    /// <summary>The purchase of a product of this category.</summary>
    /// <param name="category">The category, in a tree the lowest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="category"/> is the default value.</exception>
    public EarlierPurchase With(ProductCategoryId category) => new(_settings with { Category = Identifier.Given(category) });

    /// <summary>The purchase on these terms.</summary>
    /// <param name="priceKind">
    /// On what terms. Special, project and rebate-funded prices count only where quotations are declared to count them.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priceKind"/> is not defined.</exception>
    public EarlierPurchase With(PriceKind priceKind) =>
        new(_settings with { PriceKind = Guard.Against.Undefined(priceKind) });

    /// <summary>Whether the other is the same fact.</summary>
    /// <param name="other">The purchase to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(EarlierPurchase? other) => other is not null && _settings == other._settings;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as EarlierPurchase);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Product.GetHashCode(), On.GetHashCode(), Quantity.GetHashCode());

    /// <summary>Day, quantity, product and whose: <c>2026-03-05 60 PCE WIDGET, document O-1, customer D-1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            InvariantText.Date(On) + " " + Quantity + " " + Product,
            Document is { } document ? "document " + document : "", Customer is { } customer ? "customer " + customer : "",
            Category is { } category ? "category " + category : "",
            PriceKind is { } kind ? "price kind " + Dimension.CodeOf(kind) : "");

    /// <summary>A fixed order by all fields, so that a history does not depend on the order of its facts; zero for equal ones.</summary>
    internal static int InOrder(EarlierPurchase left, EarlierPurchase right)
    {
        var order = left.On.CompareTo(right.On);
        order = order != 0 ? order : string.CompareOrdinal(left.Document?.Code, right.Document?.Code);
        order = order != 0 ? order : string.CompareOrdinal(left.Product.Code, right.Product.Code);
        order = order != 0 ? order : string.CompareOrdinal(left.Quantity.Unit.Code, right.Quantity.Unit.Code);
        order = order != 0 ? order : left.Quantity.Amount.CompareTo(right.Quantity.Amount);
        order = order != 0 ? order : string.CompareOrdinal(left.Customer?.Code, right.Customer?.Code);
        order = order != 0 ? order : string.CompareOrdinal(left.Category?.Code, right.Category?.Code);
        return order != 0 ? order : Nullable.Compare(left.PriceKind, right.PriceKind);
    }

    private sealed record Settings
    {
        internal Settings(ProductId product, Quantity quantity, LocalDate on)
        {
            Product = product;
            Quantity = quantity;
            On = on;
        }

        internal ProductId Product { get; }

        internal Quantity Quantity { get; }

        internal LocalDate On { get; }

        internal DocumentId? Document { get; init; }

        internal CustomerId? Customer { get; init; }

        internal ProductCategoryId? Category { get; init; }

        internal PriceKind? PriceKind { get; init; }
    }
}
