using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Explanations;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas.Watching;

public sealed class WhatPastOpportunitiesTeach
{
    private static readonly LocalDate s_start = new(2026, 1, 5);

    private static readonly PipelineStages s_stages = PipelineStages.Of(
        new PipelineStage("lead", Percent(10), ForecastCategory.Pipeline),
        new PipelineStage("offer", Percent(40), ForecastCategory.BestCase),
        new PipelineStage("lost", Percentage.Zero, ForecastCategory.Omitted),
        new PipelineStage("won", Percentage.OneHundred, ForecastCategory.Closed));

    private static readonly Rounding s_tenths = Rounding.ToDigits(1, RoundingMode.HalfAwayFromZero);

    private static readonly Arbitrary<StageEntry[]> s_entries =
        (from opportunity in Gen.Choose(1, 6) from stage in Gen.Elements("lead", "offer", "lost", "won") from day in Gen.Choose(0, 60)
         select Entry(opportunity, stage, day)).ArrayOf().ToArbitrary();

    [Fact]
    public void Win_rate_conversion_and_cycle_count_what_is_decided()
    {
        var history = PipelineHistory.Of(
            s_stages,
            [
                Entry(1, "lead", 0), Entry(1, "offer", 5), Entry(1, "won", 20),
                Entry(2, "lead", 0), Entry(2, "won", 40),
                Entry(3, "lead", 0), Entry(3, "offer", 9), Entry(3, "lost", 12),
                Entry(4, "lead", 3), Entry(4, "lost", 4),
                Entry(5, "lead", 3), Entry(5, "offer", 4),
                Entry(6, "lead", 50),
            ]);

        Assert.Equal((2, 2, 2), (history.Won, history.Lost, history.Open));
        Assert.Equal(Percent(50), history.WinRate);
        Assert.Equal(30m, history.AverageDaysToWin);

        var (lead, offer) = (history.Conversions[0], history.Conversions[1]);
        Assert.Equal((6, 4, 1, 1), (lead.Reached, lead.Advanced, lead.Lost, lead.Open));
        Assert.Equal((4, 2, 1, 1), (offer.Reached, offer.Advanced, offer.Lost, offer.Open));

        // The second went from lead to won: it has reached the offer, and was never in it.
        Assert.Equal((6, 3), (lead.Entered, offer.Entered));
        Assert.Equal(Percent(80), lead.Rate);
        Assert.Equal(Percent(66.67m), offer.Rate.To(2));

        // 20 opportunities × 1,200 × 50 % ÷ 30 days.
        Assert.Equal(Measure.Revenue.Of(Cny(400m)), history.Velocity(20, Measure.Revenue.Of(Cny(1_200m))));
    }

    [Fact]
    public void Without_a_decision_there_is_no_rate()
    {
        var history = PipelineHistory.Of(s_stages, [Entry(1, "lead", 0)]);

        Assert.Null(history.WinRate);
        Assert.Null(history.AverageDaysToWin);
        Assert.Null(history.Conversions[0].Rate);
        Assert.Null(history.Velocity(1, Measure.Revenue.Of(Cny(1m))));
        Assert.Null(PipelineHistory.Of(s_stages, [Entry(1, "lead", 0), Entry(1, "won", 0)]).Velocity(1, Measure.Revenue.Of(Cny(1m))));
        Assert.Equal(0, PipelineHistory.Of(s_stages, []).Open);
    }

    [Fact]
    public void The_last_entry_decides_and_a_sale_that_is_opened_again_is_open()
    {
        var reopened = PipelineHistory.Of(s_stages, [Entry(1, "lead", 0), Entry(1, "lost", 5), Entry(1, "offer", 9)]);
        Assert.Equal((0, 0, 1), (reopened.Won, reopened.Lost, reopened.Open));

        // Lost without having been in an open stage, it has reached none.
        var stillborn = PipelineHistory.Of(s_stages, [Entry(1, "lost", 5)]);
        Assert.Equal((1, 0), (stillborn.Lost, stillborn.Conversions[0].Reached));
    }

    [Fact]
    public void A_stage_is_fitted_to_what_was_won_from_it_and_few_decisions_move_it_little()
    {
        // Three of three won from an offer; of the leads three of four. The fifth is open and in no rate.
        var entries = Enumerable.Range(1, 3).SelectMany(i => new[] { Entry(i, "lead", 0), Entry(i, "offer", 3), Entry(i, "won", 9) })
            .Concat([Entry(4, "lead", 0), Entry(4, "lost", 5), Entry(5, "lead", 0)]);
        var history = PipelineHistory.Of(s_stages, entries);

        var (lead, offer) = (history.Conversions[0], history.Conversions[1]);
        Assert.Equal((3, 1, Percent(75)), (lead.Won, lead.LostInAll, lead.WinRate));
        Assert.Equal((3, 0, Percent(100)), (offer.Won, offer.LostInAll, offer.WinRate));

        // (3 + 20 × 40 %) ÷ (3 + 20) = 47.8 %, and (3 + 20 × 10 %) ÷ (4 + 20) = 20.8 %.
        var fitted = history.FittedStages(20, s_tenths);
        Assert.Equal(
            [Percent(20.8m), Percent(47.8m), Percentage.Zero, Percentage.OneHundred], fitted.Stages.Select(stage => stage.Probability));
        Assert.Equal(s_stages.Stages.Select(stage => stage.Category), fitted.Stages.Select(stage => stage.Category));
        Assert.Equal([Percent(75), Percent(100)],
            history.FittedStages(0, s_tenths).Stages.Take(2).Select(stage => stage.Probability));

        // A hundred times as many decisions have hardly anything left to be drawn to.
        Assert.Equal(Percent(96.3m), Won(300).FittedStages(20, s_tenths).Find("offer").Probability);
    }

