using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain;

/// <summary>
/// Values by node summed up a hierarchy as it stands on a day: sales by person up to the region and the country. Each value counts once,
/// and what
/// belongs to no node of the day is shown apart.
/// </summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// Made by <see cref="Hierarchy{TNode}.RollUp"/>. The total of a node is its own values and the totals of its children; the totals of the
/// roots and
/// what is <see cref="Outside"/> make up the <see cref="Total"/>. Nothing rounds.
/// </remarks>
public sealed class RollUp<TNode>
    where TNode : notnull
{
    private readonly int _day;
    private readonly Measured _zero;

    // By the place of the node in the hierarchy: its own values, and those of all within it.
    private readonly NodeSum[] _own;
    private readonly NodeSum[] _total;
    private readonly Dictionary<TNode, NodeSum> _outside = [];
    private readonly TNode[] _outsideNodes;

    internal RollUp(
        Hierarchy<TNode> hierarchy, LocalDate on, Measured zero, IEnumerable<(TNode Node, Measured Value)> values, string parameterName)
    {
        Hierarchy = hierarchy;
        On = on;
        _day = DayNumber.Packed(on);
        _zero = zero;
        _own = new NodeSum[hierarchy.Nodes.Count];
        var order = hierarchy.RootsAt(_day).SelectMany(root => hierarchy.FromAt(root, _day)).ToArray();
        var isIn = new bool[_own.Length];
        foreach (var place in order)
            isIn[place] = true;

        var outside = new List<TNode>();
        foreach (var (node, value) in values)
        {
            var place = hierarchy.PlaceOf(node, parameterName);
            Measured.RequireSame(zero, value, parameterName);
            if (place >= 0 && isIn[place])
                _own[place].Add(value.Amount, 1);
            else
                AddOutside(node, value.Amount, outside);
        }

        _outsideNodes = [.. outside];
        _total = (NodeSum[])_own.Clone();
        var total = 0m;
        var outsideTotal = _outsideNodes.Sum(node => _outside[node].Amount);

        // Each node comes before those below it, so backwards they are complete when they are added to what is above.
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var sum = _total[order[i]];
            var parent = hierarchy.ParentAt(order[i], _day);
            if (parent >= 0)
                _total[parent].Add(sum.Amount, sum.Count);
            else
                total += sum.Amount;
        }

        OutsideTotal = zero.With(outsideTotal);
        Total = zero.With(total + outsideTotal);
    }

    /// <summary>The hierarchy that the values are summed up.</summary>
    public Hierarchy<TNode> Hierarchy { get; }

    /// <summary>The day on which it is taken.</summary>
    public LocalDate On { get; }

    /// <summary>The sum of all values given, in the hierarchy or outside.</summary>
    public Measured Total { get; }

    /// <summary>The nodes that values were given for and that are not in the hierarchy on the day, in the order of first mention;
    /// <see cref="OwnOf"/> has their values.</summary>
    public IReadOnlyList<TNode> Outside => Array.AsReadOnly(_outsideNodes);

    /// <summary>The sum of the values outside; together with the totals of the roots, the <see cref="Total"/>.</summary>
    public Measured OutsideTotal { get; }

    /// <summary>The sum of a node's own values.</summary>
    /// <param name="node">The node, in the hierarchy or outside.</param>
    /// <returns>The sum; zero when no value was given for it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Measured OwnOf(TNode node) => _zero.With(SumOf(_own, node).Amount);

    /// <summary>The sum of the values of a node and of all below it.</summary>
    /// <param name="node">The node; one outside has none below it.</param>
    /// <returns>The sum; zero when no value was given for any of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Measured TotalOf(TNode node) => _zero.With(SumOf(_total, node).Amount);

    /// <summary>How the total comes from the roots and from what is outside, node by node down to the values given.</summary>
    /// <returns>The explanation of <see cref="Total"/>; nodes without a value anywhere below them are left out.</returns>
    public Explanation Explain()
    {
        var parts = Hierarchy.RootsAt(_day).Where(HasValues).Select(Explain).ToList();
        if (_outsideNodes.Length > 0)
        {
            parts.Add(Node("outside", OutsideTotal.Value, Operation.Sum,
                [.. _outsideNodes.Select(node => Facts(InvariantText.Any(node), _outside[node]))]));
        }

        return parts.Count > 0 ? Node("total", Total.Value, Operation.Sum, [.. parts]) : FactSum("total", Total.Value, 0);
    }

    /// <summary>How the total of a node comes from its own values and from the nodes below it.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The explanation of its total; nodes without a value anywhere below them are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public Explanation Explain(TNode node)
    {
        var place = Hierarchy.PlaceOf(node);
        return place >= 0 && !_outside.ContainsKey(node) ? Explain(place) : Facts(InvariantText.Any(node), SumOf(_own, node));
    }

    /// <summary>The nodes of the day with their totals, a line each, those below others indented; <c>outside</c> at the end.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(
            Hierarchy.NodesOn(On).Select(node => Line(InvariantText.Any(node), TotalOf(node), Hierarchy.DepthOf(node, On)!.Value)))
        + (_outsideNodes.Length > 0 ? Line("outside", OutsideTotal, 0) : "");

    private static string Line(string name, Measured total, int depth) => new string(' ', 2 * depth) + name + ": " + total.Value + "\n";

    private void AddOutside(TNode node, decimal amount, List<TNode> outside)
    {
        if (!_outside.TryGetValue(node, out var sum))
            outside.Add(node);

        sum.Add(amount, 1);
        _outside[node] = sum;
    }

    private NodeSum SumOf(NodeSum[] sums, TNode node)
    {
        var place = Hierarchy.PlaceOf(node, nameof(node));
        return _outside.TryGetValue(node, out var outside) ? outside
            : place >= 0 ? sums[place]
            : default;
    }

    private bool HasValues(int place) => _total[place].Count > 0;

    private Explanation Explain(int place)
    {
        var name = InvariantText.Any(Hierarchy.NodeAt(place));
        if (_total[place].Count == _own[place].Count)
            return Facts(name, _own[place]);

        var below = Hierarchy.ChildrenAt(place, _day).Where(HasValues).Select(Explain);
        return Node(name, Value(_total[place]), Operation.Sum, [Facts(name + " itself", _own[place]), .. below]);
    }

    private Explanation Facts(string name, NodeSum sum) => FactSum(name, Value(sum), sum.Count);

    private Figure Value(NodeSum sum) => _zero.With(sum.Amount).Value;

    private struct NodeSum
    {
        internal decimal Amount { get; private set; }

        internal int Count { get; private set; }

        internal void Add(decimal amount, int count)
        {
            Amount += amount;
            Count += count;
        }
    }
}
