using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What a customer took off its own payment, one line of its advice (客户自行扣款).</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record CustomerDeduction
{
    private CustomerDeduction(
        LineId id, LocalDate on, CustomerId customer, DocumentId? reference, Money amount, Quantity? quantity, Money? price)
    {
        Id = id;
        On = on;
        Customer = customer;
        Reference = reference;
        Amount = amount;
        Quantity = quantity;
        Price = price;
    }

    /// <summary>Document and line of the advice.</summary>
    public LineId Id { get; }

    /// <summary>The day of the payment.</summary>
    public LocalDate On { get; }

    /// <summary>Who deducted.</summary>
    public CustomerId Customer { get; }

    /// <summary>The credit that it names; null where it names none.</summary>
    public DocumentId? Reference { get; }

    /// <summary>The amount, above zero.</summary>
    public Money Amount { get; }

    /// <summary>The units it names; null where it names an amount alone.</summary>
    public Quantity? Quantity { get; }

    /// <summary>The amount for one unit that it names; null where it names an amount alone.</summary>
    public Money? Price { get; }

    /// <summary>A deduction of an amount, without a reference.</summary>
    /// <param name="id">Document and line of the advice.</param>
    /// <param name="on">The day of the payment.</param>
    /// <param name="customer">Who deducted.</param>
    /// <param name="amount">The amount, above zero.</param>
    /// <returns>The deduction.</returns>
    /// <exception cref="ArgumentException">
    /// An identifier is the default value, or <paramref name="on"/> is of another calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public static CustomerDeduction Of(LineId id, LocalDate on, CustomerId customer, Money amount) =>
        new(
            Identifier.Given(id), Guard.Against.OtherCalendar(on), Identifier.Given(customer), null, Guard.Against.NotPositive(amount),
            null, null);

    /// <summary>A deduction for units, quantity × price, without a reference.</summary>
    /// <param name="id">Document and line of the advice.</param>
    /// <param name="on">The day of the payment.</param>
    /// <param name="customer">Who deducted.</param>
    /// <param name="quantity">The units, above zero.</param>
    /// <param name="price">The amount for one unit, above zero.</param>
    /// <returns>The deduction.</returns>
    /// <exception cref="ArgumentException">
    /// An identifier is the default value, or <paramref name="on"/> is of another calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="quantity"/> or <paramref name="price"/> is not above zero.
    /// </exception>
    public static CustomerDeduction Of(LineId id, LocalDate on, CustomerId customer, Quantity quantity, Money price)
    {
        Identifier.Given(id);
        Guard.Against.OtherCalendar(on);
        Identifier.Given(customer);
        if (!quantity.IsPositive)
            throw Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must be above zero");

        return new CustomerDeduction(
            id, on, customer, null, Guard.Against.NotPositive(price) * quantity.Amount, quantity, price);
    }

    /// <summary>The deduction with the credit that it names.</summary>
    /// <param name="reference">The number.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="reference"/> is the default value.</exception>
    public CustomerDeduction WithReference(DocumentId reference) =>
        new(Id, On, Customer, Identifier.Given(reference), Amount, Quantity, Price);

    /// <summary>
    /// Number, day, customer, reference and amount: <c>PA-3/1 on 2026-04-20: D-1, CN-7, USD 660.00, 300 PCE at USD 2.20</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " on " + InvariantText.Date(On) + ": " + Customer + ", " + (Reference is { } reference ? reference.ToString() : "no reference")
        + ", " + Amount + (Quantity is { } quantity ? ", " + quantity + " at " + Price!.Value : "");
}
