using System;
using System.Linq;
using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Hands quotas down a tree, family by family. It writes into a state that nobody else has seen yet.</summary>
internal sealed class QuotaSplit
{
    private readonly TreeLayout _tree;
    private readonly CompiledRule _rule;
    private readonly QuotaState _state;
    private readonly Func<int, string> _nameOf;
    private readonly string _parameterName;
    private readonly long[] _shares;
    private readonly long[] _scratch;

    internal QuotaSplit(TreeLayout tree, CompiledRule rule, QuotaState state, Func<int, string> nameOf, string parameterName)
    {
        (_tree, _rule, _state, _nameOf, _parameterName) = (tree, rule, state, nameOf, parameterName);
        var largest = 0;
        for (var i = 0; i < tree.Count; i++)
            largest = Math.Max(largest, tree.Firsts[i + 1] - tree.Firsts[i]);

        _shares = new long[largest];
        _scratch = new long[largest * 2];
    }

    /// <summary>The whole tree from the quota of its root.</summary>
    internal void All()
    {
        for (var parent = 0; parent < _tree.Count; parent++)
            Family(parent);
    }

    /// <summary>
    /// The families that are marked, and below them every family whose parent has another quota than before. A parent stands before its
    /// children, so that one pass meets each family once.
    /// </summary>
    internal void Anew(bool[] isMarked, decimal[] before)
    {
        for (var parent = 0; parent < _tree.Count; parent++)
        {
            if (!isMarked[parent])
                continue;

            Hold(parent);
            Family(parent);
            for (var child = _tree.Firsts[parent]; child < _tree.Firsts[parent + 1]; child++)
                isMarked[child] |= _state.Quotas[child] != before[child];
        }
    }

    /// <summary>From the quota of a parent to what its children share.</summary>
    internal static HandOut HandOut(CompiledRule rule, QuotaState state, int parent)
    {
        var passed = state.PassedTo(parent);
        var own = state.Quotas[parent] - passed;
        var hedge = rule.HedgeOf(parent);
        if (hedge == 0m)
            return new HandOut(passed, own, 1m, own, own);

        var factor = 1m + hedge;
        var hedged = own * factor;
        return DecimalMath.IsProduct(own, factor, hedged) ? new HandOut(passed, own, factor, hedged, rule.HedgeRounding.Round(hedged))
            : throw new OverflowException(InvariantText.Number(own) + " with hedge needs more digits than a decimal holds.");
    }

    /// <summary>
    /// What the children get at least and at most in a split: their bounds less the shifts they have in it, or what they are held at.
    /// </summary>
    internal static ApportionmentPart[] Bounds(CompiledRule rule, QuotaState state, int first, int end)
    {
        var parts = new ApportionmentPart[end - first];
        for (var i = first; i < end; i++)
        {
            var shift = state.SplitShiftOf(i);
            parts[i - first] = state.Held.TryGetValue(i, out var held) ? new ApportionmentPart(0m, held, held)
                : new ApportionmentPart(0m, rule.Bounds?.Least(i) - shift, rule.Bounds?.Most(i) - shift);
        }

        return parts;
    }

    /// <summary>
    /// The split to come leaves the locked children as they are, and the others within their bounds with the shifts of now.
    /// </summary>
    private void Hold(int parent)
    {
        for (var child = _tree.Firsts[parent]; child < _tree.Firsts[parent + 1]; child++)
        {
            if (_state.Shifts.TryGetValue(child, out var shift))
                _state.SplitShifts[child] = shift;
            if (_state.Locks.Contains(child))
                _state.Held[child] = _state.Quotas[child] - _state.ShiftOf(child);
            else
                _state.Held.Remove(child);
        }
    }

    private void Family(int parent)
    {
        var (first, end) = (_tree.Firsts[parent], _tree.Firsts[parent + 1]);
        if (first == end)
            return;

        var shared = HandOut(_rule, _state, parent).Shared;
        var restTo = _rule.RestTo(first, end);
        var rest = shared % _rule.Unit;
        if (rest != 0m && restTo is null)
        {
            throw Guards.Invalid(
                _parameterName, InvariantText.Number(shared),
                "must name who takes the rest: " + _nameOf(parent) + " hands out no multiple of the unit "
                + InvariantText.Number(_rule.Unit));
        }

        if (!TrySmall(parent, first, end, (shared - rest) / _rule.Unit))
            Large(parent, first, end, shared - rest, restTo, rest);

        // A rest of 0.0000 would leave its zeros at the quota, and the hedges of some levels more than a decimal holds.
        if (rest != 0m)
            _state.Quotas[first + restTo!.Value] += rest;

        AddShifts(parent, first, end, shared);
    }

