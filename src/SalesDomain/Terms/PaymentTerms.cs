using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>When an invoice is to be paid, in one amount or in instalments, and what is taken off for paying early.</summary>
/// <remarks>
/// <para>
/// Days are inclusive: with ten days from 28 June, 8 July is in time. Of several discounts the first counts whose day is not over, so that
/// a later payment never gets a higher one. The business day convention holds for every day of the terms, those of discounts included; the
/// calendar is an argument, because the terms do not know the holidays of a year to come.
/// </para>
/// <para>
/// Immutable. Equality is by instalments, discounts, convention and baseline. Text is canonical and round-trips through
/// <see cref="Parse"/>: <c>2/10 1/20 n/60</c>, <c>n/EOM 30</c>, <c>30%/0 70%/60 following from delivery</c>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<PaymentTerms>))]
public sealed partial class PaymentTerms : IEquatable<PaymentTerms>
{
    private readonly PaymentInstalment[] _instalments;
    private readonly CashDiscountRung[] _discounts;

    private PaymentTerms(
        PaymentInstalment[] instalments, CashDiscountRung[] discounts, BusinessDayConvention convention, TermsBaseline baseline)
    {
        _instalments = instalments;
        _discounts = discounts;
        Convention = convention;
        Baseline = baseline;
    }

    /// <summary>The parts of the invoice, in the order given; one of 100 % where it is paid in one amount.</summary>
    public IReadOnlyList<PaymentInstalment> Instalments => Array.AsReadOnly(_instalments);

    /// <summary>The discounts for paying early, the highest first; none where there are none.</summary>
    public IReadOnlyList<CashDiscountRung> Discounts => Array.AsReadOnly(_discounts);

    /// <summary>Where a day goes that is no working day; it stays unless stated.</summary>
    public BusinessDayConvention Convention { get; }

    /// <summary>Which day the terms count from; that of the invoice unless stated.</summary>
    public TermsBaseline Baseline { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Terms.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PaymentTerms? left, PaymentTerms? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Terms.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PaymentTerms? left, PaymentTerms? right) => !(left == right);

    /// <summary>All is due so many days after: <c>n/30</c>.</summary>
    /// <param name="days">Calendar days, 0 to 3,650.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public static PaymentTerms Net(int days) => Of(DueRule.Days(days));

    /// <summary>All is due by one rule.</summary>
    /// <param name="due">The rule.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="due"/> is null.</exception>
    public static PaymentTerms Of(DueRule due) =>
        new(
            [new PaymentInstalment(Percentage.OneHundred, Guard.Against.Null(due))], [], BusinessDayConvention.Unadjusted,
            TermsBaseline.Invoice);

    /// <summary>Parts that are due each by its own rule: 30 % at once, 70 % after 60 days.</summary>
    /// <param name="instalments">Shares above 0 % that total exactly 100 %, each with its rule, in any order of their days.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="instalments"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">There is no instalment, or the shares do not total 100 %.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above 0 %.</exception>
    public static PaymentTerms InInstalments(params (Percentage Share, DueRule Due)[] instalments)
    {
        var copy = Guard.Against.Nothing(instalments, "something is to be paid");
        foreach (var (share, due) in copy)
        {
            Guard.Against.Null(due, nameof(instalments));
            if (share <= Percentage.Zero)
                throw Guards.OutOfRange(nameof(instalments), share.ToString(), "must have shares above 0%");
        }

        Guard.Against.NotWhole(copy.Select(each => each.Share), nameof(instalments));
        return new PaymentTerms(
            Array.ConvertAll(copy, each => new PaymentInstalment(each.Share, each.Due)), [], BusinessDayConvention.Unadjusted,
            TermsBaseline.Invoice);
    }

    /// <summary>The terms with a discount for paying within so many days.</summary>
    /// <param name="discount">The discount, above 0 % and below those before.</param>
    /// <param name="days">Calendar days, 0 to 3,650; more than those of the discount before, and not more than until all is due.</param>
    /// <returns>The changed copy.</returns>
    /// <inheritdoc cref="WithDiscount(Percentage, DueRule)" path="/exception"/>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="discount"/> is not above 0 % and below the one before, or <paramref name="days"/> is out of its range.
    /// </exception>
    public PaymentTerms WithDiscount(Percentage discount, int days) =>
        WithDiscount(discount, DueRule.Days(days), nameof(days));

    /// <summary>The terms with a discount for paying until a day: 2 % to the 10th of the month after is <c>2/10 prox</c>.</summary>
    /// <param name="discount">The discount, above 0 % and below those before.</param>
    /// <param name="until">Until when; where this and the one before are plain days, later, and not later than all is due.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="until"/> is null.</exception>
    /// <exception cref="ArgumentException">The days are not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="discount"/> is not above 0 %, or not below the one before and 100 %.
    /// </exception>
    /// <exception cref="InvalidOperationException">All is paid in instalments, and nobody says what a discount would be for.</exception>
    public PaymentTerms WithDiscount(Percentage discount, DueRule until) =>
        WithDiscount(discount, Guard.Against.Null(until), nameof(until));

