using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>The one search for a step in the library.</summary>
/// <typeparam name="TBound">The type of the bounds.</typeparam>
internal sealed class StepTable<TBound>
    where TBound : IComparable<TBound>
{
    /// <summary>The answer of <see cref="Find"/> below the first step; the answer above the last is <see cref="Count"/>.</summary>
    internal const int Below = -1;

    // Up to here a straight scan is faster than halving.
    private const int MostForScan = 8;

    private readonly TBound[] _bounds;

    private StepTable(TBound[] bounds, StepSide side, bool isOpenBelow, bool isOpenAbove, bool hasOuter, TBound? outer)
    {
        _bounds = bounds;
        Side = side;
        IsOpenBelow = isOpenBelow;
        IsOpenAbove = isOpenAbove;
        HasOuter = hasOuter;
        Outer = outer;
    }

    internal StepSide Side { get; }

    /// <summary>
    /// True when the first step has no beginning: a to-scale without floor, a from-scale with a step below its first bound.
    /// </summary>
    internal bool IsOpenBelow { get; }

    /// <summary>True when the last step has no end: a from-scale without ceiling, a to-scale with a step above its last bound.</summary>
    internal bool IsOpenAbove { get; }

    internal bool HasOuter { get; }

    /// <summary>The ceiling of a from-scale or the floor of a to-scale, the level itself included.</summary>
    internal TBound? Outer { get; }

    internal IReadOnlyList<TBound> Bounds => Array.AsReadOnly(_bounds);

    internal int Count => HasExtraStep ? _bounds.Length + 1 : _bounds.Length;

    private bool HasExtraStep => Side == StepSide.From ? IsOpenBelow : IsOpenAbove;

    internal static StepTable<TBound> Create(TBound[] bounds, StepSide side, string parameterName = "steps")
    {
        for (var i = 0; i < bounds.Length; i++)
        {
            if (i > 0 && Levels.Compare(bounds[i], bounds[i - 1], parameterName) <= 0)
            {
                throw Guards.Invalid(
                    parameterName, Text(bounds[i]) + " after " + Text(bounds[i - 1]), "must rise from each bound to the next");
            }
        }

        return new StepTable<TBound>(
            bounds, side, isOpenBelow: side == StepSide.UpTo, isOpenAbove: side == StepSide.From, hasOuter: false, default);
    }

    internal StepTable<TBound> WithCeiling(TBound ceiling)
    {
        if (Side != StepSide.From)
            throw new InvalidOperationException("A to-scale ends at its last bound; a ceiling is for a from-scale.");

        return Levels.Compare(ceiling, _bounds[_bounds.Length - 1], nameof(ceiling)) >= 0
            ? new StepTable<TBound>(_bounds, Side, IsOpenBelow, isOpenAbove: false, hasOuter: true, ceiling)
            : throw Guards.OutOfRange(
                nameof(ceiling), Text(ceiling), "must be at least the last bound " + Text(_bounds[_bounds.Length - 1]));
    }

    internal StepTable<TBound> WithFloor(TBound floor)
    {
        if (Side != StepSide.UpTo)
            throw new InvalidOperationException("A from-scale begins at its first bound; a floor is for a to-scale.");

        return Levels.Compare(floor, _bounds[0], nameof(floor)) <= 0
            ? new StepTable<TBound>(_bounds, Side, isOpenBelow: false, IsOpenAbove, hasOuter: true, floor)
            : throw Guards.OutOfRange(nameof(floor), Text(floor), "must be at most the first bound " + Text(_bounds[0]));
    }

    internal StepTable<TBound> WithOpenTop()
    {
        if (IsOpenAbove)
            throw new InvalidOperationException("The last step is open already.");
        if (Side != StepSide.UpTo)
            throw new InvalidOperationException("A from-scale with a ceiling ends there; a step above is for a to-scale.");

        return new StepTable<TBound>(_bounds, Side, IsOpenBelow, isOpenAbove: true, HasOuter, Outer);
    }

    internal StepTable<TBound> WithOpenBottom()
    {
        if (IsOpenBelow)
            throw new InvalidOperationException("The first step is open already.");
        if (Side != StepSide.From)
            throw new InvalidOperationException("A to-scale with a floor begins there; a step below is for a from-scale.");

        return new StepTable<TBound>(_bounds, Side, isOpenBelow: true, IsOpenAbove, HasOuter, Outer);
    }

    internal bool IsSameAs(StepTable<TBound> other) =>
        Side == other.Side && IsOpenBelow == other.IsOpenBelow && IsOpenAbove == other.IsOpenAbove && HasOuter == other.HasOuter
        && EqualityComparer<TBound?>.Default.Equals(Outer, other.Outer) && _bounds.SequenceEqual(other._bounds);

    internal int HashBounds() =>
        _bounds.Aggregate((int)Side, (hash, bound) => Hash.Combine(hash, bound is decimal number ? Hash.Of(number) : bound.GetHashCode()));

    /// <summary>The index of the step the probe lies in, <see cref="Below"/>, or <see cref="Count"/> when it lies above the last.</summary>
    internal int Find<TProbe>(TProbe probe)
        where TProbe : struct, IProbe<TBound>
    {
        var isFrom = Side == StepSide.From;
        if (!isFrom && HasOuter && probe.CompareTo(Outer!) < 0)
            return Below;

        // The last bound that the probe has reached (a from-scale) or passed (a to-scale), −1 when there is none.
        var least = isFrom ? 0 : 1;
        var low = 0;
        var high = _bounds.Length - 1;
        while (high - low >= MostForScan)
        {
            var middle = (low + high) / 2;
            if (probe.CompareTo(_bounds[middle]) >= least)
                low = middle;
            else
                high = middle - 1;
        }

        while (high >= low && probe.CompareTo(_bounds[high]) < least)
            high--;

        if (!isFrom)
            return high + 1;

        if (HasOuter && high == _bounds.Length - 1 && probe.CompareTo(Outer!) > 0)
            return Count;

        return IsOpenBelow ? high + 1 : high;
    }

    private static string Text(TBound bound) => Figure.FromObject(bound!).ToString();
}
