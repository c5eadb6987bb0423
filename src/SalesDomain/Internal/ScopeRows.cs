using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>
/// The entries at the ends of the paths of a <see cref="ScopeIndex"/>, in rows of which no two entries hold on one day. The versions of a
/// record stand in one row, where one of them at most is looked at, found by halving; there are as many rows as entries that hold at once.
/// </summary>
internal sealed class ScopeRows
{
    // Strongest first; the place of an entry is what is found.
    private readonly RankedScope[] _ranked;

    // One row after the other, those of a row by their days.
    private readonly Candidate[] _candidates;

    // One node after the other, the rows of a node by their strongest entries.
    private readonly Row[] _rows;
    private readonly int[] _starts;

    internal ScopeRows(RankedScope[] ranked, ScopePaths paths)
    {
        var candidates = new List<Candidate>(ranked.Length);
        var rows = new List<Row>(paths.Ends.Count);
        _ranked = ranked;
        _starts = new int[paths.Ends.Count + 1];
        for (var node = 0; node < paths.Ends.Count; node++)
        {
            foreach (var places in Parted(ranked, paths.Ends[node]))
            {
                rows.Add(new Row(candidates.Count, candidates.Count + places.Count - 1, places.Min()));
                candidates.AddRange(places.Select(place => new Candidate(place, ranked[place].Span, paths.IsPartial(place))));
            }

            _starts[node + 1] = rows.Count;
        }

        _candidates = [.. candidates];
        _rows = [.. rows];
    }

    /// <summary>
    /// The place of the strongest entry of a node that holds and comes after a place, or the best so far when none is stronger.
    /// </summary>
    internal int Strongest(int node, in ScopeSubject subject, LocalDate on, int after, int best)
    {
        for (var row = _starts[node]; row < _starts[node + 1] && _rows[row].Strongest < best; row++)
        {
            ref readonly var candidate = ref LastBegun(_rows[row], on);
            if (candidate.Place < best && candidate.Place > after && Holds(candidate, subject, on))
                best = candidate.Place;
        }

        return best;
    }

    /// <summary>Adds the places of all entries of a node that hold.</summary>
    internal void AddHolding(List<int> places, int node, in ScopeSubject subject, LocalDate on)
    {
        for (var row = _starts[node]; row < _starts[node + 1]; row++)
        {
            ref readonly var candidate = ref LastBegun(_rows[row], on);
            if (Holds(candidate, subject, on))
                places.Add(candidate.Place);
        }
    }

    /// <summary>As few rows as there can be: an entry goes on in the row that has been free for longest, or begins one.</summary>
    private static IEnumerable<List<int>> Parted(RankedScope[] ranked, List<int> places)
    {
        var rows = new List<List<int>>();
        var ends = new SortedSet<(int Day, int Row)>();
        foreach (var place in places.OrderBy(place => DayRanges.Of(ranked[place].Span).First).ThenBy(place => place))
        {
            var (first, last) = DayRanges.Of(ranked[place].Span);
            var free = ends.Count > 0 ? ends.Min : (Day: int.MaxValue, Row: 0);
            if (free.Day < first)
            {
                ends.Remove(free);
            }
            else
            {
                free.Row = rows.Count;
                rows.Add([]);
            }

            rows[free.Row].Add(place);
            ends.Add((last, free.Row));
        }

        return rows.OrderBy(row => row.Min());
    }

    /// <summary>The last entry of a row that has begun, or its first: no other can hold on the day.</summary>
    private ref readonly Candidate LastBegun(in Row row, LocalDate on)
    {
        var (low, high) = (row.First, row.Last);
        while (low < high)
        {
            var middle = high - ((high - low) >> 1);
            if (on < _candidates[middle].Start)
                high = middle - 1;
            else
                low = middle;
        }

        return ref _candidates[low];
    }

    private bool Holds(in Candidate candidate, in ScopeSubject subject, LocalDate on) =>
        on >= candidate.Start && on <= candidate.End && (!candidate.IsPartial || _ranked[candidate.Place].Scope.Matches(subject));

    /// <summary>An entry at the end of its path, and whether something of its scope is left to be checked.</summary>
    private readonly struct Candidate(int place, DateSpan span, bool isPartial)
    {
        internal int Place { get; } = place;

        // An open end is the end of all days: one comparison, without asking first whether there is an end.
        internal LocalDate Start { get; } = span.Start ?? LocalDate.MinIsoValue;

        internal LocalDate End { get; } = span.End ?? LocalDate.MaxIsoValue;

        internal bool IsPartial { get; } = isPartial;
    }

    /// <summary>Where the entries of a row stand, and the place of the strongest.</summary>
    private readonly struct Row(int first, int last, int strongest)
    {
        internal int First { get; } = first;

        internal int Last { get; } = last;

        internal int Strongest { get; } = strongest;
    }
}
