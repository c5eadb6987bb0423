using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>
/// Numeric steps with the sums that a graduated evaluation needs: at each step's lower edge, what all steps below it give. The one search is
/// <see cref="StepTable{TBound}"/>, the one sum is here.
/// </summary>
internal sealed class TierTable
{
    private readonly StepTable<decimal> _steps;
    private readonly decimal[] _values;

    // Lower edge of each step and, one further, the end of the last step when it has one.
    private readonly decimal[] _edges;

    // Graduated result at each edge.
    private readonly decimal[] _sums;

    private TierTable(StepTable<decimal> steps, decimal[] values)
    {
        _steps = steps;
        _values = values;
        _edges = Edges(steps);
        _sums = new decimal[_edges.Length];
        for (var i = 1; i < _edges.Length; i++)
            _sums[i] = _sums[i - 1] + ((_edges[i] - _edges[i - 1]) * _values[i - 1]);
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

    /// <summary>Bands with both ends written out; they begin at zero or at the first point of the grid, so that no part of an amount lies below them.</summary>
    internal static TierTable Create(decimal smallest, (decimal First, decimal? Last, decimal Value)[] bands)
    {
        Guard.Against.NotPositive(smallest);
        var read = Bands<decimal>.Create(smallest, Guard.Against.Nothing(bands, "there must be at least one band"));
        if (read.First != 0m && read.First != smallest)
            throw Guards.OutOfRange(nameof(bands), InvariantText.Number(read.First), "must begin at 0 or at " + InvariantText.Number(smallest));
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
    /// Each part of the amount at its own step, the amount not being below the first. Edges and sums are those of one unit and grow with the scale.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal decimal Graduated(decimal amount, int step, decimal scale) =>
        step >= _values.Length ? _sums[step] * scale
        : (_sums[step] * scale) + ((amount - (_edges[step] * scale)) * _values[step]);

    /// <summary>As above for a scale of one, without its multiplications.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal decimal Graduated(decimal amount, int step) =>
        step >= _values.Length ? _sums[step]
        : _sums[step] + ((amount - _edges[step]) * _values[step]);

    /// <summary>
    /// All of the amount, not being below the first step, at the step it reached; above a ceiling, all up to it; above a closed to-scale, nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal decimal AllUnits(decimal amount, int step, decimal scale) =>
        step < _values.Length ? amount * _values[step]
        : Steps.Side == StepSide.From ? _edges[step] * scale * _values[step - 1]
        : 0m;

    internal bool IsSameAs(TierTable other) => _steps.IsSameAs(other._steps) && _values.SequenceEqual(other._values);

    internal int HashSteps() => _values.Aggregate(_steps.HashBounds(), (hash, value) => Hash.Combine(hash, value.GetHashCode()));

    /// <summary>
    /// The steps in which an all-units result exceeds that of a later, larger amount: for each, the first and last such amount on the grid, and
    /// the cheapest later step's first amount.
    /// </summary>
    internal IEnumerable<(decimal First, decimal Last, decimal LastResult, decimal Break, decimal BreakResult)> Inversions(decimal grid)
    {
        for (var i = 0; i < _values.Length - 1; i++)
        {
            var last = End(i, grid);
            var lastResult = last * _values[i];
            var best = Enumerable.Range(i + 1, _values.Length - i - 1).OrderBy(j => Start(j, grid) * _values[j]).ThenBy(j => j).First();
            var breakResult = Start(best, grid) * _values[best];
            if (lastResult <= breakResult)
                continue;

            // Only a positive value can exceed a later result on the way up, so the division is safe.
            var reached = breakResult / _values[i];
            var first = reached - (reached % grid) + grid;
            yield return (Math.Max(first, Start(i, grid)), last, lastResult, Start(best, grid), breakResult);
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

    private decimal Start(int step, decimal grid) => _steps.Side == StepSide.From ? Math.Max(_edges[step], grid) : _edges[step] + grid;

    private decimal End(int step, decimal grid) => _steps.Side == StepSide.From ? _edges[step + 1] - grid : _edges[step + 1];
}
