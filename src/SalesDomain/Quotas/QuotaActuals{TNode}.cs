using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What every node of a <see cref="QuotaTree{TNode}"/> has reached: facts summed by node and rolled up along the tree, each
/// counted once.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// <para>
/// It says the same by the same names as <see cref="Actuals{TOwner}"/>, for facts of any kind of which it is known to which node they
/// belong. Actuals credit lines by dated assignments, shares and hierarchies, and stand against a tree by
/// <see cref="Actuals{TOwner}.TeamsAgainst(QuotaTree{TOwner})"/>.
/// </para>
/// <para>
/// The order of the facts does not matter, and parts can be rolled up apart and merged. Facts of nobody are in
/// <see cref="Unassigned"/>, never dropped.
/// </para>
/// <para>
/// The attainment of a node lies between those of its children only without a hedge, with positive quotas and without sales of its own:
/// of a parent of 100 with children of 60 and 60, each of whom sells 60, the children are at 100 % and the parent at 120 %.
/// </para>
/// <para>Equality is by reference. Made by <see cref="QuotaTree{TNode}"/>.</para>
/// </remarks>
public sealed class QuotaActuals<TNode>
    where TNode : notnull
{
    private readonly NodeTotals _own;
    private readonly NodeTotals _teams;
    private readonly Stage? _stage;

    internal QuotaActuals(QuotaTree<TNode> quotas, NodeTotals own, Stage? stage)
    {
        (Quotas, _own, _stage) = (quotas, own, stage);
        _teams = own.RolledUp(quotas.Tree.Layout);
        Unassigned = SumAt(_own, _own.Nobody);
        Total = SumAt(_teams, 0).Plus(Unassigned);
    }

    /// <summary>The quotas that the facts are set against.</summary>
    public QuotaTree<TNode> Quotas { get; }

    /// <summary>The facts that belong to no node of the tree.</summary>
    public ActualSum Unassigned { get; }

    /// <summary>All facts, those of nobody included.</summary>
    public ActualSum Total { get; }

    /// <summary>What is a node's own: of a leaf everything, of a manager the sales that are nobody's below.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The sum; zero of no facts for one that has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public ActualSum Of(TNode node) => SumAt(_own, IndexOf(node));

    /// <summary>What a node and all below it have reached.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The sum; zero of no facts for one that has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public ActualSum OfTeam(TNode node) => SumAt(_teams, IndexOf(node));

    /// <summary>Attainment (达成率): what a node and all below it have reached, against the node's quota.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The attainment, which explains its quota by the tree.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Attainment AttainmentOf(TNode node) => Quotas.AttainmentOf(node, OfTeam(node), nameof(node));

    /// <summary>The attainment of every node.</summary>
    /// <returns>The table. Nodes contain one another: pool those side by side, not all of them.</returns>
    public Attainments<TNode> ToAttainments() => new(Quotas.Tree.Nodes.ToDictionary(node => node, AttainmentOf));

    /// <summary>The facts of both together: of two months, two files, two halves of the customers.</summary>
    /// <param name="other">Other facts of the same tree.</param>
    /// <returns>The sums, as if all facts had been rolled up at once; set against the quotas of this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The other is of another tree, measure or currency, or of another stage.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public QuotaActuals<TNode> Merge(QuotaActuals<TNode> other)
    {
        Guard.Against.Null(other);
        if (other.Quotas.Tree != Quotas.Tree)
            throw Guards.Invalid(nameof(other), other.Quotas.Tree.ToString(), "must be of the same tree");
        if (_stage is { } stage && other._stage is { } otherStage && stage != otherStage)
            throw TwoStages(nameof(other), stage, otherStage);

        Measured.RequireSame(Quotas.Zero, other.Quotas.Zero, nameof(other));
        return new QuotaActuals<TNode>(Quotas, _own.Plus(other._own), _stage ?? other._stage);
    }

    /// <summary>How the attainment of a node follows from its facts and from the target.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>
    /// The explanation. What is reached ends at the sums of the children; that of a child goes on from there. Where there is no attainment,
    /// it says why.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Explanation Explain(TNode node)
    {
        var index = IndexOf(node);
        var attainment = AttainmentOf(node);
        return attainment.Rate is not { } rate ? attainment.Explain()
            : Node(
                "attainment of " + Quotas.Tree.NameOf(index), rate, Operation.Ratio,
                Reached(index, attainment.Actual!.Value), Quotas.Explain(node));
    }

    /// <summary>Facts and total: <c>12 facts, 2 of nobody</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(_teams.CountAt(0)) + " facts, and " + InvariantText.Number(Unassigned.FactCount) + " of nobody";

    internal static ArgumentException TwoStages(string parameterName, Stage first, Stage other) =>
        Guards.Invalid(parameterName, first.ToString() + " and " + other.ToString(), "must be of one stage; sum each stage for itself");

    private Explanation Reached(int index, Measured reached)
    {
        var layout = Quotas.Tree.Layout;
        var name = "reached by " + Quotas.Tree.NameOf(index);
        return layout.IsLeaf(index) ? FactSum(name, reached.Value, _own.CountAt(index))
            : Node(
                name, reached.Value, Operation.Sum,
                [
                    SumAt(_own, index).ExplainKnown("own facts of " + Quotas.Tree.NameOf(index)),
                    .. layout.Children(index).Select(child => SumAt(_teams, child).ExplainKnown("reached by " + Quotas.Tree.NameOf(child))),
                ]);
    }

    private int IndexOf(TNode node) => Quotas.Tree.IndexOf(node);

    private ActualSum SumAt(NodeTotals totals, int index) =>
        ActualSum.Of(Quotas.Zero.With(totals.SumAt(index)), totals.CountAt(index), totals.UnknownAt(index));
}
