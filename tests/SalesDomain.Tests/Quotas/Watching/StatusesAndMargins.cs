using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Explanations;
using Xunit;

namespace SalesDomain.Tests.Quotas.Watching;

public sealed class StatusesAndMargins
{
    private const decimal Smallest = 0.0001m;
    private static readonly LocalDate s_start = new(2026, 1, 5);

    private static readonly StatusBands[] s_bands =
    [
        StatusBands.GreenAmberRed,
        StatusBands.HigherIsBetter(StepSchedule.UpTo((-5m, "red"), (0m, "amber")).ThenAbove("green")),
        StatusBands.LowerIsBetter(StepSchedule.UpTo((0m, "green"), (5m, "amber")).ThenAbove("red")),
        StatusBands.LowerIsBetter(StepSchedule.From((0m, "amber"), (5m, "red"), (5.5m, "black")).ThenBelow("green")),
    ];

    /// <summary>Values on the bounds, beside them, beyond them by the margin, and anywhere.</summary>
    private static readonly Arbitrary<decimal[]> s_series =
        Gen.OneOf(
            from bound in Gen.Elements(-5m, 0m, 5m, 5.5m)
            from off in Gen.Elements(0m, 1m, -1m, 2m, -2m, 0.5m, -0.5m)
            from beside in Gen.Elements(0m, Smallest, -Smallest)
            select bound + off + beside,
            Gen.Choose(-900, 900).Select(hundredths => hundredths / 100m)).ArrayOf().ToArbitrary();

    private static readonly Arbitrary<StatusBands> s_any =
        (from bands in Gen.Elements(s_bands)
         from margin in Gen.Elements(0m, 0.5m, 1m, 2m)
         from observations in Gen.Choose(1, 4)
         select bands.WithMargin(margin).WithObservations(observations)).ToArbitrary();

    [Theory]
    [InlineData(0, "green")]
    [InlineData(-1, "amber")]
    [InlineData(-50_000, "amber")]
    [InlineData(-50_001, "red")]
    [InlineData(1_000_000, "green")]
    public void R_4_Green_from_0_amber_from_minus_5_red_below(int tenThousandths, string status) =>
        Assert.Equal(status, StatusBands.GreenAmberRed.At(tenThousandths / 10_000m));

    [Fact]
    public void A_status_worsens_at_its_bound_and_improves_beyond_it_by_the_margin()
    {
        var bands = StatusBands.GreenAmberRed.WithMargin(1m);

        Assert.Equal(
            ["green", "green", "amber", "amber", "amber", "green", "green"],
            Statuses(bands, 2m, 0m, -Smallest, 0m, 1m - Smallest, 1m, 0m));
        Assert.Equal(["red", "amber", "green"], Statuses(bands, -6m, -Smallest, 1m));
        Assert.Equal(["red", "green", "red"], Statuses(bands, -6m, 8m, -6m));
    }

    [Fact]
    public void Where_the_bound_belongs_to_the_step_below_it_the_margin_is_passed_and_not_reached()
    {
        var bands = s_bands[1].WithMargin(1m);

        Assert.Equal(["amber", "amber", "green", "green", "amber"], Statuses(bands, 0m, 1m, 1m + Smallest, Smallest, 0m));
    }

    [Fact]
    public void Where_low_is_good_the_margin_lies_below_the_bound()
    {
        var bands = s_bands[2].WithMargin(1m);

        Assert.Equal(["green", "amber", "amber", "green", "green"], Statuses(bands, 0m, Smallest, -1m + Smallest, -1m, 0m));
        Assert.Equal(["green", "amber", "red"], bands.Statuses);
    }

    [Fact]
    public void An_improvement_waits_for_so_many_observations_in_a_row()
    {
        var bands = StatusBands.GreenAmberRed.WithObservations(3);

        Assert.Equal(["red", "red", "red", "green", "amber"], Statuses(bands, -6m, 1m, 2m, 3m, -1m));

        // The weakest of the three says how far; one bad value begins the count anew.
        Assert.Equal(["red", "red", "red", "amber", "green"], Statuses(bands, -6m, -1m, 2m, 3m, 3m));
        Assert.Equal(["red", "red", "red", "red", "red", "red", "green"], Statuses(bands, -6m, 1m, 1m, -6m, 1m, 1m, 1m));
    }

    [Property]
    public Property Without_margin_and_at_one_observation_the_status_is_the_band() =>
        Prop.ForAll(Gen.Elements(s_bands).ToArbitrary(), s_series, (bands, values) =>
            Follow(bands, values).All(observation => observation.Status == bands.At(observation.Value)
                && observation.Status == observation.Band));

    [Property]
    public Property The_statuses_are_those_of_the_plain_rule() =>
        Prop.ForAll(s_any, s_series, (bands, values) =>
            Follow(bands, values).Select(each => each.Status).SequenceEqual(PlainRule(bands, values)));

    [Property]
    public Property A_status_is_never_better_than_the_band_of_its_value() =>
        Prop.ForAll(s_any, s_series, (bands, values) => Follow(bands, values).All(each => !bands.IsWorse(each.Band, each.Status)));

