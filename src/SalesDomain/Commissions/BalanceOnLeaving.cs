namespace SalesDomain.Commissions;

/// <summary>What becomes of what a leaver owes.</summary>
public enum BalanceOnLeaving
{
    /// <summary>It stays owed, and is recovered from later commissions as before.</summary>
    StaysOwed = 0,

    /// <summary>It is set off against all that is payable; the rest stays owed.</summary>
    SetOff = 1,

    /// <summary>It is forgiven.</summary>
    Forgiven = 2,
}
