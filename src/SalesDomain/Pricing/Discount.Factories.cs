using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

public sealed partial class Discount
{
    /// <summary>A percentage off each line.</summary>
    /// <param name="name">The name, under which it is found again; not empty, no white space at either end.</param>
    /// <param name="rate">From 0 % to 100 %.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative or above 100 %.</exception>
    public static Discount Percent(string name, Percentage rate) => Of(DiscountKind.Percent, name, Checked(rate, name));

    /// <summary>A percentage off each line, by the quantity that counts.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="steps">The percentages, from 0 % to 100 %, by quantity without its sign; levels of one unit.</param>
    /// <returns>The discount; outside the steps there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is negative or above 100 %, or a level is negative.</exception>
    public static Discount Percent(string name, StepSchedule<Quantity, Percentage> steps) =>
        Of(DiscountKind.Percent, name, Checked(steps, name));

    /// <summary>A percentage off each line, by the amount that counts: the base of the discount, added up.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="steps">The percentages, from 0 % to 100 %, by amount without its sign.</param>
    /// <returns>The discount; outside the steps there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is negative or above 100 %, or a level is negative.</exception>
    public static Discount Percent(string name, StepSchedule<Money, Percentage> steps) =>
        Of(DiscountKind.Percent, name, Checked(steps, name));

    /// <summary>A percentage off each line by an access sequence: 3 % for one dealer in place of the general 5 %.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="rates">
    /// The percentages, from 0 % to 100 %, by scope and day: what is known of the line, and the day of the document, find one of them.
    /// </param>
    /// <returns>The discount; where no entry holds there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is negative or above 100 %.</exception>
    public static Discount Percent(string name, ScopeTable<Percentage> rates)
    {
        Guard.Against.Null(rates);
        foreach (var entry in rates.Entries)
            Within(entry.Value, name, nameof(rates));

        return Of(DiscountKind.Percent, name, new Settings { RateTable = rates });
    }

    /// <summary>An amount off each unit.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="amount">What is taken off one <paramref name="unit"/>, positive.</param>
    /// <param name="unit">Of what one: a line in another unit is converted where it knows how, and takes nothing otherwise.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static Discount PerUnit(string name, Money amount, UnitOfMeasure unit) =>
        Of(DiscountKind.PerUnit, name, new Settings { Amount = Guard.Against.NotPositive(amount), Unit = Guard.Against.Null(unit) });

    /// <summary>An amount off each unit, by the quantity that counts: 0.50 off a piece from 100, 0.80 from 500.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="steps">
    /// The amounts off one of the unit of the levels, zero or more, by quantity; a line in another unit is converted where it knows how.
    /// </param>
    /// <returns>The discount; outside the steps there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a level is negative.</exception>
    /// <exception cref="CurrencyMismatchException">Two amounts are in different currencies.</exception>
    public static Discount PerUnit(string name, StepSchedule<Quantity, Money> steps)
    {
        var settings = Checked(steps);
        return Of(DiscountKind.PerUnit, name, settings with { Unit = steps.Bounds[0].Unit });
    }

    /// <summary>
    /// A fixed unit price. It sets the price anew: what discounts with lower numbers took off is no longer taken off, and where that was
    /// more, the price rises and a reason says so.
    /// </summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="unitPrice">The price of one <paramref name="unit"/>, zero or more.</param>
    /// <param name="unit">Of what one: a line in another unit is converted where it knows how, and keeps its price otherwise.</param>
    /// <returns>The discount. Where the line costs less at list price, it does not apply.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unitPrice"/> is negative.</exception>
    public static Discount FixedPrice(string name, Money unitPrice, UnitOfMeasure unit)
    {
        Guard.Against.Below(0m, unitPrice.Amount, nameof(unitPrice));
        return Of(DiscountKind.FixedPrice, name, new Settings { Amount = unitPrice, Unit = Guard.Against.Null(unit) });
    }

    /// <summary>A percentage off the lines in scope together, spread over them.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="rate">From 0 % to 100 %.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative or above 100 %.</exception>
    public static Discount OfOrder(string name, Percentage rate) => Of(DiscountKind.PercentOfOrder, name, Checked(rate, name));

    /// <summary>A percentage off the lines in scope together, by their quantity.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="steps">The percentages, from 0 % to 100 %, by quantity; levels of one unit.</param>
    /// <returns>The discount; outside the steps there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is negative or above 100 %, or a level is negative.</exception>
    public static Discount OfOrder(string name, StepSchedule<Quantity, Percentage> steps) =>
        Of(DiscountKind.PercentOfOrder, name, Checked(steps, name));

    /// <summary>A percentage off the lines in scope together, by their amount.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="steps">The percentages, from 0 % to 100 %, by amount.</param>
    /// <returns>The discount; outside the steps there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage is negative or above 100 %, or a level is negative.</exception>
    public static Discount OfOrder(string name, StepSchedule<Money, Percentage> steps) =>
        Of(DiscountKind.PercentOfOrder, name, Checked(steps, name));

    /// <summary>An amount off the lines in scope together, spread over them.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="amount">What is taken off, positive.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static Discount OfOrder(string name, Money amount) =>
        Of(DiscountKind.AmountOfOrder, name, new Settings { Amount = Guard.Against.NotPositive(amount) });

    private static Settings Checked(Percentage rate, string name) => new() { Rate = Within(rate, name, nameof(rate)) };

    private static Settings Checked(StepSchedule<Quantity, Percentage> steps, string name)
    {
        Guard.Against.Null(steps);
        foreach (var rate in steps.Values)
            Within(rate, name, nameof(steps));
        if (steps.Bounds[0].IsNegative)
            throw NegativeLevel(steps.Bounds[0].ToString(), name, nameof(steps));

        return new Settings { QuantitySteps = steps };
    }

    private static Settings Checked(StepSchedule<Money, Percentage> steps, string name)
    {
        Guard.Against.Null(steps);
        foreach (var rate in steps.Values)
            Within(rate, name, nameof(steps));
        if (steps.Bounds[0].IsNegative)
            throw NegativeLevel(steps.Bounds[0].ToString(), name, nameof(steps));

        return new Settings { AmountSteps = steps };
    }

    internal static Percentage Within(Percentage rate, string parameterName) => Within(rate, null, parameterName);

    private static Percentage Within(Percentage rate, string? name, string parameterName) =>
        Guard.Against.NoPart(
            rate, parameterName, (name is null ? "" : " for '" + name + "'") + "; a surcharge is part of the list price");

    private static ArgumentOutOfRangeException NegativeLevel(string level, string name, string parameterName) =>
        Guards.OutOfRange(parameterName, level, "must not have a negative level for '" + name + "'");

    private static Discount Of(DiscountKind kind, string name, Settings settings) =>
        new(settings with { Kind = kind, Name = Identifier.Checked(name) });
}
