namespace SalesDomain.Organization;

/// <summary>By what territories are compared.</summary>
public enum AlignmentMeasure
{
    /// <summary>By the time the accounts ask for, calls × (time + travel): equal work.</summary>
    Workload,

    /// <summary>By the calls the accounts ask for.</summary>
    Calls,

    /// <summary>By what the accounts could buy: equal opportunity.</summary>
    Potential,

    /// <summary>By what the accounts do buy.</summary>
    Sales,

    /// <summary>By the number of accounts.</summary>
    Accounts,
}
