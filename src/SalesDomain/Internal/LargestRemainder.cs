using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// The arithmetic of <see cref="Apportionment"/>: everything is a whole number, the total in units and the weights on a common scale, so
/// that a share is an exact fraction and two remainders compare exactly.
/// </summary>
internal sealed class LargestRemainder
{
    private readonly decimal _unit;
    private readonly bool _isNegative;
    private readonly BigInteger _total;
    private readonly BigInteger[] _weights;
    private readonly (BigInteger Least, BigInteger? Most)[] _bounds;
    private readonly bool _isBounded;
    private readonly TieBreak _ties;
    private readonly Func<string, int, int, ArgumentException> _infeasible;
    private readonly BigInteger[] _units;

    internal LargestRemainder(
        decimal total, decimal unit, ApportionmentPart[] parts, TieBreak ties, int? restTo, decimal rest, string parameterName)
        : this(
            total, unit, Weights(parts), parts, ties, restTo, rest,
            (why, _, _) => Guards.Invalid(parameterName, InvariantText.Number(total), why))
    {
    }

    /// <summary>
    /// With weights in whole numbers of any size; those of the parts do not count. What cannot be split is refused by why, the part or −1,
    /// and the side on which the bounds miss the total: 1 where the parts get too much, −1 where they get too little, 0 for any other
    /// reason.
    /// </summary>
    internal LargestRemainder(
        decimal total,
        decimal unit,
        BigInteger[] weights,
        ApportionmentPart[] bounds,
        TieBreak ties,
        int? restTo,
        decimal rest,
        Func<string, int, int, ArgumentException> infeasible)
    {
        _unit = unit;
        _isNegative = total < 0m || rest < 0m;
        _total = BigInteger.Abs(InUnits(total, rest: 0m, roundUp: false));
        _ties = ties;
        _infeasible = infeasible;
        _isBounded = Array.Exists(bounds, part => part.Minimum.HasValue || part.Maximum.HasValue);
        _units = new BigInteger[bounds.Length];
        _weights = weights;
        _bounds = new (BigInteger, BigInteger?)[bounds.Length];
        for (var i = 0; i < bounds.Length; i++)
            _bounds[i] = Bounds(bounds[i], i == restTo ? rest : 0m);
    }

    internal decimal[] Split()
    {
        RequireFeasible();
        GiveRemainders(HoldBounds());
        return Array.ConvertAll(_units, units => (decimal)(_isNegative ? -units : units) * _unit);
    }

    /// <summary>The weights on a common scale.</summary>
    private static BigInteger[] Weights(ApportionmentPart[] parts)
    {
        var digits = parts.Max(part => DecimalMath.Scale(part.Weight));
        return Array.ConvertAll(parts, part => DecimalMath.ToInteger(part.Weight, digits));
    }

    /// <summary>What a part may get in whole units, in the direction of the total; a share never has the opposite sign.</summary>
    private (BigInteger Least, BigInteger? Most) Bounds(ApportionmentPart part, decimal rest)
    {
        var nearer = _isNegative ? -part.Maximum : part.Minimum;
        var farther = _isNegative ? -part.Minimum : part.Maximum;
        var own = _isNegative ? -rest : rest;
        var least = nearer.HasValue ? InUnits(nearer.Value, own, roundUp: true) : BigInteger.Zero;
        return (BigInteger.Max(least, BigInteger.Zero), farther.HasValue ? InUnits(farther.Value, own, roundUp: false) : null);
    }

    /// <summary>
    /// Gives the parts that cannot have their proportional share the bound they meet, and returns the others. Each round holds only the
    /// parts on the side that is short overall, because holding those moves every other share away from that side's bounds: no held part
    /// ever has to be freed again.
    /// </summary>
    private int[] HoldBounds()
    {
        var left = _total;
        for (var i = 0; i < _units.Length; i++)
        {
            if (_weights[i].IsZero)
                left -= _units[i] = _bounds[i].Least;
        }

        var free = Array.FindAll([.. Enumerable.Range(0, _units.Length)], i => !_weights[i].IsZero);
        while (_isBounded)
        {
            var weight = Sum(free, i => _weights[i]);
            var excess = Array.ConvertAll(free, i => Excess(i, left, weight));
            var side = excess.Aggregate(BigInteger.Zero, BigInteger.Add).Sign;
            var kept = new List<int>(free.Length);
            for (var k = 0; k < free.Length; k++)
            {
                var i = free[k];
                var sign = excess[k].Sign;
                if (sign == 0 || (side != 0 && sign != side))
                    kept.Add(i);
                else
                    left -= _units[i] = sign > 0 ? _bounds[i].Least : _bounds[i].Most!.Value;
            }

            if (kept.Count == free.Length)
                break;

            free = [.. kept];
        }

        return free;
    }

