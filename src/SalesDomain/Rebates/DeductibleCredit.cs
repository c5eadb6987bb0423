using System;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What a customer may deduct from what it pays: a settlement, a claim that was granted, a credit that was promised.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record DeductibleCredit
{
    private DeductibleCredit(DocumentId number, CustomerId customer, Money amount, Quantity? quantity, Money? price)
    {
        Number = number;
        Customer = customer;
        Amount = amount;
        Quantity = quantity;
        Price = price;
    }

    /// <summary>The number by which a deduction refers to it.</summary>
    public DocumentId Number { get; }

    /// <summary>Who may deduct it.</summary>
    public CustomerId Customer { get; }

    /// <summary>The amount, above zero.</summary>
    public Money Amount { get; }

    /// <summary>The units that it is for; null where it is an amount alone.</summary>
    public Quantity? Quantity { get; }

    /// <summary>The amount for one unit; null where it is an amount alone.</summary>
    public Money? Price { get; }

    /// <summary>A credit of an amount.</summary>
    /// <param name="number">The number by which a deduction refers to it.</param>
    /// <param name="customer">Who may deduct it.</param>
    /// <param name="amount">The amount, above zero.</param>
    /// <returns>The credit.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public static DeductibleCredit Of(DocumentId number, CustomerId customer, Money amount) =>
        new(Identifier.Given(number), Identifier.Given(customer), Positive(amount, nameof(amount)), null, null);

    /// <summary>A credit for units: quantity × price.</summary>
    /// <param name="number">The number by which a deduction refers to it.</param>
    /// <param name="customer">Who may deduct it.</param>
    /// <param name="quantity">The units, above zero.</param>
    /// <param name="price">The amount for one unit, above zero.</param>
    /// <returns>The credit.</returns>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="quantity"/> or <paramref name="price"/> is not above zero.
    /// </exception>
    public static DeductibleCredit Of(DocumentId number, CustomerId customer, Quantity quantity, Money price)
    {
        Identifier.Given(number);
        Identifier.Given(customer);
        if (!quantity.IsPositive)
            throw Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must be above zero");

        return new DeductibleCredit(number, customer, Positive(price, nameof(price)) * quantity.Amount, quantity, price);
    }

    /// <summary>Number, customer and amount: <c>CN-7 for D-1: USD 600.00, 300 PCE at USD 2.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Number + " for " + Customer + ": " + Amount + (Quantity is { } quantity ? ", " + quantity + " at " + Price!.Value : "");

    private static Money Positive(Money amount, string parameterName) =>
        amount.IsPositive ? amount : throw Guards.OutOfRange(parameterName, amount.ToString(), "must be above zero");
}
