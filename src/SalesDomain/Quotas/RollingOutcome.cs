namespace SalesDomain.Quotas;

/// <summary>What came of a shortfall or a surplus.</summary>
public enum RollingOutcome
{
    /// <summary>The quota to date was met exactly: nothing to place.</summary>
    Met,

    /// <summary>The shortfall was added to periods to come.</summary>
    Added,

    /// <summary>The surplus stays with the seller.</summary>
    SurplusKept,

    /// <summary>The surplus lowers periods to come.</summary>
    SurplusTakenOff,

    /// <summary>The shortfall was written off.</summary>
    WrittenOff,

    /// <summary>A write-off was asked for and not approved: the quota stands, and the shortfall is open.</summary>
    NotApproved,

    /// <summary>There is no period to come that could take it: the shortfall is open.</summary>
    NoPeriodLeft,
}