    /// <summary>The terms with days that are moved to working days.</summary>
    /// <param name="convention">Where a day goes that is no working day.</param>
    /// <returns>The changed copy; unless days stay, its days are asked with a calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="convention"/> is not defined.</exception>
    public PaymentTerms WithConvention(BusinessDayConvention convention) =>
        new(_instalments, _discounts, Guard.Against.Undefined(convention), Baseline);

    /// <summary>The terms counted from another day.</summary>
    /// <param name="baseline">Which day is meant.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is not defined.</exception>
    public PaymentTerms WithBaseline(TermsBaseline baseline) =>
        new(_instalments, _discounts, Convention, Guard.Against.Undefined(baseline));

    /// <summary>The day on which all is due: of instalments, the latest.</summary>
    /// <param name="baseline">The day that is counted from.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is after the year 9900.</exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days, and need a calendar.</exception>
    public LocalDate DueDate(LocalDate baseline) => DueDate(baseline, CheckedConvention());

    /// <summary>The day on which all is due, by a calendar.</summary>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="calendar">The working days; where days stay, it is not asked.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="baseline"/> is after the year 9900, or leads to a day that the calendar does not know.
    /// </exception>
    public LocalDate DueDate(LocalDate baseline, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        DueRule.CheckedBaseline(baseline);
        var latest = DayOf(_instalments[0].Due, baseline, calendar);
        for (var i = 1; i < _instalments.Length; i++)
            latest = LocalDate.Max(latest, DayOf(_instalments[i].Due, baseline, calendar));

        return latest;
    }

    /// <summary>The discount for a payment of a day.</summary>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="paidOn">The day of the payment; before the baseline it is in time.</param>
    /// <returns>The highest discount whose day is not over, or 0 %.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is after the year 9900.</exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days, and need a calendar.</exception>
    public Percentage DiscountFor(LocalDate baseline, LocalDate paidOn) => DiscountFor(baseline, paidOn, CheckedConvention());

    /// <summary>The discount for a payment of a day, by a calendar.</summary>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="paidOn">The day of the payment; before the baseline it is in time.</param>
    /// <param name="calendar">The working days; where days stay, it is not asked.</param>
    /// <returns>The highest discount whose day is not over, or 0 %.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="baseline"/> is after the year 9900, or leads to a day that the calendar does not know.
    /// </exception>
    public Percentage DiscountFor(LocalDate baseline, LocalDate paidOn, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        DueRule.CheckedBaseline(baseline);
        Guard.Against.OtherCalendar(paidOn);
        foreach (var rung in _discounts)
        {
            if (paidOn <= DayOf(rung.Until, baseline, calendar))
                return rung.Discount;
        }

        return Percentage.Zero;
    }

    /// <summary>The days of an invoice and the amounts of its instalments.</summary>
    /// <param name="amount">What the invoice comes to, of any sign; in instalments, in minor units of its currency.</param>
    /// <param name="baseline">The day that is counted from.</param>
    /// <returns>The schedule; its instalments sum to the amount.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="amount"/> is finer than the minor unit and paid in instalments, or <paramref name="baseline"/> is not of the ISO
    /// calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is after the year 9900.</exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days, and need a calendar.</exception>
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
    public PaymentSchedule Schedule(Money amount, LocalDate baseline, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        DueRule.CheckedBaseline(baseline);
        if (_instalments.Length > 1)
        {
            Guard.Against.NoMinorUnit(amount.Currency, nameof(amount));
            if (!amount.IsInMinorUnits)
                throw Guards.Invalid(nameof(amount), amount.ToString(), "must be in minor units of its currency");
        }

        return new PaymentSchedule(this, amount, baseline, calendar);
    }

    /// <summary>Whether the other has the same instalments, discounts, convention and baseline.</summary>
    /// <param name="other">The terms to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PaymentTerms? other) =>
        other is not null && Convention == other.Convention && Baseline == other.Baseline
        && _instalments.AsEnumerable().SequenceEqual(other._instalments) && _discounts.AsEnumerable().SequenceEqual(other._discounts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaymentTerms);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _discounts.Aggregate(
            _instalments.Aggregate(
                Hash.Combine((int)Convention, (int)Baseline), (hash, instalment) => Hash.Combine(hash, instalment.GetHashCode())),
            (hash, rung) => Hash.Combine(hash, rung.GetHashCode()));
}
