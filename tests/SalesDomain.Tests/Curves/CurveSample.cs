using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Curves;

/// <summary>
/// A curve as its points and declarations, a few levels set against it, and what the words of the documentation say about both.
/// </summary>
internal sealed class CurveSample
{
    private CurveSample(
        CurveOrder order,
        JumpSide jumps,
        (decimal Level, decimal Payout)[] points,
        CurveEnd below,
        CurveEnd above,
        decimal? floor,
        decimal? cap,
        decimal[] levels)
    {
        Order = order;
        Jumps = jumps;
        Points = points;
        Below = IsPossible(below, isBelow: true) ? below : CurveEnd.None;
        Above = IsPossible(above, isBelow: false) ? above : CurveEnd.None;
        Floor = floor;
        Cap = cap < floor ? floor : cap;
        Levels = levels;
    }

    /// <summary>Points in cents, any order, jumps, ends and bounds; levels at, beside, between and beyond the points.</summary>
    internal static Arbitrary<CurveSample> Any { get; } = Samples().ToArbitrary();

    /// <summary>The same with points of 28 digits: everything is divided by 7.</summary>
    internal static Arbitrary<CurveSample> Awkward { get; } = Samples().Select(sample => sample.Divided(7m)).ToArbitrary();

    internal CurveOrder Order { get; }

    internal JumpSide Jumps { get; }

    internal (decimal Level, decimal Payout)[] Points { get; }

    internal CurveEnd Below { get; }

    internal CurveEnd Above { get; }

    internal decimal? Floor { get; }

    internal decimal? Cap { get; }

    internal decimal[] Levels { get; }

    internal PayoutCurve Curve
    {
        get
        {
            var curve = Order switch
            {
                CurveOrder.Rising => PayoutCurve.Rising(Jumps, Points),
                CurveOrder.Falling => PayoutCurve.Falling(Jumps, Points),
                CurveOrder.Corridor => PayoutCurve.Corridor(Jumps, Points),
                _ => PayoutCurve.Unordered(Jumps, Points),
            };
            curve = Below switch
            {
                CurveEnd.Flat => curve.FlatBelow(),
                CurveEnd.Zero => curve.ZeroBelow(),
                CurveEnd.Continued => curve.ContinuedBelow(),
                _ => curve,
            };
            curve = Above switch
            {
                CurveEnd.Flat => curve.FlatAbove(),
                CurveEnd.Zero => curve.ZeroAbove(),
                CurveEnd.Continued => curve.ContinuedAbove(),
                _ => curve,
            };
            curve = Floor is { } floor ? curve.WithFloor(floor) : curve;
            return Cap is { } cap ? curve.WithCap(cap) : curve;
        }
    }

    /// <summary>The exact payout at an exact level, or null where none is declared.</summary>
    internal Ratio? At(Ratio level)
    {
        if (Unbounded(level) is not { } payout)
            return null;

        return Cap is { } cap && payout > cap ? cap : Floor is { } floor && payout < floor ? floor : payout;
    }

    /// <summary>
    /// The payouts at the two points that a level lies between, held to cap and floor; null at a level of a point and beyond the points.
    /// </summary>
    internal (decimal Low, decimal High)? Neighbours(decimal level)
    {
        var below = Points.Where(point => point.Level < level).ToArray();
        var above = Points.Where(point => point.Level > level).ToArray();
        if (below.Length == 0 || above.Length == 0 || below.Length + above.Length < Points.Length)
            return null;

        decimal[] payouts = [Held(below.Last().Payout), Held(above[0].Payout)];
        return (payouts.Min(), payouts.Max());

        decimal Held(decimal payout) => payout > Cap ? Cap.Value : payout < Floor ? Floor.Value : payout;
    }

    internal CurveSample With(JumpSide jumps) => new(Order, jumps, Points, Below, Above, Floor, Cap, Levels);

