using System;

namespace SalesDomain.Internal;

/// <summary>The straight line of a curve between two neighbouring points.</summary>
internal readonly struct CurveLine
{
    private readonly decimal _level;
    private readonly decimal _payout;
    private readonly decimal _nextLevel;
    private readonly decimal _nextPayout;
    private readonly decimal _run;
    private readonly decimal _rise;

    // Payout × run − level × rise, so that the line is (offset + rise × level) ÷ run; exact for points of everyday length.
    private readonly decimal _offset;
    private readonly bool _hasOffset;
    private readonly decimal _hundredRuns;

    internal CurveLine(decimal level, decimal payout, decimal nextLevel, decimal nextPayout)
    {
        (_level, _payout, _nextLevel, _nextPayout) = (level, payout, nextLevel, nextPayout);
        (_run, _rise) = (nextLevel - level, nextPayout - payout);
        var (up, down) = (payout * _run, level * _rise);
        _offset = up - down;
        _hundredRuns = _run * 100m;
        _hasOffset = DecimalMath.IsProduct(_run, 100m, _hundredRuns)
            && DecimalMath.IsSum(nextLevel, level, _run) && DecimalMath.IsSum(nextPayout, payout, _rise)
            && DecimalMath.IsProduct(payout, _run, up) && DecimalMath.IsProduct(level, _rise, down) && DecimalMath.IsSum(up, down, _offset);
    }

    internal decimal Level => _level;

    internal decimal Payout => _payout;

    internal decimal NextLevel => _nextLevel;

    internal decimal NextPayout => _nextPayout;

    internal decimal Slope => _rise / _run;

    /// <summary>
    /// The payout on the line or, outside the two points, on its continuation. Products and quotients are rounded in order, so that a
    /// higher level is never on the wrong side of a lower one.
    /// </summary>
    internal decimal At(decimal level)
    {
        if (level > _nextLevel)
            return _nextPayout + ((level - _nextLevel) * _rise / _run);

        var payout = _payout + ((level - _level) * _rise / _run);

        // A quotient rounded up must not lead past the next point.
        return DecimalMath.HasMinusSign(_rise) ? Math.Max(payout, _nextPayout) : Math.Min(payout, _nextPayout);
    }

    /// <summary>
    /// Target × (offset × quota + rise × achieved) ÷ (100 × run × quota), the achievement being given a hundredfold; false when a decimal
    /// does not hold one of the products to the last digit.
    /// </summary>
    internal bool TryPayout(decimal target, decimal hundredfold, decimal quota, out decimal payout)
    {
        var (constant, variable) = (_offset * quota, _rise * hundredfold);
        var sum = constant + variable;
        var (numerator, denominator) = (target * sum, _hundredRuns * quota);
        payout = numerator / denominator;
        return _hasOffset && DecimalMath.IsProduct(_offset, quota, constant) && DecimalMath.IsProduct(_rise, hundredfold, variable)
            && DecimalMath.IsSum(constant, variable, sum) && DecimalMath.IsProduct(target, sum, numerator)
            && DecimalMath.IsProduct(_hundredRuns, quota, denominator);
    }
}
