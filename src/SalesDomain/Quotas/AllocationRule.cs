using Ardalis.GuardClauses;

namespace SalesDomain.Quotas;

/// <summary>Makes allocation rules without naming the type of the nodes.</summary>
public static class AllocationRule
{
    /// <summary>
    /// By a driver at every level: in the minor unit for money and in whole ones for what is counted, without hedge or bounds.
    /// </summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="driver">What siblings share by.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="driver"/> is null.</exception>
    public static AllocationRule<TNode> By<TNode>(AllocationDriver<TNode> driver)
        where TNode : notnull =>
        AllocationRule<TNode>.Create(Guard.Against.Null(driver));
}
