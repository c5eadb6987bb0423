using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

public sealed class CandidateScores
{
    private static readonly ScoreScale s_scale = ScoreScale.Of(1m, 5m).InStepsOf(1m).WithAnchor(5m, "closed such deals alone")
        .WithAnchor(1m, "none seen");

    private static readonly CandidateScorecard s_card = CandidateScorecard.Of(
        s_scale,
        new CandidateCriterion("negotiation", Percent(50)).WithMinimum(3m),
        new CandidateCriterion("drive", Percent(30)),
        new CandidateCriterion("product", Percent(20)));

    [Fact]
    public void The_total_is_the_weighted_mean_of_the_interviewers()
    {
        var result = s_card.Evaluate("Li", Scores(("Wu", 4, 5, 2), ("Xu", 3, 4, 2)));

        Assert.Equal((3.5m * 0.5m) + (4.5m * 0.3m) + (2m * 0.2m), result.Total);
        Assert.True(result.IsRanked);
        Assert.Empty(result.Reasons);
        Assert.Equal([3.5m, 4.5m, 2m], result.Criteria.Select(each => each.Score));
        Assert.Equal(
            """
            total: 3.5  [ratio]
              weighted scores: 3.5  [sum]
                negotiation, weighted: 1.75  [product]
                  negotiation: 3.5  [ratio]
                    sum: 7  [sum]
                      Wu: 4  [fact]
                      Xu: 3  [fact]
                    interviewers: 2  [fact]
                  weight: 0.5  [by the rule]
                drive, weighted: 1.35  [product]
                  drive: 4.5  [ratio]
                    sum: 9  [sum]
                      Wu: 5  [fact]
                      Xu: 4  [fact]
                    interviewers: 2  [fact]
                  weight: 0.3  [by the rule]
                product, weighted: 0.4  [product]
                  product: 2  [ratio]
                    sum: 4  [sum]
                      Wu: 2  [fact]
                      Xu: 2  [fact]
                    interviewers: 2  [fact]
                  weight: 0.2  [by the rule]
              weights: 1  [sum]
                negotiation: 0.5  [by the rule]
                drive: 0.3  [by the rule]
                product: 0.2  [by the rule]

            """.Replace("\r\n", "\n"),
            result.Explain().ToString());
        Tampering.EveryChangeIsNamed(result.Explain());
        Assert.All(result.Criteria, each => Tampering.EveryChangeIsNamed(each.Explain()));
    }

    [Fact]
    public void One_who_misses_a_minimum_keeps_the_score_and_is_out_with_a_reason()
    {
        var out1 = s_card.Evaluate("He", Scores(("Wu", 2, 5, 5), ("Xu", 3, 5, 5)));
        Assert.Equal((1.25m + 1.5m + 1m, true, false), (out1.Total!.Value, out1.IsKnockedOut, out1.IsRanked));
        Assert.Equal("candidate.below-minimum (criterion negotiation, score 2.5, minimum 3)", Assert.Single(out1.Reasons).ToString());

        // The minimum itself is enough.
        Assert.False(s_card.Evaluate("He", Scores(("Wu", 3, 1, 1))).IsKnockedOut);
    }

    [Fact]
    public void Extremes_are_left_out_from_three_interviewers_on()
    {
        var card = CandidateScorecard.Of(s_scale, new CandidateCriterion("drive", Percent(100)))
            .WithAveraging(InterviewAveraging.MeanWithoutExtremes);
        Assert.Equal(3.5m, card.Evaluate("Li", Drive(1, 3, 4, 5)).Total);
        Assert.Equal(4m, card.Evaluate("Li", Drive(1, 4, 5)).Total);
        Assert.Equal(3m, card.Evaluate("Li", Drive(1, 5)).Total);
        Assert.Equal(3m, card.Evaluate("Li", Drive(3)).Total);
        Tampering.EveryChangeIsNamed(card.Evaluate("Li", Drive(1, 3, 4, 5)).Explain());
    }

