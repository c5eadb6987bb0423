namespace SalesDomain.Rebates;

/// <summary>Whether a condition is met, as far as it is proven. What nobody proved is neither met nor broken.</summary>
public enum RebateProofState
{
    /// <summary>There is no proof yet, or it is not complete.</summary>
    NotProven,

    /// <summary>It is proven that the condition was kept.</summary>
    Met,

    /// <summary>It is proven that the condition was broken.</summary>
    NotMet,
}
