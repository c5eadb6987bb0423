using System;
using Ardalis.GuardClauses;

namespace SalesDomain.Quotas;

public sealed partial class QuotaTree<TNode>
{
    /// <summary>The quotas as a plan, in which each node answers for its own, of everything that is sold.</summary>
    /// <param name="span">The days that the quotas are for, with both ends.</param>
    /// <returns>The plan; see <see cref="ToPlan{TOwner}"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end.</exception>
    public SalesPlan<TNode> ToPlan(DateSpan span) => ToPlan(span, node => node, _ => Scope.Everything);

    /// <summary>
    /// The quotas as a plan: a target for every node, and for every parent a breakdown into its children, so that the plan is whole and
    /// shows what is changed in it from then on.
    /// </summary>
    /// <typeparam name="TOwner">Who answers for targets.</typeparam>
    /// <param name="span">The days that the quotas are for, with both ends.</param>
    /// <param name="ownerOf">Who answers for a node; asked once for each.</param>
    /// <param name="scopeOf">
    /// What of the sales a node is about: its area, product or customers, within that of its parent; asked once for each.
    /// </param>
    /// <returns>
    /// The plan. A breakdown carries the hedge of its parent with its rounding, and what adjustments by hand added to that as its
    /// over-assignment.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="ownerOf"/> or <paramref name="scopeOf"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end; a function gives null; or by them two nodes are one cell, a node reaches beyond its
    /// parent, or one sale of an owner could count for two siblings.
    /// </exception>
    public SalesPlan<TOwner> ToPlan<TOwner>(DateSpan span, Func<TNode, TOwner> ownerOf, Func<TNode, Scope> scopeOf)
        where TOwner : notnull
    {
        Guard.Against.Null(ownerOf);
        Guard.Against.Null(scopeOf);
        var plan = new PlanOfTree<TNode, TOwner>(this, span, ownerOf, scopeOf);
        plan.AddQuotas();
        return plan.Build(span);
    }
}
