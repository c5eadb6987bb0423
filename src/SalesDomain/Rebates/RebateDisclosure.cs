namespace SalesDomain.Rebates;

/// <summary>What the customer knows of a rebate before it is paid. There is no third: every rebate is booked as it is earned.</summary>
public enum RebateDisclosure
{
    /// <summary>Terms and amounts are known to the customer (明返).</summary>
    Open,

    /// <summary>The amount is told when it is paid (暗返), and is booked all the same.</summary>
    UndisclosedUntilPaid,
}
