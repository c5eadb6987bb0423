using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The quota of a node beside what was proposed for it from below.</summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>Equality is by reference: it is one line of one <see cref="QuotaComparison{TNode}"/>.</remarks>
public sealed class QuotaGap<TNode>
    where TNode : notnull
{
    private readonly QuotaComparison<TNode> _comparison;
    private readonly int _index;

    internal QuotaGap(QuotaComparison<TNode> comparison, int index) => (_comparison, _index) = (comparison, index);

    /// <summary>The node.</summary>
    public TNode Node => Tree.Tree.NodeAt(_index);

    /// <summary>0 for the root, 1 for its children.</summary>
    public int Level => Tree.Tree.Layout.Levels[_index];

    /// <summary>The quota from above.</summary>
    public Measured Quota => Tree.QuotaAt(_index);

    /// <summary>What was proposed for the node itself, or null.</summary>
    public Measured? Proposal => Proposals.OwnAt(_index) is { } own ? Tree.Zero.With(own) : null;

    /// <summary>The sum of what is proposed for its children; null for a leaf, and while a child has no proposal.</summary>
    public Measured? FromBelow =>
        Tree.Tree.Layout.IsLeaf(_index) || Proposals.MissingBelow(_index) > 0 ? null : Tree.Zero.With(Proposals.BelowAt(_index));

    /// <summary>The proposal of the node itself, or else the sum of those below; null while one is missing. It is not zero.</summary>
    public Measured? Proposed => Proposal ?? FromBelow;

    /// <summary>The sum of what is proposed so far.</summary>
    public Measured SoFar => Tree.Zero.With(Proposals.SoFarAt(_index));

    /// <summary>How many leaves below are without a proposal, of their own or of a node between.</summary>
    public int Missing => Proposals.MissingAt(_index);

    /// <summary>Proposed − quota: positive where more is proposed than asked for; null while a proposal is missing.</summary>
    public Measured? Gap => _comparison.GapAt(_index);

    /// <summary>The gap as a share of the quota; null with a quota of zero or less and while a proposal is missing.</summary>
    public Percentage? GapRatio => Gap is { } gap ? PositiveRatio.Of(gap, Quota) : null;

    /// <summary>Whether the gap is at most the tolerance × the quota, either way; null while a proposal is missing.</summary>
    public bool? IsWithinTolerance =>
        Gap is not { } gap ? null : Math.Abs(gap.Amount) <= Math.Abs(Quota.Amount) * _comparison.Tolerance.Fraction;

    private QuotaTree<TNode> Tree => _comparison.Quotas;

    private ProposalTotals Proposals => _comparison.Proposals;

    /// <summary>How the gap follows from the proposals and from the target.</summary>
    /// <returns>The explanation; while a proposal is missing there is no figure.</returns>
    public Explanation Explain()
    {
        var name = "gap of " + Tree.Tree.NameOf(_index);
        return Gap is not { } gap ? Fact(name + ", with proposals missing", Figure.Absent)
            : Node(name, gap.Value, Operation.Difference, Explain("proposed for ", _index), Tree.Explain(Node));
    }

    /// <summary>Node, quota and proposal: <c>North: CNY 1141000.00, proposed CNY 1100000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Any(Node) + ": " + Quota.Value + ", proposed " + (Proposed is { } proposed ? proposed.Value.ToString() : "none");

    private Explanation Explain(string words, int index)
    {
        var name = words + Tree.Tree.NameOf(index);
        var total = Tree.Zero.With(Proposals.TotalAt(index)).Value;
        return Proposals.OwnAt(index) is not null ? Fact(name, total) : Node(name, total, Operation.Sum, [.. Children(words, index)]);
    }

    private IEnumerable<Explanation> Children(string words, int index) =>
        Tree.Tree.Layout.Children(index).Select(child =>
        {
            var total = Tree.Zero.With(Proposals.TotalAt(child)).Value;
            var name = words + Tree.Tree.NameOf(child);
            return Proposals.OwnAt(child) is not null ? Fact(name, total) : FactSum(name, total, Proposals.CountBelow(child));
        });
}
