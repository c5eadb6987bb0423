using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Curves;

public sealed class LinesBetweenPoints
{
    private static readonly PayoutCurve s_plan = PayoutCurve.Rising((80m, 50m), (100m, 100m), (120m, 200m));

    [Theory]
    [InlineData("79.99", null)]
    [InlineData("80", "50")]
    [InlineData("80.01", "50.025")]
    [InlineData("99.99", "99.975")]
    [InlineData("100", "100")]
    [InlineData("100.01", "100.05")]
    [InlineData("119.99", "199.95")]
    [InlineData("120", "200")]
    [InlineData("120.01", null)]
    public void A_payout_lies_on_the_line_and_there_is_none_beyond_the_points(string level, string? payout)
    {
        var percent = Percentage.Parse(level + "%");
        Assert.Equal(payout is not null, s_plan.TryAt(Number(level), out var found));
        Assert.Equal(payout is not null, s_plan.TryAt(percent, out var share));
        Assert.Equal(payout is null ? 0m : Number(payout), found);
        Assert.Equal(payout is null ? Percentage.Zero : Percentage.Parse(payout + "%"), share);
        if (payout is not null)
        {
            Assert.Equal(Number(payout), s_plan.At(Number(level)));
            Assert.Equal(Percentage.Parse(payout + "%"), s_plan.At(percent));
            return;
        }

        Assert.Equal(level, Assert.Throws<System.ArgumentOutOfRangeException>(nameof(level), () => s_plan.At(Number(level))).ActualValue);
        Assert.Equal(level + "%", Assert.Throws<System.ArgumentOutOfRangeException>(nameof(level), () => s_plan.At(percent)).ActualValue);
    }

    [Property(MaxTest = 500)]
    public Property It_is_the_exact_payout_to_the_last_digits_and_all_of_it_where_a_decimal_holds_it() =>
        Prop.ForAll(CurveSample.Any, sample => sample.Levels.All(level =>
        {
            var hasPayout = sample.Curve.TryAt(level, out var payout);
            if (sample.At(level) is not { } exact)
                return !hasPayout && payout == 0m;

            // Twenty digits leave room for every product on the way.
            var isShort = (exact * 1e14m).Nearest() is { } whole && (exact * 1e14m).Is(whole) && decimal.Truncate(whole) == whole
                && level == decimal.Round(level, 6, System.MidpointRounding.ToEven);
            return hasPayout && (isShort ? exact.Is(payout) : Ratio.Abs(exact - payout) <= Ratio.Abs(exact) * 1e-25m + 1e-25m);
        }));

    [Property(MaxTest = 300)]
    public Property It_lies_between_the_payouts_of_its_neighbours_whatever_is_rounded() =>
        Prop.ForAll(CurveSample.Awkward, sample => sample.Levels.All(level =>
            sample.Neighbours(level) is not var (low, high) || (sample.Curve.At(level) is var payout && payout >= low && payout <= high)));

    [Property(MaxTest = 300)]
    public Property At_a_point_it_is_the_payout_of_the_point_whatever_is_rounded() =>
        Prop.ForAll(CurveSample.Awkward, sample => sample.Points.All(point =>
            sample.At(point.Level) is { } exact && exact.Is(sample.Curve.At(point.Level))));

    [Property(MaxTest = 500)]
    public Property It_never_breaks_its_order_whatever_is_rounded() =>
        Prop.ForAll(Gen.OneOf(CurveSample.Any.Generator, CurveSample.Awkward.Generator).ToArbitrary(), sample =>
        {
            // Close neighbours too, and all the points.
            var levels = sample.Levels.SelectMany(level => new[] { level, level + 1e-18m, level + 0.01m })
                .Concat(sample.Points.Select(point => point.Level))
                .Where(level => sample.Curve.TryAt(level, out _)).OrderBy(level => level).ToArray();
            var payouts = levels.Select(level => sample.Curve.At(level)).ToArray();
            var best = sample.Order switch
            {
                CurveOrder.Rising => payouts.Length,
                CurveOrder.Falling => 0,
                _ => System.Array.IndexOf(payouts, payouts.DefaultIfEmpty().Max()),
            };
            return sample.Order == CurveOrder.Unordered
                || Enumerable.Range(1, System.Math.Max(0, payouts.Length - 1))
                    .All(i => i <= best ? payouts[i] >= payouts[i - 1] : payouts[i] <= payouts[i - 1]);
        });

