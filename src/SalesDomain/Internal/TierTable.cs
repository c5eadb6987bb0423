using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>
/// Numeric steps with the sums that a graduated evaluation needs: at each step's lower edge, what all steps below it give. The one search
/// is <see cref="StepTable{TBound}"/>, the one sum is here.
/// </summary>
internal sealed class TierTable
{
    private readonly StepTable<decimal> _steps;
    private readonly decimal[] _values;

    // Lower edge of each step and, one further, the end of the last step when it has one.
    private readonly decimal[] _edges;

    // Graduated result at each edge.
    private readonly decimal[] _sums;

    // Of each step what its value gives too much on a whole amount, as the steps below it have other values: rate tables print it as the
    // quick deduction (速算扣除数). One subtraction less than from the edge.
    private readonly decimal[] _deductions;

    private TierTable(StepTable<decimal> steps, decimal[] values)
    {
        _steps = steps;
        _values = values;
        _edges = Edges(steps);
        _sums = new decimal[_edges.Length];
        _deductions = new decimal[values.Length];
        try
        {
            for (var i = 1; i < _edges.Length; i++)
                _sums[i] = _sums[i - 1] + ((_edges[i] - _edges[i - 1]) * _values[i - 1]);
            for (var i = 0; i < values.Length; i++)
                _deductions[i] = (_edges[i] * values[i]) - _sums[i];
        }
        catch (OverflowException)
        {
            throw Guards.OutOfRange(
                "steps", InvariantText.Number(_edges[_edges.Length - 1]),
                "must not end so high that the sums overflow; an open last step needs no bound (ThenAbove)");
        }
    }

    internal StepTable<decimal> Steps => _steps;

    internal IReadOnlyList<decimal> Values => Array.AsReadOnly(_values);

    internal int Count => _values.Length;

    internal decimal ValueAt(int step) => _values[step];

    /// <summary>The value that a search result stands for: above a ceiling that of the last step, above a closed to-scale none.</summary>
    internal decimal? Reached(int step) =>
        step < 0 ? null
        : step < _values.Length ? _values[step]
        : Steps.Side == StepSide.From ? _values[_values.Length - 1]
        : null;

    internal static TierTable Create((decimal Level, decimal Value)[] steps, StepSide side)
    {
        Array.ForEach(steps, step =>
        {
            if (step.Level < 0m)
                throw Guards.OutOfRange("steps", InvariantText.Number(step.Level), "must have no level below zero");
        });

        var table = StepTable<decimal>.Create(Array.ConvertAll(steps, step => step.Level), side);
        if (side == StepSide.UpTo)
            table = table.WithFloor(0m);

        return new TierTable(table, Array.ConvertAll(steps, step => step.Value));
    }

    /// <summary>
    /// Bands with both ends written out; they begin at zero or at the first point of the grid, so that no part of an amount lies below
    /// them.
    /// </summary>
    internal static TierTable Create(decimal smallest, (decimal First, decimal? Last, decimal Value)[] bands)
    {
        Guard.Against.NotPositive(smallest);
        var read = Bands<decimal>.Create(smallest, Guard.Against.Nothing(bands, "there must be at least one band"));
        if (read.First != 0m && read.First != smallest)
        {
            throw Guards.OutOfRange(
                nameof(bands), InvariantText.Number(read.First), "must begin at 0 or at " + InvariantText.Number(smallest));
        }

        if (read.Steps.Length == 0)
            return Create([(0m, read.Above.Value)], StepSide.From);

        var table = Create(read.Steps, StepSide.UpTo);
        return read.Above.Exists ? table.ThenAbove(read.Above.Value) : table;
    }

    internal TierTable WithCeiling(decimal ceiling) => new(_steps.WithCeiling(ceiling), _values);

    internal TierTable ThenAbove(decimal value) => new(_steps.WithOpenTop(), [.. _values, value]);

    internal decimal Lower(int step) => _edges[step];

