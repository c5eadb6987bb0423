using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// What a plan accepts as a valid new customer (有效新客户): enough orders and enough value within so many days of the first, and nothing
/// bought for so many months before it.
/// </summary>
/// <remarks>
/// <para>
/// Orders are documents of one stage; an order counts while its net amount, with the returns that name a line of it, is above zero: one
/// that came back whole is none. It stands on the first day of its own lines. A return that names no original lowers the amount on its
/// own day.
/// </para>
/// <para>
/// The days after the first order are counted from it: with 90 days and a first order on 10 January, 10 April (the 90th day after, in a
/// common year) is in. The months before it end on the day before: an order on the same day of the month 24 months earlier is within
/// them, one a day earlier is not.
/// </para>
/// <para>
/// A line in another currency than the floor is refused, unless rates are given (<see cref="WithRates"/>). Where a line has no rate, or
/// does not state what the floor measures, whether the floor is reached is unknown, for that account and no other.
/// </para>
/// <para>
/// An account that goes on under a new number or at a new address is no new customer. Its orders count for the account it continues.
/// </para>
/// <para>
/// Immutable; equality is by all values. Source: common practice of dealer and industrial sales, where each plan sets its own
/// numbers.
/// </para>
/// </remarks>
public sealed class NewCustomerRule : IEquatable<NewCustomerRule>
{
    private NewCustomerRule(int orders, Measured floor, int withinDays, int absenceMonths)
    {
        MinimumOrders = orders;
        Floor = floor;
        WithinDays = withinDays;
        AbsenceMonths = absenceMonths;
    }

    private NewCustomerRule(NewCustomerRule other)
        : this(other.MinimumOrders, other.Floor, other.WithinDays, other.AbsenceMonths) =>
        (Stage, Scope, CountedOn, Rates, Rounding) = (other.Stage, other.Scope, other.CountedOn, other.Rates, other.Rounding);

    /// <summary>The measure in which new customers are counted and targets for them are set.</summary>
    public static Measure Measure { get; } = Measure.Count("new customers");

    /// <summary>How many orders it takes, the first included.</summary>
    public int MinimumOrders { get; }

    /// <summary>The least amount of those days, itself enough; its measure says what of a line is read.</summary>
    public Measured Floor { get; }

    /// <summary>How many days after the first order still count.</summary>
    public int WithinDays { get; }

    /// <summary>For how many months before the first order nothing may have been bought.</summary>
    public int AbsenceMonths { get; }

    /// <summary>Which stage of a sale is an order in the sense of the rule; ordered unless stated.</summary>
    public Stage Stage { get; private init; } = Stage.Ordered;

    /// <summary>Which sales are looked at; everything unless stated.</summary>
    public Scope Scope { get; private init; } = Scope.Everything;

    /// <summary>On which day a valid new customer counts; that of the first order unless stated.</summary>
    public NewCustomerDate CountedOn { get; private init; } = NewCustomerDate.FirstOrder;

    /// <summary>The rates by which amounts in other currencies are converted, or null where they are refused.</summary>
    public ExchangeRates? Rates { get; private init; }

    /// <summary>How each converted amount is rounded; null without rates.</summary>
    public Rounding? Rounding { get; private init; }

