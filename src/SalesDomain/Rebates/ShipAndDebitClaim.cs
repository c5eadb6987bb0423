using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>One line of a dealer's claim: that it sold goods at the price of a contract, and what it asks for.</summary>
/// <remarks>
/// <para>
/// What was sold is the dealer's own sale, the point of sale: its invoice and line, its day, the end customer, product and quantity, and,
/// as <see cref="SalesLine.Cost"/>, what the dealer paid for the goods. Goods that the end customer gave back are a negative line that
/// names the line it takes back.
/// </para>
/// <para>Immutable. Equality is by all values.</para>
/// </remarks>
public sealed record ShipAndDebitClaim
{
    private ShipAndDebitClaim(LineId id, LocalDate on, CustomerId dealer, DocumentId contract, SalesLine sale, Money amount)
    {
        Id = id;
        On = on;
        Dealer = dealer;
        Contract = contract;
        Sale = sale;
        Amount = amount;
    }

    /// <summary>Document and line of the claim.</summary>
    public LineId Id { get; }

    /// <summary>The day on which it came in.</summary>
    public LocalDate On { get; }

    /// <summary>Who claims.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The contract that it names.</summary>
    public DocumentId Contract { get; }

    /// <summary>The dealer's own sale, whose customer is the end customer.</summary>
    public SalesLine Sale { get; }

    /// <summary>What is asked for the line, without tax; negative where goods came back.</summary>
    public Money Amount { get; }

    /// <summary>A line of a claim.</summary>
    /// <param name="id">Document and line of the claim.</param>
    /// <param name="on">The day on which it came in.</param>
    /// <param name="dealer">Who claims.</param>
    /// <param name="contract">The contract that it names.</param>
    /// <param name="sale">The dealer's own sale, with a quantity that is not zero.</param>
    /// <param name="amount">What is asked for the line, without tax: above zero, or, where goods came back, below.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sale"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An identifier is the default value, or <paramref name="on"/> is of another calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The quantity of <paramref name="sale"/> is zero, or <paramref name="amount"/> is zero or of the opposite sign.
    /// </exception>
    public static ShipAndDebitClaim Of(
        LineId id, LocalDate on, CustomerId dealer, DocumentId contract, SalesLine sale, Money amount)
    {
        Guard.Against.Null(sale);
        Identifier.Given(id);
        Guard.Against.OtherCalendar(on);
        Identifier.Given(dealer);
        Identifier.Given(contract);
        if (sale.Quantity.IsZero)
            throw Guards.OutOfRange(nameof(sale), sale.Quantity.ToString(), "must have a quantity that is not zero");

        return Math.Sign(amount.Amount) == Math.Sign(sale.Quantity.Amount) ? new ShipAndDebitClaim(id, on, dealer, contract, sale, amount)
            : throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must be of the sign of the quantity " + sale.Quantity);
    }

    /// <summary>Line, day, contract, sale and amount: <c>CL-1/1 on 2026-04-03: SD-7, SI-9/1 of 300 PCE, USD 600.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " on " + InvariantText.Date(On) + ": " + Contract + ", " + Sale.Id + " of " + Sale.Quantity + ", " + Amount;
}
