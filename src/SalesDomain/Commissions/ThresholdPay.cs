namespace SalesDomain.Commissions;

/// <summary>What is paid once a threshold is reached.</summary>
public enum ThresholdPay
{
    /// <summary>Everything from the first unit on, what lies below the threshold included (back-pay, first-dollar).</summary>
    FromFirst = 0,

    /// <summary>Only what lies above the threshold.</summary>
    AboveOnly = 1,
}
