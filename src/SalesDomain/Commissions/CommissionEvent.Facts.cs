using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionEvent
{
    /// <summary>
    /// Goods came back, as they are credited: number and day of the return, line and day of the sale it takes back, and the part of that
    /// line. Every payee who has a credit of the return, and every credit of one payee, has the same event.
    /// </summary>
    /// <param name="credit">The credit of the return, which follows its sale.</param>
    /// <param name="returned">
    /// What came back as the bases of components measure it, where it is another part than that of the line; none otherwise.
    /// </param>
    /// <returns>
    /// The event; its part is net amount of the return ÷ that of the sale, and of quantities quantity ÷ quantity: none of a credit for
    /// money alone. Where one of the two is not known, since the sale has none or one in another currency or unit, the other counts for
    /// both. No part is more than 100 %.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="credit"/> or <paramref name="returned"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is not positive; the credit takes nothing back; or the return is dated before its sale.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="credit"/> is not that of a sale that follows another, or no part of it; an amount is the default value; or a measure
    /// comes twice.
    /// </exception>
    public static CommissionEvent Return(SalesCredit credit, params Measured[] returned)
    {
        Guard.Against.Null(credit);
        Array.ForEach(Guard.Against.Null(returned), each => MeasuredArgument.Given(each, nameof(returned)));
        if (credit is not { Sale: { } sale, Original: { } original })
            throw Guards.Invalid(nameof(credit), credit.ToString(), "must be of a return that follows its sale");

        var ofMoney = sale.Currency == original.Currency ? Percentage.Ratio(-sale.NetAmount, original.NetAmount) : null;
        var ofQuantity = sale.Quantity.Unit == original.Quantity.Unit ? Percentage.Ratio(-sale.Quantity, original.Quantity) : null;
        var part = ofMoney ?? ofQuantity
            ?? throw Guards.Invalid(nameof(credit), credit.ToString(), "must have an amount or a quantity that is a part of its sale");
        if (part.Fraction < 0m || (part.IsZero && !(ofQuantity?.Fraction > 0m)))
            throw Guards.OutOfRange(nameof(credit), credit.ToString(), "must take something back");
        if (sale.Date < original.Date)
        {
            throw Guards.OutOfRange(
                nameof(credit), credit.ToString(), "must not be before its sale on " + InvariantText.Date(original.Date));
        }

        return Return(sale.Id, original.Id, original.Date, sale.Date, returned).Invoiced(original)
            .WithPart(Bounded(part), Bounded(ofQuantity ?? part));
    }

    /// <summary>The sale was cancelled, in whole or in part.</summary>
    /// <param name="id">The number.</param>
    /// <param name="sale">The sale, whose line and day it has.</param>
    /// <param name="on">The day of the cancellation.</param>
    /// <param name="cancelled">What is cancelled, by measure, positive. None: all of the line.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sale"/> or <paramref name="cancelled"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is not positive, or <paramref name="on"/> is before the sale.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or an amount is the default value, <paramref name="on"/> is not of the ISO calendar, or a measure comes twice.
    /// </exception>
    public static CommissionEvent Cancellation(LineId id, SalesLine sale, LocalDate on, params Measured[] cancelled)
    {
        Guard.Against.Null(sale);
        return Cancellation(id, sale.Id, sale.Date, on, cancelled).Invoiced(sale);
    }

    /// <summary>The customer did not pay a sale, in whole or in part.</summary>
    /// <param name="id">The number.</param>
    /// <param name="sale">The sale, whose line and day it has; of an invoice the day of the invoice too.</param>
    /// <param name="on">The day from which it counts as not paid.</param>
    /// <param name="unpaid">What is not paid, by measure, positive. None: all of the line.</param>
    /// <returns>The event; a window from the due date asks for <see cref="WithDueDate"/> as well.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sale"/> or <paramref name="unpaid"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is not positive, or <paramref name="on"/> is before the sale.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or an amount is the default value, <paramref name="on"/> is not of the ISO calendar, or a measure comes twice.
    /// </exception>
    public static CommissionEvent NonPayment(LineId id, SalesLine sale, LocalDate on, params Measured[] unpaid)
    {
        Guard.Against.Null(sale);
        return NonPayment(id, sale.Id, sale.Date, on, unpaid).Invoiced(sale);
    }

    /// <summary>Money that had come in went back: a cheque bounced, a draft was not honoured.</summary>
    /// <param name="id">The number.</param>
    /// <param name="receipt">The receipt, whose line, day and due date it has.</param>
    /// <param name="on">The day from which it counts as not paid.</param>
    /// <param name="unpaid">What went back, by measure, positive. None: all of the line.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receipt"/> or <paramref name="unpaid"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is not positive, or <paramref name="on"/> is before the receipt.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or an amount is the default value, <paramref name="on"/> is not of the ISO calendar, or a measure comes twice.
    /// </exception>
    public static CommissionEvent NonPayment(LineId id, CollectionLine receipt, LocalDate on, params Measured[] unpaid)
    {
        Guard.Against.Null(receipt);
        var source = NonPayment(id, receipt.Id, receipt.Date, on, unpaid);
        return receipt.DueDate is { } due ? source.WithDueDate(due) : source;
    }

    /// <summary>The event of a part of the line: of the base of each component that has it, whatever it is measured in.</summary>
    /// <param name="part">The part, above 0 % and up to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The event is of no sale.</exception>
    public CommissionEvent WithPart(Percentage part) =>
        part.Fraction is > 0m and <= 1m ? OfSale(InvoicedOn, DueOn, part, null)
            : throw Guards.OutOfRange(nameof(part), part.ToString(), "must be above 0% and up to 100%");

    /// <summary>
    /// The event of one part of what is money and another of what is not: an allowance takes 10 % of the revenue and no piece back, what is
    /// returned at a lower price half of the pieces and 40 % of the revenue.
    /// </summary>
    /// <param name="ofMoney">
    /// The part of bases in money, the margin among them, and of what has no base, from 0 % to 100 %. Where the margin came back by
    /// another part, it is said by its amount.
    /// </param>
    /// <param name="ofQuantity">The part of bases in units or counts, from 0 % to 100 %; not both are zero.</param>
    /// <returns>The changed copy; where both are the same, that of one part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside its range, or both are zero.</exception>
    /// <exception cref="InvalidOperationException">The event is of no sale.</exception>
    public CommissionEvent WithPart(Percentage ofMoney, Percentage ofQuantity)
    {
        Guard.Against.NoPart(ofMoney, nameof(ofMoney));
        Guard.Against.NoPart(ofQuantity, nameof(ofQuantity));
        if (ofMoney.IsZero && ofQuantity.IsZero)
            throw Guards.OutOfRange(nameof(ofQuantity), ofQuantity.ToString(), "must not be zero where that of money is");

        return OfSale(InvoicedOn, DueOn, ofMoney, ofQuantity == ofMoney ? null : ofQuantity);
    }

    /// <summary>The event of a part of the line, by quantities: 3 of 5 pieces are 60 %.</summary>
    /// <param name="back">The quantity that came back, positive.</param>
    /// <param name="sold">The quantity of the line, as much or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="back"/> is not positive, or <paramref name="sold"/> is less.
    /// </exception>
    /// <exception cref="UnitMismatchException">The two are not in one unit.</exception>
    /// <exception cref="InvalidOperationException">The event is of no sale.</exception>
    public CommissionEvent WithPart(Quantity back, Quantity sold)
    {
        if (back.Amount <= 0m)
            throw Guards.OutOfRange(nameof(back), back.ToString(), "must be positive");
        if (sold < back)
            throw Guards.OutOfRange(nameof(sold), sold.ToString(), "must be no less than " + back);

        return WithPart(Percentage.FromFraction(back / sold));
    }

    private static Percentage Bounded(Percentage part) =>
        part.Fraction < 0m ? Percentage.Zero : part.Fraction > 1m ? Percentage.OneHundred : part;

    private CommissionEvent Invoiced(SalesLine sale) => sale.Stage == Stage.Invoiced ? WithInvoiceDate(sale.Date) : this;
}
