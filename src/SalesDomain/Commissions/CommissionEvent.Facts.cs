using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionEvent
{
    /// <summary>Goods came back, as they are credited: number and day of the return, line and day of the sale it takes back.</summary>
    /// <param name="credit">The credit of the return, which follows its sale.</param>
    /// <param name="returned">
    /// What came back as the bases of components measure it, for this payee; none where revenue without tax is the base: then it is net
    /// amount × share.
    /// </param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credit"/> or <paramref name="returned"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is not positive: the credit takes nothing back; or the return is dated before its sale.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="credit"/> is not that of a sale that follows another, an amount is the default value, or a measure comes twice.
    /// </exception>
    public static CommissionEvent Return(SalesCredit credit, params Measured[] returned)
    {
        Guard.Against.Null(credit);
        Array.ForEach(Guard.Against.Null(returned), each => MeasuredArgument.Given(each, nameof(returned)));
        if (credit is not { Sale: { } sale, Original: { } original })
            throw Guards.Invalid(nameof(credit), credit.ToString(), "must be of a return that follows its sale");

        Measured[] back = returned.Length > 0 ? returned : [Measure.Revenue.Of(-(sale.NetAmount * credit.Share))];
        return Return(sale.Id, original.Id, original.Date, sale.Date, back).Invoiced(original);
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

    private CommissionEvent Invoiced(SalesLine sale) => sale.Stage == Stage.Invoiced ? WithInvoiceDate(sale.Date) : this;
}
