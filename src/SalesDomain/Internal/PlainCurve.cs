using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>
/// A curve read off its points: the plain code of interpolation, with no search, and drawn from the far end of each line.
/// </summary>
internal static class PlainCurve
{
    internal static Figure Interpolate(IReadOnlyList<Figure> figures, PayoutCurve curve)
    {
        PlainCode.Require(figures.Count is 1 or 3, "there must be a level, or a target incentive with an achievement and its quota");
        return figures.Count == 1 ? AtLevel(figures[0], curve) : OfTarget(figures[0], figures[1], figures[2], curve);
    }

    private static Figure AtLevel(Figure level, PayoutCurve curve)
    {
        PlainCode.Require(level.Kind is FigureKind.Number or FigureKind.Percentage, "the level must be a number or a percentage");
        var scale = level.Kind == FigureKind.Percentage ? 100m : 1m;
        return Payout(curve, level.Number * scale, 1m) is { } payout ? level.With(payout / scale) : Figure.Absent;
    }

    private static Figure OfTarget(Figure target, Figure achieved, Figure quota, PayoutCurve curve)
    {
        PlainCode.Require(target.Kind == FigureKind.Money && target.Number >= 0m, "the target incentive must be money of zero or more");
        PlainCode.Require(
            achieved.Kind is FigureKind.Money or FigureKind.Quantity or FigureKind.Number && achieved.IsComparableWith(quota),
            "achievement and quota must be of one currency or unit");
        return quota.Number > 0m && Payout(curve, achieved.Number * 100m, quota.Number) is { } payout
            ? target.With(target.Number * payout / 100m) : Figure.Absent;
    }

    /// <summary>The payout at amount ÷ scale; a bound is set against them by multiplication.</summary>
    private static decimal? Payout(PayoutCurve curve, decimal amount, decimal scale)
    {
        var points = curve.Points;
        var at = points.Where(point => point.Level * scale == amount).Select(point => point.Payout).ToArray();
        var below = points.Where(point => point.Level * scale < amount).ToArray();
        var above = points.Where(point => point.Level * scale > amount).ToArray();
        var last = below.Length - 1;
        var payout = at.Length > 0 ? Holding(at, curve.Jumps)
            : below.Length == 0 ? Beyond(curve.Below, above[0], above.Length > 1 ? above[1] : above[0], amount, scale)
            : above.Length == 0 ? Beyond(curve.Above, below[last], below.Length > 1 ? below[last - 1] : below[last], amount, scale)
            : OnLine(below[last], above[0], amount, scale);
        return payout > curve.Cap ? curve.Cap : payout < curve.Floor ? curve.Floor : payout;
    }

    private static decimal Holding(decimal[] payouts, JumpSide? jumps) =>
        jumps switch
        {
            JumpSide.Lower => payouts.Min(),
            JumpSide.Higher => payouts.Max(),
            JumpSide.UpTo => payouts[0],
            _ => payouts[payouts.Length - 1],
        };

    private static decimal? Beyond(
        CurveEnd end, (decimal Level, decimal Payout) near, (decimal Level, decimal Payout) far, decimal amount, decimal scale) =>
        end switch
        {
            CurveEnd.Zero => 0m,
            CurveEnd.Flat => near.Payout,
            CurveEnd.Continued => OnLine(far, near, amount, scale),
            _ => null,
        };

    private static decimal OnLine(
        (decimal Level, decimal Payout) first, (decimal Level, decimal Payout) second, decimal amount, decimal scale) =>
        second.Payout - (((second.Level * scale) - amount) * (second.Payout - first.Payout) / (second.Level - first.Level) / scale);
}
