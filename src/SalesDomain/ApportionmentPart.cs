using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>One part of an <see cref="Apportionment"/>: its weight, and what it may get at least and at most.</summary>
/// <remarks>Equality is by value. The default value has weight 0 and no bounds: it gets nothing.</remarks>
public readonly struct ApportionmentPart : IEquatable<ApportionmentPart>
{
    /// <summary>Creates a part.</summary>
    /// <param name="weight">Its weight, zero or more; only the ratio to the other weights counts.</param>
    /// <param name="minimum">The least it gets, in the unit of the total (major units of money), or null.</param>
    /// <param name="maximum">The most it gets, at least <paramref name="minimum"/>, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="weight"/> is negative, or <paramref name="maximum"/> is below <paramref name="minimum"/>.
    /// </exception>
    public ApportionmentPart(decimal weight, decimal? minimum = null, decimal? maximum = null)
    {
        Weight = Guard.Against.Below(0m, weight);
        if (minimum.HasValue && maximum.HasValue)
            Guard.Against.Below(minimum.Value, maximum.Value, nameof(maximum));

        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>The weight, zero or more.</summary>
    public decimal Weight { get; }

    /// <summary>The least the part gets, or null.</summary>
    public decimal? Minimum { get; }

    /// <summary>The most the part gets, or null.</summary>
    public decimal? Maximum { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(ApportionmentPart left, ApportionmentPart right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ApportionmentPart left, ApportionmentPart right) => !left.Equals(right);

    /// <summary>Whether the other has the same weight and bounds.</summary>
    /// <param name="other">The part to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ApportionmentPart other) => Weight == other.Weight && Minimum == other.Minimum && Maximum == other.Maximum;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ApportionmentPart other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Of(Weight), Hash.Of(Minimum ?? -1m), Hash.Of(Maximum ?? -1m));
}
