using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The level below which a component pays nothing, and what it pays from there on.</summary>
/// <remarks>The threshold itself is reached by meeting it exactly. Immutable. Equality is by level and by what is paid.</remarks>
public sealed class CommissionThreshold : IEquatable<CommissionThreshold>
{
    private CommissionThreshold(Percentage? attainment, Measured? level, ThresholdPay pays)
    {
        Attainment = attainment;
        Level = level;
        Pays = pays;
    }

    /// <summary>The attainment of the quota from which on is paid; null where the threshold is an amount.</summary>
    public Percentage? Attainment { get; }

    /// <summary>The amount of what sets the rate from which on is paid; null where the threshold is an attainment.</summary>
    public Measured? Level { get; }

    /// <summary>What is paid once it is reached.</summary>
    public ThresholdPay Pays { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A threshold.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionThreshold? left, CommissionThreshold? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A threshold.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionThreshold? left, CommissionThreshold? right) => !(left == right);

    /// <summary>A share of the quota.</summary>
    /// <param name="attainment">The attainment from which on is paid, above zero.</param>
    /// <param name="pays">What is paid once it is reached; there is no usual answer, so it is asked.</param>
    /// <returns>The threshold.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="attainment"/> is not above zero, or <paramref name="pays"/> is not defined.
    /// </exception>
    public static CommissionThreshold OfAttainment(Percentage attainment, ThresholdPay pays) =>
        attainment > Percentage.Zero ? new CommissionThreshold(attainment, level: null, Guard.Against.Undefined(pays))
            : throw Guards.OutOfRange(nameof(attainment), attainment.ToString(), "must be above 0%");

    /// <summary>An amount of what sets the rate.</summary>
    /// <param name="level">The amount from which on is paid, above zero.</param>
    /// <param name="pays">What is paid once it is reached; there is no usual answer, so it is asked.</param>
    /// <returns>The threshold.</returns>
    /// <exception cref="ArgumentException"><paramref name="level"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="level"/> is not above zero, or <paramref name="pays"/> is not defined.
    /// </exception>
    public static CommissionThreshold OfLevel(Measured level, ThresholdPay pays) =>
        MeasuredArgument.Given(level).Amount > 0m
            ? new CommissionThreshold(attainment: null, level, Guard.Against.Undefined(pays))
            : throw Guards.OutOfRange(nameof(level), level.ToString(), "must be above zero");

    /// <summary>Whether the other has the same level and pays the same.</summary>
    /// <param name="other">The threshold to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionThreshold? other) =>
        other is not null && Attainment == other.Attainment && Level == other.Level && Pays == other.Pays;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionThreshold);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Attainment.GetHashCode(), Level.GetHashCode(), (int)Pays);

    /// <summary>The threshold in words: <c>from 80% of quota, paid from the first unit</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "from " + (Attainment is { } attainment ? attainment + " of quota" : Level!.Value.ToString())
        + (Pays == ThresholdPay.FromFirst ? ", paid from the first unit" : ", paid only above it");

    /// <summary>The threshold as an amount of what sets the rate, against a quota.</summary>
    internal decimal Of(decimal quota) => Attainment is { } attainment ? attainment.Fraction * quota : Level!.Value.Amount;
}
