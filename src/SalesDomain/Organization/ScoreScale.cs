using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The scale that interviewers score by, from the lowest to the highest score, with what its scores mean.</summary>
/// <remarks>
/// Scores without anchors mean to each interviewer something else; an anchor says in words what is seen at that score. Immutable.
/// Equality is by ends, step and anchors.
/// </remarks>
public sealed class ScoreScale : IEquatable<ScoreScale>
{
    private readonly (decimal Score, string Meaning)[] _anchors;

    private ScoreScale(decimal lowest, decimal highest, decimal? step, (decimal Score, string Meaning)[] anchors)
    {
        (Lowest, Highest, Step) = (lowest, highest, step);
        _anchors = anchors;
    }

    /// <summary>The lowest score.</summary>
    public decimal Lowest { get; }

    /// <summary>The highest score.</summary>
    public decimal Highest { get; }

    /// <summary>The distance of neighbouring scores, counted from the lowest; null where any number is a score.</summary>
    public decimal? Step { get; }

    /// <summary>What scores mean, by rising score.</summary>
    public IReadOnlyList<(decimal Score, string Meaning)> Anchors => Array.AsReadOnly(_anchors);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A scale.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ScoreScale? left, ScoreScale? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A scale.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ScoreScale? left, ScoreScale? right) => !(left == right);

    /// <summary>A scale between two scores.</summary>
    /// <param name="lowest">The lowest score.</param>
    /// <param name="highest">The highest score, above the lowest.</param>
    /// <returns>The scale; any number between is a score.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="highest"/> is not above <paramref name="lowest"/>.</exception>
    public static ScoreScale Of(decimal lowest, decimal highest) =>
        highest > lowest ? new ScoreScale(lowest, highest, null, [])
            : throw Guards.OutOfRange(nameof(highest), InvariantText.Number(highest),
                "must be above the lowest " + InvariantText.Number(lowest));

    /// <summary>The same in steps: whole scores, halves.</summary>
    /// <param name="step">The distance of neighbouring scores, more than zero; the highest score is a whole number of steps from the
    /// lowest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not positive, or misses the highest score or an
    /// anchor.</exception>
    public ScoreScale InStepsOf(decimal step)
    {
        Guard.Against.NotPositive(step);
        return (Highest - Lowest) % step == 0m && Array.TrueForAll(_anchors, anchor => (anchor.Score - Lowest) % step == 0m)
            ? new ScoreScale(Lowest, Highest, step, _anchors)
            : throw Guards.OutOfRange(nameof(step), InvariantText.Number(step), "must lead to the highest score and to every anchor");
    }

    /// <summary>The same with the meaning of a score.</summary>
    /// <param name="score">A score of the scale without an anchor yet.</param>
    /// <param name="meaning">What is seen at that score: not empty, no white space at either end.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="meaning"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is no score of the scale.</exception>
    /// <exception cref="ArgumentException"><paramref name="meaning"/> is empty or padded, or the score has an anchor.</exception>
    public ScoreScale WithAnchor(decimal score, string meaning)
    {
        Identifier.Checked(meaning);
        if (!Contains(score))
            throw Guards.OutOfRange(nameof(score), InvariantText.Number(score), "must be a score of the scale " + this);
        if (Array.Exists(_anchors, anchor => anchor.Score == score))
            throw Guards.Invalid(nameof(score), InvariantText.Number(score), "has an anchor already");

        return new ScoreScale(Lowest, Highest, Step, [.. _anchors.Append((score, meaning)).OrderBy(anchor => anchor.Item1)]);
    }

    /// <summary>Whether a number is a score of the scale; both ends are.</summary>
    /// <param name="score">The number.</param>
    /// <returns>Whether it is between the ends and on a step.</returns>
    public bool Contains(decimal score) => score >= Lowest && score <= Highest && (Step is not { } step || (score - Lowest) % step == 0m);

    /// <summary>Whether the other has the same ends, step and anchors.</summary>
    /// <param name="other">The scale to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ScoreScale? other) =>
        other is not null && Lowest == other.Lowest && Highest == other.Highest && Step == other.Step
        && _anchors.SequenceEqual(other._anchors);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ScoreScale);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Hash.Of(Lowest), Hash.Of(Highest), Hash.Of(Step.GetValueOrDefault()), _anchors.Length);

    /// <summary>The scale in words: <c>1 to 5 in steps of 1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Lowest) + " to " + InvariantText.Number(Highest)
        + (Step is { } step ? " in steps of " + InvariantText.Number(step) : "");
}
