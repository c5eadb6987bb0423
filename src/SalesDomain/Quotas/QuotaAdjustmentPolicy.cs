namespace SalesDomain.Quotas;

/// <summary>What gives when a quota is set by hand.</summary>
public enum QuotaAdjustmentPolicy
{
    /// <summary>
    /// The siblings: the parent hands out as much as before, and they share the rest by their weights, within their bounds.
    /// </summary>
    Siblings,

    /// <summary>The nodes above up to the root: their quotas, and the target, change by the same amount; no sibling changes.</summary>
    Ancestors,

    /// <summary>
    /// The over-assignment of the parent: it hands out more or less than before, and nothing above or beside the node changes.
    /// </summary>
    OverAssignment,
}
