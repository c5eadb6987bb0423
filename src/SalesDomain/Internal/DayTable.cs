using System;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// A weight for every day there is, a week's pattern with exceptions, and the sum of the weights up to any day: whole weeks by
/// arithmetic, the exceptions by one binary search in sums made beforehand. Days are <see cref="DayNumber"/>s. Where the sums begin does
/// not matter, only that it is before all days.
/// </summary>
internal sealed class DayTable
{
    // Added to a day so that none is negative.
    private const int WholeWeeks = 7_000_000;

    private readonly int[] _week;

    // [i] is the sum of the first i days of a week.
    private readonly int[] _weekSums = new int[8];

    private readonly Days[] _exceptions;

    // Of each exception: the sum up to the day before it, and up to its last day.
    private readonly long[] _sumsBefore;
    private readonly long[] _sumsThrough;

    /// <summary>Makes the table.</summary>
    /// <param name="week">The weights from Monday to Sunday, none negative, not all zero.</param>
    /// <param name="exceptions">Days with another weight than the week's, in order of time, no day twice.</param>
    internal DayTable(int[] week, Days[] exceptions)
    {
        _week = week;
        for (var i = 0; i < week.Length; i++)
            _weekSums[i + 1] = _weekSums[i] + week[i];

        _exceptions = exceptions;
        _sumsBefore = new long[exceptions.Length];
        _sumsThrough = new long[exceptions.Length];
        for (var i = 0; i < exceptions.Length; i++)
        {
            _sumsBefore[i] = After(i - 1, exceptions[i].First - 1);
            _sumsThrough[i] = _sumsBefore[i] + Within(i, exceptions[i].Last);
        }
    }

    /// <summary>The weight of a day.</summary>
    internal int At(int day)
    {
        var at = LastStartingBy(day);
        return at >= 0 && day <= _exceptions[at].Last ? _exceptions[at].Weight : _week[DayNumber.Since(IsoDayOfWeek.Monday, day)];
    }

    /// <summary>The sum of the weights up to a day, that day included.</summary>
    internal long Through(int day)
    {
        var at = LastStartingBy(day);
        return at >= 0 && day <= _exceptions[at].Last ? _sumsBefore[at] + Within(at, day) : After(at, day);
    }

    /// <summary>The first day with which the sum comes to so much; it may be before or after all days.</summary>
    internal long FirstReaching(long sum)
    {
        var at = LastBelow(sum);
        if (at < 0)
            return FirstOfWeeksReaching(sum);
        if (sum > _sumsThrough[at])
            return FirstOfWeeksReaching(sum - _sumsThrough[at] + OfWeeks(_exceptions[at].Last));

        var missing = sum - _sumsBefore[at];
        return _exceptions[at].First + ((missing - 1) / _exceptions[at].Weight);
    }

    private long Within(int at, int day) => (long)_exceptions[at].Weight * (day - _exceptions[at].First + 1);

    /// <summary>The sum up to a day after an exception (−1 for none) and before the next.</summary>
    private long After(int at, int day) => at < 0 ? OfWeeks(day) : _sumsThrough[at] + OfWeeks(day) - OfWeeks(_exceptions[at].Last);

    private long OfWeeks(int day)
    {
        var days = day + 1 + WholeWeeks;
        return ((long)(days / 7) * _weekSums[7]) + _weekSums[days % 7];
    }

    private long FirstOfWeeksReaching(long sum)
    {
        if (sum <= 0)
            return DayNumber.First - 1;

        var weeks = (sum - 1) / _weekSums[7];
        var rest = sum - (weeks * _weekSums[7]);
        var day = 0;
        while (_weekSums[day + 1] < rest)
            day++;

        return (weeks * 7) + day - WholeWeeks;
    }

    private int LastStartingBy(int day)
    {
        var low = 0;
        var high = _exceptions.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_exceptions[middle].First > day)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return high;
    }

    /// <summary>The last exception before which the sum is not reached; the sums never fall, so it can be found like a day.</summary>
    private int LastBelow(long sum)
    {
        var at = Array.BinarySearch(_sumsBefore, sum);
        at = at < 0 ? ~at : at;

        // Of equal sums the search may find any; none of them is below.
        while (at > 0 && _sumsBefore[at - 1] >= sum)
            at--;

        return at - 1;
    }

    /// <summary>Days that follow each other, with the weight of each.</summary>
    internal readonly struct Days(int first, int last, int weight)
    {
        internal int First { get; } = first;

        internal int Last { get; } = last;

        internal int Weight { get; } = weight;
    }
}
