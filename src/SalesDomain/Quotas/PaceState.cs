namespace SalesDomain.Quotas;

/// <summary>What the rest of the period still asks for.</summary>
public enum PaceState
{
    /// <summary>The quota is zero or less: nothing is asked for and there is no attainment.</summary>
    NoQuota,

    /// <summary>The quota is not reached, and there are days left.</summary>
    Open,

    /// <summary>The quota is reached, whether days are left or not.</summary>
    Reached,

    /// <summary>The quota is not reached, and no day is left.</summary>
    Missed,
}
