using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// A node of a forecast that is rolled up: what the system says, what comes from below, and what its own judge makes of it.
/// </summary>
/// <typeparam name="TNode">The type of the node.</typeparam>
/// <remarks>Made by <see cref="ForecastRollUp{TNode}"/>. Equality is by reference.</remarks>
public sealed class ForecastNode<TNode>
    where TNode : notnull
{
    private readonly ForecastNode<TNode>[] _children;

    internal ForecastNode(TNode node, Measured own, ForecastJudgement<TNode>? judgement, ForecastNode<TNode>[] children)
    {
        Node = node;
        Own = own;
        Judgement = judgement;
        _children = children;
        var (computed, fromBelow) = (own, own);
        foreach (var child in children)
        {
            computed += child.Computed;
            fromBelow += child.Submitted;
        }

        Computed = computed;
        FromBelow = fromBelow;
        Adjustment = judgement is null ? own.With(0m) : judgement.Amount - fromBelow;
    }

    /// <summary>The node.</summary>
    public TNode Node { get; }

    /// <summary>The nodes right below.</summary>
    public IReadOnlyList<ForecastNode<TNode>> Children => Array.AsReadOnly(_children);

    /// <summary>The figure of the system for the node itself, without those below; zero where none was given.</summary>
    public Measured Own { get; }

    /// <summary>The figure of the system for the node and all below it. No judgement changes it.</summary>
    public Measured Computed { get; }

    /// <summary>What was handed up: its own figure and what the nodes right below submit.</summary>
    public Measured FromBelow { get; }

    /// <summary>The judgement in force, or null where there is none.</summary>
    public ForecastJudgement<TNode>? Judgement { get; }

    /// <summary>What the node hands up: its judgement, or without one what came from below.</summary>
    public Measured Submitted => Judgement?.Amount ?? FromBelow;

    /// <summary>What the judgement of this node alone adds: submitted − from below; zero without one.</summary>
    public Measured Adjustment { get; }

    /// <summary>Where the figure handed up comes from, down to the nodes that are judged and to the figures of the system.</summary>
    /// <returns>The tree of <see cref="Submitted"/>.</returns>
    public Explanation Explain() =>
        Judgement is not { } judgement
            ? Explain("submitted by ", Submitted, child => child.Explain())
            : Explanation.Node(
                "submitted by " + Name, Submitted.Value, Operation.Sum, Explain("from below to ", FromBelow, child => child.Explain()),
                Explanation.Node(
                    "adjustment by " + judgement.By + ": " + judgement.Because, Adjustment.Value, Operation.Difference,
                    Fact("judged", judgement.Amount.Value), Fact("from below", FromBelow.Value)));

    /// <summary>Where the figure of the system comes from.</summary>
    /// <returns>The tree of <see cref="Computed"/>.</returns>
    public Explanation ExplainComputed() => Explain("system for ", Computed, child => child.ExplainComputed());

    /// <summary>The figures: <c>North: system CNY 1000.00, from below CNY 950.00, submitted CNY 900.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": system " + Computed.Value + ", from below " + FromBelow.Value + ", submitted " + Submitted.Value;

    private string Name => InvariantText.Any(Node);

    private Explanation Explain(string name, Measured sum, Func<ForecastNode<TNode>, Explanation> ofChild) =>
        Explanation.Node(name + Name, sum.Value, Operation.Sum, [Fact("own figure of " + Name, Own.Value), .. _children.Select(ofChild)]);
}
