using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionEvent
{
    /// <summary>Goods came back.</summary>
    /// <param name="id">The number, that of the line of the return.</param>
    /// <param name="line">The line of the sale it takes back.</param>
    /// <param name="soldOn">The day of that sale.</param>
    /// <param name="on">The day of the return.</param>
    /// <param name="returned">
    /// What came back, each measure once and positive: revenue for components paid on revenue, units for those paid on units. None: all of
    /// the line.
    /// </param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="returned"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount returned is not positive, or <paramref name="on"/> is before <paramref name="soldOn"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A number is the default value, a day is not of the ISO calendar, an amount is the default value, or a measure comes twice.
    /// </exception>
    public static CommissionEvent Return(LineId id, LineId line, LocalDate soldOn, LocalDate on, params Measured[] returned) =>
        OfSale(CommissionEventKind.Return, id, line, soldOn, on, returned);

    /// <summary>The sale was cancelled, in whole or in part.</summary>
    /// <param name="id">The number.</param>
    /// <param name="line">The line of the sale.</param>
    /// <param name="soldOn">The day of that sale.</param>
    /// <param name="on">The day of the cancellation.</param>
    /// <param name="cancelled">What is cancelled, as for a return. None: all of the line.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cancelled"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is not positive, or <paramref name="on"/> is before <paramref name="soldOn"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A number is the default value, a day is not of the ISO calendar, an amount is the default value, or a measure comes twice.
    /// </exception>
    public static CommissionEvent Cancellation(LineId id, LineId line, LocalDate soldOn, LocalDate on, params Measured[] cancelled) =>
        OfSale(CommissionEventKind.Cancellation, id, line, soldOn, on, cancelled);

    /// <summary>The customer did not pay, in whole or in part.</summary>
    /// <param name="id">The number.</param>
    /// <param name="line">The line of the sale.</param>
    /// <param name="soldOn">The day of that sale.</param>
    /// <param name="on">The day from which it counts as not paid.</param>
    /// <param name="unpaid">What is not paid, as for a return. None: all of the line.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unpaid"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is not positive, or <paramref name="on"/> is before <paramref name="soldOn"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A number is the default value, a day is not of the ISO calendar, an amount is the default value, or a measure comes twice.
    /// </exception>
    public static CommissionEvent NonPayment(LineId id, LineId line, LocalDate soldOn, LocalDate on, params Measured[] unpaid) =>
        OfSale(CommissionEventKind.NonPayment, id, line, soldOn, on, unpaid);

    /// <summary>The event with the day of the invoice, from which a window may run.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="InvalidOperationException">The event is of no sale.</exception>
    public CommissionEvent WithInvoiceDate(LocalDate on) => OfSale(Guard.Against.OtherCalendar(on), DueOn, Part, PartOfQuantity);

    /// <summary>The event with the day on which the invoice is due, from which a window may run.</summary>
    /// <param name="on">The day; <see cref="CollectionLine.DueDate"/> of a receipt, or the terms of payment, say it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="InvalidOperationException">The event is of no sale.</exception>
    public CommissionEvent WithDueDate(LocalDate on) => OfSale(InvoicedOn, Guard.Against.OtherCalendar(on), Part, PartOfQuantity);

    /// <summary>How much of a measure came back; null where that was not said.</summary>
    internal decimal? ReturnedOf(Measured paidOn)
    {
        foreach (var each in _returned)
        {
            if (each.Measure == paidOn.Measure && Equals(each.Currency, paidOn.Currency))
                return each.Amount;
        }

        return null;
    }

    private CommissionEvent OfSale(LocalDate? invoicedOn, LocalDate? dueOn, Percentage? part, Percentage? ofQuantity) =>
        SoldOn is not null
            ? new CommissionEvent(
                Kind, Id, On, Line, SoldOn, _returned, invoicedOn: invoicedOn, dueOn: dueOn, part: part, partOfQuantity: ofQuantity)
            : throw new InvalidOperationException("'" + this + "' is of no sale, which has no invoice.");

    private static CommissionEvent OfSale(
        CommissionEventKind kind, LineId id, LineId line, LocalDate soldOn, LocalDate on, Measured[] returned)
    {
        var parameter = kind == CommissionEventKind.Return ? nameof(returned)
            : kind == CommissionEventKind.Cancellation ? "cancelled" : "unpaid";
        Guard.Against.Null(returned, parameter);
        Measured[] copy = [.. returned];
        for (var i = 0; i < copy.Length; i++)
        {
            MeasuredArgument.Given(copy[i], parameter);
            if (copy[i].Amount <= 0m)
                throw Guards.OutOfRange(parameter, copy[i].ToString(), "must be positive");
            if (Array.FindIndex(copy, each => each.Measure == copy[i].Measure) < i)
                throw Guards.Invalid(parameter, copy[i].ToString(), "must have each measure once");
        }

        Identifier.Given(line);
        Guard.Against.OtherCalendar(soldOn);
        return Guard.Against.OtherCalendar(on) >= soldOn ? new CommissionEvent(kind, id, on, line, soldOn, copy)
            : throw Guards.OutOfRange(nameof(on), InvariantText.Date(on), "must not be before the sale on " + InvariantText.Date(soldOn));
    }
}