    [Fact]
    public void A_criterion_that_nobody_scored_has_the_rule_of_the_card()
    {
        InterviewScore[] scores = [new("Wu", "negotiation", 4m), new("Wu", "drive", 5m)];

        var none = s_card.Evaluate("Li", scores);
        Assert.Null(none.Total);
        Assert.Equal(["candidate.missing-score (criterion product)"], none.Reasons.Select(each => each.ToString()));
        Assert.Equal(Figure.Absent, none.Explain().Value);
        Assert.Null(none.Criteria[2].Score);

        var excluded = s_card.WithMissing(MissingScore.Exclude).Evaluate("Li", scores);
        Assert.Equal((2m + 1.5m) / 0.8m, excluded.Total);
        Tampering.EveryChangeIsNamed(excluded.Explain());

        var lowest = s_card.WithMissing(MissingScore.CountAsLowest).Evaluate("Li", scores);
        Assert.Equal(2m + 1.5m + 0.2m, lowest.Total);
        Tampering.EveryChangeIsNamed(lowest.Explain());
        Assert.All(new[] { excluded, lowest }, result => Assert.Empty(result.Reasons));

        var nothing = s_card.WithMissing(MissingScore.Exclude).Evaluate("Li", []);
        Assert.Null(nothing.Total);
        Assert.Contains(nothing.Reasons, reason => reason.Code == "candidate.missing-score");
    }

    [Theory]
    [InlineData(MissingScore.Block)]
    [InlineData(MissingScore.Exclude)]
    [InlineData(MissingScore.CountAsLowest)]
    public void A_minimum_that_nobody_looked_at_is_not_met(MissingScore missing)
    {
        var result = s_card.WithMissing(missing)
            .Evaluate("Li", [new InterviewScore("Wu", "drive", 5m), new InterviewScore("Wu", "product", 5m)]);
        Assert.True(result.IsKnockedOut);
        Assert.Contains(result.Reasons, reason => reason.ToString() == "candidate.minimum-not-shown (criterion negotiation, minimum 3)");
    }

    [Fact]
    public void Equal_totals_share_a_rank_and_those_who_are_out_stand_at_the_end()
    {
        var ranking = s_card.Rank(
        [
            s_card.Evaluate("out", Scores(("Wu", 2, 5, 5))), s_card.Evaluate("second", Scores(("Wu", 4, 4, 4))),
            s_card.Evaluate("unknown", [new InterviewScore("Wu", "negotiation", 5m)]),
            s_card.Evaluate("best", Scores(("Wu", 5, 5, 5))),
            s_card.Evaluate("tied", Scores(("Wu", 5, 4, 4), ("Xu", 4, 4, 4), ("Ma", 3, 4, 4))),
            s_card.Evaluate("fourth", Scores(("Wu", 3, 3, 3))),
        ]);

        Assert.Equal(
            [("best", 1), ("second", 2), ("tied", 2), ("fourth", 4), ("out", null), ("unknown", (int?)null)],
            ranking.Select(each => (each.Result.Candidate, each.Rank)));
        Assert.Equal("1. best: 5", ranking[0].ToString());
        Assert.Equal("- out: 3.5; candidate.below-minimum (criterion negotiation, score 2, minimum 3)", ranking[4].ToString());
    }

