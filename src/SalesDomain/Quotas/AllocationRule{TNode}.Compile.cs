using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class AllocationRule<TNode>
{
    /// <summary>The apportionment of a family in a unit; in words, without one.</summary>
    private Apportionment Splitting(decimal? unit) =>
        (unit is { } known ? Apportionment.InUnitsOf(known) : Apportionment.ToMinorUnit).WithTies(Ties);

    /// <summary>The rule for one tree and target, in the tree's own numbers of the nodes.</summary>
    internal CompiledRule Compile(PlanTree<TNode> tree, Measured target, string parameterName)
    {
        var unit = Unit
            ?? (target.Measure.Kind == FigureKind.Money ? Guard.Against.NoMinorUnit(target.Money.Currency, nameof(target)) : 1m);
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
            Splitting(unit), HedgeRoundingMode, weights, HedgesOn(tree, parameterName), BoundsOn(tree, target, parameterName),
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

            bounds.Narrow(index, AmountOf(pair.Value.Least), AmountOf(pair.Value.Most));
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
