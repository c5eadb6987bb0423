using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The score of one candidate. Made by <see cref="CandidateScorecard.Evaluate{TCandidate}"/>.</summary>
/// <typeparam name="TCandidate">The type of the candidates.</typeparam>
/// <remarks>
/// <para>
/// Its reasons: <c>candidate.below-minimum</c> and <c>candidate.minimum-not-shown</c>, each of which knocks out, and
/// <c>candidate.missing-score</c>, where the card has no total without it. A knock-out criterion that nobody scored is not met, whatever
/// the rule for missing scores.
/// </para>
/// <para>
/// Immutable. The total is brought to one denominator and divided once, so that equal candidates have equal totals whatever the number of
/// their interviewers.
/// </para>
/// </remarks>
public sealed class CandidateResult<TCandidate>
    where TCandidate : notnull
{
    private readonly CriterionScore[] _criteria;
    private readonly Reason[] _reasons;
    private readonly CriterionScore[] _counted;
    private readonly decimal _weights;
    private readonly decimal _weighted;

    internal CandidateResult(CandidateScorecard card, TCandidate candidate, InterviewScore[] scores)
    {
        (Scorecard, Candidate) = (card, candidate);
        _criteria =
            [.. card.Criteria.Select(each => new CriterionScore(card, each, Array.FindAll(scores, score => score.Criterion == each.Name)))];
        _counted = Array.FindAll(_criteria, each => each.Score.HasValue);
        _reasons = [.. Reasoned(card)];
        IsKnockedOut = Array.Exists(_criteria, IsMissed);
        if (_counted.Length == 0 || (_counted.Length < _criteria.Length && card.Missing == MissingScore.Block))
            return;

        _weights = _counted.Sum(each => each.Criterion.Weight.Fraction);
        var denominator = _counted.Select(each => each.Count).Distinct().Aggregate(1m, (product, count) => product * count);
        var numerator = _counted.Sum(each => each.Sum * each.Criterion.Weight.Fraction * (denominator / each.Count));
        Total = numerator / (denominator * _weights);
        _weighted = numerator / denominator;
    }

    /// <summary>The scorecard.</summary>
    public CandidateScorecard Scorecard { get; }

    /// <summary>The candidate.</summary>
    public TCandidate Candidate { get; }

    /// <summary>What the candidate reached on each criterion, in the order of the card.</summary>
    public IReadOnlyList<CriterionScore> Criteria => Array.AsReadOnly(_criteria);

    /// <summary>The weighted mean in points of the scale, to 28 digits; null where a score is missing and the card has no total
    /// then.</summary>
    public decimal? Total { get; }

    /// <summary>Whether a minimum is missed.</summary>
    public bool IsKnockedOut { get; }

    /// <summary>Whether the candidate has a total and is not knocked out.</summary>
    public bool IsRanked => Total.HasValue && !IsKnockedOut;

    /// <summary>Why the candidate is out or has no total; none for one who is ranked.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>The total as the weighted scores ÷ the weights that count.</summary>
    /// <returns>The tree; its root is <see cref="Total"/>, absent where it is null.</returns>
    public Explanation Explain() =>
        Total is not { } total ? Fact("total", Figure.Absent)
            : Node("total", total, Operation.Ratio,
                Node("weighted scores", _weighted, Operation.Sum, [.. _counted.Select(each => each.ExplainWeighted())]),
                Node(
                    "weights", _weights, Operation.Sum,
                    [.. _counted.Select(each => Constant(each.Criterion.Name, each.Criterion.Weight.Fraction))]));

    /// <summary>Candidate, total and reasons: <c>Li: 4.2</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Candidate) + ": " + (Total is { } total ? InvariantText.Number(total) : "no total")
        + string.Concat(_reasons.Select(reason => "; " + reason));

    private static bool IsMissed(CriterionScore each) => each.IsBelowMinimum || (each.Criterion.Minimum.HasValue && each.Scores.Count == 0);

    private IEnumerable<Reason> Reasoned(CandidateScorecard card)
    {
        foreach (var each in _criteria)
        {
            if (each.Criterion.Minimum is { } minimum && each.Scores.Count == 0)
                yield return new Reason("candidate.minimum-not-shown", ("criterion", each.Criterion.Name), ("minimum", minimum));
            else if (each.IsBelowMinimum)
            {
                yield return new Reason(
                    "candidate.below-minimum", ("criterion", each.Criterion.Name), ("score", each.Score!.Value),
                    ("minimum", each.Criterion.Minimum!.Value));
            }

            if (each.Score is null && card.Missing == MissingScore.Block)
                yield return new Reason("candidate.missing-score", ("criterion", each.Criterion.Name));
        }

        if (_counted.Length == 0 && card.Missing == MissingScore.Exclude)
            yield return new Reason("candidate.missing-score", ("criterion", "all"));
    }
}
