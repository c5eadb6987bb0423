using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>The part of an amount that one tier of a graduated rate takes, and what it gives.</summary>
/// <remarks>
/// The bases of all portions sum to the amount, and their results to the graduated result. Equality is by value; the default value is
/// empty.
/// </remarks>
public readonly struct RatePortion : IEquatable<RatePortion>
{
    internal RatePortion(Money @base, Percentage? rate)
    {
        Base = @base;
        Rate = rate;
    }

    /// <summary>The part of the amount in this tier.</summary>
    public Money Base { get; }

    /// <summary>The tier's rate, or null for a part outside the steps: below the first, above the last, or below zero.</summary>
    public Percentage? Rate { get; }

    /// <summary>Base × rate, not rounded; zero for a part outside the steps.</summary>
    public Money Result => Base * (Rate ?? Percentage.Zero);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A portion.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(RatePortion left, RatePortion right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A portion.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(RatePortion left, RatePortion right) => !left.Equals(right);

    /// <summary>Whether the other has the same base and rate.</summary>
    /// <param name="other">The portion to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RatePortion other) => Base == other.Base && Rate == other.Rate;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is RatePortion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Base.GetHashCode(), Rate.GetHashCode());
}
