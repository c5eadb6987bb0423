using System;

namespace SalesDomain.Commissions;

/// <summary>Makes pools without naming the type of the members.</summary>
public static class CommissionPool
{
    /// <summary>What a team has earned together, shared among its members.</summary>
    /// <typeparam name="TPayee">The type of the members.</typeparam>
    /// <param name="component">Under which name a share is settled in the account of a member, not blank.</param>
    /// <param name="earned">What the team has earned by the plan of the pool, over the team's figures.</param>
    /// <param name="members">
    /// At least one, each once, with a weight of zero or more: a role share, own sales, days present, or their product.
    /// </param>
    /// <returns>The pool; shares are of whole minor units and sum to it, equal remainders in the order given.</returns>
    /// <exception cref="ArgumentNullException">An argument or a member is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="component"/> is blank or has outer white space; there is no member, one comes twice, all weights are zero, or a sum
    /// of the team is not known.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative.</exception>
    public static CommissionPool<TPayee> Of<TPayee>(
        string component, CommissionResult earned, params (TPayee Member, decimal Weight)[] members)
        where TPayee : notnull =>
        CommissionPool<TPayee>.Create(component, earned, members);
}
