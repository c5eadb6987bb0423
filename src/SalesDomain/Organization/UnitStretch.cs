using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Days that follow each other, on each of which as many are authorized and in post in a unit: days as numbers, an open end the
/// least or the largest int.</summary>
internal readonly struct UnitStretch
{
    private UnitStretch(int first, int last, int authorized, int inPost)
    {
        (First, Last) = (first, last);
        (Authorized, InPost) = (authorized, inPost);
    }

    internal int First { get; }

    internal int Last { get; }

    internal int Authorized { get; }

    internal int InPost { get; }

    private bool IsAny => Authorized > 0 || InPost > 0;

    /// <summary>The days of a unit cut wherever a number changes; days without anybody authorized or in post are left out.</summary>
    internal static UnitStretch[] Of(IEnumerable<(int Number, DateSpan Span)> authorized, IEnumerable<DateSpan> inPost)
    {
        var changes = new SortedDictionary<int, (int Authorized, int InPost)>();
        foreach (var (number, span) in authorized)
            Add(changes, span, number, 0);
        foreach (var span in inPost)
            Add(changes, span, 0, 1);

        var stretches = new List<UnitStretch>();
        var now = default(UnitStretch);
        foreach (var change in changes.Where(change => change.Value != default))
        {
            if (now.IsAny)
                stretches.Add(new(now.First, change.Key - 1, now.Authorized, now.InPost));
            now = new(change.Key, int.MaxValue, now.Authorized + change.Value.Authorized, now.InPost + change.Value.InPost);
        }

        return now.IsAny ? [.. stretches, now] : [.. stretches];
    }

    /// <summary>The days of it that are in a range, or null for none.</summary>
    internal UnitStretch? Within((int First, int Last) range)
    {
        var within = new UnitStretch(Math.Max(First, range.First), Math.Min(Last, range.Last), Authorized, InPost);
        return within.First <= within.Last ? within : null;
    }

    internal bool IsSameAs(UnitStretch other) =>
        First == other.First && Last == other.Last && Authorized == other.Authorized && InPost == other.InPost;

    private static void Add(SortedDictionary<int, (int Authorized, int InPost)> changes, DateSpan span, int authorized, int inPost)
    {
        var (first, last) = DayRanges.Of(span);
        Add(changes, first, authorized, inPost);
        if (last != int.MaxValue)
            Add(changes, last + 1, -authorized, -inPost);
    }

    private static void Add(SortedDictionary<int, (int Authorized, int InPost)> changes, int day, int authorized, int inPost)
    {
        changes.TryGetValue(day, out var known);
        changes[day] = (known.Authorized + authorized, known.InPost + inPost);
    }
}
