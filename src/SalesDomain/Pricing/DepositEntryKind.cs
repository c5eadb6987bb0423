namespace SalesDomain.Pricing;

/// <summary>What an entry of a deposit is.</summary>
public enum DepositEntryKind
{
    /// <summary>Money paid in at the start of the contract, or when more is required.</summary>
    PaidIn,

    /// <summary>Money paid in to make up for what was taken.</summary>
    TopUp,

    /// <summary>What was taken for a case.</summary>
    Penalty,

    /// <summary>Money given back.</summary>
    Refund,

    /// <summary>Another entry undone.</summary>
    Reversal,
}
