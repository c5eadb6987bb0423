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
    private readonly Hierarchy<TNode> _hierarchy;

    // By the place of the node in the hierarchy; null for one that is not in it on the day.
    private readonly ForecastNode<TNode>?[] _nodes;
    private readonly ForecastNode<TNode>[] _roots;

    private ForecastRollUp(Hierarchy<TNode> hierarchy, LocalDate on, ForecastNode<TNode>?[] nodes, ForecastNode<TNode>[] roots)
    {
        _hierarchy = hierarchy;
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
    public bool TryFind(TNode node, [NotNullWhen(true)] out ForecastNode<TNode>? forecast)
    {
        var place = _hierarchy.PlaceOf(node);
        forecast = place < 0 ? null : _nodes[place];
        return forecast is not null;
    }

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
        var day = DayNumber.Packed(on);
        int[] roots = [.. hierarchy.RootsAt(day)];
        int[] order = [.. roots.SelectMany(root => hierarchy.FromAt(root, day))];
        var isIn = new bool[hierarchy.Nodes.Count];
        Array.ForEach(order, place => isIn[place] = true);

        var own = OwnFigures(hierarchy, on, isIn, given);
        var inForce = InForce(hierarchy, on, isIn, judged, given[0].Amount);
        var nodes = new ForecastNode<TNode>?[isIn.Length];

        // Each parent comes before its children, so that from the end those below are known, the last of them first.
        var below = new List<ForecastNode<TNode>>?[isIn.Length];
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var place = order[i];
            var children = below[place]?.ToArray() ?? [];
            Array.Reverse(children);
            var node = nodes[place] = new ForecastNode<TNode>(hierarchy.NodeAt(place), own[place], inForce[place], children);
            var parent = hierarchy.ParentAt(place, day);
            if (parent >= 0)
                (below[parent] ??= []).Add(node);
        }

        return new ForecastRollUp<TNode>(hierarchy, on, nodes, Array.ConvertAll(roots, root => nodes[root]!));
    }

    /// <summary>The figure of each place of the hierarchy; zero where none is given.</summary>
    private static Measured[] OwnFigures(
        Hierarchy<TNode> hierarchy, LocalDate on, bool[] isIn, (TNode Node, Measured Amount)[] figures)
    {
        var own = new Measured[isIn.Length];
        var isGiven = new bool[isIn.Length];
        foreach (var (node, amount) in figures)
        {
            MeasuredArgument.MustGoTogether(figures[0].Amount, amount, nameof(figures));
            var place = hierarchy.PlaceOf(node);
            if (place < 0 || !isIn[place])
                throw Unknown(node, on, nameof(figures));
            if (isGiven[place])
                throw Guards.Invalid(nameof(figures), InvariantText.Any(node), "must have each node once");

            own[place] = amount;
            isGiven[place] = true;
        }

        var zero = figures[0].Amount.With(0m);
        for (var place = 0; place < own.Length; place++)
        {
            if (!isGiven[place])
                own[place] = zero;
        }

        return own;
    }

    /// <summary>The judgement in force at each place of the hierarchy; null where there is none.</summary>
    private static ForecastJudgement<TNode>?[] InForce(
        Hierarchy<TNode> hierarchy, LocalDate on, bool[] isIn, ForecastJudgement<TNode>[] judgements, Measured any)
    {
        var inForce = new ForecastJudgement<TNode>?[isIn.Length];
        var days = new HashSet<(TNode Node, LocalDate On)>();
        foreach (var judgement in judgements)
        {
            MeasuredArgument.MustGoTogether(any, judgement.Amount, nameof(judgements));
            if (!days.Add((judgement.Node, judgement.On)))
                throw Guards.Invalid(nameof(judgements), judgement.ToString(), "must have one judgement of a node a day");
            if (judgement.On > on)
                continue;

            var place = hierarchy.PlaceOf(judgement.Node);
            if (place < 0 || !isIn[place])
                throw Unknown(judgement.Node, on, nameof(judgements));
            if (inForce[place] is not { } earlier || judgement.On > earlier.On)
                inForce[place] = judgement;
        }

        return inForce;
    }

    private static ArgumentException Unknown(TNode node, LocalDate on, string parameterName) =>
        Guards.Invalid(parameterName, InvariantText.Any(node), "must be in the hierarchy on " + InvariantText.Date(on));
}
