namespace SalesDomain.Commissions;

/// <summary>What happened after a commission was earned.</summary>
public enum CommissionEventKind
{
    /// <summary>Goods came back.</summary>
    Return = 0,

    /// <summary>The sale, or the rest of a contract, was cancelled.</summary>
    Cancellation = 1,

    /// <summary>The customer did not pay.</summary>
    NonPayment = 2,

    /// <summary>An amount is uncollectible, and the payee bears a share of it.</summary>
    Uncollectible = 3,

    /// <summary>A part of the debit balance is given up.</summary>
    WriteOff = 4,

    /// <summary>An earlier event is undone: the dispute was won, the customer paid after all.</summary>
    Reinstatement = 5,

    /// <summary>What was earned in a closed measurement period is corrected, upwards or downwards.</summary>
    Correction = 6,
}
