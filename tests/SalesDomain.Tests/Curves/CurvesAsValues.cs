using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Tests.Explanations;
using Xunit;

namespace SalesDomain.Tests.Curves;

public sealed class CurvesAsValues
{
    private static readonly PayoutCurve s_plan = PayoutCurve.Rising((80m, 50m), (100m, 100m));

    [Fact]
    public void Curves_are_equal_by_order_points_jumps_ends_cap_and_floor()
    {
        TestHelper.TestEqualsClass(
            s_plan.ZeroBelow().WithCap(90m), PayoutCurve.Rising((80.0m, 50.00m), (100m, 100m)).WithCap(90.0m).FlatBelow().ZeroBelow(),
            s_plan, s_plan.ZeroBelow(), s_plan.WithCap(90m), s_plan.ZeroBelow().WithCap(91m), s_plan.ZeroBelow().WithCap(90m).WithFloor(0m),
            s_plan.ZeroBelow().FlatAbove().WithCap(90m), s_plan.FlatBelow().WithCap(90m),
            PayoutCurve.Unordered((80m, 50m), (100m, 100m)).ZeroBelow().WithCap(90m),
            PayoutCurve.Rising((80m, 50m), (100m, 101m)).ZeroBelow().WithCap(90m),
            PayoutCurve.Rising((80m, 50m)).ZeroBelow().WithCap(90m));
        TestHelper.TestEqualsClass(
            PayoutCurve.Rising(JumpSide.From, (80m, 0m), (80m, 50m)), PayoutCurve.Rising(JumpSide.From, (80m, 0m), (80m, 50m)),
            PayoutCurve.Rising(JumpSide.UpTo, (80m, 0m), (80m, 50m)));
    }

    [Fact]
    public void A_side_is_no_part_of_a_curve_without_jumps()
    {
        Assert.Equal(s_plan, PayoutCurve.Rising(JumpSide.Lower, (80m, 50m), (100m, 100m)));
        Assert.Null(PayoutCurve.Rising(JumpSide.Lower, (80m, 50m), (100m, 100m)).Jumps);
    }

    [Property]
    public Property Sides_that_pay_the_same_at_every_level_are_one_curve() =>
        Prop.ForAll(CurveSample.Any, sample =>
        {
            var curves = new[] { JumpSide.From, JumpSide.UpTo, JumpSide.Higher, JumpSide.Lower }.Select(side => sample.With(side).Curve)
                .ToArray();
            var levels = sample.Points.Select(point => point.Level).ToArray();
            return curves.All(one => curves.All(other =>
                one.Equals(other) == levels.All(level => Points(one).At(level) == Points(other).At(level))));

            // Cap and floor may make payouts the same that are not.
            PayoutCurve Points(PayoutCurve curve) => curve.WithCap(decimal.MaxValue).WithFloor(decimal.MinValue);
        });

    [Fact]
    public void Both_sides_of_a_corridor_are_its_own()
    {
        (decimal Level, decimal Payout)[] points = [(90m, 0m), (90m, 5m), (110m, 5m), (110m, 0m)];
        var sides = new[] { JumpSide.From, JumpSide.UpTo, JumpSide.Higher, JumpSide.Lower };

        Assert.Equal(sides.Cast<JumpSide?>(), sides.Select(side => PayoutCurve.Corridor(side, points).Jumps));
        Assert.Equal(JumpSide.UpTo, PayoutCurve.Corridor(JumpSide.Higher, (100m, 5m), (110m, 5m), (110m, 0m)).Jumps);
    }

    [Fact]
    public void Segments_are_equal_by_ends_and_slope()
    {
        TestHelper.TestEqualsStruct(
            s_plan.Segments[0], PayoutCurve.Rising((80m, 150m), (100.0m, 200m)).Segments[0], default,
            s_plan.FlatBelow().Segments[0],
            PayoutCurve.Rising((80m, 50m), (100m, 101m)).Segments[0], PayoutCurve.Rising((80m, 50m), (101m, 102.5m)).Segments[0]);
        Assert.Equal(2.5m, s_plan.Segments[0].Slope);
    }

