namespace SalesDomain.Organization;

/// <summary>Why an employment ended, as far as turnover asks.</summary>
public enum LeavingKind
{
    /// <summary>The person resigned.</summary>
    Voluntary,

    /// <summary>The firm ended it.</summary>
    Involuntary,

    /// <summary>Neither wanted it or both did: retirement, the end of a fixed term, a transfer to another part of the firm.</summary>
    Other,
}
