using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>A curve in words, as it prints: <c>rising 0: 0, below 80: 0, from 80: 50, 100: 100, flat above, cap 150</c>.</summary>
internal static class CurveText
{
    internal static string Of((decimal Level, decimal Payout) point) =>
        "(" + InvariantText.Number(point.Level) + ", " + InvariantText.Number(point.Payout) + ")";

    internal static string Of(PayoutCurve curve)
    {
        IEnumerable<string?> parts =
        [
            .. curve.Points.GroupBy(point => point.Level, point => point.Payout).Select(level => Level(level.Key, [.. level], curve.Jumps)),
            End(curve.Below, "below"),
            End(curve.Above, "above"),
            Bound("floor ", curve.Floor),
            Bound("cap ", curve.Cap),
        ];
        return Order(curve.Order) + " " + string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Level(decimal level, decimal[] payouts, JumpSide? jumps)
    {
        var at = InvariantText.Number(level);
        var first = InvariantText.Number(payouts[0]);
        if (payouts.Length == 1)
            return at + ": " + first;

        var after = jumps == JumpSide.From || (jumps == JumpSide.Higher && payouts[1] > payouts[0])
            || (jumps == JumpSide.Lower && payouts[1] < payouts[0]);
        var second = InvariantText.Number(payouts[1]);
        return after ? "below " + at + ": " + first + ", from " + at + ": " + second
            : "up to " + at + ": " + first + ", above " + at + ": " + second;
    }

    private static string Order(CurveOrder order) =>
        order switch
        {
            CurveOrder.Rising => "rising",
            CurveOrder.Falling => "falling",
            CurveOrder.Corridor => "corridor",
            _ => "unordered",
        };

    private static string? End(CurveEnd end, string where) =>
        end switch
        {
            CurveEnd.Flat => "flat " + where,
            CurveEnd.Continued => "continued " + where,
            CurveEnd.Zero => "zero " + where,
            _ => null,
        };

    private static string? Bound(string name, decimal? bound) => bound is { } payout ? name + InvariantText.Number(payout) : null;
}
