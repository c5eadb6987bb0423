using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Makes step matrices without naming their types.</summary>
public static class StepMatrix
{
    /// <summary>
    /// From-scales on both axes: each row and each column begins at its level, which belongs to it; the last ones are open.
    /// </summary>
    /// <typeparam name="TRow">The type of the levels of the rows.</typeparam>
    /// <typeparam name="TColumn">The type of the levels of the columns.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="columns">At least one level, rising.</param>
    /// <param name="rows">At least one row: levels rising, and one value for each column.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentNullException">An argument, a level, a row or a value is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no columns or no rows, levels do not rise, or a row has more or fewer values than there are columns.
    /// </exception>
    public static StepMatrix<TRow, TColumn, TValue> From<TRow, TColumn, TValue>(
        IEnumerable<TColumn> columns, params (TRow From, TValue[] Values)[] rows)
        where TRow : IComparable<TRow>
        where TColumn : IComparable<TColumn>
        where TValue : notnull =>
        Create(columns, rows, StepSide.From);

    /// <summary>
    /// To-scales on both axes: each row and each column ends at its level, which belongs to it; above the last ones there is no value.
    /// </summary>
    /// <typeparam name="TRow">The type of the levels of the rows.</typeparam>
    /// <typeparam name="TColumn">The type of the levels of the columns.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="columns">At least one level, rising.</param>
    /// <param name="rows">At least one row: levels rising, and one value for each column.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentNullException">An argument, a level, a row or a value is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no columns or no rows, levels do not rise, or a row has more or fewer values than there are columns.
    /// </exception>
    public static StepMatrix<TRow, TColumn, TValue> UpTo<TRow, TColumn, TValue>(
        IEnumerable<TColumn> columns, params (TRow UpTo, TValue[] Values)[] rows)
        where TRow : IComparable<TRow>
        where TColumn : IComparable<TColumn>
        where TValue : notnull =>
        Create(columns, rows, StepSide.UpTo);

    /// <summary>
    /// A schedule of rows, each a schedule of its columns: every side and every end (ceiling, floor, a step above or below) as each axis
    /// needs it.
    /// </summary>
    /// <typeparam name="TRow">The type of the levels of the rows.</typeparam>
    /// <typeparam name="TColumn">The type of the levels of the columns.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="rows">The rows; all have the same side, bounds and ends.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">Two rows differ in the side, the bounds or the ends of their columns.</exception>
    public static StepMatrix<TRow, TColumn, TValue> Of<TRow, TColumn, TValue>(StepSchedule<TRow, StepSchedule<TColumn, TValue>> rows)
        where TRow : IComparable<TRow>
        where TColumn : IComparable<TColumn>
        where TValue : notnull
    {
        Guard.Against.Null(rows);
        var first = rows.Values[0];
        foreach (var row in rows.Values)
        {
            if (!row.HasSameSteps(first))
                throw Guards.Invalid(nameof(rows), "'" + row + "' beside '" + first + "'", "must have the same columns in every row");
        }

        return new StepMatrix<TRow, TColumn, TValue>(rows);
    }

    private static StepMatrix<TRow, TColumn, TValue> Create<TRow, TColumn, TValue>(
        IEnumerable<TColumn> columns, (TRow Level, TValue[] Values)[] rows, StepSide side)
        where TRow : IComparable<TRow>
        where TColumn : IComparable<TColumn>
        where TValue : notnull
    {
        var levels = Guard.Against.Nothing(columns, "a matrix has at least one column");
        if (levels.Any(level => level is null))
            throw new ArgumentNullException(nameof(columns));

        var copy = Guard.Against.Nothing(rows, "a matrix has at least one row");
        if (copy.Any(row => row.Level is null || row.Values is null || row.Values.Any(value => value is null)))
            throw new ArgumentNullException(nameof(rows));

        var across = StepTable<TColumn>.Create(levels, side, nameof(columns));
        var down = StepTable<TRow>.Create(Array.ConvertAll(copy, row => row.Level), side, nameof(rows));
        return new StepMatrix<TRow, TColumn, TValue>(
            new StepSchedule<TRow, StepSchedule<TColumn, TValue>>(down, Array.ConvertAll(copy, row => Row(across, row.Level, row.Values))));
    }

    private static StepSchedule<TColumn, TValue> Row<TRow, TColumn, TValue>(StepTable<TColumn> across, TRow level, TValue[] values)
        where TColumn : IComparable<TColumn>
        where TValue : notnull
    {
        if (values.Length != across.Count)
        {
            throw Guards.Invalid(
                "rows",
                InvariantText.Number(values.Length) + " at " + Figure.FromObject(level!) + ", not " + InvariantText.Number(across.Count),
                "must have one value for each column");
        }

        return new StepSchedule<TColumn, TValue>(across, [.. values]);
    }
}
