using System;
using System.Collections.Generic;

namespace SalesDomain.Internal;

/// <summary>
/// Chooses among tables of units with the same sums and the same cost. They differ in loose cells alone, and any two by rings in which a
/// unit leaves and enters each row and column in turn; so a cell can be changed just where a ring of loose cells leads through it.
/// </summary>
internal sealed class EqualTables
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly bool[] _full;
    private readonly bool[] _loose;

    // Nodes are the rows and, after them, the columns.
    private readonly int[] _previous;
    private readonly bool[] _reached;
    private readonly Queue<int> _waiting = new();

    /// <summary>Starts from one of the tables.</summary>
    internal EqualTables(int rows, int columns, UnitTable table)
    {
        _rows = rows;
        _columns = columns;
        _full = new bool[rows * columns];
        _loose = new bool[rows * columns];
        _previous = new int[rows + columns];
        _reached = new bool[rows + columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                _full[Cell(row, column)] = table.IsFull(row, column);
                _loose[Cell(row, column)] = table.IsLoose(row, column);
            }
        }
    }

    internal bool IsFull(int row, int column) => _full[Cell(row, column)];

    /// <summary>Brings the cell to what is preferred if a table of equal cost has it so; from then on it stays as it is.</summary>
    internal void Prefer(int row, int column, bool full)
    {
        var cell = Cell(row, column);
        if (!_loose[cell])
            return;

        _loose[cell] = false;
        if (_full[cell] == full)
            return;

        // A unit more in the cell is one less elsewhere in its column, and so on until one leaves its row; a unit less goes the other way
        // round.
        var (start, end) = full ? (_rows + column, row) : (row, _rows + column);
        if (!Search(start, end))
        {
            Separate();
            return;
        }

        for (var node = end; node != start; node = _previous[node])
            Turn(node, _previous[node]);

        _full[cell] = full;
    }

    private int Cell(int row, int column) => (row * _columns) + column;

    private void Turn(int node, int other)
    {
        var cell = Cell(Math.Min(node, other), Math.Max(node, other) - _rows);
        _full[cell] = !_full[cell];
    }

    /// <summary>Searches in breadth, so that few cells change: from a row over its empty cells, from a column over its full ones.</summary>
    private bool Search(int start, int end)
    {
        Array.Clear(_reached, 0, _reached.Length);
        _waiting.Clear();
        Reach(start, -1, end);
        while (_waiting.Count > 0 && !_reached[end])
        {
            var node = _waiting.Dequeue();
            var (first, last) = node < _rows ? (_rows, _reached.Length) : (0, _rows);
            for (var next = first; next < last && !_reached[end]; next++)
            {
                if (!_reached[next] && Leads(node, next))
                    Reach(next, node, end);
            }
        }

        return _reached[end];
    }

    private void Reach(int node, int previous, int end)
    {
        _reached[node] = true;
        _previous[node] = previous;
        _waiting.Enqueue(node);

        // Looked for at once, and not when it is the node's turn: where many cells are loose the end is near, and everything else is as
        // near.
        if (node < _rows != end < _rows && !_reached[end] && Leads(node, end))
            Reach(end, node, end);
    }

    private bool Leads(int node, int next)
    {
        var cell = node < _rows ? Cell(node, next - _rows) : Cell(next, node - _rows);
        return _loose[cell] && _full[cell] == node >= _rows;
    }

    /// <summary>
    /// After a search in vain: no way leads out of what was reached, now or ever, so no ring crosses its border. Without the cells on the
    /// border a search is in vain at most once for every row and column.
    /// </summary>
    private void Separate()
    {
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
                _loose[Cell(row, column)] &= _reached[row] == _reached[_rows + column];
        }
    }
}
