using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Makes step schedules without naming their types.</summary>
public static class StepSchedule
{
    /// <summary>A from-scale: each step begins at its level, which belongs to it; the last step is open.</summary>
    /// <typeparam name="TLevel">The type of the levels.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="steps">At least one step, rising.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/>, a level or a value is null.</exception>
    /// <exception cref="ArgumentException">There are no steps, or a level does not rise above the one before.</exception>
    public static StepSchedule<TLevel, TValue> From<TLevel, TValue>(params (TLevel From, TValue Value)[] steps)
        where TLevel : IComparable<TLevel>
        where TValue : notnull =>
        Create(steps, StepSide.From);

    /// <summary>A to-scale: each step ends at its level, which belongs to it; above the last there is no step.</summary>
    /// <typeparam name="TLevel">The type of the levels.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="steps">At least one step, rising.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/>, a level or a value is null.</exception>
    /// <exception cref="ArgumentException">There are no steps, or a level does not rise above the one before.</exception>
    public static StepSchedule<TLevel, TValue> UpTo<TLevel, TValue>(params (TLevel UpTo, TValue Value)[] steps)
        where TLevel : IComparable<TLevel>
        where TValue : notnull =>
        Create(steps, StepSide.UpTo);

    /// <summary>
    /// Bands with both ends written out, as tables in agreements are: 1 to 2, 3 to 4, 5 and more. Holes and overlaps are refused; what lies
    /// between two points of the grid belongs to the band above it.
    /// </summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="smallest">The grid the ends are written on, above zero: 1 for whole points, 0.01 for cents.</param>
    /// <param name="bands">At least one band, rising; only the last may have no end.</param>
    /// <returns>A to-scale with the first band's beginning as its floor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> or a value is null.</exception>
    /// <exception cref="ArgumentException">There are no bands, two leave a hole or overlap, or one ends before it begins.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive.</exception>
    public static StepSchedule<decimal, TValue> Bands<TValue>(decimal smallest, params (decimal First, decimal? Last, TValue Value)[] bands)
        where TValue : notnull
    {
        Guard.Against.NotPositive(smallest);
        var copy = Guard.Against.Nothing(bands, "a schedule has at least one band");
        if (copy.Any(band => band.Value is null))
            throw new ArgumentNullException(nameof(bands));

        var read = Internal.Bands<TValue>.Create(smallest, copy);
        if (read.Steps.Length == 0)
            return From((read.First, read.Above.Value!));

        var schedule = UpTo(read.Steps).WithFloor(read.First);
        return read.Above.Exists ? schedule.ThenAbove(read.Above.Value!) : schedule;
    }

    private static StepSchedule<TLevel, TValue> Create<TLevel, TValue>((TLevel Level, TValue Value)[] steps, StepSide side)
        where TLevel : IComparable<TLevel>
        where TValue : notnull
    {
        var copy = Guard.Against.Nothing(steps, "a schedule has at least one step");
        if (copy.Any(step => step.Level is null || step.Value is null))
            throw new ArgumentNullException(nameof(steps));

        return new StepSchedule<TLevel, TValue>(
            StepTable<TLevel>.Create(Array.ConvertAll(copy, step => step.Level), side), Array.ConvertAll(copy, step => step.Value));
    }
}
