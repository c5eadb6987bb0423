using System;

namespace SalesDomain.Internal;

/// <summary>
/// A table that is filled with units, at most one to a cell, so that every row and column holds the number asked for and the cost of the
/// cells that hold one is least: the transportation problem with unit capacities.
/// </summary>
/// <remarks>
/// <para>
/// The method is that of shortest augmenting paths with potentials (Edmonds and Karp 1972; Ahuja, Magnanti and Orlin, <i>Network
/// Flows</i>, 1993, chapter 9). It starts from rows filled with their own cheapest cells, which is best of all that keep the rows, and
/// then moves units from columns that hold too many to columns that lack some, each time along a cheapest chain of exchanges: about one
/// for every row and column.
/// </para>
/// <para>
/// Throughout, a cell whose cost is above the sum of its row's and its column's potential is empty and one whose cost is below it is
/// full. That is the proof that nothing cheaper keeps the same sums, and it leaves only the cells whose cost is that sum to be chosen
/// otherwise.
/// </para>
/// </remarks>
internal sealed partial class UnitTable
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly WideInteger[] _costs;
    private readonly bool[] _open;
    private readonly bool[] _full;
    private readonly WideInteger[] _potentials;
    private readonly int[] _excess;

    // Nodes are the rows and, after them, the columns.
    private readonly WideInteger[] _distances;
    private readonly bool[] _reached;
    private readonly bool[] _settled;
    private readonly int[] _previous;
    private readonly int[] _next;

    /// <summary>Creates a table of given sums, its cells row by row, and fills it. Some filling must exist.</summary>
    internal UnitTable(WideInteger[] costs, bool[] open, int[] rowUnits, int[] columnUnits)
        : this(costs, open, new bool[open.Length], rowUnits, columnUnits)
    {
    }

    private UnitTable(WideInteger[] costs, bool[] open, bool[] full, int[] rowUnits, int[] columnUnits)
    {
        _rows = rowUnits.Length;
        _columns = columnUnits.Length;
        _costs = costs;
        _open = open;
        _full = full;
        _potentials = new WideInteger[_rows + _columns];
        _excess = Array.ConvertAll(columnUnits, units => -units);
        _distances = new WideInteger[_rows + _columns];
        _reached = new bool[_rows + _columns];
        _settled = new bool[_rows + _columns];
        _previous = new int[_rows + _columns];
        _next = new int[_rows + _columns];
        for (var column = 0; column < _columns; column++)
            PriceColumn(column, columnUnits[column]);

        for (var row = 0; row < _rows; row++)
            FillRow(row, rowUnits[row]);

        while (Array.Exists(_excess, excess => excess > 0))
        {
            Reprice();
            MoveUnits();
        }
    }

    /// <summary>Of all tables as cheap as this one, which differ from it in loose cells alone, the cheapest by other costs.</summary>
    internal UnitTable Cheapest(WideInteger[] costs)
    {
        var open = new bool[_open.Length];
        var full = new bool[_open.Length];
        var rowUnits = new int[_rows];
        var columnUnits = new int[_columns];
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                var cell = Cell(row, column);
                open[cell] = IsLoose(row, column);
                full[cell] = _full[cell] && !open[cell];
                if (_full[cell] && open[cell])
                {
                    rowUnits[row]++;
                    columnUnits[column]++;
                }
            }
        }

        return new UnitTable(costs, open, full, rowUnits, columnUnits);
    }

    internal bool IsFull(int row, int column) => _full[Cell(row, column)];

    /// <summary>Whether the cell could be changed at no cost, if the rest of the table allows it.</summary>
    internal bool IsLoose(int row, int column) => _open[Cell(row, column)] && IsTight(row, column);

    private int Cell(int row, int column) => (row * _columns) + column;

    private bool IsTight(int row, int column) =>
        WideInteger.AreEqual(_costs[Cell(row, column)], _potentials[row] + _potentials[_rows + column]);

    /// <summary>
    /// The potential of a column at the start: what its dearest cell costs if it takes its cheapest ones. Rows that then choose by what
    /// is left of the costs nearly keep the columns.
    /// </summary>
    private void PriceColumn(int column, int units)
    {
        var costs = Array.ConvertAll(OpenCells(column, _columns, _rows), cell => _costs[cell]);
        Array.Sort(costs, Compare);
        if (costs.Length > 0)
            _potentials[_rows + column] = costs[Math.Max(units, 1) - 1];
    }

    private void FillRow(int row, int units)
    {
        var cells = OpenCells(Cell(row, 0), 1, _columns);
        var costs = Array.ConvertAll(cells, cell => _costs[cell] - _potentials[_rows + (cell % _columns)]);
        var rooms = Array.ConvertAll(cells, cell => _excess[cell % _columns]);
        var order = new int[cells.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;

        // Where costs are equal, by the room that the columns have left.
        Array.Sort(order, (one, other) =>
            Compare(costs[one], costs[other]) is var byCost && byCost != 0 ? byCost
            : rooms[one] != rooms[other] ? rooms[one].CompareTo(rooms[other])
            : one.CompareTo(other));
        if (order.Length > 0)
            _potentials[row] = costs[order[Math.Max(units, 1) - 1]];

        for (var i = 0; i < units; i++)
        {
            _full[cells[order[i]]] = true;
            _excess[cells[order[i]] % _columns]++;
        }
    }

    private static int Compare(WideInteger one, WideInteger other) => one < other ? -1 : other < one ? 1 : 0;

    private int[] OpenCells(int first, int step, int count)
    {
        var cells = new int[count];
        for (var i = 0; i < count; i++)
            cells[i] = first + (i * step);

        return Array.FindAll(cells, cell => _open[cell]);
    }
}
