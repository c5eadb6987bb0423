using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas;

/// <summary>A tree of numbered nodes, a rule and a target that can be broken down by it, in a unit of some measure.</summary>
internal sealed record QuotaTreeSample(Measured Target, PlanTree<int> Tree, AllocationRule<int> Rule, decimal Unit)
{
    private static readonly Gen<int> s_smallHedge = Gen.Frequency((1, Gen.Choose(0, 2_500)), (1, Gen.Elements(500, 1_000, 2_000)));

    private static readonly Gen<int> s_anyHedge = Gen.Frequency((3, s_smallHedge), (1, Gen.Choose(2_500, 20_000)));

    private static readonly Gen<decimal> s_weight = Gen.Frequency(
        (1, Gen.Constant(0m)),
        (1, Gen.Constant(1m)),
        (4, from whole in Gen.Choose(0, 100_000) from digits in Gen.Choose(0, 3) select whole * new decimal(1, 0, 0, false, (byte)digits)),
        (1, from whole in Gen.Choose(1, int.MaxValue) select whole * 12_345_678.000_000_1m));

    /// <summary>Without hedge: every parent is the sum of its children.</summary>
    internal static Arbitrary<QuotaTreeSample> WithoutHedge { get; } = Unhedged().ToArbitrary();

    /// <summary>With a hedge of all, of a level and of single parents.</summary>
    internal static Arbitrary<QuotaTreeSample> WithHedge { get; } = Hedged().ToArbitrary();

    /// <summary>
    /// With all that a rule can say at once: hedges, a driver of its own at a level, a node that takes the rest, and bounds of leaves and
    /// of nodes above them, near to what they would have without, so that many of them bind.
    /// </summary>
    internal static Arbitrary<QuotaTreeSample> WithBounds { get; } = Bounded().ToArbitrary();

    /// <summary>The same, and with locks and quotas set by hand, as far as they are not refused.</summary>
    internal static Arbitrary<Adjusted> SetByHand { get; } =
        (from sample in Gen.Frequency((1, Hedged()), (2, Bounded()))
         from steps in (from node in Gen.Choose(0, 100) from units in Gen.Choose(-20, 20) from step in Gen.Choose(0, 4)
                        select (node, units, step)).ArrayOf(5)
         select new Adjusted(
             steps.Aggregate(sample.Allocate(), (tree, step) => Step(tree, step.node, step.units * sample.Unit, step.step)), sample.Unit,
             sample.Grain))
        .ToArbitrary();

    /// <summary>One of what the target is in.</summary>
    internal static Measured One(QuotaTree<int> tree) => One(tree.Target);

    /// <summary>What every quota is a multiple of, that of the node with the rest among them.</summary>
    internal decimal Grain { get; init; } = Unit;

    internal QuotaTree<int> Allocate() => QuotaTree.Allocate(Target, Tree, Rule);

    public override string ToString() => Target + " " + Rule + " on " + string.Join(
        ", ", Tree.Nodes.Select(
            node => Tree.TryParentOf(node, out var parent) ? node + "<" + parent : node.ToString(CultureInfo.InvariantCulture)))
        + "; " + string.Join(", ", Allocated());

    internal static Gen<PlanTree<int>> Trees(int most) =>
        from count in Gen.Choose(1, most)
        from picks in Gen.Choose(0, int.MaxValue - 1).ArrayOf(count)
        from wide in Gen.Elements(1, 3, 100)
        select PlanTree.Of(
            0, Enumerable.Range(1, count - 1)
                .Select(node => (node, Math.Max(0, node - 1 - (picks[node] % Math.Max(1, Math.Min(node, wide)))))));

    internal static Gen<AllocationDriver<int>> Drivers(PlanTree<int> tree, string name) =>
        from weights in s_weight.ArrayOf(tree.Nodes.Count)
        from inner in Gen.Choose(0, 3)
        select AllocationDriver.Of(
            name,
            tree.Nodes.Select((node, i) => (Node: node, Weight: IsSafe(tree, node) ? weights[i] + 1m : weights[i], At: i))
                .Where(value => tree.ChildrenOf(value.Node).Count == 0 || (inner == 0 && value.At % 2 == 0))
                .Select(value => (value.Node, value.Weight)));

    // One step, or the tree as it is where the step is refused.
    private static QuotaTree<int> Step(QuotaTree<int> tree, int at, decimal change, int step)
    {
        var node = tree.Tree.Nodes[at % tree.Tree.Nodes.Count];
        try
        {
            return step switch
            {
                0 => tree.WithLock(node),
                1 => tree.WithoutLock(node),
                _ => tree.WithQuota(node, tree.QuotaOf(node) + (One(tree) * change), (QuotaAdjustmentPolicy)(step - 2)),
            };
        }
        catch (ArgumentException)
        {
            return tree;
        }
    }

    private IEnumerable<string> Allocated()
    {
        QuotaTree<int> tree;
        try
        {
            tree = Allocate();
        }
        catch (ArgumentException refused)
        {
            return [refused.Message];
        }

        return tree.Nodes.Select(node => node.ToString());
    }

    // The first child of each has a weight, so that no family is without any.
    private static bool IsSafe(PlanTree<int> tree, int node) =>
        !tree.TryParentOf(node, out var parent) || tree.ChildrenOf(parent)[0] == node;

