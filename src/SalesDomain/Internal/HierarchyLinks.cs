using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>Links between the places of nodes: of each node a timeline of the places of its parents.</summary>
internal static class HierarchyLinks
{
    /// <summary>Instead of the place of a parent: the node is said to be a root, or has no parent.</summary>
    internal const int Top = -1;

    /// <summary>Neither under a parent nor said to be a root.</summary>
    internal const int Nowhere = -2;

    /// <summary>Of each node those that are its children on any day, in order.</summary>
    internal static int[][] ChildrenOf(Timeline<int>[] parents)
    {
        var children = new List<int>?[parents.Length];
        for (var place = 0; place < parents.Length; place++)
        {
            foreach (var parent in parents[place].Entries.Select(entry => entry.Value).Distinct())
            {
                if (parent != Top)
                    (children[parent] ??= []).Add(place);
            }
        }

        return System.Array.ConvertAll(children, each => each is null ? [] : each.ToArray());
    }

    /// <summary>The same after the parents of some nodes have changed; of the others it is taken as it was.</summary>
    /// <param name="parents">The parents after the change.</param>
    /// <param name="before">Those before it, maybe of fewer nodes.</param>
    /// <param name="childrenBefore">The children before it.</param>
    /// <param name="changed">The nodes whose parents have changed, in order.</param>
    internal static int[][] ChildrenOf(
        Timeline<int>[] parents, Timeline<int>[] before, int[][] childrenBefore, SortedSet<int> changed)
    {
        var children = new int[parents.Length][];
        childrenBefore.CopyTo(children, 0);
        for (var place = childrenBefore.Length; place < children.Length; place++)
            children[place] = [];

        var added = new Dictionary<int, List<int>>();
        List<int> Of(int parent)
        {
            if (!added.TryGetValue(parent, out var each))
                added.Add(parent, each = []);

            return each;
        }

        foreach (var place in changed)
        {
            foreach (var entry in place < before.Length ? before[place].Entries.Where(entry => entry.Value != Top) : [])
                Of(entry.Value);
            foreach (var parent in parents[place].Entries.Select(entry => entry.Value).Where(value => value != Top).Distinct())
                Of(parent).Add(place);
        }

        foreach (var each in added)
        {
            var kept = children[each.Key].Where(child => !changed.Contains(child));
            children[each.Key] = [.. kept.Concat(each.Value).OrderBy(child => child)];
        }

        return children;
    }

    /// <summary>The nodes and all that are above them on any day.</summary>
    internal static ICollection<int> FromUp(Timeline<int>[] parents, IEnumerable<int> places)
    {
        var seen = new HashSet<int>(places);
        var open = new Stack<int>(seen);
        while (open.Count > 0)
        {
            foreach (var entry in parents[open.Pop()].Entries)
            {
                if (entry.Value != Top && seen.Add(entry.Value))
                    open.Push(entry.Value);
            }
        }

        return seen;
    }

    /// <summary>
    /// The first circle there is among some nodes and the links from them, from a node up to itself, and the days it lasts; null when there
    /// is none. A circle begins on a day on which one of its links begins, so that it is found by following the links of these days alone;
    /// and a node that was walked over on the same day needs no second look.
    /// </summary>
    internal static (int[] Places, DateSpan Span)? FindCircle(Timeline<int>[] parents, IEnumerable<int> among)
    {
        var events = Events(parents, among);
        var current = new int[parents.Length];
        var walks = new int[parents.Length];
        for (var place = 0; place < current.Length; place++)
            current[place] = Top;

        var walk = 0;
        for (var start = 0; start < events.Count;)
        {
            var end = start;
            for (; end < events.Count && events[end].Day == events[start].Day; end++)
                current[events[end].Node] = events[end].Parent;

            var before = walk;
            for (; start < end; start++)
            {
                walk++;
                var place = events[start].Node;
                for (; place != Top && walks[place] <= before; place = current[place])
                    walks[place] = walk;

                if (place != Top && walks[place] == walk)
                    return Circle(place, current, parents, events[start].Day);
            }
        }

        return null;
    }

    /// <summary>What changes on which day, a link's end before the beginning of the next.</summary>
    private static List<(int Day, int Node, int Parent)> Events(Timeline<int>[] parents, IEnumerable<int> among)
    {
        var events = new List<(int Day, int Node, int Parent)>();
        foreach (var place in among)
        {
            foreach (var entry in parents[place].Entries)
            {
                events.Add((entry.Span.Start is { } start ? DayNumber.Of(start) : DayNumber.First, place, entry.Value));
                if (entry.Span.End is { } end)
                    events.Add((DayNumber.Of(end) + 1, place, Top));
            }
        }

        // Both Top on one day or a parent once: a beginning comes after the end that it follows.
        events.Sort((left, right) => left.Day != right.Day ? left.Day.CompareTo(right.Day) : left.Parent.CompareTo(right.Parent));
        return events;
    }

    private static (int[] Places, DateSpan Span) Circle(int place, int[] current, Timeline<int>[] parents, int day)
    {
        // Told from the node on that was mentioned first, wherever the walk came upon it.
        var first = place;
        for (var at = current[place]; at != place; at = current[at])
            first = System.Math.Min(first, at);

        var on = DayNumber.ToDate(day);
        var span = DateSpan.Always;
        var places = new List<int> { first };
        do
        {
            var last = places[places.Count - 1];
            span = span.Intersection(parents[last].Entries.First(entry => entry.Span.Contains(on)).Span)!.Value;
            places.Add(current[last]);
        }
        while (places[places.Count - 1] != first);

        return ([.. places], span);
    }
}
