using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>What a candidate reached on one criterion. Part of a <see cref="CandidateResult{TCandidate}"/>.</summary>
/// <remarks>Immutable. The score is a quotient of 28 digits; a minimum is compared with the sum, as minimum × interviewers, and not with
/// the quotient.</remarks>
public sealed class CriterionScore
{
    private readonly InterviewScore[] _scores;
    private readonly bool _isTrimmed;
    private readonly bool _countsAsLowest;
    private readonly decimal _highest;
    private readonly decimal _lowest;
    private readonly decimal _all;
    private readonly decimal _weighted;

    internal CriterionScore(CandidateScorecard card, CandidateCriterion criterion, InterviewScore[] scores)
    {
        Criterion = criterion;
        _scores = scores;
        _isTrimmed = card.Averaging == InterviewAveraging.MeanWithoutExtremes && scores.Length > 2;
        _countsAsLowest = scores.Length == 0 && card.Missing == MissingScore.CountAsLowest;
        if (scores.Length == 0 && !_countsAsLowest)
            return;

        _all = scores.Sum(score => score.Score);
        if (scores.Length > 0)
            (_highest, _lowest) = (scores.Max(score => score.Score), scores.Min(score => score.Score));

        Sum = _countsAsLowest ? card.Scale.Lowest : _isTrimmed ? _all - _highest - _lowest : _all;
        Count = _countsAsLowest ? 1 : _isTrimmed ? scores.Length - 2 : scores.Length;
        Score = Sum / Count;
        _weighted = Score.Value * criterion.Weight.Fraction;
        IsBelowMinimum = criterion.Minimum is { } minimum && Sum < minimum * Count;
    }

    /// <summary>The criterion.</summary>
    public CandidateCriterion Criterion { get; }

    /// <summary>What the interviewers gave.</summary>
    public IReadOnlyList<InterviewScore> Scores => Array.AsReadOnly(_scores);

    /// <summary>The score of the candidate on the criterion; null where nobody scored and the card has no other rule.</summary>
    public decimal? Score { get; }

    /// <summary>Whether the score is below the minimum of the criterion; never where there is no score.</summary>
    public bool IsBelowMinimum { get; }

    internal decimal Sum { get; }

    internal int Count { get; }

    /// <summary>The score as the mean of what the interviewers gave.</summary>
    /// <returns>The tree; its root is <see cref="Score"/>, absent where it is null.</returns>
    public Explanation Explain()
    {
        if (Score is not { } score)
            return Fact(Criterion.Name, Figure.Absent);
        if (_countsAsLowest)
            return Constant(Criterion.Name + ", not scored", score);

        Explanation[] given = [.. _scores.Select(each => Fact(each.Interviewer, each.Score))];
        var all = Node("sum", _all, Operation.Sum, given);
        return Node(Criterion.Name, score, Operation.Ratio,
            !_isTrimmed ? all
                : Node("without extremes", Sum, Operation.Difference, all,
                    Node("highest", _highest, Operation.Max, given), Node("lowest", _lowest, Operation.Min, given)),
            Fact("interviewers", (decimal)Count));
    }

    internal Explanation ExplainWeighted() =>
        Node(Criterion.Name + ", weighted", _weighted, Operation.Product, Explain(), Constant("weight", Criterion.Weight.Fraction));
}
