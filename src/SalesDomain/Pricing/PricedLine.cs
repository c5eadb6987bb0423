using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>One line of a document with its list price, before discounts.</summary>
/// <remarks>
/// <para>
/// A list price is of one unit of the quantity. Of a price for 100 units the hundredth part is exact; other quotients are not: 7.03 a dozen
/// × 6 pieces are 3.515, and 0.58333… × 6 a little less. So a price out of a book is given as it is, by
/// <see cref="Of(int, ResolvedPrice)"/>, and any other that is no unit price times quantity by its amount.
/// </para>
/// <para>
/// Free goods are lines of <see cref="PriceKind.Free"/>: they have a list amount, and their net is zero. A negative quantity is a return:
/// it is what it states, best the credit of its sale (<see cref="Returned"/>). No discount comes upon it, it counts for none, and it is
/// never priced anew. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed partial class PricedLine : IEquatable<PricedLine>
{
    private PricedLine(int number, ScopeSubject subject, Quantity quantity, Money? listPrice, Money amount)
    {
        Number = number;
        Subject = subject;
        Quantity = quantity;
        ListPrice = listPrice;
        ListAmount = amount;
    }

    private PricedLine(PricedLine other)
        : this(other.Number, other.Subject, other.Quantity, other.ListPrice, other.ListAmount)
    {
        Negotiation = other.Negotiation;
        Floor = other.Floor;
        FloorUnit = other.FloorUnit;
        FloorLift = other.FloorLift;
        FloorAmount = other.FloorAmount;
        TaxBasis = other.TaxBasis;
        Units = other.Units;
        Promotion = other.Promotion;
    }

    /// <summary>The number of the line in the document.</summary>
    public int Number { get; }

    /// <summary>What is known of the sale: who buys what, through which channel, on what terms.</summary>
    public ScopeSubject Subject { get; }

    /// <summary>How much; negative for a return, never zero.</summary>
    public Quantity Quantity { get; }

    /// <summary>The list price of one unit, or null where the line was given by its amount; of a resolved price for show.</summary>
    public Money? ListPrice { get; }

    /// <summary>The lowest net price of one <see cref="FloorUnit"/>, or null for none.</summary>
    public Money? Floor { get; private init; }

    /// <summary>Of what one the floor is; null without a floor.</summary>
    public UnitOfMeasure? FloorUnit { get; private init; }

    /// <summary>
    /// By how much of the floor an approval lets the price go below it, from 0 % to 100 %: see <see cref="PriceAuthority.LiftFloors"/>.
    /// </summary>
    public Percentage FloorLift { get; private init; }

    /// <summary>Whether prices have the tax in them; null where the line does not say, and its document does.</summary>
    public TaxBasis? TaxBasis { get; private init; }

    /// <summary>How the units of the product convert, or null where only the unit of the line is known.</summary>
    public UnitConversions? Units { get; private init; }

    /// <summary>The currency of the line.</summary>
    public Currency Currency => Amount.Currency;

    /// <summary>True for free goods: the subject states <see cref="PriceKind.Free"/>.</summary>
    public bool IsFree => Subject.PriceKind == PriceKind.Free;

    /// <summary>True when the quantity is negative.</summary>
    public bool IsReturn => Quantity.IsNegative;

    /// <summary>
    /// Quantity at list price, not rounded; negative for a return. Of a line at a negotiated price what it costs at that: what discounts
    /// start from.
    /// </summary>
    public Money Amount => Negotiation is null ? ListAmount : NegotiatedAmount(Negotiation);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A line.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PricedLine? left, PricedLine? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A line.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PricedLine? left, PricedLine? right) => !(left == right);

    /// <summary>A line by its list price.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="quantity">How much; negative for a return, not zero.</param>
    /// <param name="listPrice">The list price of one unit, zero or more.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> or <paramref name="listPrice"/> is negative, or <paramref name="quantity"/> is zero.
    /// </exception>
    /// <exception cref="OverflowException">The amount does not fit in a decimal.</exception>
    public static PricedLine Of(int number, ScopeSubject subject, Quantity quantity, Money listPrice)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Guard.Against.Below(0m, listPrice.Amount, nameof(listPrice));
        return new PricedLine(number, subject, NotNothing(quantity), listPrice, listPrice * quantity.Amount);
    }

    /// <summary>A line by the price that a book has for it, with its exact amount, its tax basis and the units of the product.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="price">The price; its quantity is not zero.</param>
    /// <returns>The line; its list price is for show, since the amount may be no multiple of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is negative, or the quantity is zero.</exception>
    /// <exception cref="InvalidOperationException">There is no price.</exception>
    public static PricedLine Of(int number, ResolvedPrice price)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        var quantity = NotNothing(price.Quantity, nameof(price));
        return new PricedLine(new PricedLine(number, price.Subject, quantity, price.UnitPrice, price.Amount))
        {
            TaxBasis = price.TaxBasis,
            Units = price.Units,
        };
    }

    /// <summary>A line by its list amount, where that is no unit price times quantity.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="quantity">How much; negative for a return, not zero.</param>
    /// <param name="amount">The list amount of the whole quantity, of its sign, or zero.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> is negative, <paramref name="quantity"/> is zero, or <paramref name="amount"/> has the opposite sign.
    /// </exception>
    public static PricedLine OfAmount(int number, ScopeSubject subject, Quantity quantity, Money amount)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        return NotNothing(quantity).IsNegative ? !amount.IsPositive ? Made() : throw OppositeSign() : !amount.IsNegative ? Made()
            : throw OppositeSign();

        PricedLine Made() => new(number, subject, quantity, listPrice: null, amount);

        ArgumentOutOfRangeException OppositeSign() =>
            Guards.OutOfRange(nameof(amount), amount.ToString(), "must not have the opposite sign of the quantity " + quantity);
    }

    /// <summary>A line of what comes back, at its credit: the price of the sale, with its part of every discount.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="credit">What it is credited with; without tax, as credits are.</param>
    /// <returns>The line, of the negative quantity and amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is negative.</exception>
    /// <exception cref="ArgumentException">The return is refused: more comes back than is open.</exception>
    public static PricedLine Returned(int number, ScopeSubject subject, ReturnCredit credit)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Guard.Against.Null(credit);
        return credit.IsRefused ? throw Guards.Invalid(nameof(credit), credit.ToString(), "must not be refused")
            : new PricedLine(new PricedLine(number, subject, -credit.Returned, listPrice: null, -credit.Amount))
            {
                TaxBasis = SalesDomain.TaxBasis.WithoutTax,
            };
    }

    /// <summary>The line with a lowest price of one unit of its quantity, below which no discount goes (底价).</summary>
    /// <param name="floor">The lowest net price of one unit, zero or more, in the currency and tax basis of the line.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is negative.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="floor"/> has another currency.</exception>
    public PricedLine WithFloor(Money floor) => WithFloor(floor, Quantity.Unit);

    /// <summary>The line with a lowest price of one of a unit: 9.00 a piece on a line of cases of 24 is 216.00 a case.</summary>
    /// <param name="floor">The lowest net price of one <paramref name="unit"/>, zero or more.</param>
    /// <param name="unit">Of what one the floor is: the unit of the line, or one that <see cref="Units"/> convert.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is negative.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="floor"/> has another currency.</exception>
    /// <exception cref="UnitMismatchException">The line does not convert to <paramref name="unit"/>.</exception>
    public PricedLine WithFloor(Money floor, UnitOfMeasure unit)
    {
        Guard.Against.Below(0m, floor.Amount, nameof(floor));
        Guard.Against.Null(unit);
        if (floor.Currency != Currency)
            throw new CurrencyMismatchException(Currency, floor.Currency, nameof(floor));

        return Converts(unit)
            ? new PricedLine(this) { Floor = floor, FloorUnit = unit, FloorAmount = AtPrice(floor, unit), FloorLift = default }
            : throw new UnitMismatchException(Quantity.Unit, unit, nameof(unit));
    }

    /// <summary>The line of a product with several units, so that discounts may count and be stated in another one.</summary>
    /// <param name="units">How the units of the product convert.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="units"/> do not know the unit of the line, or of its floor.</exception>
    public PricedLine WithUnits(UnitConversions units)
    {
        Guard.Against.Null(units);
        if (!units.Knows(Quantity.Unit) || (FloorUnit is { } floor && !units.Knows(floor)))
            throw Guards.Invalid(nameof(units), units.ToString(), "must know the unit of the line, " + Quantity.Unit);

        var line = new PricedLine(this) { Units = units };
        return Floor is not { } price ? line : new PricedLine(line) { FloorAmount = line.AtPrice(price, FloorUnit!) };
    }

    /// <summary>The line that says whether its prices have the tax in them: no document mixes the two.</summary>
    /// <param name="taxBasis">Whether they do.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxBasis"/> is not defined.</exception>
    public PricedLine WithTaxBasis(TaxBasis taxBasis) => new(this) { TaxBasis = Guard.Against.Undefined(taxBasis) };

    /// <summary>Whether the other is the same line at the same price.</summary>
    /// <param name="other">The line to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PricedLine? other) =>
        other is not null && Number == other.Number && Negotiation == other.Negotiation
        && Subject == other.Subject && Quantity == other.Quantity
        && ListPrice == other.ListPrice && Amount == other.Amount && Floor == other.Floor && FloorUnit == other.FloorUnit
        && FloorLift == other.FloorLift && TaxBasis == other.TaxBasis && Units == other.Units
        && string.Equals(Promotion, other.Promotion, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PricedLine);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Number, Quantity.GetHashCode(), Amount.GetHashCode());

    /// <summary>Number, quantity, price, floor and subject: <c>1: 40 PCE at CNY 100.00, product P-1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            InvariantText.Number(Number) + ": " + Quantity
                + (Negotiation is null && ListPrice is { } price && IsByListPrice ? " at " + price : " for " + Amount)
                + (TaxBasis is { } basis ? " " + Measure.Text(basis) : ""),
            Floor is { } floor
                ? "not below " + floor + (FloorUnit == Quantity.Unit ? "" : " per " + FloorUnit)
                    + (FloorLift.IsZero ? "" : " less " + FloorLift)
                : "",
            Promotion is null ? "" : "of " + Promotion, Subject.ToString(), Units?.ToString() ?? "");

    /// <summary>Whether the amount is the list price × quantity, to the last digit.</summary>
    internal bool IsByListPrice => ListPrice is { } price && price * Quantity.Amount == ListAmount;

    /// <summary>Whether the same line of the same sale is as much at the same price.</summary>
    internal bool IsAs(PricedLine other) =>
        Quantity == other.Quantity && ListPrice == other.ListPrice && ListAmount == other.ListAmount
        && Negotiation == other.Negotiation && FloorAmount == other.FloorAmount && Units == other.Units;

    /// <summary>What the whole quantity costs at the floor, not rounded; null without a floor.</summary>
    internal Money? FloorAmount { get; private init; }

    /// <summary>The line that may go below its floor by a part of it.</summary>
    internal PricedLine LiftingFloor(Percentage lift) => new(this) { FloorLift = lift };

    /// <summary>Whether the quantity can be said in a unit.</summary>
    internal bool Converts(UnitOfMeasure unit) => unit == Quantity.Unit || (Units is not null && Units.Knows(unit));

    /// <summary>What the quantity costs at a price of one of a unit that it converts to: multiplied first, divided once.</summary>
    internal Money AtPrice(Money price, UnitOfMeasure unit) => new(RatioTo(unit).Of(price.Amount, Quantity.Amount, 1m), price.Currency);

    /// <summary>How much of a unit one of the line is.</summary>
    internal UnitRatio RatioTo(UnitOfMeasure unit) => RatioOf(Quantity.Unit, unit);

    /// <summary>How much of one unit another one is, both of which the quantity converts to.</summary>
    internal UnitRatio RatioOf(UnitOfMeasure unit, UnitOfMeasure to) => unit == to ? default : Units!.RatioOf(unit, to);

    /// <summary>The quantity in a unit that it converts to, not rounded.</summary>
    internal Quantity QuantityIn(UnitOfMeasure unit) => unit == Quantity.Unit ? Quantity : Units!.Convert(Quantity, unit);

    /// <summary>How the quantity is said in a unit.</summary>
    internal Explanation ExplainQuantityIn(UnitOfMeasure unit)
    {
        var quantity = Explanation.Fact("quantity", Quantity);
        return unit == Quantity.Unit ? quantity
            : Explanation.Node("quantity in " + unit, QuantityIn(unit), Operation.Convert(Units!, unit), quantity);
    }

    private static Quantity NotNothing(Quantity quantity, string parameterName = "quantity") =>
        quantity.IsZero ? throw Guards.OutOfRange(parameterName, quantity.ToString(), "must not be zero: a line is of something")
            : quantity;
}
