namespace SalesDomain.Rebates;

/// <summary>What became of a claim, or of a line of one.</summary>
public enum ClaimState
{
    /// <summary>All that was claimed is granted.</summary>
    Granted,

    /// <summary>A part is granted; the reasons say what holds it down.</summary>
    Reduced,

    /// <summary>Nothing is granted; the reasons say why.</summary>
    Refused,

    /// <summary>Evidence is missing: nothing is decided, which is not the same as nothing granted.</summary>
    NotProven,
}