    private bool TrySmall(int parent, int first, int end, decimal units)
    {
        var weights = _rule.WeightsUnder(_tree.Levels[parent]);
        if (weights.Small is not { } small || IsBounded(parent, first, end) || weights.Columns[0].FirstUnknown(first, end) >= 0
            || units > long.MaxValue || units < -long.MaxValue)
        {
            return false;
        }

        var total = decimal.ToInt64(units);
        if (!SmallShares.TrySplit(Math.Abs(total), small, first, end, _rule.Apportionment.Ties, _shares, _scratch))
            return false;

        for (var i = first; i < end; i++)
            _state.Quotas[i] = (total < 0L ? -_shares[i - first] : _shares[i - first]) * _rule.Unit;

        return true;
    }

    private void Large(int parent, int first, int end, decimal total, int? restTo, decimal rest)
    {
        var bounds = Bounds(_rule, _state, first, end);
        var weights = Weights(parent, first, end, total, bounds);
        var amounts = new LargestRemainder(total, _rule.Unit, weights, bounds, _rule.Apportionment.Ties, restTo, rest, Infeasible).Split();
        amounts.CopyTo(_state.Quotas, first);

        ArgumentException Infeasible(string why, int part, int side) =>
            Guards.Invalid(
                _parameterName, InvariantText.Number(total) + " of " + _nameOf(parent),
                "must suit the children of " + _nameOf(parent) + ", which " + why + (part >= 0 ? ": " + _nameOf(first + part) : "")
                + (side == 0 ? "" : WayOut(parent, first, end, bounds, isTooMuch: (side > 0) == (total >= 0m))));
    }

    /// <summary>Whose bounds the family cannot keep, the largest first, and what would help: bounds do not reach upward.</summary>
    private string WayOut(int parent, int first, int end, ApportionmentPart[] bounds, bool isTooMuch)
    {
        const int named = 3;
        var held = Enumerable.Range(first, end - first)
            .Select(child => (Child: child, Bound: isTooMuch ? bounds[child - first].Minimum : bounds[child - first].Maximum))
            .Where(each => each.Bound.HasValue)
            .OrderBy(each => isTooMuch ? -each.Bound : each.Bound).ToArray();
        var names = held.Take(named).Select(each =>
            _nameOf(each.Child) + (_state.Held.ContainsKey(each.Child) ? " held at " : isTooMuch ? " at least " : " at most ")
            + InvariantText.Number(each.Bound!.Value + _state.SplitShiftOf(each.Child)));
        var (more, less, bound, raise) = isTooMuch ? ("more", "less", "minimum", "raise") : ("less", "more", "maximum", "lower");
        return " (" + string.Join(", ", names) + (held.Length > named ? " and others" : "") + "); "
            + (parent == 0 ? raise + " the target, or give them " + less
                : "give " + _nameOf(parent) + " " + more + ", by a " + bound + " of its own, or them " + less);
    }

    private BigInteger[] Weights(int parent, int first, int end, decimal total, ApportionmentPart[] bounds)
    {
        var table = _rule.WeightsUnder(_tree.Levels[parent]);
        if (bounds.All(part => part.Minimum is { } least && part.Maximum == least))
            return new BigInteger[end - first];

        foreach (var column in table.Columns)
        {
            var unknown = column.FirstUnknown(first, end);
            if (unknown >= 0)
            {
                throw Guards.Invalid(
                    _parameterName, _nameOf(unknown), 
                    "must know '" + column.Name + "' of every leaf below " + _nameOf(parent) + ", or what a missing one counts");
            }
        }

        // Nothing is split by no weights; anything else is refused here, because a blend without one of its parts has no meaning.
        var weights = table.Of(first, end, out var empty);
        return empty is null || total == 0m ? weights ?? new BigInteger[end - first]
            : throw Guards.Invalid(
                _parameterName, InvariantText.Number(total),
                "must have a weight in '" + empty.Name + "' for one of the children of " + _nameOf(parent));
    }

    private bool IsBounded(int parent, int first, int end)
    {
        if (_rule.Bounds?.IsIn(parent) == true)
            return true;

        for (var i = first; _state.Held.Count > 0 && i < end; i++)
        {
            if (_state.Held.ContainsKey(i))
                return true;
        }

        return false;
    }

    private void AddShifts(int parent, int first, int end, decimal shared)
    {
        var handedOut = shared;
        for (var i = first; _state.Shifts.Count > 0 && i < end; i++)
        {
            var shift = _state.ShiftOf(i);
            _state.Quotas[i] += shift;
            handedOut += shift;
        }

        _state.HandedOut[parent] = handedOut;
    }
}
