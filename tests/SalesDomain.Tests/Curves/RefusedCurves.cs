using System;
using System.Collections.Generic;
using Xunit;

namespace SalesDomain.Tests.Curves;

public sealed class RefusedCurves
{
    private const decimal TooLarge = 100_000_000_000_000.01m;

    public static TheoryData<string, Func<PayoutCurve>> BrokenOrders { get; } = new()
    {
        { "(100, 99.99) after (80, 100)", () => PayoutCurve.Rising((80m, 100m), (100m, 99.99m)) },
        { "(80, 10) after (80, 20)", () => PayoutCurve.Rising(JumpSide.From, (0m, 0m), (80m, 20m), (80m, 10m)) },
        { "(60, 0.01) after (30, 0)", () => PayoutCurve.Falling((0m, 100m), (30m, 0m), (60m, 0.01m)) },
        { "(10, 4) after (5, 5)", () => PayoutCurve.Corridor((0m, 0m), (5m, 5m), (10m, 4m), (15m, 9m)) },
        { "(20, 5) after (15, 4)", () => PayoutCurve.Corridor((0m, 0m), (5m, 9m), (15m, 4m), (20m, 5m)) },
    };

    public static TheoryData<string, Func<PayoutCurve>> BrokenLevels { get; } = new()
    {
        { "(79.99, 60) after (80, 50)", () => PayoutCurve.Rising((80m, 50m), (79.99m, 60m)) },
        { "(80, 60) after (80, 50)", () => PayoutCurve.Rising((80m, 50m), (80m, 60m)) },
        { "(80, 60) after (80, 50)", () => PayoutCurve.Unordered((80m, 50m), (80m, 60m)) },
        { "(80, 50) after (80, 50)", () => PayoutCurve.Rising(JumpSide.From, (80m, 50m), (80m, 50m)) },
        { "(80, 70) after (80, 60)", () => PayoutCurve.Rising(JumpSide.From, (80m, 50m), (80m, 60m), (80m, 70m)) },
    };

    [Theory]
    [MemberData(nameof(BrokenOrders))]
    public void A_payout_that_breaks_the_declared_order_is_refused_with_both_points(string points, Func<PayoutCurve> build) =>
        AssertPoints(points, build);

    [Theory]
    [MemberData(nameof(BrokenLevels))]
    public void Levels_that_fall_undeclared_jumps_and_third_points_are_refused_with_both_points(string points, Func<PayoutCurve> build) =>
        AssertPoints(points, build);

    [Fact]
    public void Declared_either_way_every_order_is_taken()
    {
        Assert.Equal(99.99m, PayoutCurve.Unordered((80m, 100m), (100m, 99.99m), (120m, 200m)).At(100m));
        Assert.Equal(9m, PayoutCurve.Corridor((0m, 0m), (5m, 9m), (10m, 9m)).At(10m));
        Assert.Equal(CurveOrder.Corridor, PayoutCurve.Corridor((0m, 0m)).Order);
    }

    [Fact]
    public void No_points_and_no_rates_are_refused()
    {
        foreach (var build in new List<Func<PayoutCurve>>
        {
            () => PayoutCurve.Rising(), () => PayoutCurve.Falling(), () => PayoutCurve.Unordered(), () => PayoutCurve.Corridor(),
            () => PayoutCurve.Rising(JumpSide.From),
        })
        {
            Assert.Throws<ArgumentException>("points", build);
        }

        Assert.Throws<ArgumentException>("rates", () => PayoutCurve.PerPoint((0m, 0m)));
        Assert.Throws<ArgumentNullException>("points", () => PayoutCurve.Rising(null!));
        Assert.Throws<ArgumentNullException>("rates", () => PayoutCurve.PerPoint((0m, 0m), null!));
    }

    [Fact]
    public void A_side_that_is_not_defined_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("jumps", () => PayoutCurve.Corridor((JumpSide)4, (0m, 0m)));

