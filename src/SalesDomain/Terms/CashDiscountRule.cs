using System;
using System.Collections.Generic;
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
/// <para>
/// Where terms are in instalments with discounts of their own, each instalment is settled by itself
/// (<see cref="SettleInstalment"/>): its ladder is on its amount. A house may still give a discount some days late
/// (<see cref="WithGraceDays"/>); the terms do not say so, and none is the default.
/// </para>
/// <para>Immutable. Equality is by terms, basis, rounding, calendar and grace days.</para>
/// </remarks>
public sealed class CashDiscountRule : IEquatable<CashDiscountRule>
{
    private CashDiscountRule(PaymentTerms terms, TaxBasis basis, Rounding rounding, WorkCalendar? calendar, int graceDays)
    {
        Terms = terms;
        Basis = basis;
        Rounding = rounding;
        Calendar = calendar;
        GraceDays = graceDays;
    }

    /// <summary>The terms.</summary>
    public PaymentTerms Terms { get; }

    /// <summary>Whether the discount is on the amount with tax or without.</summary>
    public TaxBasis Basis { get; }

    /// <summary>How what a payment settles is rounded, and what is to be paid.</summary>
    public Rounding Rounding { get; }

    /// <summary>The working days, or null where the terms do not need them.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>How many calendar days after its last day a discount is still given; 0 unless stated.</summary>
    public int GraceDays { get; }

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
        new(Guard.Against.Null(terms), Guard.Against.Undefined(basis), Guard.Against.Null(rounding), null, 0);

    /// <summary>The rule with a calendar, for terms that move days to working days.</summary>
    /// <param name="calendar">The working days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public CashDiscountRule WithCalendar(WorkCalendar calendar) => 
        new(Terms, Basis, Rounding, Guard.Against.Null(calendar), GraceDays);

    /// <summary>The rule with a tolerance: a discount is still given so many days after its last day (付款折扣宽限).</summary>
    /// <param name="days">Calendar days, 0 to 3,650, counted from the last day, moved to a working day where terms move it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public CashDiscountRule WithGraceDays(int days) =>
        new(Terms, Basis, Rounding, Calendar, Guard.Against.OutsideRange(0, DueStep.MostDays, days));

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
    /// The terms need a calendar, or their instalments have discounts of their own; or <see cref="Rounding"/> is to a minor unit, and the
    /// currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public CashDiscountSettlement Settle(PayableInvoice invoice, params (LocalDate On, Money Amount)[] payments)
    {
        Guard.Against.Null(invoice);
        var sorted = Checked(invoice, payments);
        Terms.RequireOneLadder();
        return new CashDiscountSettlement(this, Terms, null, invoice, sorted);
    }

    /// <summary>What payments settle of one instalment: the discounts of the instalment, on its share of what is owed.</summary>
    /// <param name="invoice">
    /// The whole invoice, its baseline the day that this instalment counts from; what is owed of it is in minor units.
    /// </param>
    /// <param name="number">The number of the instalment, from 1.</param>
    /// <param name="payments">Day and amount of each payment for this instalment, in any order. None for what is open.</param>
    /// <returns>The settlement; the amounts of all instalments sum to what is owed.</returns>
    /// <remarks>
    /// What is excluded or came back is spread evenly over the instalments. An excess is for the caller to put to the next one.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="invoice"/> or <paramref name="payments"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A day is not of the ISO calendar, or what is owed is finer than the minor unit of its currency.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no such instalment, a payment is not positive, or the invoice's baseline leads to a day that the calendar does not know.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A payment is in another currency.</exception>
    /// <exception cref="InvalidOperationException">
    /// The terms need a calendar, or <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public CashDiscountSettlement SettleInstalment(
        PayableInvoice invoice, int number, params (LocalDate On, Money Amount)[] payments)
    {
        Guard.Against.Null(invoice);
        var sorted = Checked(invoice, payments);
        var parts = Terms.Instalments;
        Guard.Against.OutsideRange(1, parts.Count, number);
        if (parts.Count > 1)
        {
            Guard.Against.NoMinorUnit(invoice.Amount.Currency, nameof(invoice));
            if (!invoice.Owed.IsInMinorUnits)
                throw Guards.Invalid(nameof(invoice), invoice.Owed.ToString(), "must owe minor units of its currency");
        }

        return new CashDiscountSettlement(this, parts[number - 1].Terms, number, invoice, sorted);
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CashDiscountRule? other) =>
        other is not null && Terms == other.Terms && Basis == other.Basis && Rounding == other.Rounding && Calendar == other.Calendar
        && GraceDays == other.GraceDays;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CashDiscountRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            Hash.Combine(Terms.GetHashCode(), (int)Basis, Rounding.GetHashCode(), Calendar?.GetHashCode() ?? 0), GraceDays);

    /// <summary>Terms, basis and rounding: <c>2/10 n/30 on the amount with tax, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Terms + " on the amount " + (Basis == TaxBasis.WithTax ? "with" : "without") + " tax, rounded " + Rounding
        + (GraceDays == 0 ? "" : ", " + InvariantText.Number(GraceDays) + (GraceDays == 1 ? " day" : " days") + " of grace");

    internal WorkCalendar CalendarOf(PaymentTerms terms) => Calendar ?? terms.CheckedConvention();

    internal DiscountSteps StepsOn(PayableInvoice invoice, PaymentTerms terms, LocalDate on) =>
        new(invoice, Basis, terms.RungFor(invoice.Baseline, on, CalendarOf(terms), GraceDays)?.Discount ?? Percentage.Zero);

    private static IEnumerable<(LocalDate On, Money Amount)> Checked(PayableInvoice invoice, (LocalDate On, Money Amount)[] payments)
    {
        (LocalDate On, Money Amount)[] copy = [.. Guard.Against.Null(payments)];
        foreach (var (on, amount) in copy)
        {
            Guard.Against.OtherCalendar(on, nameof(payments));
            if (amount.Currency != invoice.Amount.Currency)
                throw new CurrencyMismatchException(invoice.Amount.Currency, amount.Currency, nameof(payments));

            Guard.Against.NotPositive(amount, nameof(payments));
        }

        DueRule.CheckedBaseline(invoice.Baseline, nameof(invoice));
        return copy.OrderBy(payment => payment.On).ThenBy(payment => payment.Amount.Amount);
    }
}