    /// <summary>The upper edge of a step, or null when it is open.</summary>
    internal decimal? Upper(int step) => step + 1 < _edges.Length ? _edges[step + 1] : null;

    internal int Find<TProbe>(TProbe probe)
        where TProbe : struct, IProbe<decimal> =>
        _steps.Find(probe);

    /// <summary>
    /// Each part of the amount at its own step, the amount not being below the first. Edges and sums are those of one unit and grow with
    /// the scale.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal decimal Graduated(decimal amount, int step, decimal scale) =>
        step >= _values.Length ? _sums[step] * scale
        : (_sums[step] * scale) + ((amount - (_edges[step] * scale)) * _values[step]);

    /// <summary>As above for a scale of one, without its multiplications.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal decimal Graduated(decimal amount, int step) =>
        step >= _values.Length ? _sums[step]
        : (amount * _values[step]) - _deductions[step];

    /// <summary>
    /// All of the amount, not being below the first step, at the step it reached; above a ceiling, all up to it; above a closed to-scale,
    /// nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal decimal AllUnits(decimal amount, int step, decimal scale) =>
        step < _values.Length ? amount * _values[step]
        : Steps.Side == StepSide.From ? _edges[step] * scale * _values[step - 1]
        : 0m;

    internal bool IsSameAs(TierTable other) => _steps.IsSameAs(other._steps) && _values.SequenceEqual(other._values);

    internal int HashSteps() => _values.Aggregate(_steps.HashBounds(), (hash, value) => Hash.Combine(hash, Hash.Of(value)));

    /// <summary>
    /// The levels of each step, on the grid, whose all-units result exceeds the lowest result with which a later step begins: for each such
    /// step the first and last of them, and the first level of the later step.
    /// </summary>
    internal IEnumerable<(decimal First, decimal Last, decimal LastResult, decimal Break, decimal BreakResult)> Inversions(decimal grid)
    {
        // A step can lie between two points of the grid and hold nothing that is ever sold.
        var steps = Enumerable.Range(0, _values.Length).Where(i => !(End(i, grid) < Start(i, grid))).ToArray();
        for (var k = 0; k < steps.Length - 1; k++)
        {
            var i = steps[k];
            var best = steps.Skip(k + 1).OrderBy(j => Start(j, grid) * _values[j]).First();
            var breakResult = Start(best, grid) * _values[best];
            var first = Start(i, grid);
            var last = End(i, grid)!.Value;
            if (_values[i] > 0m)
                first = Math.Max(first, Above(breakResult / _values[i], grid));
            else if (_values[i] < 0m)
                last = Math.Min(last, Below(Math.Max(0m, breakResult / _values[i]), grid));

            if (first <= last && first * _values[i] > breakResult)
                yield return (first, last, last * _values[i], Start(best, grid), breakResult);
        }
    }

    private static decimal[] Edges(StepTable<decimal> steps)
    {
        var edges = new List<decimal>(steps.Bounds.Count + 1);
        if (steps.Side == StepSide.UpTo)
            edges.Add(steps.Outer);
        edges.AddRange(steps.Bounds);
        if (steps.Side == StepSide.From && steps.HasOuter)
            edges.Add(steps.Outer);

        return [.. edges];
    }

    private decimal Start(int step, decimal grid) =>
        _steps.Side == StepSide.From && _edges[step] > 0m ? Below(_edges[step], grid) + grid : Above(_edges[step], grid);

    /// <summary>The last level of a step on the grid, or null when the step is open.</summary>
    private decimal? End(int step, decimal grid) =>
        Upper(step) is not { } upper ? null
        : _steps.Side == StepSide.From && step < _values.Length - 1 ? Below(upper, grid)
        : Above(upper, grid) - grid;

    /// <summary>The lowest multiple of the grid above a level.</summary>
    private static decimal Above(decimal level, decimal grid) => level - (level % grid) + grid;

    /// <summary>The highest multiple of the grid below a level.</summary>
    private static decimal Below(decimal level, decimal grid) => level % grid is var over && over == 0m ? level - grid : level - over;
}
