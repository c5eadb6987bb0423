using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>Every figure from the quota of a parent to that of one child.</summary>
internal readonly struct FamilySteps
{
    internal FamilySteps(TreeLayout tree, CompiledRule rule, QuotaState state, int child)
    {
        Parent = tree.Parents[child];
        var (first, end) = (tree.Firsts[Parent], tree.Firsts[Parent + 1]);
        Siblings = tree.Children(Parent);
        Part = child - first;
        HandOut = QuotaSplit.HandOut(rule, state, Parent);
        Bounds = QuotaSplit.Bounds(rule, state, first, end);
        Shift = state.ShiftOf(child);
        Share = state.Quotas[child] - Shift;
        Apportionment = rule.RestTo(first, end) is { } taker ? rule.Apportionment.WithRestTo(taker) : rule.Apportionment;
        Weights = rule.WeightsUnder(tree.Levels[Parent]);
    }

    internal int Parent { get; }

    internal IEnumerable<int> Siblings { get; }

    /// <summary>The index of the child among its siblings.</summary>
    internal int Part { get; }

    internal HandOut HandOut { get; }

    internal ApportionmentPart[] Bounds { get; }

    internal Apportionment Apportionment { get; }

    internal WeightTable Weights { get; }

    /// <summary>What the split gave.</summary>
    internal decimal Share { get; }

    /// <summary>What adjustments added.</summary>
    internal decimal Shift { get; }
}
