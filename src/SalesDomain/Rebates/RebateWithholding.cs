namespace SalesDomain.Rebates;

/// <summary>How several percentages withheld come together.</summary>
public enum RebateWithholding
{
    /// <summary>They add up, to 100 % at most: two failures of 20 % withhold 40 %.</summary>
    Additive,

    /// <summary>Each is of what the others leave: two failures of 20 % withhold 36 %.</summary>
    Successive,
}
