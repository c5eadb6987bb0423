namespace SalesDomain.Organization;

/// <summary>Why an employment ended, as far as turnover asks.</summary>
public enum LeavingKind
{
    /// <summary>The person resigned.</summary>
    Voluntary,

    /// <summary>The firm ended it.</summary>
    Involuntary,

    /// <summary>Neither wanted it or both did: retirement, the end of a fixed term.</summary>
    Other,

    /// <summary>
    /// A transfer to another part of the firm, which is not in the head count: the person is gone from it, and is no part of turnover. A
    /// transfer from one team to another inside a head count ends no employment there.
    /// </summary>
    Transferred,
}
