namespace SalesDomain.Benchmarks;

/// <summary>
/// What a good engineer would write without the library: cumulative sums made once, a scan from the top because the steps are few, and no
/// care for currencies, ceilings, mirrored returns or the side of a boundary.
/// </summary>
internal sealed class HandWrittenTiers
{
    private readonly decimal[] _from;
    private readonly decimal[] _values;
    private readonly decimal[] _below;

    internal HandWrittenTiers((decimal From, decimal Value)[] steps)
    {
        _from = new decimal[steps.Length];
        _values = new decimal[steps.Length];
        _below = new decimal[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            (_from[i], _values[i]) = steps[i];
            if (i > 0)
                _below[i] = _below[i - 1] + ((_from[i] - _from[i - 1]) * _values[i - 1]);
        }
    }

    internal decimal At(decimal level)
    {
        for (var i = _from.Length - 1; i >= 0; i--)
        {
            if (level >= _from[i])
                return _values[i];
        }

        return 0m;
    }

    internal decimal AllUnits(decimal amount) => amount * At(amount);

    internal decimal Graduated(decimal amount)
    {
        for (var i = _from.Length - 1; i >= 0; i--)
        {
            if (amount >= _from[i])
                return _below[i] + ((amount - _from[i]) * _values[i]);
        }

        return 0m;
    }

    /// <summary>Bounds are fractions of the quota, and are multiplied by it: a quotient would not meet a bound exactly.</summary>
    internal decimal GraduatedOn(decimal quota, decimal achieved)
    {
        for (var i = _from.Length - 1; i >= 0; i--)
        {
            var from = _from[i] * quota;
            if (achieved >= from)
                return (_below[i] * quota) + ((achieved - from) * _values[i]);
        }

        return 0m;
    }
}
