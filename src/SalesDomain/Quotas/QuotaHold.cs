namespace SalesDomain.Quotas;

/// <summary>Whether a node's share is held by a bound.</summary>
public enum QuotaHold
{
    /// <summary>The share is what the weights give.</summary>
    Free,

    /// <summary>The node has its minimum.</summary>
    AtMinimum,

    /// <summary>The node has its maximum.</summary>
    AtMaximum,

    /// <summary>The quota is decided by the rule or by hand.</summary>
    Fixed,
}
