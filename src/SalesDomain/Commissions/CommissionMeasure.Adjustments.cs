using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionMeasure
{
    /// <summary>
    /// The measure without the tax that is in it, all at one rate: the sum ÷ (100 % + rate), divided once, so that the order of facts does
    /// not matter: 回款 ÷ 1.13.
    /// </summary>
    /// <param name="rate">The rate of the tax, zero or more.</param>
    /// <returns>The changed copy, of the same measure without tax.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This is of sales, or the tax is taken out already.</exception>
    public CommissionMeasure WithoutTax(Percentage rate)
    {
        if (rate < Percentage.Zero)
            throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

        MustHaveTax();
        return new CommissionMeasure(_settings with { TaxRate = rate });
    }

    /// <summary>
    /// The measure without the tax that is in it, where rates differ: each amount ÷ (100 % + its rate), rounded, because a sum of quotients
    /// would depend on their order.
    /// </summary>
    /// <param name="rates">
    /// The rate by customer, channel and territory, and by the day the receipt counts on. A receipt without a rate is of unknown value.
    /// </param>
    /// <param name="rounding">How each amount is rounded.</param>
    /// <returns>The changed copy, of the same measure without tax.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A rate is negative.</exception>
    /// <exception cref="InvalidOperationException">This is of sales, or the tax is taken out already.</exception>
    public CommissionMeasure WithoutTax(ScopeTable<Percentage> rates, Rounding rounding)
    {
        Guard.Against.Null(rates);
        Guard.Against.Null(rounding);
        if (rates.Entries.FirstOrDefault(entry => entry.Value < Percentage.Zero) is { } negative)
            throw Guards.Invalid(nameof(rates), negative.ToString(), "must not be negative");

        MustHaveTax();
        return new CommissionMeasure(_settings with { TaxRates = rates, TaxRounding = rounding });
    }

    /// <summary>
    /// The measure of which a sale below its list price counts for less (价格系数): × net amount ÷ list amount; at the list price and above
    /// it counts in full. A sale without a list amount is of unknown value.
    /// </summary>
    /// <param name="rounding">How each adjusted amount is rounded.</param>
    /// <returns>The changed copy.</returns>
    /// <inheritdoc cref="WithPriceCoefficient(Rounding, UnstatedFact)" path="/exception"/>
    public CommissionMeasure WithPriceCoefficient(Rounding rounding) => WithPriceCoefficient(rounding, UnstatedFact.Unknown);

    /// <summary>
    /// The measure of which a sale below its list price counts for less (价格系数): × net amount ÷ list amount; at the list price and above
    /// it counts in full.
    /// </summary>
    /// <param name="rounding">
    /// How each adjusted amount is rounded. What takes back part of a sale counts for that part of what the sale counted, rounded so too.
    /// </param>
    /// <param name="withoutListPrice">What a sale without a list amount counts for.</param>
    /// <returns>
    /// The changed copy. Sales at a special price, which have a rate of their own, are left out by the <see cref="Scope"/> of the rule.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rounding"/> is to a minor unit, and units have none.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withoutListPrice"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">This is of collections, or of a part of the margin.</exception>
    public CommissionMeasure WithPriceCoefficient(Rounding rounding, UnstatedFact withoutListPrice)
    {
        Guard.Against.Null(rounding);
        Guard.Against.Undefined(withoutListPrice);
        if (Rule.Currency is null && rounding.IsToMinorUnit)
            throw Guards.Invalid(nameof(rounding), "'" + rounding + "'", "must be one of plain numbers, for units have no minor unit");
        if (Rule.Stage is null || MarginPart is not null)
        {
            throw new InvalidOperationException(
                "'" + this + "' has no price coefficient: that is for sales, and not for parts of a margin.");
        }

        return new CommissionMeasure(
            _settings with { HasPriceCoefficient = true, Rounding = rounding, WithoutListPrice = withoutListPrice });
    }

    /// <summary>The measure of a part of the margin, which a sale below cost leaves at zero.</summary>
    /// <param name="part">Above cost, between cost and list price, or above the list price.</param>
    /// <param name="rounding">
    /// How the part is rounded. What takes back part of a sale counts for that part of what the sale counted, rounded so too.
    /// </param>
    /// <returns>The changed copy. A sale without a cost, or without a list amount where one is needed, is of unknown value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">The rule does not measure the margin, or there is a price coefficient.</exception>
    public CommissionMeasure OfMarginPart(MarginPart part, Rounding rounding)
    {
        Guard.Against.Undefined(part);
        Guard.Against.Null(rounding);
        return Rule.Measure == Measure.Margin && !HasPriceCoefficient
            ? new CommissionMeasure(_settings with { MarginPart = part, Rounding = rounding })
            : throw new InvalidOperationException("'" + this + "' has no parts: these are of a margin without a price coefficient.");
    }

    /// <summary>
    /// The measure of receipts that count by days from the due date: in full in time, less when late. A receipt without a due date is of
    /// unknown value.
    /// </summary>
    /// <param name="factors">The factor by days, as of <see cref="WithLateness(StepSchedule{int, Percentage}, UnstatedFact)"/>.</param>
    /// <returns>The changed copy.</returns>
    /// <inheritdoc cref="WithLateness(StepSchedule{int, Percentage}, UnstatedFact)" path="/exception"/>
    public CommissionMeasure WithLateness(StepSchedule<int, Percentage> factors) => WithLateness(factors, UnstatedFact.Unknown);

    /// <summary>The measure of receipts that count by days from the due date: in full in time, less when late.</summary>
    /// <param name="factors">
    /// The factor by days from <see cref="CollectionLine.DueDate"/> to the day the receipt counts on, negative before it:
    /// <c>StepSchedule.UpTo((0, 100 %), (30, 90 %), …).ThenAbove(0 %)</c>. Days outside the steps make the value unknown.
    /// </param>
    /// <param name="withoutDueDate">What a receipt without a due date counts for; it never is in time by silence.</param>
    /// <returns>
    /// The changed copy. What takes a receipt back counts at the days of that receipt: its credit follows it, or the value is unknown.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="factors"/> is null.</exception>
    /// <exception cref="ArgumentException">A factor is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withoutDueDate"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">This is of sales, which are not paid late.</exception>
    public CommissionMeasure WithLateness(StepSchedule<int, Percentage> factors, UnstatedFact withoutDueDate)
    {
        Guard.Against.Null(factors);
        Guard.Against.Undefined(withoutDueDate);
        foreach (var factor in factors.Values)
        {
            if (factor < Percentage.Zero)
                throw Guards.Invalid(nameof(factors), factor.ToString(), "must not be negative");
        }

        return Rule.Stage is null ? new CommissionMeasure(_settings with { Lateness = factors, WithoutDueDate = withoutDueDate })
            : throw new InvalidOperationException("'" + this + "' is about sales, which are not paid late; receipts are.");
    }

    private void MustHaveTax()
    {
        if (Rule.Stage is not null || TaxRate is not null || TaxRates is not null)
        {
            throw new InvalidOperationException(
                "'" + this + "' has no tax in it to take out: a receipt has, and a sales line states its amount without tax.");
        }
    }
}
