using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>How candidates for a position are compared: weighted criteria on one scale, some of which knock out.</summary>
/// <remarks>
/// <para>
/// The total is the weighted mean of what the interviewers gave, in points of the scale, and so between the lowest and the highest score.
/// A candidate who misses a minimum keeps the total and stands outside the ranking, with the reasons. The card orders candidates; a
/// person selects.
/// </para>
/// <para>Immutable. Equality is by scale, criteria in their order, averaging and the rule for missing scores.</para>
/// </remarks>
public sealed class CandidateScorecard : IEquatable<CandidateScorecard>
{
    private readonly CandidateCriterion[] _criteria;

    private CandidateScorecard(ScoreScale scale, CandidateCriterion[] criteria, InterviewAveraging averaging, MissingScore missing)
    {
        Scale = scale;
        _criteria = criteria;
        (Averaging, Missing) = (averaging, missing);
    }

    /// <summary>The scale of all criteria.</summary>
    public ScoreScale Scale { get; }

    /// <summary>The criteria, in the order given.</summary>
    public IReadOnlyList<CandidateCriterion> Criteria => Array.AsReadOnly(_criteria);

    /// <summary>How the scores of several interviewers become one; the mean unless stated.</summary>
    public InterviewAveraging Averaging { get; }

    /// <summary>What becomes of a criterion that nobody scored; no total unless stated.</summary>
    public MissingScore Missing { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A scorecard.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CandidateScorecard? left, CandidateScorecard? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A scorecard.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CandidateScorecard? left, CandidateScorecard? right) => !(left == right);

    /// <summary>A scale and weighted criteria.</summary>
    /// <param name="scale">The scale of all criteria.</param>
    /// <param name="criteria">Each name once, minimums on the scale; the weights total exactly 100 %.</param>
    /// <returns>The scorecard, with the mean of all interviewers, and no total where a score is missing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scale"/>, <paramref name="criteria"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no criterion, a name comes twice, a minimum is outside the scale, or the weights do
    /// not total 100 %.</exception>
    public static CandidateScorecard Of(ScoreScale scale, params CandidateCriterion[] criteria)
    {
        Guard.Against.Null(scale);
        var copy = Guard.Against.Nothing(criteria, "candidates are compared by something");
        Array.ForEach(copy, criterion => Guard.Against.Null(criterion, nameof(criteria)));
        Guard.Against.NameTwice(copy.Select(criterion => criterion.Name), nameof(criteria));
        foreach (var criterion in copy)
        {
            if (criterion.Minimum < scale.Lowest || criterion.Minimum > scale.Highest)
                throw Guards.Invalid(nameof(criteria), criterion.ToString(), "must have its minimum on the scale " + scale);
        }

        WholeWeights.Checked(copy.Select(criterion => criterion.Weight), nameof(criteria));
        return new CandidateScorecard(scale, copy, InterviewAveraging.Mean, MissingScore.Block);
    }

    /// <summary>The same with another way to average.</summary>
    /// <param name="averaging">How the scores of several interviewers become one.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="averaging"/> is not defined.</exception>
    public CandidateScorecard WithAveraging(InterviewAveraging averaging) =>
        new(Scale, _criteria, Guard.Against.Undefined(averaging), Missing);

    /// <summary>The same with another rule for missing scores.</summary>
    /// <param name="missing">What becomes of a criterion that nobody scored.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is not defined.</exception>
    public CandidateScorecard WithMissing(MissingScore missing) => new(Scale, _criteria, Averaging, Guard.Against.Undefined(missing));

    /// <summary>The total of a candidate.</summary>
    /// <typeparam name="TCandidate">The type of the candidates.</typeparam>
    /// <param name="candidate">The candidate.</param>
    /// <param name="scores">What interviewers gave, in any order; each interviewer once on a criterion.</param>
    /// <returns>The result, with the reasons why the candidate is out or has no total.</returns>
    /// <exception cref="ArgumentNullException">An argument or a score is null.</exception>
    /// <exception cref="ArgumentException">A score is on no criterion of the card or not on its scale, or an interviewer scored a
    /// criterion twice.</exception>
    public CandidateResult<TCandidate> Evaluate<TCandidate>(TCandidate candidate, IEnumerable<InterviewScore> scores)
        where TCandidate : notnull
    {
        Guard.Against.Null(candidate);
        InterviewScore[] copy = [.. Guard.Against.Null(scores).Select(score => Guard.Against.Null(score, nameof(scores)))];
        foreach (var score in copy)
        {
            if (!Array.Exists(_criteria, criterion => criterion.Name == score.Criterion))
                throw Guards.Invalid(nameof(scores), score.ToString(), "must be on a criterion of the card");
            if (!Scale.Contains(score.Score))
                throw Guards.Invalid(nameof(scores), score.ToString(), "must be on the scale " + Scale);
        }

        if (copy.GroupBy(score => (score.Interviewer, score.Criterion)).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Guards.Invalid(nameof(scores), twice.Key.Interviewer + " on " + twice.Key.Criterion,
                "must have each interviewer once on a criterion");

        return new CandidateResult<TCandidate>(this, candidate, copy);
    }

    /// <summary>Candidates by their totals, the highest first.</summary>
    /// <typeparam name="TCandidate">The type of the candidates.</typeparam>
    /// <param name="results">Each candidate once, with a result of this card.</param>
    /// <returns>
    /// Those who are ranked first, equal totals sharing a rank (1, 1, 3) in the order given; then, without rank, those who are knocked
    /// out, by total, and those without a total.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="results"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A candidate comes twice, or a result is of another card.</exception>
    public IReadOnlyList<RankedCandidate<TCandidate>> Rank<TCandidate>(IEnumerable<CandidateResult<TCandidate>> results)
        where TCandidate : notnull
    {
        CandidateResult<TCandidate>[] copy = [.. Guard.Against.Null(results).Select(result => Guard.Against.Null(result, nameof(results)))];
        var candidates = new HashSet<TCandidate>();
        foreach (var result in copy)
        {
            if (!candidates.Add(result.Candidate))
                throw Guards.Invalid(nameof(results), InvariantText.Any(result.Candidate), "must have each candidate once");
            if (result.Scorecard != this)
                throw Guards.Invalid(nameof(results), InvariantText.Any(result.Candidate), "must be results of this card");
        }

        return Array.AsReadOnly(copy.OrderByDescending(result => result.IsRanked).ThenByDescending(result => result.Total.HasValue)
            .ThenByDescending(result => result.Total.GetValueOrDefault())
            .Select(result => new RankedCandidate<TCandidate>(
                result.IsRanked ? 1 + copy.Count(other => other.IsRanked && other.Total > result.Total) : null, result)).ToArray());
    }

    /// <summary>Whether the other has the same scale, criteria, averaging and rule for missing scores.</summary>
    /// <param name="other">The scorecard to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CandidateScorecard? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Scale == other.Scale && Averaging == other.Averaging && Missing == other.Missing
            && _criteria.SequenceEqual(other._criteria));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as CandidateScorecard);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _criteria.Aggregate(
            Hash.Combine(Scale.GetHashCode(), (int)Averaging, (int)Missing),
            (hash, criterion) => Hash.Combine(hash, criterion.GetHashCode()));

    /// <summary>The card in words: <c>1 to 5 in steps of 1; negotiation 30%, at least 3; drive 70%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", _criteria.Select(criterion => criterion.ToString()).Prepend(Scale.ToString()));
}
