namespace SalesDomain.Quotas;

/// <summary>What a <see cref="NewCustomerRule"/> says of an account.</summary>
public enum NewCustomerStatus
{
    /// <summary>A valid new customer.</summary>
    Valid = 0,

    /// <summary>Not yet: something is missing and there is time for it.</summary>
    Pending = 1,

    /// <summary>Not a new customer, or not a valid one any more.</summary>
    NotValid = 2,

    /// <summary>
    /// Nobody can say: the facts do not reach back far enough to show that the account did not buy before, or an amount is not known.
    /// </summary>
    Unknown = 3,
}
