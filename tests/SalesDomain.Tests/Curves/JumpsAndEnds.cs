using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Curves;

public sealed class JumpsAndEnds
{
    private static readonly PayoutCurve s_plan = PayoutCurve.Rising((80m, 50m), (100m, 100m));

    [Theory]
    [InlineData(JumpSide.From, "50")]
    [InlineData(JumpSide.UpTo, "20")]
    [InlineData(JumpSide.Higher, "50")]
    [InlineData(JumpSide.Lower, "20")]
    public void A_jump_says_which_payout_holds_at_its_level(JumpSide side, string atLevel)
    {
        var curve = PayoutCurve.Rising(side, (0m, 0m), (80m, 20m), (80m, 50m), (100m, 100m));

        Assert.Equal(atLevel == "50" ? JumpSide.From : JumpSide.UpTo, curve.Jumps);
        Assert.Equal(19.9975m, curve.At(79.99m));
        Assert.Equal(Number(atLevel), curve.At(80m));
        Assert.Equal(50.025m, curve.At(80.01m));
    }

    [Theory]
    [InlineData(JumpSide.From, "20")]
    [InlineData(JumpSide.UpTo, "50")]
    [InlineData(JumpSide.Higher, "50")]
    [InlineData(JumpSide.Lower, "20")]
    public void So_does_a_jump_down(JumpSide side, string atLevel)
    {
        var curve = PayoutCurve.Falling(side, (0m, 100m), (30m, 50m), (30m, 20m), (60m, 0m));

        Assert.Equal(atLevel == "20" ? JumpSide.From : JumpSide.UpTo, curve.Jumps);
        Assert.Equal(50m, decimal.Round(curve.At(29.9999m), 2, MidpointRounding.ToEven));
        Assert.Equal(Number(atLevel), curve.At(30m));
        Assert.Equal(20m, decimal.Round(curve.At(30.0001m), 2, MidpointRounding.ToEven));
    }

    [Fact]
    public void A_jump_at_the_first_or_last_level_is_seen_from_beyond()
    {
        var curve = PayoutCurve.Rising(JumpSide.From, (80m, 0m), (80m, 50m), (100m, 100m), (100m, 120m)).FlatBelow().FlatAbove();

        Assert.Equal(0m, curve.At(79.99m));
        Assert.Equal(50m, curve.At(80m));
        Assert.Equal(120m, curve.At(100m));
        Assert.Equal(120m, curve.At(500m));
        Assert.Equal(3, curve.Segments.Count);
    }

    [Fact]
    public void Both_ends_of_a_corridor_belong_to_it_with_the_higher_payout()
    {
        // Use of a discount budget: inside ±5 points all, inside ±10 half, nothing beyond.
        var corridor = PayoutCurve.Corridor(
            JumpSide.Higher, (90m, 50m), (95m, 50m), (95m, 100m), (105m, 100m), (105m, 50m), (110m, 50m)).ZeroBelow().ZeroAbove();

        Assert.Equal(
            [0m, 50m, 50m, 100m, 100m, 50m, 50m, 0m],
            new[] { 89.99m, 90m, 94.99m, 95m, 105m, 105.01m, 110m, 110.01m }.Select(level => corridor.At(level)));
    }

    [Fact]
    public void Beyond_the_points_there_is_what_is_declared()
    {
        Assert.Equal((CurveEnd.None, CurveEnd.None), (s_plan.Below, s_plan.Above));
        Assert.False(s_plan.TryAt(79.99m, out _));
        Assert.Equal(0m, s_plan.ZeroBelow().At(79.99m));
        Assert.Equal(50m, s_plan.FlatBelow().At(79.99m));
        Assert.Equal(49.975m, s_plan.ContinuedBelow().At(79.99m));
        Assert.Equal(-150m, s_plan.ContinuedBelow().At(0m));
        Assert.Equal(100m, s_plan.FlatAbove().At(1_000m));
        Assert.Equal(2_350m, s_plan.ContinuedAbove().At(1_000m));
        Assert.Equal(0m, PayoutCurve.Falling((0m, 100m), (60m, 20m)).ZeroAbove().At(60.01m));
    }

    [Fact]
    public void A_later_declaration_of_an_end_replaces_the_earlier()
    {
        var curve = s_plan.ZeroBelow().FlatAbove().ContinuedAbove().FlatBelow();

        Assert.Equal((CurveEnd.Flat, CurveEnd.Continued), (curve.Below, curve.Above));
        Assert.False(s_plan.TryAt(79.99m, out _));
    }

    [Fact]
    public void Cap_and_floor_bound_every_payout_and_make_none()
    {
        var bounded = s_plan.ZeroBelow().ContinuedAbove().WithCap(150m).WithFloor(30m);

        Assert.Equal((30m, 150m), (bounded.Floor, bounded.Cap));
        Assert.Equal(30m, bounded.At(79.99m));
        Assert.Equal(149.975m, bounded.At(119.99m));
        Assert.Equal(150m, bounded.At(120m));
        Assert.Equal(150m, bounded.At(120.01m));
        Assert.Equal(70m, s_plan.WithCap(70m).At(100m));
        Assert.False(s_plan.WithCap(150m).WithFloor(30m).TryAt(79.99m, out _));
        Assert.Equal(0m, s_plan.ContinuedBelow().WithFloor(0m).At(0m));
        Assert.Equal(80m, s_plan.WithFloor(80m).WithCap(80m).At(100m));
    }

    [Fact]
    public void One_point_alone_is_a_step()
    {
        var step = PayoutCurve.Rising((100m, 100m)).ZeroBelow().FlatAbove();

        Assert.Equal([0m, 100m, 100m], new[] { 99.99m, 100m, 100.01m }.Select(level => step.At(level)));
    }

    [Fact]
    public void The_usual_plan_is_zero_below_and_flat_above()
    {
        var plan = PayoutCurve.ThresholdTargetExcellence(threshold: (80m, 50m), target: (100m, 100m), excellence: (120m, 200m));

        Assert.Equal(PayoutCurve.Rising((80m, 50m), (100m, 100m), (120m, 200m)).ZeroBelow().FlatAbove(), plan);
        Assert.Equal([0m, 50m, 75m, 150m, 200m], new[] { 79.99m, 80m, 90m, 110m, 130m }.Select(level => plan.At(level)));
        Assert.Equal(250m, plan.ContinuedAbove().At(130m));
    }

    [Fact]
    public void Between_worst_and_best_the_levels_decide_the_direction()
    {
        Assert.Equal(PayoutCurve.Rising((65m, 0m), (100m, 20m)).FlatBelow().FlatAbove(),
            PayoutCurve.Between(worst: (65m, 0m), best: (100m, 20m)));
        Assert.Equal(PayoutCurve.Falling((2m, 20m), (10m, 0m)).FlatBelow().FlatAbove(),
            PayoutCurve.Between(worst: (10m, 0m), best: (2m, 20m)));
    }

    [Fact]
    public void Rates_per_point_give_the_points()
    {
        Assert.Equal(PayoutCurve.Rising((100m, 100m), (150m, 200m), (200m, 250m)),
            PayoutCurve.PerPoint((100m, 100m), (150m, 2m), (200m, 1m)));
        Assert.Equal(PayoutCurve.Falling((0m, 10m), (5m, 10m), (10m, 2.5m)), PayoutCurve.PerPoint((0m, 10m), (5m, 0m), (10m, -1.5m)));
        Assert.Equal(PayoutCurve.Rising((0m, 1m), (5m, 1m)), PayoutCurve.PerPoint((0m, 1m), (5m, 0m)));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
