using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SalesDomain.Tests.Splits;

/// <summary>What tests do with rectangular arrays.</summary>
internal static class Tables
{
    internal static T[,] Of<T>(int rows, int columns, IReadOnlyList<T> cells)
    {
        var table = new T[rows, columns];
        for (var i = 0; i < cells.Count; i++)
            table[i / columns, i % columns] = cells[i];

        return table;
    }

    internal static T[,] Of<T>(int rows, int columns, Func<int, int, T> cell) =>
        Of(rows, columns, Enumerable.Range(0, rows * columns).Select(i => cell(i / columns, i % columns)).ToArray());

    internal static TResult[,] Map<T, TResult>(T[,] table, Func<T, TResult> map) =>
        Of(table.GetLength(0), table.GetLength(1), table.Cast<T>().Select(map).ToArray());

    internal static T[,] Transpose<T>(T[,] table) => Of(table.GetLength(1), table.GetLength(0), (row, column) => table[column, row]);

    internal static IEnumerable<T> Row<T>(T[,] table, int row) =>
        Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]);

    internal static IEnumerable<T> Column<T>(T[,] table, int column) =>
        Enumerable.Range(0, table.GetLength(0)).Select(row => table[row, column]);

    /// <summary>The totals of the rows, of the columns and of all, in this order.</summary>
    internal static decimal[] Totals(decimal[,] table) =>
    [
        .. Enumerable.Range(0, table.GetLength(0)).Select(row => Row(table, row).Sum()),
        .. Enumerable.Range(0, table.GetLength(1)).Select(column => Column(table, column).Sum()),
        table.Cast<decimal>().Sum(),
    ];

    internal static decimal Deviation(decimal[,] rounded, decimal[,] exact) =>
        rounded.Cast<decimal>().Zip(exact.Cast<decimal>(), (one, other) => Math.Abs(one - other)).Sum();

    internal static bool AreEqual<T>(T[,] one, T[,] other) =>
        one.GetLength(0) == other.GetLength(0) && one.GetLength(1) == other.GetLength(1) && one.Cast<T>().SequenceEqual(other.Cast<T>());

    internal static string Text(decimal[,] table) =>
        string.Join("; ", Enumerable.Range(0, table.GetLength(0)).Select(row =>
            string.Join(
                " ", Row(table, row).Select(cell => cell.ToString("0.############################", CultureInfo.InvariantCulture)))));
}
