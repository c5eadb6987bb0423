using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// Running totals of every node of a tree, a row each: of a leaf as they were phased, of any other node the sums of its leaves.
/// </summary>
internal sealed class PhasedTable
{
    private readonly decimal[] _through;
    private readonly int _periods;

    /// <summary>Rolls up the rows of the leaves; those of the other nodes are written here.</summary>
    internal PhasedTable(decimal[] leaves, int periods, TreeLayout tree)
    {
        (_through, _periods) = (leaves, periods);
        var parents = tree.Parents;
        for (var node = parents.Length - 1; node > 0; node--)
        {
            var to = parents[node] * periods;
            var from = node * periods;
            for (var period = 0; period < periods; period++)
                leaves[to + period] += leaves[from + period];
        }
    }

    /// <summary>The place of a period, if there is one.</summary>
    internal int Checked(int index) => Guard.Against.OutsideRange(0, _periods - 1, index);

    internal decimal Through(int node, int period) => _through[(node * _periods) + period];

    internal decimal Whole(int node) => Through(node, _periods - 1);

    internal decimal Part(int node, int period) => Through(node, period) - Before(node, period);

    internal StepsToDate To(int node, PlaceInPeriods place) => new(Before(node, place.Index), Through(node, place.Index), place);

    private decimal Before(int node, int period) => period == 0 ? 0m : Through(node, period - 1);
}
