namespace SalesDomain.Commissions;

/// <summary>What an entry of a commission account moves, from where to where.</summary>
/// <remarks>
/// An account has four pockets: what is payable, what is held back, what is owed of a draw, and the debit balance. The first two are the
/// payee's, the other two are the company's. Each kind is one movement between two pockets, or between a pocket and the outside. An amount
/// is positive when it goes as the name says; what is taken back of earnings, <see cref="ClawedBack"/> and <see cref="LossShared"/>, is
/// negative, as it is in the statement. A reversing entry has the opposite sign of what it reverses.
/// </remarks>
public enum CommissionEntryKind
{
    /// <summary>Earned, from outside into payable; negative where less is earned to date than was entered.</summary>
    Earned = 0,

    /// <summary>Taken back of a closed measurement period, out of payable; negative.</summary>
    ClawedBack = 1,

    /// <summary>The payee's share of an uncollectible amount, out of payable; negative.</summary>
    LossShared = 2,

    /// <summary>From payable into held back.</summary>
    HeldBack = 3,

    /// <summary>From held back into payable.</summary>
    HoldbackReleased = 4,

    /// <summary>From held back to the company.</summary>
    HoldbackForfeited = 5,

    /// <summary>What is payable was negative: made zero, and owed in the debit balance.</summary>
    DebitCharged = 6,

    /// <summary>From payable to the debit balance, which is lower by it.</summary>
    DebitRecovered = 7,

    /// <summary>Kept of fixed pay: the debit balance is lower by it.</summary>
    DebitDeducted = 8,

    /// <summary>Written off: the debit balance is lower by it, and the company bears it.</summary>
    DebitWrittenOff = 9,

    /// <summary>Advanced on commissions to come: into payable, and owed.</summary>
    DrawAdvanced = 10,

    /// <summary>Given on top of what is earned, not to be paid back: from outside into payable.</summary>
    DrawGranted = 11,

    /// <summary>From payable to the draw owed, which is lower by it.</summary>
    DrawRecovered = 12,

    /// <summary>Forgiven: the draw owed is lower by it, and the company bears it.</summary>
    DrawForgiven = 13,

    /// <summary>Paid: from payable to the payee.</summary>
    Paid = 14,

    /// <summary>Set off when the payee leaves: from held back to the debit balance, which is lower by it.</summary>
    DebitSetOff = 15,

    /// <summary>Set off when the payee leaves: from held back to the draw owed, which is lower by it.</summary>
    DrawSetOff = 16,
}
