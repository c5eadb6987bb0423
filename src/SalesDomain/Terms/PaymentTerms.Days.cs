using System;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

public sealed partial class PaymentTerms
{
    /// <summary>
    /// The day on which all is due: of instalments, the latest. Where days move backward it can be before the day that is counted from.
    /// </summary>
    /// <param name="baseline">The day that is counted from.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is after the year 9900.</exception>
    /// <exception cref="InvalidOperationException">
    /// The terms move days to working days, and need a calendar; or their instalments count from different days.
    /// </exception>
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
    /// <exception cref="InvalidOperationException">The instalments count from different days.</exception>
    public LocalDate DueDate(LocalDate baseline, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        DueRule.CheckedBaseline(baseline);
        RequireOneBaseline();
        return _due is { } due ? DayOf(due, baseline, calendar) : LatestOf(baseline, calendar);
    }

    /// <summary>The discount for a payment of a day.</summary>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="paidOn">The day of the payment; before the baseline it is in time.</param>
    /// <returns>The highest discount whose day is not over, or 0 %; when all is due, every discount is over the day after.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is after the year 9900.</exception>
    /// <exception cref="InvalidOperationException">
    /// The terms move days to working days, and need a calendar; or their instalments have discounts of their own.
    /// </exception>
    public Percentage DiscountFor(LocalDate baseline, LocalDate paidOn) => DiscountFor(baseline, paidOn, CheckedConvention());

    /// <summary>The discount for a payment of a day, by a calendar.</summary>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="paidOn">The day of the payment; before the baseline it is in time.</param>
    /// <param name="calendar">The working days; where days stay, it is not asked.</param>
    /// <returns>The highest discount whose day is not over, or 0 %; when all is due, every discount is over the day after.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="baseline"/> is after the year 9900, or leads to a day that the calendar does not know.
    /// </exception>
    /// <exception cref="InvalidOperationException">The instalments have discounts of their own.</exception>
    public Percentage DiscountFor(LocalDate baseline, LocalDate paidOn, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        DueRule.CheckedBaseline(baseline);
        Guard.Against.OtherCalendar(paidOn);
        RequireOneLadder();
        return RungFor(baseline, paidOn, calendar, graceDays: 0)?.Discount ?? Percentage.Zero;
    }

    /// <summary>What it costs by the year to let a discount go and pay all when it is due.</summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="baseline">The day that is counted from; where all rules are plain days, any.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <returns>
    /// The cost, where all that is owed takes the discount, with its tax; null where no day lies between: what costs no time has no rate.
    /// Of an invoice it is asked with <see cref="CashDiscountSettlement.CostOfForgoing(int, DayCountBasis)"/>.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no such discount, <paramref name="baseline"/> is after the year 9900, or <paramref name="basis"/> is of no one year.
    /// </exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days.</exception>
    public CashDiscountCost? CostOfForgoing(int rung, LocalDate baseline, DayCountBasis basis) =>
        CostOfForgoing(Guard.Against.OutsideRange(0, _discounts.Length - 1, rung), _discounts.Length, baseline, basis);

    /// <summary>What it costs by the year to let a discount go and pay all when it is due, by a calendar.</summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <param name="calendar">The working days; where days stay, it is not asked.</param>
    /// <returns>The cost, or null where no day lies between.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no such discount, <paramref name="baseline"/> is after the year 9900 or leads to a day that the calendar does not know, or
    /// <paramref name="basis"/> is of no one year.
    /// </exception>
    public CashDiscountCost? CostOfForgoing(int rung, LocalDate baseline, DayCountBasis basis, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        return CostOfForgoing(Guard.Against.OutsideRange(0, _discounts.Length - 1, rung), _discounts.Length, baseline, basis, calendar);
    }

    /// <summary>What it costs by the year to let a discount go and take a later one.</summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="later">The index of the later one; the number of discounts for payment in full when all is due.</param>
    /// <param name="baseline">The day that is counted from; where all rules are plain days, any.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <returns>
    /// The cost, where all that is owed takes the discount, with its tax; null where no day lies between: what costs no time has no rate.
    /// Of an invoice it is asked with <see cref="CashDiscountSettlement.CostOfForgoing(int, DayCountBasis)"/>.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no such discounts, <paramref name="baseline"/> is after the year 9900, or <paramref name="basis"/> is of no one year.
    /// </exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days.</exception>
    public CashDiscountCost? CostOfForgoing(int rung, int later, LocalDate baseline, DayCountBasis basis)
    {
        Guard.Against.OutsideRange(0, _discounts.Length - 1, rung);
        return CostOfForgoing(rung, later, baseline, basis, CheckedConvention());
    }

