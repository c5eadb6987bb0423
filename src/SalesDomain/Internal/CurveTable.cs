using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>The points of a curve with what holds at each of them, the lines between, and what lies beyond.</summary>
internal sealed class CurveTable
{
    /// <summary>No line is followed: the payout is fixed.</summary>
    internal const int Fixed = -1;

    /// <summary>No line is followed: there is no payout.</summary>
    internal const int Nothing = -2;

    private readonly StepTable<decimal> _steps;
    private readonly decimal[] _levels;

    // At each level the payout that holds there; of the first and last level also what holds before and after.
    private readonly decimal[] _payouts;
    private readonly decimal _first;
    private readonly decimal _last;
    private readonly CurveLine[] _lines;
    private readonly CurveEnds _ends;

    private CurveTable(
        StepTable<decimal> steps, decimal[] levels, decimal[] payouts, decimal first, decimal last, CurveLine[] lines, CurveEnds ends)
    {
        _steps = steps;
        _levels = levels;
        _payouts = payouts;
        _first = first;
        _last = last;
        _lines = lines;
        _ends = ends;
    }

    internal CurveEnds Ends => _ends;

    internal IReadOnlyList<decimal> Levels => _levels;

    internal IReadOnlyList<CurveLine> Lines => _lines;

    internal static CurveTable Create((decimal Level, decimal Payout)[] points, JumpSide? jumps)
    {
        // Points that share a level are one level with a payout before it and one after it.
        var groups = points.GroupBy(point => point.Level, point => point.Payout).ToArray();
        var levels = Array.ConvertAll(groups, group => group.Key);
        var lines = new CurveLine[levels.Length - 1];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new CurveLine(levels[i], groups[i].Last(), levels[i + 1], groups[i + 1].First());

        return new CurveTable(
            StepTable<decimal>.Create(levels, StepSide.From),
            levels,
            Array.ConvertAll(groups, group => Holding(group.First(), group.Last(), jumps)),
            points[0].Payout, points[points.Length - 1].Payout, lines, default);
    }

    internal CurveTable With(CurveEnds ends) => new(_steps, _levels, _payouts, _first, _last, _lines, ends);

    internal bool TryAt(decimal level, out decimal payout)
    {
        var step = _steps.Find(new AmountProbe(level));
        var line = Follow(step, step >= 0 && level == _levels[step], out payout);
        if (line == Nothing)
            return false;

        payout = line == Fixed ? _ends.Bounded(payout)
            : line == step ? _ends.Bounded(_lines[line].At(level))
            : Continued(line, level);
        return true;
    }

    /// <summary>Beyond the points a product may be too large on the way to a payout, or to the cap, that is not.</summary>
    private decimal Continued(int line, decimal level)
    {
        try
        {
            return _ends.Bounded(_lines[line].At(level));
        }
        catch (OverflowException)
        {
            return WholePayout.Of(this, 100m, level, 100m).GetValueOrDefault();
        }
    }

    /// <summary>
    /// The exact payout, once rounded to a decimal: by decimals where they hold every product, otherwise by whole numbers.
    /// </summary>
    internal bool TryPayout(decimal target, decimal achieved, decimal quota, out decimal payout)
    {
        try
        {
            if (TryDecimals(target, achieved, quota, out var result))
            {
                payout = result ?? 0m;
                return result is not null;
            }
        }
        catch (ArithmeticException)
        {
            // A product too large on the way, or a denominator too small; the result itself may well fit.
        }

        var whole = WholePayout.Of(this, target, achieved, quota);
        payout = whole ?? 0m;
        return whole is not null;
    }

    /// <summary>The line a level lies on, or is continued; or none, with the payout that is fixed there.</summary>
    internal int Follow(int step, bool isAtLevel, out decimal payout)
    {
        payout = isAtLevel ? _payouts[step] : 0m;
        if (isAtLevel)
            return Fixed;

        var isBelow = step < 0;
        if (!isBelow && step < _lines.Length)
            return step;

        switch (isBelow ? _ends.Below : _ends.Above)
        {
            case CurveEnd.Flat:
                payout = isBelow ? _first : _last;
                return Fixed;
            case CurveEnd.Zero:
                return Fixed;
            case CurveEnd.Continued:
                return isBelow ? 0 : _lines.Length - 1;
            default:
                return Nothing;
        }
    }

    /// <summary>
    /// False when a decimal does not hold one of the products to the last digit; no payout, where there is none, is an answer.
    /// </summary>
    private bool TryDecimals(decimal target, decimal achieved, decimal quota, out decimal? payout)
    {
        payout = null;
        var hundredfold = achieved * 100m;
        var step = _steps.Find(new QuotaProbe(hundredfold, quota));
        if (!DecimalMath.IsProduct(achieved, 100m, hundredfold) || !IsBound(step, quota, out var bound) || !IsBound(step + 1, quota, out _))
            return false;

        var line = Follow(step, step >= 0 && hundredfold == bound, out var value);
        if (line == Nothing)
            return true;
        if (line == Fixed)
            return TryShare(target, _ends.Bounded(value), out payout);
        if (!_lines[line].TryPayout(target, hundredfold, quota, out var onLine))
            return false;

        // Rounding keeps the order, so that the rounded payout can be held to the rounded bounds.
        var (least, most) = ((decimal?)null, (decimal?)null);
        if ((_ends.Floor is { } floor && !TryShare(target, floor, out least)) || (_ends.Cap is { } cap && !TryShare(target, cap, out most)))
            return false;

        payout = onLine > most ? most : onLine < least ? least : onLine;
        return true;
    }

    /// <summary>The level in money of the quota; false when it is not exact, so that a comparison with it proves nothing.</summary>
    private bool IsBound(int step, decimal quota, out decimal bound)
    {
        if (step < 0 || step >= _levels.Length)
        {
            bound = 0m;
            return true;
        }

        bound = _levels[step] * quota;
        return DecimalMath.IsProduct(_levels[step], quota, bound);
    }

    private static bool TryShare(decimal target, decimal percent, out decimal? share)
    {
        var product = target * percent;
        share = product / 100m;
        return DecimalMath.IsProduct(target, percent, product);
    }

    private static decimal Holding(decimal before, decimal after, JumpSide? jumps) =>
        jumps switch
        {
            JumpSide.UpTo => before,
            JumpSide.Higher => Math.Max(before, after),
            JumpSide.Lower => Math.Min(before, after),
            _ => after,
        };
}
