namespace SalesDomain.Commissions;

/// <summary>In which capacity somebody is credited with a sale.</summary>
public enum CreditKind
{
    /// <summary>The sale is theirs, whole or as a share of a split: over all who sold it exactly the sale.</summary>
    Direct = 0,

    /// <summary>They are credited beside those whose sale it is: a specialist, a partner manager. It is no part of the sale.</summary>
    Overlay = 1,

    /// <summary>Somebody below them is credited: what a manager's override is paid on.</summary>
    RollUp = 2,
}
