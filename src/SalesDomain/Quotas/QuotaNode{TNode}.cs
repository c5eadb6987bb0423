using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>One node of a <see cref="QuotaTree{TNode}"/>: its quota, and what it hands out.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
public sealed class QuotaNode<TNode>
    where TNode : notnull
{
    private readonly QuotaTree<TNode> _tree;
    private readonly int _index;

    internal QuotaNode(QuotaTree<TNode> tree, int index) => (_tree, _index) = (tree, index);

    /// <summary>The node.</summary>
    public TNode Node => _tree.Tree.NodeAt(_index);

    /// <summary>0 for the root, 1 for its children.</summary>
    public int Level => Layout.Levels[_index];

    /// <summary>Whether it hands nothing out.</summary>
    public bool IsLeaf => Layout.IsLeaf(_index);

    /// <summary>What it is to reach.</summary>
    public Measured Quota => _tree.QuotaAt(_index);

    /// <summary>The sum of the quotas of its children; null for a leaf.</summary>
    public Measured? HandedOut => IsLeaf ? null : _tree.Zero.With(_tree.State.HandedOut[_index]);

    /// <summary>The hedge it hands out with, as declared; zero for a leaf.</summary>
    public Percentage Hedge => IsLeaf ? Percentage.Zero : Percentage.FromFraction(_tree.Compiled.HedgeOf(_index));

    /// <summary>The declared hedges from the root down to this node together: Π (100 % + hedge of each node above it) − 100 %.</summary>
    public Percentage CumulatedHedge
    {
        get
        {
            var hedge = Percentage.Zero;
            for (var above = Layout.Parents[_index]; above >= 0; above = Layout.Parents[above])
                hedge = hedge.Compound(Percentage.FromFraction(_tree.Compiled.HedgeOf(above)));

            return hedge;
        }
    }

    /// <summary>
    /// The part of what the parent hands out, to 28 digits; null for the root and where the parent hands out zero or less.
    /// </summary>
    public Percentage? ShareOfParent =>
        _index == 0 ? null : PositiveRatio.Of(Quota, Quota.With(_tree.State.HandedOut[Layout.Parents[_index]]));

    /// <summary>Whether every driver gives it a weight of zero; the root has none and needs none.</summary>
    public bool HasNoWeight =>
        _index > 0 && _tree.Compiled.WeightsUnder(Level - 1).Columns.All(column => !column.IsUnknown(_index) && column.At(_index).IsZero);

    /// <summary>Whether its share is held by a bound.</summary>
    public QuotaHold Hold
    {
        get
        {
            if (_tree.State.Held.ContainsKey(_index))
                return QuotaHold.Fixed;
            if (_tree.Compiled.Bounds is not { } bounds)
                return QuotaHold.Free;

            var (least, most, unit) = (bounds.Least(_index), bounds.Most(_index), _tree.Compiled.Unit);
            var quota = _tree.State.Quotas[_index];
            return least is { } && least == most ? QuotaHold.Fixed
                : quota - least < unit ? QuotaHold.AtMinimum
                : most - quota < unit ? QuotaHold.AtMaximum
                : QuotaHold.Free;
        }
    }

    /// <summary>Whether splits to come leave it as it is.</summary>
    public bool IsLocked => _tree.State.Locks.Contains(_index);

    private TreeLayout Layout => _tree.Tree.Layout;

    /// <summary>
    /// How the quota follows from the target: the hand-out and the weights of every family from the root down to this node.
    /// </summary>
    /// <returns>The explanation. It is made for this node alone, however large the tree is.</returns>
    public Explanation Explain() => _tree.Explain(Node);

    /// <summary>Node and quota: <c>North: revenue, without tax: CNY 1141000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Any(Node) + ": " + Quota;
}