    [Property]
    public Property Percentages_are_read_as_their_numbers_of_per_cent() =>
        Prop.ForAll(CurveSample.Any, sample => sample.Levels.All(level =>
        {
            var percent = Percentage.FromPercent(level);
            return sample.Curve.TryAt(percent, out var share) == sample.Curve.TryAt(percent.Percent, out var payout)
                && share == Percentage.FromPercent(payout);
        }));

    [Property]
    public Property Each_slope_leads_from_point_to_point() =>
        Prop.ForAll(CurveSample.Any, sample =>
        {
            var curve = sample.Curve;
            var inner = curve.Segments.Where(segment => segment.From is not null && segment.To is not null).ToArray();
            var pairs = sample.Points.Zip(sample.Points.Skip(1), (first, second) => (first, second))
                .Where(pair => pair.first.Level != pair.second.Level).ToArray();
            return inner.Length == pairs.Length
                && inner.Zip(pairs, (segment, pair) =>
                    segment.From == pair.first.Level && segment.To == pair.second.Level
                    && segment.Slope == (pair.second.Payout - pair.first.Payout) / (pair.second.Level - pair.first.Level))
                    .All(holds => holds)
                && curve.Segments.Count(segment => segment.From is null) == (curve.Below == CurveEnd.None ? 0 : 1)
                && curve.Segments.Count(segment => segment.To is null) == (curve.Above == CurveEnd.None ? 0 : 1);
        });

    [Fact]
    public void Slopes_are_the_points_of_payout_for_each_point_of_attainment()
    {
        Assert.Equal(["80 to 100: 2.5", "100 to 120: 5"], s_plan.Segments.Select(segment => segment.ToString()));
        Assert.Equal(
            ["below 80: 0", "80 to 100: 2.5", "100 to 120: 5", "above 120: 5"],
            s_plan.ZeroBelow().ContinuedAbove().Segments.Select(segment => segment.ToString()));
        Assert.Equal(["below 80: 2.5", "above 120: 0"],
            s_plan.ContinuedBelow().FlatAbove().Segments.Where((_, i) => i is 0 or 3).Select(segment => segment.ToString()));
        Assert.Equal("everywhere: 0", default(CurveSegment).ToString());
    }

    [Fact]
    public void Nothing_between_two_points_overflows()
    {
        const decimal Most = 100_000_000_000_000m;
        var curve = PayoutCurve.Rising((-Most, -Most), (Most, Most));

        Assert.Equal(99_999_999_999_999.99m, curve.At(99_999_999_999_999.99m));
        Assert.Equal(0.0000000000000000000000000001m, PayoutCurve.Rising((0m, 0m), (1m, 1m)).At(0.0000000000000000000000000001m));
    }

    [Fact]
    public void Beyond_the_points_only_a_payout_that_no_decimal_holds_overflows()
    {
        const decimal Most = 100_000_000_000_000m;
        var steep = PayoutCurve.Rising((-2m, 0m), (-1m, 100m)).ContinuedAbove().ContinuedBelow();
        var capped = steep.WithFloor(-50m).WithCap(150m);

        // The product on the way has 29 digits and more, and so has the difference of the levels.
        Assert.Equal(10m * Most, PayoutCurve.Rising((0m, 0m), (Most, Most)).ContinuedAbove().At(10m * Most));
        Assert.Equal(-10m * Most, PayoutCurve.Rising((0m, 0m), (Most, Most)).ContinuedBelow().At(-10m * Most));
        Assert.Equal(150m, capped.At(decimal.MaxValue));
        Assert.Equal(-50m, capped.At(decimal.MinValue));
        Assert.Equal(Percentage.FromPercent(150m), capped.At(Percentage.FromPercent(decimal.MaxValue)));
        Assert.True(capped.TryAt(decimal.MaxValue, out var payout));
        Assert.Equal(150m, payout);
        Assert.Throws<System.OverflowException>(() => steep.At(decimal.MaxValue));
        Assert.Throws<System.OverflowException>(() => steep.WithFloor(-50m).At(decimal.MaxValue));
        Assert.Throws<System.OverflowException>(() => steep.WithCap(150m).TryAt(decimal.MinValue, out _));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
