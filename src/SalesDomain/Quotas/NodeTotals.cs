using System;

namespace SalesDomain.Quotas;

/// <summary>Sums of facts by node, before they are rolled up. Written by one roll-up alone, read by all after it.</summary>
internal sealed class NodeTotals
{
    // One place more than nodes, for the facts of none.
    private readonly decimal[] _sums;
    private readonly int[] _counts;
    private readonly int[] _unknown;

    internal NodeTotals(int nodes)
    {
        _sums = new decimal[nodes + 1];
        _counts = new int[nodes + 1];
        _unknown = new int[nodes + 1];
    }

    internal int Nobody => _sums.Length - 1;

    internal void Add(int node, decimal amount)
    {
        _sums[node] += amount;
        _counts[node]++;
    }

    internal void AddUnknown(int node)
    {
        _unknown[node]++;
        _counts[node]++;
    }

    internal decimal SumAt(int node) => _sums[node];

    internal int CountAt(int node) => _counts[node];

    internal int UnknownAt(int node) => _unknown[node];

    internal NodeTotals Plus(NodeTotals other)
    {
        var both = new NodeTotals(Nobody);
        for (var i = 0; i < _sums.Length; i++)
        {
            both._sums[i] = _sums[i] + other._sums[i];
            both._counts[i] = _counts[i] + other._counts[i];
            both._unknown[i] = _unknown[i] + other._unknown[i];
        }

        return both;
    }

    /// <summary>Every node with all that is below it.</summary>
    internal NodeTotals RolledUp(TreeLayout tree)
    {
        var totals = new NodeTotals(Nobody);
        Array.Copy(_sums, totals._sums, _sums.Length);
        Array.Copy(_counts, totals._counts, _counts.Length);
        Array.Copy(_unknown, totals._unknown, _unknown.Length);
        var parents = tree.Parents;
        for (var i = parents.Length - 1; i > 0; i--)
        {
            totals._sums[parents[i]] += totals._sums[i];
            totals._counts[parents[i]] += totals._counts[i];
            totals._unknown[parents[i]] += totals._unknown[i];
        }

        return totals;
    }
}
