namespace SalesDomain.Rebates;

/// <summary>What an entry of a rebate account is.</summary>
public enum RebateEntryKind
{
    /// <summary>What is earned to date has changed by it.</summary>
    Earned,

    /// <summary>What is accrued to date, the liability in the books, has changed by it.</summary>
    Accrued,

    /// <summary>Credited, paid, deducted or given in goods, or taken back.</summary>
    Settled,

    /// <summary>Earned and never paid: not claimed in time, or below the least that is paid.</summary>
    WrittenOff,

    /// <summary>Below the least that is paid, and kept for the next settlement: a note that changes no balance.</summary>
    Carried,
}
