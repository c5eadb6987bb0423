using System;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// Amounts that come one after the other, split by the same weights in running totals. However many come, the parts of each total the
/// amount, and the parts together are the weights when the amounts together are, and nothing when they are nothing.
/// </summary>
internal sealed class RunningSplit
{
    private readonly decimal[] _given;
    private decimal[] _weights = [];
    private decimal _whole;
    private decimal _shares;
    private decimal _toDate;

    internal RunningSplit(decimal[] weights)
    {
        _given = new decimal[weights.Length];
        Weigh(weights);
    }

    /// <summary>Whether more was given than the weights come to.</summary>
    internal bool IsOver => _toDate > _whole;

    /// <summary>One of which the whole has been given.</summary>
    internal static RunningSplit Begun(decimal[] weights)
    {
        var split = new RunningSplit(weights);
        split.Add(weights);
        return split;
    }

    /// <summary>From here on by other weights; who has been given too much by them waits, until all is given.</summary>
    internal void Weigh(decimal[] weights)
    {
        if (ReferenceEquals(weights, _weights))
            return;

        _weights = weights;
        _whole = weights.Sum();
        _shares = weights.Where(weight => weight > 0m).Sum();
    }

    /// <summary>What was split in another way.</summary>
    internal void Add(decimal[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
            _given[i] += parts[i];
        _toDate += parts.Sum();
    }

    /// <summary>The parts of the next amount.</summary>
    internal decimal[] Next(Money amount)
    {
        var parts = PartsOf(amount, _toDate + amount.Amount);
        Add(parts);
        return parts;
    }

    private decimal[] PartsOf(Money amount, decimal toDate)
    {
        if (toDate == _whole || toDate == 0m)
            return [.. _weights.Select((weight, i) => (toDate == 0m ? 0m : weight) - _given[i])];
        if (amount.IsZero)
            return new decimal[_weights.Length];

        // Each is given what it lacks, and never the other sign; who has a fraction too much waits until it has not.
        var sign = amount.IsNegative ? -1m : 1m;
        var lacking = _weights.Select((weight, i) =>
            Math.Max(0m, sign * ((weight > 0m ? toDate * (weight / _shares) : 0m) - _given[i])));
        return Array.ConvertAll(UnitOf(amount).Split(sign * amount.Amount, lacking), part => sign * part);
    }

    // An amount with more decimals than its currency has is split in units of its last one.
    private static Apportionment UnitOf(Money amount) =>
        Apportionment.InUnitsOf(
            DecimalMath.PowerOfTenth(Math.Max(amount.Currency.MinorDigits ?? 0, DecimalMath.SignificantDecimals(amount.Amount))));
}
