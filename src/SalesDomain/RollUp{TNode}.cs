using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain;

/// <summary>
/// Values by node summed up a hierarchy as it stands on a day: sales by person up to the region and the country. Each value counts once, and what
/// belongs to no node of the day is shown apart.
/// </summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// Made by <see cref="Hierarchy{TNode}.RollUp"/>. The total of a node is its own values and the totals of its children; the totals of the roots and
/// what is <see cref="Outside"/> make up the <see cref="Total"/>. Nothing rounds.
/// </remarks>
public sealed class RollUp<TNode>
    where TNode : notnull
{
    private readonly Measured _zero;
    private readonly NodeSum[] _sums;
    private readonly Dictionary<TNode, NodeSum> _outside;
    private readonly TNode[] _outsideNodes;
    private readonly NodeSum _outsideSum;

    internal RollUp(Hierarchy<TNode> hierarchy, LocalDate on, Measured zero, IEnumerable<(TNode Node, Measured Value)> values, string parameterName)
    {
        Hierarchy = hierarchy;
        On = on;
        _zero = zero;
        _sums = new NodeSum[hierarchy.Nodes.Count];
        _outside = [];
        for (var place = 0; place < _sums.Length; place++)
            _sums[place] = new NodeSum(zero, 0, zero, 0);

        var outside = new List<TNode>();
        var (total, outsideTotal, outsideCount) = (zero, zero, 0);
        foreach (var (node, value) in values)
        {
            var place = hierarchy.PlaceOf(node, parameterName);
            Measured.RequireSame(zero, value, parameterName);
            total += value;
            if (place >= 0 && hierarchy.IsInAt(place, on))
            {
                _sums[place] = _sums[place].WithOwn(value);
                continue;
            }

            if (!_outside.TryGetValue(node, out var sum))
            {
                outside.Add(node);
                sum = new NodeSum(zero, 0, zero, 0);
            }

            _outside[node] = sum.WithOwn(value);
            outsideTotal += value;
            outsideCount++;
        }

        _outsideNodes = [.. outside];
        _outsideSum = new NodeSum(outsideTotal, outsideCount, outsideTotal, outsideCount);
        Total = total;
        SumUp();
    }

    /// <summary>The hierarchy that the values are summed up.</summary>
    public Hierarchy<TNode> Hierarchy { get; }

    /// <summary>The day on which it is taken.</summary>
    public LocalDate On { get; }

    /// <summary>The sum of all values given, in the hierarchy or outside.</summary>
    public Measured Total { get; }

    /// <summary>The nodes that values were given for and that are not in the hierarchy on the day, in the order of first mention; <see cref="OwnOf"/> has their values.</summary>
    public IReadOnlyList<TNode> Outside => Array.AsReadOnly(_outsideNodes);

    /// <summary>The sum of the values outside; together with the totals of the roots, the <see cref="Total"/>.</summary>
    public Measured OutsideTotal => _outsideSum.Total;

    /// <summary>The sum of a node's own values.</summary>
    /// <param name="node">The node, in the hierarchy or outside.</param>
    /// <returns>The sum; zero when no value was given for it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Measured OwnOf(TNode node) => SumOf(node).Own;

    /// <summary>The sum of the values of a node and of all below it.</summary>
    /// <param name="node">The node; one outside has none below it.</param>
    /// <returns>The sum; zero when no value was given for any of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Measured TotalOf(TNode node) => SumOf(node).Total;

    /// <summary>How the total comes from the roots and from what is outside, node by node down to the values given.</summary>
    /// <returns>The explanation of <see cref="Total"/>; nodes without a value anywhere below them are left out.</returns>
    public Explanation Explain()
    {
        var parts = Hierarchy.RootsAt(On).Where(HasValues).Select(Explain).ToList();
        if (_outsideNodes.Length > 0)
            parts.Add(Node("outside", OutsideTotal.Value, Operation.Sum, [.. _outsideNodes.Select(node => ExplainOwn(node, _outside[node]))]));

        return parts.Count > 0 ? Node("total", Total.Value, Operation.Sum, [.. parts]) : FactSum("total", Total.Value, 0);
    }

    /// <summary>How the total of a node comes from its own values and from the nodes below it.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The explanation of its total; nodes without a value anywhere below them are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Explanation Explain(TNode node)
    {
        var place = Hierarchy.PlaceOf(node);
        return _outside.TryGetValue(node, out var outside) ? ExplainOwn(node, outside)
            : place >= 0 ? Explain(place)
            : FactSum(InvariantText.Any(node), _zero.Value, 0);
    }

    /// <summary>The nodes of the day with their totals, a line each, those below others indented; <c>outside</c> at the end.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(Hierarchy.NodesOn(On).Select(node => Line(InvariantText.Any(node), TotalOf(node), Hierarchy.DepthOf(node, On)!.Value)))
        + (_outsideNodes.Length > 0 ? Line("outside", OutsideTotal, 0) : "");

    private static string Line(string name, Measured total, int depth) => new string(' ', 2 * depth) + name + ": " + total.Value + "\n";

    private static Explanation ExplainOwn(TNode node, NodeSum sum) => FactSum(InvariantText.Any(node), sum.Own.Value, sum.OwnCount);

    private void SumUp()
    {
        // Each node comes before those below it, so backwards they are complete when they are added to what is above.
        foreach (var place in Hierarchy.RootsAt(On).SelectMany(root => Hierarchy.FromAt(root, On)).Reverse().ToArray())
        {
            var parent = Hierarchy.ParentAt(place, On);
            if (parent >= 0)
                _sums[parent] = _sums[parent].WithBelow(_sums[place]);
        }
    }

    private NodeSum SumOf(TNode node)
    {
        var place = Hierarchy.PlaceOf(node, nameof(node));
        return _outside.TryGetValue(node, out var outside) ? outside
            : place >= 0 ? _sums[place]
            : new NodeSum(_zero, 0, _zero, 0);
    }

    private bool HasValues(int place) => _sums[place].TotalCount > 0;

    private Explanation Explain(int place)
    {
        var name = InvariantText.Any(Hierarchy.NodeAt(place));
        var sum = _sums[place];
        var below = Hierarchy.ChildrenAt(place, On).Where(HasValues).Select(Explain);
        return sum.TotalCount == sum.OwnCount ? FactSum(name, sum.Own.Value, sum.OwnCount)
            : Node(name, sum.Total.Value, Operation.Sum, [FactSum(name + " itself", sum.Own.Value, sum.OwnCount), .. below]);
    }

    private readonly struct NodeSum(Measured own, int ownCount, Measured total, int totalCount)
    {
        internal Measured Own { get; } = own;

        internal int OwnCount { get; } = ownCount;

        internal Measured Total { get; } = total;

        internal int TotalCount { get; } = totalCount;

        internal NodeSum WithOwn(Measured value) => new(Own + value, OwnCount + 1, Total + value, TotalCount + 1);

        internal NodeSum WithBelow(NodeSum below) => new(Own, OwnCount, Total + below.Total, TotalCount + below.TotalCount);
    }
}
