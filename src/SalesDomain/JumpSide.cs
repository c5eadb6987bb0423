namespace SalesDomain;

/// <summary>Which of its two payouts holds at the very level where a <see cref="PayoutCurve"/> jumps.</summary>
public enum JumpSide
{
    /// <summary>The one that begins there: "from 80 on" includes 80.</summary>
    From,

    /// <summary>The one that ends there: "up to 80" includes 80.</summary>
    UpTo,

    /// <summary>The higher one, so that both ends of a corridor belong to the corridor.</summary>
    Higher,

    /// <summary>The lower one.</summary>
    Lower,
}
