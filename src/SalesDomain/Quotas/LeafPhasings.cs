using System;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The phasing of every leaf of a tree: one for all, or one each over the same periods.</summary>
internal sealed class LeafPhasings
{
    private readonly Phasing _first;

    // Of a node above leaves that of all of them, or null where they differ; null as a whole where one is for all.
    private readonly Phasing?[]? _byNode;

    internal LeafPhasings(Phasing phasing) => _first = phasing;

    private LeafPhasings(Phasing first, Phasing?[] byNode) => (_first, _byNode) = (first, byNode);

    internal PlanPeriods Periods => _first.Periods;

    /// <summary>Asks for the phasing of every leaf once, and refuses what could not be added.</summary>
    internal static LeafPhasings Of<TNode>(PlanTree<TNode> tree, Func<TNode, Phasing> phasingOf)
        where TNode : notnull
    {
        var layout = tree.Layout;
        var byNode = new Phasing?[layout.Count];
        Phasing? first = null;
        for (var node = 0; node < layout.Count; node++)
        {
            if (!layout.IsLeaf(node))
                continue;

            var phasing = phasingOf(tree.NodeAt(node))
                ?? throw Guards.Invalid(nameof(phasingOf), tree.NameOf(node), "must give every leaf a phasing");
            first ??= phasing;
            if (phasing.Periods != first.Periods)
                throw Guards.Invalid(nameof(phasingOf), tree.NameOf(node), "must be over the same periods for every leaf");
            if (phasing.WorkCalendar != first.WorkCalendar)
                throw Guards.Invalid(nameof(phasingOf), tree.NameOf(node), "must count the days within a period alike for every leaf");

            byNode[node] = phasing;
        }

        RollUp(byNode, layout);
        return new LeafPhasings(first!, byNode);
    }

    /// <summary>The phasing of a node; null where its leaves differ.</summary>
    internal Phasing? Of(int node) => _byNode is null ? _first : _byNode[node];

    /// <summary>Where a day lies: for all leaves alike, since periods and calendar are the same.</summary>
    internal PlaceInPeriods PlaceOf(LocalDate date) => _first.PlaceOf(date);

    private static void RollUp(Phasing?[] byNode, TreeLayout tree)
    {
        var differs = new bool[byNode.Length];
        for (var node = byNode.Length - 1; node >= 0; node--)
        {
            if (differs[node])
                byNode[node] = null;
            if (node == 0)
                break;

            var parent = tree.Parents[node];
            if (byNode[node] is not { } phasing || (byNode[parent] is { } other && other != phasing))
                differs[parent] = true;
            else
                byNode[parent] = phasing;
        }
    }
}
