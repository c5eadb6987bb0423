using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class AllocationRule<TNode>
{
    /// <summary>The same rule with the least that a node gets, in place of one said before.</summary>
    /// <param name="node">The node.</param>
    /// <param name="minimum">The least, of the target's measure; rounded up to the unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="minimum"/> is the default value, or of another measure than what is said of the node besides.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">It is above the node's maximum or its fixed quota.</exception>
    public AllocationRule<TNode> WithMinimum(TNode node, Measured minimum)
    {
        Guard.Against.Null(node);
        return WithBounds([(node, minimum)], NodeBounds.WithMinimum, nameof(minimum));
    }

    /// <summary>The same rule with the least that each of many nodes gets, in one copy.</summary>
    /// <param name="minimums">The nodes, each once, and the least of each.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="minimums"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A node comes twice; an amount is the default value, or of another measure than what is said of the node besides.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is above the node's maximum or its fixed quota.</exception>
    public AllocationRule<TNode> WithMinimums(IEnumerable<(TNode Node, Measured Minimum)> minimums) =>
        WithBounds(Guard.Against.Null(minimums), NodeBounds.WithMinimum, nameof(minimums));

    /// <summary>The same rule with the most that a node gets, in place of one said before.</summary>
    /// <param name="node">The node.</param>
    /// <param name="maximum">The most, of the target's measure; rounded down to the unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="maximum"/> is the default value, or of another measure than what is said of the node besides.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">It is below the node's minimum or its fixed quota.</exception>
    public AllocationRule<TNode> WithMaximum(TNode node, Measured maximum)
    {
        Guard.Against.Null(node);
        return WithBounds([(node, maximum)], NodeBounds.WithMaximum, nameof(maximum));
    }

    /// <summary>The same rule with the most that each of many nodes gets, in one copy.</summary>
    /// <param name="maximums">The nodes, each once, and the most of each.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="maximums"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A node comes twice; an amount is the default value, or of another measure than what is said of the node besides.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is below the node's minimum or its fixed quota.</exception>
    public AllocationRule<TNode> WithMaximums(IEnumerable<(TNode Node, Measured Maximum)> maximums) =>
        WithBounds(Guard.Against.Null(maximums), NodeBounds.WithMaximum, nameof(maximums));

    /// <summary>
    /// The same rule with a quota that is decided: the siblings share what it leaves. No minimum or maximum loosens it, whichever is said
    /// first; one that contradicts it is refused, one that it keeps stands beside it. <see cref="WithoutBounds"/> takes it back.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="quota">Its quota, of the target's measure: a multiple of the unit, but for the node that takes the rest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="quota"/> is the default value, or of another measure than what is said of the node besides.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">It is below the node's minimum or above its maximum.</exception>
    public AllocationRule<TNode> WithFixedQuota(TNode node, Measured quota)
    {
        Guard.Against.Null(node);
        return WithBounds([(node, quota)], NodeBounds.WithFixed, nameof(quota));
    }

    /// <summary>The same rule with quotas of many nodes that are decided, in one copy.</summary>
    /// <param name="quotas">The nodes, each once, and the quota of each.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A node comes twice; a quota is the default value, or of another measure than what is said of the node besides.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A quota is below the node's minimum or above its maximum.</exception>
    public AllocationRule<TNode> WithFixedQuotas(IEnumerable<(TNode Node, Measured Quota)> quotas) =>
        WithBounds(Guard.Against.Null(quotas), NodeBounds.WithFixed, nameof(quotas));

    /// <summary>The same rule without minimum, maximum and fixed quota of a node; bounds on its growth stay.</summary>
    /// <param name="node">The node; one without any stays so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public AllocationRule<TNode> WithoutBounds(TNode node)
    {
        Guard.Against.Null(node);
        var bounds = new Dictionary<TNode, NodeBounds>(_said.Bounds);
        bounds.Remove(node);
        return new(_said with { Bounds = bounds });
    }

    /// <summary>
    /// The same rule with bounds on the growth over a history, for every node that has a value of its own in it: at least last year, at
    /// most 30 % more. They take the place of those said before over the history of that name; those over another one, and a node's own
    /// minimum and maximum, hold besides.
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

        var others = _said.Growth.Where(growth => !string.Equals(growth.History.Name, history.Name, StringComparison.Ordinal));
        return new(_said with { Growth = [.. others, (history, least, most)] });
    }

    private AllocationRule<TNode> WithBounds(
        IEnumerable<(TNode Node, Measured Amount)> amounts, Func<NodeBounds, Measured, NodeBounds> change, string parameterName)
    {
        (TNode Node, Measured Amount)[] copy = [.. amounts];
        Array.ForEach(copy, each => Guard.Against.Null(each.Node, parameterName));
        Array.ForEach(copy, each => MeasuredArgument.Given(each.Amount, parameterName));
        var bounds = new Dictionary<TNode, NodeBounds>(_said.Bounds);
        foreach (var (node, amount) in EachOnce(copy, parameterName))
        {
            bounds.TryGetValue(node, out var before);
            before.RequireSame(amount, parameterName);
            var after = change(before, amount);
            bounds[node] = !after.Contradict ? after
                : throw Guards.OutOfRange(
                    parameterName, amount.ToString(),
                    "must leave a quota possible for " + InvariantText.Any(node) + ", which is to get " + after);
        }

        return new(_said with { Bounds = bounds });
    }

    private static IEnumerable<(TNode Node, TValue Value)> EachOnce<TValue>(
        IEnumerable<(TNode Node, TValue Value)> values, string parameterName)
    {
        var named = new HashSet<TNode>();
        foreach (var (node, value) in values)
        {
            if (!named.Add(Guard.Against.Null(node, parameterName)))
                throw Guards.Invalid(parameterName, InvariantText.Any(node), "must name each node once");

            yield return (node, value);
        }
    }
}
