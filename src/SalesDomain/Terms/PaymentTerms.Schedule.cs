using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

public sealed partial class PaymentTerms
{
    /// <summary>The days of an invoice and the amounts of its instalments.</summary>
    /// <param name="amount">What the invoice comes to, of any sign; in instalments, in minor units of its currency.</param>
    /// <param name="baseline">The day that is counted from.</param>
    /// <returns>The schedule; its instalments sum to the amount.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="amount"/> is finer than the minor unit and paid in instalments, or <paramref name="baseline"/> is not of the ISO
    /// calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is after the year 9900.</exception>
    /// <exception cref="InvalidOperationException">
    /// The terms move days to working days, and need a calendar; or their instalments count from different days.
    /// </exception>
    public PaymentSchedule Schedule(Money amount, LocalDate baseline) => Schedule(amount, baseline, CheckedConvention());

    /// <summary>The days of an invoice, by a calendar, and the amounts of its instalments.</summary>
    /// <param name="amount">What the invoice comes to, of any sign; in instalments, in minor units of its currency.</param>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="calendar">The working days; where days stay, it is not asked.</param>
    /// <returns>The schedule; its instalments sum to the amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="amount"/> is finer than the minor unit and paid in instalments, or <paramref name="baseline"/> is not of the ISO
    /// calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="baseline"/> is after the year 9900, or leads to a day that the calendar does not know.
    /// </exception>
    /// <exception cref="InvalidOperationException">The instalments count from different days.</exception>
    public PaymentSchedule Schedule(Money amount, LocalDate baseline, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        DueRule.CheckedBaseline(baseline);
        RequireOneBaseline();
        return new PaymentSchedule(this, CheckedAmount(amount), [(Baseline!.Value, baseline)], calendar);
    }

    /// <summary>The days of an invoice whose instalments count from different days, and the amounts of them.</summary>
    /// <param name="amount">What the invoice comes to, of any sign; in instalments, in minor units of its currency.</param>
    /// <param name="dates">
    /// The dates that are known, each day once; those that the terms do not count from are not asked. An instalment whose date is missing
    /// has no day, and a reason.
    /// </param>
    /// <returns>The schedule; its instalments sum to the amount, with a day and without.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dates"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="amount"/> is finer than the minor unit and paid in instalments; a date is not of the ISO calendar, or comes twice.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A baseline is not defined, or its date is after the year 9900.</exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days, and need a calendar.</exception>
    public PaymentSchedule Schedule(Money amount, params (TermsBaseline Baseline, LocalDate Date)[] dates) =>
        Schedule(amount, CheckedConvention(), dates);

    /// <summary>
    /// The days of an invoice whose instalments count from different days, by a calendar, and the amounts of them.
    /// </summary>
    /// <param name="amount">What the invoice comes to, of any sign; in instalments, in minor units of its currency.</param>
    /// <param name="calendar">The working days; where days stay, it is not asked.</param>
    /// <param name="dates">The dates that are known, each day once.</param>
    /// <returns>The schedule; its instalments sum to the amount, with a day and without.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> or <paramref name="dates"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="amount"/> is finer than the minor unit and paid in instalments; a date is not of the ISO calendar, or comes twice.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A baseline is not defined, or its date is after the year 9900 or leads to a day that the calendar does not know.
    /// </exception>
    public PaymentSchedule Schedule(Money amount, WorkCalendar calendar, params (TermsBaseline Baseline, LocalDate Date)[] dates)
    {
        Guard.Against.Null(calendar);
        (TermsBaseline Baseline, LocalDate Date)[] copy = [.. Guard.Against.Null(dates)];
        for (var i = 0; i < copy.Length; i++)
        {
            var baseline = Guard.Against.Undefined(copy[i].Baseline, nameof(dates));
            DueRule.CheckedBaseline(copy[i].Date, nameof(dates));
            if (Array.FindIndex(copy, each => each.Baseline == baseline) < i)
                throw Guards.Invalid(nameof(dates), BaselineText(baseline), "must have each day once");
        }

        return new PaymentSchedule(this, CheckedAmount(amount), copy, calendar);
    }

    private Money CheckedAmount(Money amount)
    {
        if (_due is not null)
            return amount;

        Guard.Against.NoMinorUnit(amount.Currency, nameof(amount));
        return amount.IsInMinorUnits ? amount
            : throw Guards.Invalid(nameof(amount), amount.ToString(), "must be in minor units of its currency");
    }
}
