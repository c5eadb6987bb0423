using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Tests.Dates;

namespace SalesDomain.Tests.Hierarchies;

/// <summary>A hierarchy made by random changes, and the same made day by day in plain arrays.</summary>
internal sealed class HierarchySample
{
    internal const int Nodes = 6;
    internal const int None = -2;
    internal const int Top = -1;

    private readonly List<string> _changes = [];

    private HierarchySample((int Kind, int Node, int Parent, DateSpan Span)[] changes)
    {
        foreach (var day in Days)
            Model[day] = [.. Enumerable.Repeat(None, Nodes)];
        foreach (var (kind, node, parent, span) in changes)
            Change(kind, node, parent, span);
    }

    internal static LocalDate[] Days => TimelineSample.Days;

    internal static Arbitrary<HierarchySample> Any { get; } =
        (from count in Gen.Choose(0, 16)
         from changes in (
             from kind in Gen.Choose(0, 9) from node in Node from parent in Node from span in TimelineSample.Span
             select (kind, node, parent, span)).ArrayOf(count)
         select new HierarchySample(changes)).ToArbitrary();

    /// <summary>Some links at once, many of them in one another's way.</summary>
    internal static Arbitrary<(int Child, int Parent, DateSpan Span)[]> Links { get; } =
        (from count in Gen.Choose(1, 7)
         from links in (from child in Node from parent in Node from span in TimelineSample.Span select (child, parent, span)).ArrayOf(count)
         select links).ToArbitrary();

    private static Gen<int> Node => Gen.Choose(0, Nodes - 1);

    internal Hierarchy<int> Hierarchy { get; private set; } = SalesDomain.Hierarchy.Empty<int>();

    /// <summary>Of each day and node the parent, the top, or nothing.</summary>
    internal Dictionary<LocalDate, int[]> Model { get; } = [];

    /// <summary>A change was refused exactly when it would have given a node two places on a day, or led it back to itself.</summary>
    internal bool RefusalsWereRight { get; private set; } = true;

    /// <summary>The links as they can be read from the hierarchy.</summary>
    internal (int Child, int Parent, DateSpan Span)[] LinksRead =>
        [.. Hierarchy.Nodes.SelectMany(node => Hierarchy.ParentsOf(node).Entries.Select(entry => (node, entry.Value, entry.Span)))];

    public override string ToString() => string.Join(", ", _changes);

    /// <summary>Whether a node is in the model on a day.</summary>
    internal static bool IsIn(int[] parents, int node) => parents[node] != None || parents.Contains(node);

    /// <summary>Every node from one up to its root; too long a walk is a circle.</summary>
    internal static int[] Upward(int[] parents, int node)
    {
        var walk = new List<int>();
        for (var at = parents[node]; at >= 0 && walk.Count <= Nodes; at = parents[at])
            walk.Add(at);

        return [.. walk];
    }

    internal static bool HasCircle(int[] parents) => Enumerable.Range(0, Nodes).Any(node => Upward(parents, node).Length > Nodes);

    private void Change(int kind, int node, int parent, DateSpan span)
    {
        var days = Days.Where(span.Contains).ToArray();
        switch (kind)
        {
            case 0:
                _changes.Add("without " + node + " " + span);
                Hierarchy = Hierarchy.Without(node, span);
                Put(days, node, None);
                break;
            case 1:
                var isFree = days.All(day => Model[day][node] == None);
                Try("root " + node + " " + span, () => Hierarchy.WithRoot(node, span), isFree, "span", () => Put(days, node, Top));
                break;
            case 2 when span.Start is { } from:
                var after = Days.Where(day => day >= from).ToArray();
                var isLate = LastStart(node) > from;
                Try(
                    "move " + node + " to " + parent + " from " + from, () => Hierarchy.Move(node, parent, from),
                    !isLate && !Circles(after, node, parent),
                    isLate ? "from" : "to", () => Put(after, node, parent));
                break;
            default:
                var isTaken = days.Any(day => Model[day][node] != None);
                Try(
                    node + " under " + parent + " " + span, () => Hierarchy.With(node, parent, span),
                    !isTaken && !Circles(days, node, parent),
                    isTaken ? "span" : "parent", () => Put(days, node, parent));
                break;
        }
    }

    private void Try(string change, Func<Hierarchy<int>> make, bool isRight, string parameterName, Action put)
    {
        _changes.Add(change);
        try
        {
            Hierarchy = make();
            RefusalsWereRight &= isRight;
            put();
        }
        catch (ArgumentException e)
        {
            RefusalsWereRight &= !isRight && e.ParamName == parameterName;
        }
    }

    private LocalDate? LastStart(int node)
    {
        // The starts of roots cannot be read; a day on which a place begins shows them.
        var starts = Days.Skip(1).Where(day => Model[day][node] != None && Model[day.PlusDays(-1)][node] != Model[day][node]).ToArray();
        var links = Hierarchy.ParentsOf(node).Entries.Select(entry => entry.Span.Start).ToArray();
        return starts.Select(day => (LocalDate?)day).Concat(links).OrderBy(day => day).LastOrDefault();
    }

    private bool Circles(LocalDate[] days, int node, int parent) =>
        days.Any(day =>
        {
            var parents = (int[])Model[day].Clone();
            parents[node] = parent;
            return HasCircle(parents);
        });

    private void Put(LocalDate[] days, int node, int parent)
    {
        foreach (var day in days)
            Model[day][node] = parent;
    }
}