    [Fact]
    public void Levels_and_payouts_beyond_a_hundred_million_millions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("points", () => PayoutCurve.Rising((0m, 0m), (TooLarge, 0m)));
        Assert.Throws<ArgumentOutOfRangeException>("points", () => PayoutCurve.Falling((0m, 0m), (1m, -TooLarge)));
        Assert.Throws<ArgumentOutOfRangeException>("threshold", () =>
            PayoutCurve.ThresholdTargetExcellence((-TooLarge, 0m), (1m, 1m), (2m, 2m)));
        Assert.Throws<ArgumentOutOfRangeException>("best", () => PayoutCurve.Between((0m, 0m), (1m, TooLarge)));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => PayoutCurve.PerPoint((TooLarge, 0m), (1m, 1m)));
        Assert.Throws<ArgumentOutOfRangeException>("rates", () => PayoutCurve.PerPoint((0m, 0m), (TooLarge, 1m)));
        Assert.Throws<ArgumentOutOfRangeException>("rates", () => PayoutCurve.PerPoint((0m, 0m), (1m, TooLarge)));
        Assert.Throws<ArgumentOutOfRangeException>("rates", () => PayoutCurve.PerPoint((0m, 0m), (1_000_000m, 100_000_000.01m)));
        Assert.Equal(100_000_000_000_000m, PayoutCurve.PerPoint((0m, 0m), (1_000_000m, 100_000_000m)).At(1_000_000m));
    }

    [Fact]
    public void A_usual_plan_that_falls_or_begins_below_zero_is_refused_by_the_name_of_the_point()
    {
        Assert.Throws<ArgumentException>("target", () => PayoutCurve.ThresholdTargetExcellence((80m, 50m), (80m, 100m), (120m, 200m)));
        Assert.Throws<ArgumentException>("target", () => PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 49m), (120m, 200m)));
        Assert.Throws<ArgumentException>("excellence", () => PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (99m, 200m)));
        Assert.Throws<ArgumentException>("excellence", () => PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 99m)));
        Assert.Throws<ArgumentOutOfRangeException>("threshold", () =>
            PayoutCurve.ThresholdTargetExcellence((80m, -0.01m), (100m, 100m), (120m, 200m)));
    }

    [Fact]
    public void Worst_and_best_that_do_not_differ_are_refused()
    {
        Assert.Throws<ArgumentException>("best", () => PayoutCurve.Between((65m, 0m), (65m, 20m)));
        Assert.Throws<ArgumentException>("best", () => PayoutCurve.Between((65m, 20m), (100m, 20m)));
        Assert.Throws<ArgumentException>("best", () => PayoutCurve.Between((65m, 20m), (100m, 0m)));
    }

    [Fact]
    public void Rates_that_turn_and_stretches_that_do_not_rise_are_refused()
    {
        Assert.Throws<ArgumentException>("rates", () => PayoutCurve.PerPoint((0m, 0m), (10m, 1m), (20m, -1m)));
        Assert.Throws<ArgumentException>("rates", () => PayoutCurve.PerPoint((0m, 0m), (0m, 1m)));
        Assert.Throws<ArgumentException>("rates", () => PayoutCurve.PerPoint((0m, 0m), (10m, 1m), (10m, 2m)));
    }

    [Fact]
    public void A_line_is_continued_only_where_there_is_one()
    {
        var point = PayoutCurve.Rising((100m, 100m));
        var jumps = PayoutCurve.Rising(JumpSide.From, (80m, 0m), (80m, 50m), (100m, 100m), (100m, 120m));
        List<Func<PayoutCurve>> builds = [point.ContinuedBelow, point.ContinuedAbove, jumps.ContinuedBelow, jumps.ContinuedAbove];
        foreach (var continued in builds)
            Assert.Throws<InvalidOperationException>(continued);
    }

    [Fact]
    public void A_zero_beyond_the_points_that_breaks_the_order_is_refused()
    {
        var (above, below) = ((80m, 0.01m), (80m, -0.01m));
        foreach (var zero in new List<Func<PayoutCurve>>
        {
            PayoutCurve.Rising(below).ZeroBelow, PayoutCurve.Rising(above).ZeroAbove, PayoutCurve.Falling(above).ZeroBelow,
            PayoutCurve.Falling(below).ZeroAbove,
            PayoutCurve.Corridor(below).ZeroBelow, PayoutCurve.Corridor(below).ZeroAbove,
        })
        {
            Assert.Contains("zero", Assert.Throws<InvalidOperationException>(zero).Message, StringComparison.Ordinal);
        }

        foreach (var zero in new List<Func<PayoutCurve>>
        {
            PayoutCurve.Rising(above).ZeroBelow, PayoutCurve.Rising(below).ZeroAbove, PayoutCurve.Falling(below).ZeroBelow,
            PayoutCurve.Falling(above).ZeroAbove,
            PayoutCurve.Corridor(above).ZeroBelow, PayoutCurve.Corridor(above).ZeroAbove, PayoutCurve.Unordered(below).ZeroBelow,
            PayoutCurve.Unordered(above).ZeroAbove,
            PayoutCurve.Rising((80m, 0m)).ZeroBelow().ZeroAbove, PayoutCurve.Falling((80m, 0m)).ZeroBelow().ZeroAbove,
        })
        {
            Assert.NotNull(zero());
        }
    }

    [Fact]
    public void A_cap_below_the_floor_is_refused()
    {
        var curve = PayoutCurve.Rising((80m, 50m));

        Assert.Throws<ArgumentOutOfRangeException>("payout", () => curve.WithFloor(50m).WithCap(49.99m));
        Assert.Throws<ArgumentOutOfRangeException>("payout", () => curve.WithCap(50m).WithFloor(50.01m));
        Assert.Equal(50m, curve.WithCap(50m).WithFloor(50m).Cap);
    }

    private static void AssertPoints(string points, Func<PayoutCurve> build) =>
        Assert.Contains(points, Assert.Throws<ArgumentException>(nameof(points), build).Message, StringComparison.Ordinal);
}
