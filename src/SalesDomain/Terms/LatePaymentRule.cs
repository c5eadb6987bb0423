using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>What is charged for each day that money comes late (滞纳金, 违约金): amount × days × rate, 0.05 % a day as 万分之五.</summary>
/// <remarks>
/// Days are counted from the due date to the day of payment, that day included and the due date not. In time nothing is charged, and
/// nothing is given for money that comes early. Immutable. Equality is by rate and rounding.
/// </remarks>
public sealed class LatePaymentRule : IEquatable<LatePaymentRule>
{
    private LatePaymentRule(Percentage rate, Rounding rounding)
    {
        Rate = rate;
        Rounding = rounding;
    }

    /// <summary>The rate by the day.</summary>
    public Percentage Rate { get; }

    /// <summary>How each charge is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(LatePaymentRule? left, LatePaymentRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(LatePaymentRule? left, LatePaymentRule? right) => !(left == right);

    /// <summary>A rate for each day.</summary>
    /// <param name="rate">The rate by the day, zero or more: 0.05 %.</param>
    /// <param name="rounding">How each charge is rounded.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    public static LatePaymentRule PerDay(Percentage rate, Rounding rounding) =>
        rate >= Percentage.Zero ? new LatePaymentRule(rate, Guard.Against.Null(rounding))
            : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

    /// <summary>The charge for an amount.</summary>
    /// <param name="amount">What was paid late, or is late still.</param>
    /// <param name="due">When it was due.</param>
    /// <param name="paidOn">When it was paid, or the day on which it is asked.</param>
    /// <returns>The charge, with how it came about.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    public LatePaymentCharge Charge(Money amount, LocalDate due, LocalDate paidOn)
    {
        Guard.Against.OtherCalendar(due);
        Guard.Against.OtherCalendar(paidOn);
        return new LatePaymentCharge(this, amount, due, paidOn);
    }

    /// <summary>Whether the other has the same rate and rounding.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(LatePaymentRule? other) => other is not null && Rate == other.Rate && Rounding == other.Rounding;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LatePaymentRule);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rate.GetHashCode(), Rounding.GetHashCode());

    /// <summary>Rate and rounding: <c>0.05% a day, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Rate + " a day, rounded " + Rounding;
}