    /// <summary>
    /// How far the bound lies from the share, times the weight of all: positive below the least, negative above the most, zero within.
    /// </summary>
    private BigInteger Excess(int part, BigInteger left, BigInteger weight)
    {
        var share = left * _weights[part];
        var least = _bounds[part].Least * weight;
        if (share < least)
            return least - share;

        return _bounds[part].Most is { } bound && share > bound * weight ? (bound * weight) - share : BigInteger.Zero;
    }

    private void GiveRemainders(int[] free)
    {
        if (free.Length == 0)
            return;

        var weight = Sum(free, i => _weights[i]);
        var total = _total - _units.Aggregate(BigInteger.Zero, BigInteger.Add);
        var left = total;
        var remainders = new BigInteger[_weights.Length];
        foreach (var i in free)
        {
            _units[i] = BigInteger.DivRem(total * _weights[i], weight, out remainders[i]);
            left -= _units[i];
        }

        if (left.IsZero)
            return;

        // Fewer units are left than there are parts: above the threshold everybody gets one, at the threshold the tie-break decides.
        var rising = Array.ConvertAll(free, i => remainders[i]);
        Array.Sort(rising);
        var threshold = rising[rising.Length - (int)left];
        foreach (var i in free)
        {
            if (remainders[i] > threshold)
            {
                _units[i] += BigInteger.One;
                left -= BigInteger.One;
            }
        }

        var tied = Array.FindAll(free, i => remainders[i] == threshold);
        Array.Sort(tied, Tie);
        for (var i = 0; i < (int)left; i++)
            _units[tied[i]] += BigInteger.One;
    }

    private int Tie(int i, int j) =>
        _ties switch
        {
            TieBreak.Last => j.CompareTo(i),
            TieBreak.LargestWeight when _weights[i] != _weights[j] => _weights[j].CompareTo(_weights[i]),
            _ => i.CompareTo(j),
        };

    private void RequireFeasible()
    {
        var hasWeight = Array.Exists(_weights, weight => !weight.IsZero);
        if (!_isBounded && (hasWeight || _total.IsZero))
            return;

        var least = BigInteger.Zero;
        BigInteger? most = BigInteger.Zero;
        for (var i = 0; i < _bounds.Length; i++)
        {
            if (_bounds[i].Most < _bounds[i].Least)
            {
                throw Infeasible(
                    "include one, at index " + InvariantText.Number(i) + ", whose bounds hold no multiple of the unit "
                        + InvariantText.Number(_unit) + " in the direction of the total",
                    part: i);
            }

            least += _bounds[i].Least;
            most += _weights[i].IsZero ? _bounds[i].Least : _bounds[i].Most;
        }

        if (least > _total)
            throw Infeasible("get at least " + InTotal(least), side: 1);
        if (most < _total)
        {
            throw hasWeight || Array.TrueForAll(_bounds, bound => bound.Most == bound.Least)
                ? Infeasible("get at most " + InTotal(most.Value), side: -1)
                : Infeasible("have no weight");
        }
    }

    private ArgumentException Infeasible(string why, int part = -1, int side = 0) =>
        _infeasible(why + " and cannot sum to the total", part, side);

    private string InTotal(BigInteger units) =>
        InvariantText.Number(_isNegative ? -units : units) + " units of " + InvariantText.Number(_unit) + " together";

    private static BigInteger Sum(IEnumerable<int> parts, Func<int, BigInteger> of)
    {
        var sum = BigInteger.Zero;
        foreach (var i in parts)
            sum += of(i);

        return sum;
    }

    /// <summary>The amount less the rest, in whole units. In whole numbers, because a bound may be as large as decimals get.</summary>
    private BigInteger InUnits(decimal amount, decimal rest, bool roundUp)
    {
        var digits = Math.Max(Math.Max(DecimalMath.Scale(amount), DecimalMath.Scale(rest)), DecimalMath.Scale(_unit));
        var exact = DecimalMath.ToInteger(amount, digits) - DecimalMath.ToInteger(rest, digits);
        var whole = BigInteger.DivRem(exact, DecimalMath.ToInteger(_unit, digits), out var over);
        if (over.IsZero)
            return whole;

        return roundUp ? (over.Sign > 0 ? whole + 1 : whole) : (over.Sign < 0 ? whole - 1 : whole);
    }
}