    [Property]
    public Property The_total_lies_between_the_lowest_and_the_highest_score_and_ties_do_not_hang_on_a_digit() =>
        Prop.ForAll(
            Gen.Choose(1, 5).Three().NonEmptyListOf().ToArbitrary(), Gen.Choose(1, 7).ToArbitrary(),
            Gen.Elements(InterviewAveraging.Mean, InterviewAveraging.MeanWithoutExtremes).ToArbitrary(), (rows, copies, averaging) =>
        {
            var card = s_card.WithAveraging(averaging);
            var scores = Scores([.. rows.Select((row, i) => ("I" + i, row.Item1, row.Item2, row.Item3))]);
            var result = card.Evaluate("Li", scores);
            Assert.InRange(result.Total!.Value, scores.Min(each => each.Score), scores.Max(each => each.Score));
            Assert.True(result.Explain().IsVerified && result.Explain().Value == (Figure)result.Total.Value);
            Assert.Equal(result.Total, card.Evaluate("Li", scores.Reverse()).Total);

            // As many interviewers again who say the same: another denominator, the same total.
            var more = Scores(
                [
                    .. Enumerable.Range(0, copies)
                    .SelectMany(copy => rows.Select((row, i) => ("I" + copy + "-" + i, row.Item1, row.Item2, row.Item3))),
                ]);
            Assert.Equal(s_card.Evaluate("Li", scores).Total, s_card.Evaluate("Li", more).Total);

            var exact = s_card.Evaluate("Li", scores).Criteria.Aggregate(
                Exact.Of(0), (sum, each) => sum
                    + (Exact.Of(each.Scores.Sum(score => score.Score)) * Exact.Of(each.Criterion.Weight.Fraction)
                        / Exact.Of(each.Scores.Count)));
            Assert.False((exact - Exact.Of(s_card.Evaluate("Li", scores).Total!.Value)).Abs() > Exact.Of(1e-26m));
        });

    [Property]
    public Property Ranks_follow_totals(int[] totals)
    {
        var card = CandidateScorecard.Of(ScoreScale.Of(0m, 100m), new CandidateCriterion("drive", Percent(100)).WithMinimum(20m));
        var ranking = card.Rank(totals.Select((total, i) => card.Evaluate(i, [new InterviewScore("Wu", "drive", Math.Abs(total % 101))])));
        var ranked = ranking.Where(each => each.Rank.HasValue).ToArray();
        Assert.Equal(totals.Length, ranking.Count);
        Assert.All(ranked, each => Assert.Equal(1 + ranked.Count(other => other.Result.Total > each.Result.Total), each.Rank));
        Assert.All(ranking, each => Assert.Equal(each.Result.IsKnockedOut, each.Rank is null));
        return ranking.Take(ranked.Length).All(each => each.Rank.HasValue).ToProperty();
    }

    [Fact]
    public void Definitions_are_equal_by_value()
    {
        var criterion = new CandidateCriterion("drive", Percent(100)).WithMinimum(3m);
        TestHelper.TestEqualsClass(
            criterion, new CandidateCriterion("drive", Percent(100)).WithMinimum(3.0m), new CandidateCriterion("drive", Percent(100)),
            new CandidateCriterion("drive", Percent(99)).WithMinimum(3m), new CandidateCriterion("calm", Percent(100)).WithMinimum(3m));
        TestHelper.TestEqualsClass(
            s_scale, ScoreScale.Of(1m, 5m).InStepsOf(1m).WithAnchor(1m, "none seen").WithAnchor(5m, "closed such deals alone"),
            ScoreScale.Of(1m, 5m),
            ScoreScale.Of(1m, 5m).InStepsOf(1m), ScoreScale.Of(0m, 5m).InStepsOf(1m));
        TestHelper.TestEqualsClass(
            CandidateScorecard.Of(s_scale, criterion), CandidateScorecard.Of(s_scale, criterion), s_card,
            CandidateScorecard.Of(s_scale, criterion).WithMissing(MissingScore.CountAsLowest),
            CandidateScorecard.Of(s_scale, criterion).WithAveraging(InterviewAveraging.MeanWithoutExtremes));
        TestHelper.TestEqualsClass(
            new InterviewScore("Wu", "drive", 4m), new InterviewScore("Wu", "drive", 4.0m), new InterviewScore("Xu", "drive", 4m),
            new InterviewScore("Wu", "calm", 4m),
            new InterviewScore("Wu", "drive", 3m));
        Assert.Equal("1 to 5 in steps of 1; negotiation 50%, at least 3; drive 30%; product 20%", s_card.ToString());
        Assert.Equal([(1m, "none seen"), (5m, "closed such deals alone")], s_scale.Anchors);
    }

