using System;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

public sealed partial class PaymentTerms
{
    /// <summary>What it costs by the year to let a discount go and pay all when it is due.</summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="baseline">The day that is counted from; where all rules are plain days, any.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <returns>The cost, or null where no day lies between: what costs no time has no rate.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no such discount, <paramref name="baseline"/> is after the year 9900, or <paramref name="basis"/> is of no one year.
    /// </exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days.</exception>
    public CashDiscountCost? CostOfForgoing(int rung, LocalDate baseline, DayCountBasis basis) =>
        CostOfForgoing(Guard.Against.OutsideRange(0, _discounts.Length - 1, rung), _discounts.Length, baseline, basis);

    /// <summary>What it costs by the year to let a discount go and take a later one.</summary>
    /// <param name="rung">The index of the discount, from 0.</param>
    /// <param name="later">The index of the later one; the number of discounts for payment in full when all is due.</param>
    /// <param name="baseline">The day that is counted from; where all rules are plain days, any.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <returns>The cost, or null where no day lies between: what costs no time has no rate.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no such discounts, <paramref name="baseline"/> is after the year 9900, or <paramref name="basis"/> is of no one year.
    /// </exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days.</exception>
    public CashDiscountCost? CostOfForgoing(int rung, int later, LocalDate baseline, DayCountBasis basis)
    {
        Guard.Against.OutsideRange(0, _discounts.Length - 1, rung);
        Guard.Against.OutsideRange(rung + 1, _discounts.Length, later);
        DueRule.CheckedBaseline(baseline);
        var calendar = CheckedConvention();
        var isNet = later == _discounts.Length;
        var from = DayOf(_discounts[rung].Until, baseline, calendar);
        var to = DayOf(isNet ? _instalments[0].Due : _discounts[later].Until, baseline, calendar);
        return to > from
            ? CashDiscountCost.Of(
                _discounts[rung].Discount, isNet ? Percentage.Zero : _discounts[later].Discount,
                DayNumber.Of(to) - DayNumber.Of(from), basis)
            : null;
    }

    /// <summary>A day of the terms, moved to a working day as they have it.</summary>
    internal LocalDate DayOf(DueRule rule, LocalDate baseline, WorkCalendar calendar)
    {
        var date = rule.DateFrom(baseline);
        if (Convention == BusinessDayConvention.Unadjusted)
            return date;

        return calendar.TryRoll(date, Convention, out var rolled) ? rolled
            : throw Guards.OutOfRange(
                nameof(baseline), InvariantText.Date(baseline),
                "must lead to a day that the calendar knows, and leads to " + InvariantText.Date(date));
    }

    /// <summary>A calendar that is not asked, where days stay.</summary>
    internal WorkCalendar CheckedConvention() =>
        Convention == BusinessDayConvention.Unadjusted ? WorkCalendar.MondayToFriday
            : throw new InvalidOperationException("'" + this + "' moves days to working days: ask it with a calendar.");

    private PaymentTerms WithDiscount(Percentage discount, DueRule until, string parameterName)
    {
        if (_instalments.Length > 1)
            throw new InvalidOperationException("'" + this + "' are paid in instalments and take no discount.");

        var last = _discounts.LastOrDefault();
        var below = last?.Discount ?? Percentage.OneHundred;
        if (discount <= Percentage.Zero || discount >= below)
            throw Guards.OutOfRange(nameof(discount), discount.ToString(), "must be above 0% and below " + below);
        if (until.NetDays <= last?.Until.NetDays)
            throw Guards.Invalid(parameterName, until.ToString(), "must be after '" + last!.Until + "'");
        if (until.NetDays > _instalments[0].Due.NetDays)
            throw Guards.Invalid(parameterName, until.ToString(), "must not be after '" + _instalments[0].Due + "', when all is due");

        return new PaymentTerms(_instalments, [.. _discounts, new CashDiscountRung(discount, until)], Convention, Baseline);
    }
}
