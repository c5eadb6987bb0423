using System;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>The running sums of consecutive periods, by the number of the period. Written by one run and read by all after it.</summary>
internal sealed class TurnoverCells
{
    private SlotSum[]?[] _cells = [];
    private int _first;

    /// <summary>The number of the first period that may have sums.</summary>
    internal int First => _first;

    /// <summary>One more than the number of the last period that may have sums.</summary>
    internal int End => _first + _cells.Length;

    internal SlotSum[]? Find(int number) =>
        unchecked((uint)(number - _first)) < (uint)_cells.Length ? _cells[number - _first] : null;

    internal SlotSum[] At(int number, int width)
    {
        var place = number - _first;
        if (unchecked((uint)place) >= (uint)_cells.Length)
        {
            Grow(number);
            place = number - _first;
        }

        return _cells[place] ??= new SlotSum[width];
    }

    internal void Add(TurnoverCells other)
    {
        for (var number = other.First; number < other.End; number++)
        {
            if (other.Find(number) is not { } sums)
                continue;

            var own = At(number, sums.Length);
            for (var i = 0; i < sums.Length; i++)
                own[i].Add(sums[i]);
        }
    }

    internal bool IsSameAs(TurnoverCells other)
    {
        for (var number = Math.Min(First, other.First); number < Math.Max(End, other.End); number++)
        {
            var (left, right) = (Find(number), other.Find(number));
            for (var i = 0; i < (left ?? right ?? []).Length; i++)
            {
                if (!(left is null ? default : left[i]).IsSameAs(right is null ? default : right[i]))
                    return false;
            }
        }

        return true;
    }

    internal int HashSums()
    {
        var hash = 0;
        for (var number = First; number < End; number++)
        {
            foreach (var sum in Find(number) ?? [])
                hash = unchecked(hash + Hash.Of(sum.Amount));
        }

        return hash;
    }

    private void Grow(int number)
    {
        if (_cells.Length == 0)
        {
            (_cells, _first) = (new SlotSum[1][], number);
            return;
        }

        var first = Math.Min(number, _first);
        var end = Math.Max(number + 1, End);

        // Mostly in the order of time: a few periods ahead, and not one after the other.
        if (end > End)
            end = Math.Max(end, _first + Math.Min(_cells.Length * 2, _cells.Length + 12));

        var grown = new SlotSum[end - first][];
        Array.Copy(_cells, 0, grown, _first - first, _cells.Length);
        (_cells, _first) = (grown, first);
    }
}
