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
    private readonly TieBreak _ties;
    private readonly BigInteger[] _units;

    internal LargestRemainder(decimal total, decimal unit, ApportionmentPart[] parts, TieBreak ties, int? restTo, decimal rest)
    {
        _unit = unit;
        _isNegative = total < 0m;
        _total = BigInteger.Abs(InUnits(total, roundUp: false));
        _ties = ties;
        _units = new BigInteger[parts.Length];

        var digits = parts.Max(part => DecimalMath.Scale(part.Weight));
        _weights = Array.ConvertAll(parts, part => DecimalMath.ToInteger(part.Weight, digits));
        _bounds = new (BigInteger, BigInteger?)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            _bounds[i] = Bounds(parts[i], i == restTo ? rest : 0m);
    }

    internal decimal[] Split()
    {
        var free = HoldBounds();
        GiveRemainders(free);
        return Array.ConvertAll(_units, units => (decimal)(_isNegative ? -units : units) * _unit);
    }

    /// <summary>What a part may get in whole units, in the direction of the total; a share never has the opposite sign.</summary>
    private (BigInteger Least, BigInteger? Most) Bounds(ApportionmentPart part, decimal rest)
    {
        var nearer = _isNegative ? -part.Maximum : part.Minimum;
        var farther = _isNegative ? -part.Minimum : part.Maximum;
        var own = _isNegative ? -rest : rest;
        var least = nearer.HasValue ? InUnits(nearer.Value - own, roundUp: true) : BigInteger.Zero;
        return (BigInteger.Max(least, BigInteger.Zero), farther.HasValue ? InUnits(farther.Value - own, roundUp: false) : null);
    }

    /// <summary>
    /// Gives the parts that cannot have their proportional share the bound they meet, and returns the others. Each round holds only the parts
    /// on the side that is short overall, because holding those moves every other share away from that side's bounds: no held part ever has to be freed again.
    /// </summary>
    private List<int> HoldBounds()
    {
        RequireFeasible();
        var left = _total;
        var free = new List<int>(_weights.Length);
        for (var i = 0; i < _weights.Length; i++)
        {
            if (_weights[i].IsZero)
                left -= _units[i] = _bounds[i].Least;
            else
                free.Add(i);
        }

        while (true)
        {
            var weight = Sum(free, i => _weights[i]);
            var imbalance = Sum(free, i => Excess(i, left, weight));
            var held = free.FindAll(i => Excess(i, left, weight).Sign is var sign && sign != 0 && (imbalance.IsZero || sign == imbalance.Sign));
            if (held.Count == 0)
                return free;

            var before = left;
            foreach (var i in held)
                left -= _units[i] = Excess(i, before, weight).Sign > 0 ? _bounds[i].Least : _bounds[i].Most!.Value;

            free.RemoveAll(new HashSet<int>(held).Contains);
        }
    }

    /// <summary>How far the bound lies from the share, times the weight of all: positive below the least, negative above the most, zero within.</summary>
    private BigInteger Excess(int part, BigInteger left, BigInteger weight)
    {
        var share = left * _weights[part];
        var least = _bounds[part].Least * weight;
        if (share < least)
            return least - share;

        return _bounds[part].Most is { } bound && share > bound * weight ? (bound * weight) - share : BigInteger.Zero;
    }

    private void GiveRemainders(List<int> free)
    {
        if (free.Count == 0)
            return;

        var weight = Sum(free, i => _weights[i]);
        var total = _total - Sum(Enumerable.Range(0, _units.Length), i => _units[i]);
        var left = total;
        var remainders = new BigInteger[_weights.Length];
        foreach (var i in free)
        {
            _units[i] = BigInteger.DivRem(total * _weights[i], weight, out remainders[i]);
            left -= _units[i];
        }

        if (left.IsZero)
            return;

        free.Sort((i, j) => remainders[j].CompareTo(remainders[i]) is var order && order != 0 ? order : Tie(i, j));
        for (var i = 0; i < (int)left; i++)
            _units[free[i]] += BigInteger.One;
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
        var least = Sum(Enumerable.Range(0, _bounds.Length), i => _bounds[i].Least);
        if (least > _total)
            throw Infeasible("get at least " + Text(least) + " together");

        BigInteger? most = BigInteger.Zero;
        for (var i = 0; i < _bounds.Length; i++)
        {
            if (_bounds[i].Most < _bounds[i].Least)
                throw Infeasible("include one, at index " + InvariantText.Number(i) + ", whose bounds hold no multiple of the unit " + InvariantText.Number(_unit) + " in the direction of the total");

            most += _weights[i].IsZero ? _bounds[i].Least : _bounds[i].Most;
        }

        if (most < _total)
        {
            throw Infeasible(_weights.All(weight => weight.IsZero) ? "have no weight"
                : "get at most " + Text(most.Value) + " together");
        }
    }

    private ArgumentException Infeasible(string why) =>
        Guards.Invalid("parts", Text(_total), why + " and cannot sum to the total");

    private string Text(BigInteger units) => InvariantText.Number((decimal)(_isNegative ? -units : units) * _unit);

    private static BigInteger Sum(IEnumerable<int> parts, Func<int, BigInteger> of)
    {
        var sum = BigInteger.Zero;
        foreach (var i in parts)
            sum += of(i);

        return sum;
    }

    private BigInteger InUnits(decimal amount, bool roundUp)
    {
        var digits = Math.Max(DecimalMath.Scale(amount), DecimalMath.Scale(_unit));
        var whole = BigInteger.DivRem(DecimalMath.ToInteger(amount, digits), DecimalMath.ToInteger(_unit, digits), out var rest);
        if (rest.IsZero)
            return whole;

        return roundUp ? (rest.Sign > 0 ? whole + 1 : whole) : (rest.Sign < 0 ? whole - 1 : whole);
    }
}
