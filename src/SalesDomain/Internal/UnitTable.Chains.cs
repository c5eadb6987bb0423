using System;

namespace SalesDomain.Internal;

/// <summary>Chains of exchanges, by which units leave columns that hold too many.</summary>
internal sealed partial class UnitTable
{
    /// <summary>
    /// Finds how dear the cheapest chain from a column with too many units to one with too few is (Dijkstra), and changes the potentials
    /// by the distances, so that the cells of that chain become tight and every other cell stays on its side.
    /// </summary>
    private void Reprice()
    {
        Array.Clear(_reached, 0, _reached.Length);
        Array.Clear(_settled, 0, _settled.Length);
        for (var column = 0; column < _columns; column++)
        {
            if (_excess[column] > 0)
                Reach(_rows + column, default);
        }

        var node = Nearest();
        while (node < _rows || _excess[node - _rows] >= 0)
        {
            _settled[node] = true;
            if (node < _rows)
                ReachColumns(node);
            else
                ReachRows(node - _rows);

            node = Nearest();
        }

        for (var other = 0; other < _settled.Length; other++)
        {
            if (!_settled[other])
                continue;

            var nearer = _distances[node] - _distances[other];
            _potentials[other] = other < _rows ? _potentials[other] + nearer : _potentials[other] - nearer;
        }
    }

    private int Nearest()
    {
        var nearest = -1;
        for (var node = 0; node < _settled.Length; node++)
        {
            if (_reached[node] && !_settled[node] && (nearest < 0 || _distances[node] < _distances[nearest]))
                nearest = node;
        }

        return nearest;
    }

    private void Reach(int node, in WideInteger distance)
    {
        if (_reached[node] && !(distance < _distances[node]))
            return;

        _reached[node] = true;
        _distances[node] = distance;
    }

    /// <summary>A unit taken from the column leaves a row one short.</summary>
    private void ReachRows(int column)
    {
        var known = _distances[_rows + column] + _potentials[_rows + column];
        for (var row = 0; row < _rows; row++)
        {
            var cell = Cell(row, column);
            if (_open[cell] && _full[cell])
                Reach(row, known + _potentials[row] - _costs[cell]);
        }
    }

    /// <summary>A row that is one short takes a unit in another column.</summary>
    private void ReachColumns(int row)
    {
        var known = _distances[row] - _potentials[row];
        for (var column = 0; column < _columns; column++)
        {
            var cell = Cell(row, column);
            if (_open[cell] && !_full[cell])
                Reach(_rows + column, known + _costs[cell] - _potentials[_rows + column]);
        }
    }

    /// <summary>
    /// Moves units along chains of tight cells that have no row or column in common. The potentials were made so that there is one at
    /// least; where many cells cost the same there are many, and moving them together saves as many searches.
    /// </summary>
    private void MoveUnits()
    {
        Array.Clear(_reached, 0, _reached.Length);
        Array.Clear(_next, 0, _next.Length);
        for (var column = 0; column < _columns; column++)
        {
            if (_excess[column] > 0 && !_reached[_rows + column] && EndOfChain(_rows + column) is var end && end >= 0)
                Move(_rows + column, end);
        }
    }

    /// <summary>Searches in depth, each row and column once for all chains, and returns a column that lacks a unit, or −1.</summary>
    private int EndOfChain(int start)
    {
        _reached[start] = true;
        _previous[start] = -1;
        for (var node = start; node >= 0;)
        {
            var next = node < _rows ? NextColumn(node) : NextRow(node);
            if (next < 0)
            {
                node = _previous[node];
                continue;
            }

            _reached[next] = true;
            _previous[next] = node;
            if (next >= _rows && _excess[next - _rows] < 0)
                return next;

            node = next;
        }

        return -1;
    }

    private int NextRow(int columnNode)
    {
        var column = columnNode - _rows;
        for (ref var row = ref _next[columnNode]; row < _rows; row++)
        {
            if (!_reached[row] && _full[Cell(row, column)] && IsLoose(row, column))
                return row;
        }

        return -1;
    }

    private int NextColumn(int row)
    {
        for (ref var column = ref _next[row]; column < _columns; column++)
        {
            if (!_reached[_rows + column] && !_full[Cell(row, column)] && IsLoose(row, column))
                return _rows + column;
        }

        return -1;
    }

    private void Move(int start, int end)
    {
        _excess[start - _rows]--;
        _excess[end - _rows]++;
        for (var column = end; column != start;)
        {
            var row = _previous[column];
            _full[Cell(row, column - _rows)] = true;
            column = _previous[row];
            _full[Cell(row, column - _rows)] = false;
        }
    }
}
