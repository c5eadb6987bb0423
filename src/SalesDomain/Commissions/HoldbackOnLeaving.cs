namespace SalesDomain.Commissions;

/// <summary>What becomes of what is held back of a leaver.</summary>
public enum HoldbackOnLeaving
{
    /// <summary>It is kept and released by the rule as that of everybody else.</summary>
    Kept = 0,

    /// <summary>It is paid out.</summary>
    PaidOut = 1,

    /// <summary>It is forfeited.</summary>
    Forfeited = 2,

    /// <summary>
    /// It is set off against the debit balance and what is owed of draws, as far as they go, after all that commissions recover and before
    /// anything is kept of fixed pay or written off; the rest is kept.
    /// </summary>
    SetOff = 3,
}
