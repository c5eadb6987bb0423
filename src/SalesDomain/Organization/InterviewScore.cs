using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What one interviewer gave a candidate on one criterion.</summary>
/// <remarks>Immutable. Equality is by interviewer, criterion and score.</remarks>
public sealed class InterviewScore : IEquatable<InterviewScore>
{
    /// <summary>Creates a score.</summary>
    /// <param name="interviewer">Who gave it: not empty, no white space at either end.</param>
    /// <param name="criterion">On what: not empty, no white space at either end.</param>
    /// <param name="score">The score, on the scale of the scorecard.</param>
    /// <exception cref="ArgumentNullException"><paramref name="interviewer"/> or <paramref name="criterion"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="interviewer"/> or <paramref name="criterion"/> is empty or padded.</exception>
    public InterviewScore(string interviewer, string criterion, decimal score)
    {
        Interviewer = Identifier.Checked(interviewer);
        Criterion = Identifier.Checked(criterion);
        Score = score;
    }

    /// <summary>Who gave it.</summary>
    public string Interviewer { get; }

    /// <summary>On what.</summary>
    public string Criterion { get; }

    /// <summary>The score.</summary>
    public decimal Score { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A score.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(InterviewScore? left, InterviewScore? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A score.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(InterviewScore? left, InterviewScore? right) => !(left == right);

    /// <summary>Whether the other is the same score of the same interviewer on the same criterion.</summary>
    /// <param name="other">The score to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(InterviewScore? other) =>
        other is not null && string.Equals(Interviewer, other.Interviewer, StringComparison.Ordinal)
        && string.Equals(Criterion, other.Criterion, StringComparison.Ordinal) && Score == other.Score;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as InterviewScore);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Interviewer), StringComparer.Ordinal.GetHashCode(Criterion), Hash.Of(Score));

    /// <summary>The score in words: <c>Li on negotiation: 4</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Interviewer + " on " + Criterion + ": " + InvariantText.Number(Score);
}
