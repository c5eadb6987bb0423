namespace SalesDomain.Quotas;

/// <summary>Proposals by node and rolled up. A node's own proposal stands for all below it; a leaf without any is missing.</summary>
internal sealed class ProposalTotals
{
    private readonly decimal?[] _own;
    private readonly decimal[] _below;
    private readonly decimal[] _soFar;
    private readonly int[] _missingBelow;
    private readonly int[] _countBelow;
    private readonly TreeLayout _tree;

    internal ProposalTotals(decimal?[] own, TreeLayout tree)
    {
        (_own, _tree) = (own, tree);
        _below = new decimal[own.Length];
        _soFar = new decimal[own.Length];
        _missingBelow = new int[own.Length];
        _countBelow = new int[own.Length];
        for (var i = own.Length - 1; i >= 0; i--)
        {
            _soFar[i] = own[i] ?? _soFar[i];
            if (i == 0)
                continue;

            var parent = tree.Parents[i];
            _below[parent] += TotalAt(i);
            _soFar[parent] += _soFar[i];
            _missingBelow[parent] += MissingAt(i);
            _countBelow[parent] += own[i].HasValue ? 1 : _countBelow[i];
        }
    }

    internal decimal? OwnAt(int node) => _own[node];

    /// <summary>The sum of the children; what is missing counts as nothing, so ask for that first.</summary>
    internal decimal BelowAt(int node) => _below[node];

    internal decimal TotalAt(int node) => _own[node] ?? _below[node];

    internal decimal SoFarAt(int node) => _soFar[node];

    /// <summary>Leaves without a proposal, not counting those that the node itself stands for.</summary>
    internal int MissingAt(int node) => _own[node].HasValue ? 0 : _tree.IsLeaf(node) ? 1 : _missingBelow[node];

    internal int MissingBelow(int node) => _missingBelow[node];

    internal int CountBelow(int node) => _countBelow[node];
}
