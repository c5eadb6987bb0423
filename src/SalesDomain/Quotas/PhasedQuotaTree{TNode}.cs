using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The quotas of a tree in time: every leaf is phased, and every other node is the sum of its leaves, period by period.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// <para>
/// The organisation leads and time follows (先组织后时间). The other order, where the company is phased and each month goes down the tree,
/// gives figures that differ by units; <see cref="DifferenceFromTopDown"/> says by how many at any node and period. With a hedge the
/// difference holds the hedge as well, because the leaves sum to more than the node's own quota.
/// </para>
/// <para>
/// So two figures are kept apart. What the leaves are to reach together is <see cref="Part"/> and <see cref="Through"/>; of a quota of 100
/// with a hedge of 20 % it ends at 120. What the node itself is measured by is <see cref="QuotaToDate"/>, which ends at its quota, 100, and
/// <see cref="TopDown"/> by period. Without a hedge <see cref="QuotaToDate"/> is the sum of the leaves to the day.
/// </para>
/// <para>
/// Leaves may have phasings of their own (<see cref="QuotaTree{TNode}.Phase(System.Func{TNode, Phasing}, Rounding)"/>): a region its
/// season, a new hire a late start. A node whose leaves differ then has no phasing, only the sums; <see cref="PhasingOf"/> and
/// <see cref="TopDown"/> say so by null. What is due to date follows from the phasings; how much time has gone by does not, and is that of
/// the whole period for every node unless each has its own
/// (<see cref="Actuals{TOwner}.TeamsAgainst(PhasedQuotaTree{TOwner}, System.Func{TOwner, ElapsedTime})"/>).
/// </para>
/// <para>
/// <see cref="QuotaTree{TNode}.PhaseControlled"/> fixes both margins: every leaf has its quota and the company its phased months, and
/// each cell is rounded up or down.
/// </para>
/// </remarks>
public sealed partial class PhasedQuotaTree<TNode>
    where TNode : notnull
{
    private readonly PhasedTable _table;
    private readonly LeafPhasings _phasings;

    private PhasedQuotaTree(QuotaTree<TNode> quotas, LeafPhasings phasings, Rounding rounding, bool isControlled, decimal[] leaves)
    {
        (Quotas, _phasings, Rounding, IsControlled) = (quotas, phasings, rounding, isControlled);
        _table = new PhasedTable(leaves, phasings.Periods.Count, quotas.Tree.Layout);
    }

    /// <summary>The quotas.</summary>
    public QuotaTree<TNode> Quotas { get; }

    /// <summary>The periods, the same for all leaves.</summary>
    public PlanPeriods Periods => _phasings.Periods;

    /// <summary>How running totals are rounded, or, where both margins are fixed, those of the company.</summary>
    public Rounding Rounding { get; }

    /// <summary>Whether both margins were fixed, the leaves' quotas and the company's periods.</summary>
    public bool IsControlled { get; }

    /// <summary>The periods with the weights of a node: of a leaf its own, of any other node that of all its leaves.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The phasing, or null where the leaves of the node have different ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Phasing? PhasingOf(TNode node) => _phasings.Of(IndexOf(node));

    /// <summary>
    /// What a node hands down to its leaves in one period: of a leaf its phased part, of any other the sum of its leaves.
    /// </summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>The part. Where there are hedges below the node it is more than the node itself is to reach; that is in
    /// <see cref="TopDown"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Measured Part(TNode node, int index) => Value(_table.Part(IndexOf(node), _table.Checked(index)));

    /// <summary>The sum of <see cref="Part"/> from the first period through one.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>
    /// The running total; through the last period the sum of the quotas of the node's leaves, <see cref="QuotaTree{TNode}.LeafSumOf"/>. The
    /// node's own quota to a day is <see cref="QuotaToDate"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Measured Through(TNode node, int index) => Value(_table.Through(IndexOf(node), _table.Checked(index)));

    /// <summary>A node's own quota phased by itself, as if time had led and not the organisation.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>
    /// The quota in its periods, or null where <see cref="PhasingOf"/> has none; then say by which weights, and let them split the quota.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree, or its quota is no multiple of the unit.</exception>
    public PhasedQuota? TopDown(TNode node)
    {
        var index = IndexOf(node);
        return _phasings.Of(index)?.Split(Quotas.QuotaAt(index), Rounding);
    }

    /// <summary>By how much the sum of a node's leaves differs in a period from the node's own quota phased by itself.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>The sum of the leaves less the node's own phased part; over all periods it is the hedge below the node. Null where the
    /// node's leaves have different phasings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree, or its quota is no multiple of the unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Measured? DifferenceFromTopDown(TNode node, int index) => Part(node, index) - TopDown(node)?[index];

    /// <summary>How a part follows: of a leaf from its quota, of any other node from the parts of its children.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>The explanation. Where both margins were fixed, the part of a leaf is stated as decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Explanation Explain(TNode node, int index)
    {
        var at = IndexOf(node);
        var layout = Quotas.Tree.Layout;
        var part = Value(_table.Part(at, _table.Checked(index))).Value;
        if (!layout.IsLeaf(at))
        {
            return Node(
                NameOf(at, index), part, Operation.Sum,

                [
                    .. layout.Children(at).Select(child =>
                        FactSum(NameOf(child, index), Value(_table.Part(child, index)).Value, layout.Leaves(child).Count())),
                ]);
        }

        return IsControlled ? Constant(NameOf(at, index) + ", by controlled rounding", part) : TopDown(node)!.Explain(index);
    }

    /// <summary>The quotas and their parts as a plan, in which each node answers for its own, of everything that is sold.</summary>
    /// <returns>The plan; see <see cref="ToPlan{TOwner}"/>.</returns>
    public SalesPlan<TNode> ToPlan() => ToPlan(node => node, _ => Scope.Everything);

    /// <summary>
    /// The quotas and their parts as a plan: for every node a target over all periods, which is its quota, and one in each, broken down by
    /// period and along the tree.
    /// </summary>
    /// <typeparam name="TOwner">Who answers for targets.</typeparam>
    /// <param name="ownerOf">Who answers for a node; asked once for each.</param>
    /// <param name="scopeOf">
    /// What of the sales a node is about: its area, product or customers, within that of its parent; asked once for each.
    /// </param>
    /// <returns>
    /// The plan: nodes × (periods + 1) targets. By node it is broken down as by <see cref="QuotaTree{TNode}.ToPlan{TOwner}"/>; the periods
    /// of a node with hedges below it sum to its leaves, which is more than its quota, and the breakdown states it as its over-assignment.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="ownerOf"/> or <paramref name="scopeOf"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A function gives null; or by them two nodes are one cell, a node reaches beyond its parent, or one sale of an owner could count for
    /// two siblings.
    /// </exception>
    public SalesPlan<TOwner> ToPlan<TOwner>(Func<TNode, TOwner> ownerOf, Func<TNode, Scope> scopeOf)
        where TOwner : notnull
    {
        Guard.Against.Null(ownerOf);
        Guard.Against.Null(scopeOf);
        var periods = Periods;
        var plan = new PlanOfTree<TNode, TOwner>(Quotas, periods.Span, ownerOf, scopeOf);
        plan.AddQuotas();

        // One period is the whole.
        if (periods.Count > 1)
            plan.AddParts(periods, (node, period) => Value(_table.Part(node, period)));
        return plan.Build(periods.Span);
    }

    /// <summary>How many quotas in how many periods: <c>111 nodes in 12 periods</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Quotas.Tree.Layout.Count) + " nodes in " + InvariantText.Number(Periods.Count) + " periods";

    internal static PhasedQuotaTree<TNode> ByLeaf(QuotaTree<TNode> quotas, LeafPhasings phasings, Rounding rounding)
    {
        var layout = quotas.Tree.Layout;
        var periods = phasings.Periods.Count;
        var currency = quotas.Zero.Currency;
        RequireMultiples(quotas, rounding);
        var leaves = new decimal[layout.Count * periods];
        for (var node = 0; node < layout.Count; node++)
        {
            if (layout.IsLeaf(node))
                phasings.Of(node)!.Cumulated.Fill(quotas.State.Quotas[node], rounding, currency, leaves, node * periods);
        }

        return new PhasedQuotaTree<TNode>(quotas, phasings, rounding, false, leaves);
    }

    internal static PhasedQuotaTree<TNode> ByTable(QuotaTree<TNode> quotas, Phasing phasing, Rounding rounding)
    {
        var layout = quotas.Tree.Layout;
        var periods = phasing.Periods.Count;
        var unit = RequireMultiples(quotas, rounding);
        var nodes = layout.Leaves(0).ToArray();
        var months = phasing.Split(quotas.LeafSum, rounding).Parts.Select(part => part.Amount);
        var cells = ControlledRounding.InUnitsOf(unit).Spread(nodes.Select(node => quotas.State.Quotas[node]), months);
        var leaves = new decimal[layout.Count * periods];
        for (var row = 0; row < nodes.Length; row++)
        {
            var sum = 0m;
            for (var period = 0; period < periods; period++)
                leaves[(nodes[row] * periods) + period] = sum += cells[row, period];
        }

        return new PhasedQuotaTree<TNode>(quotas, new LeafPhasings(phasing), rounding, true, leaves);
    }

    // The node that took the rest of a target in thousands has a quota that cannot be phased in thousands.
    private static decimal RequireMultiples(QuotaTree<TNode> quotas, Rounding rounding)
    {
        var unit = PhasedQuota.UnitOf(rounding, quotas.Zero.Currency);
        var layout = quotas.Tree.Layout;
        for (var node = 0; node < layout.Count; node++)
        {
            if (layout.IsLeaf(node) && quotas.State.Quotas[node] % unit != 0m)
            {
                throw Guards.Invalid(
                    nameof(rounding), InvariantText.Number(quotas.State.Quotas[node]),
                    "must be to a unit that the quota of " + quotas.Tree.NameOf(node) + " is a multiple of, not "
                    + InvariantText.Number(unit));
            }
        }

        return unit;
    }

    private int IndexOf(TNode node) => Quotas.Tree.IndexOf(node);

    private Measured Value(decimal amount) => Quotas.Zero.With(amount);

    private string NameOf(int node, int index) => Quotas.Tree.NameOf(node) + " in " + Periods[index];
}
