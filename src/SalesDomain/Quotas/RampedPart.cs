using System;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>One period of a <see cref="RampedQuota"/>: the full quota, the share asked, and the amount.</summary>
/// <remarks>Equality is by period, full quota, share, days and amount.</remarks>
public sealed class RampedPart : IEquatable<RampedPart>
{
    private readonly RampSteps _steps;
    private readonly int _index;

    internal RampedPart(DateSpan period, Measured full, int days, RampSteps steps, int index)
    {
        Period = period;
        Full = full;
        Days = days;
        _steps = steps;
        _index = index;
        Amount = full.With(steps.Amount(index));
        Relief = full - Amount;
    }

    /// <summary>The period.</summary>
    public DateSpan Period { get; }

    /// <summary>The full quota of the period.</summary>
    public Measured Full { get; }

    /// <summary>Its days, or working days where the phasing counts them.</summary>
    public int Days { get; }

    /// <summary>Σ share × days: the days at which a full quota would be asked.</summary>
    public decimal FullDays => _steps.FullDays(_index);

    /// <summary>
    /// The share asked of the period, <see cref="FullDays"/> ÷ <see cref="Days"/>, to 28 digits; null where it has no days.
    /// </summary>
    public Percentage? Share => Percentage.Ratio(FullDays, Days);

    /// <summary>
    /// The ramped quota of the period: what its exact amount adds to the rounded running total of the periods so far.
    /// </summary>
    public Measured Amount { get; }

    /// <summary>What the ramp takes off in the period.</summary>
    public Measured Relief { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RampedPart? left, RampedPart? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RampedPart? left, RampedPart? right) => !(left == right);

    /// <summary>How the amount came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() => _steps.Explain(_index, Period);

    /// <summary>Whether the other has the same period, full quota, days and amount.</summary>
    /// <param name="other">The part to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RampedPart? other) =>
        other is not null && Period == other.Period && Full == other.Full && Days == other.Days && FullDays == other.FullDays
        && Amount == other.Amount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RampedPart);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Period.GetHashCode(), Full.GetHashCode(), Hash.Of(FullDays));

    /// <summary>Period, share of the days and amount: <c>2026-03-01/2026-03-31: 15.5 of 31 CNY 50000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Period + ": " + InvariantText.Number(FullDays) + " of " + InvariantText.Number(Days) + " " + Amount.Value;
}
