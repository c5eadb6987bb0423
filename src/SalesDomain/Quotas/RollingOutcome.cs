namespace SalesDomain.Quotas;

/// <summary>What came of a shortfall or a surplus.</summary>
public enum RollingOutcome
{
    /// <summary>The quota to date was met exactly: nothing to place.</summary>
    Met,

    /// <summary>The shortfall was added to periods to come.</summary>
    Added,

    /// <summary>The surplus stays with the seller, and is not set off against what is missed later.</summary>
    SurplusKept,

    /// <summary>The surplus is open: it is set off against what is missed later.</summary>
    SurplusSetOff,

    /// <summary>The surplus lowers periods to come; what is beyond all of them is open.</summary>
    SurplusTakenOff,

    /// <summary>The shortfall was written off.</summary>
    WrittenOff,

    /// <summary>A write-off was asked for and not approved: the quota stands, and the shortfall is open.</summary>
    NotApproved,

    /// <summary>There is no period to come that could take it: it is open.</summary>
    NoPeriodLeft,
}
