namespace SalesDomain.Pricing;

/// <summary>What is known of goods that were found.</summary>
public enum DiversionState
{
    /// <summary>They were found, and are traced to no shipment from before: nothing is owed.</summary>
    Found,

    /// <summary>They are traced to a dealer to whom the place does not belong.</summary>
    Confirmed,

    /// <summary>They are traced, and whoever sold them there had a right to.</summary>
    NoDiversion,

    /// <summary>The case was withdrawn: nothing is owed any longer.</summary>
    Withdrawn,
}
