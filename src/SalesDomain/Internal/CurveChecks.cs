using System;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>What the points and ends of a curve must be.</summary>
internal static class CurveChecks
{
    // The product of two differences of such numbers still fits in a decimal, so that nothing between two points ever overflows.
    private const decimal Largest = 100_000_000_000_000m;

    internal static void Points(CurveOrder order, JumpSide? jumps, (decimal Level, decimal Payout)[] points, string parameterName)
    {
        if (jumps is { } side)
            Ardalis.GuardClauses.Guard.Against.Undefined(side, nameof(jumps));

        foreach (var (level, payout) in points)
        {
            InRange(level, parameterName);
            InRange(payout, parameterName);
        }

        for (var i = 1; i < points.Length; i++)
            Neighbours(points, i, jumps, parameterName);

        Order(order, points, parameterName);
    }

    /// <summary>The point that a slope leads to.</summary>
    internal static (decimal Level, decimal Payout) Next(
        (decimal Level, decimal Payout) point, decimal level, decimal slope, string parameterName)
    {
        InRange(level, parameterName);
        InRange(slope, parameterName);
        if (level <= point.Level)
        {
            throw Guards.Invalid(
                parameterName,
                InvariantText.Number(level) + " after " + InvariantText.Number(point.Level),
                "must rise from each end to the next");
        }

        var next = (level, point.Payout + ((level - point.Level) * slope));
        InRange(next.Item2, parameterName);
        return next;
    }

    /// <summary>A line is continued only where there is one, and a zero must not break the order.</summary>
    internal static void Ends(PayoutCurve curve, CurveEnds ends)
    {
        var points = curve.Points;
        var last = points.Count - 1;
        if (ends.Below == CurveEnd.Continued)
            RequireLine(last > 0 && points[0].Level != points[1].Level, "first", points[0]);
        if (ends.Above == CurveEnd.Continued)
            RequireLine(last > 0 && points[last].Level != points[last - 1].Level, "last", points[last]);
        if (ends.Below == CurveEnd.Zero)
            RequireZero(curve.Order != CurveOrder.Falling, curve.Order, points[0], "below");
        if (ends.Above == CurveEnd.Zero)
            RequireZero(curve.Order != CurveOrder.Rising, curve.Order, points[last], "above");
    }

    private static void Neighbours((decimal Level, decimal Payout)[] points, int i, JumpSide? jumps, string parameterName)
    {
        var (before, point) = (points[i - 1], points[i]);
        var both = CurveText.Of(point) + " after " + CurveText.Of(before);
        if (point.Level < before.Level)
            throw Guards.Invalid(parameterName, both, "must rise from each level to the next");
        if (point.Level > before.Level)
            return;
        if (jumps is null)
            throw Guards.Invalid(parameterName, both, "must say by a JumpSide which of two payouts holds at their level");
        if (point.Payout == before.Payout || (i > 1 && points[i - 2].Level == point.Level))
            throw Guards.Invalid(parameterName, both, "must have at a level one payout, or one before it and another after it");
    }

    private static void Order(CurveOrder order, (decimal Level, decimal Payout)[] points, string parameterName)
    {
        // Up to the best a corridor rises, from there on it falls.
        var most = points.Max(point => point.Payout);
        var best = order switch
        {
            CurveOrder.Rising => points.Length - 1,
            CurveOrder.Falling => 0,
            _ => Array.FindIndex(points, point => point.Payout == most),
        };

        for (var i = 1; i < points.Length && order != CurveOrder.Unordered; i++)
        {
            var isUp = i <= best;
            if (isUp ? points[i].Payout >= points[i - 1].Payout : points[i].Payout <= points[i - 1].Payout)
                continue;

            var where = order == CurveOrder.Corridor ? isUp ? " before the best payout" : " after the best payout" : "";
            throw Guards.Invalid(
                parameterName,
                CurveText.Of(points[i]) + " after " + CurveText.Of(points[i - 1]),
                "must not " + (isUp ? "fall" : "rise") + where);
        }
    }

    private static void RequireLine(bool exists, string which, (decimal Level, decimal Payout) point)
    {
        if (!exists)
            throw new InvalidOperationException("There is no line to continue at the " + which + " point " + CurveText.Of(point) + ".");
    }

    /// <summary>The zero must not be above the payout, or must not be below it.</summary>
    private static void RequireZero(bool atMost, CurveOrder order, (decimal Level, decimal Payout) point, string where)
    {
        if (order != CurveOrder.Unordered && (atMost ? point.Payout < 0m : point.Payout > 0m))
        {
            throw new InvalidOperationException(
                "A payout of zero " + where + " the point " + CurveText.Of(point) + " breaks the declared order of the curve.");
        }
    }

    private static void InRange(decimal number, string parameterName)
    {
        if (number is < -Largest or > Largest)
            throw Guards.OutOfRange(parameterName, InvariantText.Number(number), "must lie from -100000000000000 to 100000000000000");
    }
}