    /// <summary>A rule on orders of everything, counted on the day of the first.</summary>
    /// <param name="orders">How many orders it takes, the first included; at least 1.</param>
    /// <param name="floor">The least amount, of a measure that is read from sales lines; not negative.</param>
    /// <param name="withinDays">How many days after the first order still count; at least 0, the first day alone.</param>
    /// <param name="absenceMonths">For how many months before the first order nothing may have been bought; at least 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The measure of <paramref name="floor"/> is not read from sales lines.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its least.</exception>
    public static NewCustomerRule Of(int orders, Measured floor, int withinDays, int absenceMonths)
    {
        Guard.Against.OutsideRange(1, int.MaxValue, orders);
        if (MeasuredArgument.Given(floor).Measure.Source != MeasureSource.SalesLines)
            throw Guards.Invalid(nameof(floor), floor.ToString(), "must be of a measure that is read from sales lines");
        if (floor < floor * 0m)
            throw Guards.OutOfRange(nameof(floor), floor.ToString(), "must not be negative");

        Guard.Against.OutsideRange(0, MostDays, withinDays);
        Guard.Against.OutsideRange(1, MostMonths, absenceMonths);
        return new NewCustomerRule(orders, floor, withinDays, absenceMonths);
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(NewCustomerRule? left, NewCustomerRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(NewCustomerRule? left, NewCustomerRule? right) => !(left == right);

    /// <summary>The rule on another stage: deliveries or invoices instead of orders.</summary>
    /// <param name="stage">The stage whose documents count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public NewCustomerRule WithStage(Stage stage) =>
        new(this) { Stage = Guard.Against.Undefined(stage) };

    /// <summary>The rule on part of the sales: without samples, of one product family.</summary>
    /// <param name="scope">Which sales are looked at, by what a sales line states; before and after the first order alike.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public NewCustomerRule WithScope(Scope scope) =>
        new(this) { Scope = Guard.Against.Null(scope) };

    /// <summary>The rule with another day to count on.</summary>
    /// <param name="countedOn">The day of the first order, or the day of the proof.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="countedOn"/> is not defined.</exception>
    public NewCustomerRule WithCountedOn(NewCustomerDate countedOn) =>
        new(this) { CountedOn = Guard.Against.Undefined(countedOn) };

    /// <summary>
    /// The rule that converts amounts in other currencies into that of the floor, each by the rate of its day, and rounds each.
    /// </summary>
    /// <param name="rates">The rates; an account with an amount that has none is not said to be below the floor, nor to reach it.</param>
    /// <param name="rounding">How each converted amount is rounded, so that their sum does not depend on the order of the lines.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The floor is in units.</exception>
    public NewCustomerRule WithRates(ExchangeRates rates, Rounding rounding)
    {
        Guard.Against.Null(rates);
        Guard.Against.Null(rounding);
        return Floor.Currency is not null ? new NewCustomerRule(this) { Rates = rates, Rounding = rounding }
            : throw new InvalidOperationException("'" + this + "' has a floor in units, which have no currency.");
    }

    /// <summary>Judges every account that bought in a period, or whose days reach into it.</summary>
    /// <param name="period">The period to count in, with both ends.</param>
    /// <param name="known">
    /// The days of which <paramref name="lines"/> has all facts; its end is the day as of which is judged. An open start says that
    /// nothing came before.
    /// </param>
    /// <param name="lines">
    /// Sales lines in any order, each once. Those of another stage, outside the scope or outside <paramref name="known"/> are passed
    /// over. They are read one by one and not kept.
    /// </param>
    /// <param name="continued">
    /// Accounts that continue another one: renumbered, renamed, relocated; each once. One that names itself continues none.
    /// </param>
    /// <returns>The outcome of each account, and the count of the period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/>, one of them or <paramref name="continued"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or <paramref name="known"/> no end; an account continues two, or itself in a circle, or
    /// an id is the default one; or a line does not state what the scope speaks of.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line, or a cost, is in another currency than the floor, and the rule has no rates.
    /// </exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the floor.</exception>
    /// <exception cref="OverflowException">A day to be computed is beyond the calendar, or an amount does not fit in a decimal.</exception>
    public NewCustomerCount Evaluate(
        DateSpan period, DateSpan known, IEnumerable<SalesLine> lines, params (CustomerId Account, CustomerId Continues)[] continued)
    {
        Guard.Against.Null(lines);
        if (period.Days is null)
            throw Guards.Invalid(nameof(period), period.ToString(), "must have both ends");
        if (known.End is null)
            throw Guards.Invalid(nameof(known), known.ToString(), "must have an end, the day as of which is judged");

        var book = new OrderBook(this, period, known, AccountRelations.Of(continued, nameof(continued)));
        foreach (var line in lines)
            book.Add(Guard.Against.Null(line, nameof(lines)), nameof(lines));

        return new NewCustomerCount(this, period, known, book.BuyersIn(period), book.Outcomes(period));
    }

    /// <summary>Whether the other demands the same.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(NewCustomerRule? other) =>
        other is not null && MinimumOrders == other.MinimumOrders && Floor == other.Floor && WithinDays == other.WithinDays
        && AbsenceMonths == other.AbsenceMonths && Stage == other.Stage && Scope == other.Scope && CountedOn == other.CountedOn
        && Rates == other.Rates && Rounding == other.Rounding;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as NewCustomerRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Hash.Combine(MinimumOrders, Floor.GetHashCode(), WithinDays, AbsenceMonths), (int)Stage,
            Scope.GetHashCode(), (int)CountedOn);

    /// <summary>
    /// The rule in words: <c>3 orders and revenue, without tax: CNY 50000.00 within 90 days, none for 24 months before; Ordered,
    /// everything, counted on FirstOrder</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(MinimumOrders) + " orders and " + Floor + " within " + InvariantText.Number(WithinDays) + " days, none for "
        + InvariantText.Number(AbsenceMonths) + " months before; " + Stage + ", " + Scope + ", counted on " + CountedOn
        + (Rates is null ? "" : "; converted, rounded " + Rounding);

    /// <summary>What is read of a line, the same as for an actual.</summary>
    internal ActualRule Amounts()
    {
        var rule = Floor.Currency is { } currency ? ActualRule.OfSales(Floor.Measure, currency, Stage)
            : ActualRule.OfUnits(Floor.Measure.Unit!, Stage);
        return Rates is null ? rule : rule.WithRates(Rates, Rounding!);
    }

    // A century: more is a mistake, and would leave the calendar.
    private const int MostDays = 36_525;
    private const int MostMonths = 1_200;
}