    /// <summary>What it costs by the year to let a discount go and take a later one, by a calendar.</summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="later">The index of the later one; the number of discounts for payment in full when all is due.</param>
    /// <param name="baseline">The day that is counted from.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <param name="calendar">The working days; where days stay, it is not asked.</param>
    /// <returns>The cost, or null where no day lies between.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no such discounts; <paramref name="baseline"/> is after the year 9900 or leads to a day the calendar does not know; or
    /// <paramref name="basis"/> is of no one year.
    /// </exception>
    public CashDiscountCost? CostOfForgoing(int rung, int later, LocalDate baseline, DayCountBasis basis, WorkCalendar calendar)
    {
        Guard.Against.Null(calendar);
        Guard.Against.OutsideRange(0, _discounts.Length - 1, rung);
        Guard.Against.OutsideRange(rung + 1, _discounts.Length, later);
        DueRule.CheckedBaseline(baseline);
        return DaysBetween(rung, later, baseline, calendar) is var days and > 0
            ? CashDiscountCost.Of(_discounts[rung].Discount, RateOf(later), days, basis) : null;
    }

    /// <summary>The discount of an index, and of the index after the last one 0 %, for payment when all is due.</summary>
    internal Percentage RateOf(int rung) => rung < _discounts.Length ? _discounts[rung].Discount : Percentage.Zero;

    /// <summary>The days from the last day of one discount to that of another, or to the day when all is due.</summary>
    internal int DaysBetween(int rung, int later, LocalDate baseline, WorkCalendar calendar) =>
        DayNumber.Of(LastDayOf(later < _discounts.Length ? _discounts[later].Until : _due!, baseline, calendar))
        - DayNumber.Of(LastDayOf(_discounts[rung].Until, baseline, calendar));

    /// <summary>The discount for a payment of a day that may be so many days late for it; null where there is none.</summary>
    internal CashDiscountRung? RungFor(LocalDate baseline, LocalDate paidOn, WorkCalendar calendar, int graceDays)
    {
        foreach (var rung in _discounts)
        {
            if (paidOn <= LastDayOf(rung.Until, baseline, calendar).PlusDays(graceDays))
                return rung;
        }

        return null;
    }

    /// <summary>
    /// The last day of a discount: that of its rule, or the day when all is due if that is earlier. Of rules that are not plain days it
    /// depends on the baseline which of the two is first.
    /// </summary>
    internal LocalDate LastDayOf(DueRule until, LocalDate baseline, WorkCalendar calendar, string parameterName = "baseline") =>
        LocalDate.Min(DayOf(until, baseline, calendar, parameterName), DayOf(_due!, baseline, calendar, parameterName));

    /// <summary>A day of the terms, moved to a working day as they have it.</summary>
    internal LocalDate DayOf(DueRule rule, LocalDate baseline, WorkCalendar calendar, string parameterName = "baseline")
    {
        var date = rule.DateFrom(baseline);
        if (Convention == BusinessDayConvention.Unadjusted)
            return date;

        return calendar.TryRoll(date, Convention, out var rolled) ? rolled
            : throw Guards.OutOfRange(
                parameterName, InvariantText.Date(baseline),
                "must lead to a day that the calendar knows, and leads to " + InvariantText.Date(date));
    }

    /// <summary>A calendar that is not asked, where days stay.</summary>
    internal WorkCalendar CheckedConvention() =>
        Convention == BusinessDayConvention.Unadjusted ? WorkCalendar.MondayToFriday
            : throw new InvalidOperationException("'" + this + "' moves days to working days: ask it with a calendar.");

    /// <summary>Terms whose instalments have no discounts, or which are in one amount.</summary>
    internal void RequireOneLadder()
    {
        if (Array.Exists(_parts, part => part.Terms._discounts.Length > 0))
            throw new InvalidOperationException("Each instalment of '" + this + "' has discounts of its own: ask it by itself.");
    }

    private void RequireOneBaseline()
    {
        if (Baseline is null)
            throw new InvalidOperationException("'" + this + "' count from different days: ask a schedule with the date of each.");
    }

    private PaymentTerms WithDiscount(Percentage discount, DueRule until, string parameterName)
    {
        if (_due is null)
            throw new InvalidOperationException("'" + this + "' are paid in instalments: give each its discounts, in its own terms.");

        var last = _discounts.LastOrDefault();
        var below = last?.Discount ?? Percentage.OneHundred;
        if (discount <= Percentage.Zero || discount >= below)
            throw Guards.OutOfRange(nameof(discount), discount.ToString(), "must be above 0% and below " + below);
        if (until.NetDays <= last?.Until.NetDays)
            throw Guards.Invalid(parameterName, until.ToString(), "must be after '" + last!.Until + "'");
        if (until.NetDays > _due.NetDays)
            throw Guards.Invalid(parameterName, until.ToString(), "must not be after '" + _due + "', when all is due");

        return new PaymentTerms(_due, [.. _discounts, new CashDiscountRung(discount, until)], Convention, Baseline!.Value);
    }

    // Apart from the day of one rule, which is asked in loops and allocates nothing.
    private LocalDate LatestOf(LocalDate baseline, WorkCalendar calendar) =>
        _parts.Max(part => DayOf(part.Due, baseline, calendar));
}
