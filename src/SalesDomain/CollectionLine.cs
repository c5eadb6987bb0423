using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Money that came in from a customer (回款), with tax: the fact that collection rates, cash-based commissions and exposure use.</summary>
/// <remarks>
/// A bill has a maturity and is money only then; a rule says what it counts for before. A negative amount takes a receipt back: a dishonoured
/// bill, a refund. Equality is by all values. Where order can matter, facts are taken <see cref="InFactOrder"/>.
/// </remarks>
public sealed record CollectionLine
{
    /// <summary>Creates the fact.</summary>
    /// <param name="id">The receipt and its line.</param>
    /// <param name="date">The day the money or the bill came in.</param>
    /// <param name="customer">Who paid.</param>
    /// <param name="amount">How much, with tax; negative to take a receipt back.</param>
    /// <param name="instrument">What was paid with.</param>
    /// <param name="maturity">When a bill falls due, not before <paramref name="date"/>; null for cash.</param>
    /// <param name="invoice">The invoice the money is for, or null while it is not applied.</param>
    /// <param name="salesperson">Whose collection it is, or null.</param>
    /// <exception cref="ArgumentException">An identifier is the default value, a day is not of the ISO calendar, a bill has no maturity, or cash has one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The maturity is before the date, or <paramref name="instrument"/> is not defined.</exception>
    public CollectionLine(
        LineId id,
        LocalDate date,
        CustomerId customer,
        Money amount,
        Instrument instrument = Instrument.Cash,
        LocalDate? maturity = null,
        DocumentId? invoice = null,
        SalespersonId? salesperson = null)
    {
        Id = Identifier.Given(id);
        Date = Guard.Against.OtherCalendar(date);
        Customer = Identifier.Given(customer);
        Amount = amount;
        Instrument = Guard.Against.Undefined(instrument);
        Maturity = maturity is { } due ? Guard.Against.OtherCalendar(due, nameof(maturity)) : null;
        Invoice = Identifier.GivenOrNull(invoice);
        Salesperson = Identifier.GivenOrNull(salesperson);

        if (instrument == Instrument.Cash && maturity is { } stated)
            throw Guards.Invalid(nameof(maturity), InvariantText.Date(stated), "must be null for cash, which is money at once");
        if (instrument != Instrument.Cash && maturity is null)
            throw Guards.Invalid(nameof(maturity), "null", "must be given for a bill");
        if (maturity < date)
            throw Guards.OutOfRange(nameof(maturity), InvariantText.Date(maturity.Value), "must not be before the date " + InvariantText.Date(date));
    }

    /// <summary>Orders facts by date, receipt and line.</summary>
    public static IComparer<CollectionLine> InFactOrder { get; } = Comparer<CollectionLine>.Create((left, right) =>
        left.Date.CompareTo(right.Date) is var order && order != 0 ? order : left.Id.CompareTo(right.Id));

    /// <summary>The receipt and its line.</summary>
    public LineId Id { get; }

    /// <summary>The day the money or the bill came in.</summary>
    public LocalDate Date { get; }

    /// <summary>Who paid.</summary>
    public CustomerId Customer { get; }

    /// <summary>How much, with tax.</summary>
    public Money Amount { get; }

    /// <summary>What was paid with.</summary>
    public Instrument Instrument { get; }

    /// <summary>When a bill falls due; null for cash.</summary>
    public LocalDate? Maturity { get; }

    /// <summary>The invoice the money is for, or null while it is not applied.</summary>
    public DocumentId? Invoice { get; }

    /// <summary>Whose collection it is, or null.</summary>
    public SalespersonId? Salesperson { get; }

    /// <summary>Date, receipt, customer, instrument and amount, for a log.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => InvariantText.Date(Date) + " " + Id + " " + Customer + " " + Instrument + " " + Amount;
}
