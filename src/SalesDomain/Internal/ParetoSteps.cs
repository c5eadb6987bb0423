using System;

namespace SalesDomain.Internal;

/// <summary>
/// The figures of one ABC classification, by position from the largest value on. Equal values are one step: they share their rank and their
/// class.
/// </summary>
internal sealed class ParetoSteps
{
    private readonly decimal[] _falling;
    private readonly decimal[] _running;
    private readonly int[] _firstEqual;
    private readonly int[] _afterEqual;
    private readonly int[] _class;

    /// <summary>Classifies amounts in falling order.</summary>
    internal ParetoSteps(decimal[] falling, Percentage[] bounds, CrossingItem crossing)
    {
        Crossing = crossing;
        _falling = falling;
        Running(falling, out _running, out _firstEqual, out _afterEqual, out var counted);
        Counted = counted;
        Total = counted > 0 ? _running[counted - 1] : 0m;
        _class = new int[falling.Length];
        var limits = Array.ConvertAll(bounds, bound => crossing == CrossingItem.Nearest ? TwiceShare(bound) : Share(bound));
        var at = 0;
        for (var position = 0; position < falling.Length; position = _afterEqual[position])
        {
            while (at < bounds.Length - 1 && (position >= counted || !IsWithin(limits[at], position)))
                at++;
            for (var equal = position; equal < _afterEqual[position]; equal++)
                _class[equal] = at;
        }
    }

    internal CrossingItem Crossing { get; }

    /// <summary>How many values are above zero; the others come after them and are no part of the total.</summary>
    internal int Counted { get; }

    internal decimal Total { get; }

    internal decimal Amount(int position) => _falling[position];

    internal int Class(int position) => _class[position];

    /// <summary>How many values are larger.</summary>
    internal int Larger(int position) => _firstEqual[position];

    /// <summary>How many values are larger or equal.</summary>
    internal int LargerOrEqual(int position) => _afterEqual[position];

    /// <summary>The sum of the values down to this one.</summary>
    internal decimal RunningTotal(int position) => _running[position];

    /// <summary>The sum of the larger values.</summary>
    internal decimal Before(int position) => _firstEqual[position] > 0 ? _running[_firstEqual[position] - 1] : 0m;

    /// <summary>The sum of the larger and equal values.</summary>
    internal decimal After(int position) => _running[_afterEqual[position] - 1];

    /// <summary>The sum of the equal values, this one among them.</summary>
    internal decimal OfEquals(int position) => After(position) - Before(position);

    internal int CountOfEquals(int position) => _afterEqual[position] - _firstEqual[position];

    /// <summary>What is compared with twice the bound to find the nearer side: the middle between before and after, doubled.</summary>
    internal decimal TwiceMiddle(int position) => Before(position) + After(position);

    /// <summary>A share of the total, to 28 digits: what running totals are compared with, and what an explanation prints.</summary>
    internal decimal Share(Percentage bound) => bound.Fraction * Total;

    /// <summary>Twice that.</summary>
    internal decimal TwiceShare(Percentage bound) => 2m * Share(bound);

    private static void Running(decimal[] falling, out decimal[] running, out int[] firstEqual, out int[] afterEqual, out int counted)
    {
        running = new decimal[falling.Length];
        firstEqual = new int[falling.Length];
        afterEqual = new int[falling.Length];
        counted = 0;
        var sum = 0m;
        var start = 0;
        for (var i = 0; i < falling.Length; i++)
        {
            if (falling[i] > 0m)
            {
                sum += falling[i];
                counted++;
            }

            running[i] = sum;
            if (i + 1 < falling.Length && falling[i + 1] == falling[i])
                continue;

            for (var equal = start; equal <= i; equal++)
                (firstEqual[equal], afterEqual[equal]) = (start, i + 1);
            start = i + 1;
        }
    }

    private bool IsWithin(decimal limit, int position) =>
        Crossing switch
        {
            CrossingItem.Included => Before(position) < limit,
            CrossingItem.Excluded => After(position) <= limit,
            _ => TwiceMiddle(position) <= limit,
        };
}
