using System;
using Ardalis.GuardClauses;

namespace SalesDomain.Quotas;

public sealed partial class QuotaTree<TNode>
{
    /// <summary>Phases every leaf by cumulated rounding; the periods of every other node are the sums of its leaves.</summary>
    /// <param name="phasing">The periods and their weights.</param>
    /// <param name="rounding">How each running total of a leaf is rounded, to a unit of which its quota is a multiple.</param>
    /// <returns>The quotas in their periods.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The quota of a leaf is no multiple of the unit, which the message names, or the rounding is to a price ending.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quotas have none.</exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public PhasedQuotaTree<TNode> Phase(Phasing phasing, Rounding rounding)
    {
        Guard.Against.Null(phasing);
        Guard.Against.Null(rounding);
        return PhasedQuotaTree<TNode>.ByLeaf(this, new LeafPhasings(phasing), rounding);
    }

    /// <summary>
    /// Phases every leaf by its own weights: the season of its region or product, the late start of a new hire. The periods of every other
    /// node are the sums of its leaves.
    /// </summary>
    /// <param name="phasingOf">
    /// The phasing of a leaf; asked once for each. All are over the same periods, and count the days within a period alike. One object for
    /// all leaves of a season is cheaper than one each.
    /// </param>
    /// <param name="rounding">How each running total of a leaf is rounded, to a unit of which its quota is a multiple.</param>
    /// <returns>The quotas in their periods.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="phasingOf"/> gives null, other periods or another work calendar for a leaf, which the message names; the quota of a
    /// leaf is no multiple of the unit; or the rounding is to a price ending.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quotas have none.</exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public PhasedQuotaTree<TNode> Phase(Func<TNode, Phasing> phasingOf, Rounding rounding)
    {
        Guard.Against.Null(phasingOf);
        Guard.Against.Null(rounding);
        return PhasedQuotaTree<TNode>.ByLeaf(this, LeafPhasings.Of(Tree, phasingOf), rounding);
    }

    /// <summary>
    /// Phases all leaves as one table with both margins fixed: each leaf sums to its quota, and each period to that of all leaves' sum
    /// phased by itself. Every cell is its exact share rounded up or down; see <see cref="ControlledRounding"/>.
    /// </summary>
    /// <param name="phasing">The periods and their weights.</param>
    /// <param name="rounding">How the running totals of the sum are rounded; cells are multiples of its unit.</param>
    /// <returns>The quotas in their periods.</returns>
    /// <remarks>
    /// By one phasing for all leaves, since the months of their sum need one.
    /// For a team or a region, not for 100,000 leaves: the search for the table takes time. That a leaf's own running total is within a
    /// unit of its exact one is not promised here.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The quota of a leaf is no multiple of the unit, leaves are of both signs, or the rounding is to a price ending.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quotas have none.</exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public PhasedQuotaTree<TNode> PhaseControlled(Phasing phasing, Rounding rounding)
    {
        Guard.Against.Null(phasing);
        Guard.Against.Null(rounding);
        return PhasedQuotaTree<TNode>.ByTable(this, phasing, rounding);
    }
}
