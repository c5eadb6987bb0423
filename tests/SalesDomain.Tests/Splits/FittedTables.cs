using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SalesDomain.Tests.Splits;

/// <summary>Weights that were fitted to decided totals before they are rounded, some of them zero.</summary>
public sealed class FittedTables
{
    // The decided totals are those of a table that is zero where the weights are, so that a fit exists.
    private static readonly Arbitrary<(decimal[,] Weights, decimal[] Totals)> s_any =
        (from rows in Gen.Choose(1, 6)
         from columns in Gen.Choose(1, 6)
         from cells in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 50))).ArrayOf(rows * columns)
         from weights in Gen.Choose(1, 9).ArrayOf(rows * columns)
         select (
             Tables.Of(rows, columns, cells.Zip(weights, (cell, weight) => cell == 0 ? 0m : weight).ToArray()),
             Tables.Totals(Tables.Of(rows, columns, Array.ConvertAll(cells, cell => (decimal)cell))))).ToArbitrary();

    [Property]
    public Property A_rounded_fit_has_the_decided_totals_and_keeps_its_zeros() =>
        Prop.ForAll(s_any, sample =>
        {
            var fit = Fit(sample.Weights, sample.Totals);
            var rounded = ControlledRounding.ToWhole.Round(fit);
            return Tables.Totals(rounded).SequenceEqual(sample.Totals)
                && rounded.Cast<decimal>().Zip(sample.Weights.Cast<decimal>(), (cell, weight) => weight != 0m || cell == 0m)
                .All(holds => holds);
        });

    private static decimal[,] Fit(decimal[,] weights, decimal[] totals)
    {
        var cells = (decimal[,])weights.Clone();
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        for (var pass = 0; pass < 1_000; pass++)
        {
            var sums = Tables.Totals(cells);
            if (sums.Zip(totals, (sum, total) => Math.Abs(sum - total)).Max() < 1e-15m)
                break;

            cells = Scaled(cells, (row, _) => (sums[row], totals[row]));
            sums = Tables.Totals(cells);
            cells = Scaled(cells, (_, column) => (sums[rows + column], totals[rows + column]));
        }

        return cells;

        decimal[,] Scaled(decimal[,] table, Func<int, int, (decimal Is, decimal Shall)> sums) =>
            Tables.Of(rows, columns, [.. table.Cast<decimal>().Select((cell, i) =>
                cell == 0m ? 0m : cell * sums(i / columns, i % columns).Shall / sums(i / columns, i % columns).Is)]);
    }
}
