namespace SalesDomain.Benchmarks;

/// <summary>
/// What a good engineer would write for one plan: zero below, flat above, a scan from the top because the points are few; no jumps, no
/// other ends, no cap, and no care for products that a decimal does not hold.
/// </summary>
internal sealed class HandWrittenCurve
{
    private readonly (decimal Level, decimal Payout)[] _points;

    internal HandWrittenCurve((decimal Level, decimal Payout)[] points) => _points = points;

    internal decimal At(decimal level)
    {
        var last = _points.Length - 1;
        if (level >= _points[last].Level)
            return _points[last].Payout;

        for (var i = last - 1; i >= 0; i--)
        {
            if (level >= _points[i].Level)
            {
                return _points[i].Payout
                    + ((level - _points[i].Level) * (_points[i + 1].Payout - _points[i].Payout)
                        / (_points[i + 1].Level - _points[i].Level));
            }
        }

        return 0m;
    }

    /// <summary>Multiplied out, one division last: an attainment divided out first would not meet a bound exactly, nor a cent.</summary>
    internal decimal Payout(decimal target, decimal achieved, decimal quota)
    {
        var hundredfold = achieved * 100m;
        var last = _points.Length - 1;
        if (hundredfold >= _points[last].Level * quota)
            return target * _points[last].Payout / 100m;

        for (var i = last - 1; i >= 0; i--)
        {
            var from = _points[i].Level * quota;
            if (hundredfold >= from)
            {
                var run = (_points[i + 1].Level - _points[i].Level) * quota;
                var rise = _points[i + 1].Payout - _points[i].Payout;
                return target * ((_points[i].Payout * run) + ((hundredfold - from) * rise)) / (100m * run);
            }
        }

        return 0m;
    }
}
