namespace SalesDomain.Commissions;

/// <summary>Where a dispute stands.</summary>
public enum CommissionDisputeStatus
{
    /// <summary>The payee has raised it.</summary>
    Raised = 0,

    /// <summary>Somebody is looking into it.</summary>
    UnderReview = 1,

    /// <summary>It was accepted; what is to be corrected follows from the facts in a later run.</summary>
    Accepted = 2,

    /// <summary>It was rejected: the entry stands.</summary>
    Rejected = 3,

    /// <summary>The payee has withdrawn it.</summary>
    Withdrawn = 4,
}
