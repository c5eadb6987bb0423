namespace SalesDomain.Quotas;

/// <summary>The day a valid new customer counts on, and so in which period.</summary>
public enum NewCustomerDate
{
    /// <summary>The day of the first order: who opened the account gets it, also when the proof came later.</summary>
    FirstOrder = 0,

    /// <summary>The day on which it became valid: what is counted is proven, and no closed period changes.</summary>
    BecameValid = 1,
}
