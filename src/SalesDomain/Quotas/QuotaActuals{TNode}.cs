using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What every node of a <see cref="QuotaTree{TNode}"/> has reached: facts summed by node and rolled up, each counted
/// once.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// <para>
/// The order of the facts does not matter, and parts can be rolled up apart and added by <see cref="Plus"/>. Facts of nobody are in
/// <see cref="Unassigned"/>, never dropped.
/// </para>
/// <para>
/// The attainment of a node lies between those of its children only without a hedge, with positive quotas and without sales of its own:
/// of a
/// parent of 100 with children of 60 and 60, each of whom sells 60, the children are at 100 % and the parent at 120 %.
/// </para>
/// </remarks>
public sealed class QuotaActuals<TNode>
    where TNode : notnull
{
    private readonly NodeTotals _own;
    private readonly NodeTotals _totals;
    private readonly Stage? _stage;

    internal QuotaActuals(QuotaTree<TNode> quotas, NodeTotals own, Stage? stage)
    {
        (Quotas, _own, _stage) = (quotas, own, stage);
        _totals = own.RolledUp(quotas.Tree.Layout);
    }

    /// <summary>The quotas that the facts are set against.</summary>
    public QuotaTree<TNode> Quotas { get; }

    /// <summary>The sum of the facts that belong to no node of the tree; null if one of them has no known value.</summary>
    public Measured? Unassigned => ValueAt(_own, _own.Nobody);

    /// <summary>How many facts belong to no node.</summary>
    public int UnassignedCount => _own.CountAt(_own.Nobody);

    /// <summary>The sum of all facts, those of nobody included; null if one of them has no known value.</summary>
    public Measured? Total => ValueAt(_totals, 0) + Unassigned;

    /// <summary>What a node and all below it have reached.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The sum of its facts and of those of all nodes below; null if one of them has no known value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Measured? Of(TNode node) => ValueAt(_totals, IndexOf(node));

    /// <summary>What a node has reached itself: a manager's own sales; of a leaf, everything.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The sum of its facts; null if one of them has no known value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Measured? OwnOf(TNode node) => ValueAt(_own, IndexOf(node));

    /// <summary>How many facts a node and all below it have.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public int CountOf(TNode node) => _totals.CountAt(IndexOf(node));

    /// <summary>How many of them have no known value: a margin without a cost.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public int UnknownOf(TNode node) => _totals.UnknownAt(IndexOf(node));

    /// <summary>Attainment (达成率): what a node has reached ÷ its quota, to 28 digits.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <returns>The ratio, or null: with a quota of 0 there is no attainment, and without a known value neither.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Percentage? AttainmentOf(TNode node)
    {
        var index = IndexOf(node);
        return ValueAt(_totals, index) is { } reached ? Quotas.AttainmentAt(index, reached) : null;
    }

    /// <summary>The facts of both together: of two months, two files, two halves of the customers.</summary>
    /// <param name="other">Other facts of the same tree.</param>
    /// <returns>The sums, as if all facts had been rolled up at once; set against the quotas of this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The other is of another tree, measure or currency, or of another stage.</exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public QuotaActuals<TNode> Plus(QuotaActuals<TNode> other)
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
    /// The explanation. What is reached ends at the sums of the children; that of a child goes on from there. Where a value is not known,
    /// there is no figure.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="node"/> is not in the tree.</exception>
    public Explanation Explain(TNode node)
    {
        var index = IndexOf(node);
        var name = "attainment of " + Quotas.Tree.NameOf(index);
        return ValueAt(_totals, index) is not { } reached ? Fact(name + ", with facts of unknown value", Figure.Absent)
            : Node(name, Figure.OrAbsent(AttainmentOf(node)), Operation.Ratio, Reached(index, reached), Quotas.Explain(node));
    }

    /// <summary>Facts and total: <c>12 facts, 2 of nobody</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(_totals.CountAt(0)) + " facts, and " + InvariantText.Number(UnassignedCount) + " of nobody";

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
                    FactSum("own facts of " + Quotas.Tree.NameOf(index), ValueAt(_own, index)!.Value.Value, _own.CountAt(index)),
                    .. layout.Children(index).Select(child =>
                        FactSum("reached by " + Quotas.Tree.NameOf(child), ValueAt(_totals, child)!.Value.Value, _totals.CountAt(child))),
                ]);
    }

    private int IndexOf(TNode node) => Quotas.Tree.IndexOf(node);

    private Measured? ValueAt(NodeTotals totals, int index) => totals.UnknownAt(index) > 0 ? null : Quotas.Zero.With(totals.SumAt(index));
}
