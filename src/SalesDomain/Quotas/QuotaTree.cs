using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Breaks a target down a tree.</summary>
public static class QuotaTree
{
    /// <summary>Breaks a target down a tree by a rule (目标分解).</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="target">What the root is to reach: money, a quantity or a count, of any sign.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>A quota for every node.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> or <paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="target"/> is the default value, which measures nothing; the rule names a node that is not in the tree, or a level
    /// without children; a bound is of another measure than the target; a family has no weight, a leaf that is needed has none; the
    /// bounds of a family cannot be kept; or a hand-out leaves a rest that no node takes. The message names the parent.
    /// </exception>
    /// <exception cref="OverflowException">A quota, or a sum of weights, needs more digits than a decimal holds.</exception>
    public static QuotaTree<TNode> Allocate<TNode>(Measured target, PlanTree<TNode> tree, AllocationRule<TNode> rule)
        where TNode : notnull
    {
        MeasuredArgument.Given(target);
        Guard.Against.Null(tree);
        Guard.Against.Null(rule);
        return QuotaTree<TNode>.Create(target, tree, rule, nameof(rule));
    }

    /// <summary>
    /// A tree from the bottom up (自下而上): every leaf has what is given for it, and every node above the sum of those below.
    /// </summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="tree">The tree.</param>
    /// <param name="quotas">
    /// The quota of every leaf, of one measure, zero or more: last year with growth, or what was proposed and accepted.
    /// </param>
    /// <returns>The tree, as if its sum had been broken down by the quotas themselves.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/>, <paramref name="quotas"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// A quota is the default value; a node is no leaf of the tree or comes twice; a leaf has no quota; or measures, tax bases, units or
    /// currencies differ.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A quota is negative.</exception>
    /// <exception cref="OverflowException">The sum does not fit in a decimal.</exception>
    public static QuotaTree<TNode> FromLeaves<TNode>(PlanTree<TNode> tree, IEnumerable<(TNode Node, Measured Quota)> quotas)
        where TNode : notnull
    {
        Guard.Against.Null(tree);
        var copy = Guard.Against.Nothing(quotas, "every leaf has a quota");
        Array.ForEach(copy, quota => Guard.Against.Null(quota.Node, nameof(quotas)));
        Array.ForEach(copy, quota => MeasuredArgument.Given(quota.Quota, nameof(quotas)));
        var driver = AllocationDriver<TNode>.Create("quota", copy[0].Quota.With(0m), Amounts(), nameof(quotas));
        var sum = 0m;
        var digits = 0;
        driver.EachValue((_, quota) => (sum, digits) = (sum + quota, Math.Max(digits, DecimalMath.Scale(quota))));
        return QuotaTree<TNode>.Create(
            copy[0].Quota.With(sum), tree, AllocationRule.By(driver).InUnitsOf(DecimalMath.PowerOfTenth(digits)), nameof(quotas));

        IEnumerable<(TNode, decimal)> Amounts()
        {
            foreach (var (node, quota) in copy)
            {
                if (!tree.Layout.IsLeaf(tree.IndexOf(node, nameof(quotas))))
                    throw Guards.Invalid(nameof(quotas), InvariantText.Any(node), "must be of leaves");

                Measured.RequireSame(copy[0].Quota, quota, nameof(quotas));
                yield return (node, quota.Amount);
            }
        }
    }
}