    private static Gen<AllocationDriver<int>> AnyDriver(PlanTree<int> tree) => Gen.Frequency(
        (4, Drivers(tree, "last year")),
        (1, Gen.Constant(AllocationDriver.Even<int>())),
        (2, from one in Drivers(tree, "last year")
            from other in Drivers(tree, "potential")
            from share in Gen.Choose(1, 9_999)
            select AllocationDriver.Blend(
                (one, Percentage.FromPercent(share / 100m)), (other, Percentage.FromPercent((10_000 - share) / 100m)))));

    private static Gen<QuotaTreeSample> Unhedged() =>
        from tree in Trees(25)
        from driver in AnyDriver(tree)
        from unit in Gen.Elements(0.01m, 1m, 24m, 1_000m, 0.05m)
        from units in Gen.Frequency((3, Gen.Choose(0, 1_000_000)), (1, Gen.Choose(0, 20)))
        from sign in Gen.Elements(1, 1, 1, -1)
        from ties in Gen.Elements(TieBreak.First, TieBreak.Last, TieBreak.LargestWeight)
        from kind in Gen.Choose(0, 2)
        select new QuotaTreeSample(
            Amount(kind, sign * units * unit), tree, AllocationRule.By(driver).InUnitsOf(unit).WithTies(ties), unit);

    // 200 % over 25 levels is more than is ever sold.
    private static Gen<Percentage> Hedge(PlanTree<int> tree) =>
        (tree.Depth > 8 ? s_smallHedge : s_anyHedge).Select(hundredths => Percentage.FromPercent(hundredths / 100m));

    private static Gen<QuotaTreeSample> Hedged() =>
        from sample in Unhedged()
        from general in Hedge(sample.Tree)
        from level in Hedge(sample.Tree)
        from at in Gen.Choose(0, 100)
        from own in Hedge(sample.Tree)
        from mode in Gen.Elements<RoundingMode>(Generators.Modes)
        let parents = sample.Tree.Nodes.Where(node => sample.Tree.ChildrenOf(node).Count > 0).ToArray()
        let hedged = sample.Rule.WithHedge(general).WithHedgeRoundingMode(mode)
        select sample with
        {
            Rule = parents.Length == 0 ? hedged : hedged.WithHedgeAtLevel(0, level).WithHedgeAt(parents[at % parents.Length], own),
        };

    private static Gen<QuotaTreeSample> Bounded() =>
        from sample in Hedged()
        from restTo in Gen.Choose(0, 100)
        from quarters in Gen.Elements(0, 0, 1, 3)
        from atLevel in AnyDriver(sample.Tree)
        from level in Gen.Choose(0, 3)
        from bounds in (from node in Gen.Choose(0, 100) from units in Gen.Choose(-20, 20) from kind in Gen.Choose(0, 4)
                        select (node, units, kind)).ArrayOf(8)
        let rest = One(sample.Target) * (quarters * sample.Unit / 4m)
        let withRest = quarters == 0 ? sample
            : sample with
            {
                Target = IsNegative(sample.Target) ? sample.Target - rest : sample.Target + rest,
                Rule = sample.Rule.WithRestTo(sample.Tree.Nodes[restTo % sample.Tree.Nodes.Count]),
                Grain = sample.Unit / 4m,
            }
        let withDriver = level >= sample.Tree.Depth - 1 ? withRest
            : withRest with { Rule = withRest.Rule.WithDriverAtLevel(level, atLevel) }
        select bounds.Aggregate(withDriver, (bounded, bound) => bounded.Within(bound.node, bound.units * bounded.Unit, bound.kind));

    // One bound more, as far as it can be kept.
    private QuotaTreeSample Within(int at, decimal change, int kind)
    {
        try
        {
            var node = Tree.Nodes[at % Tree.Nodes.Count];
            var bound = Allocate().QuotaOf(node) + (One(Target) * change);
            var bounded = this with
            {
                Rule = kind switch
                {
                    0 => Rule.WithFixedQuota(node, bound),
                    1 or 2 => Rule.WithMinimum(node, bound),
                    _ => Rule.WithMaximum(node, bound),
                },
            };
            bounded.Allocate();
            return bounded;
        }
        catch (ArgumentException)
        {
            return this;
        }
    }

    private static bool IsNegative(Measured measured) => Oracle.Number(measured) < 0m;

    internal sealed record Adjusted(QuotaTree<int> Tree, decimal Unit, decimal Grain)
    {
        public override string ToString() => Tree + ": " + string.Join(", ", Tree.Nodes) + "; " + string.Join(", ", Tree.Adjustments);
    }

    private static Measured One(Measured target) =>
        target.Measure.Kind switch
        {
            FigureKind.Money => target.Measure.Of(new Money(1m, Currency.CNY)),
            FigureKind.Quantity => target.Measure.Of(Quantity.Pieces(1m)),
            _ => target.Measure.Of(1m),
        };

    private static Measured Amount(int kind, decimal amount) =>
        kind switch
        {
            0 => Measure.Revenue.Of(new Money(amount, Currency.CNY)),
            1 => Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(amount)),
            _ => Measure.Count("new customers").Of(amount),
        };
}
