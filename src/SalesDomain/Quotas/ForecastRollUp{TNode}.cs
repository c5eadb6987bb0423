using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// Forecasts rolled up through a hierarchy: at each node the figure of the system, what comes from below, and the judgement of its own
/// level.
/// </summary>
/// <typeparam name="TNode">The type of the nodes.</typeparam>
/// <remarks>
/// A judgement takes the place of what came from below to its own node, and so goes into what every node above receives; the figures of
/// the system stay as they are at every level. Made by <see cref="ForecastRollUp"/>. Equality is by reference.
/// </remarks>
public sealed class ForecastRollUp<TNode>
    where TNode : notnull
{
    private readonly Dictionary<TNode, ForecastNode<TNode>> _nodes;
    private readonly ForecastNode<TNode>[] _roots;

    private ForecastRollUp(LocalDate on, Dictionary<TNode, ForecastNode<TNode>> nodes, ForecastNode<TNode>[] roots)
    {
        On = on;
        _nodes = nodes;
        _roots = roots;
    }

    /// <summary>The day of the roll-up.</summary>
    public LocalDate On { get; }

    /// <summary>The nodes without one above.</summary>
    public IReadOnlyList<ForecastNode<TNode>> Roots => Array.AsReadOnly(_roots);

    /// <summary>The forecast of a node.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node is not in the hierarchy on the day of the roll-up.</exception>
    public ForecastNode<TNode> Find(TNode node) =>
        TryFind(node, out var forecast) ? forecast : throw Unknown(node, On, nameof(node));

    /// <summary>The forecast of a node, if it is in the hierarchy.</summary>
    /// <param name="node">The node.</param>
    /// <param name="forecast">The forecast, or null.</param>
    /// <returns>False when the node is not in the hierarchy on the day of the roll-up.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    public bool TryFind(TNode node, [NotNullWhen(true)] out ForecastNode<TNode>? forecast) =>
        _nodes.TryGetValue(node is null ? throw new ArgumentNullException(nameof(node)) : node, out forecast);

    internal static ForecastRollUp<TNode> Create(
        Hierarchy<TNode> hierarchy, LocalDate on, IEnumerable<(TNode Node, Measured Amount)> figures,
        IEnumerable<ForecastJudgement<TNode>> judgements)
    {
        Guard.Against.Null(hierarchy);
        Guard.Against.Null(judgements);
        ForecastJudgement<TNode>[] judged = [.. judgements];
        Array.ForEach(judged, judgement => Guard.Against.Null(judgement, nameof(judgements)));
        var given = Guard.Against.Nothing(figures, "a roll-up has at least one figure");
        if (Array.Exists(given, figure => figure.Node is null))
            throw new ArgumentNullException(nameof(figures));

        Array.ForEach(given, figure => MeasuredArgument.Given(figure.Amount, nameof(figures)));
        Guard.Against.OtherCalendar(on);
        var own = OwnFigures(hierarchy, on, given);
        var inForce = InForce(hierarchy, on, judged, given[0].Amount);
        var zero = given[0].Amount.With(0m);
        var nodes = new Dictionary<TNode, ForecastNode<TNode>>();

        // Each parent comes before its children, so that from the end those below are known.
        foreach (var node in hierarchy.NodesOn(on).Reverse())
        {
            inForce.TryGetValue(node, out var judgement);
            var children = hierarchy.ChildrenOf(node, on).Select(child => nodes[child]).ToArray();
            nodes.Add(node, new ForecastNode<TNode>(node, own.TryGetValue(node, out var amount) ? amount : zero, judgement, children));
        }

        return new ForecastRollUp<TNode>(on, nodes, [.. hierarchy.RootsOn(on).Select(root => nodes[root])]);
    }

    private static Dictionary<TNode, Measured> OwnFigures(Hierarchy<TNode> hierarchy, LocalDate on, (TNode Node, Measured Amount)[] figures)
    {
        var own = new Dictionary<TNode, Measured>();
        foreach (var (node, amount) in figures)
        {
            MeasuredArgument.MustGoTogether(figures[0].Amount, amount, nameof(figures));
            if (!hierarchy.Contains(node, on))
                throw Unknown(node, on, nameof(figures));
            if (own.ContainsKey(node))
                throw Guards.Invalid(nameof(figures), InvariantText.Any(node), "must have each node once");

            own.Add(node, amount);
        }

        return own;
    }

    private static Dictionary<TNode, ForecastJudgement<TNode>> InForce(
        Hierarchy<TNode> hierarchy, LocalDate on, ForecastJudgement<TNode>[] judgements, Measured any)
    {
        var inForce = new Dictionary<TNode, ForecastJudgement<TNode>>();
        var days = new HashSet<(TNode Node, LocalDate On)>();
        foreach (var judgement in judgements)
        {
            MeasuredArgument.MustGoTogether(any, judgement.Amount, nameof(judgements));
            if (!days.Add((judgement.Node, judgement.On)))
                throw Guards.Invalid(nameof(judgements), judgement.ToString(), "must have one judgement of a node a day");
            if (judgement.On > on)
                continue;
            if (!hierarchy.Contains(judgement.Node, on))
                throw Unknown(judgement.Node, on, nameof(judgements));
            if (!inForce.TryGetValue(judgement.Node, out var earlier) || judgement.On > earlier.On)
                inForce[judgement.Node] = judgement;
        }

        return inForce;
    }

    private static ArgumentException Unknown(TNode node, LocalDate on, string parameterName) =>
        Guards.Invalid(parameterName, InvariantText.Any(node), "must be in the hierarchy on " + InvariantText.Date(on));
}
