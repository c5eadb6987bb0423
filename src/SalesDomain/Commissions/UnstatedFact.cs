namespace SalesDomain.Commissions;

/// <summary>What a credit counts for whose adjustment needs a fact that nobody stated: a list price, a due date.</summary>
public enum UnstatedFact
{
    /// <summary>For an unknown value, which makes the sum unknown until the fact is stated.</summary>
    Unknown,

    /// <summary>In full, as if it had been sold at the list price, or paid in time.</summary>
    CountsInFull,
}
