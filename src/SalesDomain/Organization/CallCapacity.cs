using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The calls that people can make: calls a day × selling days × people.</summary>
/// <remarks>Nothing rounds. Equality is by the three numbers.</remarks>
public sealed record CallCapacity
{
    private CallCapacity(decimal callsPerDay, decimal sellingDays, decimal people)
    {
        CallsPerDay = callsPerDay;
        SellingDays = sellingDays;
        People = people;
        Calls = callsPerDay * sellingDays * people;
    }

    /// <summary>Calls that one makes a day, above zero.</summary>
    public decimal CallsPerDay { get; }

    /// <summary>Selling days of each, zero or more.</summary>
    public decimal SellingDays { get; }

    /// <summary>How many people, zero or more; a part-time one is a part.</summary>
    public decimal People { get; }

    /// <summary>The calls that all can make: the product.</summary>
    public decimal Calls { get; }

    /// <summary>A capacity by the selling days of each, such as working days less leave and meetings.</summary>
    /// <param name="callsPerDay">Calls that one makes a day, above zero.</param>
    /// <param name="sellingDays">Selling days of each, zero or more.</param>
    /// <param name="people">How many people, zero or more.</param>
    /// <returns>The capacity.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its least.</exception>
    /// <exception cref="OverflowException">The calls do not fit in a decimal.</exception>
    public static CallCapacity Of(decimal callsPerDay, decimal sellingDays, decimal people) =>
        new(Guard.Against.NotPositive(callsPerDay), Guard.Against.Below(0m, sellingDays), Guard.Against.Below(0m, people));

    /// <summary>A capacity by the working days of a span.</summary>
    /// <param name="callsPerDay">Calls that one makes a day, above zero.</param>
    /// <param name="calendar">The days that are worked.</param>
    /// <param name="span">The days, both ends included.</param>
    /// <param name="people">How many people, zero or more.</param>
    /// <returns>The capacity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is below its least, or <paramref name="span"/> is not within the validity of the calendar.
    /// </exception>
    /// <exception cref="OverflowException">The calls do not fit in a decimal.</exception>
    public static CallCapacity Of(decimal callsPerDay, WorkCalendar calendar, DateSpan span, decimal people)
    {
        Guard.Against.Null(calendar);
        return Of(callsPerDay, calendar.WorkingDays(span), people);
    }

    /// <summary>The capacity against the calls that are needed.</summary>
    /// <param name="calls">The calls needed, zero or more: <see cref="CallPlan.Calls"/>.</param>
    /// <returns>What is spare or short.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is negative.</exception>
    public CallLoad Load(decimal calls) => new(this, Guard.Against.Below(0m, calls));

    /// <summary>The product in words: <c>8 calls a day × 21 days × 3 people</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(CallsPerDay) + " calls a day × " + InvariantText.Number(SellingDays) + " days × "
            + InvariantText.Number(People) + " people";
}
