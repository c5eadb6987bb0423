using System;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// The running sums of consecutive periods, by the number of the period: of each so many. Written by one run and read by all after it.
/// </summary>
internal struct TurnoverCells
{
    private SlotSum[]? _sums;
    private int _periods;

    /// <summary>The sums of all periods, one period after the other; there may be room for more.</summary>
    internal readonly SlotSum[] Sums => _sums ?? [];

    /// <summary>The number of the first period with lines.</summary>
    internal int First { readonly get; private set; }

    /// <summary>One more than the number of the last period with lines; of none, that of the first.</summary>
    internal readonly int End => First + _periods;

    /// <summary>Where the sums of a period begin, which is made room for.</summary>
    internal int At(int number, int width)
    {
        var place = number - First;
        if (unchecked((uint)place) >= (uint)_periods)
            place = Grow(number, width);

        return place * width;
    }

    internal void Add(in TurnoverCells other, int width)
    {
        if (other._periods == 0)
            return;

        // The ends, so that what is between is there too.
        At(other.First, width);
        At(other.End - 1, width);
        var first = At(other.First, width);
        for (var i = 0; i < other._periods * width; i++)
            _sums![first + i].Add(other._sums![i]);
    }

    internal readonly bool IsSameAs(in TurnoverCells other, int width)
    {
        for (var number = Math.Min(First, other.First); number < Math.Max(End, other.End); number++)
        {
            for (var i = 0; i < width; i++)
            {
                if (!Of(number, i, width).IsSameAs(other.Of(number, i, width)))
                    return false;
            }
        }

        return true;
    }

    internal readonly int HashSums(int width)
    {
        // A period in which nothing is sold may be there or not.
        var hash = 0;
        for (var i = 0; i < _periods * width; i++)
        {
            if (_sums![i].Amount != 0m)
                hash = unchecked(hash + Hash.Of(_sums[i].Amount));
        }

        return hash;
    }

    private readonly SlotSum Of(int number, int slot, int width) =>
        number >= First && number < End ? _sums![((number - First) * width) + slot] : default;

    private int Grow(int number, int width)
    {
        if (_sums is null)
        {
            (_sums, First, _periods) = (new SlotSum[width], number, 1);
            return 0;
        }

        var first = Math.Min(number, First);
        var periods = Math.Max(number + 1, End) - first;
        var room = width == 0 ? periods : _sums.Length / width;
        if (first < First || periods > room)
        {
            // Mostly in the order of time: a few periods ahead, and not one after the other.
            var grown = new SlotSum[width * Math.Max(periods, Math.Min(room * 2, room + 12))];
            Array.Copy(_sums, 0, grown, (First - first) * width, _periods * width);
            _sums = grown;
        }

        (First, _periods) = (first, periods);
        return number - first;
    }
}
