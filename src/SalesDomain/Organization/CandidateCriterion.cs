using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What candidates are scored on, how much it counts, and what they must reach.</summary>
/// <remarks>Immutable. Equality is by name, weight and minimum.</remarks>
public sealed class CandidateCriterion : IEquatable<CandidateCriterion>
{
    /// <summary>Creates a criterion.</summary>
    /// <param name="name">What is scored: not empty, no white space at either end.</param>
    /// <param name="weight">How much it counts, above 0 % and at most 100 %.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is out of its range.</exception>
    public CandidateCriterion(string name, Percentage weight)
        : this(
            Identifier.Checked(name),
            weight > Percentage.Zero && weight <= Percentage.OneHundred ? weight
                : throw Guards.OutOfRange(nameof(weight), weight.ToString(), "must be above 0% and at most 100%"),
            null)
    {
    }

    private CandidateCriterion(string name, Percentage weight, decimal? minimum)
    {
        (Name, Weight, Minimum) = (name, weight, minimum);
    }

    /// <summary>What is scored.</summary>
    public string Name { get; }

    /// <summary>How much it counts.</summary>
    public Percentage Weight { get; }

    /// <summary>The score that a candidate must reach, or be knocked out; null for none.</summary>
    public decimal? Minimum { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A criterion.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CandidateCriterion? left, CandidateCriterion? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A criterion.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CandidateCriterion? left, CandidateCriterion? right) => !(left == right);

    /// <summary>The same as a knock-out criterion.</summary>
    /// <param name="minimum">The score to reach; the minimum itself is enough.</param>
    /// <returns>The changed copy.</returns>
    public CandidateCriterion WithMinimum(decimal minimum) => new(Name, Weight, minimum);

    /// <summary>Whether the other has the same name, weight and minimum.</summary>
    /// <param name="other">The criterion to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CandidateCriterion? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Weight == other.Weight
        && Minimum == other.Minimum;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as CandidateCriterion);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Weight.GetHashCode(), Hash.Of(Minimum.GetValueOrDefault()));

    /// <summary>The criterion in words: <c>negotiation 30%, at least 3</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + " " + Weight + (Minimum is { } minimum ? ", at least " + InvariantText.Number(minimum) : "");
}
