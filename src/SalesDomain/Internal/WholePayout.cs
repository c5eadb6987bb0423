using System.Linq;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// The payout of a curve in whole numbers of any length, for amounts whose products a decimal does not hold: everything is a fraction until
/// the one division at the end.
/// </summary>
internal static class WholePayout
{
    private static readonly BigInteger s_one = BigInteger.Pow(10, DecimalMath.MostDigits);

    internal static decimal? Of(CurveTable curve, decimal target, decimal achieved, decimal quota)
    {
        var (whole, hundredfold) = (Whole(quota), Whole(achieved) * 100 * s_one);
        var bounds = curve.Levels.Select(level => Whole(level) * whole).ToArray();
        var step = bounds.Count(bound => bound <= hundredfold) - 1;
        var line = curve.Follow(step, step >= 0 && bounds[step] == hundredfold, out var payout);
        if (line == CurveTable.Nothing)
            return null;

        var (numerator, denominator) = line == CurveTable.Fixed ? (Whole(payout), s_one) : On(curve.Lines[line], hundredfold, whole);
        if (curve.Ends.Cap is { } cap && numerator * s_one > Whole(cap) * denominator)
            (numerator, denominator) = (Whole(cap), s_one);
        else if (curve.Ends.Floor is { } floor && numerator * s_one < Whole(floor) * denominator)
            (numerator, denominator) = (Whole(floor), s_one);

        return DecimalMath.Quotient(Whole(target) * numerator, s_one * 100 * denominator);
    }

    // Payout + (level − its level) × rise ÷ run, the level being hundredfold ÷ quota, over one denominator.
    private static (BigInteger Numerator, BigInteger Denominator) On(CurveLine line, BigInteger hundredfold, BigInteger quota)
    {
        var run = Whole(line.NextLevel) - Whole(line.Level);
        var rise = Whole(line.NextPayout) - Whole(line.Payout);
        return ((Whole(line.Payout) * quota * run) + ((hundredfold - (Whole(line.Level) * quota)) * rise), s_one * quota * run);
    }

    private static BigInteger Whole(decimal value) => DecimalMath.ToInteger(value, DecimalMath.MostDigits);
}