    [Fact]
    public void A_curve_prints_its_points_jumps_ends_and_bounds_in_every_culture() =>
        Cultures.Each(() =>
        {
            Assert.Equal("rising 80: 50, 100: 100", s_plan.ToString());
            Assert.Equal("rising 80: 50, 100: 100, zero below, continued above, floor 0, cap 150.5",
                s_plan.ZeroBelow().ContinuedAbove().WithCap(150.5m).WithFloor(0m).ToString());
            Assert.Equal("falling 0: 1, 30.5: 0, flat below, flat above",
                PayoutCurve.Falling((0m, 1m), (30.5m, 0m)).FlatBelow().FlatAbove().ToString());
            Assert.Equal("unordered -1: -2.5, continued below",
                PayoutCurve.Unordered((-1m, -2.5m), (0m, 0m)).ContinuedBelow().ToString().Replace(", 0: 0", ""));
            Assert.Equal("corridor 90: 0, 95: 100, 105: 100, 110: 0",
                PayoutCurve.Corridor((90m, 0m), (95m, 100m), (105m, 100m), (110m, 0m)).ToString());
            Assert.Equal("rising below 80: 0, from 80: 50", PayoutCurve.Rising(JumpSide.From, (80m, 0m), (80m, 50m)).ToString());
            Assert.Equal("rising up to 80: 0, above 80: 50", PayoutCurve.Rising(JumpSide.Lower, (80m, 0m), (80m, 50m)).ToString());
            Assert.Equal(
                "corridor below 90: 0, from 90: 5, up to 110: 5, above 110: 0",
                PayoutCurve.Corridor(JumpSide.Higher, (90m, 0m), (90m, 5m), (110m, 5m), (110m, 0m)).ToString());
        });

    [Fact]
    public void A_curve_tells_its_points()
    {
        Assert.Equal([(80m, 50m), (100m, 100m)], s_plan.Points);
        (decimal Level, decimal Payout)[] points = [(80m, 50m), (100m, 100m)];
        var copy = PayoutCurve.Rising(points);
        points[0] = (0m, 0m);

        Assert.Equal(s_plan, copy);
    }

    [Property(MaxTest = 300)]
    public Property Its_explanations_verify_and_no_other_payout_does() =>
        Prop.ForAll(CurveSample.Any, Gen.Choose(1, 99_999_999).Two().ToArbitrary(), (sample, cents) =>
        {
            var curve = sample.Curve;
            var operation = Operation.InterpolateOn(curve);
            var (target, quota) = (new Money(cents.Item1 * 0.01m, Currency.CNY), new Money(cents.Item2 * 0.01m, Currency.EUR));
            return sample.Levels.All(level =>
            {
                var percent = Percentage.FromPercent(level);
                var achieved = quota * percent;
                Figure atLevel = curve.TryAt(level, out var payout) ? payout : Figure.Absent;
                Figure atPercent = curve.TryAt(percent, out var share) ? share : Figure.Absent;
                Figure money = curve.TryPayout(target, achieved, quota, out var amount) ? amount : Figure.Absent;
                return IsVerified(atLevel, operation, level) && IsVerified(atPercent, operation, percent)
                    && IsVerified(money, operation, target, achieved, quota)
                    && !IsVerified(payout + 0.0001m, operation, level)
                    && !IsVerified(amount + new Money(0.0001m, Currency.CNY), operation, target, achieved, quota);
            });
        });

    [Fact]
    public void An_explanation_needs_a_level_or_a_target_with_achievement_and_quota()
    {
        var operation = Operation.InterpolateOn(s_plan.ZeroBelow());
        var (target, achieved, quota) = (Money.Parse("CNY 200"), Money.Parse("USD 9"), Money.Parse("USD 10"));

        Assert.Equal(("interpolate", "rising 80: 50, 100: 100, zero below"), (operation.Name, operation.Detail));
        Assert.True(IsVerified(Money.Parse("CNY 150"), operation, target, achieved, quota));
        Assert.True(IsVerified(Money.Parse("CNY 150"), operation, target, Quantity.Pieces(9m), Quantity.Pieces(10m)));
        Assert.True(IsVerified(Percentage.FromPercent(75m), operation, Percentage.FromPercent(90m)));
        Assert.True(IsVerified(75m, operation, 90m));
        Assert.False(IsVerified(75m, operation, Percentage.FromPercent(90m)));
        Assert.True(IsVerified(Figure.Absent, operation, target, achieved, Money.Zero(Currency.USD)));
        Assert.True(IsVerified(Figure.Absent, operation, target, Money.Parse("USD 11"), quota));
        Assert.False(IsVerified(Money.Parse("CNY 150"), operation, target, achieved));
        Assert.False(IsVerified(Money.Parse("CNY 150"), operation, target, achieved, Money.Parse("EUR 10")));
        Assert.True(IsVerified(Money.Parse("CNY 150"), operation, target, 9m, 10m));
        Assert.False(IsVerified(Money.Parse("CNY 150"), operation, target, 9m, quota));
        Assert.False(IsVerified(Money.Parse("CNY -150"), operation, -target, achieved, quota));
        Assert.False(IsVerified(150m, operation, 200m, achieved, quota));
        Assert.False(IsVerified(Money.Parse("USD 75"), operation, Money.Parse("USD 90")));
    }

    private static bool IsVerified(Figure value, Operation operation, params Figure[] figures) =>
        Operations.Node(value, operation, figures).IsVerified;
}
