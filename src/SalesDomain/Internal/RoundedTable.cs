using System;
using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>
/// The arithmetic of <see cref="ControlledRounding"/>: everything is a whole number, the figures and the unit on a common scale.
/// </summary>
/// <remarks>
/// A border is added, one row and one column of what is missing between a total and the next multiple of the unit. Then every row and
/// column sums to a multiple, and the question is only which cells go up, so many to a row and to a column: a <see cref="UnitTable"/>. A
/// cell of the border that goes up is a total that goes down, and the corner is the grand total itself. The remainders, taken as
/// fractions of a unit, keep all sums; that whole units can keep them too is the theorem that such tables always exist (Bacharach 1966).
/// </remarks>
internal sealed class RoundedTable
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly BigInteger _unit;
    private readonly BigInteger[,] _figures;
    private readonly BigInteger[,] _floors;
    private readonly BigInteger[] _remainders;
    private readonly BigInteger[] _rowTotals;
    private readonly BigInteger[] _columnTotals;
    private BigInteger _total;

    private RoundedTable(BigInteger[,] figures, BigInteger unit)
    {
        _rows = figures.GetLength(0);
        _columns = figures.GetLength(1);
        _unit = unit;
        _figures = figures;
        _floors = new BigInteger[_rows, _columns];
        _remainders = new BigInteger[(_rows + 1) * (_columns + 1)];
        _rowTotals = new BigInteger[_rows];
        _columnTotals = new BigInteger[_columns];
    }

    /// <summary>How many units each figure is rounded to.</summary>
    internal static BigInteger[,] Round(BigInteger[,] figures, BigInteger unit)
    {
        var table = new RoundedTable(figures, unit);
        table.Divide();
        table.AddBorder();
        table.Decide();
        return table._floors;
    }

    private int Cell(int row, int column) => (row * (_columns + 1)) + column;

    private void Divide()
    {
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                var figure = _figures[row, column];
                _remainders[Cell(row, column)] = Remainder(figure);
                _floors[row, column] = (figure - _remainders[Cell(row, column)]) / _unit;
                _rowTotals[row] += figure;
                _columnTotals[column] += figure;
                _total += figure;
            }
        }
    }

    private void AddBorder()
    {
        for (var row = 0; row < _rows; row++)
            _remainders[Cell(row, _columns)] = Remainder(-_rowTotals[row]);

        for (var column = 0; column < _columns; column++)
            _remainders[Cell(_rows, column)] = Remainder(-_columnTotals[column]);

        _remainders[Cell(_rows, _columns)] = Remainder(_total);
    }

    private void Decide()
    {
        var (rowUnits, columnUnits) = Units();
        var open = Array.ConvertAll(_remainders, remainder => !remainder.IsZero);
        var byTotals = new UnitTable(Costs(ofBorder: true), open, rowUnits, columnUnits);
        var byCells = byTotals.Cheapest(Costs(ofBorder: false));
        var tables = new EqualTables(_rows + 1, _columns + 1, byCells);
        BreakTies(tables);
        GoUp(tables);
    }

    private (int[] Rows, int[] Columns) Units()
    {
        var rows = new BigInteger[_rows + 1];
        var columns = new BigInteger[_columns + 1];
        for (var row = 0; row <= _rows; row++)
        {
            for (var column = 0; column <= _columns; column++)
            {
                rows[row] += _remainders[Cell(row, column)];
                columns[column] += _remainders[Cell(row, column)];
            }
        }

        return (Array.ConvertAll(rows, sum => (int)(sum / _unit)), Array.ConvertAll(columns, sum => (int)(sum / _unit)));
    }

    /// <summary>
    /// What going up adds to the deviation: unit − remainder instead of the remainder. Either the cells are free, or the border is.
    /// </summary>
    private WideInteger[] Costs(bool ofBorder)
    {
        var costs = new WideInteger[_remainders.Length];
        for (var row = 0; row <= _rows; row++)
        {
            for (var column = 0; column <= _columns; column++)
            {
                var cell = Cell(row, column);
                if ((row == _rows || column == _columns) == ofBorder)
                    costs[cell] = WideInteger.Of(_unit - (2 * _remainders[cell]));
            }
        }

        return costs;
    }

    /// <summary>The first that can goes away from zero.</summary>
    private void BreakTies(EqualTables tables)
    {
        tables.Prefer(_rows, _columns, _total.Sign > 0);
        for (var row = 0; row < _rows; row++)
            tables.Prefer(row, _columns, _rowTotals[row].Sign < 0);

        for (var column = 0; column < _columns; column++)
            tables.Prefer(_rows, column, _columnTotals[column].Sign < 0);

        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
                tables.Prefer(row, column, _figures[row, column].Sign > 0);
        }
    }

    private void GoUp(EqualTables tables)
    {
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                if (tables.IsFull(row, column))
                    _floors[row, column] += BigInteger.One;
            }
        }
    }

    /// <summary>What the figure lies above the multiple below it, zero or more.</summary>
    private BigInteger Remainder(BigInteger figure)
    {
        var rest = BigInteger.Remainder(figure, _unit);
        return rest.Sign < 0 ? rest + _unit : rest;
    }
}