    [Fact]
    public void A_stage_of_which_nothing_is_decided_keeps_its_probability()
    {
        var history = PipelineHistory.Of(s_stages, [Entry(1, "lead", 0)]);

        Assert.Null(history.Conversions[0].WinRate);
        Assert.Equal(s_stages, history.FittedStages(0, s_tenths));
        Assert.Equal(s_stages, history.FittedStages(20, s_tenths));
        Assert.Equal("statedWeight",
            Assert.Throws<ArgumentOutOfRangeException>(() => history.FittedStages(-1, Rounding.Commercial)).ParamName);
        Assert.Equal("rounding",
            Assert.Throws<ArgumentException>(() => Won(1).FittedStages(0, Rounding.ToStep(60m, RoundingMode.HalfAwayFromZero))).ParamName);
    }

    [Property(MaxTest = 50)]
    public Property A_fitted_probability_lies_between_the_stated_one_and_the_win_rate_and_explains_itself() =>
        Prop.ForAll(s_entries, Gen.Choose(0, 30).ToArbitrary(), (entries, weight) =>
        {
            var rounding = Rounding.ToDigits(6, RoundingMode.HalfEven);
            var history = PipelineHistory.Of(s_stages, entries);
            var fitted = history.FittedStages(weight, rounding);
            foreach (var each in history.Conversions)
            {
                var probability = fitted.Find(each.Stage.Name).Probability;
                Percentage[] ends = [each.Stage.Probability, (each.WinRate ?? each.Stage.Probability).Round(rounding)];
                Assert.InRange(probability, ends.Min(), ends.Max());
                Proof.MustHold(each.ExplainFit(weight, rounding), probability);
                Proof.MustHold(each.ExplainWinRate(), Figure.OrAbsent(each.WinRate));
            }
        });

    [Property]
    public Property Every_opportunity_is_won_lost_or_open_and_those_that_reached_a_stage_advanced_were_lost_or_are_open() =>
        Prop.ForAll(s_entries, entries =>
        {
            var history = PipelineHistory.Of(s_stages, entries);
            return history.Won + history.Lost + history.Open == entries.Select(entry => entry.Opportunity).Distinct().Count()
                && history.Conversions.All(each => each.Reached == each.Advanced + each.Lost + each.Open)
                && history.Conversions[1].Reached <= history.Conversions[0].Reached
                && history.Conversions[0].Advanced == history.Conversions[1].Reached;
        });

    [Property]
    public Property The_order_of_entries_does_not_matter() =>
        Prop.ForAll(s_entries, Gen.Choose(0, 1_000).ToArbitrary(), (entries, seed) =>
        {
            var (one, other) = (PipelineHistory.Of(s_stages, entries),
                PipelineHistory.Of(s_stages, entries.OrderBy(entry => entry.GetHashCode() ^ seed)));
            return one.ToString() == other.ToString() && one.AverageDaysToWin == other.AverageDaysToWin
                && one.Conversions.Select(each => each.ToString()).SequenceEqual(other.Conversions.Select(each => each.ToString()));
        });

    [Property(MaxTest = 50)]
    public Property Every_rate_explains_itself() =>
        Prop.ForAll(s_entries, entries =>
        {
            var history = PipelineHistory.Of(s_stages, entries);
            Proof.MustHold(history.Explain(), Figure.OrAbsent(history.WinRate));
            Proof.MustHold(history.ExplainDaysToWin(), history.AverageDaysToWin is { } days ? days : Figure.Absent);
            foreach (var conversion in history.Conversions)
                Proof.MustHold(conversion.Explain(), Figure.OrAbsent(conversion.Rate));
        });

    [Fact]
    public void An_unknown_stage_is_refused()
    {
        Assert.Equal("entries", Assert.Throws<ArgumentException>(() => PipelineHistory.Of(s_stages, [Entry(1, "unknown", 0)])).ParamName);
        Assert.Equal(
            "opportunities",
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                PipelineHistory.Of(s_stages, []).Velocity(-1, Measure.Revenue.Of(Cny(1m)))).ParamName);
    }

    private static PipelineHistory Won(int count) =>
        PipelineHistory.Of(s_stages, Enumerable.Range(1, count).SelectMany(i => new[] { Entry(i, "offer", 0), Entry(i, "won", 9) }));

    private static StageEntry Entry(int opportunity, string stage, int day) =>
        new(new OpportunityId("O-" + opportunity), stage, s_start.PlusDays(day));
}
