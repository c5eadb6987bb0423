using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>An allocation rule for one tree, in the tree's own numbers of the nodes.</summary>
internal sealed class CompiledRule
{
    private readonly WeightTable[] _weights;
    private readonly decimal[]? _hedges;
    private readonly HashSet<int> _restPath;

    internal CompiledRule(
        Apportionment apportionment,
        RoundingMode hedgeRounding,
        WeightTable[] weights,
        decimal[]? hedges,
        FamilyBounds? bounds,
        HashSet<int> restPath)
    {
        Apportionment = apportionment;
        Unit = apportionment.Unit!.Value;
        HedgeRounding = Rounding.ToStep(Unit, hedgeRounding);
        (_weights, _hedges, Bounds, _restPath) = (weights, hedges, bounds, restPath);
    }

    internal Apportionment Apportionment { get; }

    internal decimal Unit { get; }

    internal Rounding HedgeRounding { get; }

    internal FamilyBounds? Bounds { get; }

    internal WeightTable WeightsUnder(int level) => _weights[level];

    internal decimal HedgeOf(int node) => _hedges is null ? 0m : _hedges[node];

    /// <summary>The child, counted from the first, that takes what is no multiple of the unit; or none.</summary>
    internal int? RestTo(int first, int end)
    {
        if (_restPath.Count == 0)
            return null;

        for (var i = first; i < end; i++)
        {
            if (_restPath.Contains(i))
                return i - first;
        }

        return null;
    }
}
