using System;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a quantity of a product costs for a sale on a day: by which list, at which break, and why by no other.</summary>
/// <remarks>
/// The price is found when the book is asked; losers, reasons, breaks and the explanation are worked out when they are read. Nothing is
/// rounded but by the formulas of the lists and by <see cref="PriceBook.GenericRounding"/>: <see cref="Amount"/> is for the line to round,
/// once. Equality is by book and question. The default value is of no book and has no price.
/// </remarks>
public readonly partial struct ResolvedPrice : IEquatable<ResolvedPrice>
{
    private readonly PriceBook? _book;
    private readonly PriceQuestion _asked;
    private readonly PriceShelf? _shelf;
    private readonly int _place;
    private readonly PriceSteps _steps;

    internal ResolvedPrice(PriceBook book, in PriceQuestion asked, PriceShelf? shelf, int place, in PriceSteps steps)
    {
        _book = book;
        _asked = asked;
        _shelf = shelf;
        _place = place;
        _steps = steps;
    }

    /// <summary>The product asked for.</summary>
    public ProductId Product => _asked.Product;

    /// <summary>The quantity asked for, in the unit that is ordered.</summary>
    public Quantity Quantity => _asked.Quantity;

    /// <summary>What is known of the sale, the product included.</summary>
    public ScopeSubject Subject => _asked.Subject;

    /// <summary>The price date.</summary>
    public LocalDate On => _asked.On;

    /// <summary>The currency asked for.</summary>
    public Currency Currency => _asked.Currency ?? Currency.XXX;

    /// <summary>False when no list has a price, which is not a price of zero; <see cref="Reasons"/> says why.</summary>
    public bool HasPrice => _shelf is not null;

    /// <summary>The list that gives the price, or null.</summary>
    public PriceList? Winner => _shelf?[_place].List;

    /// <summary>The days of the version that gives the price, or null.</summary>
    public DateSpan? Effective => _shelf?[_place].Span;

    /// <summary>
    /// The record that the price starts from, or null without a price: of the winner, or of the list its formula starts from; of a formula
    /// on the cost, the cost.
    /// </summary>
    public ItemPrice? Item => _steps.Source;

    /// <summary>Whether the price has the tax in it, as its list says, or null without a price.</summary>
    public TaxBasis? TaxBasis => Winner?.TaxBasis;

    /// <summary>Whether the price is of the generic currency and converted.</summary>
    public bool IsConverted => _shelf is not null && _shelf.Currency != _asked.Currency;

    /// <summary>
    /// The price for <see cref="Per"/>; of a graduated record that of the last part of the quantity.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no price.</exception>
    public Money Price => Priced(_steps.Price);

    /// <summary>For how many units <see cref="Price"/> is.</summary>
    /// <exception cref="InvalidOperationException">There is no price.</exception>
    public Quantity Per => _steps.Source?.Per ?? throw NoPrice();

    /// <summary>
    /// The price of one unit of those ordered, not rounded: price × units in one ordered unit ÷ per; graduated the average.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no price.</exception>
    public Money UnitPrice => Priced(_steps.UnitPrice);

    /// <summary>
    /// What the quantity costs: price × quantity ÷ per, multiplied first, divided once, and not rounded; negative for a negative one.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no price.</exception>
    public Money Amount => Priced(_steps.Amount);

    /// <summary>
    /// What was bought before and counted for the break, in the ordered unit; zero where the list that gives the price counts each document
    /// alone or has breaks by value (<see cref="ValueBoughtBefore"/>), and without a price.
    /// </summary>
    public Quantity BoughtBefore =>
        new(
            HasPrice && !IsByValue ? _book!.Before(_shelf![_place], _steps.Source, _asked)?.Amount ?? 0m : 0m, Quantity.Unit);

    /// <summary>
    /// The value that was bought before and counted for a break by value, each product at its own first price, added up and divided once;
    /// zero where nothing counts, and null where the price goes by no value. It is in the currency of <see cref="Item"/>.
    /// </summary>
    public Money? ValueBoughtBefore =>
        IsByValue ? new Money(_book!.ValueBefore(_shelf![_place], _asked)?.Amount ?? 0m, _steps.Source.Currency) : null;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A price.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(ResolvedPrice left, ResolvedPrice right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A price.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ResolvedPrice left, ResolvedPrice right) => !left.Equals(right);

    /// <summary>Whether the other asks the same book the same.</summary>
    /// <param name="other">The price to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ResolvedPrice other) =>
        Product == other.Product && Quantity == other.Quantity && On == other.On && Currency == other.Currency && Subject == other.Subject
        && Equals(_asked.Earlier, other._asked.Earlier) && Equals(_asked.Beside, other._asked.Beside) && _book == other._book;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ResolvedPrice other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Product.GetHashCode(), Quantity.GetHashCode(), On.GetHashCode(), Subject.GetHashCode());

    /// <summary>
    /// Price, unit and list: <c>CNY 9.20 per PCE by 'retail 2026', without tax</c>; that it was looked up for a return; or <c>no price</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Winner is { } winner
            ? UnitPrice + " per " + Quantity.Unit + " by '" + winner.Name + "', " + Measure.Text(winner.TaxBasis)
                + (IsConverted ? ", converted from " + winner.Currency : "") + (Quantity.IsNegative ? ", looked up for a return" : "")
            : "no price";

    /// <summary>What a quantity of the product costs by the facts of the book on a day, or null where that is not known.</summary>
    internal Money? CostOf(Quantity quantity, LocalDate on) =>
        _book?.CostOf(quantity, Currency, new PriceQuestion(Product, quantity, Subject, on, Currency), out var steps)
            == ListOutcome.Priced ? steps.Cost : null;

    private bool IsByValue => HasPrice && _steps.Source.ValueBreaks is not null;

    private Money Priced(decimal amount) => HasPrice ? new Money(amount, _asked.Currency) : throw NoPrice();

    private InvalidOperationException NoPrice() =>
        new("There is no price of " + Product + " on " + InvariantText.Date(On) + "; the reasons say why.");
}