    public override string ToString() =>
        Curve + " at " + string.Join(", ", Levels.Select(level => level.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private Ratio? Unbounded(Ratio level)
    {
        var at = Points.Where(point => level.Is(point.Level)).Select(point => point.Payout).ToArray();
        if (at.Length > 0)
            return Jumps switch { JumpSide.UpTo => at[0], JumpSide.From => at.Last(), JumpSide.Higher => at.Max(), _ => at.Min() };

        var last = Points.Length - 1;
        if (level < Points[0].Level)
            return End(Below, Points[0], Points[Math.Min(1, last)], level);
        if (level > Points[last].Level)
            return End(Above, Points[last], Points[Math.Max(0, last - 1)], level);

        var next = Points.First(point => level < point.Level);
        return Line(Points.Last(point => level > point.Level), next, level);
    }

    private static Ratio? End(CurveEnd end, (decimal Level, decimal Payout) near, (decimal Level, decimal Payout) far, Ratio level) =>
        end switch { CurveEnd.Flat => near.Payout, CurveEnd.Zero => 0m, CurveEnd.Continued => Line(near, far, level), _ => null };

    private static Ratio Line((decimal Level, decimal Payout) one, (decimal Level, decimal Payout) two, Ratio level) =>
        one.Payout + ((level - one.Level) * ((Ratio)two.Payout - one.Payout) / ((Ratio)two.Level - one.Level));

    private bool IsPossible(CurveEnd end, bool isBelow)
    {
        var (near, far) = isBelow
            ? (Points[0], Points[Math.Min(1, Points.Length - 1)])
            : (Points.Last(), Points[Math.Max(0, Points.Length - 2)]);
        if (end == CurveEnd.Continued)
            return near.Level != far.Level;
        if (end != CurveEnd.Zero || Order == CurveOrder.Unordered)
            return true;

        // Where the curve goes up to the point, zero is at most its payout; where it comes down to it, at least.
        var isUp = isBelow ? Order != CurveOrder.Falling : Order != CurveOrder.Rising;
        return isUp ? near.Payout >= 0m : near.Payout <= 0m;
    }

    private CurveSample Divided(decimal by) =>
        new(Order, Jumps, Array.ConvertAll(Points, point => (point.Level / by, point.Payout / by)), Below, Above, Floor / by, Cap / by,
            Array.ConvertAll(Levels, level => level / by));

    private static Gen<CurveSample> Samples() =>
        from order in Gen.Elements(CurveOrder.Rising, CurveOrder.Falling, CurveOrder.Unordered, CurveOrder.Corridor)
        from jumps in Gen.Elements(JumpSide.From, JumpSide.UpTo, JumpSide.Higher, JumpSide.Lower)
        from start in Gen.Choose(-5_000, 10_000)
        from payout in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(-5_000, 10_000)))
        from runs in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1)), (6, Gen.Choose(1, 6_000))).ArrayOf(12)
        from rises in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Constant(1)), (6, Gen.Choose(1, 10_000))).ArrayOf(12)
        from signs in Gen.Elements(1, -1).ArrayOf(12)
        from count in Gen.Frequency((4, Gen.Choose(0, 5)), (1, Gen.Choose(6, 12)))
        from best in Gen.Choose(0, 12)
        let points = Of(order, start, payout, runs.Take(count).ToArray(), rises, signs, best)
        from below in End()
        from above in End()
        from floor in Bound()
        from cap in Bound()
        from levels in Level(points).ArrayOf(3)
        select new CurveSample(order, jumps, points, below, above, floor, cap, levels);

    private static (decimal Level, decimal Payout)[] Of(
        CurveOrder order, int start, int payout, int[] runs, int[] rises, int[] signs, int best)
    {
        var points = new List<(decimal Level, decimal Payout)> { (start * 0.01m, payout * 0.01m) };
        for (var i = 0; i < runs.Length; i++)
        {
            var isUp = order switch
            {
                CurveOrder.Rising => true,
                CurveOrder.Falling => false,
                CurveOrder.Corridor => i < best,
                _ => signs[i] > 0,
            };

            // No third point at a level, and a jump that goes somewhere.
            var isThird = points.Count > 1 && points[points.Count - 2].Level == points.Last().Level;
            var run = runs[i] == 0 && isThird ? 1 : runs[i];
            var rise = run == 0 ? Math.Max(1, rises[i]) : rises[i];
            points.Add((points.Last().Level + (run * 0.01m), points.Last().Payout + ((isUp ? rise : -rise) * 0.01m)));
        }

        return [.. points];
    }

    private static Gen<CurveEnd> End() => Gen.Elements(CurveEnd.None, CurveEnd.Flat, CurveEnd.Zero, CurveEnd.Continued, CurveEnd.Continued);

    private static Gen<decimal?> Bound() =>
        Gen.Frequency((2, Gen.Constant((decimal?)null)), (1, Gen.Choose(-10_000, 20_000).Select(cents => (decimal?)(cents * 0.01m))));

    private static Gen<decimal> Level((decimal Level, decimal Payout)[] points)
    {
        var levels = points.Select(point => point.Level).ToArray();
        return Gen.Frequency(
            (2, Gen.Elements(levels)),
            (3, Gen.Elements(levels).SelectMany(level => Gen.Elements(-0.01m, 0.01m, -1e-20m, 1e-20m), (level, step) => level + step)),
            (3, Gen.Choose(0, 1_000).Select(part => levels[0] + ((levels.Last() - levels[0]) * part / 999m))),
            (2, Gen.Choose(-20_000, 60_000).Select(cents => cents * 0.01m)),
            (1, Gen.Elements(-1e9m, 1e9m, 1_234_567.89m)));
    }
}
