using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>One line of a document with its list price, before discounts.</summary>
/// <remarks>
/// <para>
/// The list price is of one unit of the quantity; of a price for 100 units give the hundredth part, which is exact. A line whose list price
/// is no unit price times quantity (each part at its own price) is given by its amount.
/// </para>
/// <para>
/// Free goods are lines of <see cref="PriceKind.Free"/>: they have a list amount, and their net is zero. A negative quantity is a return;
/// it is priced at what the caller states, best at the price of the original sale. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed class PricedLine : IEquatable<PricedLine>
{
    private PricedLine(
        int number, ScopeSubject subject, Quantity quantity, Money? listPrice, Money amount, Money? floor, Percentage floorLift = default)
    {
        Number = number;
        Subject = subject;
        Quantity = quantity;
        ListPrice = listPrice;
        Amount = amount;
        Floor = floor;
        FloorLift = floorLift;
        LeastPrice = floor is { } price ? price * floorLift.Complement() : null;
    }

    /// <summary>The number of the line in the document.</summary>
    public int Number { get; }

    /// <summary>What is known of the sale: who buys what, through which channel, on what terms.</summary>
    public ScopeSubject Subject { get; }

    /// <summary>How much; negative for a return, never zero.</summary>
    public Quantity Quantity { get; }

    /// <summary>The list price of one unit, or null where the line was given by its amount.</summary>
    public Money? ListPrice { get; }

    /// <summary>The lowest net price of one unit, or null for none.</summary>
    public Money? Floor { get; }

    /// <summary>
    /// By how much of the floor an approval lets the price go below it, from 0 % to 100 %: see <see cref="PriceAuthority.LiftFloors"/>.
    /// </summary>
    public Percentage FloorLift { get; }

    /// <summary>The currency of the line.</summary>
    public Currency Currency => Amount.Currency;

    /// <summary>True for free goods: the subject states <see cref="PriceKind.Free"/>.</summary>
    public bool IsFree => Subject.PriceKind == PriceKind.Free;

    /// <summary>True when the quantity is negative.</summary>
    public bool IsReturn => Quantity.IsNegative;

    /// <summary>Quantity at list price, not rounded; negative for a return.</summary>
    public Money Amount { get; }

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
        return new PricedLine(number, subject, NotNothing(quantity), listPrice, listPrice * quantity.Amount, floor: null);
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

        PricedLine Made() => new(number, subject, quantity, listPrice: null, amount, floor: null);

        ArgumentOutOfRangeException OppositeSign() =>
            Guards.OutOfRange(nameof(amount), amount.ToString(), "must not have the opposite sign of the quantity " + quantity);
    }

    /// <summary>The line with a lowest price that no discount goes below (底价).</summary>
    /// <param name="floor">The lowest net price of one unit, zero or more, in the currency of the line.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is negative.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="floor"/> has another currency.</exception>
    public PricedLine WithFloor(Money floor)
    {
        Guard.Against.Below(0m, floor.Amount, nameof(floor));
        return floor.Currency == Currency ? new PricedLine(Number, Subject, Quantity, ListPrice, Amount, floor)
            : throw new CurrencyMismatchException(Currency, floor.Currency, nameof(floor));
    }

    /// <summary>Whether the other is the same line at the same price.</summary>
    /// <param name="other">The line to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PricedLine? other) =>
        other is not null && Number == other.Number && Subject == other.Subject && Quantity == other.Quantity
        && ListPrice == other.ListPrice && Amount == other.Amount && Floor == other.Floor && FloorLift == other.FloorLift;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PricedLine);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Number, Quantity.GetHashCode(), Amount.GetHashCode());

    /// <summary>Number, quantity, price, floor and subject: <c>1: 40 PCE at CNY 100.00, product P-1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            InvariantText.Number(Number) + ": " + Quantity + (ListPrice is { } price ? " at " + price : " for " + Amount),
            Floor is { } floor ? "not below " + floor + (FloorLift.IsZero ? "" : " less " + FloorLift) : "", Subject.ToString());

    /// <summary>What no discount takes the net price of one unit below: the floor, less what an approval lifts; null for none.</summary>
    internal Money? LeastPrice { get; }

    /// <summary>The line that may go below its floor by a part of it.</summary>
    internal PricedLine LiftingFloor(Percentage lift) => new(Number, Subject, Quantity, ListPrice, Amount, Floor, lift);

    private static Quantity NotNothing(Quantity quantity) =>
        quantity.IsZero ? throw Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must not be zero: a line is of something")
            : quantity;
}
