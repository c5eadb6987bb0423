using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// Steps in two dimensions, looked up: a coefficient by attainment and collection rate (目标完成率 × 回款率), a merit increase by rating and place
/// in the pay range, a limit factor by grade and importance.
/// </summary>
/// <typeparam name="TRow">What chooses the row: decimal, int, Money, Percentage, Quantity, LocalDate …</typeparam>
/// <typeparam name="TColumn">What chooses the column.</typeparam>
/// <typeparam name="TValue">What the cell gives.</typeparam>
/// <remarks>
/// A matrix is a <see cref="StepSchedule{TLevel, TValue}"/> of rows, each a schedule of the same columns: sides, ends and the order of
/// levels are those of schedules, and each axis has its own. A level outside the steps of either axis has no value, and <see
/// cref="Outside"/> says on which. Equality is by rows, and so by sides, levels, ends and values.
/// </remarks>
public sealed class StepMatrix<TRow, TColumn, TValue> : IEquatable<StepMatrix<TRow, TColumn, TValue>>
    where TRow : IComparable<TRow>
    where TColumn : IComparable<TColumn>
    where TValue : notnull
{
    internal StepMatrix(StepSchedule<TRow, StepSchedule<TColumn, TValue>> rows) => Rows = rows;

    /// <summary>
    /// The rows, each the schedule of its columns. A matrix with another end of the rows is
    /// <c>StepMatrix.Of(matrix.Rows.WithCeiling(…))</c>.
    /// </summary>
    public StepSchedule<TRow, StepSchedule<TColumn, TValue>> Rows { get; }

    /// <summary>The levels of the columns, rising: the head of the table. Those of the rows are <c>Rows.Bounds</c>.</summary>
    public IReadOnlyList<TColumn> ColumnBounds => Rows.First.Bounds;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(StepMatrix<TRow, TColumn, TValue>? left, StepMatrix<TRow, TColumn, TValue>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(StepMatrix<TRow, TColumn, TValue>? left, StepMatrix<TRow, TColumn, TValue>? right) => !(left == right);

    /// <summary>The value of the cell that two levels lie in.</summary>
    /// <param name="row">The level that chooses the row.</param>
    /// <param name="column">The level that chooses the column.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level lies outside the steps of its axis, which the exception names.</exception>
    public TValue At(TRow row, TColumn column)
    {
        if (TryAt(row, column, out var value))
            return value;

        throw (Outside(row, column) & StepAxes.Row) != 0 ? NoStep(row, nameof(row)) : NoStep(column, nameof(column));
    }

    /// <summary>The value of the cell that two levels lie in, if there is one.</summary>
    /// <param name="row">The level that chooses the row.</param>
    /// <param name="column">The level that chooses the column.</param>
    /// <param name="value">The value, or the default of its type.</param>
    /// <returns>False when a level lies outside the steps of its axis; <see cref="Outside"/> says which.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public bool TryAt(TRow row, TColumn column, [MaybeNullWhen(false)] out TValue value)
    {
        // Both are looked up first, so that an argument that makes no sense is refused whatever the other is.
        var hasRow = Rows.TryAt(row, nameof(row), out var columns);
        var hasColumn = (columns ?? Rows.First).TryAt(column, nameof(column), out value);
        value = hasRow ? value : default;
        return hasRow && hasColumn;
    }

    /// <summary>The axes on which a level lies outside the steps.</summary>
    /// <param name="row">The level that chooses the row.</param>
    /// <param name="column">The level that chooses the column.</param>
    /// <returns><see cref="StepAxes.None"/> when there is a value.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StepAxes Outside(TRow row, TColumn column) =>
        (Rows.TryAt(row, nameof(row), out _) ? StepAxes.None : StepAxes.Row)
        | (Rows.First.TryAt(column, nameof(column), out _) ? StepAxes.None : StepAxes.Column);

    /// <summary>Whether the other has the same rows.</summary>
    /// <param name="other">The matrix to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(StepMatrix<TRow, TColumn, TValue>? other) => other is not null && Rows.Equals(other.Rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StepMatrix<TRow, TColumn, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode() => Rows.GetHashCode();

    /// <summary>Columns and rows in words: <c>columns from 0%, from 80%; rows from 0%: (0, 0), from 100%: (0.5, 1)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => "columns " + Rows.First.Heads() + "; rows " + Rows.Text(row => row.Cells());

    private static ArgumentOutOfRangeException NoStep<T>(T level, string parameterName) =>
        Guards.OutOfRange(parameterName, Figure.FromObject(level!).ToString(), "must lie in a step of its axis");
}