    [Theory]
    [InlineData("0.9", false)]
    [InlineData("1", true)]
    [InlineData("3.5", false)]
    [InlineData("5.0", true)]
    [InlineData("5.1", false)]
    public void A_score_is_on_a_step_between_the_ends(string score, bool isOn) =>
        Assert.Equal(isOn, s_scale.Contains(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void What_does_not_fit_the_card_is_refused()
    {
        Assert.Equal(
            "scores", Assert.Throws<ArgumentException>(() => s_card.Evaluate("Li", [new InterviewScore("Wu", "calm", 3m)])).ParamName);
        Assert.Equal(
            "scores", Assert.Throws<ArgumentException>(() => s_card.Evaluate("Li", [new InterviewScore("Wu", "drive", 6m)])).ParamName);
        Assert.Equal("scores", Assert.Throws<ArgumentException>(
            () => s_card.Evaluate("Li", [new InterviewScore("Wu", "drive", 3m), new InterviewScore("Wu", "drive", 4m)])).ParamName);
        Assert.Equal(
            "criteria",
            Assert.Throws<ArgumentException>(() => CandidateScorecard.Of(s_scale, new CandidateCriterion("drive", Percent(99)))).ParamName);
        Assert.Equal("criteria", Assert.Throws<ArgumentException>(
            () => CandidateScorecard.Of(s_scale, new CandidateCriterion("drive", Percent(100)).WithMinimum(5.1m))).ParamName);
        Assert.Equal("criteria", Assert.Throws<ArgumentException>(
            () =>
                CandidateScorecard.Of(
                    s_scale, new CandidateCriterion("drive", Percent(50)), new CandidateCriterion("drive", Percent(50)))).ParamName);
        Assert.Equal("weight", Assert.Throws<ArgumentOutOfRangeException>(() => new CandidateCriterion("drive", Percent(0))).ParamName);
        Assert.Equal(
            "weight", Assert.Throws<ArgumentOutOfRangeException>(() => new CandidateCriterion("drive", Percent(100.01m))).ParamName);
        Assert.Equal("highest", Assert.Throws<ArgumentOutOfRangeException>(() => ScoreScale.Of(5m, 5m)).ParamName);
        Assert.Equal("step", Assert.Throws<ArgumentOutOfRangeException>(() => ScoreScale.Of(1m, 5m).InStepsOf(3m)).ParamName);
        Assert.Equal(
            "step", Assert.Throws<ArgumentOutOfRangeException>(() => ScoreScale.Of(1m, 5m).WithAnchor(2m, "some").InStepsOf(2m)).ParamName);
        Assert.Equal("score", Assert.Throws<ArgumentOutOfRangeException>(() => s_scale.WithAnchor(2.5m, "some")).ParamName);
        Assert.Equal("score", Assert.Throws<ArgumentException>(() => s_scale.WithAnchor(5m, "some")).ParamName);

        var li = s_card.Evaluate("Li", Scores(("Wu", 3, 3, 3)));
        Assert.Equal("results", Assert.Throws<ArgumentException>(() => s_card.Rank([li, li])).ParamName);
        Assert.Equal(
            "results", Assert.Throws<ArgumentException>(() => s_card.WithMissing(MissingScore.CountAsLowest).Rank([li])).ParamName);
    }

    private static InterviewScore[] Scores(params (string Interviewer, int Negotiation, int Drive, int Product)[] rows) =>
    [
        .. rows.SelectMany(row => new[]
        {
            new InterviewScore(row.Interviewer, "negotiation", row.Negotiation), new InterviewScore(row.Interviewer, "drive", row.Drive),
            new InterviewScore(row.Interviewer, "product", row.Product),
        }),
    ];

    private static IEnumerable<InterviewScore> Drive(params int[] scores) =>
        scores.Select((score, i) => new InterviewScore("I" + i, "drive", score));
}
