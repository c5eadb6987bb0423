namespace SalesDomain.Quotas;

/// <summary>Sums of facts by node, before they are rolled up or after. Written by one roll-up alone, read by all after it.</summary>
internal sealed class NodeTotals
{
    // One place more than nodes, for the facts of none. What is written together lies together: a roll-up of many facts waits for memory.
    private readonly Total[] _totals;

    internal NodeTotals(int nodes)
        : this(new Total[nodes + 1])
    {
    }

    private NodeTotals(Total[] totals) => _totals = totals;

    internal int Nobody => _totals.Length - 1;

    internal void Add(int node, decimal amount)
    {
        ref var total = ref _totals[node];
        total.Sum += amount;
        total.Count++;
    }

    internal void AddUnknown(int node)
    {
        _totals[node].Count++;
        _totals[node].Unknown++;
    }

    internal decimal SumAt(int node) => _totals[node].Sum;

    internal int CountAt(int node) => _totals[node].Count;

    internal int UnknownAt(int node) => _totals[node].Unknown;

    internal NodeTotals Plus(NodeTotals other)
    {
        var both = new NodeTotals((Total[])_totals.Clone());
        for (var i = 0; i < _totals.Length; i++)
            both._totals[i].Add(other._totals[i]);

        return both;
    }

    /// <summary>Every node with all that is below it.</summary>
    internal NodeTotals RolledUp(TreeLayout tree)
    {
        var rolled = new NodeTotals((Total[])_totals.Clone());
        var parents = tree.Parents;
        for (var i = parents.Length - 1; i > 0; i--)
            rolled._totals[parents[i]].Add(rolled._totals[i]);

        return rolled;
    }

    private struct Total
    {
        internal decimal Sum;
        internal int Count;
        internal int Unknown;

        internal void Add(in Total other)
        {
            if (other.Count == 0)
                return;

            Sum += other.Sum;
            Count += other.Count;
            Unknown += other.Unknown;
        }
    }
}
