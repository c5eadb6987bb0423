namespace SalesDomain.Rebates;

/// <summary>Among whom of a group a rebate is shared.</summary>
public enum RebatePayout
{
    /// <summary>Each member by what it bought of what is paid on; one that returned more than it bought has no share.</summary>
    ByTurnover,

    /// <summary>Every member alike.</summary>
    ByHead,

    /// <summary>All to the head of the group.</summary>
    ToHead,
}
