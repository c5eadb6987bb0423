using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

public sealed partial class QuotaTree<TNode>
{
    /// <summary>How the quota of a node follows from the target: hand-outs and weights of every family from the root down to it.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>
    /// The explanation. It holds the siblings of the node and of those above it, and nothing of the rest of the tree: one node among
    /// 100,000 is explained without the others.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Explanation Explain(TNode node) => Explain(Tree.IndexOf(node));

    private Explanation Explain(int index)
    {
        var name = "quota of " + Tree.NameOf(index);
        if (index == 0)
        {
            return _adjustments.Length == 0 || !_state.Shifts.TryGetValue(0, out var raised) ? Fact(name, _declared.Value)
                : Node(name, Value(_state.Quotas[0]), Operation.Sum, Fact("target", _declared.Value), Fact("adjustments", Value(raised)));
        }

        var steps = new FamilySteps(Tree.Layout, _compiled, _state, index);
        if (steps.Shift == 0m)
            return Share(name, steps);

        return Node(
            name, Value(_state.Quotas[index]), Operation.Sum,
            Share("share of " + Tree.NameOf(index), steps), Fact("adjustments", Value(steps.Shift)));
    }

    private Explanation Share(string name, FamilySteps steps)
    {
        var driver = Rule.DriverAt(Tree.Layout.Levels[steps.Parent]);
        var isBlend = driver.Parts.Count > 0;
        Explanation[] figures =
        [
            HandedOut(steps),
            .. isBlend
                ? driver.Parts.SelectMany((part, column) => WeightsBy(part.Driver, steps.Weights.Columns[column], steps))
                : WeightsBy(driver, steps.Weights.Columns[0], steps),
        ];
        var hasBounds = steps.Bounds.Any(part => part.Minimum.HasValue || part.Maximum.HasValue);
        var operation = isBlend ? Operation.ShareOfBlend(steps.Apportionment, steps.Part, steps.Bounds, steps.Weights.Shares, driver.Name)
            : Operation.Share(steps.Apportionment, steps.Part, hasBounds ? steps.Bounds : []);
        return Node(name, Value(steps.Share), operation, figures);
    }

    private IEnumerable<Explanation> WeightsBy(AllocationDriver<TNode> driver, WeightColumn column, FamilySteps steps) =>
        steps.Siblings.Zip(steps.Bounds, (sibling, bounds) =>
            driver.Explain(driver.Name + " of " + Tree.NameOf(sibling) + InWords(bounds), Tree, column, sibling));

    private static string InWords(ApportionmentPart bounds) =>
        bounds.Minimum is { } least && bounds.Maximum == least ? " (fixed at " + InvariantText.Number(least) + ")"
            : bounds.Minimum is null && bounds.Maximum is null ? ""
            : " (" + InvariantText.Listed(Bound("at least ", bounds.Minimum), Bound("at most ", bounds.Maximum)) + ")";

    private Explanation HandedOut(FamilySteps steps)
    {
        var parent = Tree.NameOf(steps.Parent);
        var quota = Explain(steps.Parent);
        var own = steps.HandOut.Passed == 0m ? quota
            : Node(
                "to hand out by the rule", Value(steps.HandOut.Own), Operation.Difference,
                quota, Fact("given on as it is, by adjustments", Value(steps.HandOut.Passed)));
        return steps.HandOut.Factor == 1m ? own
            : Node(
                "handed out by " + parent, Value(steps.HandOut.Shared), Operation.Round(_compiled.HedgeRounding),
                Node("with hedge", Value(steps.HandOut.Hedged), Operation.Product,
                    own, Constant("100% + hedge", PlanAmounts.Factor(_zero, Percentage.FromFraction(steps.HandOut.Factor)))));
    }

    private Figure Value(decimal amount) => _zero.With(amount).Value;
}
