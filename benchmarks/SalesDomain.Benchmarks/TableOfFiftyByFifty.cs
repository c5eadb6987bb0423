using System;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace SalesDomain.Benchmarks;

/// <summary>
/// Three answers to one table, which do not do the same work: cell by cell no total is kept, row by row the column totals are not. What
/// the library's answer takes longer buys the columns.
/// </summary>
public class TableOfFiftyByFifty
{
    private const int Side = 50;

    private readonly decimal[,] _exact = new decimal[Side, Side];
    private readonly decimal[][] _rows = new decimal[Side][];
    private readonly decimal[] _rowTotals = new decimal[Side];

    public TableOfFiftyByFifty()
    {
        var amounts = Facts.Amounts(10_000m);
        for (var row = 0; row < Side; row++)
        {
            _rows[row] = new decimal[Side];
            for (var column = 0; column < Side; column++)
                _rows[row][column] = _exact[row, column] = amounts[((row * 37) + (column * 101) + (row * column)) % amounts.Length];

            // Row by row a total has to be a whole one.
            _rowTotals[row] = decimal.Round(_rows[row].Sum(), MidpointRounding.AwayFromZero);
        }
    }

    [GlobalSetup]
    public void Compare()
    {
        var table = Library();
        for (var i = 0; i < Side; i++)
        {
            var (row, column) = (0m, 0m);
            for (var j = 0; j < Side; j++)
            {
                row += table[i, j];
                column += table[j, i];
            }

            Same.Result(true, Math.Abs(row - _rows[i].Sum()) < 1m);
            Same.Result(true, Math.Abs(column - _rows.Sum(each => each[i])) < 1m);
        }
    }

    [Benchmark(Baseline = true, Description = "50 by 50, each cell rounded: no total is kept")]
    public decimal[,] CellByCell()
    {
        var rounded = new decimal[Side, Side];
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
                rounded[row, column] = decimal.Round(_exact[row, column], MidpointRounding.AwayFromZero);
        }

        return rounded;
    }

    [Benchmark(Description = "50 by 50, Apportionment.Split row by row: column totals are not kept")]
    public decimal[][] RowByRow()
    {
        var rounded = new decimal[Side][];
        for (var row = 0; row < Side; row++)
            rounded[row] = Apportionment.ToWhole.Split(_rowTotals[row], _rows[row]);

        return rounded;
    }

    [Benchmark(Description = "50 by 50, ControlledRounding.Round: all totals are kept")]
    public decimal[,] Library() => ControlledRounding.ToWhole.Round(_exact);
}
