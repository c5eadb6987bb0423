using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>Rectangular arrays, whose indices need not begin at zero where they come from another program.</summary>
internal static class Grid
{
    public static T[,] EmptyGrid<T>(this IGuardClause guardClause, T[,] input, string parameterName)
    {
        guardClause.Null(input, parameterName);
        return input.Length > 0 ? input
            : throw new ArgumentException(parameterName + " must not be empty: there is at least one row and one column", parameterName);
    }

    /// <summary>A new array of the same size, its indices from zero.</summary>
    internal static TResult[,] Map<T, TResult>(T[,] grid, Func<T, TResult> map)
    {
        var (firstRow, firstColumn) = (grid.GetLowerBound(0), grid.GetLowerBound(1));
        var mapped = new TResult[grid.GetLength(0), grid.GetLength(1)];
        for (var row = 0; row < mapped.GetLength(0); row++)
        {
            for (var column = 0; column < mapped.GetLength(1); column++)
                mapped[row, column] = map(grid[firstRow + row, firstColumn + column]);
        }

        return mapped;
    }

    internal static TResult[,] Cross<T, TResult>(T[] rows, T[] columns, Func<T, T, TResult> map)
    {
        var crossed = new TResult[rows.Length, columns.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
                crossed[row, column] = map(rows[row], columns[column]);
        }

        return crossed;
    }

    internal static IEnumerable<T> Cells<T>(T[,] grid) => grid.Cast<T>();
}
