using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>What some units of one currency cost in another on a day, as it is published: 100 JPY = 4.6 CNY.</summary>
/// <remarks>
/// <para>
/// A rate has a direction: it multiplies from <see cref="From"/> to <see cref="To"/>, and divides the other way. Its reciprocal is never
/// stored: 1 ÷ 28.8439 kept to six decimals gives 28.8442 back.
/// </para>
/// <para>
/// Immutable. Equality is by all values: 4.6 for 100 is worth as much as 0.046 for 1, but it is another thing to have published.
/// </para>
/// </remarks>
public sealed class ExchangeRate : IEquatable<ExchangeRate>
{
    /// <summary>
    /// Creates a rate: <paramref name="units"/> of <paramref name="from"/> = <paramref name="rate"/> of <paramref name="to"/>.
    /// </summary>
    /// <param name="from">The currency priced: the base currency of a quotation, the foreign one of a direct quotation.</param>
    /// <param name="to">The currency it is priced in; another than <paramref name="from"/>.</param>
    /// <param name="rate">What the units cost; positive.</param>
    /// <param name="on">The day the rate is of: the first day it may be used.</param>
    /// <param name="units">How many units the rate is for: 1, or 100 where yen are published per 100; positive.</param>
    /// <param name="until">
    /// The last day it may be used, for a rate of a period (a monthly average, the rate of a customs office), or null for one that holds
    /// until the next is published.
    /// </param>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> or <paramref name="units"/> is not positive, or <paramref name="until"/> is before <paramref name="on"/>.
    /// </exception>
    /// <exception cref="ArgumentException">The two currencies are the same, or a day is not of the ISO calendar.</exception>
    public ExchangeRate(Currency from, Currency to, decimal rate, LocalDate on, int units = 1, LocalDate? until = null)
    {
        From = Guard.Against.Null(from);
        To = Guard.Against.Null(to);
        Rate = Guard.Against.NotPositive(rate);
        On = Guard.Against.OtherCalendar(on);
        Units = Guard.Against.OutsideRange(1, int.MaxValue, units);
        Until = until is { } last ? Guard.Against.OtherCalendar(last, nameof(until)) : null;
        if (until < on)
            throw Guards.OutOfRange(nameof(until), InvariantText.Date(until.Value), "must not be before " + InvariantText.Date(on));
        if (from == to)
            throw Guards.Invalid(nameof(to), to.Code, "must be another currency than the one priced");
    }

    /// <summary>The currency priced.</summary>
    public Currency From { get; }

    /// <summary>The currency it is priced in.</summary>
    public Currency To { get; }

    /// <summary>What <see cref="Units"/> of <see cref="From"/> cost in <see cref="To"/>; positive.</summary>
    public decimal Rate { get; }

    /// <summary>How many units the rate is for; 1 unless it is published per 100 or another number.</summary>
    public int Units { get; }

    /// <summary>The day the rate is of.</summary>
    public LocalDate On { get; }

    /// <summary>The last day it may be used, or null when it holds until the next is published.</summary>
    public LocalDate? Until { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ExchangeRate? left, ExchangeRate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ExchangeRate? left, ExchangeRate? right) => !(left == right);

    /// <summary>Whether the other has the same currencies, rate, units and days.</summary>
    /// <param name="other">The rate to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ExchangeRate? other) =>
        other is not null && From == other.From && To == other.To && Rate == other.Rate && Units == other.Units && On == other.On
        && Until == other.Until;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExchangeRate);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(From.GetHashCode(), To.GetHashCode(), Hash.Of(Rate), Hash.Combine(Units, On.GetHashCode(), Until.GetHashCode()));

    /// <summary>
    /// The rate as an equation of its day: <c>JPY 100 = CNY 4.60 on 2026-03-31</c>, or <c>... on 2026-03-01 until 2026-03-31</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => new Money(Units, From) + " = " + new Money(Rate, To) + " on " + InvariantText.Date(On)
        + (Until is { } last ? " until " + InvariantText.Date(last) : "");
}