    [Property]
    public Property A_series_within_the_margin_changes_at_most_once() =>
        Prop.ForAll(Gen.Choose(-10_000, 9_999).ArrayOf().ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (values, observations) =>
        {
            // From just above the bound less a point to just below the bound plus the margin of a point.
            var bands = StatusBands.GreenAmberRed.WithMargin(1m).WithObservations(observations);
            return Follow(bands, [.. values.Select(value => value / 10_000m)]).Skip(1).Count(each => each.IsEntered) <= 1;
        });

    [Property]
    public Property Without_a_margin_the_same_series_does_flap_sometimes() =>
        Prop.ForAll(Gen.Choose(2, 20).ToArbitrary(), count =>
            Follow(StatusBands.GreenAmberRed, [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 0m : -Smallest)])
                .Count(each => each.IsEntered) == count);

    [Property]
    public Property A_series_can_be_taken_up_where_it_was_left() =>
        Prop.ForAll(s_any, s_series.Filter(values => values.Length > 0), (bands, values) =>
        {
            var last = values.Skip(1).Select((value, i) => (value, i)).Aggregate(
                bands.Observe(s_start, values[0]), (before, next) => before.Then(s_start.PlusDays(next.i + 1), next.value));
            return last.Explain().ToString() == Follow(bands, values)[values.Length - 1].Explain().ToString();
        });

    [Property(MaxTest = 50)]
    public Property Every_status_explains_itself() =>
        Prop.ForAll(s_any, s_series, (bands, values) =>
        {
            foreach (var observation in Follow(bands, values))
                Proof.MustHold(observation.Explain(), observation.Status);
        });

    [Fact]
    public void Days_come_one_after_the_other()
    {
        var first = StatusBands.GreenAmberRed.Observe(s_start, 0m);

        Assert.Equal("on", Assert.Throws<ArgumentOutOfRangeException>(() => first.Then(s_start, 1m)).ParamName);
        Assert.Equal("on", Assert.Throws<ArgumentOutOfRangeException>(() => first.Then(s_start.PlusDays(-1), 1m)).ParamName);
        Assert.Equal("values",
            Assert.Throws<ArgumentOutOfRangeException>(() => StatusBands.GreenAmberRed.Follow([(s_start, 0m), (s_start, 0m)])).ParamName);
    }

    [Fact]
    public void Pitfall_10_bands_with_a_hole_or_a_name_twice_are_refused()
    {
        Assert.Equal("schedule", Refusal(() => StatusBands.HigherIsBetter(StepSchedule.From((0m, "green")))));
        Assert.Equal("schedule",
            Refusal(() => StatusBands.HigherIsBetter(StepSchedule.From((0m, "green")).ThenBelow("red").WithCeiling(9m))));
        Assert.Equal("schedule", Refusal(() => StatusBands.LowerIsBetter(StepSchedule.UpTo((0m, "green")))));
        Assert.Equal("schedule", Refusal(() => StatusBands.LowerIsBetter(StepSchedule.UpTo((0m, "green")).ThenAbove("green"))));
        Assert.Equal("schedule", Refusal(() => StatusBands.LowerIsBetter(StepSchedule.UpTo((0m, "green")).ThenAbove(" "))));
        Assert.Equal("margin", Refusal(() => StatusBands.GreenAmberRed.WithMargin(-Smallest)));
        Assert.Equal("observations", Refusal(() => StatusBands.GreenAmberRed.WithObservations(0)));
        Assert.Equal("other", Refusal(() => StatusBands.GreenAmberRed.IsWorse("red", "blue")));
    }

    [Fact]
    public void The_text_says_it_all() =>
        Cultures.Each(() => Assert.Equal(
            "below: red, from -5: amber, from 0: green; higher is better, margin 0.5, 2 observations",
            StatusBands.GreenAmberRed.WithMargin(0.5m).WithObservations(2).ToString()));

    /// <summary>Written once more from the words: worse at once, better when all of the last values allow it.</summary>
    private static List<string> PlainRule(StatusBands bands, decimal[] values)
    {
        var statuses = new List<string>();
        for (var i = 0; i < values.Length; i++)
        {
            var band = bands.At(values[i]);
            if (i == 0 || !bands.IsWorse(statuses[i - 1], band))
            {
                statuses.Add(band);
                continue;
            }

            var weakest = band;
            for (var j = i; j > i - bands.Observations; j--)
            {
                var confirmed = j < 0 ? statuses[i - 1]
                    : bands.At(bands.IsHigherBetter ? values[j] - bands.Margin : values[j] + bands.Margin);
                weakest = bands.IsWorse(confirmed, weakest) ? confirmed : weakest;
            }

            statuses.Add(bands.IsWorse(statuses[i - 1], weakest) ? weakest : statuses[i - 1]);
        }

        return statuses;
    }

    private static string? Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;

    private static IEnumerable<string> Statuses(StatusBands bands, params decimal[] values) =>
        Follow(bands, values).Select(each => each.Status);

    private static IReadOnlyList<StatusObservation> Follow(StatusBands bands, decimal[] values) =>
        bands.Follow(values.Select((value, i) => (s_start.PlusDays(i), value)));
}
