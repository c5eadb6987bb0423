using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class AllocationRule<TNode>
{
    /// <summary>The same rule with the least that a node gets.</summary>
    /// <param name="node">The node.</param>
    /// <param name="minimum">The least, of the target's measure; rounded up to the unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The amount is of another measure than the node's maximum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is above the node's maximum.</exception>
    public AllocationRule<TNode> WithMinimum(TNode node, Measured minimum)
    {
        var most = BoundsOf(node).Maximum;
        if (most is { } maximum && CompareTo(maximum, minimum, nameof(minimum)) < 0)
            throw Guards.OutOfRange(nameof(minimum), minimum.ToString(), "must be at most the maximum " + maximum);

        return WithBounds(node, (minimum, most));
    }

    /// <summary>The same rule with the most that a node gets.</summary>
    /// <param name="node">The node.</param>
    /// <param name="maximum">The most, of the target's measure; rounded down to the unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The amount is of another measure than the node's minimum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is below the node's minimum.</exception>
    public AllocationRule<TNode> WithMaximum(TNode node, Measured maximum)
    {
        var least = BoundsOf(node).Minimum;
        if (least is { } minimum && CompareTo(minimum, maximum, nameof(maximum)) > 0)
            throw Guards.OutOfRange(nameof(maximum), maximum.ToString(), "must be at least the minimum " + minimum);

        return WithBounds(node, (least, maximum));
    }

    /// <summary>The same rule with a quota that is decided: the siblings share what it leaves. It takes the place of minimum and
    /// maximum.</summary>
    /// <param name="node">The node.</param>
    /// <param name="quota">Its quota, of the target's measure: a multiple of the unit, but for the node that takes the rest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="quota"/> is the default value, which measures nothing.</exception>
    public AllocationRule<TNode> WithFixed(TNode node, Measured quota)
    {
        Guard.Against.Null(node);
        return WithBounds(node, (quota, quota));
    }

    /// <summary>
    /// The same rule with bounds on the growth over a history, for every node that has a value of its own in it: at least last year, at
    /// most
    /// 30 % more. A node's own minimum and maximum hold besides.
    /// </summary>
    /// <param name="history">The history, of the target's measure.</param>
    /// <param name="least">The least growth, from −100 %, or null.</param>
    /// <param name="most">The most growth, at least <paramref name="least"/>, or null.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="history"/> holds no amounts of a measure.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="least"/> is below −100 %, or <paramref name="most"/> below <paramref name="least"/>.
    /// </exception>
    public AllocationRule<TNode> WithGrowthBounds(AllocationDriver<TNode> history, Percentage? least, Percentage? most)
    {
        Guard.Against.Null(history);
        if (least < Percentage.FromPercent(-100))
            throw Guards.OutOfRange(nameof(least), least.Value.ToString(), "must be at least -100 %");
        if (most < least)
            throw Guards.OutOfRange(nameof(most), most.Value.ToString(), "must be at least " + least!.Value);
        if (history.Measure is null)
            throw Guards.Invalid(nameof(history), history.Name, "must hold amounts of a measure");

        return new(_said with { Growth = [.. _said.Growth, (history, least, most)] });
    }

    /// <summary>The apportionment of a family in a unit; in words, without one.</summary>
    private Apportionment Splitting(decimal? unit) =>
        (unit is { } known ? Apportionment.InUnitsOf(known) : Apportionment.ToMinorUnit).WithTies(Ties);

    /// <summary>The rule for one tree and target, in the tree's own numbers of the nodes.</summary>
    internal CompiledRule Compile(PlanTree<TNode> tree, Measured target, string parameterName)
    {
        var unit = Unit ?? (target.Measure.Kind == FigureKind.Money ? Guard.Against.NoMinorUnit(target.Money.Currency, nameof(target)) : 1m);
        var general = Driver.Weigh(tree, parameterName);
        var weights = Enumerable.Range(0, tree.Depth)
            .Select(level => _said.LevelDrivers.TryGetValue(level, out var driver) ? driver.Weigh(tree, parameterName) : general).ToArray();
        foreach (var level in _said.LevelDrivers.Keys.Concat(_said.LevelHedges.Keys))
        {
            if (level >= tree.Depth - 1)
            {
                throw Guards.Invalid(
                    parameterName, InvariantText.Number(level),
                    "must have levels with children, from 0 to " + InvariantText.Number(tree.Depth - 2));
            }
        }

        return new CompiledRule(
            Splitting(unit), HedgeRounding, weights, HedgesOn(tree, parameterName), BoundsOn(tree, target, parameterName),
            _said.RestTo.Length == 0 ? [] : PathThrough(tree.IndexOf(_said.RestTo[0], parameterName), tree.Layout));
    }

    internal AllocationDriver<TNode> DriverAt(int level) => _said.LevelDrivers.TryGetValue(level, out var driver) ? driver : Driver;

    // Below the node its first children take the rest, down to a leaf.
    private static HashSet<int> PathThrough(int node, TreeLayout tree)
    {
        var path = new HashSet<int>();
        for (var above = node; above >= 0; above = tree.Parents[above])
            path.Add(above);
        for (var below = node; !tree.IsLeaf(below); below = tree.Firsts[below])
            path.Add(tree.Firsts[below]);

        return path;
    }

    private static int CompareTo(Measured bound, Measured other, string parameterName)
    {
        Measured.RequireSame(bound, other, parameterName);
        return bound.CompareTo(other);
    }

    private (Measured? Minimum, Measured? Maximum) BoundsOf(TNode node) =>
        _said.Bounds.TryGetValue(Guard.Against.Null(node), out var bounds) ? bounds : default;

    private AllocationRule<TNode> WithBounds(TNode node, (Measured? Minimum, Measured? Maximum) bounds)
    {
        _ = (bounds.Minimum ?? bounds.Maximum)!.Value.Measure;
        return new(_said with { Bounds = With(_said.Bounds, node, bounds) });
    }

    private decimal[]? HedgesOn(PlanTree<TNode> tree, string parameterName)
    {
        if (!_said.HasHedge)
            return null;

        var hedges = new decimal[tree.Layout.Count];
        for (var i = 0; i < hedges.Length; i++)
            hedges[i] = (_said.LevelHedges.TryGetValue(tree.Layout.Levels[i], out var hedge) ? hedge : Hedge).Fraction;
        foreach (var pair in _said.NodeHedges)
        {
            var index = tree.IndexOf(pair.Key, parameterName);
            hedges[index] = !tree.Layout.IsLeaf(index) ? pair.Value.Fraction
                : throw Guards.Invalid(
                    parameterName, InvariantText.Any(pair.Key), "must not have a hedge at a leaf, which hands nothing out");
        }

        return hedges;
    }

    private FamilyBounds? BoundsOn(PlanTree<TNode> tree, Measured target, string parameterName)
    {
        if (_said.Bounds.Count + _said.Growth.Length == 0)
            return null;

        var bounds = new FamilyBounds(tree.Layout, tree.NameOf, parameterName);
        foreach (var pair in _said.Bounds)
        {
            var index = tree.IndexOf(pair.Key, parameterName);
            if (index == 0)
            {
                throw Guards.Invalid(
                    parameterName, InvariantText.Any(pair.Key), "must not have bounds at the root, whose quota is the target");
            }

            bounds.Narrow(index, AmountOf(pair.Value.Minimum), AmountOf(pair.Value.Maximum));
        }

        foreach (var growth in _said.Growth)
        {
            Measured.RequireSame(target, growth.History.Template!.Value, parameterName);
            growth.History.EachValue((node, value) =>
                bounds.Narrow(tree.IndexOf(node, parameterName), Grown(value, growth.Least), Grown(value, growth.Most)));
        }

        return bounds;

        decimal? AmountOf(Measured? bound)
        {
            if (bound is not { } given)
                return null;

            Measured.RequireSame(target, given, parameterName);
            return given.Amount;
        }
    }

    private static decimal? Grown(decimal value, Percentage? growth) => growth is { } rate ? value * (1m + rate.Fraction) : null;
}
