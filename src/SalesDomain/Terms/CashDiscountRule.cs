using System;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>How payments settle an invoice whose terms have cash discounts: in full or in part, each at the discount of its day.</summary>
/// <remarks>
/// <para>
/// A payment p with a discount d settles p ÷ (1 − d): 400 at 2 % settles 408.16. Where part of what is owed takes no discount, or the
/// discount is on the amount without tax, the discount spreads evenly over all that is owed: p × owed ÷ (owed − d × discountable). So it
/// does not matter which part a payment was meant for, and payments of one day settle what they would together, but for their roundings.
/// </para>
/// <para>Immutable. Equality is by terms, basis, rounding and calendar.</para>
/// </remarks>
public sealed class CashDiscountRule : IEquatable<CashDiscountRule>
{
    private CashDiscountRule(PaymentTerms terms, TaxBasis basis, Rounding rounding, WorkCalendar? calendar)
    {
        Terms = terms;
        Basis = basis;
        Rounding = rounding;
        Calendar = calendar;
    }

    /// <summary>The terms.</summary>
    public PaymentTerms Terms { get; }

    /// <summary>Whether the discount is on the amount with tax or without.</summary>
    public TaxBasis Basis { get; }

    /// <summary>How what a payment settles is rounded, and what is to be paid.</summary>
    public Rounding Rounding { get; }

    /// <summary>The working days, or null where the terms do not need them.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CashDiscountRule? left, CashDiscountRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CashDiscountRule? left, CashDiscountRule? right) => !(left == right);

    /// <summary>A rule.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="basis">Whether the discount is on the amount with tax or without.</param>
    /// <param name="rounding">How what a payment settles is rounded, and what is to be paid.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not defined.</exception>
    public static CashDiscountRule Of(PaymentTerms terms, TaxBasis basis, Rounding rounding) =>
        new(Guard.Against.Null(terms), Guard.Against.Undefined(basis), Guard.Against.Null(rounding), null);

    /// <summary>The rule with a calendar, for terms that move days to working days.</summary>
    /// <param name="calendar">The working days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public CashDiscountRule WithCalendar(WorkCalendar calendar) => new(Terms, Basis, Rounding, Guard.Against.Null(calendar));

    /// <summary>What payments settle.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="payments">
    /// Day and amount of each, in any order; taken by day, of one day the smaller first. None for what is open.
    /// </param>
    /// <returns>The settlement, with a line for each payment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="invoice"/> or <paramref name="payments"/> is null.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A payment is not positive, or the invoice's baseline leads to a day that the calendar does not know.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A payment is in another currency.</exception>
    /// <exception cref="InvalidOperationException">
    /// The terms need a calendar, or <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    public CashDiscountSettlement Settle(PayableInvoice invoice, params (LocalDate On, Money Amount)[] payments)
    {
        Guard.Against.Null(invoice);
        (LocalDate On, Money Amount)[] copy = [.. Guard.Against.Null(payments)];
        foreach (var (on, amount) in copy)
        {
            Guard.Against.OtherCalendar(on, nameof(payments));
            if (amount.Currency != invoice.Amount.Currency)
                throw new CurrencyMismatchException(invoice.Amount.Currency, amount.Currency, nameof(payments));

            Guard.Against.NotPositive(amount, nameof(payments));
        }

        DueRule.CheckedBaseline(invoice.Baseline, nameof(invoice));
        return new CashDiscountSettlement(this, invoice, copy.OrderBy(payment => payment.On).ThenBy(payment => payment.Amount.Amount));
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CashDiscountRule? other) =>
        other is not null && Terms == other.Terms && Basis == other.Basis && Rounding == other.Rounding && Calendar == other.Calendar;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CashDiscountRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Terms.GetHashCode(), (int)Basis, Rounding.GetHashCode(), Calendar?.GetHashCode() ?? 0);

    /// <summary>Terms, basis and rounding: <c>2/10 n/30 on the amount with tax, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Terms + " on the amount " + (Basis == TaxBasis.WithTax ? "with" : "without") + " tax, rounded " + Rounding;

    internal DiscountSteps StepsOn(PayableInvoice invoice, LocalDate on) =>
        new(invoice, Basis, Terms.DiscountFor(invoice.Baseline, on, Calendar ?? Terms.CheckedConvention()));
}
