namespace SalesDomain.Pricing;

/// <summary>How a deposit stands on a day.</summary>
public enum DepositState
{
    /// <summary>It is what is required, or more.</summary>
    Full,

    /// <summary>Less is there than is required, and the day by which it has to be made up has not passed.</summary>
    TopUpDue,

    /// <summary>The day by which it had to be made up has passed: by the contract, credit stops. That is said here, and done
    /// elsewhere.</summary>
    Overdue,
}
